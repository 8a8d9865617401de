"""Money cases: open one, look at it, see what is next and why not, act."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Response
from pydantic import BaseModel, Field

from api import money
from api.acting import Pending
from api.rest.cases import Act
from api.rest.keys import idempotency_key
from api.rest.papers import send_file
from api.security.people import STAFF, User, allow
from api.shapes import Reference
from api.web import TheWeb
from cases.money.paperwork import may_make, moved, offered
from cases.money.ranking import next_of
from store import audit, pipeline
from store import cases as records
from store.verify import verify_chain
from workflows.steps import MoneyStepResult

router = APIRouter(tags=["money cases"])
Staff = Annotated[User, Depends(allow(*STAFF))]
Key = Annotated[str, Depends(idempotency_key)]


class MoneyOpening(BaseModel):
    """The account to open a money case on. `earlier_case` is the possession case that it follows."""

    landlord: Reference = Field(examples=["sample-vale-homes"])
    account_ref: Reference = Field(examples=["T104218"])
    officer: str = Field("", max_length=100)
    earlier_case: str = Field("", max_length=100)
    reason: str = Field("", max_length=6_400)


@router.post("/money-cases", status_code=201)
async def open_case(body: MoneyOpening, web: TheWeb, user: Staff, key: Key, response: Response) -> dict[str, Any]:
    """Open a money case. A second one on the account is refused with a link to the first."""
    done = await money.open_case(
        web,
        user,
        landlord=body.landlord,
        account_ref=body.account_ref,
        officer=body.officer,
        earlier_case=body.earlier_case,
        reason=body.reason,
        key=key,
    )
    return _answer(done, response)


@router.get("/money-cases")
async def list_cases(web: TheWeb, user: Staff, landlord: str | None = None, closed: bool = False) -> dict[str, Any]:
    """Money cases by their next date, the nearest first. No names."""
    async with web.reading() as session:
        rows = await pipeline.cases(session, landlord=user.landlord or landlord, kind="money", closed=closed, limit=200)
    return {
        "cases": [
            {
                "case_id": row.case_id,
                "landlord": row.landlord,
                "account_ref": row.tenancy_ref,
                "debt": row.track,
                "stage": row.stage.value,
                "officer": row.officer,
                "owed_pence": row.arrears_pence,
                "next_due_on": row.next_due_on,
                "next_due_title": row.next_due_title,
                "at_risk": list(row.at_risk),
                "result": row.result,
            }
            for row in rows
        ]
    }


@router.post("/money-cases/{case_id}/acts")
async def act(
    case_id: str, body: Annotated[Act, Body()], web: TheWeb, user: Staff, key: Key, response: Response
) -> dict[str, Any]:
    """Do something to a money case. Refused steps say every reason and its mend; nothing is half-done."""
    return _answer(await money.act(web, user, case_id, body.command, key, body.seen_revision), response)


@router.get("/money-cases/{case_id}")
async def read_case(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """The case: its state, its stage, its dates with their explanations, and the words on it."""
    async with web.reading() as session:
        found = await money.document(session, await money.load(session, user, case_id))
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "case", case_id)
    return found


@router.get("/money-cases/{case_id}/next")
async def read_next(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """What can be done now, and by whom; which of several recommended acts leads, by which rule, and why the others do
    not; what is missing for the rest, and from which day it may be done."""
    async with web.reading() as session:
        state = await money.load(session, user, case_id)
        facts, as_at = await money.facts_of(session, user, state)
    return {"case_id": case_id, "as_at": as_at, **next_of(state, facts, as_at, user.person).model_dump()}


@router.get("/money-cases/{case_id}/deadlines")
async def read_deadlines(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Every date the case waits for, with its explanation and its reminders."""
    async with web.reading() as session:
        state = await money.load(session, user, case_id)
    return {"case_id": case_id, "deadlines": [deadline.model_dump() for deadline in state.deadlines]}


@router.get("/money-cases/{case_id}/papers")
async def list_papers(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Papers made or being made, newest last, with why one no longer stands; those offered, with what stops each."""
    async with web.reading() as session:
        state = await money.load(session, user, case_id)
        facts, as_at = await money.facts_of(session, user, state)
    made = [
        paper.model_copy(update={"stale": moved(state, facts, paper, as_at)}).model_dump() for paper in state.papers
    ]
    return {
        "papers": made,
        "offered": [
            {
                "paper": kind.value,
                "title": kind.label,
                "subject": subject,
                "refusals": [one.model_dump() for one in may_make(state, facts, kind, subject, as_at)],
            }
            for kind, subject in offered(state)
        ],
    }


@router.get("/money-cases/{case_id}/papers/{paper_id}/file")
async def read_paper(case_id: str, paper_id: str, web: TheWeb, user: Staff) -> Response:
    """The PDF. That it was read is recorded."""
    async with web.reading() as session:
        state = await money.load(session, user, case_id)
    return await send_file(web, user, case_id, next((paper for paper in state.papers if paper.id == paper_id), None))


@router.get("/money-cases/{case_id}/history")
async def read_history(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """The record: every event, who, when, and whether the chain is whole."""
    async with web.reading() as session:
        await money.load(session, user, case_id)
        events = await records.events_of(session, case_id)
        chain = await verify_chain(session, case_id)
    return {
        "case_id": case_id,
        "whole": chain.whole,
        "events": [
            {
                "seq": one.seq,
                "at": one.at,
                "by": one.actor.model_dump(),
                "command": one.command_kind,
                "event": one.event.model_dump(),
                "hash": one.hash,
            }
            for one in events
        ],
    }


def _answer(done: MoneyStepResult | Pending, response: Response) -> dict[str, Any]:
    if isinstance(done, Pending):
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
