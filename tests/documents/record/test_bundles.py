"""Bundles of every kind from a walked case: contents by rule, as the officer adjusted them, pages that are right."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from activities.context import Context
from activities.papers import bundles
from activities.papers.about import about
from activities.papers.source import Source
from cases.base import FileRef, TextRef
from cases.bundles import SECTIONS
from cases.state import BundleEntry, BundleMade, BundleVolume, PaperDetails, PaperMade
from cases.words import PaperKind
from documents.bundle import BundleRefused
from documents.papers.own import Own
from documents.papers.registry import PAPERS
from tests.activities.made import LANDLORD, Acting
from tests.activities.road import to_a_listed_hearing
from tests.documents.bundle.samples import letter, scan
from tests.documents.papers.test_trial import with_words
from tests.documents.record.reading import maker_of, pages, source_of

HEARING = "H1"


async def listed(context: Context) -> Source:
    desk = Acting(context)
    assert await to_a_listed_hearing(desk) == HEARING
    return await source_of(desk)


def write(source: Source, context: Context, folder: Path, kind: PaperKind = PaperKind.BUNDLE) -> bundles.Built:
    folder.mkdir(exist_ok=True)
    subject = HEARING if kind is PaperKind.BUNDLE else "case"
    return bundles.write(source, about(source.state, subject, kind), kind, maker_of(context), folder, lambda *_: None)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


PLAIN: list[bundles.Built] = []


async def plain(context: Context, folder: Path) -> bundles.Built:
    """The hearing bundle of a case just listed, built once for all tests that only read it."""
    if not PLAIN:
        PLAIN.append(write(await listed(context), context, folder))
    return PLAIN[0]


def words_of(built: bundles.Built) -> list[str]:
    return [page for volume in built.written.volumes for page in pages(volume.path.read_bytes())]


def asked(source: Source, said: str = "", **details: object) -> Source:
    """The source as asked for with these details; `said` are the words behind any reference."""
    words = {**source.words, "said": said}
    return replace(source, details=PaperDetails.model_validate(details), words=words)


SAID = TextRef(id="said", digest="d" * 64)


def filed(source: Source, context: Context, kind: PaperKind, pdf: bytes, id: str = "P90") -> Source:
    """The source with one more paper on the record."""
    stored = context.files.put(pdf, name="x.pdf", kind=kind.value)
    file = FileRef(sha256=stored.sha256, size=stored.size, name=stored.name, kind=stored.kind)
    made = PaperMade(
        id=id,
        kind=kind.value,
        subject="case",
        requested_at=source.as_at,
        requested_by=source.facts.actor,
        facts_digest="f",
        file=file,
    )
    return replace(source, state=source.state.model_copy(update={"papers": (*source.state.papers, made)}))


async def test_the_hearing_bundle_passes_every_point_and_its_sections_stand_in_the_rules_order(
    context: Context, kept: Path
) -> None:
    built = await plain(context, kept)
    assert not built.written.failed
    titles = list(re.findall(r"Section [A-P]: ([A-Z][A-Za-z,\- ]+?) \d", words_of(built)[0]))
    assert titles == [title for title in SECTIONS[PaperKind.BUNDLE] if title in titles]
    assert len(titles) >= 6


async def test_what_the_statement_and_the_chronology_cite_lies_on_the_pages_they_name(
    context: Context, kept: Path
) -> None:
    built = await plain(context, kept)
    read = words_of(built)
    first = {entry.title: entry.first_page for entry in built.written.entries}
    for mark, begins in (("AR1", "Rent schedule (every sum"), ("AR2", "Notice of seeking"), ("AR3", "Pre-Action Pro")):
        (page,) = set(re.findall(rf"exhibit {mark} \(bundle page (\d+)\)", " ".join(read)))
        assert begins in read[int(page) - 1]
    chronology = read[first["Chronology"] - 1]
    cited = re.findall(r"(Claim issued|served\.|Last payment|Protocol step)[^\n]*? (\d+) (?:\d+ [A-Z]|$)", chronology)
    assert cited
    assert {int(page) for _, page in cited} <= set(first.values())


@pytest.mark.long
async def test_the_officer_leaves_out_and_puts_in_another_order(context: Context, tmp_path: Path) -> None:
    source = asked(await listed(context), "Rent account\nWitness evidence", lines=SAID, leave_out=("Draft order",))
    titles = [entry.title for entry in write(source, context, tmp_path).written.entries]
    assert titles[1:3] == ["Rent schedule", "Witness statement of the claimant's officer"]
    assert "Draft order" not in titles


async def test_the_officer_orders_papers_within_a_section_and_puts_one_in(
    context: Context, tmp_path: Path, kept: Path
) -> None:
    source = filed(await listed(context), context, PaperKind.N244, letter(1, "Put in by hand"), "P77")
    without = [e.title for e in (await plain(context, kept)).written.entries]
    assert PaperKind.N244.label not in without
    assert without.index("Case summary") < without.index("Draft order")
    wish = asked(source, "Draft order\ncase summary", lines=SAID, put_in=("P77",))
    titles = [e.title for e in write(wish, context, tmp_path / "wish").written.entries]
    assert titles.index("Draft order") + 1 == titles.index("Case summary")
    assert PaperKind.N244.label in titles


@pytest.mark.long
async def test_places_that_the_officer_names_are_painted_over(context: Context, tmp_path: Path) -> None:
    source = filed(await listed(context), context, PaperKind.ARREARS_LETTER_1, letter(1, "Seen by a neighbour"))
    title = PaperKind.ARREARS_LETTER_1.label
    whole = f"{title}; 1; 0; 0; 210; 140mm"
    built = write(asked(source, f"{whole}\n", hide_at=SAID), context, tmp_path)
    (at,) = [e.first_page for e in built.written.entries if e.title == title]
    assert "neighbour" not in words_of(built)[at - 1]
    assert not built.written.failed
    assert not built.unfit
    with pytest.raises(BundleRefused) as caught:
        write(
            asked(source, f"{title}; 2; 0; 0; 9; 9\nNo such paper; 1; 0; 0; 9; 9\nnonsense", hide_at=SAID),
            context,
            tmp_path / "wrong",
        )
    assert caught.value.reasons == (
        "No paper in the bundle is called “No such paper”.",
        "The place “nonsense” cannot be read.",
        f"“{title}” has 1 pages, and none is its page 2.",
    )


@pytest.mark.long
async def test_papers_on_file_stand_in_their_sections_and_a_typed_scan_keeps_the_bundle_back(
    context: Context, tmp_path: Path
) -> None:
    source = await listed(context)
    written = write(filed(source, context, PaperKind.ARREARS_LETTER_1, letter()), context, tmp_path).written
    assert (PaperKind.ARREARS_LETTER_1.label in {e.title for e in written.entries}, written.failed) == (True, ())
    scanned = write(filed(source, context, PaperKind.ARREARS_LETTER_1, scan()), context, tmp_path).written
    (point,) = scanned.failed
    (at,) = [e.first_page for e in scanned.entries if e.title == PaperKind.ARREARS_LETTER_1.label]
    assert (point.code, point.pages) == ("text_layer", (at,))


async def test_the_landlords_own_templates_make_the_papers_of_the_day_and_the_officer_is_told(
    context: Context, tmp_path: Path
) -> None:
    source = await listed(context)
    theirs = with_words("<w:t>From your housing team</w:t>", PAPERS["rent_schedule"].template.read_bytes())
    Own(context.files, LANDLORD).keep_template("rent_schedule", theirs, name="ours.docx", on=date(2026, 3, 4))
    built = write(source, context, tmp_path)
    (at,) = [e.first_page for e in built.written.entries if e.title == "Rent schedule"]
    assert "From your housing team" in words_of(built)[at - 1]
    assert [told for told in built.cautions if told.startswith("Rent schedule: Made from the landlord's own template")]


async def test_a_template_that_leaves_the_figure_out_keeps_the_bundle_back(context: Context, tmp_path: Path) -> None:
    blank = io.BytesIO()
    Document().save(blank)
    Own(context.files, LANDLORD).keep_template("draft_order", blank.getvalue(), name="x.docx", on=date(2026, 3, 4))
    with pytest.raises(BundleRefused, match=r"bundle\.figure_missing"):
        write(await listed(context), context, tmp_path)


@pytest.mark.parametrize("kind", [PaperKind.OMBUDSMAN_BUNDLE, PaperKind.SUBJECT_ACCESS_BUNDLE])
async def test_a_bundle_for_somebody_who_asked_holds_what_is_on_file_and_names_no_court(
    context: Context, tmp_path: Path, kind: PaperKind
) -> None:
    source = filed(await listed(context), context, PaperKind.ARREARS_LETTER_1, letter())
    built = write(source, context, tmp_path, kind)
    assert not built.written.failed
    assert PaperKind.ARREARS_LETTER_1.label in words_of(built)[0]
    assert "COUNTY COURT" not in words_of(built)[0]


async def test_nothing_on_file_is_no_bundle(context: Context, tmp_path: Path) -> None:
    with pytest.raises(BundleRefused) as caught:
        write(await listed(context), context, tmp_path, PaperKind.OMBUDSMAN_BUNDLE)
    assert caught.value.reasons == ("Nothing is on file for it.",)


async def test_a_redacted_copy_holds_none_of_the_hidden_words(context: Context, tmp_path: Path) -> None:
    source = filed(await listed(context), context, PaperKind.ARREARS_LETTER_1, letter(1, "Seen by Carol Neighbour"))
    built = write(asked(source, "Carol Neighbour\n", hide=SAID), context, tmp_path)
    assert "Neighbour" not in " ".join(words_of(built))
    assert "HEARING BUNDLE (REDACTED COPY)" in words_of(built)[0]
    assert not built.written.failed


async def test_late_pages_come_after_the_last_and_no_number_moves(context: Context, tmp_path: Path, kept: Path) -> None:
    source = await listed(context)
    before = await plain(context, kept)
    (volume,) = before.written.volumes
    stored = context.files.put(volume.path.read_bytes(), name=volume.file_name, kind="bundle")
    file = FileRef(sha256=stored.sha256, size=stored.size, name=stored.name, kind=stored.kind)
    entries = tuple(
        BundleEntry(section=e.section, title=e.title, first_page=e.first_page, last_page=e.last_page)
        for e in before.written.entries
    )
    made = BundleMade(volumes=(BundleVolume(file=file, first_page=1, last_page=volume.last_page),), entries=entries)
    with_letter = filed(source, context, PaperKind.ARREARS_LETTER_2, letter(1, "Late letter"), "P91")
    with_bundle = filed(with_letter, context, PaperKind.BUNDLE, letter(), "P92")
    papers = tuple(
        p.model_copy(update={"bundle": made, "file": file}) if p.id == "P92" else p for p in with_bundle.state.papers
    )
    late = asked(replace(with_bundle, state=with_bundle.state.model_copy(update={"papers": papers})), late_to="P92")
    after = write(late, context, tmp_path / "after")
    old, new = words_of(before), words_of(after)
    assert new[: len(old)] == old
    assert [e.title for e in after.written.entries] == [
        f"Rent schedule to {late.today.day} {late.today:%B %Y}",
        PaperKind.ARREARS_LETTER_2.label,
    ]
    assert "Late letter" in new[-1]
    assert not after.written.failed
    with pytest.raises(BundleRefused):
        write(replace(late, details=PaperDetails(late_to="P1")), context, tmp_path / "none")
