"""A recorded occupancy type checked against its dates: past its end, it has probably become another."""

from dataclasses import dataclass
from datetime import date

from law.checks import need_date, need_one_of
from law.demoted import demotion_end
from law.explained import Explained, Step, long_date
from law.introductory import extension, trial_end
from law.rules import explain
from law.tenancies import TENANCIES, Occupancy

_BECOMES = {
    Occupancy.introductory: Occupancy.secure,
    Occupancy.demoted_council: Occupancy.secure,
    Occupancy.demoted_provider: Occupancy.assured,
    Occupancy.flexible: Occupancy.secure,
}


@dataclass(frozen=True)
class PastEnd:
    """A type past its end: the last day it had, and what the tenancy has probably become."""

    ended: Explained[date]
    probably: Occupancy
    message: str


def past_end(
    occupancy: Occupancy,
    began: date,
    on: date,
    *,
    extended: bool = False,
    kept_alive_until: date | None = None,
    term_last_day: date | None = None,
) -> PastEnd | None:
    """What the tenancy has probably become by the day; None while the recorded type can still be right.

    `began` is the start of the trial or of the demotion. `extended` tells of a section 125A extension in time;
    `kept_alive_until` of a claim or notice that keeps the type alive; `term_last_day` is the flexible term's end, and
    without it nothing is concluded (HA 1996 ss.125, 130, 143B; HA 1988 s.20B; HA 1985 s.107A).
    """
    need_date("on", on)
    need_one_of("occupancy", occupancy, tuple(Occupancy))
    for field, day in (("kept_alive_until", kept_alive_until), ("term_last_day", term_last_day)):
        if day is not None:
            need_date(field, day)
    ended = _last_day(occupancy, began, extended, term_last_day)
    if ended is None or on <= max(ended.value, kept_alive_until or ended.value):
        return None
    probably = _BECOMES[occupancy]
    return PastEnd(
        ended,
        probably,
        f"Recorded as {_named(occupancy)}, but that ended on {long_date(ended.value)}: "
        f"it has probably become {_named(probably)}. Correct the occupancy type.",
    )


def _last_day(occupancy: Occupancy, began: date, extended: bool, term_last_day: date | None) -> Explained[date] | None:
    if occupancy is Occupancy.introductory:
        return extension(began).extended_end if extended else trial_end(began)
    if occupancy in (Occupancy.demoted_council, Occupancy.demoted_provider):
        return demotion_end(began)
    if occupancy is Occupancy.flexible and term_last_day is not None:
        step = Step(f"The term's last day was {long_date(term_last_day)}", "HA 1985 s.107A", term_last_day)
        return explain("flexible_end", term_last_day, f"Term began on {long_date(began)}", step, on=began)
    return None


def _named(occupancy: Occupancy) -> str:
    title = TENANCIES[occupancy].title
    return f"{'an' if title[0] in 'AEIOU' else 'a'} {title[0].lower()}{title[1:]}"
