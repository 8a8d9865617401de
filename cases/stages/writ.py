"""A writ of the High Court in the place of a warrant: what it asks for beside a warrant's own gates."""

from datetime import date
from typing import Any, Literal

from cases.commands import DraftWarrant
from cases.gates import Gate, Question, Why
from cases.stages.enforceable import day_of, order_of
from cases.state import Order, Warrant
from cases.words import Track
from law.enforcement import permission_lapses
from law.explained import long_date
from law.fees import FeeKind
from law.high_court import WritTransfer, writ_transfer

DRAFT = ("draft_warrant",)
BOTH = (*DRAFT, "request_warrant")
FORM = "N293A"


def fee_kind(warrant: Warrant) -> FeeKind:
    """The line of the fee table: a writ is sealed, a warrant asked for."""
    return "writ_seal" if warrant.form == FORM else "warrant"


def _asked(q: Question[Any], order: Order, told: date | None) -> WritTransfer:
    against: Literal["tenants", "trespassers"] = "trespassers" if q.case.track is Track.TRESPASS else "tenants"
    on = day_of(q)
    return writ_transfer(ordered=order.made_on, on=on, reason="delay", against=against, occupiers_told=told)


def _permitted(q: Question[Any]) -> Why | None:
    order = order_of(q)
    if order.high_court_on is None:
        return None
    needed = _asked(q, order, None).permission
    if not needed.value:
        return None
    if order.permission_on is None:
        return Why.of(f"{needed.steps[-1].text}.", needed, "Ask the High Court, and record its permission.")
    last = permission_lapses(order.permission_on)
    if day_of(q) <= last.value:
        return None
    return Why.of(f"Permission of {long_date(order.permission_on)} was not used by {long_date(last.value)}.", last)


def _told(q: Question[DraftWarrant]) -> str | Why | None:
    order = order_of(q)
    told = q.command.occupiers_told_on
    if order.high_court_on is None:
        return (
            Why("The order is not in the High Court, so nothing asks for that day.", "Leave it out.") if told else None
        )
    notice = _asked(q, order, told).notice_given
    return None if notice.value else Why.of(f"{notice.steps[-1].text}.", notice)


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "writ_permission",
        BOTH,
        "Is there permission for a writ, where it is needed?",
        _permitted,
        "Ask again, and record the permission.",
        "CPR 83.13(2)",
        "B",
    ),
    Gate(
        "occupiers_told",
        DRAFT,
        "Was everybody in the home told of the proceedings?",
        _told,
        "Tell every occupier in time for them to ask the court for relief, and give the day.",
        "CPR 83.13(8)(a)",
        "B",
        "occupiers_told_on",
    ),
)
