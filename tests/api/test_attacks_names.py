"""A planted name: an imported tenancy whose people, address and every free word are unmistakable, looked for everywhere
that outlives a page: logs, the record, what the engine is told, addresses, file names, problems."""

import logging
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.gateway import NotRecorded
from cases.words import Role
from runtime.logs import without_text
from store import accounts, cases
from store.engine import readers, sessions
from store.importing import import_export
from store.tables import metadata
from tests.api.serving import NoEngine, client, enter, mark_in
from workflows import board
from workflows.messages import StepRequest
from workflows.steps import StepResult

NAMES = ("Zanzibarina", "Quuxworthy", "Wimblestone", "zanza@example.org", "01632 960999")
LANDLORD = "sample-planted-council"
HOLDS_NAMES = {"person", "tenancy", "text"}
"""The only tables where people's data lies: the housing system's copy, and erasable words."""

FILES = {
    "tenancies.csv": "tenancy_ref,occupancy_type,is_social_housing,landlord,address_line_1,town,postcode,country,"
    "start_date,fixed_term_end,period_unit,period_anchor,weeks_charged_a_year,rent_pence,service_charge_pence,patch,"
    "officer,end_date\n"
    "P1,secure,true,Sample Planted Council,9 Wimblestone Road,London,E3 3SU,England,2021-09-06,,week,2021-09-06,52,"
    "10000,0,Central,planted,\n",
    "people.csv": "tenancy_ref,role,title,first_name,last_name,date_of_birth,email,phone,preferred_contact,"
    "vulnerability_note,interpreter_language,benefit\n"
    "P1,tenant,Ms,Zanzibarina,Quuxworthy,1978-05-23,zanza@example.org,01632 960999,email,"
    "Zanzibarina is unwell,,HB\n",
    "postings.csv": "tenancy_ref,posted_on,kind,due_pence,paid_pence,source,narrative\n"
    "P1,2026-10-05,rent,150000,0,,Rent charge\n",
}


class Listening(NoEngine):
    """Keeps what the engine would have been told and what it answered, before any encryption."""

    heard: list[str]

    async def open_case(
        self, landlord: str, tenancy_ref: str, request: StepRequest, clock_offset: timedelta
    ) -> StepResult | None:
        return self._keep(request, await super().open_case(landlord, tenancy_ref, request, clock_offset))

    async def act(self, landlord: str, tenancy_ref: str, request: StepRequest) -> StepResult | None:
        return self._keep(request, await super().act(landlord, tenancy_ref, request))

    def _keep(self, request: StepRequest, result: StepResult | None) -> StepResult | None:
        self.heard += [request.model_dump_json(), result.model_dump_json() if result else ""]
        return result


@pytest.fixture
def listening(gateway: NoEngine) -> Listening:
    """The gateway, with an ear."""
    gateway.__class__ = Listening
    assert isinstance(gateway, Listening)
    gateway.heard = []
    return gateway


def planted_in(texts: Iterable[Any]) -> list[str]:
    """Where any planted word is found, in whatever case."""
    return [str(text)[:200] for text in texts if any(name.casefold() in str(text).casefold() for name in NAMES)]


async def planted(app: FastAPI, folder: Path) -> None:
    """Import the tenancy, and make an officer for it."""
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    engine = app.state.web.engine
    summary = await import_export(engine, folder, sample=True)
    assert not summary.errors, summary.errors
    async with sessions(engine).begin() as session:
        other = await accounts.by_id(session, "senior")
        assert other
        await accounts.create(
            session,
            user_id="planted",
            username="planted",
            display_name="Pat Lant",
            role=Role.OFFICER,
            password_hash=other.password_hash,
            landlord=LANDLORD,
        )


