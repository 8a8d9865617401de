"""A hold reaches every account of the person it is about: where those are, and recording it in each in one act."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from api import acting, money
from api.bulk import Row, key_of
from api.casefile import load
from api.problems import Problem, not_found
from api.security.people import User
from api.web import Web
from cases import held
from cases.held import Held
from cases.refusals import Refusal
from cases.state import CaseState
from law.holds import MORATORIA
from store.elsewhere import REACHING, Account, accounts_of
from store.kinds import MONEY


async def by_hold(session: AsyncSession, state: CaseState) -> Mapping[str, tuple[Account, ...]]:
    """By the id of each hold that runs, the other accounts of those whom it is about, with their open cases."""
    return {
        one.id: await accounts_of(session, state.landlord, state.tenancy_ref, _whom(state, one), state.case_id)
        for one in held.everything(state)
        if one.kind in REACHING and not one.over
    }


async def everywhere(web: Web, user: User, case_id: str, hold_id: str, key: str) -> list[Row]:
    """Record the hold in every other open case of the same people, one act a case; each stands or falls by itself.

    Sent again with its key, the answers are the same. Raises Problem where the case or the hold is not there.
    """
    async with web.reading() as session:
        state = await load(session, user, case_id)
        one = next((h for h in held.everything(state) if h.id == hold_id and h.kind in REACHING), None)
        if one is None:
            raise not_found("hold")
        accounts = await accounts_of(session, state.landlord, state.tenancy_ref, _whom(state, one), case_id)
    told = [(account, *found) for account in accounts for found in account.cases]
    return [await _record(web, user, state, one, account, other, kind, key) for account, other, kind in told]


def _whom(state: CaseState, one: Held) -> tuple[str, ...]:
    return one.tenants or state.tenants


async def _record(
    web: Web, user: User, state: CaseState, one: Held, account: Account, case_id: str, kind: str, key: str
) -> Row:
    row = Row(
        case_id=case_id,
        landlord=state.landlord,
        tenancy_ref=account.tenancy_ref,
        outcome="done",
        key=key_of(key, case_id, one.id),
    )
    if kind == MONEY and one.kind not in MORATORIA:
        says = "A money case is held for a reason and until a day that are chosen on it."
        told = Refusal(code="by_hand", says=says, mend="Open that case and hold it there.")
        return row.model_copy(update={"outcome": "refused", "refusals": (told,)})
    act = money.act if kind == MONEY else acting.act
    try:
        done = await act(web, user, case_id, _body(state, one, account), row.key, None)
    except Problem as problem:
        return row.model_copy(update={"outcome": "refused", "refusals": tuple(problem.refusals)})
    return row.model_copy(update={"outcome": "not_known_yet"}) if isinstance(done, acting.Pending) else row


def _body(state: CaseState, one: Held, account: Account) -> dict[str, object]:
    day, tenants = one.started_on.isoformat(), list(account.tenants)
    if one.kind in MORATORIA:
        return {"kind": "start_breathing_space", "moratorium": one.kind, "started_on": day, "tenants": tenants}
    return {
        "kind": "start_hold",
        "hold": one.kind,
        "started_on": day,
        "ends_on": one.last.isoformat() if one.last else None,
        "tenants": tenants,
        "reason": f"As recorded in case {state.case_id} ({one.id}), of the same person.",
    }
