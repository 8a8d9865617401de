"""What has happened to a case. Events are the legal record: appended, chained, never changed.

Most carry the new value of one item of the case's lists, whole, so that `evolve` is a fold without rules
and a record of years can always be read. Each is kept with who, when, and the command that led to it.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from cases import upgrade
from cases.base import Instant, Pence, TextRef, Value
from cases.state import (
    Application,
    ApplicationDraft,
    Arrangement,
    Assessment,
    Attention,
    BenefitClaim,
    BreathingSpace,
    CaseState,
    Claim,
    Closed,
    Contact,
    Correction,
    DateMoved,
    Deadline,
    Decision,
    Document,
    Doubt,
    Hearing,
    Hold,
    Household,
    Leaving,
    Notice,
    Order,
    Overridden,
    PaperMade,
    PartyChange,
    Review,
    RightToBuy,
    Search,
    Standing,
    Warrant,
)
from cases.words import Cause, Role


class CaseOpened(Value):
    """The case began with this state."""

    kind: Literal["case_opened"] = "case_opened"
    state: CaseState
    reason: TextRef | None = None


class ContactRecorded(Value):
    """A protocol step was recorded."""

    kind: Literal["contact_recorded"] = "contact_recorded"
    contact: Contact


class SearchRecorded(Value):
    """A breathing-space search was recorded."""

    kind: Literal["search_recorded"] = "search_recorded"
    search: Search


class AssessmentRecorded(Value):
    """An assessment was recorded."""

    kind: Literal["assessment_recorded"] = "assessment_recorded"
    assessment: Assessment


class BreathingSpaceChanged(Value):
    """A moratorium started or ended."""

    kind: Literal["breathing_space_changed"] = "breathing_space_changed"
    breathing_space: BreathingSpace


class NoticeChanged(Value):
    """A notice was drafted, approved, served, ripened, lapsed or withdrawn; `what` says which."""

    kind: Literal["notice_changed"] = "notice_changed"
    what: Literal[
        "drafted",
        "approved",
        "sent_back",
        "withdrawn",
        "served_on_tenant",
        "served_on_all",
        "ripe",
        "lapsed",
        "figures_stale",
        "redated",
        "trustee_copy",
        "corrected",
    ]
    notice: Notice
    text: TextRef | None = None


class ClaimChanged(Value):
    """A claim was drafted, approved, sent back, withdrawn, issued, answered or ended, or its court was chosen."""

    kind: Literal["claim_changed"] = "claim_changed"
    what: Literal[
        "drafted",
        "approved",
        "sent_back",
        "withdrawn",
        "issued",
        "ended",
        "corrected",
        "restored",
        "papers_served",
        "papers_order_asked",
        "papers_decided",
        "answered",
        "court_chosen",
    ]
    claim: Claim
    text: TextRef | None = None


class ReviewChanged(Value):
    """A review was asked for (in time or late), heard, decided or withdrawn."""

    kind: Literal["review_changed"] = "review_changed"
    what: Literal["asked", "asked_late", "hearing_set", "decided", "withdrawn", "corrected"]
    review: Review
    text: TextRef | None = None


class StandingChanged(Value):
    """The type of tenancy was extended, kept alive, or is over: it has become another."""

    kind: Literal["standing_changed"] = "standing_changed"
    what: Literal["extended", "over", "corrected"]
    standing: Standing


class HearingChanged(Value):
    """A hearing was listed, prepared for, or held; `differs` says where the court ordered other than was asked."""

    kind: Literal["hearing_changed"] = "hearing_changed"
    what: Literal[
        "listed",
        "claim_served",
        "letter_sent",
        "outcome",
        "asked",
        "statement_filed",
        "directed",
        "direction_met",
        "corrected",
    ]
    hearing: Hearing
    text: TextRef | None = None
    differs: tuple[str, ...] = ()


class OrderChanged(Value):
    """An order was made, breached, warned about, permitted, ripened or discharged."""

    kind: Literal["order_changed"] = "order_changed"
    what: Literal[
        "made",
        "breached",
        "breach_mended",
        "other_breach",
        "warned",
        "permission_granted",
        "permission_refused",
        "discharged",
        "corrected",
        "breach_notice_given",
        "date_fixed",
        "varied",
        "suspended",
        "stayed",
        "set_aside",
        "transferred",
        "watched_from",
    ]
    order: Order
    text: TextRef | None = None


class ArrangementChanged(Value):
    """An arrangement was offered, agreed, refused, broken, caught up with, warned about, completed or ended."""

    kind: Literal["arrangement_changed"] = "arrangement_changed"
    what: Literal[
        "offered",
        "agreed",
        "refused",
        "broken",
        "mended",
        "warned",
        "completed",
        "ended",
        "benefit_expected",
        "corrected",
    ]
    arrangement: Arrangement
    text: TextRef | None = None


class ApplicationChanged(Value):
    """An application was made to the court, or decided."""

    kind: Literal["application_changed"] = "application_changed"
    what: Literal["made", "granted", "refused", "corrected"]
    application: Application
    text: TextRef | None = None


class ApplicationDraftChanged(Value):
    """The landlord's own application was prepared, filed, or dropped."""

    kind: Literal["application_draft_changed"] = "application_draft_changed"
    what: Literal["drafted", "filed", "dropped"]
    draft: ApplicationDraft


