"""Letters of the road, money claims, applications, sheets for online services, referrals and packs."""

import functools
from datetime import date

import pytest

from documents.papers import proceedings as p
from documents.papers import road as r
from documents.papers.data import PaperData
from documents.papers.problems import PaperRefused
from documents.papers.render import Rendered, render
from tests.documents.papers import facts
from tests.documents.papers import facts_road as f
from tests.documents.papers.reading import page_texts, text


@functools.cache
def made(kind: str, case: str = "full") -> Rendered:
    return render(kind, f.full(kind) if case == "full" else f.extreme(kind))


def said(kind: str, case: str = "full") -> str:
    return text(made(kind, case).pdf)


def changed(kind: str, part: str, **change: object) -> PaperData:
    """The full case with some fields of one part changed."""
    data = f.full(kind)
    return data.model_copy(update={part: getattr(data, part).model_copy(update=change)})


def refused(kind: str, data: PaperData) -> tuple[str, ...]:
    with pytest.raises(PaperRefused) as caught:
        render(kind, data)
    return caught.value.reasons


@pytest.mark.parametrize("kind", f.LETTERS)
def test_a_letter_goes_to_each_tenant_with_only_their_own_benefits(kind: str) -> None:
    pages = page_texts(made(kind).pdf)
    first, second = (next(page for page in pages if f"Dear {name}" in page) for name in
                     ("Mrs Okonkwo-Lyle", "Mr Kwame Okonkwo-Lyle"))  # fmt: skip
    assert "£" in first
    assert "show no benefit for you" not in first
    assert "receive Universal Credit" not in second


@pytest.mark.parametrize("case", [pytest.param("full", marks=pytest.mark.long), "extreme"])
@pytest.mark.parametrize("kind", sorted(f.KINDS))
def test_no_page_holds_only_a_signature(kind: str, case: str) -> None:
    for page in page_texts(made(kind, case).pdf):
        body = page.split("case/sample-borough/T100074 · made")[0]
        for signed in ("Yours sincerely", "For the landlord", "For the claimant", "Certificate The costs"):
            before = body.split(signed)[0]
            assert signed not in body or len(before) > 150, (signed, page)


@pytest.mark.parametrize("kind", f.COURT_FORMS)
def test_every_page_says_that_it_is_not_the_official_form(kind: str) -> None:
    assert all("not the HMCTS form" in page for page in page_texts(made(kind).pdf))


@pytest.mark.parametrize(
    ("kind", "part", "field"),
    [
        ("n244", "application", "order"),
        ("part3_schedule", "part_3", "reasons"),
        ("safeguarding_referral", "referral", "reasons"),
        ("homelessness_referral", "referral", "needs"),
        ("pcs_sheet", "online", "additional_reasons"),
        ("ex96", "bailiff", "answers"),
    ],
)
def test_a_reason_of_six_thousand_characters_is_printed_to_its_last_word(kind: str, part: str, field: str) -> None:
    marked = f.LONG[:-30] + " LASTWORD OF ALL."
    value: object = marked
    if field == "answers":
        value = (p.RiskAnswer(category="animals", known="yes", details=marked),)
    words = text(render(kind, changed(kind, part, **{field: value})).pdf)
    assert "LASTWORD OF ALL." in words


@pytest.mark.parametrize(
    ("kind", "part", "field"), [("n244", "application", "order"), ("part3_schedule", "part_3", "reasons")]
)
def test_a_longer_one_is_refused_and_not_cut(kind: str, part: str, field: str) -> None:
    (reason,) = refused(kind, changed(kind, part, **{field: "x" * 6401}))
    assert reason.endswith("is 6,401 characters long; this paper takes 6,400. Shorten it.")


def test_a_reason_that_looks_like_a_template_or_a_formula_is_printed_as_it_stands() -> None:
    hostile = "</w:t><b>Rent & costs</b> {{ 7*7 }} {% if x %} =1+1 \u202eabc"
    assert "</w:t><b>Rent & costs</b> {{ 7*7 }} {% if x %} =1+1 abc" in text(
        render("n244", changed("n244", "application", order=hostile)).pdf
    )


def test_the_second_letter_speaks_of_an_agreement_only_where_there_was_one() -> None:
    assert "you agreed to pay £15.00 each week" in said("arrears_letter_2")
    without = f.full("arrears_letter_2").model_copy(update={"agreement": None})
    assert "The agreement we made" not in text(render("arrears_letter_2", without).pdf)


def test_an_officers_own_next_step_replaces_the_letters() -> None:
    words = text(render("arrears_letter_1", changed("arrears_letter_1", "letter", next_step="A visit on Friday.")).pdf)
    assert "A visit on Friday." in words
    assert "We will write again" not in words


