"""The ways to issue a claim: which takes which, and where the rules behind a date are not yet known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from law.checks import need_date, need_list, need_one_of
from law.data import table
from law.explained import Confidence, Explained
from law.grounds import ground
from law.rules import ONLINE_RULES_FROM, under_online_rules
from law.tenancies import TENANCIES, Occupancy

T = TypeVar("T")
Route = Literal["pcs", "pcol", "paper", "accelerated"]
_SHORTHOLD = (Occupancy.assured_shorthold, Occupancy.demoted_provider)


@dataclass(frozen=True)
class RouteRow:
    """One way to issue: what it takes and what it shuts out."""

    code: str
    title: str
    takes: str
    shuts_out: str
    authority: str
    confidence: Confidence


ROUTES: dict[str, RouteRow] = {
    row["code"]: RouteRow(**{**row, "confidence": Confidence(row["confidence"])})
    for row in table("duties.toml")["routes"]
}


def route_problem(route: Route, occupancy: Occupancy, grounds: Sequence[str], on: date) -> str | None:
    """Why the route does not take the claim; None when it may. `grounds` is empty for section 21 and the like.

    Raises UnknownGround, GroundNotForTenancy, BadFact.
    """
    need_one_of("route", route, tuple(ROUTES))
    found = [ground(occupancy, code, on) for code in need_list("grounds", grounds)]
    if TENANCIES[occupancy].power in ("money only", "none"):
        return f"{TENANCIES[occupancy].title}: there is no possession claim to issue."
    if route == "pcs" and occupancy is Occupancy.unauthorised:
        return "The digital service does not take trespass claims: use the paper forms."
    other = [each.code for each in found if not each.arrears]
    if route == "pcol" and (other or not found):
        named = f"Ground {', '.join(other)} is not one" if other else "this one is not"
        return f"Possession Claim Online takes claims made solely on rent arrears; {named} (PD 55B)."
    if route == "accelerated" and (found or occupancy not in _SHORTHOLD):
        return "The accelerated claim is for section 21 and assured shortholds only (CPR 55.11-55.19)."
    return None


def for_route(told: Explained[T], route: Route, issued: date) -> Explained[T]:
    """The court date as told, under the Online Procedure Rules where they govern instead of the CPR.

    Those rules began on 7 September 2026 for claims on the digital service; their practice direction was not found.
    """
    need_one_of("route", route, tuple(ROUTES))
    if need_date("issued", issued) < ONLINE_RULES_FROM or route != "pcs":
        return told
    return under_online_rules(told)
