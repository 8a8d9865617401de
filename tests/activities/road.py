"""The road of a secure arrears case, walked act by act through the real step, as far as a test needs it."""

from datetime import date, time, timedelta

from cases.commands import (
    Approve,
    DraftClaim,
    DraftNotice,
    DraftWarrant,
    IssueClaim,
    ListHearing,
    RecordAssessment,
    RecordContact,
    RecordOutcome,
    RecordSearch,
    ServeNotice,
)
from cases.instants import legal_day
from cases.words import NoticeKind, OutcomeKind, Risk, Route, StepBefore
from tests.activities.made import SENIOR, Acting

BEFORE_NOTICE = (
    "contact_each_tenant",
    "income_expenditure",
    "arrangement_offered",
    "rent_statement",
    "benefit_help",
    "debt_advice",
)
AFTER_NOTICE = ("post_notice_contact", "protocol_copy_sent", "benefit_enquiry", "adr", "agreement_check")


async def to_an_approved_notice(desk: Acting) -> str:
    """Protocol steps, then a section 83 notice drafted and approved; its id."""
    await desk.open()
    await _contacts(desk, BEFORE_NOTICE)
    await _looked(desk, StepBefore.NOTICE)
    drafted = await desk.act(
        DraftNotice(
            notice=NoticeKind.S83,
            grounds=("1",),
            planned_service=_today(desk),
            particulars=await desk.words("Rent has not been paid for twenty weeks."),
        )
    )
    notice = _id(drafted, "notice_changed", "notice")
    await desk.act(Approve(subject=notice), actor=SENIOR)
    return notice


async def to_a_served_notice(desk: Acting) -> str:
    """As above, and handed to both tenants; its id."""
    notice = await to_an_approved_notice(desk)
    desk.at += timedelta(hours=1)
    for number in (1, 2):
        proof = await desk.words("Handed over at the door.")
        await desk.act(
            ServeNotice(notice_id=notice, tenant=f"{desk.ref}-{number}", method="by_hand", sent_at=desk.at, proof=proof)
        )
    return notice


async def to_an_approved_claim(desk: Acting, weeks: int = 5) -> str:
    """As above, and the claim drafted and approved when the notice has run; its id."""
    notice = await to_a_served_notice(desk)
    desk.at += timedelta(weeks=weeks)
    await _contacts(desk, AFTER_NOTICE)
    await _contacts(desk, ("rent_statement",))
    await _looked(desk, StepBefore.CLAIM)
    drafted = await desk.act(DraftClaim(notice_id=notice, signer="senior"))
    claim = _id(drafted, "claim_changed", "claim")
    await desk.act(Approve(subject=claim), actor=SENIOR)
    return claim


async def to_a_listed_hearing(desk: Acting) -> str:
    """As above, issued and listed; the hearing's id."""
    claim = await to_an_approved_claim(desk)
    today = _today(desk)
    await desk.act(
        IssueClaim(
            claim_id=claim,
            route=Route.PAPER,
            route_reason=await desk.words("The court asked for paper."),
            claim_number="K00CV123",
            court="County Court at Sampleton",
            issued_on=today,
        )
    )
    listed = await desk.act(
        ListHearing(claim_id=claim, on=_weekday(today + timedelta(days=42)), at=time(10, 30), court="Sampleton")
    )
    return _id(listed, "hearing_changed", "hearing")


async def to_a_drafted_warrant(desk: Acting, risk: Risk, **answers: str) -> str:
    """As above, an outright order four weeks old and the request for a warrant with those answers; its id."""
    hearing = await to_a_listed_hearing(desk)
    desk.at += timedelta(days=42)
    ordered = await desk.act(
        RecordOutcome(
            hearing_id=hearing,
            outcome=OutcomeKind.OUTRIGHT,
            on=_today(desk),
            grounds_proved=("1",),
            possession_on=_today(desk) + timedelta(days=14),
            judgment_pence=2_000_00,
        )
    )
    desk.at += timedelta(days=28)
    await _contacts(desk, ("benefit_enquiry",))
    await _looked(desk, StepBefore.WARRANT)
    staged = {name: await desk.words(text) for name, text in answers.items()}
    order = _id(ordered, "order_changed", "order")
    return _id(await desk.act(DraftWarrant(order_id=order, risk=risk, **staged)), "warrant_changed", "warrant")


async def _contacts(desk: Acting, codes: tuple[str, ...]) -> None:
    for step in codes:
        await desk.act(
            RecordContact(
                step=step,
                on=_today(desk),
                tenants=(f"{desk.ref}-1", f"{desk.ref}-2"),
                method="letter",
                note=await desk.words("A letter was sent."),
            )
        )


async def _looked(desk: Acting, before: StepBefore) -> None:
    await desk.act(RecordSearch(on=_today(desk), before=before, clear=True))
    await desk.act(
        RecordAssessment(on=_today(desk), before=before, proceed=True, reasons=await desk.words("Nothing known."))
    )


def _today(desk: Acting) -> date:
    return legal_day(desk.at)


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _id(result: object, kind: str, item: str) -> str:
    events = result.decision.events  # type: ignore[attr-defined]
    return str(next(getattr(event, item).id for event in events if event.kind == kind))
