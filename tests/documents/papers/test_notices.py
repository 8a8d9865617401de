"""The notices beyond the first two, and the letters about them: what each must say, and how it lies on the page."""

import re
from datetime import date

import pytest

from documents.papers.render import PAPERS, render
from documents.papers.template import long_date
from tests.documents.papers import facts, facts_notices
from tests.documents.papers.facts_notices import KINDS, NOTICES
from tests.documents.papers.making_notices import made, refused, said
from tests.documents.papers.reading import page_texts, text

REVIEWED = ("notice_s83za", "notice_s128", "notice_s125a", "notice_s143e", "notice_s107d_nonrenewal")
PRESCRIBED = (
    "If the tenant or licensee does not leave the dwelling, the landlord or licensor must get an order for possession "
    "from the court before the tenant or licensee can lawfully be evicted. The landlord or licensor cannot apply for "
    "such an order before the notice to quit or notice to determine has run out.",
    "A tenant or licensee who does not know if he has any right to remain in possession after a notice to quit or a "
    "notice to determine runs out can obtain advice from a solicitor. Help with all or part of the cost of legal "
    "advice and assistance may be available under the Legal Aid Scheme. He should also be able to obtain "
    "information from a Citizens’ Advice Bureau, a Housing Aid Centre or a rent officer.",
)


