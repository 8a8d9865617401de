"""Worked cases of court procedure, money and enforcement, one small function a topic."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Literal

from law import breathing_space, court, enforcement, money, orders
from law.counting import (
    clear_days_before,
    clear_days_between,
    cpr_count_back,
    cpr_earliest_event,
    cpr_last_day_before,
    cpr_within,
    days_after,
)
from law.errors import BadFact
from law.service import deemed_served_claim_form, deemed_served_claim_form_lax, deemed_served_document
from law.worked import debts, holding
from law.worked.facts import day, document_method, in_pounds, moment, pence
from law.worked.sums import costs, daily_rate, funnel, interest, judgment_interest, spo, uc, use_occupation

Given = Mapping[str, Any]
Got = dict[str, Any]
# Cases that say 'same order' leave out its rent and instalment: the sheet's own running example.
_SAME_ORDER = {"rent": "118.42", "instalment": "5.00"}
_ANY_FRIDAY = date(2027, 2, 5)


def compute(topic: str, rule: str, given: Given, earlier: Given) -> Got:
    """Every field the topic can give for those facts. Raises BadFact on an unknown topic.

    `earlier` holds the facts of the topic's earlier cases, for cases that say 'same'.
    """
    if topic not in _TOPICS:
        raise BadFact("topic", f"'{topic}' is not a topic known here.", "Check the case.")
    return _TOPICS[topic](given, rule, earlier)


def _clear_days(given: Given, rule: str, earlier: Given) -> Got:
    got: Got = {}
    if "min_days" in given:
        got["earliest"] = cpr_earliest_event(day(given["start"]), given["min_days"])
    if "within_days" in given:
        got["nominal"] = cpr_within(day(given["start"]), given["within_days"])
        got["last_day"] = cpr_within(day(given["start"]), given["within_days"], bool(given.get("at_court_office")))
    if "days_before" in given:
        event = day(given.get("hearing") or given["event"])
        got["count_gives"] = cpr_count_back(event, given["days_before"])
        got["last_day"] = cpr_last_day_before(event, given["days_before"])
    return got


def _deemed(given: Given, rule: str, earlier: Given) -> Got:
    step = moment(given.get("step") or given["posted"])
    if "6.26" in rule:
        return {"deemed_served": deemed_served_document(document_method(given["method"]), step).value}
    strict = deemed_served_claim_form(step).value
    return {
        "deemed_served": strict,
        "deemed_served_strict": strict,
        "deemed_served_lax": deemed_served_claim_form_lax(step).value,
    }


def _hearing_window(given: Given, rule: str, earlier: Given) -> Got:
    issued = day(given["issued"])
    return {
        "earliest_hearing": court.hearing_earliest(issued).value,
        "standard_period_ends": court.hearing_standard_latest(issued).value,
    }


def _service_21(given: Given, rule: str, earlier: Given) -> Got:
    hearing = day(given["hearing"])
    latest = court.claim_service_latest(hearing).value
    got: Got = {"last_deemed_service": latest}
    if "posted" in given or "deemed_served" in given:
        served = (
            day(given["deemed_served"])
            if "deemed_served" in given
            else deemed_served_claim_form(day(given["posted"])).value
        )
        got |= {
            "deemed_served": served,
            "in_time": served <= latest,
            "clear_days": clear_days_between(served, hearing),
        }
    return got


def _defence(given: Given, rule: str, earlier: Given) -> Got:
    served = day(given["served"])
    return {"nominal": days_after(served, court.DEFENCE_DAYS), "last_day": court.defence_due(served).value}


def _witness(given: Given, rule: str, earlier: Given) -> Got:
    hearing = day(given["hearing"])
    return {
        "count_gives": cpr_count_back(hearing, 2),
        "last_day": court.witness_statements_due(hearing).value,
        "last_posting_day": court.witness_statements_post_by(hearing).value,
    }


def _application(given: Given, rule: str, earlier: Given) -> Got:
    hearing = day(given["hearing"])
    return {"count_gives": cpr_count_back(hearing, 3), "last_day": court.application_notice_due(hearing).value}


def _trespass(given: Given, rule: str, earlier: Given) -> Got:
    other = "55.5(2)(b)" in rule or given.get("days") == 2
    land: Literal["residential", "other"] = "other" if other else given.get("land", "residential")
    return {"last_day": court.trespass_service_latest(day(given["hearing"]), land).value}


def _protocol(given: Given, rule: str, earlier: Given) -> Got:
    if "last_sent" in given:
        return {"next_due": court.rent_statement_due(day(given["last_sent"])).value}
    hearing = day(given["hearing"])
    return {
        "count_gives": clear_days_before(hearing, 10),
        "safe_last_day": court.ten_day_letter_due(hearing).value,
        "plain_count": hearing - timedelta(days=10),
    }


def _rent_schedule(given: Given, rule: str, earlier: Given) -> Got:
    first = given.get("first_default")
    return {"schedule_from": money.rent_schedule_from(day(given["issue"]), day(first) if first else None).value}


def _mandatory(given: Given, rule: str, earlier: Given) -> Got:
    order = day(given["order"])
    return {
        "latest_ordinary": orders.possession_date_latest(order, False).value,
        "latest_exceptional_hardship": orders.possession_date_latest(order, True).value,
    }


def _outright(given: Given, rule: str, earlier: Given) -> Got:
    possession = orders.outright_possession_date(day(given["order"]), given["days"]).value
    return {
        "possession_date": possession,
        "warrant_request_from": enforcement.warrant_earliest(possession).value,
    }


def _n28a(given: Given, rule: str, earlier: Given) -> Got:
    if "determined" in given:
        return {"possession_date": orders.postponed_possession_date(day(given["determined"])).value}
    told = orders.postponed_order_dates(day(given["notice"]))
    return {
        "earliest_application": told.apply_from.value,
        "latest_application": told.apply_by.value,
        "reply_by": told.reply_by.value,
    }


def _n54(given: Given, rule: str, earlier: Given) -> Got:
    got: Got = {}
    if "delivered" in given:
        got["earliest_eviction"] = enforcement.eviction_earliest(day(given["delivered"])).value
    if "eviction" in given:
        got["last_delivery"] = enforcement.n54_latest_delivery(day(given["eviction"])).value
    if len(got) == 2:
        got["valid"] = day(given["eviction"]) >= got["earliest_eviction"]
        got["clear_days"] = clear_days_between(day(given["delivered"]), day(given["eviction"]))
    return got


def _breathing(given: Given, rule: str, earlier: Given) -> Got:
    if "treatment_stops" in given:
        end = breathing_space.crisis_end(day(given["treatment_stops"])).value
    else:
        end = breathing_space.standard_end(day(given["start"])).value
    return {"last_day": end, "extended_deadline": breathing_space.extended_deadline(end).value}


def _one(field: str, fact: str, told: Callable[[date], Any]) -> Callable[[Given, str, Given], Got]:
    return lambda given, rule, earlier: {field: told(day(given[fact])).value}


_TOPICS: dict[str, Callable[[Given, str, Given], Got]] = {
    "clear_days": _clear_days,
    "deemed_service": _deemed,
    "hearing_window": _hearing_window,
    "service_21_days": _service_21,
    "defence": _defence,
    "witness_statements": _witness,
    "application_notice": _application,
    "trespass": _trespass,
    "protocol": _protocol,
    "rent_schedule": _rent_schedule,
    "mandatory_order": _mandatory,
    "outright_order": _outright,
    "money_judgment": _one("due", "order", court.money_order_due),
    "appeal": _one("last_day", "order", court.appeal_by),
    "accelerated": _one("last_day", "served", court.restore_accelerated_by),
    "n28a": _n28a,
    "n54": _n54,
    "warrant_life": _one("valid_through", "issued", enforcement.warrant_expires),
    "six_years": _one("permission_needed_from", "order", enforcement.six_years_from),
    "breathing_space": _breathing,
    "daily_rate": daily_rate,
    "use_and_occupation": use_occupation,
    "interest": interest,
    "judgment_interest": judgment_interest,
    "costs": costs,
    "spo": spo,
    "uc_deduction": uc,
    "legacy_deduction": lambda given, rule, earlier: {
        "weekly": in_pounds(money.legacy_deduction(pence(given["allowance"])).value)
    },
    "limitation": debts.limitation,
    "debt_protocol": debts.money_claim,
    "rent_due": debts.rent,
    "benefit_rates": debts.benefit_rates,
    "debt_effect": holding.effect,
    "hold": holding.hold,
    "moratorium": holding.moratorium,
    "writ": holding.writ,
    "filing": holding.filing,
    "warrant_extended": holding.warrant,
    "funnel": funnel,
}
