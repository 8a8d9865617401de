"""What a database and a file store hold, so that doing a thing twice can be compared with doing it once."""

from typing import Any

from sqlalchemy import select

from activities.context import Context
from store.engine import readers
from store.tables import metadata


async def contents(context: Context) -> dict[str, Any]:
    """Every row of every table, and every stored file by its hash."""
    async with readers(context.engine)() as session:
        found: dict[str, Any] = {
            table.name: sorted(repr(tuple(row)) for row in await session.execute(select(table)))
            for table in metadata.sorted_tables
        }
    found["files"] = sorted(path.name for path in context.files.root.rglob("*") if path.is_file())
    return found
