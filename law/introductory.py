"""Introductory tenancies: the trial, the section 128 notice and the section 125A extension (HA 1996 Part 5)."""

from dataclasses import dataclass
from datetime import date, timedelta

from law.counting import months_beginning_last_day
from law.explained import Confidence, Explained, Step, long_date
from law.periodic import day_after, day_before, review_request_by, specified_for
from law.periods import RentPeriod
from law.rules import explain, restate

REVIEW_DAYS = 14


@dataclass(frozen=True)
class Section128:
    """A section 128 notice served on a day. `feasible` tells whether any claim can be issued before the trial ends."""

    specified_minimum: Explained[date]
    specified_recommended: Explained[date]
    issue_from_minimum: Explained[date]
    issue_from_recommended: Explained[date]
    review_request_by: Explained[date]
    issue_by: Explained[date]

    @property
    def feasible(self) -> bool:
        """Whether the earliest claim comes no later than the last day of the trial."""
        return self.issue_from_minimum.value <= self.issue_by.value


@dataclass(frozen=True)
class Section125A:
    """The days that bound a section 125A extension of the trial, once only, by six months."""

    original_expiry: Explained[date]
    latest_service: Explained[date]
    safe_latest_service: Explained[date]
    extended_end: Explained[date]


def trial_end(started: date) -> Explained[date]:
    """The last day of the trial year: one year beginning with the start of the tenancy (HA 1996 s.125)."""
    day = months_beginning_last_day(started, 12)
    step = Step(f"One year beginning with that day ends on {long_date(day)}", "HA 1996 s.125", day)
    return explain("trial_end", day, f"Tenancy began on {long_date(started)}", step, on=started)


def extension(started: date) -> Section125A:
    """The last days to serve an extension notice, and the extended end (HA 1996 s.125A).

    Where the year ended on a leap day's absence two ends can be argued; the earlier is given, to be confirmed.
    """
    end = trial_end(started)
    latest = end.value - timedelta(weeks=8)
    eight = Step(f"Eight weeks before is {long_date(latest)}", "HA 1996 s.125A", latest)
    told = explain("s125a_latest", latest, end.trigger, *end.steps, eight, on=latest)
    one = months_beginning_last_day(end.value + timedelta(days=1), 6)
    other = months_beginning_last_day(started, 18)
    six = Step(f"Six months more end on {long_date(min(one, other))}", "HA 1996 s.125A", min(one, other))
    sure = Confidence.B if one == other else Confidence.C
    return Section125A(
        end,
        told,
        day_before("s125a_safe", told),
        explain("trial_extended_end", min(one, other), end.trigger, *end.steps, six, on=latest, confidence=sure),
    )


def extension_review_request_by(served: date) -> Explained[date]:
    """The last day to ask for a review of the extension: 14 days beginning with service (HA 1996 s.125B)."""
    return review_request_by(served, REVIEW_DAYS, "HA 1996 s.125B")


def section_128(served: date, period: RentPeriod, started: date, *, extended: bool = False) -> Section128:
    """The dates of a section 128 notice on an introductory tenancy begun on `started` (HA 1996 ss.128-130).

    The claim must be issued before the trial, or its extension, ends; after that the tenancy is secure.
    """
    pair = specified_for("s128", served, period)
    end = extension(started).extended_end if extended else trial_end(started)
    cite = "HA 1996 s.128(5)"
    return Section128(
        pair.minimum,
        pair.recommended,
        day_after("s128_issue", pair.minimum.value, "Notice specifying", cite),
        day_after("s128_issue", pair.recommended.value, "Notice specifying", cite),
        review_request_by(served, REVIEW_DAYS, "HA 1996 s.129(1)"),
        restate("s128_issue_by", end, on=served, confidence=end.confidence),
    )
