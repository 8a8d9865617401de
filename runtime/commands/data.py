"""`duecourse import` and `outbox`: what comes in from the housing system, and what goes out to people."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from runtime import settings as settings_module
from runtime.commands.database import read

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from store.importing import ImportSummary

ERRORS_SHOWN = 20


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("import")(import_)
    app.command()(outbox)


def import_(
    folder: Annotated[Path, typer.Argument(help="Holds tenancies.csv, people.csv, postings.csv, or some of them.")],
    sample: Annotated[bool, typer.Option(help="Mark landlords made by this import as made up.")] = False,
) -> None:
    """Bring in the housing system's export. All or nothing: with any error, nothing is changed."""
    from runtime.importing import import_export

    console = Console(highlight=False, soft_wrap=True)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("Reading and checking", total=None)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        done = asyncio.run(import_export(settings_module.load(), folder, progress, sample=sample))
    _tell(done.summary, console)
    if done.woken is None:
        console.print("The workflow engine was away: open cases are told by the next daily sweep.")
    if not done.summary.applied:
        raise typer.Exit(1)


def _tell(summary: ImportSummary, console: Console) -> None:
    if summary.applied:
        for name in ("tenancies", "people", "postings"):
            counts = getattr(summary, name)
            console.print(f"{name:<10} {counts.added} new, {counts.changed} changed, {counts.unchanged} as before")
    else:
        console.print(f"[red]Nothing was brought in:[/red] {summary.error_count} errors")
    for error in summary.errors[:ERRORS_SHOWN]:
        console.print(f"  {error.file} line {error.line}, {error.field}: {error.rule}; {error.mend}")
    for refused in summary.refused:
        console.print(f"  refused {refused.tenancy_ref} (line {refused.line}): {refused.reason} ({refused.authority})")
    if summary.absent_lines:
        console.print(f"  {summary.absent_lines} postings that came earlier are not in this export; they are kept")


def outbox(
    waiting: Annotated[bool, typer.Option(help="Only what is not delivered yet.")] = False,
) -> None:
    """The latest messages that cases wrote: reminders, dates that came, escalations."""
    from store import outbox as box

    table = Table("Written", "Case", "To", "Kind", "Delivered")

    async def look(session: AsyncSession) -> list[tuple[str, str, str, str, str]]:
        return [
            (
                f"{row.created_at:%Y-%m-%d %H:%M}",
                row.case_id,
                row.to_user or "",
                row.kind,
                f"{row.delivered_at:%Y-%m-%d %H:%M}" if row.delivered_at else "no",
            )
            for row in await box.rows(session, undelivered=waiting)
        ]

    for line in read(look):
        table.add_row(*line)
    Console().print(table)
