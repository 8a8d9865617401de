"""The absolute ground for anti-social behaviour: the section 83ZA notice, its window and its review."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from law.checks import need_one_of
from law.counting import add_months, months_beginning_last_day
from law.explained import Explained, Step, long_date
from law.periodic import SpecifiedDates, day_after, day_before, refuse_early, review_request_by, specified_for
from law.periods import RentPeriod
from law.rules import explain

REVIEW_DAYS = 7
Condition = Literal["1", "2", "3", "4", "5"]
_CONDITIONS = ("1", "2", "3", "4", "5")


@dataclass(frozen=True)
class AbsoluteClaim:
    """The life of a section 83ZA notice."""

    issue_from: Explained[date]
    lapse: Explained[date]
    last_safe_issue: Explained[date]


def absolute_notice_dates(served: date, period: RentPeriod | None, *, fixed_term: bool = False) -> SpecifiedDates:
    """The date to write in a section 83ZA notice; a fixed term asks for one month (HA 1985 s.83ZA)."""
    if not fixed_term:
        return specified_for("s83za", served, period)  # type: ignore[arg-type]  # a missing period is refused there
    day = add_months(served, 1)
    step = Step(f"One month after service is {long_date(day)}", "HA 1985 s.83ZA", day)
    trigger = f"Notice served on {long_date(served)}, the fixed term running"
    return SpecifiedDates(
        explain("s83za_specified", day, trigger, step, on=served),
        explain("s83za_specified_recommended", day, trigger, step, on=served),
    )


def absolute_claim_dates(
    served: date, specified: date, period: RentPeriod | None, *, fixed_term: bool = False
) -> AbsoluteClaim:
    """When a claim under section 84A may be issued: from the day after the date specified, for twelve months after it.

    Raises TooEarly when the date specified is earlier than the law allows. The court cannot dispense (s.83(A1)).
    """
    refuse_early(specified, absolute_notice_dates(served, period, fixed_term=fixed_term).minimum)
    lapse_day = add_months(specified, 12)
    step = Step(f"Twelve months after the date specified is {long_date(lapse_day)}", "HA 1985 s.83ZA", lapse_day)
    lapse = explain("s83za_lapse", lapse_day, f"Notice specifying {long_date(specified)}", step, on=served)
    return AbsoluteClaim(
        day_after("s83za_issue", specified, "Notice specifying", "HA 1985 s.83ZA"),
        lapse,
        day_before("s83za_last_issue", lapse),
    )


def absolute_review_request_by(served: date) -> Explained[date]:
    """The last day to ask the council for a review: 7 days beginning with service, never extended (HA 1985 s.85ZA)."""
    return review_request_by(served, REVIEW_DAYS, "HA 1985 s.85ZA(2); Harris v Hounslow [2017] EWCA Civ 1476")


def absolute_window(condition: Condition, event: date) -> Explained[date]:
    """The last day to serve notice on section 84A or Ground 7A.

    Twelve months (condition 4, closure order: three) beginning with the conviction, finding or order, or with the day
    its appeal was decided or withdrawn (HA 1985 s.83ZA; HA 1988 s.8(4C)-(4F)).
    """
    need_one_of("condition", condition, _CONDITIONS)
    months = 3 if condition == "4" else 12
    day = months_beginning_last_day(event, months)
    words = f"{'Three' if months == 3 else 'Twelve'} months beginning with that day end on {long_date(day)}"
    step = Step(words, "HA 1985 s.83ZA; HA 1988 s.8(4C)-(4F)", day)
    return explain("absolute_window", day, f"Condition {condition} met on {long_date(event)}", step, on=event)
