"""A claim, what was asked, directions and hearings."""

from datetime import date, time
from typing import Literal

from cases.base import ExplainedDate, ExplainedSum, Pence, TextRef, Value
from cases.court_words import ClaimEnd, ResponseKind, SignerCapacity
from cases.failing import FailedBy
from cases.state.people import Person
from cases.words import OutcomeKind, Route

Consent = Literal["given", "refused", "not_asked", "not_needed"]


class Response(Value):
    """What came in answer to a claim, and when. `by` is the tenant, empty where it is from all or from a solicitor.

    `counterclaim_pence` is what a counterclaim asks for; empty, it names no sum. `answer_by` is the last day for the
    landlord's defence to it.
    """

    what: ResponseKind
    on: date
    by: str = ""
    disputed: bool = False
    disrepair: bool = False
    counterclaim_pence: Pence | None = None
    answer_by: ExplainedDate | None = None
    details: TextRef | None = None


class Claim(Value):
    """A possession claim from draft to its end.

    `also_on` are notices relied on in the alternative. `rent_claimed` is false where only possession is asked for; none
    means, on claims older than the question, that the rent is claimed. The `papers_` fields are of an accelerated
    claim, which a judge decides on papers; `papers_reasons_on` is the day the reasons of a strike-out were served.
    `ended_how` and `end_terms` are of one that ended without a hearing; `responses` are what came in answer to it.
    `court_chosen` is the court that an officer named before issue, with `court_reason`; `court` the one that issued it.
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
    papers_sent_on: date | None = None
    papers_decided_on: date | None = None
    papers_reasons_on: date | None = None
    signer_capacity: SignerCapacity | None = None
    ended_how: ClaimEnd | None = None
    end_terms: TextRef | None = None
    responses: tuple[Response, ...] = ()
    court_chosen: str | None = None
    court_reason: TextRef | None = None
    court_chosen_by: Person | None = None

    @property
    def defended(self) -> bool:
        """Whether a defence came, with or without a counterclaim."""
        return any(r.what in (ResponseKind.DEFENCE, ResponseKind.COUNTERCLAIM) for r in self.responses)

    @property
    def notices(self) -> tuple[str, ...]:
        """The ids of every notice it rests on, the first one first."""
        return (self.notice_id, *self.also_on)

    @property
    def live(self) -> bool:
        """Not withdrawn and not ended by the court."""
        return not self.withdrawn and self.ended_on is None


class Asked(Value):
    """What the landlord asks the court for at a hearing. A field that is empty was not asked for in so many words.

    `attends` is who goes for the landlord.
    """

    outcome: OutcomeKind
    recorded_on: date
    possession_on: date | None = None
    judgment_pence: Pence | None = None
    costs_pence: Pence | None = None
    instalment_pence: Pence | None = None
    frequency: str = ""
    first_payment: date | None = None
    other_terms: TextRef | None = None
    attends: str = ""


class Direction(Value):
    """Something that the court directed to be done by a day."""

    id: str
    what: TextRef
    by: date
    done_on: date | None = None


class Hearing(Value):
    """A listed hearing and what came of it. `restore_by` is the last day to restore a claim that stands still.

    `time_shortened`: the court abridged the usual time. `reasons_served_on`: of a strike-out of an accelerated claim.
    `failed_by`: why the claim was put off or fell.
    """

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
    time_shortened: bool = False
    reasons_served_on: date | None = None
    failed_by: FailedBy | None = None
