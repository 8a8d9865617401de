"""The only door from workflows to activities: what is asked, how often it is tried again, and how large it may be."""

from datetime import datetime, timedelta
from typing import TypeVar

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    from activities.contract import (
        BUILD_BUNDLE,
        FIND_STRANDED,
        KEEP_RECORD,
        LOAD_CASE,
        LOAD_MONEY_CASE,
        MAKE_MONEY_PAPER,
        MAKE_PAPER,
        RECORD_MONEY_STEP,
        RECORD_STEP,
        RECOVER_CASE,
        TAKE_DOCUMENT,
        DocumentInput,
        DocumentResult,
        KeepInput,
        KeptRecord,
        LoadInput,
        LoadResult,
        MoneyLoadResult,
        MoneyPaperInput,
        MoneyStepInput,
        MoneyStepResult,
        PaperInput,
        PaperResult,
        Raised,
        RecoverInput,
        RecoverResult,
        StepInput,
        StepResult,
        StrandedCase,
        StrandedInput,
        StrandedResult,
        Swept,
    )
    from cases.base import Value
    from cases.money.state import MoneyState
    from cases.state import CaseState

__all__ = [
    "DocumentInput",
    "DocumentResult",
    "KeptRecord",
    "MoneyPaperInput",
    "MoneyStepInput",
    "MoneyStepResult",
    "NotRecorded",
    "PaperInput",
    "PaperResult",
    "Raised",
    "RecoverResult",
    "StepInput",
    "StepResult",
    "StrandedCase",
    "StrandedInput",
    "StrandedResult",
    "Swept",
    "build_bundle",
    "find_stranded",
    "fits",
    "keep_record",
    "load_case",
    "load_money_case",
    "make_money_paper",
    "make_paper",
    "record_money_step",
    "record_step",
    "recover_case",
    "take_document",
]

T = TypeVar("T", bound=Value)

# The engine takes 2 MB a payload; an argument above it would fail the workflow task for ever, unseen by anybody.
LARGEST_PAYLOAD = 1_500_000
# Without end on purpose: the activities end everything but `Unavailable` themselves, after a few tries. Those come
# quickly, so that an officer who waits is answered.
PATIENT = RetryPolicy(
    initial_interval=timedelta(milliseconds=250), backoff_coefficient=2.0, maximum_interval=timedelta(seconds=20)
)
STEP_LIMIT = timedelta(seconds=20)
SEARCH_LIMIT = timedelta(minutes=5)
PAPER_LIMIT = timedelta(minutes=10)
BUNDLE_LIMIT = timedelta(minutes=30)
DOCUMENT_LIMIT = timedelta(minutes=20)
# Activities show life every second: after this long without, their worker is taken for dead and another goes on.
SILENCE = timedelta(seconds=5)
PAPER_SILENCE = timedelta(seconds=10)


class NotRecorded(Exception):
    """A step was given up. `why` is the kind of error, never its text, which might name somebody."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def fits(value: Value) -> bool:
    """Whether a value is small enough to be handed to the engine."""
    payloads = workflow.payload_converter().to_payloads([value])
    return sum(len(payload.data) for payload in payloads) <= LARGEST_PAYLOAD


async def record_step(step: StepInput) -> StepResult:
    """Decide a command and record it, once for its key. Waits as long as the record is away; raises NotRecorded."""
    return await _ask(RECORD_STEP, step, StepResult, summary=step.command.kind)


async def load_case(case_id: str) -> CaseState:
    """The case as the record has it. Raises NotRecorded."""
    return (await _ask(LOAD_CASE, LoadInput(case_id=case_id), LoadResult)).state


async def make_paper(paper: PaperInput, queue: str) -> PaperResult:
    """Make a paper's file. Started again on another worker when its own falls silent; raises NotRecorded."""
    return await _ask(
        MAKE_PAPER,
        paper,
        PaperResult,
        queue=queue,
        limit=PAPER_LIMIT,
        silence=PAPER_SILENCE,
        summary=paper.paper.value,
    )


async def build_bundle(paper: PaperInput, queue: str) -> PaperResult:
    """Build a bundle's files. Started again on another worker when its own falls silent; raises NotRecorded."""
    return await _ask(
        BUILD_BUNDLE,
        paper,
        PaperResult,
        queue=queue,
        limit=BUNDLE_LIMIT,
        silence=PAPER_SILENCE,
        summary=paper.paper.value,
    )


async def take_document(document: DocumentInput, queue: str) -> DocumentResult:
    """Read a document that was put on the file. Started again on another worker when its own falls silent.

    Raises NotRecorded.
    """
    return await _ask(TAKE_DOCUMENT, document, DocumentResult, queue=queue, limit=DOCUMENT_LIMIT, silence=PAPER_SILENCE)


async def record_money_step(step: MoneyStepInput) -> MoneyStepResult:
    """Decide a command of a money case and record it, once for its key. Raises NotRecorded."""
    return await _ask(RECORD_MONEY_STEP, step, MoneyStepResult, summary=step.command.kind)


async def load_money_case(case_id: str) -> MoneyState:
    """The money case as the record has it. Raises NotRecorded."""
    return (await _ask(LOAD_MONEY_CASE, LoadInput(case_id=case_id), MoneyLoadResult)).state


async def make_money_paper(paper: MoneyPaperInput, queue: str) -> PaperResult:
    """Make a paper of a money case. Raises NotRecorded."""
    return await _ask(
        MAKE_MONEY_PAPER,
        paper,
        PaperResult,
        queue=queue,
        limit=PAPER_LIMIT,
        silence=PAPER_SILENCE,
        summary=paper.paper.value,
    )


async def find_stranded(asked: StrandedInput) -> StrandedResult:
    """Open cases that should be running, or should have acted, and are not or have not. Raises NotRecorded."""
    return await _ask(FIND_STRANDED, asked, StrandedResult, limit=SEARCH_LIMIT)


async def recover_case(case: StrandedCase) -> RecoverResult:
    """The case rebuilt from its events, a snapshot that differs mended. Raises NotRecorded."""
    asked = RecoverInput(case_id=case.case_id, landlord=case.landlord, tenancy_ref=case.tenancy_ref, kind=case.kind)
    return await _ask(RECOVER_CASE, asked, RecoverResult)


async def keep_record(now: datetime, raised: tuple[Raised, ...] = (), swept: Swept | None = None) -> KeptRecord:
    """Have what is left lying delivered, people told, the sweep noted and the day sealed. Raises NotRecorded."""
    return await _ask(KEEP_RECORD, KeepInput(now=now, raised=raised, swept=swept), KeptRecord, limit=SEARCH_LIMIT)


async def _ask(
    name: str,
    asked: Value,
    result: type[T],
    *,
    queue: str | None = None,
    limit: timedelta = STEP_LIMIT,
    silence: timedelta = SILENCE,
    summary: str | None = None,
) -> T:
    if not fits(asked):
        raise NotRecorded("TooLarge")
    try:
        answer: T = await workflow.execute_activity(
            name,
            asked,
            result_type=result,
            task_queue=queue,
            start_to_close_timeout=limit,
            heartbeat_timeout=silence,
            retry_policy=PATIENT,
            summary=summary,
        )
    except ActivityError as problem:
        cause = problem.cause
        why = cause.type if isinstance(cause, ApplicationError) and cause.type else type(cause).__name__
        raise NotRecorded(why) from problem
    return answer
