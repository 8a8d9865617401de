"""What a date wrote is delivered in its step, or by the next sweep; each day is sealed once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import KeepInput, KeptRecord
from activities.keep_record import KeepRecord, _deliver
from cases.commands import AddNote, DeadlinePassed, RecordContact
from store import cases, drafts, outbox, seals, texts
from store.cipher import Ring
from store.engine import readers, sessions
from store.errors import Unavailable
from store.tables import OutboxRow, Text
from tests.activities.made import LANDLORD, SYSTEM, Acting
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


async def staged(context: Context) -> list[str | None]:
    async with readers(context.engine)() as session:
        return sorted(row.body or "" for row in (await session.execute(select(Text))).scalars())


async def test_words_of_an_act_that_was_refused_or_never_came_are_removed_after_thirty_days(context: Context) -> None:
    desk = Acting(context)
    await desk.open()
    await desk.act(AddNote(text=await desk.words("Kept by the record.")))
    unknown = RecordContact(
        step="no_such_step",
        on=date(2026, 11, 23),
        tenants=(f"{desk.ref}-1",),
        method="letter",
        note=await desk.words("Refused."),
    )
    assert not (await desk.ask(unknown)).decision.accepted
    await desk.words("Never came.")
    now = datetime.now(UTC)
    await keep(context, now + timedelta(days=29))
    assert await staged(context) == ["Kept by the record.", "Never came.", "Refused."]
    await keep(context, now + timedelta(days=31))
    once = await contents(context)
    assert await staged(context) == ["Kept by the record."]
    await keep(context, now + timedelta(days=31))
    assert await contents(context) == once


async def test_a_landlord_s_own_days_decide_how_long_they_are_kept(context: Context) -> None:
    desk = Acting(context)
    await desk.open()
    await desk.words("Never came.")
    shorter = replace(context, staged_kept=timedelta(days=7))
    now = datetime.now(UTC)
    await keep(shorter, now + timedelta(days=6))
    assert await staged(context) == ["Never came."]
    await keep(shorter, now + timedelta(days=8))
    assert await staged(context) == []


async def test_words_staged_anew_wait_as_long_again_for_their_act(context: Context) -> None:
    async def stage() -> None:
        async with sessions(context.engine).begin() as session:
            await texts.stage(session, "Tried again.", key="k", field="f")

    await stage()
    async with sessions(context.engine).begin() as session:
        await session.execute(update(Text).values(staged_at=datetime.now(UTC) - timedelta(days=40)))
    await stage()
    await keep(context, datetime.now(UTC))
    assert await staged(context) == ["Tried again."]


async def test_a_begun_form_that_was_not_saved_again_is_removed_after_its_own_days(context: Context) -> None:
    desk = Acting(context)
    await desk.open()
    place = drafts.Place(LANDLORD, desk.ref, desk.case_id, "add_note")
    ring = Ring({"k1": bytes(range(32))})
    async with sessions(context.engine).begin() as session:
        await drafts.save(session, ring, "officer.a", place, {"text": ["Half"]})
    longer = replace(context, staged_kept=timedelta(days=7), drafts_kept=timedelta(days=40))
    now = datetime.now(UTC)
    for days, left in ((39, 1), (41, 0)):
        await keep(longer, now + timedelta(days=days))
        async with readers(context.engine)() as session:
            assert await drafts.how_many(session, "officer.a") == left
