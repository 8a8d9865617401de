"""Every activity may run twice: its worker dies when the work is done and nobody has heard. The second changes nothing.

Every registered activity stands here. One without a scenario fails the first test below.
"""

import io
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

import pytest
from sqlalchemy import update
from temporalio.activity import _Definition
from temporalio.testing import ActivityEnvironment

from activities import all_activities
from activities.context import Context
from activities.contract import (
    DocumentInput,
    KeepInput,
    LoadInput,
    MoneyPaperInput,
    MoneyStepInput,
    PaperInput,
    Raised,
    RecoverInput,
    StrandedInput,
    Swept,
)
from cases.base import FileRef
from cases.commands import AddDocument, RequestPaper
from cases.document_kinds import DocumentKind
from cases.money.commands import OpenMoneyCase, RecordTrace, RequestMoneyPaper
from cases.money.words import MoneyPaper
from cases.words import PaperKind
from store.engine import sessions
from store.tables import CaseView, Tenancy
from store.upsert import table_of
from tests.activities.made import LANDLORD, OFFICER, TENANCY, TODAY, Acting, an_opening
from tests.activities.road import to_a_listed_hearing, to_a_served_notice, to_an_approved_notice
from tests.activities.sent import a_photograph
from tests.activities.twice import contents
from tests.temporal import Engine

MONEY = f"{TENANCY}-M1"


class Ready(NamedTuple):
    """What an activity is asked, once all is in place for it."""

    asked: Any


Scenario = Callable[[Context], Awaitable[Ready]]


async def a_step(context: Context) -> Ready:
    return Ready(an_opening())


async def an_open_case(context: Context) -> Ready:
    await Acting(context).open()
    return Ready(LoadInput(case_id=f"{TENANCY}-1"))


async def a_paper(context: Context) -> Ready:
    desk = Acting(context)
    notice = await to_an_approved_notice(desk)
    requested = await desk.act(RequestPaper(paper=PaperKind.NSP_S83, subject=notice))
    paper = next(event.paper for event in requested.decision.events if event.kind == "paper_changed")
    asked = PaperInput(case_id=desk.case_id, paper_id=paper.id, paper=PaperKind.NSP_S83, subject=notice, as_at=desk.at)
    return Ready(asked)


async def a_bundle(context: Context) -> Ready:
    desk = Acting(context)
    hearing = await to_a_listed_hearing(desk)
    requested = await desk.act(RequestPaper(paper=PaperKind.BUNDLE, subject=hearing))
    paper = next(event.paper for event in requested.decision.events if event.kind == "paper_changed")
    asked = PaperInput(case_id=desk.case_id, paper_id=paper.id, paper=PaperKind.BUNDLE, subject=hearing, as_at=desk.at)
    return Ready(asked)


async def a_document(context: Context) -> Ready:
    desk = Acting(context)
    await desk.open()
    sha256, size = context.files.stage(io.BytesIO(a_photograph()))
    file = FileRef(sha256=sha256, size=size, name="sent", kind="photograph")
    await desk.act(AddDocument(document=DocumentKind.PHOTOGRAPH, on=TODAY.date(), file=file))
    return Ready(DocumentInput(case_id=desk.case_id, document_id="U1"))


async def a_lost_case(context: Context) -> Ready:
    await to_a_served_notice(Acting(context))
    return Ready(StrandedInput(now=TODAY + timedelta(days=90)))


async def a_sweep(context: Context) -> Ready:
    desk = Acting(context)
    await to_a_served_notice(desk)
    await desk.words("These words belong to no act.")
    raised = Raised(case_id=desk.case_id, landlord=LANDLORD, code="not_started")
    return Ready(KeepInput(now=TODAY + timedelta(days=90), raised=(raised,), swept=Swept(failed=1)))


async def a_snapshot_gone_wrong(context: Context) -> Ready:
    desk = Acting(context)
    await to_a_served_notice(desk)
    async with sessions(context.engine).begin() as session:
        await session.execute(update(CaseView).values(state={"case_id": desk.case_id}))
    return Ready(RecoverInput(case_id=desk.case_id, landlord=LANDLORD, tenancy_ref=TENANCY))


