"""What each hold bars and leaves open, how it ends, and whom the case tells."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases import held
from cases.available import available
from cases.commands import (
    BookEviction,
    DraftClaim,
    DraftWarrant,
    EndBreathingSpace,
    EndHold,
    ExtendHold,
    RecordCourtTold,
    RecordEviction,
    RequestWarrant,
    StartBreathingSpace,
    StartHold,
)
from cases.views import at_risk
from cases.words import HoldKind, Risk, StepBefore
from law import holds as table
from tests.cases.road import OFFICER, SENIOR, TEXT, Road, assured_road, secure_road

HELD = {"on_hold", "policy_hold", "breathing_space"}
ORDERED = date(2026, 6, 16)


def start(kind: str, road: Road, **changes: Any) -> Any:
    """The command that starts a hold of that kind today, on every tenant."""
    if kind in table.MORATORIA:
        return StartBreathingSpace(moratorium=kind, started_on=road.day)
    ends = road.day + timedelta(days=30) if kind == "policy" else None
    told = StartHold(hold=HoldKind(kind), started_on=road.day, ends_on=ends, tenants=road.tenancy.tenants, reason=TEXT)
    return told.model_copy(update=changes)


def to_notice(road: Road) -> Any:
    road.opened().protocol()
    return road.draft()


def to_claim(road: Road) -> Any:
    road.to_ripe_notice()
    return DraftClaim(notice_id="N1", signer="officer.a")


def to_warrant(road: Road) -> Any:
    road.to_outright_order().on(ORDERED).contact("benefit_enquiry").assess(StepBefore.WARRANT)
    return DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN)


def to_booking(road: Road) -> Any:
    road.to_outright_order().on(ORDERED).to_issued_warrant()
    return BookEviction(warrant_id="W1", on=road.day + timedelta(days=15), at="11:00")


def to_eviction(road: Road) -> Any:
    road.to_outright_order().on(ORDERED).to_booked_eviction().last_check()
    road.wait_until(road.day + timedelta(days=15))
    return RecordEviction(warrant_id="W1", on=road.day, executed=True)


STEPS: dict[str, Callable[[Road], Any]] = {
    "notice": to_notice,
    "claim": to_claim,
    "warrant": to_warrant,
    "booking": to_booking,
    "eviction": to_eviction,
}


@pytest.mark.parametrize("kind", table.KINDS)
@pytest.mark.parametrize("step", STEPS)
def test_a_hold_bars_exactly_the_steps_of_the_table(kind: Any, step: Any) -> None:
    road = secure_road()
    asked = STEPS[step](road)
    if kind == "stay" and not any(c.issued_on for c in road.case.claims):
        assert road.refused(start(kind, road)) == {"nothing_to_stay"}
        return
    assert road.ask(asked).accepted
    road.do(start(kind, road), SENIOR)
    barred = table.bar(kind, step, for_debt=True) is not None
    decision = road.ask(asked)
    assert bool({r.code for r in decision.refusals} & HELD) is barred
    assert decision.accepted is not barred
    for refusal in decision.refusals:
        assert refusal.authority
        assert refusal.confidence or refusal.code == "policy_hold"


def test_the_end_of_a_policy_hold_comes_by_itself_and_frees_what_it_held() -> None:
    road = secure_road().opened().protocol()
    road.do(start("policy", road), SENIOR)
    last = road.day + timedelta(days=30)
    assert "L1.end due" in road.wait_until(last + timedelta(days=1))
    assert road.case.holds[0].ended_on == last
    assert road.contact("rent_statement").ask(road.draft()).accepted


def test_a_hold_still_bars_on_its_last_day_and_not_on_the_next() -> None:
    road = secure_road().opened().protocol()
    road.do(start("policy", road), SENIOR)
    road.on(road.day + timedelta(days=30)).contact("rent_statement")
    assert road.refused(road.draft()) == {"policy_hold"}
    assert road.later(1).ask(road.draft()).accepted


def test_a_policy_hold_needs_an_end_and_a_senior() -> None:
    road = secure_road().opened()
    assert road.refused(start("policy", road, ends_on=None), SENIOR) == {"hold_end_needed"}
    assert road.refused(start("policy", road), OFFICER) == {"hold_needs_senior"}


def test_a_hold_is_extended_and_ended_with_a_reason_and_not_twice() -> None:
    road = secure_road().opened()
    road.do(start("policy", road), SENIOR)
    assert road.refused(start("policy", road), SENIOR) == {"hold_runs"}
    longer = ExtendHold(hold_id="L1", ends_on=road.day + timedelta(days=60), reason=TEXT)
    road.do(longer, SENIOR)
    assert road.refused(longer, SENIOR) == {"not_longer"}
    ended = EndHold(hold_id="L1", ended_on=road.day, reason=TEXT)
    road.do(ended)
    assert road.refused(ended) == {"already_ended"}
    assert "L1.end" not in {d.id for d in road.case.deadlines}


def test_the_death_of_a_sole_tenant_holds_the_case_and_of_one_of_two_does_not() -> None:
    sole = assured_road().opened().protocol()
    sole.do(start("death", sole))
    assert sole.refused(sole.draft()) == {"on_hold"}
    joint = secure_road().opened().protocol()
    joint.do(start("death", joint, tenants=("T1-1",)))
    assert joint.ask(joint.draft()).accepted
    (meaning,) = held.meanings(joint.case, joint.facts(), joint.day)
    assert meaning.others == ("T1-2",)
    assert "goes on in the surviving joint tenants" in meaning.others_say


def test_an_insolvency_and_a_death_say_whose_they_are() -> None:
    road = secure_road().opened()
    for kind in ("bankruptcy", "debt_relief_order", "iva", "death"):
        assert road.refused(start(kind, road, tenants=())) == {"hold_tenants"}
        assert road.refused(start(kind, road, tenants=("stranger",))) == {"hold_tenants"}


def test_a_debt_relief_order_lasts_a_year_and_freezes_the_debt_of_its_first_day() -> None:
    road = secure_road().opened()
    road.do(start("debt_relief_order", road))
    one = road.case.holds[0]
    assert one.ends
    assert (one.ends.on, one.frozen_pence) == (date(2027, 3, 3), 120_000)
    road.later(7).owe(12_000).pay(5_000)
    (meaning,) = held.meanings(road.case, road.facts(), road.day)
    assert meaning.since_pence == 7_000


def test_a_money_judgment_made_in_a_bankruptcy_is_at_risk_and_possession_is_not() -> None:
    road = secure_road().to_issued_claim()
    road.do(start("bankruptcy", road, tenants=("T1-1",)))
    road.do(RecordCourtTold(held_by="L1", on=road.day))
    listed = secure_road().to_outright_order()
    listed.do(start("bankruptcy", listed, started_on=date(2026, 3, 4)))
    assert {d.code for d in listed.case.doubts} == {"money_in_insolvency"}
    assert any("Sharples" in risk for risk in at_risk(listed.case))


def test_the_court_is_told_of_a_hold_and_then_no_more() -> None:
    road = secure_road().to_issued_claim()
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day, tenants=("T1-1",)))
    assert "B1.tell" in {d.id for d in road.case.deadlines}
    road.do(RecordCourtTold(held_by="B1", on=road.day))
    assert "B1.tell" not in {d.id for d in road.case.deadlines}
    assert not any("the court has to be told" in risk for risk in at_risk(road.case))
    assert road.refused(RecordCourtTold(held_by="B1", on=road.day)) == {"nothing_to_tell"}
    assert road.refused(RecordCourtTold(held_by="B9", on=road.day)) == {"nothing_to_tell"}


def test_what_a_breathing_space_stops_is_put_off_and_what_runs_goes_on() -> None:
    road = secure_road().to_approved_claim()
    before = {d.id: d.date.on for d in road.case.deadlines}
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    after = {d.id: d.date for d in road.case.deadlines}
    first_free = road.day + timedelta(days=60)
    assert after["C1.issue"].on == first_free
    assert "Breathing space B1 holds it" in after["C1.issue"].sentence
    assert after["N1.lapse"].on == before["N1.lapse"]
    road.do(EndBreathingSpace(breathing_space_id="B1", ended_on=road.day))
    assert {d.id: d.date.on for d in road.case.deadlines}["C1.issue"] in (before["C1.issue"], road.day)


def test_each_clock_says_whether_it_runs_with_authority_and_mark() -> None:
    road = secure_road().to_outright_order()
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day, tenants=("T1-1",)))
    (meaning,) = held.meanings(road.case, road.facts(), road.day)
    effects = {clock.title: clock for clock in meaning.clocks}
    assert effects["Life of a notice served before"].effect == "runs"
    assert effects["Life of a notice served before"].confidence == "C"
    assert effects["Six years to enforce without permission"].until
    assert all(clock.authority and clock.confidence in "ABC" for clock in meaning.clocks)
    assert meaning.others == ("T1-2",)


def test_a_six_year_limit_inside_the_eight_weeks_is_lengthened_in_the_view_only() -> None:
    road = secure_road().to_outright_order()
    road.state = road.case.model_copy(update={"orders": (_aged(road),)})
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    (meaning,) = held.meanings(road.case, road.facts(), road.day)
    until = next(c.until for c in meaning.clocks if c.until)
    assert until.on == road.day + timedelta(days=59 + 55)


def _aged(road: Road) -> Any:
    order = road.case.orders[0]
    assert order.six_years
    near = order.six_years.model_copy(update={"on": road.day + timedelta(days=10)})
    return order.model_copy(update={"six_years": near})


def test_a_held_step_is_shown_with_its_reason() -> None:
    road = secure_road().opened().protocol()
    road.do(start("policy", road), SENIOR)
    lead = next(a for a in available(road.case, road.facts(), OFFICER.role, road.as_at) if a.leads)
    assert "Landlord's own hold L1 runs" in lead.why


def test_a_warrant_is_not_asked_for_while_the_order_is_stayed() -> None:
    road = secure_road().to_outright_order().on(ORDERED).to_approved_warrant()
    road.do(start("stay", road, tenants=()))
    assert road.refused(RequestWarrant(warrant_id="W1", on=road.day)) == {"on_hold"}
    road.do(EndHold(hold_id="L1", ended_on=road.day, reason=TEXT)).later(1).search(StepBefore.WARRANT)
    assert road.ask(RequestWarrant(warrant_id="W1", on=road.day)).accepted
