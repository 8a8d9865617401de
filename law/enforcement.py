"""Warrants, evictions and the suspension of either: when, with whose permission, on which form (CPR 83)."""

from datetime import date, timedelta
from typing import Literal

from law.checks import need_date, need_one_of
from law.counting import add_months, clear_days_after, clear_days_before, months_beginning_last_day
from law.errors import BadFact
from law.explained import Explained, Step, long_date
from law.orders import possession_date_latest
from law.rules import RULES, explain

Breach = Literal["none", "payment", "other"]
_BREACHES = ("none", "payment", "other")
SIX_YEARS = 72
EVICTION_CLEAR_DAYS = 14
EXTENSION_MONTHS = 12
_AFTER = "CPR 39.3, 3.1(7); common law"


def warrant_earliest(possession_date: date) -> Explained[date]:
    """The first day a warrant may be asked for: the day after the possession date (CPR 83.26)."""
    day = need_date("possession_date", possession_date) + timedelta(days=1)
    step = Step(f"The possession date must have passed; the day after is {long_date(day)}", "CPR 83.26", day)
    return explain("warrant_earliest", day, f"Possession date {long_date(possession_date)}", step, on=day)


def _payment_is_free(on: date) -> bool:
    """Whether a missed payment alone lets a warrant be asked for without permission, by the rule of that day."""
    return need_date("on", on) >= RULES["permission_needed"].held.begins


def six_years_from(ordered: date, on: date | None = None) -> Explained[date]:
    """The first day on which the order's age alone calls for permission (CPR 83.2(3)(a)), asked on a day or now."""
    day = add_months(ordered, SIX_YEARS)
    step = Step(f"Six years from the order is {long_date(day)}", "CPR 83.2(3)(a)", day)
    return explain("six_years", day, f"Order made on {long_date(ordered)}", step, on=on)


def permission_needed(*, ordered: date, on: date, breach: Breach, parties_changed: bool = False) -> Explained[bool]:
    """Whether the court's permission is needed before a warrant on that day.

    Yes after six years, on a change of parties, or where the order was conditional and the breach is other than failure
    to pay money (CPR 83.2(3)). On a day before 1 October 2018 any breach of a conditional order needed it (Cardiff CC v
    Lee). Raises BadFact, OutsideTables.
    """
    need_one_of("breach", breach, _BREACHES)
    limit = six_years_from(ordered, need_date("on", on))
    free = _payment_is_free(on)
    reasons = []
    if on >= limit.value:
        reasons.append(Step(f"Six years had passed by {long_date(limit.value)}", "CPR 83.2(3)(a)", limit.value))
    if parties_changed:
        reasons.append(Step("The parties have changed since the order", "CPR 83.2(3)(b)"))
    if breach == "other":
        reasons.append(Step("The breach is not a failure to pay money", "CPR 83.2(3)(e)"))
    if breach == "payment" and not free:
        words = "Until 30 September 2018 every breach of an order with conditions needed it"
        reasons.append(Step(words, "CPR 83.2(3)(e) as then in force; Cardiff CC v Lee [2016] EWCA Civ 1034"))
    if reasons:
        return explain("permission_needed", True, limit.trigger, *reasons, on=on)
    why = (
        "The breach is a failure to pay money, which needs none"
        if breach == "payment"
        else "The order is less than six years old and none of the other cases applies"
    )
    return explain("permission_needed", False, limit.trigger, Step(why, "CPR 83.2(3)"), on=on)


def permission_lapses(granted: date) -> Explained[date]:
    """The last day to use a permission to enforce: one year (CPR 83.2(7), to be confirmed)."""
    day = add_months(granted, 12)
    step = Step(f"One year from the permission is {long_date(day)}", "CPR 83.2(7)", day)
    return explain("permission_lapses", day, f"Permission given on {long_date(granted)}", step, on=granted)


