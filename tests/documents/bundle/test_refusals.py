"""A bundle that cannot be made says every reason, and how to mend each."""

import io
from dataclasses import replace
from datetime import date

import pytest
from pikepdf import Array, Name, Pdf

from cases.refusals import Refused
from documents.bundle import BundleRefused, BundleSpec, ChronologyLine, Figure, Section, build_bundle, plan_pages
from tests.documents.bundle.samples import bundle_of, document, form, letter, locked, saved


def refusal_of(spec: BundleSpec) -> BundleRefused:
    with pytest.raises(BundleRefused) as caught:
        build_bundle(spec)
    return caught.value


def test_figures_that_differ_by_a_penny_stop_the_bundle() -> None:
    figures = (Figure("The claim form", 123_456), Figure("The rent statement", 123_457))
    refused = refusal_of(bundle_of(figures=figures))
    assert refused.reasons == (
        "The rent statement gives the arrears as £1,234.57; the case's figure is £1,234.56 (£0.01 more).",
    )
    assert "again" in refused.refusals[0].mend


def test_a_credit_is_not_the_same_as_the_debt() -> None:
    refused = refusal_of(bundle_of(arrears_pence=500, figures=(Figure("The schedule", -500),)))
    assert "-£5.00" in refused.reasons[0]


def test_planning_refuses_what_building_refuses() -> None:
    with pytest.raises(BundleRefused):
        plan_pages(bundle_of(figures=(Figure("The schedule", 1),)))
    with pytest.raises(BundleRefused):
        plan_pages(bundle_of(document("Locked", locked())))


@pytest.mark.parametrize(
    ("pdf", "code"),
    [
        (locked(), "bundle.password"),
        (b"<html>Sign in to continue</html>", "bundle.not_pdf"),
        (b"", "bundle.not_pdf"),
        (letter(3)[:400], "bundle.damaged"),
        (b"%PDF-1.7\n" + b"\x00" * 500, "bundle.damaged"),
        (form("Żaneta Приклад"), "bundle.form_letters"),
    ],
)
def test_a_document_that_cannot_be_read_whole_is_refused_by_name(pdf: bytes, code: str) -> None:
    refused = refusal_of(bundle_of(document("Council letter", pdf), document("Sound", letter())))
    assert [r.code for r in refused.refusals] == [code]
    assert "Council letter" in refused.reasons[0]
    assert refused.refusals[0].mend


def test_a_page_whose_box_is_not_four_numbers_is_refused_by_name() -> None:
    with Pdf.open(io.BytesIO(letter())) as pdf:
        pdf.pages[0].obj.CropBox = Array([0, 0, Name.Wide, 842])
        odd = saved(pdf)
    refused = refusal_of(bundle_of(document("Odd", odd)))
    assert [r.code for r in refused.refusals] == ["bundle.damaged"]


def test_every_bad_document_is_named_at_once() -> None:
    refused = refusal_of(bundle_of(document("One", b"x"), document("Two", locked()), document("Three", letter())))
    assert len(refused.reasons) == 2


def test_two_documents_with_one_title_are_refused() -> None:
    refused = refusal_of(bundle_of(document("Rent statement", letter()), document("Rent statement", letter(2))))
    assert refused.refusals[0].code == "bundle.title_twice"


def test_a_chronology_cannot_cite_what_is_not_there() -> None:
    line = ChronologyLine(date(2026, 1, 1), "Notice served.", "Notice")
    refused = refusal_of(bundle_of(document("Claim form", letter()), chronology=(line,)))
    assert refused.refusals[0].code == "bundle.chronology_reference"


@pytest.mark.parametrize("bad", ["", "  ", "x" * 201, "two\nlines", "left\u202eright", "bell\x07", "half \ud800"])
def test_words_that_cannot_be_printed_are_refused(bad: str) -> None:
    assert refusal_of(bundle_of(document(bad, letter()))).refusals[0].code == "bundle.title"
    assert refusal_of(replace(bundle_of(), claimant=bad)).refusals[0].field == "claimant"


def test_an_empty_bundle_section_or_defence_side_is_refused() -> None:
    spec = bundle_of(sections=(Section("A", "Empty", ()), Section("A", "Empty too", ())), defendants=(), chronology=())
    assert [r.code for r in refusal_of(spec).refusals] == [
        "bundle.empty",
        "bundle.empty_section",
        "bundle.empty_section",
        "bundle.letter_twice",
        "bundle.no_defendant",
    ]


def test_the_refusal_is_one_of_the_familys_and_its_own_text_names_nobody() -> None:
    refused = refusal_of(bundle_of(document("Letter to Mrs Ada Sample", b"x")))
    assert isinstance(refused, Refused)
    assert "Sample" not in str(refused)
