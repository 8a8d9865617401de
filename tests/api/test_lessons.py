"""What the cases teach: causes with what catches them, and days in each stage, by page, API and table."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from activities.context import Context
from cases.commands import RecordOutcome
from cases.failing import FailedBy
from cases.instants import legal_day
from cases.words import OutcomeKind
from documents.files import FileStore
from store import clock
from store.engine import sessions
from tests.activities.made import Acting
from tests.activities.road import to_a_listed_hearing
from tests.api.serving import LANDLORD, OTHER_LANDLORD, Client


async def a_dismissal(database: AsyncEngine, folder: Path) -> str:
    """A case whose claim was dismissed because service was not proven; its id."""
    desk = Acting(Context(database, FileStore(folder / "files")), "T900001")
    hearing = await to_a_listed_hearing(desk)
    desk.at += timedelta(days=42)
    why = FailedBy.SERVICE_UNPROVEN
    on = legal_day(desk.at)
    await desk.act(RecordOutcome(hearing_id=hearing, outcome=OutcomeKind.DISMISSED, on=on, failed_by=why))
    async with sessions(database).begin() as session:
        await clock.advance(session, LANDLORD, 80)
    return desk.case_id


async def test_a_dismissal_is_counted_by_its_cause_with_what_catches_it(
    database: AsyncEngine, tmp_path: Path, officer: Client, browser: Client
) -> None:
    case_id = await a_dismissal(database, tmp_path)
    found = (await officer.get(f"/api/v1/lessons?landlord={LANDLORD}")).json()
    (cause,) = found["causes"]
    assert (cause["code"], cause["times"], cause["cases"]) == ("service_unproven", 1, [case_id])
    assert {"code": "notice_not_served", "asks": "Was the notice served on everybody?"} in cause["gates"]
    shown = (await browser.get("/lessons")).text
    assert "Service of the notice was not proven" in shown
    assert "Was the notice served on everybody?" in shown


async def test_days_in_each_stage_are_told_of_all_by_officer_and_as_a_table(
    database: AsyncEngine, tmp_path: Path, officer: Client
) -> None:
    await a_dismissal(database, tmp_path)
    found = (await officer.get(f"/api/v1/lessons?landlord={LANDLORD}")).json()["delays"]
    told = {(d["by"], d["who"], d["stage"]): (d["left"], d["median_days"], d["now"]) for d in found}
    assert told["all", "", "notice"] == (1, 35.0, 0)
    assert told["officer", "officer.a", "notice"] == (1, 35.0, 0)
    assert told["all", "", "hearing"] == (1, 42.0, 0)
    assert {d["kind"] for d in found} == {"possession"}
    taken = await officer.get(f"/api/v1/lessons.csv?landlord={LANDLORD}")
    assert "Officer,Amal Reid,Notice,1,35.0,35,0," in taken.text
    assert (await officer.get(f"/api/v1/lessons.csv?landlord={OTHER_LANDLORD}")).text.count("\n") == 1
