"""The doctor works the record's chains and seals out again, and says when somebody altered them."""

from datetime import date
from pathlib import Path

import pytest

from law import calendar
from runtime.commands.checking import CHECKS, Unwell
from runtime.settings import Settings, load
from store import migrate, seals
from store.engine import make_engine, sessions
from tests.documents.uploads.test_scan import scanner
from tests.store.made import CASE, a_case
from tests.store.test_proof import tamper


async def a_record(folder: Path, *altered: str) -> Settings:
    settings = load(data_dir=folder)
    migrate.upgrade(settings.database)
    engine = make_engine(settings.database)
    async with sessions(engine).begin() as session:
        await a_case(session, notes=2)
        await seals.seal(session, date(2026, 11, 23))
    if altered:
        await tamper(engine, *altered)
    await engine.dispose()
    return settings


async def test_a_record_that_was_left_alone_is_well(tmp_path: Path) -> None:
    said = await CHECKS["record"](await a_record(tmp_path))
    assert said.startswith("every chain whole (cases: 1, daily seals: 1, the last one ")


@pytest.mark.parametrize(
    ("altered", "said"),
    [
        ("UPDATE event SET actor_id = 'somebody' WHERE seq = 2", f"{CASE}: event 2 was altered"),
        ("UPDATE sealed_head SET seq = 1", "the seal of 2026-11-23 was altered"),
    ],
)
async def test_an_altered_record_is_told(tmp_path: Path, altered: str, said: str) -> None:
    settings = await a_record(tmp_path, altered)
    with pytest.raises(Unwell, match=said):
        await CHECKS["record"](settings)


async def test_it_says_which_converter_papers_are_made_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    told = await CHECKS["converter"](load(data_dir=tmp_path))
    assert told == "papers by builtin; Word files that others send are refused: LibreOffice is not installed here"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (0, "asked of the virus scanner; pages without text are flagged"),
        (1, r"finds one in a harmless file; see DUECOURSE_UPLOAD_SCANNER"),
        (2, r"every document that people send is refused: .* ended with 2.*; see DUECOURSE_UPLOAD_SCANNER"),
    ],
)
async def test_it_asks_the_virus_scanner_about_a_harmless_file(tmp_path: Path, code: int, told: str) -> None:
    settings = load(data_dir=tmp_path, upload_scanner=scanner(tmp_path, f"exit {code}"))
    if code:
        with pytest.raises(Unwell, match=told):
            await CHECKS["uploads"](settings)
    else:
        assert await CHECKS["uploads"](settings) == told


async def test_it_says_what_becomes_of_pages_without_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    settings = load(data_dir=tmp_path, upload_ocr=True)
    assert await CHECKS["uploads"](settings) == (
        "no virus scanner; pages without text are flagged: `ocrmypdf` is not here"
    )
    (tmp_path / "ocrmypdf").touch(0o755)
    assert await CHECKS["uploads"](settings) == "no virus scanner; pages without text are read"


async def test_it_says_how_far_bank_holidays_are_known_and_warns_a_year_before_their_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = load(data_dir=tmp_path)
    monkeypatch.setattr(calendar, "TABLE_ENDS", date(2999, 12, 31))
    assert (await CHECKS["bank holidays"](settings)).startswith("known to 31 December 2999")
    monkeypatch.setattr(calendar, "TABLE_ENDS", date(2012, 12, 31))
    with pytest.raises(Unwell, match=r"ended on Monday 31 December 2012.*bank_holidays\.json"):
        await CHECKS["bank holidays"](settings)
