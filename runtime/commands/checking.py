"""`duecourse doctor`: is everything that this copy needs here and answering?"""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime

import typer
from rich.console import Console

from cases.instants import LONDON
from law.calendar import TABLE_VERSION, ends_soon, table_ends
from runtime import settings as settings_module
from runtime.processes import PortBusy, check_port
from runtime.settings import PREFIX, Settings, SettingsProblem
from runtime.temporal import EngineAway, connect

FREE_BYTES_WANTED = 2_000_000_000
PROBLEMS_SHOWN = 5
SCAN_SECONDS = 20.0
Check = Callable[[Settings], Awaitable[str]]


class Unwell(Exception):
    """What is wrong, and what mends it."""


def add(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(doctor)


def doctor() -> None:
    """Check settings, data folder, engine, database, the record's chains and seals, and page; exit code 1 if wrong."""
    console = Console(highlight=False, soft_wrap=True)
    try:
        settings = settings_module.load()
    except SettingsProblem as problem:
        console.print(f"[red]wrong[/red]  settings: {problem}")
        raise typer.Exit(1) from None
    wrong = asyncio.run(_examine(settings, console))
    raise typer.Exit(1 if wrong else 0)


async def _examine(settings: Settings, console: Console) -> int:
    wrong = 0
    for name, check in CHECKS.items():
        try:
            console.print(f"[green]ok[/green]     {name}: {await check(settings)}")
        except Unwell as problem:
            wrong += 1
            console.print(f"[red]wrong[/red]  {name}: {problem}")
    return wrong


async def _python(_settings: Settings) -> str:
    return sys.version.split()[0]


async def _folder(settings: Settings) -> str:
    free = shutil.disk_usage(settings.data_dir).free
    if free < FREE_BYTES_WANTED:
        raise Unwell(f"{settings.data_dir} has {free / 1e9:.1f} GB free; make room or move {PREFIX}DATA_DIR")
    for name in ("encryption_keys", "session_secret"):
        kept = settings.data_dir / name
        if kept.exists() and kept.stat().st_mode & 0o077:
            raise Unwell(f"{kept} can be read by others; chmod 600 it")
    return f"{settings.data_dir}, {free / 1e9:.0f} GB free"


async def _engine(settings: Settings) -> str:
    try:
        client = await connect(settings, patience=1)
        count = await client.count_workflows("ExecutionStatus = 'Running'")
    except EngineAway as problem:
        raise Unwell(f"{problem}; start it with `duecourse run`") from None
    return f"{settings.temporal_target}, {count.count} workflows running"


async def _database(settings: Settings) -> str:
    from sqlalchemy.exc import SQLAlchemyError

    from store.engine import make_engine
    from store.migrate import differences

    engine = make_engine(settings.database)
    try:
        found = await differences(engine)
    except (OSError, SQLAlchemyError) as problem:
        raise Unwell(f"the database does not answer ({type(problem).__name__}); see {PREFIX}DATABASE_URL") from None
    finally:
        await engine.dispose()
    if found:
        raise Unwell(
            f"{len(found)} differences from what this version expects; `duecourse prepare` brings it up to date"
        )
    return f"{engine.dialect.name}, up to date"


async def _record(settings: Settings) -> str:
    """Every case's chain of events worked out again, and the seals over them."""
    from sqlalchemy import select
    from sqlalchemy.exc import SQLAlchemyError

    from store import seals
    from store.engine import make_engine, readers
    from store.tables import CaseView
    from store.upsert import table_of
    from store.verify import verify_chain

    engine = make_engine(settings.database)
    try:
        async with readers(engine).begin() as session:
            cases = list((await session.execute(select(table_of(CaseView).c.case_id))).scalars())
            chains = [await verify_chain(session, case_id) for case_id in cases]
            sealed = await seals.verify(session)
    except (OSError, SQLAlchemyError):
        raise Unwell("it cannot be read; see the database above") from None
    finally:
        await engine.dispose()
    problems = [f"{chain.case_id}: {chain.problem}" for chain in chains if not chain.whole] + list(sealed.problems)
    if problems:
        more = f" (and {len(problems) - PROBLEMS_SHOWN} more)" if len(problems) > PROBLEMS_SHOWN else ""
        raise Unwell(
            f"it was altered outside Due Course: {'; '.join(problems[:PROBLEMS_SHOWN])}{more}. Keep the files as they "
            "are, and compare with a backup"
        )
    head = f", the last one {sealed.head}" if sealed.seals else ""
    return f"every chain whole (cases: {len(chains)}, daily seals: {sealed.seals}{head})"


async def _converter(settings: Settings) -> str:
    """What papers are made with; that the chosen one is here was checked when the settings were read."""
    from documents.soffice import LibreOfficeConverter

    words = "taken in" if LibreOfficeConverter.there() else "refused: LibreOffice is not installed here"
    return f"papers by {settings.converter}; Word files that others send are {words}"


async def _uploads(settings: Settings) -> str:
    """Whether the virus scanner answers, by asking it about a harmless file, and what becomes of scanned pages."""
    from documents.uploads.ocr import Reader
    from documents.uploads.scan import Scanner, ScannerAway

    read = "flagged" if not settings.upload_ocr else "read" if Reader.there() else "flagged: `ocrmypdf` is not here"
    pages = f"pages without text are {read}"
    if not settings.upload_scanner:
        return f"no virus scanner; {pages}"
    try:
        found = await asyncio.to_thread(Scanner(settings.upload_scanner, seconds=SCAN_SECONDS), b"A harmless file.")
    except ScannerAway as problem:
        raise Unwell(
            f"every document that people send is refused: the virus scanner cannot be asked: {problem}; see "
            f"{PREFIX}UPLOAD_SCANNER"
        ) from None
    if found:
        raise Unwell(f"the virus scanner finds one in a harmless file; see {PREFIX}UPLOAD_SCANNER")
    return f"asked of the virus scanner; {pages}"


async def _page(settings: Settings) -> str:
    try:
        check_port(settings.web_host, settings.web_port, f"{PREFIX}WEB_PORT")
    except PortBusy:
        return f"something listens at {settings.web_url}"
    raise Unwell(f"nothing listens at {settings.web_url}; start it with `duecourse run`")


async def _holidays(_settings: Settings) -> str:
    told = ends_soon(datetime.now(LONDON).date())
    if told:
        raise Unwell(f"{told} Install a newer release, or put a newer bank_holidays.json into law/data")
    return f"known to {table_ends():%d %B %Y} (table of {TABLE_VERSION})"


CHECKS: dict[str, Check] = {
    "python": _python,
    "bank holidays": _holidays,
    "data folder": _folder,
    "workflow engine": _engine,
    "database": _database,
    "record": _record,
    "converter": _converter,
    "uploads": _uploads,
    "page": _page,
}
