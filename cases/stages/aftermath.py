"""After possession was taken: the home secured, goods left behind and their notice, somebody coming back."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from cases.base import ExplainedDate
from cases.commands import RecordAftermath
from cases.court_words import AfterEviction
from cases.events import Event, WarrantChanged
from cases.facts import Facts
from cases.gates import Gate, Question, Why, hold
from cases.stages.shared import not_future
from cases.state import Aftermath, CaseState, Warrant
from cases.waiting import Wait, by_policy
from law.explained import long_date
from law.goods import sale_from
from law.high_court import restitution_permission

AFTER = ("record_aftermath",)
TELL_OF_GOODS = timedelta(days=3)
GO_BACK_WITHIN = timedelta(days=3)
_GOODS = (
    AfterEviction.GOODS_LEFT,
    AfterEviction.GOODS_NOTICE,
    AfterEviction.GOODS_COLLECTED,
    AfterEviction.GOODS_SOLD,
)


def last_of(warrant: Warrant, *kinds: AfterEviction) -> Aftermath | None:
    """What was recorded last of these kinds; None where nothing was."""
    return next((one for one in reversed(warrant.aftermath) if one.what in kinds), None)


def _taken(q: Question[RecordAftermath]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    return None if warrant.executed_on else f"Possession has not been taken on warrant {warrant.id}."


def _after_possession(q: Question[RecordAftermath]) -> str | None:
    taken = q.warrant(q.command.warrant_id).executed_on
    if taken is None or q.command.on >= taken:
        return None
    return f"{long_date(q.command.on)} is before possession was taken on {long_date(taken)}."


def _goods_kept(q: Question[RecordAftermath]) -> Why | None:
    if q.command.what is not AfterEviction.GOODS_SOLD:
        return None
    notice = last_of(q.warrant(q.command.warrant_id), AfterEviction.GOODS_NOTICE)
    if notice is None or notice.sale_from is None:
        return Why("No notice about the goods is recorded.", "Record the notice with the day it was given.")
    if q.command.on >= notice.sale_from.on:
        return None
    told = f"Goods may not be sold or thrown away on {long_date(q.command.on)}. {notice.sale_from.sentence}"
    return Why.of(told, notice.sale_from, f"Keep them until {long_date(notice.sale_from.on)}.")


def _came_back(q: Question[RecordAftermath]) -> str | None:
    wanted = (AfterEviction.RESTITUTION_ASKED, AfterEviction.RESTORED)
    if q.command.what not in wanted or last_of(q.warrant(q.command.warrant_id), AfterEviction.RE_ENTERED):
        return None
    return "It is not recorded that anybody came back."


GATES: tuple[Gate[Any], ...] = (
    Gate("not_executed", AFTER, "Was possession taken?", _taken, "Record the eviction first."),
    not_future(AFTER, lambda q: q.command.on, "on", "This record"),
    Gate("before_possession", AFTER, "Was it after possession?", _after_possession, "Correct the date.", field="on"),
    Gate(
        "goods_kept",
        AFTER,
        "Were the goods kept long enough?",
        _goods_kept,
        "Keep them until then.",
        "Torts (Interference with Goods) Act 1977 s.12, Sch 1; LG(MP)A 1982 s.41",
        "C",
        "on",
    ),
    Gate(
        "nobody_came_back",
        AFTER,
        "Is it recorded that somebody came back?",
        _came_back,
        "Record first that somebody came back, with the day it was found.",
        "CPR 83.26, 83.13(4A)",
        "B",
        "what",
    ),
)


def record_aftermath(q: Question[RecordAftermath]) -> Sequence[Event]:
    """Something that happened after possession was taken; of a notice about goods, the first day to sell them."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    c = q.command
    sale = None
    if c.what is AfterEviction.GOODS_NOTICE:
        council = q.case.landlord_kind == "council"
        sale = ExplainedDate.of(sale_from(c.on, money_claimed=c.money_claimed, council=council))
    one = Aftermath(what=c.what, on=c.on, money_claimed=c.money_claimed, sale_from=sale, note=c.note)
    changed = warrant.model_copy(update={"aftermath": (*warrant.aftermath, one)})
    return [WarrantChanged(what="aftermath", warrant=changed, text=c.note)]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """A notice about goods that were left, the day they may be sold, and the way back to court after a re-entry."""
    for w in (w for w in state.warrants if w.executed_on):
        goods = last_of(w, *_GOODS)
        if goods is not None and goods.what is AfterEviction.GOODS_LEFT:
            left = f"Goods were left behind on {long_date(goods.on)}"
            rule = "Tell their owner where they are and by when to collect them"
            due = by_policy(goods.on + TELL_OF_GOODS, left, rule)
            title = "Goods were left behind: list them, store them, and give notice to collect them"
            yield Wait(f"{w.id}.goods", "goods_notice", title, due, w.id, remind=())
        if goods is not None and goods.sale_from is not None:
            title = "Goods left behind may be sold or disposed of from this day"
            yield Wait(f"{w.id}.sale", "goods_sale", title, goods.sale_from, w.id, remind=(), escalates=False)
        back = last_of(w, AfterEviction.RE_ENTERED, AfterEviction.RESTITUTION_ASKED, AfterEviction.RESTORED)
        if back is not None and back.what is AfterEviction.RE_ENTERED:
            law = restitution_permission("warrant", back.on)
            found = f"Somebody came back on {long_date(back.on)}"
            soon = by_policy(back.on + GO_BACK_WITHIN, found, "Ask the court to restore possession")
            told = {"sentence": law.sentence(), "authority": law.authority, "confidence": law.confidence.value}
            title = "Somebody came back into the home: ask the court for a warrant of restitution"
            yield Wait(f"{w.id}.restitution", "restitution", title, soon.model_copy(update=told), w.id, remind=())
