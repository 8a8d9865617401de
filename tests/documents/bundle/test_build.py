"""A bundle as a judge opens it: numbers, index, bookmarks, links, the same bytes each time."""

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Name, Pdf

from documents.bundle import Bundle, BundleSpec, ChronologyLine, Section, build_bundle, plan_pages
from documents.bundle.outline import bookmarks_of, links_of
from documents.bundle.place import Rectangle, number_spots, sheet_of
from tests.documents.bundle.samples import (
    bundle_of,
    document,
    form,
    letter,
    linked,
    locked,
    saved,
    scan,
    turned,
)


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return build_bundle(bundle_of())


def opened(bundle: Bundle) -> Pdf:
    return Pdf.open(io.BytesIO(bundle.pdf))


def text_of(bundle: Bundle, page: int) -> str:
    """The page's text with every run of white space as one space; pages from 1."""
    text = pdfium.PdfDocument(bundle.pdf)[page - 1].get_textpage().get_text_range()
    return " ".join(str(text).split())


def number_on(bundle: Bundle, page: int) -> tuple[str, ...]:
    """What is printed at each place for a page number, as a reader of the turned and cropped page sees it."""
    with opened(bundle) as pdf:
        sheet = sheet_of(pdf.pages[page - 1])
    rendered = pdfium.PdfDocument(bundle.pdf)[page - 1].get_textpage()

    def inside(place: Rectangle) -> str:
        on_page = sheet.on_page(place)
        return str(rendered.get_text_bounded(on_page.left, on_page.bottom, on_page.right, on_page.top)).strip()

    return tuple(inside(spot) for spot in number_spots(sheet))


def all_pages(bundle: Bundle) -> Iterator[int]:
    return iter(range(1, bundle.pages + 1))


def test_every_page_prints_the_number_the_viewer_counts_from_the_index_on(bundle: Bundle) -> None:
    assert [number_on(bundle, n)[0] for n in all_pages(bundle)] == [str(n) for n in all_pages(bundle)]
    with opened(bundle) as pdf:
        assert [str(p.label) for p in pdf.pages] == [str(n) for n in all_pages(bundle)]


def test_the_index_says_where_every_document_is(bundle: Bundle) -> None:
    assert [(e.section, e.title, e.first_page, e.last_page) for e in bundle.entries] == [
        ("", "Chronology", 2, 2),
        ("A", "Claim form", 3, 4),
        ("A", "Particulars", 5, 7),
        ("B", "Tenancy agreement", 8, 11),
    ]
    index = text_of(bundle, 1)
    assert "IN THE COUNTY COURT AT SAMPLETOWN" in index
    assert "Claim No. L00ZZ999" in index
    assert "(2) Mr Ben Sample" in index
    assert "3 Particulars 3 March 2026 5–7" in index
    assert "11 pages" in index


def test_every_index_line_is_a_link_to_its_first_page(bundle: Bundle) -> None:
    with opened(bundle) as pdf:
        targets = {target for page, target in links_of(pdf).inside if page == 1}
    assert targets == {e.first_page for e in bundle.entries}


def test_the_chronology_is_in_date_order_and_cites_bundle_pages(bundle: Bundle) -> None:
    text = text_of(bundle, 2)
    assert text.index("Tenancy begins. 8") < text.index("Notice served. 3") < text.index("Telephone call")
    assert "Telephone call" in text.split(" no paper in this bundle")[0].split("Notice served. 3")[1]
    assert text.count("no paper in this bundle") == 1
    with opened(bundle) as pdf:
        assert {target for page, target in links_of(pdf).inside if page == 2} == {3, 8}


def test_bookmarks_have_two_levels_and_give_page_numbers(bundle: Bundle) -> None:
    with opened(bundle) as pdf:
        tree = [(b.title, b.page, [(c.title, c.page) for c in b.children]) for b in bookmarks_of(pdf)]
    assert tree == [
        ("Index [p. 1]", 1, []),
        ("Chronology [p. 2]", 2, []),
        (
            "A. Statements of case [p. 3]",
            3,
            [("Claim form, 3 March 2026 [p. 3]", 3), ("Particulars, 3 March 2026 [p. 5]", 5)],
        ),
        ("B. Evidence [p. 8]", 8, [("Tenancy agreement, 6 May 2019 [p. 8]", 8)]),
    ]


def test_it_opens_on_page_one_at_full_size_in_english_with_bookmarks(bundle: Bundle) -> None:
    with opened(bundle) as pdf:
        place = pdf.Root.OpenAction
        assert place[0].objgen == pdf.pages[0].obj.objgen
        assert (place[1], float(place[4])) == (Name.XYZ, 1.0)
        assert pdf.Root.PageMode == Name.UseOutlines
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == "Hearing bundle, claim L00ZZ999"


def test_it_passes_its_own_inspection_and_is_sound_pdf(bundle: Bundle) -> None:
    assert bundle.report.failed == ()
    with opened(bundle) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_same_spec_gives_the_same_bytes(bundle: Bundle) -> None:
    assert build_bundle(bundle_of()).sha256 == bundle.sha256


