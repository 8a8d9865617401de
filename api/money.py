"""Putting an act to a money case, and reading one for somebody; the same for REST and for pages."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.acting import (
    REACHING_OTHERS,
    Pending,
    away,
    only_on_own,
    only_to_the_named,
    own_key,
    settled,
    wake_others,
)
from api.casefile import references
from api.gateway import EngineUnreachable, NotRecorded
from api.problems import Problem, not_found
from api.security.people import User
from api.since import telling
from api.staging import MONEY, command_of
from api.web import Web
from cases.money.commands import OpenMoneyCase
from cases.money.facts import MoneyFacts
from cases.money.state import MoneyState
from cases.money.views import at_risk, stage
from cases.refusals import Refusal
from store import cases, clock, facts, people, pipeline, texts
from workflows.messages import MoneyStepRequest
from workflows.steps import MoneyStepResult

OPENING = "open_money_case"


async def act(web: Web, user: User, case_id: str, sent: Any, key: str, seen: int | None) -> MoneyStepResult | Pending:
    """Put an act to a money case. Raises Problem with every reason when it is refused."""
    async with web.reading() as session:
        row = await pipeline.case(session, case_id, MONEY)
    if row is None or not user.works_for(row.landlord):
        raise not_found("case")
    async with web.writing() as session:
        command = await command_of(session, sent, own_key(user, key), MONEY)
    if isinstance(command, OpenMoneyCase):
        raise not_found("act")
    await only_to_the_named(web, row.landlord, row.tenancy_ref, command)
    try:
        done = await _put(web, user, row.landlord, row.tenancy_ref, command, key, seen)
    except Problem as problem:
        raise await telling(web, problem, case_id, seen, MONEY) from None
    if command.kind in REACHING_OTHERS and isinstance(done, MoneyStepResult) and not done.repeated:
        await wake_others(web, row.landlord, row.tenancy_ref, case_id)
    return done


async def open_case(
    web: Web, user: User, *, landlord: str, account_ref: str, officer: str, earlier_case: str, reason: str, key: str
) -> MoneyStepResult | Pending:
    """Open a money case on an account. Raises Problem when it is refused; one that is open is linked to."""
    sent = {
        "kind": OPENING,
        "landlord": landlord,
        "tenancy_ref": account_ref,
        "officer": officer or user.user_id,
        "earlier_case": earlier_case or None,
        "reason": reason or None,
    }
    return await opened(web, user, sent, key)


async def opened(web: Web, user: User, sent: dict[str, Any], key: str) -> MoneyStepResult | Pending:
    """Put an opening to the account that it names: a plain one, or that of a case which is taken on with its past.

    Raises Problem when it is refused, or the account is not the person's to see; nothing of it is kept then.
    """
    await only_on_own(web, user, sent["landlord"], sent["tenancy_ref"], "account")
    async with web.writing() as session:
        command = await command_of(session, sent, own_key(user, key), MONEY)
    return await _put(web, user, sent["landlord"], sent["tenancy_ref"], command, key, None)


async def _put(
    web: Web, user: User, landlord: str, ref: str, command: Any, key: str, seen: int | None
) -> MoneyStepResult | Pending:
    """Send the command, or give the answer that its key already has; a key of another act answers nothing of it."""
    request = MoneyStepRequest(key=own_key(user, key), seen_revision=seen, command=command, actor=user.person)
    async with web.reading() as session:
        given = await cases.answer_for(session, request.key)
        ahead = await clock.offset(session, landlord)
    if given is not None:
        if not given.is_of(landlord, ref, command):
            says = "This key was used for another act."
            raise Problem("conflict", [Refusal(code="key_reused", says=says, mend="Send this one with a new key.")])
        return settled(MoneyStepResult.model_validate(given.answer).model_copy(update={"repeated": True}))
    try:
        if isinstance(command, OpenMoneyCase):
            done = await web.gateway.open_money(landlord, ref, request, ahead)
        else:
            done = await web.gateway.act_money(landlord, ref, request)
    except (EngineUnreachable, NotRecorded) as fault:
        raise away(fault) from None
    return Pending(key) if done is None else settled(done)


async def load(session: AsyncSession, user: User, case_id: str) -> MoneyState:
    """The case, if it is there and the person works for its landlord; a problem otherwise."""
    state = await cases.load_money(session, case_id)
    if state is None or not user.works_for(state.landlord):
        raise not_found("case")
    return state


async def facts_of(session: AsyncSession, user: User, state: MoneyState) -> tuple[MoneyFacts, datetime]:
    """What a decision on the case would know now, and the landlord's instant."""
    as_at = await clock.now(session, state.landlord)
    gathered = await facts.gather_money(
        session, landlord=state.landlord, tenancy_ref=state.tenancy_ref, actor=user.person, as_at=as_at
    )
    if gathered is None:
        raise not_found("account")
    return gathered, as_at


async def document(session: AsyncSession, state: MoneyState) -> dict[str, Any]:
    """The case as the API gives it."""
    debtors = await people.by_ids(session, state.tenants)
    return {
        "case_id": state.case_id,
        "landlord": state.landlord,
        "account_ref": state.tenancy_ref,
        "revision": state.revision,
        "stage": stage(state).value,
        "debt": state.debt.label,
        "today": await clock.today(session, state.landlord),
        "at_risk": list(at_risk(state)),
        "debtors": [{"person_id": who, "name": person.name} for who, person in debtors.items()],
        "texts": await texts.read(session, references(state)),
        "state": state.model_dump(mode="json"),
    }
