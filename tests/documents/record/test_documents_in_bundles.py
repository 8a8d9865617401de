"""Documents on the file in the bundles of a walked case: in their sections, on the pages cited, by rule and by wish."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import DocumentInput
from activities.papers import bundles, documents, included, packs
from activities.papers.about import about
from activities.papers.chronology import chronology
from activities.papers.source import Source
from activities.take_document import TakeDocument
from cases import bundles as sections
from cases.base import FileRef
from cases.commands import AddDocument, ChangeDocument, DocumentDone, WithdrawDocument
from cases.document_kinds import DocumentKind
from cases.state import PaperDetails
from cases.words import PaperKind
from tests.activities.made import SYSTEM, Acting
from tests.activities.road import to_a_listed_hearing
from tests.activities.sent import a_photograph
from tests.documents.bundle.samples import letter
from tests.documents.record.reading import maker_of, pages, source_of

HEARING = "H1"


async def put(desk: Acting, kind: DocumentKind, data: bytes, title: str = "", evidences: str = "") -> str:
    """Put a document on the file and have it read; its id."""
    sha256, size = desk.context.files.stage(io.BytesIO(data))
    file = FileRef(sha256=sha256, size=size, name="sent", kind="pdf")
    words = await desk.words(title) if title else None
    added = await desk.act(AddDocument(document=kind, on=desk.at.date(), title=words, evidences=evidences, file=file))
    (document,) = [event.document for event in added.decision.events if event.kind == "document_changed"]
    asked = DocumentInput(case_id=desk.case_id, document_id=document.id)
    found = await ActivityEnvironment().run(TakeDocument(desk.context).take_document, asked)
    assert found.refused is None
    await desk.act(DocumentDone(document_id=document.id, **found.model_dump(exclude={"file"}), file=found.file), SYSTEM)
    return str(document.id)


def sectioned(source: Source, kind: PaperKind) -> dict[str, str]:
    """By title, the section of each document that the bundle takes."""
    line = about(source.state, HEARING if kind is PaperKind.BUNDLE else "case", kind)
    return {each.title: each.section for each in included.filed(source, line, kind)}


async def with_three(context: Context) -> Source:
    """A listed hearing with an agreement, a photograph and a proof of service on file."""
    desk = Acting(context)
    await to_a_listed_hearing(desk)
    agreement = letter(words="The tenancy agreement of the home.")
    await put(desk, DocumentKind.TENANCY_AGREEMENT, agreement, "Tenancy agreement")
    await put(desk, DocumentKind.PHOTOGRAPH, a_photograph(), "The garden\nfrom the road")
    await put(desk, DocumentKind.PROOF_OF_SERVICE, letter(words="Photographed on the doormat."), "Post book", "N1")
    return await source_of(desk)


PROVED = {
    "The tenancy began.": "Tenancy agreement",
    "Photograph: The garden from the road.": "The garden from the road",
    "Proof of service: Post book.": "Post book",
}


async def test_documents_stand_in_their_sections_and_the_chronology_has_their_days(context: Context) -> None:
    source = await with_three(context)
    where = sectioned(source, PaperKind.BUNDLE)
    assert where == {
        "Tenancy agreement": sections.AGREEMENT,
        "Post book": sections.NOTICE,
        "The garden from the road": sections.PHOTOGRAPHS,
    }
    line = about(source.state, HEARING, PaperKind.BUNDLE)
    told = {each.text: each.document_title for each in chronology(source, line, set(where))}
    assert PROVED.items() <= told.items()
    assert not PROVED.keys() & {each.text for each in chronology(source, line, set()) if each.document_title}


@pytest.mark.long
async def test_a_bundle_with_documents_passes_its_inspection_and_cites_their_pages(
    context: Context, tmp_path: Path
) -> None:
    source = await with_three(context)
    line = about(source.state, HEARING, PaperKind.BUNDLE)
    built = bundles.write(source, line, PaperKind.BUNDLE, maker_of(context), tmp_path, lambda *_: None)
    assert built.written.failed == ()
    entries = {entry.title: entry for entry in built.written.entries}
    in_order = sorted(PROVED.values(), key=lambda title: entries[title].first_page)
    assert in_order == ["Tenancy agreement", "Post book", "The garden from the road"]
    read = [page for volume in built.written.volumes for page in pages(volume.path.read_bytes())]
    assert "The tenancy agreement of the home." in read[entries["Tenancy agreement"].first_page - 1]
    told = " ".join(read[entries["Chronology"].first_page - 1].split())
    for said, title in PROVED.items():
        assert str(entries[title].first_page) in told.split(said)[1].split()[:12]


async def test_what_goes_in_is_by_rule_and_by_wish(context: Context) -> None:
    desk = Acting(context)
    await to_a_listed_hearing(desk)
    medical = await put(desk, DocumentKind.MEDICAL_LETTER, letter(words="Of her health."), "From the surgery")
    wrong = await put(desk, DocumentKind.LETTER_FROM_TENANT, letter(words="Of another home."), "Wrong one")
    reply = await put(desk, DocumentKind.LETTER_FROM_TENANT, letter(words="A reply."), "Her reply")
    await desk.act(WithdrawDocument(document_id=wrong, reason=await desk.words("Another home.")))
    source = await source_of(desk)
    assert sectioned(source, PaperKind.BUNDLE) == {"Her reply": sections.CORRESPONDENCE}
    assert sectioned(source, PaperKind.SUBJECT_ACCESS_BUNDLE) == {
        "From the surgery": sections.CIRCUMSTANCES,
        "Her reply": sections.CORRESPONDENCE,
    }
    assert any("told in confidence" in said for said in included.cautions(source, PaperKind.BUNDLE))
    said = " ".join(included.cautions(source, PaperKind.SUBJECT_ACCESS_BUNDLE))
    assert "Document U2 was withdrawn" in said
    assert "“Her reply” for what it says of other people" in said
    await desk.act(ChangeDocument(document_id=medical, in_bundle=True))
    await desk.act(ChangeDocument(document_id=reply, in_bundle=False))
    source = await source_of(desk)
    assert sectioned(source, PaperKind.BUNDLE) == {"From the surgery": sections.CIRCUMSTANCES}
    once = source.details.model_copy(update={"leave_out": (medical,), "put_in": (reply,)})
    assert sectioned(_asked(source, once), PaperKind.BUNDLE) == {"Her reply": sections.CORRESPONDENCE}
    held = _asked(source, PaperDetails(asked_on=desk.at.date()))
    pack = packs.pack(held, PaperKind.SAR_PACK_COVER, about(held.state, "case", PaperKind.SAR_PACK_COVER), lambda _: 1)
    assert pack is not None
    assert {"From the surgery", "Her reply"} <= {each.title for each in pack.documents}


async def test_a_title_that_cannot_be_printed_or_is_one_of_ours_is_told_otherwise(context: Context) -> None:
    desk = Acting(context)
    await desk.open()
    named = ["Claim form N5", "claim form n5", "", "\U000131a0", "A" * 300, "Letter from অনিতা"]
    for number, title in enumerate(named):
        await put(desk, DocumentKind.OTHER, letter(words=f"Paper {number}."), title)
    assert list(documents.titles(await source_of(desk)).values()) == [
        "Claim form N5 (U1)",
        "claim form n5 (U2)",
        "Other document of 23 November 2026",
        "Other document of 23 November 2026 (U4)",
        "A" * 150,
        "Letter from অনিতা",
    ]
    printed = documents.titles(await source_of(desk), on_paper=True)
    assert printed["U6"] == "Other document of 23 November 2026 (U6)"


def _asked(source: Source, details: PaperDetails) -> Source:
    return replace(source, details=details)
