"""The team's cases at a glance, as a list, as a table, and found by whatever is in hand."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel, Field

from api.filters import ROADS, Filter, Word
from api.problems import invalid
from api.security.people import STAFF, User, allow
from api.shapes import without_unseen
from api.tables import sum_of, table
from api.web import TheWeb, Web
from cases.words import Stage
from store import accounts, audit, clock, finding, landlords, pipeline
from store.pipeline import CaseRow

router = APIRouter(tags=["pipeline"])
Staff = Annotated[User, Depends(allow(*STAFF))]
MOST_ROWS = 10_000
COLUMNS = (
    "Case",
    "Kind",
    "Tenancy",
    "Road",
    "Stage",
    "In this stage since",
    "Officer",
    "Area",
    "Opened",
    "Next date",
    "What is due",
    "Owed (pounds)",
    "At risk",
    "Waits for approval",
    "Closed",
    "Result",
)


class Search(BaseModel):
    """What somebody has in hand: a case id, a tenancy reference, a court's number, an address or a name."""

    words: str = Field(max_length=200, examples=["K00CV123"])


@router.get("/pipeline")
async def read_pipeline(web: TheWeb, user: Staff) -> dict[str, Any]:
    """For each landlord: open cases by stage with their ages, and by officer."""
    async with web.reading() as session:
        shown = []
        for owner in await landlords.every(session):
            if user.works_for(owner.slug):
                today = await clock.today(session, owner.slug)
                stages = await pipeline.by_stage(session, owner.slug, today)
                officers = await pipeline.by_officer(session, owner.slug, today)
                shown.append(
                    {
                        "landlord": owner.slug,
                        "name": owner.name,
                        "today": today,
                        "ages": [title for _, title in pipeline.AGES],
                        "stages": [asdict(each) for each in stages],
                        "officers": [asdict(each) for each in officers],
                    }
                )
    return {"landlords": shown}


@router.get("/cases")
async def list_cases(
    web: TheWeb,
    user: Staff,
    officer: str | None = None,
    patch: str | None = None,
    track: str | None = None,
    stage: Stage | None = None,
    at_risk: bool = False,
    attention: bool = False,
    closed: bool = False,
    after: str | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Cases by their next date, the nearest first."""
    async with web.reading() as session:
        try:
            rows = await pipeline.cases(
                session,
                landlord=user.landlord,
                officer=officer,
                patch=patch,
                track=track,
                stage=stage,
                at_risk=at_risk,
                attention=attention,
                closed=closed,
                cursor=after,
                limit=limit,
            )
        except ValueError:
            raise invalid("not_a_cursor", "This is not a place in the list.", "Use `next` as given.", "after") from None
    return {"cases": [asdict(row) for row in rows], "next": rows[-1].cursor if len(rows) == limit else None}


@router.get("/cases.csv")
async def cases_csv(
    web: TheWeb,
    user: Staff,
    stage: Word = "",
    officer: Word = "",
    patch: Word = "",
    track: Word = "",
    only: Word = "open",
    kind: Word = "",
) -> Response:
    """The cases as a table for a spreadsheet; `only` is open, at_risk, attention, waiting or closed. No names."""
    return await case_table(web, user, Filter(kind or None, stage, officer, patch, track, only), "cases")


@router.post("/search")
async def search(body: Search, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Find cases and accounts by an id, a reference, a court's number, an address or a name. No names are answered."""
    async with web.reading() as session:
        found = await finding.find(session, user.landlord, without_unseen(body.words))
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "case search", f"{len(found.cases) + len(found.accounts)} found")
    return {
        "cases": [asdict(row) for row in found.cases],
        "accounts": [
            {"landlord": row.landlord, "tenancy_ref": row.tenancy_ref, "open_case": row.open_case}
            for row in found.accounts
        ],
        "more": found.more,
    }


async def case_table(web: Web, user: User, asked: Filter, name: str) -> Response:
    """The cases of a list as a table; that it was taken is noted."""
    async with web.reading() as session:
        rows = await asked.every(session, user, MOST_ROWS)
        people = await accounts.display_names(session)
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "case table", f"{len(rows)} taken")
    return table(name, COLUMNS, (_cells(row, people.get(row.officer, row.officer)) for row in rows))


def _cells(row: CaseRow, officer: str) -> tuple[object, ...]:
    return (
        row.case_id,
        row.kind,
        row.tenancy_ref,
        ROADS.get(row.track, row.track),
        row.stage.label,
        row.stage_since,
        officer,
        row.patch,
        row.opened_on,
        row.next_due_on,
        row.next_due_title,
        sum_of(row.arrears_pence),
        "; ".join(row.at_risk),
        len(row.waiting),
        row.closed_on,
        row.result,
    )
