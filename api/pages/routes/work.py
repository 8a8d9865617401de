"""My work: what is due, what waits for my approval, what I was told."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import drafts
from api.pages import begun
from api.pages.render import page
from api.security.people import EVERYONE, User, allow
from api.web import TheWeb
from cases.ladder import Watched
from cases.roles import APPROVERS, CASE_WORKERS
from cases.words import Role
from store import accounts, audit, clock, delegations, housing, landlords, outbox, pipeline, watching
from store.pipeline import CaseRow

router = APIRouter()
AT_RISK = "At risk, broken or running out"
GROUPS = (AT_RISK, "Overdue", "Due today", "Due within a week", "Later", "Without a date")
SUGGESTED = 5


@router.get("/")
async def my_work(
    request: Request, web: TheWeb, user: Annotated[User, Depends(allow(*EVERYONE))], thrown: str = ""
) -> Response:
    """The first page after signing in."""
    sees_tenants = user.role is not Role.ADMINISTRATOR
    async with web.reading() as session:
        rows = await pipeline.my_work(session, user.landlord, user.user_id) if sees_tenants else []
        owners = [owner for owner in await landlords.every(session) if user.works_for(owner.slug)]
        days = {owner.slug: await clock.today(session, owner.slug) for owner in owners}
        away = [
            each.by.user_id
            for slug, day in days.items()
            for each in await delegations.running_to(session, slug, user.user_id, day)
        ]
        waiting = (
            await pipeline.approvals_waiting(session, user.landlord, approver=user.user_id)
            if user.role in APPROVERS or away
            else []
        )
        told = await outbox.rows(session, landlord=user.landlord, to_user=user.user_id, limit=10)
        pages = await pipeline.addresses(session, [row.case_id for row in told])
        homes = await housing.homes(session, [(row.landlord, row.tenancy_ref) for row in rows])
        people = await accounts.display_names(session)
        begun_by_me = await drafts.own(session, user) if sees_tenants else []
        crossed = await _crossed(session, user, list(days)) if not rows and user.role in CASE_WORKERS else []
        homes |= await housing.homes(session, [(each.account.landlord, each.account.tenancy_ref) for each in crossed])
    if homes:
        async with web.writing() as session:
            await audit.saw(session, user.user_id, "own cases", f"{len(homes)} listed")
    return page(
        request,
        "work.html",
        user,
        groups=grouped(rows, days),
        waiting=waiting,
        away=sorted(set(away)),
        told=told,
        pages=pages,
        days=[(owner.name, days[owner.slug]) for owner in owners],
        homes=homes,
        people=people,
        crossed=crossed,
        at_risk=AT_RISK,
        begun=begun.listed(web, begun_by_me[: begun.SHOWN]),
        begun_more=max(0, len(begun_by_me) - begun.SHOWN),
        thrown=bool(thrown),
    )


async def _crossed(session: AsyncSession, user: User, owners: Sequence[str]) -> list[Watched]:
    """The accounts with the greatest arrears that crossed the ladder: the person's own, or else anybody's."""
    for officer in (user.user_id, ""):
        found = [each for slug in owners for each in (await watching.watched(session, slug, officer=officer)).accounts]
        if found:
            return sorted(found, key=lambda each: (not each.opens, -each.account.arrears_pence))[:SUGGESTED]
    return []


def grouped(rows: Sequence[CaseRow], days: Mapping[str, date]) -> list[tuple[str, list[CaseRow]]]:
    """The cases by risk, then by how soon their next date comes; `days` is each landlord's today. No group is empty."""
    groups: dict[str, list[CaseRow]] = {title: [] for title in GROUPS}
    for row in rows:
        groups[_group(row, days[row.landlord])].append(row)
    return [(title, found) for title, found in groups.items() if found]


def _group(row: CaseRow, today: date) -> str:
    if row.attention or row.at_risk:
        return AT_RISK
    if row.next_due_on is None:
        return "Without a date"
    if row.next_due_on < today:
        return "Overdue"
    if row.next_due_on == today:
        return "Due today"
    return "Due within a week" if row.next_due_on <= today + timedelta(days=7) else "Later"
