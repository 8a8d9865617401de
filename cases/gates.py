"""Gates: small named rules in ordered lists a person can read, run together so that every reason is given at once.

The same gates run when an officer looks, when the command comes, and when a paper is made.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

from cases import overriding
from cases.account import AccountPosition, position
from cases.base import ExplainedDate, ExplainedSum
from cases.facts import Facts
from cases.instants import legal_day
from cases.refusals import NotFound, Refusal, Refused
from cases.state import CaseState, Claim, Hearing, Notice, Order, Person, Warrant
from cases.tracks import ROADS
from cases.words import Track
from law.errors import LawError
from law.explained import Explained

C = TypeVar("C")
I = TypeVar("I", bound="Item")  # noqa: E741


class Item(Protocol):
    """Something on a case that has an id."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True)
class Question(Generic[C]):
    """A command put to a case: what is asked, what is known, and the instant it is asked at.

    `again` is true where a recorded act is worked out again from corrected facts: it was taken, so no gate can stop it.
    """

    command: C
    state: CaseState | None
    facts: Facts
    as_at: datetime
    again: bool = False

    @property
    def case(self) -> CaseState:
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
    def account(self) -> AccountPosition:
        """The rent account at the end of today."""
        return position(self.facts.postings, self.today, self.facts.tenancy)

    @property
    def arrears(self) -> int:
        """Rent arrears lawfully due today, in pence."""
        return self.account.rent_arrears_pence

    def arrears_on(self, day: date) -> int:
        """Rent arrears lawfully due at the end of a day, in pence."""
        return position(self.facts.postings, day, self.facts.tenancy).rent_arrears_pence

    def notice(self, wanted: str) -> Notice:
        """The notice of that id. Raises NotFound."""
        return one_of(self.case.notices, wanted, "notice")

    def claim(self, wanted: str) -> Claim:
        """The claim of that id. Raises NotFound."""
        return one_of(self.case.claims, wanted, "claim")

    def hearing(self, wanted: str) -> Hearing:
        """The hearing of that id. Raises NotFound."""
        return one_of(self.case.hearings, wanted, "hearing")

    def order(self, wanted: str) -> Order:
        """The order of that id. Raises NotFound."""
        return one_of(self.case.orders, wanted, "order")

    def warrant(self, wanted: str) -> Warrant:
        """The warrant of that id. Raises NotFound."""
        return one_of(self.case.warrants, wanted, "warrant")


def one_of(items: Iterable[I], wanted: str, what: str) -> I:
    """The item of that id. Raises NotFound, naming what it would be."""
    for item in items:
        if item.id == wanted:
            return item
    raise NotFound(
        Refusal(code=f"no_{what}", says=f"This case has no {what} {wanted}.", mend="Look at the case again.")
    )


@dataclass(frozen=True)
class Why:
    """A reason that has a mend, an authority or a mark of its own; what is left empty is the gate's."""

    says: str
    mend: str = ""
    authority: str = ""
    confidence: str = ""

    @classmethod
    def of(cls, says: str, law: ExplainedDate | ExplainedSum | Explained[Any], mend: str = "") -> "Why":
        """A reason that rests on one of law's results, and is no surer than it."""
        return cls(says, mend, law.authority, str(law.confidence))


@dataclass(frozen=True)
class ByTrack:
    """An authority that differs with the Act the tenancy is under; `other` is for roads outside both Acts."""

    secure: str
    assured: str
    other: str = ""

    def on(self, track: Track | None) -> str:
        """The authority on that road; both where there is no road yet."""
        if track is None:
            return f"{self.secure}; {self.assured}"
        road = ROADS[track]
        return {"HA 1985": self.secure, "HA 1988": self.assured}.get(road.act, self.other or road.authority)


@dataclass(frozen=True)
class Gate(Generic[C]):
    """One rule. `says` gives the refusal's sentence, with figures and dates in it, or None when the gate is open.

    `field` names the command's field that the person would change; a gate without one is about the case itself and is
    shown before anything is typed. Authority and confidence are law's, or say that the rule is the landlord's own; a
    reason may carry its own instead.
    """

    code: str
    guards: tuple[str, ...]
    asks: str
    says: Callable[[Question[C]], "str | Why | None"]
    mend: str | Callable[[Question[C]], str]
    authority: str | ByTrack = ""
    confidence: str = ""
    field: str = ""

    def refusal(self, question: Question[C]) -> Refusal | None:
        """Why not, or None."""
        try:
            reason = self.says(question)
        except LawError as fault:
            reason = Why(fault.rule, fault.mend)
        if reason is None:
            return None
        why = Why(reason) if isinstance(reason, str) else reason
        return Refusal(
            code=self.code,
            says=why.says,
            mend=why.mend or (self.mend if isinstance(self.mend, str) else self.mend(question)),
            field=self.field,
            authority=why.authority or self._cites(question),
            confidence=why.confidence or self._mark(question),
            may_override=overriding.who_may(self.code, question.facts.policy),
        )

    def _mark(self, question: Question[C]) -> str:
        """The gate's confidence; no surer than the road's where the authority is the road's own."""
        # Money cases ask the same gates and are on no road.
        track = getattr(question.state, "track", None)
        if not isinstance(self.authority, ByTrack) or track is None or ROADS[track].act in ("HA 1985", "HA 1988"):
            return self.confidence
        return self.confidence and max(self.confidence, ROADS[track].confidence)

    def _cites(self, question: Question[C]) -> str:
        if isinstance(self.authority, str):
            return self.authority
        return self.authority.on(question.state.track if question.state is not None else None)


def asked_only(when: Callable[[Question[Any]], bool], gate: Gate[Any]) -> Gate[Any]:
    """The gate, asked only of a question of which that is true."""

    def says(question: Question[Any]) -> str | Why | None:
        return gate.says(question) if when(question) else None

    return replace(gate, says=says)


def reasons(gates: Iterable[Gate[Any]], question: Question[Any]) -> tuple[Refusal, ...]:
    """Every reason why not, in the gates' order, each once."""
    kind = question.command.kind
    found = (gate.refusal(question) for gate in gates if kind in gate.guards)
    return tuple(dict.fromkeys(refusal for refusal in found if refusal is not None))


def hold(gates: Iterable[Gate[Any]], question: Question[Any]) -> None:
    """Raises Refused with every reason, if there is one that the command does not lawfully set aside."""
    if question.again:
        return
    refusals = tuple(
        r for r in reasons(gates, question) if not overriding.set_aside(r, question.command, question.actor)
    )
    if refusals:
        raise Refused(refusals)
