"""What the law room needs to know of a tenancy, taken from the housing system's facts."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from cases.account import rent_lines, reserved, told
from cases.facts import Posting, TenancyFacts
from law.counting import add_months
from law.errors import BadFact
from law.explained import long_date, pounds
from law.ground8 import ground8_threshold
from law.periods import RentPeriod
from law.regime import Regime
from law.tenancies import TENANCIES

_PERIODS: dict[str, tuple[Literal["week", "month", "quarter", "year"], int]] = {
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "four_week": ("week", 4),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "year": ("year", 1),
}
_WEEKS = 52
_PERIODS_A_YEAR = {"week": 52, "fortnight": 26, "four_week": 13, "month": 12, "quarter": 4, "year": 1}


def occupancy_of(tenancy: TenancyFacts) -> str:
    """The occupancy type of a tenancy as law names it."""
    return law_type(tenancy.occupancy, tenancy.landlord_kind, tenancy.social_housing)


def law_type(recorded: str, landlord_kind: str, social_housing: bool) -> str:
    """The occupancy type as law names it: housing systems often record only `demoted`, whoever the landlord is."""
    if recorded == "demoted":
        return "demoted_council" if landlord_kind == "council" else "demoted_provider"
    if recorded == "assured" and not social_housing:
        return "assured_market"
    return recorded


def named(occupancy: str) -> str:
    """The occupancy type in law's words."""
    known = {o.value: row.title for o, row in TENANCIES.items()}
    return known.get(occupancy, f"type '{occupancy}'")


def rent_period(tenancy: TenancyFacts) -> RentPeriod:
    """The rent period as law counts it. Raises LawError where the unit or the anchor is not usable."""
    if tenancy.period_unit not in _PERIODS:
        raise BadFact(
            "period_unit",
            f"The rent period is recorded as '{tenancy.period_unit}', which no notice can be counted from.",
            "Correct the rent period in the housing system.",
        )
    unit, count = _PERIODS[tenancy.period_unit]
    return RentPeriod(unit, count, tenancy.period_anchor)


def rent_pence(tenancy: TenancyFacts) -> int:
    """Rent for one period, with the service charge where it is reserved as rent."""
    return tenancy.rent_pence + (tenancy.service_charge_pence if tenancy.service_charge_is_rent else 0)


def owes_weeks(tenancy: TenancyFacts, arrears_pence: int, weeks: int) -> bool:
    """Whether the arrears reach so many weeks' rent, in whole pence (52 weeks to a year)."""
    a_year = rent_pence(tenancy) * _PERIODS_A_YEAR.get(tenancy.period_unit, 52)
    return arrears_pence * 52 >= weeks * a_year


def rent_charged(tenancy: TenancyFacts, postings: Iterable[Posting], since: date) -> tuple[tuple[date, int], ...]:
    """What the account charged in each rent period that begins on or after the one of `since`: (first day, pence).

    So a rent change counts from its day. On an account charged less than 52 weeks a year, a week between charges with
    none is rent-free, and so are as many after the last charge as the year may leave free.
    """
    period = rent_period(tenancy)
    kinds = ("rent", *reserved(tenancy))
    from_ = period.index(since)
    charged: dict[int, int] = {}
    for line in postings:
        if line.kind in kinds and line.due_pence:
            k = period.index(line.on)
            charged[k] = charged.get(k, 0) + line.due_pence
    weeks = tenancy.weeks_charged_a_year
    if period.days and charged and weeks and weeks < _WEEKS:
        longest = (_WEEKS - weeks) * 7 // period.days
        for k in range(from_, max(charged) + longest + 1):
            charged.setdefault(k, 0)
    return tuple((period.start(k), pence) for k, pence in sorted(charged.items()) if k >= from_)


def weeks_rent(tenancy: TenancyFacts, weeks: int) -> int:
    """So many weeks' rent in pence, the odd penny up (52 weeks to a year)."""
    return -(-weeks * rent_pence(tenancy) * _PERIODS_A_YEAR.get(tenancy.period_unit, 52) // 52)


def landlord_kind(tenancy: TenancyFacts) -> Literal["council", "provider"]:
    """The landlord's kind as the service rules know it."""
    return "council" if tenancy.landlord_kind == "council" else "provider"


def short_of_ground8(
    tenancy: TenancyFacts, postings: tuple[Posting, ...], on: date, regime: Regime = "old", left_out_pence: int = 0
) -> str | None:
    """Why ground 8 is not made out on a day, with both figures; None if it is. `left_out_pence` does not count.

    For quarterly and yearly rent only what is more than three months overdue counts (HA 1988 Sch 2 ground 8). Raises
    LawError for rent periods that the ground does not name.
    """
    period = rent_period(tenancy)
    needed = ground8_threshold(period, rent_pence(tenancy), regime).value
    old = add_months(on, -3) if period.months >= 3 else on
    lines = rent_lines(postings, tenancy)
    due = sum(p.due_pence for p in lines if p.on <= old)
    paid = sum(p.paid_pence for p in lines if p.on <= on)
    counted = due - paid - min(left_out_pence, max(0, due - paid))
    if counted >= needed:
        return None
    return f"Ground 8 needs arrears of at least {pounds(needed)}; on {long_date(on)} {told(counted)} counts."
