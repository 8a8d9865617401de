"""The two everyday notices: section 83 (secure) and section 8 (assured), their dates and how long each lives."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from law.checks import need_date, need_list, need_one_of
from law.counting import add_months, days_after
from law.errors import BadFact, NotThisRoute
from law.explained import Explained, Step, long_date
from law.grounds import Ground, scheduled
from law.new_regime import new_regime_dates
from law.periodic import refuse_early
from law.periods import NtqDate, RentPeriod, ntq_date
from law.regime import Regime
from law.rules import explain, restate

Kind = Literal["s83", "s8"]
LIFE_MONTHS = 12  # HA 1985 s.83(3)(b), (4)(b); HA 1988 s.8(3)(c)
_DAY = timedelta(days=1)
_NO_DISPENSING = ("7A", "7B", "8")  # HA 1988 s.8(5)


@dataclass(frozen=True)
class NoticeDates:
    """The date to write in the notice: the earliest in law, and the cautious one to use by default.

    For a section 83 notice with Ground 2 it is the possession date sought; the claim may begin at once.
    """

    specified_minimum: Explained[date]
    specified_recommended: Explained[date]


@dataclass(frozen=True)
class ClaimDates:
    """When a claim may be issued on a served notice: first day, safe first day, lapse, the day before it."""

    issue_from: Explained[date]
    issue_from_safe: Explained[date]
    lapse: Explained[date]
    last_safe_issue: Explained[date]


def notice_dates(
    kind: Kind,
    served: date,
    period: RentPeriod | None,
    grounds: Sequence[str],
    *,
    fixed_term: bool = False,
    regime: Regime = "old",
) -> NoticeDates:
    """The earliest and the recommended date to write in a notice taking effect by service on `served`.

    `s83`: HA 1985 s.83(3)-(5). `s8`: HA 1988 s.8(3A)-(4B), or as amended by RRA 2025 s.3 when the regime is `new`.
    A fixed term needs no period. Raises UnknownGround, GroundNotForTenancy, NoAnchor, BadFact.
    """
    found = _grounds(kind, grounds, regime, fixed_term)
    need_date("served", served)
    if kind == "s83" and fixed_term:
        raise NotThisRoute(
            "fixed_term",
            "A section 83 notice in a fixed term specifies no date (HA 1985 s.83(6)).",
            "Use the fixed-term form; it carries over to the periodic tenancy that follows.",
        )
    if kind == "s83":
        return _s83_dates(served, period, found)
    if regime == "new":
        new = new_regime_dates(served, grounds)
        return NoticeDates(new.specified, new.specified)
    return _s8_dates(served, period, found, fixed_term)


def claim_dates(
    kind: Kind,
    served: date,
    specified: date,
    period: RentPeriod | None,
    grounds: Sequence[str],
    *,
    fixed_term: bool = False,
    regime: Regime = "old",
) -> ClaimDates:
    """When a claim may be issued on a notice served and specifying those days, and when the notice dies.

    `s83`: lapse twelve months after the date specified. `s8`: twelve months after service. Raises TooEarly when the
    notice specifies a day earlier than the law allows, and whatever `notice_dates` raises.
    """
    earliest = notice_dates(kind, served, period, grounds, fixed_term=fixed_term, regime=regime).specified_minimum
    refuse_early(specified, earliest)
    if kind == "s83":
        return _s83_claim(served, specified, "2" in {found.code for found in _grounds(kind, grounds)})
    return _s8_claim(served, specified, "rra" if regime == "new" else "s8")


def dispensation(kind: Kind, grounds: Sequence[str], *, regime: Regime = "old") -> Explained[bool]:
    """Whether the court may do without a good notice (HA 1985 s.83(1)(b); HA 1988 s.8(1)(b), (5))."""
    found = _grounds(kind, grounds, regime)
    barring = [g.code for g in found if kind == "s8" and g.code in _NO_DISPENSING]
    several = len(barring) > 1
    cite = "HA 1985 s.83(1)(b)" if kind == "s83" else "HA 1988 s.8(1)(b), (5)"
    step = (
        Step(
            f"Ground{'s' if several else ''} {', '.join(barring)} shut{'' if several else 's'} it out", "HA 1988 s.8(5)"
        )
        if barring
        else Step("The court may do so where it is just and equitable", cite)
    )
    return explain("dispense", not barring, _named(found), step, authority=cite)


def _grounds(kind: str, codes: Sequence[str], regime: Regime = "old", fixed_term: bool = False) -> tuple[Ground, ...]:
    need_one_of("kind", kind, ("s83", "s8"))
    given = need_list("grounds", codes)
    if not given:
        raise BadFact("grounds", "A notice rests on at least one ground.", "Give a list of ground numbers.")
    found = tuple(scheduled("HA1985" if kind == "s83" else "HA1988", regime, code) for code in given)
    for one in found:
        if one.code in ("84A", "107D"):
            raise BadFact(
                "grounds", f"{one.code} has a notice of its own.", f"Serve a separate notice under {one.citation}."
            )
        if fixed_term and kind == "s8" and regime == "old" and not one.in_fixed_term:
            raise BadFact(
                "grounds",
                f"Ground {one.code} is not open while a fixed term runs (HA 1988 s.7(6)).",
                "Wait for the term to end or choose another ground.",
            )
    return found


def _named(found: Sequence[Ground]) -> str:
    return f"Ground{'s' if len(found) > 1 else ''} {', '.join(g.code for g in found)}"


def _s83_dates(served: date, period: RentPeriod | None, found: Sequence[Ground]) -> NoticeDates:
    ntq = _ntq(served, period)
    ground2 = any(g.code == "2" for g in found)
    stem = "s83_possession" if ground2 else "s83_specified"
    return NoticeDates(
        restate(stem, ntq.minimum, on=served), restate(f"{stem}_recommended", ntq.recommended, on=served)
    )


def _s8_dates(served: date, period: RentPeriod | None, found: Sequence[Ground], fixed_term: bool) -> NoticeDates:
    codes = {g.code for g in found}
    trigger = f"Notice on {_named(found)} served on {long_date(served)}"
    if "7A" in codes and fixed_term:
        day = add_months(served, 1)
        step = Step(f"One month after service, the fixed term running, is {long_date(day)}", "HA 1988 s.8(3A)(b)", day)
        return _and_a_day(served, day, trigger, step)
    if "7A" in codes:
        ntq = _ntq(served, period)
        lead = Step("Ground 7A decides for every ground in the notice", "HA 1988 s.8(3A)")
        return NoticeDates(
            restate("s8_specified", replace(ntq.minimum, trigger=trigger, steps=(lead, *ntq.minimum.steps)), on=served),
            restate(
                "s8_specified_recommended",
                replace(ntq.recommended, trigger=trigger, steps=(lead, *ntq.recommended.steps)),
                on=served,
            ),
        )
    if "14" in codes:
        step = Step(
            f"With Ground 14 the notice may specify the day of service, {long_date(served)}", "HA 1988 s.8(4)", served
        )
        return _and_a_day(served, served, trigger, step)
    longer = [g.code for g in found if g.notice == "2 months"]
    if not longer:
        day = days_after(served, 14)
        step = Step(f"Two weeks from service, that day left out, is {long_date(day)}", "HA 1988 s.8(4B)", day)
        return _and_a_day(served, day, trigger, step)
    day = add_months(served, 2)
    words = f"Two months from service, which Ground {', '.join(longer)} asks for, is {long_date(day)}"
    step = Step(words, "HA 1988 s.8(4A)(a); Dodds v Walker [1981] 1 WLR 1027", day)
    return (
        _and_a_day(served, day, trigger, step)
        if fixed_term
        else _later_of(served, day, trigger, step, _ntq(served, period))
    )


def _later_of(served: date, day: date, trigger: str, step: Step, ntq: NtqDate) -> NoticeDates:
    def told(code: str, limb: Explained[date]) -> Explained[date]:
        value = max(day, limb.value)
        last = Step(f"The later of the two is {long_date(value)}", "HA 1988 s.8(4A)", value)
        return restate(code, replace(limb, value=value, trigger=trigger, steps=(step, *limb.steps)), last, on=served)

    earliest, cautious = told("s8_specified", ntq.minimum), told("s8_specified_recommended", ntq.recommended)
    if day < ntq.recommended.value:
        return NoticeDates(earliest, cautious)
    safe = day + _DAY  # the two months decide, and no end of a period leaves a margin
    margin = Step(f"One day is added for safety: {long_date(safe)}", "practice", safe)
    return NoticeDates(earliest, replace(cautious, value=safe, steps=(*cautious.steps, margin)))


def _and_a_day(served: date, day: date, trigger: str, step: Step) -> NoticeDates:
    safe = day + _DAY
    margin = Step(f"One day is added for safety: {long_date(safe)}", "practice", safe)
    return NoticeDates(
        explain("s8_specified", day, trigger, step, on=served),
        explain("s8_specified_recommended", safe, trigger, step, margin, on=served),
    )


def _ntq(served: date, period: RentPeriod | None) -> NtqDate:
    return ntq_date(served, period)  # type: ignore[arg-type]  # ntq_date itself refuses a missing period


def _s83_claim(served: date, specified: date, ground2: bool) -> ClaimDates:
    trigger = f"Notice served on {long_date(served)} and specifying {long_date(specified)}"
    after = specified + _DAY
    lapse = add_months(specified, LIFE_MONTHS)
    if ground2:
        at_once = Step(
            f"With Ground 2 in it proceedings may begin at once, {long_date(served)}", "HA 1985 s.83(3)", served
        )
        next_day = served + _DAY
        wait = Step(f"The court's digital service takes it from {long_date(next_day)}", "practice", next_day)
        issue = explain("s83_issue_ground2", served, trigger, at_once, on=served)
        safe = explain("s83_issue_ground2_safe", next_day, trigger, at_once, wait, on=served)
    else:
        issue = explain(
            "s83_issue",
            after,
            trigger,
            Step(f"The day after is {long_date(after)}", "HA 1985 s.83A(1)", after),
            on=served,
        )
        safe = issue
    life = "HA 1985 s.83(3)(b)" if ground2 else "HA 1985 s.83(4)(b)"
    died = Step(f"Twelve months after the date specified is {long_date(lapse)}", life, lapse)
    return ClaimDates(issue, safe, *_life("s83", served, lapse, trigger, died))


def _s8_claim(served: date, specified: date, stem: str) -> ClaimDates:
    trigger = f"Notice served on {long_date(served)} and specifying {long_date(specified)}"
    after = specified + _DAY
    lapse = add_months(served, LIFE_MONTHS)
    first = Step(f"Not earlier than the date specified, {long_date(specified)}", "HA 1988 s.8(3)(b)", specified)
    wait = (
        Step(f"The form says 'not until after', so {long_date(after)} is safe", "Form 3", after)
        if stem == "s8"
        else Step(f"One day is added for safety: {long_date(after)}", "practice", after)
    )
    died = Step(f"Twelve months after service is {long_date(lapse)}", "HA 1988 s.8(3)(c)", lapse)
    return ClaimDates(
        explain(f"{stem}_issue", specified, trigger, first, on=served),
        explain(f"{stem}_issue_safe", after, trigger, first, wait, on=served),
        *_life(stem, served, lapse, trigger, died),
    )


def _life(stem: str, served: date, lapse: date, trigger: str, died: Step) -> tuple[Explained[date], Explained[date]]:
    last = lapse - _DAY
    return (
        explain(f"{stem}_lapse", lapse, trigger, died, on=served),
        explain(
            f"{stem}_last_issue",
            last,
            trigger,
            died,
            Step(f"The day before is {long_date(last)}", "practice", last),
            on=served,
        ),
    )
