"""The case workflow against a record without law: opening, acting, dates, papers, faults, new runs."""

from collections import Counter
from datetime import date, timedelta

import pytest
from temporalio.client import WorkflowUpdateFailedError

from cases.base import TextRef
from cases.commands import AddNote, CloseCase, DeadlinePassed, DraftNotice, RequestPaper
from cases.events import DeadlinesChanged
from cases.words import CloseResult, NoticeKind, PaperKind
from tests.temporal import Engine, now, travel
from tests.workflows.acting import Desk, a_desk, until
from tests.workflows.fakes import FakeRecord, deadline, refused
from workflows.messages import CaseArgs, Wake, was_not_recorded, workflow_id
from workflows.possession_case import PossessionCase

NOTE = AddNote(text=TextRef(id="t1", digest="d1"))
CLOSE = CloseCase(result=CloseResult.WITHDRAWN)
PAPER = RequestPaper(paper=PaperKind.NSP_S83, subject="notice-1")
DRAFT = DraftNotice(
    notice=NoticeKind.S83,
    grounds=("1",),
    planned_service=date(2027, 1, 11),
    particulars=TextRef(id="t2", digest="d2"),
)


async def test_a_second_opening_is_refused_with_a_link_to_the_first(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        first = await desk.open()
        second = await desk.open()
        assert first.decision.accepted
        assert second.decision.refusals[0].link == f"/cases/{first.case_id}"
        assert await desk.status() == "RUNNING"


async def test_the_same_key_twice_gets_the_first_answer(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        first = await desk.act(NOTE, key="same")
        again = await desk.act(NOTE, key="same")
        assert again.revision == first.revision == 2
        assert record.kinds() == ["open_case", "add_note"]


async def test_a_refused_opening_leaves_no_run_and_the_tenancy_free(engine: Engine) -> None:
    record = FakeRecord(rules={"open_case": lambda state, step: refused("not_in_arrears")})
    async with a_desk(engine, record.activities) as desk:
        assert not (await desk.open()).decision.accepted
        await until(lambda: _ended(desk))
        record.rules.clear()
        assert (await desk.open()).decision.accepted


async def test_a_run_whose_opening_never_comes_ends_after_a_minute(engine: Engine) -> None:
    async with a_desk(engine, FakeRecord().activities) as desk:
        handle = await engine.start(
            PossessionCase.run,
            CaseArgs(landlord=desk.landlord, tenancy_ref=desk.tenancy_ref),
            queue=desk.queue,
            id=workflow_id(desk.landlord, desk.tenancy_ref),
        )
        assert await travel(handle, days=1) is False
        assert await desk.status() == "COMPLETED"


async def test_a_date_speaks_on_its_day_and_not_before(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        await travel(desk.handle, days=29)
        assert record.kinds() == ["open_case"]
        await travel(desk.handle, days=2)
        passed = record.asked[-1]
        assert isinstance(passed.command, DeadlinePassed)
        assert timedelta() <= passed.as_at - passed.command.due < timedelta(minutes=3)
        assert passed.actor.user_id == "system"


async def test_a_date_that_was_moved_speaks_on_the_new_day_only(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        later = record.asked[0].as_at + timedelta(days=60)
        record.rules["add_note"] = lambda state, step: [DeadlinesChanged(set=(deadline(later),))]
        await desk.act(NOTE)
        await travel(desk.handle, days=40)
        assert record.kinds() == ["open_case", "add_note"]
        await travel(desk.handle, days=25)
        assert record.kinds() == ["open_case", "add_note", "deadline_passed"]


async def test_moving_a_sample_clock_makes_dates_speak_at_once(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        month = int(timedelta(days=30, hours=1).total_seconds())
        await desk.handle.signal(PossessionCase.wake, Wake(clock_offset_seconds=month, rent_changed=True))
        await until(lambda: "rent_changed" in record.kinds())
        assert record.kinds() == ["open_case", "deadline_passed", "rent_changed"]
        assert record.asked[1].as_at - record.asked[0].as_at >= timedelta(days=30)


async def test_after_enough_acts_the_case_goes_on_in_a_new_run_and_remembers_keys(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities, continue_after=3) as desk:
        await desk.open()
        first_run = await desk.run_id()
        for number in range(2):
            await desk.act(NOTE, key=f"{desk.tenancy_ref}:{number}", seen=number + 1)
        await until(lambda: _moved_on(desk, first_run))
        again = await desk.act(NOTE, key=f"{desk.tenancy_ref}:0", seen=1)
        assert (again.revision, again.repeated) == (2, True)
        assert (await desk.act(NOTE, seen=3)).revision == 4
        await travel(desk.handle, days=31)
        assert record.kinds()[-1] == "deadline_passed"


async def test_a_change_of_stage_begins_a_new_run(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        first = await desk.open()
        first_run = await desk.run_id()
        assert (await desk.act(DRAFT)).revision == first.revision + 1
        await until(lambda: _moved_on(desk, first_run))


async def test_an_act_on_an_old_view_is_refused_at_once_without_history(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        await desk.act(NOTE, seen=1)
        length = (await desk.handle.describe()).history_length
        refusal = await desk.refusal(DRAFT, seen=1)
        assert refusal is not None
        assert refusal.kind == "conflict"
        assert (await desk.handle.describe()).history_length == length


async def test_what_only_the_system_does_is_refused_to_people(engine: Engine) -> None:
    async with a_desk(engine, FakeRecord().activities) as desk:
        await desk.open()
        refusal = await desk.refusal(DeadlinePassed(deadline_id="d1", due=await now(desk.handle)))
        assert refusal is not None
        assert refusal.kind == "not_allowed"


async def test_a_poisoned_act_answers_not_recorded_and_the_case_goes_on(engine: Engine) -> None:
    record = FakeRecord(poisoned={"add_note"})
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        with pytest.raises(WorkflowUpdateFailedError) as failed:
            await desk.act(NOTE)
        assert was_not_recorded(failed.value)
        await until(lambda: "flag_attention" in record.kinds())
        record.poisoned.clear()
        assert (await desk.act(NOTE)).decision.accepted
        await travel(desk.handle, days=31)
        assert record.kinds()[-1] == "deadline_passed"


async def test_a_poisoned_date_is_tried_again_and_silences_no_other(engine: Engine) -> None:
    record = FakeRecord(poisoned={"deadline_passed"})
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        await travel(desk.handle, days=30.02)
        assert "flag_attention" in record.kinds()
        assert (await desk.act(NOTE)).decision.accepted
        record.poisoned.clear()
        await travel(desk.handle, days=0.1)
        assert record.kinds()[-1] == "deadline_passed"


async def test_a_date_whose_step_is_refused_is_told_once_and_goes_when_it_may(engine: Engine) -> None:
    record = FakeRecord(rules={"deadline_passed": lambda state, step: refused("not_whole")})
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        await travel(desk.handle, days=30.2)
        tried = [step.key for step in record.asked if step.command.kind == "deadline_passed"]
        assert len(tried) > 1
        assert len(set(tried)) == len(tried), "a refusal is kept by its key"
        flagged = [step.command for step in record.asked if step.command.kind == "flag_attention"]
        assert [getattr(command, "what", "") for command in flagged] == [
            "A date has come, and what it brings was refused (not_whole): A date"
        ]
        record.rules.clear()
        await travel(desk.handle, days=0.1)
        assert record.kinds()[-1] == "deadline_passed"
        assert record.kinds().count("flag_attention") == 1


async def test_while_the_record_is_away_an_act_waits_and_is_then_recorded_once(engine: Engine) -> None:
    record = FakeRecord(away=Counter({"add_note": 2}))
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        assert (await desk.act(NOTE)).revision == 2
        assert record.kinds() == ["open_case", "add_note"]


async def test_a_paper_asked_for_is_made_and_put_on_the_record(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        opened = await desk.open()
        await desk.act(DRAFT)
        await desk.act(PAPER)
        await until(lambda: "paper_done" in record.kinds())
        assert [asked.paper for asked in record.papers] == [PaperKind.NSP_S83]
        assert record.asked[-1].key == f"{opened.case_id}:paper-1:done"


async def test_a_paper_that_cannot_be_made_is_given_up_and_flagged(engine: Engine) -> None:
    record = FakeRecord(paper_fault=True)
    async with a_desk(engine, record.activities) as desk:
        opened = await desk.open()
        await desk.act(DRAFT)
        await desk.act(PAPER)
        await until(lambda: "flag_attention" in record.kinds())
        kept = record.states[opened.case_id or ""]
        assert kept.papers[0].failed
        assert kept.attention is not None


async def test_closing_ends_the_run_and_frees_the_tenancy(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        await desk.open()
        assert (await desk.act(CLOSE)).decision.accepted
        await until(lambda: _ended(desk))
        assert (await desk.open()).decision.accepted


async def test_a_run_that_fell_behind_reads_the_record_again(engine: Engine) -> None:
    record = FakeRecord()
    async with a_desk(engine, record.activities) as desk:
        opened = await desk.open()
        case_id = opened.case_id or ""
        record.states[case_id] = record.states[case_id].model_copy(update={"revision": 7})
        assert (await desk.act(NOTE)).revision == 8
        assert (await desk.act(NOTE, seen=8)).revision == 9


async def _ended(desk: Desk) -> bool:
    return await desk.status() == "COMPLETED"


async def _moved_on(desk: Desk, first_run: str) -> bool:
    return await desk.run_id() != first_run
