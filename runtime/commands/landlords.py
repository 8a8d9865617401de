"""`duecourse landlords`: what papers say of a landlord, shown and set by an administrator."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from runtime.commands.database import read, write

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.ext.asyncio import AsyncSession

    from store.details import Details
    from store.tables import Landlord

landlords = typer.Typer(help="What papers say of a landlord.", no_args_is_help=True)
Option = typer.Option


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(landlords, name="landlords")


@landlords.command("list")
def list_() -> None:
    """Every landlord, and what papers still miss of it."""
    from store import landlords as owners

    table = Table()
    table.add_column("Short name", no_wrap=True)
    for heading in ("Name", "Kind", "", "Not set yet"):
        table.add_column(heading)
    for owner in read(owners.every):
        missing = ", ".join(owners.details_of(owner).missing)
        table.add_row(owner.slug, owner.name, owner.kind, "sample" * owner.sample, missing)
    Console().print(table)


@landlords.command()
def show(landlord: Annotated[str, typer.Argument(help="Short name of the landlord.")]) -> None:
    """Print a landlord's details as TOML; changed, they go back in by `set --from-file`."""
    from store import landlords as owners

    details = owners.details_of(_found(landlord))
    for line in _toml(details):
        typer.echo(line)
    if details.missing:
        typer.echo(f"# not set yet, and no paper without: {', '.join(details.missing)}", err=True)


@landlords.command("set")
def set_(
    landlord: Annotated[str, typer.Argument(help="Short name of the landlord.")],
    from_file: Annotated[
        Path | None, Option(help="TOML in place of all that is set.", exists=True, dir_okay=False, show_default=False)
    ] = None,
    address: Annotated[
        list[str] | None, Option(help="A line of the address for service, postcode last; repeat.", show_default=False)
    ] = None,
    phone: Annotated[str | None, Option(help="Telephone number.", show_default=False)] = None,
    email: Annotated[str | None, Option(help="E-mail address.", show_default=False)] = None,
    signatory_name: Annotated[str | None, Option(help="Who signs for the landlord.", show_default=False)] = None,
    signatory_position: Annotated[str | None, Option(help="What they are.", show_default=False)] = None,
    court_name: Annotated[str | None, Option(help="The court it issues in.", show_default=False)] = None,
) -> None:
    """Set what papers say of a landlord: all of it from a file, single parts by options, or both."""
    from pydantic import ValidationError

    from store import landlords as owners
    from store.details import Details

    given: dict[str, Any] = {
        "address": address or None,
        "phone": phone,
        "email": email,
        "signatory_name": signatory_name,
        "signatory_position": signatory_position,
        "court_name": court_name,
    }
    single = {name: value for name, value in given.items() if value is not None}
    if from_file is None and not single:
        raise typer.BadParameter("name a file or what to set")
    before = owners.details_of(_found(landlord))
    try:
        given_whole = before if from_file is None else Details.model_validate(_read(from_file))
        details = given_whole.changed(**single, official_texts=before.official_texts, courts=before.courts)
    except ValidationError as problem:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {_plain(e['msg'])}" for e in problem.errors())
        raise typer.BadParameter(wrong) from None
    _check_grounds(details)

    async def keep(session: AsyncSession) -> None:
        await owners.set_details(session, landlord, details)

    write(keep)
    typer.echo(f"{landlord}: kept" + (f"; still not set: {', '.join(details.missing)}" if details.missing else ""))


@landlords.command()
def texts(
    landlord: Annotated[str, typer.Argument(help="Short name of the landlord.")],
    from_file: Annotated[
        Path | None,
        Option(help="TOML or JSON in place of all that is installed.", exists=True, dir_okay=False, show_default=False),
    ] = None,
) -> None:
    """Install the Act's own words of grounds from a file, checked; without one, list what is installed."""
    from law.errors import LawError
    from law.ground_texts import read_texts
    from store import landlords as owners
    from store.details import OfficialText

    details = owners.details_of(_found(landlord))
    if from_file is None:
        for one in details.official_texts:
            days = f"from {one.first}" + (f" to {one.last}" if one.last else "")
            typer.echo(f"{one.schedule} {one.regime} ground {one.ground}: {days}, {one.source} ({one.confidence})")
        return
    try:
        found = read_texts(from_file.read_text("utf-8"), "json" if from_file.suffix == ".json" else "toml")
    except UnicodeDecodeError:
        raise typer.BadParameter(f"{from_file} is not UTF-8 text") from None
    except LawError as problem:
        raise typer.BadParameter(f"{problem.field}: {problem.rule} {problem.mend}") from None
    installed = tuple(
        OfficialText(
            schedule=one.schedule,
            regime=one.regime,
            ground=one.code,
            text=one.text,
            source=one.source,
            first=one.start,
            last=one.end,
            confidence=one.confidence.value,
        )
        for one in found.texts
    )

    async def keep(session: AsyncSession) -> None:
        await owners.set_details(session, landlord, details.changed(official_texts=installed))

    write(keep)
    typer.echo(f"{landlord}: {len(installed)} official text{'s' if len(installed) != 1 else ''} installed")


