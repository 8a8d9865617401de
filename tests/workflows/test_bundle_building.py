"""A bundle is built by a child of its case: its result is recorded, a fault is told, and an officer can stop it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from temporalio import activity

from activities import all_activities
from activities.context import Context
from activities.contract import BUILD_BUNDLE, PaperInput, PaperResult
from cases.base import FileRef
from cases.commands import RequestPaper, StopPaper
from cases.state import BundleMade
from cases.words import PaperKind
from tests.activities.made import LANDLORD
from tests.temporal import Engine
from tests.workflows.acting import Desk, a_desk, until
from tests.workflows.walk import done, state_of

FILE = FileRef(sha256="a" * 64, size=1, name="bundle.pdf", kind="ombudsman_bundle")


class Building:
    """Stands in for the activity: answers at once, or works until it is told to stop."""

    def __init__(self, *, forever: bool = False) -> None:
        self.begun = asyncio.Event()
        self.stopped = asyncio.Event()
        self._forever = forever

    @activity.defn(name=BUILD_BUNDLE)
    async def build(self, asked: PaperInput) -> PaperResult:
        self.begun.set()
        try:
            while self._forever:
                activity.heartbeat()
                await asyncio.sleep(0.05)
        except asyncio.CancelledError:
            self.stopped.set()
            raise
        return PaperResult(file=FILE, bundle=BundleMade(turned=(3,)))


@asynccontextmanager
async def office(engine: Engine, context: Context, ref: str, building: Building, **options: Any) -> AsyncIterator[Desk]:
    """A desk at the test's tenancy, with every real activity but the building of bundles."""
    real: list[Callable[..., Any]] = [
        each for each in all_activities(context) if getattr(each, "__name__", "") != "build_bundle"
    ]
    async with a_desk(engine, [*real, building.build], **options) as desk:
        desk.landlord, desk.tenancy_ref = LANDLORD, ref
        await desk.open()
        yield desk


async def ask(desk: Desk) -> None:
    await done(desk, RequestPaper(paper=PaperKind.OMBUDSMAN_BUNDLE, subject="case"))


async def test_what_the_child_built_is_on_the_record(engine: Engine, context: Context, ref: str) -> None:
    async with office(engine, context, ref, Building()) as desk:
        await ask(desk)

        async def made() -> bool:
            return (await state_of(context, ref)).papers[0].file is not None

        await until(made)
        (paper,) = (await state_of(context, ref)).papers
        assert (paper.file, paper.apart, paper.bundle) == (FILE, True, BundleMade(turned=(3,)))
        children = [
            run.id
            async for run in engine.client.list_workflows("WorkflowType = 'bundle-building'")
            if f"{ref}-1/P1" in run.id
        ]
        assert len(children) == 1


async def test_an_officer_stops_a_bundle_and_the_case_goes_on_without_a_flag(
    engine: Engine, context: Context, ref: str
) -> None:
    building = Building(forever=True)
    async with office(engine, context, ref, building) as desk:
        await ask(desk)
        await asyncio.wait_for(building.begun.wait(), 20)
        await done(desk, StopPaper(paper_id="P1"))
        await asyncio.wait_for(building.stopped.wait(), 20)
        refused = await desk.act(StopPaper(paper_id="P1"))
        assert [r.says for r in refused.decision.refusals] == ["The making of P1 is over."]
        state = await state_of(context, ref)
        assert (state.papers[0].failed, state.attention) == ("Stopped at an officer's wish.", None)
        await ask(desk)
        assert len((await state_of(context, ref)).papers) == 2
        await done(desk, StopPaper(paper_id="P2"))
