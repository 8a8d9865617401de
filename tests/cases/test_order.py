"""Suspended orders watched against the rent account, and what may follow."""

from datetime import date, timedelta

from cases.commands import (
    DischargeOrder,
    DraftClaim,
    DraftWarrant,
    RecordBreach,
    RecordBreachWarning,
    RecordPermission,
    RentChanged,
)
from cases.views import at_risk, stage
from cases.words import Breach, Risk, Stage, StepBefore
from tests.cases.road import SYSTEM, TEXT, Road, secure_road

WARN = RecordBreachWarning(order_id="O1", on=date(2026, 6, 27), method="letter")


def payment(road: Road) -> date:
    """The legal date of the payment check that is set."""
    return next(d.date.on for d in road.case.deadlines if d.id == "O1.payment")


def test_each_payment_is_looked_at_when_its_days_of_grace_have_passed() -> None:
    road = secure_road().to_suspended_order()
    # made on Monday 18 May 2026, first payment a week later, seven days of grace
    assert payment(road) == date(2026, 6, 1)
    assert "7 days of grace" in next(d.date.trigger for d in road.case.deadlines if d.id == "O1.payment")


def test_payments_made_in_time_are_no_news_and_the_next_check_is_set() -> None:
    road = secure_road().to_suspended_order()
    road.pay(13_000, date(2026, 5, 25))
    assert road.wait_until(date(2026, 6, 2)) == ["O1.payment due"]
    assert road.case.orders[0].breach is None
    assert payment(road) == date(2026, 6, 8)
    assert all(not a.fired for d in road.case.deadlines if d.id == "O1.payment" for a in d.alarms)


def test_a_payment_missed_past_its_grace_breaks_the_order() -> None:
    road = secure_road().to_suspended_order()
    road.wait_until(date(2026, 6, 1))
    assert road.case.orders[0].breach is None
    road.wait_until(date(2026, 6, 2))
    breach = road.case.orders[0].breach
    assert breach is not None
    assert (breach.due_pence, breach.paid_pence, breach.shortfall_pence) == (13_000, 0, 13_000)
    assert (breach.missed, breach.first_missed) == (1, date(2026, 5, 25))
    assert at_risk(road.case) == ("Order O1 is broken by £130.00: warn the tenants (due on Tuesday 2 June 2026)",)
    assert "O1.warning" in {d.id for d in road.case.deadlines}


def test_a_penny_short_is_a_breach_and_a_payment_in_the_days_of_grace_is_not() -> None:
    short, late = secure_road().to_suspended_order(), secure_road().to_suspended_order()
    short.pay(12_999, date(2026, 5, 25)).wait_until(date(2026, 6, 2))
    late.pay(13_000, date(2026, 6, 1)).wait_until(date(2026, 6, 2))
    assert short.case.orders[0].breach is not None
    assert late.case.orders[0].breach is None


def test_catching_up_wholly_mends_the_breach_and_forgets_the_warning() -> None:
    road = secure_road().to_broken_order()
    road.pay(13_000).do(RentChanged(), SYSTEM)
    assert road.case.orders[0].breach is not None
    road.pay(13_000 * 4).do(RentChanged(), SYSTEM)
    order = road.case.orders[0]
    assert (order.breach, order.warned_on) == (None, None)
    assert "O1.payment" in {d.id for d in road.case.deadlines}


def test_payments_before_the_order_do_not_count_under_it() -> None:
    road = secure_road().to_suspended_order()
    road.pay(50_000, date(2026, 5, 1)).wait_until(date(2026, 6, 2))
    assert road.case.orders[0].breach is not None


def test_nobody_is_warned_while_the_terms_are_kept() -> None:
    road = secure_road().to_suspended_order()
    kept = WARN.model_copy(update={"on": road.day})
    assert road.refused(kept) == {"no_breach"}


def test_a_warrant_on_missed_payments_needs_breach_warning_possession_date_and_assessment() -> None:
    road = secure_road().to_suspended_order()
    asked = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    before = {"not_warned", "assessment_needed", "benefit_before_warrant"}
    assert road.refused(asked) == before | {"possession_date_ahead", "no_breach"}
    road.wait_until(date(2026, 6, 27))
    assert road.refused(asked) == before
    road.do(WARN).contact("benefit_enquiry").assess(StepBefore.WARRANT).do(asked)
    assert road.case.warrants[0].form == "N325A"


