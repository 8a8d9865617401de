"""Keeping a case for named people and lifting that, the same for REST and for pages; the reason is staged."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.acting import own_key
from api.problems import Problem, invalid, not_found
from api.security.people import User
from api.staging import clean
from api.web import Web
from cases.base import TextRef
from cases.refusals import CaseError, Refusal
from store import restricted, texts
from store.errors import KeyReused
from store.restricted import Kept


async def restrict(web: Web, user: User, case_id: str, people: Iterable[str], reason: Any, key: str) -> int:
    """Keep a case for these people. Raises Problem; one that is kept from the asker is as one that is not there."""
    words = _words(reason)
    async with web.writing() as session:
        landlord = await restricted.landlord_of(session, case_id)
        if landlord is None or not user.works_for(landlord):
            raise not_found("case")
        try:
            ref = await _staged(session, user, words, key)
            return await restricted.restrict(session, case_id, people, ref, actor=user.person)
        except CaseError as fault:
            raise Problem(fault.kind, fault.refusals) from None


async def lift(web: Web, user: User, restriction_id: int, reason: Any, key: str) -> None:
    """Let everybody of the landlord see the account's cases again. Raises Problem."""
    words = _words(reason)
    async with web.writing() as session:
        landlord = await restricted.landlord_of_restriction(session, restriction_id)
        if landlord is None or not user.works_for(landlord):
            raise not_found("restriction")
        try:
            ref = await _staged(session, user, words, key)
            await restricted.lift(session, restriction_id, ref, actor=user.person)
        except CaseError as fault:
            raise Problem(fault.kind, fault.refusals) from None


async def known(session: AsyncSession, user: User, landlord: str) -> tuple[list[Kept], dict[str, str | None]]:
    """A landlord's restrictions that the person may know of, and the words of their reasons. Raises Problem."""
    if not user.works_for(landlord):
        raise not_found("landlord")
    found = await restricted.every(session, landlord, user.user_id)
    refs = [ref for one in found for ref in (one.reason, one.lifted_reason) if ref is not None]
    return found, await texts.read(session, refs)


def _words(reason: Any) -> str:
    words = clean(reason, "reason")
    if not words:
        raise invalid("missing", "There is no reason.", "Say why.", "reason")
    return words


async def _staged(session: AsyncSession, user: User, words: str, key: str) -> TextRef:
    try:
        return await texts.stage(session, words, key=own_key(user, key), field="restriction")
    except KeyReused:
        reused = Refusal(code="key_reused", says="This key was used with other words.", mend="Send it with a new key.")
        raise Problem("conflict", [reused]) from None
