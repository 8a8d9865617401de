"""Letters that end an occupation without security, and letters on reviews: what each must say, and to whom."""

import pytest

from tests.documents.papers import facts_notices
from tests.documents.papers.facts_notices import LETTERS
from tests.documents.papers.making_notices import made, refused, said
from tests.documents.papers.reading import page_texts


def test_interim_accommodation_is_ended_without_a_word_of_quitting_or_a_court_order_to_come() -> None:
    words = said("ta_reasonable_notice")
    assert "under section 188(1) of the Housing Act 1996" in words
    assert "Leave by Sunday 3 January 2027, 11 am" in words
    assert "The law does not require a notice to quit or a court order" in words
    assert "by 24 November 2026 (Housing Act 1996 s.202)" in words
    assert "Housing Act 1996 s.202" not in said("ta_reasonable_notice", "leaving", homeless_review_by=None)


def test_a_licence_that_the_law_protects_ends_only_with_the_prescribed_information_and_an_order() -> None:
    protected = said("ta_licence_termination")
    bare = said("ta_licence_termination", "leaving", protected=False)
    assert "we must get a court order before you can be made to go" in protected
    assert "The law does not require a court order before accommodation of this kind ends" in bare
    assert "SI 1988/2201" not in bare
    assert "17/10/2026 A person not named in the licence was living there. clause 6" in protected


def test_a_trespasser_is_told_to_leave_why_and_what_comes_next_and_is_called_no_tenant() -> None:
    words = said("trespass_letter")
    assert "Leave, with all that is yours, by Sunday 3 January 2027, 11 am" in words
    assert "ended his tenancy on 4 October 2026" in words
    assert "nothing in this letter makes you our tenant or licensee" in words


def test_a_garage_is_given_back_on_a_day_with_what_is_owed_and_where_keys_go() -> None:
    words = said("garage_notice")
    assert "gives you notice to quit, and to deliver up possession of it, on:" in words
    assert "the rent owed for it was £9,079.88" in words
    assert "What you owe" not in said("garage_notice", arrears_pence=0, rent_rows=())
    assert "SI 1988/2201" not in words


@pytest.mark.parametrize("kind", LETTERS)
def test_each_person_gets_a_letter_of_their_own(kind: str) -> None:
    pages = page_texts(made(kind).pdf)
    assert [page.split("Dear ")[1][:4] for page in pages] == ["Mrs ", "Mr K"]
    assert all("Yours sincerely Priya Raman Income Team Leader" in page for page in pages)


@pytest.mark.parametrize(
    ("of", "asked"),
    [
        ("introductory", "to ask the court for possession of your introductory tenancy (Housing Act 1996 s.129)"),
        ("extension", "to extend the trial period of your introductory tenancy (Housing Act 1996 s.125B)"),
        ("demoted", "to ask the court for possession of your demoted tenancy (Housing Act 1996 s.143F)"),
        ("flexible", "not to grant you another tenancy when your flexible tenancy ends (Housing Act 1985 s.107E)"),
        ("absolute", "on the absolute ground for anti-social behaviour (Housing Act 1985 s.85ZA)"),
    ],
)
def test_review_letters_name_the_decision_under_review(of: str, asked: str) -> None:
    assert asked in said("review_acknowledgement", "review", of=of)
    assert asked in said("review_outcome", "review", of=of)


def test_a_hearing_asked_for_is_fixed_in_london_time_and_explained() -> None:
    words = said("review_acknowledgement")
    assert "Wednesday 16 December 2026 at 2.00 pm" in words
    assert "put questions to anyone who speaks" in words
    assert "Helen Marsh, Head of Tenancy Services, who took no part in the decision" in words


def test_a_review_on_paper_says_by_when_to_send_what() -> None:
    words = said("review_acknowledgement", "review", oral=False)
    assert "You did not ask for a hearing" in words
    assert "to reach us by 11 December 2026" in words


def test_a_request_that_came_too_late_is_told_so_and_offered_no_review() -> None:
    words = said("review_acknowledgement", "review", in_time=False)
    assert "the last day was 7 December 2026. We cannot carry out the review." in words
    assert "who took no part" not in words


@pytest.mark.parametrize(
    ("of", "stands", "falls"),
    [
        ("introductory", "ask the court for possession, after 11 January 2027", "The notice is withdrawn"),
        ("extension", "Your trial period will end on 1 September 2027", "it ends on 1 March 2027, as before"),
        ("demoted", "ask the court for possession, after 11 January 2027", "The notice is withdrawn"),
        ("flexible", "You will not be granted another tenancy when the term ends", "another tenancy is withdrawn"),
        ("absolute", "ask the court for possession, after 11 January 2027", "The notice is withdrawn"),
    ],
)
def test_the_result_of_a_review_gives_reasons_and_what_follows_from_it(of: str, stands: str, falls: str) -> None:
    upheld = said("review_outcome", "review", of=of)
    lost = said("review_outcome", "review", of=of, upheld=False)
    assert "The decision stands." in upheld
    assert stands in upheld
    assert "There is no second review." in upheld
    assert "The decision is changed in your favour." in lost
    assert falls in lost
    assert "There is no second review." not in lost
    assert all("none was kept for more than two weeks" in words for words in (upheld, lost))


def test_a_review_without_a_decision_or_a_reviewer_makes_no_letter() -> None:
    data = facts_notices.full("review_outcome")
    assert data.review is not None
    open_still = data.review.model_copy(update={"upheld": None, "reviewer_name": ""})
    assert set(refused("review_outcome", data.model_copy(update={"review": open_still}))) == {
        "The review has no decision with its day and reasons.",
        "Nobody is named as having decided the review.",
    }
