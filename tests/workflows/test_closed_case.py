"""What is still asked of a closed case: a short run does it, whatever else runs on the tenancy, and ends."""

from datetime import UTC, datetime

from temporalio.client import WorkflowUpdateFailedError

from cases.base import TextRef
from cases.commands import AddNote, CloseCase, RequestPaper
from cases.state import PaperMade
from cases.words import CloseResult, PaperKind
from tests.temporal import Engine
from tests.workflows.acting import OFFICER, a_desk, until
from tests.workflows.fakes import FakeRecord
from workflows.again import again
from workflows.messages import closed_workflow_id, early_refusal

NOTE = AddNote(text=TextRef(id="t1", digest="d1"))
CLOSE = CloseCase(result=CloseResult.WITHDRAWN)
PACK_COVER = RequestPaper(paper=PaperKind.OMBUDSMAN_PACK_COVER, subject="case")


async def test_a_pack_asked_for_after_closing_is_made_and_the_run_ends(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        case_id = str((await desk.open()).case_id)
        await desk.act(CLOSE)
        await until(lambda: record.states[case_id].closed)
        asked = await desk.act_on_closed(record.states[case_id], PACK_COVER)
        assert asked.decision.accepted
        run = engine.client.get_workflow_handle(closed_workflow_id(desk.landlord, desk.tenancy_ref, case_id))
        await run.result()
        assert record.states[case_id].papers[0].file is not None
        assert record.asked[-1].command.kind == "paper_done"
        assert {step.after_closing for step in record.asked[-2:]} == {True}


async def test_a_note_on_a_closed_case_leaves_the_case_that_is_open_now_alone(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        first = str((await desk.open()).case_id)
        await desk.act(CLOSE)
        await desk.handle.result()
        old = record.states.pop(first).model_copy(update={"case_id": f"{first}-old"})
        record.states[old.case_id] = old
        second = str((await desk.open()).case_id)
        noted = await desk.act_on_closed(old, NOTE)
        assert noted.case_id == old.case_id
        assert record.states[second].revision == 1


async def test_a_step_of_the_road_is_refused_on_a_closed_case(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        case_id = str((await desk.open()).case_id)
        await desk.act(CLOSE)
        await desk.handle.result()
        try:
            await desk.act_on_closed(record.states[case_id], CLOSE)
        except WorkflowUpdateFailedError as problem:
            refused = early_refusal(problem)
        assert refused is not None
        assert [each.code for each in refused.refusals] == ["closed"]


async def test_a_pack_that_was_lost_with_the_engine_is_made_by_a_run_from_the_record(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        case_id = str((await desk.open()).case_id)
        await desk.act(CLOSE)
        await desk.handle.result()
        asked = PaperMade(
            id="P1",
            kind=PACK_COVER.paper.value,
            subject="case",
            requested_at=datetime.now(UTC),
            requested_by=OFFICER,
            facts_digest="",
        )
        record.states[case_id] = record.states[case_id].model_copy(update={"papers": (asked,)})
        lost = again(record.states[case_id], "hand", 0, ())
        args = lost.args.model_copy(update=desk.options)
        run = await engine.client.start_workflow(lost.workflow, args, id=lost.id, task_queue=desk.queue)
        await run.result()
        assert lost.id == closed_workflow_id(desk.landlord, desk.tenancy_ref, case_id)
        assert record.states[case_id].papers[0].file is not None
