"""The case as it stood before an act, so far as the act changed it: so that it can be taken again."""

from collections.abc import Mapping
from typing import Any

from cases.court_words import ArrangementEnd
from cases.retold.act import Act
from cases.stages.taken import list_of
from cases.state import CaseState, Notice, Order
from cases.words import Breach, NoticeKind

_LEFT_BY: Mapping[str, Mapping[str, Any]] = {
    "record_decision_review": {"review_asked_on": None, "review_decided_on": None, "upheld": None},
    "decide_benefit_claim": {"decided_on": None, "awarded": None},
    "end_breathing_space": {"ended_on": None},
    "end_hold": {"ended_on": None},
    "record_court_told": {"court_told_on": None},
    "refuse_arrangement": {"ended": None, "ended_on": None},
    "warn_arrangement": {"warned_on": None, "pay_by": None},
    "end_arrangement": {"ended": None, "ended_on": None},
    "serve_notice": {
        "services": (),
        "served": None,
        "issue_from": None,
        "issue_from_safe": None,
        "lapse": None,
        "last_safe_issue": None,
        "review_by": None,
        "more": (),
    },
    "record_trustee_copy": {"trustee_copy_on": None},
    "decide_review": {"reviewer": None, "decided_on": None, "upheld": None, "reasons": None, "told_on": None},
    "withdraw_review": {"withdrawn_on": None},
    "record_papers_served": {"papers_sent_on": None, "papers_served": None, "papers_defence_due": None},
    "ask_for_papers_order": {"papers_order_asked_on": None},
    "record_papers_decision": {
        "papers_result": None,
        "papers_decided_on": None,
        "papers_reasons_on": None,
        "papers_restore_by": None,
    },
    "end_claim": {"ended_on": None, "ended_by": None, "ended_how": None, "end_terms": None},
    "confirm_eviction": {"confirmed_at": None},
    "record_claim_service": {"claim_served_on": None, "claim_deemed_served": None},
    "record_ten_day_letter": {"ten_day_letter_sent_on": None},
    "record_filing": {"statement_filed_on": None, "statement_served_on": None},
    "record_breach": {"breach_on": None, "breach_details": None},
    "record_breach_warning": {"warned_on": None, "breach_notice": None},
    "record_permission": {"permission_on": None, "permission_refused_on": None},
    "discharge_order": {"discharged_on": None},
    "decide_application": {"decided_on": None, "granted": None},
    "book_eviction": {
        "n54_delivered_on": None,
        "eviction_earliest": None,
        "appointment_on": None,
        "appointment_at": None,
    },
    "record_eviction": {"executed_on": None, "cancelled_on": None},
}
"""What an act leaves on its own item, as it was before."""
_OUTCOME = {"outcome": None, "outcome_on": None, "restore_by": None, "appeal_by": None, "reasons_served_on": None}


def rewound(state: CaseState, act: Act) -> CaseState:
    """The case before the act, as to what it changed; what it made anew stays, and is made again beside it."""
    left = _LEFT_BY.get(act.command.kind, {})
    if left:
        state = _set(state, list_of(act), act.item, left)
    match act.command.kind:
        case "extend_hold":
            first = next(h.planned for h in state.holds if h.id == act.item)
            return _set(state, "holds", act.item, {"ends": first, "planned": None})
        case "record_breach":
            broken = next(o.breach for o in state.orders if o.id == act.item)
            kind = Breach.PAYMENT if broken else Breach.NONE
            return _set(state, "orders", act.item, {"breach_kind": kind})
        case "discharge_order":
            claim_id = next(o.claim_id for o in state.orders if o.id == act.item)
            return _set(state, "claims", claim_id, {"ended_on": None})
        case "record_leaving":
            return state.model_copy(update={"leaving": None})
        case "record_papers_decision":
            return _reopened(state, act.item)
        case "decide_review" | "withdraw_review":
            return _review_open(state, act)
        case "record_outcome":
            return _unheard(state, act)
        case "decide_application":
            return _undecided(state, act)
    return state


def _set(state: CaseState, name: str, wanted: str, changes: Mapping[str, Any]) -> CaseState:
    items = (item.model_copy(update=dict(changes)) if item.id == wanted else item for item in getattr(state, name))
    return state.model_copy(update={name: tuple(items)})


def _reopened(state: CaseState, claim_id: str) -> CaseState:
    """The claim as it was before a decision that ended it."""
    return _set(state, "claims", claim_id, {"ended_on": None, "ended_by": None})


def _review_open(state: CaseState, act: Act) -> CaseState:
    """Before a review's end: the notice stands, and the trial is not yet extended by it."""
    review = next(r for r in state.reviews if r.id == act.item)
    notice = next(n for n in state.notices if n.id == review.notice_id)
    if act.command.kind == "decide_review" and not act.command.upheld:
        state = _set(state, "notices", notice.id, {"withdrawn": False})
    return _not_extended(state, notice)


def _not_extended(state: CaseState, notice: Notice) -> CaseState:
    standing = state.standing
    if notice.kind is not NoticeKind.S125A or standing is None or standing.original is None or standing.over_on:
        return state
    shorter = standing.model_copy(update={"ends": standing.original, "original": None, "extended": False})
    return state.model_copy(update={"standing": shorter})


def _unheard(state: CaseState, act: Act) -> CaseState:
    """Before the outcome of a hearing: its claim goes on, and what was agreed before it has not been replaced."""
    hearing_id = getattr(act.command, "hearing_id", "")
    heard = next(h for h in state.hearings if h.id == hearing_id)
    state = _set(state, "hearings", heard.id, _OUTCOME)
    if heard.outcome is not None and (heard.outcome.ends_claim or heard.outcome.value == "money_only"):
        state = _reopened(state, heard.claim_id)
    replaced = {"ended": None, "ended_on": None}
    later = {"ended": ArrangementEnd.REPLACED, "ended_on": heard.outcome_on}
    arrangements = tuple(
        a.model_copy(update=replaced)
        if a.ended is ArrangementEnd.REPLACED and a.ended_on == heard.outcome_on
        else a.model_copy(update=later)  # made after it, or by it: no business of the outcome
        if a.open
        else a
        for a in state.arrangements
    )
    return state.model_copy(update={"arrangements": arrangements})


def _undecided(state: CaseState, act: Act) -> CaseState:
    """Before the court's answer on an application: the order as it stood, its warrants live, the claim as it was."""
    asked = next(a for a in state.applications if a.id == act.item)
    if asked.before is None:
        return state
    decided_on = getattr(act.command, "on", None)
    if asked.before.order is not None:
        state = with_order(state, asked.before.order)
    stopped = tuple(
        w.model_copy(update={"cancelled_on": None})
        if asked.order_id and w.order_id == asked.order_id and w.cancelled_on and w.cancelled_on == decided_on
        else w
        for w in state.warrants
    )
    ended = {"ended_on": asked.before.claim_ended_on, "ended_by": asked.before.claim_ended_by}
    return _set(state.model_copy(update={"warrants": stopped}), "claims", asked.claim_id, ended)


def with_order(state: CaseState, order: Order) -> CaseState:
    """The case with that version of an order."""
    items = tuple(order if o.id == order.id else o for o in state.orders)
    return state.model_copy(update={"orders": items})
