"""What a correction moved: the items that changed, as events, and their dates, each with both explanations."""

from collections.abc import Iterator
from typing import Any

from cases.base import ExplainedDate
from cases.events import (
    BreathingSpaceChanged,
    ClaimChanged,
    Event,
    EvidenceCorrected,
    HearingChanged,
    HoldChanged,
    NoticeChanged,
    OrderChanged,
    WarrantChanged,
)
from cases.stages.again import LISTS
from cases.state import CaseState, DateMoved


def dates_moved(before: CaseState, after: CaseState) -> Iterator[DateMoved]:
    """Every explained date of an item that is another day now, by item and name."""
    for name in LISTS:
        for old, new in zip(getattr(before, name), getattr(after, name), strict=True):
            if old != new:
                yield from _moved_of(getattr(new, "id", ""), old, new)


def _moved_of(subject: str, old: Any, new: Any) -> Iterator[DateMoved]:
    for field in type(new).model_fields:
        was, now = getattr(old, field), getattr(new, field)
        dated = isinstance(was, ExplainedDate) or isinstance(now, ExplainedDate)
        if dated and (was is None or now is None or was.on != now.on):
            title = _TITLES.get(field, field.replace("_", " ").capitalize())
            yield DateMoved(subject=subject, title=f"{subject} {title.lower()}", old=was, new=now)


_TITLES = {
    "served": "Given to everybody",
    "specified_minimum": "Earliest date it could specify",
    "issue_from": "Claim may be issued from",
    "issue_from_safe": "Claim may safely be issued from",
    "lapse": "Lapses",
    "last_safe_issue": "Last safe day to issue",
    "hearing_earliest": "Hearing not before",
    "hearing_latest": "Standard period for the hearing ends",
    "service_latest": "Claim to count as served by",
    "witness_statements_due": "Witness statements due",
    "ten_day_letter_due": "Ten-day letter due",
    "claim_deemed_served": "Claim counts as served",
    "possession": "Possession date",
    "warrant_earliest": "Warrant from",
    "six_years": "Permission needed from",
    "expires": "Lasts until",
    "eviction_earliest": "Eviction not before",
    "ends": "Last day",
}


def items_changed(before: CaseState, after: CaseState) -> Iterator[Event]:
    """An event for every item that the correction changed."""
    for n, (old, new) in enumerate(zip(before.contacts, after.contacts, strict=True)):
        if old != new:
            yield EvidenceCorrected(place=n, contact=new)
    for n, (searched, search) in enumerate(zip(before.searches, after.searches, strict=True)):
        if searched != search:
            yield EvidenceCorrected(place=n, search=search)
    for n, (weighed, assessment) in enumerate(zip(before.assessments, after.assessments, strict=True)):
        if weighed != assessment:
            yield EvidenceCorrected(place=n, assessment=assessment)
    yield from (
        BreathingSpaceChanged(breathing_space=s) for s in after.breathing_spaces if s not in before.breathing_spaces
    )
    yield from (HoldChanged(what="corrected", hold=h) for h in after.holds if h not in before.holds)
    yield from (NoticeChanged(what="corrected", notice=n) for n in after.notices if n not in before.notices)
    yield from (ClaimChanged(what="corrected", claim=x) for x in after.claims if x not in before.claims)
    yield from (HearingChanged(what="corrected", hearing=h) for h in after.hearings if h not in before.hearings)
    yield from (OrderChanged(what="corrected", order=o) for o in after.orders if o not in before.orders)
    yield from (WarrantChanged(what="corrected", warrant=w) for w in after.warrants if w not in before.warrants)
