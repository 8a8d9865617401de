"""Working an act out again from corrected facts, by the very function that took it.

The act is taken twice from the same point, once as it was recorded and once as it is known to have been. What differs
between the two is what the correction changes; everything that came later stays.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cases.commands import Command, IssueClaim, RequestWarrant, ServeNotice
from cases.events import Event
from cases.evolve import evolve
from cases.gates import Question
from cases.instants import end_of_day, start_of_day
from cases.recorded import Act, acts, ran_out
from cases.stages import claim, eviction, fees, hearing, holding, holds, notice, order, preaction, serving, warrant
from cases.state import BreathingSpace, CaseState, Claim, Hold, Notice, Order, SuspendedTerms, Warrant
from cases.words import Breach
from law.errors import LawError

TAKEN_BY: Mapping[str, Callable[[Question[Any]], Sequence[Event]]] = {
    "record_contact": preaction.record_contact,
    "record_search": preaction.record_search,
    "record_assessment": preaction.record_assessment,
    "start_breathing_space": holds.start_breathing_space,
    "end_breathing_space": holds.end_breathing_space,
    "start_hold": holding.start_hold,
    "end_hold": holding.end_hold,
    "record_court_told": holding.record_court_told,
    "draft_notice": notice.draft_notice,
    "serve_notice": serving.serve_notice,
    "issue_claim": claim.issue_claim,
    "list_hearing": hearing.list_hearing,
    "record_claim_service": hearing.record_claim_service,
    "record_ten_day_letter": hearing.record_ten_day_letter,
    "record_outcome": hearing.record_outcome,
    "record_breach_warning": order.record_breach_warning,
    "record_permission": order.record_permission,
    "discharge_order": order.discharge_order,
    "request_warrant": warrant.request_warrant,
    "record_warrant_issued": eviction.record_warrant_issued,
    "book_eviction": eviction.book_eviction,
    "record_eviction": eviction.record_eviction,
}
LISTS = (
    "contacts",
    "searches",
    "assessments",
    "breathing_spaces",
    "holds",
    "notices",
    "claims",
    "hearings",
    "orders",
    "warrants",
)
_LIST_OF = dict(zip("ESABLNCHOW", LISTS, strict=True))
_LEFT_BY: Mapping[str, tuple[str, ...]] = {
    "end_breathing_space": ("ended_on",),
    "end_hold": ("ended_on",),
    "record_court_told": ("court_told_on",),
    "record_claim_service": ("claim_served_on", "claim_deemed_served"),
    "record_ten_day_letter": ("ten_day_letter_sent_on",),
    "record_breach_warning": ("warned_on",),
    "record_permission": ("permission_on", "permission_refused_on"),
    "book_eviction": ("n54_delivered_on", "eviction_earliest", "appointment_on", "appointment_at"),
}
"""What an act leaves on its item, taken off before it is taken again."""
_BY_SERVICE = ("served", "issue_from", "issue_from_safe", "lapse", "last_safe_issue", "review_by")


def place(subject: str) -> tuple[str, int | None]:
    """The list that an item is in, and its place where the items of the list have no ids (from 0)."""
    name = _LIST_OF[subject[0]]
    return name, int(subject[1:]) - 1 if name in ("searches", "assessments") else None


def corrected(q: Question[Any], act: Act, command: Command | None) -> CaseState:
    """The case with the act as it is now known to have been; None means that it never happened. Raises LawError."""
    start, was, now = _rewound(q.case, act), list(_with(q.case, act)), []
    for each in was:
        if each.subject != act.subject:
            now.append(each)
        elif command is not None:
            now.append(replace(each, command=_with_fee(q.case, act, command)))
    old, new = _taken(q, start, was), _taken(q, start, now)
    after = q.case
    for name in LISTS:
        after = _patched(after, name, act, getattr(old, name), getattr(new, name))
    return _followed(q, after)


def _with(state: CaseState, act: Act) -> Sequence[Act]:
    """The acts to take again: service on all joint tenants together, every other act alone."""
    if act.command.kind != "serve_notice":
        return [act]
    return [each for each in acts(state) if each.item == act.item and each.command.kind == "serve_notice"]


def _rewound(state: CaseState, act: Act) -> CaseState:
    name, _ = place(act.subject)
    left: dict[str, Any] = dict.fromkeys(_LEFT_BY.get(act.command.kind, ()))
    if act.command.kind == "serve_notice":
        left = {**dict.fromkeys(_BY_SERVICE), "services": (), "more": ()}
    if not left:
        return state
    items = (item.model_copy(update=left) if item.id == act.item else item for item in getattr(state, name))
    return state.model_copy(update={name: tuple(items)})


def _taken(q: Question[Any], state: CaseState, again: Sequence[Act]) -> CaseState:
    for each in again:
        facts = q.facts.model_copy(update={"actor": each.by}) if each.by else q.facts
        state = _took(Question(each.command, state, facts, q.as_at, again=True))
    return state


def _took(asked: Question[Any]) -> CaseState:
    state = asked.case
    try:
        events = TAKEN_BY[asked.command.kind](asked)
    except LawError:
        if not isinstance(asked.command, ServeNotice):
            raise
        return _served_for_nothing(asked)
    for event in events:
        state = evolve(state, event)
    return state


def _served_for_nothing(asked: Question[ServeNotice]) -> CaseState:
    """The last joint tenant served too late for the date in the notice: service counts, and no claim ever follows.

    Raises LawError where it was no service at all.
    """
    one_short = asked.case.model_copy(update={"tenants": (*asked.case.tenants, "")})
    state = asked.case
    for event in serving.serve_notice(replace(asked, state=one_short)):
        state = evolve(state, event)
    item = next(n for n in state.notices if n.id == asked.command.notice_id)
    latest = max((s.served for s in item.services), key=lambda day: day.on)
    done = item.model_copy(update={"served": latest})
    return state.model_copy(update={"notices": tuple(done if n.id == done.id else n for n in state.notices)})


def _patched(state: CaseState, name: str, act: Act, old: tuple[Any, ...], new: tuple[Any, ...]) -> CaseState:
    """The case with those fields of a list's items changed that differ between the two ways of taking the act."""
    items = list(getattr(state, name))
    own, nth = place(act.subject)
    for n, (was, now) in enumerate(zip(old, new, strict=True)):
        if n < len(items):
            at = n
        elif name != own:
            continue
        else:  # the act made its item anew, at the end
            at = nth if nth is not None else next(i for i, item in enumerate(items) if item.id == act.item)
        items[at] = _moved(items[at], was, now)
    return state.model_copy(update={name: tuple(items)})


