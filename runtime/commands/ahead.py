"""`duecourse next`, `forecast`, `delegations` and `bulk`: what the team's pages say, and nothing is changed."""

from __future__ import annotations

import asyncio
import json
from importlib import import_module
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from runtime import settings as settings_module
from runtime.commands.database import read

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.ext.asyncio import AsyncSession

    from api import bulk as many
    from cases.ranking import Next
    from store.delegations import Standing
    from store.outlook import Outlook

Landlord = Annotated[str, typer.Option(help="Short name of the landlord.")]
WHOLE = "api.app"
"""Taken in first, because the parts of the API import each other."""
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("next")(next_)
    app.command("forecast")(forecast)
    app.command("delegations")(delegations)
    app.command("bulk")(bulk)


def next_(
    case: Annotated[str, typer.Argument(help="The case, like T100037-1 or T100037-M1.")],
    by: Annotated[str, typer.Option("--as", help="Username of who asks.")],
    as_json: AsJson = False,
) -> None:
    """Say what to do next on a case: what leads and why, why the rest does not, and what is missing for it."""

    async def look(session: AsyncSession) -> Next | None:
        import_module(WHOLE)
        from api.problems import Problem
        from api.sides import OF_MONEY, side_of
        from cases.money import ranking as money
        from cases.ranking import next_of

        user = await user_of(session, by)
        side = side_of(case)
        try:
            state = await side.load(session, user, case)
        except Problem:
            return None
        known, as_at = await side.facts_of(session, user, state)
        ranked: Any = money.next_of if side is OF_MONEY else next_of
        found: Next = ranked(state, known, as_at, user.person)
        return found

    found = read(look)
    if found is None:
        raise typer.BadParameter(f"there is no case {case}", param_hint="CASE")
    if as_json:
        typer.echo(json.dumps(found.model_dump(mode="json"), indent=2))
        return
    if not found.recommended:
        typer.echo("Nothing is recommended.")
    for each in found.recommended:
        typer.echo(f"{each.place}. {each.label}{f' ({each.suggests})' if each.suggests else ''}")
        typer.echo(f"   {'leads: ' + each.rule_says if each.leads else each.not_leading}")
        if each.because:
            typer.echo(f"   {each.because}")
    for step in found.not_yet:
        when = f", from {step.from_day:%d %B %Y} if that is mended" if step.from_day else ""
        typer.echo(f"Not yet: {step.label}{when}")
        for reason in step.missing:
            typer.echo(f"   {reason.refusal.says} {reason.refusal.mend}".rstrip())


def forecast(
    landlord: Landlord,
    days: Annotated[int, typer.Option(min=1, max=365, help="How many days ahead.")] = 30,
    officer: Annotated[str, typer.Option(help="Only this officer's cases.", show_default=False)] = "",
    as_json: AsJson = False,
) -> None:
    """Say what lapses, is broken, is late or is blocked in the days ahead, whose it is and why."""

    async def look(session: AsyncSession) -> Outlook:
        from store import outlook

        return await outlook.outlook(session, landlord, days=days, officer=officer or None)

    found = _of_landlord(look, landlord)
    if as_json:
        rows = [{**row.model_dump(mode="json"), "address": row.address} for row in found.rows]
        told = {"landlord": landlord, "today": found.today.isoformat(), "days": days, "cases": found.cases}
        typer.echo(json.dumps({**told, "rows": rows}, indent=2))
        return
    counts = ", ".join(f"{sort.label.lower()} {n}" for sort, n in found.counts.items())
    typer.echo(f"{found.cases} open cases, {days} days from {found.today:%d %B %Y}: {counts}.")
    table = Table("Day", "Sort", "Case", "Whose", "What", "Why")
    for row in found.rows:
        day = f"{row.on:%d %b %Y}" if row.on else "no date"
        table.add_row(day, row.sort.label, row.case_id, row.officer, row.what, f"{row.why} {row.authority}".rstrip())
    if found.rows:
        Console().print(table)


