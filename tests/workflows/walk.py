"""The first stretch of the road, walked through the running workflow."""

from activities.context import Context
from cases.commands import (
    Approve,
    DraftNotice,
    RecordAssessment,
    RecordContact,
    RecordSearch,
    RequestPaper,
    ServeNotice,
)
from cases.instants import legal_day
from cases.state import CaseState, Person
from cases.words import NoticeKind, PaperKind, StepBefore
from store import cases, texts
from store.engine import readers, sessions
from tests.activities.made import OFFICER, SENIOR
from tests.activities.road import BEFORE_NOTICE
from tests.temporal import now
from tests.workflows.acting import Desk


async def state_of(context: Context, ref: str) -> CaseState:
    """The case as the record has it."""
    async with readers(context.engine)() as session:
        found = await cases.load_state(session, f"{ref}-1")
    assert found is not None
    return found


async def revision_of(context: Context, ref: str) -> int:
    """How many steps are on the case's record."""
    return (await state_of(context, ref)).revision


async def words(context: Context, text: str) -> object:
    """Stage words, as the API does."""
    async with sessions(context.engine).begin() as session:
        return await texts.stage(session, text, key=text, field="t")


async def done(desk: Desk, command: object, actor: Person = OFFICER) -> None:
    """An act that must be accepted."""
    result = await desk.act(command, actor=actor)
    assert result.decision.accepted, [r.says for r in result.decision.refusals]


async def to_a_served_notice(desk: Desk, context: Context) -> None:
    """Protocol steps, a notice drafted, approved, its paper asked for, and given to both tenants."""
    ref = desk.tenancy_ref
    await desk.open()
    today = legal_day(await now(desk.handle))
    note = await words(context, "Sent.")
    tenants = (f"{desk.tenancy_ref}-1", f"{desk.tenancy_ref}-2")
    for step in BEFORE_NOTICE:
        await done(desk, RecordContact(step=step, on=today, tenants=tenants, method="letter", note=note))
    await done(desk, RecordSearch(on=today, before=StepBefore.NOTICE, clear=True))
    await done(desk, RecordAssessment(on=today, before=StepBefore.NOTICE, proceed=True, reasons=note))
    await done(desk, DraftNotice(notice=NoticeKind.S83, grounds=("1",), planned_service=today, particulars=note))
    notice = (await state_of(context, ref)).notices[0].id
    await done(desk, Approve(subject=notice), actor=SENIOR)
    await done(desk, RequestPaper(paper=PaperKind.NSP_S83, subject=notice))
    for tenant in tenants:
        sent = await now(desk.handle)
        await done(desk, ServeNotice(notice_id=notice, tenant=tenant, method="by_hand", sent_at=sent, proof=note))


async def made(context: Context, ref: str) -> bool:
    """Whether every paper asked for is made; fails where one could not be."""
    papers = (await state_of(context, ref)).papers
    assert not any(paper.failed for paper in papers), papers
    return bool(papers) and all(paper.file is not None for paper in papers)
