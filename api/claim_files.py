"""One file of many claims for an online service: what would be in it, case by case, and the file itself."""

import asyncio
from typing import Literal

from pydantic import BaseModel, Field

from api.casefile import facts_of, load
from api.problems import Problem
from api.security.people import User
from api.shapes import Reference
from api.web import Web
from cases.claim_files import FileRow, file_row
from cases.refusals import Refusal
from cases.words import Route
from documents.exports.together import NotOurs, TooMuch, together
from documents.files import FileStoreError
from store import audit

MOST = 100
SORTS = {"pcs": ("application/json", "json"), "pcol": ("application/xml", "xml")}
"""By route: the sort of its file, and how its name ends."""


class Wanted(BaseModel):
    """Which cases' claims, and by which route. A dry run unless it says otherwise."""

    route: Literal["pcs", "pcol"]
    cases: list[Reference] = Field(min_length=1, max_length=MOST)
    dry_run: bool = True


async def dry_run(web: Web, user: User, wanted: Wanted) -> list[FileRow]:
    """What would be in the file and what would not, each with every reason; nothing is recorded."""
    rows: list[FileRow] = []
    async with web.reading() as session:
        for case_id in dict.fromkeys(wanted.cases):
            try:
                state = await load(session, user, case_id)
                facts, as_at = await facts_of(session, user, state)
            except Problem as problem:
                rows.append(FileRow(case_id=case_id, refusals=problem.refusals))
                continue
            rows.append(file_row(state, facts, Route(wanted.route), as_at))
    owner = next((row.landlord for row in rows if row.included), "")
    return [_of_one(row, owner) for row in rows]


async def taken(web: Web, user: User, wanted: Wanted) -> tuple[bytes, list[FileRow]]:
    """The file of those that may go, put together from the cases' own; that each was taken is recorded.

    Raises Problem with every reason where none may, and where a stored file is away.
    """
    rows = await dry_run(web, user, wanted)
    while True:
        going = [row for row in rows if row.included and row.file is not None]
        if not going:
            raise Problem("refused", [refusal for row in rows for refusal in row.refusals])
        try:
            files = [await asyncio.to_thread(web.files.get, row.file.sha256) for row in going if row.file]
            whole = await asyncio.to_thread(together, wanted.route, files)
        except NotOurs as odd:
            rows = [_earlier(row) if row is going[odd.place] else row for row in rows]
            continue
        except (FileStoreError, TooMuch):
            says = "A file of one of these claims is missing, or they are more than one file takes."
            mend = "Make the data of each again, choose fewer, and tell your administrator."
            raise Problem("unavailable", [Refusal(code="file_away", says=says, mend=mend)], status=503) from None
        break
    async with web.writing() as session:
        for row in going:
            await audit.saw(session, user.user_id, "claim file", f"{row.case_id}/{row.paper_id}")
    return whole, rows


def _of_one(row: FileRow, owner: str) -> FileRow:
    if not row.included or row.landlord == owner:
        return row
    says = "It is of another landlord than the first: a file is of one claimant."
    other = Refusal(code="another_landlord", says=says, mend="Take its claims in a file of their own.")
    return row.model_copy(update={"refusals": (other,)})


def _earlier(row: FileRow) -> FileRow:
    says = "Its data was made in a shape of an earlier version."
    link = f"/cases/{row.case_id}/papers"
    return row.model_copy(
        update={"refusals": (Refusal(code="data_shape", says=says, mend="Make it again, and read it.", link=link),)}
    )
