"""Rent lawfully due, in pence: which lines of an account count towards the rent grounds, which do not, and why."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from law.checks import need_date, need_list, need_one_of, need_pence
from law.counting import add_months
from law.errors import BadFact
from law.explained import Confidence, Explained, Step, long_date, pounds, weakest
from law.regime import Regime
from law.rent_lines import CHARGES, RENT_LINES, AccountLine, RentLineKind, is_rent, need_reservable
from law.rules import explain

Benefit = Literal["universal_credit", "housing_benefit"]
_AWARD = "RRA 2025 Sch 1 para 24"
_MATTHEWS = "North British HA v Matthews [2004] EWCA Civ 1736"
_SPACE = "SI 2020/1311 regs 5(3)(a), 6"
_OLD_RENT_MONTHS = 3  # HA 1988 Sch 2 Ground 8(c), (d)


@dataclass(frozen=True)
class AwaitedBenefit:
    """A housing payment awarded and not yet received: for the days `first` to `last`, to be paid on `expected`."""

    kind: Benefit
    pence: int
    first: date
    last: date
    expected: date


@dataclass(frozen=True)
class KindTotal:
    """The lines of one kind together: their sum in pence, whether they count as rent, and why."""

    kind: RentLineKind
    pence: int
    rent: bool


@dataclass(frozen=True)
class RentDue:
    """What is rent lawfully due on a day, and what is shown apart from it. All in pence, none below nothing.

    `due` counts for Ground 1 (HA 1985) and Grounds 10 and 11 (HA 1988); `ground8` for Ground 8, less what the regime
    leaves out; `overdue` is the part more than three months old, for quarterly and yearly rent. While a breathing
    space runs a notice may rest on `outside_frozen` alone. `technical` and `late_benefit` are parts of `due` for
    people to judge by: the law counts them.
    """

    kinds: tuple[KindTotal, ...]
    due: Explained[int]
    left_out: Explained[int]
    overdue: Explained[int]
    frozen: Explained[int]
    outside_frozen: Explained[int]
    disregarded: Explained[int]
    ground8: Explained[int]
    technical: Explained[int]
    net_of_technical: Explained[int]
    late_benefit: Explained[int]


def rent_due(
    lines: Sequence[AccountLine],
    on: date,
    *,
    reserved: Collection[str] = (),
    awaited: Sequence[AwaitedBenefit] = (),
    frozen_from: date | None = None,
    regime: Regime = "old",
) -> RentDue:
    """The rent lawfully due and unpaid at the end of `on`; a line of that day counts, a later one does not.

    `reserved` are the kinds that the tenancy agreement reserves as rent. `awaited` are awards not yet received.
    `frozen_from` is the first day of a breathing space that still runs: rent owed before it is frozen debt (SI
    2020/1311 regs 5-6). Raises BadFact (a kind not held, or one that cannot be reserved; dates that cross), NotPence.
    """
    need_date("on", on)
    need_one_of("regime", regime, ("old", "new"))
    lines, awaited, reserved = (
        need_list(name, given) for name, given in (("lines", lines), ("awaited", awaited), ("reserved", reserved))
    )
    for code in reserved:
        need_reservable(code)
    for award in awaited:
        _need_award(award)
    if frozen_from is not None:
        need_date("frozen_from", frozen_from)
    counted = [line for line in (_checked(n, line) for n, line in enumerate(lines, 1)) if line.on <= on]
    owed = [line for line in counted if is_rent(line, reserved)]
    kinds = _totals(counted, reserved)
    trigger = f"Account at the end of {long_date(on)}"
    balance = sum(line.pence for line in owed)
    due = max(0, balance)
    mark = weakest(Confidence.A, *(total.kind.confidence for total in kinds if total.rent))
    told = explain("rent_due", due, trigger, *_sums(kinds, True), _balance(balance), confidence=mark, unit="pence")
    frozen = _frozen(owed, due, trigger, frozen_from)
    outside = due - frozen.value
    disregarded = _disregarded(awaited, on, due, trigger, regime)
    technical, late = _technical(awaited, on, due, trigger)
    left = sum(total.pence for total in kinds if not total.rent)
    return RentDue(
        kinds,
        told,
        explain("rent_left_out", max(0, left), trigger, *_sums(kinds, False), unit="pence"),
        _overdue(owed, on, trigger),
        frozen,
        _less("rent_outside_frozen", told, frozen, "frozen debt", outside),
        disregarded,
        _less("ground8_counts", told, disregarded, "what is left out", due - disregarded.value),
        technical,
        _less("net_of_technical", told, technical, "technical arrears", due - technical.value),
        late,
    )


def _need_award(award: AwaitedBenefit) -> None:
    need_one_of("awaited kind", award.kind, ("universal_credit", "housing_benefit"))
    need_pence("awaited pence", award.pence)
    need_date("awaited expected", award.expected)
    if need_date("awaited last", award.last) < need_date("awaited first", award.first):
        raise BadFact("awaited last", "The award ends before it begins.", "Check both days.")


def _checked(n: int, line: AccountLine) -> AccountLine:
    need_date(f"line {n} on", line.on)
    need_one_of(f"line {n} kind", line.kind, tuple(RENT_LINES))
    need_one_of(f"line {n} towards", line.towards, CHARGES)
    need_pence(f"line {n} pence", line.pence, None)
    return line


def _totals(lines: Sequence[AccountLine], reserved: Collection[str]) -> tuple[KindTotal, ...]:
    """The sum of each kind in the table's order; a credit kind twice where some of it went to what is not rent."""
    sums: dict[tuple[str, bool], int] = {}
    for line in lines:
        key = line.kind, is_rent(line, reserved)
        sums[key] = sums.get(key, 0) + line.pence
    return tuple(
        KindTotal(row, sums[code, rent], rent)
        for code, row in RENT_LINES.items()
        for rent in (True, False)
        if (code, rent) in sums
    )


