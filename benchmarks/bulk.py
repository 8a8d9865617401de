"""Time a dry run over a hundred cases: `python -m benchmarks.bulk`. Fails when a case takes too much of the processor.

A hundred tenancies in arrears, a case opened on each in a fresh SQLite file, then three acts are tried on all of them.
"""

import asyncio
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from activities.context import Context
from api.security.people import User
from cases.words import Role
from documents.files import FileStore
from runtime.settings import load
from store import migrate
from store.engine import make_engine, sessions
from tests.activities.made import a_landlord, an_opening, record

CASES = 100
MOST_SECONDS_A_CASE = 0.1
# The parts of the API import each other: the whole comes first.
import_module("api.app")
bulk: Any = import_module("api.bulk")


async def measured(engine: AsyncEngine, files: FileStore) -> dict[str, tuple[float, float]]:
    """Seconds of a dry run over all the cases by the clock and of the processor, by act."""
    refs = [f"T7{number:05d}" for number in range(CASES)]
    async with sessions(engine).begin() as session:
        await a_landlord(session, *refs, until=datetime.now(UTC).date())
    for ref in refs:
        opened = await record(Context(engine, files), an_opening(key=f"open {ref}", ref=ref, at=datetime.now(UTC)))
        assert opened.decision.accepted
    user = User("senior", "senior", "Sam Okoro", Role.SENIOR, None, "", "")
    today = datetime.now(UTC).date().isoformat()
    acts: list[dict[str, Any]] = [
        {"kind": "reassign", "officer": "senior"},
        {"kind": "record_contact", "step": "rent_statement", "on": today, "method": "letter"},
        {"kind": "draft_notice", "planned_service": today, "particulars": "Rent unpaid."},
    ]
    took = {}
    for act in acts:
        began, busy = time.perf_counter(), time.process_time()
        rows = await bulk.dry_run(engine, user, bulk.Bulk(act=act, cases=[f"{ref}-1" for ref in refs]))
        took[act["kind"]] = time.perf_counter() - began, time.process_time() - busy
        assert len(rows) == CASES
        reasons = {refusal.code for row in rows for refusal in row.refusals}
        assert not reasons & {"nothing_to_do", "not_found", "missing"}, reasons
    return took


async def main() -> int:
    """Print the figures; 1 when the slowest act is too slow."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load(data_dir=Path(folder))
        migrate.upgrade(settings.database)
        engine = make_engine(settings.database)
        try:
            took = await measured(engine, FileStore(Path(folder) / "files"))
        finally:
            await engine.dispose()
    for kind, (seconds, busy) in took.items():
        told = f"{seconds:.1f} s by the clock, {busy:.1f} s of the processor ({busy / CASES * 1000:.0f} ms a case)"
        sys.stdout.write(f"{kind:16} {CASES} cases: {told}\n")
    return int(max(busy for _, busy in took.values()) / CASES > MOST_SECONDS_A_CASE)


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
