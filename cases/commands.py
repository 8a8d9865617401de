"""What may be asked of a case. Each command is a typed value; free text and people come as references, never as words.

Dates are legal days in England; instants are aware. Sums are pence.
"""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import Field

from cases.base import FileRef, Instant, Pence, TextRef, Value
from cases.court_words import ApplicationFor, ArrangementEnd, ArrangementKind, Party
from cases.state import BundleMade, Consent
from cases.words import (
    Breach,
    Cause,
    CloseResult,
    DecisionKind,
    HoldKind,
    LeavingKind,
    NoticeKind,
    OutcomeKind,
    PaperKind,
    Risk,
    Route,
    StepBefore,
    Track,
)

Frequency = Literal["weekly", "fortnightly", "four_weekly", "monthly"]


class OpenCase(Value):
    """Open a possession case on a tenancy. One may be open at a time. Without a track or a cause, the plain ones
    are taken."""

    kind: Literal["open_case"] = "open_case"
    tenancy_ref: str
    landlord: str
    officer: str
    reason: TextRef | None = None
    track: Track | None = None
    cause: Cause | None = None


class Override(Value):
    """Set one of the landlord's own rules aside for this step: the code of the refusal, and why."""

    code: str
    reason: TextRef


class RecordContact(Value):
    """A protocol step with its evidence. `step` is a code of the protocol table; `tenants` whom it reached."""

    kind: Literal["record_contact"] = "record_contact"
    step: str
    on: date
    tenants: tuple[str, ...]
    method: str
    note: TextRef | None = None


class RecordSearch(Value):
    """A search of the breathing-space register before a step."""

    kind: Literal["record_search"] = "record_search"
    on: date
    before: StepBefore
    clear: bool


class RecordAssessment(Value):
    """A vulnerability and Equality Act assessment before a step, and whether to go on."""

    kind: Literal["record_assessment"] = "record_assessment"
    on: date
    before: StepBefore
    proceed: bool
    reasons: TextRef


class StartBreathingSpace(Value):
    """A moratorium was notified. `moratorium` is `standard` or `crisis`."""

    kind: Literal["start_breathing_space"] = "start_breathing_space"
    moratorium: Literal["standard", "crisis"]
    started_on: date
    tenants: tuple[str, ...] = ()


class EndBreathingSpace(Value):
    """The moratorium ended (or was cancelled) on a day."""

    kind: Literal["end_breathing_space"] = "end_breathing_space"
    breathing_space_id: str
    ended_on: date


class StartHold(Value):
    """Something else holds the case: an insolvency, a stay, a death, the landlord's own decision with an end date.

    `tenants` are those whom it is about; `ends_on` its last day, where that is known.
    """

    kind: Literal["start_hold"] = "start_hold"
    hold: HoldKind
    started_on: date
    ends_on: date | None = None
    tenants: tuple[str, ...] = ()
    reason: TextRef


class ExtendHold(Value):
    """A hold lasts longer than was known: its new last day."""

    kind: Literal["extend_hold"] = "extend_hold"
    hold_id: str
    ends_on: date
    reason: TextRef


class EndHold(Value):
    """A hold ended on a day, which is its last."""

    kind: Literal["end_hold"] = "end_hold"
    hold_id: str
    ended_on: date
    reason: TextRef


class RecordCourtTold(Value):
    """The court was told of a breathing space or a hold (`held_by` is its id)."""

    kind: Literal["record_court_told"] = "record_court_told"
    held_by: str
    on: date


class RecordBenefitClaim(Value):
    """A claim for a benefit that would cover rent is not decided: what Protocol 2.6 asks about it."""

    kind: Literal["record_benefit_claim"] = "record_benefit_claim"
    benefit: Literal["universal_credit", "housing_benefit"]
    made_on: date
    evidence_complete: bool
    likely: bool
    rest_paid: bool


class DecideBenefitClaim(Value):
    """The benefit claim was decided."""

    kind: Literal["decide_benefit_claim"] = "decide_benefit_claim"
    benefit_claim_id: str
    on: date
    awarded: bool


class ReleaseBenefitClaim(Value):
    """A senior lets the case go on although a benefit claim is outstanding, with the reason."""

    kind: Literal["release_benefit_claim"] = "release_benefit_claim"
    benefit_claim_id: str
    reason: TextRef


