"""A command put to a money case, and the gates it has to pass."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Generic, TypeVar, cast

from cases import gates as of_any
from cases.account import owed_pence
from cases.gates import Gate, Why, one_of
from cases.instants import legal_day
from cases.money import elsewhere
from cases.money.facts import MoneyFacts
from cases.money.state import Arrangement, Enforcing, Judgment, MoneyClaim, MoneyHold, MoneyState, Reply
from cases.refusals import NotFound, Refusal, Refused
from cases.stages import elsewhere as of_either
from cases.state import Person

C = TypeVar("C")


@dataclass(frozen=True)
class Ask(Generic[C]):
    """What is asked of a money case, what is known, and the instant it is asked at."""

    command: C
    state: MoneyState | None
    facts: MoneyFacts
    as_at: datetime
    again: bool = False

    @property
    def case(self) -> MoneyState:
        """The open case. Raises NotFound when there is none."""
        if self.state is None:
            raise NotFound(Refusal(code="no_case", says="There is no such case.", mend="Open a case first."))
        return self.state

    @property
    def today(self) -> date:
        """The legal day in London."""
        return legal_day(self.as_at)

    @property
    def actor(self) -> Person:
        """Who asks."""
        return self.facts.actor

    @property
    def owed(self) -> int:
        """What the account owes at the end of today, court costs apart, in pence."""
        return self.arrears_on(self.today)

    def arrears_on(self, day: date) -> int:
        """What the account owes at the end of a day, court costs apart, in pence."""
        return owed_pence(self.facts.postings, day)

    def reply(self, wanted: str) -> Reply:
        """The reply of that id. Raises NotFound."""
        return one_of(self.case.replies, wanted, "reply")

    def arrangement(self, wanted: str) -> Arrangement:
        """The arrangement of that id. Raises NotFound."""
        return one_of(self.case.arrangements, wanted, "arrangement")

    def hold(self, wanted: str) -> MoneyHold:
        """The hold of that id. Raises NotFound."""
        return one_of(self.case.holds, wanted, "hold")

    def claim(self, wanted: str) -> MoneyClaim:
        """The claim of that id. Raises NotFound."""
        return one_of(self.case.claims, wanted, "claim")

    def judgment(self, wanted: str) -> Judgment:
        """The judgment of that id. Raises NotFound."""
        return one_of(self.case.judgments, wanted, "judgment")

    def enforcing(self, wanted: str) -> Enforcing:
        """The enforcement of that id. Raises NotFound."""
        return one_of(self.case.enforcements, wanted, "enforcement")


def gate(
    code: str,
    guards: tuple[str, ...],
    asks: str,
    says: Callable[[Ask[Any]], "str | Why | None"],
    mend: str | Callable[[Ask[Any]], str],
    authority: str = "",
    confidence: str = "",
    field: str = "",
) -> Gate[Any]:
    """A gate of a money case: the same rule as of any case, put to a question of this kind."""
    return Gate(code, guards, asks, cast(Any, says), cast(Any, mend), authority, confidence, field)


def reasons(gates: Iterable[Gate[Any]], ask: Ask[Any]) -> tuple[Refusal, ...]:
    """Every reason why not, as of any case."""
    return of_any.reasons(gates, cast(Any, ask))


def hold(gates: Iterable[Gate[Any]], ask: Ask[Any]) -> None:
    """Raises Refused with every reason, if there is one; nothing stops what was done already (`again`)."""
    if ask.again:
        return
    asked = tuple(gates)
    refusals = reasons(asked, ask)
    refusals = (*refusals, *_held_elsewhere(asked, ask, {each.code for each in refusals}))
    if refusals:
        raise Refused(refusals)


def _held_elsewhere(gates: Iterable[Gate[Any]], ask: Ask[Any], known: set[str]) -> Iterator[Refusal]:
    """Why not, for a hold that only another case of the same people records: as if it were recorded here."""
    barring = [each for each in gates if each.code in elsewhere.BARRING - known]
    if ask.state is None or not barring:
        return
    for one in elsewhere.unrecorded(ask.state, ask.facts):
        for barred in reasons(barring, replace(ask, state=elsewhere.as_if_here(ask.state, one))):
            says = f"{of_either.told(one)}, and it is not recorded here. It bars this step while it lasts."
            confidence = max("B", barred.confidence)
            yield Refusal(
                code="held_elsewhere",
                says=says,
                mend=of_either.MEND,
                authority=barred.authority,
                confidence=confidence,
            )