async def a_money_step(context: Context) -> Ready:
    async with sessions(context.engine).begin() as session:
        gone = update(Tenancy).where(table_of(Tenancy).c.tenancy_ref == TENANCY)
        await session.execute(gone.values(occupancy="former_tenant", end_date=date(2026, 11, 2)))
    return Ready(_money("open", OpenMoneyCase(tenancy_ref=TENANCY, landlord=LANDLORD, officer="officer.a"), None))


async def an_open_money_case(context: Context) -> Ready:
    await _run(context, "record_money_step", (await a_money_step(context)).asked)
    return Ready(LoadInput(case_id=MONEY))


async def a_money_paper(context: Context) -> Ready:
    await an_open_money_case(context)
    people = (f"{TENANCY}-1", f"{TENANCY}-2")
    for debtor in people:
        words = await Acting(context).words("2 Mill Terrace, Rugby")
        traced = RecordTrace(on=TODAY.date(), debtor=debtor, found=True, method="trace", address=words)
        await _run(context, "record_money_step", _money(f"trace {debtor}", traced, MONEY))
    wanted = RequestMoneyPaper(paper=MoneyPaper.LETTER_OF_CLAIM, subject="case")
    asked = await _run(context, "record_money_step", _money("paper", wanted, MONEY))
    assert asked.decision.accepted, asked.decision.refusals
    paper = next(event.paper for event in asked.decision.events if event.kind == "money_paper_changed")
    made = MoneyPaperInput(
        case_id=MONEY, paper_id=paper.id, paper=MoneyPaper.LETTER_OF_CLAIM, subject=paper.subject, as_at=TODAY
    )
    return Ready(made)


TWICE: dict[str, Scenario] = {
    "record_step": a_step,
    "load_case": an_open_case,
    "make_paper": a_paper,
    "build_bundle": a_bundle,
    "take_document": a_document,
    "find_stranded": a_lost_case,
    "keep_record": a_sweep,
    "recover_case": a_snapshot_gone_wrong,
    "record_money_step": a_money_step,
    "load_money_case": an_open_money_case,
    "make_money_paper": a_money_paper,
}
# Reads the engine and the record, and so gives the same answer word for word; a step tells that it is repeated.
SAME_BUT_REPEATED = {"record_step", "record_money_step"}
# The first run tells what it did, the second that there was nothing left to do.
DONE_ONCE = {"keep_record", "recover_case"}


def named(context: Context) -> dict[str, Callable[..., Any]]:
    """Every registered activity by name."""
    return {str(_Definition.must_from_callable(each).name): each for each in all_activities(context)}


async def _run(context: Context, name: str, asked: Any, environment: ActivityEnvironment | None = None) -> Any:
    return await (environment or ActivityEnvironment()).run(named(context)[name], asked)


def _money(key: str, command: Any, case_id: str | None, at: datetime = TODAY) -> MoneyStepInput:
    return MoneyStepInput(
        key=key,
        landlord=LANDLORD,
        tenancy_ref=TENANCY,
        case_id=case_id,
        seen_revision=None,
        command=command,
        actor=OFFICER,
        as_at=at,
    )


def test_every_registered_activity_is_run_twice_here(context: Context) -> None:
    assert set(named(context)) == set(TWICE)


@pytest.mark.parametrize("name", TWICE)
async def test_an_activity_run_twice_does_once_what_it_does(context: Context, engine: Engine, name: str) -> None:
    ready = await TWICE[name](context)
    environment = ActivityEnvironment(client=engine.client)
    first = await _run(context, name, ready.asked, environment)
    once = await contents(context)
    second = await _run(context, name, ready.asked, environment)
    assert await contents(context) == once
    if name in SAME_BUT_REPEATED:
        assert second == first.model_copy(update={"repeated": True})
    elif name not in DONE_ONCE:
        assert second == first
