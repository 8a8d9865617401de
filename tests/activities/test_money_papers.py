"""Papers of a money case from the record: the account line by line, to the penny, to the address that was found."""

from datetime import timedelta

import pytest
from sqlmodel import select

from activities.context import Context
from activities.contract import PaperResult
from cases.commands import PaperDone
from cases.money import commands as c
from cases.money.commands import RecordAcknowledgement, RequestMoneyPaper
from cases.money.words import JudgmentKind, MoneyPaper, MoneyStep
from law.explained import pounds
from store.engine import sessions
from store.tables import Posting, Tenancy
from tests.activities.made import SYSTEM, WEEKLY_RENT, WEEKS_UNPAID
from tests.activities.money_desk import MoneyActing, desk_of
from tests.activities.test_make_paper import text_of as lines_of
from tests.activities.twice import contents

OWED = WEEKLY_RENT * WEEKS_UNPAID


def text_of(context: Context, made: PaperResult) -> str:
    """The paper's words, however its lines break."""
    return " ".join(lines_of(context, made).split())


async def posted(context: Context, on: object, **line: int) -> None:
    async with sessions(context.engine).begin() as session:
        home = (await session.execute(select(Tenancy))).scalar_one()
        session.add(Posting(tenancy_id=home.id or 0, posted_on=on, **{"kind": "payment", **line}))


async def test_the_letter_of_claim_goes_to_the_address_that_was_found_with_the_whole_account(context: Context) -> None:
    desk = await (await desk_of(context).begun()).traced()
    made = await desk.make(await desk.asked(MoneyPaper.LETTER_OF_CLAIM, "case"))
    words = text_of(context, made)
    assert made.figure_pence == OWED
    for said in (
        "Mx Alex Sample",
        "Flat 2, 9 Elm Row",
        "£2,000.00",
        "Reply form",
        "Income and spending form",
        "16/11/2026",
    ):
        assert said in words, said
    assert made.file is not None
    assert "Sample" not in made.file.name


async def test_a_letter_without_a_recorded_address_is_refused_with_its_mend(context: Context) -> None:
    desk = await (await desk_of(context).begun()).traced(address="")
    refused = await desk.run(
        desk.money_step(RequestMoneyPaper(paper=MoneyPaper.LETTER_OF_CLAIM, subject="case"), key="no-address")
    )
    assert [r.code for r in refused.decision.refusals] == ["no_address"]


async def test_the_claims_papers_state_one_sum_with_interest_and_fee(context: Context) -> None:
    desk = await (await desk_of(context).begun()).traced()
    await desk.written_to()
    await desk.claimed(interest=True, interest_from=desk.today)
    claim = (await desk.state()).claims[0]
    form = await desk.make(await desk.asked(MoneyPaper.N1, "C1"))
    particulars = await desk.make(await desk.asked(MoneyPaper.N1_PARTICULARS, "C1"))
    assert form.figure_pence == particulars.figure_pence == claim.owed_pence
    assert "£2,000.00" in text_of(context, form)
    words = text_of(context, particulars)
    assert "section 69 of the County Courts Act 1984" in words
    assert "No answer was received." in words
    assert "Sam Okoro" in words
    assert "let the property to the defendants from 6 January 2020. The rent" in words


async def test_what_is_out_of_time_stands_in_the_schedule_and_is_left_out_of_the_sum(context: Context) -> None:
    desk = await (await desk_of(context).begun()).traced()
    long_ago = desk.today.replace(year=desk.today.year - 6, month=1)
    await posted(context, long_ago, kind="rent", due_pence=30_000, paid_pence=0)
    await desk.written_to()
    await desk.claimed()
    claim = (await desk.state()).claims[0]
    assert claim.barred_pence == 30_000
    made = await desk.make(await desk.asked(MoneyPaper.N1_PARTICULARS, "C1"))
    words = text_of(context, made)
    assert "out of time (Limitation Act 1980)" in words
    assert "£2,000.00" in words
    assert made.figure_pence == OWED + 30_000


async def test_a_penny_posted_to_the_day_of_the_draft_stops_the_claims_papers(context: Context) -> None:
    desk = await (await desk_of(context).begun()).traced()
    await desk.written_to()
    await desk.claimed()
    asked = await desk.asked(MoneyPaper.N1, "C1")
    await posted(context, desk.today, due_pence=0, paid_pence=1)
    made = await desk.make(asked)
    assert made.file is None
    assert made.failed
    assert "£1,999.99" in made.failed


