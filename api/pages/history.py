"""The record as people read it: one line an event, with who, when, and the words that belong to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from api.casefile import references
from api.pages import history_court, history_documents, history_holds, history_people
from api.pages.render import day, plain, pounds, told
from cases.events import (
    AlarmRaised,
    ApplicationChanged,
    ApplicationDraftChanged,
    ArrangementChanged,
    ArrearsRead,
    AssessmentRecorded,
    AttentionChanged,
    BreathingSpaceChanged,
    CaseClosed,
    CaseOpened,
    CaseRecovered,
    ClaimChanged,
    ContactRecorded,
    DeadlinesChanged,
    DecisionChanged,
    EarlierTold,
    Event,
    HearingChanged,
    NoteAdded,
    NoticeChanged,
    OccupationEnded,
    OrderChanged,
    PaperChanged,
    Reassigned,
    ReviewChanged,
    SearchRecorded,
    StandingChanged,
    WarrantChanged,
)
from cases.protocol import known_steps
from cases.words import PaperKind, Role
from store.cases import RecordedEvent

ERASED = "(these words were erased)"


@dataclass(frozen=True)
class Line:
    """One step as told: its first event, and what else came of it. `words` are free text; `dates` the dates it set."""

    at: datetime
    who: str
    what: str
    also: tuple[str, ...]
    words: tuple[str, ...]
    hash: str
    dates: tuple[tuple[str, date], ...] = field(default=())


def lines(events: Sequence[RecordedEvent], words: Mapping[str, str | None], people: Mapping[str, str]) -> list[Line]:
    """Every step, newest first. The events of one step stand together."""
    steps = [list(step) for _, step in groupby(events, key=lambda each: (each.revision, each.key))]
    return [_line(step, words, people) for step in reversed(steps)]


def _line(step: Sequence[RecordedEvent], words: Mapping[str, str | None], people: Mapping[str, str]) -> Line:
    first = step[0]
    who = "Due Course" if first.actor.role is Role.SYSTEM else people.get(first.actor.user_id, first.actor.user_id)
    acts = list(_acts([each.event for each in step if not isinstance(each.event, DeadlinesChanged)], people))
    own = [getattr(each.event, "text", None) or _own_words(each.event) for each in step]
    said = tuple(words.get(ref.id) or ERASED for ref in references([one for one in own if one]))
    dates = tuple(
        (d.title, d.date.on) for each in step if isinstance(each.event, DeadlinesChanged) for d in each.event.set
    )
    what, *also = acts or ["Dates worked out again"]
    also += [why for each in step for why in history_holds.whys(each.event)]
    return Line(first.at, who, what, tuple(also), said, step[-1].hash, dates)


def _acts(events: Sequence[Event], people: Mapping[str, str]) -> Iterator[str]:
    """Each event in a line; what was told of a time before stands in one line with the act that told it."""
    at = 0
    while at < len(events):
        told_of = events[at]
        at += 1
        if not isinstance(told_of, EarlierTold):
            yield _what(told_of, people)
            continue
        came = []
        while at < len(events) and not isinstance(events[at], EarlierTold):
            came.append(_what(events[at], people))
            at += 1
        yield f"Before Due Course, {day(told_of.on)}: {'; '.join(came) or plain(told_of.act).lower()}"


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
        case DecisionChanged(what="made"):
            return event.decision.reasons
        case CaseClosed():
            return event.closed.note
    return history_holds.words_of(event) or history_documents.words_of(event) or history_people.words_of(event)


def _what(event: Event, people: Mapping[str, str]) -> str:
    match event:
        case CaseOpened():
            owed = f"with {pounds(event.state.opened_arrears_pence)} rent arrears"
            begun = event.state.taken_on
            return f"Case taken on {owed}, under way since {day(begun.began_on)}" if begun else f"Case opened {owed}"
        case ContactRecorded():
            how = plain(event.contact.method).lower()
            step = "Protocol step:" if event.contact.reached else "Protocol step tried, nobody reached:"
            taken = known_steps().get(event.contact.step, plain(event.contact.step))
            return f"{step} {taken}, on {day(event.contact.on)}, by {how}"
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
            return history_court.of_claim(event)
        case ReviewChanged():
            stands = ": the decision stands" if event.review.upheld else ": the notice is withdrawn"
            came = stands if event.what == "decided" else ""
            return f"Review {event.review.id} of notice {event.review.notice_id}: {plain(event.what).lower()}{came}"
        case StandingChanged():
            name = plain(event.standing.occupancy).lower()
            if event.what == "extended":
                return f"The {name} tenancy is extended to {day(event.standing.ends.on)}"
            become = plain(event.standing.becomes).lower()
            return f"No longer a tenancy of type {name}: probably {become}"
        case HearingChanged():
            outcome = f": {event.hearing.outcome.label.lower()}" if event.hearing.outcome else ""
            differs = f". Not as asked: {'; '.join(event.differs)}" if event.differs else ""
            return f"Hearing {event.hearing.id}: {plain(event.what).lower()}{outcome}{differs}"
        case OrderChanged():
            return f"Order {event.order.id}: {plain(event.what).lower()}"
        case ArrangementChanged():
            breach = event.arrangement.breach
            short = f", {pounds(breach.shortfall_pence)} short" if event.what == "broken" and breach else ""
            return f"Arrangement {event.arrangement.id}: {plain(event.what).lower()}{short}"
        case ApplicationChanged():
            a = event.application
            return f"Application {a.id} ({a.purpose.label.lower()}) by the {a.by.value}: {event.what}"
        case ApplicationDraftChanged():
            became = f" as {event.draft.application_id}" if event.what == "filed" else ""
            return f"Prepared application {event.draft.id} ({event.draft.purpose.label.lower()}): {event.what}{became}"
        case WarrantChanged():
            return history_court.of_warrant(event, people)
        case DeadlinesChanged():
            return "Dates worked out again"
        case AlarmRaised():
            whom = event.to_role.label.lower()
            return f"Told the {whom} ({told(event.level)}): {event.title}, {day(event.on)}"
        case ArrearsRead():
            return f"Rent account read: {pounds(event.arrears_pence)} lawfully due"
        case PaperChanged():
            return f"{PaperKind(event.paper.kind).label}: {event.what}"
        case NoteAdded():
            return "Note"
        case Reassigned():
            return f"Given to {people.get(event.officer, event.officer)}"
        case CaseRecovered():
            how = "by the daily sweep" if event.by == "sweep" else "by hand"
            return f"The workflow engine had lost this case; it was started again {how} from this record. No date moved"
        case AttentionChanged():
            return event.attention.what if event.attention else "Attention cleared"
        case DecisionChanged():
            return f"Decision {event.decision.id}, {event.decision.decision.label.lower()}: {plain(event.what).lower()}"
        case OccupationEnded():
            if event.leaving is None:
                return "The occupation did not end"
            return f"The occupation ended on {day(event.leaving.on)}: {event.leaving.how.label.lower()}"
        case CaseClosed():
            return f"Case closed: {event.closed.result.label.lower()}"
    mine = history_holds.told(event) or history_documents.told(event) or history_people.told(event)
    return mine or plain(event.kind)
