"""What the API, schedules and earlier runs say to workflows. Identifiers, dates, sums and references only: no names."""

from datetime import timedelta
from typing import Literal

from temporalio.exceptions import ApplicationError

from cases.base import Instant, Value
from cases.commands import Command
from cases.money.commands import MoneyCommand
from cases.money.state import MoneyState
from cases.outcome import Decision
from cases.state import CaseState, Person
from workflows.names import DOCUMENTS_QUEUE

POSSESSION_CASE = "possession-case"
CLOSED_CASE = "closed-case"
MONEY_CASE = "money-case"
DAILY_SWEEP = "daily-sweep"
BUNDLE_BUILDING = "bundle-building"
REFUSED_EARLY = "refused-early"
NOT_RECORDED = "not-recorded"
NEW_RUN_AFTER_UPDATES = 200


def workflow_id(landlord: str, tenancy_ref: str) -> str:
    """The one id under which a tenancy's open case runs; the engine allows one open run an id."""
    return f"case/{landlord}/{tenancy_ref}"


def closed_workflow_id(landlord: str, tenancy_ref: str, case_id: str) -> str:
    """The one id under which something is done to a closed case; the tenancy may have another case open meanwhile."""
    return f"closed/{landlord}/{tenancy_ref}/{case_id}"


def money_workflow_id(landlord: str, account_ref: str) -> str:
    """The one id under which an account's open money case runs."""
    return f"money/{landlord}/{account_ref}"


class StepRequest(Value):
    """A person's act. `key` is the update's id and the idempotency key; the same key is answered the same.

    `seen_revision` is the revision the person had before them; None where a command cannot conflict.
    """

    key: str
    seen_revision: int | None = None
    command: Command
    actor: Person


class MoneyStepRequest(Value):
    """A person's act on a money case; as `StepRequest`."""

    key: str
    seen_revision: int | None = None
    command: MoneyCommand
    actor: Person


class Wake(Value):
    """A nudge; its loss is mended by the daily sweep. The offset is in seconds, None where it has not moved."""

    clock_offset_seconds: int | None = None
    rent_changed: bool = False


class SetAside(Value):
    """Something that could not be done by itself and is tried again at `until` on the case's clock."""

    key: str
    until: Instant


class Problem(Value):
    """What went wrong in the works and is still to be put on the record. No names, no text of errors."""

    key: str
    what: str
    command: str


class RunArgs(Value):
    """What a run of any kind of case starts from. A new case has no state; a continued or recovered one carries it.

    `clock_offset_seconds` is zero except for a sample landlord. `recent` holds the keys lately answered, so that a
    repeated act is answered by the record and not refused as stale. `continue_after` is updates a run. `recovered`
    says who started the run in the place of one that was lost; the run puts that on the record. `refused` are the dates
    whose step was refused and told of.
    """

    landlord: str
    tenancy_ref: str
    clock_offset_seconds: int = 0
    recent: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: tuple[str, ...] = ()
    continue_after: int = NEW_RUN_AFTER_UPDATES
    documents_queue: str = DOCUMENTS_QUEUE
    recovered: Literal["hand", "sweep"] | None = None

    @property
    def clock_offset(self) -> timedelta:
        """How far the landlord's clock is ahead of the engine's."""
        return timedelta(seconds=self.clock_offset_seconds)


class CaseArgs(RunArgs):
    """What a run of a possession case starts from."""

    state: CaseState | None = None


class MoneyArgs(RunArgs):
    """What a run of a money case starts from; `tenancy_ref` is the account's reference."""

    state: MoneyState | None = None


class CaseDetails(Value):
    """For support staff: where a run stands. Pages read SQL instead."""

    case_id: str | None
    revision: int
    stage: str | None
    as_at: Instant
    waits_until: Instant | None
    set_aside: tuple[SetAside, ...]
    problems: tuple[Problem, ...]
    papers_in_hand: tuple[str, ...]
    updates_this_run: int


def refused_early(decision: Decision) -> ApplicationError:
    """A validator's refusal as the caller gets it: the whole decision is its only detail."""
    return ApplicationError("refused", decision, type=REFUSED_EARLY, non_retryable=True)


def early_refusal(problem: BaseException | None) -> Decision | None:
    """The decision inside a failed update, or None where the failure is of another kind."""
    while problem is not None:
        if isinstance(problem, ApplicationError) and problem.type == REFUSED_EARLY:
            return Decision.model_validate(problem.details[0])
        problem = problem.__cause__
    return None


def was_not_recorded(problem: BaseException | None) -> bool:
    """Whether a failed update says that the act could not be put on the record."""
    while problem is not None:
        if isinstance(problem, ApplicationError) and problem.type == NOT_RECORDED:
            return True
        problem = problem.__cause__
    return False
