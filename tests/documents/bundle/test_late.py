"""Late pages go at the end, and no number that a judge has written down moves."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pikepdf import Pdf

from documents.bundle import BundleSpec, Section, Written, add_late, build_bundle, write_bundle
from documents.bundle.outline import bookmarks_of, links_of
from tests.documents.bundle.samples import bundle_of, document, letter, pages


def late_spec(*titles: str) -> BundleSpec:
    documents = tuple(document(title, letter(2, title), date(2027, 1, 25)) for title in titles)
    return bundle_of(
        sections=(Section("L1", "Late pages", documents),),
        chronology=(),
        title="Hearing bundle: late pages",
        index_title="Index of late pages",
        made_on=date(2027, 1, 25),
        file_name="L00ZZ999_Sample-Homes-v-Sample_Hearing_2027-01-27_v2.pdf",
    )


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("before") / "before.pdf"
    path.write_bytes(build_bundle(bundle_of()).pdf)
    return path


@pytest.fixture(scope="module")
def after(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Written:
    return add_late(before, late_spec("Payment record", "Second statement"), tmp_path_factory.mktemp("after"))


def test_the_pages_before_are_the_same_words_under_the_same_numbers(before: Path, after: Written) -> None:
    old, new = pages(before.read_bytes()), pages(after.volumes[0].path.read_bytes())
    assert new[: len(old)] == old
    assert [words.split()[-1] for words in new] == [str(n) for n in range(1, len(old) + 6)]


def test_the_late_pages_have_an_index_of_their_own_whose_pages_are_right(after: Written) -> None:
    read = pages(after.volumes[0].path.read_bytes())
    assert [(e.title, e.first_page, e.last_page) for e in after.entries] == [
        ("Payment record", 13, 14),
        ("Second statement", 15, 16),
    ]
    assert "Index of late pages" in read[11]
    assert "Pages 12 to 16, numbered on from the bundle they were added to" in read[11]
    assert read[14].startswith("Second statement line 0")
    with Pdf.open(after.volumes[0].path) as pdf:
        assert {target for page, target in links_of(pdf).inside if page == 12} == {13, 15}
        assert [b.title for b in bookmarks_of(pdf)][-2:] == ["Index of late pages [p. 12]", "L1. Late pages [p. 13]"]


def test_a_bundle_with_late_pages_passes_every_point(after: Written) -> None:
    assert not after.failed


def test_late_pages_may_be_added_twice_and_give_the_same_bytes(after: Written, tmp_path: Path) -> None:
    again = replace(
        late_spec("Third statement"),
        index_title="Index of late pages of 26 January 2027",
        file_name="L00ZZ999_Sample-Homes-v-Sample_Hearing_2027-01-27_v3.pdf",
    )
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    one, two = (add_late(after.volumes[0].path, again, folder).volumes[0] for folder in folders)
    assert one.sha256 == two.sha256
    assert (one.last_page, one.report.passed) == (19, True)


def test_late_pages_of_a_second_volume_go_on_from_its_own_numbers(tmp_path: Path) -> None:
    heavy = [document(t, letter(2, t) + b"%" + b"x" * 600_000) for t in ("Claim form", "Tenancy agreement")]
    made = write_bundle(bundle_of(*heavy, largest_mb=1), tmp_path)
    after = add_late(made.volumes[-1].path, late_spec("Payment record"), tmp_path)
    assert (after.volumes[0].first_page, after.volumes[0].last_page) == (4, 9)
    assert not after.failed
