"""An official PDF held against the list of its fields: what is missing, what is new, what is of another kind."""

import re
import unicodedata
from dataclasses import dataclass

from documents.forms.acroform import TEXT, TICK, boxes, open_form
from documents.forms.mapping import Mapping
from documents.inert import make_inert


@dataclass(frozen=True, slots=True)
class FormReport:
    """What the check found. `missing`: needed by the list, not in the PDF; `new`: the other way about.

    `idle`: boxes that the list leaves alone and the PDF has not either.

    `likely` pairs a missing name with a new one that differs only in its apostrophes, blanks or capitals.
    `other_kind`: a text box where a tick is expected, or the other way about. `removed`: live content that a filled
    form will not have. `confidence`: how sure the list's names and their boxes are; `unsure`: those of which it is not.
    """

    form: str
    fields: int
    pages: int
    missing: tuple[str, ...]
    idle: tuple[str, ...]
    new: tuple[str, ...]
    likely: tuple[tuple[str, str], ...]
    other_kind: tuple[str, ...]
    removed: tuple[str, ...]
    confidence: str = "C"
    unsure: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether every box that the list needs is there, of its kind. New boxes stay empty, and are told."""
        return not self.missing and not self.other_kind


def check_form(data: bytes, mapping: Mapping) -> FormReport:
    """Hold the PDF against the list. Raises FormRefused for a PDF that cannot be used at all."""
    pdf = open_form(data)
    here = boxes(pdf)
    wanted = {**{t.name: TEXT for t in mapping.text}, **{t.name: TICK for t in mapping.tick}}
    missing = tuple(name for name in wanted if name not in here)
    new = tuple(name for name in here if name not in mapping.names)
    by_shape = {_shape(name): name for name in new}
    return FormReport(
        form=mapping.form,
        fields=len(here),
        pages=len(pdf.pages),
        missing=missing,
        idle=tuple(name for name in mapping.left if name not in here),
        new=new,
        likely=tuple((name, by_shape[_shape(name)]) for name in missing if _shape(name) in by_shape),
        other_kind=tuple(name for name, kind in wanted.items() if name in here and here[name].kind != kind),
        removed=make_inert(pdf),
        confidence=mapping.confidence,
        unsure=mapping.unsure,
    )


def _shape(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).replace("’", "'").replace("‘", "'").casefold()
    return re.sub(r"[^a-z0-9']+", " ", plain).strip()
