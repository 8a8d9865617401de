"""Personal and free text. The words are here and can be erased; the record holds a reference with a salted digest."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select, update

from cases.base import TextRef
from store.errors import KeyReused, NotThere
from store.tables import Text
from store.upsert import insert_unless_there


async def stage(session: AsyncSession, text: str, *, key: str, field: str) -> TextRef:
    """Keep the words of one field of one act. The same key and field again gives the same reference.

    Raises KeyReused if the words differ from those staged before.
    """
    text_id = hashlib.sha256(f"{key}\n{field}".encode()).hexdigest()[:32]
    salt = secrets.token_hex(16)
    row = {
        "id": text_id,
        "digest": _digest(text, salt),
        "salt": salt,
        "body": text,
        "field": field,
        "staged_at": datetime.now(UTC),
    }
    if not await insert_unless_there(session, Text, row):
        # Staged anew, they wait as long again for their act.
        await session.execute(update(Text).where(col(Text.id) == text_id).values(staged_at=row["staged_at"]))
        there = (await session.execute(select(Text).where(Text.id == text_id))).scalar_one()
        if there.body is not None and there.body != text:
            raise KeyReused(field)
        return TextRef(id=text_id, digest=there.digest)
    return TextRef(id=text_id, digest=str(row["digest"]))


async def keep(session: AsyncSession, payloads: Iterable[Any], case_id: str) -> None:
    """Note that the record of a case refers to these words: `payloads` are the events' JSON."""
    ids = sorted({id for payload in payloads for id in referred(payload)})
    if ids:
        await session.execute(update(Text).where(col(Text.id).in_(ids)).values(kept_by=case_id))


def referred(payload: Any) -> Iterator[str]:
    """The ids of every reference to words in an event's JSON."""
    if isinstance(payload, dict):
        if payload.keys() == {"id", "digest"}:
            yield payload["id"]
        for inner in payload.values():
            yield from referred(inner)
    elif isinstance(payload, list):
        for inner in payload:
            yield from referred(inner)


async def clear_staged(session: AsyncSession, before: datetime) -> int:
    """Remove words that were staged before an instant for acts that were refused or never came; how many."""
    gone = await session.execute(
        delete(Text).where(col(Text.kept_by).is_(None), col(Text.staged_at) < before).returning(col(Text.id))
    )
    return len(gone.all())


async def read(session: AsyncSession, refs: Iterable[TextRef]) -> dict[str, str | None]:
    """Words by reference id; None for words that were erased. An id that was never staged is left out."""
    ids = sorted({ref.id for ref in refs})
    found: dict[str, str | None] = {}
    for start in range(0, len(ids), 500):
        rows = await session.execute(select(Text).where(col(Text.id).in_(ids[start : start + 500])))
        found.update({row.id: row.body for row in rows.scalars()})
    return found


async def erase(session: AsyncSession, ref: TextRef, *, by: str) -> None:
    """Erase the words for good, and the salt with them. The chain keeps the digest and stays whole. Raises NotThere."""
    done = await session.execute(
        update(Text)
        .where(col(Text.id) == ref.id)
        .values(body=None, salt=None, erased_at=datetime.now(UTC), erased_by=by)
        .returning(col(Text.id))
    )
    if done.first() is None:
        raise NotThere(ref.id)


async def unaltered(session: AsyncSession, ref: TextRef) -> bool | None:
    """Whether the words are those that the record's digest was made from; None if they were erased. Raises NotThere."""
    row = (await session.execute(select(Text).where(Text.id == ref.id))).scalar_one_or_none()
    if row is None:
        raise NotThere(ref.id)
    if row.body is None or row.salt is None:
        return None
    return hmac.compare_digest(_digest(row.body, row.salt), ref.digest)


def _digest(text: str, salt: str) -> str:
    return hmac.new(bytes.fromhex(salt), text.encode(), hashlib.sha256).hexdigest()
