"""A claim from draft to hearing: issue, service, the papers route of N5B, filings and directions."""

from datetime import date, time
from typing import Literal

from cases.base import Pence, TextRef, Value
from cases.commands.opening import Override
from cases.court_words import ClaimEnd, ResponseKind, SignerCapacity
from cases.words import Route


class DraftClaim(Value):
    """Prepare the claim on a served notice, with the arrears of the day.

    `also_on` are other served notices, relied on in the alternative. `rent_claimed` says whether the arrears are
    claimed too; empty, they are where the notice is for arrears. `signer_capacity` says as what the signer signs;
    empty on older claims.
    """

    kind: Literal["draft_claim"] = "draft_claim"
    notice_id: str
    signer: str
    also_on: tuple[str, ...] = ()
    rent_claimed: bool | None = None
    overrides: tuple[Override, ...] = ()
    signer_capacity: SignerCapacity | None = None


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


class ChooseCourt(Value):
    """Before issue, name another court for a claim than the home's postcode gives, with the reason."""

    kind: Literal["choose_court"] = "choose_court"
    claim_id: str
    court: str
    reason: TextRef


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


class EndClaim(Value):
    """A claim that was issued ends without a hearing: discontinued, settled, or by an order that was agreed.

    The case goes on from there, or is closed by its own act.
    """

    kind: Literal["end_claim"] = "end_claim"
    claim_id: str
    on: date
    how: ClaimEnd
    terms: TextRef | None = None


class RecordResponse(Value):
    """What came in answer to a claim on a day: a defence, a counterclaim, a request for time; or our answer to it.

    `by` is a tenant's id, empty for all of them or a solicitor. `counterclaim_pence` is left out where no sum is named.
    """

    kind: Literal["record_response"] = "record_response"
    claim_id: str
    what: ResponseKind
    on: date
    by: str = ""
    disputed: bool = False
    disrepair: bool = False
    counterclaim_pence: Pence | None = None
    details: TextRef | None = None


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
