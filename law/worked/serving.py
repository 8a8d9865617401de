"""Worked cases of service, plain counting and breathing space, one small function a rule."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from law import breathing_space
from law.calendar import next_business_day
from law.counting import (
    add_months,
    clear_days_after,
)
from law.notices import claim_dates, notice_dates
from law.service import deemed_served_document, notice_served
from law.windows import ground_15a_window
from law.worked.facts import day, grounds_of, moment, period, posted, served

Given = Mapping[str, Any]
Got = dict[str, Any]


def post(given: Given) -> Got:
    second = given["class"] == "second_class"
    wrong = None if second else deemed_served_document("first_class_post", day(given["posted"])).value
    return {"deemed_service_date": posted(given).value, "cpr_6_26_date_not_to_be_used": wrong}


def hand(given: Given) -> Got:
    at = moment(given.get("left_at_property") or given["handed"])
    method = "left_at_property" if "left_at_property" in given else "by_hand"
    return {
        "service_date": notice_served(method, at, "council", False).value,
        "cpr_6_26_date_not_to_be_used": deemed_served_document("permitted_address", at).value,
    }


def clear_days(given: Given) -> Got:
    earliest = clear_days_after(day(given["given"]), given["days"])
    return {"earliest_event": earliest, "earliest_working_day": next_business_day(earliest)}


def standard(given: Given) -> Got:
    start = breathing_space.starts(day(given["registered"])).value
    end = breathing_space.standard_end(start).value
    window = breathing_space.review_window(start)
    return {
        "start": start,
        "end": end,
        "first_clear_day": breathing_space.first_clear_day(end).value,
        "creditor_review_request_last_day": window.landlord_request_by.value,
        "midway_review_from": window.midway_from and window.midway_from.value,
        "midway_review_by": window.midway_by and window.midway_by.value,
        "adviser_decision_by": window.adviser_decides_by.value,
        "court_application_last_day": window.court_by.value,
        "extended_limitation_last_day": breathing_space.extended_deadline(end).value,
    }


def crisis(given: Given) -> Got:
    start = breathing_space.starts(day(given["registered"])).value
    end = breathing_space.crisis_end(day(given["treatment_stops"])).value
    return {
        "start": start,
        "end": end,
        "first_clear_day": breathing_space.first_clear_day(end).value,
        "extended_limitation_last_day": breathing_space.extended_deadline(end).value,
    }


def bs_notice(given: Given) -> Got:
    times = crisis(given) if "treatment_stops" in given else standard(given)
    on, clear = served(given), times["first_clear_day"]
    void = breathing_space.notice_void(on, times["start"], times["end"]).value
    if void:
        return {"void": True, "earliest_valid_reservice": clear}
    dates = notice_dates("s8", on, period(given), grounds_of(given))
    claim = claim_dates("s8", on, dates.specified_minimum.value, period(given), grounds_of(given))
    frozen = breathing_space.barred("claim_arrears", "standard").value
    safe: date = claim.issue_from_safe.value
    if frozen and times["start"] <= safe < clear:
        safe = clear
    return {
        "void": False,
        "specified_date_min": dates.specified_minimum.value,
        "issue_from_safe": safe,
        "lapse_date": claim.lapse.value,
        "safe_issue_by": claim.last_safe_issue.value,
    }


def window_15a(given: Given) -> Got:
    told = ground_15a_window(day(given["relevant_date"]))
    return {"serve_from": told.serve_from.value, "serve_by": told.serve_by.value}


def months_from(given: Given) -> Got:
    start = day(given["from"])
    return {"date": add_months(start, given["months"]) if "months" in given else start + timedelta(days=given["days"])}
