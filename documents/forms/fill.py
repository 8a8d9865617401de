"""Filling an official PDF by field name; what comes out is flat, inert, and holds every word that went in."""

import io
import re
from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import jinja2
import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, Pdf

from documents.forms.acroform import TEXT, TICK, FormBox, boxes, look_of, open_form, rectangle, show
from documents.forms.fit import LEADING, PAD, Fit, fit
from documents.forms.lettering import Letters, width
from documents.forms.mapping import Mapping, TextBox
from documents.forms.problems import FormRefused
from documents.forms.sheets import Continued, make_sheets
from documents.forms.words import words
from documents.inert import make_inert


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form. `sheets`: the titles of what went on continuation sheets."""

    pdf: bytes
    pages: int
    sheets: tuple[str, ...]


@dataclass
class _Copy:
    """One copy of the form while it is filled."""

    pdf: Pdf
    letters: Letters
    drawn: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def fill_form(data: bytes, mapping: Mapping, context: Mapped[str, Any], *, title: str, subject: str = "") -> Filled:
    """Fill the PDF's boxes from the facts (the names that our own templates use). `subject` is noted in the file.

    The same facts give the same bytes. Raises FormRefused with every reason: a value that does not fit where nothing
    may overflow, a box the mapping needs that the PDF lacks, a PDF that cannot be used.
    """
    over: list[Continued] = []
    made = [_fill_one(data, mapping, facts, over) for facts in _each(mapping, context)]
    if not made:
        raise FormRefused("There is nothing that this form is filled in for.")
    over += [
        Continued(len(over) + place, heading, said)
        for place, (heading, text) in enumerate(mapping.sheet.items(), start=1)
        if (said := _said(text, context))
    ]
    whole = _joined(made, over, mapping, context)
    return Filled(_finish(whole, title, subject), len(whole.pages), tuple(c.title for c in over))


def _each(mapping: Mapping, context: Mapped[str, Any]) -> list[dict[str, Any]]:
    if not mapping.each:
        return [dict(context)]
    name, _, listed = mapping.each.partition(" in ")
    found = words().compile_expression(listed, undefined_to_none=False)(**context) or ()
    return [{**context, name.strip(): one} for one in found]


def _said(text: str, context: Mapped[str, Any]) -> str:
    """A value in plain text: runs of blank lines at its ends taken off, nothing else changed."""
    try:
        return words().from_string(text).render(context).strip()
    except jinja2.UndefinedError as problem:
        raise FormRefused(f"The list of fields uses a fact that this paper has not: {problem.message}.") from None


def _fill_one(data: bytes, mapping: Mapping, facts: dict[str, Any], over: list[Continued]) -> _Copy:
    pdf = open_form(data)
    make_inert(pdf)
    here = boxes(pdf)
    copy = _Copy(pdf, Letters(pdf))
    for text in mapping.text:
        value = _said(text.value, facts)
        box = here.get(text.name)
        if text.short and value and box is not None and 0 < box.limit < len(value):
            value = _said(text.short, facts)
        _fill_text(copy, box, text, value, over)
    for tick in mapping.tick:
        answer = words().compile_expression(tick.when, undefined_to_none=False)
        try:
            ticked = bool(answer(**facts))
        except jinja2.UndefinedError as problem:
            raise FormRefused(f"The list of fields uses a fact that this paper has not: {problem.message}.") from None
        _fill_tick(copy, here.get(tick.name), tick.name, tick.state, ticked=ticked)
    if copy.refused:
        raise FormRefused(*dict.fromkeys(copy.refused))
    copy.letters.embed()
    _flatten(pdf)
    _read_back(copy)
    return copy


def _fill_text(copy: _Copy, box: FormBox | None, text: TextBox, value: str, over: list[Continued]) -> None:
    if not value:
        return
    if box is None or box.kind != TEXT:
        copy.refused.append(f"The installed PDF has no text box '{text.name}'; check it with `duecourse forms check`.")
        return
    limit = min(filter(None, (text.limit, box.limit)), default=0)
    fitted = None if limit and len(value) > limit else _fits(copy.pdf, box, value)
    if fitted is None:
        if not text.overflow:
            copy.refused.append(f"What goes in the box '{text.name}' does not fit it. Shorten it.")
            return
        number = len(over) + 1
        note = f"See continuation sheet {number}."
        fitted = _fits(copy.pdf, box, note) or _fits(copy.pdf, box, f"Sheet {number}")
        if fitted is None:
            copy.refused.append(f"The box '{text.name}' is too small to refer to a continuation sheet.")
            return
        over.append(Continued(number, text.title, value))
    copy.drawn += [line for each in fitted[:1] for line in each.lines]
    for widget, each in zip(box.widgets, fitted, strict=True):
        _draw(copy, box, widget, each)


def _fits(pdf: Pdf, box: FormBox, value: str) -> list[Fit] | None:
    found = []
    for widget in box.widgets:
        wide, high = rectangle(widget)
        if box.comb:
            each = fit(value, 1e6, high, asked=look_of(pdf, box, widget)[0], multiline=False)
        else:
            each = fit(value, wide, high, asked=look_of(pdf, box, widget)[0], multiline=box.multiline)
        if each is None:
            return None
        found.append(each)
    return found


def _draw(copy: _Copy, box: FormBox, widget: Dictionary, fitted: Fit) -> None:
    wide, high = rectangle(widget)
    _, align = look_of(copy.pdf, box, widget)
    out = [b"/Tx BMC q BT 0 g"]
    if box.comb:
        cell = wide / box.limit
        for place, letter in enumerate(fitted.lines[0]):
            x = place * cell + (cell - width(letter, fitted.size)) / 2
            out.append(f"1 0 0 1 {x:.2f} {fitted.first:.2f} Tm ".encode() + copy.letters.draw(letter, fitted.size))
    else:
        for place, line in enumerate(fitted.lines):
            spare = wide - 2 * PAD - width(line, fitted.size)
            x = PAD + (0, spare / 2, spare)[align if align in (0, 1, 2) else 0]
            y = fitted.first - place * fitted.size * LEADING
            out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm ".encode() + copy.letters.draw(line, fitted.size))
    out.append(b"ET Q EMC")
    drawing = copy.pdf.make_stream(b"\n".join(out))
    drawing.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, wide, high]),
            Resources=Dictionary(Font=copy.letters.fonts),
        )
    )
    widget["/AP"] = Dictionary(N=drawing)
    if "/AS" in widget:
        del widget["/AS"]
    show(widget)


def _fill_tick(copy: _Copy, box: FormBox | None, name: str, state: str, *, ticked: bool) -> None:
    if box is None or box.kind != TICK:
        if ticked:
            copy.refused.append(f"The installed PDF has no tick box '{name}'; check it with `duecourse forms check`.")
        return
    for widget in box.widgets:
        states = box.states(widget)
        if not ticked:
            widget["/AS"] = Name.Off
        elif state and f"/{state}" not in states:
            copy.refused.append(f"The tick box '{name}' has no state '{state}'.")
        elif states:
            widget["/AS"] = Name(f"/{state}" if state else states[0])
            show(widget)
        else:
            wide, high = rectangle(widget)
            size = max(5.0, min(wide, high) * 0.9)
            cross = Fit(("X",), size, (high - size * 0.72) / 2)
            _draw(copy, box, widget, cross)


def _flatten(pdf: Pdf) -> None:
    """Every drawn box becomes part of its page, and the form itself goes."""
    pdf.Root.AcroForm.NeedAppearances = False
    pdf.flatten_annotations("all")
    for page in pdf.pages:
        notes = page.obj.get("/Annots")
        if isinstance(notes, Array):
            page.obj.Annots = Array([note for note in notes if note.get("/Subtype") != Name.Widget])
    if "/AcroForm" in pdf.Root:
        del pdf.Root["/AcroForm"]


def _read_back(copy: _Copy) -> None:
    """What was written is read again from the flat pages: nothing may be lost on the way."""
    out = io.BytesIO()
    copy.pdf.save(out)
    document = pdfium.PdfDocument(out.getvalue())
    try:
        read = _squeeze("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()
    lost = [line for line in copy.drawn if _squeeze(line) not in read]
    if lost:
        raise FormRefused(
            f"{len(lost)} answers could not be read back from the filled form. Use our own paper instead."
        )


def _squeeze(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe\x02-]+", "", text)


def _joined(made: list[_Copy], over: list[Continued], mapping: Mapping, context: Mapped[str, Any]) -> Pdf:
    whole = made[0].pdf
    for copy in made[1:]:
        whole.add_pages_from(copy.pdf)
    if over:
        landlord, made_on = context["landlord"], context["made_on"]
        assert isinstance(made_on, date)
        sheets = make_sheets(mapping.form, str(context.get("claim_number") or ""), landlord.name, made_on, over)
        with Pdf.open(io.BytesIO(sheets)) as more:
            whole.add_pages_from(more)
    return whole


def _finish(pdf: Pdf, title: str, subject: str) -> bytes:
    out = io.BytesIO()
    for key in ("/Metadata", "/StructTreeRoot", "/MarkInfo"):
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        if "/StructParents" in page.obj:
            del page.obj["/StructParents"]
    pdf.Root.Lang = pikepdf.String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = title
    if subject:
        pdf.docinfo["/Subject"] = subject
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()
