"""The inspection finds what a court office would send back."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from documents.bundle import build_bundle, bundle_file_name, inspect
from tests.documents.bundle.samples import bundle_of, document, letter, locked, saved, scan

POINTS = [
    "file",
    "numbering",
    "index_links",
    "dead_links",
    "bookmarks",
    "text_layer",
    "rotation",
    "resolution",
    "opening",
    "plain",
    "size",
    "file_name",
]


def spoil(change: Callable[[Pdf], None]) -> bytes:
    with Pdf.open(io.BytesIO(build_bundle(bundle_of()).pdf)) as pdf:
        change(pdf)
        return saved(pdf)


def failing(pdf: bytes) -> dict[str, tuple[int, ...]]:
    return {p.code: p.pages for p in inspect(pdf).failed}


def test_every_point_asks_a_question_and_says_where_it_comes_from() -> None:
    report = build_bundle(bundle_of()).report
    assert [p.code for p in report.points] == POINTS
    assert all(p.question.endswith("?") and p.detail and p.authority and p.confidence for p in report.points)
    assert report.passed


def test_a_plain_letter_is_not_a_bundle() -> None:
    assert set(failing(letter(2))) == {"numbering", "index_links", "bookmarks", "opening"}


def test_a_page_slipped_in_shifts_every_later_number() -> None:
    def slip(pdf: Pdf) -> None:
        with Pdf.open(io.BytesIO(letter())) as late:
            pdf.pages.insert(5, late.pages[0])

    assert failing(spoil(slip))["numbering"] == tuple(range(6, 13))


def test_viewer_labels_that_disagree_are_found() -> None:
    def label(pdf: Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))

    assert "numbering" in failing(spoil(label))


def test_an_index_without_links_is_found() -> None:
    def cut(pdf: Pdf) -> None:
        del pdf.pages[0].obj["/Annots"]

    assert failing(spoil(cut)) == {"index_links": (2, 3, 5, 8)}


def test_a_link_to_a_removed_page_is_found() -> None:
    def remove(pdf: Pdf) -> None:
        del pdf.pages[-4:]

    assert failing(spoil(remove))["dead_links"] == (1, 2)


def test_bookmarks_without_page_numbers_are_found() -> None:
    def rename(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root[2].children[0].title = "Claim form"

    assert failing(spoil(rename)) == {"bookmarks": (3,)}


def test_no_bookmarks_are_found() -> None:
    def remove(pdf: Pdf) -> None:
        del pdf.Root["/Outlines"]

    assert {"bookmarks", "index_links"} <= set(failing(spoil(remove)))


@pytest.mark.parametrize("footer", ["", "Scanned by sample office"])
def test_a_scan_without_text_is_found_even_with_a_typed_footer(footer: str) -> None:
    report = build_bundle(bundle_of(document("Scan", scan(footer=footer)), document("Letter", letter()))).report
    assert report.point("text_layer").pages == (2,)
    assert not report.passed


def test_a_letter_with_a_small_logo_has_its_text() -> None:
    logo = scan(dpi=600, cover=(60, 60), footer="A short letter with enough typed words on it to be searched")
    assert build_bundle(bundle_of(document("Letter", logo))).report.passed


def test_a_picture_finer_than_300_dots_per_inch_is_found() -> None:
    report = build_bundle(bundle_of(document("Fine", scan(dpi=400)), document("Right", scan(dpi=300)))).report
    assert report.point("resolution").pages == (2,)
    assert "400" in report.point("resolution").detail


def test_a_page_lying_on_its_side_is_found() -> None:
    def turn(pdf: Pdf) -> None:
        pdf.pages[4].obj.Rotate = 90

    assert failing(spoil(turn))["rotation"] == (5,)


@pytest.mark.parametrize(
    ("key", "value"),
    [("/OpenAction", None), ("/PageMode", Name.UseNone), ("/Lang", None), ("/ViewerPreferences", None)],
)
def test_a_wrong_opening_view_is_found(key: str, value: Name | None) -> None:
    def change(pdf: Pdf) -> None:
        if value is None:
            del pdf.Root[key]
        else:
            pdf.Root[key] = value

    assert failing(spoil(change)) == {"opening": ()}


def test_fit_to_window_is_not_full_size() -> None:
    def fit(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])

    assert failing(spoil(fit)) == {"opening": ()}


def test_somebodys_private_note_is_found() -> None:
    def add_note(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 29, 29]), Contents=String("weak point"))
        pdf.pages[3].obj.Annots = Array([pdf.make_indirect(note)])

    assert failing(spoil(add_note)) == {"plain": (4,)}


def test_a_note_in_a_document_flags_the_bundle_it_goes_into() -> None:
    with Pdf.open(io.BytesIO(letter())) as pdf:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 29, 29]), Contents=String("weak point"))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
        noted = saved(pdf)
    assert build_bundle(bundle_of(document("Letter", noted))).report.point("plain").pages == (2,)


def test_a_file_larger_than_the_local_limit_is_found() -> None:
    assert [p.code for p in inspect(build_bundle(bundle_of()).pdf, largest_mb=0).failed] == ["size"]


@pytest.mark.parametrize(
    "name", ["bundle.pdf", "Sample v Sample 2027-01-27.pdf", "a/b_2027-01-27.pdf", "x_2027-01-27.docx"]
)
def test_a_file_name_without_date_or_with_odd_letters_is_found(name: str) -> None:
    assert [p.code for p in inspect(build_bundle(bundle_of()).pdf, file_name=name).failed] == ["file_name"]


@pytest.mark.parametrize("pdf", [locked(), b"not a pdf", b""])
def test_a_file_that_cannot_be_opened_fails_at_once(pdf: bytes) -> None:
    report = inspect(pdf)
    assert [p.code for p in report.points] == ["file"]
    assert not report.passed


@pytest.mark.parametrize(
    ("claimant", "defendant", "version", "name"),
    [
        ("Sample Homes Ltd", "Sample", 1, "L00ZZ999_Sample-Homes-Ltd-v-Sample_Hearing_2027-01-27.pdf"),
        ("Sample & Co.", "O'Sämple", 2, "L00ZZ999_Sample-Co-v-O-Sample_Hearing_2027-01-27_v2.pdf"),
        ("S" * 200, "例", 1, f"L00ZZ999_{'S' * 30}-v-x_Hearing_2027-01-27.pdf"),
    ],
)
def test_a_name_we_make_is_a_name_that_passes(claimant: str, defendant: str, version: int, name: str) -> None:
    made = bundle_file_name(
        claim_number="L00ZZ999",
        claimant=claimant,
        first_defendant=defendant,
        kind="Hearing",
        hearing_on=date(2027, 1, 27),
        version=version,
    )
    assert made == name
    assert inspect(build_bundle(bundle_of()).pdf, file_name=made).point("file_name").passed
