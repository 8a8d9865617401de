"""Every outcome of a hearing: what it needs, what it makes, which dates follow."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from cases.available import available
from cases.commands import (
    Correct,
    DecideApplication,
    DraftWarrant,
    RecordApplication,
    RecordBreachWarning,
    RecordDirection,
    RecordDirectionMet,
    RecordFiling,
    RecordTenDayLetter,
    RentChanged,
    SetAsk,
)
from cases.compared import order_compared
from cases.court_words import ApplicationFor, Party
from cases.views import at_risk, stage
from cases.words import Breach, OutcomeKind, Risk, Role, Stage, StepBefore
from tests.cases.road import SENIOR, SYSTEM, TEXT, Road, assured_road, secure_road

HEARD = date(2026, 5, 18)  # a Monday
TERMS: dict[str, Any] = {
    "judgment_pence": 120_000,
    "instalment_pence": 1_000,
    "frequency": "weekly",
    "first_payment": date(2026, 5, 25),
}

TABLE: list[tuple[OutcomeKind, dict[str, Any], Stage, set[str]]] = [
    (OutcomeKind.OUTRIGHT, {"possession_on": date(2026, 6, 15)}, Stage.ORDER, {"O1.possession", "O1.six_years"}),
    (OutcomeKind.SUSPENDED, {"possession_on": HEARD, **TERMS}, Stage.ORDER, {"O1.payment", "O1.six_years"}),
    (OutcomeKind.POSTPONED, TERMS, Stage.ORDER, {"O1.payment", "O1.six_years"}),
    (OutcomeKind.CONSENT, {"other_terms": TEXT}, Stage.ORDER, {"O1.six_years"}),
    (OutcomeKind.CONSENT, {"possession_on": HEARD, **TERMS}, Stage.ORDER, {"O1.payment", "O1.six_years"}),
    (OutcomeKind.MONEY_ONLY, {"judgment_pence": 120_000}, Stage.ORDER, {"O1.money", "O1.six_years"}),
    (OutcomeKind.DEMOTED, {"begins_on": date(2026, 6, 1)}, Stage.ORDER, {"O1.ends", "O1.six_years"}),
    (
        OutcomeKind.BUY_SUSPENDED,
        {"begins_on": HEARD, "ends_on": date(2027, 5, 17)},
        Stage.ORDER,
        {"O1.ends", "O1.six_years"},
    ),
    (
        OutcomeKind.ADJOURNED_TO_DATE,
        {"next_hearing_on": date(2026, 7, 14)},
        Stage.HEARING,
        {"H2.outcome", "H2.letter", "H2.statements"},
    ),
    (
        OutcomeKind.ADJOURNED_ON_TERMS,
        {**TERMS, "restore_by": date(2026, 11, 18)},
        Stage.HEARING,
        {"R1.payment", "C1.restore", "C1.long_stop"},
    ),
    (
        OutcomeKind.ADJOURNED_GENERALLY,
        {"restore_by": date(2026, 11, 18)},
        Stage.HEARING,
        {"C1.restore", "C1.long_stop"},
    ),
    (OutcomeKind.STAYED, {"restore_by": date(2026, 11, 18)}, Stage.HEARING, {"C1.restore", "C1.long_stop"}),
    (OutcomeKind.STRUCK_OUT, {"restore_by": date(2026, 6, 15)}, Stage.NOTICE, {"H1.appeal", "H1.reinstate"}),
    (OutcomeKind.STRUCK_OUT, {"reasons_served_on": HEARD}, Stage.NOTICE, {"H1.appeal", "H1.reinstate"}),
    (OutcomeKind.DISMISSED, {}, Stage.NOTICE, {"H1.appeal"}),
    (OutcomeKind.WITHDRAWN, {}, Stage.NOTICE, set()),
]


def heard(kind: OutcomeKind, **changes: Any) -> Road:
    road = secure_road().to_hearing_day()
    assert road.day == HEARD
    return road.do(road.outcome(kind, **changes))


def dates(road: Road) -> dict[str, date]:
    return {d.id: d.date.on for d in road.case.deadlines}


@pytest.mark.parametrize(("kind", "needs", "where", "follow"), TABLE)
def test_every_outcome_leads_on_to_its_own_dates(
    kind: OutcomeKind, needs: dict[str, Any], where: Stage, follow: set[str]
) -> None:
    road = heard(kind, **needs)
    assert stage(road.case) is where
    waited = {d for d in dates(road) if d.split(".")[0] in {"O1", "R1", "C1", "H1", "H2"}}
    assert follow <= waited
    assert waited - follow <= {"H2.defence"}
    for deadline in road.case.deadlines:
        assert deadline.date.sentence.strip()
        assert deadline.date.authority
    leads = [a for a in available(road.case, road.facts(), Role.OFFICER, road.as_at) if a.leads]
    assert len(leads) == 1


def test_the_table_has_every_outcome() -> None:
    assert {row[0] for row in TABLE} == set(OutcomeKind)


@pytest.mark.parametrize(
    ("kind", "changes", "code"),
    [
        (OutcomeKind.POSTPONED, {}, "terms_missing"),
        (OutcomeKind.POSTPONED, {**TERMS, "possession_on": HEARD}, "no_possession_date"),
        (OutcomeKind.CONSENT, {}, "terms_missing"),
        (OutcomeKind.ADJOURNED_ON_TERMS, {}, "terms_missing"),
        (OutcomeKind.ADJOURNED_ON_TERMS, {"instalment_pence": 1_000, "other_terms": TEXT}, "terms_missing"),
        (OutcomeKind.MONEY_ONLY, {}, "judgment_missing"),
        (OutcomeKind.MONEY_ONLY, {"judgment_pence": 0}, "judgment_missing"),
        (OutcomeKind.MONEY_ONLY, {"judgment_pence": 1, "pay_by": HEARD - timedelta(days=1)}, "date_wrong"),
        (OutcomeKind.DEMOTED, {}, "period_missing"),
        (OutcomeKind.DEMOTED, {"begins_on": HEARD, "ends_on": HEARD}, "period_missing"),
        (OutcomeKind.BUY_SUSPENDED, {"begins_on": HEARD}, "period_missing"),
        (OutcomeKind.ADJOURNED_GENERALLY, {"restore_by": HEARD - timedelta(days=1)}, "date_wrong"),
        (
            OutcomeKind.ADJOURNED_ON_TERMS,
            {**TERMS, "first_payment": HEARD - timedelta(days=1)},
            "first_payment_wrong",
        ),
    ],
)
def test_an_outcome_that_is_not_whole_is_refused_by_name(kind: OutcomeKind, changes: dict[str, Any], code: str) -> None:
    road = secure_road().to_hearing_day()
    assert road.refused(road.outcome(kind, **changes)) == {code}


def test_possession_on_a_mandatory_ground_cannot_be_postponed_either() -> None:
    road = assured_road().to_hearing_day()
    asked = road.outcome(OutcomeKind.POSTPONED, grounds_proved=("8",), **TERMS)
    assert road.refused(asked) == {"cannot_suspend"}
    assert "postpone possession" in road.why(asked, "cannot_suspend")


def test_the_dates_that_follow_are_those_of_the_rules() -> None:
    assert dates(heard(OutcomeKind.DISMISSED))["H1.appeal"] == date(2026, 6, 8)
    assert dates(heard(OutcomeKind.STRUCK_OUT, reasons_served_on=HEARD))["H1.reinstate"] == date(2026, 6, 15)
    assert dates(heard(OutcomeKind.MONEY_ONLY, judgment_pence=1))["O1.money"] == date(2026, 6, 1)
    assert dates(heard(OutcomeKind.DEMOTED, begins_on=date(2026, 6, 1)))["O1.ends"] == date(2027, 5, 31)


def test_a_money_judgment_gives_no_warrant_of_possession() -> None:
    road = heard(OutcomeKind.MONEY_ONLY, judgment_pence=120_000).contact("benefit_enquiry").assess(StepBefore.WARRANT)
    assert road.refused(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN)) == {"possession_date_ahead"}


# A postponed order, PD 55A 10


def broken_postponed() -> Road:
    road = heard(OutcomeKind.POSTPONED, **TERMS)
    road.wait_until(date(2026, 6, 2))
    assert road.case.orders[0].breach_kind is Breach.PAYMENT
    return road


def fix_date(on: date) -> RecordApplication:
    return RecordApplication(subject="O1", purpose=ApplicationFor.FIX_DATE, by=Party.LANDLORD, made_on=on)


def test_a_postponed_order_goes_by_notice_fourteen_days_application_and_a_fixed_date() -> None:
    road = broken_postponed()
    assert road.refused(fix_date(road.day)) == {"cannot_fix_date"}
    road.do(RecordBreachWarning(order_id="O1", on=road.day, method="letter"))
    notice = road.case.orders[0].breach_notice
    assert notice is not None
    assert (notice.apply_from.on, notice.apply_by.on, notice.reply_by.on) == (
        date(2026, 6, 17),
        date(2026, 9, 2),
        date(2026, 6, 9),
    )
    assert {"O1.answer", "O1.apply", "O1.apply_by"} <= set(dates(road))
    road.on(date(2026, 6, 16))
    assert road.refused(fix_date(road.day)) == {"cannot_fix_date"}
    road.wait_until(date(2026, 6, 17))
    road.do(fix_date(road.day)).later(9)
    warrant = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    assert "possession_date_ahead" in road.refused(warrant)
    decided = DecideApplication(application_id="A1", on=road.day, granted=True)
    assert road.refused(decided) == {"answer_missing"}
    assert "Monday 29 June 2026" in road.why(decided, "answer_missing")  # decided on a Friday
    road.do(decided.model_copy(update={"possession_on": date(2026, 6, 29)}))
    road.contact("benefit_enquiry").assess(StepBefore.WARRANT)
    warrant = warrant.model_copy(update={"breach": Breach.NONE})
    assert road.refused(warrant) == {"possession_date_ahead"}
    assert road.on(date(2026, 6, 30)).ask(warrant).accepted


def test_after_three_months_a_new_notice_of_breach_is_needed() -> None:
    road = broken_postponed()
    road.do(RecordBreachWarning(order_id="O1", on=road.day, method="letter"))
    road.wait_until(date(2026, 9, 3))
    assert "Too late" in road.why(fix_date(road.day), "cannot_fix_date")


def test_catching_up_takes_the_notice_of_breach_back() -> None:
    road = broken_postponed()
    road.do(RecordBreachWarning(order_id="O1", on=road.day, method="letter")).pay(50_000)
    road.wait_until(date(2026, 6, 3))
    road.do(RentChanged(), SYSTEM)
    assert road.case.orders[0].breach_notice is None
    assert road.refused(fix_date(road.day)) == {"cannot_fix_date"}


# Applications


def applied(road: Road, purpose: ApplicationFor, subject: str = "O1", **changes: Any) -> Road:
    command = RecordApplication(subject=subject, purpose=purpose, by=Party.TENANT, made_on=road.day)
    return road.do(command.model_copy(update=changes))


def granted(road: Road, **changes: Any) -> DecideApplication:
    return DecideApplication(application_id="A1", on=road.day, granted=True).model_copy(update=changes)


def test_terms_that_are_varied_are_watched_from_their_own_first_payment() -> None:
    road = applied(secure_road().to_broken_order(), ApplicationFor.VARY)
    assert "Application A1 is before the court: vary the terms of the order" in at_risk(road.case)
    assert road.refused(granted(road)) == {"terms_missing"}
    first = road.day + timedelta(days=5)
    road.do(granted(road, judgment_pence=100_000, instalment_pence=500, frequency="fortnightly", first_payment=first))
    order = road.case.orders[0]
    assert order.breach is None
    assert order.terms is not None
    assert (order.terms.instalment_pence, order.terms.since) == (500, road.day)
    assert [t.instalment_pence for t in order.earlier_terms] == [1_000]


def test_a_variation_may_ask_for_a_sum_at_once_no_more_than_is_to_be_cleared() -> None:
    road = applied(secure_road().to_broken_order(), ApplicationFor.VARY)
    first = road.day + timedelta(days=5)
    terms = {"judgment_pence": 100_000, "instalment_pence": 500, "frequency": "weekly", "first_payment": first}
    for wrong in (
        {"lump_sum_pence": 30_000},
        {"lump_sum_pence": 100_001, "lump_sum_on": first},
        {"lump_sum_pence": 30_000, "lump_sum_on": road.day - timedelta(days=1)},
    ):
        assert road.refused(granted(road, **terms, **wrong)) == {"lump_sum_wrong"}
    road.do(granted(road, **terms, lump_sum_pence=30_000, lump_sum_on=first))
    varied = road.case.orders[0].terms
    assert varied is not None
    assert (varied.lump_sum_pence, varied.lump_sum_on) == (30_000, first)
    road.do(Correct(fact="A1/decide_application/lump_sum_pence", pence=20_000, reason=TEXT), SENIOR)
    assert [o.terms and o.terms.lump_sum_pence for o in road.case.orders] == [20_000]


def test_an_outright_order_suspended_by_the_court_stops_the_warrant_and_is_watched() -> None:
    road = secure_road().to_outright_order()
    road.on(date(2026, 6, 16)).contact("benefit_enquiry").assess(StepBefore.WARRANT)
    road.do(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN))
    applied(road, ApplicationFor.SUSPEND)
    road.do(
        granted(
            road,
            judgment_pence=120_000,
            instalment_pence=1_000,
            frequency="weekly",
            first_payment=road.day + timedelta(days=7),
        )
    )
    assert road.case.orders[0].kind is OutcomeKind.SUSPENDED
    assert not road.case.warrants[0].live
    assert "O1.payment" in dates(road)


def test_a_stay_bars_the_warrant_until_it_has_ended() -> None:
    road = secure_road().to_outright_order().on(date(2026, 6, 16)).contact("benefit_enquiry").assess(StepBefore.WARRANT)
    applied(road, ApplicationFor.STAY)
    assert road.refused(granted(road)) == {"answer_missing"}
    road.do(granted(road, stayed_until=date(2026, 7, 16)))
    warrant = DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN)
    assert road.on(date(2026, 7, 16)).refused(warrant) == {"order_stayed"}
    assert road.on(date(2026, 7, 17)).ask(warrant).accepted


def test_an_order_set_aside_is_gone_and_its_claim_is_heard_again() -> None:
    road = applied(secure_road().to_outright_order(), ApplicationFor.SET_ASIDE)
    road.do(granted(road, next_hearing_on=date(2026, 7, 14), next_hearing_at=time(14)))
    assert not road.case.orders[0].live
    assert road.case.hearings[-1].on == date(2026, 7, 14)
    assert stage(road.case) is Stage.HEARING
    assert "order_discharged" in road.refused(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN))


def test_a_refused_application_changes_nothing_and_may_be_made_again() -> None:
    road = applied(secure_road().to_outright_order(), ApplicationFor.SET_ASIDE)
    before = road.case.orders
    again = RecordApplication(subject="O1", purpose=ApplicationFor.SET_ASIDE, by=Party.TENANT, made_on=road.day)
    assert road.refused(again) == {"application_pending"}
    road.do(granted(road, granted=False))
    assert road.case.orders == before
    assert road.ask(again).accepted


def test_a_claim_struck_out_may_be_restored_in_time_and_not_after() -> None:
    road = heard(OutcomeKind.STRUCK_OUT, restore_by=date(2026, 6, 15))
    restore = RecordApplication(
        subject="C1", purpose=ApplicationFor.RESTORE, by=Party.LANDLORD, made_on=date(2026, 6, 15)
    )
    late = restore.model_copy(update={"made_on": date(2026, 6, 16)})
    assert road.on(date(2026, 6, 16)).refused(late) == {"not_adjourned"}
    road.on(date(2026, 6, 15)).do(restore)
    road.do(granted(road, next_hearing_on=date(2026, 7, 14)))
    assert road.case.claims[0].live
    assert stage(road.case) is Stage.HEARING


def test_an_application_heard_on_a_day_waits_for_service_and_for_the_hearing() -> None:
    road = applied(
        secure_road().to_suspended_order(), ApplicationFor.DISCHARGE, by=Party.LANDLORD, hearing_on=date(2026, 6, 15)
    )
    assert dates(road)["A1.serve"] == date(2026, 6, 9)
    assert dates(road)["A1.hearing"] == date(2026, 6, 15)


# Before the hearing


def test_a_hearing_listed_too_late_for_its_letter_says_at_once_and_says_it_once() -> None:
    road = secure_road().to_hearing_day()
    road.do(road.outcome(OutcomeKind.ADJOURNED_TO_DATE, next_hearing_on=date(2026, 5, 27)))
    letter = next(d for d in road.case.deadlines if d.id == "H2.letter")
    assert letter.title.endswith("at once")
    assert letter.date.on == HEARD
    assert [a.level for a in letter.alarms] == ["due"]
    said = road.wait_until(date(2026, 5, 26))
    assert [s for s in said if s.startswith("H2.letter")] == ["H2.letter due"]


def test_the_letter_goes_only_after_vulnerability_was_weighed_before_the_hearing() -> None:
    road = secure_road().to_listed_hearing()
    plain = road.case.model_copy(update={"assessments": ()})
    road.state = plain
    assert road.refused(RecordTenDayLetter(hearing_id="H1", sent_on=road.day)) == {"assessment_needed"}
    road.assess(StepBefore.HEARING)
    assert road.ask(RecordTenDayLetter(hearing_id="H1", sent_on=road.day)).accepted


def test_a_witness_statement_filed_is_waited_for_no_more_and_a_late_one_shows() -> None:
    road = secure_road().to_listed_hearing()
    assert "H1.statements" in dates(road)
    filed = RecordFiling(hearing_id="H1", filed_on=road.day, served_on=road.day)
    assert "H1.statements" not in dates(road.do(filed))
    late = secure_road().to_hearing_day()
    late.do(RecordFiling(hearing_id="H1", filed_on=late.day - timedelta(days=1), served_on=late.day))
    assert "Hearing H1: the witness statement was filed or served late" in at_risk(late.case)


def test_what_the_court_directed_is_waited_for_until_it_is_met() -> None:
    road = secure_road().to_listed_hearing()
    road.do(RecordDirection(hearing_id="H1", what=TEXT, by=date(2026, 5, 1)))
    assert dates(road)["H1.D1"] == date(2026, 5, 1)
    road.do(RecordDirectionMet(hearing_id="H1", direction="D1", on=road.day))
    assert "H1.D1" not in dates(road)
    assert road.refused(RecordDirectionMet(hearing_id="H1", direction="D1", on=road.day)) == {"no_direction"}


# Asked and got


def asked(**changes: Any) -> SetAsk:
    command = SetAsk(
        hearing_id="H1",
        outcome=OutcomeKind.OUTRIGHT,
        possession_on=date(2026, 6, 1),
        judgment_pence=120_000,
        costs_pence=48_450,
    )
    return command.model_copy(update=changes)


def test_an_order_that_gives_all_that_was_asked_differs_in_nothing() -> None:
    road = secure_road().to_hearing_day().do(asked())
    road.do(
        road.outcome(OutcomeKind.OUTRIGHT, possession_on=date(2026, 6, 1), judgment_pence=120_000, costs_pence=48_450)
    )
    rows = order_compared(road.case, "H1")
    assert {r.code for r in rows} == {"kind", "grounds", "possession", "judgment", "costs"}
    assert not [r for r in rows if r.differs]


def test_every_difference_says_what_was_asked_what_was_got_and_what_follows() -> None:
    road = assured_road().to_hearing_day().do(asked())
    road.do(
        road.suspended(grounds_proved=("10",), possession_on=date(2026, 6, 15), judgment_pence=100_000, costs_pence=0)
    )
    rows = {r.code: r for r in order_compared(road.case, "H1") if r.differs}
    assert set(rows) == {"kind", "grounds", "possession", "judgment", "costs", "terms"}
    assert all(r.follows for r in rows.values())
    assert "14 days later" in rows["possession"].follows
    assert "£200.00 is in no judgment" in rows["judgment"].follows
    assert "100 payments" in rows["terms"].follows
    event = next(e for e in road.decisions[-1].events if e.kind == "hearing_changed")
    assert "Money judgment: asked £1,200.00, got £1,000.00" in event.differs


def test_without_a_record_of_what_was_asked_the_claim_says_it() -> None:
    road = heard(OutcomeKind.DISMISSED)
    (row,) = order_compared(road.case, "H1")
    assert (row.asked, row.got) == ("Outright possession order", "Claim dismissed")
    assert "time to appeal" in row.follows


def test_nothing_is_compared_before_there_is_an_outcome() -> None:
    assert order_compared(secure_road().to_listed_hearing().case, "H1") == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"outcome": OutcomeKind.DISMISSED}, "cannot_ask"),
        ({"judgment_pence": -1}, "sum_wrong"),
        ({"instalment_pence": 1_000}, "sum_wrong"),
        ({"possession_on": date(2026, 5, 17)}, "date_wrong"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_by_name(changes: dict[str, Any], code: str) -> None:
    assert secure_road().to_hearing_day().refused(asked(**changes)) == {code}
