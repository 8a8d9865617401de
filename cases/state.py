"""The case as a value: lists of notices, claims, hearings, orders and warrants, each with its own life.

Nothing here names a tenant: people are opaque identifiers, words are references. `evolve` alone makes new states.
"""

from datetime import date, time
from typing import Any, Literal

from pydantic import model_validator

from cases import upgrade
from cases.base import ExplainedDate, ExplainedSum, FileRef, Instant, Pence, TextRef, Value
from cases.court_words import ApplicationFor, ArrangementEnd, ArrangementKind, Party
from cases.words import (
    Breach,
    Cause,
    CloseResult,
    DecisionKind,
    HoldKind,
    LeavingKind,
    NoticeKind,
    OutcomeKind,
    Risk,
    Role,
    Route,
    StepBefore,
    Track,
)

SCHEMA_NUMBER = 1
Consent = Literal["given", "refused", "not_asked", "not_needed"]


class Person(Value):
    """A signed-in person, or the system, as the record knows them."""

    user_id: str
    role: Role


class Contact(Value):
    """A protocol contact or step, as evidence. `step` is a code of `law.protocol.STEPS`."""

    id: str
    step: str
    on: date
    tenants: tuple[str, ...]
    method: str
    note: TextRef | None = None
    recorded_by: Person


class Search(Value):
    """A look at the breathing-space register, for one step."""

    on: date
    before: StepBefore
    clear: bool
    recorded_by: Person


class Assessment(Value):
    """A vulnerability and Equality Act assessment at one of its times."""

    on: date
    before: StepBefore
    proceed: bool
    reasons: TextRef
    recorded_by: Person


class BreathingSpace(Value):
    """A moratorium that holds arrears steps (SI 2020/1311).

    `tenants` are those whose moratorium it is (none named: not known which); `frozen_pence` the rent arrears at its
    start, which are the moratorium debt: what falls due after is not (reg 6).
    """

    id: str
    kind: str
    started_on: date
    ends: ExplainedDate | None = None
    ended_on: date | None = None
    tenants: tuple[str, ...] = ()
    frozen_pence: Pence | None = None
    court_told_on: date | None = None


class Hold(Value):
    """What holds a case besides a breathing space, from its first day to its last (both included).

    `tenants` are those whom it is about; `frozen_pence` the arrears at the start of an insolvency, which it reaches.
    """

    id: str
    kind: HoldKind
    started_on: date
    recorded_by: Person
    ends: ExplainedDate | None = None
    ended_on: date | None = None
    tenants: tuple[str, ...] = ()
    frozen_pence: Pence | None = None
    court_told_on: date | None = None
    reason: TextRef | None = None


class BenefitClaim(Value):
    """A claim for Universal Credit or Housing Benefit that is not decided yet, as Protocol 2.6 asks of it.

    While its evidence is whole, it may be expected to succeed, and what it will not cover is paid, no arrears claim
    begins; unless a senior releases it with a reason.
    """

    id: str
    benefit: str
    made_on: date
    evidence_complete: bool
    likely: bool
    rest_paid: bool
    recorded_by: Person
    decided_on: date | None = None
    awarded: bool | None = None
    released_on: date | None = None
    released_by: Person | None = None
    released_reason: TextRef | None = None


class Service(Value):
    """A notice given to one joint tenant: how, when sent, when it counts as given, and the proof."""

    tenant: str
    method: str
    sent_at: Instant
    served: ExplainedDate
    served_by: Person
    proof: TextRef | None = None
    proof_file: FileRef | None = None


class NamedDate(Value):
    """A date that a notice brings with it beside the usual ones, by its code."""

    code: str
    date: ExplainedDate


class Notice(Value):
    """A notice from draft to lapse. `review_by` is the last day to ask for a review; `more` are dates of its kind.

    `condition` (1 to 5), met on `condition_on`, is that of the absolute ground, and `window` the last day to serve on
    it. `confirmed` are the codes of what its drafter confirmed.
    """

    id: str
    kind: NoticeKind
    grounds: tuple[str, ...]
    drafted_by: Person
    drafted_on: date
    arrears_pence: Pence
    particulars: TextRef
    planned_service: date
    specified: ExplainedDate
    specified_minimum: ExplainedDate
    approved_by: Person | None = None
    approved_on: date | None = None
    returned_reason: TextRef | None = None
    services: tuple[Service, ...] = ()
    served: ExplainedDate | None = None
    issue_from: ExplainedDate | None = None
    issue_from_safe: ExplainedDate | None = None
    lapse: ExplainedDate | None = None
    last_safe_issue: ExplainedDate | None = None
    ripe: bool = False
    lapsed: bool = False
    withdrawn: bool = False
    figures_stale: bool = False
    review_by: ExplainedDate | None = None
    more: tuple[NamedDate, ...] = ()
    trustee_copy_on: date | None = None
    condition: str | None = None
    condition_on: date | None = None
    window: ExplainedDate | None = None
    confirmed: tuple[str, ...] = ()
    planned_method: str | None = None
    approved_for: Person | None = None

    @property
    def live(self) -> bool:
        """Neither withdrawn nor lapsed."""
        return not (self.withdrawn or self.lapsed)

    def named(self, code: str) -> ExplainedDate | None:
        """The date of its kind under that code, or None."""
        return next((each.date for each in self.more if each.code == code), None)


