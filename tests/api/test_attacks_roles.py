"""Attacks from inside: the wrong role at every route, and another landlord's staff at everything that can be named."""

import re
from uuid import uuid4

from fastapi import FastAPI
from starlette.routing import Mount

from cases.words import Role
from store.engine import readers
from store.tables import Sighting
from tests.api.serving import LANDLORD, Client, client, enter, mark_in
from tests.api.test_acts import CONTACT, open_case, opened
from tests.api.test_doors import PUBLIC, doors, roles, routes

WHO = {
    Role.OFFICER: "officer.a",
    Role.SENIOR: "senior",
    Role.TEAM_LEADER: "leader",
    Role.LEGAL: "legal",
    Role.ADMINISTRATOR: "admin",
}


async def test_every_route_turns_away_every_role_that_it_does_not_name(app: FastAPI) -> None:
    turned_away = 0
    for role, username in WHO.items():
        async with client(app, username) as person:
            for route in routes(app):
                if isinstance(route.original_route, Mount) or doors(route) <= PUBLIC:
                    continue
                wanted = frozenset().union(*roles(route))
                assert wanted, route.path
                if role in wanted:
                    continue
                path = re.sub(r"{\w+}", "x", str(route.path))
                for method in route.methods or ():
                    answer = await person.request(method, path, json={} if method == "POST" else None)
                    assert answer.status_code == 403, (role, method, path)
                    turned_away += 1
    assert turned_away > 15


async def test_another_landlords_staff_find_nothing_whatever_they_name(
    app: FastAPI, officer: Client, elsewhere: Client
) -> None:
    case_id = await opened(officer)
    await officer.act(case_id, CONTACT, key="known-to-both-1")
    asked = await officer.act(case_id, {"kind": "request_paper", "paper": "rent_schedule", "subject": "N1"})
    assert asked.status_code < 500
    told = {case_id, "T900001", "Alex", "Robin"}
    async with client(app) as browser:
        await enter(browser, "elsewhere")
        mark = mark_in((await browser.get("/")).text)
        looks = [
            *(
                f"/api/v1/cases/{case_id}{part}"
                for part in ("", "/next", "/deadlines", "/payments", "/history", "/papers")
            ),
            f"/api/v1/cases/{case_id}/papers/P1/file",
            f"/api/v1/accounts/{LANDLORD}/T900001",
            f"/api/v1/accounts?landlord={LANDLORD}",
            "/api/v1/cases?closed=true",
            "/api/v1/cases?officer=officer.a",
            f"/api/v1/outbox?case_id={case_id}",
            "/api/v1/pipeline",
            f"/api/v1/clock?landlord={LANDLORD}",
            "/api/v1/acts/known-to-both-1",
            *(f"/cases/{case_id}{part}" for part in ("", "/dates", "/protocol", "/papers", "/papers/P1", "/history")),
            f"/cases/{case_id}/do/add_note",
            f"/accounts/{LANDLORD}/T900001",
            "/",
            "/accounts",
            "/pipeline",
            "/outbox",
            "/clock",
            "/acts/known-to-both-1",
        ]
        for path in looks:
            answer = await (elsewhere if path.startswith("/api/") else browser).get(path)
            assert answer.status_code in (200, 202, 404), (path, answer.status_code)
            seen = {word for word in told if word in answer.text.replace(f"/acts/known-to-both-1?case={case_id}", "")}
            assert not seen, (path, seen)
            assert LANDLORD not in answer.text, path
        found = await browser.post("/accounts", data={"search": "Alex", "form_mark": mark})
        assert "T900001" not in found.text
        for path, data in (
            (f"/cases/{case_id}/do/add_note", {"text": "Not mine."}),
            (f"/accounts/{LANDLORD}/T900002/open", {"reason": "Not mine."}),
            ("/clock", {"landlord": LANDLORD, "days": "7"}),
        ):
            answer = await browser.post(path, data={**data, "form_mark": mark})
            assert answer.status_code == 404, path
        moved = await elsewhere.post("/api/v1/clock/forward", json={"landlord": LANDLORD, "days": 7})
        assert moved.status_code == 404
        assert (await open_case(elsewhere, "T900002")).status_code == 404
        assert (await elsewhere.act(case_id, CONTACT, key="known-to-both-1")).status_code == 404
    async with readers(app.state.web.engine)() as session:
        looked = (await session.execute(Sighting.__table__.select())).all()  # type: ignore[attr-defined]
    assert not [row for row in looked if row.user_id == "elsewhere" and case_id in row.subject]


async def test_a_colleagues_key_gives_neither_their_answer_nor_their_words(officer: Client, senior: Client) -> None:
    case_id = await opened(officer)
    note = {"kind": "add_note", "text": "Mine alone."}
    first = await officer.act(case_id, note, key="shared-by-two")
    assert (await senior.get("/api/v1/acts/shared-by-two")).status_code == 202
    second = await senior.act(case_id, {**note, "text": "Another's."}, key="shared-by-two")
    assert second.status_code == 200
    assert second.json()["repeated"] is False
    assert second.json()["revision"] == first.json()["revision"] + 1
    events = (await officer.get(f"/api/v1/cases/{case_id}/history")).json()["events"]
    assert [each["by"]["user_id"] for each in events][-2:] == ["officer.a", "senior"]


async def test_one_key_with_another_case_command_field_or_word_answers_nothing(officer: Client) -> None:
    case_id, other = await opened(officer), await opened(officer, "T900002")
    search = {"kind": "record_search", "on": "2026-11-23", "before": "notice", "clear": True}
    assert (await officer.act(case_id, search, key="one-key-only")).status_code == 200
    assert (await officer.act(case_id, search, key="one-key-only")).json()["repeated"] is True
    for where, command in (
        (other, search),
        (case_id, {**search, "clear": False}),
        (case_id, {**search, "on": "2026-11-22"}),
        (case_id, {"kind": "add_note", "text": "x"}),
    ):
        answer = await officer.act(where, command, key="one-key-only")
        assert answer.status_code == 409, command
        assert answer.json()["refusals"][0]["code"] == "key_reused"
        assert "search_recorded" not in answer.text
    note = {"kind": "add_note", "text": "x"}
    assert (await officer.act(case_id, note, key="another-key")).status_code == 200
    answer = await officer.act(case_id, {**note, "text": "y"}, key="another-key")
    assert answer.json()["refusals"][0]["code"] == "key_reused"
    assert (await open_case(officer, "T900002", key="one-key-only")).json()["refusals"][0]["code"] == "key_reused"


async def test_a_case_is_never_opened_on_a_word_that_is_no_tenancy(officer: Client) -> None:
    """The engine knows a case by its tenancy's reference, unencrypted: a name must not become one."""
    for ref in ("Zanzibara", "T900001%2f..", "Zanzibara Quux", "x\x00", "", "x" * 200):
        answer = await officer.post(
            "/api/v1/cases",
            json={"landlord": LANDLORD, "tenancy_ref": ref},
            headers={"Idempotency-Key": str(uuid4())},
        )
        assert answer.status_code in (404, 422), ref
        assert "Zanzibara" not in answer.text
