"""Text from outside made safe to print: names, addresses and prose may hold anything at all."""

import functools
import re
import unicodedata
from typing import Any

from fontTools.ttLib import TTFont
from pydantic import BaseModel

from documents.convert import FONTS

_BREAKS = re.compile(r"\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}
_KEPT_FORMAT = {"\u200c", "\u200d"}  # joiners that some scripts need to be spelt rightly


def clean_text(text: str, *, prose: bool = False) -> str:
    """`text` without control characters, bidi overrides, lone surrogates and non-characters, in composed form.

    Prose keeps its line breaks (at most one blank line together); anything else becomes a single line. Never raises.
    """
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    kept = []
    for letter in text:
        if letter == "\n":
            kept.append("\n" if prose else " ")
        elif letter in _KEPT_FORMAT or unicodedata.category(letter) not in _DROPPED:
            kept.append(letter)
    composed = unicodedata.normalize("NFC", "".join(kept))
    composed = re.sub(r"[^\S\n]+", " ", composed)
    if not prose:
        return composed.strip()
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" ?\n ?", "\n", composed)).strip()


PROSE = frozenset(
    {
        "access",
        "additional_reasons",
        "asked",
        "belongings",
        "broken",
        "circumstances",
        "claimant_information",
        "decision",
        "details",
        "early_end_clause",
        "evidence",
        "needs",
        "next_step",
        "note",
        "official_text",
        "order",
        "other_breach",
        "paragraphs",
        "particulars",
        "proof",
        "protocol_reason",
        "reason",
        "reasons",
        "replied",
        "replies",
        "risk",
        "risks",
        "said",
        "service_details",
        "steps_taken",
        "substance",
        "tenancy_copy_reason",
        "terms",
        "text",
        "told",
        "vulnerable",
        "why",
    }
)
"""Names of fields that hold sentences and may run over lines; every other text is a single short line."""


def clean_facts(facts: Any, name: str = "") -> Any:
    """The same facts with every string in them cleaned; `name` is the field they came from."""
    if isinstance(facts, str):
        return clean_text(facts, prose=name in PROSE)
    if isinstance(facts, BaseModel):
        update = {key: clean_facts(getattr(facts, key), key) for key in type(facts).model_fields}
        return facts.model_copy(update=update)
    if isinstance(facts, tuple):
        return tuple(clean_facts(item, name) for item in facts)
    if isinstance(facts, dict):
        return {clean_text(key): value for key, value in facts.items()}
    return facts


HAN = "NotoSansCJKsc-Names.otf"
ETHIOPIC = "NotoSansEthiopic-Regular.ttf"
SHAPED = {
    "Bengali": "NotoSansBengali-Names.ttf",
    "Devanagari": "NotoSansDevanagari-Names.ttf",
    "Gujarati": "NotoSansGujarati-Names.ttf",
    "Gurmukhi": "NotoSansGurmukhi-Names.ttf",
    "Tamil": "NotoSansTamil-Names.ttf",
    "Urdu": "NotoSansArabic-Names.ttf",
}
"""Scripts whose letters join or change places when they are set, with their font: only a typesetter spells them.

Of Urdu only the letters that Arabic lacks: the built-in converter takes them from another font and does not join them.
"""


@functools.cache
def printable() -> frozenset[int]:
    """Code points that the vendored fonts can draw in upright and bold text, or fall back to another font for.

    Scripts whose letters change places when they are set are not among them: see `shaped`.
    """
    plain = _letters("LiberationSans-Regular.ttf") & _letters("LiberationSans-Bold.ttf")
    others = _letters("DejaVuSans.ttf") | _letters(HAN) | _letters(ETHIOPIC)
    return frozenset(plain & _letters("LiberationSans-Italic.ttf") | others)


@functools.cache
def shaped() -> frozenset[int]:
    """Code points of the scripts in `SHAPED` alone: LibreOffice sets them, the built-in converter misspells them."""
    return frozenset(letter for font in SHAPED.values() for letter in _letters(font) if letter not in printable())


def scripts(text: str) -> tuple[str, ...]:
    """The scripts in `SHAPED` that the text has letters of, in that order."""
    there = {ord(letter) for letter in text} & shaped()
    return tuple(script for script, font in SHAPED.items() if there & _letters(font)) if there else ()


@functools.cache
def _letters(name: str) -> frozenset[int]:
    with TTFont(FONTS / name, lazy=True) as font:
        return frozenset(font.getBestCmap())


_EVERYDAY = re.compile(r"[\n -~\u00a1-\u00ac\u00ae-\u017e–—‘’“”…]*")
"""Letters that every font here draws: reading the fonts to be told so takes longer than making an index."""


def undrawable(text: str) -> tuple[str, ...]:
    """The characters of `text` that no vendored font can draw, named by code point, in order, without repeats."""
    if _EVERYDAY.fullmatch(text):
        return ()
    drawn = printable() | shaped()
    missing = (f"U+{ord(letter):04X}" for letter in text if letter not in "\n" and ord(letter) not in drawn)
    return tuple(dict.fromkeys(missing))