class Review(Value):
    """A tenant's request for a review of the decision behind a notice, and what came of it.

    `late` asks after the last day: it stops nothing. `decide_by` is the last day to decide it and to tell the tenant.
    `upheld` says that the decision stands; where it does not, the notice falls.
    """

    id: str
    notice_id: str
    tenant: str
    asked_on: date
    late: bool
    hearing_wanted: bool
    recorded_by: Person
    decide_by: ExplainedDate | None = None
    hearing_on: date | None = None
    hearing_told_on: date | None = None
    reviewer: Person | None = None
    decided_on: date | None = None
    upheld: bool | None = None
    reasons: TextRef | None = None
    told_on: date | None = None
    withdrawn_on: date | None = None

    @property
    def live(self) -> bool:
        """Asked in time, and neither decided nor withdrawn."""
        return not self.late and self.decided_on is None and self.withdrawn_on is None


class Standing(Value):
    """The type of tenancy that the road depends on, and the last day it lasts by itself: a trial, a demotion, a term.

    `original` is that day before an extension. `over_on` is the first day on which it was another type, `becomes`.
    """

    occupancy: str
    ends: ExplainedDate
    original: ExplainedDate | None = None
    extended: bool = False
    over_on: date | None = None
    becomes: str = ""


class Claim(Value):
    """A possession claim from draft to its end.

    `also_on` are notices relied on in the alternative. `rent_claimed` is false where only possession is asked for; none
    means, on claims older than the question, that the rent is claimed. The last five are of an accelerated claim,
    which a judge decides on papers.
    """

    id: str
    notice_id: str
    drafted_by: Person
    drafted_on: date
    arrears_pence: Pence
    signer: str
    approved_by: Person | None = None
    approved_on: date | None = None
    withdrawn: bool = False
    route: Route | None = None
    route_reason: TextRef | None = None
    claim_number: str | None = None
    court: str | None = None
    issued_on: date | None = None
    fee: ExplainedSum | None = None
    fee_confirmed: bool = True
    hearing_earliest: ExplainedDate | None = None
    hearing_latest: ExplainedDate | None = None
    ended_on: date | None = None
    ended_by: OutcomeKind | None = None
    also_on: tuple[str, ...] = ()
    rent_claimed: bool | None = None
    papers_served: ExplainedDate | None = None
    papers_defence_due: ExplainedDate | None = None
    papers_order_asked_on: date | None = None
    papers_result: str | None = None
    papers_restore_by: ExplainedDate | None = None
    approved_for: Person | None = None

    @property
    def notices(self) -> tuple[str, ...]:
        """The ids of every notice it rests on, the first one first."""
        return (self.notice_id, *self.also_on)

    @property
    def live(self) -> bool:
        """Not withdrawn and not ended by the court."""
        return not self.withdrawn and self.ended_on is None


class Asked(Value):
    """What the landlord asks the court for at a hearing. A field that is empty was not asked for in so many words."""

    outcome: OutcomeKind
    recorded_on: date
    possession_on: date | None = None
    judgment_pence: Pence | None = None
    costs_pence: Pence | None = None
    instalment_pence: Pence | None = None
    frequency: str = ""
    first_payment: date | None = None


class Direction(Value):
    """Something that the court directed to be done by a day."""

    id: str
    what: TextRef
    by: date
    done_on: date | None = None


class Hearing(Value):
    """A listed hearing and what came of it. `restore_by` is the last day to restore a claim that stands still."""

    id: str
    claim_id: str
    on: date
    at: time
    court: str
    service_latest: ExplainedDate
    witness_statements_due: ExplainedDate
    ten_day_letter_due: ExplainedDate
    claim_served_on: date | None = None
    claim_deemed_served: ExplainedDate | None = None
    ten_day_letter_sent_on: date | None = None
    outcome: OutcomeKind | None = None
    outcome_on: date | None = None
    arrears_pence: Pence | None = None
    listed_on: date | None = None
    statement_filed_on: date | None = None
    statement_served_on: date | None = None
    asked: Asked | None = None
    directions: tuple[Direction, ...] = ()
    restore_by: ExplainedDate | None = None
    appeal_by: ExplainedDate | None = None


