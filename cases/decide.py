"""Deciding a command: refusals, or the events it leads to. Pure, and never raises for a business reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from cases import deadlines, early, overriding, recovering, rules, slips
from cases.commands import Approve, Command
from cases.events import ArrearsRead, Event, GateOverridden
from cases.evolve import apply, evolve
from cases.facts import Facts
from cases.gates import Question, reasons
from cases.instants import legal_day
from cases.outcome import Decision
from cases.refusals import CaseError, Invalid, NotAllowed, Refusal, Refused
from cases.roles import allowed as may_ask
from cases.roles import who_may
from cases.stages import (
    aftermath,
    applications,
    applying,
    approvals,
    arrangement,
    benefit,
    buying,
    claim,
    claim_court,
    claim_end,
    closing,
    correction,
    decision,
    documents,
    eviction,
    filing,
    hearing,
    holding,
    holds,
    last_check,
    leaving,
    notice,
    opening,
    order,
    papers_claim,
    paperwork,
    parties,
    preaction,
    responses,
    review,
    serving,
    soundness,
    taking_on,
    warrant,
    watch,
)
from cases.state import CaseState, Overridden
from law.errors import LawError

__all__ = ["apply", "decide", "evolve"]

Decider = Callable[[Question[Any]], Sequence[Event]]
_COMPLETES = ("notice_id", "claim_id", "warrant_id")
"""The fields that name what a step approves and completes in one act."""

DECIDERS: Mapping[str, Decider] = {
    "open_case": opening.open_case,
    "take_on": taking_on.take_on,
    "record_contact": preaction.record_contact,
    "record_search": preaction.record_search,
    "record_assessment": preaction.record_assessment,
    "start_breathing_space": holds.start_breathing_space,
    "end_breathing_space": holds.end_breathing_space,
    "start_hold": holding.start_hold,
    "extend_hold": holding.extend_hold,
    "end_hold": holding.end_hold,
    "record_court_told": holding.record_court_told,
    "record_benefit_claim": benefit.record_benefit_claim,
    "decide_benefit_claim": benefit.decide_benefit_claim,
    "release_benefit_claim": benefit.release_benefit_claim,
    "correct": correction.correct,
    "draft_notice": notice.draft_notice,
    "serve_notice": serving.serve_notice,
    "request_review": review.request_review,
    "arrange_review_hearing": review.arrange_review_hearing,
    "decide_review": review.decide_review,
    "withdraw_review": review.withdraw_review,
    "approve": approvals.approve,
    "send_back": approvals.send_back,
    "withdraw": approvals.withdraw,
    "draft_claim": claim.draft_claim,
    "choose_court": claim_court.choose_court,
    "issue_claim": claim.issue_claim,
    "end_claim": claim_end.end_claim,
    "record_response": responses.record_response,
    "record_papers_served": papers_claim.record_papers_served,
    "ask_for_papers_order": papers_claim.ask_for_papers_order,
    "record_papers_decision": papers_claim.record_papers_decision,
    "list_hearing": hearing.list_hearing,
    "record_claim_service": hearing.record_claim_service,
    "record_ten_day_letter": hearing.record_ten_day_letter,
    "record_outcome": hearing.record_outcome,
    "set_ask": filing.set_ask,
    "record_filing": filing.record_filing,
    "record_direction": filing.record_direction,
    "record_direction_met": filing.record_direction_met,
    "offer_arrangement": arrangement.offer_arrangement,
    "agree_arrangement": arrangement.agree_arrangement,
    "refuse_arrangement": arrangement.refuse_arrangement,
    "warn_arrangement": arrangement.warn_arrangement,
    "end_arrangement": arrangement.end_arrangement,
    "expect_benefit": arrangement.expect_benefit,
    "draft_application": applying.draft_application,
    "file_application": applying.file_application,
    "drop_application": applying.drop_application,
    "record_application": applications.record_application,
    "decide_application": applications.decide_application,
    "record_breach": order.record_breach,
    "record_breach_warning": order.record_breach_warning,
    "record_permission": order.record_permission,
    "discharge_order": order.discharge_order,
    "draft_warrant": warrant.draft_warrant,
    "request_warrant": warrant.request_warrant,
    "record_warrant_issued": eviction.record_warrant_issued,
    "book_eviction": eviction.book_eviction,
    "record_last_check": last_check.record_last_check,
    "confirm_eviction": last_check.confirm_eviction,
    "record_eviction": eviction.record_eviction,
    "record_aftermath": aftermath.record_aftermath,
    "record_decision": decision.record_decision,
    "record_decision_review": decision.record_decision_review,
    "record_trustee_copy": leaving.record_trustee_copy,
    "record_leaving": leaving.record_leaving,
    "record_parties": parties.record_parties,
    "record_household": parties.record_household,
    "record_right_to_buy": parties.record_right_to_buy,
    "end_right_to_buy": parties.end_right_to_buy,
    "request_paper": paperwork.request_paper,
    "stop_paper": paperwork.stop_paper,
    "paper_done": paperwork.paper_done,
    "add_document": documents.add_document,
    "change_document": documents.change_document,
    "withdraw_document": documents.withdraw_document,
    "document_done": documents.document_done,
    "add_note": closing.add_note,
    "reassign": closing.reassign,
    "clear_attention": closing.clear_attention,
    "flag_attention": closing.flag_attention,
    "run_recovered": recovering.run_recovered,
    "close_case": closing.close_case,
    "deadline_passed": watch.deadline_passed,
    "rent_changed": watch.rent_changed,
}


def decide(state: CaseState | None, command: Command, facts: Facts, as_at: datetime) -> Decision:
    """What the command does to the case as at an instant.

    Accepted, with its events (none when it changes nothing); or refused with every reason together. An accepted step
    ends with the deadlines worked out afresh and the arrears figure, where it changed.
    """
    refusals = early.refuse(state, command, None) or slips.refuse(command, state, legal_day(as_at))
    if refusals:
        return Decision(kind=early.kind_of(refusals), refusals=refusals)
    try:
        if command.kind in early.OPENINGS:
            state = None  # a closed case stands aside for the new one
        _allowed(facts, command)
        if command.kind in recovering.AS_IT_STOOD:
            return Decision(events=tuple(DECIDERS[command.kind](Question(command, state, facts, as_at))))
        events = _with_approval(Question(command, state, facts, as_at))
        return Decision(events=(*events, *_settled(state, events, facts, as_at)))
    except CaseError as refused:
        return Decision(kind=refused.kind, refusals=refused.refusals)
    except LawError as fault:
        field = fault.field if fault.field in type(command).model_fields else ""
        refusal = Refusal(code="law", says=fault.rule, mend=fault.mend, field=field)
        return Decision(kind=Invalid.kind, refusals=(refusal,))


def _with_approval(q: Question[Any]) -> tuple[Event, ...]:
    """The step's events; after those of the approval, with the gates of both, where it approves in the same act."""
    if not getattr(q.command, "approve", False):
        return _decided(q)
    subject = next(getattr(q.command, name) for name in _COMPLETES if hasattr(q.command, name))
    first = replace(q, command=Approve(subject=subject, overrides=q.command.overrides))
    try:
        approved = _decided(first)
    except Refused as refused:
        try:
            _decided(q)
        except Refused as also:
            rest = tuple(r for r in also.refusals if not r.code.endswith("_not_approved"))
            raise Refused(tuple(dict.fromkeys((*refused.refusals, *rest)))) from None
        raise
    return (*approved, *_decided(replace(q, state=_folded(q.state, approved))))


