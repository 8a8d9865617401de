"""The accelerated claim: served, the defence awaited, the order asked for, decided by a judge on papers (N5B)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cases.base import ExplainedDate
from cases.commands import AskForPapersOrder, RecordPapersDecision, RecordPapersServed
from cases.events import ClaimChanged, Event, OrderChanged
from cases.gates import Gate, Question, Why, hold
from cases.stages.responses import UNDEFENDED
from cases.stages.shared import not_future
from cases.state import CaseState, Claim, Order
from cases.waiting import Wait, by_order, coming
from cases.words import OutcomeKind, Route
from law.counting import add_months
from law.court import defence_due, restore_accelerated_by
from law.enforcement import six_years_from, warrant_earliest
from law.explained import Step, long_date
from law.orders import possession_date_latest
from law.service import deemed_served_claim_form

SERVED = ("record_papers_served",)
ASK = ("ask_for_papers_order",)
DECISION = ("record_papers_decision",)
ALL = SERVED + ASK + DECISION
ASK_WITHIN_MONTHS = 3
SET_ASIDE_DAYS = 14


def _accelerated(q: Question[Any]) -> str | Why | None:
    claim = q.claim(q.command.claim_id)
    if not claim.live:
        return Why(f"Claim {claim.id} is over.", "Look at the case again.")
    if claim.issued_on is None or claim.route is not Route.ACCELERATED:
        return f"Claim {claim.id} is not an accelerated claim that was issued."
    return Why(f"Claim {claim.id} was sent to a hearing.", "Record the hearing.") if claim.papers_result else None


def _day(q: Question[Any]) -> date:
    day: date = getattr(q.command, "sent_on", None) or q.command.on
    return day


def _after_issue(q: Question[Any]) -> str | None:
    issued = q.claim(q.command.claim_id).issued_on
    if issued is None or _day(q) >= issued:
        return None
    return f"{long_date(_day(q))} is before the claim was issued on {long_date(issued)}."


def _defence_over(q: Question[AskForPapersOrder]) -> str | Why | None:
    due = q.claim(q.command.claim_id).papers_defence_due
    if due is None:
        return "Service of the claim is not recorded, so the time for a defence is not known."
    if q.command.on > due.on:
        return None
    return Why.of(f"The tenants may defend until {long_date(due.on)}.", due, "Wait until that day has passed.")


def _possession(q: Question[RecordPapersDecision]) -> str | Why | None:
    c = q.command
    if c.decision != "order":
        return None
    if c.possession_on is None:
        return "The order gives a date for possession; none is entered."
    if c.possession_on < c.on:
        return f"Possession on {long_date(c.possession_on)} would be before the order of {long_date(c.on)}."
    latest = possession_date_latest(c.on, c.hardship)
    if c.possession_on > latest.value:
        told = f"{long_date(c.possession_on)} is later than the court could give. {latest.sentence()}"
        return Why.of(told, latest, "Check the date on the sealed order; say so if exceptional hardship was found.")
    return order_floor(q, q.claim(c.claim_id), c.possession_on)


def order_floor(q: Question[Any], claim: Claim, possession_on: date) -> Why | None:
    """Why the court could not give a date so early: the notices of the claim set a floor under it. None: it could."""
    floors = [floor for n in q.case.notices if n.id in claim.notices and (floor := n.named("order_not_before"))]
    floor = max(floors, key=lambda day: day.on, default=None)
    if floor is None or possession_on >= floor.on:
        return None
    told = f"{long_date(possession_on)} is earlier than the court could give. {floor.sentence}"
    return Why.of(told, floor, "Check the date on the sealed order.")


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "not_on_papers",
        ALL,
        "Is it an accelerated claim that was issued?",
        _accelerated,
        "Record the hearing of an ordinary claim.",
        "CPR 55.11",
        "B",
    ),
    not_future(SERVED, _day, "sent_on", "Sending"),
    not_future(ASK + DECISION, _day, "on", "This record"),
    Gate("before_issue", SERVED, "Was it after issue?", _after_issue, "Correct the date.", field="sent_on"),
    Gate("before_issue", ASK + DECISION, "Was it after issue?", _after_issue, "Correct the date.", field="on"),
    Gate(
        "defence_time",
        ASK,
        "Is the time for a defence over?",
        _defence_over,
        "Record service of the claim, and wait for the fourteen days.",
        "CPR 55.14, 55.15",
        "B",
    ),
    UNDEFENDED,
    Gate(
        "possession_date_wrong",
        DECISION,
        "Could the court give that date?",
        _possession,
        "Check the sealed order.",
        "HA 1980 s.89(1); HA 1988 s.21(5)",
        "B",
        "possession_on",
    ),
)


def record_papers_served(q: Question[RecordPapersServed]) -> Sequence[Event]:
    """The claim went out: when it counts as served, and the last day for a defence."""
    claim = q.claim(q.command.claim_id)
    hold(GATES, q)
    served = deemed_served_claim_form(q.command.sent_on)
    due = defence_due(served.value)
    changes = {
        "papers_sent_on": q.command.sent_on,
        "papers_served": ExplainedDate.of(served),
        "papers_defence_due": ExplainedDate.of(due),
    }
    return [ClaimChanged(what="papers_served", claim=claim.model_copy(update=changes))]


def ask_for_papers_order(q: Question[AskForPapersOrder]) -> Sequence[Event]:
    """The written request for an order went to the court."""
    claim = q.claim(q.command.claim_id)
    hold(GATES, q)
    return [
        ClaimChanged(what="papers_order_asked", claim=claim.model_copy(update={"papers_order_asked_on": q.command.on}))
    ]


def record_papers_decision(q: Question[RecordPapersDecision]) -> Sequence[Event]:
    """What the judge made of it: an order, a hearing, or the claim struck out."""
    claim = q.claim(q.command.claim_id)
    hold(GATES, q)
    c = q.command
    changes: dict[str, Any] = {
        "papers_result": c.decision,
        "papers_decided_on": c.on,
        "papers_reasons_on": c.reasons_served_on,
    }
    if c.decision == "struck_out":
        restore = restore_accelerated_by(c.reasons_served_on or c.on)
        changes |= {
            "ended_on": c.on,
            "ended_by": OutcomeKind.STRUCK_OUT,
            "papers_restore_by": ExplainedDate.of(restore),
        }
    events: list[Event] = [ClaimChanged(what="papers_decided", claim=claim.model_copy(update=changes), text=c.note)]
    if c.decision == "order" and c.possession_on is not None:
        events.append(OrderChanged(what="made", order=_order(q, claim, c.possession_on)))
    return events


def _order(q: Question[RecordPapersDecision], claim: Claim, possession_on: date) -> Order:
    c = q.command
    made_on = f"Order made on papers on {long_date(c.on)}"
    return Order(
        id=f"O{len(q.case.orders) + 1}",
        claim_id=claim.id,
        hearing_id="",
        kind=OutcomeKind.OUTRIGHT,
        made_on=c.on,
        grounds_proved=(),
        possession=by_order(possession_on, made_on, f"Possession by {long_date(possession_on)}"),
        hardship=c.hardship,
        costs_pence=c.costs_pence,
        warrant_earliest=ExplainedDate.of(warrant_earliest(possession_on)),
        six_years=ExplainedDate.of(six_years_from(c.on)),
    )


def ask_by(due: ExplainedDate) -> ExplainedDate:
    """The last day to ask for the order before the claim is stayed: three months after the time for a defence."""
    day = add_months(due.on, ASK_WITHIN_MONTHS)
    cite = "CPR 55.15(4)"
    step = Step(f"Three months after the last day for a defence is {long_date(day)}", cite, day)
    counted = replace(defence_due(due.on), value=day, trigger=f"Defence due by {long_date(due.on)}", steps=(step,))
    rule = "The last day to ask for the order before the claim is stayed"
    told = ExplainedDate.of(replace(counted, rule=rule, authority=cite))
    return told.model_copy(update={"confidence": "C"})


def waits(state: CaseState, claim: Claim, today: date) -> Iterator[Wait]:
    """Service, the defence, and the request for an order on an accelerated claim that waits for a judge."""
    if claim.papers_result or claim.issued_on is None:
        return
    if claim.papers_served is None or claim.papers_defence_due is None:
        due = by_order(claim.issued_on, f"Issued on {long_date(claim.issued_on)}", "Record service of the claim")
        title = f"Record that claim {claim.id} was served on the defendants"
        yield Wait(f"{claim.id}.papers", "papers_service", title, due, claim.id, remind=())
        return
    title = f"Last day for a defence to claim {claim.id}"
    defence = Wait(
        f"{claim.id}.defence", "defence", title, claim.papers_defence_due, claim.id, remind=(), escalates=False
    )
    yield from coming(state, defence, today)
    if claim.papers_order_asked_on is None and not claim.defended:
        title = f"Ask the court for the order on claim {claim.id}, or it is stayed"
        yield Wait(f"{claim.id}.ask", "papers_order", title, ask_by(claim.papers_defence_due), claim.id)


def after_waits(state: CaseState, claim: Claim, today: date) -> Iterator[Wait]:
    """The last day to apply for a claim that was struck out to be restored (CPR 55.16(4))."""
    if claim.papers_restore_by is not None:
        title = f"Last day to ask the court to restore claim {claim.id}"
        yield from coming(
            state, Wait(f"{claim.id}.restore", "restore", title, claim.papers_restore_by, claim.id), today
        )
