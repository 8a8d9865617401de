"""The court's clocks from issue to appeal (CPR 55, 15, 23, 52 and the Protocol), all in clear days."""

from datetime import date, datetime, timedelta
from typing import Literal

from law.calendar import closed_because, settle
from law.checks import london_day_and_minute, need_date, need_one_of
from law.counting import clear_days_after, clear_days_before, cpr_count_back, days_after
from law.explained import Explained, Step, long_date
from law.rules import explain

HEARING_CLEAR_DAYS = 28
STANDARD_WEEKS = 8
CLAIM_SERVICE_CLEAR_DAYS = 21
DEFENCE_DAYS = 14
APPEAL_DAYS = 21
SET_ASIDE_DAYS = 14
COURT_OFFICE_SHUTS = 16 * 60  # minutes of the London day


def hearing_earliest(issued: date) -> Explained[date]:
    """The first day a hearing may be: 28 clear days after issue (CPR 55.5(3)(a), 2.8). Not moved off closed days."""
    day = clear_days_after(issued, HEARING_CLEAR_DAYS)
    step = Step(f"28 clear days after issue leave {long_date(day)}", "CPR 55.5(3)(a), 2.8(3)", day)
    return explain("hearing_earliest", day, _issued(issued), step, on=issued)


def hearing_standard_latest(issued: date) -> Explained[date]:
    """The end of the standard period: eight weeks after issue (CPR 55.5(3)(b)). Courts often list later."""
    day = days_after(issued, 7 * STANDARD_WEEKS)
    step = Step(f"Eight weeks after issue is {long_date(day)}", "CPR 55.5(3)(b)", day)
    return explain("hearing_standard", day, _issued(issued), step, on=issued)


def claim_service_latest(hearing: date) -> Explained[date]:
    """The last day for the claim form and particulars to be deemed served: 21 clear days before (CPR 55.5(3)(c))."""
    day = clear_days_before(hearing, CLAIM_SERVICE_CLEAR_DAYS)
    return _back("claim_service_latest", hearing, day, "21 clear days before", "CPR 55.5(3)(c), 2.8")


def defence_due(deemed_served: date) -> Explained[date]:
    """The last day to file a defence: 14 days after deemed service, moved on when the court is shut (CPR 15.4)."""
    return _on("defence_due", _served(deemed_served), deemed_served, DEFENCE_DAYS, "deemed service", "CPR 15.4")


def witness_statements_due(hearing: date) -> Explained[date]:
    """The last day to file and serve witness statements: two clear business days before (CPR 55.8(4), 2.8(4))."""
    return _back("witness_due", hearing, cpr_count_back(hearing, 2), "Two clear business days before", "CPR 55.8(4)")


def witness_statements_post_by(hearing: date) -> Explained[date]:
    """The last business day to post witness statements first class for `witness_statements_due` (CPR 6.26)."""
    due = witness_statements_due(hearing)
    posted = settle(due.value - timedelta(days=2), -1)
    step = Step(f"Post on a business day at least two days earlier: {long_date(posted)}", "CPR 6.26", posted)
    return explain("witness_post", posted, due.trigger, *due.steps, step, on=hearing)


def application_notice_due(hearing: date) -> Explained[date]:
    """The last day to serve an application notice: three clear business days before its hearing (CPR 23.7(1)(b))."""
    return _back("application_due", hearing, cpr_count_back(hearing, 3), "Three clear business days before", "CPR 23.7")


def trespass_service_latest(hearing: date, land: Literal["residential", "other"]) -> Explained[date]:
    """The last day to serve a trespass claim and evidence: five (residential) or two business days (CPR 55.5(2))."""
    days = 5 if need_one_of("land", land, ("residential", "other")) == "residential" else 2
    words = f"{'Five' if days == 5 else 'Two'} clear business days before"
    return _back("trespass_due", hearing, cpr_count_back(hearing, days), words, "CPR 55.5(2), 2.8(4)")


def ten_day_letter_due(hearing: date) -> Explained[date]:
    """The last day for the letter with an up-to-date rent statement: ten clear days before (Protocol 2.11)."""
    return _back("ten_day_letter", hearing, clear_days_before(hearing, 10), "Ten clear days before", "Protocol 2.11")