def _decided(q: Question[Any]) -> tuple[Event, ...]:
    """The step's own events, after every gate: its own, and those that stand beside every step of its sort."""
    beside = tuple(r for r in reasons(rules.BESIDE, q) if not overriding.set_aside(r, q.command, q.actor))
    try:
        events = tuple(DECIDERS[q.command.kind](q))
    except Refused as refused:
        raise Refused((*beside, *refused.refusals)) from None
    if beside:
        raise Refused(beside)
    after = _folded(q.state, events)
    return (*events, *_set_aside(q), *buying.told(q, after), *soundness.looked_at(q, after))


def _set_aside(q: Question[Any]) -> list[Event]:
    """The landlord's own rules that this step was taken in spite of, for the record."""
    if not getattr(q.command, "overrides", ()):
        return []
    return [
        GateOverridden(
            overridden=Overridden(
                on=q.today, by=q.actor, command=q.command.kind, code=told.code, said=told.says, reason=reason
            )
        )
        for told in reasons(rules.GATES, q)
        if overriding.set_aside(told, q.command, q.actor) and (reason := overriding.reason_for(told.code, q.command))
    ]


def _allowed(facts: Facts, command: Command) -> None:
    role = facts.actor.role
    asked = (command.kind, "approve") if getattr(command, "approve", False) else (command.kind,)
    barred = next((kind for kind in asked if not may_ask(facts, kind)), None)
    if barred is None:
        return
    allowed = ", ".join(sorted(r.label for r in who_may(barred)))
    raise NotAllowed(
        Refusal(
            code="not_allowed",
            says=f"You are signed in as {role.label}; this is done by: {allowed}.",
            mend="Ask one of them.",
            authority="Landlord's policy",
        )
    )


def _folded(state: CaseState | None, events: Sequence[Event]) -> CaseState | None:
    for event in events:
        state = evolve(state, event)
    return state


def _settled(state: CaseState | None, events: tuple[Event, ...], facts: Facts, as_at: datetime) -> list[Event]:
    """The arrears figure where it changed, and the change of deadlines, after the command's own events."""
    after = _folded(state, events)
    if after is None:
        return []
    if after.closed is not None and not events:
        return []
    more: list[Event] = []
    question = Question(None, after, facts, as_at)
    if after.closed is None and question.arrears != after.last_arrears_pence:
        more.append(ArrearsRead(on=question.today, arrears_pence=question.arrears))
    for event in more:
        after = evolve(after, event)
    changed = deadlines.difference(after, facts, as_at)
    return [*more, changed] if changed else more
