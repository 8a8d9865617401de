"""Documents at the API and by form: limits, refusals beside their field, once for a key, and a trace of every look."""

import io
from typing import Any
from uuid import uuid4

import pikepdf
from fastapi import FastAPI
from httpx2 import Response

from store import audit
from store.engine import readers
from tests.activities.sent import a_photograph, an_empty_pdf
from tests.api.serving import Client, mark_in

CASE = "T900001-1"
ON = {"on-day": "20", "on-month": "11", "on-year": "2026"}
WHERE = f"/api/v1/cases/{CASE}/documents"


def a_locked_pdf() -> bytes:
    """A PDF with a password."""
    pdf, out = pikepdf.Pdf.new(), io.BytesIO()
    pdf.add_blank_page()
    pdf.save(out, encryption=pikepdf.Encryption(owner="sample", user="sample"))
    return out.getvalue()


async def put(
    who: Client, data: bytes, *, name: str = "Alex Sample.jpg", key: str = "", where: str = WHERE, **fields: str
) -> Response:
    """Send a file at the API, by default as a photograph of three days ago."""
    return await who.post(
        where,
        data={"document": "photograph", "on": "2026-11-20", "title": "The garden", **fields},
        files={"file": (name, data, "image/jpeg")},
        headers={"Idempotency-Key": key or str(uuid4())},
    )


async def opened(officer: Client) -> None:
    answer = await officer.post(
        "/api/v1/cases",
        json={"landlord": "sample-borough-council", "tenancy_ref": "T900001"},
        headers={"Idempotency-Key": str(uuid4())},
    )
    assert answer.status_code == 201, answer.text


async def listed(who: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await who.get(WHERE)).json()["documents"]
    return found


async def test_a_document_is_put_on_the_file_listed_and_given_out_with_a_trace(
    officer: Client, elsewhere: Client, stranger: Client, app: FastAPI
) -> None:
    await opened(officer)
    answer = await put(officer, a_photograph())
    assert answer.status_code == 200, answer.text
    (document,) = await listed(officer)
    told = {name: document[name] for name in ("id", "label", "title", "on", "pages", "no_text", "refused")}
    assert told == {
        "id": "U1",
        "label": "Photograph",
        "title": "The garden",
        "on": "2026-11-20",
        "pages": 1,
        "no_text": 1,
        "refused": None,
    }
    file = await officer.get(f"{WHERE}/U1/file")
    assert file.content.startswith(b"%PDF-")
    assert file.headers["content-disposition"] == f'inline; filename="{CASE}-U1-photograph.pdf"'
    assert file.headers["x-content-type-options"] == "nosniff"
    saved = await officer.get(f"{WHERE}/U1/file", params={"save": "true"})
    assert saved.headers["content-disposition"].startswith("attachment;")
    async with readers(app.state.web.engine)() as session:
        seen = await audit.sightings(session, subject=f"{CASE}/U1")
    assert [(each.user_id, each.what) for each in seen] == [("officer.a", "document")] * 2
    assert (await stranger.get(f"{WHERE}/U1/file")).status_code == 401
    for path in (WHERE, f"{WHERE}/U1/file"):
        assert (await elsewhere.get(path)).status_code == 404
    assert (await put(elsewhere, a_photograph())).status_code == 404


async def test_neither_the_title_nor_the_name_of_the_file_is_in_the_record(officer: Client) -> None:
    await opened(officer)
    await put(officer, a_photograph(), name="Alex Sample, garden.jpg", title="Alex Sample's garden")
    record = (await officer.get(f"/api/v1/cases/{CASE}/history")).text
    assert "garden" not in record
    assert "Sample" not in record
    history = (await officer.get(f"/api/v1/cases/{CASE}")).json()["texts"]
    assert "Alex Sample's garden" in history.values()


async def test_sent_twice_with_a_key_it_is_there_once_and_another_file_is_refused(officer: Client) -> None:
    await opened(officer)
    first, again = [await put(officer, a_photograph(), key="the-same-key") for _ in range(2)]
    assert again.json()["repeated"]
    assert first.json()["events"] == again.json()["events"]
    other = await put(officer, a_photograph() + b"more", key="the-same-key")
    assert (other.status_code, other.json()["refusals"][0]["code"]) == (409, "key_reused")
    twice = await put(officer, a_photograph())
    assert twice.json()["refusals"][0]["code"] == "already_there"
    assert len(await listed(officer)) == 1


REFUSED = {
    "The file is empty.": b"",
    "Only PDF, PNG, JPEG, TIFF, Word and e-mail (.eml) files are taken in.": b"MZ\x90\x00 a program",
    "The PDF is encrypted.": a_locked_pdf(),
    "The PDF is broken.": b"%PDF-1.7 and no more",
}


async def test_what_cannot_be_read_is_refused_with_its_field_and_a_mend(officer: Client, app: FastAPI) -> None:
    await opened(officer)
    for says, data in REFUSED.items():
        answer = await put(officer, data)
        (refusal,) = answer.json()["refusals"]
        assert (answer.status_code, refusal["field"], refusal["says"]) == (422, "file", says)
        assert refusal["mend"]
    assert await listed(officer) == []
    assert not list(app.state.web.files.root.glob(".staged/*"))


async def test_what_only_the_reading_finds_stands_refused_on_the_file(officer: Client) -> None:
    await opened(officer)
    assert (await put(officer, an_empty_pdf())).status_code == 200
    (document,) = await listed(officer)
    assert (document["refused"], document["file"]) == ("The PDF has no pages.", None)
    assert (await officer.get(f"{WHERE}/U1/file")).status_code == 404


