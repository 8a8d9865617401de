"""The two kinds of case as acts on many see them: how one is read, tried, acted on and opened."""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api import acting, casefile, money
from api.security.people import User
from api.staging import MONEY, POSSESSION
from api.web import Web
from cases import available, samples
from cases.commands import OpenCase
from cases.decide import decide
from cases.money import available as money_available
from cases.money import paperwork
from cases.money.commands import OpenMoneyCase, RequestMoneyPaper
from cases.money.decide import decide as decide_money
from store import facts

_MONEY_CASE = re.compile(r"-M[0-9]+$")


@dataclass(frozen=True)
class Side:
    """A kind of case. `kinds` are the acts that may be done to many of it, with what they are called.

    `offers` gives every act that makes sense on a case, each with its command and its subject.
    """

    name: str
    address: str
    kinds: Mapping[str, str]
    load: Callable[[AsyncSession, User, str], Awaitable[Any]]
    facts_of: Callable[[AsyncSession, User, Any], Awaitable[tuple[Any, datetime]]]
    offers: Callable[[Any, Any, date], Iterable[Any]]
    decide: Callable[..., Any]
    mends: available.Mends
    act: Callable[[Web, User, str, Any, str, int | None], Awaitable[Any]]
    gather: Callable[..., Awaitable[Any]]
    opening: Callable[..., Any]
    open: Callable[..., Awaitable[Any]]


def side_of(case_id: str) -> Side:
    """The kind of a case, from its id."""
    return OF_MONEY if _MONEY_CASE.search(case_id) else OF_POSSESSION


def _possession(state: Any, known: Any, today: date) -> Iterable[Any]:
    return (*samples.road(state, known, today), *samples.beside(state, known, today))


def _money(state: Any, known: Any, today: date) -> Iterable[Any]:
    papers = (
        money_available.Offer(RequestMoneyPaper(paper=kind, subject=subject), subject, f"Make: {kind.label}")
        for kind, subject in paperwork.offered(state)
    )
    return (*money_available.road(state, known, today), *money_available.beside(state, known, today), *papers)


async def _act(web: Web, user: User, case_id: str, sent: Any, key: str, seen: int | None) -> Any:
    return await acting.act(web, user, case_id, sent, key, seen)


async def _open(web: Web, user: User, *, account_ref: str, **more: Any) -> Any:
    return await acting.open_case(web, user, tenancy_ref=account_ref, **more)


async def _open_money(web: Web, user: User, **more: Any) -> Any:
    return await money.open_case(web, user, earlier_case="", **more)


OF_POSSESSION = Side(
    name=POSSESSION,
    address="/cases",
    kinds={
        "reassign": "Give to another officer",
        "record_contact": "Record a Protocol step",
        "record_search": "Record that the breathing-space register was searched, and clear",
        "record_ten_day_letter": "Record the ten-day letter",
        "draft_notice": "Draft the notice",
        "request_paper": "Make a paper",
        "add_note": "Add a note",
    },
    load=casefile.load,
    facts_of=casefile.facts_of,
    offers=_possession,
    decide=decide,
    mends=available.MENDS,
    act=_act,
    gather=facts.gather,
    opening=OpenCase,
    open=_open,
)
OF_MONEY = Side(
    name=MONEY,
    address="/money-cases",
    kinds={
        "reassign": "Give to another officer",
        "search_register": "Record that the breathing-space register was searched, and clear",
        "send_letter_of_claim": "Record that the letter of claim was sent",
        "send_intention": "Record that notice of the claim was given",
        "request_money_paper": "Make a paper",
        "add_note": "Add a note",
    },
    load=money.load,
    facts_of=money.facts_of,
    offers=_money,
    decide=decide_money,
    mends=money_available.MENDS,
    act=money.act,
    gather=facts.gather_money,
    opening=OpenMoneyCase,
    open=_open_money,
)
