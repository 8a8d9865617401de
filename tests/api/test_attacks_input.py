"""Attacks by what is sent: too much, of the wrong kind, unreadable. Every answer is a clear refusal, none a fault."""

import json
from typing import Any

import httpx2
from fastapi import FastAPI

from api.security.limits import MOST_BYTES
from store.engine import readers
from store.tables import Text
from tests.api.serving import LANDLORD, Client
from tests.api.test_acts import CONTACT, opened

NOTE = {"kind": "add_note", "text": "x"}
SEARCH = {"kind": "record_search", "on": "2026-11-23", "before": "notice", "clear": True}
OUTCOME = {"kind": "record_outcome", "hearing_id": "H1", "outcome": "adjourned", "on": "2026-11-23"}
SERVED = {
    "kind": "serve_notice",
    "notice_id": "N1",
    "tenant": "T900001-1",
    "method": "by_hand",
    "sent_at": "2026-11-23T10:00:00Z",
}
BAD_DATES: tuple[Any, ...] = (
    *("0001-01-01", "9999-12-31", "2026-02-30", "2026-11-23T10:00", "-1-1-1", "1e3", "0", "NaN", "", "٢٠٢٦-١١-٢٣"),
    *(0, 1_700_000_000, True, 1e300, ["2026-11-23"], {"day": 1}),
)
WRONG: list[tuple[str, dict[str, Any]]] = [
    *[("on", {**SEARCH, "on": value}) for value in BAD_DATES],
    *[("sent_at", {**SERVED, "sent_at": value}) for value in ("2026-11-23", "2026-11-23T10:00", 0, True, "now")],
    *[("at", {"kind": "list_hearing", "claim_id": "C1", "on": "2026-12-23", "court": "X", "at": v}) for v in (9, "9")],
    *[("costs_pence", {**OUTCOME, "costs_pence": value}) for value in (1.0, 1.5, True, "5", "£5", 10**300, [1])],
    *[("clear", {**SEARCH, "clear": value}) for value in ("yes", 1, "true", [])],
    *[("tenants", {**CONTACT, "tenants": value}) for value in (["Alex Sample"], "Alex", [1], [["x"]], ["x-1"] * 51)],
    *[("method", {**CONTACT, "method": value}) for value in ("Told Alex Sample", "x\x00", "ü", 5, "x" * 5000)],
    ("step", {**CONTACT, "step": "a\u202eb"}),
    ("court", {"kind": "list_hearing", "claim_id": "C1", "on": "2026-12-23", "at": "10:00", "court": "x" * 101}),
    ("proof_file", {**SERVED, "proof_file": {"sha256": "0" * 64, "size": 1, "name": "Alex Sample.pdf", "kind": "x"}}),
    *[("text", {**NOTE, "text": value}) for value in (5, ["x"], {"id": "x", "digest": "y"}, "x" * 6401, "\x00\u202e")],
    *[("kind", {"kind": value}) for value in (["add_note"], {}, 5, "paper_done", "flag_attention", "__class__")],
]


def is_refusal(answer: httpx2.Response) -> bool:
    """Whether the answer is a problem document that says what is wrong and what mends it, and shows nothing of ours."""
    if not 400 <= answer.status_code < 500 or "Traceback" in answer.text:
        return False
    if answer.headers["content-type"].startswith("text/html"):
        return "<title>Problem" in answer.text
    problem = answer.json()
    return (
        answer.headers["content-type"] == "application/problem+json"
        and problem["status"] == answer.status_code
        and all(each["says"] and each["mend"] for each in problem["refusals"])
    )


async def test_a_value_of_the_wrong_shape_is_refused_by_its_field_and_never_repeated(
    app: FastAPI, officer: Client
) -> None:
    case_id = await opened(officer)
    for field, command in WRONG:
        answer = await officer.act(case_id, command)
        assert answer.status_code == 422, (command, answer.text)
        assert is_refusal(answer), command
        assert field in [each["field"].split(".")[0] for each in answer.json()["refusals"]], (command, answer.text)
        assert "Alex" not in answer.text
    case = (await officer.get(f"/api/v1/cases/{case_id}")).json()
    assert case["revision"] == 1
    async with readers(app.state.web.engine)() as session:
        staged = (await session.execute(Text.metadata.tables["text"].select())).all()
    assert [row.field for row in staged] == ["reason"], "words of a refused act were kept"


