"""Windows in which a notice on one ground may be served."""

from dataclasses import dataclass
from datetime import date, timedelta

from law.checks import need_date
from law.counting import add_months
from law.explained import Explained, Step, long_date
from law.rules import explain


@dataclass(frozen=True)
class ServiceWindow:
    """The first and the last day for service, both included."""

    serve_from: Explained[date]
    serve_by: Explained[date]


def ground_15a_window(relevant_date: date) -> ServiceWindow:
    """Ground 15A: more than six and less than twelve months after the relevant date (HA 1985 Sch 2 Part III)."""
    trigger = f"Relevant date {long_date(need_date('relevant_date', relevant_date))}"
    six, twelve = add_months(relevant_date, 6), add_months(relevant_date, 12)
    first, last = six + timedelta(days=1), twelve - timedelta(days=1)
    cite = "HA 1985 Sch 2 Ground 15A"
    return ServiceWindow(
        explain(
            "window_15a_from",
            first,
            trigger,
            Step(f"Six months after is {long_date(six)}", cite, six),
            Step(f"More than six months: {long_date(first)}", cite, first),
            on=relevant_date,
        ),
        explain(
            "window_15a_by",
            last,
            trigger,
            Step(f"Twelve months after is {long_date(twelve)}", cite, twelve),
            Step(f"Less than twelve months: {long_date(last)}", cite, last),
            on=relevant_date,
        ),
    )