def test_a_breach_of_other_terms_needs_the_courts_permission_first() -> None:
    road = secure_road().to_suspended_order()
    road.pay(100_000).wait_until(date(2026, 6, 20))
    road.do(RecordBreach(order_id="O1", on=road.day, details=TEXT))
    road.contact("benefit_enquiry").assess(StepBefore.WARRANT)
    road.do(WARN.model_copy(update={"on": road.day}))
    asked = DraftWarrant(order_id="O1", breach=Breach.OTHER, risk=Risk.NONE_KNOWN)
    assert road.refused(asked) == {"permission_needed"}
    (refusal,) = road.ask(asked).refusals
    assert "N244" in refusal.mend
    assert "not a failure to pay money" in refusal.says
    road.do(RecordPermission(order_id="O1", on=road.day, granted=False))
    assert road.refused(asked) == {"permission_needed"}
    assert "It was refused on Saturday 20 June 2026." in road.why(asked, "permission_needed")
    road.do(RecordPermission(order_id="O1", on=road.day, granted=True)).do(asked)
    assert road.case.warrants[0].form == "N325"


def test_permission_lapses_when_it_is_not_used_for_a_year() -> None:
    road = secure_road().to_suspended_order()
    road.pay(900_000).wait_until(date(2026, 6, 20))
    road.do(RecordBreach(order_id="O1", on=road.day, details=TEXT))
    road.contact("benefit_enquiry").assess(StepBefore.WARRANT)
    road.do(WARN.model_copy(update={"on": road.day})).do(RecordPermission(order_id="O1", on=road.day, granted=True))
    asked = DraftWarrant(order_id="O1", breach=Breach.OTHER, risk=Risk.NONE_KNOWN)
    assert road.on(date(2027, 6, 20)).ask(asked).accepted
    (refusal,) = road.on(date(2027, 6, 21)).ask(asked).refusals
    assert refusal.says.endswith("was not used by Sunday 20 June 2027, the last day to use it.")
    assert (refusal.authority, refusal.confidence) == ("CPR 83.2(7)", "C")


def test_after_six_years_permission_is_needed_even_for_missed_payments() -> None:
    road = secure_road().to_broken_order().contact("benefit_enquiry").assess(StepBefore.WARRANT)
    road.on(date(2032, 5, 17))
    asked = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    assert road.ask(asked).accepted
    road.on(date(2032, 5, 18))
    assert road.refused(asked) == {"permission_needed"}


def test_an_outright_order_waits_for_its_possession_date_to_pass() -> None:
    road = secure_road().to_outright_order().contact("benefit_enquiry").assess(StepBefore.WARRANT)
    asked = DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN)
    road.on(date(2026, 6, 15))
    assert road.refused(asked) == {"possession_date_ahead"}
    assert road.on(date(2026, 6, 16)).ask(asked).accepted


def test_the_breach_named_has_to_fit_the_order() -> None:
    road = secure_road().to_outright_order().on(date(2026, 6, 16)).assess(StepBefore.WARRANT)
    assert road.refused(DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)) >= {
        "breach_not_named"
    }
    broken = secure_road().to_broken_order().contact("benefit_enquiry").assess(StepBefore.WARRANT)
    assert broken.refused(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN)) >= {"breach_not_named"}


def test_a_discharged_order_leaves_nothing_to_enforce() -> None:
    road = secure_road().to_broken_order()
    road.do(DischargeOrder(order_id="O1", on=road.day, reason=TEXT))
    assert "order_discharged" in road.refused(DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN))
    assert stage(road.case) is Stage.NOTICE
    assert not [d for d in road.case.deadlines if d.subject == "O1"]


def test_after_a_discharge_the_notice_may_carry_a_new_claim_while_it_lives() -> None:
    road = secure_road().to_broken_order()
    road.do(DischargeOrder(order_id="O1", on=road.day, reason=TEXT)).assess(StepBefore.CLAIM)
    assert "N1.lapse" in {d.id for d in road.case.deadlines}
    assert road.ask(DraftClaim(notice_id="N1", signer="officer.a")).accepted


def test_six_years_are_remembered() -> None:
    road = secure_road().to_suspended_order()
    six = next(d for d in road.case.deadlines if d.id == "O1.six_years")
    assert six.date.on == date(2032, 5, 18)
    assert [a.level for a in six.alarms] == ["reminder-183", "reminder-90", "reminder-30", "due", "escalation"]


def test_a_year_of_good_payments_stays_quiet_and_the_case_stays_at_the_order() -> None:
    road = secure_road().to_suspended_order()
    day = date(2026, 5, 25)
    for n in range(60):
        road.owe(12_000, day + timedelta(days=7 * n)).pay(13_000, day + timedelta(days=7 * n))
    said = road.wait_until(date(2027, 5, 1))
    assert {s for s in said if not s.startswith("statement")} == {"O1.payment due"}
    assert stage(road.case) is Stage.ORDER
    assert road.case.orders[0].breach is None
