"""What lies on PostgreSQL makes the same paper, takes the same document and builds the same bundle as on SQLite."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from temporalio.testing import ActivityEnvironment

from activities import all_activities
from activities.context import Context
from activities.contract import PaperInput, PaperResult
from cases.commands import RequestPaper
from cases.document_kinds import DocumentKind
from cases.words import PaperKind
from store.engine import sessions
from tests.activities.made import Acting, a_context, a_landlord
from tests.activities.road import to_a_listed_hearing, to_an_approved_notice
from tests.databases import postgres_database
from tests.documents.bundle.samples import letter
from tests.documents.record.reading import pages, source_of
from tests.documents.record.test_documents_in_bundles import put


@pytest_asyncio.fixture
async def postgres(postgres_url: str, tmp_path: Path) -> AsyncIterator[Context]:
    """What activities work with where the record is on PostgreSQL; the made-up landlord is in it."""
    async with postgres_database(postgres_url) as engine:
        async with sessions(engine).begin() as session:
            await a_landlord(session)
        yield a_context(engine, tmp_path)


async def made(desk: Acting, activity: str, paper: PaperKind, subject: str) -> PaperResult:
    requested = await desk.act(RequestPaper(paper=paper, subject=subject))
    (wanted,) = [event.paper for event in requested.decision.events if event.kind == "paper_changed"]
    asked = PaperInput(case_id=desk.case_id, paper_id=wanted.id, paper=paper, subject=subject, as_at=desk.at)
    work: Any = next(each for each in all_activities(desk.context) if each.__name__ == activity)
    result: PaperResult = await ActivityEnvironment().run(work, asked)
    assert result.failed is None
    return result


async def test_a_paper_and_a_document_are_made_from_a_record_on_postgresql(postgres: Context) -> None:
    assert postgres.engine.dialect.name == "postgresql"
    desk = Acting(postgres)
    notice = await to_an_approved_notice(desk)
    await put(desk, DocumentKind.PROOF_OF_SERVICE, letter(words="Photographed on the doormat."), "Post book", notice)
    paper = await made(desk, "make_paper", PaperKind.NSP_S83, notice)
    assert paper.file is not None
    assert "Mx Alex Sample" in " ".join(pages(postgres.files.get(paper.file.sha256)))
    (document,) = (await source_of(desk)).state.documents
    assert document.file is not None
    assert (document.pages, document.no_text, document.evidences) == (1, 0, notice)


@pytest.mark.long
async def test_a_bundle_is_built_from_a_record_on_postgresql(postgres: Context) -> None:
    desk = Acting(postgres)
    hearing = await to_a_listed_hearing(desk)
    await put(desk, DocumentKind.TENANCY_AGREEMENT, letter(words="The tenancy agreement of the home."), "The agreement")
    bundle = await made(desk, "build_bundle", PaperKind.BUNDLE, hearing)
    assert bundle.file is not None
    assert bundle.bundle is not None
    assert all(point.passed for point in bundle.bundle.points)
    entry = next(each for each in bundle.bundle.entries if each.title == "The agreement")
    read = pages(postgres.files.get(bundle.file.sha256))
    assert "The tenancy agreement of the home." in read[entry.first_page - 1]