@landlords.command()
def courts(
    landlord: Annotated[str, typer.Argument(help="Short name of the landlord.")],
    from_file: Annotated[
        Path | None,
        Option(help="TOML in place of all that is installed.", exists=True, dir_okay=False, show_default=False),
    ] = None,
    postcode: Annotated[str, Option(help="Say which court the table gives for a postcode.")] = "",
) -> None:
    """Install a table of courts by postcode from a file, checked; without one, list what is installed."""
    from cases.court_file import BadCourts, read_courts
    from store import landlords as owners

    details = owners.details_of(_found(landlord))
    if from_file is None:
        _tell_courts(landlord, details, postcode)
        return
    try:
        rows = read_courts(from_file.read_text("utf-8"))
    except UnicodeDecodeError:
        raise typer.BadParameter(f"{from_file} is not UTF-8 text") from None
    except BadCourts as bad:
        for problem in bad.problems:
            typer.echo(f"  {problem}", err=True)
        raise typer.BadParameter(f"{from_file} is no table of courts; {len(bad.problems)} faults are named") from None

    async def keep(session: AsyncSession) -> None:
        await owners.set_details(session, landlord, details.changed(courts=rows))

    write(keep)
    told, named = sum(len(row.postcodes) for row in rows), len({row.court for row in rows})
    typer.echo(f"{landlord}: {named} court{'s' if named != 1 else ''} with {told} postcodes installed")


def _tell_courts(landlord: str, details: Details, postcode: str) -> None:
    from cases.courts import find_court
    from store import clock

    async def day(session: AsyncSession) -> date:
        return await clock.today(session, landlord)

    if postcode:
        found = find_court(details.courts, postcode, read(day))
        told = f"{found.court}, by {found.matched}: {found.source} ({found.confidence})" if found else "no court"
        typer.echo(f"{postcode}: {told}")
        return
    for row in details.courts:
        days = f"from {row.first}" + (f" to {row.last}" if row.last else "")
        typer.echo(f"{row.court}: {', '.join(row.postcodes)}; {days}, {row.source} ({row.confidence})")


def _found(slug: str) -> Landlord:
    from store import landlords as owners
    from store.errors import NotThere

    async def look(session: AsyncSession) -> Landlord:
        return await owners.get(session, slug)

    try:
        return read(look)
    except NotThere:
        raise typer.BadParameter(f"there is no landlord '{slug}'; `duecourse landlords list` names them") from None


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise typer.BadParameter(f"{file} is not TOML: {problem}") from None


def _check_grounds(details: Details) -> None:
    from law.grounds import GROUNDS

    known = {(ground.schedule, ground.code) for ground in GROUNDS}
    for schedule, texts in details.grounds_text.items():
        for code in texts:
            if (schedule, code) not in known:
                schedules = ", ".join(sorted({name for name, _ in known}))
                raise typer.BadParameter(f"grounds_text: there is no ground '{code}' in '{schedule}' ({schedules})")


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")


def _toml(details: Details) -> Iterator[str]:
    """The details as TOML. A JSON string or list of strings is one of TOML's too."""
    kept = details.model_dump(mode="json")
    for name in ("official_texts", "courts"):  # they have a file and a command of their own
        kept.pop(name)
    texts = kept.pop("grounds_text")
    yield from (f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in kept.items())
    for schedule, by_code in texts.items():
        yield f"\n[grounds_text.{json.dumps(schedule)}]"
        yield from (f"{json.dumps(code)} = {json.dumps(text, ensure_ascii=False)}" for code, text in by_code.items())
