"""A step is recorded whole and once, on its case's chain."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import exc, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from cases.events import CaseOpened, NoteAdded
from cases.words import Stage
from store import outbox
from store.cases import Summary, answer_for, cases_of, events_of, load_state, open_case_of, record
from store.errors import AlreadyOpen, AlreadyRecorded, OutOfOrder
from store.tables import CaseView, EventRow, OutboxRow, Step, metadata
from tests.store.made import (
    CASE,
    LANDLORD,
    NOON,
    TENANCY,
    WORDS,
    a_case,
    a_closing,
    a_note,
    a_refusal,
    a_state,
    a_step,
    a_tenancy,
    an_alarm,
    an_opening,
)

Sessions = async_sessionmaker[AsyncSession]


async def counts(session: AsyncSession) -> dict[str, int]:
    """Rows of every table."""
    return {
        name: (await session.execute(select(func.count()).select_from(table))).scalar_one()
        for name, table in metadata.tables.items()
    }


async def test_an_opening_is_read_back_as_it_was_recorded(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)
    async with writing.begin() as session:
        assert await load_state(session, CASE) == a_state()
        assert await open_case_of(session, LANDLORD, TENANCY) == CASE
        assert await cases_of(session, LANDLORD, TENANCY) == [CASE]
        (only,) = await events_of(session, CASE)
        assert only.event == CaseOpened(state=a_state(revision=0))
        assert (only.seq, only.revision, only.command_kind, only.key) == (1, 1, "open_case", "open")
        assert only.at == NOON


async def test_an_exception_after_recording_leaves_nothing(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
    async with writing.begin() as session:
        before = await counts(session)

    async def fail_afterwards() -> None:
        async with writing.begin() as session:
            state = a_state()
            await record(session, a_step("open", state, CaseOpened(state=state), an_alarm()))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_afterwards()
    async with writing.begin() as session:
        assert await counts(session) == before


async def test_the_same_key_is_recorded_once_and_its_answer_is_kept(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)
        await record(session, await a_note(session, "note"))
    with pytest.raises(AlreadyRecorded):
        async with writing.begin() as session:
            await record(session, await a_note(session, "note"))
    async with writing.begin() as session:
        kept = await answer_for(session, "note")
        assert kept is not None
        assert kept.answer == {"said": "note"}
        assert (kept.accepted, kept.case_id) == (True, CASE)
        assert len(await events_of(session, CASE)) == 2


async def test_a_refusal_is_an_answer_too_and_touches_nothing_else(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)
        before = await load_state(session, CASE)
        await record(session, a_refusal("no"))
    async with writing.begin() as session:
        kept = await answer_for(session, "no")
        assert kept is not None
        assert not kept.accepted
        assert await load_state(session, CASE) == before
        assert await answer_for(session, "never asked") is None


async def test_a_tenancy_has_one_open_case(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)
    with pytest.raises(AlreadyOpen):
        async with writing.begin() as session:
            await record(session, an_opening("again", "T1-2"))
    async with writing.begin() as session:
        assert await answer_for(session, "again") is None
        await record(session, await a_closing(session, "close"))
        assert await open_case_of(session, LANDLORD, TENANCY) is None
        await record(session, an_opening("again", "T1-2"))
        assert await cases_of(session, LANDLORD, TENANCY) == [CASE, "T1-2"]


async def test_the_database_itself_refuses_a_second_open_case(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)

    async def copy_the_view() -> None:
        async with writing.begin() as session:
            view = (await session.execute(select(CaseView))).scalar_one()
            columns = {name: getattr(view, name) for name in CaseView.model_fields}
            session.add(CaseView(**(columns | {"case_id": "T1-2"})))

    with pytest.raises(exc.IntegrityError):
        await copy_the_view()


@pytest.mark.parametrize("act", ["UPDATE event SET kind = 'x'", "DELETE FROM event"])
async def test_the_database_itself_refuses_to_change_an_event(writing: Sessions, act: str) -> None:
    async with writing.begin() as session:
        await a_case(session)
    with pytest.raises(exc.DBAPIError, match="never changed"):
        async with writing.begin() as session:
            await session.execute(text(act))


async def test_a_step_decided_on_an_old_state_is_not_recorded(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)
        late = await a_note(session, "late")
        await record(session, await a_note(session, "early"))
    with pytest.raises(OutOfOrder):
        async with writing.begin() as session:
            await record(session, late)
    async with writing.begin() as session:
        state = await load_state(session, CASE)
        assert state is not None
        assert state.revision == 2
        assert await answer_for(session, "late") is None


async def test_two_writers_at_once_record_one_step_after_the_other(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)

    async def write(key: str) -> int:
        tries = 0
        while True:
            tries += 1
            try:
                async with writing.begin() as session:
                    await record(session, await a_note(session, key))
                    return tries
            except OutOfOrder:
                continue

    await asyncio.gather(*(write(f"note-{number}") for number in range(8)))
    async with writing.begin() as session:
        history = await events_of(session, CASE)
        assert [event.seq for event in history] == list(range(1, 10))
        assert {event.key for event in history[1:]} == {f"note-{number}" for number in range(8)}


async def test_two_writers_of_one_key_record_it_once(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)

    async def write() -> bool:
        try:
            async with writing.begin() as session:
                await record(session, await a_note(session, "same"))
        except (AlreadyRecorded, OutOfOrder):
            return False
        return True

    assert sorted(await asyncio.gather(write(), write())) == [False, True]
    async with writing.begin() as session:
        assert len(await events_of(session, CASE)) == 2


async def test_times_come_back_aware_in_utc(writing: Sessions) -> None:
    half_past = datetime(2026, 7, 1, 9, 30, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
    async with writing.begin() as session:
        await a_tenancy(session)
        state = a_state()
        await record(session, a_step("open", state, CaseOpened(state=state), as_at=half_past))
    async with writing.begin() as session:
        event = (await session.execute(select(EventRow))).scalar_one()
        assert event.as_at.tzinfo is UTC
        assert event.as_at == half_past
        assert event.recorded_at.tzinfo is UTC


async def test_a_time_without_its_zone_is_refused(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
    naive = replace(an_opening(), as_at=NOON.replace(tzinfo=None))
    with pytest.raises(exc.StatementError, match="time zone"):
        async with writing.begin() as session:
            await record(session, naive)


async def test_the_view_shows_stage_dates_and_what_waits_for_approval(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)
        before = await load_state(session, CASE)
        assert before is not None
        later = datetime(2026, 12, 24, 23, 30, tzinfo=UTC)
        same = before.model_copy(update={"revision": 2})
        await record(session, a_step("same stage", same, NoteAdded(text=WORDS), as_at=later))
        view = (await session.execute(select(CaseView))).scalar_one()
        assert view.stage_since == date(2026, 11, 23)
        moved = before.model_copy(update={"revision": 3, "officer": "officer.b"})
        summary = Summary(Stage.NOTICE)
        await record(session, a_step("moved", moved, NoteAdded(text=WORDS), as_at=later, summary=summary))
        await session.refresh(view)
        assert (view.stage, view.stage_since, view.officer) == ("notice", date(2026, 12, 24), "officer.b")
        assert (view.revision, view.next_due_at, view.arrears_pence) == (3, None, 123_456)


async def test_an_alarm_reaches_the_outbox_once(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session)
        for number in (2, 3):
            state = a_state(revision=number)
            await record(session, a_step(f"alarm-{number}", state, an_alarm(), an_alarm("escalation", 2)))
    async with writing.begin() as session:
        told = (await session.execute(select(OutboxRow).order_by(OutboxRow.id))).scalars().all()
        assert [(row.kind, row.level) for row in told] == [("reminder", "reminder_14"), ("escalation", "escalation")]
        assert await outbox.deliver_due(session, NOON) == 2
        assert await outbox.deliver_due(session, NOON) == 0
        assert [row.level for row in await outbox.rows(session, landlord=LANDLORD, limit=1)] == ["escalation"]


async def test_a_refused_opening_needs_no_case(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_tenancy(session)
        await record(session, replace(a_refusal("no"), case_id=None))
        assert (await session.execute(select(Step.case_id))).scalar_one() is None
