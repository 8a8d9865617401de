"""A case that was under way before it came here: opened with what had happened, each step told with its day."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from cases.base import Pence, Value
from cases.commands.approvals import Withdraw
from cases.commands.arrangements import (
    AgreeArrangement,
    EndArrangement,
    OfferArrangement,
    RefuseArrangement,
    WarnArrangement,
)
from cases.commands.benefits import DecideBenefitClaim, RecordBenefitClaim
from cases.commands.claims import (
    AskForPapersOrder,
    DraftClaim,
    EndClaim,
    IssueClaim,
    ListHearing,
    RecordClaimService,
    RecordDirection,
    RecordDirectionMet,
    RecordFiling,
    RecordPapersDecision,
    RecordPapersServed,
    RecordResponse,
    RecordTenDayLetter,
)
from cases.commands.holds import EndBreathingSpace, EndHold, ExtendHold, RecordCourtTold, StartBreathingSpace, StartHold
from cases.commands.notices import (
    ArrangeReviewHearing,
    DecideReview,
    DraftNotice,
    RecordTrusteeCopy,
    RequestReview,
    ServeNotice,
    WithdrawReview,
)
from cases.commands.opening import AddNote, OpenCase
from cases.commands.orders import (
    DecideApplication,
    RecordApplication,
    RecordBreach,
    RecordBreachWarning,
    RecordOutcome,
    RecordPermission,
)
from cases.commands.protocol import RecordAssessment, RecordContact, RecordDecision, RecordDecisionReview, RecordSearch
from cases.commands.warrants import (
    BookEviction,
    DraftWarrant,
    RecordEviction,
    RecordWarrantIssued,
    RequestWarrant,
)

Earlier = Annotated[
    RecordContact
    | RecordSearch
    | RecordAssessment
    | RecordDecision
    | RecordDecisionReview
    | StartBreathingSpace
    | EndBreathingSpace
    | StartHold
    | ExtendHold
    | EndHold
    | RecordCourtTold
    | RecordBenefitClaim
    | DecideBenefitClaim
    | OfferArrangement
    | AgreeArrangement
    | RefuseArrangement
    | WarnArrangement
    | EndArrangement
    | DraftNotice
    | ServeNotice
    | RecordTrusteeCopy
    | RequestReview
    | ArrangeReviewHearing
    | DecideReview
    | WithdrawReview
    | Withdraw
    | DraftClaim
    | IssueClaim
    | EndClaim
    | RecordResponse
    | RecordPapersServed
    | AskForPapersOrder
    | RecordPapersDecision
    | ListHearing
    | RecordClaimService
    | RecordTenDayLetter
    | RecordFiling
    | RecordDirection
    | RecordDirectionMet
    | RecordOutcome
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
    | AddNote,
    Field(discriminator="kind"),
]
"""What can be told of a case's past: what somebody did or was told, never a word given here (an approval, a paper)."""


class EarlierStep(Value):
    """One step as it was taken elsewhere.

    `on` is the day it was taken, needed only where the step names none itself. `owed_pence` is what the landlord's
    file says was owed then; empty, the rent account here is read as at that day.
    """

    step: Earlier
    on: date | None = None
    owed_pence: Pence | None = None


class TakeOn(OpenCase):
    """Take on a case that is under way: open it with what happened before, in the order of the days.

    Approvals, papers, fees and searches of the time are not asked for; the law's rules are asked, and what they find
    is kept with the case. One may be open at a time.
    """

    kind: Literal["take_on"] = "take_on"  # type: ignore[assignment]  # an opening, of another kind
    steps: tuple[EarlierStep, ...]
