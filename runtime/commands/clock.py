"""`duecourse clock`: the sample landlord's clock."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from runtime import settings as settings_module
from runtime.commands.database import read
from runtime.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

UNITS = {"d": 1, "w": 7}

clock = typer.Typer(help="The sample landlord's clock: walk through months in an afternoon.", no_args_is_help=True)
LandlordOption = Annotated[
    str | None, typer.Option(help="Short name of the landlord; every sample landlord if left out.", show_default=False)
]


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(clock, name="clock")


@clock.command("show")
def show(landlord: LandlordOption = None) -> None:
    """Show each landlord's legal day."""
    from store import clock as clocks
    from store import landlords

    async def look(session: AsyncSession) -> list[tuple[str, bool, str, int]]:
        found = [each for each in await landlords.every(session) if landlord in (None, each.slug)]
        return [
            (
                each.slug,
                each.sample,
                str(await clocks.today(session, each.slug)),
                (await clocks.offset(session, each.slug)).days,
            )
            for each in found
        ]

    for slug, sample, today, ahead in read(look):
        typer.echo(f"{slug}: {today}" + (f" (sample, {ahead} days ahead)" if sample else ""))


@clock.command("forward")
def forward(
    by: Annotated[str, typer.Argument(help="How far: 30d, 2w.")],
    landlord: LandlordOption = None,
) -> None:
    """Move a sample landlord's clock on, post its rent for the days passed, and wake its cases."""
    found = re.fullmatch(r"(\d{1,4})([dw])", by.strip())
    if found is None:
        raise typer.BadParameter("say it as 30d or 2w", param_hint="BY")
    days = int(found[1]) * UNITS[found[2]]
    for line in asyncio.run(_forward(settings_module.load(), landlord, days)):
        typer.echo(line)


async def _forward(settings: Settings, landlord: str | None, days: int) -> list[str]:
    from runtime.temporal import connect
    from runtime.waking import wake
    from store import clock as clocks
    from store import landlords
    from store.engine import make_engine, readers, sessions, transaction
    from store.errors import NotSample, NotThere
    from workflows.messages import Wake

    client = await connect(settings)
    engine = make_engine(settings.database)
    told: list[str] = []
    try:
        async with readers(engine)() as session:
            slugs = [landlord] if landlord else [each.slug for each in await landlords.every(session, sample=True)]
        for slug in slugs:
            try:
                async with transaction(sessions(engine)) as session:
                    moved = await clocks.advance(session, slug, days)
            except (NotSample, NotThere, ValueError) as problem:
                raise typer.BadParameter(str(problem)) from None
            why = Wake(clock_offset_seconds=int(moved.offset / timedelta(seconds=1)), rent_changed=bool(moved.postings))
            woken = await wake(client, await _open_cases(engine, slug), why)
            told.append(f"{slug}: {moved.today}, {moved.postings} rent postings made, {woken} cases woken")
    finally:
        await engine.dispose()
    return told


async def _open_cases(engine: AsyncEngine, landlord: str) -> list[tuple[str, str]]:
    from sqlmodel import col, select

    from store.engine import readers
    from store.tables import CaseView

    async with readers(engine)() as session:
        wanted = select(CaseView.landlord, CaseView.tenancy_ref).where(
            CaseView.landlord == landlord, col(CaseView.closed_on).is_(None)
        )
        return [(row[0], row[1]) for row in await session.execute(wanted)]
