"""Cases: open one, look at it, see what is next and why not, act."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Response
from pydantic import BaseModel, Field

from api import acting
from api.casefile import case_document, facts_of, interpreted, load
from api.problems import not_found
from api.rest.keys import idempotency_key, is_key
from api.security.people import STAFF, User, allow
from api.shapes import Reference
from api.web import TheWeb
from cases.compared import order_compared
from cases.costs import fees_paid
from cases.instants import legal_day
from cases.ledger import ledger, pcs_answer
from cases.means import of_arrangements
from cases.ranking import next_of
from cases.routing import of_subject
from cases.schedule import arrangement_schedule
from cases.words import Cause, Track
from store import audit, people
from store import cases as records
from store.verify import verify_chain
from workflows.steps import MoneyStepResult, StepResult

router = APIRouter(tags=["cases"])
Staff = Annotated[User, Depends(allow(*STAFF))]
Key = Annotated[str, Depends(idempotency_key)]


class Opening(BaseModel):
    """The tenancy to open a case on. `officer` defaults to whoever opens it; `track` and `cause` to the plain ones."""

    landlord: Reference = Field(examples=["sample-borough-council"])
    tenancy_ref: Reference = Field(examples=["T100037"])
    officer: str = Field("", max_length=100)
    reason: str = Field("", max_length=6_400)
    track: Track | None = None
    cause: Cause | None = None


class Act(BaseModel):
    """A command (see `cases.commands`; free text as plain words) and the revision that was seen."""

    command: dict[str, Any] = Field(
        examples=[
            {
                "kind": "record_contact",
                "step": "contact_each_tenant",
                "on": "2026-11-22",
                "tenants": ["T100037-P1"],
                "method": "telephone",
                "note": "Called about the arrears.",
            }
        ]
    )
    seen_revision: Annotated[int, Field(strict=True, ge=0, le=2**31)] | None = None


@router.post("/cases", status_code=201)
async def open_case(body: Opening, web: TheWeb, user: Staff, key: Key, response: Response) -> dict[str, Any]:
    """Open a possession case. A second one on the tenancy is refused with a link to the first."""
    done = await acting.open_case(
        web,
        user,
        landlord=body.landlord,
        tenancy_ref=body.tenancy_ref,
        officer=body.officer,
        reason=body.reason,
        key=key,
        track=body.track,
        cause=body.cause,
    )
    return answered(done, response)


@router.post("/cases/{case_id}/acts")
async def act(
    case_id: str, body: Annotated[Act, Body()], web: TheWeb, user: Staff, key: Key, response: Response
) -> dict[str, Any]:
    """Do something to a case. Refused steps say every reason and its mend; nothing is half-done."""
    return answered(await acting.act(web, user, case_id, body.command, key, body.seen_revision), response)


@router.get("/acts/{key}")
async def read_act(key: str, web: TheWeb, user: Staff, response: Response) -> dict[str, Any]:
    """What became of an act of your own whose answer did not come in time."""
    if not is_key(key):
        raise not_found("act")
    return answered(await acting.answer(web, user, key), response)


@router.get("/cases/{case_id}")
async def read_case(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """The case: its state, its stage, its dates with their explanations, and the words on it."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
        document = await case_document(session, state)
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "case", case_id)
    return document


@router.get("/cases/{case_id}/next")
async def read_next(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """What can be done now, and by whom; which of several recommended acts leads, by which rule, and why the others do
    not; what is missing for the rest, and from which day it may be done."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
        facts, as_at = await facts_of(session, user, state)
    return {"case_id": case_id, "as_at": as_at, **next_of(state, facts, as_at, user.person).model_dump()}


@router.get("/cases/{case_id}/protocol")
async def read_protocol(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """The steps before a claim that the case's road asks for: the evidence of each and whether it is a gap; and the
    court's question on the Protocol answered from them."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
        noted = interpreted(await people.by_ids(session, state.tenants))
    steps = [{**step.model_dump(), "met": step.met, "gap": step.gap} for step in ledger(state, noted)]
    return {"case_id": case_id, "steps": steps, "pcs": pcs_answer(state).model_dump()}


@router.get("/cases/{case_id}/deadlines")
async def read_deadlines(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Every date the case waits for, with its explanation and its reminders."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
    return {"case_id": case_id, "deadlines": [deadline.model_dump() for deadline in state.deadlines]}


@router.get("/cases/{case_id}/routes")
async def read_routes(case_id: str, subject: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """How a claim is best issued: the recommended route first, each with why or why not, and the fee of the day.
    `subject` is the notice that the claim would rest on, or the claim."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
        facts, as_at = await facts_of(session, user, state)
    return {
        "case_id": case_id,
        "subject": subject,
        "routes": [r.model_dump() for r in of_subject(state, subject, legal_day(as_at), facts.courts)],
    }


@router.get("/cases/{case_id}/payments")
async def read_payments(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Orders and arrangements line by line, expected against actual in pence; and orders beside what was asked."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
        facts, as_at = await facts_of(session, user, state)
    compared = {hearing.id: order_compared(state, hearing.id) for hearing in state.hearings}
    return {
        "case_id": case_id,
        "as_at": as_at,
        "schedules": [schedule.model_dump() for schedule in arrangement_schedule(state, facts, as_at)],
        "fees": [fee.model_dump() for fee in fees_paid(state)],
        "afforded": {
            wanted: {**each.model_dump(), "says": each.says} for wanted, each in of_arrangements(state).items()
        },
        "compared": {hearing_id: [row.model_dump() for row in rows] for hearing_id, rows in compared.items() if rows},
    }


@router.get("/cases/{case_id}/history")
async def read_history(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """The record: every event, who, when, and whether the chain is whole."""
    async with web.reading() as session:
        await load(session, user, case_id)
        events = await records.events_of(session, case_id)
        chain = await verify_chain(session, case_id)
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "history", case_id)
    return {
        "case_id": case_id,
        "whole": chain.whole,
        "events": [
            {
                "seq": each.seq,
                "revision": each.revision,
                "at": each.at,
                "recorded_at": each.recorded_at,
                "by": each.actor.model_dump(),
                "command": each.command_kind,
                "event": each.event.model_dump(),
                "hash": each.hash,
            }
            for each in events
        ],
    }


def answered(done: StepResult | MoneyStepResult | acting.Pending, response: Response) -> dict[str, Any]:
    """What became of an act, as the API tells it."""
    if isinstance(done, acting.Pending):
        response.status_code = 202
        response.headers["Location"] = f"/api/v1/acts/{done.key}"
        response.headers["Retry-After"] = "1"
        return {"pending": True, "key": done.key}
    return {
        "case_id": done.case_id,
        "revision": done.revision,
        "repeated": done.repeated,
        "events": [event.model_dump() for event in done.decision.events],
    }