def _sums(kinds: Sequence[KindTotal], rent: bool) -> tuple[Step, ...]:
    found = tuple(
        Step(
            f"{total.kind.title} {pounds(total.pence)}, {'counted' if rent else 'left out'}: {_why(total)}",
            total.kind.authority,
        )
        for total in kinds
        if total.rent is rent
    )
    return found or (Step("No line of that kind", "HA 1988 Sch 2 Ground 8"),)


def _why(total: KindTotal) -> str:
    if total.kind.counts == "if reserved" and total.rent:
        return "the tenancy agreement reserves it as rent"
    if total.kind.counts == "credit" and not total.rent:
        return "it was made towards what is not rent"
    return total.kind.why


def _balance(balance: int) -> Step:
    words = f"Together {pounds(balance)}" if balance >= 0 else f"The rent is in credit by {pounds(-balance)}"
    return Step(words, "HA 1988 Sch 2 Ground 8; HA 1985 Sch 2 Ground 1")


def _overdue(owed: Sequence[AccountLine], on: date, trigger: str) -> Explained[int]:
    """Payments go to the oldest rent first, so what is old is old charges less everything paid."""
    cut = add_months(on, -_OLD_RENT_MONTHS)
    charged = sum(max(0, line.pence) for line in owed if line.on < cut)
    paid = sum(max(0, -line.pence) for line in owed)
    value = max(0, charged - paid)
    cite = "HA 1988 Sch 2 Ground 8(c)-(d)"
    return explain(
        "rent_overdue",
        value,
        trigger,
        Step(f"More than three months overdue is what fell due before {long_date(cut)}: {pounds(charged)}", cite),
        Step(f"Less {pounds(paid)} paid, the oldest rent first: {pounds(value)}", "common law"),
        unit="pence",
    )


def _frozen(owed: Sequence[AccountLine], due: int, trigger: str, start: date | None) -> Explained[int]:
    if start is None:
        return explain("rent_frozen", 0, trigger, Step("No breathing space runs", _SPACE), unit="pence")
    before = max(0, sum(line.pence for line in owed if line.on < start))
    value = min(before, due)
    first = Step(f"Owed when breathing space began on {long_date(start)}: {pounds(before)}", _SPACE)
    second = Step(f"Of that {pounds(value)} is still owed; what was paid since went to later rent first", "practice")
    return explain("rent_frozen", value, trigger, first, second, unit="pence")


def _accrued(award: AwaitedBenefit, on: date) -> int:
    """The part of an award for days that have come by `on`, by days, parts of a penny dropped."""
    days = (award.last - award.first).days + 1
    come = min(max((on - award.first).days + 1, 0), days)
    return award.pence * come // days


def _disregarded(awaited: Sequence[AwaitedBenefit], on: date, due: int, trigger: str, regime: Regime) -> Explained[int]:
    if regime == "old":
        step = Step("Benefit on its way is not left out in the old regime", _MATTHEWS)
        return explain("uc_disregarded", 0, trigger, step, authority=_MATTHEWS, unit="pence")
    award = sum(_accrued(one, on) for one in awaited if one.kind == "universal_credit")
    value = min(award, due)
    step = Step(f"Universal Credit awarded for rent and not yet received: {pounds(award)}", _AWARD)
    most = Step(f"Left out of the arrears: {pounds(value)}", _AWARD)
    return explain("uc_disregarded", value, trigger, step, most, unit="pence")


def _technical(
    awaited: Sequence[AwaitedBenefit], on: date, due: int, trigger: str
) -> tuple[Explained[int], Explained[int]]:
    """What an award in payment will clear, and what an award should have cleared by now."""
    coming = sum(_accrued(one, on) for one in awaited if one.expected >= on)
    missed = sum(_accrued(one, on) for one in awaited if one.expected < on)
    late = min(missed, due)
    technical = min(coming, due - late)
    days = ", ".join(long_date(one.expected) for one in awaited if one.expected >= on) or "no day"
    return (
        explain(
            "technical_arrears",
            technical,
            trigger,
            Step(f"Benefit for days already gone, expected on {days}: {pounds(coming)}", "landlord policy"),
            Step(f"Of the rent due it will clear {pounds(technical)}; in law that is still owed", _MATTHEWS),
            unit="pence",
        ),
        explain(
            "benefit_late",
            late,
            trigger,
            Step(f"Benefit whose day has gone by and that has not come: {pounds(late)}", "landlord policy"),
            unit="pence",
        ),
    )


def _less(code: str, told: Explained[int], part: Explained[int], words: str, value: int) -> Explained[int]:
    first = Step(f"Rent lawfully due and unpaid: {pounds(told.value)}", told.authority)
    second = Step(f"Less {words}, {pounds(part.value)}: {pounds(value)}", part.authority)
    mark = weakest(told.confidence, part.confidence)
    return explain(code, value, told.trigger, first, second, confidence=mark, unit="pence")
