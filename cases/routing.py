"""By which route a claim is best issued, told while it is prepared: one is recommended, and of each other why not.

Which routes take a claim is law's table (`law.routes`). Among those that do, the order is: on papers without a hearing;
the digital service that takes social landlords' claims alone; Possession Claim Online; paper. It is advice: the officer
chooses, and gives the reason when the claim is issued.
"""

from collections.abc import Iterable
from datetime import date

from cases.base import Pence, Value
from cases.court_words import SignerCapacity
from cases.courts import CourtFacts, digital_from
from cases.notice_kinds import KINDS
from cases.stages.claim import fee_kind
from cases.state import CaseState, Claim, Notice
from cases.words import NoticeKind, Route
from law.errors import LawError
from law.explained import Confidence, long_date
from law.fees import fee
from law.routes import ROUTES, route_problem
from law.tenancies import Occupancy

UNKNOWN = CourtFacts()
_BEST = (Route.ACCELERATED, Route.PCS, Route.PCOL, Route.PAPER)
_WHY = {
    Route.ACCELERATED: "A judge decides it on papers, and lists a hearing where one is needed; no arrears are asked",
    Route.PCS: "The court's digital service takes claims of social landlords, and this is one",
    Route.PCOL: "It rests on rent arrears alone, as Possession Claim Online asks",
    Route.PAPER: "Paper takes every claim, and no digital route takes this one",
}
_BESIDE = {
    Route.PCS: "Open too, where the court of the home is one that the service has been opened to.",
    Route.PCOL: "Open too: for a landlord whose court the digital service does not reach, or who is represented.",
    Route.PAPER: "Open too: paper takes every claim. Choose it where no digital route can be used on the day.",
}


class RouteAdvice(Value):
    """One route for a claim: whether it takes it, whether it is the one recommended, and why or why not.

    `fee_pence` is the table's issue fee on the day; None where the table has none.
    """

    route: Route
    label: str
    open: bool
    recommended: bool
    why: str
    authority: str
    confidence: Confidence
    fee_pence: Pence | None


def advise(
    state: CaseState,
    notices: Iterable[Notice],
    on: date,
    *,
    rent_claimed: bool | None = None,
    capacity: SignerCapacity | None = None,
    reached_from: date | None = None,
) -> tuple[RouteAdvice, ...]:
    """Every route for a claim on those notices issued on a day, the recommended one first; none where none takes it.

    `rent_claimed` None: not said yet, and taken to be as the notice is. `reached_from`: the first day on which the
    digital service takes claims for the home's court by the landlord's table; before it another is recommended. Raises
    UnknownGround, GroundNotForTenancy.
    """
    relied_on = tuple(notices)
    shut = {route: _shut(state, relied_on, on, route, rent_claimed, capacity) for route in _BEST}
    ahead = reached_from if reached_from is not None and on < reached_from else None
    best = next((r for r in _BEST if not shut[r] and not (r is Route.PCS and ahead)), None)
    if best is None:
        return ()
    told = [_told(route, shut[route], route is best, on, ahead) for route in _BEST]
    return tuple(sorted(told, key=lambda each: not each.recommended))


def for_claim(state: CaseState, claim: Claim, on: date, courts: CourtFacts = UNKNOWN) -> tuple[RouteAdvice, ...]:
    """The same for a claim that is prepared."""
    return advise(
        state,
        (n for n in state.notices if n.id in claim.notices),
        on,
        rent_claimed=claim.rent_claimed,
        capacity=claim.signer_capacity,
        reached_from=digital_from(claim, courts),
    )


def of_subject(state: CaseState, subject: str, on: date, courts: CourtFacts = UNKNOWN) -> tuple[RouteAdvice, ...]:
    """The same for the notice or the claim of that id; empty for anything else, and where law knows no such claim.

    `courts` is what is known of the court that serves the home.
    """
    claim = next((c for c in state.claims if c.id == subject), None)
    found = [n for n in state.notices if n.id == subject]
    try:
        if claim is not None:
            return for_claim(state, claim, on, courts)
        return advise(state, found, on, reached_from=digital_from(None, courts)) if found else ()
    except LawError:
        return ()


def _shut(
    state: CaseState,
    notices: tuple[Notice, ...],
    on: date,
    route: Route,
    rent_claimed: bool | None,
    capacity: SignerCapacity | None,
) -> str:
    """Why the route does not take it, or should not be used; empty where it may."""
    grounds = tuple(dict.fromkeys(code for n in notices for code in n.grounds))
    problem = route_problem(route.value, Occupancy(state.occupancy), grounds, on)
    if problem:
        return problem
    if route is Route.ACCELERATED and any(n.kind is not NoticeKind.S21 for n in notices):
        return "The accelerated claim rests on a section 21 notice alone."
    if route is Route.ACCELERATED and rent_claimed:
        return "The arrears are claimed too, and the accelerated claim cannot ask for them."
    if route is Route.PCOL and (not grounds or any(KINDS[n.kind].no_reason for n in notices)):
        return "Possession Claim Online takes claims made solely on rent arrears; a notice here gives no reason."
    if route is Route.PCS and capacity is SignerCapacity.LEGAL_REPRESENTATIVE:
        return "A legal representative signs; its start page sends representatives to Possession Claim Online or paper."
    return ""


def _told(route: Route, shut: str, best: bool, on: date, ahead: date | None) -> RouteAdvice:
    row = ROUTES[route.value]
    why = f"{_WHY[route]}." if best else shut or _BESIDE[route]
    if ahead and route is Route.PCS and not shut:
        why = f"By the landlord's table of courts the service takes claims of the home's court from {long_date(ahead)}."
    elif ahead and best and route is Route.PAPER:
        why = "Paper takes every claim, and no digital route can be used for this one on the day."
    return RouteAdvice(
        route=route,
        label=route.label,
        open=not shut,
        recommended=best,
        why=why,
        authority=row.authority,
        confidence=row.confidence,
        fee_pence=fee(fee_kind(route), on).value,
    )
