"""Orders with their terms and breaches, applications, warrants."""

from datetime import date, time

from cases.base import ExplainedDate, ExplainedSum, Instant, Pence, TextRef, Value
from cases.court_words import AfterEviction, ApplicationFor, Party, Referral
from cases.state.people import Person
from cases.words import Breach, OutcomeKind, Risk


class SuspendedTerms(Value):
    """What a suspended order asks for: current rent and an instalment, from a first date.

    `since` is the day the terms were made where that is not the day of the order: a variation. `arrears_pence` is what
    the account showed at the end of that day when it was recorded. `lump_sum_pence` of the debt are paid at once, by
    `lump_sum_on`; instalments clear the rest. `with_costs`: they clear the order's costs too; None where nobody said.
    """

    current_rent_pence: Pence
    instalment_pence: Pence
    frequency: str
    first_payment: date
    judgment_pence: Pence
    other_terms: TextRef | None = None
    since: date | None = None
    arrears_pence: Pence | None = None
    lump_sum_pence: Pence = 0
    lump_sum_on: date | None = None
    with_costs: bool | None = None


class Breached(Value):
    """Where payments under the terms stood when they were found short.

    `on_costs`: short only while the order's costs are counted, and nobody said that its payments clear them.
    """

    on: date
    due_pence: Pence
    paid_pence: Pence
    shortfall_pence: Pence
    missed: int
    first_missed: date | None = None
    on_costs: bool = False


class BreachNotice(Value):
    """The notice that comes before an application to fix the date of a postponed order (PD 55A 10.3)."""

    given_on: date
    apply_from: ExplainedDate
    apply_by: ExplainedDate
    reply_by: ExplainedDate


class Order(Value):
    """A possession order and its life; or a money judgment, a demotion, or another order made instead.

    `possession` is empty where the court gave no date. `ends` is the last day of an order that lasts a time.
    `breach_on` and `breach_details` tell of the last breach of a term that is not a payment. `high_court_on` is the day
    it was moved to the High Court, where a writ enforces it.
    """

    id: str
    claim_id: str
    hearing_id: str
    kind: OutcomeKind
    made_on: date
    grounds_proved: tuple[str, ...]
    possession: ExplainedDate | None = None
    hardship: bool = False
    judgment_pence: Pence = 0
    costs_pence: Pence = 0
    terms: SuspendedTerms | None = None
    breach: Breached | None = None
    breach_kind: Breach = Breach.NONE
    warned_on: date | None = None
    permission_on: date | None = None
    permission_refused_on: date | None = None
    warrant_earliest: ExplainedDate | None = None
    six_years: ExplainedDate | None = None
    discharged_on: date | None = None
    arrears_pence: Pence | None = None
    earlier_terms: tuple[SuspendedTerms, ...] = ()
    breach_notice: BreachNotice | None = None
    pay_by: ExplainedDate | None = None
    begins_on: date | None = None
    ends: ExplainedDate | None = None
    appeal_by: ExplainedDate | None = None
    set_aside_on: date | None = None
    breach_on: date | None = None
    breach_details: TextRef | None = None
    stayed_on: date | None = None
    stayed_until: date | None = None
    high_court_on: date | None = None

    @property
    def live(self) -> bool:
        """Neither discharged nor set aside."""
        return self.discharged_on is None and self.set_aside_on is None

    @property
    def to_clear_pence(self) -> int:
        """What the payments under the terms clear: the judgment, with the costs of the order unless it says otherwise.

        Form N28 totals the arrears and the costs in one sum, paid by its instalments (confidence C: the sealed order
        says). A variation names its own sum.
        """
        if self.terms is None:
            return 0
        apart = self.terms.since is not None or self.terms.with_costs is False
        return self.terms.judgment_pence + (0 if apart else self.costs_pence)


class BeforeDecision(Value):
    """What an application was about, as it stood when the court decided it: the order, and how the claim had ended."""

    order: Order | None = None
    claim_ended_on: date | None = None
    claim_ended_by: OutcomeKind | None = None


class Application(Value):
    """An application to the court about a claim or an order, and what the court decided.

    `before` is kept of a decided one, so that the decision can be put right. `fee` is what the landlord paid on one
    of its own.
    """

    id: str
    purpose: ApplicationFor
    by: Party
    claim_id: str
    order_id: str = ""
    made_on: date
    hearing_on: date | None = None
    serve_by: ExplainedDate | None = None
    decided_on: date | None = None
    granted: bool | None = None
    before: BeforeDecision | None = None
    by_consent: bool = False
    fee: ExplainedSum | None = None
    fee_confirmed: bool = True


class LastCheck(Value):
    """The last look before an eviction: whether to go on, why, and who decided."""

    on: date
    proceed: bool
    reasons: TextRef
    decided_by: Person
    referral: Referral
    referred_on: date | None = None


class Aftermath(Value):
    """One thing that happened after possession was taken. `sale_from`: the first day to sell goods left behind."""

    what: AfterEviction
    on: date
    money_claimed: bool = False
    sale_from: ExplainedDate | None = None
    note: TextRef | None = None


class Warrant(Value):
    """A warrant of possession from draft to execution. `confirmed_at`: the appointment was confirmed to the bailiffs.

    `aftermath` is what came after possession was taken, in the order of its recording. A writ of the High Court is one
    too, asked for on form N293A; `occupiers_told_on` is the day its last occupier was told of the proceedings.
    """

    id: str
    order_id: str
    form: str
    breach: Breach
    drafted_by: Person
    drafted_on: date
    arrears_pence: Pence
    risk: Risk | None = None
    risk_details: TextRef | None = None
    vulnerable: TextRef | None = None
    access: TextRef | None = None
    approved_by: Person | None = None
    approved_on: date | None = None
    withdrawn: bool = False
    requested_on: date | None = None
    issued_on: date | None = None
    number: str | None = None
    fee: ExplainedSum | None = None
    fee_confirmed: bool = True
    expires: ExplainedDate | None = None
    n54_delivered_on: date | None = None
    eviction_earliest: ExplainedDate | None = None
    appointment_on: date | None = None
    appointment_at: time | None = None
    executed_on: date | None = None
    cancelled_on: date | None = None
    expired: bool = False
    approved_for: Person | None = None
    last_check: LastCheck | None = None
    confirmed_at: Instant | None = None
    aftermath: tuple[Aftermath, ...] = ()
    occupiers_told_on: date | None = None

    @property
    def live(self) -> bool:
        """Neither withdrawn, executed, cancelled nor expired."""
        return not (self.withdrawn or self.executed_on or self.cancelled_on or self.expired)