class SuspendedTerms(Value):
    """What a suspended order asks for: current rent and an instalment, from a first date.

    `since` is the day the terms were made where that is not the day of the order: a variation. `arrears_pence` is what
    the account showed at the end of that day when it was recorded.
    """

    current_rent_pence: Pence
    instalment_pence: Pence
    frequency: str
    first_payment: date
    judgment_pence: Pence
    other_terms: TextRef | None = None
    since: date | None = None
    arrears_pence: Pence | None = None


class Breached(Value):
    """Where payments under the terms stood when they were found short."""

    on: date
    due_pence: Pence
    paid_pence: Pence
    shortfall_pence: Pence
    missed: int
    first_missed: date | None = None


class ExpectedBenefit(Value):
    """Housing costs that benefit is to pay: shown beside an arrangement, never counted as paid."""

    id: str
    due_on: date
    pence: Pence
    source: str


class Arrangement(Value):
    """An agreement to pay, from its offer to its end.

    It asks for the current rent (nothing where that is no part of it), for instalments, for a lump sum, or for both,
    until `total_pence` is cleared. `arrears_pence` is what the account showed when it was agreed. Under an adjournment
    on terms `hearing_id` says which.
    """

    id: str
    kind: ArrangementKind
    offered_on: date
    offered_by: Person
    arrears_pence: Pence
    total_pence: Pence
    current_rent_pence: Pence = 0
    instalment_pence: Pence = 0
    frequency: str = ""
    first_payment: date | None = None
    lump_sum_pence: Pence = 0
    lump_sum_on: date | None = None
    reply_by: ExplainedDate | None = None
    agreed_on: date | None = None
    hearing_id: str = ""
    other_terms: TextRef | None = None
    breach: Breached | None = None
    times_broken: int = 0
    warned_on: date | None = None
    pay_by: date | None = None
    expected_benefit: tuple[ExpectedBenefit, ...] = ()
    ended_on: date | None = None
    ended: ArrangementEnd | None = None

    @property
    def open(self) -> bool:
        """Offered or agreed, and not at its end."""
        return self.ended is None

    @property
    def live(self) -> bool:
        """Agreed and not at its end."""
        return self.agreed_on is not None and self.open

    @property
    def kept(self) -> bool:
        """Live, with no payment found missed."""
        return self.live and self.breach is None


class Application(Value):
    """An application to the court about a claim or an order, and what the court decided."""

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


class BreachNotice(Value):
    """The notice that comes before an application to fix the date of a postponed order (PD 55A 10.3)."""

    given_on: date
    apply_from: ExplainedDate
    apply_by: ExplainedDate
    reply_by: ExplainedDate


class Order(Value):
    """A possession order and its life; or a money judgment, a demotion, or another order made instead.

    `possession` is empty where the court gave no date. `ends` is the last day of an order that lasts a time.
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
    stayed_on: date | None = None
    stayed_until: date | None = None

    @property
    def live(self) -> bool:
        """Neither discharged nor set aside."""
        return self.discharged_on is None and self.set_aside_on is None


class Warrant(Value):
    """A warrant of possession from draft to execution."""

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

    @property
    def live(self) -> bool:
        """Neither withdrawn, executed, cancelled nor expired."""
        return not (self.withdrawn or self.executed_on or self.cancelled_on or self.expired)


class Decision(Value):
    """A public-law decision that goes before a notice. `told_on` is the day the household was told; `review_by` the
    last day to ask for a review; `upheld` what a review decided."""

    id: str
    decision: DecisionKind
    on: date
    told_on: date | None = None
    reasons: TextRef
    decided_by: Person
    review_by: ExplainedDate | None = None
    review_asked_on: date | None = None
    review_decided_on: date | None = None
    upheld: bool | None = None


class Leaving(Value):
    """The day an occupation ended without a warrant, and how."""

    on: date
    how: LeavingKind
    recorded_by: Person


class Alarm(Value):
    """One moment at which a deadline speaks: a reminder to somebody, or the deadline itself."""

    at: Instant
    level: str
    fired: bool = False


class Deadline(Value):
    """A date the case waits for. `alarms` are in time order: `reminder-n` days before, `due` at the date itself (at its
    end, where the day must wholly pass), `escalation` after it."""

    id: str
    kind: str
    title: str
    date: ExplainedDate
    alarms: tuple[Alarm, ...]
    subject: str = ""


class PaperDetails(Value):
    """What a paper says that its officer gives when asking for it, and the case holds nowhere.

    Words are references. `person` is the one it is about, `to` who gets it, `lines` a list, a line each. Which paper
    asks for which is in `paper_details`.
    """

    reasons: TextRef | None = None
    needs: TextRef | None = None
    risk: TextRef | None = None
    to: TextRef | None = None
    lines: TextRef | None = None
    place: TextRef | None = None
    person: str = ""
    consent: Consent | None = None
    consent_on: date | None = None
    asked_on: date | None = None
    agreement_on: date | None = None
    reply_by: date | None = None
    meeting_at: Instant | None = None
    deposit_pence: Pence | None = None
    urgent: bool | None = None
    leave_out: tuple[str, ...] = ()
    hide: TextRef | None = None
    largest_mb: int | None = None
    late_to: str = ""


class BundleVolume(Value):
    """One file of a bundle. Pages are the bundle's own, so a second volume goes on where the first ended."""

    file: FileRef
    first_page: int
    last_page: int


