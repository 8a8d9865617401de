"""What a data folder or database needs before anything runs: tables, the sample landlord, people who can sign in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from cases.words import Role
from runtime.passwords import hash_password, new_password
from runtime.settings import Settings, SettingsProblem

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from store.importing import ImportSummary


@dataclass(frozen=True)
class NewAccount:
    """Somebody who can sign in from now on; the password is known here and nowhere else."""

    user_id: str
    username: str
    display_name: str
    role: Role
    password: str


@dataclass(frozen=True)
class FirstRun:
    """What was made because nothing was there."""

    accounts: tuple[NewAccount, ...]
    imported: ImportSummary | None


# The sample export gives its tenancies to these officers; everybody here is made up.
SAMPLE_PEOPLE = (
    ("officer.a", "Amal Reid (sample)", Role.OFFICER),
    ("officer.b", "Bryn Castle (sample)", Role.OFFICER),
    ("officer.c", "Chloe Marsh (sample)", Role.OFFICER),
    ("senior", "Sam Okoro (sample)", Role.SENIOR),
    ("leader", "Lena Frost (sample)", Role.TEAM_LEADER),
    ("legal", "Leo Quill (sample)", Role.LEGAL),
    ("admin", "Ada Stone (sample)", Role.ADMINISTRATOR),
)
FIRST_ADMINISTRATOR = (("admin", "Administrator", Role.ADMINISTRATOR),)


async def prepare(settings: Settings, say: Callable[[str], object] = lambda line: None) -> FirstRun | None:
    """Bring the database up to date; where nobody can sign in yet, load the sample (if wanted) and make accounts.

    Safe to run at every start; None where all was there.
    """
    from store import accounts, migrate
    from store.engine import make_engine, readers

    await asyncio.to_thread(migrate.upgrade, settings.database)
    engine = make_engine(settings.database)
    try:
        async with readers(engine)() as session:
            somebody = await accounts.every(session)
        if somebody:
            return None
        with_sample = settings.sample == "yes" or (settings.sample == "auto" and settings.environment == "embedded")
        imported = await _import_sample(settings, engine, say) if with_sample else None
        made = await _make_accounts(engine, SAMPLE_PEOPLE if with_sample else FIRST_ADMINISTRATOR)
        return FirstRun(accounts=made, imported=imported)
    finally:
        await engine.dispose()


def show(first: FirstRun, console: Console) -> None:
    """Print who can sign in, once: the passwords are kept nowhere."""
    table = Table(title="Who can sign in (shown once; passwords are kept as hashes only)", title_justify="left")
    for heading in ("Username", "Password", "Name", "Role"):
        table.add_column(heading, no_wrap=True)
    for account in first.accounts:
        table.add_row(account.username, account.password, account.display_name, account.role.label)
    console.print(table)


async def _import_sample(settings: Settings, engine: AsyncEngine, say: Callable[[str], object]) -> ImportSummary | None:
    from store.importing import import_export

    # No case can be open in a database that nobody could sign in to: nothing to wake.
    if not settings.sample_dir.is_dir():
        if settings.sample == "yes":
            raise SettingsProblem(f"there is no sample export at {settings.sample_dir}")
        return None
    say(f"New data folder: loading the sample landlord from {settings.sample_dir}")
    return await import_export(engine, settings.sample_dir, sample=True)


async def _make_accounts(engine: AsyncEngine, people: tuple[tuple[str, str, Role], ...]) -> tuple[NewAccount, ...]:
    from store import accounts
    from store.engine import sessions, transaction

    made = tuple(
        NewAccount(user_id=username, username=username, display_name=name, role=role, password=new_password())
        for username, name, role in people
    )
    # Hashing is slow on purpose and lets go of the interpreter, so all cores share it.
    hashes = await asyncio.gather(*(asyncio.to_thread(hash_password, account.password) for account in made))
    async with transaction(sessions(engine)) as session:
        for account, password_hash in zip(made, hashes, strict=True):
            await accounts.create(
                session,
                user_id=account.user_id,
                username=account.username,
                display_name=account.display_name,
                role=account.role,
                password_hash=password_hash,
            )
    return made
