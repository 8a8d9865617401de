"""Section 21 for registered providers, old regime only: the notice, the bars on it and the life of a claim."""

from dataclasses import dataclass
from datetime import date, timedelta

from law.checks import need_date
from law.counting import add_months, months_beginning_last_day
from law.explained import Explained, Step, long_date, weakest
from law.periodic import day_after
from law.periods import RentPeriod, ntq_date
from law.rules import RULES, explain

_TWO_MONTHS = "HA 1988 s.21(1)(b), (4)"


@dataclass(frozen=True)
class Section21:
    """A section 21 notice served on a day. `service_allowed` is false inside the first four months."""

    first_service: Explained[date]
    service_allowed: Explained[bool]
    specified_minimum: Explained[date]
    issue_from: Explained[date]
    claim_last_day: Explained[date]
    order_not_before: Explained[date] | None


def section_21(
    served: date, period: RentPeriod | None, tenancy_start: date, *, fixed_term: bool = False, demoted: bool = False
) -> Section21:
    """The dates of a section 21 notice on an assured shorthold of social housing (HA 1988 s.21).

    `tenancy_start` is the start of the first tenancy. A demoted shorthold has no six-month floor on the order
    (s.21(5A)). Raises NoAnchor for a periodic tenancy without its period.
    """
    trigger = f"Notice served on {long_date(need_date('served', served))}"
    two = add_months(served, 2)
    steps = [Step(f"Two months from service is {long_date(two)}", _TWO_MONTHS, two)]
    specified, mark = two, RULES["s21_specified"].confidence
    if not fixed_term:
        ntq = ntq_date(served, period).minimum  # type: ignore[arg-type]  # a missing period is refused there
        specified = max(two, ntq.value)
        last = Step(f"The later is {long_date(specified)}, any day of a period", "HA 1988 s.21(4), (4ZA)", specified)
        steps += [*ntq.steps, last]
        mark = weakest(mark, ntq.confidence)
    first, allowed = _four_month_bar(served, tenancy_start)
    return Section21(
        first,
        allowed,
        explain("s21_specified", specified, trigger, *steps, on=served, confidence=mark),
        day_after("s21_issue", specified, "Notice specifying", _TWO_MONTHS),
        _claim_last(served, specified, specified > two, trigger),
        None if demoted else _order_floor(tenancy_start),
    )


def threatened_from(expires: date) -> Explained[date]:
    """The day from which the notice makes the tenant threatened with homelessness: 56 days before (s.175(5))."""
    day = need_date("expires", expires) - timedelta(days=56)
    step = Step(f"56 days before is {long_date(day)}", "HA 1996 s.175(5)", day)
    return explain("s175_threatened", day, f"Notice expires on {long_date(expires)}", step, on=expires)


def _four_month_bar(served: date, tenancy_start: date) -> tuple[Explained[date], Explained[bool]]:
    last_barred = months_beginning_last_day(tenancy_start, 4)
    day = last_barred + timedelta(days=1)
    trigger = f"First tenancy began on {long_date(tenancy_start)}"
    cite = "HA 1988 s.21(4B)"
    barred = Step(f"Four months beginning with that day end on {long_date(last_barred)}", cite, last_barred)
    free = Step(f"The day after is {long_date(day)}", cite, day)
    verdict = Step(f"Service on {long_date(served)} is {'allowed' if served >= day else 'too early'}", cite)
    return (
        explain("s21_first_service", day, trigger, barred, free, on=served),
        explain("s21_service_allowed", served >= day, trigger, barred, free, verdict, on=served),
    )


def _claim_last(served: date, specified: date, longer: bool, trigger: str) -> Explained[date]:
    if longer:
        day = months_beginning_last_day(specified, 4)
        begun = f"four months beginning with the date specified, {long_date(specified)}"
        words = f"Over two months' notice was needed: {begun}, end on {long_date(day)}"
        return explain("s21_claim_last", day, trigger, Step(words, "HA 1988 s.21(4E)", day), on=served)
    day = months_beginning_last_day(served, 6)
    step = Step(f"Six months beginning with service end on {long_date(day)}", "HA 1988 s.21(4D)", day)
    return explain("s21_claim_last", day, trigger, step, on=served)


def _order_floor(tenancy_start: date) -> Explained[date]:
    day = add_months(tenancy_start, 6)
    step = Step(f"Six months from the start is {long_date(day)}", "HA 1988 s.21(5)", day)
    return explain(
        "s21_order_not_before", day, f"First tenancy began on {long_date(tenancy_start)}", step, on=tenancy_start
    )
