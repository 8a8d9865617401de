"""Processes killed outright at their worst moments: nothing is lost and nothing is done twice.

Every scenario acts through the same calls as the API, with a key, and sends the same key again as a page does that got
no answer. Afterwards the record has each step once, its chain is whole, and the running case agrees with it.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from cases.base import FileRef
from cases.commands import AddDocument
from cases.document_kinds import DocumentKind
from cases.words import PaperKind
from documents.files import FileStore
from store import cases
from store.engine import readers
from tests.activities.made import LANDLORD
from tests.activities.road import to_a_listed_hearing
from tests.activities.sent import a_photograph
from tests.faults.caller import Caller
from tests.faults.conftest import REFS
from tests.faults.office import Office, Walker, an_approved_notice, many_notes
from tests.faults.plant import Plant
from tests.workflows.acting import until
from workflows.messages import Wake
from workflows.possession_case import PossessionCase

pytestmark = [pytest.mark.long, pytest.mark.timeout(180)]

Scenario = Callable[[Office], Awaitable[None]]
PATIENCE = 90.0


async def opening(office: Office, moment: str) -> None:
    point = f"record_step open_case {office.ref} {moment}"
    office.plant.arm(point)
    assert (await office.open()).revision == 1
    assert not office.plant.armed(point)
    assert await office.kinds() == {"open_case": 1}


async def act(office: Office, moment: str) -> None:
    point = f"record_step add_note {office.ref} {moment}"
    await office.open()
    office.plant.arm(point)
    assert (await office.note("first")).revision == 2
    assert not office.plant.armed(point)
    assert (await office.note("first")).revision == 2
    assert (await office.note("second")).revision == 3


async def date_speaks(office: Office, moment: str) -> None:
    point = f"record_step deadline_passed {office.ref} {moment}"
    await office.open()
    first = min(alarm.at for deadline in (await office.state()).deadlines for alarm in deadline.alarms)
    office.plant.arm(point)
    ahead = first - datetime.now(UTC) + timedelta(hours=1)
    await office.handle.signal(PossessionCase.wake, Wake(clock_offset_seconds=int(ahead.total_seconds())))

    async def spoken() -> bool:
        return not office.plant.armed(point) and (await office.kinds())["deadline_passed"] > 0

    await until(spoken, patience=PATIENCE)
    await office.note("after")


async def new_run(office: Office) -> None:
    point = f"continuing {office.ref}"
    office.continue_after = 2
    await office.open()
    office.plant.arm(point)
    await office.note("first")
    await until(lambda: not office.plant.armed(point), patience=PATIENCE)
    assert (await office.note("second")).revision == 3
    assert (await office.note("first")).revision == 2


async def paper(office: Office, moment: str) -> None:
    point = f"make_paper {office.ref} {moment}"
    notice = await an_approved_notice(office)
    office.plant.arm(point)
    made = await office.paper(PaperKind.NSP_S83, notice, PATIENCE)
    assert not office.plant.armed(point)
    assert made.file is not None, made.failed
    assert (await office.kinds())["paper_done"] == 1


async def document(office: Office, moment: str) -> None:
    point = f"take_document {office.ref} {moment}"
    await office.open()
    sha256, size = FileStore(office.plant.folder / "files").stage(io.BytesIO(a_photograph()))
    office.plant.arm(point)
    file = FileRef(sha256=sha256, size=size, name="sent", kind="jpeg")
    today = datetime.now(UTC).date()
    await office.act(AddDocument(document=DocumentKind.PHOTOGRAPH, on=today, file=file), "document")

    async def settled() -> bool:
        return not (await office.state()).documents[0].waits

    await until(settled, patience=PATIENCE)
    assert not office.plant.armed(point)
    assert (await office.state()).documents[0].pages == 1
    assert (await office.kinds())["document_done"] == 1


async def opening_through_the_api(office: Office, caller: Caller, moment: str) -> None:
    point = f"api {office.ref} {moment}"
    office.plant.arm(point)
    body = {"landlord": LANDLORD, "tenancy_ref": office.ref}
    answer = await caller.post("/api/v1/cases", body, key=f"opening-{office.ref}")
    assert (answer.status_code, answer.json()["revision"]) == (201, 1), answer.text
    assert not office.plant.armed(point)
    again = await caller.post("/api/v1/cases", body, key=f"opening-{office.ref}")
    assert again.json()["repeated"]
    assert await office.kinds() == {"open_case": 1}


async def act_through_the_api(office: Office, caller: Caller, moment: str) -> None:
    point = f"api {office.ref} {moment}"
    await office.open()
    office.plant.arm(point)
    body = {"command": {"kind": "add_note", "text": "Called."}, "seen_revision": 1}
    path = f"/api/v1/cases/{office.case_id}/acts"
    answer = await caller.post(path, body, key=f"noting-{office.ref}")
    assert (answer.status_code, answer.json()["revision"]) == (200, 2), answer.text
    assert not office.plant.armed(point)
    assert (await caller.post(path, body, key=f"noting-{office.ref}")).json()["repeated"]
    assert (await office.kinds())["add_note"] == 1


async def bundle(office: Office) -> None:
    """The claim form is on file, so that the bundle reads it back half-way; the worker that does dies."""
    walker = Walker(office)
    hearing = await to_a_listed_hearing(walker)
    state = await office.state()
    claim_form = await office.paper(PaperKind.N5, state.claims[0].id, PATIENCE)
    assert claim_form.file is not None, claim_form.failed
    point = f"reading {claim_form.file.sha256}"
    office.plant.arm(point)
    made = await office.paper(PaperKind.BUNDLE, hearing, PATIENCE)
    assert not office.plant.armed(point)
    assert made.file is not None, made.failed
    assert (await office.kinds())["paper_done"] == 2
    assert [p.kind for p in (await office.state()).papers] == [PaperKind.N5, PaperKind.BUNDLE]


CALLED: dict[str, Callable[[Office, Caller], Awaitable[None]]] = {
    "before it sends an act": lambda office, caller: act_through_the_api(office, caller, "before it sends"),
    "before the act it sent is accepted": lambda o, caller: act_through_the_api(o, caller, "before it is accepted"),
    "before it answers": lambda office, caller: act_through_the_api(office, caller, "before it answers"),
    "before it answers an opening": lambda o, caller: opening_through_the_api(o, caller, "before it answers"),
}
NIGHT: dict[str, Scenario] = {
    "in an opening, before its commit": lambda office: opening(office, "before commit"),
    "in an opening, after its commit": lambda office: opening(office, "after commit"),
    "in an act, before its commit": lambda office: act(office, "before commit"),
    "in an act, after its commit": lambda office: act(office, "after commit"),
    "as a date speaks, before its commit": lambda office: date_speaks(office, "before commit"),
    "as a date speaks, after its commit": lambda office: date_speaks(office, "after commit"),
    "as a case goes on in a new run": new_run,
    "before a paper is rendered": lambda office: paper(office, "before render"),
    "after a paper is stored": lambda office: paper(office, "stored"),
    "before a document is read": lambda office: document(office, "before reading"),
    "after a document is stored": lambda office: document(office, "stored"),
    "in the middle of a bundle": bundle,
}


async def test_an_opening_sent_while_no_worker_lives_is_answered_once_one_does(
    plant: Plant, database: AsyncEngine
) -> None:
    office = Office(plant, database, REFS[-1])
    await plant.stop_workers()
    sent = asyncio.create_task(office.open())
    await asyncio.sleep(0.3)
    assert not sent.done()
    await plant.start_workers()
    assert (await sent).decision.accepted
    assert await office.kinds() == {"open_case": 1}
    await office.assert_sound()


async def test_an_engine_killed_under_a_stream_of_acts_loses_and_doubles_none(
    plant: Plant, database: AsyncEngine
) -> None:
    office = Office(plant, database, REFS[-2])
    await office.open()
    stream = asyncio.create_task(many_notes(office, 12))
    for _ in range(2):
        await asyncio.sleep(0.4)
        await plant.kill_engine()
    await stream
    assert (await office.kinds())["add_note"] == 12
    assert (await office.state()).revision == 13
    await office.assert_sound()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def night(plant: Plant, database: AsyncEngine) -> dict[str, asyncio.Task[None]]:
    """Everything goes wrong at once: each scenario on a case of its own, all begun together."""

    async def whole(scenario: Scenario, office: Office) -> None:
        await scenario(office)
        await office.assert_sound()

    return {
        name: asyncio.create_task(whole(scenario, Office(plant, database, ref)))
        for (name, scenario), ref in zip(NIGHT.items(), REFS, strict=False)
    } | {"the API": asyncio.create_task(_an_api_that_dies_again_and_again(plant, database))}


async def _an_api_that_dies_again_and_again(plant: Plant, database: AsyncEngine) -> None:
    """One after another: a second kill while the API is away for the first would prove nothing."""
    caller = await Caller.signed_in(plant, database)
    for (_, scenario), ref in zip(CALLED.items(), REFS[len(NIGHT) :], strict=False):
        office = Office(plant, database, ref)
        await scenario(office, caller)
        await office.assert_sound()
    assert caller.unanswered >= len(CALLED)
    await caller.close()


@pytest.mark.parametrize("moment", NIGHT)
async def test_a_worker_killed_loses_nothing_and_doubles_nothing(
    night: dict[str, asyncio.Task[None]], moment: str
) -> None:
    await night[moment]


async def test_an_api_killed_before_accept_or_before_its_answer_does_once_what_is_sent_again(
    night: dict[str, asyncio.Task[None]],
) -> None:
    await night["the API"]


async def test_no_whole_file_is_left_that_no_record_names_and_no_half_of_one_is_taken_for_a_file(
    night: dict[str, asyncio.Task[None]], plant: Plant, database: AsyncEngine
) -> None:
    await asyncio.gather(*night.values())
    async with readers(database)() as session:
        states = [await cases.load_state(session, f"{ref}-1") for ref in REFS]
    named = {paper.file.sha256 for state in states if state for paper in state.papers if paper.file}
    sent = [document for state in states if state for document in state.documents if document.file]
    named |= {file.sha256 for document in sent for file in (document.file, document.original) if file}
    # A worker may have been killed by another scenario while it wrote: the half file has a name of its own until swept.
    files = FileStore(Path(plant.settings.files))
    files.clear_half_written(datetime.now(UTC) + timedelta(seconds=1))
    stored = {path.name for path in files.root.glob("[0-9a-f][0-9a-f]/*") if path.is_file()}
    assert stored == named
