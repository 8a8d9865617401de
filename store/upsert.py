"""Inserts that say whether they took effect, in both dialects' words."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel


def table_of(model: type[SQLModel]) -> Table:
    """The table behind a model, for statements without objects."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table


def insert_into(session: AsyncSession, table: Table) -> "postgresql.Insert | sqlite.Insert":
    """An insert that knows ON CONFLICT."""
    return postgresql.insert(table) if session.get_bind().dialect.name == "postgresql" else sqlite.insert(table)


async def insert_unless_there(session: AsyncSession, model: type[SQLModel], row: Mapping[str, Any]) -> bool:
    """Insert one row unless a unique rule of the table speaks against it; tells whether it was inserted."""
    table = table_of(model)
    first = next(iter(table.primary_key.columns))
    statement = insert_into(session, table).values(**row).on_conflict_do_nothing().returning(first)
    return (await session.execute(statement)).first() is not None