class Correct(Value):
    """Put a recorded fact right.

    `fact` is its address: the item, the act that recorded it and the act's field, as `C1/issue_claim/issued_on`. The
    new value goes into the one of the next seven that fits the field; `remove` says that it never happened.
    """

    kind: Literal["correct"] = "correct"
    fact: str
    day: date | None = None
    clock: time | None = None
    instant: Instant | None = None
    pence: Pence | None = None
    label: str | None = None
    codes: tuple[str, ...] | None = None
    yes: bool | None = None
    remove: bool = False
    reason: TextRef


class DraftNotice(Value):
    """Draft a notice with its grounds. Without a specified date, the one recommended for the planned day is taken.

    With a planned `method` the day is the one it is handed over or posted on, and a margin for late service is added.
    `condition` (1 to 5) and the day it was met (or its appeal decided) belong to the absolute ground and Ground 7A.
    `confirmed` are codes of what this kind of notice asks its drafter to confirm.
    """

    kind: Literal["draft_notice"] = "draft_notice"
    notice: NoticeKind
    grounds: tuple[str, ...]
    planned_service: date
    specified_on: date | None = None
    particulars: TextRef
    method: str | None = None
    condition: Literal["1", "2", "3", "4", "5"] | None = None
    condition_on: date | None = None
    confirmed: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()


class Approve(Value):
    """A senior who is not its drafter approves a notice, claim or warrant (`subject` is its id)."""

    kind: Literal["approve"] = "approve"
    subject: str
    overrides: tuple[Override, ...] = ()


class SendBack(Value):
    """A senior returns a draft with a reason; it is withdrawn and may be drafted again."""

    kind: Literal["send_back"] = "send_back"
    subject: str
    reason: TextRef


class Withdraw(Value):
    """Withdraw a notice, a claim not yet issued, or a warrant."""

    kind: Literal["withdraw"] = "withdraw"
    subject: str
    reason: TextRef


class ServeNotice(Value):
    """One joint tenant was given the notice: method (of `law.service`), when sent or handed over, and the proof.

    `approve` says that an approver approves it in the same act.
    """

    kind: Literal["serve_notice"] = "serve_notice"
    notice_id: str
    tenant: str
    method: str
    sent_at: Instant
    proof: TextRef | None = None
    proof_file: FileRef | None = None
    overrides: tuple[Override, ...] = ()
    approve: bool = False


class RequestReview(Value):
    """A tenant asked for a review of the decision behind a notice. One that came too late is kept, and binds nobody."""

    kind: Literal["request_review"] = "request_review"
    notice_id: str
    tenant: str
    asked_on: date
    hearing_wanted: bool = False
    note: TextRef | None = None


class ArrangeReviewHearing(Value):
    """The review will be heard on a day; the tenant was told of it in writing on another."""

    kind: Literal["arrange_review_hearing"] = "arrange_review_hearing"
    review_id: str
    on: date
    told_on: date


class DecideReview(Value):
    """Somebody senior who was not involved decided the review, and told the tenant with reasons.

    `upheld` says that the decision stands; where it does not, the notice is withdrawn with it.
    """

    kind: Literal["decide_review"] = "decide_review"
    review_id: str
    on: date
    upheld: bool
    told_on: date
    reasons: TextRef


class WithdrawReview(Value):
    """The tenant withdrew the request for a review."""

    kind: Literal["withdraw_review"] = "withdraw_review"
    review_id: str
    on: date


class DraftClaim(Value):
    """Prepare the claim on a served notice, with the arrears of the day.

    `also_on` are other served notices, relied on in the alternative. `rent_claimed` says whether the arrears are
    claimed too; empty, they are where the notice is for arrears.
    """

    kind: Literal["draft_claim"] = "draft_claim"
    notice_id: str
    signer: str
    also_on: tuple[str, ...] = ()
    rent_claimed: bool | None = None
    overrides: tuple[Override, ...] = ()


class IssueClaim(Value):
    """The court issued the claim. `fee_pence` is needed only where the fee table has no figure for the day.

    `approve` says that an approver approves it in the same act.
    """

    kind: Literal["issue_claim"] = "issue_claim"
    claim_id: str
    route: Route
    route_reason: TextRef
    claim_number: str
    court: str
    issued_on: date
    fee_pence: Pence | None = None
    overrides: tuple[Override, ...] = ()
    approve: bool = False


class RecordPapersServed(Value):
    """The accelerated claim was sent to the defendants on a day; deemed service is worked out by CPR 6.14."""

    kind: Literal["record_papers_served"] = "record_papers_served"
    claim_id: str
    sent_on: date