def test_another_process_gives_the_same_bytes(bundle: Bundle) -> None:
    ask = "from tests.documents.bundle.samples import bundle_of; from documents.bundle import build_bundle; "
    ask += "print(build_bundle(bundle_of()).sha256)"
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", ask], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == bundle.sha256


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40, 60, 500, 760)])
def test_turned_and_cropped_pages_have_their_number_upright_at_the_bottom_right(
    degrees: int, crop: tuple[float, ...] | None
) -> None:
    bundle = build_bundle(bundle_of(document("Turned", turned(degrees, crop=crop))))
    assert number_on(bundle, 2)[0] == "2"
    assert bundle.report.point("rotation").passed
    assert bundle.turned == ()


@pytest.mark.parametrize("leaning", [90, 180, 270])
def test_pages_scanned_the_wrong_way_up_are_turned_and_said_to_be(leaning: int) -> None:
    bundle = build_bundle(bundle_of(document("Fed wrongly", letter(2, leaning=leaning))))
    assert bundle.turned == (2, 3)
    assert bundle.report.point("rotation").passed
    assert number_on(bundle, 3)[0] == "3"


def test_a_number_never_covers_the_documents_own_words() -> None:
    bundle = build_bundle(bundle_of(document("With a footer", letter(1, footer="Page 9 of 9"))))
    right, centre, _ = number_on(bundle, 2)
    assert "Page 9" in right
    assert centre == "2"


def test_a_drawing_that_forgets_to_close_its_state_does_not_move_the_number() -> None:
    with Pdf.open(io.BytesIO(letter())) as pdf:
        pdf.pages[0].contents_add(b"q q 3 0 0 3 200 200 cm 1 0 0 rg", prepend=True)
        out = io.BytesIO()
        pdf.save(out)
    bundle = build_bundle(bundle_of(document("Careless", out.getvalue())))
    assert number_on(bundle, 2)[0] == "2"


def test_a_large_plan_gets_a_number_in_proportion() -> None:
    bundle = build_bundle(bundle_of(document("Plan", letter(1, size=(2384, 3370)))))
    assert number_on(bundle, 2)[0] == "2"
    assert bundle.report.point("numbering").passed


def test_form_answers_are_drawn_into_the_page_and_fields_are_gone() -> None:
    bundle = build_bundle(bundle_of(document("Form", form())))
    assert "Mrs Ada Sample" in text_of(bundle, 2)
    with opened(bundle) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert not [n for p in pdf.pages for n in p.obj.get("/Annots", []) if n.get("/Subtype") == Name.Widget]


def test_answers_that_were_never_drawn_are_drawn_too() -> None:
    bundle = build_bundle(bundle_of(document("Form", form(needs_drawing=False))))
    assert "Mrs Ada Sample" in text_of(bundle, 2)


def test_links_inside_documents_still_work_even_where_two_use_the_same_name() -> None:
    bundle = build_bundle(bundle_of(document("First", linked()), document("Second", linked())))
    with opened(bundle) as pdf:
        links = links_of(pdf)
    assert [pair for pair in links.inside if pair[0] > 1] == [(2, 4), (2, 4), (5, 7), (5, 7)]
    assert links.dead == ()
    assert {(kind, action) for _, kind, action in links.others} == {("/Link", "/URI")}


def test_a_file_restricted_but_open_to_read_is_taken() -> None:
    bundle = build_bundle(bundle_of(document("Restricted", locked(owner_only=True))))
    with opened(bundle) as pdf:
        assert not pdf.is_encrypted
    assert bundle.pages == 3


def test_a_file_with_a_spoiled_table_that_two_readers_mend_alike_is_taken() -> None:
    bundle = build_bundle(bundle_of(document("Mended", letter(3).replace(b"startxref", b"startxxxx"))))
    assert bundle.pages == 4


def test_titles_are_words_never_commands() -> None:
    hostile = '#eval(1+1) *bold* $x$ <b>&amp; \\ "quoted" @ref // no comment'
    bundle = build_bundle(bundle_of(document(hostile, letter())))
    assert '#eval(1+1) *bold* $x$ <b>&amp; \\ "quoted" @ref // no comment' in text_of(bundle, 1)


def test_a_word_wider_than_the_page_wraps_inside_its_column() -> None:
    bundle = build_bundle(bundle_of(document("W" * 190, letter())))
    index = pdfium.PdfDocument(bundle.pdf)[0].get_textpage()
    rectangles = [index.get_rect(i) for i in range(index.count_rects())]
    assert max(right for _, bottom, right, _ in rectangles if bottom > 60) < 595 - 55


def test_an_index_of_many_pages_counts_itself() -> None:
    many = tuple(document(f"Document {n}", letter()) for n in range(1, 91))
    bundle = build_bundle(bundle_of(*many))
    first = bundle.entries[0].first_page
    assert first > 2
    assert bundle.pages == first - 1 + 90
    assert f"90 Document 90 3 March 2026 {bundle.pages}" in text_of(bundle, first - 1)
    assert bundle.report.passed


