"""Folding events into a money case. No rule lives here, so a record of years can always be read."""

from collections.abc import Iterable, Sequence
from typing import Any

from cases.events import (
    AlarmRaised,
    AttentionChanged,
    BreathingSpaceChanged,
    CaseRecovered,
    DeadlinesChanged,
    EarlierTold,
    NoteAdded,
    Reassigned,
)
from cases.folding import fired, put, with_changes
from cases.money.events import (
    ArrangementChanged,
    DebtAcknowledged,
    DebtorsAssessed,
    EnforcementChanged,
    HoldChanged,
    HoldStruckOut,
    IntentionSent,
    JudgmentChanged,
    LetterSent,
    MeansRecorded,
    MoneyCaseClosed,
    MoneyCaseOpened,
    MoneyClaimChanged,
    MoneyEvent,
    MoneyPaperChanged,
    OwedRead,
    RegisterSearched,
    ReplyChanged,
    Traced,
    WriteOffChanged,
)
from cases.money.state import MoneyState


def evolve(state: MoneyState | None, event: MoneyEvent) -> MoneyState:
    """The case after one event. Raises ValueError when an event other than the opening comes first."""
    if isinstance(event, MoneyCaseOpened):
        return event.state
    if state is None:
        raise ValueError(f"the record begins with {event.kind}, not with the opening of the case")
    return state.model_copy(update=_changes(state, event))


def apply(state: MoneyState | None, events: Sequence[MoneyEvent]) -> MoneyState:
    """The case after one accepted command, its revision one higher; unchanged where nothing happened.

    Raises ValueError when there is neither a case nor an event.
    """
    for event in events:
        state = evolve(state, event)
    if state is None:
        raise ValueError("no case, and nothing happened")
    return state.model_copy(update={"revision": state.revision + 1}) if events else state


def fold_steps(steps: Iterable[Sequence[MoneyEvent]]) -> MoneyState | None:
    """The case after all commands, each given as its events, with its revision."""
    state: MoneyState | None = None
    for events in steps:
        state = apply(state, events) if events or state else None
    return state


def _changes(state: MoneyState, event: MoneyEvent) -> dict[str, Any]:
    match event:
        case Traced():
            return {"traces": put(state.traces, event.trace)}
        case RegisterSearched():
            return {"searches": (*state.searches, event.search)}
        case DebtorsAssessed():
            return {"assessments": (*state.assessments, event.assessment)}
        case LetterSent():
            return {"letters": put(state.letters, event.letter)}
        case ReplyChanged():
            return {"replies": put(state.replies, event.reply)}
        case MeansRecorded():
            return {"means": put(state.means, event.means)}
        case DebtAcknowledged():
            return {"acknowledgements": put(state.acknowledgements, event.acknowledgement)}
        case ArrangementChanged():
            return {"arrangements": put(state.arrangements, event.arrangement)}
        case HoldChanged():
            return {"holds": put(state.holds, event.hold)}
        case HoldStruckOut():
            left = {
                name: tuple(one for one in getattr(state, name) if one.id != event.held_by)
                for name in ("breathing_spaces", "holds")
            }
            return left | {"struck_out": (*state.struck_out, event.held_by)}
        case BreathingSpaceChanged():
            return {"breathing_spaces": put(state.breathing_spaces, event.breathing_space)}
        case IntentionSent():
            return {"intentions": put(state.intentions, event.intention)}
        case MoneyClaimChanged():
            return {"claims": put(state.claims, event.claim)}
        case JudgmentChanged():
            return {"judgments": put(state.judgments, event.judgment)}
        case EnforcementChanged():
            return {"enforcements": put(state.enforcements, event.enforcement)}
        case WriteOffChanged():
            return {"write_offs": put(state.write_offs, event.write_off)}
        case MoneyPaperChanged():
            return {"papers": put(state.papers, event.paper)}
        case OwedRead():
            return {"last_owed_pence": event.owed_pence, "last_owed_on": event.on}
        case DeadlinesChanged():
            return {"deadlines": with_changes(state.deadlines, event)}
        case AlarmRaised():
            return {"deadlines": tuple(fired(deadline, event) for deadline in state.deadlines)}
        case Reassigned():
            return {"officer": event.officer}
        case AttentionChanged():
            return {"attention": event.attention}
        case MoneyCaseClosed():
            return {"closed": event.closed}
        case NoteAdded() | MoneyCaseOpened() | CaseRecovered() | EarlierTold():
            return {}
