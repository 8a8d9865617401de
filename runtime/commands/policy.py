"""`duecourse policy` and `duecourse watch`: a landlord's own rules by date, and what its ladder says of accounts."""

from __future__ import annotations

import getpass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from runtime.commands.database import read, write

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.ext.asyncio import AsyncSession

    from cases.facts import Policy
    from store.policies import Version
    from store.watching import Watch

policy = typer.Typer(help="A landlord's own rules, by date.", no_args_is_help=True)
File = Annotated[Path, typer.Argument(help="The policy, in TOML.", exists=True, dir_okay=False)]
Slug = Annotated[str, typer.Argument(help="Short name of the landlord.")]


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(policy, name="policy")
    app.command("watch")(watch)


@policy.command()
def check(policy_file: File) -> None:
    """Say what is wrong with a policy file, everything at once; nothing is changed."""
    found = read_file(policy_file)
    typer.echo(f"{policy_file} is a policy: {len(found.ladder)} rungs, {len(found.approvals)} approval rules.")


@policy.command("set")
def set_(
    landlord: Slug,
    policy_file: File,
    from_day: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help="The first day; today if not given.", show_default=False),
    ] = None,
    note: Annotated[str, typer.Option(help="Who decided it, and where that is written.")] = "",
) -> None:
    """Have a policy hold from a day on. What held before is kept, and a day that has passed is refused."""
    from store import clock, policies
    from store.errors import NotThere

    wanted = read_file(policy_file)

    async def keep(session: AsyncSession) -> date | None:
        today = await clock.today(session, landlord)
        day = from_day.date() if from_day else today
        if day < today:
            return None
        await policies.set_from(session, landlord, wanted, day, by=getpass.getuser(), note=note[:200])
        return day

    try:
        day = write(keep)
    except NotThere:
        raise unknown(landlord) from None
    if day is None:
        raise typer.BadParameter("that day has passed; what was decided then was decided under the old rules")
    typer.echo(f"{landlord}: from {day:%d %B %Y} on")


@policy.command()
def show(
    landlord: Slug, all_: Annotated[bool, typer.Option("--all", help="Every version, not only today's.")] = False
) -> None:
    """Print a landlord's policy as TOML: today's, or every version with its days and who set it."""
    from cases.policy_file import write_policy
    from store import clock, policies
    from store.errors import NotThere

    async def look(session: AsyncSession) -> tuple[list[Version], date]:
        return await policies.versions(session, landlord), await clock.today(session, landlord)

    try:
        versions, today = read(look)
    except NotThere:
        raise unknown(landlord) from None
    for each in versions:
        holds = (each.first is None or each.first <= today) and (each.last is None or today <= each.last)
        if not (all_ or holds):
            continue
        since = f"from {each.first:%d %B %Y}" if each.first else "from the beginning"
        until = f" to {each.last:%d %B %Y}" if each.last else " on"
        who = f", set by {each.set_by} on {each.set_at:%d %B %Y}" if each.set_at else ""
        typer.echo(f"# {since}{until}{who}{'; ' + each.note if each.note else ''}")
        typer.echo(write_policy(each.policy))


def watch(
    landlord: Annotated[str, typer.Option(help="Only this landlord.", show_default=False)] = "",
    officer: Annotated[str, typer.Option(help="Only the homes of this officer.", show_default=False)] = "",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Accounts without a case that the landlord's ladder speaks to, with the reason and the rule."""
    from store import landlords, watching
    from store.errors import NotThere

    async def look(session: AsyncSession) -> list[Watch]:
        owners = [landlord] if landlord else [owner.slug for owner in await landlords.every(session)]
        return [await watching.watched(session, slug, officer=officer) for slug in owners]

    try:
        found = read(look)
    except NotThere:
        raise unknown(landlord) from None
    if as_json:
        import json

        told = {each.landlord: [one.model_dump(mode="json") for one in each.accounts] for each in found}
        typer.echo(json.dumps(told, indent=2))
        return
    for each in found:
        opens, statements = len(each.to_open), len(each.statements_due)
        typer.echo(
            f"{each.name}, {each.today:%d %B %Y}: {each.looked_at} accounts in arrears without a case; "
            f"{opens} to open, {statements} statements due."
        )
        table = Table("Account", "Owed", "Rung", "Because", "Statement")
        for one in each.accounts:
            lead = one.leads
            due = f"due {one.statement.on:%d %b}" if one.statement and one.statement_due else ""
            table.add_row(
                one.account.tenancy_ref,
                f"£{one.account.arrears_pence / 100:,.2f}",
                f"{lead.title}{' → open a case?' if one.opens else ''}" if lead else "",
                "; ".join(lead.because) if lead else "",
                due,
            )
        if each.accounts:
            Console().print(table)


def read_file(file: Path) -> Policy:
    """The policy in a file. Raises BadParameter after naming every fault."""
    from cases.policy_file import BadPolicy, read_policy

    try:
        return read_policy(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise typer.BadParameter(f"{file} is not a text file") from None
    except BadPolicy as bad:
        for problem in bad.problems:
            typer.echo(f"  {problem}", err=True)
        raise typer.BadParameter(f"{file} is no policy; {len(bad.problems)} faults are named above") from None


def unknown(slug: str) -> typer.BadParameter:
    """The refusal of a landlord that is not there."""
    return typer.BadParameter(f"there is no landlord '{slug}'; `duecourse landlords list` names them")
