"""Rent periods and the earliest day a notice to quit could expire."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from law.checks import need_count, need_date, need_one_of
from law.counting import add_months
from law.errors import BadFact, NoAnchor
from law.explained import Confidence, Explained, Step, long_date
from law.rules import explain

PEA_DAYS = 28  # PEA 1977 s.5: four weeks, one of the two end days counted

Unit = Literal["week", "month", "quarter", "year"]
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_NAMES = {(7, 0): "weekly", (14, 0): "fortnightly", (28, 0): "four-weekly", (0, 1): "monthly", (0, 3): "quarterly"}


@dataclass(frozen=True)
class RentPeriod:
    """The period of a tenancy: n weeks, months, quarters or years, the first day of any one period being the anchor.

    A fortnight is two weeks; four-weekly is four weeks. A quarter and three months are the same period.
    Raises BadFact on an unknown unit or length, NoAnchor when the anchor is missing.
    """

    unit: Unit
    n: int
    anchor: date

    def __post_init__(self) -> None:
        need_one_of("period.unit", self.unit, ("week", "month", "quarter", "year"))
        need_count("period.n", self.n)
        if self.anchor is None:
            raise NoAnchor(
                "period.anchor", "The rule runs to the end of a period.", "Give the first day of any one period."
            )
        need_date("period.anchor", self.anchor)

    @property
    def days(self) -> int:
        """Length in days for periods of weeks; 0 for periods of months."""
        return 7 * self.n if self.unit == "week" else 0

    @property
    def months(self) -> int:
        """Length in calendar months for periods of months; 0 for periods of weeks."""
        return _MONTHS_IN.get(self.unit, 0) * self.n

    @property
    def name(self) -> str:
        """The word for it: weekly, fortnightly, four-weekly, monthly, quarterly, yearly, or a description."""
        if self.months and self.months % 12 == 0:
            return "yearly" if self.months == 12 else f"every {self.months // 12} years"
        return _NAMES.get((self.days, self.months)) or f"every {self.n} {self.unit}s"

    def start(self, k: int) -> date:
        """The first day of the kth period counted from the anchor (k may be negative)."""
        return add_months(self.anchor, k * self.months) if self.months else self.anchor + timedelta(days=k * self.days)

    def index(self, day: date) -> int:
        """The k of the period that holds the day."""
        need_date("day", day)
        if self.days:
            return (day - self.anchor).days // self.days
        months = (day.year - self.anchor.year) * 12 + day.month - self.anchor.month
        k = months // self.months
        return k if self.start(k) <= day else k - 1


def need_period(period: object) -> RentPeriod:
    """The value, if it is a rent period. Raises NoAnchor without one, BadFact for what is not one."""
    if isinstance(period, RentPeriod):
        return period
    if period is None:
        raise NoAnchor("period", "The notice must run to the end of a period.", "Give the rent period and its anchor.")
    raise BadFact("period", "That is not a rent period.", "Give its unit, its number and its anchor.")


def period_starting_on_or_before(period: RentPeriod, day: date) -> date:
    """The first day of the period that holds the day."""
    return need_period(period).start(period.index(day))


def period_starting_on_or_after(period: RentPeriod, day: date) -> date:
    """The first period start that is not before the day."""
    k = need_period(period).index(day)
    return day if period.start(k) == day else period.start(k + 1)


def period_last_day_on_or_after(period: RentPeriod, day: date) -> date:
    """The first last day of a period that is not before the day."""
    return need_period(period).start(period.index(day) + 1) - timedelta(days=1)


def one_period_after(period: RentPeriod, served: date) -> date:
    """One whole period after service, as the common law measures it: half a year for a yearly tenancy."""
    if need_period(period).days:
        return need_date("served", served) + timedelta(days=period.days)
    return add_months(served, 6 if period.months >= 12 else period.months)


@dataclass(frozen=True)
class NtqDate:
    """The earliest expiry in law, and the cautious one on the last day of a period."""

    minimum: Explained[date]
    recommended: Explained[date]


def ntq_date(
    served: date,
    period: RentPeriod,
    *,
    pea: bool = True,
    contract_until: date | None = None,
) -> NtqDate:
    """The earliest day a landlord's notice to quit served that day could expire.

    28 days (PEA 1977 s.5(1); not when `pea` is false), one whole period, and the end of a period, all at once; the last
    day of a period and the first day of the next are both good (Crate v Miller). `contract_until` is a later day that
    the agreement itself requires. Raises NoAnchor without a period, BadFact for what is not one.
    """
    need_date("served", served)
    need_period(period)
    floors = [(one_period_after(period, served), _period_words(period), "common law")]
    if pea:
        floors.insert(0, (served + timedelta(days=PEA_DAYS), "28 days", "PEA 1977 s.5(1); Schnabel v Allard"))
    counts = [Step(f"{words} after service is {long_date(day)}", cite, day) for day, words, cite in floors]
    base = max(day for day, _, _ in floors)
    if contract_until is not None:
        base = max(base, need_date("contract_until", contract_until))
        words = f"The agreement asks for notice until {long_date(contract_until)}"
        counts.append(Step(words, "tenancy agreement", contract_until))
    if len({step.on for step in counts}) > 1:
        counts.append(Step(f"All must be met, so not before {long_date(base)}", "common law", base))
    last = period_last_day_on_or_after(period, base)
    first = period_starting_on_or_after(period, base)
    trigger = f"Notice served on {long_date(served)}, {period.name} tenancy"
    end_step = Step(f"The next last day of a period is {long_date(last)}", "Crate v Miller [1947] KB 946", last)
    first_step = Step(
        f"{long_date(first)} is the first day of a period, which is as good as the last day of the one before",
        "Crate v Miller [1947] KB 946",
        first,
    )
    earliest, step = (first, first_step) if first < last else (last, end_step)
    mark = None if pea else Confidence.C  # the common law alone: no source read
    cite = "" if pea else "common law; Crate v Miller [1947] KB 946"
    return NtqDate(
        explain("ntq_minimum", earliest, trigger, *counts, step, on=served, confidence=mark, authority=cite),
        explain("ntq_recommended", last, trigger, *counts, end_step, on=served, confidence=mark, authority=cite),
    )


def _period_words(period: RentPeriod) -> str:
    if period.days:
        return "One week" if period.days == 7 else f"One period of {period.days // 7} weeks"
    if period.months >= 12:
        return "Half a year"
    return {1: "One month", 3: "One quarter"}.get(period.months, f"One period of {period.months} months")
