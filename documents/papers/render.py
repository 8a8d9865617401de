"""Making a paper: checked facts in, Word and PDF bytes out, the same every time."""

import hashlib
from dataclasses import dataclass

import pypdfium2 as pdfium

from documents.convert import DxpdfConverter, PdfConverter
from documents.files import FileStoreError
from documents.forms.fill import fill_form
from documents.forms.installed import InstalledForm
from documents.forms.problems import FormRefused
from documents.papers.checks import misspelt, refusals
from documents.papers.clean import clean_facts
from documents.papers.context import context
from documents.papers.data import PaperData
from documents.papers.dropped import dropped
from documents.papers.layout import settle
from documents.papers.own import Own
from documents.papers.problems import PaperRefused
from documents.papers.registry import PAPERS, Paper
from documents.papers.template import fill
from documents.soffice import LibreOfficeConverter

__all__ = ["PAPERS", "Paper", "PaperRefused", "Rendered", "render"]


@dataclass(frozen=True)
class Rendered:
    """A made paper. `sha256` is the PDF's; `cautions` are for the officer, not printed.

    `made_from` is empty for our own template and the chosen converter, and else says what was used in their place. A
    filled official PDF has no Word form: its `docx` is empty.
    """

    kind: str
    title: str
    docx: bytes
    pdf: bytes
    sha256: str
    pages: int
    cautions: tuple[str, ...] = ()
    made_from: str = ""


def render(
    kind: str,
    data: PaperData,
    *,
    converter: PdfConverter | None = None,
    own: Own | None = None,
    office: LibreOfficeConverter | None = None,
) -> Rendered:
    """Make the paper `kind` (a key of PAPERS) from recorded facts; the same facts give the same bytes.

    `own` is what the landlord has put in place of ours: an official PDF is filled in where one is installed,
    else its own template. `office` makes a paper that `converter` would misspell or lose parts of, and the paper's
    cautions say so; without it such a paper is refused.

    Raises KeyError for an unknown kind, PaperRefused with every reason together when a part is missing, figures
    disagree to the penny, a value is too long, or a character cannot be drawn; ConversionFailed if no PDF came out.
    """
    paper = PAPERS[kind]
    facts: PaperData = clean_facts(data)
    form = own.form(kind) if own else None
    chosen = isinstance(converter, LibreOfficeConverter)
    # An official PDF puts such words on a sheet of its own, which a typesetter draws.
    reasons = refusals(paper, facts, typesets=form is not None or chosen or office is not None)
    if reasons:
        raise PaperRefused(reasons)
    if own is not None and form is not None:
        return _on_form(paper, facts, form, own)
    docx, made_from = _template(paper, own)
    if not chosen:
        lost = dropped(docx) if made_from else ()
        if lost and office is None:
            raise PaperRefused((_would_lose(paper, lost),))
        spoilt = [f"words in {script}" for script in misspelt(facts)] + list(lost) if office is not None else []
        if spoilt:
            converter = office
            because = f"Made by LibreOffice: the built-in converter would spoil {' and '.join(spoilt)}."
            made_from = f"{made_from} {because}".strip()
    return make(paper, facts, docx, converter=converter, made_from=made_from)


def _would_lose(paper: Paper, lost: tuple[str, ...]) -> str:
    return (
        f"The landlord's own template of '{paper.title}' has {' and '.join(lost)}, which the built-in converter would "
        "lose. Have an administrator install LibreOffice on every worker, or go back to our template."
    )


def _template(paper: Paper, own: Own | None) -> tuple[bytes, str]:
    """The template in use, and whose it is if not ours."""
    template = own.template(paper.kind) if own else None
    if own is None or template is None:
        return paper.template.read_bytes(), ""
    try:
        return own.bytes_of(template), template.said
    except FileStoreError:
        gone = f"The landlord's own template of '{paper.title}' is missing or was altered. Install it again."
        raise PaperRefused((gone,)) from None


def make(
    paper: Paper, facts: PaperData, template: bytes, *, converter: PdfConverter | None = None, made_from: str = ""
) -> Rendered:
    """Fill a template from facts that are already clean and have passed the paper's gates. Raises as `render` does."""
    engine = converter or DxpdfConverter()
    filled = fill(template, context(paper, facts))
    docx, pdf = settle(filled, lambda draft: engine.to_pdf(draft, title=paper.title))
    return Rendered(
        kind=paper.kind,
        title=paper.title,
        docx=docx,
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        pages=_count(pdf),
        cautions=(*((made_from,) if made_from else ()), *_cautions(paper, facts)),
        made_from=made_from,
    )


def _on_form(paper: Paper, facts: PaperData, form: InstalledForm, own: Own) -> Rendered:
    """The official PDF filled in; the same gates have been passed."""
    made_from = f"Filled in on the {form.said}."
    try:
        filled = fill_form(
            own.bytes_of(form), form.mapping, context(paper, facts), title=paper.title, subject=made_from
        )
    except FormRefused as refused:
        raise PaperRefused(refused.reasons) from None
    except FileStoreError:
        gone = f"The installed PDF of {paper.form} is missing or was altered. Install it again."
        raise PaperRefused((gone,)) from None
    cautions = [made_from]
    if filled.sheets:
        cautions.append(f"Attach the continuation sheets, for: {'; '.join(filled.sheets)}.")
    if form.mapping.confidence == "C":
        cautions.append("Which fact goes in which box of this PDF has not been confirmed: read it before it is signed.")
    return Rendered(
        kind=paper.kind,
        title=paper.title,
        docx=b"",
        pdf=filled.pdf,
        sha256=hashlib.sha256(filled.pdf).hexdigest(),
        pages=filled.pages,
        cautions=tuple(cautions),
        made_from=made_from,
    )


def _cautions(paper: Paper, facts: PaperData) -> tuple[str, ...]:
    said = list(paper.cautions)
    printed = {field.name for field in paper.fields}
    grounds = facts.grounds if "grounds.official_text" in printed else ()
    conditions = facts.conditions if "conditions.official_text" in printed else ()
    if not all(ground.official_text for ground in grounds) or not all(one.official_text for one in conditions):
        said.append(
            "The notice gives the substance of a ground, not the Act's own words. Add the words in the landlord's "
            "settings before it is served (HA 1985 s.83(2); HA 1988 s.8(2))."
        )
    if paper.court_form:
        said.append(f"This carries the boxes of {paper.form} in our own words; check that the court accepts it.")
    return tuple(said)


def _count(pdf: bytes) -> int:
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
