"""Forms that people have begun: what was typed, sealed for its writer alone, until the act is recorded.

A draft is no act: it is in no record, wakes nothing and moves no date. One is kept for a person, a case (or, for the
form that opens one, a tenancy) and a command.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, func, select

from store import clock
from store.cipher import Ring
from store.kinds import POSSESSION
from store.listed import address
from store.tables import FormDraft
from store.upsert import insert_into, table_of


@dataclass(frozen=True)
class Place:
    """What a form is about. `case_id` is empty for the one that opens a case on the tenancy; `kind` is the case's."""

    landlord: str
    tenancy_ref: str
    case_id: str
    command: str
    kind: str = POSSESSION

    @property
    def address(self) -> str:
        """The page that the form belongs to."""
        return address(self.kind, self.case_id) if self.case_id else f"/accounts/{self.landlord}/{self.tenancy_ref}"


@dataclass(frozen=True)
class Draft:
    """A begun form without its words. Days are the landlord's, `saved_at` is aware UTC.

    `revision` is that of the case as its writer had seen it.
    """

    user_id: str
    place: Place
    subject: str
    revision: int
    began_on: date
    saved_on: date
    saved_at: datetime


async def save(
    session: AsyncSession,
    ring: Ring,
    user_id: str,
    place: Place,
    fields: Mapping[str, Sequence[str]],
    *,
    subject: str = "",
    revision: int = 0,
) -> Draft:
    """Keep what was typed, in the place of what was kept before; the day it was begun stays.

    One for another subject than before is another form, begun today.
    """
    today = await clock.today(session, place.landlord)
    before = await find(session, user_id, place)
    began = before.began_on if before is not None and before.subject == subject else today
    draft = Draft(user_id, place, subject, revision, began, today, datetime.now(UTC))
    key_id, sealed = ring.seal(json.dumps(fields).encode(), _about(user_id, place))
    row = asdict(place) | {name: value for name, value in vars(draft).items() if name != "place"}
    row |= {"key_id": key_id, "sealed": sealed}
    table = table_of(FormDraft)
    keys = [column.name for column in table.primary_key]
    changed = {name: value for name, value in row.items() if name not in keys}
    statement = insert_into(session, table).values(**row)
    await session.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed))
    return draft


async def find(session: AsyncSession, user_id: str, place: Place) -> Draft | None:
    """The person's own draft of that form; None if there is none."""
    row = await _row(session, user_id, place)
    return None if row is None else _draft(row)


async def words(session: AsyncSession, ring: Ring, user_id: str, place: Place) -> dict[str, list[str]] | None:
    """What the person had typed, by field; None if nothing is kept. Raises CannotOpen."""
    row = await _row(session, user_id, place)
    if row is None:
        return None
    opened: dict[str, list[str]] = json.loads(ring.open(row.key_id, row.sealed, _about(user_id, place)))
    return opened


async def of_person(session: AsyncSession, user_id: str) -> list[Draft]:
    """Every form that somebody has begun, the last saved first."""
    return await _found(session, col(FormDraft.user_id) == user_id)


async def of_case(session: AsyncSession, landlord: str, case_id: str) -> list[Draft]:
    """The forms that anybody has begun on a case, the last saved first."""
    return await _found(session, col(FormDraft.landlord) == landlord, col(FormDraft.case_id) == case_id)


async def of_others(session: AsyncSession, landlord: str | None, user_id: str) -> list[Draft]:
    """The forms that others than this person have begun on a landlord's cases and tenancies; None: on any."""
    own = [] if landlord is None else [col(FormDraft.landlord) == landlord]
    return await _found(session, col(FormDraft.user_id) != user_id, *own)


async def how_many(session: AsyncSession, user_id: str) -> int:
    """How many forms somebody has begun."""
    count = select(func.count()).select_from(FormDraft).where(col(FormDraft.user_id) == user_id)
    return int((await session.execute(count)).scalar_one())


async def throw_away(session: AsyncSession, user_id: str, place: Place) -> bool:
    """Remove a draft for good; whether there was one."""
    gone = await session.execute(delete(FormDraft).where(*_of(user_id, place)).returning(col(FormDraft.user_id)))
    return gone.first() is not None


async def acted(session: AsyncSession, user_id: str, place: Place, command: Mapping[str, Any]) -> None:
    """The act is recorded: its writer's draft of it goes. One about another subject than the `command` names stays."""
    draft = await find(session, user_id, place)
    if draft is None:
        return
    named = set(_strings(command))
    if not draft.subject or draft.subject in named or set(draft.subject.split("/")) <= named:
        await throw_away(session, user_id, place)


async def clear(session: AsyncSession, before: datetime) -> int:
    """Remove drafts that were last saved before an instant; how many."""
    gone = await session.execute(
        delete(FormDraft).where(col(FormDraft.saved_at) < before).returning(col(FormDraft.user_id))
    )
    return len(gone.all())


async def _row(session: AsyncSession, user_id: str, place: Place) -> FormDraft | None:
    found = await session.execute(
        select(FormDraft).where(*_of(user_id, place)).execution_options(populate_existing=True)
    )
    return found.scalar_one_or_none()


async def _found(session: AsyncSession, *wanted: Any) -> list[Draft]:
    rows = await session.execute(select(FormDraft).where(*wanted).order_by(col(FormDraft.saved_at).desc()))
    return [_draft(row) for row in rows.scalars()]


def _draft(row: FormDraft) -> Draft:
    place = Place(row.landlord, row.tenancy_ref, row.case_id, row.command, row.kind)
    return Draft(row.user_id, place, row.subject, row.revision, row.began_on, row.saved_on, row.saved_at)


def _of(user_id: str, place: Place) -> list[Any]:
    return [
        col(FormDraft.user_id) == user_id,
        col(FormDraft.landlord) == place.landlord,
        col(FormDraft.tenancy_ref) == place.tenancy_ref,
        col(FormDraft.case_id) == place.case_id,
        col(FormDraft.command) == place.command,
    ]


def _about(user_id: str, place: Place) -> bytes:
    # What is sealed opens only where it was put: a row copied to another person or case stays shut.
    return "\n".join(("", user_id, place.landlord, place.tenancy_ref, place.case_id, place.command)).encode()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)
