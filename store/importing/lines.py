"""Rent account lines of an export on their way in.

They wait in temporary tables, outside the real ones. Which of them are new is found while nothing is locked; only those
are then written, so that the nightly import of a big landlord does not hold up its officers.
"""

from sqlalchemy import Boolean, Column, Date, Integer, MetaData, String, Table, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from store.tables import Posting
from store.upsert import table_of

STAGED = Table(
    "import_line",
    MetaData(),
    Column("line", Integer, primary_key=True),
    Column("tenancy_ref", String, nullable=False),
    Column("posted_on", Date, nullable=False),
    Column("kind", String, nullable=False),
    Column("due_pence", Integer, nullable=False),
    Column("paid_pence", Integer, nullable=False),
    Column("source", String, nullable=False),
    Column("narrative", String, nullable=False),
    Column("made", Boolean, nullable=False),
    prefixes=["TEMPORARY"],
)

# The export gives lines no number: equal lines of a day are told apart by their order in the file.
_NEW = """
CREATE TEMPORARY TABLE import_new AS
SELECT n.* FROM (
    SELECT s.*, t.id AS tenancy_id, row_number() OVER (
        PARTITION BY s.tenancy_ref, s.posted_on, s.kind, s.due_pence, s.paid_pence, s.narrative ORDER BY s.line
    ) AS occurrence
    FROM import_line s LEFT JOIN tenancy t ON t.tenancy_ref = s.tenancy_ref
) n
LEFT JOIN posting p ON p.tenancy_id = n.tenancy_id AND p.posted_on = n.posted_on AND p.kind = n.kind
    AND p.due_pence = n.due_pence AND p.paid_pence = n.paid_pence AND p.narrative = n.narrative
    AND p.occurrence = n.occurrence
WHERE p.id IS NULL
"""

_ABSENT = """
SELECT coalesce(sum(kept - found), 0) FROM (
    SELECT g.given - coalesce(w.fresh, 0) AS found, count(p.id) AS kept
    FROM (
        SELECT t.id, count(*) AS given, min(s.posted_on) AS first_day, max(s.posted_on) AS last_day
        FROM import_line s JOIN tenancy t ON t.tenancy_ref = s.tenancy_ref GROUP BY t.id
    ) g
    LEFT JOIN (SELECT tenancy_id, count(*) AS fresh FROM import_new GROUP BY tenancy_id) w ON w.tenancy_id = g.id
    LEFT JOIN posting p ON p.tenancy_id = g.id AND p.posted_on BETWEEN g.first_day AND g.last_day AND NOT p.made
    GROUP BY g.id, g.given, w.fresh
) counted WHERE kept > found
"""

_ADD = """
INSERT INTO posting (tenancy_id, posted_on, kind, due_pence, paid_pence, source, narrative, occurrence, made)
SELECT t.id, n.posted_on, n.kind, n.due_pence, n.paid_pence, n.source, n.narrative, n.occurrence, n.made
FROM import_new n JOIN tenancy t ON t.tenancy_ref = n.tenancy_ref WHERE 1 = 1 ORDER BY n.line
ON CONFLICT DO NOTHING
"""


async def find_new(connection: AsyncConnection) -> int:
    """Find which staged lines are new; returns how many kept lines, of the days the export covers, it has no more."""
    await connection.execute(text(_NEW))
    return int(await connection.scalar(text(_ABSENT)) or 0)


async def add(session: AsyncSession) -> dict[int, int]:
    """Write the new lines; returns how many each tenancy got."""
    line = table_of(Posting).c
    last = await session.scalar(select(func.max(line.id))) or 0
    await session.execute(text(_ADD))
    added = await session.execute(
        select(line.tenancy_id, func.count().label("lines"))
        .where(line.id > last, line.made.is_(False))
        .group_by(line.tenancy_id)
    )
    return {row.tenancy_id: row.lines for row in added}


async def forget(connection: AsyncConnection) -> None:
    """Drop the temporary tables: the connection goes back to the pool."""
    for table in ("import_new", "import_line"):
        await connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
