"""Accounts without a case, as the landlord's ladder looks at them; and the statements that went to their tenants."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import and_, or_
from sqlalchemy import select as columns_of
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from cases.facts import Policy
from cases.instants import legal_day
from cases.ladder import BrokenPromise, Rung, Watched, WatchedAccount, plain_ladder, watch
from cases.refusals import Refusal, Refused
from cases.stages.arrangement import look_at
from cases.state import CaseState
from cases.state import Person as Actor
from cases.tenancy import law_type
from cases.words import Role
from store import clock, facts, landlords, policies
from store.errors import NotThere
from store.housing import NO_HOME
from store.kinds import POSSESSION
from store.tables import PARTIES, AccountStatement, CaseView, Landlord, Person, RentBalance, Tenancy
from store.upsert import insert_unless_there

_BATCH = 500
_READER = Actor(user_id="system", role=Role.SYSTEM)


@dataclass(frozen=True)
class Watch:
    """What the ladder says of a landlord's accounts, the greatest arrears first, and how many were looked at."""

    landlord: str
    name: str
    today: date
    accounts: tuple[Watched, ...]
    looked_at: int

    @property
    def to_open(self) -> tuple[Watched, ...]:
        """Those for which the ladder asks for a case."""
        return tuple(each for each in self.accounts if each.opens)

    @property
    def statements_due(self) -> tuple[Watched, ...]:
        """Those whose tenants are owed a rent statement by now."""
        return tuple(each for each in self.accounts if each.statement_due)


async def watched(session: AsyncSession, landlord: str, *, officer: str = "", patch: str = "") -> Watch:
    """Every account of the landlord in arrears without an open case that the ladder or a statement speaks to.

    `officer` and `patch` narrow it to the housing system's own. Raises NotThere.
    """
    owner = await landlords.get(session, landlord)
    now = await clock.now(session, landlord)
    today = legal_day(now)
    policy = await policies.in_force(session, owner, today)
    homes = await _without_case(session, owner, today, officer, patch)
    refs = [home.tenancy_ref for home, _ in homes]
    benefits = await _benefits(session, [home.id for home, _ in homes if home.id is not None])
    closed = await _last_closed(session, landlord, set(refs))
    sent = await _statements(session, landlord)
    found = []
    for home, balance in homes:
        before = closed.get(home.tenancy_ref)
        account = _account(owner, home, balance, benefits.get(home.id or 0, ()), sent, before)
        if before is not None and any(rung.broken_arrangement for rung in policy.ladder):
            account = account.model_copy(update={"broken": await _broken(session, before, now)})
        each = watch(account, ladder_of(policy), today)
        if each is not None:
            found.append(each)
    found.sort(key=lambda each: (-each.account.arrears_pence, each.account.tenancy_ref))
    return Watch(landlord, owner.name, today, tuple(found), len(homes))


def ladder_of(policy: Policy) -> tuple[Rung, ...]:
    """The landlord's ladder; where it has written none, a case from its smallest number of weeks on."""
    return policy.ladder or plain_ladder(policy.minimum_arrears_weeks)


async def record_statement(
    session: AsyncSession, landlord: str, tenancy_ref: str, *, sent_on: date, method: str, by: str
) -> bool:
    """Keep that a rent statement went to an account's tenants; False if that day's is kept already.

    Raises NotThere, or Refused for a day to come or one before the tenancy.
    """
    today = await clock.today(session, landlord)
    found = await session.execute(
        select(Tenancy).where(Tenancy.landlord == landlord, Tenancy.tenancy_ref == tenancy_ref)
    )
    home = found.scalar_one_or_none()
    if home is None:
        raise NotThere(f"tenancy {tenancy_ref}")
    if sent_on > today:
        raise Refused(
            Refusal(code="in_future", says="That day is still to come.", mend="Record it once sent.", field="sent_on")
        )
    if sent_on < home.start_date:
        says = "That is before the tenancy began."
        raise Refused(Refusal(code="before_tenancy", says=says, mend="Correct the date.", field="sent_on"))
    row = {
        "landlord": landlord,
        "tenancy_ref": tenancy_ref,
        "sent_on": sent_on,
        "method": method,
        "recorded_by": by,
        "recorded_at": datetime.now(UTC),
    }
    return await insert_unless_there(session, AccountStatement, row)


async def statements_of(session: AsyncSession, landlord: str, tenancy_ref: str) -> list[AccountStatement]:
    """The statements recorded without a case, the newest first."""
    found = await session.execute(
        select(AccountStatement)
        .where(AccountStatement.landlord == landlord, AccountStatement.tenancy_ref == tenancy_ref)
        .order_by(col(AccountStatement.sent_on).desc())
    )
    return list(found.scalars())


