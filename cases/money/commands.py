"""What may be asked of a money case. Free text and people come as references. Dates are legal days, sums pence."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from cases.base import Pence, TextRef, Value
from cases.commands import (
    AddNote,
    Approve,
    ClearAttention,
    DeadlinePassed,
    EndBreathingSpace,
    FlagAttention,
    PaperDone,
    Reassign,
    RentChanged,
    RunRecovered,
    SendBack,
    StartBreathingSpace,
    Withdraw,
)
from cases.money.words import (
    Answer,
    HoldReason,
    JudgmentKind,
    MoneyPaper,
    MoneyResult,
    MoneyRoute,
    MoneyStep,
    Response,
    WriteOffReason,
)

Frequency = Literal["weekly", "fortnightly", "four_weekly", "monthly"]
Way = Literal["attachment_of_earnings", "warrant_of_control", "third_party_debt", "charging_order", "information_order"]


class OpenMoneyCase(Value):
    """Open a money case on an account. One may be open at a time. `earlier_case` is the possession case before it."""

    kind: Literal["open_money_case"] = "open_money_case"
    tenancy_ref: str
    landlord: str
    officer: str
    earlier_case: str | None = None
    reason: TextRef | None = None


class RecordTrace(Value):
    """A look for where a debtor lives now, and the address that was found, line by line."""

    kind: Literal["record_trace"] = "record_trace"
    on: date
    debtor: str
    found: bool
    method: str
    address: TextRef | None = None
    note: TextRef | None = None


class SearchRegister(Value):
    """A search of the breathing-space register before a step."""

    kind: Literal["search_register"] = "search_register"
    on: date
    before: MoneyStep
    clear: bool


class AssessDebtors(Value):
    """A vulnerability and Equality Act assessment before a step, and whether to go on."""

    kind: Literal["assess_debtors"] = "assess_debtors"
    on: date
    before: MoneyStep
    proceed: bool
    reasons: TextRef


class SendLetterOfClaim(Value):
    """The letter of claim went to the debtors, with statement, reply form and financial statement (Debt Protocol 3)."""

    kind: Literal["send_letter_of_claim"] = "send_letter_of_claim"
    on: date
    debtors: tuple[str, ...]
    method: str


class RecordReply(Value):
    """A debtor's reply form came. `advice` says that debt advice is being taken."""

    kind: Literal["record_reply"] = "record_reply"
    on: date
    debtor: str
    answer: Answer
    documents_asked: bool = False
    advice: bool = False
    note: TextRef | None = None


class SendDocuments(Value):
    """The documents that a debtor asked for were sent."""

    kind: Literal["send_documents"] = "send_documents"
    reply_id: str
    on: date


class RecordMeans(Value):
    """A debtor's income and expenditure a month (standard financial statement)."""

    kind: Literal["record_means"] = "record_means"
    on: date
    debtor: str
    income_pence: Pence
    spending_pence: Pence
    note: TextRef | None = None


class RecordAcknowledgement(Value):
    """A debtor acknowledged the debt in writing and signed it: six years begin again (Limitation Act 1980 s.29)."""

    kind: Literal["record_acknowledgement"] = "record_acknowledgement"
    on: date
    debtor: str
    note: TextRef | None = None


class OfferArrangement(Value):
    """Instalments were offered, by either side."""

    kind: Literal["offer_arrangement"] = "offer_arrangement"
    on: date
    instalment_pence: Pence
    frequency: Frequency
    first_payment: date


class AgreeArrangement(Value):
    """The instalments offered were agreed: no claim while they are kept."""

    kind: Literal["agree_arrangement"] = "agree_arrangement"
    arrangement_id: str
    on: date


class EndArrangement(Value):
    """The arrangement is over, with the reason: broken, replaced, refused."""

    kind: Literal["end_arrangement"] = "end_arrangement"
    arrangement_id: str
    on: date
    reason: TextRef


class HoldMoneyCase(Value):
    """Hold the case for a reason until a day.

    An insolvency or a death may have begun before today (`began_on`), is of some of the `debtors`, and may have no end
    that is known (`until` empty): a bankruptcy then lasts to its discharge and a debt relief order its year.
    """

    kind: Literal["hold_money_case"] = "hold_money_case"
    hold: HoldReason
    until: date | None = None
    reason: TextRef
    began_on: date | None = None
    debtors: tuple[str, ...] = ()


class EndMoneyHold(Value):
    """The reason for a hold is gone."""

    kind: Literal["end_money_hold"] = "end_money_hold"
    hold_id: str
    reason: TextRef


class StrikeOutHold(Value):
    """A breathing space or a hold (`held_by` is its id) was recorded by mistake: it never happened."""

    kind: Literal["strike_out_hold"] = "strike_out_hold"
    held_by: str
    reason: TextRef


class SendIntention(Value):
    """The debtors were told that a claim will be made, 14 days ahead (Debt Protocol 8.2)."""

    kind: Literal["send_intention"] = "send_intention"
    on: date
    method: str


class DraftMoneyClaim(Value):
    """Prepare the claim with the debt of the day, what is out of time left out; interest by CCA 1984 s.69 if wanted."""

    kind: Literal["draft_money_claim"] = "draft_money_claim"
    signer: str
    interest: bool = False
    interest_from: date | None = None


class IssueMoneyClaim(Value):
    """The court issued the claim; the fee is taken from the table of money claims."""

    kind: Literal["issue_money_claim"] = "issue_money_claim"
    claim_id: str
    route: MoneyRoute
    claim_number: str
    court: str
    issued_on: date
    fee_pence: Pence | None = None


class RecordMoneyService(Value):
    """The claim was sent to the defendants; deemed service is worked out by CPR 6.14."""

    kind: Literal["record_money_service"] = "record_money_service"
    claim_id: str
    sent_on: date


