"""Every paper, in a full case and at the edges: its facts are there, its layout holds, its bytes repeat."""

import functools

import pytest

from documents.papers.render import PAPERS, Rendered, render
from tests.documents.papers import every, facts, facts_road
from tests.documents.papers.facts_notices import KINDS
from tests.documents.papers.reading import furthest_right, page_texts, text

OF_A_PAGE_EACH = {"adjournment_terms_letter", "arrears_letter_1", "arrears_letter_2", "eviction_letter"}
"""Letters of one page to each tenant: a number would count the others' letters."""
COURT_FORMS = ("n5", "n119", "n121", "certificate_of_service", "n325", "n325a")
WITH_TRUTH = ("n5", "n119", "n121", "certificate_of_service", "witness_statement", *facts_road.WITH_TRUTH)
CONTEMPT = (
    "I understand that proceedings for contempt of court may be brought against anyone who makes, or causes to "
    "be made, a false statement in a document verified by a statement of truth without an honest belief in its truth."
)


ELSEWHERE = KINDS | facts_road.KINDS  # looked at, in the same case, in files of their own
LOOKED_AT = [pytest.param(kind, marks=pytest.mark.long) if kind in ELSEWHERE else kind for kind in PAPERS]


@functools.cache
def made(kind: str, case: str) -> Rendered:
    return render(kind, every.case(kind, case))


def test_the_promised_papers_are_all_there() -> None:
    promised = {"nsp_s83", "notice_s8", "rent_schedule", "ten_day_letter", "witness_statement", "protocol_statement"}
    assert promised | set(COURT_FORMS) | {"case_summary", "draft_order"} | KINDS | facts_road.KINDS <= set(PAPERS)


@pytest.mark.parametrize("case", [pytest.param("full", marks=pytest.mark.long), "extreme"])
@pytest.mark.parametrize("kind", LOOKED_AT)
def test_a_paper_names_everyone_and_keeps_inside_its_margins(kind: str, case: str) -> None:
    paper = made(kind, case)
    words = text(paper.pdf).replace(" ", "")
    data = facts.full() if case == "full" else facts.extreme()
    assert all(person.full_name.replace(" ", "") in words for person in data.tenants)
    assert "None" not in text(paper.pdf).replace("None alleged", "").replace("None recorded", "").replace(
        "Exhibits None", ""
    )
    assert "{{" not in words
    assert "{%" not in words
    assert furthest_right(paper.pdf) < 552
    assert paper.pages == len(page_texts(paper.pdf))


@pytest.mark.parametrize("kind", LOOKED_AT)
def test_every_page_is_numbered_and_a_made_up_case_says_so(kind: str) -> None:
    paper = made(kind, "extreme")
    pages = page_texts(paper.pdf)
    for number, words in enumerate(pages, start=1):
        assert (f"Page {number} of {len(pages)}" in words) is (kind not in OF_A_PAGE_EACH)
        assert "Sample: made-up people and landlord" in words


@pytest.mark.parametrize("kind", ["n119", "ten_day_letter", "nsp_s83"])
def test_every_page_names_the_facts_that_it_was_made_from(kind: str) -> None:
    assert all("record 3fa9c1d20b7e" in words for words in page_texts(made(kind, "full").pdf))


def test_a_real_case_carries_no_sample_mark() -> None:
    paper = render("n119", facts.full().model_copy(update={"sample": False}))
    assert "Sample:" not in text(paper.pdf)


@pytest.mark.parametrize("kind", COURT_FORMS)
def test_a_court_form_says_that_it_is_not_the_official_one(kind: str) -> None:
    assert all("not the HMCTS form" in page for page in page_texts(made(kind, "full").pdf))


@pytest.mark.parametrize("case", ["full", "extreme"])
@pytest.mark.parametrize("kind", WITH_TRUTH)
def test_the_statement_of_truth_is_whole_exact_and_never_alone(kind: str, case: str) -> None:
    pages = page_texts(made(kind, case).pdf)
    (page,) = [words for words in pages if "Statement of truth" in words]
    assert CONTEMPT in page
    before, after = page.split("Statement of truth", 1)
    assert len(before) > 150
    assert "Full name" in after
    assert "Date" in after


def test_a_witness_statement_ends_in_the_words_that_the_practice_direction_prescribes() -> None:
    assert f"I believe that the facts stated in this witness statement are true. {CONTEMPT}" in text(
        made("witness_statement", "full").pdf
    )


