"""Which documents on the case's file go into a bundle, by rule and by their officer's wish, and into which section."""

from collections.abc import Iterator

from activities.papers.about import About
from activities.papers.contents import Filed
from activities.papers.documents import titles
from activities.papers.source import Source
from cases import bundles
from cases.document_kinds import KINDS, OTHERS_NAMED
from cases.on_file import on_file
from cases.state import Document
from cases.words import PaperKind


def filed(source: Source, line: About, kind: PaperKind) -> Iterator[Filed]:
    """The documents that this kind of bundle takes, each in its section."""
    called = titles(source)
    for document in on_file(source.state):
        section = _section(source, line, document, kind)
        if section and document.file:
            yield Filed(section, called[document.id], document.on, document.file)


def cautions(source: Source, kind: PaperKind) -> Iterator[str]:
    """What the officer is told of documents when the bundle is made."""
    called = titles(source)
    for document in source.state.documents:
        if document.live and document.waits:
            yield f"Document {document.id} is still being read and is not in it."
        if kind in bundles.FOR_COURT:
            if document.id in called and _confidential(document) and document.id not in source.details.put_in:
                yield (
                    f"“{called[document.id]}” is not in it: it was told in confidence. If the court has to see it, put "
                    "it in on the page of documents."
                )
            continue
        if document.withdrawn_on is not None and document.file is not None:
            yield f"Document {document.id} was withdrawn as the wrong one and is not in it: decide if it is asked for."
        if document.id in called and document.kind in OTHERS_NAMED and kind is PaperKind.SUBJECT_ACCESS_BUNDLE:
            yield (
                f"Read “{called[document.id]}” for what it says of other people before it is given out "
                "(UK GDPR art 15(4); DPA 2018 Sch 2 para 16)."
            )


def _confidential(document: Document) -> bool:
    return document.in_bundle is None and not KINDS[document.kind].for_court


def _section(source: Source, line: About, document: Document, kind: PaperKind) -> str | None:
    """Where in the bundle it goes; None where it does not."""
    row, sections = KINDS[document.kind], bundles.SECTIONS[kind]
    if document.id in source.details.leave_out:
        return None
    if kind not in bundles.FOR_COURT:
        return row.section
    wanted = document.in_bundle or document.id in source.details.put_in
    if wanted:
        return row.section if row.section in sections else bundles.CORRESPONDENCE
    if document.in_bundle is False or _confidential(document):
        return None
    if _of_another(source, line, document, kind):
        return None
    return row.section if row.section in sections else None


def _of_another(source: Source, line: About, document: Document, kind: PaperKind) -> bool:
    """Whether it proves a notice on which the hearing's claim does not rest."""
    others = {notice.id for notice in source.state.notices}
    relied = set(line.claim.notices) if line.claim else {line.notice.id} if line.notice else set()
    return kind is PaperKind.BUNDLE and document.evidences in others - relied
