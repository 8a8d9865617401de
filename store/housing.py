"""Tenancies and rent accounts from the housing system. Search words may be names: they are bound, never logged."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, or_
from sqlalchemy import select as columns_of
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases.facts import Posting as AccountLine
from store.tables import PARTIES, CaseView, Person, Posting, RentBalance, Tenancy

# Those who hold nothing that a possession case could be about.
NO_HOME = ("former_tenant", "sundry_debt")
_CURSOR = re.compile(r"(-?[0-9]{1,15})\.([0-9]{1,15})")


@dataclass(frozen=True)
class AccountRow:
    """A rent account in a list. Arrears are rent lawfully due, in pence; `weeks` is arrears over an average week's
    charge; `tenants` are names, for the page only.
    """

    tenancy_ref: str
    landlord: str
    occupancy: str
    address: str
    patch: str
    officer: str
    tenants: str
    arrears_pence: int
    weeks: float
    last_payment_on: date | None
    last_payment_pence: int
    open_case: str | None
    cursor: str


@dataclass(frozen=True)
class Home:
    """Where somebody lives and who they are, for the page only."""

    address: str
    tenants: str


@dataclass(frozen=True)
class Page:
    """Some rows, and the cursor of the next page (None on the last)."""

    rows: tuple[AccountRow, ...]
    next_cursor: str | None


def folded(text: str) -> str:
    """Text as it is searched: no case, no accents, no apostrophes, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.replace("'", "").replace("\u2019", "").casefold().split())


async def tenancy(session: AsyncSession, landlord: str, tenancy_ref: str) -> Tenancy | None:
    """The tenancy, if the landlord has it."""
    found = await session.execute(
        select(Tenancy).where(Tenancy.landlord == landlord, Tenancy.tenancy_ref == tenancy_ref)
    )
    return found.scalar_one_or_none()


async def postings_of(
    session: AsyncSession, tenancy_id: int, *, since: date | None = None, up_to: date | None = None
) -> list[AccountLine]:
    """The account's lines in order of day, and within a day charges before payments as they came."""
    query = select(Posting).where(Posting.tenancy_id == tenancy_id)
    if since is not None:
        query = query.where(Posting.posted_on >= since)
    if up_to is not None:
        query = query.where(Posting.posted_on <= up_to)
    rows = await session.execute(query.order_by(col(Posting.posted_on), col(Posting.id)))
    return [
        AccountLine(
            on=line.posted_on,
            kind=line.kind,
            due_pence=line.due_pence,
            paid_pence=line.paid_pence,
            source=line.source,
            narrative=line.narrative,
        )
        for line in rows.scalars()
    ]


async def balance(session: AsyncSession, landlord: str, tenancy_ref: str) -> RentBalance | None:
    """Where the account stands, from the read model."""
    found = await session.execute(
        select(RentBalance)
        .join(Tenancy, col(Tenancy.id) == col(RentBalance.tenancy_id))
        .where(Tenancy.landlord == landlord, Tenancy.tenancy_ref == tenancy_ref)
    )
    return found.scalar_one_or_none()


