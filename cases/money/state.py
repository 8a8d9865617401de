"""The money case as a value: letters, replies, arrangements, claims, judgments, each with its own life.

Nothing here names a debtor: people are opaque identifiers, words are references. `evolve` alone makes new states.
"""

from datetime import date
from typing import Any, Literal

from pydantic import model_validator

from cases import upgrade
from cases.base import ExplainedDate, ExplainedSum, Pence, TextRef, Value
from cases.money.words import (
    Answer,
    DebtKind,
    HoldReason,
    JudgmentKind,
    MoneyResult,
    MoneyRoute,
    MoneyStep,
    Response,
    WriteOffReason,
)
from cases.state import Attention, Breached, BreathingSpace, Deadline, Doubt, PaperMade, Person, TakenOn

SCHEMA_NUMBER = 1


class Trace(Value):
    """A look for where a debtor lives now, with the address where one was found."""

    id: str
    on: date
    debtor: str
    found: bool
    method: str
    address: TextRef | None = None
    note: TextRef | None = None
    recorded_by: Person


class Letter(Value):
    """The letter of claim to the debtors, with what it asked for. `reply_by` is the last day of their time."""

    id: str
    on: date
    debtors: tuple[str, ...]
    method: str
    owed_pence: Pence
    reply_by: ExplainedDate
    sent_by: Person


class Reply(Value):
    """A debtor's reply form. `issue_from` is the first day to issue after it, or after the documents went."""

    id: str
    on: date
    debtor: str
    answer: Answer
    documents_asked: bool
    advice: bool
    issue_from: ExplainedDate
    documents_due: ExplainedDate | None = None
    documents_on: date | None = None
    note: TextRef | None = None


class Means(Value):
    """A debtor's income and expenditure a month, in pence."""

    id: str
    on: date
    debtor: str
    income_pence: Pence
    spending_pence: Pence
    note: TextRef | None = None

    @property
    def left_pence(self) -> int:
        """What is left a month."""
        return self.income_pence - self.spending_pence


class Acknowledgement(Value):
    """A signed acknowledgement of the debt by a debtor (Limitation Act 1980 ss.29-30)."""

    id: str
    on: date
    debtor: str
    note: TextRef | None = None


class Arrangement(Value):
    """Instalments offered, agreed, kept or broken, watched against the account."""

    id: str
    offered_on: date
    owed_pence: Pence
    instalment_pence: Pence
    frequency: str
    first_payment: date
    last_payment: ExplainedDate | None = None
    agreed_on: date | None = None
    breach: Breached | None = None
    ended_on: date | None = None

    @property
    def live(self) -> bool:
        """Agreed and not ended."""
        return self.agreed_on is not None and self.ended_on is None


class MoneySearch(Value):
    """A look at the breathing-space register, for one step."""

    on: date
    before: MoneyStep
    clear: bool
    recorded_by: Person


class MoneyAssessment(Value):
    """A vulnerability and Equality Act assessment before a step, and whether to go on."""

    on: date
    before: MoneyStep
    proceed: bool
    reasons: TextRef
    recorded_by: Person


class MoneyHold(Value):
    """The case is held for a reason from a day until another, which ends it by itself.

    `debtors` are those whom it is about, where that is known; `open_ended`: nobody knows its real end, and `until` is
    the day on which it is looked at again.
    """

    id: str
    reason: HoldReason
    on: date
    until: ExplainedDate
    ended_on: date | None = None
    debtors: tuple[str, ...] = ()
    open_ended: bool = False


class Intention(Value):
    """Notice that a claim will be made unless something is agreed. `issue_from` is the first day to issue."""

    id: str
    on: date
    method: str
    issue_from: ExplainedDate


class MoneyClaim(Value):
    """A claim for money from draft to its end. `owed_pence` is what the account owed; `barred_pence` is left out."""

    id: str
    drafted_by: Person
    drafted_on: date
    owed_pence: Pence
    barred_pence: Pence
    claimed_pence: Pence
    interest: ExplainedSum | None = None
    interest_from: date | None = None
    daily_interest_pence: Pence = 0
    signer: str
    last_day: ExplainedDate | None = None
    approved_by: Person | None = None
    approved_on: date | None = None
    withdrawn: bool = False
    route: MoneyRoute | None = None
    claim_number: str | None = None
    court: str | None = None
    issued_on: date | None = None
    fee: ExplainedSum | None = None
    serve_by: ExplainedDate | None = None
    served: ExplainedDate | None = None
    response_due: ExplainedDate | None = None
    response: Response | None = None
    response_on: date | None = None
    admitted_pence: Pence | None = None
    default_asked_on: date | None = None
    stayed_from: ExplainedDate | None = None
    ended_on: date | None = None

    @property
    def live(self) -> bool:
        """Neither withdrawn nor ended."""
        return not self.withdrawn and self.ended_on is None

    @property
    def total_pence(self) -> int:
        """What the claim form asks for with interest to issue, without the fee."""
        return self.claimed_pence + (self.interest.pence or 0 if self.interest else 0)


