"""`duecourse accounts`: people who sign in with a password kept here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from cases.words import Role
from runtime.commands.database import read, write

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

accounts = typer.Typer(help="People who sign in.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(accounts, name="accounts")


@accounts.command("list")
def list_() -> None:
    """Who can sign in."""
    from store import accounts as people

    table = Table("Username", "Name", "Role", "Landlord", "")
    for account in read(people.every):
        role = Role(account.role).label
        table.add_row(
            account.username, account.display_name, role, account.landlord or "all", "shut out" * account.disabled
        )
    Console().print(table)


@accounts.command("add")
def new(
    username: str,
    name: Annotated[str, typer.Option(help="The name colleagues see.")],
    role: Annotated[Role, typer.Option(help="What they are.")],
    landlord: Annotated[str | None, typer.Option(help="Only this landlord's cases.", show_default=False)] = None,
) -> None:
    """Make an account and print its password, once."""
    from runtime.passwords import hash_password, new_password
    from store import accounts as people

    password = new_password()

    async def make(session: AsyncSession) -> bool:
        return await people.create(
            session,
            user_id=username.strip().casefold(),
            username=username,
            display_name=name,
            role=role,
            password_hash=hash_password(password),
            landlord=landlord,
        )

    if role is Role.SYSTEM or not write(make):
        raise typer.BadParameter(
            f"'{username}' is taken" if role is not Role.SYSTEM else "nobody signs in as the system"
        )
    typer.echo(f"{username}  {password}   (shown once)")


@accounts.command("password")
def password(username: str) -> None:
    """Give somebody a new password and print it, once."""
    from runtime.passwords import hash_password, new_password
    from store import accounts as people

    password = new_password()

    async def change(session: AsyncSession) -> bool:
        account = await people.by_username(session, username)
        if account is not None:
            await people.set_password(session, account.user_id, hash_password(password))
        return account is not None

    if not write(change):
        raise typer.BadParameter(f"there is no account '{username}'")
    typer.echo(f"{username}  {password}   (shown once)")


@accounts.command("email")
def email(
    username: str, address: Annotated[str, typer.Argument(help="Where the daily digest goes; '' to only show it.")]
) -> None:
    """Say where somebody's daily digest goes by mail (a mail server has to be set, see the settings)."""
    from store import accounts as people

    async def change(session: AsyncSession) -> bool:
        account = await people.by_username(session, username)
        if account is not None:
            await people.set_email(session, account.user_id, address)
        return account is not None

    try:
        found = write(change)
    except ValueError as fault:
        raise typer.BadParameter(str(fault)) from None
    if not found:
        raise typer.BadParameter(f"there is no account '{username}'")
    typer.echo(f"{username}: {address or 'no mail'}")


@accounts.command("shut-out")
def shut_out(username: str, back: Annotated[bool, typer.Option(help="Let them in again.")] = False) -> None:
    """Stop somebody from signing in, or let them in again."""
    from store import accounts as people

    async def change(session: AsyncSession) -> bool:
        account = await people.by_username(session, username)
        if account is not None:
            await people.set_disabled(session, account.user_id, not back)
        return account is not None

    if not write(change):
        raise typer.BadParameter(f"there is no account '{username}'")
