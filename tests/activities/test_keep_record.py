"""What a date wrote is delivered in its step, or by the next sweep; each day is sealed once."""

from datetime import UTC, datetime, timedelta

import pytest
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import KeepInput, KeptRecord
from activities.keep_record import KeepRecord, _deliver
from cases.commands import DeadlinePassed
from store import cases, outbox, seals
from store.engine import readers, sessions
from store.errors import Unavailable
from store.tables import OutboxRow
from tests.activities.made import SYSTEM, Acting
from tests.activities.twice import contents

MORNING = datetime(2026, 11, 24, 5, tzinfo=UTC)


async def a_date_speaks(context: Context) -> None:
    desk = Acting(context)
    await desk.open()
    async with readers(context.engine)() as session:
        state = await cases.load_state(session, desk.case_id)
    assert state is not None
    at, deadline_id = min((alarm.at, deadline.id) for deadline in state.deadlines for alarm in deadline.alarms)
    desk.at = at + timedelta(minutes=1)
    await desk.act(DeadlinePassed(deadline_id=deadline_id, due=at), actor=SYSTEM)


async def told(context: Context) -> list[OutboxRow]:
    async with readers(context.engine)() as session:
        return await outbox.rows(session)


async def keep(context: Context, now: datetime = MORNING) -> KeptRecord:
    return await ActivityEnvironment().run(KeepRecord(context).keep_record, KeepInput(now=now))


async def test_what_a_date_wrote_is_delivered_at_once(context: Context) -> None:
    await a_date_speaks(context)
    rows = await told(context)
    assert rows
    assert all(row.delivered_at for row in rows)


async def test_what_could_not_be_delivered_then_is_delivered_by_the_sweep_once(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(_: Context) -> int:
        raise Unavailable

    with monkeypatch.context() as patch:
        patch.setattr("activities.keep_record._deliver", away)
        await a_date_speaks(context)
    rows = await told(context)
    assert rows
    assert not any(row.delivered_at for row in rows)
    assert (await keep(context)).delivered == len(rows)
    assert (await keep(context)).delivered == 0
    assert await _deliver(context) == 0


async def test_a_day_is_sealed_once_and_its_seal_verifies(context: Context) -> None:
    await a_date_speaks(context)
    first = await keep(context)
    once = await contents(context)
    assert await keep(context, MORNING + timedelta(hours=2)) == KeptRecord(delivered=0, seal=first.seal)
    assert await contents(context) == once
    assert (await keep(context, MORNING + timedelta(days=1))).seal != first.seal
    async with sessions(context.engine).begin() as session:
        found = await seals.verify(session)
    assert found.whole
    assert found.seals == 2


async def test_the_sweep_leaves_alone_what_was_delivered(context: Context) -> None:
    await a_date_speaks(context)
    before = [(row.id, row.delivered_at) for row in await told(context)]
    assert (await keep(context)).delivered == 0
    assert [(row.id, row.delivered_at) for row in await told(context)] == before
