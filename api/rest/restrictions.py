"""Cases that only named people may see: which they are, restricting one, and lifting that."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api import restrictions
from api.rest.keys import idempotency_key
from api.security.people import User, allow
from api.shapes import SEEN, Reference, RowNumber
from api.web import TheWeb
from cases.words import Role
from store.restricted import MOST_PEOPLE

router = APIRouter(tags=["restrictions"])
Restricting = Annotated[User, Depends(allow(Role.TEAM_LEADER, Role.ADMINISTRATOR))]
Key = Annotated[str, Depends(idempotency_key)]
Named = Annotated[str, Field(max_length=100, pattern=SEEN)]


class Keeping(BaseModel):
    """Who alone may see a case, with every other of its account, and why. The reason is kept as erasable words."""

    case_id: Reference
    people: list[Named] = Field(max_length=MOST_PEOPLE, examples=[["officer.a", "leader"]])
    reason: str = Field(max_length=6_400)


class Lifting(BaseModel):
    """Why a restriction is lifted."""

    reason: str = Field(max_length=6_400)


@router.get("/restrictions")
async def list_restrictions(landlord: str, web: TheWeb, user: Restricting) -> dict[str, Any]:
    """A landlord's restrictions that one may know of, newest first, with who set and who lifted them. A team leader
    sees those of cases they may see, an administrator every one."""
    async with web.reading() as session:
        found, words = await restrictions.known(session, user, landlord)
    return {"landlord": landlord, "restrictions": [asdict(one) for one in found], "texts": words}


@router.post("/restrictions", status_code=201)
async def restrict(body: Keeping, web: TheWeb, user: Restricting, key: Key) -> dict[str, Any]:
    """Keep a case for named people: for everybody else of the landlord it and its account are not there. Restricted
    again, the new names stand for the old."""
    return {"id": await restrictions.restrict(web, user, body.case_id, body.people, body.reason, key)}


@router.post("/restrictions/{restriction_id}/lift")
async def lift_restriction(
    restriction_id: RowNumber, body: Lifting, web: TheWeb, user: Restricting, key: Key
) -> dict[str, Any]:
    """Let everybody of the landlord see the account and its cases again."""
    await restrictions.lift(web, user, restriction_id, body.reason, key)
    return {"id": restriction_id, "lifted": True}
