"""Record the histories that are replayed: `python -m tests.replay.record`. Review a change of them like a migration.

Each road is walked with the real step, law and database, in virtual time, and every run of its chain is kept readable.
"""

from __future__ import annotations

import asyncio
import json
import re
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from temporalio.client import WorkflowHistory

from activities import all_activities
from activities.context import Context
from cases.commands import AddNote, CloseCase, EndBreathingSpace, StartBreathingSpace
from cases.instants import legal_day
from cases.words import CloseResult
from runtime.temporal import data_converter
from store.engine import sessions
from tests.activities.made import LANDLORD, a_context, a_landlord
from tests.databases import sqlite_database
from tests.strict_replay import readable
from tests.temporal import TEST_RING, Engine, now, running_engine, travel
from tests.workflows.acting import Desk, a_desk, until
from tests.workflows.walk import done, made, state_of, to_a_served_notice, words
from workflows.possession_case import PossessionCase

FOLDER = Path(__file__).parent
PROCESS = re.compile(r"\d+@")
MACHINE = ("identity", "workerVersion", "binaryChecksum", "meteringMetadata")


@dataclass
class Road:
    """One walk: an officer's desk and the record behind it."""

    desk: Desk
    context: Context


async def ripens_and_lapses(road: Road) -> None:
    """A notice served, its paper made, left to ripen and to lapse."""
    await to_a_served_notice(road.desk, road.context)
    await until(lambda: made(road.context, road.desk.tenancy_ref))
    await travel(road.desk.handle, days=40)
    await travel(road.desk.handle, days=400)


async def holds_in_and_out(road: Road) -> None:
    """A breathing space in and out, so that dates move."""
    await to_a_served_notice(road.desk, road.context)
    today = legal_day(await now(road.desk.handle))
    await done(road.desk, StartBreathingSpace(moratorium="standard", started_on=today))
    await travel(road.desk.handle, days=20)
    space = (await state_of(road.context, road.desk.tenancy_ref)).breathing_spaces[0].id
    today = legal_day(await now(road.desk.handle))
    await done(road.desk, EndBreathingSpace(breathing_space_id=space, ended_on=today))
    await travel(road.desk.handle, days=60)


async def refused_twice_and_closed(road: Road) -> None:
    """Opened, opened again in vain twice, asked with the same key twice, closed."""
    await road.desk.open(key="first")
    await road.desk.open(key="second")
    await road.desk.open(key="second")
    note = AddNote(text=await words(road.context, "A note."))
    await road.desk.act(note, key="note")
    await road.desk.act(note, key="note")
    await done(road.desk, CloseCase(result=CloseResult.WITHDRAWN, note=await words(road.context, "Over.")))
    await until(lambda: _ended(road.desk))


ROADS: dict[str, tuple[Callable[[Road], Awaitable[None]], dict[str, Any]]] = {
    "ripens-and-lapses": (ripens_and_lapses, {}),
    "holds-in-and-out": (holds_in_and_out, {}),
    "refused-twice-and-closed": (refused_twice_and_closed, {}),
    "many-runs": (ripens_and_lapses, {"continue_after": 3}),
}


async def main() -> None:
    """Walk every road and write its runs."""
    for old in (path for name in ROADS for path in FOLDER.glob(f"{name}-[0-9][0-9].json")):
        old.unlink()
    async with running_engine() as engine:
        for name, (walk, options) in ROADS.items():
            for number, history in enumerate(await _runs(engine, name, walk, options), 1):
                plain = await readable(history, data_converter(TEST_RING))
                kept = json.dumps(without_machine(json.loads(plain.to_json())), separators=(",", ":"))
                (FOLDER / f"{name}-{number:02d}.json").write_text(kept + "\n", "utf-8")


async def _runs(
    engine: Engine, name: str, walk: Callable[[Road], Awaitable[None]], options: dict[str, Any]
) -> list[WorkflowHistory]:
    """Every run of the chain, the first first."""
    ref = "T" + name.replace("-", "")
    with tempfile.TemporaryDirectory() as folder:
        async with sqlite_database(Path(folder), Path(folder)) as database:
            async with sessions(database).begin() as session:
                await a_landlord(session, ref, until=datetime.now(UTC).date())
            context = a_context(database, Path(folder))
            async with a_desk(engine, all_activities(context), **options) as desk:
                desk.landlord, desk.tenancy_ref = LANDLORD, ref
                await walk(Road(desk, context))
                await asyncio.sleep(timedelta(seconds=1).total_seconds())
                return await _chain(engine, desk)


async def _chain(engine: Engine, desk: Desk) -> list[WorkflowHistory]:
    id = desk.handle.id
    found = []
    async for run in engine.client.list_workflows(f"WorkflowId = '{id}'"):
        handle = engine.client.get_workflow_handle_for(PossessionCase.run, id, run_id=run.run_id)
        found.append((run.start_time, await handle.fetch_history()))
    return [history for _, history in sorted(found, key=lambda each: each[0])]


def without_machine(value: Any) -> Any:
    """Leave out who recorded it: process and host names, and the worker's own build."""
    if isinstance(value, dict):
        return {key: without_machine(inner) for key, inner in value.items() if key not in MACHINE}
    if isinstance(value, list):
        return [without_machine(inner) for inner in value]
    return "worker" if isinstance(value, str) and PROCESS.match(value) else value


async def _ended(desk: Desk) -> bool:
    return await desk.status() == "COMPLETED"


if __name__ == "__main__":
    asyncio.run(main())
