"""Claims as one file: a dry run case by case, the cases' own data put together, every taking of it recorded."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import pytest_asyncio
from lxml import etree
from sqlalchemy.ext.asyncio import AsyncEngine

from activities.context import Context
from cases.base import FileRef
from cases.claim_files import file_row
from cases.commands import PaperDone, RequestPaper
from cases.courts import CourtFacts
from cases.words import PaperKind, Route
from documents.files import FileStore
from store import landlords
from store.audit import sightings
from store.details import SAMPLE
from store.engine import readers, sessions
from tests.activities.made import LANDLORD, Acting
from tests.activities.road import to_an_approved_claim
from tests.api.serving import Client
from tests.cases.road import SYSTEM, Road, secure_road

CASE = "T900001-1"


@pytest_asyncio.fixture
async def desk(database: AsyncEngine, tmp_path: Path) -> AsyncIterator[Acting]:
    """The case of T900001 with an approved claim, on the landlord's own clock."""
    desk = Acting(Context(database, FileStore(tmp_path / "files")), "T900001")
    first = desk.at
    await to_an_approved_claim(desk)
    async with sessions(database).begin() as session:
        await landlords.set_details(session, LANDLORD, SAMPLE)
        owner = await landlords.get(session, LANDLORD)
        owner.clock_offset_seconds = int((desk.at - first).total_seconds())
    yield desk


async def ask(by: Client, route: str = "pcs", dry_run: bool = True, *cases: str) -> httpx2.Response:
    body = {"route": route, "cases": list(cases or (CASE,)), "dry_run": dry_run}
    return await by.post("/api/v1/claim-files", json=body)


async def made(by: Client, paper: str = "pcs_data") -> dict[str, Any]:
    answer = await by.act(CASE, {"kind": "request_paper", "paper": paper, "subject": "C1"})
    assert answer.status_code == 200, answer.text
    papers = (await by.get(f"/api/v1/cases/{CASE}/papers")).json()["papers"]
    assert papers[-1]["file"], papers[-1]["failed"]
    return dict(papers[-1])


async def test_the_file_is_the_cases_own_and_each_taking_is_recorded(
    desk: Acting, database: AsyncEngine, officer: Client
) -> None:
    before = (await ask(officer)).json()
    assert (before["included"], before["rows"][0]["refusals"][-1]["code"]) == (0, "data_not_made")
    refused = await ask(officer, "pcs", False)
    assert (refused.status_code, refused.json()["refusals"][-1]["code"]) == (409, "data_not_made")
    paper = await made(officer)
    own = await officer.get(f"/api/v1/cases/{CASE}/papers/{paper['id']}/file")
    assert own.headers["content-type"] == "application/json"
    assert own.headers["content-disposition"].startswith("attachment")
    rows = (await ask(officer, "pcs", True, CASE, "T900002-1", CASE)).json()
    assert [row["included"] for row in rows["rows"]] == [True, False]
    taken = await ask(officer, "pcs", False, CASE, "T900002-1")
    assert (taken.status_code, taken.headers["left-out"]) == (200, "1")
    assert taken.json()["claims"] == own.json()["claims"]
    assert taken.json()["claims"][0]["schedule"]["arrears_pence"] == paper["figure_pence"]
    async with readers(database)() as session:
        looks = [(each.what, each.subject) for each in await sightings(session, case_id=CASE)]
    assert ("claim file", f"{CASE}/{paper['id']}") in looks
    assert ("paper", f"{CASE}/{paper['id']}") in looks


async def test_by_page_an_officer_sees_what_is_in_and_takes_the_file(
    desk: Acting, officer: Client, browser: Client, mark: str
) -> None:
    await made(officer, "pcol_data")
    page = (await browser.get("/claim-files")).text
    assert f'value="{CASE}"' in page
    assert "check it against the schema of your bulk licence" in page
    form = {"form_mark": mark, "route": "pcol", "case": CASE}
    shown = (await browser.post("/claim-files", data=form)).text
    assert "Take the file of 1 claim<" in shown
    taken = await browser.post("/claim-files", data=form | {"run": "yes"})
    assert taken.headers["content-disposition"] == 'attachment; filename="claims-pcol.xml"'
    assert etree.fromstring(taken.content).findtext("header/requestCount") == "1"
    wrong = await browser.post("/claim-files", data={"form_mark": mark, "route": "pcol"})
    assert wrong.status_code == 422
    court = (await browser.get(f"/cases/{CASE}")).text
    assert "County Court at Sampleton</strong>. The home" in court


async def test_another_landlords_officer_gets_nothing_and_a_shape_is_given_to_staff(
    desk: Acting, officer: Client, elsewhere: Client
) -> None:
    rows = (await ask(elsewhere)).json()["rows"]
    assert [(row["included"], row["refusals"][0]["code"]) for row in rows] == [(False, "not_found")]
    assert (await elsewhere.get(f"/api/v1/cases/{CASE}/claims/C1/court")).status_code == 404
    court = (await officer.get(f"/api/v1/cases/{CASE}/claims/C1/court")).json()
    assert (court["name"], court["basis"], court["confidence"]) == ("County Court at Sampleton", "table", "C")
    assert (await officer.get(f"/api/v1/cases/{CASE}/claims/C9/court")).status_code == 404
    schema = await officer.get("/api/v1/claim-files/shapes/pcs")
    assert json.loads(schema.content)["title"] == "ClaimFile"
    assert b"<xs:schema" in (await officer.get("/api/v1/claim-files/shapes/pcol")).content


def _with_data(road: Road) -> Road:
    road.do(RequestPaper(paper=PaperKind.PCS_DATA, subject="C1"))
    file = FileRef(sha256="0" * 64, size=1, name="c.json", kind="pcs_data")
    return road.do(PaperDone(paper_id=road.case.papers[-1].id, file=file, figure_pence=120_000), SYSTEM)


def codes(road: Road, route: Route = Route.PCS) -> set[str]:
    return {refusal.code for refusal in file_row(road.case, road.facts(), route, road.as_at).refusals}


def test_a_claim_goes_in_while_it_could_be_issued_today_and_its_data_still_holds() -> None:
    road = _with_data(secure_road().to_approved_claim())
    assert file_row(road.case, road.facts(), Route.PCS, road.as_at).included
    assert codes(road, Route.PCOL) == {"data_not_made"}
    assert "papers_stale" in codes(_with_data(secure_road().to_approved_claim()).pay(100))
    late = _with_data(secure_road().to_approved_claim()).later(15)
    assert "figure_stale" in codes(late)


@pytest.mark.parametrize("route", [Route.PCS, Route.PCOL])
def test_a_case_without_a_prepared_claim_has_none_to_bring(route: Route) -> None:
    assert codes(secure_road().to_served_notice(), route) == {"no_claim_ready"}
    assert codes(secure_road().to_issued_claim(), route) == {"no_claim_ready"}


def test_a_court_that_is_not_known_keeps_a_claim_out() -> None:
    road = _with_data(secure_road().to_approved_claim())
    facts = road.facts().model_copy(update={"courts": CourtFacts(installed=True)})
    row = file_row(road.case, facts, Route.PCS, road.as_at)
    assert "court_unknown" in {refusal.code for refusal in row.refusals}
