"""Working an act out again from corrected facts, by the very function that took it.

The act is taken twice from the same point, once as it was recorded and once as it is known to have been. What differs
between the two is what the correction changes; everything that came later stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from cases.base import ExplainedDate
from cases.commands import Command, IssueClaim, RequestWarrant, ServeNotice
from cases.court_words import ArrangementEnd
from cases.events import Event, NoticeChanged
from cases.evolve import evolve
from cases.gates import Question
from cases.instants import start_of_day
from cases.recorded import Act, acts
from cases.retold.orders import decided_on
from cases.stages import claim, fees, parties_again, serving
from cases.stages.followed import followed
from cases.stages.parts import PARTS, part_corrected
from cases.stages.rewound import rewound, with_order
from cases.stages.taken import LISTS, TAKEN_BY, WITHOUT_IDS, list_of
from cases.state import Application, CaseState, Claim, Order, SuspendedTerms, Warrant
from law.errors import LawError

_ALONE = ("leaving", "standing", "closed")


def corrected(q: Question[Any], act: Act, command: Command | None) -> CaseState:
    """The case with the act as it is now known to have been; None means that it never happened. Raises LawError."""
    if act.command.kind in PARTS:
        return part_corrected(q.case, act, command)
    if act.command.kind in parties_again.KINDS:
        return followed(q, parties_again.corrected(q.case, act, command))
    if command is not None and act.command.kind == "open_case":
        return q.case.model_copy(update={"cause": command.cause})  # type: ignore[union-attr]  # it is an opening
    after = _retaken(q, q.case, act, [act], command)
    if act.command.kind == "draft_notice":
        services = [each for each in acts(q.case) if each.item == act.item and each.command.kind == "serve_notice"]
        after = _served_again(q, after, services)
    return followed(q, after)


def _retaken(q: Question[Any], state: CaseState, act: Act, was: Sequence[Act], command: Command | None) -> CaseState:
    was = _with(state, act)
    now: list[Act] = []
    for each in was:
        if each.subject != act.subject:
            now.append(each)
        elif command is not None:
            now.append(replace(each, command=_with_fee(state, act, command)))
    start = rewound(state, act)
    return _patched(state, act, start, _taken(q, start, was), _taken(q, start, now))


def _served_again(q: Question[Any], state: CaseState, services: Sequence[Act]) -> CaseState:
    """A notice that said something else than was recorded, served as it was served."""
    if not services:
        return state
    first = services[0]
    return _patched(
        state,
        first,
        rewound(state, first),
        _taken(q, rewound(q.case, first), services),
        _taken(q, rewound(state, first), services),
    )


def _with(state: CaseState, act: Act) -> Sequence[Act]:
    """The acts to take again: service on all joint tenants together, every other act alone."""
    if act.command.kind != "serve_notice":
        return [act]
    return [each for each in acts(state) if each.item == act.item and each.command.kind == "serve_notice"]


def _taken(q: Question[Any], state: CaseState, again: Sequence[Act]) -> CaseState:
    for each in again:
        facts = q.facts.model_copy(update={"actor": each.by}) if each.by else q.facts
        as_at = start_of_day(each.day) if each.day else q.as_at
        state = _took(Question(each.command, state, facts, as_at, again=True))
    return state


def _took(asked: Question[Any]) -> CaseState:
    state = asked.case
    for event in taken(asked):
        state = evolve(state, event)
    return state


def taken(asked: Question[Any]) -> Sequence[Event]:
    """The events of an act that was truly taken, lawful or not. Raises LawError where law has no date for it."""
    try:
        return TAKEN_BY[asked.command.kind](asked)
    except LawError:
        if not isinstance(asked.command, ServeNotice):
            raise
        return _served_for_nothing(asked)


def _served_for_nothing(asked: Question[ServeNotice]) -> Sequence[Event]:
    """The last joint tenant served too late for the date in the notice: service counts, and no claim ever follows.

    Raises LawError where it was no service at all.
    """
    one_short = asked.case.model_copy(update={"tenants": (*asked.case.tenants, "")})
    state = asked.case
    for event in serving.serve_notice(replace(asked, state=one_short)):
        state = evolve(state, event)
    item = next(n for n in state.notices if n.id == asked.command.notice_id)
    latest = max((s.served for s in item.services), key=lambda day: day.on)
    return [NoticeChanged(what="served_on_all", notice=item.model_copy(update={"served": latest}))]


def _patched(state: CaseState, act: Act, start: CaseState, old: CaseState, new: CaseState) -> CaseState:
    """The case with that changed which differs between the two ways of taking the act."""
    changes: dict[str, Any] = {}
    for name in LISTS:
        items = list(getattr(state, name))
        before, was, now = len(getattr(start, name)), getattr(old, name), getattr(new, name)
        for n in range(before):
            items[n] = _moved(items[n], was[n], now[n])
        gone: list[Any] = []
        for made, made_now in zip_longest(was[before:], now[before:]):
            at = _place(state, name, act) if made is not None else None
            if made is None:
                items.append(made_now)
            elif at is not None and made_now is not None:
                items[at] = _moved(items[at], made, made_now)
            elif at is not None and name == "arrangements" and at < len(items) - 1:
                items[at] = items[at].model_copy(
                    update={"ended": ArrangementEnd.REPLACED, "ended_on": getattr(act.command, "on", None)}
                )
            elif at is not None:
                gone.append(items[at])
        changes[name] = tuple(item for item in items if item not in gone)
    for name in _ALONE:
        if getattr(old, name) != getattr(new, name):
            changes[name] = getattr(new, name)
    after = state.model_copy(update=changes)
    return _in_every_version(state, after, act, old, new)


def _place(state: CaseState, name: str, act: Act) -> int | None:
    """Where the item is that the act made, among those of a list; None where its list holds none of its making."""
    items = getattr(state, name)
    if name == list_of(act) and (name, act.command.kind) != ("hearings", "record_outcome"):
        if name in WITHOUT_IDS:
            return int(act.subject[1:]) - 1
        return next((n for n, item in enumerate(items) if item.id == act.item), None)
    command = act.command
    if name == "orders" and command.kind == "record_papers_decision":
        return next((n for n, o in enumerate(items) if o.claim_id == act.item and not o.hearing_id), None)
    if command.kind != "record_outcome":
        return None
    if name in ("orders", "arrangements"):
        return next((n for n, item in enumerate(items) if item.hearing_id == command.hearing_id), None)
    if name != "hearings":
        return None
    heard = next(n for n, item in enumerate(items) if item.id == command.hearing_id)
    later = (n for n in range(heard + 1, len(items)) if items[n].claim_id == items[heard].claim_id)
    return next(later, None) if command.outcome.value == "adjourned_to_date" else None


def _moved(item: Any, was: Any, now: Any) -> Any:
    """The item with what differs between the two; what was undone since stays undone."""
    changes: dict[str, Any] = {}
    for field in type(item).model_fields:
        old, new = getattr(was, field), getattr(now, field)
        if old == new or field == "id":
            continue
        held = getattr(item, field)
        if held is None and old is not None:
            continue
        same_terms = all(isinstance(each, SuspendedTerms) for each in (held, old, new))
        changes[field] = _moved(held, old, new) if same_terms else new
    return item.model_copy(update=changes) if changes else item


def _in_every_version(before: CaseState, state: CaseState, act: Act, old: CaseState, new: CaseState) -> CaseState:
    """What an act made of an order, in every version of it that was kept since, until a decision replaced it."""
    for order in before.orders:
        decided = decided_on(before, order.id)
        if act.command.kind == "decide_application":
            decided = [a for a in decided if a.id > act.item] if any(a.id == act.item for a in decided) else []
        pair = _two_ways(before, act, order, old, new) if decided else None
        if pair is None:
            continue
        changed = {a.id: _version(a, *pair) for a in decided}
        told = tuple(changed.get(a.id, a) for a in state.applications)
        state = with_order(state.model_copy(update={"applications": told}), _carried(order, *pair))
    return state


def _version(a: Application, was: Order, now: Order) -> Application:
    if a.before is None or a.before.order is None:
        return a
    return a.model_copy(update={"before": a.before.model_copy(update={"order": _carried(a.before.order, was, now)})})


def _two_ways(state: CaseState, act: Act, order: Order, old: CaseState, new: CaseState) -> tuple[Order, Order] | None:
    """The order as the act made it, and as it would have; None where the act is about another order."""
    if act.command.kind == "decide_application":
        about = next((a.order_id for a in state.applications if a.id == act.item), "")
        at = next((n for n, o in enumerate(state.orders) if o.id == order.id), -1)
        return (old.orders[at], new.orders[at]) if about == order.id else None
    if act.command.kind not in ("record_outcome", "record_papers_decision"):
        return None
    place = _place(state, "orders", act)
    if place is None or state.orders[place].id != order.id:
        return None
    made = len(state.orders)
    return (old.orders[made], new.orders[made]) if len(old.orders) > made and len(new.orders) > made else None


def _carried(version: Order, was: Order, now: Order) -> Order:
    """A later version of the order with what differs, so far as it had not been replaced."""
    changes: dict[str, Any] = {}
    for field in Order.model_fields:
        old, new, held = getattr(was, field), getattr(now, field), getattr(version, field)
        if field == "id" or old == new:
            continue
        if _same(held, old):
            changes[field] = _moved(held, old, new) if isinstance(held, SuspendedTerms) and new else new
        elif field == "terms" and old is not None and new is not None:
            changes["earlier_terms"] = tuple(
                _moved(each, old, new) if _same(each, old) else each for each in version.earlier_terms
            )
    return version.model_copy(update=changes) if changes else version


def _same(held: Any, old: Any) -> bool:
    """Whether a field still is what an act made it, whatever the words of its explanation."""
    if isinstance(held, ExplainedDate) and isinstance(old, ExplainedDate):
        return held.on == old.on
    if isinstance(held, SuspendedTerms) and isinstance(old, SuspendedTerms):
        names = ("instalment_pence", "frequency", "first_payment", "judgment_pence", "since", "lump_sum_pence")
        return all(getattr(held, name) == getattr(old, name) for name in (*names, "lump_sum_on", "with_costs"))
    return bool(held == old)


def _with_fee(state: CaseState, act: Act, command: Command) -> Command:
    """The command with the fee that was paid where the table has none for the new day."""
    if not isinstance(command, IssueClaim | RequestWarrant) or command.fee_pence is not None:
        return command
    items: tuple[Claim | Warrant, ...] = (*state.claims, *state.warrants)
    paid = next((item.fee.pence for item in items if item.id == act.item and item.fee), None)
    if isinstance(command, IssueClaim):
        unknown = fees.problem(claim.fee_kind(command.route), command.issued_on, None)
    else:
        unknown = fees.problem("warrant", command.on, None)
    return command.model_copy(update={"fee_pence": paid}) if unknown else command
