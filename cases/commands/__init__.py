"""What may be asked of a case. Each command is a typed value; free text and people come as references, never as words.

Dates are legal days in England; instants are aware. Sums are pence.
"""

from typing import Annotated

from pydantic import Field

from cases.commands.applying import DraftApplication, DropApplication, FileApplication
from cases.commands.approvals import Approve, SendBack, Withdraw
from cases.commands.arrangements import (
    AgreeArrangement,
    EndArrangement,
    ExpectBenefit,
    Frequency,
    OfferArrangement,
    RefuseArrangement,
    WarnArrangement,
)
from cases.commands.benefits import DecideBenefitClaim, RecordBenefitClaim, ReleaseBenefitClaim
from cases.commands.claims import (
    AskForPapersOrder,
    ChooseCourt,
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
from cases.commands.documents import AddDocument, ChangeDocument, DocumentDone, WithdrawDocument
from cases.commands.holds import EndBreathingSpace, EndHold, ExtendHold, RecordCourtTold, StartBreathingSpace, StartHold
from cases.commands.notices import (
    ArrangeReviewHearing,
    DecideReview,
    DraftNotice,
    RecordLeaving,
    RecordTrusteeCopy,
    RequestReview,
    ServeNotice,
    WithdrawReview,
)
from cases.commands.opening import AddNote, ClearAttention, CloseCase, Correct, OpenCase, Override, Reassign
from cases.commands.orders import (
    DecideApplication,
    DischargeOrder,
    RecordApplication,
    RecordBreach,
    RecordBreachWarning,
    RecordOutcome,
    RecordPermission,
    SetAsk,
)
from cases.commands.papers import RequestPaper, StopPaper
from cases.commands.parties import EndRightToBuy, RecordHousehold, RecordParties, RecordRightToBuy
from cases.commands.protocol import RecordAssessment, RecordContact, RecordDecision, RecordDecisionReview, RecordSearch
from cases.commands.system import SYSTEM_COMMANDS, DeadlinePassed, FlagAttention, PaperDone, RentChanged, RunRecovered
from cases.commands.taking_on import Earlier, EarlierStep, TakeOn
from cases.commands.warrants import (
    BookEviction,
    ConfirmEviction,
    DraftWarrant,
    RecordAftermath,
    RecordEviction,
    RecordLastCheck,
    RecordWarrantIssued,
    RequestWarrant,
)

Command = Annotated[
    OpenCase
    | TakeOn
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
    | ChooseCourt
    | IssueClaim
    | EndClaim
    | RecordResponse
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
    | DraftApplication
    | FileApplication
    | DropApplication
    | RecordApplication
    | DecideApplication
    | RecordBreach
    | RecordBreachWarning
    | RecordPermission
    | DraftWarrant
    | RequestWarrant
    | RecordWarrantIssued
    | BookEviction
    | RecordLastCheck
    | ConfirmEviction
    | RecordEviction
    | RecordAftermath
    | DischargeOrder
    | RecordDecision
    | RecordDecisionReview
    | RecordTrusteeCopy
    | RecordLeaving
    | RecordParties
    | RecordHousehold
    | RecordRightToBuy
    | EndRightToBuy
    | RequestPaper
    | StopPaper
    | AddDocument
    | ChangeDocument
    | WithdrawDocument
    | AddNote
    | Reassign
    | ClearAttention
    | CloseCase
    | DeadlinePassed
    | RentChanged
    | PaperDone
    | DocumentDone
    | FlagAttention
    | RunRecovered,
    Field(discriminator="kind"),
]
"""Every command, told apart by `kind`."""


__all__ = [
    "SYSTEM_COMMANDS",
    "AddDocument",
    "AddNote",
    "AgreeArrangement",
    "Approve",
    "ArrangeReviewHearing",
    "AskForPapersOrder",
    "BookEviction",
    "ChangeDocument",
    "ChooseCourt",
    "ClearAttention",
    "CloseCase",
    "Command",
    "ConfirmEviction",
    "Correct",
    "DeadlinePassed",
    "DecideApplication",
    "DecideBenefitClaim",
    "DecideReview",
    "DischargeOrder",
    "DocumentDone",
    "DraftApplication",
    "DraftClaim",
    "DraftNotice",
    "DraftWarrant",
    "DropApplication",
    "Earlier",
    "EarlierStep",
    "EndArrangement",
    "EndBreathingSpace",
    "EndClaim",
    "EndHold",
    "EndRightToBuy",
    "ExpectBenefit",
    "ExtendHold",
    "FileApplication",
    "FlagAttention",
    "Frequency",
    "IssueClaim",
    "ListHearing",
    "OfferArrangement",
    "OpenCase",
    "Override",
    "PaperDone",
    "Reassign",
    "RecordAftermath",
    "RecordApplication",
    "RecordAssessment",
    "RecordBenefitClaim",
    "RecordBreach",
    "RecordBreachWarning",
    "RecordClaimService",
    "RecordContact",
    "RecordCourtTold",
    "RecordDecision",
    "RecordDecisionReview",
    "RecordDirection",
    "RecordDirectionMet",
    "RecordEviction",
    "RecordFiling",
    "RecordHousehold",
    "RecordLastCheck",
    "RecordLeaving",
    "RecordOutcome",
    "RecordPapersDecision",
    "RecordPapersServed",
    "RecordParties",
    "RecordPermission",
    "RecordResponse",
    "RecordRightToBuy",
    "RecordSearch",
    "RecordTenDayLetter",
    "RecordTrusteeCopy",
    "RecordWarrantIssued",
    "RefuseArrangement",
    "ReleaseBenefitClaim",
    "RentChanged",
    "RequestPaper",
    "RequestReview",
    "RequestWarrant",
    "RunRecovered",
    "SendBack",
    "ServeNotice",
    "SetAsk",
    "StartBreathingSpace",
    "StartHold",
    "StopPaper",
    "TakeOn",
    "WarnArrangement",
    "Withdraw",
    "WithdrawDocument",
    "WithdrawReview",
]
