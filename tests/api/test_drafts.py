"""Forms that somebody has begun, over the API and by page: kept as typed, theirs alone, and no act."""

import logging
from collections.abc import Iterable

import pytest
from fastapi import FastAPI
from sqlmodel import select, update

from api.drafts import MOST_CHARACTERS
from api.pages.forms import FORMS
from runtime import logs
from store.engine import readers, sessions
from store.tables import EventRow, FormDraft, OutboxRow, Step, Text
from tests.api.filling import Controls
from tests.api.serving import LANDLORD, Client, NoEngine, client, mark_in
from tests.api.test_acts import CONTACT, opened

TYPED = {"step": "contact_each_tenant", "on-day": "31", "on-month": "2", "tenants": ["T900001-2"], "note": " Met Alex "}
LISTS = {name: value if isinstance(value, list) else [value] for name, value in TYPED.items()}


def where(case_id: str, command: str = "record_contact") -> str:
    return f"/api/v1/cases/{case_id}/drafts/{command}"


async def begun(who: Client, case_id: str, **more: object) -> None:
    answer = await who.put(where(case_id), json={"fields": TYPED, **more})
    assert answer.status_code == 200, answer.text


async def saved(browser: Client, place: str, **typed: object) -> str:
    """Save a form by its page's button; the page that follows."""
    mark = mark_in((await browser.get("/")).text)
    answer = await browser.post(place, data={"form_mark": mark, "key": "k" * 9, **typed})
    assert answer.status_code == 303, answer.text
    return (await browser.get(answer.headers["location"])).text


async def test_what_was_typed_is_kept_as_it_was_and_read_by_its_writer_alone(
    app: FastAPI, officer: Client, senior: Client, elsewhere: Client
) -> None:
    case_id = await opened(officer)
    await begun(officer, case_id)
    found = (await officer.get(where(case_id))).json()
    assert found["fields"] == LISTS
    assert (found["case_id"], found["command"], found["moved"]) == (case_id, "record_contact", False)
    assert found["began_on"] == "2026-11-23"
    assert found["kept_until"].startswith("2026-12-23")
    (listed,) = (await officer.get("/api/v1/drafts")).json()["drafts"]
    assert "fields" not in listed
    assert (await senior.get(where(case_id))).status_code == 404
    assert (await senior.get("/api/v1/drafts")).json() == {"drafts": [], "of_others": []}
    assert (await elsewhere.get(where(case_id))).status_code == 404
    assert (await elsewhere.put(where(case_id), json={"fields": TYPED})).status_code == 404
    async with client(app, "leader") as leader:
        (other,) = (await leader.get("/api/v1/drafts")).json()["of_others"]
        assert (other["by"], other["case_id"]) == ("officer.a", case_id)
        assert (await leader.get(where(case_id))).status_code == 404
        for one, told in ((leader, True), (senior, False)):
            page = (await one.get(f"/cases/{case_id}")).text
            assert ("Begun by others and not sent" in page) is told
            assert "Met Alex" not in page + (await one.get(f"/cases/{case_id}/do/record_contact")).text


