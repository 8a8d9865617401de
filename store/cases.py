"""The record of cases of every kind: recording a step whole, once, and reading it again."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from cases.money.state import MoneyState
from cases.state import CaseState, Person
from cases.words import Role
from store import outbox, readmodel, texts
from store.chain import GENESIS, event_hash
from store.errors import AlreadyOpen, AlreadyRecorded, OutOfOrder
from store.kinds import KINDS, MONEY, POSSESSION, Kept
from store.kinds import Summary as Summary
from store.tables import CaseView, EventRow, Step
from store.upsert import insert_unless_there, table_of
from store.verify import ChainReport as ChainReport
from store.verify import verify_chain as verify_chain


@dataclass(frozen=True)
class RecordedStep:
    """One decided command, to be recorded whole.

    `state` is the case after `events`, its revision already raised by one; a refused command has no events and no
    state. `summary` is worked out from the state unless it is given. `answer` is the JSON of what the caller was told,
    `asked` the command's digest. `as_at` is the landlord's clock.
    """

    key: str
    landlord: str
    tenancy_ref: str
    case_id: str | None
    command_kind: str
    actor: Person
    as_at: datetime
    answer: Mapping[str, Any]
    events: tuple[Any, ...] = ()
    state: Kept | None = None
    summary: Summary | None = None
    asked: str = ""


@dataclass(frozen=True)
class StoredAnswer:
    """The answer that was given to a key, and to what it was given."""

    key: str
    landlord: str
    tenancy_ref: str
    case_id: str | None
    command_kind: str
    accepted: bool
    answer: dict[str, Any]
    recorded_at: datetime
    asked: str = ""

    def is_of(self, landlord: str, tenancy_ref: str, command: Any) -> bool:
        """Whether the key stood for just this act: the same command, to the last field, on the same tenancy."""
        same = (self.landlord, self.tenancy_ref, self.command_kind) == (landlord, tenancy_ref, command.kind)
        return same and self.asked in ("", asked(command))


@dataclass(frozen=True)
class RecordedEvent:
    """An event as it stands in the record; `at` is the landlord's clock, `recorded_at` the world's."""

    seq: int
    revision: int
    event: Any
    at: datetime
    recorded_at: datetime
    actor: Person
    command_kind: str
    key: str
    hash: str


def asked(command: Any) -> str:
    """A digest of a command. What stands at its default is left out, so that a new optional field changes nothing."""
    said = command.kind + command.model_dump_json(exclude_defaults=True)
    return hashlib.sha256(said.encode()).hexdigest()


async def load_state(session: AsyncSession, case_id: str) -> CaseState | None:
    """The possession case as its last step left it; None if there is no such case."""
    kept = await _kept(session, case_id, POSSESSION)
    return None if kept is None else CaseState.model_validate(kept)


async def load_money(session: AsyncSession, case_id: str) -> MoneyState | None:
    """The money case as its last step left it; None if there is no such case."""
    kept = await _kept(session, case_id, MONEY)
    return None if kept is None else MoneyState.model_validate(kept)


async def _kept(session: AsyncSession, case_id: str, kind: str) -> dict[str, Any] | None:
    wanted = select(col(CaseView.state)).where(CaseView.case_id == case_id, CaseView.kind == kind)
    found: dict[str, Any] | None = (await session.execute(wanted)).scalar_one_or_none()
    return found


async def open_case_of(session: AsyncSession, landlord: str, tenancy_ref: str, kind: str = POSSESSION) -> str | None:
    """The id of the tenancy's open case of that kind, if it has one."""
    found = await session.execute(
        select(CaseView.case_id).where(
            CaseView.landlord == landlord,
            CaseView.tenancy_ref == tenancy_ref,
            CaseView.kind == kind,
            col(CaseView.closed_on).is_(None),
        )
    )
    return found.scalar_one_or_none()


async def cases_of(session: AsyncSession, landlord: str, tenancy_ref: str, kind: str = POSSESSION) -> list[str]:
    """The ids of every case of that kind the tenancy ever had, oldest first."""
    found = await session.execute(
        select(col(CaseView.case_id))
        .where(CaseView.landlord == landlord, CaseView.tenancy_ref == tenancy_ref, CaseView.kind == kind)
        .order_by(col(CaseView.opened_on), func.length(CaseView.case_id), col(CaseView.case_id))
    )
    return list(found.scalars())


