"""Which workflows are to be woken: those of open cases."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import CaseView
from store.upsert import table_of

PREFIX = {"possession": "case", "money": "money"}


def workflow_id(landlord: str, tenancy_ref: str, kind: str = "possession") -> str:
    """The workflow that holds an account's open case of a kind."""
    return f"{PREFIX[kind]}/{landlord}/{tenancy_ref}"


async def open_cases(session: AsyncSession, landlord: str | None = None) -> list[str]:
    """Workflow ids of every open case, of one landlord or of all."""
    view = table_of(CaseView).c
    query = select(view.landlord, view.tenancy_ref, view.kind).where(view.closed_on.is_(None)).order_by(view.case_id)
    if landlord is not None:
        query = query.where(view.landlord == landlord)
    found = await session.execute(query)
    return [workflow_id(row.landlord, row.tenancy_ref, row.kind) for row in found]


async def open_cases_of(session: AsyncSession, tenancies: Iterable[tuple[str, str]]) -> list[str]:
    """Workflow ids of the open cases among these tenancies (landlord, reference), as an import tells them."""
    ids = {workflow_id(landlord, ref, kind) for landlord, ref in tenancies for kind in PREFIX}
    return [found for found in await open_cases(session) if found in ids]
