"""One step: decided and recorded once, whatever happens to whoever asked."""

import asyncio

import pytest
from sqlalchemy import text
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import LoadInput, StepInput
from activities.load_case import LoadCase
from activities.record_step import RecordStep
from cases.commands import AddNote, RecordContact
from cases.evolve import apply
from store import cases
from store.engine import readers
from tests.activities.made import OFFICER, TENANCY, TODAY, Acting, an_opening, record
from tests.activities.twice import contents


async def test_an_opening_is_recorded_whole(context: Context) -> None:
    result = await record(context, an_opening())
    assert result.decision.accepted, result.decision.refusals
    assert (result.case_id, result.revision) == (f"{TENANCY}-1", 1)
    async with readers(context.engine)() as session:
        state = await cases.load_state(session, f"{TENANCY}-1")
    assert state == apply(None, result.decision.events)


async def test_the_same_key_gets_the_recorded_answer_and_changes_nothing(context: Context) -> None:
    first = await record(context, an_opening())
    before = await contents(context)
    again = await record(context, an_opening())
    assert again == first.model_copy(update={"repeated": True})
    assert await contents(context) == before


async def test_a_second_opening_is_refused_with_a_link(context: Context) -> None:
    await record(context, an_opening())
    second = await record(context, an_opening(key="open-2"))
    assert not second.decision.accepted
    assert second.decision.refusals[0].link == f"/cases/{TENANCY}-1"


async def test_a_refusal_is_kept_by_its_key_and_leaves_the_case_alone(context: Context) -> None:
    desk = Acting(context)
    await desk.open()
    unknown = RecordContact(step="no_such_step", on=TODAY.date(), tenants=(f"{TENANCY}-1",), method="letter")
    refused = await desk.ask(unknown, key="refused")
    assert not refused.decision.accepted
    again = await desk.ask(unknown, key="refused")
    assert again.decision == refused.decision
    async with readers(context.engine)() as session:
        state = await cases.load_state(session, desk.case_id)
    assert state is not None
    assert state.revision == 1


async def test_a_key_that_stood_for_another_act_is_refused(context: Context) -> None:
    desk = Acting(context)
    await desk.open()
    other = await desk.ask(AddNote(text=await desk.words("A note")), key="open-1")
    assert other.decision.refusals[0].code == "key_reused"


async def test_an_act_on_an_old_view_is_a_conflict(context: Context) -> None:
    desk = Acting(context)
    await desk.open()
    from cases.commands import Reassign

    step = an_opening(key="late").model_copy(
        update={"case_id": desk.case_id, "seen_revision": 0, "command": Reassign(officer=OFFICER.user_id)}
    )
    assert (await record(context, step)).decision.kind == "conflict"


async def test_the_same_step_twice_at_once_is_recorded_once(context: Context) -> None:
    first, second = await asyncio.gather(record(context, an_opening()), record(context, an_opening()))
    assert first.decision == second.decision
    assert {first.repeated, second.repeated} == {True, False}


async def test_two_openings_at_once_open_one_case(context: Context) -> None:
    answers = await asyncio.gather(record(context, an_opening("a")), record(context, an_opening("b")))
    assert sorted(answer.decision.accepted for answer in answers) == [False, True]


async def test_a_crash_before_the_commit_leaves_nothing_and_after_it_everything(context: Context) -> None:
    class Crash(BaseException):
        pass

    def crash_at(point: str) -> Context:
        def reached(at: str) -> None:
            if at == point:
                raise Crash

        return Context(context.engine, context.files, reached)

    empty = await contents(context)
    with pytest.raises(Crash):
        await record(crash_at(f"record_step open_case {TENANCY} before commit"), an_opening())
    assert await contents(context) == empty
    with pytest.raises(Crash):
        await record(crash_at(f"record_step open_case {TENANCY} after commit"), an_opening())
    answered = await record(context, an_opening())
    assert (answered.decision.accepted, answered.repeated, answered.revision) == (True, True, 1)


async def test_a_database_that_is_away_is_told_from_a_fault(context: Context) -> None:
    async with context.engine.connect() as connection:
        await connection.execute(text("SELECT 1"))

    async def fails_as(make: BaseException) -> ApplicationError:
        def reached(_: str) -> None:
            raise make

        with pytest.raises(ApplicationError) as failed:
            await _attempt(Context(context.engine, context.files, reached), an_opening(key="k"), attempt=4)
        return failed.value

    away = await fails_as(ConnectionRefusedError("database"))
    assert (away.type, away.non_retryable) == ("Unavailable", False)
    fault = await fails_as(ValueError("Mx Alex Sample"))
    assert (fault.type, fault.non_retryable) == ("ValueError", True)
    assert "Sample" not in fault.message


async def test_a_case_is_read_as_the_record_has_it(context: Context) -> None:
    opened = await record(context, an_opening())
    loaded = await ActivityEnvironment().run(LoadCase(context).load_case, LoadInput(case_id=f"{TENANCY}-1"))
    assert loaded.state == apply(None, opened.decision.events)


async def _attempt(context: Context, step: StepInput, attempt: int) -> None:
    from dataclasses import replace

    environment = ActivityEnvironment()
    environment.info = replace(environment.info, attempt=attempt)
    await environment.run(RecordStep(context).record_step, step)
