"""Documents put on a case's file pass the virus scanner that the setting names, or are not taken in."""

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
from tests.activities.made import TODAY, Acting
from tests.activities.sent import a_photograph
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