def _moved(item: Any, was: Any, now: Any) -> Any:
    changes: dict[str, Any] = {}
    for field in type(item).model_fields:
        old, new = getattr(was, field), getattr(now, field)
        if old == new:
            continue
        held = getattr(item, field)
        same_terms = all(isinstance(each, SuspendedTerms) for each in (held, old, new))
        changes[field] = _moved(held, old, new) if same_terms else new
    return item.model_copy(update=changes) if changes else item


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


def _followed(q: Question[Any], state: CaseState) -> CaseState:
    """What follows for items whose dates moved: a notice is not ripe or lapsed any more, a hold ends on its new day."""
    before = q.case
    changes: dict[str, Any] = {
        "notices": tuple(_notice(q, item) for item in state.notices),
        "warrants": tuple(_warrant(q, item) for item in state.warrants),
        "orders": tuple(_order(q, old, new) for old, new in zip(before.orders, state.orders, strict=True)),
    }
    for name in ("breathing_spaces", "holds"):
        pairs = zip(getattr(before, name), getattr(state, name), strict=True)
        changes[name] = tuple(_end(q, old, new) for old, new in pairs)
    return state.model_copy(update=changes)


def _notice(q: Question[Any], item: Notice) -> Notice:
    ripe = bool(item.ripe and item.issue_from_safe and q.as_at >= start_of_day(item.issue_from_safe.on))
    lapsed = bool(item.lapsed and item.lapse and q.as_at >= end_of_day(item.lapse.on))
    return item.model_copy(update={"ripe": ripe, "lapsed": lapsed})


def _warrant(q: Question[Any], item: Warrant) -> Warrant:
    expired = bool(item.expired and item.expires and q.as_at >= end_of_day(item.expires.on))
    return item.model_copy(update={"expired": expired})


def _end(q: Question[Any], old: BreathingSpace | Hold, new: BreathingSpace | Hold) -> BreathingSpace | Hold:
    if not ran_out(old) or old.ends == new.ends:
        return new
    passed = new.ends is not None and q.as_at >= end_of_day(new.ends.on)
    return new.model_copy(update={"ended_on": new.ends.on if passed and new.ends else None})


def _order(q: Question[Any], old: Order, new: Order) -> Order:
    """A suspended order whose terms were corrected, looked at against the account afresh."""
    if old == new or new.terms is None or (old.terms == new.terms and old.made_on == new.made_on):
        return new
    other = Breach.OTHER if new.breach_kind is Breach.OTHER else Breach.NONE
    looked = order.look_at_terms(new.model_copy(update={"breach": None, "breach_kind": other}), q.facts, q.as_at)
    if looked is not None and looked.breach is not None:
        on = new.breach.on if new.breach else looked.breach.on
        return looked.model_copy(update={"breach": looked.breach.model_copy(update={"on": on})})
    warned = new.warned_on if other is Breach.OTHER else None
    return new.model_copy(update={"breach": None, "breach_kind": other, "warned_on": warned})
