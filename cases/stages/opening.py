"""Opening a case: which tenancies can take a road here, and what is said of the others."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from cases import tenancy as tenancies
from cases.commands import OpenCase
from cases.events import CaseOpened, Event
from cases.facts import TenancyFacts
from cases.gates import Gate, Question, Why, hold
from cases.refusals import Refusal, Refused
from cases.state import CaseState
from cases.words import Track
from law.counting import add_months
from law.explained import long_date, pounds

OPEN = ("open_case",)
_TRIAL_MONTHS = 12
_OTHER_ROADS = {
    "introductory": "a section 128 notice",
    "demoted_council": "a section 143E notice",
    "demoted_provider": "a section 21 notice",
    "flexible": "the pair of section 107D notices",
    "assured_shorthold": "a section 8 or section 21 notice",
    "assured_market": "the new-regime section 8 notice",
    "former_tenant": "the Debt Protocol and a money claim",
    "non_secure_ta": "a notice to quit with the prescribed information",
    "interim_ta": "reasonable notice in a plain letter",
    "garage": "a notice under its own agreement",
}


def case_id(tenancy_ref: str, number: int) -> str:
    """The identifier of the nth case on a tenancy, safe in an address."""
    return f"{re.sub(r'[^A-Za-z0-9]+', '-', tenancy_ref).strip('-')}-{number}"


def probable_type(tenancy: TenancyFacts, on: date) -> str | None:
    """What the recorded type has probably become by a day; None where it may still stand.

    Introductory and demoted types last a year (HA 1996 ss.125, 143B; HA 1988 s.20B); a flexible one its term.
    """
    trial_over = on >= add_months(tenancy.start_date, _TRIAL_MONTHS)
    term_over = tenancy.fixed_term_end is not None and on > tenancy.fixed_term_end
    match tenancies.occupancy_of(tenancy):
        case "introductory" | "demoted_council" if trial_over:
            return "secure"
        case "demoted_provider" if trial_over:
            return "assured"
        case "flexible" | "secure_fixed" if term_over:
            return "secure"
    return None


def _england(q: Question[OpenCase]) -> str | Why | None:
    country = q.facts.tenancy.country.strip()
    if country.lower() == "england":
        return None
    if country.lower() in ("wales", "cymru"):
        return (
            "This dwelling is in Wales, where occupation contracts and other notices apply since 1 December 2022; "
            "the rules here are for England."
        )
    where = f"in {country}" if country else "in no recorded country"
    mend = "Correct the country in the housing system if it is wrong; otherwise ask a solicitor there."
    return Why(f"This dwelling is {where}; the rules here are for England.", mend, "HA 1985; HA 1988 (England)", "A")


def _not_ended(q: Question[OpenCase]) -> str | None:
    ended = q.facts.tenancy.end_date
    if ended is None or ended >= q.today:
        return None
    return f"This tenancy ended on {long_date(ended)}; there is nothing left to end, only a debt to claim."


def _type_current(q: Question[OpenCase]) -> str | None:
    tenancy = q.facts.tenancy
    become = probable_type(tenancy, q.today)
    if become is None:
        return None
    by_term = tenancy.fixed_term_end if tenancy.occupancy in ("flexible", "secure_fixed") else None
    since = f"its term ended on {long_date(by_term)}" if by_term else f"it began on {long_date(tenancy.start_date)}"
    recorded, probably = tenancies.named(tenancies.occupancy_of(tenancy)), tenancies.named(become)
    return f"It is recorded as: {recorded}. But {since}, so it has probably become: {probably}."


def _has_track(q: Question[OpenCase]) -> str | None:
    tenancy = q.facts.tenancy
    if tenancies.track_of(tenancy) or probable_type(tenancy, q.today) or _not_ended(q):
        return None
    if tenancy.occupancy == "assured":
        return "This is an assured tenancy that is not social housing; the new-regime section 8 rules apply to it."
    occupancy = tenancies.occupancy_of(tenancy)
    recorded, needs = tenancies.named(occupancy), _OTHER_ROADS.get(occupancy)
    return f"This is recorded as: {recorded}." + (f" It needs {needs}." if needs else "")


def _in_arrears(q: Question[OpenCase]) -> str | None:
    if q.arrears > 0:
        return None
    account = "is clear" if q.arrears == 0 else f"is {pounds(-q.arrears)} in credit"
    return f"No rent is owed: on {long_date(q.today)} the rent account {account}. Court costs on it do not count."


def _someone_lives_there(q: Question[OpenCase]) -> str | None:
    return None if q.facts.tenancy.tenants else "No tenant is recorded for this tenancy."


def _right_tenancy(q: Question[OpenCase]) -> str | None:
    told, known = q.command, q.facts.tenancy
    if (told.landlord, told.tenancy_ref) == (known.landlord, known.tenancy_ref):
        return None
    return f"The facts are of tenancy {known.tenancy_ref}, not of {told.tenancy_ref}."


def _known_officer(q: Question[OpenCase]) -> str | None:
    if not q.facts.officers or q.command.officer in q.facts.officers:
        return None
    return f"Nobody called {q.command.officer} works cases for this landlord."


GATES: tuple[Gate[Any], ...] = (
    Gate("wrong_tenancy", OPEN, "Are these the facts of that tenancy?", _right_tenancy, "Look the tenancy up again."),
    Gate(
        "not_england",
        OPEN,
        "Is the dwelling in England?",
        _england,
        "Use the Renting Homes (Wales) Act 2016 procedure; this system does not hold it.",
        "Renting Homes (Wales) Act 2016",
        "B",
    ),
    Gate(
        "tenancy_ended",
        OPEN,
        "Does the tenancy still run?",
        _not_ended,
        "Pass it to the former-tenant track: letter of claim under the Debt Protocol, then a money claim.",
        "Pre-Action Protocol for Debt Claims",
        "C",
    ),
    Gate(
        "type_out_of_date",
        OPEN,
        "Is the recorded type still right by its dates?",
        _type_current,
        "Check the tenancy file for an extension, and correct the type in the housing system.",
        "HA 1996 ss.125, 143B; HA 1988 s.20B; HA 1985 s.86",
        "B",
    ),
    Gate(
        "no_track",
        OPEN,
        "Is it a secure periodic or an assured social tenancy?",
        _has_track,
        "Correct the type if it is wrong; otherwise use the procedure of that type, which is not held here yet.",
        "HA 1985 ss.79-83; HA 1988 ss.1, 8",
        "A",
    ),
    Gate("no_tenants", OPEN, "Is there a tenant?", _someone_lives_there, "Record the tenants in the housing system."),
    Gate(
        "no_arrears",
        OPEN,
        "Is rent lawfully due unpaid?",
        _in_arrears,
        "There is nothing to claim. Check the account if you expected arrears.",
    ),
    Gate(
        "unknown_officer",
        OPEN,
        "Does the officer work here?",
        _known_officer,
        "Choose an officer of this landlord.",
        field="officer",
    ),
)


def open_case(q: Question[OpenCase]) -> Sequence[Event]:
    """Open the case; refused with its link when one is open already."""
    if q.state is not None or q.facts.open_case is not None:
        open_id = q.state.case_id if q.state is not None else q.facts.open_case
        raise Refused(
            Refusal(
                code="already_open",
                says=f"Case {open_id} is open on this tenancy; one may be open at a time.",
                mend="Go on with the open case.",
                link=f"/cases/{open_id}",
            )
        )
    hold(GATES, q)
    tenancy = q.facts.tenancy
    state = CaseState(
        case_id=case_id(tenancy.tenancy_ref, q.facts.earlier_cases + 1),
        landlord=tenancy.landlord,
        tenancy_ref=tenancy.tenancy_ref,
        track=tenancies.track_of(tenancy) or Track.SECURE_ARREARS,
        occupancy=tenancy.occupancy,
        landlord_kind=tenancies.landlord_kind(tenancy),
        agreement_allows=tenancy.agreement_allows_post,
        tenants=tenancy.tenants,
        officer=q.command.officer,
        patch=tenancy.patch,
        opened_on=q.today,
        opened_by=q.actor,
        opened_arrears_pence=q.arrears,
        last_arrears_pence=q.arrears,
        last_arrears_on=q.today,
    )
    return [CaseOpened(state=state, reason=q.command.reason)]
