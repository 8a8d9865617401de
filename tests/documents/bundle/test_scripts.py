"""Names in other scripts on a bundle's own pages: heading, index and chronology draw them, or the bundle is refused."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from documents.bundle import BundleRefused, ChronologyLine, build_bundle
from documents.bundle.front import make_front
from tests.documents.bundle.samples import bundle_of, document, letter
from tests.documents.papers.reading import page_texts
from tests.documents.papers.test_scripts import CHINESE, CYRILLIC, GREEK, HEBREW, SHAPED

NAMES = {**SHAPED, "Arabic": "محمد علي الحسيني", "Hebrew": HEBREW, "Greek": GREEK, "Cyrillic": CYRILLIC,
         "Chinese": CHINESE, "Ethiopic": "ተስፋዬ"}  # fmt: skip


def test_every_letter_of_such_names_is_drawn_in_heading_index_and_chronology() -> None:
    """A letter without a glyph is not in the text that the pages are read back as."""
    papers = [document(f"Letter from {name}", letter()) for name in NAMES.values()]
    lines = tuple(ChronologyLine(date(2026, 3, 3), f"Spoke to {each}.") for each in NAMES.values())
    front = make_front(
        replace(bundle_of(*papers), defendants=tuple(NAMES.values()), chronology=lines),
        {paper.title: 1 for paper in papers},
    )
    first, *_, chronology = page_texts(front.pdf)
    for script, name in NAMES.items():
        wanted = set("".join(name.split()))
        assert (script, wanted - set(first), wanted - set(chronology)) == (script, set(), set())
    with pikepdf.open(io.BytesIO(front.pdf)) as made:
        fonts = {str(font.BaseFont).partition("+")[2] for page in made.pages for font in page.Resources.Font.values()}
    assert {"NotoSansArabic-Regular", "NotoSansTamil-Regular", "NotoSansEthiopic-Regular"} <= fonts
    assert "DejaVuSans" not in fonts


@pytest.mark.parametrize("where", ["defendant", "title", "chronology"])
def test_a_letter_that_no_font_draws_stops_the_bundle_and_is_named(where: str) -> None:
    spec = bundle_of()
    if where == "defendant":
        spec = replace(spec, defendants=("𓀀",))
    elif where == "title":
        spec = bundle_of(document("Letter 𓀀", letter()))
    else:
        spec = replace(spec, chronology=(ChronologyLine(date(2026, 3, 3), "Spoke to 𓀀."),))
    with pytest.raises(BundleRefused) as refused:
        build_bundle(spec)
    assert "holds characters that no font here draws: U+13000" in refused.value.reasons[0]
