"""What follows for items whose facts were put right: what had ripened, run out, been late or broken by its date."""

from collections.abc import Iterable
from typing import Any, TypeVar

from cases.court_words import ArrangementEnd
from cases.gates import Question
from cases.instants import end_of_day, start_of_day
from cases.retold.act import ran_out
from cases.stages import arrangement, order, payments, review, trial
from cases.stages import notice as notices
from cases.state import Arrangement, BreathingSpace, CaseState, Hold, Notice, Order, Review, Warrant
from cases.words import Breach, NoticeKind

I = TypeVar("I", Order, Arrangement, BreathingSpace, Hold)  # noqa: E741
_PAYMENTS = (
    "agreed_on",
    "total_pence",
    "current_rent_pence",
    "instalment_pence",
    "frequency",
    "first_payment",
    "lump_sum_pence",
    "lump_sum_on",
)


def followed(q: Question[Any], state: CaseState) -> CaseState:
    """A notice is not ripe or lapsed any more, a review not late, a hold ends on its new day, payments count anew.

    Of a closed case nobody looks at payments again.
    """
    before = q.case
    looked = tuple(_notice(q, state, item) for item in _redated(q, state))
    state = state.model_copy(update={"notices": looked})
    changes: dict[str, Any] = {
        "reviews": tuple(_review(before, state, item) for item in state.reviews),
        "warrants": tuple(_warrant(q, item) for item in state.warrants),
        "orders": tuple(_order(q, state, old, new) for old, new in _pairs(before.orders, state.orders)),
        "breathing_spaces": tuple(_end(q, *pair) for pair in _pairs(before.breathing_spaces, state.breathing_spaces)),
        "holds": tuple(_end(q, *pair) for pair in _pairs(before.holds, state.holds)),
    }
    if before.closed is not None:
        return state.model_copy(update=changes | {"orders": state.orders})
    state = state.model_copy(update=changes)
    arrangements = (_arrangement(q, state, *pair) for pair in _pairs(before.arrangements, state.arrangements))
    return state.model_copy(update={"arrangements": tuple(arrangements)})


def _pairs(old: Iterable[I], new: Iterable[I]) -> list[tuple[I, I]]:
    """Each item beside what it was; beside itself where it is new."""
    known = {item.id: item for item in old}
    return [(known.get(item.id, item), item) for item in new]


def _redated(q: Question[Any], state: CaseState) -> tuple[Notice, ...]:
    """Notices whose life goes with the trial, where the trial ends on another day now."""
    was, now = q.case.standing, state.standing
    if was is None or now is None or was.extended == now.extended:
        return state.notices
    tenancy = q.facts.tenancy.model_copy(update={"trial_extended": now.extended})
    return tuple(
        trial.redated(n, tenancy) if n.kind is NoticeKind.S128 and n.live and n.served else n for n in state.notices
    )


def _notice(q: Question[Any], state: CaseState, item: Notice) -> Notice:
    # Of a notice that a claim rests on nothing says any more that it is ripe; it is so by its date.
    known = item.ripe or notices.in_use(state, item)
    ripe = bool(known and item.issue_from_safe and q.as_at >= start_of_day(item.issue_from_safe.on))
    # Without a day of its own it fell with the trial or the term, and a correction of something else leaves that.
    over = item.served is not None if item.lapse is None else q.as_at >= end_of_day(item.lapse.on)
    lapsed = item.lapsed and over
    return item.model_copy(update={"ripe": ripe, "lapsed": lapsed})


def _review(before: CaseState, state: CaseState, item: Review) -> Review:
    """A request that was late by a day that moved may have been in time, and the other way round."""
    was = next((n for n in before.notices if n.id == item.notice_id), None)
    now = next((n for n in state.notices if n.id == item.notice_id), None)
    if now is None or was is None or (was.review_by, was.specified) == (now.review_by, now.specified):
        return item
    late = now.review_by is not None and item.asked_on > now.review_by.on
    return item.model_copy(update={"late": late, "decide_by": None if late else review.decide_by(now)})


def _warrant(q: Question[Any], item: Warrant) -> Warrant:
    expired = bool(item.expired and item.expires and q.as_at >= end_of_day(item.expires.on))
    return item.model_copy(update={"expired": expired})


def _end(q: Question[Any], old: Any, new: Any) -> Any:
    if not ran_out(old) or old.ends == new.ends:
        return new
    passed = new.ends is not None and q.as_at >= end_of_day(new.ends.on)
    return new.model_copy(update={"ended_on": new.ends.on if passed and new.ends else None})


def _order(q: Question[Any], state: CaseState, old: Order, new: Order) -> Order:
    """An order whose terms were corrected, looked at against the account afresh; without terms nothing is broken."""
    if new.terms is None:
        if old.terms is None:
            return new
        return new.model_copy(update={"breach": None, "breach_kind": Breach.NONE, "warned_on": None})
    same = old == new or (old.terms == new.terms and old.made_on == new.made_on)
    if same and payments.frozen(q.case) == payments.frozen(state):
        return new
    other = Breach.OTHER if new.breach_kind is Breach.OTHER else Breach.NONE
    fresh = new.model_copy(update={"breach": None, "breach_kind": other})
    looked = order.look_at_terms(fresh, state, q.facts, q.as_at)
    if looked is not None and looked.breach is not None:
        on = new.breach.on if new.breach else looked.breach.on
        return looked.model_copy(update={"breach": looked.breach.model_copy(update={"on": on})})
    warned = new.warned_on if other is Breach.OTHER else None
    return new.model_copy(update={"breach": None, "breach_kind": other, "warned_on": warned})


def _arrangement(q: Question[Any], state: CaseState, old: Arrangement, new: Arrangement) -> Arrangement:
    """An arrangement whose payments were corrected, looked at against the account afresh."""
    found = new.ended is ArrangementEnd.COMPLETED
    same = all(getattr(old, name) == getattr(new, name) for name in _PAYMENTS)
    if (same and payments.frozen(q.case) == payments.frozen(state)) or not (new.live or found):
        return new
    changes: dict[str, Any] = {"breach": None}
    if found:
        changes |= {"ended": None, "ended_on": None}
    looked = arrangement.look_at(new.model_copy(update=changes), state, q.facts, q.as_at)
    now = looked.arrangement if looked else new.model_copy(update=changes)
    if now.breach is not None and old.breach is not None:
        stood = now.breach.model_copy(update={"on": old.breach.on})
        return now.model_copy(update={"breach": stood, "times_broken": old.times_broken})
    if old.breach is not None:
        kept = {"times_broken": max(0, old.times_broken - 1), "warned_on": None, "pay_by": None}
        return now.model_copy(update=kept)
    return now
