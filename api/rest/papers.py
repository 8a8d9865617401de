"""Papers of a case: what may be made, what was made, and the files."""

import re
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from api.casefile import load
from api.problems import Problem, not_found
from api.security.people import STAFF, User, allow
from api.web import TheWeb, Web
from cases.papers import offered
from cases.refusals import Refusal
from cases.state import PaperMade
from cases.words import PaperKind
from documents.files import FileStoreError
from store import audit

router = APIRouter(tags=["papers"])
_DATA = {
    PaperKind.PCS_DATA.value: ("application/json", "json", "attachment"),
    PaperKind.PCOL_DATA.value: ("application/xml", "xml", "attachment"),
}
"""What is no PDF: its sort, its name's ending, and that it is saved and not shown."""
Staff = Annotated[User, Depends(allow(*STAFF))]


@router.get("/cases/{case_id}/papers")
async def list_papers(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Papers made or being made, newest last, and those that are offered at this stage."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
    return {
        "papers": [paper.model_dump() for paper in state.papers],
        "offered": [{"paper": kind.value, "title": kind.label, "subject": subject} for kind, subject in offered(state)],
    }


@router.get("/cases/{case_id}/papers/{paper_id}/file")
async def read_paper(case_id: str, paper_id: str, web: TheWeb, user: Staff, volume: int = 1) -> Response:
    """The PDF, or a claim's data as JSON or XML; of a bundle in several files, one volume from 1. It is recorded."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
    return await send_file(
        web, user, case_id, next((paper for paper in state.papers if paper.id == paper_id), None), volume
    )


async def send_file(web: Web, user: User, case_id: str, paper: PaperMade | None, volume: int = 1) -> Response:
    """The file of a paper of any case; that it was read is recorded. Raises Problem where there is none."""
    if paper is None or paper.file is None:
        raise not_found("paper")
    volumes = paper.bundle.volumes if paper.bundle else ()
    if not 1 <= volume <= max(1, len(volumes)):
        raise not_found("volume")
    file = volumes[volume - 1].file if volumes else paper.file
    try:
        data = web.files.get(file.sha256)
    except FileStoreError:
        away = Refusal(
            code="file_away",
            says="The paper's file is missing or is no longer what was stored.",
            mend="Make the paper again, and tell your administrator.",
        )
        raise Problem("unavailable", [away], status=503) from None
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "paper", f"{case_id}/{paper.id}")
    sort, ending, how = _DATA.get(file.kind, ("application/pdf", "pdf", "inline"))
    name = re.sub(r"[^A-Za-z0-9._-]", "-", f"{case_id}-{paper.kind}-{paper.id}.{ending}")
    return Response(
        data,
        media_type=sort,
        headers={
            "Content-Disposition": f'{how}; filename="{name}"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
