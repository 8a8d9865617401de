"""What households have left over beside what arrangements ask for, for cases of both kinds. Pence a week.

Shown and warned of where instalments are offered; no rule of law rests on it, and nothing is refused for it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from cases.base import Pence, Value
from cases.money.state import MoneyState
from cases.state import CaseState, Contact
from law.explained import long_date, pounds

WEEKS = {"weekly": Fraction(1), "fortnightly": Fraction(2), "four_weekly": Fraction(4), "monthly": Fraction(52, 12)}
"""How many weeks there are between two payments; a month is a twelfth of 52 weeks."""
AUTHORITY = "Pre-Action Protocol 2.2"
OF_DEBTS = "Pre-Action Protocol for Debt Claims"


class LeftOver(Value):
    """What is left of income after all regular spending, the current rent among it, in pence a week.

    `on` is the day of the newest figures; `of` are those whose figures they are.
    """

    on: date
    income_pence: Pence
    spending_pence: Pence
    of: tuple[str, ...]

    @property
    def left_pence(self) -> int:
        """What is left a week; below nothing where spending is more."""
        return self.income_pence - self.spending_pence


class Afforded(Value):
    """What an arrangement asks for a week beside what is left over; `short_pence` is what is missing, or nothing."""

    left: LeftOver
    asked_pence: Pence
    short_pence: Pence
    authority: str = AUTHORITY

    @property
    def says(self) -> str:
        """Both figures in a sentence, with a warning where it asks for more than is left."""
        told = f"It asks {pounds(self.asked_pence)} a week; {told_of(self.left)}"
        if not self.short_pence:
            return told
        more = f"It asks {pounds(self.short_pence)} a week more than that"
        return f"{told} {more}: it may soon be broken ({self.authority})."


def of_case(state: CaseState) -> LeftOver | None:
    """The newest figures of each tenant, added up; None where none were recorded."""
    newest: dict[str, Contact] = {}
    for contact in sorted(state.contacts, key=lambda each: each.on):
        if contact.income_pence is not None and contact.spending_pence is not None:
            newest |= dict.fromkeys(contact.tenants, contact)
    found = {each.id: each for who, each in newest.items() if who in state.tenants}.values()
    return _sum((each.on, each.income_pence or 0, each.spending_pence or 0, each.tenants) for each in found)


def of_money(state: MoneyState) -> LeftOver | None:
    """The newest figures of each debtor, added up and put from a month to a week; None where none were recorded."""
    newest = {each.debtor: each for each in sorted(state.means, key=lambda each: each.on)}
    month = WEEKS["monthly"]
    return _sum(
        (each.on, int(each.income_pence / month), int(each.spending_pence / month), (each.debtor,))
        for each in newest.values()
    )


def afforded(
    left: LeftOver | None, instalment_pence: int, frequency: str, authority: str = AUTHORITY
) -> Afforded | None:
    """What an instalment asks for a week beside what is left over; None where no figures or no instalment are known."""
    if left is None or instalment_pence <= 0 or frequency not in WEEKS:
        return None
    asked = -int(-Fraction(instalment_pence) // WEEKS[frequency])
    return Afforded(
        left=left, asked_pence=asked, short_pence=max(0, asked - max(0, left.left_pence)), authority=authority
    )


def of_arrangements(state: CaseState | MoneyState) -> Mapping[str, Afforded]:
    """By the id of each arrangement with instalments that is not over, what it asks beside what is left over."""
    left = of_money(state) if isinstance(state, MoneyState) else of_case(state)
    authority = OF_DEBTS if isinstance(state, MoneyState) else AUTHORITY
    going = [each for each in state.arrangements if each.ended_on is None]
    told = {each.id: afforded(left, each.instalment_pence, each.frequency, authority) for each in going}
    return {wanted: each for wanted, each in told.items() if each is not None}


def told_of(left: LeftOver) -> str:
    """What is left over a week, by whose figures of which day, in a sentence."""
    figures = f"{pounds(left.income_pence)} came in and {pounds(left.spending_pence)} went out"
    return f"{pounds(left.left_pence)} a week was left over by the figures of {long_date(left.on)}: {figures}."


def went_through(contact: Contact) -> str:
    """The figures of one contact in a sentence; empty where it has none."""
    came, went = contact.income_pence, contact.spending_pence
    if came is None or went is None:
        return ""
    return f"{pounds(came)} came in and {pounds(went)} went out a week, which left {pounds(came - went)}."


def _sum(figures: Iterable[tuple[date, int, int, tuple[str, ...]]]) -> LeftOver | None:
    known = tuple(figures)
    if not known:
        return None
    return LeftOver(
        on=max(on for on, *_ in known),
        income_pence=sum(income for _, income, _, _ in known),
        spending_pence=sum(spending for _, _, spending, _ in known),
        of=tuple(dict.fromkeys(who for *_, whom in known for who in whom)),
    )
