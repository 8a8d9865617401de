"""Papers in the making: which are asked for and not there yet, and what is recorded when one is made or cannot be."""

from collections.abc import Awaitable
from datetime import datetime
from typing import TYPE_CHECKING

from temporalio import workflow
from temporalio.exceptions import FailureError
from temporalio.workflow import ParentClosePolicy

with workflow.unsafe.imports_passed_through():
    from cases.commands import PaperDone
    from cases.state import PaperMade
    from cases.words import PaperKind
    from workflows import steps
    from workflows.bundle_building import BundleArgs, BundleEnded
    from workflows.messages import BUNDLE_BUILDING

if TYPE_CHECKING:
    from workflows.kept import Kept

GIVEN_UP = "The paper could not be made because of a fault in the works. Support staff can see it; ask for it again."


def done_key(state: "Kept", paper: PaperMade) -> str:
    """The key under which the end of a request is recorded, once."""
    return f"{state.case_id}:{paper.id}:done"


def asked_for(state: "Kept") -> list[PaperMade]:
    """Papers that were asked for and neither made nor given up."""
    return [paper for paper in state.papers if paper.file is None and paper.failed is None]


async def make(case_id: str, paper: PaperMade, as_at: datetime, queue: str) -> tuple[PaperDone, str | None]:
    """Have the paper made; what is to be recorded of it, and the kind of fault if its making was given up."""
    asked = steps.PaperInput(
        case_id=case_id, paper_id=paper.id, paper=PaperKind(paper.kind), subject=paper.subject, as_at=as_at
    )
    return await ended(paper, steps.make_paper(asked, queue))


async def make_apart(case_id: str, paper: PaperMade, as_at: datetime, queue: str) -> tuple[PaperDone, str | None]:
    """Have a bundle built by a workflow of its own; as `make`. Its id names the run, so a new run starts afresh."""
    asked = steps.PaperInput(
        case_id=case_id, paper_id=paper.id, paper=PaperKind(paper.kind), subject=paper.subject, as_at=as_at
    )
    return await ended(paper, _apart(asked, queue))


async def _apart(asked: steps.PaperInput, queue: str) -> steps.PaperResult:
    begun = workflow.info().start_time.isoformat()
    try:
        came: BundleEnded = await workflow.execute_child_workflow(
            BUNDLE_BUILDING,
            BundleArgs(paper=asked, queue=queue),
            id=f"bundle/{asked.case_id}/{asked.paper_id}/{begun}",
            result_type=BundleEnded,
            parent_close_policy=ParentClosePolicy.REQUEST_CANCEL,
        )
    except FailureError as fault:
        raise steps.NotRecorded(type(fault.cause or fault).__name__) from fault
    if came.result is None:
        raise steps.NotRecorded(came.fault or "NoAnswer")
    return came.result


async def ended(paper: PaperMade, making: Awaitable[steps.PaperResult]) -> tuple[PaperDone, str | None]:
    """What is to be recorded of a paper in the making, whatever its kind of case."""
    try:
        made = await making
    except steps.NotRecorded as fault:
        return PaperDone(paper_id=paper.id, failed=GIVEN_UP), fault.why
    done = PaperDone(
        paper_id=paper.id,
        file=made.file,
        figure_pence=made.figure_pence,
        failed=made.failed,
        cautions=made.cautions,
        bundle=made.bundle,
    )
    return done, None
