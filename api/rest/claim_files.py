"""The court of a claim by the home's postcode, and claims as files of data for an online service."""

from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Response

import documents.exports
from api import claim_files
from api.casefile import facts_of, load
from api.problems import not_found
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from cases.claim_files import FileRow
from cases.courts import court_of

router = APIRouter(tags=["claims"])
Staff = Annotated[User, Depends(allow(*STAFF))]
_SCHEMAS = {
    "pcs": ("pcs_claims.schema.json", "application/schema+json"),
    "pcol": ("pcol_claims.xsd", "application/xml"),
}


@router.get("/cases/{case_id}/claims/{claim_id}/court")
async def read_court(case_id: str, claim_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """The court of a claim: its name, how it is known and how sure; without one, what would mend it."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
        facts, _ = await facts_of(session, user, state)
    claim = next((each for each in state.claims if each.id == claim_id), None)
    if claim is None:
        raise not_found("claim")
    return {"claim_id": claim_id, **court_of(claim, facts.courts, state.landlord).model_dump()}


@router.post("/claim-files", response_model=None)
async def many(body: claim_files.Wanted, web: TheWeb, user: Staff) -> Response | dict[str, Any]:
    """A dry run says case by case whose claim would be in the file, and of every other each reason why not. The file
    itself is the cases' own put together; that each was taken is recorded."""
    if body.dry_run:
        rows = await claim_files.dry_run(web, user, body)
        return {"route": body.route, "included": sum(row.included for row in rows), "rows": [told(r) for r in rows]}
    data, rows = await claim_files.taken(web, user, body)
    return file_response(data, body.route, sum(not row.included for row in rows))


@router.get("/claim-files/shapes/{route}")
async def read_shape(route: Literal["pcs", "pcol"], user: Staff) -> Response:
    """The schema that every file for the route keeps: JSON Schema, or XML Schema."""
    name, sort = _SCHEMAS[route]
    text = (Path(documents.exports.__file__).parent / name).read_bytes()
    return Response(text, media_type=sort, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def told(row: FileRow) -> dict[str, Any]:
    """The row with whether it is in; where its file lies is not told."""
    return {"included": row.included, **row.model_dump(exclude={"file"})}


def file_response(data: bytes, route: str, left_out: int) -> Response:
    """The file to be saved. `Left-Out` counts the cases that are not in it."""
    sort, ending = claim_files.SORTS[route]
    return Response(
        data,
        media_type=sort,
        headers={
            "Content-Disposition": f'attachment; filename="claims-{route}.{ending}"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
            "Left-Out": str(left_out),
        },
    )
