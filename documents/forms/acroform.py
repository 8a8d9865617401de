"""Reading the boxes of a fillable PDF: their full names, kinds, and where they stand."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from documents.forms.problems import FormRefused
from documents.unpacked import Most, UnpacksTooFar, check_unpacked

TEXT, TICK, OTHER = "text", "tick", "other"
_MULTILINE, _RADIO, _PUSH, _COMB = 1 << 12, 1 << 15, 1 << 16, 1 << 24
LARGEST = 20_000_000
MOST = Most(page=20_000_000, file=100_000_000)


@dataclass(frozen=True, slots=True)
class FormBox:
    """A box by its full name. `limit`: the form's own limit in characters, 0 for none. `widgets`: where it is drawn."""

    name: str
    kind: str
    limit: int
    multiline: bool
    comb: bool
    widgets: tuple[Dictionary, ...]

    def states(self, widget: Dictionary) -> tuple[str, ...]:
        """Names of a tick's states other than Off."""
        normal = widget.get("/AP", Dictionary()).get("/N")
        if not isinstance(normal, Dictionary) or isinstance(normal, pikepdf.Stream):
            return ()
        return tuple(key for key in normal.keys() if key != "/Off")  # noqa: SIM118


def open_form(data: bytes) -> Pdf:
    """The PDF, opened. Raises FormRefused where it is no PDF, too large, encrypted, broken, or has no boxes."""
    if len(data) > LARGEST:
        raise FormRefused(f"The file is larger than {LARGEST // 1_000_000} MB; no court form is.")
    if not data.lstrip()[:5] == b"%PDF-":
        raise FormRefused("The file is not a PDF.")
    try:
        pdf = Pdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        raise FormRefused("The PDF is encrypted. Save a copy without a password and install that.") from None
    except pikepdf.PdfError:
        raise FormRefused("The PDF is broken. Fetch it again and install the new copy.") from None
    if pdf.is_encrypted:
        raise FormRefused("The PDF is encrypted. Save a copy without a password and install that.")
    try:
        damaged = pdf.get_warnings() or not pdf.pages
    except pikepdf.PdfError:
        damaged = True
    if damaged:
        raise FormRefused("The PDF is broken. Fetch it again and install the new copy.")
    try:
        check_unpacked(pdf, MOST)
    except UnpacksTooFar as bomb:
        raise FormRefused(f"The PDF is far larger inside than it looks: {bomb}. No court form is.") from None
    form = pdf.Root.get("/AcroForm")
    if not boxes(pdf):
        if isinstance(form, Dictionary) and "/XFA" in form:
            raise FormRefused("The PDF is an XFA form, which only one program fills in. Install the plain PDF form.")
        raise FormRefused("The PDF has no boxes that can be filled in.")
    return pdf


def boxes(pdf: Pdf) -> dict[str, FormBox]:
    """Every box by its full name, in the form's order. Parts of one name are one box drawn in several places."""
    form = pdf.Root.get("/AcroForm")
    found: dict[str, list[tuple[Dictionary, dict[str, pikepdf.Object]]]] = {}
    if isinstance(form, Dictionary):
        for name, widget, inherited in _walk(form.get("/Fields"), "", {}):
            found.setdefault(name, []).append((widget, inherited))
    return {name: _box(name, parts) for name, parts in found.items()}


def _box(name: str, parts: list[tuple[Dictionary, dict[str, pikepdf.Object]]]) -> FormBox:
    _, told = parts[0]
    flags = int(told.get("/Ff", 0))
    kind = str(told.get("/FT", ""))
    if kind == "/Tx":
        sort = TEXT
    elif kind == "/Btn" and not flags & _PUSH:
        sort = TICK
    else:
        sort = OTHER
    limit = int(told.get("/MaxLen", 0))
    return FormBox(
        name=name,
        kind=sort,
        limit=limit,
        multiline=bool(flags & _MULTILINE),
        comb=bool(flags & _COMB) and limit > 0,
        widgets=tuple(widget for widget, _ in parts),
    )


def _walk(
    listed: object, above: str, told: dict[str, pikepdf.Object], depth: int = 0
) -> Iterator[tuple[str, Dictionary, dict[str, pikepdf.Object]]]:
    if not isinstance(listed, Array) or depth > 50:
        return
    for field in listed:
        if not isinstance(field, Dictionary):
            continue
        here = dict(told)
        here.update({key: field[key] for key in ("/FT", "/Ff", "/MaxLen", "/DA", "/Q") if key in field})
        own = str(field["/T"]) if "/T" in field else ""
        name = f"{above}.{own}" if above and own else above or own
        kids = field.get("/Kids")
        if isinstance(kids, Array) and len(kids):
            yield from _walk(kids, name, here, depth + 1)
        elif name:
            yield name, field, here


def look_of(pdf: Pdf, box: FormBox, widget: Dictionary) -> tuple[float, int]:
    """The size of letters that the form asks for (0: as fits) and the alignment (0 left, 1 middle, 2 right)."""
    form = pdf.Root.AcroForm
    holder: pikepdf.Object = widget
    told: dict[str, pikepdf.Object] = {}
    for _ in range(50):
        for key in ("/DA", "/Q"):
            if key in holder:
                told.setdefault(key, holder[key])
        if "/Parent" not in holder:
            break
        holder = holder["/Parent"]
    words = str(told.get("/DA", form.get("/DA", ""))).split()
    size = 0.0
    if "Tf" in words and words.index("Tf") >= 2:
        try:
            size = float(words[words.index("Tf") - 1])
        except ValueError:
            size = 0.0
    return size, int(told.get("/Q", form.get("/Q", 0)))


def rectangle(widget: Dictionary) -> tuple[float, float]:
    """Width and height of a box in points."""
    left, bottom, right, top = (float(edge) for edge in widget["/Rect"])
    return abs(right - left), abs(top - bottom)


def show(widget: Dictionary) -> None:
    """Mark a box as one that is drawn and printed."""
    widget["/F"] = 4
    if "/MK" in widget and "/R" in widget["/MK"]:
        del widget["/MK"]["/R"]


NAME_OFF = Name("/Off")
