"""What the notices that borrow the notice-to-quit date have in common: the pair of dates, the claim, the review."""

from dataclasses import dataclass
from datetime import date, timedelta

from law.checks import need_date
from law.counting import days_beginning_last_day
from law.errors import TooEarly
from law.explained import Explained, Step, long_date, weakest
from law.periods import NtqDate, RentPeriod, ntq_date
from law.rules import RULES, explain, restate

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SpecifiedDates:
    """The date to write in a notice: the earliest in law, and the cautious one on the last day of a period."""

    minimum: Explained[date]
    recommended: Explained[date]


def specified_dates(stem: str, ntq: NtqDate, served: date) -> SpecifiedDates:
    """The notice-to-quit date told under the notice's own rule (`<stem>_specified` in `law.rules`)."""
    return SpecifiedDates(
        restate(f"{stem}_specified", ntq.minimum, on=served),
        restate(f"{stem}_specified_recommended", ntq.recommended, on=served),
    )


def specified_for(stem: str, served: date, period: RentPeriod) -> SpecifiedDates:
    """`specified_dates` for a notice served that day under that period."""
    return specified_dates(stem, ntq_date(served, period), served)


def day_after(code: str, specified: date, what: str, authority: str) -> Explained[date]:
    """The day after a date, under that rule: the first day for a claim."""
    day = need_date("specified", specified) + _DAY
    step = Step(f"The day after is {long_date(day)}", authority, day)
    return explain(code, day, f"{what} {long_date(specified)}", step, on=specified)


def day_before(code: str, told: Explained[date], authority: str = "practice") -> Explained[date]:
    """The day before a told date, its steps kept."""
    day = told.value - _DAY
    step = Step(f"The day before is {long_date(day)}", authority, day)
    mark = weakest(RULES[code].confidence, told.confidence)
    return explain(code, day, told.trigger, *told.steps, step, on=day, confidence=mark)


def review_request_by(served: date, days: int, authority: str) -> Explained[date]:
    """The last day to ask for a review: so many days beginning with service."""
    day = days_beginning_last_day(served, days)
    step = Step(f"{days} days beginning with service end on {long_date(day)}", authority, day)
    return explain("review_request", day, f"Notice served on {long_date(served)}", step, on=served, authority=authority)


def refuse_early(specified: date, earliest: Explained[date]) -> None:
    """Refuse a date earlier than the law allows. Raises TooEarly."""
    if need_date("specified", specified) < earliest.value:
        raise TooEarly(
            "specified",
            f"{long_date(specified)} is earlier than the law allows ({earliest.authority}).",
            f"Serve a new notice with {long_date(earliest.value)} or later.",
        )