class Judgment(Value):
    """A judgment for money: by one sum on a day, or by instalments. Sums in pence; `costs_pence` holds the fee.

    `interest` is what had run on it by the last look at the account.
    """

    id: str
    claim_id: str
    kind: JudgmentKind
    on: date
    sum_pence: Pence
    costs_pence: Pence
    pay_by: ExplainedDate
    instalment_pence: Pence | None = None
    frequency: str | None = None
    carries_interest: bool = False
    interest_rule: str = ""
    interest: ExplainedSum | None = None
    received_pence: Pence = 0
    breach: Breached | None = None
    six_years: ExplainedDate
    satisfied_on: date | None = None
    set_aside_on: date | None = None

    @property
    def live(self) -> bool:
        """Neither satisfied nor set aside."""
        return self.satisfied_on is None and self.set_aside_on is None

    @property
    def total_pence(self) -> int:
        """The debt adjudged with costs."""
        return self.sum_pence + self.costs_pence

    @property
    def left_pence(self) -> int:
        """What is still to be paid of it, interest apart."""
        return max(0, self.total_pence - self.received_pence)


class Enforcing(Value):
    """One way of enforcing a judgment, from choice with reasons to its end."""

    id: str
    judgment_id: str
    method: str
    form: str
    drafted_by: Person
    drafted_on: date
    owed_pence: Pence
    interest_pence: Pence = 0
    reasons: TextRef
    approved_by: Person | None = None
    approved_on: date | None = None
    withdrawn: bool = False
    requested_on: date | None = None
    fee: ExplainedSum | None = None
    ended_on: date | None = None
    recovered: bool | None = None

    @property
    def live(self) -> bool:
        """Neither withdrawn nor ended."""
        return not self.withdrawn and self.ended_on is None


class WriteOff(Value):
    """A sum that is no longer pursued. `recoverable` says that it may be taken up again if the debtor is found."""

    id: str
    pence: Pence
    reason: WriteOffReason
    recoverable: bool
    text: TextRef
    drafted_by: Person
    drafted_on: date
    approved_by: Person | None = None
    approved_on: date | None = None
    withdrawn: bool = False

    @property
    def live(self) -> bool:
        """Not withdrawn."""
        return not self.withdrawn


class MoneyClosed(Value):
    """How and when the case ended, and what was then left: owed, and of that still recoverable, in pence."""

    on: date
    result: MoneyResult
    owed_pence: Pence
    recoverable_pence: Pence
    note: TextRef | None = None


class MoneyState(Value):
    """A money case, whole. `revision` rises by one with every accepted command. `tenants` are the debtors, jointly.

    `struck_out` are the ids of holds recorded by mistake: they are given to no other.
    """

    schema_number: int = SCHEMA_NUMBER
    kind: Literal["money"] = "money"
    case_id: str
    landlord: str
    tenancy_ref: str
    debt: DebtKind
    occupancy: str
    tenants: tuple[str, ...]
    officer: str
    patch: str = ""
    opened_on: date
    opened_by: Person
    opened_owed_pence: Pence
    earlier_case: str | None = None
    address_known: bool = False
    revision: int = 0
    traces: tuple[Trace, ...] = ()
    letters: tuple[Letter, ...] = ()
    replies: tuple[Reply, ...] = ()
    means: tuple[Means, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    searches: tuple[MoneySearch, ...] = ()
    assessments: tuple[MoneyAssessment, ...] = ()
    breathing_spaces: tuple[BreathingSpace, ...] = ()
    holds: tuple[MoneyHold, ...] = ()
    intentions: tuple[Intention, ...] = ()
    claims: tuple[MoneyClaim, ...] = ()
    judgments: tuple[Judgment, ...] = ()
    enforcements: tuple[Enforcing, ...] = ()
    write_offs: tuple[WriteOff, ...] = ()
    taken_on: TakenOn | None = None
    doubts: tuple[Doubt, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    papers: tuple[PaperMade, ...] = ()
    attention: Attention | None = None
    closed: MoneyClosed | None = None
    last_owed_pence: Pence = 0
    last_owed_on: date | None = None
    struck_out: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_earlier(cls, stored: Any) -> Any:
        return upgrade.to_today(stored, upgrade.MONEY, SCHEMA_NUMBER)
