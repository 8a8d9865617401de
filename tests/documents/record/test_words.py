"""What papers say of a recorded case: words and not codes, the right people, the right sums."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlmodel import select

from activities.context import Context
from activities.make_paper import reasons_of
from activities.papers import words
from activities.papers.means import circumstances
from activities.papers.money import judgment_balance
from activities.papers.source import Signer, Source
from cases.care import CARE_STEPS
from cases.facts import Posting
from cases.refusals import Refusal
from cases.state import Order
from cases.words import OutcomeKind, PaperKind
from documents.bundle import BundleRefused
from documents.papers.problems import PaperRefused
from law.protocol import STEPS
from store.details import Details
from store.engine import sessions
from store.tables import Person
from tests.activities.made import Acting
from tests.activities.road import to_a_listed_hearing, to_a_served_notice, to_an_approved_notice
from tests.documents.record.reading import paper, post, source_of


async def test_a_notice_not_yet_served_says_when_it_dies_and_shows_the_account(context: Context) -> None:
    desk = Acting(context)
    notice = await to_an_approved_notice(desk)
    source = await source_of(desk)
    specified = source.state.notices[0].specified.on
    said = paper(source, PaperKind.NSP_S83, notice)
    assert f"in force for twelve months, to {specified.day} {specified:%B} {specified.year + 1}" in said
    assert "The rent unpaid on 23 November 2026 was £2,000.00." in said
    assert "Schedule of rent due and paid" in said


async def test_a_certificate_gives_the_time_of_handing_over(context: Context) -> None:
    desk = Acting(context)
    notice = await to_a_served_notice(desk)
    assert "23 November 2026, 11.00 am" in paper(await source_of(desk), PaperKind.CERTIFICATE_OF_SERVICE, notice)


async def test_a_letter_tells_each_tenant_their_own_benefit_and_nobody_elses(context: Context) -> None:
    desk = Acting(context)
    hearing = await to_a_listed_hearing(desk)
    async with sessions(context.engine).begin() as session:
        for person in (await session.execute(select(Person))).scalars():
            person.benefit = "HB" if person.number == 1 else "UC managed payment"
            session.add(person)
    await post(context, desk.at.date(), 40_00, source="hb")
    source = await source_of(desk)
    first, second = paper(source, PaperKind.TEN_DAY_LETTER, hearing).split("Dear Mx Sample")[1:]
    assert "you receive Housing Benefit" in first
    assert "Universal Credit" not in first
    assert "you receive Universal Credit, with the housing part paid to the landlord" in second
    known = circumstances(source, source.today)
    assert "Mx Alex Sample receives Housing Benefit." in known
    assert "Housing Benefit was last paid direct to the rent account on" in known
    assert "(£40.00)" in known


async def test_the_protocol_statement_counts_what_the_case_keeps_elsewhere(context: Context) -> None:
    desk = Acting(context)
    await to_a_listed_hearing(desk)
    source = await source_of(desk)
    said = paper(source, PaperKind.PROTOCOL_STATEMENT, source.state.claims[0].id)
    assert "Considered vulnerability, capacity and the Equality Act before the claim, and decided to go on." in said
    assert "Made contact about the arrears: letter, each tenant." in said
    assert "A letter was sent." in said
    assert "1.7" not in said.split("these have none:")[1][:40]


async def test_a_judgment_shrinks_only_by_what_is_paid_beyond_the_rent_of_the_time(context: Context) -> None:
    desk = Acting(context)
    await to_a_listed_hearing(desk)
    source = await source_of(desk)
    made = source.today
    order = Order(
        id="O1",
        claim_id="C1",
        hearing_id="H1",
        kind=OutcomeKind.SUSPENDED,
        made_on=made,
        grounds_proved=("1",),
        possession=source.state.notices[0].specified,
        judgment_pence=2_000_00,
        costs_pence=415_00,
    )
    later = made + timedelta(days=7)

    def left(*paid: int) -> int:
        lines = (Posting(on=later, kind="rent", due_pence=100_00, paid_pence=0), *(_paid(later, p) for p in paid))
        changed = source.facts.model_copy(update={"postings": (*source.facts.postings, *lines)})
        return judgment_balance(_with_facts(source, changed), order, later)

    assert left() == 2_415_00
    assert left(100_00) == 2_415_00
    assert left(100_00, 15_00) == 2_400_00
    assert left(9_999_00) == 0


async def test_the_signer_is_an_account_the_landlords_own_or_left_for_ink(context: Context) -> None:
    desk = Acting(context)
    await to_an_approved_notice(desk)
    source = await source_of(desk)
    assert source.named("senior").name == "Sam Okoro"
    assert source.named("Head of Housing") == Signer("Morgan Example (sample)", "Head of Housing")
    assert source.named("Lee Roe, Solicitor") == Signer("Lee Roe", "Solicitor")
    assert source.named("Income manager") == Signer("", "Income manager")
    assert Details().signatory_name == ""


def test_every_protocol_step_has_words_for_when_it_was_done() -> None:
    cared = {step.code for step in CARE_STEPS}
    assert {step.code for step in STEPS if step.part == 2} | cared == set(words.DONE)


def test_no_code_of_the_housing_system_reaches_a_paper() -> None:
    assert words.payer("uc_apa") == "Universal Credit"
    assert words.payer("some_new_source") == "Some new source"
    assert words.benefit("HB") == "Housing Benefit"
    assert words.benefit("none") is None
    assert words.method("text_message") == "text message"


def test_a_paper_not_made_tells_its_officer_what_is_wrong_and_what_mends_it() -> None:
    wrong = Refusal(code="x", says="The claim has no number.", mend="Record the issue of the claim.")
    assert reasons_of(BundleRefused([wrong])) == "The claim has no number. Record the issue of the claim."
    assert reasons_of(PaperRefused(("The court is not recorded.", "The court fee is not known."))) == (
        "The court is not recorded. The court fee is not known."
    )


def _paid(on: date, pence: int) -> Posting:
    return Posting(on=on, kind="payment", due_pence=0, paid_pence=pence)


def _with_facts(source: Source, facts: Any) -> Source:
    return replace(source, facts=facts)
