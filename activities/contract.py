"""What workflows and activities say to each other: names, and typed inputs and outputs. Nothing else.

Inputs carry identifiers, dates, sums and references; never names, addresses or documents.
"""

from cases.base import FileRef, Instant, Pence, Value
from cases.commands import Command
from cases.money.commands import MoneyCommand
from cases.money.decide import MoneyDecision
from cases.money.state import MoneyState
from cases.money.words import MoneyPaper
from cases.outcome import Decision
from cases.state import BundleMade, CaseState, Person
from cases.words import PaperKind

RECORD_STEP = "record_step"
MAKE_PAPER = "make_paper"
BUILD_BUNDLE = "build_bundle"
TAKE_DOCUMENT = "take_document"
LOAD_CASE = "load_case"
FIND_STRANDED = "find_stranded"
KEEP_RECORD = "keep_record"
RECOVER_CASE = "recover_case"
RECORD_MONEY_STEP = "record_money_step"
MAKE_MONEY_PAPER = "make_money_paper"
LOAD_MONEY_CASE = "load_money_case"


class StepInput(Value):
    """One command to decide and record, once. `key` is the update id: the same key gets the recorded answer.

    `seen_revision` is the revision the person saw; None means "whatever it is" (the system, or a command that
    cannot conflict). `as_at` is the landlord's clock, never the activity's own. `after_closing`: the run that asks
    is there for what may still be done to a closed case.
    """

    key: str
    landlord: str
    tenancy_ref: str
    case_id: str | None
    seen_revision: int | None
    command: Command
    actor: Person
    as_at: Instant
    after_closing: bool = False


class StepResult(Value):
    """What was recorded. `revision` is the case's after the step; `repeated` tells an answer given again."""

    decision: Decision
    case_id: str | None
    revision: int
    repeated: bool = False


class PaperInput(Value):
    """Make the requested paper `paper_id` of a case. Made again, it is the same file."""

    case_id: str
    paper_id: str
    paper: PaperKind
    subject: str
    as_at: Instant


class PaperResult(Value):
    """The stored file, or why it could not be made (plain words, no names). `cautions` are for its officer."""

    file: FileRef | None = None
    figure_pence: Pence | None = None
    failed: str | None = None
    cautions: tuple[str, ...] = ()
    bundle: BundleMade | None = None


class DocumentInput(Value):
    """Read the document `document_id` that was put on a case's file. Read again, it is the same file."""

    case_id: str
    document_id: str


class DocumentResult(Value):
    """The stored PDF with its pages told, or why it could not be taken in (plain words, no names)."""

    file: FileRef | None = None
    pages: int = 0
    no_text: int = 0
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    refused: str | None = None


class LoadInput(Value):
    """Read an open case from the record."""

    case_id: str


class LoadResult(Value):
    """The case as the record has it."""

    state: CaseState


class RecoverInput(Value):
    """Rebuild an open case from its events; `kind` is possession or money."""

    case_id: str
    landlord: str
    tenancy_ref: str
    kind: str = "possession"


class RecoverResult(Value):
    """What a run starts from in the place of a lost one: `state` of a possession case, or `money`.

    `recent` are the keys of people's last acts. `mended` tells that the snapshot was not what the events make;
    `problem` what is wrong with the chain of events.
    """

    state: CaseState | None = None
    money: MoneyState | None = None
    clock_offset_seconds: int = 0
    recent: tuple[str, ...] = ()
    mended: bool = False
    problem: str | None = None


class StrandedInput(Value):
    """Look for cases that stand still: `now` is the engine's clock; at most `limit` of each sort are named."""

    now: Instant
    limit: int = 200


class StrandedCase(Value):
    """An open case by its identifiers, with its landlord's clock offset in seconds."""

    case_id: str
    landlord: str
    tenancy_ref: str
    clock_offset_seconds: int = 0
    kind: str = "possession"


class StrandedResult(Value):
    """What should have happened and has not.

    `not_running`: open in the record, without a run in the engine. `overdue`: a deadline passed and did not speak.
    `outbox_waiting`: messages older than an hour and not delivered.
    """

    not_running: tuple[StrandedCase, ...] = ()
    overdue: tuple[StrandedCase, ...] = ()
    outbox_waiting: int = 0


class Raised(Value):
    """Something about a case that the administrator has to know: a code of `cases.recovering.RAISED`."""

    case_id: str
    landlord: str
    code: str


class Swept(Value):
    """How many cases the sweep woke, started again, or could not; and messages that it found left lying."""

    woken: int = 0
    restarted: int = 0
    failed: int = 0
    outbox_waiting: int = 0


class KeepInput(Value):
    """Put the record in order: `now` is the engine's clock; `raised` is told to people, `swept` is kept."""

    now: Instant
    raised: tuple[Raised, ...] = ()
    swept: Swept | None = None


class KeptRecord(Value):
    """How many messages were still to be delivered, and the head of the day's seal over all chains."""

    delivered: int = 0
    seal: str = ""


class MoneyStepInput(Value):
    """One command of a money case to decide and record, once; as `StepInput` of a possession case."""

    key: str
    landlord: str
    tenancy_ref: str
    case_id: str | None
    seen_revision: int | None
    command: MoneyCommand
    actor: Person
    as_at: Instant


class MoneyStepResult(Value):
    """What was recorded. `revision` is the case's after the step; `repeated` tells an answer given again."""

    decision: MoneyDecision
    case_id: str | None
    revision: int
    repeated: bool = False


class MoneyPaperInput(Value):
    """Make the requested paper `paper_id` of a money case. Made again, it is the same file."""

    case_id: str
    paper_id: str
    paper: MoneyPaper
    subject: str
    as_at: Instant


class MoneyLoadResult(Value):
    """The money case as the record has it."""

    state: MoneyState
