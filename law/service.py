"""When a notice is served, and when court papers are deemed served: two sets of rules that never mix."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from law.calendar import add_business_days, is_business_day, next_business_day
from law.checks import london_day_and_minute, need_count, need_one_of
from law.errors import BadFact
from law.explained import Confidence, Explained, Step, long_date
from law.rules import explain

Landlord = Literal["council", "provider"]
Good = Literal["always", "by agreement", "never"]
CLOSE_OF_BUSINESS = 16 * 60 + 30  # CPR 6.26: 4.30 pm, as minutes of the day
A, B, C = Confidence.A, Confidence.B, Confidence.C


@dataclass(frozen=True)
class ServiceMethod:
    """A way to serve a notice: when it is good for each kind of landlord, and how its day is found.

    `working_days` counts presumed post; 0 means the day itself.
    """

    code: str
    title: str
    council: Good
    provider: Good
    working_days: int
    authority: str
    confidence: Confidence


_S233 = "LGA 1972 s.233; Birmingham CC v Bravington [2023] EWCA Civ 308"
_POST = "LGA 1972 s.233; Interpretation Act 1978 s.7; Practice Direction [1985] 1 All ER 889"
_CLAUSE = "tenancy agreement; LPA 1925 s.196"
SERVICE_METHODS: Mapping[str, ServiceMethod] = {
    row.code: row
    for row in (
        ServiceMethod("by_hand", "Handed to the tenant", "always", "always", 0, "common law", C),
        ServiceMethod("left_at_property", "Left at the home", "always", "by agreement", 0, _S233, A),
        ServiceMethod("first_class_post", "First class post", "always", "by agreement", 2, _POST, B),
        ServiceMethod("second_class_post", "Second class post", "always", "by agreement", 4, _POST, B),
        ServiceMethod("recorded_delivery", "Recorded or registered post", "always", "by agreement", 2, _CLAUSE, B),
        ServiceMethod("permitted", "Place or way the agreement permits", "by agreement", "by agreement", 0, _CLAUSE, C),
        ServiceMethod("email", "E-mail", "by agreement", "by agreement", 0, "tenancy agreement", C),
        ServiceMethod("portal", "Tenant portal", "by agreement", "by agreement", 0, "tenancy agreement", C),
        ServiceMethod("text_message", "Text message", "never", "never", 0, "no authority found for notices", C),
    )
}


def day_of_service(row: ServiceMethod) -> str:
    """How the day of service is found for that way of serving, in words."""
    return f"{row.working_days} working days after posting" if row.working_days else "the same day"


def service_method_problem(method: str, landlord: Landlord, agreement_allows: bool) -> str | None:
    """Why the method is not good service of a notice by that landlord, and what would mend it; None when it is good.

    Raises BadFact on an unknown method or landlord.
    """
    problem = _problem(method, landlord, agreement_allows)
    return " ".join(problem) if problem else None


def _problem(method: str, landlord: Landlord, agreement_allows: bool) -> tuple[str, str] | None:
    """What is wrong with the method and what would mend it, or None."""
    if method not in SERVICE_METHODS:
        known = ", ".join(row.title for row in SERVICE_METHODS.values())
        raise BadFact("method", "That is no way of service that is known here.", f"Choose one of: {known}.")
    need_one_of("landlord", landlord, ("council", "provider"))
    row = SERVICE_METHODS[method]
    good: Good = row.council if landlord == "council" else row.provider
    if good == "always" or (good == "by agreement" and agreement_allows):
        return None
    if good == "never":
        return f"{row.title} is not service of a notice.", "Hand it to the tenant."
    who = "a council" if landlord == "council" else "a registered provider"
    return (
        f"{row.title} is good service by {who} only where the tenancy agreement allows it ({_CLAUSE}).",
        "Hand the notice to the tenant, or record the clause of the agreement.",
    )


def notice_served(method: str, sent: datetime | date, landlord: Landlord, agreement_allows: bool) -> Explained[date]:
    """The day a notice took effect by service, from the day (London) it was handed over, left, posted or sent.

    Post is presumed: second working day after posting first class or recorded, fourth second class (Interpretation Act
    1978 s.7; Practice Direction [1985] 1 All ER 889), and the tenant may show otherwise. There is no 4.30 pm rule.
    Raises BadFact when the method is not good service there, OutsideTables beyond the bank-holiday table.
    """
    problem = _problem(method, landlord, agreement_allows)
    if problem:
        raise BadFact("method", *problem)
    row = SERVICE_METHODS[method]
    by_clause = landlord == "provider" and row.provider == "by agreement"
    authority = _CLAUSE if by_clause else row.authority
    mark = C if by_clause and row.code != "recorded_delivery" else row.confidence
    day, _ = london_day_and_minute("sent", sent)
    if row.working_days:
        served = add_business_days(day, row.working_days)
        ordinal = {2: "second", 4: "fourth"}[row.working_days]
        return explain(
            "served_by_post",
            served,
            f"{row.title}, posted on {long_date(day)}",
            Step(f"The {ordinal} working day after posting is {long_date(served)}", authority, served),
            on=day,
            authority=authority,
            confidence=mark,
        )
    if method in ("by_hand", "left_at_property"):
        step = Step(f"Served the same day, {long_date(day)}; there is no 4.30 pm rule for notices", authority, day)
        return explain(
            "served_by_hand",
            day,
            f"{row.title} on {long_date(day)}",
            step,
            on=day,
            authority=authority,
            confidence=mark,
        )
    step = Step(f"Served as the agreement provides, {long_date(day)}", authority, day)
    return explain(
        "served_by_agreement",
        day,
        f"{row.title}, sent on {long_date(day)}",
        step,
        on=day,
        authority=authority,
        confidence=mark,
    )


SAFETY_WORKING_DAYS = {"by_hand": 1, "left_at_property": 1}
POST_SAFETY_WORKING_DAYS = 5


def with_margin(served: Explained[date], method: str, working_days: int | None = None) -> Explained[date]:
    """A later day of service to count from when choosing the date to write, in case service is shown to be later.

    One working day by hand, five otherwise, unless the landlord sets its own number. The notice's life and the review
    still run from the day of service itself.
    """
    need_one_of("method", method, tuple(SERVICE_METHODS))
    usual = SAFETY_WORKING_DAYS.get(method, POST_SAFETY_WORKING_DAYS)
    days = need_count("working_days", usual if working_days is None else working_days, 0)
    day = add_business_days(served.value, days)
    words = "1 working day is" if days == 1 else f"{days} working days are"
    step = Step(f"{words} added for safety: {long_date(day)}", "practice", day)
    return explain("service_margin", day, served.trigger, *served.steps, step, on=served.value)


def deemed_served_claim_form(step: datetime | date) -> Explained[date]:
    """The day a claim form is deemed served: second business day after the step of CPR 7.5(1) (CPR 6.14).

    The cautious reading: business days are counted from the day after the step, so Friday's post is served on Tuesday.
    """
    day, _ = london_day_and_minute("step", step)
    served = add_business_days(day, 2)
    return explain(
        "claim_deemed",
        served,
        f"Step for service completed on {long_date(day)}",
        Step(f"The second business day after is {long_date(served)}", "CPR 6.14, 7.5(1)", served),
        on=day,
    )


def deemed_served_claim_form_lax(step: datetime | date) -> Explained[date]:
    """The other reading of CPR 6.14: second day after the step, moved on to a business day. Never plan on it."""
    day, _ = london_day_and_minute("step", step)
    second = day + timedelta(days=2)
    return explain(
        "claim_deemed_lax",
        next_business_day(second),
        f"Step for service completed on {long_date(day)}",
        *_on_or_next("The second day after", second, "CPR 6.14, 7.5(1)"),
        on=day,
    )


_BY_POST = ("first_class_post", "next_day", "document_exchange")
_AT_ONCE = ("permitted_address", "personal", "email", "fax")
DOCUMENT_METHODS = _BY_POST + _AT_ONCE


def deemed_served_document(method: str, step: datetime | date) -> Explained[date]:
    """The day a court document other than the claim form is deemed served (CPR 6.26). Never for a notice.

    An aware instant is read in London; where only the day is known the later reading, after 4.30 pm, is taken.
    Raises BadFact on a method CPR 6.26 does not name (second class post is not one).
    """
    need_one_of("method", method, DOCUMENT_METHODS)
    day, minute = london_day_and_minute("step", step)
    trigger = f"Sent by {method.replace('_', ' ')} on {long_date(day)}"
    if method in _BY_POST:
        second = day + timedelta(days=2)
        steps = _on_or_next("The second day after", second, "CPR 6.26")
        return explain("document_deemed", next_business_day(second), trigger, *steps, on=day)
    if minute is not None and minute < CLOSE_OF_BUSINESS and is_business_day(day):
        same = Step(f"Before 4.30 pm on a business day: served that day, {long_date(day)}", "CPR 6.26", day)
        return explain("document_deemed", day, trigger, same, on=day)
    served = next_business_day(day + timedelta(days=1))
    why = (
        "The hour is not known, so taken as after 4.30 pm" if minute is None else "Not before 4.30 pm on a business day"
    )
    later = Step(f"{why}: the next business day is {long_date(served)}", "CPR 6.26", served)
    return explain("document_deemed", served, trigger, later, on=day)


def _on_or_next(words: str, day: date, authority: str) -> tuple[Step, ...]:
    first = Step(f"{words} is {long_date(day)}", authority, day)
    served = next_business_day(day)
    if served == day:
        return (first,)
    return first, Step(f"It is not a business day; the next one is {long_date(served)}", "CPR 6.2(b)", served)
