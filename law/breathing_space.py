"""Breathing space, standard and mental-health crisis: its dates, and what it stops (SI 2020/1311)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from law.calendar import add_business_days
from law.checks import need_date, need_one_of
from law.counting import days_beginning_last_day, weeks_beginning_last_day
from law.effects import effect
from law.errors import BadFact
from law.explained import Explained, Step, long_date
from law.rules import explain

Kind = Literal["standard", "crisis"]
_KINDS = ("standard", "crisis")
STANDARD_DAYS = 60
CRISIS_DAYS = 30
_DAY = timedelta(days=1)


def starts(registered: date) -> Explained[date]:
    """The first day: the day after entry on the register (regs 26, 32)."""
    day = need_date("registered", registered) + _DAY
    step = Step(f"The day after entry is {long_date(day)}", "SI 2020/1311 regs 26, 32", day)
    return explain("bs_start", day, f"Entered on the register on {long_date(registered)}", step, on=registered)


def notified(sent: date, *, by_post: bool) -> Explained[date]:
    """The day the landlord is taken to have the notification: electronic the same day, post the fourth business day."""
    day = add_business_days(need_date("sent", sent), 4) if by_post else need_date("sent", sent)
    words = "The fourth business day after posting is" if by_post else "Received the same day,"
    step = Step(f"{words} {long_date(day)}", "SI 2020/1311 reg 37(4)", day)
    return explain("bs_notified", day, f"Notification sent on {long_date(sent)}", step, on=sent)


def standard_end(start: date) -> Explained[date]:
    """The last day of a standard breathing space: 60 days beginning with its start (reg 26)."""
    return _beginning("bs_standard_end", start, STANDARD_DAYS, "reg 26")


def crisis_end(treatment_end: date) -> Explained[date]:
    """The last day of a mental-health crisis moratorium: 30 days beginning with the day treatment ends (reg 33)."""
    day = days_beginning_last_day(treatment_end, CRISIS_DAYS)
    step = Step(f"30 days beginning with that day end on {long_date(day)}", "SI 2020/1311 regs 32-33", day)
    return explain(
        "bs_crisis_end", day, f"Crisis treatment stops on {long_date(treatment_end)}", step, on=treatment_end
    )


def first_clear_day(end: date) -> Explained[date]:
    """The first day after the moratorium, when barred steps may be taken again."""
    day = need_date("end", end) + _DAY
    step = Step(f"The day after is {long_date(day)}", "SI 2020/1311 regs 26, 32", day)
    return explain("bs_first_clear", day, f"Breathing space ends on {long_date(end)}", step, on=end)


def extended_deadline(end: date) -> Explained[date]:
    """The last day of a limitation or enforcement period that ran out meanwhile: eight weeks beginning with the end.

    Regs 8-9. A notice's own life is not taken to be lengthened.
    """
    day = weeks_beginning_last_day(end, 8)
    step = Step(f"Eight weeks beginning with that day end on {long_date(day)}", "SI 2020/1311 regs 8-9", day)
    return explain("bs_extended", day, f"Breathing space ends on {long_date(end)}", step, on=end)


@dataclass(frozen=True)
class ReviewWindow:
    """The landlord's challenge and the adviser's review. The midway days are None for a crisis moratorium."""

    landlord_request_by: Explained[date]
    adviser_decides_by: Explained[date]
    court_by: Explained[date]
    midway_from: Explained[date] | None
    midway_by: Explained[date] | None


def review_window(start: date, kind: Kind = "standard") -> ReviewWindow:
    """The days for a challenge and, for the standard kind, the adviser's midway review (regs 17-19, 27)."""
    need_one_of("kind", kind, _KINDS)
    midway_from = midway_by = None
    if kind == "standard":
        not_before = need_date("start", start) + timedelta(days=25)
        step = Step(f"Not in the first 25 days: from {long_date(not_before)}", "SI 2020/1311 reg 27", not_before)
        midway_from = explain("bs_midway_from", not_before, _started(start), step, on=start)
        midway_by = _beginning("bs_midway_by", start, 35, "reg 27")
    return ReviewWindow(
        _beginning("bs_review_request", start, 20, "reg 17"),
        _beginning("bs_adviser_by", start, 35, "reg 18"),
        _beginning("bs_court_by", start, 50, "reg 19"),
        midway_from,
        midway_by,
    )


def limit_with_moratorium(limit: date, start: date, end: date) -> Explained[date]:
    """The last day of a limitation or enforcement period that may run out because of a moratorium (regs 8-9).

    One that would end on or after the start and before the eight weeks beginning with the moratorium's end are over
    ends with them; any other keeps its own day. A notice's own life is not such a period. Raises BadFact.
    """
    _in_order(start, end)
    longest = extended_deadline(end)
    own = Step(f"On its own it ends on {long_date(need_date('limit', limit))}", "SI 2020/1311 regs 8-9", limit)
    trigger = f"Breathing space from {long_date(start)} to {long_date(end)}"
    if not start <= limit < longest.value:
        return explain("bs_limit", limit, trigger, own, on=start)
    words = f"Eight weeks beginning with {long_date(end)}, its last day, end on {long_date(longest.value)}"
    step = Step(words, "SI 2020/1311 regs 8-9", longest.value)
    return explain("bs_limit", longest.value, trigger, own, step, on=start)


def barred(step: str, kind: Kind) -> Explained[bool]:
    """Whether the step is barred while the moratorium runs; both kinds bar alike. Steps are those of `law.effects`."""
    need_one_of("kind", kind, _KINDS)
    told = effect(step, kind)
    return explain(
        "bs_barred",
        told.value != "goes on",
        told.trigger,
        *told.steps,
        authority=told.authority,
        confidence=told.confidence,
    )


def notice_void(served: date, start: date, end: date) -> Explained[bool]:
    """Whether an arrears notice served that day is void for falling within the moratorium (reg 7(7)(j), (12))."""
    need_date("served", served)
    _in_order(start, end)
    void = start <= served <= end
    words = f"Breathing space ran from {long_date(start)} to {long_date(end)}"
    step = Step(f"{words}; service falls {'inside' if void else 'outside'} it", "SI 2020/1311 reg 7")
    return explain("bs_void", void, f"Arrears notice served on {long_date(served)}", step, on=served)


def _in_order(start: date, end: date) -> None:
    if need_date("end", end) < need_date("start", start):
        raise BadFact("end", "A breathing space cannot end before it starts.", "Check both days.")


def _started(start: date) -> str:
    return f"Breathing space begins on {long_date(need_date('start', start))}"


def _beginning(code: str, start: date, days: int, reg: str) -> Explained[date]:
    day = days_beginning_last_day(start, days)
    step = Step(f"{days} days beginning with that day end on {long_date(day)}", f"SI 2020/1311 {reg}", day)
    return explain(code, day, _started(start), step, on=start)
