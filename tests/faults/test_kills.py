"""Processes killed outright at their worst moments: nothing is lost and nothing is done twice.

Every scenario acts through the same calls as the API, with a key, and sends the same key again as a page does that got
no answer. Afterwards the record has each step once, its chain is whole, and the running case agrees with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from cases.commands import RequestPaper
from cases.words import PaperKind
from tests.faults.conftest import REFS
from tests.faults.office import Office, an_approved_notice, many_notes
from tests.faults.plant import Plant
from tests.workflows.acting import until
from workflows.messages import Wake
from workflows.possession_case import PossessionCase

pytestmark = pytest.mark.timeout(120)

Scenario = Callable[[Office], Awaitable[None]]
PATIENCE = 60.0


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
    await office.act(RequestPaper(paper=PaperKind.NSP_S83, subject=notice), "paper")

    async def settled() -> bool:
        made = (await office.state()).papers[0]
        return made.file is not None or made.failed is not None

    await until(settled, patience=PATIENCE)
    assert not office.plant.armed(point)
    made = (await office.state()).papers[0]
    assert made.file is not None, made.failed
    assert (await office.kinds())["paper_done"] == 1


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
    }


@pytest.mark.parametrize("moment", NIGHT)
async def test_a_worker_killed_loses_nothing_and_doubles_nothing(
    night: dict[str, asyncio.Task[None]], moment: str
) -> None:
    await night[moment]
