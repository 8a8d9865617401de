"""A case's documents: what is on file, adding to it, and the files themselves."""

import uuid
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api import acting, documents
from api.casefile import load, references
from api.pages.forms import FORMS, read_command
from api.pages.render import page
from api.pages.routes.acts import show_form
from api.pages.routes.case import frame
from api.problems import Problem
from api.rest.keys import is_key
from api.security.limits import form_of
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from cases.bundles import SECTIONS
from cases.document_kinds import KINDS
from cases.words import PaperKind
from store import accounts, texts

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
ADD = "add_document"


@router.get("/cases/{case_id}/documents")
async def listed(case_id: str, request: Request, web: TheWeb, user: Staff, done: str = "") -> Response:
    """Every document on the file: what it is, its pages, who added it, and where it goes."""
    state, shown = await frame(web, user, case_id)
    async with web.reading() as session:
        words = await texts.read(session, references(state.documents))
        everybody = await accounts.display_names(session)
    return page(
        request,
        "case_documents.html",
        user,
        **shown,
        words=words,
        people=everybody,
        kinds=KINDS,
        of_hearing=SECTIONS[PaperKind.BUNDLE],
        waiting=any(document.waits for document in state.documents),
        done=FORMS[done].done if done in FORMS else "",
    )


@router.post("/cases/{case_id}/documents")
async def add(case_id: str, request: Request, web: TheWeb, user: Staff) -> Response:
    """Put a document on the file: on to the list when it is accepted, the form with every reason when it is not."""
    form = await form_of(request)
    sent = documents.fields_of(form)
    key = given if is_key(given := (sent.get("key") or [""])[0]) else str(uuid.uuid4())
    body, refusals = read_command(ADD, FORMS[ADD], "", sent)
    status, title = 422, "There is a problem"
    try:
        async with web.reading() as session:
            await load(session, user, case_id)
        if not refusals:
            came = await documents.add(web, user, case_id, body, form, key)
            if isinstance(came, acting.Pending):
                return RedirectResponse(f"/acts/{quote(came.key)}?case={quote(case_id)}", 303)
            return RedirectResponse(f"/cases/{quote(case_id)}/documents?done={ADD}", 303)
    except Problem as problem:
        if problem.kind == "not_found" and not any(refusal.field for refusal in problem.refusals):
            raise
        refusals, status = problem.refusals, problem.status
        title = title if problem.kind == "invalid" else str(problem.document()["title"])
    finally:
        await form.close()
    return await show_form(
        request, web, user, case_id, ADD, "", sent=sent, refusals=refusals, status=status, problem_title=title
    )


@router.get("/cases/{case_id}/documents/{document_id}")
async def read(case_id: str, document_id: str, web: TheWeb, user: Staff, save: bool = False) -> Response:
    """The PDF itself."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
    return await documents.send(web, user, state, document_id, save=save)
