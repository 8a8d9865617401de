"""Writing a landlord's own rules over the API: a new version from a day on, checked and tried as on the page."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api.policies import MAY_SET, faulty, put, tried
from api.security.people import User, allow
from api.shapes import SEEN
from api.web import TheWeb
from cases.policy_file import BadPolicy, checked
from cases.policy_told import told

router = APIRouter(tags=["team"])
Leader = Annotated[User, Depends(allow(*MAY_SET))]


class NewVersion(BaseModel):
    """The rules by their names (those left out stand as the product has them), and the first day they hold.

    `note` says who decided it and where that is written. A dry run unless it says otherwise.
    """

    policy: dict[str, Any] = Field(examples=[{"minimum_arrears_weeks": 6}])
    first: date = Field(alias="from")
    note: str = Field("", max_length=200, pattern=SEEN)
    dry_run: bool = True


@router.post("/policies/{landlord}")
async def set_policy(landlord: str, body: NewVersion, web: TheWeb, user: Leader) -> dict[str, Any]:
    """A new version of the landlord's own rules from a day on. A dry run says what would be different on which open
    cases, and sets nothing; the same is told when it is set. What held before is kept."""
    try:
        policy = checked(body.policy)
    except BadPolicy as bad:
        raise faulty(bad) from None
    trial = await tried(web, user, landlord, policy, body.first)
    fresh = not body.dry_run and await put(web, user, landlord, policy, body.first, body.note)
    return {
        "landlord": landlord,
        "from": body.first,
        "dry_run": body.dry_run,
        "set": not body.dry_run,
        "repeated": not body.dry_run and not fresh,
        "rules": [{"key": rule.key, "title": rule.title, "says": rule.says} for rule in told(policy) if rule.own],
        "cases": trial.cases,
        "different": trial.touched,
        "differences": [each.model_dump() for each in trial.differences],
    }
