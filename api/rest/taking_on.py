"""Cases that are under way, taken on over the API: one, or a table of them; tried dry first."""

from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from api import money, taking_on
from api.acting import opened
from api.rest.cases import Key, Staff, answered
from api.shapes import Reference
from api.web import TheWeb
from cases.words import Cause, Track

router = APIRouter(tags=["cases"])


class TakingOn(BaseModel):
    """The tenancy, and each step of the case's past with its day (see `take_on` among the commands)."""

    landlord: Reference = Field(examples=["sample-borough-council"])
    tenancy_ref: Reference = Field(examples=["T100037"])
    officer: str = Field("", max_length=100)
    reason: str = Field("", max_length=6_400)
    track: Track | None = None
    cause: Cause | None = None
    money: bool = Field(False, description="A money case, with `take_on_debt`; it has no track and no cause.")
    steps: list[dict[str, Any]] = Field(
        max_length=200,
        examples=[
            [
                {
                    "step": {
                        "kind": "record_contact",
                        "step": "contact_each_tenant",
                        "on": "2026-03-02",
                        "tenants": ["T100037-P1"],
                        "method": "letter",
                    }
                }
            ]
        ],
    )


class Table(BaseModel):
    """A table of cases: CSV, a line a step. Without `apply` it is only tried."""

    landlord: Reference = Field(examples=["sample-borough-council"])
    csv: str = Field(max_length=250_000)
    apply: bool = False


def _sent(body: TakingOn, user: Staff) -> dict[str, Any]:
    left_out = {"money", "steps", *(("track", "cause") if body.money else ())}
    return {
        **body.model_dump(mode="json", exclude=left_out),
        "steps": body.steps,
        "kind": "take_on_debt" if body.money else "take_on",
        "officer": body.officer or user.user_id,
        "reason": body.reason or None,
    }


@router.post("/cases/taken-on", status_code=201)
async def take_on(body: TakingOn, web: TheWeb, user: Staff, key: Key, response: Response) -> dict[str, Any]:
    """Take on a case that is under way. What truly happened is recorded; its defects are shown as at risk."""
    put: Any = money.opened if body.money else opened
    return answered(await put(web, user, _sent(body, user), key), response)


@router.post("/cases/taken-on/try")
async def try_out(body: TakingOn, web: TheWeb, user: Staff) -> taking_on.TakenOnRow:
    """What would become of the case: its stage and next date, what is at risk, what is missing, or why not."""
    return await taking_on.try_out(web, user, _sent(body, user))


@router.post("/cases/taken-on/table")
async def take_on_table(body: Table, web: TheWeb, user: Staff) -> list[taking_on.TakenOnRow]:
    """Take on every case of a table, if all can come in; else none, with every reason. The same table again changes
    nothing."""
    return await taking_on.table(web, user, body.landlord, body.csv, apply=body.apply)
