"""The warrant, the N54 and the eviction."""

from datetime import date, time, timedelta

from cases.commands import (
    Approve,
    BookEviction,
    CloseCase,
    DraftWarrant,
    RecordEviction,
    RecordWarrantIssued,
    RequestWarrant,
    Withdraw,
)
from cases.state import Deadline, Warrant
from cases.views import stage
from cases.words import CloseResult, Risk, Stage, StepBefore
from tests.cases.road import OFFICER, SENIOR, TEXT, Road, secure_road


def outright() -> Road:
    """An outright order whose possession date has passed, on Tuesday 16 June 2026."""
    road = secure_road().to_outright_order()
    road.wait_until(date(2026, 6, 16))
    return road


def warrant(road: Road) -> Warrant:
    """The newest warrant."""
    return road.case.warrants[-1]


def test_an_outright_order_is_enforced_on_form_n325() -> None:
    assert warrant(outright().to_approved_warrant()).form == "N325"


def test_a_request_is_approved_by_another_with_the_figure_read_again() -> None:
    road = (
        outright()
        .contact("benefit_enquiry")
        .assess(StepBefore.WARRANT)
        .do(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN))
    )
    assert road.ask(Approve(subject="W1"), OFFICER).kind == "not_allowed"
    road.owe(12_000)
    assert road.refused(Approve(subject="W1"), SENIOR) == {"figure_moved"}


def test_a_request_needs_a_search_that_day() -> None:
    road = outright().to_approved_warrant().later(1)
    assert road.refused(RequestWarrant(warrant_id="W1", on=road.day)) == {"search_needed"}


def test_the_tables_fee_is_taken_before_july_2026() -> None:
    road = outright().to_approved_warrant()
    road.do(RequestWarrant(warrant_id="W1", on=road.day))
    fee = warrant(road).fee
    assert fee is not None
    assert (fee.pence, warrant(road).fee_confirmed) == (14_800, True)


def test_where_the_table_has_no_figure_the_officer_enters_it_and_it_is_marked_to_be_confirmed() -> None:
    road = secure_road().to_outright_order()
    road.wait_until(date(2026, 7, 20))
    road.to_approved_warrant()
    bare = RequestWarrant(warrant_id="W1", on=road.day)
    assert road.refused(bare) == {"fee_differs"}
    road.do(bare.model_copy(update={"fee_pence": 15_200}))
    fee = warrant(road).fee
    assert fee is not None
    assert (fee.pence, fee.confidence, warrant(road).fee_confirmed) == (15_200, "C", False)
    assert "£152.00 was entered by the officer and is to be confirmed" in fee.sentence


def test_a_warrant_lives_twelve_months_and_then_runs_out_by_itself() -> None:
    road = outright().to_issued_warrant()
    expires = warrant(road).expires
    assert expires is not None
    assert expires.on == date(2027, 6, 15)
    road.wait_until(date(2027, 6, 16))
    assert warrant(road).expired
    assert stage(road.case) is Stage.ORDER
    again = RecordEviction(warrant_id="W1", on=road.day, executed=True)
    assert road.refused(again) >= {"warrant_not_live", "not_booked"}


def test_an_eviction_is_14_clear_days_after_the_n54_was_delivered() -> None:
    road = outright().to_issued_warrant()
    booking = BookEviction(warrant_id="W1", n54_delivered_on=road.day, on=road.day + timedelta(days=14), at=time(11))
    assert road.refused(booking) == {"eviction_too_early"}
    assert road.ask(booking.model_copy(update={"on": road.day + timedelta(days=15)})).accepted


def test_the_n54_counts_from_actual_delivery_after_issue() -> None:
    road = outright().to_issued_warrant()
    booking = BookEviction(warrant_id="W1", n54_delivered_on=road.day, on=road.day + timedelta(days=41), at=time(11))
    ahead = booking.model_copy(update={"n54_delivered_on": road.day + timedelta(days=1)})
    before = booking.model_copy(update={"n54_delivered_on": road.day - timedelta(days=1)})
    assert road.refused(ahead) == {"n54_not_delivered"}
    assert road.refused(before) == {"n54_not_delivered"}