async def _without_case(
    session: AsyncSession, owner: Landlord, today: date, officer: str, patch: str
) -> list[tuple[Tenancy, RentBalance]]:
    wanted: list[Any] = [
        RentBalance.landlord == owner.slug,
        RentBalance.rent_arrears_pence > 0,
        col(Tenancy.occupancy).not_in(NO_HOME),
        or_(col(Tenancy.end_date).is_(None), col(Tenancy.end_date) >= today),
        col(CaseView.case_id).is_(None),
    ]
    if officer:
        wanted.append(Tenancy.officer == officer)
    if patch:
        wanted.append(Tenancy.patch == patch)
    open_case = and_(
        col(CaseView.landlord) == col(Tenancy.landlord),
        col(CaseView.tenancy_ref) == col(Tenancy.tenancy_ref),
        col(CaseView.kind) == POSSESSION,
        col(CaseView.closed_on).is_(None),
    )
    rows = await session.execute(
        columns_of(Tenancy, RentBalance)
        .join(RentBalance, col(RentBalance.tenancy_id) == col(Tenancy.id))
        .outerjoin(CaseView, open_case)
        .where(*wanted)
    )
    return [(row[0], row[1]) for row in rows]


async def _benefits(session: AsyncSession, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for start in range(0, len(ids), _BATCH):
        rows = await session.execute(
            select(Person.tenancy_id, Person.benefit).where(
                col(Person.tenancy_id).in_(ids[start : start + _BATCH]),
                col(Person.current).is_(True),
                col(Person.role).in_(PARTIES),
            )
        )
        for tenancy_id, benefit in rows:
            found[tenancy_id] = (*found.get(tenancy_id, ()), benefit)
    return found


async def _last_closed(session: AsyncSession, landlord: str, refs: set[str]) -> dict[str, CaseState]:
    """The case that was closed last on each of these accounts."""
    rows = await session.execute(
        select(col(CaseView.tenancy_ref), col(CaseView.state))
        .where(CaseView.landlord == landlord, CaseView.kind == POSSESSION, col(CaseView.closed_on).is_not(None))
        .order_by(col(CaseView.closed_on), func.length(CaseView.case_id), col(CaseView.case_id))
    )
    return {ref: CaseState.model_validate(state) for ref, state in rows if ref in refs}


async def _statements(session: AsyncSession, landlord: str) -> dict[str, date]:
    rows = await session.execute(
        select(AccountStatement.tenancy_ref, func.max(AccountStatement.sent_on))
        .where(AccountStatement.landlord == landlord)
        .group_by(col(AccountStatement.tenancy_ref))
    )
    return {row[0]: row[1] for row in rows}


def _account(
    owner: Landlord,
    home: Tenancy,
    balance: RentBalance,
    benefits: tuple[str, ...],
    sent: dict[str, date],
    before: CaseState | None,
) -> WatchedAccount:
    return WatchedAccount(
        landlord=owner.slug,
        tenancy_ref=home.tenancy_ref,
        occupancy=law_type(home.occupancy, owner.kind, home.social_housing),
        officer=home.officer,
        patch=home.patch,
        arrears_pence=balance.rent_arrears_pence,
        weekly_pence=balance.weekly_pence,
        began_on=home.start_date,
        last_payment_on=balance.last_payment_on,
        benefits=benefits,
        statement_on=max(_sent(before, sent.get(home.tenancy_ref)), default=None),
    )


def _sent(before: CaseState | None, without_case: date | None) -> Iterable[date]:
    if without_case is not None:
        yield without_case
    if before is not None:
        yield from (each.on for each in before.contacts if each.reached and each.step == "rent_statement")


async def _broken(session: AsyncSession, before: CaseState, now: datetime) -> BrokenPromise | None:
    """What was agreed in a case that is closed, where it went on after it and is not kept."""
    agreed = next((each for each in reversed(before.arrangements) if each.live), None)
    if agreed is None:
        return None
    gathered = await facts.gather(
        session, landlord=before.landlord, tenancy_ref=before.tenancy_ref, actor=_READER, as_at=now
    )
    if gathered is None:
        return None
    looked = look_at(agreed, before, gathered, now)
    breach = looked.arrangement.breach if looked is not None else agreed.breach
    if breach is None:
        return None
    return BrokenPromise(arrangement_id=agreed.id, shortfall_pence=breach.shortfall_pence, on=breach.on)
