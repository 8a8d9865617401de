"""The section 8 notice under the Renters' Rights Act 2025, and the hand-over from notices served before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from law.checks import need_date, need_list, need_one_of
from law.counting import add_months, months_beginning_last_day, weeks_beginning_last_day
from law.errors import BadFact, NotThisRoute
from law.explained import Confidence, Explained, Step, long_date
from law.grounds import Ground, scheduled
from law.regime import commencement_for
from law.rules import explain
from law.tenancies import Occupancy

_CITE = "HA 1988 s.8(4AA) as amended by RRA 2025 s.3"
_RANK = ("immediate", "2 weeks", "4 weeks", "2 months", "4 months")
_WORDS = {"2 weeks": "Two weeks", "4 weeks": "Four weeks", "2 months": "Two months", "4 months": "Four months"}
STUDENT_HOUSE_TO = date(2026, 7, 30)  # SI 2026/421 reg 6: Ground 4A, two months from commencement for a first season


@dataclass(frozen=True)
class NewRegimeDates:
    """Dates of a new-regime notice. `period_last_day` and `order_not_before` are None where there is no such limit."""

    period_last_day: Explained[date] | None
    specified: Explained[date]
    order_not_before: Explained[date] | None


def new_regime_dates(served: date, grounds: Sequence[str]) -> NewRegimeDates:
    """The notice period, the earliest safe date to write and the floor on the order.

    Each period is 'beginning with the date of service', so the safe date is the day after its last day; with Ground 7A
    or 14 the notice may specify the day of service (HA 1988 s.8(4), (4AA), s.7(5D)). Raises UnknownGround,
    GroundNotForTenancy, BadFact.
    """
    need_date("served", served)
    found = tuple(scheduled("HA1988", "new", code) for code in need_list("grounds", grounds))
    if not found:
        raise BadFact("grounds", "A notice rests on at least one ground.", "Give a list of ground numbers.")
    trigger = f"Notice served on {long_date(served)}, new regime"
    at_once = [g.code for g in found if g.notice == "immediate"]
    if at_once:
        words = f"Ground {', '.join(at_once)} lets the notice specify the day of service, {long_date(served)}"
        step = Step(words, "HA 1988 s.8(4)", served)
        return NewRegimeDates(
            None,
            explain("rra_specified", served, trigger, step, on=served, confidence=Confidence.A),
            _order_floor(served, trigger),
        )
    longest = max((_period(g, served) for g in found), key=_RANK.index)
    number, unit = longest.split()
    count = weeks_beginning_last_day if unit == "weeks" else months_beginning_last_day
    last = count(served, int(number))
    after = last + timedelta(days=1)
    first = Step(f"{_WORDS[longest]} beginning with the day of service end on {long_date(last)}", _CITE, last)
    second = Step(f"The day after is {long_date(after)}", _CITE, after)
    return NewRegimeDates(
        explain("rra_period_last", last, trigger, first, on=served),
        explain("rra_specified", after, trigger, first, second, on=served),
        None,
    )


def _period(found: Ground, served: date) -> str:
    first_season = served <= STUDENT_HOUSE_TO
    return "2 months" if found.code == "4A" and first_season else found.notice


def _order_floor(served: date, trigger: str) -> Explained[date]:
    last = served + timedelta(days=13)
    day = last + timedelta(days=1)
    return explain(
        "rra_order_not_before",
        day,
        trigger,
        Step(f"14 days beginning with service end on {long_date(last)}", "HA 1988 s.7(5D)", last),
        Step(f"The day after is {long_date(day)}", "HA 1988 s.7(5D)", day),
        on=served,
    )


@dataclass(frozen=True)
class HandOver:
    """The last day to ask for a claim on an old notice: its own limit, the hand-over limit, and the earlier of them."""

    own_limit: Explained[date]
    transition_limit: Explained[date]
    claim_last_day: Explained[date]


def _own_limit(kind: Literal["s21", "s8"], served: date) -> tuple[date, Step]:
    if kind == "s21":
        own = months_beginning_last_day(served, 6)
        return own, Step(f"Six months beginning with service end on {long_date(own)}", "HA 1988 s.21(4D)", own)
    own = add_months(served, 12)
    return own, Step(f"Twelve months from service is {long_date(own)}", "HA 1988 s.8(3)(c)", own)


def hand_over(
    kind: Literal["s21", "s8"], served: date, commencement: date, own: Explained[date] | None = None
) -> HandOver:
    """The last day for a claim on a notice served before the regime began for that class of tenancy.

    s.21: six months beginning with service. s.8: twelve months from service. `own` is the notice's own last day
    where it was worked out otherwise (`Section21.claim_last_day`: more than two months' notice was needed). All end
    three months beginning with commencement at the latest (RRA 2025 Sch 6 paras 3-4, 16-17). Raises NotThisRoute for a
    notice served later.
    """
    need_one_of("kind", kind, ("s21", "s8"))
    if need_date("served", served) >= need_date("commencement", commencement):
        raise NotThisRoute(
            "served", "The new regime had begun when this notice was served.", "Serve a new-regime section 8 notice."
        )
    trigger = f"Old-regime notice served on {long_date(served)}; new regime from {long_date(commencement)}"
    limit_day, own_step = (own.value, own.steps[-1]) if own else _own_limit(kind, served)
    limit = months_beginning_last_day(commencement, 3)
    limit_step = Step(f"Three months beginning with commencement end on {long_date(limit)}", "RRA 2025 Sch 6", limit)
    earlier = min(limit_day, limit)
    return HandOver(
        explain("rra_own_limit", limit_day, trigger, own_step, on=commencement),
        explain("rra_transition_limit", limit, trigger, limit_step, on=commencement),
        explain(
            "rra_claim_last",
            earlier,
            trigger,
            own_step,
            limit_step,
            Step(f"The earlier is {long_date(earlier)}", "RRA 2025 Sch 6", earlier),
            on=commencement,
        ),
    )


def notice_survives(
    kind: Literal["s21", "s8"], occupancy: Occupancy, served: date, on: date, social_commencement: date | None = None
) -> Explained[bool]:
    """Whether a claim may still be asked for that day on a notice served under the old regime.

    While no commencement is set the notice has its own life; once one is, three months from it at most. Raises
    NotThisRoute for a notice served once the new regime had begun, or on a tenancy outside HA 1988; BadFact.
    """
    need_one_of("kind", kind, ("s21", "s8"))
    asked = long_date(need_date("on", on))
    trigger = f"Old-regime notice served on {long_date(need_date('served', served))}, claim on {asked}"
    begins = commencement_for(occupancy, social_commencement)
    if begins is None:
        last, step = _own_limit(kind, served)
        return explain("notice_survives", on <= last, trigger, step, on=on)
    told = hand_over(kind, served, begins).claim_last_day
    return explain("notice_survives", on <= told.value, trigger, *told.steps, on=on)
