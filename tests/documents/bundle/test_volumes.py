"""Bundles in several files, finer pictures, photographs, page facts kept: numbers go on and every file passes."""

import io
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pikepdf import Pdf

from documents.bundle import BundleDocument, BundleSpec, ChronologyLine, Section, Shelf, Written, write_bundle
from documents.bundle import sources as reading
from documents.bundle.outline import bookmarks_of, links_of
from tests.documents.bundle.samples import bundle_of, document, letter, pages, saved, scan


def heavy(title: str) -> BundleDocument:
    """Two typed pages in a file of about 400 kB."""
    return document(title, letter(2, title) + b"%" + b"x" * 400_000)


@pytest.fixture(scope="module")
def three() -> BundleSpec:
    first = Section("A", "Statements of case", (heavy("Claim form"), heavy("Particulars")))
    second = Section("B", "Evidence", (heavy("Tenancy agreement"), heavy("Notice"), heavy("Statement")))
    lines = (ChronologyLine(date(2026, 1, 5), "Notice served.", "Notice"),)
    return bundle_of(sections=(first, second), chronology=lines, largest_mb=1)


@pytest.fixture(scope="module")
def volumes(three: BundleSpec, tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write_bundle(three, tmp_path_factory.mktemp("volumes"))


def test_a_bundle_above_the_courts_limit_is_cut_between_documents_and_numbered_on(volumes: Written) -> None:
    assert [(v.first_page, v.last_page) for v in volumes.volumes] == [(1, 6), (7, 11), (12, 14)]
    assert [(e.title, e.volume, e.first_page) for e in volumes.entries] == [
        ("Chronology", 1, 2),
        ("Claim form", 1, 3),
        ("Particulars", 1, 5),
        ("Tenancy agreement", 2, 8),
        ("Notice", 2, 10),
        ("Statement", 3, 13),
    ]
    assert [v.file_name[-13:] for v in volumes.volumes] == ["_volume-1.pdf", "_volume-2.pdf", "_volume-3.pdf"]
    assert not volumes.failed


def test_every_volume_says_in_print_and_to_the_viewer_which_page_it_is(volumes: Written) -> None:
    for volume in volumes.volumes:
        numbers = [str(n) for n in range(volume.first_page, volume.last_page + 1)]
        with Pdf.open(volume.path) as pdf:
            assert [page.label for page in pdf.pages] == numbers
        assert [words.split()[-1] for words in pages(volume.path.read_bytes())] == numbers


def test_the_first_volume_indexes_all_and_each_other_its_own(volumes: Written) -> None:
    first, second, _ = (pages(v.path.read_bytes()) for v in volumes.volumes)
    assert "Statement (volume 3) 3 March 2026 13–14" in first[0]
    assert "5 January 2026 Notice served. 10" in first[1]
    assert "Pages 7 to 11 of 14, numbered on through 3 volumes" in second[0]
    assert "Claim form" not in second[0]
    with Pdf.open(volumes.volumes[1].path) as pdf:
        assert {target for page, target in links_of(pdf).inside if page == 1} == {2, 4}
        assert [b.title for b in bookmarks_of(pdf)] == ["Index [p. 7]", "B. Evidence [p. 8]"]


def noise(dpi: int) -> bytes:
    """A picture that does not compress."""
    with Pdf.open(io.BytesIO(scan(dpi=dpi))) as pdf:
        image = pdf.pages[0].Resources.XObject.Im
        image.write(random.Random(dpi).randbytes(int(image.Width) * int(image.Height)))
        return saved(pdf)


def test_a_document_too_large_for_any_file_fails_on_size_and_says_so(tmp_path: Path) -> None:
    plan = replace(document("Plan", noise(150)), photograph=True)
    made = write_bundle(bundle_of(document("Letter", letter()), plan, largest_mb=1), tmp_path)
    assert [v.report.passed for v in made.volumes] == [True, False]
    (failed,) = made.failed
    assert failed.detail.startswith("2.2 MB; the limit is taken as 1 MB: upload it to the court's own store")


def test_pictures_too_fine_are_brought_down_when_asked_and_told(tmp_path: Path) -> None:
    spec = bundle_of(replace(document("Photograph", scan(dpi=600)), photograph=True))
    assert [p.code for p in write_bundle(spec, tmp_path).failed] == ["resolution"]
    made = write_bundle(replace(spec, coarsen=True), tmp_path)
    assert made.coarsened == (2,)
    assert not made.failed
    with Pdf.open(made.volumes[0].path) as pdf:
        assert int(pdf.pages[1].Resources.XObject.Im.Width) == round(595 / 72 * 600 / 2)


def test_a_picture_without_text_passes_only_as_a_photograph(tmp_path: Path) -> None:
    typed = bundle_of(document("Scan", scan()))
    (failed,) = write_bundle(typed, tmp_path).failed
    assert (failed.code, failed.pages) == ("text_layer", (2,))
    shown = bundle_of(replace(document("Photograph of the door", scan()), photograph=True))
    made = write_bundle(shown, tmp_path)
    assert made.volumes[0].report.point("text_layer").detail == (
        "Every typed page has text; 1 marked as photographs are pictures without."
    )


def test_page_facts_are_taken_once_and_the_bytes_are_the_same_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec, shelf = bundle_of(), Shelf(tmp_path / "facts")
    without = write_bundle(spec, tmp_path).volumes[0].sha256
    first = write_bundle(spec, tmp_path, shelf=shelf).volumes[0].sha256
    monkeypatch.delattr(reading, "_take")
    assert write_bundle(spec, tmp_path, shelf=shelf).volumes[0].sha256 == first == without


def test_a_spoiled_fact_is_taken_again(tmp_path: Path) -> None:
    spec, shelf = bundle_of(), Shelf(tmp_path / "facts")
    right = write_bundle(spec, tmp_path, shelf=shelf).volumes[0].sha256
    for path in (tmp_path / "facts").rglob("*.json"):
        path.write_text("[[1,2", "utf-8")
    assert write_bundle(spec, tmp_path, shelf=shelf).volumes[0].sha256 == right


def test_progress_is_told_to_the_end_and_whoever_listens_may_stop_it(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    write_bundle(bundle_of(), tmp_path, tell=lambda done, of, _: heard.append((done, of)))
    assert heard == [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]

    def stop(done: int, of: int, what: str) -> None:
        if done == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_bundle(bundle_of(), tmp_path, tell=stop)
