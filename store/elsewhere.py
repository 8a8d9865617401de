"""The same person on several accounts of a landlord: what their other cases hold, and where those are.

People are taken for the same by first name, last name and date of birth, or by their id on one tenancy. Names and dates
of birth are compared here and given to nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import or_
from sqlalchemy import select as columns_of
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases import held
from cases.elsewhere import RESTRICTED, HeldElsewhere
from cases.money import elsewhere as in_money
from cases.money.state import MoneyState
from store.housing import folded
from store.kinds import KINDS, Kept
from store.restricted import restricted_accounts
from store.tables import PARTIES, CaseDeadline, CaseView, Person, Tenancy
from store.veil import unveiled

_DEADLINES = ("breathing_space_end", "crisis_check", "hold_end", "hold_look", "money_hold_end")


@dataclass(frozen=True)
class Account:
    """Another account of somebody, and its open cases as (id, kind). `tenants` are the ids they go by there."""

    tenancy_ref: str
    tenants: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]


async def held_elsewhere(session: AsyncSession, landlord: str, tenancy_ref: str) -> tuple[HeldElsewhere, ...]:
    """What the landlord's open cases record of those who are tenants of this tenancy, those of its own included.

    Whoever asks is told of every hold, for the law does not ask who may look; a restricted case is not named.
    """
    with unveiled(session):
        return await _held_elsewhere(session, landlord, tenancy_ref)


async def _held_elsewhere(session: AsyncSession, landlord: str, tenancy_ref: str) -> tuple[HeldElsewhere, ...]:
    ours = await _tenants(session, landlord, [tenancy_ref])
    born = {person.date_of_birth for person in ours if person.date_of_birth}
    found = await session.execute(
        columns_of(col(CaseView.case_id), col(CaseView.kind), col(CaseView.tenancy_ref), col(CaseView.state), Person)
        .join(
            Tenancy, (col(Tenancy.landlord) == CaseView.landlord) & (col(Tenancy.tenancy_ref) == CaseView.tenancy_ref)
        )
        .join(Person, col(Person.tenancy_id) == col(Tenancy.id))
        .where(
            col(CaseView.case_id).in_(select(CaseDeadline.case_id).where(col(CaseDeadline.kind).in_(_DEADLINES))),
            col(CaseView.landlord) == landlord,
            col(CaseView.closed_on).is_(None),
            or_(col(Person.date_of_birth).in_(born), col(Tenancy.tenancy_ref) == tenancy_ref),
        )
    )
    told: dict[tuple[str, str], HeldElsewhere] = {}
    kept = await restricted_accounts(session, landlord)
    for case_id, kind, ref, state, person in found:
        here = tuple(mine.person_id for mine in ours if _same(mine, person))
        for one in _holds(KINDS[kind].read(state)) if here else ():
            if one.tenants and person.person_id not in one.tenants:
                continue
            known = told.get((case_id, one.hold_id))
            tenants = tuple(dict.fromkeys((*(known.tenants if known else ()), *here)))
            named = RESTRICTED if ref in kept and ref != tenancy_ref else case_id
            told[case_id, one.hold_id] = one.model_copy(update={"case_id": named, "tenants": tenants})
    return tuple(told.values())


async def accounts_of(
    session: AsyncSession, landlord: str, tenancy_ref: str, person_ids: Iterable[str], own_case: str
) -> tuple[Account, ...]:
    """The landlord's other accounts of these people, and the other cases on this one; each with its open cases."""
    wanted = set(person_ids)
    ours = [one for one in await _tenants(session, landlord, [tenancy_ref]) if one.person_id in wanted]
    born = {person.date_of_birth for person in ours if person.date_of_birth}
    rows = await session.execute(
        columns_of(col(Tenancy.tenancy_ref), Person)
        .join(Tenancy, col(Person.tenancy_id) == col(Tenancy.id))
        .where(
            col(Tenancy.landlord) == landlord,
            col(Person.role).in_(PARTIES),
            or_(col(Person.date_of_birth).in_(born), col(Tenancy.tenancy_ref) == tenancy_ref),
        )
    )
    there: dict[str, list[str]] = {}
    for ref, person in rows:
        if any(_same(mine, person) for mine in ours):
            there.setdefault(ref, []).append(person.person_id)
    views = await session.execute(
        columns_of(col(CaseView.tenancy_ref), col(CaseView.case_id), col(CaseView.kind)).where(
            col(CaseView.landlord) == landlord,
            col(CaseView.closed_on).is_(None),
            col(CaseView.tenancy_ref).in_(there),
            col(CaseView.case_id) != own_case,
        )
    )
    open_cases: dict[str, list[tuple[str, str]]] = {}
    for ref, case_id, kind in views:
        open_cases.setdefault(ref, []).append((case_id, kind))
    return tuple(
        Account(ref, tuple(sorted(ids)), tuple(sorted(open_cases.get(ref, ()))))
        for ref, ids in sorted(there.items())
        if ref != tenancy_ref or ref in open_cases
    )


async def _tenants(session: AsyncSession, landlord: str, refs: list[str]) -> list[Person]:
    rows = await session.execute(
        select(Person)
        .join(Tenancy, col(Tenancy.id) == col(Person.tenancy_id))
        .where(Tenancy.landlord == landlord, col(Tenancy.tenancy_ref).in_(refs), col(Person.role).in_(PARTIES))
    )
    return list(rows.scalars())


def _same(one: Person, other: Person) -> bool:
    if one.person_id == other.person_id:
        return True
    if one.date_of_birth is None or one.date_of_birth != other.date_of_birth:
        return False
    return _names(one) == _names(other)


def _names(person: Person) -> tuple[str, str]:
    return folded(person.first_name), folded(person.last_name)


def _holds(state: Kept) -> list[HeldElsewhere]:
    """What a case of either kind holds of people, its running ones alone."""
    every = in_money.everything(state) if isinstance(state, MoneyState) else held.everything(state)
    return [
        HeldElsewhere(
            case_id="",
            hold_id=one.id,
            kind=one.kind,
            label=one.label,
            started_on=one.started_on,
            last=one.last,
            tenants=one.tenants,
        )
        for one in every
        if one.kind in held.REACHING and not one.over
    ]
