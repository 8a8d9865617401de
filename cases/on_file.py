"""Documents that stand on a case's file, and what they may prove."""

from cases.document_kinds import DocumentKind
from cases.state import CaseState, Document

PROVED = (
    "notices",
    "claims",
    "hearings",
    "orders",
    "warrants",
    "applications",
    "arrangements",
    "contacts",
    "party_changes",
)
"""The lists of a case whose items a document may prove."""


def on_file(state: CaseState, *kinds: DocumentKind) -> tuple[Document, ...]:
    """The documents that were read and stand, of any of the kinds where some are named."""
    return tuple(d for d in state.documents if d.live and d.file is not None and (not kinds or d.kind in kinds))


def proved_by(state: CaseState, item_id: str, *kinds: DocumentKind) -> tuple[Document, ...]:
    """Those of them that prove the item with that id."""
    return tuple(d for d in on_file(state, *kinds) if d.evidences == item_id)


def provable(state: CaseState) -> dict[str, str]:
    """Every item that a document may prove: its id, and the list of the case that it is in."""
    found: dict[str, str] = {}
    for name in PROVED:
        for item in getattr(state, name):
            found.setdefault(item.id, name)
    return found
