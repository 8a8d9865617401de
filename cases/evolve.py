"""Folding events into the case. No rule lives here, so a record of years can always be read."""

from collections.abc import Iterable, Sequence
from typing import Any

from cases.events import (
    AlarmRaised,
    ApplicationChanged,
    ApplicationDraftChanged,
    ArrangementChanged,
    ArrearsRead,
    AssessmentRecorded,
    AttentionChanged,
    BenefitClaimChanged,
    BreathingSpaceChanged,
    CaseClosed,
    CaseOpened,
    CaseRecovered,
    CauseCorrected,
    ClaimChanged,
    ContactRecorded,
    Corrected,
    DeadlinesChanged,
    DecisionChanged,
    DocumentChanged,
    DoubtsChanged,
    EarlierTold,
    Event,
    EvidenceCorrected,
    GateOverridden,
    HearingChanged,
    HoldChanged,
    HouseholdChanged,
    NeverMade,
    NoteAdded,
    NoticeChanged,
    OccupationEnded,
    OrderChanged,
    PaperChanged,
    PartiesChanged,
    Reassigned,
    ReviewChanged,
    RightToBuyChanged,
    SearchRecorded,
    StandingChanged,
    WarrantChanged,
)
from cases.folding import fired, put, with_changes
from cases.state import CaseState


def evolve(state: CaseState | None, event: Event) -> CaseState:
    """The case after one event.

    Raises ValueError when an event other than the opening comes first: the record is not whole.
    """
    if isinstance(event, CaseOpened):
        return event.state
    if state is None:
        raise ValueError(f"the record begins with {event.kind}, not with the opening of the case")
    return state.model_copy(update=_changes(state, event))


def apply(state: CaseState | None, events: Sequence[Event]) -> CaseState:
    """The case after one accepted command: its events folded, and the revision one higher.

    A command that changed nothing has no events and leaves the revision alone. Raises ValueError when there is neither
    a case nor an event.
    """
    for event in events:
        state = evolve(state, event)
    if state is None:
        raise ValueError("no case, and nothing happened")
    if not events:
        return state
    return state.model_copy(update={"revision": state.revision + 1})


def fold(events: Iterable[Event]) -> CaseState | None:
    """The case after all events; the revision is not counted, since events alone do not show where a command ended."""
    state: CaseState | None = None
    for event in events:
        state = evolve(state, event)
    return state


def fold_steps(steps: Iterable[Sequence[Event]]) -> CaseState | None:
    """The case after all commands, each given as its events, with its revision."""
    state: CaseState | None = None
    for events in steps:
        state = apply(state, events) if events or state else None
    return state


def _changes(state: CaseState, event: Event) -> dict[str, Any]:
    match event:
        case ContactRecorded():
            return {"contacts": (*state.contacts, event.contact)}
        case SearchRecorded():
            return {"searches": (*state.searches, event.search)}
        case AssessmentRecorded():
            return {"assessments": (*state.assessments, event.assessment)}
        case BreathingSpaceChanged():
            return {"breathing_spaces": put(state.breathing_spaces, event.breathing_space)}
        case NoticeChanged():
            return {"notices": put(state.notices, event.notice)}
        case ClaimChanged():
            return {"claims": put(state.claims, event.claim)}
        case ReviewChanged():
            return {"reviews": put(state.reviews, event.review)}
        case StandingChanged():
            return {"standing": event.standing}
        case HearingChanged():
            return {"hearings": put(state.hearings, event.hearing)}
        case OrderChanged():
            return {"orders": put(state.orders, event.order)}
        case ArrangementChanged():
            return {"arrangements": put(state.arrangements, event.arrangement)}
        case ApplicationChanged():
            return {"applications": put(state.applications, event.application)}
        case ApplicationDraftChanged():
            return {"application_drafts": put(state.application_drafts, event.draft)}
        case WarrantChanged():
            return {"warrants": put(state.warrants, event.warrant)}
        case DeadlinesChanged():
            return {"deadlines": with_changes(state.deadlines, event)}
        case AlarmRaised():
            return {"deadlines": tuple(fired(deadline, event) for deadline in state.deadlines)}
        case ArrearsRead():
            return {"last_arrears_pence": event.arrears_pence, "last_arrears_on": event.on}
        case PaperChanged():
            return {"papers": put(state.papers, event.paper)}
        case DocumentChanged():
            return {"documents": put(state.documents, event.document)}
        case Reassigned():
            return {"officer": event.officer}
        case AttentionChanged():
            return {"attention": event.attention}
        case Corrected():
            return {"corrections": (*state.corrections, event.correction)}
        case EvidenceCorrected():
            return _evidence(state, event)
        case DoubtsChanged():
            return {"doubts": event.doubts}
        case HoldChanged():
            return {"holds": put(state.holds, event.hold)}
        case BenefitClaimChanged():
            return {"benefit_claims": put(state.benefit_claims, event.benefit_claim)}
        case GateOverridden():
            return {"overridden": (*state.overridden, event.overridden)}
        case CaseClosed():
            return {"closed": event.closed}
        case DecisionChanged():
            return {"decisions": put(state.decisions, event.decision)}
        case OccupationEnded():
            return {"leaving": event.leaving}
        case CauseCorrected():
            return {"cause": event.cause}
        case PartiesChanged():
            changes = put(state.party_changes, event.change)
            first = state.first_tenants or state.tenants
            return {"party_changes": changes, "tenants": event.tenants, "first_tenants": first}
        case HouseholdChanged():
            return {"households": put(state.households, event.household)}
        case RightToBuyChanged():
            return {"right_to_buys": put(state.right_to_buys, event.right_to_buy)}
        case NeverMade():
            left = {name: _without(getattr(state, name), getattr(event, name)) for name in _REMOVABLE}
            return left | {"struck_out": (*state.struck_out, *event.breathing_spaces, *event.holds)}
        case NoteAdded() | CaseOpened() | CaseRecovered() | EarlierTold():
            return {}


_REMOVABLE = ("orders", "hearings", "arrangements", "breathing_spaces", "holds")


def _without(items: tuple[Any, ...], gone: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(item for item in items if item.id not in gone)


def _evidence(state: CaseState, event: EvidenceCorrected) -> dict[str, Any]:
    at = event.place
    for name, item in (("contacts", event.contact), ("searches", event.search), ("assessments", event.assessment)):
        if item is not None:
            items = getattr(state, name)
            return {name: (*items[:at], item, *items[at + 1 :])}
    return {}