async def test_a_draft_is_no_act_and_its_words_are_in_no_record_and_no_log(
    app: FastAPI, officer: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logs.hush()
    case_id = await opened(officer)
    tables = (EventRow, Step, Text, OutboxRow)
    async with readers(app.state.web.engine)() as session:
        before = [len((await session.execute(select(table))).all()) for table in tables]
    await begun(officer, case_id)
    async with readers(app.state.web.engine)() as session:
        assert [len((await session.execute(select(table))).all()) for table in tables] == before
        (row,) = (await session.execute(select(FormDraft))).scalars()
    assert b"Alex" not in row.sealed
    assert "Alex" not in caplog.text


async def test_recording_the_act_removes_its_draft_and_a_refused_one_leaves_it(
    officer: Client, gateway: NoEngine
) -> None:
    case_id = await opened(officer)
    await begun(officer, case_id)
    assert (await officer.act(case_id, {**CONTACT, "step": "no_such_step"})).status_code == 409
    await officer.act(case_id, {"kind": "add_note", "text": "Another act."})
    assert (await officer.get(where(case_id))).status_code == 200
    gateway.silent = True
    assert (await officer.act(case_id, CONTACT)).status_code == 202
    assert (await officer.get(where(case_id))).status_code == 404


async def test_a_draft_says_what_happened_on_the_case_since_and_is_thrown_away_once(
    officer: Client, senior: Client
) -> None:
    case_id = await opened(officer)
    await begun(officer, case_id, seen_revision=1)
    await senior.act(case_id, {"kind": "add_note", "text": "In between."})
    found = (await officer.get(where(case_id))).json()
    assert (found["moved"], found["seen_revision"]) == (True, 1)
    assert [one["by"] for one in found["changed"]] == ["Sam Okoro"]
    assert "In between" not in str(found["changed"])
    assert (await officer.delete(where(case_id))).status_code == 204
    assert (await officer.delete(where(case_id))).status_code == 404


async def test_what_is_too_large_or_no_form_is_refused_with_the_reason_and_comes_back_as_typed(
    officer: Client, browser: Client, mark: str
) -> None:
    case_id = await opened(officer)
    answer = await officer.put(where(case_id), json={"fields": {"note": "x" * (MOST_CHARACTERS + 5)}})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    (said,) = answer.json()["refusals"]
    assert said["says"] == "60,005 characters were typed; 60,000 can be kept, so 5 too many."
    for fields in ({"a b": "x"}, {f"n{n}": "" for n in range(201)}):
        assert (await officer.put(where(case_id), json={"fields": fields})).status_code == 422
    assert (await officer.put(where(case_id), json={"fields": {}, "subject": "../x\n"})).status_code == 422
    for command in ("no_such_act", "open_case", "deadline_passed"):
        assert (await officer.put(where(case_id, command), json={"fields": {}})).status_code == 404
    long = {"form_mark": mark, "text": "y" * 60_001}
    answer = await browser.post(f"/cases/{case_id}/drafts/add_note", data=long)
    assert answer.status_code == 422
    assert "so 1 too many" in answer.text
    assert "y" * 60_001 in answer.text
    assert (await officer.get("/api/v1/drafts")).json()["drafts"] == []


async def test_the_form_that_opens_a_case_is_kept_too_and_goes_when_it_is_open(
    officer: Client, browser: Client
) -> None:
    after = await saved(browser, f"/accounts/{LANDLORD}/T900001/drafts/open_case", officer="senior", reason="Nothing")
    assert "Open a possession case: what you typed is kept for you." in after
    assert '<option value="senior" selected>' in after
    assert "Nothing</textarea>" in after
    assert "for account T900001" in (await browser.get("/")).text
    place = f"/api/v1/accounts/{LANDLORD}/T900001/drafts/open_case"
    assert (await officer.get(place)).json()["fields"]["reason"] == ["Nothing"]
    assert (await officer.put(place, json={"fields": {"reason": "Nothing has"}})).json()["case_id"] is None
    await opened(officer)
    assert (await officer.get(place)).status_code == 404


async def test_a_form_is_saved_by_its_button_and_filled_in_again(officer: Client, browser: Client) -> None:
    case_id = await opened(officer)
    form = (await browser.get(f"/cases/{case_id}/do/record_contact")).text
    assert f'formaction="/cases/{case_id}/drafts/record_contact"' in form
    after = await saved(browser, f"/cases/{case_id}/drafts/record_contact", **TYPED, seen_revision="1")
    assert "what you typed is kept for you" in after
    assert "Forms you have begun" in after
    assert "thrown away in 30 days" in after
    assert "Forms you have begun" in (await browser.get("/")).text
    again = (await browser.get(f"/cases/{case_id}/do/record_contact")).text
    assert "You began this form on 23 November 2026." in again
    assert 'name="on-day" type="text" inputmode="numeric" value="31"' in again
    assert 'value="T900001-2" checked' in again
    assert 'value="T900001-1" checked' not in again
    assert "Met Alex" in again
    await officer.act(case_id, {"kind": "add_note", "text": "In between."})
    moved = (await browser.get(f"/cases/{case_id}/do/record_contact")).text
    assert "You saw it at step 1; it is at 2 now." in moved
    assert "<li>Note <span" in moved


async def test_a_form_about_something_else_is_not_filled_in_but_told_of_the_other(
    officer: Client, browser: Client
) -> None:
    case_id = await opened(officer)
    place = f"/cases/{case_id}/do/record_contact"
    await saved(browser, f"/cases/{case_id}/drafts/record_contact", **TYPED)
    other = (await browser.get(f"{place}?step=rent_statement")).text
    assert "with other answers" in other
    assert "Met Alex" not in other
    assert "Met Alex" in (await browser.get(f"{place}?step=contact_each_tenant")).text
    await saved(browser, f"/cases/{case_id}/drafts/record_contact", **TYPED | {"step": ""})
    chosen = (await browser.get(f"{place}?step=rent_statement")).text
    assert "Met Alex" in chosen
    assert 'value="rent_statement" selected' in chosen


async def test_a_file_is_not_kept_and_what_was_saved_is_thrown_away_by_its_button_even_twice(
    officer: Client, browser: Client, mark: str
) -> None:
    case_id = await opened(officer)
    after = await saved(browser, f"/cases/{case_id}/drafts/add_document", title="The yard", file="Alex Sample.jpg")
    assert "A file that you chose is not kept" in after
    found = (await officer.get(where(case_id, "add_document"))).json()
    assert found["fields"] == {"title": ["The yard"]}
    await saved(browser, f"/cases/{case_id}/drafts/add_note", text="Half")
    for _ in range(2):
        place = f"/cases/{case_id}/drafts/add_note/throw-away"
        answer = await browser.post(place, data={"form_mark": mark, "back": "work"})
        assert answer.headers["location"] == "/?thrown=yes"
    assert "What you had typed is gone" in (await browser.get("/?thrown=yes")).text
    assert "Half" not in (await browser.get(f"/cases/{case_id}/do/add_note")).text


async def test_what_no_key_opens_any_more_is_said_and_can_be_thrown_away(
    app: FastAPI, officer: Client, browser: Client
) -> None:
    case_id = await opened(officer)
    await begun(officer, case_id)
    async with sessions(app.state.web.engine).begin() as session:
        await session.execute(update(FormDraft).values(key_id="gone"))
    assert "cannot be opened any more" in (await browser.get(f"/cases/{case_id}/do/record_contact")).text
    answer = await officer.get(where(case_id))
    assert (answer.status_code, answer.json()["refusals"][0]["code"]) == (409, "draft_sealed")
    assert (await officer.delete(where(case_id))).status_code == 204


@pytest.mark.long
async def test_every_form_of_a_case_comes_back_as_it_was_left(officer: Client, browser: Client) -> None:
    case_id = await opened(officer)
    assert await kept_whole(browser, f"/cases/{case_id}", FORMS) > 60


async def kept_whole(browser: Client, case: str, commands: Iterable[str]) -> int:
    """Fill in each form, save it, open it again and compare; how many forms could be saved."""
    saved_forms = 0
    for command in commands:
        form = Controls((await browser.get(f"{case}/do/{command}")).text)
        if not form.free and not form.offered:
            continue
        assert form.later == f"{case}/drafts/{command}", command
        typed = form.filled()
        assert (await browser.post(form.later, data=typed)).status_code == 303, command
        again = Controls((await browser.get(f"{case}/do/{command}")).text).held
        unlike = {name for name in typed if again.get(name) != typed[name]}
        assert unlike <= {"key", "form_mark"}, (command, unlike)
        saved_forms += 1
    return saved_forms
