"""The lines of the record about who holds the tenancy, who lives there, and a claim to buy. Names are never told."""

from typing import Any

from api.pages.render import day, plain
from cases.events import Event, HouseholdChanged, PartiesChanged, RightToBuyChanged


def told(event: Event) -> str | None:
    """The event in one line; None where it is not of this sort."""
    match event:
        case PartiesChanged():
            one = event.change
            if one.never:
                return f"Change of tenants {one.id}: known now never to have been"
            came = f"; new: {', '.join(one.joined)}" if one.joined else ""
            went = f"; no longer: {', '.join(one.left)}" if one.left else ""
            again = " put right" if event.what == "corrected" else ""
            why = f"{one.cause.label[:1].lower()}{one.cause.label[1:]}"
            return f"Change of tenants {one.id}{again}, {day(one.on)}: {why}{came}{went}"
        case HouseholdChanged():
            found = event.household
            unknown = ", and persons unknown" if found.unknown else ""
            return f"Living there besides the tenants: adults {found.adults}{unknown}, children {found.children}"
        case RightToBuyChanged():
            buy = event.right_to_buy
            ended = f", {buy.ended_how.label.lower()} on {day(buy.ended_on)}" if buy.ended_how and buy.ended_on else ""
            return f"Claim to buy {buy.id} of {day(buy.claimed_on)}: {plain(event.what).lower()}{ended}"
    return None


def words_of(event: Event) -> Any:
    """The reference to the words that belong to such an event."""
    match event:
        case PartiesChanged(what="recorded"):
            return event.change.proof
        case HouseholdChanged():
            return event.household.names
    return None