def request_form(
    suspended: bool, breach: Breach, on: date | None = None, *, permission: bool = False
) -> Explained[str]:
    """The form to begin with: N325, N325A (order suspended on payment, broken), or N244 for permission first.

    Asked on a day or, without one, now: before 1 October 2018 a missed payment too needed permission first.
    `permission` tells that the court's permission is needed and not yet had, whatever the breach (`permission_needed`).
    Raises BadFact for a suspended order whose terms are kept: nothing may be asked for; OutsideTables.
    """
    need_one_of("breach", breach, _BREACHES)
    if permission and not (suspended and breach == "none"):
        step = Step("The court's permission comes first, by application notice; the request follows it", "CPR 83.2(4)")
        trigger = f"{'Suspended' if suspended else 'Outright'} order that needs permission"
        return explain("request_form", "N244", trigger, step, on=on)
    if not suspended:
        step = Step("An outright order is enforced by the ordinary request", "CPR 83.26")
        return explain("request_form", "N325", "Outright order", step, on=on)
    if breach == "none":
        raise BadFact(
            "breach", "The terms of the suspended order are kept.", "Wait: ask for a warrant only on a breach."
        )
    if breach == "payment" and (on is None or _payment_is_free(on)):
        step = Step("Failure to pay needs no permission; certify the breach and the balance", "CPR 83.2(3)(e), 83.26")
        return explain("request_form", "N325A", "Suspended order, payment missed", step, on=on)
    if breach == "payment":
        step = Step("Until 30 September 2018 failure to pay needed permission first", "Cardiff CC v Lee")
        return explain("request_form", "N244", "Suspended order, payment missed", step, on=on)
    step = Step("Any other breach needs the court's permission first, by application notice", "CPR 83.2(3)(e)")
    return explain("request_form", "N244", "Suspended order, other term broken", step, on=on)


def warrant_expires(issued: date) -> Explained[date]:
    """The last day of the warrant: twelve months beginning with issue (CPR 83.3(3))."""
    day = months_beginning_last_day(issued, 12)
    step = Step(f"Twelve months beginning with issue end on {long_date(day)}", "CPR 83.3(3)", day)
    return explain("warrant_life", day, f"Warrant issued on {long_date(issued)}", step, on=issued)


def warrant_extended(expires: date) -> Explained[date]:
    """The last day of a warrant the court extends: twelve months more, from its last day (CPR 83.3(4)).

    The court extends by no more than twelve months at a time, and must be asked before the warrant ends.
    """
    day = add_months(expires, EXTENSION_MONTHS)
    step = Step(f"Twelve months more end on {long_date(day)}", "CPR 83.3(4)", day)
    return explain("warrant_extended", day, f"Warrant ends on {long_date(expires)}", step, on=expires)


Relief = Literal["wide", "limited"]


def suspension_asked(relief: Relief, ordered: date, on: date, executed: bool = False) -> Explained[bool]:
    """Whether the court can still stay or suspend an eviction on that day at the tenant's asking (form N244).

    `wide` where reasonableness was the test: any time before execution. `limited` for a mandatory ground, section 21
    and tenancies outside both Acts: only to 42 days from the order. After execution only setting the order aside,
    fraud, abuse of process or oppression are left. Raises BadFact.
    """
    need_one_of("relief", relief, ("wide", "limited"))
    trigger = f"Order made on {long_date(need_date('ordered', ordered))}, asked on {long_date(need_date('on', on))}"
    if executed:
        step = Step("The eviction was carried out: only setting the order aside, fraud or oppression are left", _AFTER)
        return explain("suspension_asked", False, trigger, step, on=on, authority=_AFTER)
    if relief == "wide":
        step = Step("Any time before the eviction is carried out", "HA 1985 s.85(2); HA 1988 s.9(2)")
        return explain("suspension_asked", True, trigger, step, on=on)
    last = possession_date_latest(ordered, True)
    step = Step(f"Only to six weeks after the order, {long_date(last.value)}", "HA 1980 s.89(1)", last.value)
    return explain("suspension_asked", on <= last.value, trigger, step, on=on, authority="HA 1980 s.89(1)")


def eviction_earliest(n54_delivered: date) -> Explained[date]:
    """The earliest eviction after actual delivery of the N54: 14 clear days (CPR 83.8A(2))."""
    day = clear_days_after(n54_delivered, EVICTION_CLEAR_DAYS)
    step = Step(f"14 clear days leave {long_date(day)}", "CPR 83.8A(2), 2.8", day)
    return explain("eviction_earliest", day, f"N54 delivered on {long_date(n54_delivered)}", step, on=n54_delivered)


def n54_latest_delivery(eviction: date) -> Explained[date]:
    """The last day to deliver the N54 for an eviction on that day: 14 clear days before (CPR 83.8A(2))."""
    day = clear_days_before(eviction, EVICTION_CLEAR_DAYS)
    step = Step(f"14 clear days before leave {long_date(day)}", "CPR 83.8A(2), 2.8", day)
    return explain("n54_latest", day, f"Eviction on {long_date(eviction)}", step, on=eviction)
