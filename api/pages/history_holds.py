"""The lines of the record about corrections, holds, benefit claims and rules set aside."""

from typing import Any

from api.pages.render import day
from cases.events import (
    BenefitClaimChanged,
    CauseCorrected,
    Corrected,
    DoubtsChanged,
    Event,
    EvidenceCorrected,
    GateOverridden,
    HoldChanged,
    NeverMade,
)
from cases.state import DateMoved


def told(event: Event) -> str | None:
    """The event in one line; None where it is not of this sort."""
    match event:
        case Corrected():
            one = event.correction
            moved = "; ".join(_moved(each) for each in event.moved)
            return f"{one.title} put right: {one.old} becomes {one.new}" + (f". {moved}" if moved else "")
        case EvidenceCorrected():
            return "Evidence as it is now known"
        case DoubtsChanged():
            return _doubts(event)
        case HoldChanged():
            what = "the court was told" if event.what == "court_told" else event.what
            return f"{event.hold.kind.label} {event.hold.id}: {what}"
        case BenefitClaimChanged():
            return f"Benefit claim {event.benefit_claim.id}: {event.what}"
        case CauseCorrected():
            return f"Why possession is sought: {event.cause.label.lower()}"
        case NeverMade():
            gone = ", ".join(one for name in type(event).model_fields if name != "kind" for one in getattr(event, name))
            return f"Known now never to have been: {gone}"
        case GateOverridden():
            return f"Landlord's own rule set aside: {event.overridden.said}"
    return None


def whys(event: Event) -> list[str]:
    """Why each date that a correction moved is what it is now."""
    if not isinstance(event, Corrected):
        return []
    return [f"{one.title}: {one.new.sentence}" for one in event.moved if one.new is not None]


def words_of(event: Event) -> Any:
    """The reference to the words that belong to such an event."""
    match event:
        case Corrected():
            return event.correction.reason
        case GateOverridden():
            return event.overridden.reason
        case BenefitClaimChanged(what="released"):
            return event.benefit_claim.released_reason
    return None


def _moved(one: DateMoved) -> str:
    old, new = (day(each.on) if each else "none" for each in (one.old, one.new))
    return f"{one.title}: {old} becomes {new}"


def _doubts(event: DoubtsChanged) -> str:
    if not event.doubts:
        return "No step is in doubt any more"
    return "At risk: " + " ".join(f"{one.subject}: {one.says}" for one in event.doubts)