async def test_a_planted_name_is_found_only_where_names_belong(
    app: FastAPI, listening: Listening, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for quiet in ("aiosqlite", "sqlalchemy.engine", "httpx2", "httpcore2"):
        logging.getLogger(quiet).setLevel(logging.WARNING)
    await planted(app, tmp_path / "export")
    words = "Zanzibarina Quuxworthy of Wimblestone Road telephoned from 01632 960999."
    addresses: list[str] = []
    problems: list[str] = []
    async with client(app, "planted") as officer, client(app) as browser:
        done = await officer.post(
            "/api/v1/cases",
            json={"landlord": LANDLORD, "tenancy_ref": "P1", "reason": words},
            headers={"Idempotency-Key": "planted-opening"},
        )
        assert done.status_code == 201, done.text
        case_id = done.json()["case_id"]
        tenant = (await officer.get(f"/api/v1/cases/{case_id}")).json()["tenants"][0]["person_id"]
        contact = {"kind": "record_contact", "step": "contact_each_tenant", "on": "2026-11-23", "method": "telephone"}
        search = {"kind": "record_search", "on": "2026-11-23", "before": "notice", "clear": True}
        assessed = {"kind": "record_assessment", "on": "2026-11-23", "before": "notice", "proceed": True}
        notice = {"kind": "draft_notice", "notice": "s83", "grounds": ["1"], "planned_service": "2026-11-24"}
        for command in (
            {**contact, "tenants": [tenant], "note": words},
            search,
            {**assessed, "reasons": words},
            {**notice, "particulars": words},
            {"kind": "add_note", "text": words},
            {**contact, "tenants": ["Zanzibarina Quuxworthy"], "note": words},
            {**contact, "tenants": ["Zanzibarina"], "method": "Wimblestone"},
            {**notice, "grounds": ["Quuxworthy?"], "particulars": words},
            {"kind": "reassign", "officer": "x", "reason": words},
            {"kind": words},
            {"kind": "close_case", "result": words, "note": words},
        ):
            answer = await officer.act(case_id, command)
            assert answer.status_code < 500, answer.text
            problems.append(answer.text)
        await enter(browser, "planted")
        for path in ("/", "/accounts", f"/accounts/{LANDLORD}/P1", f"/cases/{case_id}", f"/cases/{case_id}/history"):
            shown = await browser.get(path)
            addresses += [link.split('"')[0] for link in shown.text.split('href="')[1:] + shown.text.split('src="')[1:]]
            addresses += [link.split('"')[0] for link in shown.text.split('action="')[1:]]
        mark = mark_in(shown.text)
        found = await browser.post("/accounts", data={"search": "quuxworthy", "form_mark": mark})
        assert "Zanzibarina" in found.text, "names are shown to officers on pages"
        addresses += [str(found.url), str(found.headers)]
        for fault in (ValueError(words), KeyError(words), NotRecorded(words)):
            listening.away = fault
            answer = await officer.act(case_id, {"kind": "add_note", "text": words})
            assert answer.status_code in (500, 503)
            problems.append(answer.text)
    assert planted_in(problems) == []
    assert planted_in(addresses) == []
    assert planted_in(listening.heard) == []
    assert planted_in(record.__dict__ for record in caplog.records) == []
    assert planted_in([caplog.text]) == []
    assert planted_in(tmp_path.rglob("*")) == []
    async with readers(app.state.web.engine)() as session:
        for table in metadata.sorted_tables:
            rows = [row._asdict() for row in await session.execute(select(table))]
            if table.name not in HOLDS_NAMES:
                assert planted_in(rows) == [], table.name
        state = await cases.load_state(session, case_id)
    assert state is not None
    assert planted_in([state.model_dump_json(), board.waits_for(state)]) == []


def test_an_exception_is_logged_without_its_text() -> None:
    told, (first, second, *_) = "", NAMES
    try:
        try:
            raise KeyError(first)
        except KeyError as cause:
            raise ValueError(second) from cause
    except ValueError as fault:
        told = without_text((type(fault), fault, fault.__traceback__))
    assert planted_in([told]) == []
    assert told.index("KeyError") < told.index("ValueError")
    assert "test_attacks_names" in told