class AskForPapersOrder(Value):
    """The written request for an order went to the court, no defence having come in time (CPR 55.15)."""

    kind: Literal["ask_for_papers_order"] = "ask_for_papers_order"
    claim_id: str
    on: date


class RecordPapersDecision(Value):
    """What the judge made of an accelerated claim on the papers: an order, a hearing, or the claim struck out."""

    kind: Literal["record_papers_decision"] = "record_papers_decision"
    claim_id: str
    on: date
    decision: Literal["order", "hearing", "struck_out"]
    possession_on: date | None = None
    hardship: bool = False
    costs_pence: Pence = 0
    reasons_served_on: date | None = None
    note: TextRef | None = None


class ListHearing(Value):
    """The court listed a hearing (London time). `time_shortened`: it abridged the usual time (CPR 3.1(2)(a))."""

    kind: Literal["list_hearing"] = "list_hearing"
    claim_id: str
    on: date
    at: time
    court: str
    time_shortened: bool = False


class RecordClaimService(Value):
    """The claim form was sent to the defendants on a day; deemed service is worked out by CPR 6.14."""

    kind: Literal["record_claim_service"] = "record_claim_service"
    hearing_id: str
    sent_on: date


class RecordTenDayLetter(Value):
    """The up-to-date statement and hearing letter went to every tenant (Protocol 2.11, 2.12)."""

    kind: Literal["record_ten_day_letter"] = "record_ten_day_letter"
    hearing_id: str
    sent_on: date


class RecordOutcome(Value):
    """What the court ordered. Which fields are needed depends on the outcome."""

    kind: Literal["record_outcome"] = "record_outcome"
    hearing_id: str
    outcome: OutcomeKind
    on: date
    grounds_proved: tuple[str, ...] = ()
    possession_on: date | None = None
    hardship: bool = False
    judgment_pence: Pence | None = None
    costs_pence: Pence = 0
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None
    first_payment: date | None = None
    other_terms: TextRef | None = None
    next_hearing_on: date | None = None
    next_hearing_at: time | None = None
    note: TextRef | None = None
    restore_by: date | None = None
    reasons_served_on: date | None = None
    pay_by: date | None = None
    begins_on: date | None = None
    ends_on: date | None = None


class SetAsk(Value):
    """What the court will be asked for at a hearing, to be compared with what it orders."""

    kind: Literal["set_ask"] = "set_ask"
    hearing_id: str
    outcome: OutcomeKind
    possession_on: date | None = None
    judgment_pence: Pence | None = None
    costs_pence: Pence | None = None
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None
    first_payment: date | None = None


class RecordFiling(Value):
    """The landlord's witness statement was filed at court, and served on the defendants (CPR 55.8(4))."""

    kind: Literal["record_filing"] = "record_filing"
    hearing_id: str
    filed_on: date
    served_on: date


class RecordDirection(Value):
    """The court directed something to be done by a day before a hearing."""

    kind: Literal["record_direction"] = "record_direction"
    hearing_id: str
    what: TextRef
    by: date


class RecordDirectionMet(Value):
    """What the court directed was done on a day."""

    kind: Literal["record_direction_met"] = "record_direction_met"
    hearing_id: str
    direction: str
    on: date


class OfferArrangement(Value):
    """Offer an arrangement, or record one that was agreed on the spot (`agreed_on`).

    Instalments on top of the current rent, a lump sum, or both, until `total_pence` (the arrears of the day, where it
    is empty) is cleared. `tenant_asked` says that the tenant began the talk, which matters in a breathing space.
    """

    kind: Literal["offer_arrangement"] = "offer_arrangement"
    arrangement: ArrangementKind
    total_pence: Pence | None = None
    with_rent: bool = True
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None
    first_payment: date | None = None
    lump_sum_pence: Pence | None = None
    lump_sum_on: date | None = None
    agreed_on: date | None = None
    reply_by: date | None = None
    tenant_asked: bool = False
    other_terms: TextRef | None = None


class AgreeArrangement(Value):
    """The arrangement that was offered was agreed."""

    kind: Literal["agree_arrangement"] = "agree_arrangement"
    arrangement_id: str
    on: date


class RefuseArrangement(Value):
    """Nothing came of an offer: the tenant or the landlord refused it, or no answer came."""

    kind: Literal["refuse_arrangement"] = "refuse_arrangement"
    arrangement_id: str
    on: date
    by: ArrangementEnd
    reason: TextRef


