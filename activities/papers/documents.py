"""Documents on the case's file as its papers name them, and the days that they show."""

from collections.abc import Iterator
from datetime import date

from activities.papers.source import Source
from cases.document_kinds import KINDS, DocumentKind
from cases.on_file import on_file, proved_by
from cases.state import Document
from cases.words import PaperKind
from documents.papers.clean import clean_text, scripts, undrawable
from documents.papers.template import long_date

LONGEST_TITLE = 150
_OURS = frozenset(kind.label.casefold() for kind in PaperKind)


def titles(source: Source, *, on_paper: bool = False) -> dict[str, str]:
    """By id, the title of each document that stands: in its officer's words, or by kind and day; no two the same.

    `on_paper`: for a paper, which the built-in converter makes; it would misspell words that an index sets rightly.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for document in on_file(source.state):
        title = _title(source, document, on_paper)
        if title.casefold() in taken | _OURS:
            title = f"{title} ({document.id})"
        taken.add(title.casefold())
        found[document.id] = title
    return found


def dated(source: Source, known: set[str]) -> Iterator[tuple[date, str, str]]:
    """A line of the chronology for each document whose title is known there: its day, what it is, its title.

    The agreement and the sealed orders are the proof of lines of their own.
    """
    called = titles(source)
    told = {agreement(source), *(sealed(source, order.id) for order in source.state.orders)}
    for document in on_file(source.state):
        if called[document.id] in known - told:
            what, title = KINDS[document.kind].told.removesuffix("."), called[document.id]
            yield document.on, f"{what}." if title.startswith(what) else f"{what}: {title}.", title


def agreement(source: Source) -> str | None:
    """The title of the tenancy agreement, the one put on file last; None where there is none."""
    return _last(source, on_file(source.state, DocumentKind.TENANCY_AGREEMENT))


def sealed(source: Source, order: str) -> str | None:
    """The title of the sealed order that proves an order; None where there is none."""
    return _last(source, proved_by(source.state, order, DocumentKind.SEALED_ORDER))


def _last(source: Source, documents: tuple[Document, ...]) -> str | None:
    return titles(source)[documents[-1].id] if documents else None


def _title(source: Source, document: Document, on_paper: bool) -> str:
    words = clean_text(source.text(document.title))[:LONGEST_TITLE].strip() if document.title else ""
    if not words or words == "[erased]" or undrawable(words) or (on_paper and scripts(words)):
        return f"{KINDS[document.kind].label} of {long_date(document.on)}"
    return words
