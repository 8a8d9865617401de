"""A hold recorded by mistake is struck out: it never was, what it moved goes back, and the old stays in the record."""

from datetime import date, timedelta

import pytest

from cases import held
from cases.commands import Correct, DraftClaim, EndBreathingSpace, RecordCourtTold, StartBreathingSpace, StartHold
from cases.events import AlarmRaised, BreathingSpaceChanged, Corrected, NeverMade
from cases.evolve import fold
from cases.money.commands import HoldMoneyCase, SendIntention, StrikeOutHold
from cases.money.events import HoldStruckOut
from cases.money.words import HoldReason
from cases.stages import payments
from cases.words import HoldKind
from tests.cases.money_road import MoneyRoad
from tests.cases.road import OFFICER, SENIOR, TEXT, Road, secure_road


def strike(fact: str) -> Correct:
    return Correct(fact=fact, remove=True, reason=TEXT)


def space(road: Road) -> Road:
    return road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))


def due(road: Road) -> int:
    """What has fallen due under the order by today, in pence."""
    promised = payments.of_order(road.case.orders[0], road.case, road.facts())
    assert promised is not None
    return payments.standing(promised, road.facts(), road.day).due_pence


BREATHING_SPACE = strike("B1/start_breathing_space/started_on")


def test_what_it_stopped_goes_on_at_once_and_every_date_it_moved_is_told() -> None:
    road = secure_road().to_approved_claim()
    before = {d.id: d.date.on for d in road.case.deadlines}
    space(road)
    put_off = {d.id: d.date.on for d in road.case.deadlines}["C1.issue"]
    decision = road.ask(BREATHING_SPACE, SENIOR)
    event = next(e for e in decision.events if isinstance(e, Corrected))
    told = {(one.subject, one.old.on if one.old else None, one.new.on if one.new else None) for one in event.moved}
    assert ("C1", put_off, before["C1.issue"]) in told
    message = next(e.title for e in decision.events if isinstance(e, AlarmRaised))
    assert message.startswith("B1, recorded from Monday 6 April 2026")
    assert "is struck out: it never happened" in message
    road.do(BREATHING_SPACE, SENIOR)
    assert {d.id: d.date.on for d in road.case.deadlines} == before
    assert road.ask(road.issue()).accepted


def test_an_instalment_that_fell_in_it_is_due_again() -> None:
    road, never = secure_road().to_suspended_order(), secure_road().to_suspended_order()
    space(road)
    for each in (road, never):
        each.wait_until(each.day + timedelta(days=40))
    assert due(road) < due(never)
    road.do(BREATHING_SPACE, SENIOR)
    assert due(road) == due(never)
    told = road.case.orders[0].breach
    assert told is not None
    assert told.due_pence > 12_000


def test_the_record_keeps_the_hold_and_its_striking_out_and_nobody_gets_its_number() -> None:
    road = secure_road().to_ripe_notice()
    space(road)
    road.do(EndBreathingSpace(breathing_space_id="B1", ended_on=road.day)).later(1)
    space(road).do(BREATHING_SPACE, SENIOR)
    assert [one.id for one in road.case.breathing_spaces] == ["B2"]
    (kept,) = road.case.corrections
    assert (kept.fact, kept.new, kept.by) == ("B1/start_breathing_space/started_on", "never happened", SENIOR)
    every = [event for step in road.decisions for event in step.events]
    assert any(isinstance(e, BreathingSpaceChanged) and e.breathing_space.id == "B1" for e in every)
    assert [e.breathing_spaces for e in every if isinstance(e, NeverMade)] == [("B1",)]
    road.do(EndBreathingSpace(breathing_space_id="B2", ended_on=road.day)).later(1)
    assert [one.id for one in space(road).case.breathing_spaces] == ["B2", "B3"]
    told = fold(event for step in road.decisions for event in step.events)
    assert told is not None
    assert (told.breathing_spaces, told.struck_out) == (road.case.breathing_spaces, ("B1",))


def test_a_step_that_it_put_in_doubt_is_in_doubt_no_more() -> None:
    road = secure_road().to_ripe_notice()
    road.do(StartBreathingSpace(moratorium="standard", started_on=date(2026, 3, 1)))
    assert "breathing_space" in {one.code for one in road.case.doubts}
    road.do(BREATHING_SPACE, SENIOR)
    assert road.case.doubts == ()


@pytest.mark.parametrize("kind", [HoldKind.BANKRUPTCY, HoldKind.DEATH, HoldKind.DEBT_RELIEF_ORDER])
def test_an_insolvency_or_a_death_of_somebody_else_is_struck_out_too(kind: HoldKind) -> None:
    road = secure_road().to_issued_claim()
    before = {d.id for d in road.case.deadlines}
    road.do(StartHold(hold=kind, started_on=road.day, tenants=road.case.tenants, reason=TEXT))
    road.do(RecordCourtTold(held_by="L1", on=road.day))
    road.do(strike("L1/start_hold/started_on"), SENIOR)
    assert held.everything(road.case) == ()
    assert {d.id for d in road.case.deadlines} == before


def test_it_is_for_a_second_person_and_not_twice() -> None:
    road = space(secure_road().to_ripe_notice())
    assert road.refused(DraftClaim(notice_id="N1", signer="x")) == {"breathing_space"}
    assert road.refused(BREATHING_SPACE, OFFICER) == {"correction_needs_senior"}
    road.do(BREATHING_SPACE, SENIOR)
    assert road.refused(BREATHING_SPACE, SENIOR) == {"unknown_fact"}
    assert road.ask(DraftClaim(notice_id="N1", signer="x")).accepted


def test_in_a_money_case_what_it_held_goes_on_and_every_date_goes_back() -> None:
    road = MoneyRoad().to_letter()
    before = road.case.deadlines
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    road.do(HoldMoneyCase(hold=HoldReason.BANKRUPTCY, until=road.day + timedelta(days=90), reason=TEXT))
    asked = SendIntention(on=road.day, method="letter")
    assert {"breathing_space", "insolvency"} <= road.refused(asked)
    assert road.refused(StrikeOutHold(held_by="B1", reason=TEXT)) == {"not_allowed"}
    for wanted in ("B1", "D1"):
        road.do(StrikeOutHold(held_by=wanted, reason=TEXT), SENIOR)
        assert road.refused(StrikeOutHold(held_by=wanted, reason=TEXT), SENIOR) == {"no_hold"}
    assert not {"breathing_space", "insolvency"} & road.refused(asked)
    assert (road.case.deadlines, road.case.struck_out) == (before, ("B1", "D1"))
    told = [e for step in road.decisions for e in step.events if isinstance(e, HoldStruckOut)]
    assert any(one.title.startswith("Last day of breathing space B1") for one in told[0].moved)
    road.do(HoldMoneyCase(hold=HoldReason.DEATH, until=road.day + timedelta(days=9), reason=TEXT))
    assert [one.id for one in road.case.holds] == ["D2"]
