"""What the case tells itself: a deadline, moved rent, a finished paper, a lost run. No person may ask for these."""

from typing import Literal

from cases.base import FileRef, Instant, Pence, Value
from cases.state import BundleMade


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


SYSTEM_COMMANDS = frozenset(
    {"deadline_passed", "rent_changed", "paper_done", "document_done", "flag_attention", "run_recovered"}
)