class WarnArrangement(Value):
    """The tenants were told that the arrangement is broken, what will follow, and by when to catch up."""

    kind: Literal["warn_arrangement"] = "warn_arrangement"
    arrangement_id: str
    on: date
    method: str
    pay_by: date


class EndArrangement(Value):
    """What was agreed is at its end, for a reason."""

    kind: Literal["end_arrangement"] = "end_arrangement"
    arrangement_id: str
    on: date
    because: ArrangementEnd
    reason: TextRef


class ExpectBenefit(Value):
    """Housing costs that benefit is to pay towards the rent under an arrangement. They are not a payment."""

    kind: Literal["expect_benefit"] = "expect_benefit"
    arrangement_id: str
    due_on: date
    pence: Pence
    source: Literal["hb", "uc", "uc_apa", "dwp_tpd", "dhp"]


class RecordApplication(Value):
    """Somebody applied to the court. `subject` is the order, or the claim where it is to be restored."""

    kind: Literal["record_application"] = "record_application"
    subject: str
    purpose: ApplicationFor
    by: Party
    made_on: date
    hearing_on: date | None = None


class DecideApplication(Value):
    """What the court decided on an application. Which fields are needed depends on its purpose."""

    kind: Literal["decide_application"] = "decide_application"
    application_id: str
    on: date
    granted: bool
    possession_on: date | None = None
    judgment_pence: Pence | None = None
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None
    first_payment: date | None = None
    stayed_until: date | None = None
    next_hearing_on: date | None = None
    next_hearing_at: time | None = None
    note: TextRef | None = None


class RecordBreach(Value):
    """Breach of the order's other terms (payment breaches are found from the rent account)."""

    kind: Literal["record_breach"] = "record_breach"
    order_id: str
    on: date
    details: TextRef


class RecordBreachWarning(Value):
    """The tenants were warned of enforcement after a breach."""

    kind: Literal["record_breach_warning"] = "record_breach_warning"
    order_id: str
    on: date
    method: str


class RecordPermission(Value):
    """The court gave or refused permission to enforce (CPR 83.2)."""

    kind: Literal["record_permission"] = "record_permission"
    order_id: str
    on: date
    granted: bool


class DraftWarrant(Value):
    """Prepare the request for a warrant. `breach` says what is relied on under a suspended order.

    `risk` answers the court form's question about risk to the bailiff. Older requests have no answer.
    """

    kind: Literal["draft_warrant"] = "draft_warrant"
    order_id: str
    breach: Breach = Breach.NONE
    risk: Risk | None = None
    risk_details: TextRef | None = None
    vulnerable: TextRef | None = None
    access: TextRef | None = None
    overrides: tuple[Override, ...] = ()


class RequestWarrant(Value):
    """The request went to the court. `approve` says that an approver approves it in the same act."""

    kind: Literal["request_warrant"] = "request_warrant"
    warrant_id: str
    on: date
    fee_pence: Pence | None = None
    overrides: tuple[Override, ...] = ()
    approve: bool = False


class RecordWarrantIssued(Value):
    """The court issued the warrant."""

    kind: Literal["record_warrant_issued"] = "record_warrant_issued"
    warrant_id: str
    on: date
    number: str


class BookEviction(Value):
    """The bailiff's appointment, and the day the N54 notice of eviction was delivered, once it has been.

    Bailiffs give the appointment first; booked again, the later record stands.
    """

    kind: Literal["book_eviction"] = "book_eviction"
    warrant_id: str
    n54_delivered_on: date | None = None
    on: date
    at: time
    overrides: tuple[Override, ...] = ()


class RecordEviction(Value):
    """What happened at the appointment: possession taken, or cancelled."""

    kind: Literal["record_eviction"] = "record_eviction"
    warrant_id: str
    on: date
    executed: bool
    note: TextRef | None = None


class DischargeOrder(Value):
    """The order was discharged, or was met in full."""

    kind: Literal["discharge_order"] = "discharge_order"
    order_id: str
    on: date
    reason: TextRef


class RecordDecision(Value):
    """A public-law decision to end the accommodation was made, and told to the household once `told_on` is given."""

    kind: Literal["record_decision"] = "record_decision"
    decision: DecisionKind
    on: date
    told_on: date | None = None
    reasons: TextRef


class RecordDecisionReview(Value):
    """A review of a decision was asked for, or decided (HA 1996 s.202)."""

    kind: Literal["record_decision_review"] = "record_decision_review"
    decision_id: str
    asked_on: date | None = None
    decided_on: date | None = None
    upheld: bool | None = None
    reasons: TextRef | None = None


