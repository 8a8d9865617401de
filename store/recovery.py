"""The case as its record makes it, for a run that takes the place of a lost one; a snapshot that differs is mended."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from cases.words import Role
from store import clock, rebuild
from store.kinds import KINDS, POSSESSION, Kept
from store.tables import CaseView, EventRow
from store.upsert import table_of
from store.verify import verify_chain

RECENT_KEYS = 50


@dataclass(frozen=True)
class OpenCase:
    """An open case by its identifiers; `kind` is possession or money."""

    case_id: str
    landlord: str
    tenancy_ref: str
    kind: str


@dataclass(frozen=True)
class FromRecord:
    """What a new run starts from.

    `recent` are the keys of people's last acts, so that one sent again is answered and not refused as stale. `mended`
    tells that the snapshot was not what the events make. `problem` says what is wrong with the chain: then nothing was
    mended, and the state is the snapshot as it stands, since no date may be lost over it.
    """

    case: OpenCase
    state: Kept
    clock_offset_seconds: int
    recent: tuple[str, ...]
    mended: bool = False
    problem: str | None = None


async def open_cases(session: AsyncSession, landlord: str | None = None) -> list[OpenCase]:
    """Every open case, of one landlord or of all, by id."""
    view = table_of(CaseView).c
    wanted = select(view.case_id, view.landlord, view.tenancy_ref, view.kind).where(view.closed_on.is_(None))
    if landlord is not None:
        wanted = wanted.where(view.landlord == landlord)
    return [OpenCase(*row) for row in await session.execute(wanted.order_by(view.case_id))]


async def closed_at_work(session: AsyncSession, landlord: str | None = None) -> list[OpenCase]:
    """Every closed possession case on which a paper was asked for that neither came nor failed, by id."""
    view = table_of(CaseView).c
    wanted = select(view.case_id, view.landlord, view.tenancy_ref, view.kind, view.state).where(
        view.closed_on.is_not(None), view.kind == POSSESSION
    )
    if landlord is not None:
        wanted = wanted.where(view.landlord == landlord)
    found = await session.stream(wanted.order_by(view.case_id))
    return [OpenCase(*row[:4]) async for row in found if _unfinished(row.state)]


def _unfinished(kept: Any) -> bool:
    papers = kept.get("papers", ()) if isinstance(kept, dict) else ()
    return any(each.get("file") is None and each.get("failed") is None for each in papers)


async def from_record(session: AsyncSession, case: OpenCase) -> FromRecord:
    """The case rebuilt from its events, in the caller's writing transaction.

    Raises ValidationError where neither events nor snapshot can be read, NotThere without the landlord.
    """
    view = table_of(CaseView)
    # No step may come between reading the events and mending the snapshot.
    kept = (
        await session.execute(select(view.c.state).where(view.c.case_id == case.case_id).with_for_update())
    ).scalar_one()
    chain = await verify_chain(session, case.case_id)
    mended = False
    if chain.whole:
        made = await rebuild.state_from_events(session, case.case_id)
        mended = made != _read(kept, case.kind)
        await rebuild.rebuild(session, case.case_id)
    state = made if chain.whole and made is not None else KINDS[case.kind].read(kept)
    offset = await clock.offset(session, case.landlord)
    return FromRecord(
        case=case,
        state=state,
        clock_offset_seconds=int(offset.total_seconds()),
        recent=await _recent_keys(session, case.case_id),
        mended=mended,
        problem=chain.problem,
    )


def _read(kept: object, kind: str) -> Kept | None:
    """The snapshot, or None where it is beyond reading."""
    try:
        state: Kept = KINDS[kind].read(kept)
    except ValidationError:
        return None
    return state


async def _recent_keys(session: AsyncSession, case_id: str) -> tuple[str, ...]:
    """The keys of the last acts that people did, oldest first."""
    event = table_of(EventRow).c
    rows = await session.execute(
        select(event.key)
        .where(event.case_id == case_id, event.actor_role != Role.SYSTEM.value)
        .group_by(event.key, event.revision)
        .order_by(event.revision.desc())
        .limit(RECENT_KEYS)
    )
    return tuple(reversed(list(rows.scalars())))
