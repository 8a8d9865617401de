"""Putting an act to a case: the same for REST and for pages. Safe to repeat with the same key."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from api.gateway import EngineUnreachable, NotRecorded
from api.problems import Problem, not_found
from api.security.people import User
from api.since import telling
from api.staging import command_of
from api.web import Web
from cases import early
from cases.base import FileRef
from cases.commands import Command, OpenCase
from cases.refusals import Refusal
from cases.words import Cause, Track
from store import cases, clock, elsewhere, housing, pipeline, restricted
from store.veil import unveiled
from workflows.messages import StepRequest, Wake
from workflows.steps import MoneyStepResult, StepResult

OPENING = "open_case"
REACHING_OTHERS = frozenset(
    {"start_breathing_space", "end_breathing_space", "start_hold", "end_hold", "correct"}
    | {"hold_money_case", "end_money_hold", "strike_out_hold"}
)
"""Acts on one case that the other open cases of the same people have to know of."""
R = TypeVar("R", StepResult, MoneyStepResult)


@dataclass(frozen=True)
class Pending:
    """The answer is not known yet; it can be asked after by the key."""

    key: str


async def act(
    web: Web,
    user: User,
    case_id: str,
    sent: Any,
    key: str,
    seen: int | None,
    files: Mapping[str, FileRef] | None = None,
) -> StepResult | Pending:
    """Put an act to a case; `files` are those that came with it, by the command's field.

    Raises Problem with every reason when it is refused.
    """
    async with web.reading() as session:
        row = await pipeline.case(session, case_id)
    if row is None or not user.works_for(row.landlord):
        raise not_found("case")
    async with web.writing() as session:
        command = await command_of(session, sent, own_key(user, key), files=files)
    if isinstance(command, OpenCase):
        raise not_found("act")
    await only_to_the_named(web, row.landlord, row.tenancy_ref, command)
    try:
        closed = case_id if row.closed_on else ""
        done = await _put(web, user, row.landlord, row.tenancy_ref, command, key, seen, closed)
    except Problem as problem:
        raise await telling(web, problem, case_id, seen) from None
    if command.kind in REACHING_OTHERS and isinstance(done, StepResult) and not done.repeated:
        await wake_others(web, row.landlord, row.tenancy_ref, case_id)
    return done


async def only_to_the_named(web: Web, landlord: str, tenancy_ref: str, command: Any) -> None:
    """Raise Problem where a restricted case would be given to somebody who may not see it."""
    if command.kind != "reassign":
        return
    async with web.reading() as session:
        unseen = await restricted.leaves_unseen(session, landlord, tenancy_ref, command.officer)
    if unseen:
        says = "The case is restricted, and this officer is not among those who may see it."
        mend = "Restrict it again with them named, or give it to somebody who is named."
        raise Problem("refused", [_reason("officer_not_named", says, mend).model_copy(update={"field": "officer"})])


async def wake_others(web: Web, landlord: str, tenancy_ref: str, case_id: str) -> None:
    """Have the other open cases of the same people look again, so that they tell their officers at once.

    A wake-up that is lost does no harm: each case looks before every step.
    """
    async with web.reading() as session:
        state = await cases.load_state(session, case_id) or await cases.load_money(session, case_id)
        with unveiled(session):
            found = await elsewhere.accounts_of(session, landlord, tenancy_ref, state.tenants if state else (), case_id)
    refs = [(landlord, account.tenancy_ref) for account in found if account.cases]
    if not refs:
        return
    try:
        await web.gateway.wake(refs, Wake(rent_changed=True))
    except EngineUnreachable:
        return


async def open_case(
    web: Web,
    user: User,
    *,
    landlord: str,
    tenancy_ref: str,
    officer: str,
    reason: str,
    key: str,
    track: Track | None = None,
    cause: Cause | None = None,
) -> StepResult | Pending:
    """Open a case on a tenancy. Raises Problem when it is refused; one that is open is linked to."""
    sent = {
        "kind": OPENING,
        "landlord": landlord,
        "tenancy_ref": tenancy_ref,
        "officer": officer or user.user_id,
        "reason": reason or None,
        "track": track,
        "cause": cause,
    }
    return await opened(web, user, sent, key)


async def opened(web: Web, user: User, sent: dict[str, Any], key: str) -> StepResult | Pending:
    """Put an opening to the tenancy that it names: a plain one, or that of a case which is taken on with its past.

    Raises Problem when it is refused, or the tenancy is not the person's to see; nothing of it is kept then.
    """
    landlord, tenancy_ref = sent["landlord"], sent["tenancy_ref"]
    await only_on_own(web, user, landlord, tenancy_ref, "tenancy")
    async with web.writing() as session:
        command = await command_of(session, sent, own_key(user, key))
    return await _put(web, user, landlord, tenancy_ref, command, key, None)


async def only_on_own(web: Web, user: User, landlord: str, tenancy_ref: str, what: str) -> None:
    """Raise Problem where the landlord is not the person's, or the tenancy is not there for them.

    Looked for before the engine is asked: it knows a case by its tenancy's reference, so nothing else may become one.
    """
    if not user.works_for(landlord):
        raise not_found("landlord")
    async with web.reading() as session:
        if await housing.tenancy(session, landlord, tenancy_ref) is None:
            raise not_found(what)


async def answer(web: Web, user: User, key: str) -> StepResult | MoneyStepResult | Pending:
    """What became of an act. Raises Problem when it was refused."""
    async with web.reading() as session:
        given = await cases.answer_for(session, own_key(user, key))
    if given is None or not user.works_for(given.landlord):
        return Pending(key)
    async with web.reading() as session:
        money = given.case_id and await pipeline.case(session, given.case_id, "money")
    if money:
        return settled(MoneyStepResult.model_validate(given.answer))
    return _settled(StepResult.model_validate(given.answer))


def own_key(user: User, key: str) -> str:
    """The key as the record and the engine know it: this person's alone, never one of the system's, and opaque."""
    return hashlib.sha256(f"{user.user_id}\n{key}".encode()).hexdigest()


async def _put(
    web: Web,
    user: User,
    landlord: str,
    tenancy_ref: str,
    command: Command,
    key: str,
    seen: int | None,
    closed: str = "",
) -> StepResult | Pending:
    """Send the command, or give the answer that its key already has; a key of another act answers nothing of it.

    `closed` is the case's id where it is closed: the tenancy's own run, if there is one, is another case's.
    """
    request = StepRequest(key=own_key(user, key), seen_revision=seen, command=command, actor=user.person)
    async with web.reading() as session:
        given = await cases.answer_for(session, request.key)
    if given is not None:
        if not given.is_of(landlord, tenancy_ref, command):
            reused = _reason("key_reused", "This key was used for another act.", "Send this one with a new key.")
            raise Problem("conflict", [reused])
        return _settled(StepResult.model_validate(given.answer).model_copy(update={"repeated": True}))
    if closed:
        done = await _sent_to_closed(web, closed, request)
    else:
        done = await _sent(web, landlord, tenancy_ref, request)
    return Pending(key) if done is None else _settled(done)


async def _sent(web: Web, landlord: str, tenancy_ref: str, request: StepRequest) -> StepResult | None:
    try:
        if isinstance(request.command, OpenCase):
            async with web.reading() as session:
                ahead = await clock.offset(session, landlord)
            return await web.gateway.open_case(landlord, tenancy_ref, request, ahead)
        return await web.gateway.act(landlord, tenancy_ref, request)
    except (EngineUnreachable, NotRecorded) as fault:
        raise away(fault) from None


async def _sent_to_closed(web: Web, case_id: str, request: StepRequest) -> StepResult | None:
    """Put the act to a closed case; what its state alone refuses starts no run for it."""
    async with web.reading() as session:
        state = await cases.load_state(session, case_id)
        if state is None:
            raise not_found("case")
        ahead = await clock.offset(session, state.landlord)
    refusals = early.refuse(state, request.command, request.seen_revision)
    if refusals:
        raise Problem(early.kind_of(refusals), refusals)
    try:
        return await web.gateway.act_on_closed(state, request, ahead)
    except (EngineUnreachable, NotRecorded) as fault:
        raise away(fault) from None


def away(fault: EngineUnreachable | NotRecorded) -> Problem:
    """What is answered when the part that keeps cases is away, or could not record an act."""
    if isinstance(fault, EngineUnreachable):
        reason = _reason(
            "engine_away", "The part that keeps cases does not answer.", "Nothing was changed. Try again soon."
        )
        return Problem("unavailable", [reason], status=503)
    reason = _reason(
        "not_recorded",
        "Something went wrong on our side, and nothing was changed. The case is flagged for attention.",
        "Try again; if it happens again, tell your administrator.",
    )
    return Problem("not_recorded", [reason], status=503)


def _settled(result: StepResult) -> StepResult:
    return settled(result)


def settled(result: R) -> R:
    """The result of an accepted act. Raises Problem with every reason for a refused one."""
    decision = result.decision
    if not decision.accepted:
        raise Problem(decision.kind, decision.refusals)
    return result


def _reason(code: str, says: str, mend: str) -> Refusal:
    return Refusal(code=code, says=says, mend=mend)
