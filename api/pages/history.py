"""The record as people read it: one line an event, with who, when, and the words that belong to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from api.casefile import references
from api.pages.render import day, plain, pounds
from cases.events import (
    AlarmRaised,
    ArrearsRead,
    AssessmentRecorded,
    AttentionChanged,
    BreathingSpaceChanged,
    CaseClosed,
    CaseOpened,
    ClaimChanged,
    ContactRecorded,
    DeadlinesChanged,
    Event,
    HearingChanged,
    NoteAdded,
    NoticeChanged,
    OrderChanged,
    PaperChanged,
    Reassigned,
    SearchRecorded,
    WarrantChanged,
)
from cases.words import PaperKind, Role
from store.cases import RecordedEvent

ERASED = "(these words were erased)"


@dataclass(frozen=True)
class Line:
    """One event as told. `words` are free text that belongs to it; `dates` are old-to-new changes of deadlines."""

    at: datetime
    who: str
    what: str
    words: tuple[str, ...]
    hash: str
    dates: tuple[tuple[str, date], ...] = field(default=())


def lines(events: Sequence[RecordedEvent], words: Mapping[str, str | None], people: Mapping[str, str]) -> list[Line]:
    """Every event, newest first."""
    return [_line(each, words, people) for each in reversed(events)]


def _line(each: RecordedEvent, words: Mapping[str, str | None], people: Mapping[str, str]) -> Line:
    who = "Due Course" if each.actor.role is Role.SYSTEM else people.get(each.actor.user_id, each.actor.user_id)
    own = getattr(each.event, "text", None) or _own_words(each.event)
    told = tuple(words.get(ref.id) or ERASED for ref in references(own)) if own else ()
    dates = tuple((d.title, d.date.on) for d in each.event.set) if isinstance(each.event, DeadlinesChanged) else ()
    return Line(each.at, who, _what(each.event), told, each.hash, dates)


def _own_words(event: Event) -> Any:
    match event:
        case ContactRecorded():
            return event.contact.note
        case AssessmentRecorded():
            return event.assessment.reasons
        case NoticeChanged(what="drafted"):
            return event.notice.particulars
        case CaseOpened():
            return event.reason
        case CaseClosed():
            return event.closed.note
    return None


def _what(event: Event) -> str:
    match event:
        case CaseOpened():
            return f"Case opened with {pounds(event.state.opened_arrears_pence)} rent arrears"
        case ContactRecorded():
            how = plain(event.contact.method).lower()
            return f"Protocol step: {plain(event.contact.step)} on {day(event.contact.on)} by {how}"
        case SearchRecorded():
            found = "nothing found" if event.search.clear else "a moratorium was found"
            return f"Breathing-space search before the {event.search.before.value}: {found}"
        case AssessmentRecorded():
            went = "go on" if event.assessment.proceed else "do not go on"
            return f"Vulnerability and Equality Act assessment before the {event.assessment.before.value}: {went}"
        case BreathingSpaceChanged():
            return "Breathing space " + ("ended" if event.breathing_space.ended_on else "began")
        case NoticeChanged():
            return f"Notice {event.notice.id}: {plain(event.what).lower()}"
        case ClaimChanged():
            return f"Claim {event.claim.id}: {plain(event.what).lower()}"
        case HearingChanged():
            outcome = f": {event.hearing.outcome.label.lower()}" if event.hearing.outcome else ""
            return f"Hearing {event.hearing.id}: {plain(event.what).lower()}{outcome}"
        case OrderChanged():
            return f"Order {event.order.id}: {plain(event.what).lower()}"
        case WarrantChanged():
            return f"Warrant {event.warrant.id}: {plain(event.what).lower()}"
        case DeadlinesChanged():
            return "Dates worked out again"
        case AlarmRaised():
            whom = event.to_role.label.lower()
            return f"{plain(event.level)} to the {whom}: {event.title} ({day(event.on)})"
        case ArrearsRead():
            return f"Rent account read: {pounds(event.arrears_pence)} lawfully due"
        case PaperChanged():
            return f"{PaperKind(event.paper.kind).label}: {event.what}"
        case NoteAdded():
            return "Note"
        case Reassigned():
            return f"Given to {event.officer}"
        case AttentionChanged():
            return event.attention.what if event.attention else "Attention cleared"
        case CaseClosed():
            return f"Case closed: {event.closed.result.label.lower()}"