def test_a_quarterly_statement_adds_up_from_its_first_balance_to_its_last() -> None:
    words = said("quarterly_statement")
    for label, sum_ in (("at the start", "£0.00"), ("due in the period", "£1,669.98"),
                        ("credited in the period", "£613.84"), ("on 22 November 2026", "£1,056.14")):  # fmt: skip
        assert f"{label} {sum_}" in words


def test_an_arrangement_shows_every_payment_and_what_is_left_after_it() -> None:
    words = said("arrangement_letter", "extreme")
    data = f.extreme("arrangement_letter").agreement
    assert data is not None
    assert all(f"{line.on:%d/%m/%Y}" in words for line in data.lines)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"arrears_pence": 1}, "The arrears left on 30/11/2026 do not follow from the arrangement's lines before."),
        (
            {"first_payment_on": date(2026, 12, 1)},
            "The arrangement's first payment is not the first line of its schedule.",
        ),
        ({"lines": ()}, "The arrangement has no schedule of payments."),
    ],
)
def test_an_arrangement_that_does_not_add_up_is_refused(change: dict[str, object], reason: str) -> None:
    assert reason in refused("arrangement_letter", changed("arrangement_letter", "agreement", **change))


def test_a_warning_of_a_broken_order_encloses_its_statement() -> None:
    words = said("breach_warning")
    assert "Pay £667.30" in words
    assert "Total £2,669.20 £2,001.90 £667.30" in words


def test_the_notice_under_a_postponed_order_says_all_that_the_practice_direction_asks() -> None:
    words = said("pd55a_103_notice")
    for asked in (
        "We give you notice that we intend to apply to the court for an order fixing that date",
        "£667.30 is short",
        "Please reply within 7 days",
        "ask the court for more time before you must leave, for a stay of the order, or for it to be suspended",
        "not less than 14 days and not more than three months after this notice",
        "I do not agree",
    ):
        assert asked in words, asked


def test_an_eviction_is_told_in_london_time_and_with_what_would_stop_it() -> None:
    words = said("eviction_letter")
    assert "Wednesday 16 June 2027 at 10.30 am" in words
    assert "If you pay £9,079.88 before that time" in words
    assert "keep what is left for 28 days" in words
    without = said("eviction_letter", "extreme")
    assert "Paying would not by itself stop this eviction" in without
    assert "before that time" not in without


def test_an_order_that_the_judge_had_to_make_promises_no_wide_power_to_put_off_the_eviction() -> None:
    assert "stop or put off the eviction at any time until it happens" in said("eviction_letter")
    bound = text(render("eviction_letter", changed("eviction_letter", "eviction", may_suspend=False)).pdf)
    assert "The judge had to make this order" in bound
    assert "at any time until it happens" not in bound


def test_a_letter_to_each_tenant_is_no_page_of_anothers() -> None:
    for page in page_texts(made("eviction_letter", "full").pdf):
        assert page.startswith("Sample Borough Council")
        assert "Page " not in page


def test_a_letter_of_claim_carries_its_reply_form_its_form_of_means_and_the_account() -> None:
    words = said("letter_of_claim")
    for part in ("within 30 days", "Reply form", "I am taking or mean to take debt advice", "Income and spending form",
                 "Free and independent debt advice", "Statement of account", "£97.51"):  # fmt: skip
        assert part in words, part
    assert "No interest is being added now" in said("letter_of_claim", "extreme")


def test_an_accelerated_claim_answers_each_question_and_leaves_the_unanswered_open() -> None:
    words = said("n5b").replace("\u00a0", " ")
    assert "18a. If so, has it kept to Part 3 of the Pre-Action Protocol? ☒ Yes ☐ No" in " ".join(words.split())
    open_ = " ".join(said("n5b", "extreme").replace("\u00a0", " ").split())
    assert "18a. If so, has it kept to Part 3 of the Pre-Action Protocol? ☐ Yes ☐ No" in open_


def test_an_accelerated_claim_needs_a_written_agreement() -> None:
    assert "An accelerated claim needs a written tenancy agreement and its date (CPR 55.12)." in refused(
        "n5b", changed("n5b", "accelerated", agreement_on=None)
    )


def test_a_money_claim_adds_debt_interest_fee_and_costs() -> None:
    words = said("n1")
    for line in ("Amount claimed £9,177.39", "Court fee £415.00", "representative’s costs £69.50",
                 "Total amount £9,661.89"):  # fmt: skip
        assert line in words, line