def appointment(road: Road, **changes: object) -> BookEviction:
    """The bailiff's day, 28 days ahead, before any N54."""
    return BookEviction(warrant_id="W1", on=road.day + timedelta(days=28), at=time(11)).model_copy(update=changes)


def waits(road: Road, kind: str) -> list[Deadline]:
    """The deadlines of a kind."""
    return [d for d in road.case.deadlines if d.kind == kind]


def test_the_risk_question_is_answered_before_a_request_is_prepared() -> None:
    road = outright().contact("benefit_enquiry").assess(StepBefore.WARRANT)
    assert road.refused(DraftWarrant(order_id="O1")) == {"risk_not_answered"}
    for answer in Risk:
        bare = road.ask(DraftWarrant(order_id="O1", risk=answer))
        told = road.ask(DraftWarrant(order_id="O1", risk=answer, risk_details=TEXT))
        assert (bare.accepted, told.accepted) == ((False, True) if answer is Risk.KNOWN else (True, False))


def test_the_answers_stay_with_the_request() -> None:
    road = outright().contact("benefit_enquiry").assess(StepBefore.WARRANT)
    road.do(DraftWarrant(order_id="O1", risk=Risk.KNOWN, risk_details=TEXT, vulnerable=TEXT, access=TEXT))
    made = warrant(road)
    assert (made.risk, made.risk_details, made.vulnerable, made.access) == (Risk.KNOWN, TEXT, TEXT, TEXT)


def test_an_appointment_comes_before_the_n54_and_waits_for_its_delivery() -> None:
    road = outright().to_issued_warrant()
    road.do(appointment(road))
    (wait,) = waits(road, "n54_delivery")
    assert (wait.date.on, wait.date.authority) == (date(2026, 6, 29), "CPR 83.8A(2), 2.8")
    assert [a.level for a in wait.alarms] == ["reminder-7", "reminder-3", "reminder-1", "due", "escalation"]
    assert warrant(road).eviction_earliest is None
    road.later(3).do(appointment(road, on=date(2026, 7, 14), n54_delivered_on=road.day))
    assert warrant(road).n54_delivered_on == road.day
    assert not waits(road, "n54_delivery")


def test_no_appointment_is_so_early_that_no_n54_could_have_come_in_time() -> None:
    road = outright().to_issued_warrant()
    assert road.refused(appointment(road, on=road.day + timedelta(days=14))) == {"eviction_too_early"}
    assert road.ask(appointment(road, on=road.day + timedelta(days=15))).accepted


def test_a_moved_appointment_needs_its_own_n54() -> None:
    road = outright().to_issued_warrant()
    booked = appointment(road, n54_delivered_on=road.day)
    road.do(booked).do(booked.model_copy(update={"n54_delivered_on": None}))
    assert warrant(road).n54_delivered_on == road.day
    road.do(appointment(road, on=road.day + timedelta(days=35)))
    assert warrant(road).n54_delivered_on is None
    assert warrant(road).appointment_on == date(2026, 7, 21)
    assert len(waits(road, "n54_delivery")) == 1


def test_possession_is_not_recorded_without_14_clear_days_of_the_n54() -> None:
    road = outright().to_issued_warrant()
    road.do(appointment(road)).last_check()
    road.wait_until(date(2026, 7, 14))
    done = RecordEviction(warrant_id="W1", on=road.day, executed=True)
    (why,) = road.ask(done).refusals
    assert (why.code, why.authority, why.confidence) == ("n54_too_late", "CPR 83.8A(2), 2.8", "A")
    assert "it had to be delivered by Monday 29 June 2026" in why.says
    assert why.mend.startswith("Record the appointment again")
    assert road.ask(done.model_copy(update={"executed": False})).accepted
    road.do(appointment(road, on=date(2026, 7, 14), n54_delivered_on=date(2026, 6, 29))).do(done)
    assert warrant(road).executed_on == date(2026, 7, 14)


