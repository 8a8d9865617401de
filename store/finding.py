"""Finding a case by whatever somebody has in hand: its id, a reference, a court's number, an address, a name.

What was typed may be a name: it is bound, never logged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store import housing, pipeline
from store.housing import AccountRow
from store.pipeline import CaseRow
from store.tables import CaseView
from store.upsert import table_of

MOST = 50
_LONGEST_NUMBER = 40


@dataclass(frozen=True)
class Finding:
    """What was found: cases of every kind, open ones first, and accounts. `sure`: the one case whose id or court's
    number is just what was typed. `more`: there were more accounts than are given here."""

    cases: tuple[CaseRow, ...] = ()
    accounts: tuple[AccountRow, ...] = ()
    sure: CaseRow | None = None
    more: bool = False


async def find(session: AsyncSession, landlord: str | None, words: str) -> Finding:
    """Cases and accounts of a landlord (None: of every one) by case id, tenancy reference, claim or warrant number,
    address or tenant's name. Of several words every one must be found."""
    words = " ".join(words.split())
    if not words:
        return Finding()
    ids = await _by_number(session, landlord, words)
    homes = await housing.accounts_in_arrears(session, landlord=landlord, search=words, limit=MOST)
    refs = [(row.landlord, row.tenancy_ref) for row in homes.rows]
    cases = await pipeline.by_ids(session, [*ids, *await _of_accounts(session, refs)])
    exact = [row for row in cases if row.case_id in ids]
    return Finding(
        cases=tuple(sorted(cases, key=lambda row: (row.closed_on is not None, row.case_id not in ids, row.case_id))),
        accounts=homes.rows,
        sure=exact[0] if len(exact) == 1 else None,
        more=homes.next_cursor is not None,
    )


async def _by_number(session: AsyncSession, landlord: str | None, words: str) -> list[str]:
    """The cases whose id, or a number that a court gave, is just this; spaces and capitals do not count."""
    wanted = _plain(words)
    if not any(each.isdigit() for each in wanted) or len(wanted) > _LONGEST_NUMBER:
        return []
    view = table_of(CaseView).c
    known = func.lower(cast(view.state, String))
    near = [known.contains(each.lower(), autoescape=True) for each in {words, wanted}]
    query = select(view.case_id, view.state).where(or_(func.lower(view.case_id) == wanted.lower(), *near))
    if landlord is not None:
        query = query.where(view.landlord == landlord)
    rows = await session.execute(query.order_by(view.case_id).limit(MOST * 10))
    return [row.case_id for row in rows if wanted in (_plain(row.case_id), *map(_plain, _numbers(row.state)))]


async def _of_accounts(session: AsyncSession, refs: list[tuple[str, str]]) -> list[str]:
    if not refs:
        return []
    view = table_of(CaseView).c
    rows = await session.execute(
        select(view.case_id, view.landlord, view.tenancy_ref).where(view.tenancy_ref.in_({ref for _, ref in refs}))
    )
    return [row.case_id for row in rows if (row.landlord, row.tenancy_ref) in set(refs)]


def _numbers(value: Any) -> Iterator[str]:
    """Every number that a court gave, wherever in a case it stands."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("claim_number", "number", "warrant_number") and isinstance(inner, str):
                yield inner
            else:
                yield from _numbers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(inner)


def _plain(number: str) -> str:
    return "".join(number.split()).upper()
