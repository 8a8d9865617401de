"""The lines of the record about documents on the file."""

from typing import Any

from api.pages.render import day
from cases.events import DocumentChanged, Event
from cases.state import Document


def told(event: Event) -> str | None:
    """The event in one line; None where it is not of this sort."""
    if not isinstance(event, DocumentChanged):
        return None
    return f"Document {event.document.id}, {_named(event.document)}: {_what(event)}"


def words_of(event: Event) -> Any:
    """The reference to the words that belong to such an event: the title where it was given, else the reason."""
    if isinstance(event, DocumentChanged) and event.what in ("added", "changed"):
        return event.document.title
    return None


def _named(document: Document) -> str:
    proof = f", proving {document.evidences}" if document.evidences else ""
    return f"{_lower(document.kind.label)} of {day(document.on)}{proof}"


def _lower(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _what(event: DocumentChanged) -> str:
    one = event.document
    match event.what:
        case "added":
            return "put on the file"
        case "read":
            return f"read, {one.pages} page{'' if one.pages == 1 else 's'}" + (_flags(one))
        case "refused":
            return f"not taken in. {one.refused}"
        case "changed":
            return "said better"
        case "put_in":
            return "put into bundles for a court"
        case "left_out":
            return "left out of bundles for a court"
        case "withdrawn":
            return "withdrawn as the wrong document"


def _flags(document: Document) -> str:
    found = []
    if document.no_text:
        found.append(f"{document.no_text} without a text layer")
    if document.removed:
        found.append(f"taken out: {', '.join(document.removed)}")
    return f"; {'; '.join(found)}" if found else ""
