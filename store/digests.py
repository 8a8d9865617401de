"""One message a day instead of many: what a person was told since the last, what is due, what waits for them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select as columns_of
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases.delegation import APPROVERS
from cases.instants import start_of_day
from cases.words import Role
from store import accounts, clock, delegations, pipeline
from store.listed import address
from store.tables import CaseView, DailyDigest, OutboxRow
from store.upsert import insert_unless_there
from store.veil import every_kept_from, looking_as, unsaid

DUE_WITHIN = timedelta(days=7)
MOST_LINES = 100


async def make(session: AsyncSession, landlord: str) -> int:
    """Today's digest for everybody of the landlord who has something in it; made once a day. How many are new.

    Raises NotThere.
    """
    today = await clock.today(session, landlord)
    new = 0
    for account in await accounts.every(session, landlord=landlord):
        if account.disabled:
            continue
        with looking_as(session, account.user_id):
            lines = await _lines(session, landlord, account.user_id, Role(account.role), today)
        if lines:
            row = {
                "landlord": landlord,
                "user_id": account.user_id,
                "on": today,
                "lines": lines[:MOST_LINES],
                "made_at": datetime.now(UTC),
            }
            new += await insert_unless_there(session, DailyDigest, row)
    return new


async def of(session: AsyncSession, user_id: str, landlords: Sequence[str], limit: int = 14) -> list[DailyDigest]:
    """Somebody's digests, the newest first, without what is kept from them by now."""
    found = await session.execute(
        select(DailyDigest)
        .where(DailyDigest.user_id == user_id, col(DailyDigest.landlord).in_(landlords))
        .order_by(col(DailyDigest.on).desc(), col(DailyDigest.landlord))
        .limit(limit)
    )
    rows = list(found.scalars())
    shown = await still_shown(session, user_id)
    kept = [DailyDigest(**row.model_dump(exclude={"lines"}), lines=shown(row.lines)) for row in rows]
    return [row for row in kept if row.lines]


async def still_shown(
    session: AsyncSession, user_id: str
) -> Callable[[Iterable[Mapping[str, str]]], list[dict[str, str]]]:
    """Gives of the lines of somebody's digests what may be told to them now."""
    kept = await every_kept_from(session, user_id)
    return lambda lines: [{**line, "what": unsaid(line["what"], kept)} for line in lines if line["case_id"] not in kept]


async def _lines(session: AsyncSession, landlord: str, user_id: str, role: Role, today: date) -> list[dict[str, str]]:
    lines: list[dict[str, str]] = []
    stands_in = await delegations.running_to(session, landlord, user_id, today)
    if role in APPROVERS or stands_in:
        for row in await pipeline.approvals_waiting(session, landlord, approver=user_id):
            lines += [
                _line(
                    "approval",
                    row.case_id,
                    row.address,
                    f"{draft['kind'].capitalize()} {draft['id']} waits for approval",
                    today,
                )
                for draft in row.waiting
                if draft["drafted_by"] != user_id
            ]
    for ahead in await pipeline.forecast(session, landlord, today + DUE_WITHIN, officer=user_id, limit=MOST_LINES):
        lines.append(_line("late" if ahead.on < today else "due", ahead.case_id, ahead.address, ahead.title, ahead.on))
    told = await session.execute(
        columns_of(OutboxRow, col(CaseView.kind))
        .join(CaseView, col(CaseView.case_id) == col(OutboxRow.case_id))
        .where(
            col(OutboxRow.landlord) == landlord,
            col(OutboxRow.kind) == "escalation",
            col(OutboxRow.to_role) == role.value,
            col(OutboxRow.due) >= start_of_day(today - timedelta(days=1)),
        )
        .order_by(col(OutboxRow.id))
    )
    lines += [
        _line("escalation", row.case_id, address(case_kind, row.case_id), row.title, row.on) for row, case_kind in told
    ]
    return lines


def _line(kind: str, case_id: str, href: str, what: str, on: date) -> dict[str, str]:
    return {"kind": kind, "case_id": case_id, "href": href, "what": what, "on": on.isoformat()}
