"""Demoted tenancies of a council: the demotion period and the section 143E notice (HA 1996 Part 5 Ch 1A)."""

from dataclasses import dataclass
from datetime import date

from law.checks import need_date
from law.counting import months_beginning_last_day
from law.errors import NotThisRoute
from law.explained import Explained, Step, long_date
from law.periodic import day_after, review_request_by, specified_for
from law.periods import RentPeriod
from law.rules import explain

REVIEW_DAYS = 14


@dataclass(frozen=True)
class Section143E:
    """A section 143E notice served on a day; service inside the year keeps the demotion alive six months more."""

    specified_minimum: Explained[date]
    specified_recommended: Explained[date]
    issue_from_minimum: Explained[date]
    issue_from_recommended: Explained[date]
    review_request_by: Explained[date]
    demotion_end: Explained[date]
    kept_alive_until: Explained[date]


def demotion_end(effective: date) -> Explained[date]:
    """The last day of the demotion period: one year beginning with the day it took effect (HA 1996 s.143B)."""
    day = months_beginning_last_day(effective, 12)
    step = Step(f"One year beginning with that day ends on {long_date(day)}", "HA 1996 s.143B", day)
    return explain("demotion_end", day, f"Demotion took effect on {long_date(effective)}", step, on=effective)


def section_143e(served: date, period: RentPeriod, effective: date) -> Section143E:
    """The dates of a section 143E notice (HA 1996 ss.143B, 143E, 143F).

    Raises NotThisRoute when it is served outside the demotion year: the tenancy is by then secure.
    """
    end = demotion_end(effective)
    if not effective <= need_date("served", served) <= end.value:
        raise NotThisRoute(
            "served",
            f"The demotion runs from {long_date(effective)} to {long_date(end.value)}.",
            "Outside it use the notice of a secure tenancy.",
        )
    pair = specified_for("s143e", served, period)
    alive = months_beginning_last_day(served, 6)
    step = Step(f"Six months beginning with service end on {long_date(alive)}", "HA 1996 s.143B", alive)
    return Section143E(
        pair.minimum,
        pair.recommended,
        day_after("s143e_issue", pair.minimum.value, "Notice specifying", "HA 1996 s.143E"),
        day_after("s143e_issue", pair.recommended.value, "Notice specifying", "HA 1996 s.143E"),
        review_request_by(served, REVIEW_DAYS, "HA 1996 s.143F"),
        end,
        explain("demotion_kept_alive", alive, f"Notice served on {long_date(served)}", step, on=served),
    )
