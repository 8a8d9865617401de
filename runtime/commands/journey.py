"""`duecourse journey`: a whole case played through the API by signed-in people."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from runtime import settings as settings_module


def add(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(journey)


def journey(
    name: Annotated[str | None, typer.Argument(help="Which journey to play.", show_default=False)] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the journeys.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --list: as JSON.")] = False,
    papers: Annotated[
        Path | None, typer.Option(help="Where to put the papers; a new folder if left out.", show_default=False)
    ] = None,
) -> None:
    """Play a whole case, from first contact to the keys, in a throw-away data folder with the movable clock."""
    from runtime.journeys import JOURNEYS

    if list_:
        if as_json:
            typer.echo(json.dumps([{"name": road.name, "title": road.title} for road in JOURNEYS.values()], indent=2))
        else:
            for road in JOURNEYS.values():
                typer.echo(f"{road.name:18} {road.title}")
        return
    if name not in JOURNEYS:
        raise typer.BadParameter(f"there is no journey '{name}'; `duecourse journey --list` lists them")
    _play(name, papers)


def _play(name: str, papers: Path | None) -> None:
    from runtime.journeys import JOURNEYS
    from runtime.journeys.road import play
    from runtime.journeys.stage import stage
    from runtime.journeys.story import Story

    road = JOURNEYS[name]
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]{road.title}[/bold]\n[dim]All people and tenancies are made up.[/dim]")
    folder = papers or Path(tempfile.mkdtemp(prefix=f"duecourse-{name}-"))
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with stage(settings_module.Settings().sample_dir) as here:
        console.print(f"[dim]Due Course is up at {here.url} after {time.monotonic() - began:.1f} s[/dim]")
        story = Story(console)
        cast = here.cast(story, folder)
        play(road, cast)
    console.print(
        f"\n[bold]{story.steps} steps taken, {story.refusals} refused, {len(story.papers)} papers made[/bold] "
        f"in {time.monotonic() - began:.1f} s. The papers are in {folder}"
    )