def with_statement(spec: BundleSpec, words: str, pages: int) -> BundleSpec:
    statement = document("Witness statement", letter(pages, words=words), date(2027, 1, 19))
    return replace(spec, sections=(*spec.sections, Section("C", "Witness statement", (statement,))))


def test_a_statement_can_be_planned_written_and_built_citing_bundle_pages() -> None:
    draft = with_statement(bundle_of(), "See page 0", 2)
    plan = plan_pages(draft)
    final = with_statement(bundle_of(), f"See page {plan['Tenancy agreement']}", 2)
    assert plan_pages(final) == plan
    bundle = build_bundle(final)
    assert plan == {e.title: e.first_page for e in bundle.entries if e.section}
    assert f"See page {plan['Tenancy agreement']}" in text_of(bundle, plan["Witness statement"])


def test_a_chronology_longer_than_a_page_moves_the_documents_on() -> None:
    lines = tuple(
        ChronologyLine(date(2026, 1, 1), f"Contact {n} with the tenant. " * 6, "Claim form") for n in range(40)
    )
    bundle = build_bundle(bundle_of(chronology=lines))
    chronology = bundle.entries[0]
    assert chronology.pages > 1
    assert bundle.entries[1].first_page == chronology.last_page + 1
    assert bundle.report.passed


def test_a_scan_keeps_its_picture_untouched() -> None:
    bundle = build_bundle(bundle_of(document("Scan", scan())))
    with opened(bundle) as pdf, Pdf.open(io.BytesIO(scan())) as original:
        assert pdf.pages[1].Resources.XObject.Im.read_bytes() == original.pages[0].Resources.XObject.Im.read_bytes()


def tags_of(pdf: Pdf) -> dict[int, list[tuple[str, str]]]:
    """For each page number, the tags round its drawing as (kind, title of the section it is in)."""
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    return {
        number: [(str(tag.S), str(tag.P.get("/T", ""))) for tag in tree[int(page.obj.StructParents)]]
        for number, page in enumerate(pdf.pages, 1)
    }


def test_every_page_can_be_read_aloud_each_document_as_a_section(bundle: Bundle) -> None:
    with opened(bundle) as pdf:
        tags = tags_of(pdf)
        assert bool(pdf.Root.MarkInfo.Marked)
    assert [tags[n] for n in (3, 4, 5, 11)] == [
        [("/P", "Claim form")],
        [("/P", "Claim form")],
        [("/P", "Particulars")],
        [("/P", "Tenancy agreement")],
    ]


def test_a_picture_is_announced_as_a_picture() -> None:
    bundle = build_bundle(bundle_of(document("Scan", scan())))
    with opened(bundle) as pdf:
        assert tags_of(pdf)[2] == [("/Figure", "Scan")]


def test_marks_of_tags_left_behind_are_taken_out_and_the_words_stay() -> None:
    first = build_bundle(bundle_of())
    bundle = build_bundle(bundle_of(document("An earlier bundle", first.pdf)))
    with opened(bundle) as pdf:
        for page in list(pdf.pages)[1:]:
            marks = [
                o for o in pikepdf.parse_content_stream(page) if str(o.operator) == "BDC" and "MCID" in str(o.operands)
            ]
            assert len(marks) == 1
    assert "IN THE COUNTY COURT AT SAMPLETOWN" in text_of(bundle, 2)


def middle_of(pdf: bytes, index: int) -> bytes:
    """The middle of a page as drawn, without its foot where the number stands."""
    drawn = pdfium.PdfDocument(pdf)[index].render(scale=0.5)
    return bytes(drawn.buffer)[150 * drawn.stride : 300 * drawn.stride]


def test_a_hidden_layer_stays_hidden_and_is_pointed_out() -> None:
    with Pdf.open(io.BytesIO(letter())) as pdf:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=Name.OCG, Name=pikepdf.String("Draft")))
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
        )
        pdf.pages[0].obj.Resources.Properties = pikepdf.Dictionary(L1=layer)
        pdf.pages[0].contents_add(b"/OC /L1 BDC BT /F1 40 Tf 100 400 Td (HIDDEN DRAFT) Tj ET EMC")
        layered = saved(pdf)
    alone = middle_of(layered, 0)
    bundle = build_bundle(bundle_of(document("Layered", layered), document("Also layered", layered)))
    for page in (1, 2):
        assert middle_of(bundle.pdf, page) == alone
    assert middle_of(letter(), 0) == alone
    assert not bundle.report.point("plain").passed


def test_the_index_keeps_its_tags_for_readers_that_speak(bundle: Bundle) -> None:
    with opened(bundle) as pdf:
        kinds = {str(o.get("/S")) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o}
    assert {"/Table", "/TR", "/TH", "/TD", "/H1"} <= kinds
