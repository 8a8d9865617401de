"""What has happened to a money case. Most events carry one item's new value, whole, so that the fold needs no rule."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from cases import upgrade
from cases.base import Pence, TextRef, Value
from cases.events import (
    AlarmRaised,
    AttentionChanged,
    BreathingSpaceChanged,
    CaseRecovered,
    DeadlinesChanged,
    EarlierTold,
    NoteAdded,
    Reassigned,
)
from cases.money.state import (
    Acknowledgement,
    Arrangement,
    Enforcing,
    Intention,
    Judgment,
    Letter,
    Means,
    MoneyAssessment,
    MoneyClaim,
    MoneyClosed,
    MoneyHold,
    MoneySearch,
    MoneyState,
    Reply,
    Trace,
    WriteOff,
)
from cases.state import DateMoved, PaperMade


class MoneyCaseOpened(Value):
    """The case began with this state."""

    kind: Literal["money_case_opened"] = "money_case_opened"
    state: MoneyState
    reason: TextRef | None = None


class Traced(Value):
    """A look for a debtor's address was recorded."""

    kind: Literal["traced"] = "traced"
    trace: Trace


class RegisterSearched(Value):
    """A breathing-space search was recorded."""

    kind: Literal["register_searched"] = "register_searched"
    search: MoneySearch


class DebtorsAssessed(Value):
    """An assessment was recorded."""

    kind: Literal["debtors_assessed"] = "debtors_assessed"
    assessment: MoneyAssessment


class LetterSent(Value):
    """A letter of claim was sent."""

    kind: Literal["letter_sent"] = "letter_sent"
    letter: Letter


class ReplyChanged(Value):
    """A reply came, or the documents it asked for were sent."""

    kind: Literal["reply_changed"] = "reply_changed"
    what: Literal["received", "documents_sent"]
    reply: Reply


class MeansRecorded(Value):
    """Income and expenditure were recorded."""

    kind: Literal["means_recorded"] = "means_recorded"
    means: Means


class DebtAcknowledged(Value):
    """A debtor acknowledged the debt in writing."""

    kind: Literal["debt_acknowledged"] = "debt_acknowledged"
    acknowledgement: Acknowledgement


class ArrangementChanged(Value):
    """Instalments were offered, agreed, found broken or mended, or are over."""

    kind: Literal["money_arrangement_changed"] = "money_arrangement_changed"
    what: Literal["offered", "agreed", "broken", "mended", "ended"]
    arrangement: Arrangement
    text: TextRef | None = None


class HoldChanged(Value):
    """The case was held, or a hold is over."""

    kind: Literal["money_hold_changed"] = "money_hold_changed"
    hold: MoneyHold
    text: TextRef | None = None


class HoldStruckOut(Value):
    """A breathing space or a hold is known now never to have been; `moved` are the dates that go back with it."""

    kind: Literal["money_hold_struck_out"] = "money_hold_struck_out"
    held_by: str
    moved: tuple[DateMoved, ...] = ()
    text: TextRef | None = None


class IntentionSent(Value):
    """The debtors were told that a claim will be made."""

    kind: Literal["intention_sent"] = "intention_sent"
    intention: Intention


class MoneyClaimChanged(Value):
    """A claim was drafted, approved, sent back, withdrawn, issued, served, answered, or is over."""

    kind: Literal["money_claim_changed"] = "money_claim_changed"
    what: Literal[
        "drafted", "approved", "sent_back", "withdrawn", "issued", "served", "answered", "judgment_asked", "ended"
    ]
    claim: MoneyClaim
    text: TextRef | None = None


class JudgmentChanged(Value):
    """Judgment was given, was found unpaid or made up, was satisfied or set aside."""

    kind: Literal["judgment_changed"] = "judgment_changed"
    what: Literal["given", "paid_towards", "interest_ran", "unpaid", "made_up", "satisfied", "set_aside"]
    judgment: Judgment
    text: TextRef | None = None


class EnforcementChanged(Value):
    """A way of enforcing was chosen, approved, sent back, withdrawn, asked for, or is over."""

    kind: Literal["enforcement_changed"] = "enforcement_changed"
    what: Literal["drafted", "approved", "sent_back", "withdrawn", "requested", "ended"]
    enforcement: Enforcing
    text: TextRef | None = None


class WriteOffChanged(Value):
    """A write-off was proposed, approved, sent back or withdrawn."""

    kind: Literal["write_off_changed"] = "write_off_changed"
    what: Literal["drafted", "approved", "sent_back", "withdrawn"]
    write_off: WriteOff
    text: TextRef | None = None


class MoneyPaperChanged(Value):
    """A paper was asked for, made, or could not be made."""

    kind: Literal["money_paper_changed"] = "money_paper_changed"
    what: Literal["requested", "made", "failed"]
    paper: PaperMade


class OwedRead(Value):
    """The account was read: what is owed on it, court costs apart, in pence."""

    kind: Literal["owed_read"] = "owed_read"
    on: date
    owed_pence: Pence


class MoneyCaseClosed(Value):
    """The case ended."""

    kind: Literal["money_case_closed"] = "money_case_closed"
    closed: MoneyClosed


MoneyEvent = Annotated[
    MoneyCaseOpened
    | Traced
    | RegisterSearched
    | DebtorsAssessed
    | LetterSent
    | ReplyChanged
    | MeansRecorded
    | DebtAcknowledged
    | ArrangementChanged
    | HoldChanged
    | HoldStruckOut
    | BreathingSpaceChanged
    | IntentionSent
    | MoneyClaimChanged
    | JudgmentChanged
    | EnforcementChanged
    | WriteOffChanged
    | MoneyPaperChanged
    | OwedRead
    | DeadlinesChanged
    | AlarmRaised
    | NoteAdded
    | Reassigned
    | AttentionChanged
    | MoneyCaseClosed
    | CaseRecovered
    | EarlierTold,
    Field(discriminator="kind"),
    BeforeValidator(upgrade.event),
]
"""Every event of a money case, told apart by `kind`."""
