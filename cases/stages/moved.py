"""What a correction moved: the items that changed, as events, and their dates, each with both explanations."""

from collections.abc import Iterator
from typing import Any, TypeVar

from cases.base import ExplainedDate
from cases.events import (
    ApplicationChanged,
    ArrangementChanged,
    BenefitClaimChanged,
    BreathingSpaceChanged,
    CaseClosed,
    CauseCorrected,
    ClaimChanged,
    DecisionChanged,
    Event,
    EvidenceCorrected,
    HearingChanged,
    HoldChanged,
    NeverMade,
    NoticeChanged,
    OccupationEnded,
    OrderChanged,
    PartiesChanged,
    ReviewChanged,
    RightToBuyChanged,
    StandingChanged,
    WarrantChanged,
)
from cases.stages.taken import LISTS, WITHOUT_IDS
from cases.state import CaseState, DateMoved

I = TypeVar("I")  # noqa: E741


def dates_moved(before: CaseState, after: CaseState) -> Iterator[DateMoved]:
    """Every explained date of an item that is another day now, by item and name; new and removed items too."""
    for name in LISTS:
        if name in WITHOUT_IDS:
            continue
        was = {item.id: item for item in getattr(before, name)}
        now = {item.id: item for item in getattr(after, name)}
        for wanted in dict.fromkeys((*was, *now)):
            if was.get(wanted) != now.get(wanted):
                yield from _moved_of(wanted, was.get(wanted), now.get(wanted))
    if before.standing != after.standing:
        yield from _moved_of("case", before.standing, after.standing)


def _moved_of(subject: str, old: Any, new: Any) -> Iterator[DateMoved]:
    for field in type(new or old).model_fields:
        was, now = getattr(old, field, None), getattr(new, field, None)
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
    "review_by": "Review to be asked for by",
    "decide_by": "Review to be decided by",
    "window": "Last day to serve on that condition",
    "papers_served": "Accelerated claim counts as served",
    "papers_defence_due": "Last day for a defence",
    "papers_restore_by": "Claim to be restored by",
    "restore_by": "Claim to be restored by",
    "appeal_by": "Last day to appeal",
    "pay_by": "Judgment to be paid by",
    "serve_by": "Application to be served by",
    "reply_by": "Reply awaited by",
    "planned": "Last day, as first planned",
}


def items_changed(before: CaseState, after: CaseState) -> Iterator[Event]:
    """An event for every item that the correction changed, made, or showed never to have been made."""
    for n, (old, new) in enumerate(zip(before.contacts, after.contacts, strict=True)):
        if old != new:
            yield EvidenceCorrected(place=n, contact=new)
    for n, (searched, search) in enumerate(zip(before.searches, after.searches, strict=True)):
        if searched != search:
            yield EvidenceCorrected(place=n, search=search)
    for n, (weighed, assessment) in enumerate(zip(before.assessments, after.assessments, strict=True)):
        if weighed != assessment:
            yield EvidenceCorrected(place=n, assessment=assessment)
    yield from (DecisionChanged(what="corrected", decision=d) for d in _new(before.decisions, after.decisions))
    yield from (
        BenefitClaimChanged(what="corrected", benefit_claim=b)
        for b in _new(before.benefit_claims, after.benefit_claims)
    )
    yield from (BreathingSpaceChanged(breathing_space=s) for s in _new(before.breathing_spaces, after.breathing_spaces))
    yield from (HoldChanged(what="corrected", hold=h) for h in _new(before.holds, after.holds))
    yield from (NoticeChanged(what="corrected", notice=n) for n in _new(before.notices, after.notices))
    yield from (ReviewChanged(what="corrected", review=r) for r in _new(before.reviews, after.reviews))
    yield from (ClaimChanged(what="corrected", claim=x) for x in _new(before.claims, after.claims))
    yield from (HearingChanged(what="corrected", hearing=h) for h in _new(before.hearings, after.hearings))
    yield from (OrderChanged(what="corrected", order=o) for o in _new(before.orders, after.orders))
    yield from (
        ArrangementChanged(what="corrected", arrangement=a) for a in _new(before.arrangements, after.arrangements)
    )
    yield from (
        ApplicationChanged(what="corrected", application=a) for a in _new(before.applications, after.applications)
    )
    yield from (WarrantChanged(what="corrected", warrant=w) for w in _new(before.warrants, after.warrants))
    for change in _new(before.party_changes, after.party_changes):
        yield PartiesChanged(what="corrected", change=change, tenants=after.tenants)
    yield from (
        RightToBuyChanged(what="corrected", right_to_buy=r) for r in _new(before.right_to_buys, after.right_to_buys)
    )
    yield from _of_the_case(before, after)


def _new(before: tuple[I, ...], after: tuple[I, ...]) -> Iterator[I]:
    return (item for item in after if item not in before)


def _of_the_case(before: CaseState, after: CaseState) -> Iterator[Event]:
    if after.standing is not None and after.standing != before.standing:
        yield StandingChanged(what="corrected", standing=after.standing)
    if after.leaving != before.leaving:
        yield OccupationEnded(leaving=after.leaving)
    if after.cause is not None and after.cause != before.cause:
        yield CauseCorrected(cause=after.cause)
    if after.closed is not None and after.closed != before.closed:
        yield CaseClosed(closed=after.closed)
    gone = never_made(before, after)
    if gone != NeverMade():
        yield gone


def never_made(before: CaseState, after: CaseState) -> NeverMade:
    """The items that are no part of the case any more."""

    def gone(name: str) -> tuple[str, ...]:
        left = {item.id for item in getattr(after, name)}
        return tuple(item.id for item in getattr(before, name) if item.id not in left)

    return NeverMade(**{name: gone(name) for name in NeverMade.model_fields if name != "kind"})