class RecordResponse(Value):
    """A defendant admitted, acknowledged or defended the claim. `admitted_pence` belongs to an admission in part."""

    kind: Literal["record_response"] = "record_response"
    claim_id: str
    on: date
    response: Response
    admitted_pence: Pence | None = None


class AskDefaultJudgment(Value):
    """Judgment was asked for because nobody answered in time, or on an admission (N225)."""

    kind: Literal["ask_judgment"] = "ask_judgment"
    claim_id: str
    on: date


class RecordJudgment(Value):
    """The court gave judgment. Without instalments or a day it is payable in 14 days (CPR 40.11)."""

    kind: Literal["record_judgment"] = "record_judgment"
    claim_id: str
    judgment: JudgmentKind
    on: date
    sum_pence: Pence
    costs_pence: Pence = 0
    pay_by: date | None = None
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None


class EndMoneyClaim(Value):
    """The claim was dismissed, struck out or discontinued."""

    kind: Literal["end_money_claim"] = "end_money_claim"
    claim_id: str
    on: date
    reason: TextRef


class SetJudgmentAside(Value):
    """The court set the judgment aside; the claim goes on."""

    kind: Literal["set_judgment_aside"] = "set_judgment_aside"
    judgment_id: str
    on: date
    reason: TextRef


class ChooseEnforcement(Value):
    """Choose a way to enforce a judgment, with reasons for it."""

    kind: Literal["choose_enforcement"] = "choose_enforcement"
    judgment_id: str
    method: Way
    reasons: TextRef


class RequestEnforcement(Value):
    """The request went to the court, with the fee that was paid: it is kept as to be confirmed."""

    kind: Literal["request_enforcement"] = "request_enforcement"
    enforcement_id: str
    on: date
    fee_pence: Pence


class RecordEnforcement(Value):
    """What came of the enforcement."""

    kind: Literal["record_enforcement"] = "record_enforcement"
    enforcement_id: str
    on: date
    recovered: bool
    note: TextRef | None = None


class RecordSatisfaction(Value):
    """The judgment is paid in full: the court is to be told."""

    kind: Literal["record_satisfaction"] = "record_satisfaction"
    judgment_id: str
    on: date


class ProposeWriteOff(Value):
    """Propose to pursue a sum no longer. `recoverable` keeps it to be taken up again if the debtor is found."""

    kind: Literal["propose_write_off"] = "propose_write_off"
    pence: Pence
    why: WriteOffReason
    recoverable: bool
    text: TextRef


class RequestMoneyPaper(Value):
    """Make a paper about a subject (letter or claim id; `case` for the letter of claim before it is sent)."""

    kind: Literal["request_money_paper"] = "request_money_paper"
    paper: MoneyPaper
    subject: str


class CloseMoneyCase(Value):
    """Close the case with its result."""

    kind: Literal["close_money_case"] = "close_money_case"
    result: MoneyResult
    note: TextRef | None = None


EarlierOfDebt = Annotated[
    RecordTrace
    | SearchRegister
    | AssessDebtors
    | SendLetterOfClaim
    | RecordReply
    | SendDocuments
    | RecordMeans
    | RecordAcknowledgement
    | OfferArrangement
    | AgreeArrangement
    | EndArrangement
    | HoldMoneyCase
    | StartBreathingSpace
    | EndBreathingSpace
    | SendIntention
    | DraftMoneyClaim
    | IssueMoneyClaim
    | RecordMoneyService
    | RecordResponse
    | AskDefaultJudgment
    | RecordJudgment
    | EndMoneyClaim
    | SetJudgmentAside
    | ChooseEnforcement
    | RequestEnforcement
    | RecordEnforcement
    | AddNote,
    Field(discriminator="kind"),
]
"""What can be told of a debt's past: what somebody did or was told, never a word given here."""


class EarlierDebtStep(Value):
    """One step as it was taken elsewhere, as `cases.commands.EarlierStep`."""

    step: EarlierOfDebt
    on: date | None = None
    owed_pence: Pence | None = Field(default=None, ge=0)


class TakeOnDebt(OpenMoneyCase):
    """Take on a money case that is under way: open it with what happened before, in the order of the days.

    Approvals, papers, fees and searches of the time are not asked for; what the law's rules find is kept with the case.
    """

    kind: Literal["take_on_debt"] = "take_on_debt"  # type: ignore[assignment]  # an opening, of another kind
    steps: tuple[EarlierDebtStep, ...]


MoneyCommand = Annotated[
    OpenMoneyCase
    | TakeOnDebt
    | RecordTrace
    | SearchRegister
    | AssessDebtors
    | SendLetterOfClaim
    | RecordReply
    | SendDocuments
    | RecordMeans
    | RecordAcknowledgement
    | OfferArrangement
    | AgreeArrangement
    | EndArrangement
    | HoldMoneyCase
    | EndMoneyHold
    | StrikeOutHold
    | StartBreathingSpace
    | EndBreathingSpace
    | SendIntention
    | DraftMoneyClaim
    | Approve
    | SendBack
    | Withdraw
    | IssueMoneyClaim
    | RecordMoneyService
    | RecordResponse
    | AskDefaultJudgment
    | RecordJudgment
    | EndMoneyClaim
    | SetJudgmentAside
    | ChooseEnforcement
    | RequestEnforcement
    | RecordEnforcement
    | RecordSatisfaction
    | ProposeWriteOff
    | RequestMoneyPaper
    | AddNote
    | Reassign
    | ClearAttention
    | CloseMoneyCase
    | DeadlinePassed
    | RentChanged
    | PaperDone
    | FlagAttention
    | RunRecovered,
    Field(discriminator="kind"),
]
"""Every command of a money case, told apart by `kind`."""
