"""The dates of notices that depend on a fixed term: HA 1985 s.83(6) while it runs, HA 1988 s.21 where it has to end.

In the form of `notice_law`: every `..._drafted` and `..._served` raises LawError.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from cases import tenancy as tenancies
from cases.facts import TenancyFacts
from cases.notice_law import Day, Drafted, Served, after_specified, in_assured_term, in_term, next_day, plain
from law.errors import BadFact
from law.explained import Step, long_date
from law.section21 import Section21, section_21, threatened_from

_TERM_OVER = "HA 1988 s.21(1)(a)"


def s83_fixed_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    """No date is written in it; it is for a term that still runs when it is served."""
    if not in_term(t, served):
        raise BadFact(
            "notice",
            f"No fixed term runs on {long_date(served)}: a notice without a date is bad for a periodic tenancy "
            "(HA 1985 s.83(3)-(6)).",
            "Choose the notice seeking possession under section 83, or record the end of the term in the housing "
            "system.",
        )
    day = plain(served, "No date is specified in a fixed term", "The day the notice is served", "HA 1985 s.83(6)", "C")
    return Drafted(day, day)


def s83_fixed_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    """A claim may follow from the day after service."""
    after = served + timedelta(days=1)
    told = plain(after, "A claim may follow service", "The day after service", "HA 1985 ss.82(3), 83(6)", "C")
    return Served(s83_fixed_drafted(t, served, grounds).minimum, told, told)


def s21_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    """Two months and more; in a fixed term the recommended date is no earlier than its last day."""
    told = _s21(t, served)
    if not told.service_allowed.value:
        raise BadFact("planned_service", told.service_allowed.sentence(), "Serve it on that day or later.")
    return Drafted(told.specified_minimum, _not_in_term(t, served, told.specified_minimum))


def s21_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    """The claim follows the date specified and the end of the term: in the term the court orders nothing."""
    told = _s21(t, served)
    issue = after_specified(told.issue_from, specified, "HA 1988 s.21(1)(b), (4)")
    last = t.fixed_term_end
    if last is not None and in_assured_term(t, served) and issue.value <= last:
        step = Step(f"The fixed term ends on {long_date(last)}", _TERM_OVER, last)
        issue = replace(issue, value=last + timedelta(days=1), steps=(*issue.steps, step), authority=_TERM_OVER)
    over = next_day(told.claim_last_day, "The notice can no longer be used", "HA 1988 s.21(4D)-(4E)")
    floor = (("order_not_before", told.order_not_before),) if told.order_not_before else ()
    more = (*floor, ("threatened_from", threatened_from(specified)))
    return Served(s21_drafted(t, served, grounds).minimum, issue, issue, over, told.claim_last_day, more=more)


def _not_in_term(t: TenancyFacts, served: date, earliest: Day) -> Day:
    last = t.fixed_term_end
    if last is None or not in_assured_term(t, served) or earliest.value >= last:
        return earliest
    step = Step(f"The fixed term ends on {long_date(last)}, and no claim may come before that", _TERM_OVER, last)
    return replace(earliest, value=last, steps=(*earliest.steps, step), authority=f"{earliest.authority}; {_TERM_OVER}")


def _s21(t: TenancyFacts, served: date) -> Section21:
    demoted = tenancies.occupancy_of(t) == "demoted_provider"
    started = t.first_tenancy_start or t.start_date
    term = in_assured_term(t, served)
    return section_21(served, tenancies.rent_period(t), started, fixed_term=term, demoted=demoted)
