"""Worked cases of notices and statutory periods, one small function a rule."""

from collections.abc import Callable, Mapping
from typing import Any

from law import flexible, introductory
from law.absolute import absolute_claim_dates, absolute_notice_dates, absolute_review_request_by
from law.calendar import next_business_day
from law.counting import (
    days_beginning_last_day,
    months_beginning_last_day,
    weeks_beginning_last_day,
)
from law.demoted import section_143e
from law.errors import BadFact, NoAnchor
from law.new_regime import hand_over, new_regime_dates
from law.notice_to_quit import interim_notice, licence_notice, notice_to_quit
from law.notices import claim_dates, dispensation, notice_dates
from law.periods import RentPeriod
from law.regime import PRIVATE_COMMENCEMENT, regime_for
from law.section21 import Section21, section_21, threatened_from
from law.tenancies import Occupancy
from law.worked.facts import day, grounds_of, period, served
from law.worked.serving import bs_notice, clear_days, crisis, hand, months_from, post, standard, window_15a

Given = Mapping[str, Any]
Got = dict[str, Any]


def compute(rule: str, given: Given) -> Got:
    """Every field the rule can give for those facts. Raises BadFact on an unknown rule."""
    if rule not in _RULES:
        raise BadFact("rule", f"'{rule}' is not a rule known here.", "Check the case.")
    return _RULES[rule](given)


def _period(given: Given) -> RentPeriod:
    found = period(given)
    if found is None:
        raise NoAnchor("period", "The case gives no period.", "Give one.")
    return found


def _s83(given: Given) -> Got:
    on, rent, grounds = served(given), _period(given), grounds_of(given)
    dates = notice_dates("s83", on, rent, grounds)
    got: Got = {"service_date": on}
    for name, told in (("min", dates.specified_minimum), ("recommended", dates.specified_recommended)):
        claim = claim_dates("s83", on, told.value, rent, grounds)
        got["issue_from"] = claim.issue_from.value
        got[name] = {
            "specified_date": told.value,
            "possession_date_sought": told.value,
            "issue_from": claim.issue_from.value,
            "lapse_date": claim.lapse.value,
            "safe_issue_by": claim.last_safe_issue.value,
        }
    return got


def _s83za(given: Given) -> Got:
    on, rent, fixed = served(given), period(given), given.get("fixed_term", False)
    dates = absolute_notice_dates(on, rent, fixed_term=fixed)
    got: Got = {"service_date": on, "review_request_last_day": absolute_review_request_by(on).value}
    for name, told in (("min", dates.minimum), ("recommended", dates.recommended)):
        claim = absolute_claim_dates(on, told.value, rent, fixed_term=fixed)
        got[name] = {
            "specified_date": told.value,
            "issue_from": claim.issue_from.value,
            "lapse_date": claim.lapse.value,
            "safe_issue_by": claim.last_safe_issue.value,
        }
    return got


def _beginning(given: Given) -> Got:
    start = day(given["beginning_with"])
    for unit, count in (
        ("months", months_beginning_last_day),
        ("weeks", weeks_beginning_last_day),
        ("days", days_beginning_last_day),
    ):
        if unit in given:
            return {"last_day": count(start, given[unit])}
    raise BadFact("months", "No length was given.", "Give months, weeks or days.")


def _s128(given: Given) -> Got:
    start = day(given["tenancy_start"])
    extended = bool(given.get("extended", False))
    told = introductory.section_128(served(given), _period(given), start, extended=extended)
    return {
        "trial_last_day": introductory.trial_end(start).value,
        "review_request_last_day": told.review_request_by.value,
        "min": {"specified_date": told.specified_minimum.value, "issue_from": told.issue_from_minimum.value},
        "recommended": {
            "specified_date": told.specified_recommended.value,
            "issue_from": told.issue_from_recommended.value,
        },
        "issue_by": told.issue_by.value,
        "feasible": told.feasible,
    }


def _s125a(given: Given) -> Got:
    told = introductory.extension(day(given["tenancy_start"]))
    latest = told.latest_service.value
    return {
        "original_expiry_date": told.original_expiry.value,
        "latest_service": latest,
        "safe_latest_service": told.safe_latest_service.value,
        "extended_trial_last_day": told.extended_end.value,
        "review_request_last_day_if_served_latest": introductory.extension_review_request_by(latest).value,
    }


def _s143e(given: Given) -> Got:
    told = section_143e(served(given), _period(given), day(given["demotion_effective"]))
    return {
        "demotion_last_day_without_notice": told.demotion_end.value,
        "review_request_last_day": told.review_request_by.value,
        "min": {"specified_date": told.specified_minimum.value, "issue_from": told.issue_from_minimum.value},
        "recommended": {
            "specified_date": told.specified_recommended.value,
            "issue_from": told.issue_from_recommended.value,
        },
        "demotion_kept_alive_until": told.kept_alive_until.value,
    }


def _s107d(given: Given) -> Got:
    end = day(given["term_last_day"])
    latest = flexible.non_renewal_latest(end).value
    got: Got = {
        "nonrenewal_notice_latest": latest,
        "review_request_last_day_if_served_latest": flexible.non_renewal_review_by(latest).value,
    }
    if "possession_notice_served" in given:
        told = flexible.section_107d(day(given["possession_notice_served"]), end)
        got |= {
            "possession_notice_in_time": told.in_time.value,
            "possession_notice_expiry_min": told.expiry_minimum.value,
            "issue_from": told.issue_from.value,
        }
    return got


