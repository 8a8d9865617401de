"""Attacks on being signed in: copied cookies, guessed passwords, forged sign-ins, colleagues shut out on purpose."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
import pytest
from fastapi import FastAPI

from api.security import sign_in
from api.security.sign_in import KNOWN, TRIES
from runtime.settings import Settings
from store import accounts
from store.engine import sessions
from tests.api.serving import BASE, LANDLORD, PASSWORD, Client, client, enter, mark_in

COOKIE = "duecourse_session"


@asynccontextmanager
async def place(app: FastAPI, address: str, base: str = BASE) -> AsyncIterator[Client]:
    """A program or browser at another address."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False, client=(address, 4000))
    async with Client(transport=transport, base_url=base) as made:
        yield made


async def guess(by: Client, username: str, password: str = "wrong") -> int:
    """Try to sign in; the status."""
    answer = await by.post("/api/v1/session", json={"username": username, "password": password})
    return answer.status_code


async def test_a_cookie_copied_before_signing_out_opens_nothing_afterwards(app: FastAPI) -> None:
    async with client(app) as browser, client(app) as thief:
        await enter(browser, "officer.a")
        copied = browser.cookies[COOKIE]
        thief.cookies.set(COOKIE, copied)
        assert (await thief.get("/accounts")).status_code == 200
        mark = mark_in((await browser.get("/")).text)
        assert (await browser.post("/sign-out", data={"form_mark": mark})).status_code == 303
        assert (await thief.get("/accounts")).status_code == 303
        assert (await thief.get("/api/v1/session")).status_code == 401
        assert (
            await thief.post("/clock", data={"form_mark": mark, "landlord": LANDLORD, "days": "1"})
        ).status_code > 300


async def test_signing_out_by_a_forged_form_does_not_happen(browser: Client) -> None:
    assert (await browser.post("/sign-out")).status_code == 403
    assert (await browser.get("/accounts")).status_code == 200


async def test_a_bearer_token_counts_no_more_after_its_session_was_ended(officer: Client, senior: Client) -> None:
    assert (await officer.delete("/api/v1/session")).status_code == 204
    assert (await officer.get("/api/v1/session")).status_code == 401
    assert (await senior.get("/api/v1/session")).status_code == 200


async def test_a_new_password_signs_out_everywhere_but_nobody_else(
    app: FastAPI, officer: Client, browser: Client, senior: Client
) -> None:
    async with sessions(app.state.web.engine).begin() as session:
        found = await accounts.by_username(session, "officer.a")
        assert found
        await accounts.set_password(session, "officer.a", found.password_hash)
    assert (await officer.get("/api/v1/session")).status_code == 401
    assert (await browser.get("/accounts")).status_code == 303
    assert (await senior.get("/api/v1/session")).status_code == 200


async def test_being_let_in_again_does_not_revive_old_sessions(app: FastAPI, officer: Client) -> None:
    for disabled in (True, False):
        async with sessions(app.state.web.engine).begin() as session:
            await accounts.set_disabled(session, "officer.a", disabled)
    assert (await officer.get("/api/v1/session")).status_code == 401


async def test_a_disabled_account_with_the_right_password_is_answered_like_a_wrong_one(
    app: FastAPI, stranger: Client
) -> None:
    async with sessions(app.state.web.engine).begin() as session:
        await accounts.set_disabled(session, "senior", True)
    assert await guess(stranger, "senior", PASSWORD) == 401


async def test_a_bearer_token_is_no_cookie_and_what_marks_a_known_browser_opens_nothing(
    app: FastAPI, officer: Client, browser: Client
) -> None:
    bearer = officer.headers["Authorization"].removeprefix("Bearer ")
    known = app.state.web.signer.known("officer.a")
    async with client(app) as thief:
        for value in (bearer, known, browser.cookies[COOKIE][:-1], "", "x" * 3000):
            thief.cookies.set(COOKIE, value)
            assert (await thief.get("/accounts")).status_code == 303
            thief.cookies.clear()
            answer = await thief.get("/api/v1/session", headers={"Authorization": f"Bearer {known}"})
            assert answer.status_code == 401


async def test_guessing_from_elsewhere_does_not_shut_a_colleague_out(app: FastAPI) -> None:
    async with place(app, "203.0.113.9") as attacker, place(app, "198.51.100.7") as colleague:
        for _ in range(TRIES):
            await guess(attacker, "officer.a")
        assert await guess(attacker, "officer.a", PASSWORD) == 429
        assert await guess(colleague, "officer.a", PASSWORD) == 200


