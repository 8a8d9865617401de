"""The forms of documents on the file."""

from collections.abc import Callable, Iterable
from typing import Any

from api.pages.forms.fields import Field, Option, Seen
from api.pages.forms.options import REASON, ActForm
from cases.document_kinds import KINDS, DocumentKind
from cases.on_file import PROVED
from cases.protocol import known_steps
from law.explained import long_date

NOTHING = "nothing"
TAKEN = "PDF, PNG, JPEG, TIFF, Word or an e-mail saved as .eml."
_NAMED: dict[str, Callable[[Any], str]] = {
    "notices": lambda n: f"Notice {n.id}: {n.kind.label}",
    "claims": lambda c: f"Claim {c.id}" + (f", {c.claim_number}" if c.claim_number else ""),
    "hearings": lambda h: f"Hearing {h.id}, {long_date(h.on)}",
    "orders": lambda o: f"Order {o.id}: {o.kind.label}",
    "warrants": lambda w: f"Warrant {w.id}",
    "applications": lambda a: f"Application {a.id}: {a.purpose.label.lower()}",
    "arrangements": lambda a: f"Arrangement {a.id}",
    "party_changes": lambda c: f"Change of tenants {c.id}, {long_date(c.on)}",
    "contacts": lambda c: f"Protocol step {c.id}, {long_date(c.on)}: {known_steps().get(c.step, c.step)}",
}


def _kinds(seen: Seen) -> list[Option]:
    return [(kind.value, row.label) for kind, row in KINDS.items()]


def _provable(seen: Seen) -> list[Option]:
    found: dict[str, str] = {}
    for name in PROVED:
        items: Iterable[Any] = reversed(getattr(seen.state, name))
        for item in items:
            found.setdefault(item.id, _NAMED[name](item))
    return list(found.items())


def _provable_or_nothing(seen: Seen) -> list[Option]:
    """As above, and nothing any more where it is recorded as the proof of something."""
    document = seen.item("documents")
    recorded = document is not None and document.evidences
    return [*([(NOTHING, "Of nothing: it was recorded by mistake")] if recorded else []), *_provable(seen)]


def _now(name: str) -> Any:
    def first(seen: Seen) -> Any:
        document = seen.item("documents")
        value = getattr(document, name, None)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if name == "title":
            return None
        return value.value if isinstance(value, DocumentKind) else value

    return first


def _told(seen: Seen) -> str:
    document = seen.item("documents")
    return f"Document {document.id}: {document.kind.label.lower()} of {long_date(document.on)}" if document else ""


_KIND = Field("document", "What is it?", "select", options=_kinds)
_ON = Field("on", "Day of the document", "date", hint="The day it was written, signed or taken, like 27 11 2026.")
_TITLE = Field(
    "title",
    "Title",
    "text",
    hint="As a bundle's index should say it. Left empty, its kind and day are used.",
    optional=True,
)
_PROOF = Field(
    "evidences",
    "Is it the proof of something?",
    "select",
    hint="Left empty, of nothing.",
    options=_provable,
    optional=True,
)
_IN_BUNDLE = Field(
    "in_bundle",
    "Into bundles for a court?",
    "yes_no",
    hint="Left empty, its kind decides: all but medical and support letters go in.",
    optional=True,
)

_STAYS = {"title": "Left empty, the title stays as it is.", "evidences": "Left empty, it stays as it is."}

DOCUMENTS: dict[str, ActForm] = {
    "add_document": ActForm(
        "Add a document",
        "Add the document",
        "The document is being read, and then stands on the file.",
        (Field("file", "File", "file", hint=TAKEN), _KIND, _ON, _TITLE, _PROOF, _IN_BUNDLE),
        intro="It is turned into pages that a bundle can take. What was sent is kept as it came, and never given out.",
        posts_to="documents",
    ),
    "change_document": ActForm(
        "Say better what a document is",
        "Save",
        "It is on the record.",
        tuple(
            Field(
                each.name,
                each.label,
                each.widget,
                hint=_STAYS.get(each.name, each.hint),
                options=_provable_or_nothing if each is _PROOF else each.options,
                first=_now(each.name),
                optional=True,
                nothing=NOTHING if each is _PROOF else "",
            )
            for each in (_KIND, _ON, _TITLE, _PROOF, _IN_BUNDLE)
        ),
        subject_field="document_id",
        tells=_told,
    ),
    "withdraw_document": ActForm(
        "Withdraw a document",
        "Withdraw it",
        "It is withdrawn, and goes into no bundle.",
        (REASON,),
        subject_field="document_id",
        intro="For a wrong document. It stays on the record with the reason.",
        tells=_told,
    ),
}
