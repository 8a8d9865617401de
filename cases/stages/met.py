"""An order whose payments are all made: what is told, and what may follow."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from cases import account
from cases.base import DatedStep, ExplainedDate
from cases.facts import Facts
from cases.gates import Gate, Question
from cases.instants import legal_day
from cases.state import CaseState, Order
from cases.tracks import ROADS
from cases.waiting import Wait
from cases.words import Breach
from law.explained import long_date, pounds

WHAT_FOLLOWS = "Record the order as met where its words say so, or ask the court to discharge it; then close the case."
_AUTHORITY = {"HA 1985": "HA 1985 s.85(4)", "HA 1988": "HA 1988 s.9(4)"}


def met(order: Order, facts: Facts, day: date) -> bool:
    """Whether all that the order's payments clear is paid: the judgment, and the costs unless it keeps them apart.

    Costs that nobody put on the account are paid once it is in credit by so much.
    """
    terms = order.terms
    if terms is None or order.to_clear_pence <= 0 or order.breach is not None or order.breach_kind is not Breach.NONE:
        return False
    stood = account.position(facts.postings, day, facts.tenancy)
    charged = any(p.kind == account.COURT_COST and p.due_pence > 0 for p in facts.postings)
    costs = 0 if charged else max(0, order.to_clear_pence - terms.judgment_pence)
    return stood.rent_arrears_pence + costs <= 0 and stood.court_costs_pence <= 0


def paid_on(order: Order, facts: Facts, day: date) -> date | None:
    """The first day by a day on which all that the order's payments clear was paid, whatever was missed since.

    A payment that came back later was none. None where there is no such day.
    """
    terms = order.terms
    if terms is None or order.to_clear_pence <= 0:
        return None
    lines = [p for p in facts.postings if p.on <= day]
    charged = any(p.kind == account.COURT_COST and p.due_pence > 0 for p in lines)
    apart = 0 if charged else max(0, order.to_clear_pence - terms.judgment_pence)
    back = sum(-p.paid_pence for p in lines if p.paid_pence < 0)
    since = terms.since or order.made_on
    paid = {p.on for p in lines if p.on >= since and p.paid_pence > 0}
    returned = Counter[date]()
    for line in lines:
        returned[line.on] += max(0, -line.paid_pence)
    for on, rent, costs in account.by_day(lines, day, facts.tenancy):
        back -= returned[on]
        if on in paid and rent + apart + back <= 0 and costs <= 0:
            return on
    return None


def wait(order: Order, state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The officer is told, once, on the day it is found."""
    today = legal_day(as_at)
    if not met(order, facts, today):
        return
    name = f"{order.id}.met"
    since = next((d.date.on for d in state.deadlines if d.id == name), today)
    title = f"Order {order.id} is paid in full: close it, or ask the court to discharge it"
    yield Wait(name, "order_met", title, _told(order, state, since), order.id, remind=(), escalates=False)


def _told(order: Order, state: CaseState, on: date) -> ExplainedDate:
    with_costs = order.to_clear_pence > (order.terms.judgment_pence if order.terms else 0)
    what = "judgment and the costs" if with_costs else "judgment"
    trigger = f"The {what} of order {order.id} {'are' if with_costs else 'is'} paid"
    rule = (
        "Payment alone does not end an order: the usual form says that it cannot be enforced once the sum is paid, "
        f"and the court may discharge it. Read the sealed order. {WHAT_FOLLOWS}"
    )
    apart = order.costs_pence if order.terms and order.terms.with_costs is False else 0
    left = f" Its costs of {pounds(apart)} stand apart from these payments." if apart else ""
    authority = "; ".join(filter(None, (_AUTHORITY.get(ROADS[state.track].act, ""), "form N28")))
    return ExplainedDate(
        on=on,
        sentence=f"{trigger}.{left} {rule} ({authority}; confidence C).",
        trigger=trigger,
        rule=rule,
        steps=(DatedStep(text=trigger, authority="The rent account", on=on),),
        authority=authority,
        confidence="C",
        table_version="",
    )


def gate(guards: tuple[str, ...], about: Any) -> Gate[Any]:
    """An order whose payments are all made is not enforced for them. `about` gives the order of a question."""

    def says(q: Question[Any]) -> str | None:
        order = about(q)
        if order is None:
            return None
        paid = q.today if met(order, q.facts, q.today) else paid_on(order, q.facts, q.today)
        if paid is None:
            return None
        since = "" if paid == q.today else " What was missed since is not for this order: begin again with a notice."
        return f"All that the payments under order {order.id} clear was paid by {long_date(paid)}.{since}"

    return Gate(
        code="order_met",
        guards=guards,
        asks="Is something of its terms still to be paid?",
        says=says,
        mend=WHAT_FOLLOWS,
        authority="HA 1985 s.85(4); HA 1988 s.9(4); form N28",
        confidence="C",
    )
