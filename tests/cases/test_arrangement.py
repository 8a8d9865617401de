"""Arrangements to pay: offered, agreed, kept to the penny, broken once, caught up with, completed once."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.commands import (
    AgreeArrangement,
    CloseCase,
    DraftClaim,
    EndArrangement,
    ExpectBenefit,
    OfferArrangement,
    RefuseArrangement,
    RentChanged,
    StartBreathingSpace,
    WarnArrangement,
)
from cases.court_words import ArrangementEnd, ArrangementKind
from cases.facts import Policy, Posting
from cases.gates import Question, reasons
from cases.schedule import Schedule, arrangement_schedule
from cases.stages.arrangement import no_kept_arrangement
from cases.views import at_risk
from cases.words import CloseResult, OutcomeKind
from tests.cases.road import SECURE, SYSTEM, TEXT, Road, secure_road
from tests.examples import examples

AGREED = date(2026, 3, 4)  # a Wednesday; ten weeks of £120 are owed
FIRST = date(2026, 3, 9)


def offer(**changes: object) -> OfferArrangement:
    """Rent and £20 a week from the Monday after."""
    command = OfferArrangement(
        arrangement=ArrangementKind.INFORMAL,
        instalment_pence=2_000,
        frequency="weekly",
        first_payment=FIRST,
        agreed_on=AGREED,
    )
    return command.model_copy(update=changes)


def agreed(**changes: object) -> Road:
    return secure_road().opened().do(offer(**changes))


def schedule(road: Road, subject: str = "R1") -> Schedule:
    found = arrangement_schedule(road.case, road.facts(), road.as_at)
    return next(s for s in found if s.subject == subject)


def kept_until(road: Road, day: date, pence: int = 14_000) -> Road:
    """Paid every Monday up to a day."""
    on = FIRST
    while on <= day:
        road.pay(pence, on)
        on += timedelta(days=7)
    return road


def whats(road: Road) -> list[str]:
    """What became of the arrangement while commands were given, in order."""
    return [e.what for d in road.decisions for e in d.events if e.kind == "arrangement_changed"]


def test_an_arrangement_asks_for_rent_and_the_instalment_until_the_arrears_are_cleared() -> None:
    road = agreed().on(date(2026, 3, 16))
    one = schedule(road)
    assert (one.expected_pence, one.actual_pence, one.shortfall_pence) == (28_000, 0, 28_000)
    assert [(line.on, line.rent_pence, line.instalment_pence) for line in one.lines] == [
        (date(2026, 3, 9), 12_000, 2_000),
        (date(2026, 3, 16), 12_000, 2_000),
    ]
    assert (one.next_due_on, one.next_due_pence, one.total_pence) == (date(2026, 3, 23), 14_000, 120_000)


@pytest.mark.parametrize(
    ("frequency", "second"),
    [
        ("weekly", date(2026, 3, 16)),
        ("fortnightly", date(2026, 3, 23)),
        ("four_weekly", date(2026, 4, 6)),
        ("monthly", date(2026, 4, 9)),
    ],
)
def test_instalments_fall_due_as_often_as_was_agreed(frequency: str, second: date) -> None:
    road = agreed(frequency=frequency, with_rent=False).on(date(2026, 4, 30))
    assert [line.on for line in schedule(road).lines][:2] == [FIRST, second]


def test_a_lump_sum_alone_is_one_payment() -> None:
    only = {"instalment_pence": None, "frequency": None, "first_payment": None, "with_rent": False}
    road = agreed(**only, lump_sum_pence=120_000, lump_sum_on=date(2026, 3, 20)).on(date(2026, 5, 1))
    assert [(line.on, line.expected_pence) for line in schedule(road).lines] == [(date(2026, 3, 20), 120_000)]


def test_a_lump_sum_leaves_the_rest_to_the_instalments() -> None:
    road = agreed(with_rent=False, lump_sum_pence=115_000, lump_sum_on=date(2026, 3, 20)).on(date(2026, 6, 1))
    lines = [(line.on, line.expected_pence) for line in schedule(road).lines]
    assert lines == [
        (date(2026, 3, 9), 2_000),
        (date(2026, 3, 16), 2_000),
        (date(2026, 3, 20), 115_000),
        (date(2026, 3, 23), 1_000),
    ]


def test_an_offer_waits_for_its_answer_and_is_watched_only_once_agreed() -> None:
    road = secure_road().opened().do(offer(agreed_on=None))
    assert schedule(road).standing == "offered"
    reply = next(d for d in road.case.deadlines if d.id == "R1.reply")
    assert reply.date.on == AGREED + timedelta(days=14)
    assert "R1.payment" not in {d.id for d in road.case.deadlines}
    road.do(AgreeArrangement(arrangement_id="R1", on=AGREED))
    assert {d.id for d in road.case.deadlines} >= {"R1.payment"}
    assert "R1.reply" not in {d.id for d in road.case.deadlines}


@pytest.mark.parametrize(
    "by", [ArrangementEnd.REFUSED_BY_TENANT, ArrangementEnd.REFUSED_BY_LANDLORD, ArrangementEnd.NO_ANSWER]
)
def test_a_refusal_stays_on_the_record_and_another_may_be_offered(by: ArrangementEnd) -> None:
    road = secure_road().opened().do(offer(agreed_on=None))
    road.do(RefuseArrangement(arrangement_id="R1", on=AGREED, by=by, reason=TEXT))
    assert road.case.arrangements[0].ended is by
    assert not [d for d in road.case.deadlines if d.subject == "R1"]
    assert road.do(offer()).case.arrangements[1].live


def test_an_offer_on_the_record_is_the_attempt_that_the_protocol_asks_for_before_notice() -> None:
    road = secure_road().opened()
    assert "affordability_needed" in road.refused(road.draft())
    road.do(offer(agreed_on=None))
    assert "affordability_needed" not in road.refused(road.draft())


def test_only_one_of_a_kind_is_open() -> None:
    road = agreed()
    assert road.refused(offer()) == {"arrangement_live"}
    road.do(offer(arrangement=ArrangementKind.BEFORE_COURT))
    assert len([a for a in road.case.arrangements if a.live]) == 2


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"instalment_pence": 0}, "sum_wrong"),
        ({"instalment_pence": -1}, "sum_wrong"),
        ({"instalment_pence": 120_001}, "sum_wrong"),
        ({"total_pence": 0}, "sum_wrong"),
        ({"frequency": None}, "payments_missing"),
        ({"instalment_pence": None, "frequency": None, "first_payment": None}, "payments_missing"),
        ({"lump_sum_pence": 5_000}, "payments_missing"),
        ({"first_payment": AGREED - timedelta(days=1)}, "first_payment_wrong"),
        ({"agreed_on": AGREED + timedelta(days=1)}, "in_future"),
        ({"arrangement": ArrangementKind.COURT}, "no_claim"),
    ],
)
def test_what_cannot_be_agreed_is_refused_by_name(changes: dict[str, Any], code: str) -> None:
    road = secure_road().opened()
    assert road.refused(offer(**changes)) == {code}


def test_nothing_is_agreed_about_a_clear_account() -> None:
    assert "nothing_owed" in secure_road().opened().pay(120_000).refused(offer())


def test_in_a_breathing_space_only_the_tenant_may_begin_the_talk() -> None:
    road = secure_road().opened().do(StartBreathingSpace(moratorium="standard", started_on=AGREED))
    assert road.refused(offer()) == {"breathing_space"}
    assert road.ask(offer(tenant_asked=True)).accepted


def test_a_missed_payment_is_found_by_itself_when_its_days_of_grace_have_passed() -> None:
    road = agreed()
    road.wait_until(date(2026, 3, 16))
    assert road.case.arrangements[0].kept
    assert schedule(road).within_grace
    road.wait_until(date(2026, 3, 17))
    breach = road.case.arrangements[0].breach
    assert breach is not None
    assert (breach.due_pence, breach.shortfall_pence, breach.first_missed) == (14_000, 14_000, FIRST)
    assert any(told.startswith("Arrangement R1 is broken") for told in at_risk(road.case))
    assert "R1.warning" in {d.id for d in road.case.deadlines}


def test_grace_is_the_landlords_policy() -> None:
    road = Road(SECURE, policy=Policy(breach_grace_days=2)).opened().do(offer())
    road.wait_until(date(2026, 3, 11))
    assert road.case.arrangements[0].kept
    road.wait_until(date(2026, 3, 12))
    assert not road.case.arrangements[0].kept


def test_a_penny_short_is_a_breach_and_a_payment_in_the_days_of_grace_is_not() -> None:
    short, late = agreed().pay(13_999, FIRST), agreed().pay(14_000, date(2026, 3, 16))
    short.wait_until(date(2026, 3, 17))
    late.wait_until(date(2026, 3, 17))
    assert not short.case.arrangements[0].kept
    assert late.case.arrangements[0].kept


def test_money_paid_on_the_day_counts_when_it_came_after_the_sum_was_agreed() -> None:
    after = agreed().pay(14_000, AGREED)
    before = secure_road().opened().pay(14_000, AGREED).do(offer())
    assert schedule(after.on(FIRST)).actual_pence == 14_000
    assert schedule(before.on(FIRST)).actual_pence == 0


def test_catching_up_wholly_mends_the_breach() -> None:
    road = agreed()
    road.wait_until(date(2026, 3, 20))
    road.pay(13_999).do(RentChanged(), SYSTEM)
    assert not road.case.arrangements[0].kept
    road.pay(14_001).do(RentChanged(), SYSTEM)
    assert road.case.arrangements[0].kept
    assert whats(road)[-1] == "mended"
    assert "R1.payment" in {d.id for d in road.case.deadlines}


def test_after_a_breach_the_tenants_are_warned_with_a_date_and_then_somebody_decides() -> None:
    road = agreed()
    warned = WarnArrangement(arrangement_id="R1", on=date(2026, 3, 17), method="letter", pay_by=date(2026, 3, 31))
    assert road.refused(warned.model_copy(update={"on": AGREED})) == {"no_breach"}
    road.wait_until(date(2026, 3, 17))
    assert road.refused(warned.model_copy(update={"pay_by": date(2026, 3, 17)})) == {"no_time_given"}
    road.do(warned)
    decide = next(d for d in road.case.deadlines if d.id == "R1.decide")
    assert decide.date.on == date(2026, 3, 31)
    assert "go on to the notice" in decide.title
    assert "R1.decide due" in road.wait_until(date(2026, 4, 1))


def test_in_a_breathing_space_the_rent_falls_due_and_no_instalment() -> None:
    road = agreed().do(StartBreathingSpace(moratorium="standard", started_on=AGREED + timedelta(days=1)))
    weeks = [FIRST + timedelta(days=7 * n) for n in range(8)]
    for day in weeks:
        road.pay(12_000, day)
    road.wait_until(date(2026, 5, 3))  # its last day
    assert road.case.arrangements[0].kept
    assert {line.instalment_pence for line in schedule(road).lines} == {0}
    assert sum(line.rent_pence for line in schedule(road).lines) == 8 * 12_000
    road.wait_until(date(2026, 5, 4))
    assert schedule(road).lines[-1].instalment_pence == 2_000


def test_rent_missed_in_a_breathing_space_is_a_breach_of_the_rent_alone() -> None:
    road = agreed().do(StartBreathingSpace(moratorium="standard", started_on=AGREED + timedelta(days=1)))
    road.wait_until(date(2026, 3, 17))
    breach = road.case.arrangements[0].breach
    assert breach is not None
    assert (breach.due_pence, breach.shortfall_pence) == (12_000, 12_000)


def test_one_found_broken_by_instalments_alone_is_mended_when_a_breathing_space_is_heard_of_late() -> None:
    road = agreed().pay(12_000, FIRST)
    road.wait_until(date(2026, 3, 17))
    assert not road.case.arrangements[0].kept
    road.pay(12_000, date(2026, 3, 16))
    road.do(StartBreathingSpace(moratorium="standard", started_on=FIRST))
    assert road.case.arrangements[0].kept


def test_a_paid_up_arrangement_completes_once_and_waits_for_nothing_more() -> None:
    road = agreed(total_pence=4_000).pay(14_000, FIRST).pay(14_000, date(2026, 3, 16))
    road.on(date(2026, 3, 16)).do(RentChanged(), SYSTEM).do(RentChanged(), SYSTEM)
    assert whats(road).count("completed") == 1
    assert road.case.arrangements[0].ended is ArrangementEnd.COMPLETED
    assert not [d for d in road.case.deadlines if d.subject == "R1"]
    assert schedule(road.on(date(2026, 6, 1))).standing == "completed"


def test_a_clear_account_completes_it_before_its_time() -> None:
    road = agreed().pay(120_000, date(2026, 3, 5)).on(date(2026, 3, 5)).do(RentChanged(), SYSTEM)
    assert road.case.arrangements[0].ended is ArrangementEnd.COMPLETED
    assert road.ask(CloseCase(result=CloseResult.ARRANGEMENT_KEPT)).accepted


def test_earlier_arrangements_stay_to_be_seen_as_they_stood_at_their_end() -> None:
    road = agreed()
    road.wait_until(date(2026, 3, 20))
    ended = EndArrangement(arrangement_id="R1", on=road.day, because=ArrangementEnd.BROKEN, reason=TEXT)
    road.do(ended).do(offer(agreed_on=road.day, first_payment=date(2026, 3, 23)))
    road.wait_until(date(2026, 4, 30))
    assert [s.subject for s in arrangement_schedule(road.case, road.facts(), road.as_at)] == ["R2", "R1"]
    first = schedule(road, "R1")
    assert (first.standing, first.to, first.expected_pence) == ("ended", date(2026, 3, 20), 28_000)


def test_a_kept_arrangement_is_not_ended_as_broken() -> None:
    road = agreed()
    ended = EndArrangement(arrangement_id="R1", on=AGREED, because=ArrangementEnd.BROKEN, reason=TEXT)
    assert road.refused(ended) == {"not_an_ending"}
    assert road.refused(ended.model_copy(update={"because": ArrangementEnd.COMPLETED})) == {"not_an_ending"}


def test_benefit_that_is_late_is_shown_apart_and_never_counted_as_paid() -> None:
    road = agreed().do(ExpectBenefit(arrangement_id="R1", due_on=FIRST, pence=9_000, source="hb")).on(date(2026, 3, 16))
    one = schedule(road)
    assert (one.actual_pence, one.benefit_late_pence, one.benefit[0].late) == (0, 9_000, True)
    road.postings.append(Posting(on=date(2026, 3, 16), kind="payment", due_pence=0, paid_pence=8_999, source="hb"))
    some = schedule(road)
    assert (some.actual_pence, some.benefit[0].came_pence, some.benefit_late_pence) == (8_999, 8_999, 1)


def test_benefit_expected_does_not_stop_a_breach_from_being_found() -> None:
    road = agreed().do(ExpectBenefit(arrangement_id="R1", due_on=FIRST, pence=14_000, source="uc"))
    road.wait_until(date(2026, 3, 17))
    assert not road.case.arrangements[0].kept


def postponing(road: Road) -> list[str]:
    """What the gate on a claim says."""
    gate = no_kept_arrangement(("draft_claim",))
    question = Question(DraftClaim(notice_id="N1", signer="officer.a"), road.case, road.facts(), road.as_at)
    return [r.says for r in reasons((gate,), question)]


def test_a_kept_arrangement_postpones_the_claim_and_a_broken_one_does_not_after_warning_and_time() -> None:
    road = agreed()
    assert "is kept, so the claim is to be postponed" in postponing(road)[0]
    road.wait_until(date(2026, 3, 17))
    assert "£140.00 short, and the tenants have not been warned" in postponing(road)[0]
    road.do(WarnArrangement(arrangement_id="R1", on=road.day, method="letter", pay_by=date(2026, 3, 31)))
    assert "until Tuesday 31 March 2026" in postponing(road.on(date(2026, 3, 31)))[0]
    assert not postponing(road.on(date(2026, 4, 1)))


def test_an_adjournment_on_terms_is_watched_like_an_arrangement_and_its_remedy_is_to_restore() -> None:
    road = secure_road().to_hearing_day()
    terms = {"instalment_pence": 1_000, "frequency": "weekly", "first_payment": date(2026, 5, 25)}
    road.do(road.outcome(OutcomeKind.ADJOURNED_ON_TERMS, **terms, restore_by=date(2026, 11, 18)))
    (made,) = road.case.arrangements
    assert (made.kind, made.hearing_id, made.total_pence) == (ArrangementKind.COURT, "H1", 120_000)
    assert {"R1.payment", "C1.restore", "C1.long_stop"} <= {d.id for d in road.case.deadlines}
    road.wait_until(date(2026, 6, 2))
    road.do(WarnArrangement(arrangement_id="R1", on=road.day, method="letter", pay_by=date(2026, 6, 16)))
    assert "have the claim restored" in next(d.title for d in road.case.deadlines if d.id == "R1.decide")


def test_an_order_takes_the_place_of_what_was_agreed_before() -> None:
    road = secure_road().to_hearing_day()
    road.do(offer(arrangement=ArrangementKind.COURT, agreed_on=road.day, first_payment=road.day))
    road.do(road.suspended())
    assert road.case.arrangements[0].ended is ArrangementEnd.REPLACED


# Properties over random accounts

moves = st.lists(st.tuples(st.integers(0, 200), st.integers(-4_000, 30_000).filter(bool)), max_size=25)


@settings(max_examples=examples(60), deadline=None)
@given(
    moves,
    st.integers(1, 30_000),
    st.sampled_from(["weekly", "fortnightly", "four_weekly", "monthly"]),
    st.booleans(),
    st.one_of(st.none(), st.integers(1, 90_000)),
    st.integers(0, 220),
)
def test_expected_is_always_actual_and_the_shortfall_to_the_penny(
    paid: list[tuple[int, int]], instalment: int, frequency: str, rent: bool, lump: int | None, days: int
) -> None:
    lump_sum = {"lump_sum_pence": lump, "lump_sum_on": FIRST + timedelta(days=30)} if lump else {}
    road = agreed(instalment_pence=instalment, frequency=frequency, with_rent=rent, **lump_sum)
    for after, pence in paid:
        road.pay(pence, AGREED + timedelta(days=after))
    one = schedule(road.on(AGREED + timedelta(days=days)))
    assert one.expected_pence + one.ahead_pence == one.actual_pence + one.shortfall_pence
    assert min(one.ahead_pence, one.shortfall_pence) == 0
    assert sum(line.expected_pence for line in one.lines) == one.expected_pence
    assert sum(line.actual_pence for line in one.lines) == one.actual_pence
    assert (one.lines[-1].balance_pence if one.lines else 0) == one.shortfall_pence - one.ahead_pence
    assert sum(line.instalment_pence for line in one.lines) <= one.total_pence
    running = 0
    for line in one.lines:
        running += line.expected_pence - line.actual_pence
        assert line.balance_pence == running


@settings(max_examples=examples(40), deadline=None)
@given(moves, st.integers(500, 30_000), st.integers(5_000, 60_000))
def test_breach_and_completion_are_each_found_once_however_money_comes(
    paid: list[tuple[int, int]], instalment: int, total: int
) -> None:
    road = agreed(instalment_pence=min(instalment, total), total_pence=total)
    for after, pence in sorted(paid):
        before = road.case.arrangements[0]
        road.wait_until(max(road.day, AGREED + timedelta(days=after)))
        waited = road.case.arrangements[0]
        # no money comes while waiting, so at most one breach is found, and only where none stood
        assert waited.times_broken == before.times_broken + (before.breach is None and waited.breach is not None)
        road.pay(pence).do(RentChanged(), SYSTEM)
        again = road.ask(RentChanged(), SYSTEM)
        assert not [e for e in again.events if e.kind == "arrangement_changed"]
    road.wait_until(AGREED + timedelta(days=420))
    one = road.case.arrangements[0]
    assert whats(road).count("completed") <= 1
    assert one.ended is not None or one.breach is not None, "fourteen months on it is either paid up or broken"
