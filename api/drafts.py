"""Forms that somebody has begun: kept for them, found again, thrown away; the same for REST and for pages.

A draft is never an act. Nothing here talks to the engine, and nothing that was typed leaves but to its writer.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api import acting, money
from api.problems import Problem, invalid, not_found
from api.security.people import FORM_MARK, User
from api.shapes import leaves
from api.since import since
from api.staging import command_models
from api.web import Web
from cases.base import FileRef
from cases.refusals import Refusal
from cases.words import Role
from store import drafts, housing, pipeline
from store.cipher import CannotOpen, Ring
from store.drafts import Draft, Place

MOST_CHARACTERS = 60_000
MOST_FIELDS = 200
MOST_KEPT = 200
"""How much one draft holds, and how many somebody may have."""
NOT_TYPED = frozenset({FORM_MARK, "key", "subject", "seen_revision"})
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,79}")
_HALVES = re.compile("[\ud800-\udfff]")
_SUBJECT = re.compile(r"([A-Za-z0-9][A-Za-z0-9._:/-]{0,199})?")
Typed = dict[str, list[str]]


@dataclass(frozen=True)
class Form:
    """A form that may be kept: where it belongs, and the revision of its case (0 where it opens one)."""

    place: Place
    revision: int = 0


@dataclass(frozen=True)
class Resumed:
    """A draft as its writer finds it again. `typed` is None where its key is gone from the ring.

    `days_left` is in whole days, begun ones counted. `changed` tells what happened on the case since it was saved, the
    newest first; `revision` is the case's now.
    """

    draft: Draft
    typed: Typed | None
    days_left: int
    revision: int
    changed: tuple[dict[str, Any], ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the case is no longer as its writer saw it."""
        return self.revision > self.draft.revision


async def form_of_case(session: AsyncSession, user: User, case_id: str, command: str) -> Form:
    """The form of an act on a case of either kind. Raises Problem where the case or the act is not the person's."""
    row = next(iter(await pipeline.by_ids(session, [case_id])), None)
    if row is None or not user.works_for(row.landlord):
        raise not_found("case")
    if command not in command_models(row.kind) or command in (acting.OPENING, money.OPENING):
        raise not_found("act")
    return Form(Place(row.landlord, row.tenancy_ref, case_id, command, row.kind), row.revision)


async def form_of_opening(session: AsyncSession, user: User, landlord: str, tenancy_ref: str) -> Form:
    """The form that opens a possession case. Raises Problem where the account is not the person's to see."""
    if not user.works_for(landlord) or await housing.tenancy(session, landlord, tenancy_ref) is None:
        raise not_found("account")
    return Form(Place(landlord, tenancy_ref, "", acting.OPENING))


async def save(
    web: Web,
    user: User,
    form: Form,
    typed: Mapping[str, Sequence[str]],
    *,
    subject: str = "",
    seen: int | None = None,
) -> Draft:
    """Keep what was typed as it was typed, also where it is no valid act yet; files are never kept.

    `seen` is the revision that the person looked at. Raises Problem for what is too large, or is no form of ours.
    """
    kept = {name: list(values) for name, values in typed.items() if name not in NOT_TYPED | _files(form.place)}
    _check(kept, subject)
    revision = form.revision if seen is None else min(seen, form.revision)
    async with web.writing() as session:
        new = await drafts.find(session, user.user_id, form.place) is None
        if new and await drafts.how_many(session, user.user_id) >= MOST_KEPT:
            says = f"You have begun {MOST_KEPT} forms; no more can be kept."
            raise invalid("too_many", says, "Finish or throw away one of them first.")
        return await drafts.save(
            session, _ring(web), user.user_id, form.place, kept, subject=subject, revision=revision
        )


async def resume(web: Web, user: User, form: Form) -> Resumed | None:
    """The person's own draft of a form, with what has happened on the case since; None if they have not begun it."""
    async with web.reading() as session:
        draft = await drafts.find(session, user.user_id, form.place)
        if draft is None:
            return None
        try:
            typed = await drafts.words(session, _ring(web), user.user_id, form.place)
        except CannotOpen:
            typed = None
        moved = form.revision > draft.revision
        changed = await since(session, form.place.case_id, draft.revision, form.place.kind) if moved else []
    return Resumed(draft, typed, days_left(web, draft), form.revision, tuple(changed))


async def throw_away(web: Web, user: User, form: Form) -> bool:
    """Remove the person's draft for good; whether there was one."""
    async with web.writing() as session:
        return await drafts.throw_away(session, user.user_id, form.place)


async def own(session: AsyncSession, user: User) -> list[Draft]:
    """Every form that the person has begun and may still see the case of, the last saved first."""
    return [each for each in await drafts.of_person(session, user.user_id) if user.works_for(each.place.landlord)]


async def on_case(session: AsyncSession, user: User, landlord: str, case_id: str) -> tuple[list[Draft], list[Draft]]:
    """The person's own drafts on a case; and, for a team leader alone, that others have begun some."""
    found = await drafts.of_case(session, landlord, case_id)
    mine = [each for each in found if each.user_id == user.user_id]
    return mine, [each for each in found if each.user_id != user.user_id] if _leads(user) else []


async def of_team(session: AsyncSession, user: User) -> list[Draft]:
    """That others have begun forms, for a team leader; nobody else is told."""
    return await drafts.of_others(session, user.landlord, user.user_id) if _leads(user) else []


def days_left(web: Web, draft: Draft) -> int:
    """How many days a draft is still kept, begun ones counted; 0 where the next sweep removes it."""
    left = kept_until(web, draft) - datetime.now(UTC)
    return max(0, -(-left // timedelta(days=1)))


def kept_until(web: Web, draft: Draft) -> datetime:
    """When a draft that is not saved again is removed by the next sweep; aware, UTC."""
    return draft.saved_at + timedelta(days=web.settings.draft_days)


def _check(typed: Typed, subject: str) -> None:
    wrong = [name for name in typed if not _NAME.fullmatch(name)]
    if wrong or len(typed) > MOST_FIELDS or not _SUBJECT.fullmatch(subject):
        says = "This is no form of ours."
        raise invalid("not_a_form", says, f"Send fields by their names, {MOST_FIELDS} at the most.", "fields")
    if any(_HALVES.search(value) for values in typed.values() for value in values):
        says = "A field holds half a character, which is no text."
        raise invalid("not_a_form", says, "Send text in UTF-8.", "fields")
    characters = sum(len(value) for values in typed.values() for value in values)
    over = characters - MOST_CHARACTERS
    if over > 0:
        says = f"{characters:,} characters were typed; {MOST_CHARACTERS:,} can be kept, so {over:,} too many."
        raise Problem("invalid", [Refusal(code="too_long", says=says, mend=f"Shorten it by {over:,}.")])


def _files(place: Place) -> frozenset[str]:
    """The fields of a command that hold a file."""
    fields = command_models(place.kind)[place.command].model_fields
    return frozenset(name for name, field in fields.items() if FileRef in leaves(field.annotation))


def _ring(web: Web) -> Ring:
    return Ring(web.settings.key_ring())


def _leads(user: User) -> bool:
    return user.role is Role.TEAM_LEADER
