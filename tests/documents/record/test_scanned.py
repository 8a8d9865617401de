"""Documents put on a case's file: past the virus scanner that the setting names or not at all; scans read by OCR."""

import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import DocumentInput, DocumentResult
from activities.take_document import TakeDocument
from cases.base import FileRef
from cases.commands import AddDocument
from cases.document_kinds import DocumentKind
from documents.uploads.ocr import Reader
from store.engine import sessions
from store.verify import verify_chain
from tests.activities.made import TODAY, Acting
from tests.activities.sent import a_photograph
from tests.documents.record.reading import pages, source_of
from tests.documents.record.test_documents_in_bundles import put
from tests.documents.uploads.scans import scan
from tests.documents.uploads.test_scan import scanner


async def taken(context: Context) -> DocumentResult:
    desk = Acting(context)
    await desk.open()
    sha256, size = context.files.stage(io.BytesIO(a_photograph()))
    file = FileRef(sha256=sha256, size=size, name="sent", kind="photograph")
    await desk.act(AddDocument(document=DocumentKind.PHOTOGRAPH, on=TODAY.date(), file=file))
    asked = DocumentInput(case_id=desk.case_id, document_id="U1")
    return await ActivityEnvironment().run(TakeDocument(context).take_document, asked)


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        (0, None),
        (1, "The virus scanner stopped the file."),
        (2, "The virus scanner did not answer, so the file was not taken in."),
    ],
)
async def test_the_scanners_word_decides_whether_a_document_is_taken_in(
    context: Context, tmp_path: Path, code: int, refused: str | None
) -> None:
    result = await taken(replace(context, scanner=scanner(tmp_path, f"exit {code}")))
    assert (result.refused or "").startswith(refused or "")
    assert (result.file is None) == (refused is not None)


@pytest.mark.long
async def test_a_scan_put_on_the_file_is_read_and_what_was_sent_is_kept_under_its_hash(context: Context) -> None:
    assert Reader.there(), "install ocrmypdf and tesseract-ocr-eng to run the long proofs"
    sent = scan(turned=180)
    desk = Acting(replace(context, read_scans=True))
    await desk.open()
    await put(desk, DocumentKind.LETTER_FROM_TENANT, sent, "Her reply")
    (document,) = (await source_of(desk)).state.documents
    assert (document.pages, document.no_text, document.original.sha256) == (1, 0, hashlib.sha256(sent).hexdigest())
    assert document.notes == ("The words of page 1 were recognised by a program: check them before you quote them.",)
    assert document.file is not None
    assert "Mrs Amara Okonkwo-Lyle" in " ".join(pages(context.files.get(document.file.sha256)))
    assert context.files.get(document.original.sha256) == sent
    async with sessions(context.engine).begin() as session:
        assert (await verify_chain(session, desk.case_id)).whole


async def test_where_text_recognition_is_not_installed_the_page_is_flagged(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = await taken(replace(context, read_scans=True))
    assert (result.no_text, result.notes) == (1, ("No text can be searched on page 1.",))
