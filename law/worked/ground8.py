"""Worked cases of Ground 8."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from law.errors import NeedsLawyer
from law.ground8 import ground8, ground8_threshold
from law.periods import RentPeriod, Unit

_CYCLES: dict[str, tuple[Unit, int]] = {
    "weekly": ("week", 1),
    "fortnightly": ("week", 2),
    "four_weekly": ("week", 4),
    "monthly": ("month", 1),
    "quarterly": ("quarter", 1),
    "yearly": ("year", 1),
}
_LEGAL_REVIEW: dict[str, Any] = {"threshold_pence": None, "outcome": "legal_review"}
_ANY_DAY = date(2026, 1, 5)


def compute(given: Mapping[str, Any]) -> dict[str, Any]:
    """Threshold in pence and outcome; `legal_review` where the ground does not name the rent period."""
    cycle = _CYCLES.get(given["rent_cycle"].replace("-", "_"))
    if cycle is None:
        return _LEGAL_REVIEW
    period = RentPeriod(*cycle, _ANY_DAY)
    regime: Literal["old", "new"] = "new" if given["rule"] == "rra" else "old"
    try:
        threshold = ground8_threshold(period, given["rent_pence"], regime).value
    except NeedsLawyer:
        return _LEGAL_REVIEW
    overdue_now = given.get("over_three_months_old_at_hearing_pence")
    made_out = ground8(
        period=period,
        rent_pence=given["rent_pence"],
        arrears_at_notice_pence=given.get("rent_arrears_at_notice_pence", 0),
        arrears_at_hearing_pence=given.get("rent_arrears_at_hearing_pence", overdue_now),
        regime=regime,
        overdue_at_notice_pence=given.get("over_three_months_old_at_notice_pence"),
        overdue_at_hearing_pence=overdue_now,
        uc_awaited_at_notice_pence=given.get("uc_not_received_at_notice_pence", 0),
        uc_awaited_at_hearing_pence=given.get("uc_not_received_at_hearing_pence", 0),
    )
    return {"threshold_pence": threshold, "outcome": "made_out" if made_out.value else "not_made_out"}
