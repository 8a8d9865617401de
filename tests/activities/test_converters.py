"""A paper made through LibreOffice: signs of life while it works, and nothing left behind once nobody waits."""

import asyncio
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from temporalio.testing import ActivityEnvironment

from activities import failures
from activities.context import Context
from activities.make_paper import MakePaper
from activities.making import making
from cases.words import PaperKind
from documents import soffice
from documents.convert import DxpdfConverter
from documents.papers.registry import PAPERS
from documents.soffice import LibreOfficeConverter
from tests.activities.made import LANDLORD, Acting
from tests.activities.road import to_an_approved_notice
from tests.activities.test_make_paper import asked, text_of
from tests.documents.test_soffice import FAKE, alive

READY = DxpdfConverter().to_pdf(PAPERS["draft_order"].template.read_bytes(), title="x")


@pytest.fixture
def office(context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    """The context of a landlord whose papers go through LibreOffice; a program in its place waits for a child."""
    monkeypatch.setattr(soffice, "BEAT_EVERY", 0.05)
    monkeypatch.setattr(failures, "HEARTBEAT_SECONDS", 0.05)
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    (folder / "ready.pdf").write_bytes(READY)
    program = folder / "soffice"
    body = f"(while [ ! -e {folder}/done ]; do sleep 0.05; done) & echo $! > {folder}/child; wait"
    program.write_text(FAKE.format(log=folder, body=body, pdf=folder / "ready.pdf"))
    program.chmod(0o755)
    return replace(context, converter="libreoffice")


async def until(present: Path) -> str:
    """What is in the file, once something is."""
    while not (present.exists() and (said := present.read_text().strip())):
        await asyncio.sleep(0.01)
    return said


async def test_a_paper_through_libreoffice_shows_life_until_it_is_there(office: Context, tmp_path: Path) -> None:
    desk = Acting(office)
    paper = await asked(desk, PaperKind.NSP_S83, await to_an_approved_notice(desk))
    beats: list[Any] = []
    environment = ActivityEnvironment()
    environment.on_heartbeat = lambda *told: beats.append(told)
    made = asyncio.ensure_future(environment.run(MakePaper(office).make_paper, paper))
    await until(tmp_path / "bin" / "child")
    seen = len(beats)
    while len(beats) < seen + 3:
        await asyncio.sleep(0.01)
    (tmp_path / "bin" / "done").touch()
    assert text_of(office, await made)


async def test_an_activity_that_is_cancelled_ends_libreoffice_and_what_it_started(
    office: Context, tmp_path: Path
) -> None:
    desk = Acting(office)
    paper = await asked(desk, PaperKind.NSP_S83, await to_an_approved_notice(desk))
    environment = ActivityEnvironment()
    made = asyncio.ensure_future(environment.run(MakePaper(office).make_paper, paper))
    child = int(await until(tmp_path / "bin" / "child"))
    environment.cancel()
    with pytest.raises(asyncio.CancelledError):
        await made
    while alive(child):
        await asyncio.sleep(0.01)


async def test_papers_that_the_builtin_converter_would_misspell_go_through_libreoffice_where_it_is(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with making(context, LANDLORD) as maker:
        assert maker.office is None
    (tmp_path / "soffice").touch(0o755)
    async with making(context, LANDLORD) as maker:
        assert isinstance(maker.office, LibreOfficeConverter)
        assert isinstance(maker.converter, DxpdfConverter)