async def test_every_wrong_field_is_told_at_once(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.act(
        case_id, {"kind": "draft_notice", "planned_service": "x", "particulars": 5, "notice": "z"}
    )
    fields = {each["field"] for each in answer.json()["refusals"]}
    assert {"planned_service", "particulars", "notice", "grounds"} <= fields


async def test_words_lose_what_cannot_be_seen_and_keep_the_rest(officer: Client) -> None:
    case_id = await opened(officer)
    sent = "Zoë said:\r\n\u202egnol\u2066 \x00\x1b[31mred\x9b \ud800\U000e0041ok — 家 🏠\u2028"
    body = json.dumps({"command": {"kind": "add_note", "text": sent}})
    answer = await officer.post(
        f"/api/v1/cases/{case_id}/acts",
        content=body,
        headers={"Content-Type": "application/json", "Idempotency-Key": "unseen-letters"},
    )
    assert answer.status_code == 200, answer.text
    history = (await officer.get(f"/cases/{case_id}/history")).text
    assert "gnol [31mred ok — 家 🏠" in history
    assert "\u202e" not in history


BODIES = {
    "deep list": b"[" * 100_000,
    "deep object": b'{"command":' + b'{"a":' * 20_000 + b"1" + b"}" * 20_001,
    "huge number": b'{"command":{"kind":"add_note","text":"x"},"seen_revision":' + b"9" * 5000 + b"}",
    "not utf-8": b'{"command":{"kind":"\xff"}}',
    "not a number": b'{"command":{"kind":NaN}}',
    "lone surrogate": b'{"command":{"kind":"\\ud800"}}',
    "surrogate in a code": b'{"command":{"kind":"approve","subject":"\\ud800"}}',
    "nothing": b"",
    "a list": b"[]",
    "null": b"null",
    "below nothing": b'{"command":{"kind":"add_note","text":"x"},"seen_revision":-1}',
    "a bool": b'{"command":{"kind":"add_note","text":"x"},"seen_revision":true}',
    "a float": b'{"command":{"kind":"add_note","text":"x"},"seen_revision":1.0}',
    "same field twice": b'{"command":{"kind":"add_note","text":"x"},"command":5}',
}


async def test_a_body_that_cannot_be_meant_is_refused(officer: Client) -> None:
    case_id = await opened(officer)
    for name, body in BODIES.items():
        answer = await officer.post(
            f"/api/v1/cases/{case_id}/acts",
            content=body,
            headers={"Content-Type": "application/json", "Idempotency-Key": "a-key-for-this"},
        )
        assert is_refusal(answer), (name, answer.status_code, answer.text[:300])


async def test_too_much_is_turned_away_before_it_is_read_signed_in_or_not(
    officer: Client, browser: Client, stranger: Client
) -> None:
    async def slowly() -> Any:
        for _ in range(MOST_BYTES // 65_536 + 1):
            yield b" " * 65_536

    for who in (officer, browser, stranger):
        for path in ("/api/v1/session", "/sign-in", "/accounts", "/api/v1/cases"):
            answer = await who.post(path, content=b"x" * (MOST_BYTES + 1))
            assert answer.status_code == 413
            assert is_refusal(answer)
            headers = {"Content-Type": "application/json" if "api" in path else "application/x-www-form-urlencoded"}
            answer = await who.post(path, content=slowly(), headers=headers)
            assert answer.status_code == 413 or (who is stranger and answer.status_code in (303, 403)), path
    assert (await stranger.get("/" + "x" * 5000)).status_code == 414
    assert (await stranger.get("/sign-in?next=" + "x" * 5000)).status_code == 414


NOWHERE = [
    "/api/v1/outbox?before=99999999999999999999",
    "/api/v1/outbox?before=-1",
    "/api/v1/accounts?after=99999999999999999999.1",
    "/api/v1/accounts?after=1.%D9%A3",
    "/api/v1/accounts?limit=100000",
    "/api/v1/accounts?minimum_weeks=99999999999999999999",
    "/api/v1/cases?after=2026-01-01T00:00:00|x",
    "/api/v1/cases?stage=nonsense",
    "/api/v1/cases?officer=%00",
    "/api/v1/cases/%00",
    "/api/v1/cases/%ff",
    "/api/v1/cases/%ed%a0%80",
    "/api/v1/cases/x%0d%0aSet-Cookie:a=b",
    "/api/v1/acts/%00",
    "/api/v1/acts/short",
    "/api/v1/acts/" + "x" * 200,
    "/api/v1/cases/T900001-1/papers/..%2f..%2fsession/file",
    "/api/v1/cases/T900001-1/papers/../../../session_secret/file",
    "/api/v1/nowhere",
    "/api/v1/accounts/",
    "/outbox?before=abc",
    "/outbox?before=99999999999999999999",
    "/accounts?after=99999999999999999999.1",
    "/accounts?after=%00",
    "/cases/%00",
    "/cases/x?done=%00",
    "/acts/%00?case=%00",
    "/nowhere",
    "/accounts/",
    "/assets/../api/app.py",
    "/assets/%2e%2e/render.py",
    "/assets/..%2frender.py",
    "/assets/%2fetc%2fpasswd",
    "/assets//etc/passwd",
    "/assets/%00",
    "/assets/" + "a" * 300,
    "/assets/vendor",
]


async def test_an_address_that_leads_nowhere_is_said_to(officer: Client, browser: Client) -> None:
    await opened(officer)
    for path in NOWHERE:
        answer = await (officer if path.startswith("/api/") else browser).get(path)
        assert is_refusal(answer), (path, answer.status_code, answer.text[:300])
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "set-cookie" not in answer.headers


async def test_other_methods_are_refused(browser: Client, officer: Client) -> None:
    for method in ("PUT", "PATCH", "DELETE", "TRACE", "BREW", "OPTIONS"):
        for who, path in ((browser, "/clock"), (officer, "/api/v1/accounts"), (browser, "/assets/app.css")):
            answer = await who.request(method, path)
            assert answer.status_code == 405, (method, path)
            assert is_refusal(answer)


async def test_a_key_that_is_none_is_refused(officer: Client) -> None:
    case_id = await opened(officer)
    for key in ("", "short", "with space in it", "x" * 101, "a\nb\rcdefgh", "ééééééééé", "../../../../etc"):
        answer = await officer.post(
            f"/api/v1/cases/{case_id}/acts", json={"command": NOTE}, headers={"Idempotency-Key": key.encode()}
        )
        assert answer.status_code == 422
        assert answer.json()["refusals"][0]["field"] == "Idempotency-Key"


FORMS: list[tuple[str, dict[str, Any]]] = [
    ("do/add_note", {"text": "x", "seen_revision": "²"}),
    ("do/add_note", {"text": "x", "seen_revision": "9" * 5000}),
    ("do/add_note", {"text": "x", "key": "\x00/\n" * 50}),
    ("do/add_note", {"text": ["x", "y"], "key": ["first-of-two", "second-of-two"]}),
    ("do/add_note", {"text": "\x00"}),
    ("do/add_note", {"text": "x" * 50_000}),
    ("do/add_note", {}),
    ("do/no_such_act", {"text": "x"}),
    ("do/paper_done", {"paper_id": "P1"}),
    *[
        ("do/record_contact", {**CONTACT, "on-day": day, "on-month": month, "on-year": year})
        for day, month, year in (
            ("1", "1", "9" * 20),
            ("1", "1", "9" * 5000),
            ("1", "1", "0001"),
            ("31", "12", "9999"),
            ("-1", "1", "2026"),
            ("١", "1", "2026"),
            ("1_0", "1", "2026"),
            ("31", "2", "2026"),
        )
    ],
    ("do/list_hearing", {"at": "١٠:٣٠", "on-day": "1", "on-month": "1", "on-year": "2027", "court": "x"}),
    ("do/record_outcome", {"costs_pence": "٥.٠٠", "judgment_pence": "1e5", "outcome": "x"}),
]


async def test_no_form_however_filled_in_is_more_than_refused(browser: Client, mark: str, officer: Client) -> None:
    case_id = await opened(officer)
    for where, data in FORMS:
        answer = await browser.post(f"/cases/{case_id}/{where}", data={"form_mark": mark, **data})
        assert answer.status_code == 303 or is_refusal(answer), (where, data, answer.status_code)
    for data in ({"days": "9" * 5000}, {"days": "-1"}, {"days": "1_0_0_0"}, {"landlord": "\x00"}, {}):
        form = {"form_mark": mark, "landlord": LANDLORD, "days": "1", **data} if data else {"form_mark": mark}
        assert is_refusal(await browser.post("/clock", data=form)), data
    for search in ("\x00", "%", "_", "\\", "'; DROP TABLE person; --", "x " * 5000, "\u202e"):
        assert (await browser.post("/accounts", data={"form_mark": mark, "search": search})).status_code == 200


UNREADABLE = [
    ("multipart/form-data", b"abc"),
    ("multipart/form-data; boundary=x", b"abc"),
    (
        "multipart/form-data; boundary=x; charset=none",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff',
    ),
    ("application/x-www-form-urlencoded; charset=none", b"a=%ff&form_mark=\xff"),
    ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % number for number in range(20_000))),
    ("text/plain", b"form_mark=x"),
]


async def test_a_form_that_cannot_be_read_is_refused(browser: Client) -> None:
    for kind, body in UNREADABLE:
        assert is_refusal(await browser.post("/clock", content=body, headers={"Content-Type": kind})), kind
