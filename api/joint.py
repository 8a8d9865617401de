"""A hold reaches every account of the person it is about: where those are, and recording it in each in one act."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from api import acting, casefile, money
from api.bulk import Row, key_of
from api.problems import Problem, not_found
from api.security.people import User
from api.web import Web
from cases import held
from cases.elsewhere import RESTRICTED, HeldElsewhere
from cases.held import REACHING, Held
from cases.money import elsewhere as in_money
from cases.money.state import MoneyState
from cases.stages import elsewhere as in_possession
from cases.state import CaseState
from law.holds import MORATORIA
from store.elsewhere import Account, accounts_of
from store.kinds import MONEY, POSSESSION
from store.restricted import is_restricted

State = CaseState | MoneyState


async def by_hold(session: AsyncSession, state: State) -> Mapping[str, tuple[Account, ...]]:
    """By the id of each hold that runs, the other accounts of those whom it is about, with their open cases."""
    return {
        one.id: await accounts_of(session, state.landlord, state.tenancy_ref, _whom(state, one), state.case_id)
        for one in running(state)
    }


def running(state: State) -> tuple[Held, ...]:
    """The holds of a case of either kind that are of a person and not over."""
    return tuple(one for one in _everything(state) if one.kind in REACHING and not one.over)


async def missing(session: AsyncSession, user: User, state: State) -> tuple[HeldElsewhere, ...]:
    """What other cases of the same people record and this one does not."""
    if state.closed is not None:
        return ()
    if isinstance(state, MoneyState):
        facts, _ = await money.facts_of(session, user, state)
        return in_money.unrecorded(state, facts)
    known, _ = await casefile.facts_of(session, user, state)
    return in_possession.unrecorded(state, known)


async def everywhere(web: Web, user: User, case_id: str, hold_id: str, key: str, kind: str = POSSESSION) -> list[Row]:
    """Record the hold in every other open case of the same people, one act a case; each stands or falls by itself.

    Sent again with its key, the answers are the same. Raises Problem where the case or the hold is not there.
    """
    async with web.reading() as session:
        state = await _load(session, user, case_id, kind)
        one = next((each for each in running(state) if each.id == hold_id), None)
        if one is None:
            raise not_found("hold")
        accounts = await accounts_of(session, state.landlord, state.tenancy_ref, _whom(state, one), case_id)
        named = await is_restricted(session, state.landlord, state.tenancy_ref)
    told = HeldElsewhere(
        case_id=RESTRICTED if named else case_id,
        hold_id=one.id,
        kind=one.kind,
        label=one.label,
        started_on=one.started_on,
        last=one.last,
        tenants=(),
    )
    return [
        await _record(web, user, state.landlord, account.tenancy_ref, other, its_kind, told, account.tenants, key)
        for account in accounts
        for other, its_kind in account.cases
    ]


async def here(web: Web, user: User, case_id: str, kind: str, other_case: str, hold_id: str, key: str) -> Row:
    """Record in this case what another case records of the same people. Raises Problem where it is not there."""
    async with web.reading() as session:
        state = await _load(session, user, case_id, kind)
        found = await missing(session, user, state)
    one = next((each for each in found if (each.case_id, each.hold_id) == (other_case, hold_id)), None)
    if one is None:
        raise not_found("hold")
    return await _record(web, user, state.landlord, state.tenancy_ref, case_id, kind, one, one.tenants, key)


async def _load(session: AsyncSession, user: User, case_id: str, kind: str) -> State:
    return await (money.load if kind == MONEY else casefile.load)(session, user, case_id)


def _everything(state: State) -> tuple[Held, ...]:
    return in_money.everything(state) if isinstance(state, MoneyState) else held.everything(state)


def _whom(state: State, one: Held) -> tuple[str, ...]:
    return one.tenants or state.tenants


async def _record(
    web: Web,
    user: User,
    landlord: str,
    tenancy_ref: str,
    case_id: str,
    kind: str,
    one: HeldElsewhere,
    tenants: tuple[str, ...],
    key: str,
) -> Row:
    row = Row(
        case_id=case_id,
        landlord=landlord,
        tenancy_ref=tenancy_ref,
        outcome="done",
        key=key_of(key, case_id, one.hold_id),
    )
    act = money.act if kind == MONEY else acting.act
    try:
        done = await act(web, user, case_id, _body(kind, one, tenants), row.key, None)
    except Problem as problem:
        return row.model_copy(update={"outcome": "refused", "refusals": tuple(problem.refusals)})
    return row.model_copy(update={"outcome": "not_known_yet"}) if isinstance(done, acting.Pending) else row


def _body(kind: str, one: HeldElsewhere, tenants: tuple[str, ...]) -> dict[str, object]:
    began, last = one.started_on.isoformat(), one.last.isoformat() if one.last else None
    whom, reason = list(tenants), f"As recorded in {one.where} ({one.hold_id}), of the same person."
    if one.kind in MORATORIA:
        return {"kind": "start_breathing_space", "moratorium": one.kind, "started_on": began, "tenants": whom}
    if kind == MONEY:
        day = {"until": last, "began_on": began}
        return {"kind": "hold_money_case", "hold": one.kind, "debtors": whom, "reason": reason, **day}
    day = {"started_on": began, "ends_on": last}
    return {"kind": "start_hold", "hold": one.kind, "tenants": whom, "reason": reason, **day}
