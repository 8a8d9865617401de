"""The end of a flexible tenancy: the pair of section 107D notices and the review (HA 1985 ss.107D-107E)."""

from dataclasses import dataclass
from datetime import date, timedelta

from law.checks import need_date
from law.counting import add_months
from law.errors import TooEarly
from law.explained import Explained, Step, long_date
from law.periodic import review_request_by
from law.rules import explain

REVIEW_DAYS = 21


@dataclass(frozen=True)
class Section107D:
    """A section 107D possession notice served on a day: in time or not, its earliest end, the first claim."""

    in_time: Explained[bool]
    expiry_minimum: Explained[date]
    issue_from: Explained[date]


def non_renewal_latest(term_last_day: date) -> Explained[date]:
    """The last day to serve the non-renewal notice: not less than six months before the term ends (s.107D(3)).

    Counted back by corresponding date, which never allows a day too few.
    """
    day = add_months(term_last_day, -6)
    step = Step(f"Six months before is {long_date(day)}", "HA 1985 s.107D(3)", day)
    return explain("s107d_nonrenewal", day, f"Term ends on {long_date(term_last_day)}", step, on=term_last_day)


def non_renewal_review_by(served: date) -> Explained[date]:
    """The last day to ask for a review of the decision: 21 days beginning with service, no late requests (s.107E)."""
    return review_request_by(served, REVIEW_DAYS, "HA 1985 s.107E")


def section_107d(served: date, term_last_day: date) -> Section107D:
    """A possession notice of not less than two months, given on or before the last day of the term (s.107D(4)-(5)).

    It may run past the term; the claim waits for both to end.
    """
    in_time = need_date("served", served) <= need_date("term_last_day", term_last_day)
    trigger = f"Possession notice served on {long_date(served)}, term ending on {long_date(term_last_day)}"
    words = "Given on or before the last day of the term" if in_time else "Given after the term had ended"
    timely = explain("s107d_in_time", in_time, trigger, Step(words, "HA 1985 s.107D(5)"), on=served)
    expiry = add_months(served, 2)
    two = Step(f"Two months after service is {long_date(expiry)}", "HA 1985 s.107D(4)", expiry)
    day = max(expiry, term_last_day) + timedelta(days=1)
    after = Step(f"The day after notice and term have both ended is {long_date(day)}", "HA 1985 s.107D", day)
    return Section107D(
        timely,
        explain("s107d_possession", expiry, trigger, two, on=served),
        explain("s107d_issue", day, trigger, two, after, on=served),
    )


def refuse_late_non_renewal(served: date, term_last_day: date) -> None:
    """Refuse a non-renewal notice with less than six months of the term left. Raises TooEarly."""
    latest = non_renewal_latest(term_last_day)
    if need_date("served", served) > latest.value:
        raise TooEarly(
            "served",
            "Less than six months of the term would be left (HA 1985 s.107D(3)).",
            f"It had to be served by {long_date(latest.value)}; the tenancy goes on as a secure periodic one.",
        )