def test_an_eviction_is_within_the_warrants_life() -> None:
    road = outright().to_issued_warrant()
    booking = BookEviction(warrant_id="W1", n54_delivered_on=road.day, on=date(2027, 6, 16), at=time(11))
    assert road.refused(booking) == {"warrant_expires"}


def test_possession_is_recorded_on_the_day_with_the_last_assessment() -> None:
    road = outright().to_booked_eviction()
    done = RecordEviction(warrant_id="W1", on=road.day, executed=True)
    assert road.refused(done) == {"appointment_ahead", "assessment_needed", "eviction_unchecked"}
    road.wait_until(date(2026, 7, 1))
    done = done.model_copy(update={"on": road.day})
    assert road.refused(done) == {"assessment_needed", "eviction_unchecked"}
    road.last_check().do(done)
    assert warrant(road).executed_on == date(2026, 7, 1)


def test_a_cancelled_eviction_ends_the_warrant_and_the_order_stands() -> None:
    road = outright().to_booked_eviction()
    road.do(RecordEviction(warrant_id="W1", on=road.day, executed=False, note=TEXT))
    assert not warrant(road).live
    assert stage(road.case) is Stage.ORDER
    assert road.ask(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN)).accepted


def test_a_warrant_withdrawn_stops_waiting() -> None:
    road = outright().to_booked_eviction().do(Withdraw(subject="W1", reason=TEXT))
    assert not [d for d in road.case.deadlines if d.subject == "W1"]


def test_steps_out_of_order_are_refused() -> None:
    road = (
        outright()
        .contact("benefit_enquiry")
        .assess(StepBefore.WARRANT)
        .do(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN))
    )
    assert "warrant_not_approved" in road.refused(RequestWarrant(warrant_id="W1", on=road.day))
    assert road.refused(RecordWarrantIssued(warrant_id="W1", on=road.day, number="1")) == {"not_requested"}
    booking = BookEviction(warrant_id="W1", n54_delivered_on=road.day, on=road.day + timedelta(days=15), at=time(11))
    assert road.refused(booking) == {"not_issued"}
    assert "warrant_live" in road.refused(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN))


def test_a_case_is_closed_as_evicted_only_after_a_warrant_was_executed() -> None:
    road = outright()
    assert road.refused(CloseCase(result=CloseResult.EVICTED)) == {"not_executed"}
    road.to_eviction()
    assert road.ask(CloseCase(result=CloseResult.EVICTED)).accepted


def test_a_case_is_not_closed_over_a_warrant_or_a_hearing() -> None:
    road = outright().to_issued_warrant()
    assert road.refused(CloseCase(result=CloseResult.TENANT_LEFT)) == {"warrant_live"}
    road = secure_road().to_listed_hearing()
    assert road.refused(CloseCase(result=CloseResult.WITHDRAWN)) == {"claim_on_foot"}


def test_arrears_are_cleared_only_when_the_account_says_so() -> None:
    road = secure_road().opened()
    assert road.refused(CloseCase(result=CloseResult.ARREARS_CLEARED)) == {"still_in_arrears"}
    assert road.pay(120_000).ask(CloseCase(result=CloseResult.ARREARS_CLEARED)).accepted


def test_results_need_what_they_say() -> None:
    road = secure_road().opened()
    assert road.refused(CloseCase(result=CloseResult.DISMISSED)) == {"not_dismissed"}
    assert road.refused(CloseCase(result=CloseResult.ARRANGEMENT_KEPT)) == {"no_arrangement"}


def test_bailiffs_come_between_six_and_nine() -> None:
    road = outright().to_issued_warrant()
    on = road.day + timedelta(days=20)
    for at in (time(5, 59), time(21, 1)):
        assert road.refused(BookEviction(warrant_id="W1", on=on, at=at)) == {"hour_wrong"}
    for at in (time(6), time(21)):
        assert road.ask(BookEviction(warrant_id="W1", on=on, at=at)).accepted
