"""Putting an act to a case: the same for REST and for pages. Safe to repeat with the same key."""

from dataclasses import dataclass
from typing import Any

from api.gateway import EngineUnreachable, NotRecorded
from api.problems import Problem, not_found
from api.security.people import User
from api.staging import command_of
from api.web import Web
from cases.commands import OpenCase
from cases.outcome import Decision
from cases.refusals import Refusal
from store import cases, clock, landlords, pipeline
from store.errors import NotThere
from workflows.messages import StepRequest
from workflows.steps import StepResult

OPENING = "open_case"


@dataclass(frozen=True)
class Pending:
    """The answer is not known yet; it can be asked after by the key."""

    key: str


async def act(web: Web, user: User, case_id: str, sent: Any, key: str, seen: int | None) -> StepResult | Pending:
    """Put an act to a case. Raises Problem with every reason when it is refused."""
    async with web.reading() as session:
        row = await pipeline.case(session, case_id)
        if row is None or not user.works_for(row.landlord):
            raise not_found("case")
        given = await cases.answer_for(session, key)
    if given is not None:
        return _again(given, row.landlord, row.tenancy_ref, sent.get("kind") if isinstance(sent, dict) else None)
    async with web.writing() as session:
        command = await command_of(session, sent, key)
    if isinstance(command, OpenCase):
        raise not_found("act")
    request = StepRequest(key=key, seen_revision=seen, command=command, actor=user.person)
    return await _sent(web, row.landlord, row.tenancy_ref, request)


async def open_case(
    web: Web, user: User, *, landlord: str, tenancy_ref: str, officer: str, reason: str, key: str
) -> StepResult | Pending:
    """Open a case on a tenancy. Raises Problem when it is refused; one that is open is linked to."""
    if not user.works_for(landlord):
        raise not_found("landlord")
    async with web.reading() as session:
        given = await cases.answer_for(session, key)
        try:
            await landlords.get(session, landlord)
        except NotThere:
            raise not_found("landlord") from None
    if given is not None:
        return _again(given, landlord, tenancy_ref, OPENING)
    sent = {
        "kind": OPENING,
        "landlord": landlord,
        "tenancy_ref": tenancy_ref,
        "officer": officer or user.user_id,
        "reason": reason or None,
    }
    async with web.writing() as session:
        command = await command_of(session, sent, key)
    return await _sent(web, landlord, tenancy_ref, StepRequest(key=key, command=command, actor=user.person))


async def answer(web: Web, user: User, key: str) -> StepResult | Pending:
    """What became of an act. Raises Problem when it was refused."""
    async with web.reading() as session:
        given = await cases.answer_for(session, key)
    if given is None or not user.works_for(given.landlord):
        return Pending(key)
    return _settled(StepResult.model_validate(given.answer))


async def _sent(web: Web, landlord: str, tenancy_ref: str, request: StepRequest) -> StepResult | Pending:
    try:
        if isinstance(request.command, OpenCase):
            async with web.reading() as session:
                ahead = await clock.offset(session, landlord)
            result = await web.gateway.open_case(landlord, tenancy_ref, request, ahead)
        else:
            result = await web.gateway.act(landlord, tenancy_ref, request)
    except EngineUnreachable:
        raise Problem(
            "unavailable",
            [
                _reason(
                    "engine_away", "The part that keeps cases does not answer.", "Nothing was changed. Try again soon."
                )
            ],
            status=503,
        ) from None
    except NotRecorded:
        raise Problem(
            "not_recorded",
            [
                _reason(
                    "not_recorded",
                    "Something went wrong on our side, and nothing was changed. The case is flagged for attention.",
                    "Try again; if it happens again, tell your administrator.",
                )
            ],
            status=503,
        ) from None
    if result is None:
        return Pending(request.key)
    return _settled(result)


def _again(given: cases.StoredAnswer, landlord: str, tenancy_ref: str, kind: Any) -> StepResult:
    """The answer that the key already has; a key that stood for another act answers nothing of it."""
    if (given.landlord, given.tenancy_ref, given.command_kind) != (landlord, tenancy_ref, kind):
        reused = _reason("key_reused", "This key was used for another act.", "Send this one with a new key.")
        raise Problem("conflict", [reused])
    return _settled(StepResult.model_validate(given.answer).model_copy(update={"repeated": True}))


def _settled(result: StepResult) -> StepResult:
    decision: Decision = result.decision
    if not decision.accepted:
        raise Problem(decision.kind, decision.refusals)
    return result


def _reason(code: str, says: str, mend: str) -> Refusal:
    return Refusal(code=code, says=says, mend=mend)