class WarrantChanged(Value):
    """A warrant was drafted, approved, requested, issued, booked, executed, cancelled or ran out; or what goes before
    its execution (the last check, the confirmation) or comes after it."""

    kind: Literal["warrant_changed"] = "warrant_changed"
    what: Literal[
        "drafted",
        "approved",
        "sent_back",
        "withdrawn",
        "requested",
        "issued",
        "booked",
        "executed",
        "cancelled",
        "expired",
        "corrected",
        "checked",
        "confirmed",
        "aftermath",
    ]
    warrant: Warrant
    text: TextRef | None = None


class DeadlinesChanged(Value):
    """Dates the case now waits for, and those it no longer does (by id)."""

    kind: Literal["deadlines_changed"] = "deadlines_changed"
    set: tuple[Deadline, ...] = ()
    cleared: tuple[str, ...] = ()


class AlarmRaised(Value):
    """A deadline spoke: a reminder to `to_role`, or the deadline itself."""

    kind: Literal["alarm_raised"] = "alarm_raised"
    deadline_id: str
    level: str
    due: Instant
    to_role: Role
    to_user: str | None = None
    title: str
    on: date


class ArrearsRead(Value):
    """The rent account was read: rent arrears lawfully due, in pence."""

    kind: Literal["arrears_read"] = "arrears_read"
    on: date
    arrears_pence: Pence


class PaperChanged(Value):
    """A paper was asked for, made, or could not be made; or the facts it was made from were corrected."""

    kind: Literal["paper_changed"] = "paper_changed"
    what: Literal["requested", "made", "failed", "stale"]
    paper: PaperMade


class DocumentChanged(Value):
    """A document was put on the file, read (or could not be), said better, put into bundles or out, or withdrawn."""

    kind: Literal["document_changed"] = "document_changed"
    what: Literal["added", "read", "refused", "changed", "put_in", "left_out", "withdrawn"]
    document: Document
    text: TextRef | None = None


class NoteAdded(Value):
    """A note was put on the file."""

    kind: Literal["note_added"] = "note_added"
    text: TextRef


class Reassigned(Value):
    """The case went to another officer."""

    kind: Literal["reassigned"] = "reassigned"
    officer: str


class AttentionChanged(Value):
    """The case needs a person's attention, or no longer does."""

    kind: Literal["attention_changed"] = "attention_changed"
    attention: Attention | None = None


class Corrected(Value):
    """A recorded fact was put right; `moved` are the dates that moved with it, each with both explanations."""

    kind: Literal["corrected"] = "corrected"
    correction: Correction
    moved: tuple[DateMoved, ...] = ()


class EvidenceCorrected(Value):
    """A contact, a search or an assessment as it is now known to have been; `place` counts from 0 in its list."""

    kind: Literal["evidence_corrected"] = "evidence_corrected"
    place: int
    contact: Contact | None = None
    search: Search | None = None
    assessment: Assessment | None = None


class DoubtsChanged(Value):
    """The steps that were taken and, as the facts now stand, were not open: all of them."""

    kind: Literal["doubts_changed"] = "doubts_changed"
    doubts: tuple[Doubt, ...]