def _s8(given: Given) -> Got:
    on, rent, grounds = served(given), period(given), grounds_of(given)
    fixed = given.get("fixed_term", False)
    dates = notice_dates("s8", on, rent, grounds, fixed_term=fixed)
    earliest = dates.specified_minimum.value
    claim = claim_dates("s8", on, earliest, rent, grounds, fixed_term=fixed)
    return {
        "service_date": on,
        "specified_date_min": earliest,
        "recommended_specified_date": dates.specified_recommended.value,
        "issue_from": claim.issue_from.value,
        "issue_from_safe": claim.issue_from_safe.value,
        "lapse_date": claim.lapse.value,
        "safe_issue_by": claim.last_safe_issue.value,
        "dispensation_available": dispensation("s8", grounds).value,
    }


def _s8_rra(given: Given) -> Got:
    on, grounds = served(given), grounds_of(given)
    social = given.get("rra_social_commencement_date")
    occupancy = Occupancy.assured if social else Occupancy.assured_market
    if regime_for(occupancy, on, day(social) if social else None) == "old":
        raise BadFact("served", "The old regime was in force.", "Use the old rule.")
    told = new_regime_dates(on, grounds)
    claim = claim_dates("s8", on, told.specified.value, None, grounds, regime="new")
    return {
        "service_date": on,
        "period_last_day": told.period_last_day and told.period_last_day.value,
        "recommended_specified_date": told.specified.value,
        "specified_date_min": told.specified.value,
        "issue_from": claim.issue_from.value,
        "issue_from_safe": claim.issue_from_safe.value,
        "lapse_date": claim.lapse.value,
        "safe_issue_by": claim.last_safe_issue.value,
        "order_effective_not_before": told.order_not_before and told.order_not_before.value,
        "dispensation_available": dispensation("s8", grounds, regime="new").value,
    }


def _transition(kind: Any) -> Callable[[Given], Got]:
    def compute_one(given: Given) -> Got:
        began = day(given["commencement_date"]) if "commencement_date" in given else PRIVATE_COMMENCEMENT
        own = _section_21(given).claim_last_day if "period" in given else None
        told = hand_over(kind, served(given), began, own)
        return {
            "own_limit": told.own_limit.value,
            "transition_limit": told.transition_limit.value,
            "claim_requested_last_day": told.claim_last_day.value,
        }

    return compute_one


def _section_21(given: Given) -> Section21:
    return section_21(
        served(given),
        period(given),
        day(given["tenancy_start"]),
        fixed_term=given.get("fixed_term", False),
        demoted=given.get("demoted", False),
    )


def _s21(given: Given) -> Got:
    told = _section_21(given)
    return {
        "first_service_date_allowed": told.first_service.value,
        "service_allowed": told.service_allowed.value,
        "specified_date_min": told.specified_minimum.value,
        "issue_from": told.issue_from.value,
        "claim_last_day": told.claim_last_day.value,
        "order_not_effective_before": told.order_not_before and told.order_not_before.value,
    }


def _quit(given: Given) -> Got:
    told = notice_to_quit(
        served(given), _period(given), pea=given.get("pea", True), deceased=given.get("deceased", False)
    )
    return {
        "expiry_min": told.expiry_minimum.value,
        "expiry_last_day": told.expiry_recommended.value,
        "issue_from_if_min": told.issue_from_minimum.value,
        "issue_from_if_last_day": told.issue_from_recommended.value,
        "public_trustee_copy_safe_latest": told.public_trustee_by and told.public_trustee_by.value,
    }


def _licence(given: Given) -> Got:
    told = licence_notice(served(given))
    return {"expiry_min": told.expiry_minimum.value, "issue_from": told.issue_from.value}


def _interim(given: Given) -> Got:
    told = interim_notice(given["duty"])
    return {
        "notice_to_quit_required": told.notice_to_quit_required,
        "court_order_required": told.court_order_required,
        "notice": told.notice.value,
    }


_RULES: dict[str, Callable[[Given], Got]] = {
    "ntq_date_s83": _s83,
    "s83_ground2": _s83,
    "s83za": _s83za,
    "months_beginning": _beginning,
    "s128": _s128,
    "s125a": _s125a,
    "s143e": _s143e,
    "s107d": _s107d,
    "s8_social": _s8,
    "s8_rra": _s8_rra,
    "rra_transition_s21": _transition("s21"),
    "rra_transition_s8": _transition("s8"),
    "s21_social": _s21,
    "s175_5": lambda given: {"threatened_from": threatened_from(day(given["expires"])).value},
    "notice_to_quit": _quit,
    "ta_licence": _licence,
    "ta_interim": _interim,
    "post_deemed": post,
    "court_day": lambda given: {"next_court_working_day": next_business_day(day(given["date"]))},
    "hand_delivery": hand,
    "months_from": months_from,
    "clear_days": clear_days,
    "breathing_standard": standard,
    "breathing_mhc": crisis,
    "breathing_notice": bs_notice,
    "window_15a": window_15a,
}
