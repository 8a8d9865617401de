"""`duecourse recover`: every open case started again from the record."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from runtime import settings as settings_module
from runtime.settings import Settings

if TYPE_CHECKING:
    from runtime.recovery import Told

ENGINE_PATIENCE = 5.0


def add(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(recover)


def recover(
    landlord: Annotated[
        str | None, typer.Option(help="Short name of the landlord; all if left out.", show_default=False)
    ] = None,
) -> None:
    """Start every open case again that the workflow engine has lost, from the record, with the same dates.

    For when the engine's database is gone or was put back from an old copy. A pack or bundle that was being made on a
    closed case is made again. Cases that run are left alone; worker and
    page may be running. Exit code 1 if a case could not be started, or its record was altered.
    """
    raise typer.Exit(1 if asyncio.run(_recover(settings_module.load(), landlord)) else 0)


async def _recover(settings: Settings, landlord: str | None) -> bool:
    """Whether anything was wrong."""
    from runtime.recovery import recover as start_again
    from runtime.temporal import connect, prepare_namespace
    from store.engine import make_engine
    from workflows import schedules

    client = await connect(settings, patience=ENGINE_PATIENCE)
    # An engine that lost its cases has lost its settings and its calendar too.
    await prepare_namespace(client, settings.temporal_retention_days)
    await schedules.ensure(client)
    database = make_engine(settings.database)
    try:
        told = await start_again(client, database, lambda one: typer.echo(line(one)), landlord=landlord)
    finally:
        await database.dispose()
    typer.echo(total(told))
    return any(one.result == "failed" or one.problem for one in told)


def line(told: Told) -> str:
    """One case, in words."""
    said = {
        "started": f"started again; waits for {told.waits_for}",
        "running": f"runs already; waits for {told.waits_for}",
        "closed": "closed, as its record says; nothing to start",
        "making": f"closed; makes again what was asked for: {told.waits_for}",
        "failed": f"NOT STARTED: {told.problem}",
    }[told.result]
    mended = "; what pages read was not what its record says, and was mended" if told.mended else ""
    wrong = f"; ITS RECORD WAS ALTERED: {told.problem}" if told.problem and told.result != "failed" else ""
    return f"{told.case_id}: {said}{mended}{wrong}"


def total(told: list[Told]) -> str:
    """All cases, counted."""
    counts = Counter(one.result for one in told)
    making = f"; {counts['making']} closed ones make papers again" if counts["making"] else ""
    open_ones = len(told) - counts["making"]
    return (
        f"{open_ones} open cases: {counts['started']} started again, {counts['running']} were running, "
        f"{counts['failed']} could not be started; {sum(one.mended for one in told)} mended, "
        f"{sum(bool(one.problem) and one.result != 'failed' for one in told)} altered{making}"
    )
