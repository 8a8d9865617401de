"""Decisions of public law that go before a notice: the homelessness duty ended, no duty owed, a licence broken."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from cases.base import ExplainedDate
from cases.commands import RecordDecision, RecordDecisionReview
from cases.events import DecisionChanged, Event
from cases.facts import Facts
from cases.gates import Gate, Question, Why, asked_only, hold
from cases.instants import legal_day
from cases.refusals import NotFound, Refusal
from cases.stages.shared import claim_notices, not_future
from cases.state import CaseState, Decision
from cases.tracks import ROADS
from cases.waiting import Wait, by_policy
from cases.words import DecisionKind, LeavingKind
from law.explained import Confidence, long_date
from law.periodic import review_request_by

RECORD = ("record_decision",)
REVIEW = ("record_decision_review",)
NEEDED = ("draft_notice", "serve_notice")
CLAIM = ("draft_claim", "issue_claim")
LATER = ("draft_warrant", "request_warrant", "record_leaving")
REVIEW_WEEKS = timedelta(weeks=8)
REVIEW_DAYS = 21
REVIEW_AUTHORITY = "HA 1996 s.202(3)"
REVIEW_TIME = "HA 1996 s.203; SI 2018/223 reg 9"
_REVIEWED = frozenset({DecisionKind.DUTY_ENDED, DecisionKind.NO_DUTY})
_SUITS: dict[str, frozenset[DecisionKind]] = {
    "non_secure_ta": frozenset(DecisionKind),
    "licence_ta": frozenset(DecisionKind),
    "interim_ta": frozenset({DecisionKind.DUTY_ENDED, DecisionKind.NO_DUTY, DecisionKind.BREACH}),
}


def review_by(told_on: date) -> ExplainedDate:
    """The last day to ask for a review of a homelessness decision: 21 days beginning with the day it was told."""
    counted = review_request_by(told_on, REVIEW_DAYS, REVIEW_AUTHORITY)
    told = replace(counted, trigger=f"Decision told on {long_date(told_on)}", confidence=Confidence.C)
    return ExplainedDate.of(told)


def standing(state: CaseState) -> Decision | None:
    """The newest decision that was not quashed on review."""
    return next((d for d in reversed(state.decisions) if d.upheld is not False), None)


def _decision(q: Question[RecordDecisionReview]) -> Decision:
    for decision in q.case.decisions:
        if decision.id == q.command.decision_id:
            return decision
    says = f"This case has no decision {q.command.decision_id}."
    raise NotFound(Refusal(code="no_decision", says=says, mend="Look at the case again."))


def _first(q: Question[Any]) -> bool:
    return ROADS[q.case.track].decided_first


def _decided(q: Question[Any]) -> str | Why | None:
    decision = standing(q.case)
    if decision is None:
        quashed = next((d for d in reversed(q.case.decisions) if d.upheld is False), None)
        if quashed is None:
            return "No decision to end the accommodation is recorded, with its reasons."
        return Why(
            f"Decision {quashed.id} was not upheld on review.", "Decide afresh with reasons, or withdraw and close."
        )
    if decision.told_on is None:
        return Why(f"Decision {decision.id} has not been told to the household.", "Record the day it was sent.")
    if decision.review_asked_on and decision.upheld is None:
        asked = long_date(decision.review_asked_on)
        return Why(f"A review of decision {decision.id} was asked for on {asked} and is not decided.", "Wait for it.")
    return None


def _served_before(q: Question[Any]) -> Why | None:
    """A notice served before the decision that now stands was told rests on one that fell."""
    decision, told = standing(q.case), None
    if decision is not None and decision.told_on is not None:
        notice = next((n for n in claim_notices(q) if n.served and n.served.on < decision.told_on), None)
        if notice is not None and notice.served is not None:
            told = (
                f"Notice {notice.id} was served on {long_date(notice.served.on)}, before decision {decision.id} was "
                f"told on {long_date(decision.told_on)}."
            )
    return Why(told, "Serve a new notice on the decision that stands.") if told else None


def _still_decided(q: Question[Any]) -> str | Why | None:
    return _decided(q) or _served_before(q)


def _quashed(q: Question[Any]) -> str | Why | None:
    if q.command.kind == "record_leaving" and q.command.how is not LeavingKind.TAKEN_BACK:
        return None
    return None if standing(q.case) is not None else _decided(q)


def _suits(q: Question[RecordDecision]) -> str | None:
    allowed = _SUITS.get(q.case.occupancy)
    if allowed is None or q.command.decision in allowed:
        return None
    return f"'{q.command.decision.label}' does not end this kind of accommodation."


def _wanted(q: Question[RecordDecision]) -> str | None:
    if ROADS[q.case.track].decided_first:
        return None
    return f"The road '{q.case.track.label}' asks for no such decision."


def _in_order(q: Question[RecordDecision]) -> str | None:
    c = q.command
    if c.told_on is None or c.told_on >= c.on:
        return None
    return f"It would have been told on {long_date(c.told_on)}, before it was made on {long_date(c.on)}."


def _told(q: Question[RecordDecision]) -> str | None:
    told = q.command.told_on
    return f"{long_date(told)} has not come yet." if told and told > q.today else None


def _reviewable(q: Question[RecordDecisionReview]) -> str | None:
    decision, c = _decision(q), q.command
    if decision.review_by is None:
        return f"Decision {decision.id} carries no right of review under HA 1996 s.202."
    if decision.upheld is not None:
        return f"The review of decision {decision.id} is decided already."
    if decision.review_asked_on is None and c.asked_on is None:
        return f"No review of decision {decision.id} has been asked for."
    return None


def _review_days(q: Question[RecordDecisionReview]) -> str | None:
    decision, c = _decision(q), q.command
    asked = c.asked_on or decision.review_asked_on
    future = next((day for day in (c.asked_on, c.decided_on) if day and day > q.today), None)
    if future:
        return f"{long_date(future)} has not come yet."
    if asked and decision.told_on and asked < decision.told_on:
        return f"It would have been asked for on {long_date(asked)}, before the decision was told."
    if (c.decided_on is None) != (c.upheld is None):
        return "A decided review has its day and its result; one of the two is missing."
    if c.decided_on and asked and c.decided_on < asked:
        return f"It would have been decided on {long_date(c.decided_on)}, before it was asked for."
    return None


DECISION_NEEDED = asked_only(
    _first,
    Gate(
        "decision_needed",
        NEEDED,
        "Is the decision to end the accommodation made, told, and not under review?",
        _decided,
        "Record the decision with its reasons and the day it was sent to the household.",
        "HA 1996 ss.184, 193, 202",
        "C",
    ),
)

DECISION_STANDS = asked_only(
    _first,
    Gate(
        "decision_needed",
        CLAIM,
        "Does the decision that the notice rests on stand, and is no review of it open?",
        _still_decided,
        "Record the decision with its reasons and the day it was sent to the household.",
        "HA 1996 ss.184, 193, 202",
        "C",
    ),
)
DECISION_NOT_QUASHED = asked_only(
    _first,
    Gate(
        "decision_needed",
        LATER,
        "Was the decision not quashed on review?",
        _quashed,
        "Decide afresh with reasons, or withdraw and close.",
        "HA 1996 ss.184, 193, 202",
        "C",
    ),
)

GATES: tuple[Gate[Any], ...] = (
    Gate(
        "decision_not_wanted",
        RECORD,
        "Does this road begin with a decision?",
        _wanted,
        "Go on with the notice.",
    ),
    Gate(
        "decision_unfit",
        RECORD,
        "Can such a decision end this accommodation?",
        _suits,
        "Choose the decision that was made.",
        "HA 1996 ss.184, 188, 193",
        "C",
        "decision",
    ),
    not_future(RECORD, lambda q: q.command.on, "on", "The decision"),
    Gate(
        "told_in_future", RECORD, "Has it been told?", _told, "Leave the day empty until it is sent.", field="told_on"
    ),
    Gate("told_before", RECORD, "Was it told after it was made?", _in_order, "Correct the date.", field="told_on"),
    Gate(
        "no_review",
        REVIEW,
        "Is there a review to record?",
        _reviewable,
        "Look at the decision again.",
        "HA 1996 s.202",
        "C",
    ),
    Gate("review_days", REVIEW, "Do the days follow?", _review_days, "Correct the dates.", field="asked_on"),
)


def record_decision(q: Question[RecordDecision]) -> Sequence[Event]:
    """Keep the decision with its reasons; where HA 1996 s.202 gives a review, its last day to ask."""
    hold(GATES, q)
    c = q.command
    reviewed = c.told_on is not None and c.decision in _REVIEWED
    decision = Decision(
        id=f"D{len(q.case.decisions) + 1}",
        decision=c.decision,
        on=c.on,
        told_on=c.told_on,
        reasons=c.reasons,
        decided_by=q.actor,
        review_by=review_by(c.told_on) if reviewed and c.told_on else None,
    )
    return [DecisionChanged(what="made", decision=decision)]


def record_decision_review(q: Question[RecordDecisionReview]) -> Sequence[Event]:
    """A review was asked for, or decided: upheld, or quashed, which ends what rests on it."""
    decision = _decision(q)
    hold(GATES, q)
    c = q.command
    changes = {
        "review_asked_on": c.asked_on or decision.review_asked_on,
        "review_decided_on": c.decided_on,
        "upheld": c.upheld,
    }
    what = "review_asked" if c.upheld is None else ("upheld" if c.upheld else "quashed")
    return [DecisionChanged(what=what, decision=decision.model_copy(update=changes), text=c.reasons)]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The decision of a review that was asked for; the last day to ask for one, while no notice is served."""
    decision = standing(state)
    if decision is None:
        return
    if decision.review_asked_on is not None and decision.upheld is None:
        asked = decision.review_asked_on
        due = by_policy(asked + REVIEW_WEEKS, f"Review asked for on {long_date(asked)}", "Eight weeks to decide it")
        due = due.model_copy(update={"authority": REVIEW_TIME, "confidence": "C"})
        title = f"Review of decision {decision.id}: to be decided and told by this day; record the result"
        yield Wait(f"{decision.id}.decided", "decision_review_due", title, due, decision.id, remind=(14, 3))
        return
    if decision.review_by is None or decision.upheld is not None:
        return
    if decision.review_by.on < legal_day(as_at) or any(n.served for n in state.notices):
        return
    title = f"Last day for the household to ask for a review of decision {decision.id}"
    yield Wait(
        f"{decision.id}.review", "decision_review", title, decision.review_by, decision.id, after=True, remind=(),
        escalates=False,
    )  # fmt: skip
