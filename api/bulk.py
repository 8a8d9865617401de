"""The same act on many cases: a dry run that says case by case what would happen, then the acts themselves.

Each act is put by itself, with a key made from the run's key and the case: run again, nothing is done twice, and a run
that broke off goes on where it stopped. What is a decision about one household or one draft is not done in bulk.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, Field, model_validator
from sqlalchemy.ext.asyncio import AsyncSession

from api import acting
from api.problems import Problem
from api.security.people import User, note_attempt
from api.shapes import Reference
from api.sides import OF_MONEY, OF_POSSESSION, side_of
from api.staging import command_of
from api.web import Web
from cases.base import TextRef
from cases.instants import legal_day
from cases.refusals import Refusal
from cases.soonest import soonest
from store import clock

MOST = 100
_PAPERS = ("request_paper", "request_money_paper")
_WHY_NOT = {
    "approve": "An approval is a decision on one draft: look at each.",
    "record_assessment": "An assessment weighs one household's circumstances: make each by itself.",
    "record_decision": "A public-law decision is about one household: make each by itself.",
    "assess_debtors": "An assessment weighs one household's circumstances: make each by itself.",
    "draft_money_claim": "A claim is drafted and signed for one account: make each by itself.",
}


class Account(BaseModel):
    """A tenancy to open a case on."""

    landlord: Reference
    tenancy_ref: Reference


class Bulk(BaseModel):
    """Either an act and the cases it is for, or accounts to open cases on. A dry run unless it says otherwise.

    In the act, what differs from case to case is left out: the subject, the tenants, the notice and its grounds are
    filled in for each. The cases may be of both kinds. `officer` is who gets cases that are opened; with `money` they
    are money cases.
    """

    act: dict[str, Any] = Field(default_factory=dict, examples=[{"kind": "reassign", "officer": "officer.b"}])
    cases: list[Reference] = Field(default_factory=list, max_length=MOST)
    accounts: list[Account] = Field(default_factory=list, max_length=MOST)
    officer: str = Field("", max_length=100)
    reason: str = Field("", max_length=6_400)
    money: bool = False
    dry_run: bool = True

    @model_validator(mode="after")
    def _one_or_the_other(self) -> "Bulk":
        if bool(self.act and self.cases) == bool(self.accounts):
            raise ValueError("name an act and its cases, or accounts to open cases on")
        return self


class Row(BaseModel):
    """What would happen, or happened, to one case. `from_day` is the day it may be done, where a date cures it."""

    case_id: str = ""
    landlord: str = ""
    tenancy_ref: str = ""
    subject: str = ""
    outcome: Literal["allowed", "refused", "done", "not_known_yet"]
    refusals: tuple[Refusal, ...] = ()
    from_day: date | None = None
    key: str = ""

    @property
    def address(self) -> str:
        """Where the case is shown; empty where there is none yet."""
        return f"{side_of(self.case_id).address}/{self.case_id}" if self.case_id else ""


async def dry_run(web: Web, user: User, asked: Bulk) -> list[Row]:
    """What would happen, case by case; nothing is recorded and no words are kept. Raises Problem for what never may."""
    _permitted(asked)
    if asked.accounts:
        return [await _would_open(web, user, asked, account) for account in _once(asked.accounts)]
    await _note(web, user, asked)
    return [await _would(web, user, asked.act, case_id) for case_id in dict.fromkeys(asked.cases)]


async def run(web: Web, user: User, asked: Bulk, key: str) -> list[Row]:
    """Do it, one act a case; each stands or falls by itself. Sent again with its key, the answers are the same."""
    _permitted(asked)
    if asked.accounts:
        return [await _open(web, user, asked, account, key) for account in _once(asked.accounts)]
    await _note(web, user, asked)
    return [await _do(web, user, asked.act, case_id, key) for case_id in dict.fromkeys(asked.cases)]


def key_of(key: str, *about: str) -> str:
    """The key of one act of a run."""
    return hashlib.sha256("\n".join((key, *about)).encode()).hexdigest()[:48]


async def _note(web: Web, user: User, asked: Bulk) -> None:
    for case_id in dict.fromkeys(asked.cases):
        await note_attempt(web, user, {"case_id": case_id})


def _permitted(asked: Bulk) -> None:
    kind = str(asked.act.get("kind"))
    kinds = {
        kind: label
        for side in {side_of(each).name: side_of(each) for each in asked.cases}.values()
        for kind, label in side.kinds.items()
    }
    if asked.accounts or kind in kinds:
        return
    says = _WHY_NOT.get(kind, "This is not done to many cases at once.")
    mend = f"In bulk: {', '.join(label.lower() for label in kinds.values())}."
    raise Problem("invalid", [Refusal(code="not_in_bulk", says=says, mend=mend, field="act")])


def _once(accounts: Sequence[Account]) -> list[Account]:
    return list({(each.landlord, each.tenancy_ref): each for each in accounts}.values())


async def _body(
    session: AsyncSession, user: User, act: dict[str, Any], case_id: str
) -> tuple[Any, str, dict[str, Any], Any, datetime]:
    """The case, the act as it would be put to it with its subject, the facts and the instant. Raises Problem where it
    has no such act."""
    side = side_of(case_id)
    state = await side.load(session, user, case_id)
    known, as_at = await side.facts_of(session, user, state)
    for offer in side.offers(state, known, legal_day(as_at)):
        if offer.command.kind != act["kind"]:
            continue
        plain = {
            name: value
            for name, value in offer.command.model_dump(mode="json", exclude_defaults=True).items()
            if not isinstance(getattr(offer.command, name), TextRef)
        }
        if act["kind"] in _PAPERS and plain.get("paper") != act.get("paper"):
            continue
        if act["kind"] == "record_contact":
            plain["tenants"] = list(state.tenants)
        return state, offer.subject, plain | {"kind": act["kind"]} | act, known, as_at
    says = "There is nothing on this case that the act could be about."
    raise Problem("refused", [Refusal(code="nothing_to_do", says=says, mend="Look at what is next on the case.")])


async def _would(web: Web, user: User, act: dict[str, Any], case_id: str) -> Row:
    row, side = Row(case_id=case_id, outcome="refused"), side_of(case_id)
    try:
        async with web.trying() as session:
            state, subject, body, known, as_at = await _body(session, user, act, case_id)
            row = row.model_copy(
                update={"landlord": state.landlord, "tenancy_ref": state.tenancy_ref, "subject": subject}
            )
            command = await command_of(session, body, key_of("dry run", case_id), side.name)
    except Problem as problem:
        return row.model_copy(update={"refusals": problem.refusals})
    decision = side.decide(state, command, known, as_at)
    if decision.accepted:
        return row.model_copy(update={"outcome": "allowed"})
    when = soonest(state, command, known, as_at, side.decide, side.mends).on
    later = when if when is not None and when > legal_day(as_at) else None
    return row.model_copy(update={"refusals": decision.refusals, "from_day": later})


async def _do(web: Web, user: User, act: dict[str, Any], case_id: str, key: str) -> Row:
    # The act is part of its key: a key that was used for another act must not answer for this one.
    row = Row(case_id=case_id, outcome="done", key=key_of(key, case_id, json.dumps(act, sort_keys=True)))
    try:
        # What was answered before stands: the case has moved on by that very act.
        done = await acting.answer(web, user, row.key)
        if isinstance(done, acting.Pending):
            async with web.reading() as session:
                state, subject, body, _, _ = await _body(session, user, act, case_id)
            row = row.model_copy(
                update={"landlord": state.landlord, "tenancy_ref": state.tenancy_ref, "subject": subject}
            )
            done = await side_of(case_id).act(web, user, case_id, body, row.key, None)
    except Problem as problem:
        return row.model_copy(update={"outcome": "refused", "refusals": problem.refusals})
    return row.model_copy(update={"outcome": "not_known_yet"}) if isinstance(done, acting.Pending) else row


async def _would_open(web: Web, user: User, asked: Bulk, account: Account) -> Row:
    row = Row(landlord=account.landlord, tenancy_ref=account.tenancy_ref, outcome="allowed")
    side = OF_MONEY if asked.money else OF_POSSESSION
    async with web.reading() as session:
        known = None
        if user.works_for(account.landlord):
            as_at = await clock.now(session, account.landlord)
            known = await side.gather(
                session, landlord=account.landlord, tenancy_ref=account.tenancy_ref, actor=user.person, as_at=as_at
            )
    if known is None:
        none = Refusal(code="not_found", says="There is no such tenancy.", mend="Check the reference.")
        return row.model_copy(update={"outcome": "refused", "refusals": (none,)})
    if known.open_case:
        says = f"Case {known.open_case} is open on this {'account' if asked.money else 'tenancy'}."
        link = f"{side.address}/{known.open_case}"
        open_ = Refusal(code="already_open", says=says, mend="Go on with the open case.", link=link)
        return row.model_copy(update={"outcome": "refused", "refusals": (open_,)})
    command = side.opening(
        tenancy_ref=account.tenancy_ref, landlord=account.landlord, officer=asked.officer or user.user_id
    )
    decision = side.decide(None, command, known, as_at)
    outcome = "allowed" if decision.accepted else "refused"
    return row.model_copy(update={"outcome": outcome, "refusals": decision.refusals})


async def _open(web: Web, user: User, asked: Bulk, account: Account, key: str) -> Row:
    row = Row(
        landlord=account.landlord,
        tenancy_ref=account.tenancy_ref,
        outcome="done",
        key=key_of(key, account.landlord, account.tenancy_ref, *(("money",) if asked.money else ())),
    )
    side = OF_MONEY if asked.money else OF_POSSESSION
    try:
        done = await side.open(
            web,
            user,
            landlord=account.landlord,
            account_ref=account.tenancy_ref,
            officer=asked.officer,
            reason=asked.reason,
            key=row.key,
        )
    except Problem as problem:
        return row.model_copy(update={"outcome": "refused", "refusals": problem.refusals})
    if isinstance(done, acting.Pending):
        return row.model_copy(update={"outcome": "not_known_yet"})
    return row.model_copy(update={"case_id": done.case_id or ""})
