"""What the history says of a claim's answers and end, and of the days around an eviction."""

from collections.abc import Mapping

from api.pages.render import day, plain, pounds
from cases.court_words import Referral
from cases.events import ClaimChanged, WarrantChanged
from cases.instants import LONDON


def of_claim(event: ClaimChanged) -> str:
    """One line of a claim."""
    claim = event.claim
    if event.what == "answered" and claim.responses:
        came = claim.responses[-1]
        raised = [
            *(["facts disputed"] if came.disputed else []),
            *(["disrepair"] if came.disrepair else []),
            *([f"for {pounds(came.counterclaim_pence)}"] if came.counterclaim_pence else []),
        ]
        told = f" ({', '.join(raised)})" if raised else ""
        return f"Claim {claim.id}: {came.what.label[:1].lower()}{came.what.label[1:]}, {day(came.on)}{told}"
    if event.what == "ended" and claim.ended_how is not None:
        how = claim.ended_how.label
        return f"Claim {claim.id}: {how[:1].lower()}{how[1:]}"
    if event.what == "court_chosen":
        return f"Claim {claim.id}: {claim.court_chosen} chosen as its court"
    return f"Claim {claim.id}: {plain(event.what).lower()}"


def of_warrant(event: WarrantChanged, people: Mapping[str, str]) -> str:
    """One line of a warrant."""
    warrant = event.warrant
    check = warrant.last_check
    if event.what == "checked" and check is not None:
        who = people.get(check.decided_by.user_id, check.decided_by.user_id)
        went = "it goes on" if check.proceed else "it does not go on"
        sent = f"; referred for help with homelessness on {day(check.referred_on)}" if check.referred_on else ""
        other = f"; referral {plain(check.referral.value).lower()}" if check.referral is not Referral.SENT else ""
        return f"Warrant {warrant.id}: last check before eviction, decided by {who}: {went}{sent}{other}"
    if event.what == "confirmed" and warrant.confirmed_at is not None:
        local = warrant.confirmed_at.astimezone(LONDON)
        return f"Warrant {warrant.id}: eviction confirmed to the bailiffs at {local:%H:%M} on {day(local.date())}"
    if event.what == "aftermath" and warrant.aftermath:
        last = warrant.aftermath[-1]
        return f"After the eviction on warrant {warrant.id}: {last.what.label[:1].lower()}{last.what.label[1:]}"
    return f"Warrant {warrant.id}: {plain(event.what).lower()}"
