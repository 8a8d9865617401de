"""What can be done at any stage: notes, reassignment, attention, and closing the case with its result."""

from collections.abc import Sequence
from typing import Any

from cases import attention, protocol
from cases.commands import AddNote, ClearAttention, CloseCase, FlagAttention, Reassign
from cases.events import AttentionChanged, CaseClosed, Event, NoteAdded, Reassigned
from cases.gates import Gate, Question, hold
from cases.state import Attention, Closed
from cases.words import (
    CloseResult,
    LeavingKind,
    OutcomeKind,
)
from law.explained import long_date, pounds

CLOSE = ("close_case",)
REASSIGN = ("reassign",)
CLEAR = ("clear_attention",)
_GONE = (CloseResult.EVICTED, CloseResult.TENANT_LEFT)


def _evicted(q: Question[CloseCase]) -> str | None:
    if q.command.result is not CloseResult.EVICTED or any(w.executed_on for w in q.case.warrants):
        return None
    return "No warrant on this case has been executed."


def _taken_back(q: Question[CloseCase]) -> str | None:
    gone = q.case.leaving
    if q.command.result is not CloseResult.TAKEN_BACK or (gone and gone.how is LeavingKind.TAKEN_BACK):
        return None
    return "It is not recorded that the place was taken back."


def _cleared(q: Question[CloseCase]) -> str | None:
    if q.command.result is not CloseResult.ARREARS_CLEARED or q.arrears <= 0:
        return None
    return f"The rent account still shows arrears of {pounds(q.arrears)} on {long_date(q.today)}."


def _dismissed(q: Question[CloseCase]) -> str | None:
    ended = {OutcomeKind.DISMISSED, OutcomeKind.STRUCK_OUT}
    if q.command.result is not CloseResult.DISMISSED or any(c.ended_by in ended for c in q.case.claims):
        return None
    return "No claim on this case was dismissed or struck out."


def _arranged(q: Question[CloseCase]) -> str | None:
    if q.command.result is not CloseResult.ARRANGEMENT_KEPT:
        return None
    if any(a.agreed_on for a in q.case.arrangements):
        return None
    if protocol.contacts(q.case, "arrangement_offered", "agreement_check", "agreement_after_issue"):
        return None
    return "No arrangement is recorded on this case."


def _court_done(q: Question[CloseCase]) -> str | None:
    if q.command.result in _GONE:
        return None
    waiting = next((h for h in q.case.hearings if h.outcome is None), None)
    if waiting:
        return f"Hearing {waiting.id} on {long_date(waiting.on)} has no outcome."
    ordered = {o.claim_id for o in q.case.orders if o.set_aside_on is None}
    claim = next((c for c in q.case.claims if c.live and c.issued_on and c.id not in ordered), None)
    return f"Claim {claim.id} is still before the court." if claim else None


def _warrant_done(q: Question[CloseCase]) -> str | None:
    warrant = next((w for w in q.case.warrants if w.live and w.requested_on), None)
    return f"Warrant {warrant.id} is still with the court." if warrant else None


def _known_officer(q: Question[Reassign]) -> str | None:
    if not q.command.officer.strip():
        return "No officer is named."
    if q.command.officer == q.case.officer:
        return f"The case is already with {q.case.officer}."
    if not q.facts.officers or q.command.officer in q.facts.officers:
        return None
    return f"Nobody called {q.command.officer} works cases for this landlord."


def _flagged(q: Question[ClearAttention]) -> str | None:
    return None if q.case.attention else "Nothing waits for attention on this case."


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "not_executed",
        CLOSE,
        "Was a warrant executed?",
        _evicted,
        "Record the eviction first, or choose another result.",
        field="result",
    ),
    Gate(
        "not_taken_back",
        CLOSE,
        "Was it taken back?",
        _taken_back,
        "Record how the occupation ended first, or choose another result.",
        field="result",
    ),
    Gate(
        "still_in_arrears",
        CLOSE,
        "Are the arrears cleared?",
        _cleared,
        "Choose another result, or wait for the payment to show.",
        field="result",
    ),
    Gate("not_dismissed", CLOSE, "Was a claim dismissed?", _dismissed, "Choose another result.", field="result"),
    Gate(
        "no_arrangement",
        CLOSE,
        "Is an arrangement recorded?",
        _arranged,
        "Record the arrangement, or choose another result.",
        "Pre-Action Protocol 2.2, 2.9, 2.13",
        "B",
        "result",
    ),
    Gate(
        "claim_on_foot",
        CLOSE,
        "Is nothing left before the court?",
        _court_done,
        "Record what the court did, or that the claim was withdrawn (N279).",
        "CPR 38",
        "C",
    ),
    Gate("warrant_live", CLOSE, "Is no warrant with the court?", _warrant_done, "Withdraw the warrant first."),
    Gate(
        "unknown_officer",
        REASSIGN,
        "Does the officer work here?",
        _known_officer,
        "Choose another officer of this landlord.",
        field="officer",
    ),
    Gate("nothing_flagged", CLEAR, "Does something wait for attention?", _flagged, "Nothing to do."),
)


def close_case(q: Question[CloseCase]) -> Sequence[Event]:
    """Close the case with its result; it waits for nothing any more."""
    hold(GATES, q)
    return [CaseClosed(closed=Closed(on=q.today, result=q.command.result, note=q.command.note))]


def add_note(q: Question[AddNote]) -> Sequence[Event]:
    """A note on the file."""
    return [NoteAdded(text=q.command.text)]


def reassign(q: Question[Reassign]) -> Sequence[Event]:
    """Give the case to another officer."""
    hold(GATES, q)
    return [Reassigned(officer=q.command.officer)]


def clear_attention(q: Question[ClearAttention]) -> Sequence[Event]:
    """A person has looked."""
    hold(GATES, q)
    return [AttentionChanged(attention=None)]


def flag_attention(q: Question[FlagAttention]) -> Sequence[Event]:
    """Something went wrong in the works; the case waits for a person."""
    what = q.command.what
    flagged = AttentionChanged(attention=Attention(since=q.as_at, what=what, command=q.command.command))
    return [flagged, *attention.told(q.case.officer, what, q.as_at, q.today)]
