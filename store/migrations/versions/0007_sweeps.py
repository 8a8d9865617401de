"""What daily sweeps did, and which words the record refers to: the rest are of acts that were refused or never came."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"

_JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
_INSTANT = sa.DateTime(timezone=True)
_EVENT = sa.table("event", sa.column("case_id"), sa.column("payload", _JSON))
_TEXT = sa.table("text", sa.column("id"), sa.column("kept_by"))
_BATCH = 500


def upgrade() -> None:
    counts = ("woken", "restarted", "failed", "raised", "outbox_waiting", "delivered", "words_erased")
    op.create_table(
        "sweep",
        sa.Column("swept_at", _INSTANT, primary_key=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counts),
    )
    op.add_column("text", sa.Column("kept_by", sa.String(), nullable=True))
    op.create_index("ix_text_staged", "text", ["kept_by", "staged_at"])
    _mark_words_that_are_kept()


def _mark_words_that_are_kept() -> None:
    connection = op.get_bind()
    kept: dict[str, str] = {}
    for row in connection.execute(sa.select(_EVENT.c.case_id, _EVENT.c.payload)):
        kept.update(dict.fromkeys(_referred(row.payload), row.case_id))
    pairs = iter(kept.items())
    marked = _TEXT.update().where(_TEXT.c.id == sa.bindparam("text_id")).values(kept_by=sa.bindparam("by_case"))
    while batch := [{"text_id": text, "by_case": case} for text, case in islice(pairs, _BATCH)]:
        connection.execute(marked, batch)


def _referred(payload: Any) -> Iterator[str]:
    if isinstance(payload, dict):
        if payload.keys() == {"id", "digest"}:
            yield payload["id"]
        for inner in payload.values():
            yield from _referred(inner)
    elif isinstance(payload, list):
        for inner in payload:
            yield from _referred(inner)