def test_its_particulars_plead_interest_with_rate_days_and_daily_sum() -> None:
    words = said("n1_particulars")
    assert "section 69 of the County Courts Act 1984 at 8% a year from 5 October 2026 to 22 November 2026" in words
    assert "which is £97.51" in words
    assert "a daily rate of £1.99" in words
    assert "9. The claimant claims £9,079.88" in words
    assert "in all £9,177.39 to date" in words
    without = said("n1_particulars", "extreme")
    assert "section 69" not in without


def test_a_debt_that_differs_from_the_account_by_a_penny_is_refused() -> None:
    data = f.full("n1")
    assert data.money_claim is not None
    wrong = data.money_claim.model_copy(update={"principal_pence": data.money_claim.principal_pence + 1})
    assert "The debt claimed is not what the account shows." in refused(
        "n1", data.model_copy(update={"money_claim": wrong})
    )


def test_interest_without_its_rate_is_refused() -> None:
    assert "Interest is claimed without its rate and its days (CCA 1984 s.69)." in refused(
        "n1_particulars", changed("n1_particulars", "money_claim", interest_rate="")
    )


def test_a_schedule_of_costs_multiplies_and_adds() -> None:
    words = said("costs_schedule")
    assert "Total of work 4:30 £796.50" in words
    assert "Total £1,211.50" in words
    data = f.full("costs_schedule")
    assert data.costs is not None
    total = data.costs.model_copy(update={"total_pence": data.costs.total_pence + 1})
    line = data.costs.work[0].model_copy(update={"pence": data.costs.work[0].pence + 1})
    broken = total.model_copy(update={"work": (line, *data.costs.work[1:])})
    assert "The costs schedule's total is not the sum of its lines." in refused(
        "costs_schedule", data.model_copy(update={"costs": total})
    )
    assert "A line of the costs schedule is not its time at its rate." in refused(
        "costs_schedule", data.model_copy(update={"costs": broken})
    )


def test_a_risk_sheet_shows_a_category_that_nobody_answered_as_open() -> None:
    words = " ".join(said("ex96", "extreme").replace("\u00a0", " ").split())
    assert "Violent or aggressive behaviour ☐ yes ☐ no ☐ not sure" in words
    assert "Not settled yet: every line needs an answer" in words
    full = " ".join(said("ex96").replace("\u00a0", " ").split())
    assert "Violent or aggressive behaviour ☐ yes ☒ no ☐ not sure" in full


def test_a_homelessness_referral_waits_for_consent() -> None:
    reasons = refused("homelessness_referral", changed("homelessness_referral", "referral", consent="not_asked"))
    assert reasons == ("The person's consent to the referral is not recorded (HA 1996 s.213B(2)).",)
    assert render("safeguarding_referral", changed("safeguarding_referral", "referral", consent="not_needed")).pages


def test_a_pack_lists_its_documents_and_says_what_is_left_out() -> None:
    for kind in ("ombudsman_pack_cover", "sar_pack_cover"):
        assert "3. Legal advice: Advice between the landlord and its lawyers is privileged." in said(kind)
        assert "Nothing was left out." in said(kind, "extreme")


def test_a_chronology_that_cites_a_document_not_in_the_pack_is_refused() -> None:
    event = r.PackEvent(on=date(2026, 3, 9), what="A call", proof=99)
    assert "The chronology names a document that is not in the pack." in refused(
        "sar_pack_cover", changed("sar_pack_cover", "pack", events=(event,))
    )


@pytest.mark.parametrize(
    ("sought", "there", "absent"),
    [
        ("outright", "give the claimant possession of 12 Kestrel House", "not to be enforced while"),
        ("suspended", "This order is not to be enforced while the defendants pay", "to be fixed by the court"),
        ("postponed", "on a date to be fixed by the court on the claimant’s application", "on or before ____"),
        ("adjourned", "is adjourned while the defendants pay: Current rent plus £5.00", "pay the claimant £9,079.88"),
    ],
)
def test_a_draft_order_asks_for_the_order_sought(sought: str, there: str, absent: str) -> None:
    words = text(render("draft_order", facts.full().model_copy(update={"order_sought": sought})).pdf)
    assert there in words
    assert absent not in words
    assert "1." in words
    assert "{%" not in words


def test_a_claim_adjourned_on_terms_says_by_when_it_may_be_restored() -> None:
    data = facts.full()
    assert data.order is not None
    order = data.order.model_copy(update={"restore_by": date(2028, 1, 27)})
    words = text(render("draft_order", data.model_copy(update={"order_sought": "adjourned", "order": order})).pdf)
    assert "not done so by 27 January 2028, the claim is struck out" in words
    letter = f.full("adjournment_terms_letter").model_copy(update={"order": order})
    assert "by 27 January 2028, the order says that the claim ends" in text(
        render("adjournment_terms_letter", letter).pdf
    )
