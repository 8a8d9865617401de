"""Opening a case: which tenancies can take a road here, and what is said of the others."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from cases import earlier
from cases import tenancy as tenancies
from cases.commands import OpenCase, TakeOn
from cases.events import CaseOpened, Event
from cases.facts import TenancyFacts
from cases.gates import Gate, Question, Why, hold
from cases.refusals import Refusal, Refused
from cases.stages import trial
from cases.state import CaseState
from cases.tracks import Road, roads_of
from cases.words import Cause
from law.explained import long_date, pounds
from law.past_end import past_end
from law.tenancies import Occupancy

OPEN = ("open_case",)
BOTH = (*OPEN, "take_on")


def case_id(tenancy_ref: str, number: int) -> str:
    """The identifier of the nth case on a tenancy, safe in an address."""
    return f"{re.sub(r'[^A-Za-z0-9]+', '-', tenancy_ref).strip('-')}-{number}"


def past_its_end(tenancy: TenancyFacts, on: date) -> tuple[str, str] | None:
    """What the recorded type has probably become by a day, and law's sentence on it; None where it may still stand."""
    recorded = tenancies.occupancy_of(tenancy)
    ended = tenancy.fixed_term_end
    if recorded == "secure_fixed" and ended is not None and on > ended:
        return "secure", f"Recorded as {tenancies.named(recorded)}, but its term ended on {long_date(ended)}."
    if recorded not in set(Occupancy):
        return None
    began = tenancy.demoted_on or tenancy.start_date
    found = past_end(Occupancy(recorded), began, on, extended=tenancy.trial_extended, term_last_day=ended)
    return (found.probably.value, found.message) if found else None


def road_of(q: Question[OpenCase]) -> Road | None:
    """The road asked for, or the plain one of the tenancy; None where it has none, or not that one."""
    roads = roads_of(tenancies.occupancy_of(q.facts.tenancy))
    wanted = q.command.track
    return next((road for road in roads if wanted in (None, road.track)), None)


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


def _began(q: Question[OpenCase]) -> date:
    """The day from which the case is told: today, or the day of the first step of one that is taken on."""
    told = q.command.steps if isinstance(q.command, TakeOn) else ()
    return min(earlier.days(told)) if told else q.today


def _not_ended(q: Question[OpenCase]) -> str | None:
    ended = q.facts.tenancy.end_date
    if ended is None or ended >= _began(q):
        return None
    return f"This tenancy ended on {long_date(ended)}; there is nothing left to end, only a debt to claim."


def _type_current(q: Question[OpenCase]) -> str | None:
    become = past_its_end(q.facts.tenancy, _began(q))
    return become[1] if become else None


def _has_track(q: Question[OpenCase]) -> str | Why | None:
    tenancy = q.facts.tenancy
    if road_of(q) or _not_ended(q):
        return None
    recorded = tenancies.named(tenancies.occupancy_of(tenancy))
    roads = roads_of(tenancies.occupancy_of(tenancy))
    if roads and q.command.track is not None:
        ours = "; ".join(road.track.label for road in roads)
        says = f"This is recorded as: {recorded}. It has no road '{q.command.track.label}'."
        return Why(says, f"Choose among: {ours}.")
    return f"This is recorded as: {recorded}."


def _cause(q: Question[OpenCase]) -> Cause:
    road = road_of(q)
    return q.command.cause or (road.cause if road else Cause.ARREARS)


def _in_arrears(q: Question[OpenCase]) -> str | None:
    if q.arrears > 0 or _cause(q) is not Cause.ARREARS:
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
    Gate("wrong_tenancy", BOTH, "Are these the facts of that tenancy?", _right_tenancy, "Look the tenancy up again."),
    Gate(
        "not_england",
        BOTH,
        "Is the dwelling in England?",
        _england,
        "Use the Renting Homes (Wales) Act 2016 procedure; this system does not hold it.",
        "Renting Homes (Wales) Act 2016",
        "B",
    ),
    Gate(
        "tenancy_ended",
        BOTH,
        "Does the tenancy still run?",
        _not_ended,
        "Pass it to the former-tenant track: letter of claim under the Debt Protocol, then a money claim.",
        "Pre-Action Protocol for Debt Claims",
        "C",
    ),
    Gate(
        "type_out_of_date",
        BOTH,
        "Is the recorded type still right by its dates?",
        _type_current,
        "Check the tenancy file for an extension, and correct the type in the housing system.",
        "HA 1996 ss.125, 143B; HA 1988 s.20B; HA 1985 s.86",
        "B",
    ),
    Gate(
        "no_track",
        BOTH,
        "Is there a road for this type of occupancy?",
        _has_track,
        "Correct the type in the housing system if it is wrong.",
        "HA 1985 ss.79-83; HA 1988 ss.1, 8",
        "A",
    ),
    Gate("no_tenants", BOTH, "Is there a tenant?", _someone_lives_there, "Record the tenants in the housing system."),
    Gate(
        "no_arrears",
        OPEN,
        "Is rent lawfully due unpaid?",
        _in_arrears,
        "There is nothing to claim. Check the account if you expected arrears.",
    ),
    Gate(
        "unknown_officer",
        BOTH,
        "Does the officer work here?",
        _known_officer,
        "Choose an officer of this landlord.",
        field="officer",
    ),
)


def open_case(q: Question[OpenCase]) -> Sequence[Event]:
    """Open the case; refused with its link when one is open already."""
    return [CaseOpened(state=opened(q), reason=q.command.reason)]


def opened(q: Question[Any]) -> CaseState:
    """The case as it begins. Raises Refused with every reason, or with the link to one that is open."""
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
    tenancy, road = q.facts.tenancy, road_of(q)
    assert road is not None
    return CaseState(
        case_id=case_id(tenancy.tenancy_ref, q.facts.earlier_cases + 1),
        landlord=tenancy.landlord,
        tenancy_ref=tenancy.tenancy_ref,
        track=road.track,
        cause=q.command.cause,
        occupancy=tenancies.occupancy_of(tenancy),
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
        standing=trial.begun(tenancy),
    )
