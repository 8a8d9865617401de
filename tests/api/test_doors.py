"""Who gets in, and who does not: every route says for whom it is, forged forms are turned away, names stay inside."""

import logging
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from sqlmodel import select
from starlette.routing import Mount

from api.security.people import roles_of
from api.security.sign_in import TRIES
from cases.words import Role
from runtime import logs
from store import accounts, clock
from store.engine import readers, sessions
from store.tables import Sighting
from tests.api.serving import LANDLORD, PASSWORD, Client, client, enter
from tests.api.test_acts import opened

PUBLIC = {("GET", "/health"), ("GET", "/api/v1/openapi.json"), ("POST", "/api/v1/session")}
PUBLIC |= {("GET", "/sign-in"), ("POST", "/sign-in")}
# Its address holds a secret word of 256 bits, as calendars can send nothing else.
PUBLIC |= {("GET", "/calendar/{word}.ics")}


def routes(app: FastAPI) -> Iterator[RouteContext]:
    """Every route as it is served, also those of included routers."""
    return iter_route_contexts(app.router.routes)


def doors(route: RouteContext) -> set[tuple[str, str]]:
    """The methods and path of a route."""
    return {(method, str(route.path)) for method in route.methods or ()}


def roles(route: RouteContext) -> list[frozenset[Role]]:
    """What each of a route's dependencies says about who may use it."""
    found = [roles_of(each.call) for each in route.dependant.dependencies]
    return [each for each in found if each is not None]


def test_every_route_says_for_whom_it_is(app: FastAPI) -> None:
    seen = 0
    for route in routes(app):
        if isinstance(route.original_route, Mount):
            assert route.path == "/assets"
            continue
        assert isinstance(route.original_route, APIRoute), route
        said = roles(route)
        assert said, f"{route.path} says nothing of who may use it"
        if not any(said):
            assert doors(route) <= PUBLIC, f"{route.path} is for everybody"
        seen += 1
    assert seen > 30


async def test_every_route_that_is_not_public_turns_a_stranger_away(app: FastAPI, stranger: Client) -> None:
    for route in routes(app):
        if isinstance(route.original_route, Mount) or doors(route) <= PUBLIC:
            continue
        path = re.sub(r"{\w+}", "x", str(route.path))
        for method in route.methods or ():
            answer = await stranger.request(method, path)
            if path.startswith("/api/"):
                assert answer.status_code == 401, (method, path)
                assert answer.json()["refusals"][0]["code"] == "not_signed_in"
            else:
                assert answer.status_code == 303, (method, path)
                assert answer.headers["location"].startswith("/sign-in")


async def test_an_officer_of_another_landlord_sees_nothing_of_a_case(officer: Client, elsewhere: Client) -> None:
    case_id = await opened(officer)
    for path in (
        f"/api/v1/cases/{case_id}",
        f"/api/v1/cases/{case_id}/next",
        f"/api/v1/cases/{case_id}/history",
        f"/api/v1/cases/{case_id}/papers",
        f"/api/v1/cases/{case_id}/deadlines",
        f"/api/v1/cases/{case_id}/payments",
        f"/api/v1/accounts/{LANDLORD}/T900001",
        f"/api/v1/clock?landlord={LANDLORD}",
        f"/cases/{case_id}",
        f"/accounts/{LANDLORD}/T900001",
    ):
        assert (await elsewhere.get(path)).status_code == 404, path
    assert (await elsewhere.get("/api/v1/accounts")).json()["accounts"] == []
    assert (await elsewhere.get("/api/v1/cases")).json()["cases"] == []
    assert (await elsewhere.act(case_id, {"kind": "add_note", "text": "Not mine."})).status_code == 404


async def test_another_landlords_act_cannot_be_read_by_its_key(officer: Client, elsewhere: Client) -> None:
    case_id = await opened(officer)
    await officer.act(case_id, {"kind": "add_note", "text": "Ours."}, key="their-secret-key")
    answer = await elsewhere.get("/api/v1/acts/their-secret-key")
    assert answer.status_code == 202
    assert case_id not in answer.text


async def test_an_administrator_sees_no_tenants(app: FastAPI, officer: Client) -> None:
    case_id = await opened(officer)
    async with client(app, "admin") as admin:
        assert (await admin.get(f"/api/v1/cases/{case_id}")).status_code == 403
        assert (await admin.get(f"/api/v1/accounts/{LANDLORD}/T900001")).status_code == 403


