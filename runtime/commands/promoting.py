"""`duecourse promote`: which version of the workers cases go on with."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from runtime import settings as settings_module
from runtime.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

ENGINE_PATIENCE = 5.0


def add(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(promote)


def promote(
    build: Annotated[
        str, typer.Argument(help="The version, as the workers' DUECOURSE_WORKER_BUILD names it.", show_default=False)
    ],
) -> None:
    """Let new cases begin on the workers of a version, and wake open cases so that they go on with it.

    A case changes at its next quiet moment, in a new run. Stop the workers of the version before when no case runs on
    them any more.
    """
    typer.echo(asyncio.run(_promote(settings_module.load(), build)))


async def _promote(settings: Settings, build: str) -> str:
    from runtime import versions
    from runtime.temporal import connect
    from runtime.waking import wake
    from store.engine import make_engine
    from workflows.messages import Wake

    client = await connect(settings, patience=ENGINE_PATIENCE)
    before = await versions.current(client)
    try:
        await versions.make_current(client, build)
    except versions.NoSuchVersion as problem:
        raise typer.BadParameter(str(problem), param_hint="BUILD") from None
    database = make_engine(settings.database)
    try:
        woken = await wake(client, await _open_cases(database), Wake())
    finally:
        await database.dispose()
    return f"New runs begin on {build} (before: {before or 'none'}); {woken} open cases were told"


async def _open_cases(database: AsyncEngine) -> list[tuple[str, str]]:
    from store import recovery
    from store.engine import readers, transaction

    async with transaction(readers(database)) as session:
        return [(case.landlord, case.tenancy_ref) for case in await recovery.open_cases(session)]
