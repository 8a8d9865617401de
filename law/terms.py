"""Terms of a suspended or postponed order, watched against the rent account to the penny.

A receipt goes first to the due date it falls in (rent, then instalment), next to the oldest sums missed, and what is
left waits for the due dates to come. So the shortfall is always all that fell due less all that was received.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, takewhile
from typing import Literal

from law.checks import need_count, need_date, need_one_of, need_pence
from law.counting import add_months
from law.errors import BadFact
from law.explained import Explained, Step, long_date, pounds
from law.periods import RentPeriod, period_starting_on_or_after
from law.rules import explain

Frequency = Literal["weekly", "fortnightly", "four_weekly", "monthly"]
_DAY = timedelta(days=1)
FROZEN = "SI 2020/1311 regs 6-7"
_EVERY_DAYS = {"weekly": 7, "fortnightly": 14, "four_weekly": 28}
_SAME_AS = {"weekly": "weekly", "fortnightly": "fortnightly", "four_weekly": "four-weekly", "monthly": "monthly"}


@dataclass(frozen=True)
class Terms:
    """What a suspended order asks: current rent each rent period plus an instalment, until the judgment is cleared.

    Sums in pence. `receipts_from` is the first day whose receipts count, the first payment date unless the order says
    otherwise. `rent_charged` gives the rent of single periods by any day in them, in place of the current rent: nothing
    in a rent-free week, the new sum after a rent change. `lump_sums` (day, pence) are paid off the same sum as the
    instalments, which clear what they leave. `frozen` are the first and last days of breathing spaces (no last day: not
    known yet) that the debt is in: the rent goes on, and no instalment falls due. Raises NotPence, BadFact.
    """

    current_rent_pence: int
    instalment_pence: int
    frequency: Frequency
    first_payment: date
    rent_period: RentPeriod
    judgment_pence: int
    receipts_from: date | None = None
    rent_charged: tuple[tuple[date, int], ...] = ()
    lump_sums: tuple[tuple[date, int], ...] = ()
    frozen: tuple[tuple[date, date | None], ...] = ()

    def __post_init__(self) -> None:
        need_pence("current_rent_pence", self.current_rent_pence)
        need_pence("instalment_pence", self.instalment_pence)
        need_pence("judgment_pence", self.judgment_pence)
        need_one_of("frequency", self.frequency, tuple(_SAME_AS))
        need_date("first_payment", self.first_payment)
        if self.receipts_from is not None:
            need_date("receipts_from", self.receipts_from)
        for day, pence in self.rent_charged:
            need_date("rent_charged", day)
            need_pence("rent_charged", pence, None)
        for day, pence in self.lump_sums:
            need_date("lump_sums", day)
            need_pence("lump_sums", pence)
        for began, ended in self.frozen:
            need_date("frozen", began)
            if ended is not None and need_date("frozen", ended) < began:
                raise BadFact("frozen", "A breathing space cannot end before it starts.", "Check both days.")

    @property
    def by_instalments_pence(self) -> int:
        """What the lump sums leave for the instalments to clear."""
        return max(0, self.judgment_pence - sum(pence for _, pence in self.lump_sums))

    def due_date(self, k: int) -> date:
        """The kth payment date, the first being number 0."""
        if self.frequency == "monthly":
            return add_months(self.first_payment, k)
        return self.first_payment + timedelta(days=k * _EVERY_DAYS[self.frequency])

    def waits(self, day: date) -> bool:
        """Whether an instalment of that day waits, the debt being in a breathing space."""
        return any(began <= day and (ended is None or day <= ended) for began, ended in self.frozen)

    def first_free(self, day: date) -> date | None:
        """The day, or the first after it that lies in no breathing space; None while nobody knows its end."""
        for began, ended in sorted(self.frozen, key=_start):
            if began <= day and (ended is None or day <= ended):
                if ended is None:
                    return None
                day = ended + _DAY
        return day


@dataclass(frozen=True)
class DueLine:
    """What fell due on one day under the order, in pence, and the total so far."""

    on: date
    rent_pence: int
    instalment_pence: int
    cumulative_pence: int


@dataclass(frozen=True)
class TermsPosition:
    """How the account stands on a day, in pence. `first_missed` is the oldest due date still short."""

    due_pence: int
    paid_pence: int
    shortfall_pence: int
    missed_instalments: int
    missed_instalments_pence: int
    first_missed: date | None
    last_payment: date | None

    @property
    def in_breach(self) -> bool:
        """Whether less was received than fell due."""
        return self.shortfall_pence > 0

    def __str__(self) -> str:
        """The position in words."""
        if not self.in_breach:
            ahead = self.paid_pence - self.due_pence
            return f"terms kept, {pounds(ahead)} ahead" if ahead else "terms kept"
        if self.first_missed is None:
            return f"{pounds(self.shortfall_pence)} short"
        times = "1 payment" if self.missed_instalments == 1 else f"{self.missed_instalments} payments"
        return f"{pounds(self.shortfall_pence)} short, {times} missed since {long_date(self.first_missed)}"


def due_by(terms: Terms, on: date) -> list[DueLine]:
    """Each day on which money fell due under the order, up to and including the day.

    Where the order pays as often as rent is charged, each payment date asks for rent and instalment together; otherwise
    rent falls due at each rent period beginning on or after the first payment date. Instalments stop at the judgment.
    In a breathing space the rent alone falls due: instalments of its days go on after the others, at the end; a lump
    sum waits for the day after it.
    """
    need_date("on", on)
    period = terms.rent_period
    charged = {period.index(day): pence for day, pence in terms.rent_charged}

    def rent_of(day: date) -> int:
        return charged.get(period.index(day), terms.current_rent_pence)

    together = _SAME_AS[terms.frequency] == period.name
    owed: dict[date, list[int]] = {}
    left = terms.judgment_pence
    for day, pence in sorted(terms.lump_sums):
        lump = min(pence, left)
        left -= lump
        falls = terms.first_free(day)
        if lump and falls is not None and falls <= on:
            owed.setdefault(falls, [0, 0])[1] += lump
    for day in takewhile(lambda day: day <= on, map(terms.due_date, count())):
        instalment = 0 if terms.waits(day) else min(terms.instalment_pence, left)
        left -= instalment
        rent = rent_of(day) if together else 0
        if rent or instalment:
            asked = owed.setdefault(day, [0, 0])
            asked[0] += rent
            asked[1] += instalment
    if not together:
        first = period.index(period_starting_on_or_after(period, terms.first_payment))
        for day in takewhile(lambda day: day <= on, map(period.start, count(first))):
            if rent_of(day):
                owed.setdefault(day, [0, 0])[0] = rent_of(day)
    lines: list[DueLine] = []
    total = 0
    for day in sorted(owed):
        rent, instalment = owed[day]
        total += rent + instalment
        lines.append(DueLine(day, rent, instalment, total))
    return lines


def compare(terms: Terms, receipts: Sequence[tuple[date, int]], on: date) -> Explained[TermsPosition]:
    """How receipts (day, pence; a reversal is negative) up to the day stand against what fell due under the order.

    Housing costs expected but late are not payments. Raises NotPence, BadFact.
    """
    lines = due_by(terms, on)
    begins = terms.receipts_from or terms.first_payment
    counted = sorted((need_date("receipts", day), need_pence("receipts", sum_, None)) for day, sum_ in receipts)
    counted = [(day, sum_) for day, sum_ in counted if begins <= day <= on]
    due = lines[-1].cumulative_pence if lines else 0
    paid = sum(sum_ for _, sum_ in counted)
    unpaid = _unpaid(lines, counted)
    missed = [line.on for line, (rent, instalment) in zip(lines, unpaid, strict=True) if rent or instalment]
    position = TermsPosition(
        due_pence=due,
        paid_pence=paid,
        shortfall_pence=max(0, due - paid),
        missed_instalments=len(missed),
        missed_instalments_pence=sum(instalment for _, instalment in unpaid),
        first_missed=missed[0] if missed else None,
        last_payment=max((day for day, sum_ in counted if sum_ > 0), default=None),
    )
    return explain(
        "terms_position",
        position,
        f"Payments due from {long_date(terms.first_payment)}",
        Step(f"{pounds(due)} fell due by {long_date(on)}, payment dates: {len(lines)}", "Form N28", on),
        *_frozen_steps(terms, on),
        Step(f"{pounds(paid)} was received from {long_date(begins)}", "rent account", on),
        Step(f"So by {long_date(on)}: {position}", "landlord policy: cumulative reading", on),
        on=on,
    )


def last_instalment(terms: Terms) -> tuple[int, Explained[date], int]:
    """How many instalments clear the judgment, the day of the last one, and its pence.

    Raises BadFact when none do, or when they wait for the end of a breathing space that nobody knows.
    """
    cleared = terms.by_instalments_pence
    if not terms.instalment_pence or not cleared:
        raise BadFact("instalment_pence", "Nothing is paid by instalments here.", "Check the order's terms.")
    number = -(-cleared // terms.instalment_pence)
    need_count("instalments", number)
    final = cleared - (number - 1) * terms.instalment_pence
    day = _free_date(terms, number)
    words = f"{number} payments of {pounds(terms.instalment_pence)}, the last {pounds(final)}, end on {long_date(day)}"
    trigger = f"{pounds(cleared)} from {long_date(terms.first_payment)}"
    steps = (*_frozen_steps(terms, day), Step(words, "Form N28", day))
    return number, explain("instalment_plan", day, trigger, *steps, on=terms.first_payment), final


def _free_date(terms: Terms, number: int) -> date:
    """The payment date of the so-manyth instalment, those of a breathing space not counted."""
    payments, free = count(), 0
    while True:
        day = terms.due_date(next(payments))
        if terms.first_free(day) is None:
            mend = "Record the end of the breathing space when it comes."
            raise BadFact("frozen", "The last instalment waits for the end of a breathing space, not known yet.", mend)
        free += not terms.waits(day)
        if free == number:
            return day


def _start(span: tuple[date, date | None]) -> date:
    began, _ = span
    return began


def _frozen_steps(terms: Terms, on: date) -> tuple[Step, ...]:
    """What is told of each breathing space that had begun by a day."""
    told = []
    for began, ended in sorted(terms.frozen, key=_start):
        if began > on:
            break
        until = f"to {long_date(ended)}" if ended else "with no end known yet"
        words = f"Breathing space from {long_date(began)} {until}: the rent fell due, and no instalment of the debt did"
        told.append(Step(words, FROZEN, began))
    return tuple(told)


def _unpaid(lines: Sequence[DueLine], receipts: Sequence[tuple[date, int]]) -> list[tuple[int, int]]:
    """What is still unpaid of each due date: (rent, instalment) in pence."""
    short = [[line.rent_pence, line.instalment_pence] for line in lines]
    credit = reached = oldest = 0
    events = [(line.on, 0, 0) for line in lines] + [(day, 1, sum_) for day, sum_ in receipts]
    for _, is_receipt, sum_ in sorted(events):
        reached += 1 - is_receipt
        credit += sum_
        if reached:
            credit = _pay(short[reached - 1], credit)
        while credit > 0 and oldest < reached:
            credit = _pay(short[oldest], credit)
            oldest += not any(short[oldest])
    return _take_back(short, lines, max(0, -credit))


def _pay(line: list[int], credit: int) -> int:
    """Pay a line's rent, then its instalment; the credit left."""
    for part in (0, 1):
        taken = min(line[part], max(credit, 0))
        line[part] -= taken
        credit -= taken
    return credit


def _take_back(short: list[list[int]], lines: Sequence[DueLine], reversed_pence: int) -> list[tuple[int, int]]:
    """A reversal larger than the credit makes the newest sums paid unpaid again."""
    for i in range(len(lines) - 1, -1, -1):
        for part, whole in ((1, lines[i].instalment_pence), (0, lines[i].rent_pence)):
            back = min(whole - short[i][part], reversed_pence)
            short[i][part] += back
            reversed_pence -= back
    return [(rent, inst) for rent, inst in short]
