"""The record shows what was done to it; words can be erased without breaking it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from cases.base import TextRef
from store import pipeline, rebuild, seals, texts
from store.cases import events_of, load_state, record, verify_chain
from store.chain import canonical
from store.errors import KeyReused, NotThere
from store.tables import Text
from tests.store.made import CASE, a_case, a_closing, a_note, a_state

Sessions = async_sessionmaker[AsyncSession]
MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in (23, 24, 25))


async def tamper(engine: AsyncEngine, *statements: str) -> None:
    """Do what somebody with the database's own password could do: switch its guards off, and change rows."""
    async with engine.begin() as connection:
        tables = ("event", "seal", "sealed_head")
        if engine.dialect.name == "postgresql":
            for table in tables:
                await connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        else:
            for table in tables:
                for act in ("update", "delete"):
                    await connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_{act}"))
        for statement in statements:
            await connection.exec_driver_sql(statement)


async def report(writing: Sessions) -> Any:
    async with writing.begin() as session:
        return await verify_chain(session, CASE)


async def test_an_untouched_chain_is_whole(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session, notes=3)
    found = await report(writing)
    assert found.whole
    assert found.events == 4


@pytest.mark.parametrize(
    "change",
    [
        "actor_id = 'officer.b'",
        "command_kind = 'reassign'",
        "kind = 'reassigned'",
        "as_at = '2026-11-22 00:00:00'",
        "recorded_at = '2026-11-22 00:00:00'",
        "key = 'open'",
        "revision = 9",
    ],
)
async def test_an_altered_event_is_found(engine: AsyncEngine, writing: Sessions, change: str) -> None:
    async with writing.begin() as session:
        await a_case(session, notes=3)
    await tamper(engine, f"UPDATE event SET {change} WHERE seq = 3")
    found = await report(writing)
    assert (found.problem, found.at_seq) == ("event 3 was altered", 3)


async def test_an_altered_content_is_found(engine: AsyncEngine, writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session, notes=2)
    await tamper(engine, """UPDATE event SET payload = '{"kind": "note_added"}' WHERE seq = 2""")
    assert (await report(writing)).problem == "event 2 was altered"


async def test_an_event_taken_out_of_the_middle_is_found(engine: AsyncEngine, writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session, notes=3)
    await tamper(engine, "DELETE FROM event WHERE seq = 2")
    assert (await report(writing)).problem == "event 2 is missing"


async def test_a_tail_that_was_cut_off_is_found(engine: AsyncEngine, writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session, notes=3)
    await tamper(engine, "DELETE FROM event WHERE seq = 4")
    found = await report(writing)
    assert (found.problem, found.at_seq) == ("the record ends at event 3, the case at 4", 4)


async def test_a_tail_cut_off_with_care_is_shown_by_the_seal(engine: AsyncEngine, writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session, notes=3)
        await seals.seal(session, MONDAY)
        third = (await events_of(session, CASE))[2].hash
    await tamper(engine, "DELETE FROM event WHERE seq = 4", f"UPDATE case_view SET last_seq = 3, last_hash = '{third}'")
    assert (await report(writing)).whole
    async with writing.begin() as session:
        found = await seals.verify(session)
    assert found.problems == (f"event 4 of {CASE}, sealed on 2026-11-23, is gone",)


async def test_seals_stand_on_each_other_and_hold_only_what_grew(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session, notes=1)
        first = await seals.seal(session, MONDAY)
        assert await seals.seal(session, MONDAY) == first
        second = await seals.seal(session, TUESDAY)
        await record(session, await a_note(session, "later"))
        third = await seals.seal(session, WEDNESDAY)
        assert len({first, second, third}) == 3
        found = await seals.verify(session, {MONDAY: first, TUESDAY: second})
        assert found.whole
        assert (found.seals, found.head) == (3, third)
        chains = (await session.execute(text("SELECT chains FROM seal ORDER BY number"))).scalars().all()
        assert chains == [1, 0, 1]