@pytest.mark.parametrize("paper", [MoneyPaper.LETTER_OF_CLAIM, MoneyPaper.INCOME_AND_EXPENDITURE])
async def test_a_paper_made_twice_is_the_same_file_and_on_the_record_is_not_made_again(
    context: Context, paper: MoneyPaper
) -> None:
    desk = await (await desk_of(context).begun()).traced()
    asked = await desk.asked(paper, "case")
    first = await desk.make(asked)
    assert first.file is not None, first.failed
    once = await contents(context)
    assert await desk.make(asked) == first
    assert await contents(context) == once
    done = PaperDone(paper_id=asked.paper_id, file=first.file, figure_pence=first.figure_pence, cautions=first.cautions)
    await desk.does(done, SYSTEM)
    later = asked.model_copy(update={"as_at": desk.at.replace(year=2027)})
    assert await desk.make(later) == first


async def test_a_step_run_twice_is_recorded_once_and_answers_the_same(context: Context) -> None:
    desk = await (await desk_of(context).begun()).traced()
    who = (await desk.state()).tenants[0]
    step = desk.money_step(RecordAcknowledgement(on=desk.today, debtor=who), key="signed-1")
    first = await desk.run(step)
    once = await contents(context)
    again = await desk.run(step)
    assert again == first.model_copy(update={"repeated": True})
    assert await contents(context) == once
    other = step.model_copy(update={"command": RecordAcknowledgement(on=desk.today, debtor=f"{desk.ref}-2")})
    assert (await desk.run(other)).decision.kind == "conflict"


async def judged(context: Context) -> MoneyActing:
    """The claim issued and served, and nobody having answered in time, judgment in default."""
    desk = await (await desk_of(context).begun()).traced()
    await desk.written_to()
    await desk.claimed()
    await desk.issued()
    desk.later(30)
    return desk


async def test_the_request_for_judgment_states_the_claim_its_fee_and_what_came_in_since(context: Context) -> None:
    desk = await judged(context)
    await posted(context, desk.today, due_pence=0, paid_pence=10_000)
    claim = (await desk.state()).claims[0]
    assert claim.fee is not None
    made = await desk.make(await desk.asked(MoneyPaper.N225, "C1"))
    words = text_of(context, made)
    left = claim.claimed_pence + (claim.fee.pence or 0) - 10_000
    assert pounds(left) in words
    assert "£100.00" in words
    assert "the time to answer ended on" in words


async def test_a_way_of_enforcing_has_its_own_form_with_what_is_left_of_the_judgment(context: Context) -> None:
    desk = await judged(context)
    await desk.checked(MoneyStep.JUDGMENT)
    await desk.does(c.AskDefaultJudgment(claim_id="C1", on=desk.today))
    desk.later(7)
    given = {"judgment": JudgmentKind.DEFAULT, "on": desk.today, "sum_pence": OWED, "costs_pence": 20_500}
    await desk.does(c.RecordJudgment(claim_id="C1", **given, pay_by=desk.today + timedelta(days=14)))
    desk.later(40)
    await desk.checked(MoneyStep.ENFORCEMENT)
    reasons = await desk.words("Works at the mill.")
    await desk.does(c.ChooseEnforcement(judgment_id="J1", method="attachment_of_earnings", reasons=reasons))
    made = await desk.make(await desk.asked(MoneyPaper.N337, "X1"))
    words = text_of(context, made)
    assert pounds(OWED + 20_500) in words
    assert "Works at the mill." in words
    assert "In default of an answer" in words
    for way, form in (("information_order", "N316"), ("third_party_debt", "N349"), ("charging_order", "N379")):
        await desk.does(c.ChooseEnforcement(judgment_id="J1", method=way, reasons=reasons))
        chosen = (await desk.state()).enforcements[-1].id
        words = text_of(context, await desk.make(await desk.asked(MoneyPaper(form.lower()), chosen)))
        assert f"boxes as in {form} · own wording, not the HMCTS form" in words
        assert pounds(OWED + 20_500) in words
