"""Templates of papers as a page: who may, what is tried, put in use, thrown away; each leaves a trace."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from fastapi import FastAPI
from sqlmodel import select

from cases.words import Role
from documents.soffice import Chosen
from documents.trials import child, in_use, keeping
from store import accounts
from store.engine import readers, sessions
from store.tables import Sighting
from tests.api import serving
from tests.api.serving import LANDLORD, OTHER_LANDLORD, Client, client, enter, mark_in
from tests.documents.papers.test_trial import KIND, OURS, with_words

AT = f"/templates/{LANDLORD}/{KIND}"
THEIRS = with_words("<w:t>From your housing team</w:t>")


@pytest_asyncio.fixture
async def leader(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Client]:
    """A team leader's browser without scripts; trials run in this process."""

    def at_once(folder: Path, converter: Chosen) -> bool:
        child.main(folder, converter)
        return True

    monkeypatch.setattr(keeping, "_tried", at_once)
    async with client(app) as made:
        await enter(made, "leader")
        made.headers["X-Form-Mark"] = mark_in((await made.get("/")).text)
        yield made


async def sent(who: Client, docx: bytes, at: str = AT) -> str:
    """Put a template on trial; gives where its findings are."""
    answer = await who.post(at, files={"template": ("ours.docx", docx)})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


async def traces(app: FastAPI) -> list[tuple[str, str]]:
    async with readers(app.state.web.engine)() as session:
        found = await session.execute(select(Sighting).where(Sighting.what.startswith("template")))  # type: ignore[attr-defined]
        return [(row.what, row.subject) for row in found.scalars()]


async def test_a_template_is_tried_with_the_converter_that_papers_are_made_by(
    app: FastAPI, leader: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """LibreOffice is chosen and is not here, so that whatever asks it says so."""
    monkeypatch.setenv("PATH", str(tmp_path))
    chosen = app.state.web.settings.model_copy(update={"converter": "libreoffice"})
    monkeypatch.setattr(app.state, "web", replace(app.state.web, settings=chosen))
    assert "LibreOffice is not installed here" in (await leader.get(await sent(leader, THEIRS))).text


async def test_a_template_is_tried_looked_at_put_in_use_and_taken_back(app: FastAPI, leader: Client) -> None:
    where = await sent(leader, THEIRS)
    shown = await leader.get(where)
    assert "May be used" in shown.text
    assert "<ins>+From your housing team\n</ins>" in shown.text
    (picture,) = set(re.findall(r'src="([^"]+/pages/1)"', shown.text))
    assert (await leader.get(picture)).headers["content-type"] == "image/png"
    assert (await leader.get(f"{where}/sample.pdf")).content.startswith(b"%PDF-")
    assert "ours.docx</a>: may be used" in (await leader.get(AT)).text
    assert (await leader.post(where, data={"decision": "install"})).headers["location"] == f"{AT}?done=installed"
    assert "The template is in use" in (await leader.get(f"{AT}?done=installed")).text
    assert "ours.docx, since" in (await leader.get("/templates")).text
    assert (await leader.get(f"{AT}/in-use.docx")).content == THEIRS
    assert (await leader.post(f"{AT}/remove")).status_code == 303
    assert (await leader.post(f"{AT}/remove")).status_code == 404
    assert (await leader.get(f"{AT}/in-use.docx")).content == OURS
    assert [what for what, _ in await traces(app)] == ["template tried", "template installed", "template removed"]
    assert all(subject.startswith(f"{LANDLORD}/{KIND}") for _, subject in await traces(app))


async def test_one_that_does_not_pass_says_why_and_cannot_be_put_in_use(app: FastAPI, leader: Client) -> None:
    where = await sent(leader, with_words("<w:t>{{ rent_of_somebody }}</w:t>"))
    shown = (await leader.get(where)).text
    assert "May not be used" in shown
    assert "It uses &#39;rent_of_somebody&#39;, which no paper has." in shown
    assert "Put it in use" not in shown
    assert (await leader.post(where, data={"decision": "install"})).status_code == 409
    assert in_use(app.state.web.files, LANDLORD, KIND).template is None
    assert (await leader.post(where, data={"decision": "discard"})).headers["location"] == f"{AT}?done=discarded"
    assert (await leader.get(where)).status_code == 404


async def test_no_file_and_one_too_large_are_told_on_the_form(leader: Client) -> None:
    nothing = await leader.post(AT, files={"other": ("x", b"x")})
    assert (nothing.status_code, "No file was sent." in nothing.text) == (422, True)
    large = await leader.post(AT, files={"template": ("x.docx", b"x" * 5_000_001)})
    assert (large.status_code, "The file is larger than 5 MB." in large.text) == (422, True)
    assert (await leader.post(AT, files={"template": ("x.docx", b"x" * 6_000_001)})).status_code == 413


@pytest.mark.parametrize(
    "at", [f"/templates/{LANDLORD}/no_paper", f"/templates/nobody/{KIND}", f"{AT}/trials/{'a' * 64}"]
)
async def test_what_is_not_there_is_not_there(leader: Client, at: str) -> None:
    assert (await leader.get(at)).status_code == 404


async def test_only_those_who_answer_for_it_see_templates(app: FastAPI, browser: Client) -> None:
    assert (await browser.get("/templates")).status_code == 403
    for name in ("legal", "admin"):
        async with client(app) as who:
            await enter(who, name)
            assert (await who.get("/templates")).status_code == 200


async def test_another_landlord_s_templates_are_nobody_else_s(app: FastAPI) -> None:
    async with sessions(app.state.web.engine).begin() as session:
        await accounts.create(
            session,
            user_id="their.leader",
            username="their.leader",
            display_name="Nia Cole",
            role=Role.TEAM_LEADER,
            password_hash=serving._HASH,
            landlord=OTHER_LANDLORD,
        )
    async with client(app) as who:
        await enter(who, "their.leader")
        who.headers["X-Form-Mark"] = mark_in((await who.get("/")).text)
        assert LANDLORD not in (await who.get("/templates")).text
        assert (await who.get(f"/templates/{OTHER_LANDLORD}/{KIND}")).status_code == 200
        for at in (AT, f"{AT}/in-use.docx"):
            assert (await who.get(at)).status_code == 404
        assert (await who.post(AT, files={"template": ("x.docx", OURS)})).status_code == 404
        assert (await who.post(f"{AT}/remove")).status_code == 404