async def answer_for(session: AsyncSession, key: str) -> StoredAnswer | None:
    """What was answered to this key, if anything was."""
    step = (await session.execute(select(Step).where(Step.key == key))).scalar_one_or_none()
    if step is None:
        return None
    return StoredAnswer(
        key=step.key,
        landlord=step.landlord,
        tenancy_ref=step.tenancy_ref,
        case_id=step.case_id,
        command_kind=step.command_kind,
        accepted=step.accepted,
        answer=step.answer,
        asked=step.asked,
        recorded_at=step.recorded_at,
    )


async def record(session: AsyncSession, step: RecordedStep) -> None:
    """Write the answer, the events on their chain, the case's view and the outbox, in the caller's transaction.

    Raises AlreadyRecorded (the key has an answer), AlreadyOpen (the tenancy has an open case) or OutOfOrder (the state
    is not the next revision). After any of them the caller rolls back: nothing of the step may stay.
    """
    now = datetime.now(UTC)
    answered = {
        "key": step.key,
        "landlord": step.landlord,
        "tenancy_ref": step.tenancy_ref,
        "case_id": step.case_id,
        "command_kind": step.command_kind,
        "accepted": bool(step.events),
        "answer": dict(step.answer),
        "asked": step.asked,
        "as_at": step.as_at,
        "recorded_at": now,
    }
    if not await insert_unless_there(session, Step, answered):
        raise AlreadyRecorded(step.key)
    if not step.events:
        return
    if step.case_id is None or step.state is None:
        raise ValueError("an accepted step has a case and a state")
    await _append(session, step, step.case_id, step.state, step.summary or Summary.of(step.state), now)


async def events_of(session: AsyncSession, case_id: str) -> list[RecordedEvent]:
    """The whole history of a case, in order."""
    kind = (await session.execute(select(CaseView.kind).where(CaseView.case_id == case_id))).scalar_one_or_none()
    event = KINDS[kind or POSSESSION].event
    rows = await session.execute(select(EventRow).where(EventRow.case_id == case_id).order_by(col(EventRow.seq)))
    return [
        RecordedEvent(
            seq=row.seq,
            revision=row.revision,
            event=event.validate_python(row.payload),
            at=row.as_at,
            recorded_at=row.recorded_at,
            actor=Person(user_id=row.actor_id, role=Role(row.actor_role)),
            command_kind=row.command_kind,
            key=row.key,
            hash=row.hash,
        )
        for row in rows.scalars()
    ]


async def _append(
    session: AsyncSession, step: RecordedStep, case_id: str, state: Kept, summary: Summary, now: datetime
) -> None:
    # The lock makes a second writer of this case wait; on SQLite the whole transaction already does.
    found = await session.execute(select(CaseView).where(CaseView.case_id == case_id).with_for_update())
    before = found.scalar_one_or_none()
    if before is not None and state.revision != before.revision + 1:
        raise OutOfOrder(f"{case_id}: revision {state.revision} does not follow {before.revision}")
    last_seq, last_hash = (before.last_seq, before.last_hash) if before else (0, GENESIS)
    rows: list[dict[str, Any]] = []
    for event in step.events:
        row = {
            "case_id": case_id,
            "seq": last_seq + 1,
            "revision": state.revision,
            "kind": event.kind,
            "payload": event.model_dump(mode="json"),
            "actor_id": step.actor.user_id,
            "actor_role": step.actor.role.value,
            "command_kind": step.command_kind,
            "key": step.key,
            "as_at": step.as_at,
            "recorded_at": now,
            "prev": last_hash,
        }
        row["hash"] = last_hash = event_hash(row)
        last_seq += 1
        rows.append(row)
    view = readmodel.row(state, summary, before, as_at=step.as_at, now=now)
    view |= {"last_seq": last_seq, "last_hash": last_hash}
    if before is None:
        if not await insert_unless_there(session, CaseView, view):
            raise AlreadyOpen(case_id)
    else:
        await readmodel.update_view(session, view)
    await session.execute(table_of(EventRow).insert(), rows)
    await texts.keep(session, (row["payload"] for row in rows), case_id)
    await readmodel.put_deadlines(session, state)
    await outbox.put_alarms(session, step.landlord, case_id, step.events, now)
