"""`duecourse what-if` and `duecourse try-policy`: looking ahead, and trying a policy, without touching a case."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from runtime.commands.database import read

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from cases.facts import Facts
    from cases.state import CaseState


class Outcome(StrEnum):
    """What the court is taken to do."""

    OUTRIGHT = "outright"
    SUSPENDED = "suspended"
    DISMISSED = "dismissed"


class Pays(StrEnum):
    """What is taken to come into the account."""

    NOTHING = "nothing"
    RENT = "rent"


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("what-if")(what_if)
    app.command("try-policy")(try_policy)


def what_if(
    case: Annotated[str, typer.Argument(help="The case, like T100037-1.")],
    outcome: Annotated[Outcome, typer.Option(help="What the court orders.")] = Outcome.OUTRIGHT,
    listing_days: Annotated[int, typer.Option(min=0, max=400, help="Days from issue to the hearing.")] = 42,
    bailiff_days: Annotated[int, typer.Option(min=0, max=400, help="Days from the warrant to the eviction.")] = 42,
    pays: Annotated[Pays, typer.Option(help="What is paid from now on.")] = Pays.NOTHING,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show the rest of a case's road by date, under named assumptions. The case is not touched."""
    from cases.assumptions import Assumptions
    from cases.what_if import rest_of_road
    from store import trying

    assumed = Assumptions(outcome=outcome.value, listing_days=listing_days, bailiff_days=bailiff_days, pays=pays.value)

    async def look(session: AsyncSession) -> tuple[CaseState, Facts, datetime] | None:
        return await trying.seen(session, case)

    seen = read(look)
    if seen is None:
        raise typer.BadParameter(f"there is no case {case}", param_hint="CASE")
    found = rest_of_road(*seen, assumed)
    if as_json:
        import json

        told = {"assumed": assumed.told(), "coming": [each.model_dump(mode="json") for each in found]}
        typer.echo(json.dumps(told, indent=2))
        return
    for line in assumed.told():
        typer.echo(f"  {line}")
    if not found:
        typer.echo("Nothing is left to come: the case is closed.")
    for each in found:
        mark = {"step": "", "date": "· ", "stop": "! "}[each.kind]
        sure = f" [{each.confidence}]" if each.confidence else ""
        typer.echo(f"{each.on:%a %d %b %Y}  {mark}{each.what}{sure}")
        if each.waited_for:
            typer.echo(f"{'':17}not sooner: {each.waited_for}")
        elif each.kind != "step" and each.why:
            typer.echo(f"{'':17}{each.why}")


def try_policy(
    policy_file: Annotated[Path, typer.Argument(help="The policy to try, in TOML.", exists=True, dir_okay=False)],
    landlord: Annotated[str, typer.Option(help="Short name of the landlord.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Try a policy on every open case of a landlord and print what would be different. Nothing is changed."""
    from runtime.commands.policy import read_file, unknown
    from store import trying
    from store.errors import NotThere

    policy = read_file(policy_file)

    async def look(session: AsyncSession) -> trying.Trial:
        return await trying.on_open_cases(session, landlord, policy)

    try:
        found = read(look)
    except NotThere:
        raise unknown(landlord) from None
    if as_json:
        import json

        told = {"cases": found.cases, "differences": [each.model_dump() for each in found.differences]}
        typer.echo(json.dumps(told, indent=2))
        return
    for each in found.differences:
        typer.echo(f"{each.case_id}  {each.what}\n    now:  {each.now}\n    then: {each.then}")
    typer.echo(f"{found.cases} open cases looked at; {found.touched} would be different.")