def appeal_by(decision: date) -> Explained[date]:
    """The last day for an appellant's notice where the court set no other: 21 days (CPR 52.12(2)(b), 2.8(5))."""
    trigger = f"Decision on {long_date(need_date('decision', decision))}"
    return _on("appeal_by", trigger, decision, APPEAL_DAYS, "the decision", "CPR 52.12(2)(b)")


def restore_accelerated_by(reasons_served: date) -> Explained[date]:
    """The last day to apply to restore a struck-out accelerated claim: 28 days after service (CPR 55.16(4))."""
    trigger = f"Reasons served on {long_date(need_date('reasons_served', reasons_served))}"
    return _on("restore_accelerated", trigger, reasons_served, 28, "service of the reasons", "CPR 55.16(4)")


def set_aside_accelerated_by(order_served: date) -> Explained[date]:
    """The last day for a defendant to ask that an accelerated order be set aside: 14 days (CPR 55.19)."""
    trigger = f"Accelerated order served on {long_date(need_date('order_served', order_served))}"
    return _on("set_aside_accelerated", trigger, order_served, SET_ASIDE_DAYS, "service of the order", "CPR 55.19")


def filed(sent: datetime | date) -> Explained[date]:
    """The day a paper sent to the court electronically counts as filed: sent after 4 pm, the next open day (PD 5C).

    An aware instant is read in London; where only the day is known the later reading, after 4 pm, is taken.
    """
    day, minute = london_day_and_minute("sent", sent)
    trigger = f"Sent to the court on {long_date(day)}"
    if minute is not None and minute <= COURT_OFFICE_SHUTS and settle(day, 1) == day:
        step = Step(f"By 4 pm on a business day: filed that day, {long_date(day)}", "PD 5C", day)
        return explain("filed", day, trigger, step, on=day)
    next_open = settle(day + timedelta(days=1), 1)
    why = "The hour is not known, so taken as after 4 pm" if minute is None else "Not by 4 pm on a business day"
    step = Step(f"{why}: the next open day is {long_date(next_open)}", "PD 5C; CPR 2.8(5)", next_open)
    return explain("filed", next_open, trigger, step, on=day)


def money_order_due(ordered: date) -> Explained[date]:
    """The day a money order must be paid where it names none: 14 days (CPR 40.11)."""
    day = days_after(ordered, 14)
    step = Step(f"14 days after the order is {long_date(day)}", "CPR 40.11", day)
    return explain("money_due", day, f"Order made on {long_date(ordered)}", step, on=ordered)


def rent_statement_due(last_sent: date) -> Explained[date]:
    """The day the next quarterly rent statement is due: 13 weeks on (Protocol 2.3)."""
    day = days_after(last_sent, 91)
    step = Step(f"13 weeks later is {long_date(day)}", "Protocol 2.3", day)
    return explain("statement_due", day, f"Last rent statement sent on {long_date(last_sent)}", step, on=last_sent)


def _issued(issued: date) -> str:
    return f"Claim issued on {long_date(need_date('issued', issued))}"


def _served(day: date) -> str:
    return f"Claim deemed served on {long_date(need_date('deemed_served', day))}"


def _back(code: str, hearing: date, counted: date, words: str, authority: str) -> Explained[date]:
    """Counted back from a hearing; service and filing need a business day, so a closed day moves it earlier.

    The rule in force on the day of the hearing is used.
    """
    trigger = f"Hearing on {long_date(hearing)}"
    steps = [Step(f"{words} the hearing leave {long_date(counted)}", authority, counted)]
    day = settle(counted, -1)
    if day != counted:
        words = f"That is {closed_because(counted)}, so the business day before: {long_date(day)}"
        steps.append(Step(words, "CPR 6.2(b)", day))
    return explain(code, day, trigger, *steps, on=hearing)


def _on(code: str, trigger: str, start: date, days: int, what: str, authority: str) -> Explained[date]:
    """Counted on from a step; an act at the court office moves to the next day it is open."""
    counted = days_after(start, days)
    steps = [Step(f"{days} days after {what} is {long_date(counted)}", authority, counted)]
    day = settle(counted, 1)
    if day != counted:
        words = f"The court office is shut ({closed_because(counted)}), so {long_date(day)}"
        steps.append(Step(words, "CPR 2.8(5)", day))
    return explain(code, day, trigger, *steps, on=start)
