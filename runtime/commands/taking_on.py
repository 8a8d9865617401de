"""`duecourse take-on`: a landlord's cases that are under way, from a table; tried dry, then brought in."""

from __future__ import annotations

import asyncio
import json
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from runtime import settings as settings_module

if TYPE_CHECKING:
    from api.taking_on import TakenOnRow

GOOD = ("would_come_in", "came_in", "here_already")


def add(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("take-on")(take_on)


def take_on(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="CSV, a line a step; see docs/taking-on.md.")
    ],
    landlord: Annotated[str, typer.Option(help="Short name of the landlord.")],
    by: Annotated[str, typer.Option("--as", help="Username of who takes them on.")],
    apply: Annotated[bool, typer.Option("--apply", help="Bring them in, if all can come in. Else: a dry run.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Take on cases that are under way. Says of each what would come in or why not; nothing comes in half."""
    import_module("api.app")
    from api.problems import Problem

    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise typer.BadParameter("the file must be UTF-8 text", param_hint="FILE") from None
    try:
        rows = asyncio.run(_rows(text, landlord, by, apply))
    except Problem as problem:
        raise typer.BadParameter(" ".join(f"{each.says} {each.mend}" for each in problem.refusals)) from None
    if as_json:
        typer.echo(json.dumps([row.model_dump(mode="json") for row in rows], indent=2))
    else:
        _tell(rows, apply)
    if any(row.outcome not in GOOD for row in rows):
        raise typer.Exit(1)


async def _rows(text: str, landlord: str, by: str, apply: bool) -> list[TakenOnRow]:
    from api import taking_on
    from runtime.commands.ahead import user_of
    from runtime.within import within

    async with within(settings_module.load()) as web:
        from api.web import looking

        async with web.reading() as session:
            user = await user_of(session, by)
        looking(user.user_id)
        return await taking_on.table(web, user, landlord, text, apply=apply)


def _tell(rows: list[TakenOnRow], apply: bool) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for row in rows:
        stage = f": {row.stage.replace('_', '-')}" if row.stage else ""
        console.print(f"{row.tenancy_ref}  {row.outcome.replace('_', ' ')}{stage}  {row.case_id}".rstrip())
        for refusal in row.refusals:
            console.print(f"   {refusal.says} {refusal.mend} {f'({refusal.authority})' if refusal.authority else ''}")
        for risk in row.at_risk:
            console.print(f"   at risk: {risk}")
        for gap in row.gaps:
            console.print(f"   not told: {gap}")
        if row.next_title:
            console.print(f"   next: {row.next_title}, {row.next_on:%d %B %Y}")
    good = sum(row.outcome in GOOD for row in rows)
    if not apply:
        console.print(f"{good} of {len(rows)} cases would come in. Nothing was changed; --apply brings them in.")
    elif any(row.outcome == "came_in" for row in rows) and good < len(rows):
        console.print(
            f"{len(rows) - good} of {len(rows)} cases did not come in: something changed meanwhile. Try again."
        )
    elif good < len(rows):
        console.print(f"{len(rows) - good} of {len(rows)} cases cannot come in, so none did.")
    else:
        console.print(f"{len(rows)} cases are here.")
