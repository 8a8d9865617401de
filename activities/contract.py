"""What workflows and activities say to each other: names, and typed inputs and outputs. Nothing else.

Inputs carry identifiers, dates, sums and references; never names, addresses or documents.
"""

from cases.base import FileRef, Instant, Pence, Value
from cases.commands import Command
from cases.outcome import Decision
from cases.state import CaseState, Person
from cases.words import PaperKind

RECORD_STEP = "record_step"
MAKE_PAPER = "make_paper"
LOAD_CASE = "load_case"


class StepInput(Value):
    """One command to decide and record, once. `key` is the update id: the same key gets the recorded answer.

    `seen_revision` is the revision the person saw; None means "whatever it is" (the system, or a command that
    cannot conflict). `as_at` is the landlord's clock, never the activity's own.
    """

    key: str
    landlord: str
    tenancy_ref: str
    case_id: str | None
    seen_revision: int | None
    command: Command
    actor: Person
    as_at: Instant


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
    """The stored file, or why it could not be made (plain words, no names)."""

    file: FileRef | None = None
    figure_pence: Pence | None = None
    failed: str | None = None


class LoadInput(Value):
    """Read an open case from the record."""

    case_id: str


class LoadResult(Value):
    """The case as the record has it."""

    state: CaseState
