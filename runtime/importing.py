"""The housing system's export brought in, and the cases it concerns told to look again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from runtime.settings import Settings
from runtime.temporal import EngineAway, connect

if TYPE_CHECKING:
    from store.importing import ImportSummary, Progress


@dataclass(frozen=True)
class Imported:
    """What came in, and how many running cases were told; None where the workflow engine was away."""

    summary: ImportSummary
    woken: int | None


async def import_export(
    settings: Settings, folder: Path, progress: Progress | None = None, *, sample: bool = False
) -> Imported:
    """Bring in the export of `folder` and wake the cases whose rent account, people or terms changed.

    Where the engine is away the data is in all the same; the daily sweep tells the cases later.
    """
    from runtime.waking import wake
    from store import migrate
    from store.engine import make_engine
    from store.importing import import_export as bring_in
    from workflows.messages import Wake

    # An import may be the first thing that is done with a new data folder.
    await asyncio.to_thread(migrate.upgrade, settings.database)
    engine = make_engine(settings.database)
    try:
        summary = await bring_in(engine, folder, sample=sample, progress=progress)
    finally:
        await engine.dispose()
    if not summary.changed:
        return Imported(summary, 0)
    try:
        client = await connect(settings)
    except EngineAway:
        return Imported(summary, None)
    return Imported(summary, await wake(client, summary.changed, Wake(rent_changed=True)))
