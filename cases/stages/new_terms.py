"""Gates on the terms that a decision on an application puts on an order: its payments, and a sum at once."""

from typing import Any

from cases.commands import DecideApplication
from cases.court_words import ApplicationFor
from cases.gates import Gate, Question, Why
from cases.refusals import NotFound, Refusal
from cases.state import Application
from law.explained import long_date, pounds

DECIDE = ("decide_application",)
ON_TERMS = (ApplicationFor.VARY, ApplicationFor.SUSPEND)
N244 = "CPR 23; form N244"


def application_of(q: Question[DecideApplication]) -> Application:
    """The application that is meant. Raises NotFound."""
    for application in q.case.applications:
        if application.id == q.command.application_id:
            return application
    says = f"This case has no application {q.command.application_id}."
    raise NotFound(Refusal(code="no_application", says=says, mend="Look at the case again."))


def _new_terms(q: Question[DecideApplication]) -> str | None:
    c = q.command
    if not c.granted or application_of(q).purpose not in ON_TERMS:
        return None
    needed = {
        "the sum to be cleared": c.judgment_pence,
        "the instalment": c.instalment_pence,
        "how often": c.frequency,
        "the first payment date": c.first_payment,
    }
    missing = [name for name, value in needed.items() if value is None]
    if missing:
        return f"The new terms are not whole; not entered: {', '.join(missing)}."
    if min(c.judgment_pence or 0, c.instalment_pence or 0, c.lump_sum_pence or 0) < 0:
        return "A sum cannot be less than nothing."
    if c.first_payment is not None and c.first_payment < c.on:
        return f"The first payment on {long_date(c.first_payment)} would be before {long_date(c.on)}."
    return None


def _lump(q: Question[DecideApplication]) -> str | Why | None:
    c = q.command
    if c.lump_sum_pence is None and c.lump_sum_on is None:
        return None
    if not c.granted or application_of(q).purpose not in ON_TERMS:
        return Why("No payment goes with this decision, and a lump sum is entered.", "Leave it empty.")
    if not c.lump_sum_pence or c.lump_sum_on is None:
        return "Part of the lump sum is not entered: it has a sum and a day."
    if c.lump_sum_pence > (c.judgment_pence or 0):
        return f"The lump sum would be more than the {pounds(max(0, c.judgment_pence or 0))} to be cleared."
    if c.lump_sum_on < c.on:
        return f"The lump sum on {long_date(c.lump_sum_on)} would be before the decision of {long_date(c.on)}."
    return None


NEW_TERMS: tuple[Gate[Any], ...] = (
    Gate(
        "terms_missing", DECIDE, "What are the terms?", _new_terms, "Enter them from the order.", N244, "B", "granted"
    ),
    Gate("lump_sum_wrong", DECIDE, "Is the lump sum whole?", _lump, "Check the order.", field="lump_sum_pence"),
)