class BundleEntry(Value):
    """One line of a bundle's index: pages from 1, both ends included."""

    section: str
    title: str
    first_page: int
    last_page: int
    photograph: bool = False


class BundlePoint(Value):
    """One point of the court's guidance as a bundle was asked it; `pages` are those at fault."""

    code: str
    question: str
    passed: bool
    detail: str
    pages: tuple[int, ...] = ()
    authority: str = ""
    confidence: str = ""


class BundleMade(Value):
    """What a bundle came out as. `coarsened` pages had pictures finer than the court takes; `turned` lay sideways."""

    volumes: tuple[BundleVolume, ...] = ()
    entries: tuple[BundleEntry, ...] = ()
    points: tuple[BundlePoint, ...] = ()
    turned: tuple[int, ...] = ()
    coarsened: tuple[int, ...] = ()


class PaperMade(Value):
    """A paper made from the case, and the digest of the facts it was made from. `stale`: why it no longer stands.

    `cautions` are for its officer and not printed: what to look at before it is used. `apart`: it is made by a workflow
    of its own, which can be watched and stopped; `bundle` is what came of that.
    """

    id: str
    kind: str
    subject: str
    requested_at: Instant
    requested_by: Person
    facts_digest: str
    file: FileRef | None = None
    failed: str | None = None
    figure_pence: Pence | None = None
    stale: str | None = None
    details: PaperDetails | None = None
    cautions: tuple[str, ...] = ()
    apart: bool = False
    bundle: BundleMade | None = None


class Correction(Value):
    """A recorded fact that was put right. `old` and `new` are as people read them."""

    id: str
    fact: str
    title: str
    old: str
    new: str
    on: date
    by: Person
    reason: TextRef


class DateMoved(Value):
    """A date that a correction moved: the item it belongs to, what it is, and both explanations."""

    subject: str
    title: str
    old: ExplainedDate | None
    new: ExplainedDate | None


class Doubt(Value):
    """A step that was taken and, as the facts now stand, was not open: at risk until a person has decided."""

    subject: str
    step: str
    code: str
    says: str
    mend: str
    authority: str = ""
    confidence: str = ""


class Overridden(Value):
    """A rule of the landlord's own that somebody allowed to set aside for one step, with the reason."""

    on: date
    by: Person
    command: str
    code: str
    said: str
    reason: TextRef


class Attention(Value):
    """Something went wrong in the works; the case waits for a person."""

    since: Instant
    what: str
    command: str


class Closed(Value):
    """How and when the case ended."""

    on: date
    result: CloseResult
    note: TextRef | None = None


class CaseState(Value):
    """A possession case, whole. `revision` rises by one with every accepted command."""

    schema_number: int = SCHEMA_NUMBER
    case_id: str
    landlord: str
    tenancy_ref: str
    track: Track
    occupancy: str
    landlord_kind: str
    agreement_allows: bool = True
    tenants: tuple[str, ...]
    officer: str
    patch: str = ""
    opened_on: date
    opened_by: Person
    opened_arrears_pence: Pence
    revision: int = 0
    contacts: tuple[Contact, ...] = ()
    searches: tuple[Search, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    breathing_spaces: tuple[BreathingSpace, ...] = ()
    notices: tuple[Notice, ...] = ()
    claims: tuple[Claim, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    orders: tuple[Order, ...] = ()
    warrants: tuple[Warrant, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    applications: tuple[Application, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    papers: tuple[PaperMade, ...] = ()
    attention: Attention | None = None
    closed: Closed | None = None
    last_arrears_pence: Pence = 0
    last_arrears_on: date | None = None
    cause: Cause | None = None
    reviews: tuple[Review, ...] = ()
    standing: Standing | None = None
    decisions: tuple[Decision, ...] = ()
    leaving: Leaving | None = None
    holds: tuple[Hold, ...] = ()
    benefit_claims: tuple[BenefitClaim, ...] = ()
    corrections: tuple[Correction, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    overridden: tuple[Overridden, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_earlier(cls, stored: Any) -> Any:
        return upgrade.to_today(stored, upgrade.POSSESSION, SCHEMA_NUMBER)