class RecordTrusteeCopy(Value):
    """The Public Trustee received the copy of a notice to an estate."""

    kind: Literal["record_trustee_copy"] = "record_trustee_copy"
    notice_id: str
    on: date


class RecordLeaving(Value):
    """The occupation ended without a warrant."""

    kind: Literal["record_leaving"] = "record_leaving"
    on: date
    how: LeavingKind
    note: TextRef | None = None


class RequestPaper(Value):
    """Make a paper about a subject: the id of an item, or `case` for a letter of the whole case.

    What follows is only for papers that say more than the case holds (`paper_details`); see `PaperDetails`.
    """

    kind: Literal["request_paper"] = "request_paper"
    paper: PaperKind
    subject: str
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


class StopPaper(Value):
    """Stop the making of a bundle that was asked for."""

    kind: Literal["stop_paper"] = "stop_paper"
    paper_id: str


class AddNote(Value):
    """A note on the file."""

    kind: Literal["add_note"] = "add_note"
    text: TextRef


class Reassign(Value):
    """Give the case to another officer."""

    kind: Literal["reassign"] = "reassign"
    officer: str


class ClearAttention(Value):
    """A person has looked at what went wrong."""

    kind: Literal["clear_attention"] = "clear_attention"


class CloseCase(Value):
    """Close the case with its result."""

    kind: Literal["close_case"] = "close_case"
    result: CloseResult
    note: TextRef | None = None


class DeadlinePassed(Value):
    """System: the moment `due` of a deadline has come."""

    kind: Literal["deadline_passed"] = "deadline_passed"
    deadline_id: str
    due: Instant


class RentChanged(Value):
    """System: postings came in; look at the account again."""

    kind: Literal["rent_changed"] = "rent_changed"


class PaperDone(Value):
    """System: a requested paper was made (or could not be)."""

    kind: Literal["paper_done"] = "paper_done"
    paper_id: str
    file: FileRef | None = None
    figure_pence: Pence | None = None
    failed: str | None = None
    cautions: tuple[str, ...] = ()
    bundle: BundleMade | None = None


class FlagAttention(Value):
    """System: a command could not be carried out for a reason that is nobody's refusal."""

    kind: Literal["flag_attention"] = "flag_attention"
    what: str
    command: str


class RunRecovered(Value):
    """System: the case's run was lost, and it was started again from the record: by hand, or by the daily sweep."""

    kind: Literal["run_recovered"] = "run_recovered"
    by: Literal["hand", "sweep"] = "hand"


Command = Annotated[
    OpenCase
    | RecordContact
    | RecordSearch
    | RecordAssessment
    | StartBreathingSpace
    | EndBreathingSpace
    | StartHold
    | ExtendHold
    | EndHold
    | RecordCourtTold
    | RecordBenefitClaim
    | DecideBenefitClaim
    | ReleaseBenefitClaim
    | Correct
    | DraftNotice
    | Approve
    | SendBack
    | Withdraw
    | ServeNotice
    | RequestReview
    | ArrangeReviewHearing
    | DecideReview
    | WithdrawReview
    | DraftClaim
    | IssueClaim
    | RecordPapersServed
    | AskForPapersOrder
    | RecordPapersDecision
    | ListHearing
    | RecordClaimService
    | RecordTenDayLetter
    | RecordOutcome
    | SetAsk
    | RecordFiling
    | RecordDirection
    | RecordDirectionMet
    | OfferArrangement
    | AgreeArrangement
    | RefuseArrangement
    | WarnArrangement
    | EndArrangement
    | ExpectBenefit
    | RecordApplication
    | DecideApplication
    | RecordBreach
    | RecordBreachWarning
    | RecordPermission
    | DraftWarrant
    | RequestWarrant
    | RecordWarrantIssued
    | BookEviction
    | RecordEviction
    | DischargeOrder
    | RecordDecision
    | RecordDecisionReview
    | RecordTrusteeCopy
    | RecordLeaving
    | RequestPaper
    | StopPaper
    | AddNote
    | Reassign
    | ClearAttention
    | CloseCase
    | DeadlinePassed
    | RentChanged
    | PaperDone
    | FlagAttention
    | RunRecovered,
    Field(discriminator="kind"),
]
"""Every command, told apart by `kind`."""

SYSTEM_COMMANDS = frozenset({"deadline_passed", "rent_changed", "paper_done", "flag_attention", "run_recovered"})
