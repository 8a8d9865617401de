"""A claim as data for its route: of an approved claim that the route takes, before it is issued."""

from typing import Any

from cases.commands import RequestPaper
from cases.gates import Gate, Question, Why
from cases.paper_rules import DATA, DATA_OF, find
from cases.state import Claim
from law.explained import long_date
from law.routes import route_problem
from law.tenancies import Occupancy

REQUEST = ("request_paper",)
_ROUTES = {kind: route for route, kind in DATA_OF.items()}


def _claim(q: Question[RequestPaper]) -> Claim | None:
    """The claim that data is asked for; None where it is another paper."""
    item = find(q.case, q.command.subject, q.command.paper) if q.command.paper in DATA else None
    return item if isinstance(item, Claim) else None


def _approved(q: Question[RequestPaper]) -> str | Why | None:
    claim = _claim(q)
    if claim is None or not claim.live:
        return None
    if claim.issued_on is not None:
        told = f"Claim {claim.id} was issued on {long_date(claim.issued_on)}: nothing more goes to the court as data."
        return Why(told, "Look at the file that was made before.")
    return (
        None if claim.approved_on else f"Claim {claim.id} has not been approved, and a file goes to the court as it is."
    )


def _route(q: Question[RequestPaper]) -> str | None:
    claim = _claim(q)
    if claim is None:
        return None
    grounds = dict.fromkeys(code for n in q.case.notices if n.id in claim.notices for code in n.grounds)
    return route_problem(_ROUTES[q.command.paper].value, Occupancy(q.case.occupancy), tuple(grounds), q.today)


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "data_not_approved",
        REQUEST,
        "Is the claim approved and not yet issued?",
        _approved,
        "Have a senior approve it.",
    ),
    Gate(
        "data_route",
        REQUEST,
        "Does that route take this claim?",
        _route,
        "Make the data or the papers of another route.",
        "PD 55B; CPR 55.10A",
        "B",
    ),
)
