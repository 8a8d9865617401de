"""A template tried on the made-up case before anybody relies on it: names, losses, validity, and a sample render."""

import hashlib
import importlib.util
import re
import tempfile
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import jinja2
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from documents.convert import ConversionFailed, PdfConverter
from documents.papers.checks import money, strings
from documents.papers.context import context
from documents.papers.data import PaperData
from documents.papers.dropped import LARGEST_TEMPLATE, dropped
from documents.papers.layout import pages
from documents.papers.names import facts_used, unknown_names
from documents.papers.package import check_parts
from documents.papers.problems import PaperRefused
from documents.papers.registry import PAPERS, Paper
from documents.papers.render import Rendered, make
from documents.papers.sample import sample
from documents.papers.template import long_date, short_date, weekday_date
from documents.soffice import LibreOfficeConverter

_TRUTH = "proceedingsforcontemptofcourtmaybebrought"


@dataclass(frozen=True)
class Trial:
    """What a template's trial found. `reasons` bar it; `notes` are for its author.

    `unused`: facts that our own template prints and this one never names. `missing`: sample values that ours prints
    and this one does not. `rendered` is the sample paper, None where none could be made.
    """

    kind: str
    sha256: str
    unknown: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    invalid: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rendered: Rendered | None = field(default=None, repr=False)

    @property
    def passes(self) -> bool:
        """Whether papers may be made from it."""
        return not self.reasons

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why papers may not be made from it, each a plain sentence; empty if they may."""
        return (
            *(f"It uses '{name}', which no paper has." for name in self.unknown),
            *(f"It does not print '{name}', which this paper must state." for name in self.missing),
            *(f"It has {what}: the converter would lose that." for what in self.dropped),
            *(f"It is not sound as a Word file: {what}." for what in self.invalid),
            *self.refused,
        )


def try_template(kind: str, docx: bytes, *, converter: PdfConverter | None = None) -> Trial:
    """Try a template in the place of ours for the paper `kind`, with the converter that papers will be made by.

    Raises KeyError for an unknown kind, else never.
    """
    paper = PAPERS[kind]
    digest = hashlib.sha256(docx).hexdigest()
    if len(docx) > LARGEST_TEMPLATE:
        return Trial(kind, digest, invalid=(f"it is larger than {LARGEST_TEMPLATE // 1_000_000} MB",))
    try:
        lost = dropped(docx, by_office=isinstance(converter, LibreOfficeConverter))
        check_parts(docx)
        used = facts_used(docx)
    except (zipfile.BadZipFile, KeyError, PackageNotFoundError):
        return Trial(kind, digest, invalid=("it is not a .docx file",))
    except ValueError as problem:
        return Trial(kind, digest, invalid=(str(problem),))
    except etree.XMLSyntaxError as problem:
        return Trial(kind, digest, invalid=(f"a part is damaged ({problem.msg})",))
    except jinja2.TemplateSyntaxError as problem:
        return Trial(kind, digest, refused=(f"Its fields cannot be read: {problem.message}.",))
    facts = sample()
    unknown = unknown_names(used, frozenset(context(paper, facts)))
    ours = facts_used(paper.template.read_bytes())
    unused = tuple(f.name for f in paper.fields if f.name in ours and f.name not in used)
    invalid, notes = _word_rules(docx)
    rendered, refused = _rendered(paper, facts, docx, converter) if not unknown else (None, ())
    missing: tuple[str, ...] = ()
    if rendered is not None:
        standard = _read(make(paper, facts, paper.template.read_bytes(), converter=converter))
        read = _read(rendered)
        missing = _missing(paper, facts, standard, read)
        if _TRUTH in standard.lower() and _TRUTH not in read.lower():
            refused = (*refused, "It has no statement of truth with its warning (CPR 22; PD 22 2.1).")
    return Trial(
        kind,
        digest,
        unknown=unknown,
        unused=unused,
        missing=missing,
        dropped=lost,
        invalid=invalid,
        refused=refused,
        notes=notes,
        rendered=rendered,
    )


def _rendered(
    paper: Paper, facts: PaperData, docx: bytes, converter: PdfConverter | None
) -> tuple[Rendered | None, tuple[str, ...]]:
    try:
        return make(paper, facts, docx, converter=converter), ()
    except PaperRefused as refused:
        return None, refused.reasons
    except jinja2.UndefinedError as problem:
        return None, (f"A value is missing when it is filled in: {problem.message}.",)
    except jinja2.TemplateError as problem:
        return None, (f"Its fields cannot be filled in: {problem.message}.",)
    except etree.XMLSyntaxError as problem:
        return None, (f"Filled in, it is damaged: {problem.msg}.",)
    except (TypeError, ValueError) as problem:
        return None, (f"Its fields cannot be filled in: {problem}.",)
    except ConversionFailed as problem:
        return None, (f"No PDF can be made of it: {problem}.",)


def _missing(paper: Paper, facts: PaperData, standard: str, read: str) -> tuple[str, ...]:
    """Fields whose sample value is to be read in our paper and not in theirs."""
    return tuple(
        one.name
        for one in paper.fields
        if any(_said_in(forms, standard) and not _said_in(forms, read) for forms in _values(facts, one.name, one.type))
    )


def _said_in(forms: tuple[str, ...], text: str) -> bool:
    return any(_squeeze(form) in text for form in forms)


def _values(facts: PaperData, dotted: str, kind: str) -> list[tuple[str, ...]]:
    """Each value of a field in the ways a paper may write it."""
    if kind in ("pence", "date"):
        found: list[object] = [facts]
        for part in dotted.split("."):
            found = [
                value
                for one in found
                for value in (getattr(one, part, None),)
                for value in (value if isinstance(value, tuple) else (value,))
            ]
        if kind == "pence":
            return [(money(value), money(value)[1:]) for value in found if isinstance(value, int)]
        return [
            (long_date(value), short_date(value), weekday_date(value)) for value in found if isinstance(value, date)
        ]
    return [(text,) for path, text in strings(facts) if path == dotted and text]


def _word_rules(docx: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What Word itself would have to repair, where the checker of its rules is installed."""
    if importlib.util.find_spec("openxml_audit") is None:
        return (), ("Word's own rules were not checked: the checker is not installed here.",)
    audit = importlib.import_module("openxml_audit")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "template.docx"
        file.write_bytes(docx)
        result = audit.OpenXmlValidator().validate(str(file))
    return tuple(dict.fromkeys(str(error) for error in result.errors))[:5], ()


def _read(rendered: Rendered) -> str:
    return _squeeze("".join(page.text for page in pages(rendered.pdf)))


def _squeeze(text: str) -> str:
    return re.sub(r"[\s-]+", "", text)