async def test_a_rewritten_seal_does_not_agree_with_the_head_kept_elsewhere(
    engine: AsyncEngine, writing: Sessions
) -> None:
    async with writing.begin() as session:
        await a_case(session, notes=1)
        kept = await seals.seal(session, MONDAY)
    await tamper(engine, "DELETE FROM sealed_head", "DELETE FROM seal")
    async with writing.begin() as session:
        await record(session, await a_note(session, "forged"))
        await seals.seal(session, MONDAY)
        assert (await seals.verify(session)).whole
        found = await seals.verify(session, {MONDAY: kept})
    assert found.problems == ("the head kept for 2026-11-23 is not that of the record",)


async def test_an_altered_seal_is_found(engine: AsyncEngine, writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case(session, notes=1)
        await seals.seal(session, MONDAY)
        await seals.seal(session, TUESDAY)
    await tamper(engine, "UPDATE sealed_head SET seq = 1")
    async with writing.begin() as session:
        found = await seals.verify(session)
    assert "the seal of 2026-11-23 was altered" in found.problems


async def test_erased_words_are_gone_and_the_chain_is_whole(writing: Sessions) -> None:
    async with writing.begin() as session:
        ref = await texts.stage(session, "Told of a diagnosis", key="k1", field="text")
        await a_case(session)
        await record(session, await a_note(session, "note", ref))
        assert await texts.read(session, [ref]) == {ref.id: "Told of a diagnosis"}
        assert await texts.unaltered(session, ref) is True
        await texts.erase(session, ref, by="admin.a")
    async with writing.begin() as session:
        assert await texts.read(session, [ref]) == {ref.id: None}
        assert await texts.unaltered(session, ref) is None
        kept = await session.get(Text, ref.id)
        assert kept is not None
        assert (kept.body, kept.salt, kept.erased_by) == (None, None, "admin.a")
        assert (await events_of(session, CASE))[1].event.model_dump()["text"] == ref.model_dump()
    assert (await report(writing)).whole


async def test_changed_words_do_not_fit_their_digest(engine: AsyncEngine, writing: Sessions) -> None:
    async with writing.begin() as session:
        ref = await texts.stage(session, "Paid in cash", key="k1", field="text")
    await tamper(engine, "UPDATE text SET body = 'Paid nothing'")
    async with writing.begin() as session:
        assert await texts.unaltered(session, ref) is False


async def test_a_retry_stages_the_same_reference(writing: Sessions) -> None:
    async with writing.begin() as session:
        first = await texts.stage(session, "the same", key="k1", field="note")
        assert await texts.stage(session, "the same", key="k1", field="note") == first
        assert await texts.stage(session, "the same", key="k2", field="note") != first
        assert await texts.stage(session, "the same", key="k1", field="reason") != first


async def test_a_key_with_other_words_is_refused(writing: Sessions) -> None:
    async with writing.begin() as session:
        await texts.stage(session, "one", key="k1", field="note")
        with pytest.raises(KeyReused):
            await texts.stage(session, "two", key="k1", field="note")


async def test_equal_words_have_unequal_digests(writing: Sessions) -> None:
    async with writing.begin() as session:
        first = await texts.stage(session, "yes", key="k1", field="note")
        second = await texts.stage(session, "yes", key="k2", field="note")
    assert first.digest != second.digest


async def test_words_that_never_were_cannot_be_erased(writing: Sessions) -> None:
    async with writing.begin() as session:
        with pytest.raises(NotThere):
            await texts.erase(session, TextRef(id="x", digest="y"), by="admin.a")


def test_canonical_json_does_not_depend_on_order() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'


async def test_a_snapshot_that_was_changed_does_not_agree_and_is_made_again(
    engine: AsyncEngine, writing: Sessions
) -> None:
    async with writing.begin() as session:
        await a_case(session)
        closing = await a_closing(session, "close")
        await record(session, replace(closing, summary=None))
        assert await rebuild.agrees(session, CASE)
        assert not await rebuild.rebuild(session, CASE)
        true_state = await load_state(session, CASE)
        forged = a_state(officer="officer.b", revision=2).model_dump_json()
    await tamper(engine, f"UPDATE case_view SET officer = 'officer.b', closed_on = NULL, state = '{forged}'")
    async with writing.begin() as session:
        assert not await rebuild.agrees(session, CASE)
        assert await rebuild.rebuild(session, CASE)
        assert await load_state(session, CASE) == true_state
        assert (await pipeline.case(session, CASE)).officer == "officer.a"  # type: ignore[union-attr]
        assert await rebuild.agrees(session, CASE)
