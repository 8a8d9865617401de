"""Taking in a document that somebody sends for a case's file, and giving it out again: the same for REST and for pages.

What was sent waits on disk under its hash until a worker has read it; what is given out is the PDF that came of that.
"""

import asyncio
import re
from typing import Any

from fastapi import Response
from starlette.datastructures import FormData, UploadFile

from api import acting
from api.problems import Problem, invalid, not_found
from api.security.people import User
from api.web import Web
from cases.base import FileRef
from cases.refusals import Refusal
from cases.state import CaseState, Document
from documents.files import FileStore, FileStoreError
from documents.uploads import Limits, UploadRefused
from documents.uploads.look import first_look
from store import audit
from workflows.steps import StepResult

FILE = "file"


async def add(
    web: Web, user: User, case_id: str, sent: dict[str, Any], form: FormData, key: str
) -> StepResult | acting.Pending:
    """Put the form's file on the case's file as what `sent` says it is. Raises Problem with every reason."""
    upload = form.get(FILE)
    if not isinstance(upload, UploadFile) or not upload.filename:
        raise invalid("no_file", "No file was sent.", "Choose the file to add.", FILE)
    settings = web.settings
    limits = Limits(size=settings.upload_largest_mb * 1_000_000, pages=settings.upload_most_pages)
    try:
        file = await asyncio.to_thread(_taken, web.files, upload, limits)
    except UploadRefused as refusal:
        raise Problem("invalid", [_refused(reason) for reason in refusal.reasons]) from None
    command = {**sent, "kind": "add_document"}
    return await acting.act(web, user, case_id, command, key, None, files={FILE: file})


def _taken(files: FileStore, upload: UploadFile, limits: Limits) -> FileRef:
    """The file, waiting under its hash. Its name is not kept: it often names somebody."""
    if upload.size is not None and upload.size > limits.size:
        raise UploadRefused(f"The file is larger than {limits.size // 1_000_000} MB. Split it, or scan it at 300 dpi.")
    sha256, size = files.stage(upload.file)
    try:
        sort = first_look(files.staged(sha256), limits)
    except UploadRefused:
        files.discard_staged(sha256)
        raise
    return FileRef(sha256=sha256, size=size, name=f"sent.{sort.value}", kind=sort.value)


def _refused(reason: str) -> Refusal:
    says, _, mend = reason.partition(". ")
    return Refusal(code="file_refused", says=f"{says.removesuffix('.')}.", mend=mend or "Choose another.", field=FILE)


def fields_of(form: FormData) -> dict[str, list[str]]:
    """What the form says besides its file."""
    return {name: [value for value in form.getlist(name) if isinstance(value, str)] for name in form if name != FILE}


async def send(web: Web, user: User, state: CaseState, document_id: str, *, save: bool = False) -> Response:
    """The PDF of a document, to be read or saved; that it was read is recorded. Raises Problem where there is none."""
    document = next((one for one in state.documents if one.id == document_id), None)
    if document is None or document.file is None:
        raise not_found("document")
    try:
        data = await asyncio.to_thread(web.files.get, document.file.sha256)
    except FileStoreError:
        away = Refusal(
            code="file_away",
            says="The document's file is missing or is no longer what was stored.",
            mend="Tell your administrator: it has to come back from a copy of the files.",
        )
        raise Problem("unavailable", [away], status=503) from None
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "document", f"{state.case_id}/{document.id}")
    how = "attachment" if save else "inline"
    return Response(
        data,
        media_type="application/pdf",
        headers={
            "Content-Disposition": f'{how}; filename="{_name(state, document)}"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _name(state: CaseState, document: Document) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "-", f"{state.case_id}-{document.id}-{document.kind.value}.pdf")
