"""The forecast: what will lapse, be broken, be late or is blocked."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response

from api.problems import not_found
from api.security.people import STAFF, User, allow
from api.tables import table
from api.web import TheWeb, Web
from cases.forecast import Ahead
from store import accounts, outlook
from store.errors import NotThere

router = APIRouter(tags=["forecast"])
Staff = Annotated[User, Depends(allow(*STAFF))]
Days = Annotated[int, Query(ge=1, le=outlook.MOST_DAYS)]
COLUMNS = ("Day", "Sort", "Case", "Officer", "Whose", "What", "Why", "Authority", "Confidence")


@router.get("/forecast")
async def read_forecast(
    landlord: str, web: TheWeb, user: Staff, days: Days = 30, officer: str | None = None
) -> dict[str, Any]:
    """What will lapse, be broken, be late or is blocked in the days ahead: by officer, counted, with the reason."""
    found = await look_ahead(web, user, landlord, days, officer)
    return {
        "landlord": landlord,
        "today": found.today,
        "days": found.days,
        "cases": found.cases,
        "counts": found.counts,
        "officers": [
            {"officer": each.officer, "counts": each.counts, "rows": [_row(row) for row in each.rows]}
            for each in found.officers
        ],
    }


@router.get("/forecast.csv")
async def forecast_csv(
    landlord: str, web: TheWeb, user: Staff, days: Days = 30, officer: str | None = None
) -> Response:
    """The same as a table for a spreadsheet."""
    found = await look_ahead(web, user, landlord, days, officer)
    async with web.reading() as session:
        people = await accounts.display_names(session)
    rows = (
        (*(row.on, row.sort.label, row.case_id, people.get(row.officer, row.officer), row.role.label), *_said(row))
        for row in found.rows
    )
    return table(f"forecast-{landlord}-{found.today}", COLUMNS, rows)


def _row(row: Ahead) -> dict[str, Any]:
    return {**row.model_dump(), "address": row.address}


async def look_ahead(web: Web, user: User, landlord: str, days: int, officer: str | None) -> outlook.Outlook:
    """The forecast, if the landlord is there and the person's own."""
    _works(user, landlord)
    async with web.reading() as session:
        try:
            return await outlook.outlook(session, landlord, days=days, officer=officer)
        except NotThere:
            raise not_found("landlord") from None


def _said(row: Ahead) -> tuple[str, ...]:
    return row.what, row.why, row.authority, row.confidence


def _works(user: User, landlord: str) -> None:
    if not user.works_for(landlord):
        raise not_found("landlord")
