"""Papers from the record: the right figures or none, the same bytes again, the bundle in the court's order."""

from datetime import date

import pytest
from pypdfium2 import PdfDocument
from sqlmodel import select
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import PaperInput, PaperResult
from activities.make_paper import MakePaper
from cases.commands import PaperDone, RequestPaper
from cases.words import PaperKind, Risk
from documents.papers.own import Own
from documents.papers.registry import PAPERS
from store import landlords
from store.details import Details
from store.engine import sessions
from store.tables import Posting, Tenancy
from tests.activities.made import LANDLORD, SYSTEM, WEEKLY_RENT, WEEKS_UNPAID, Acting
from tests.activities.road import to_a_drafted_warrant, to_a_listed_hearing, to_an_approved_claim, to_an_approved_notice
from tests.activities.twice import contents


async def asked(desk: Acting, kind: PaperKind, subject: str) -> PaperInput:
    """Ask for a paper, and say what its making is told."""
    requested = await desk.act(RequestPaper(paper=kind, subject=subject))
    paper = next(event.paper for event in requested.decision.events if event.kind == "paper_changed")
    return PaperInput(case_id=desk.case_id, paper_id=paper.id, paper=kind, subject=subject, as_at=desk.at)


async def make(context: Context, paper: PaperInput) -> PaperResult:
    return await ActivityEnvironment().run(MakePaper(context).make_paper, paper)


def text_of(context: Context, made: PaperResult) -> str:
    assert made.file is not None, made.failed
    document = PdfDocument(context.files.get(made.file.sha256))
    return "\n".join(page.get_textpage().get_text_range() for page in document)


async def test_a_notice_states_the_approved_arrears_and_names_every_tenant(context: Context) -> None:
    desk = Acting(context)
    notice = await to_an_approved_notice(desk)
    made = await make(context, await asked(desk, PaperKind.NSP_S83, notice))
    words = text_of(context, made)
    assert made.figure_pence == WEEKLY_RENT * WEEKS_UNPAID
    assert "Mx Alex Sample" in words
    assert "Mx Robin Sample" in words
    assert made.file is not None
    assert "Sample" not in made.file.name


async def test_the_landlords_own_template_is_used_and_the_officer_is_told(context: Context) -> None:
    desk = Acting(context)
    paper = await asked(desk, PaperKind.NSP_S83, await to_an_approved_notice(desk))
    ours = PAPERS["nsp_s83"].template.read_bytes()
    Own(context.files, LANDLORD).keep_template("nsp_s83", ours, name="ours.docx", on=date(2026, 3, 4))
    made = await make(context, paper)
    assert made.file is not None, made.failed
    assert any("the landlord's own template" in told for told in made.cautions)


async def test_a_paper_made_twice_is_the_same_file(context: Context) -> None:
    desk = Acting(context)
    paper = await asked(desk, PaperKind.NSP_S83, await to_an_approved_notice(desk))
    first = await make(context, paper)
    once = await contents(context)
    assert await make(context, paper) == first
    assert await contents(context) == once


async def test_a_paper_that_is_on_the_record_is_not_made_again(context: Context) -> None:
    desk = Acting(context)
    paper = await asked(desk, PaperKind.NSP_S83, await to_an_approved_notice(desk))
    first = await make(context, paper)
    done = PaperDone(paper_id=paper.paper_id, file=first.file, figure_pence=first.figure_pence, cautions=first.cautions)
    await desk.act(done, actor=SYSTEM)
    later = paper.model_copy(update={"as_at": desk.at.replace(year=2027)})
    assert await make(context, later) == first


async def test_a_figure_that_moved_after_approval_stops_the_paper(context: Context) -> None:
    desk = Acting(context)
    paper = await asked(desk, PaperKind.NSP_S83, await to_an_approved_notice(desk))
    async with sessions(context.engine).begin() as session:
        home = (await session.execute(select(Tenancy))).scalar_one()
        day = desk.at.date()
        session.add(Posting(tenancy_id=home.id or 0, posted_on=day, kind="payment", due_pence=0, paid_pence=1))
    made = await make(context, paper)
    assert made.file is None
    assert made.failed
    assert "£1,999.99" in made.failed


async def test_a_landlord_without_details_is_told_what_is_missing_and_the_command_that_sets_it(
    context: Context,
) -> None:
    desk = Acting(context)
    paper = await asked(desk, PaperKind.NSP_S83, await to_an_approved_notice(desk))
    async with sessions(context.engine).begin() as session:
        await landlords.set_details(session, LANDLORD, Details(phone="01632 960000"))
    made = await make(context, paper)
    assert made.file is None
    assert made.failed
    assert "address for service, signatory, signatory's position, court." in made.failed
    assert f"duecourse landlords set {LANDLORD} --from-file" in made.failed


@pytest.mark.parametrize("kind", [PaperKind.N5, PaperKind.N119, PaperKind.RENT_SCHEDULE])
async def test_every_paper_of_a_claim_is_made_before_issue(context: Context, kind: PaperKind) -> None:
    desk = Acting(context)
    claim = await to_an_approved_claim(desk)
    made = await make(context, await asked(desk, kind, claim))
    assert made.file is not None, made.failed
    assert made.figure_pence == WEEKLY_RENT * WEEKS_UNPAID


async def test_a_bundle_is_built_from_the_case_in_one_figure(context: Context) -> None:
    desk = Acting(context)
    hearing = await to_a_listed_hearing(desk)
    made = await make(context, await asked(desk, PaperKind.BUNDLE, hearing))
    words = text_of(context, made)
    for title in ("Particulars of claim N119", "Certificate of service", "Rent schedule", "Witness statement"):
        assert title in words
    assert "bundle page ____" not in words


async def test_a_request_for_a_warrant_tells_the_bailiff_what_was_answered(context: Context) -> None:
    desk = Acting(context)
    answers = {
        "risk_details": "A large dog is kept loose.",
        "vulnerable": "A child of three.",
        "access": "Side gate, code from the office.",
    }
    warrant = await to_a_drafted_warrant(desk, Risk.KNOWN, **answers)
    words = text_of(context, await make(context, await asked(desk, PaperKind.N325, warrant)))
    for answer in answers.values():
        assert answer in words


@pytest.mark.parametrize(("risk", "ticked"), [(Risk.NONE_KNOWN, True), (Risk.NOT_KNOWN, False)])
async def test_a_request_calls_no_risk_none_known_unless_that_was_answered(
    context: Context, risk: Risk, ticked: bool
) -> None:
    desk = Acting(context)
    warrant = await to_a_drafted_warrant(desk, risk)
    words = text_of(context, await make(context, await asked(desk, PaperKind.N325, warrant)))
    asked_of_risk = words.split("Risk to the bailiff")[1].split("Children")[0]
    assert ("☒" in asked_of_risk) is ticked
