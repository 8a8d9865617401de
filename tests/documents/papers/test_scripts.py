"""Names in other scripts: drawn right, or refused; never misspelt and never left out."""

import pypdfium2 as pdfium
import pytest

from documents.convert import FONTS
from documents.papers.clean import undrawable
from documents.papers.data import PaperData
from documents.papers.render import PaperRefused, render
from tests.documents.papers.facts import full

CYRILLIC, GREEK, HEBREW, CHINESE = "Іван Петренко", "Γιώργος Παπαδόπουλος", "שלום כהן", "王小明 張偉"


def with_name(name: str) -> PaperData:
    """The sample facts with the first tenant called so."""
    facts = full()
    first, *others = facts.tenants
    return facts.model_copy(update={"tenants": (first.model_copy(update={"full_name": name}), *others)})


@pytest.mark.parametrize("name", [CYRILLIC, GREEK, CHINESE])
def test_a_name_in_another_script_is_drawn_and_can_be_read_back(name: str) -> None:
    pdf = render("case_summary", with_name(name)).pdf
    words = "".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))
    assert name in " ".join(words.split())


@pytest.mark.parametrize("name", [HEBREW, "محمد علي"])
def test_a_name_from_right_to_left_is_drawn(name: str) -> None:
    assert undrawable(name) == ()
    assert render("case_summary", with_name(name)).pages >= 1


@pytest.mark.parametrize("name", ["শেখ মুজিব", "முருகன் செல்வி", "राम"])
def test_a_name_whose_letters_the_converter_would_put_in_the_wrong_order_is_refused(name: str) -> None:
    with pytest.raises(PaperRefused) as refused:
        render("case_summary", with_name(name))
    assert "U+" in " ".join(refused.value.reasons)


def test_every_font_has_its_licence_beside_it() -> None:
    said = (FONTS / "README.md").read_text("utf-8")
    assert {path.name for path in FONTS.glob("LICENCE-*")} == {
        "LICENCE-DejaVu.txt",
        "LICENCE-Liberation.txt",
        "LICENCE-NotoSansCJK.txt",
    }
    assert "NotoSansCJKsc-Names.otf" in said