async def test_a_browser_they_signed_in_with_before_gets_in_whatever_is_tried_from_the_same_address(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_in, "TRIES_FROM_ONE_PLACE", TRIES + 1)
    async with place(app, "203.0.113.9") as attacker, place(app, "203.0.113.9") as colleague:
        await enter(colleague, "officer.a")
        for _ in range(TRIES):
            await guess(attacker, "officer.a")
        await guess(attacker, "leader")
        assert await guess(attacker, "officer.a", PASSWORD) == 429
        assert await guess(attacker, "senior", PASSWORD) == 429
        del colleague.cookies[COOKIE]
        assert (await enter(colleague, "officer.a")).status_code == 303
        # The mark of a known browser is for its own person only, and is counted too.
        attacker.cookies.set(KNOWN, app.state.web.signer.known("officer.a"), path="/")
        assert await guess(attacker, "senior", PASSWORD) == 429
        for _ in range(TRIES):
            assert await guess(attacker, "officer.a") == 401
        assert await guess(attacker, "officer.a", PASSWORD) == 429


async def test_a_strange_username_is_only_a_wrong_one(stranger: Client) -> None:
    for username in ("x" * 101, "officer.a\x00", "' OR 1=1 --", "officer.a\u202e"):
        assert await guess(stranger, username) in (401, 422)
    shown = await stranger.get("/sign-in")
    sent = {"username": "x" * 5000, "password": "x" * 5000, "form_mark": mark_in(shown.text)}
    assert (await stranger.post("/sign-in", data=sent)).status_code == 401


async def test_nobody_can_be_signed_in_by_another_site(app: FastAPI) -> None:
    sent = {"username": "officer.a", "password": PASSWORD}
    async with client(app) as attacker:
        mark = mark_in((await attacker.get("/sign-in")).text)
    async with client(app) as victim:
        assert (await victim.post("/sign-in", data=sent)).status_code == 403
        assert (await victim.post("/sign-in", data={**sent, "form_mark": mark})).status_code == 403
        victim.cookies.set(COOKIE, "an.old.one")
        assert (await victim.post("/sign-in", data={**sent, "form_mark": mark})).status_code == 403
        own = mark_in((await victim.get("/sign-in")).text)
        for site in ("cross-site", "same-site"):
            answer = await victim.post("/sign-in", data={**sent, "form_mark": own}, headers={"Sec-Fetch-Site": site})
            assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
        assert (await victim.post("/sign-in", data={**sent, "form_mark": own})).status_code == 303


async def test_two_open_sign_in_pages_both_work(app: FastAPI) -> None:
    async with client(app) as browser:
        first = mark_in((await browser.get("/sign-in")).text)
        await browser.get("/sign-in")
        sent = {"username": "officer.a", "password": PASSWORD, "form_mark": first}
        assert (await browser.post("/sign-in", data=sent)).status_code == 303


async def test_every_posted_page_turns_away_a_form_without_its_mark(app: FastAPI, browser: Client) -> None:
    for path in (
        "/accounts",
        "/clock",
        "/sign-out",
        f"/accounts/{LANDLORD}/T900001/open",
        "/cases/T900001-1/do/add_note",
    ):
        for headers in ({}, {"X-Form-Mark": "é".encode()}, {"X-Form-Mark": b"0" * 40}):
            assert (await browser.post(path, headers=headers)).status_code == 403, path
        assert (await browser.post(path, data={"form_mark": "é"})).status_code == 403, path


async def test_a_cookie_alone_cannot_act_over_the_api(browser: Client, mark: str) -> None:
    body = {"landlord": LANDLORD, "days": 1}
    assert (await browser.post("/api/v1/clock/forward", json=body)).status_code == 403
    sent = await browser.post("/api/v1/clock/forward", json=body, headers={"X-Form-Mark": mark})
    assert sent.status_code == 200


async def test_in_production_cookies_never_travel_without_tls(app: FastAPI) -> None:
    web = app.state.web
    settings = web.settings.model_copy(update={"environment": "production"})
    assert isinstance(settings, Settings)
    app.state.web = type(web)(settings, web.engine, web.gateway, web.signer, web.files)
    async with place(app, "198.51.100.7", "https://test") as browser:
        answer = await enter(browser, "officer.a")
    cookies = [value.lower() for value in answer.headers.get_list("set-cookie")]
    kept = [cookie for cookie in cookies if "max-age=0" not in cookie]
    assert len(kept) == 2
    for cookie in kept:
        assert "; secure" in cookie
        assert "; httponly" in cookie
        assert "; samesite=lax" in cookie
        assert "officer" not in cookie
    assert "max-age" in answer.headers["strict-transport-security"]


async def test_a_moved_clock_and_a_sign_in_lead_nowhere_else(browser: Client, mark: str) -> None:
    for target in (
        "/\t/evil.example",
        "/%09/evil.example\n",
        "/\\evil.example",
        "//evil.example",
        "/\r\nSet-Cookie: a=b",
        "javascript:1",
    ):
        data = {"landlord": LANDLORD, "days": "0", "form_mark": mark, "back": target}
        answer = await browser.post("/clock", data=data)
        assert (answer.status_code, answer.headers["location"]) == (303, "/clock"), target
        signed_in = await browser.get("/sign-in", params={"next": target})
        assert signed_in.headers.get("location", "/") == "/", target
