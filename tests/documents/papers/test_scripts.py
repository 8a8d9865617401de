"""Names in other scripts: drawn right, or refused; never misspelt and never left out."""

import io

import pikepdf
import pypdfium2 as pdfium
import pytest
from fontTools.ttLib import TTFont

from documents.convert import FONTS, ConversionFailed, DxpdfConverter
from documents.papers import clean
from documents.papers.checks import refusals
from documents.papers.clean import clean_facts, scripts, undrawable
from documents.papers.data import PaperData
from documents.papers.render import PAPERS, PaperRefused, render
from documents.papers.template import names
from documents.soffice import LibreOfficeConverter
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


def test_a_name_in_arabic_letters_alone_is_drawn_by_either_converter() -> None:
    assert scripts("محمد علي الحسيني") == ()


@pytest.mark.parametrize("name", [HEBREW, "محمد علي"])
def test_a_name_from_right_to_left_is_drawn(name: str) -> None:
    assert undrawable(name) == ()
    assert render("case_summary", with_name(name)).pages >= 1


def test_names_that_run_from_right_to_left_keep_their_places_in_a_list() -> None:
    assert names(("محمد علي", HEBREW, "Mr Ali")) == f"محمد علي and {HEBREW} and Mr Ali"
    assert names(("A", "B", "C")) == "A, B and C"


SHAPED = {
    "Bengali": "মোহাম্মদ রহমান",
    "Tamil": "தமிழ்ச்செல்வன்",
    "Devanagari": "अनीता शर्मा",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Gujarati": "પટેલ",
    "Urdu": "زہرہ بیگم, لطیفے",
}


@pytest.mark.parametrize("script", SHAPED)
def test_a_name_whose_letters_the_builtin_converter_would_misspell_is_refused_with_what_mends_it(
    script: str,
) -> None:
    with pytest.raises(PaperRefused) as refused:
        render("case_summary", with_name(SHAPED[script]))
    told = " ".join(refused.value.reasons)
    assert script in told
    assert "install LibreOffice on every worker" in told
    assert SHAPED[script] not in told


@pytest.mark.parametrize("script", SHAPED)
def test_what_sets_letters_rightly_may_draw_such_a_name(script: str) -> None:
    data = clean_facts(with_name(SHAPED[script]))
    assert refusals(PAPERS["case_summary"], data, typesets=True) == ()
    assert scripts(SHAPED[script]) == (script,)


class Office(LibreOfficeConverter):
    """LibreOffice's place taken by the built-in converter, which may misspell here: who is asked is what counts."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def to_pdf(self, docx: bytes, *, title: str) -> bytes:
        self.asked += 1
        return DxpdfConverter().to_pdf(docx, title=title)


def test_where_libreoffice_is_installed_it_makes_just_the_papers_that_would_be_misspelt_and_they_say_so() -> None:
    office = Office()
    plain = render("case_summary", full(), office=office)
    assert (office.asked, plain.made_from) == (0, "")
    paper = render("case_summary", with_name(f"{SHAPED['Tamil']} {SHAPED['Bengali']}"), office=office)
    assert office.asked
    assert paper.made_from == (
        "Made by LibreOffice: the built-in converter would spoil words in Bengali and words in Tamil."
    )
    assert paper.made_from in paper.cautions


def test_every_font_of_such_a_script_keeps_the_rules_for_setting_it() -> None:
    for name in clean.SHAPED.values():
        with TTFont(FONTS / name, lazy=True) as font:
            assert {"GSUB", "GPOS"} <= set(font.keys())


def test_letters_that_are_taken_for_drawable_unread_are_in_every_font() -> None:
    everyday = {code for code in range(0x110000) if clean._EVERYDAY.fullmatch(chr(code))} - {ord("\n")}
    assert len(everyday) > 300
    assert everyday <= clean.printable()


def test_an_ethiopic_name_is_drawn_by_either_converter() -> None:
    assert undrawable("ተስፋዬ") == scripts("ተስፋዬ") == ()


def test_where_the_setting_names_a_converter_that_is_not_here_no_paper_is_made() -> None:
    with pytest.raises(ConversionFailed, match="not installed"):
        render("case_summary", with_name(SHAPED["Tamil"]), converter=LibreOfficeConverter("no-such-office"))


@pytest.mark.long
def test_libreoffice_draws_every_such_name_with_the_vendored_fonts() -> None:
    pdf = render("case_summary", with_name(", ".join(SHAPED.values())), converter=LibreOfficeConverter()).pdf
    with pikepdf.open(io.BytesIO(pdf)) as made:
        fonts = {str(font.BaseFont) for page in made.pages for font in page.Resources.Font.values()}
    wanted = {"Arabic" if script == "Urdu" else script for script in SHAPED}
    assert [script for script in wanted if not any(f"NotoSans{script}" in font for font in fonts)] == []


def test_every_font_has_its_licence_beside_it() -> None:
    said = (FONTS / "README.md").read_text("utf-8")
    assert {path.name for path in FONTS.glob("LICENCE-*")} == {
        "LICENCE-DejaVu.txt",
        "LICENCE-Liberation.txt",
        "LICENCE-NotoSans.txt",
        "LICENCE-NotoSansCJK.txt",
    }
    assert [font.name for font in FONTS.glob("NotoSans*") if font.name not in said] == []