def test_an_unsigned_statement_leaves_room_for_ink() -> None:
    pages = text(made("n119", "extreme").pdf)
    assert "Signature Claimant" not in pages.split("Statement of truth")[0]
    assert "22 November 2026" not in pages.split("Signature")[1].split("made 22 November")[0]


def test_the_arrears_are_the_same_to_the_penny_in_every_paper_of_the_claim() -> None:
    for kind in ("n119", "rent_schedule", "ten_day_letter", "witness_statement", "case_summary", "draft_order"):
        assert "£9,079.88" in text(made(kind, "full").pdf), kind


def test_the_particulars_answer_each_numbered_box() -> None:
    words = text(made("n119", "full").pdf)
    for said in (
        "1 The claimant has a right to possession of: 12 Kestrel House",
        "secure periodic tenancy, which began on 17 June 2019",
        "£18.35 a day (weekly rent ÷ 7)",
        "20 October 2024 to 22 November 2026, 110 lines",
        "Ground 1 (HA 1985 Sch 2 Part I)",
        "☒  a local authority",
        "Served on Mr Kwame Okonkwo-Lyle on 10 August 2026",
    ):
        assert said.replace(" ", "") in words.replace(" ", ""), said
    assert "☒ week ☐ fortnight ☐ month" in words


def test_the_schedule_shows_every_line_and_repeats_its_heading() -> None:
    pages = page_texts(made("rent_schedule", "extreme").pdf)
    assert all("Date Entry Due Paid Paid by Balance" in page for page in pages)
    rows = facts.extreme().rent_rows
    words = " ".join(pages)
    assert all(f"{row.on:%d/%m/%Y}" in words for row in rows)
    assert "£43,218.66" in pages[-1]


def test_each_tenant_gets_a_letter_with_london_time_and_the_statement_follows() -> None:
    pages = page_texts(made("ten_day_letter", "full").pdf)
    assert "Dear Mrs Okonkwo-Lyle" in pages[0]
    assert "Dear Mr Kwame Okonkwo-Lyle" in pages[1]
    assert "Wednesday 27 January 2027 at 10.30 am" in pages[0]
    assert "Rent statement" in pages[2]


def test_a_summer_hearing_is_told_in_london_time() -> None:
    data = facts.full()
    assert data.hearing is not None
    summer = data.hearing.model_copy(update={"at": data.hearing.at.replace(month=7)})
    assert "at 11.30 am" in text(render("ten_day_letter", data.model_copy(update={"hearing": summer})).pdf)


def test_the_request_after_a_broken_order_carries_its_statement() -> None:
    words = text(made("n325a", "full").pdf)
    assert "£2,669.20 fell due, £2,001.90 was paid, and £667.30 is short" in words
    assert "Total £2,669.20 £2,001.90 £667.30" in words
    assert "Total £2,839.75" in words


def test_a_witness_cites_bundle_pages_where_there_is_a_bundle() -> None:
    data = facts.full()
    assert "exhibit PR2 (bundle page 22)" in text(made("witness_statement", "full").pdf)
    unpaged = render("witness_statement", data.model_copy(update={"bundle_pages": {}}))
    words = text(unpaged.pdf)
    assert "service are at exhibit PR2." in words
    assert "Bundle page" not in words


@pytest.mark.parametrize("count", range(6, 22, 3))
def test_a_witness_statement_that_runs_over_leaves_its_first_paragraphs_on_its_first_page(count: int) -> None:
    data = facts.full()
    assert data.witness is not None
    said = tuple(
        f"Paragraph marked {n}: the account, the letters and the visits were as recorded." for n in range(count)
    )
    witness = data.witness.model_copy(update={"paragraphs": said})
    pages = page_texts(render("witness_statement", data.model_copy(update={"witness": witness})).pdf)
    assert "Paragraph marked 0:" in pages[0]
    (truth,) = [words for words in pages if "Statement of truth" in words]
    assert f"Paragraph marked {count - 1}:" in truth
    (exhibits,) = [words for words in pages if "What it is" in words]
    assert all(mark in exhibits.split("What it is")[1] for mark in ("PR1", "PR2", "PR3"))


@pytest.mark.long
def test_a_bundles_page_number_has_its_corner_to_itself() -> None:
    assert all(furthest_right(made(kind, "full").pdf, below=40) < 521 for kind in PAPERS)


