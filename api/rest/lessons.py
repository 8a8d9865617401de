"""What a landlord's cases teach: why claims failed, which rules were set aside, and how long each stage takes."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from api.problems import not_found
from api.security.people import STAFF, User, allow
from api.tables import table
from api.web import TheWeb
from store import accounts, clock, lessons, outlook
from store.errors import NotThere
from store.lessons import Delay

router = APIRouter(tags=["forecast"])
Staff = Annotated[User, Depends(allow(*STAFF))]
COLUMNS = (
    "Of",
    "Who",
    "Stage",
    "Cases that left it in a year",
    "Median days",
    "Longest days",
    "Cases in it now",
    "Longest now, days",
    "Kind of case",
)
_BY = {lessons.ALL: "All cases", lessons.OFFICER: "Officer", lessons.AREA: "Area"}


@router.get("/lessons")
async def read_lessons(landlord: str, web: TheWeb, user: Staff, since: date | None = None) -> dict[str, Any]:
    """Why claims failed, counted by what the court did and by cause with the gates that catch it; which of the
    landlord's own rules were set aside; and the median days of each stage over a year, by officer and by area."""
    _works(user, landlord)
    async with web.reading() as session:
        try:
            today = await clock.today(session, landlord)
            first = since or today.replace(month=1, day=1)
            failed = await outlook.failures(session, landlord, first)
            aside = await outlook.overrides(session, landlord)
            causes = await lessons.causes(session, landlord, first)
            delays = await lessons.delays(session, landlord, today)
        except NotThere:
            raise not_found("landlord") from None
    return {
        "landlord": landlord,
        "since": first,
        "failures": [asdict(each) for each in failed],
        "causes": [asdict(each) for each in causes],
        "overrides": [each.model_dump() for each in aside],
        "delays": [asdict(each) for each in delays],
    }


@router.get("/lessons.csv")
async def delays_csv(landlord: str, web: TheWeb, user: Staff) -> Response:
    """The days of each stage as a table for a spreadsheet: of all cases, by officer, by area. No tenant's name."""
    _works(user, landlord)
    async with web.reading() as session:
        try:
            today = await clock.today(session, landlord)
            delays = await lessons.delays(session, landlord, today)
            people = await accounts.display_names(session)
        except NotThere:
            raise not_found("landlord") from None
    return table(f"days-in-stage-{landlord}-{today}", COLUMNS, (_cells(each, people) for each in delays))


def _cells(one: Delay, people: dict[str, str]) -> Sequence[object]:
    who = people.get(one.who, one.who)
    figures = (one.left, one.median_days, one.longest_days, one.now, one.now_longest_days)
    return (_BY[one.by], who, one.stage.label, *figures, one.kind.capitalize())


def _works(user: User, landlord: str) -> None:
    if not user.works_for(landlord):
        raise not_found("landlord")