async def accounts_in_arrears(
    session: AsyncSession,
    *,
    landlord: str | None = None,
    minimum_pence: int = 1,
    minimum_weeks: int = 0,
    search: str = "",
    officer: str = "",
    patch: str = "",
    without_case: bool = False,
    cursor: str | None = None,
    limit: int = 25,
) -> Page:
    """Accounts by arrears, the greatest first. Raises ValueError for a cursor that is not one of ours.

    `search` takes words of the reference, the address or a tenant's name; every word must be found. With words to
    search for, accounts not in arrears are found too. Former tenants are left out unless they are searched for.
    """
    words = folded(search).split()[:8]
    wanted: list[Any] = [_matches(word) for word in words]
    if landlord is not None:
        wanted.append(RentBalance.landlord == landlord)
    if not words:
        wanted += [RentBalance.rent_arrears_pence >= minimum_pence, col(Tenancy.occupancy).not_in(NO_HOME)]
    if minimum_weeks:
        wanted.append(col(RentBalance.rent_arrears_pence) >= col(RentBalance.weekly_pence) * minimum_weeks)
    if officer:
        wanted.append(Tenancy.officer == officer)
    if patch:
        wanted.append(Tenancy.patch == patch)
    if without_case:
        wanted.append(col(CaseView.case_id).is_(None))
    if cursor is not None:
        wanted.append(_after(cursor))
    query = (
        columns_of(Tenancy, RentBalance, col(CaseView.case_id))
        .join(RentBalance, col(RentBalance.tenancy_id) == col(Tenancy.id))
        .outerjoin(
            CaseView,
            and_(
                col(CaseView.landlord) == col(Tenancy.landlord),
                col(CaseView.tenancy_ref) == col(Tenancy.tenancy_ref),
                col(CaseView.closed_on).is_(None),
                col(CaseView.kind) == "possession",
            ),
        )
        .where(*wanted)
        .order_by(col(RentBalance.rent_arrears_pence).desc(), col(RentBalance.tenancy_id))
        .limit(limit + 1)
    )
    found = [(row[0], row[1], row[2]) for row in await session.execute(query)]
    names = await _names(session, [home.id for home, _, _ in found[:limit] if home.id is not None])
    rows = tuple(_row(home, account, case_id, names) for home, account, case_id in found[:limit])
    return Page(rows, rows[-1].cursor if len(found) > limit else None)


def _matches(word: str) -> Any:
    pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    somebody = (
        columns_of(col(Person.tenancy_id))
        .where(
            col(Person.tenancy_id) == col(Tenancy.id),
            col(Person.current).is_(True),
            col(Person.search_text).like(pattern, escape="\\"),
        )
        .exists()
    )
    return or_(col(Tenancy.search_text).like(pattern, escape="\\"), somebody)


def _after(cursor: str) -> Any:
    found = _CURSOR.fullmatch(cursor)
    if found is None:
        raise ValueError("not a cursor")
    arrears, number = int(found[1]), int(found[2])
    return or_(
        col(RentBalance.rent_arrears_pence) < arrears,
        and_(col(RentBalance.rent_arrears_pence) == arrears, col(RentBalance.tenancy_id) > number),
    )


async def homes(session: AsyncSession, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Home]:
    """Address and tenants' names by (landlord, reference), for the page only."""
    pairs = set(wanted)
    if not pairs:
        return {}
    found = await session.execute(
        select(Tenancy).where(
            col(Tenancy.landlord).in_({landlord for landlord, _ in pairs}),
            col(Tenancy.tenancy_ref).in_([ref for _, ref in pairs]),
        )
    )
    rows = [home for home in found.scalars() if home.id is not None and (home.landlord, home.tenancy_ref) in pairs]
    names = await _names(session, [home.id for home in rows if home.id is not None])
    return {
        (home.landlord, home.tenancy_ref): Home(
            address=f"{home.address_line_1}, {home.postcode}", tenants=names.get(home.id or 0, "")
        )
        for home in rows
    }


async def _names(session: AsyncSession, tenancy_ids: Sequence[int]) -> dict[int, str]:
    found = await session.execute(
        select(Person)
        .where(col(Person.tenancy_id).in_(tenancy_ids), col(Person.current).is_(True), col(Person.role).in_(PARTIES))
        .order_by(col(Person.tenancy_id), col(Person.number))
    )
    names: dict[int, str] = {}
    for person in found.scalars():
        name = f"{person.first_name} {person.last_name}"
        names[person.tenancy_id] = f"{names[person.tenancy_id]} and {name}" if person.tenancy_id in names else name
    return names


def _row(home: Tenancy, account: RentBalance, case_id: str | None, names: dict[int, str]) -> AccountRow:
    weekly = account.weekly_pence
    return AccountRow(
        tenancy_ref=home.tenancy_ref,
        landlord=home.landlord,
        occupancy=home.occupancy,
        address=", ".join((home.address_line_1, home.town, home.postcode)),
        patch=home.patch,
        officer=home.officer,
        tenants=names.get(account.tenancy_id, ""),
        arrears_pence=account.rent_arrears_pence,
        weeks=round(max(0, account.rent_arrears_pence) / weekly, 1) if weekly else 0.0,
        last_payment_on=account.last_payment_on,
        last_payment_pence=account.last_payment_pence,
        open_case=case_id,
        cursor=f"{account.rent_arrears_pence}.{account.tenancy_id}",
    )