class HoldChanged(Value):
    """A hold started, was extended, ended, or the court was told of it."""

    kind: Literal["hold_changed"] = "hold_changed"
    what: Literal["started", "extended", "ended", "court_told", "corrected"]
    hold: Hold
    text: TextRef | None = None


class BenefitClaimChanged(Value):
    """An outstanding benefit claim was recorded, decided or released."""

    kind: Literal["benefit_claim_changed"] = "benefit_claim_changed"
    what: Literal["recorded", "decided", "released", "corrected"]
    benefit_claim: BenefitClaim


class GateOverridden(Value):
    """One of the landlord's own rules was set aside for the step recorded with it."""

    kind: Literal["gate_overridden"] = "gate_overridden"
    overridden: Overridden


class DecisionChanged(Value):
    """A public-law decision was made, or a review of it asked for or decided."""

    kind: Literal["decision_changed"] = "decision_changed"
    what: Literal["made", "review_asked", "upheld", "quashed", "corrected"]
    decision: Decision
    text: TextRef | None = None


class OccupationEnded(Value):
    """The occupation ended without a warrant; without a leaving, it is known now that it did not end."""

    kind: Literal["occupation_ended"] = "occupation_ended"
    leaving: Leaving | None = None
    text: TextRef | None = None


class PartiesChanged(Value):
    """Others hold the tenancy, or a change of them was put right; `tenants` are all who hold it now."""

    kind: Literal["parties_changed"] = "parties_changed"
    what: Literal["recorded", "corrected"] = "recorded"
    change: PartyChange
    tenants: tuple[str, ...]


class HouseholdChanged(Value):
    """Who lives in the home besides its tenants was recorded."""

    kind: Literal["household_changed"] = "household_changed"
    household: Household


class RightToBuyChanged(Value):
    """A claim to buy the home was recorded, followed, ended, or put right."""

    kind: Literal["right_to_buy_changed"] = "right_to_buy_changed"
    what: Literal["recorded", "ended", "corrected"] = "recorded"
    right_to_buy: RightToBuy


class CauseCorrected(Value):
    """Why possession is sought was put right."""

    kind: Literal["cause_corrected"] = "cause_corrected"
    cause: Cause


class NeverMade(Value):
    """What is known now never to have been, and is no part of the case: what came of an outcome that was another, or a
    hold recorded by mistake."""

    kind: Literal["never_made"] = "never_made"
    orders: tuple[str, ...] = ()
    hearings: tuple[str, ...] = ()
    arrangements: tuple[str, ...] = ()
    breathing_spaces: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


class CaseRecovered(Value):
    """The run that keeps the case was lost with the workflow engine; another took its place from this record.

    Nothing else changed: it waits for the same dates.
    """

    kind: Literal["case_recovered"] = "case_recovered"
    by: Literal["hand", "sweep"] = "hand"


class EarlierTold(Value):
    """The events up to the next of these were told of a day before the case came here; `act` is the step's kind."""

    kind: Literal["earlier_told"] = "earlier_told"
    on: date
    act: str


class CaseClosed(Value):
    """The case ended."""

    kind: Literal["case_closed"] = "case_closed"
    closed: Closed


Event = Annotated[
    CaseOpened
    | ContactRecorded
    | SearchRecorded
    | AssessmentRecorded
    | BreathingSpaceChanged
    | NoticeChanged
    | ClaimChanged
    | ReviewChanged
    | StandingChanged
    | HearingChanged
    | OrderChanged
    | ArrangementChanged
    | ApplicationChanged
    | ApplicationDraftChanged
    | WarrantChanged
    | DeadlinesChanged
    | AlarmRaised
    | ArrearsRead
    | PaperChanged
    | DocumentChanged
    | NoteAdded
    | Reassigned
    | AttentionChanged
    | Corrected
    | EvidenceCorrected
    | DoubtsChanged
    | HoldChanged
    | BenefitClaimChanged
    | GateOverridden
    | CaseClosed
    | DecisionChanged
    | OccupationEnded
    | CauseCorrected
    | PartiesChanged
    | HouseholdChanged
    | RightToBuyChanged
    | NeverMade
    | CaseRecovered
    | EarlierTold,
    Field(discriminator="kind"),
    BeforeValidator(upgrade.event),
]
"""Every event, told apart by `kind`."""