def delegations(landlord: Landlord, as_json: AsJson = False) -> None:
    """Say who approves in whose absence, and on which days."""

    async def look(session: AsyncSession) -> tuple[list[Standing], date]:
        from store import clock
        from store import delegations as standing

        today = await clock.today(session, landlord)
        return await standing.every(session, landlord, today), today

    found, today = _of_landlord(look, landlord)
    if as_json:
        told = [
            {
                "by": each.by.user_id,
                "to": each.to.user_id,
                "first": each.first.isoformat(),
                "last": each.last.isoformat(),
                "running": each.running,
                "ended_at": each.ended_at.isoformat() if each.ended_at else None,
            }
            for each in found
        ]
        typer.echo(json.dumps({"landlord": landlord, "today": today.isoformat(), "delegations": told}, indent=2))
        return
    table = Table("Approver", "Delegate", "Days", "State")
    for each in found:
        over = "ended" if each.ended_at else "over" if each.last < today else "runs" if each.running else "to come"
        table.add_row(each.by.user_id, each.to.user_id, f"{each.first:%d %b %Y} to {each.last:%d %b %Y}", over)
    typer.echo(f"{len(found)} delegations.")
    if found:
        Console().print(table)


def bulk(
    act: Annotated[str, typer.Argument(help='The act as JSON, like \'{"kind": "reassign", "officer": "bo"}\'.')],
    cases: Annotated[list[str], typer.Argument(help="The cases it is for, 100 at the most.")],
    by: Annotated[str, typer.Option("--as", help="Username of who would do it.")],
    as_json: AsJson = False,
) -> None:
    """Say, case by case, what an act on many cases would do: a dry run. It is done on the page or over the API."""

    async def look() -> list[many.Row]:
        from runtime.within import within

        async with within(settings_module.load()) as web:
            import_module(WHOLE)
            from api import bulk as many
            from api.web import looking

            async with web.reading() as session:
                user = await user_of(session, by)
            looking(user.user_id)
            return await many.dry_run(web, user, many.Bulk.model_validate(asked))

    from pydantic import ValidationError

    import_module(WHOLE)
    from api.problems import Problem

    try:
        asked = {"act": json.loads(act), "cases": cases}
        began = perf_counter()
        rows = asyncio.run(look())
    except (json.JSONDecodeError, ValidationError) as fault:
        raise typer.BadParameter(f"this cannot be asked: {type(fault).__name__}: {fault}") from None
    except Problem as problem:
        raise typer.BadParameter(" ".join(f"{each.says} {each.mend}" for each in problem.refusals)) from None
    if as_json:
        typer.echo(json.dumps([{**row.model_dump(mode="json"), "address": row.address} for row in rows], indent=2))
        return
    for row in rows:
        later = f"; may be done from {row.from_day:%d %B %Y}" if row.from_day else ""
        typer.echo(f"{row.case_id}  {row.outcome}{later}")
        for refusal in row.refusals:
            typer.echo(f"   {refusal.says} {refusal.mend}".rstrip())
    allowed = sum(row.outcome == "allowed" for row in rows)
    took = perf_counter() - began
    typer.echo(f"{len(rows)} cases looked at in {took:.1f} s; it may be done to {allowed}. Nothing was changed.")


async def user_of(session: AsyncSession, username: str) -> Any:
    """Somebody as the API knows them when they are signed in. Raises BadParameter."""
    from api.security.people import User
    from cases.words import Role
    from store import accounts

    account = await accounts.by_username(session, username)
    if account is None or account.disabled:
        raise typer.BadParameter(f"there is no account '{username}'; `duecourse accounts list` names them")
    role = Role(account.role)
    return User(account.user_id, account.username, account.display_name, role, account.landlord, "", "")


def _of_landlord(look: Any, landlord: str) -> Any:
    from runtime.commands.policy import unknown
    from store.errors import NotThere

    try:
        return read(look)
    except NotThere:
        raise unknown(landlord) from None
