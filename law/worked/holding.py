"""Worked cases of what holds a case, what it bars and lengthens, filing after four, and the High Court."""

from collections.abc import Mapping
from typing import Any

from law import breathing_space, court, effects, enforcement, high_court, holds
from law.worked.facts import day, moment

Given = Mapping[str, Any]
Got = dict[str, Any]


def effect(given: Given, rule: str, earlier: Given) -> Got:
    """What a step meets in a moratorium or an insolvency, or when that ends."""
    if "made" in given:
        ends = {"debt_relief_order": effects.debt_relief_end, "bankruptcy": effects.bankruptcy_discharge}
        return {"last_day": ends[given["hold"]](day(given["made"])).value}
    return {"effect": effects.effect(given["step"], given["hold"]).value}


def hold(given: Given, rule: str, earlier: Given) -> Got:
    """Whether a hold bars a step, or what it does to a clock."""
    if "clock" in given:
        row = holds.CLOCKS.get((given["hold"], given["clock"]))
        return {"effect": row.effect if row else "runs"}
    return {"barred": holds.bar(given["hold"], given["step"], for_debt=given["for_debt"]) is not None}


def moratorium(given: Given, rule: str, earlier: Given) -> Got:
    """The days of a breathing space other than its end."""
    if "registered" in given:
        return {"start": breathing_space.starts(day(given["registered"])).value}
    if "sent" in given:
        return {"received": breathing_space.notified(day(given["sent"]), by_post=given["by_post"]).value}
    start = day(given["start"])
    if "served" in given:
        return {"void": breathing_space.notice_void(day(given["served"]), start, day(given["end"])).value}
    if "limit" in given:
        return {"last_day": breathing_space.limit_with_moratorium(day(given["limit"]), start, day(given["end"])).value}
    told = breathing_space.review_window(start, given.get("hold", "standard"))
    return {
        "request_by": told.landlord_request_by.value,
        "adviser_by": told.adviser_decides_by.value,
        "court_by": told.court_by.value,
        "midway_from": told.midway_from.value if told.midway_from else None,
        "midway_by": told.midway_by.value if told.midway_by else None,
    }


def writ(given: Given, rule: str, earlier: Given) -> Got:
    """The High Court writ: permission, life, the trespass limit, the eviction."""
    if "issued" in given:
        return {"valid_through": high_court.writ_expires(day(given["issued"])).value}
    ordered, against = day(given["order"]), given.get("against", "tenants")
    if "on" not in given:
        return {"without_permission_to": high_court.trespass_writ_by(ordered).value}
    delivered = day(given["delivered"]) if "delivered" in given else None
    told = high_court.writ_transfer(
        ordered=ordered, on=day(given["on"]), reason="delay", against=against, n54_delivered=delivered
    )
    earliest = told.eviction_earliest
    return {"permission": told.permission.value, "earliest_eviction": earliest.value if earliest else None}


def filing(given: Given, rule: str, earlier: Given) -> Got:
    """The day a paper sent electronically counts as filed."""
    return {"filed_on": court.filed(moment(given["sent"])).value}


def warrant(given: Given, rule: str, earlier: Given) -> Got:
    """A warrant lengthened by the court, or permission that lapses."""
    if "granted" in given:
        return {"permission_lapses": enforcement.permission_lapses(day(given["granted"])).value}
    return {"valid_through": enforcement.warrant_extended(day(given["expires"])).value}
