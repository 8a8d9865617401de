"""Worked cases of sums: rates, interest, costs, the terms of suspended orders, deductions, ratios."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from law import money, statistics
from law.periods import RentPeriod
from law.terms import Terms, compare, due_by, last_instalment
from law.worked.facts import day, in_pounds, pence

Given = Mapping[str, Any]
Got = dict[str, Any]
# Cases that say 'same order' leave out its rent and instalment: the sheet's own running example.
_SAME_ORDER = {"rent": "118.42", "instalment": "5.00"}
_ANY_FRIDAY = date(2027, 2, 5)


def daily_rate(given: Given, rule: str, earlier: Given) -> Got:
    got: Got = {}
    for name, period in (
        ("weekly", RentPeriod("week", 1, _ANY_FRIDAY)),
        ("fortnightly", RentPeriod("week", 2, _ANY_FRIDAY)),
        ("four_weekly", RentPeriod("week", 4, _ANY_FRIDAY)),
        ("monthly", RentPeriod("month", 1, _ANY_FRIDAY)),
    ):
        if f"{name}_rent" in given:
            rent = pence(given[f"{name}_rent"])
            weeks = given.get("rent_weeks", 52)
            pcs = in_pounds(money.daily_rate(rent, period).value)
            yearly = in_pounds(money.daily_rate(rent, period, "annual_365", weeks).value)
            got = {"hmcts_pcs": pcs, "annual_div_365": yearly, f"{name}_x{weeks}_div_365": yearly}
            got |= {"hmcts_pcs_div_30_44": pcs} if period.months else {f"hmcts_pcs_div_{period.days}": pcs}
            got |= {f"{name}_div_{period.days}": pcs} if period.days else {}
    return got


def use_occupation(given: Given, rule: str, earlier: Given) -> Got:
    start, end = day(given["from"]), day(given["to"])
    charge = money.use_and_occupation(pence(given["daily"]), start, end).value
    return {"days": (end - start).days, "amount": in_pounds(charge)}


def interest(given: Given, rule: str, earlier: Given) -> Got:
    principal, start, end = pence(given["principal"]), day(given["from"]), day(given["to"])
    return {
        "days": (end - start).days,
        "interest": in_pounds(money.interest_to_judgment(principal, start, end).value),
        "daily_rate": in_pounds(money.daily_interest(principal)),
    }


def judgment_interest(given: Given, rule: str, earlier: Given) -> Got:
    judgment = pence(given["judgment"])
    got: Got = {"interest_runs": money.judgment_interest_runs(judgment).value}
    if "from" in given:
        start, end = day(given["from"]), day(given["to"])
        got["days"] = (end - start).days
        got["interest"] = in_pounds(money.judgment_interest(judgment, start, end).value)
    return got


def costs(given: Given, rule: str, earlier: Given) -> Got:
    facts = {**earlier, **given}
    commencement = pence(facts["commencement"]) if "commencement" in facts else money.COMMENCEMENT_COSTS_PENCE
    order = pence(facts["order"]) if "order" in facts else money.ORDER_COSTS_PENCE
    total = money.fixed_costs(pence(facts["issue_fee"]), commencement, order).value
    return {"fixed_costs": in_pounds(commencement + order), "total": in_pounds(total)}


def spo(given: Given, rule: str, earlier: Given) -> Got:
    if "debt" in given:
        terms = terms_of(given, pence(given["debt"]), day(given["first_payment"]))
        number, last, final = last_instalment(terms)
        return {"payments": number, "last_payment": last.value, "last_amount": in_pounds(final)}
    terms = terms_of({**_SAME_ORDER, **earlier, **given}, 10**9, _ANY_FRIDAY)
    on = terms.due_date(given["weeks"] - 1)
    told = compare(terms, receipts_of(terms, pence(given["paid"]), given["weeks"]), on).value
    return {
        "due": in_pounds(due_by(terms, on)[-1].cumulative_pence),
        "paid": in_pounds(told.paid_pence),
        "shortfall": in_pounds(told.shortfall_pence),
        "instalments_missed_value": in_pounds(told.missed_instalments_pence),
        "in_breach": told.in_breach,
    }


def terms_of(given: Given, judgment: int, first: date) -> Terms:
    return Terms(
        pence(given.get("rent", "0.00")),
        pence(given["instalment"]),
        given.get("frequency", "weekly"),
        first,
        RentPeriod("week", 1, first),
        judgment,
    )


def receipts_of(terms: Terms, paid: int, weeks: int) -> list[tuple[date, int]]:
    """The payments a total stands for: rent only first, then rent with the instalment; the last takes what is left."""
    rents, rest = divmod(paid, terms.current_rent_pence)
    full = rest // terms.instalment_pence
    receipts = []
    for k in range(min(rents, weeks)):
        sum_ = terms.current_rent_pence + (terms.instalment_pence if k >= rents - full else 0)
        receipts.append((terms.due_date(k), sum_))
    spare = paid - sum(sum_ for _, sum_ in receipts)
    return [*receipts, (terms.due_date(weeks - 1), spare)]


def uc(given: Given, rule: str, earlier: Given) -> Got:
    allowance = pence(given["standard_allowance"])
    return {f"{share}pct": in_pounds(money.uc_deduction(allowance, share).value) for share in range(1, 101)}


def funnel(given: Given, rule: str, earlier: Given) -> Got:
    if "share" in given:
        claims = statistics.share_of(Decimal(str(given["share"])), given["claims_all"])
        return {
            "claims_social_about": claims,
            "repossessions_per_claim": statistics.ratio(given["repossessions_social"], claims),
        }
    claims, warrants, gone = given["claims"], given["warrants"], given["repossessions"]
    return {
        "orders_per_claim": statistics.ratio(given["orders"], claims),
        "warrants_per_claim": statistics.ratio(warrants, claims),
        "repossessions_per_claim": statistics.ratio(gone, claims),
        "repossessions_per_warrant": statistics.ratio(gone, warrants),
    }
