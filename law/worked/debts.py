"""Worked cases of rent lawfully due, benefit rates, limitation and claims for money only."""

from collections.abc import Mapping
from typing import Any

from law import benefits, debt
from law.rent_due import AwaitedBenefit, rent_due
from law.rent_lines import AccountLine
from law.worked.facts import day, in_pounds, pence

Given = Mapping[str, Any]
Got = dict[str, Any]
# The fact that starts each clock of a money claim: the field it gives, and what counts it.
_CLOCKS = {
    "letter": ("reply_by", debt.reply_by),
    "reply_received": ("issue_from", debt.issue_after_reply),
    "documents_sent": ("issue_from", debt.issue_after_documents),
    "intention_sent": ("issue_from", debt.issue_after_intention),
    "documents_asked": ("send_by", debt.documents_due),
    "issued": ("serve_by", debt.serve_by),
    "time_to_answer_ended": ("stayed_from", debt.stayed_from),
}
_RENT = ("due", "left_out", "overdue", "frozen", "outside_frozen", "disregarded", "ground8", "technical")
_RENT_FIELDS = (*_RENT, "net_of_technical", "late_benefit")


def limitation(given: Given, rule: str, earlier: Given) -> Got:
    """The last day to issue for a sum."""
    space = given.get("moratorium")
    told = debt.last_day_to_sue(
        day(given["due"]),
        given.get("kind", "rent"),
        [day(each) for each in given.get("acknowledged", ())],
        [day(each) for each in given.get("part_paid", ())],
        (day(space["start"]), day(space["end"])) if space else None,
    )
    return {"last_issue_day": told.value}


def money_claim(given: Given, rule: str, earlier: Given) -> Got:
    """The times of the Debt Protocol and of the claim."""
    got: Got = {}
    for fact, (field, count) in _CLOCKS.items():
        if fact in given:
            got[field] = count(day(given[fact])).value
    if "served" in given:
        got["response_by"] = debt.response_due(day(given["served"])).value
        got["defence_by"] = debt.defence_due(day(given["served"])).value
    if "owed" in given:
        got["open"] = debt.enforcement_problem(given["way"], pence(given["owed"])) is None
    return got


def rent(given: Given, rule: str, earlier: Given) -> Got:
    """What of an account is rent lawfully due, and what is shown apart from it."""
    told = rent_due(
        [
            AccountLine(day(each["on"]), each["kind"], _pence(each), each.get("towards", "rent"))
            for each in given["lines"]
        ],
        day(given["on"]),
        reserved=given.get("reserved", ()),
        awaited=[
            AwaitedBenefit(
                each["kind"], pence(each["sum"]), day(each["first"]), day(each["last"]), day(each["expected"])
            )
            for each in given.get("awaited", ())
        ],
        frozen_from=day(given["frozen_from"]) if "frozen_from" in given else None,
        regime=given.get("regime", "old"),
    )
    return {field: in_pounds(getattr(told, field).value) for field in _RENT_FIELDS}


def _pence(line: Given) -> int:
    return pence(line["sum"]) if "sum" in line else -pence(line["paid"])


def benefit_rates(given: Given, rule: str, earlier: Given) -> Got:
    """The allowance of the day, and what may be taken from it."""
    on = day(given["on"])
    if "household" in given:
        allowance = benefits.standard_allowance(given["household"], on).value
        return {"monthly": None if allowance is None else in_pounds(allowance)}
    if "allowance" in given:
        told = benefits.uc_deduction_range(pence(given["allowance"]), on)
        return {name: in_pounds(getattr(told, name).value) for name in ("least", "most", "cap")}
    return {"weekly": in_pounds(benefits.legacy_deduction_on(on).value)}