@pytest.mark.parametrize("case", [pytest.param("full", marks=pytest.mark.long), "extreme"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_page_is_left_empty_and_nothing_is_signed_on_a_page_of_its_own(kind: str, case: str) -> None:
    for page in page_texts(made(kind, case).pdf):
        body = re.split(r" \S+ · made \d+ \w+ \d{4}", page)[0]
        assert len(body) > 250, page
        signature = re.search(r"Yours sincerely|For the landlord Signed|Signed by or for the landlord", body)
        if signature is None:
            continue
        rest = body[: signature.start()] if signature[0] == "Yours sincerely" else body.replace(signature[0], "")
        assert len(rest) > 150, page


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_reasons_that_look_like_markup_or_a_template_are_printed_as_they_stand(kind: str) -> None:
    hostile = "</w:t><b>Rent & costs</b> {{ 7*7 }} {% if x %} =1+1"
    changed: dict[str, object] = {"reasons": hostile}
    data = facts_notices.full(kind)
    assert data.notice is not None
    assert data.review is not None
    changed["notice"] = data.notice.model_copy(update={"particulars": hostile})
    changed["review"] = data.review.model_copy(update={"reasons": hostile, "said": hostile})
    words = text(render(kind, data.model_copy(update=changed)).pdf)
    printed = {"reasons", "notice.particulars", "review.reasons", "review.said"}
    assert (hostile in words) == bool(printed & {field.name for field in PAPERS[kind].fields})


@pytest.mark.parametrize("kind", NOTICES)
def test_a_notice_is_dated_signed_and_says_where_advice_can_be_had(kind: str) -> None:
    words = said(kind)
    assert f"{long_date(facts_notices.full(kind).made_on)}" in words
    assert "Priya Raman" in words
    assert "Civic Centre, 1 Sample Square, Sampleton, SX1 1AA" in words
    assert "12 Kestrel House, 41 Whitley Rise, Sampleton, SX2 0XX" in words
    for adviser in ("citizens advice bureau", "housing aid centre", "law centre", "solicitor"):
        assert adviser in words, adviser
    assert "Record of service" in words


@pytest.mark.parametrize("kind", NOTICES)
def test_no_notice_bears_a_claim_number(kind: str) -> None:
    assert "L00SX123" not in said(kind)


@pytest.mark.parametrize("kind", REVIEWED)
def test_a_decision_that_can_be_reviewed_says_how_long_there_is_to_ask_and_where(kind: str) -> None:
    days = {"notice_s83za": 7, "notice_s107d_nonrenewal": 21}.get(kind, 14)
    last = {7: "30 November 2026", 14: "7 December 2026", 21: "14 December 2026"}[days]
    words = said(kind)
    assert f"{days} days beginning with the day on which this notice is served on you; that day is the first" in words
    assert f"If it is served on 24 November 2026, the last day to ask is {last}." in words
    assert "reviews@sample.example" in words
    assert "in writing by 30 December 2026" in words
    assert "To ask for a review" in words


@pytest.mark.parametrize("kind", REVIEWED)
def test_before_the_day_of_service_is_known_no_last_day_to_ask_is_given(kind: str) -> None:
    words = said(kind, "review", served_on=None, ask_by=None, decide_by=None)
    assert "the last day to ask is" not in words
    assert "the result and the reasons in writing before" in words


@pytest.mark.parametrize("kind", ["notice_s83za", "notice_s107d_nonrenewal"])
def test_where_the_law_takes_no_late_request_the_notice_says_so(kind: str) -> None:
    assert "The law does not let us take a request that comes later." in said(kind)


@pytest.mark.parametrize("kind", ["notice_s128", "notice_s143e", "notice_s83za"])
def test_a_notice_of_proceedings_gives_the_day_after_which_a_claim_may_be_started(kind: str) -> None:
    words = said(kind)
    assert "The claim for possession may be started only after 11 January 2027." in words
    assert "the court must make the order" in words


def test_a_fixed_term_notice_gives_no_date_and_names_the_clause_that_ends_the_term() -> None:
    words = said("nsp_s83_fixed")
    assert "means to ask the court to end your fixed term and for an order that you give up possession of:" in words
    assert "Clause 12: the landlord may end the term early where rent is eight weeks in arrears." in words
    assert "No date is given in this notice because the term has not ended (HA 1985 s.83(6))." in words
    assert "11 January 2027" not in words
    assert "to end your fixed term" not in said("nsp_s83_fixed", "term", ask_to_end=False)


def test_the_absolute_ground_names_the_condition_and_the_decision_that_meets_it() -> None:
    words = said("notice_s83za")
    assert "under section 84A of the Housing Act 1985" in words
    assert "Condition 1: Serious offence (HA 1985 s.84A(3))" in words
    assert "Decided by Crown Court at Sampleton on 12 June 2026. No appeal was brought." in words
    assert "that is by 11 January 2028, this notice has no more effect" in words


def test_the_absolute_ground_in_a_fixed_term_counts_a_month_and_not_a_notice_to_quit() -> None:
    words = said("notice_s83za", term=facts_notices.TERM)
    assert "not be earlier than one month after the day on which this notice is served" in words
    assert "notice to quit" not in words


def test_a_council_may_not_leave_the_review_out_of_the_absolute_ground_and_a_provider_may() -> None:
    data = facts_notices.full("notice_s83za", review=None)
    assert refused("notice_s83za", data) == (
        "A council owes a review of this decision, and the tenant's right to one is not recorded.",
    )
    provider = data.model_copy(update={"landlord": data.landlord.model_copy(update={"kind": "provider"})})
    words = text(render("notice_s83za", provider).pdf)
    assert "Your right to a review" not in words
    assert "To ask for a review" not in words


def test_the_words_of_the_act_are_printed_where_the_landlord_has_them_and_ours_otherwise() -> None:
    own = said("nsp_s83_fixed")
    assert "In substance: Rent lawfully due" in own
    grounds = (facts.GROUND_1.model_copy(update={"official_text": "Supplied by the landlord."}),)
    paper = render("nsp_s83_fixed", facts_notices.full("nsp_s83_fixed", grounds=grounds))
    assert "It reads: Supplied by the landlord." in text(paper.pdf)
    assert "In substance" not in text(paper.pdf)
    assert not paper.cautions
    assert any("Act's own words" in caution for caution in made("nsp_s83_fixed").cautions)


def test_the_absolute_grounds_conditions_print_the_acts_words_too() -> None:
    conditions = (facts_notices.OFFENCE.model_copy(update={"official_text": "As enacted."}),)
    paper = render("notice_s83za", facts_notices.full("notice_s83za", conditions=conditions))
    assert "It reads: As enacted." in text(paper.pdf)
    assert not any("Act's own words" in caution for caution in paper.cautions)
    assert any("Act's own words" in caution for caution in made("notice_s83za").cautions)


@pytest.mark.parametrize("kind", ["notice_s128", "notice_s143e", "notice_s125a", "notice_s107d_nonrenewal"])
def test_arrears_are_told_and_scheduled_only_where_the_account_is_part_of_the_reasons(kind: str) -> None:
    assert "Schedule of rent due and paid" in said(kind)
    without = said(kind, rent_rows=())
    assert "Schedule of rent" not in without
    assert "£9,079.88" not in without
    assert "You have not kept three agreements" in without


def test_an_introductory_tenant_is_told_when_the_trial_ends_and_what_a_claim_does_to_it() -> None:
    words = said("notice_s128")
    assert "It would become secure after 1 September 2027" in words
    assert "after 1 March 2027; but if" in said("notice_s128", "trial", extended_to=None)


def test_a_demoted_tenant_is_told_what_keeps_the_tenancy_demoted() -> None:
    assert "six months beginning with its service have passed without a claim" in said("notice_s143e")


def test_an_extension_gives_the_old_end_and_the_new_and_is_refused_without_the_new() -> None:
    words = said("notice_s125a")
    assert "It would have ended on 1 March 2027 It will now end on 1 September 2027" in words
    assert "at least eight weeks before the day on which the trial would have ended" in words
    trial = facts_notices.TRIAL.model_copy(update={"extended_to": None})
    assert refused("notice_s125a", facts_notices.full("notice_s125a", trial=trial)) == (
        "The new end of the trial period is not recorded.",
    )


def test_the_flexible_pair_ties_the_second_notice_to_the_first() -> None:
    first, second = said("notice_s107d_nonrenewal"), said("notice_s107d_possession")
    assert "does not propose to grant you another tenancy when this term ends" in first
    assert "Last day of term 5 June 2027" in first
    assert "at least six months before the last day of the term" in first
    assert "Possession required on 7 June 2027" in second
    assert "served on 24 November 2026" in second
    assert "the decision was confirmed on 18 December 2026" in second
    term = facts_notices.TERM.model_copy(update={"non_renewal_given_on": None})
    assert refused("notice_s107d_possession", facts_notices.full("notice_s107d_possession", term=term)) == (
        "The notice that no further tenancy would be granted is not recorded as served.",
    )


def test_a_notice_under_the_new_rules_says_so_and_reminds_the_officer_of_the_published_form() -> None:
    paper = made("notice_s8_new")
    assert "rules since 1 May 2026" in text(paper.pdf)
    assert "Ground 8: Serious rent arrears" in text(paper.pdf)
    assert "will not be started before 11 January 2027" in text(paper.pdf)
    assert any("current on the day of service" in caution for caution in paper.cautions)
    assert PAPERS["notice_s8_new"].in_force_from == date(2026, 5, 1)


def test_a_section_21_notice_gives_the_day_the_section_and_the_last_day_for_a_claim() -> None:
    words = said("notice_s21")
    assert "You are required to leave after: Monday 11 January 2027" in words
    assert "section 21(1) or (4) of the Housing Act 1988" in words
    assert "cannot be started after 11 January 2028" in words
    assert any("Form 6A" in caution for caution in made("notice_s21").cautions)


@pytest.mark.parametrize("kind", ["notice_to_quit", "notice_to_personal_representatives", "ta_licence_termination"])
def test_the_prescribed_information_is_word_for_word(kind: str) -> None:
    words = said(kind)
    assert all(sentence in words for sentence in PRESCRIBED)


def test_a_notice_to_quit_ends_the_tenancy_and_saves_a_day_wrongly_worked_out() -> None:
    words = said("notice_to_quit")
    assert (
        "gives you notice to quit, and to deliver up possession of, the home in part 2 on: Sunday 3 January 2027"
        in words
    )
    assert "or at the end of the period of your tenancy which will end next after the expiry of four weeks" in words
    assert "without prejudice to, the notice seeking possession of the same date" in words
    assert "You may ask for a review of that decision by 24 November 2026" in words


def test_a_notice_to_end_a_licence_says_licence_throughout() -> None:
    words = said("notice_to_quit", "leaving", holding="licence")
    assert "Notice to end a licence" in words
    assert "that your licence to occupy the home in part 2 is ended" in words
    assert "the period of your licence" in words
    assert "your tenancy" not in words


def test_a_notice_to_an_estate_carries_its_own_copy_for_the_public_trustee() -> None:
    front, copy = page_texts(made("notice_to_personal_representatives").pdf)
    for page in (front, copy):
        assert (
            "The Personal Representatives of Mrs Amara Okonkwo-Lyle, deceased Mr Tobias Lyle and Ms Ada Okonkwo" in page
        )
        assert "Sunday 3 January 2027" in page
    assert "Public Trustee" not in front
    assert "For the Public Trustee: copy of a notice under section 18(1)" in copy
    assert "so that it arrives before 3 January 2027" in copy
    assert "What this notice means" not in copy


def test_reasons_too_long_for_the_box_are_refused_and_not_cut() -> None:
    reasons = refused("notice_s128", facts_notices.full("notice_s128", reasons="x " * 3300))
    assert reasons == ("What is given as the reasons is 6,599 characters long; this paper takes 6,400. Shorten it.",)