async def test_a_wrong_password_and_an_unknown_name_are_answered_alike(stranger: Client) -> None:
    wrong = await stranger.post("/api/v1/session", json={"username": "officer.a", "password": "wrong"})
    unknown = await stranger.post("/api/v1/session", json={"username": "nobody.here", "password": "wrong"})
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()


async def test_guessing_passwords_is_stopped(stranger: Client) -> None:
    for _ in range(TRIES):
        await stranger.post("/api/v1/session", json={"username": "officer.a", "password": "wrong"})
    answer = await stranger.post("/api/v1/session", json={"username": "officer.a", "password": PASSWORD})
    assert answer.status_code == 429


async def test_a_disabled_account_is_out_at_once(app: FastAPI, officer: Client) -> None:
    assert (await officer.get("/api/v1/session")).status_code == 200
    async with sessions(app.state.web.engine).begin() as session:
        await accounts.set_disabled(session, "officer.a", True)
    assert (await officer.get("/api/v1/session")).status_code == 401


@pytest.mark.parametrize("token", ["", "x", "Bearer x", "eyJhbGciOiJub25lIn0.e30."])
async def test_a_token_that_is_not_ours_is_no_token(stranger: Client, token: str) -> None:
    answer = await stranger.get("/api/v1/session", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


async def test_a_page_cookie_is_no_bearer_token(browser: Client) -> None:
    cookie = browser.cookies["duecourse_session"]
    browser.cookies.clear()
    answer = await browser.get("/api/v1/session", headers={"Authorization": f"Bearer {cookie}"})
    assert answer.status_code == 401


async def test_a_form_without_its_mark_changes_nothing(app: FastAPI, browser: Client) -> None:
    for mark in ("", "0" * 40):
        answer = await browser.post("/clock", data={"landlord": LANDLORD, "days": "7", "form_mark": mark})
        assert answer.status_code == 403
    async with readers(app.state.web.engine)() as session:
        assert await clock.offset(session, LANDLORD) == timedelta(0)


async def test_a_form_sent_by_another_site_is_turned_away(browser: Client, mark: str) -> None:
    data = {"landlord": LANDLORD, "days": "7", "form_mark": mark}
    answer = await browser.post("/clock", data=data, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert (await browser.post("/clock", data=data)).status_code == 303


async def test_the_session_cookie_is_out_of_the_reach_of_scripts_and_other_sites(app: FastAPI) -> None:
    async with client(app) as browser:
        answer = await enter(browser, "officer.a")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie or "samesite=strict" in cookie
    assert "officer" not in cookie


async def test_signing_in_never_leads_to_another_site(app: FastAPI) -> None:
    for target in (
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "\t//elsewhere.example",
    ):
        async with client(app) as browser:
            answer = await enter(browser, "officer.a", target)
            assert answer.status_code == 303
            assert answer.headers["location"] == "/", target


async def test_every_answer_tells_the_browser_to_trust_nothing_else(browser: Client, stranger: Client) -> None:
    for who, path in ((browser, "/"), (stranger, "/sign-in"), (stranger, "/api/v1/session"), (stranger, "/nowhere")):
        headers = (await who.get(path)).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
    first, second = [(await browser.get("/")).headers["content-security-policy"] for _ in range(2)]
    assert first != second


async def test_no_tenants_name_is_logged_or_stands_in_an_address(
    officer: Client, browser: Client, mark: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logs.hush()
    case_id = await opened(officer)
    shown = await browser.post("/accounts", data={"search": "Alex Sample", "form_mark": mark})
    assert "T900001" in shown.text
    for path in (f"/cases/{case_id}", f"/accounts/{LANDLORD}/T900001", f"/cases/{case_id}/history"):
        answer = await browser.get(path)
        assert answer.status_code == 200
        assert "Alex" in answer.text or "history" in path
        assert "Alex" not in str(answer.url)
        for link in answer.text.split('href="')[1:]:
            assert "Alex" not in link.split('"')[0]
    await officer.act(case_id, {"kind": "add_note", "text": "Alex Sample telephoned."})
    assert "Alex" not in caplog.text
    assert "Alex" not in str([record.__dict__ for record in caplog.records])


async def test_who_looked_at_whom_is_on_the_record(app: FastAPI, officer: Client, browser: Client) -> None:
    case_id = await opened(officer)
    await browser.get(f"/cases/{case_id}")
    async with readers(app.state.web.engine)() as session:
        seen = (await session.execute(select(Sighting))).scalars().all()
    assert ("officer.a", case_id) in {(each.user_id, each.subject) for each in seen}
