"""Documents on a case's file: put there as a form with a file, listed, given out."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from api import documents
from api.casefile import load, references
from api.problems import invalid
from api.rest.cases import answered
from api.rest.keys import idempotency_key
from api.security.limits import form_of
from api.security.people import STAFF, User, allow
from api.web import TheWeb
from cases.commands import AddDocument
from cases.state import Document
from store import texts

router = APIRouter(tags=["documents"])
Staff = Annotated[User, Depends(allow(*STAFF))]
Key = Annotated[str, Depends(idempotency_key)]
_YES_NO = {"true": True, "yes": True, "false": False, "no": False}
_TAKES = {name: {"type": "string"} for name in ("document", "on", "title", "evidences", "in_bundle")}
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file", "document", "on"],
                    "properties": {"file": {"type": "string", "format": "binary"}, **_TAKES},
                }
            }
        },
    }
}


# The form is read by hand: a parameter of the route would have it read before it is known who sends it.
@router.post("/cases/{case_id}/documents", openapi_extra=_FORM)
async def add_document(
    case_id: str, request: Request, web: TheWeb, user: Staff, key: Key, response: Response
) -> dict[str, Any]:
    """Put a document on the file. It is read by a worker and then stands there, or says why it could not be."""
    async with web.reading() as session:
        await load(session, user, case_id)
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise invalid("no_form", "The request is not a form with a file.", "Send multipart/form-data.", documents.FILE)
    form = await form_of(request)
    try:
        return answered(await documents.add(web, user, case_id, _sent(documents.fields_of(form)), form, key), response)
    finally:
        await form.close()


@router.get("/cases/{case_id}/documents")
async def list_documents(case_id: str, web: TheWeb, user: Staff) -> dict[str, Any]:
    """Every document that was put on the file, the newest last, with its title."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
        words = await texts.read(session, references(state.documents))
    return {"case_id": case_id, "documents": [_told(document, words) for document in state.documents]}


@router.get("/cases/{case_id}/documents/{document_id}/file")
async def read_document(case_id: str, document_id: str, web: TheWeb, user: Staff, save: bool = False) -> Response:
    """The PDF, to be read, or saved where `save` is true. That it was read is recorded."""
    async with web.reading() as session:
        state = await load(session, user, case_id)
    return await documents.send(web, user, state, document_id, save=save)


def _sent(fields: dict[str, list[str]]) -> dict[str, Any]:
    """The fields of the command as text; yes and no as what they are. What the command does not take is left out."""
    sent: dict[str, Any] = {}
    for name in AddDocument.model_fields:
        value = (fields.get(name) or [""])[0]
        if value:
            sent[name] = _YES_NO.get(value, value) if name == "in_bundle" else value
    return sent


def _told(document: Document, words: dict[str, str | None]) -> dict[str, Any]:
    title = words.get(document.title.id) if document.title else None
    return {**document.model_dump(mode="json", exclude={"original"}), "label": document.kind.label, "title": title}
