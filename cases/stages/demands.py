"""What asks the tenants for the debt that a breathing space freezes, and so is barred in it; and what asks for none.

A creditor may not contact the debtor to enforce that debt (SI 2020/1311 reg 7(7)(l)); it may of rent that falls due
meanwhile, of conduct, of a hearing in a claim begun before, and of what the tenant asked (reg 11). So a letter or a
warning is barred where it presses for the debt, and nowhere else.
"""

from datetime import date
from typing import Any

from cases.commands import RecordBreachWarning
from cases.gates import Gate, Question, Why
from cases.stages.shared import barred_by, for_debt, running
from cases.state import BreathingSpace, Order
from cases.words import Breach, OutcomeKind, PaperKind
from law.breathing_space import barred
from law.explained import long_date, pounds

_P = PaperKind
PRESSING = frozenset(
    {_P.ARREARS_LETTER_1, _P.ARREARS_LETTER_2, _P.PROTOCOL_LETTER_BEFORE_NOTICE, _P.PROTOCOL_LETTER_AFTER_NOTICE}
    | {_P.BREACH_WARNING, _P.PD55A_103_NOTICE, _P.EVICTION_LETTER}
)
"""The letters that ask for the arrears as a whole, or threaten to enforce for them."""
_OPEN = "What asks only for rent that fell due since, or is about conduct, may go"
_ROW = barred("contact_to_enforce", "standard")


def _paper(q: Question[Any]) -> Why | None:
    command = q.command
    if command.paper not in PRESSING or not for_debt(q):
        return None
    order = next((o for o in q.case.orders if o.id == command.subject), None)
    space = running(q.case, q.today)
    if space is None or (order is not None and about_conduct(order)):
        return None
    return _why(q, space, f"{_OPEN}: write such a letter by hand, and record the contact.")


def _warning(q: Question[Any]) -> Why | None:
    command = q.command
    space = running(q.case, command.on)
    if space is None:
        return None
    # An arrangement is of the debt, whatever its case is for.
    if isinstance(command, RecordBreachWarning):
        order = q.order(command.order_id)
        if about_conduct(order) or not for_debt(q):
            return None
        if order.kind is OutcomeKind.POSTPONED:
            return _why(q, space, "A notice under a postponed order is a step to enforce it; it waits.")
    if not command.new_rent_only:
        return _why(q, space, f"{_OPEN}: say so, if this warning is such.")
    since = new_rent(q, space, command.on)
    if since > 0:
        return None
    told = f"No rent that fell due since breathing space {space.id} began on {long_date(space.started_on)} is unpaid"
    return Why(f"{told}: the account has moved by {pounds(since)}.", "There is nothing to warn of but the debt; wait.")


def about_conduct(order: Order) -> bool:
    """Whether what is broken is another term of the order than its payments, and they are kept."""
    return order.breach is None and order.breach_kind is Breach.OTHER


def new_rent(q: Question[Any], space: BreathingSpace, on: date) -> int:
    """What the account has moved by since the debt was frozen, in pence: rent that fell due less what was paid."""
    return q.arrears_on(min(on, q.today)) - (space.frozen_pence or 0)


def _why(q: Question[Any], space: BreathingSpace, otherwise: str) -> Why:
    held = barred_by(space, "demand", q.case.track)
    return Why(held.says, f"{held.mend} {otherwise}", held.authority, held.confidence)


def pressing_paper(guards: tuple[str, ...]) -> Gate[Any]:
    """No letter that asks for the debt is made in a breathing space."""
    return Gate(
        "breathing_space",
        guards,
        "Does the letter ask for no debt that a breathing space freezes?",
        _paper,
        "Wait until the breathing space ends, or record its end.",
        _ROW.authority,
        _ROW.confidence.value,
    )


def pressing_warning(guards: tuple[str, ...]) -> Gate[Any]:
    """No warning that asks for the debt is given in a breathing space; one about new rent or conduct may be."""
    return Gate(
        "breathing_space",
        guards,
        "Does the warning ask for no debt that a breathing space freezes?",
        _warning,
        "Wait until the breathing space ends, or record its end.",
        _ROW.authority,
        _ROW.confidence.value,
        "new_rent_only",
    )