WRONG = (
    {"document": "spreadsheet"},
    {"on": "yesterday"},
    {"on": "2026-12-24"},
    {"evidences": "N7"},
    {"evidences": "../etc"},
    {"in_bundle": "perhaps"},
)


async def test_a_wrong_field_is_named(officer: Client) -> None:
    await opened(officer)
    for fields in WRONG:
        answer = await put(officer, a_photograph(), **fields)
        assert answer.status_code in (409, 422)
        assert [refusal["field"] for refusal in answer.json()["refusals"]] == list(fields)
    assert await listed(officer) == []


async def test_only_this_door_takes_more_than_a_little(officer: Client, browser: Client, mark: str) -> None:
    await opened(officer)
    big = a_photograph() + b"\x00" * 400_000
    assert (await put(officer, big)).status_code == 200
    for where in (f"/api/v1/cases/{CASE}/acts", f"{WHERE}/U1/file", f"/cases/{CASE}/do/add_document"):
        answer = await officer.post(where, content=big, headers={"Idempotency-Key": str(uuid4())})
        assert answer.status_code == 413
        assert "256 kB is the most" in answer.text
    told = await officer.post(WHERE, content=b"", headers={"Content-Length": "99000000", "Idempotency-Key": "k" * 8})
    assert told.status_code == 413
    assert "50 MB is the most" in told.text


async def test_a_body_that_is_no_form_is_refused_and_nobody_sends_one_unseen(officer: Client, stranger: Client) -> None:
    await opened(officer)
    answer = await officer.post(WHERE, json={"file": "x"}, headers={"Idempotency-Key": str(uuid4())})
    assert answer.json()["refusals"][0]["code"] == "no_form"
    assert (await put(stranger, a_photograph())).status_code == 401
    no_file = await officer.post(
        WHERE, files={"document": (None, "photograph")}, headers={"Idempotency-Key": str(uuid4())}
    )
    assert no_file.json()["refusals"][0]["field"] == "file"
    by_act = await officer.act(
        CASE, {"kind": "add_document", "document": "photograph", "on": "2026-11-20", "file": {"sha256": "0" * 64}}
    )
    assert (by_act.status_code, by_act.json()["refusals"][0]["field"]) == (422, "file")


async def test_by_form_without_scripts_a_document_is_added_said_better_and_withdrawn(
    officer: Client, browser: Client, mark: str
) -> None:
    await opened(officer)
    form = {"form_mark": mark, "key": "one-of-this-form", "document": "letter_from_tenant", "title": "Her reply", **ON}
    empty = await browser.post(f"/cases/{CASE}/documents", data=form, files={"file": ("", b"")})
    assert empty.status_code == 422
    assert "No file was sent." in empty.text
    assert 'value="Her reply"' in empty.text
    wrong = await browser.post(
        f"/cases/{CASE}/documents", data={**form, "on-day": "", "document": ""}, files={"file": ("a.jpg", b"GIF89a")}
    )
    assert wrong.status_code == 422
    assert wrong.text.count("govuk-error-message") == 2
    sent = [
        await browser.post(f"/cases/{CASE}/documents", data=form, files={"file": ("a.jpg", a_photograph())})
        for _ in range(2)
    ]
    assert [each.status_code for each in sent] == [303, 303]
    shown = (await browser.get(f"/cases/{CASE}/documents")).text
    assert "Her reply" in shown
    assert "No text layer" in shown
    assert "Amal Reid" in shown
    assert (await browser.get(f"/cases/{CASE}/documents/U1")).content.startswith(b"%PDF-")
    better = {"form_mark": mark_in(shown), "subject": "U1", "in_bundle": "no"}
    assert (await browser.post(f"/cases/{CASE}/do/change_document", data=better)).status_code == 303
    assert "Put in" in (await browser.get(f"/cases/{CASE}/documents")).text
    gone = {"form_mark": mark_in(shown), "subject": "U1", "reason": "Of another home."}
    assert (await browser.post(f"/cases/{CASE}/do/withdraw_document", data=gone)).status_code == 303
    told = (await browser.get(f"/cases/{CASE}/history")).text
    for line in (
        "Document U1, letter from a tenant of 20 November 2026: put on the file",
        "read, 1 page; 1 without a text layer",
        "left out of bundles for a court",
        "withdrawn as the wrong document",
        "Of another home.",
    ):
        assert line in told
    assert [one["id"] for one in await listed(officer)] == ["U1"]


async def test_a_form_with_two_files_or_a_huge_field_is_turned_away(officer: Client) -> None:
    await opened(officer)
    key = {"Idempotency-Key": str(uuid4())}
    two = [("file", ("a.jpg", a_photograph())), ("file", ("b.jpg", a_photograph()))]
    assert (await officer.post(WHERE, files=two, headers=key)).status_code == 400
    assert (await put(officer, a_photograph(), title="x" * 70_000)).status_code == 400
    assert await listed(officer) == []


async def test_a_form_from_elsewhere_puts_nothing_on_the_file(officer: Client, browser: Client) -> None:
    await opened(officer)
    forged = {"form_mark": "forged", "document": "other", **ON}
    answer = await browser.post(f"/cases/{CASE}/documents", data=forged, files={"file": ("a.jpg", a_photograph())})
    assert answer.status_code == 403
    assert await listed(officer) == []