def test_a_section_8_notice_not_yet_served_gives_no_last_day() -> None:
    data = facts.full(secure=False)
    assert data.notice is not None
    notice = data.notice.model_copy(update={"lapse_on": None, "served": ()})
    words = text(render("notice_s8", data.model_copy(update={"notice": notice})).pdf)
    assert "For grounds 8, 10 and 11 that date may not be earlier than two weeks" in words
    assert "twelve months of the day on which this notice is served." in words


def test_a_draft_order_tells_what_must_from_what_may_be_ordered() -> None:
    words = text(render("draft_order", facts.full(secure=False)).pdf)
    assert "finding ground 8 proved, or grounds 10 and 11 proved and that it is reasonable" in words
    assert "If ground 8 is not proved: this order is not to be enforced while the defendants pay" in words
    only_may = text(made("draft_order", "full").pdf)
    assert "finding ground 1 proved and that it is reasonable to make this order" in only_may
    assert "This order is not to be enforced" in only_may


def test_a_request_for_a_warrant_calls_no_risk_unknown_that_nobody_assessed() -> None:
    data = facts.full()
    assert data.warrant is not None

    def risk(assessed: bool) -> str:
        warrant = data.warrant.model_copy(update={"risks": (), "risk_assessed": assessed})
        words = text(render("n325", data.model_copy(update={"warrant": warrant})).pdf)
        return words.split("Risk to the bailiff")[1].split("Children")[0]

    assert "☒" not in risk(False)
    assert "To be filled in from the risk assessment" in risk(False)
    assert "☒ none known" in risk(True).replace("\u00a0", " ").replace("  ", " ")


def test_an_account_that_starts_owing_shows_what_was_brought_forward() -> None:
    data = facts.full()
    late = data.model_copy(update={"rent_rows": data.rent_rows[40:]})
    brought = data.rent_rows[39].balance_pence
    said = f"£{brought // 100:,}.{brought % 100:02d}"
    assert f"Balance brought forward from before the period shown {said}" in text(render("rent_schedule", late).pdf)
    assert f"{said} was owed before the first line" in text(render("n119", late).pdf)


def test_the_ledger_shows_what_is_missing_as_missing() -> None:
    words = text(made("protocol_statement", "full").pdf)
    assert "these have none: 1.6, 1.7, 2.4, 2.6, 2.8" in words
    assert "Contact after the notice: not recorded yet." in words


def test_a_notice_on_ground_2_says_that_a_claim_may_start_at_once() -> None:
    data = facts.full()
    nuisance = facts.GROUND_1.model_copy(update={"code": "Ground 2", "title": "Nuisance"})
    words = text(render("nsp_s83", data.model_copy(update={"grounds": (nuisance,)})).pdf)
    assert "may be started at once" in words
    assert "will not be started until after" not in words


def test_a_notice_without_the_words_of_the_act_warns_the_officer() -> None:
    assert any("Act's own words" in caution for caution in made("nsp_s83", "full").cautions)
    worded = facts.GROUND_1.model_copy(update={"official_text": "Supplied by the landlord."})
    paper = render("nsp_s83", facts.full().model_copy(update={"grounds": (worded,)}))
    assert "It reads: Supplied by the landlord." in text(paper.pdf)
    assert not paper.cautions


@pytest.mark.parametrize("kind", ["n119", "ten_day_letter"])
def test_the_same_facts_give_the_same_bytes(kind: str) -> None:
    first, again = made(kind, "full"), render(kind, facts.full())
    assert first.pdf == again.pdf
    assert first.docx == again.docx
    assert first.sha256 == again.sha256


@pytest.mark.parametrize("steps", range(3, 27, 3))
def test_no_heading_is_left_behind_however_long_the_form_grows(steps: int) -> None:
    data = facts.extreme()
    short = data.model_copy(update={"steps": data.steps[:steps], "circumstances": "Nothing is known. " * steps})
    pages = page_texts(render("n119", short).pdf)
    headings = (
        "Steps already taken to recover the arrears: With details of any earlier court case.",
        "The notice that the law requires",
        "Benefits, and any paid direct to the claimant.",
        "What the court is asked to order",
        "Underlessees and mortgagees",
    )
    for page in pages:
        body = page.split("Particulars, boxes as in N119")[0].strip()
        assert not body.endswith(headings), body[-80:]


@pytest.mark.long
@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_is_made_from_only_the_parts_it_says_it_needs(kind: str) -> None:
    data = every.case(kind)
    for needs, without in every.OPTIONAL.values():
        if not needs & set(PAPERS[kind].needs):
            data = data.model_copy(update=without)
    assert render(kind, data).pages
