"""Sheets of answers for the two online services: their pages in order, every answer counted against its limit."""

import pytest

from documents.papers import pcol, pcs
from documents.papers.render import render
from documents.papers.sheets import Answer, Page, too_long
from tests.documents.papers import facts_road as f
from tests.documents.papers.reading import text


def said(kind: str, case: str = "full") -> str:
    return text(render(kind, f.full(kind) if case == "full" else f.extreme(kind)).pdf)


def test_the_sheet_for_the_digital_service_goes_page_by_page_with_its_limits() -> None:
    pages = pcs.pages(f.full("pcs_sheet"))
    assert [page.number for page in pages] == [str(number) for number in range(1, 24)]
    limits = {answer.limit for page in pages for answer in page.answers}
    assert {60, 100, 250, 500, 950, 6400} <= limits
    assert not too_long(pages)
    words = said("pcs_sheet")
    assert "9079.88" in words
    assert "Defendant 1: first name Amara 5 of 60" in words
    assert "Every answer fits its box." in words


def test_the_sheet_names_every_answer_that_does_not_fit() -> None:
    words = said("pcs_sheet", "extreme")
    assert "Page 14, Details, with case numbers: 1 character too many" in words
    assert "501 of 500: 1 too many" in words
    over = len(f.extreme("pcs_sheet").circumstances.strip()) - 950
    assert f"Page 17, What: benefits, and any paid direct, must be said: {over:,} characters too many" in words


@pytest.mark.parametrize(("length", "over"), [(949, 0), (950, 0), (951, 1)])
def test_an_answer_is_counted_to_the_character(length: int, over: int) -> None:
    answer = Answer("Q", "x" * length, 950)
    assert (answer.length, answer.over) == (length, over)
    assert bool(too_long((Page("1", "T", (answer,)),))) is bool(over)


def test_an_answer_that_is_too_long_is_cut_at_a_word_and_its_rest_is_kept_whole() -> None:
    answer = Answer("Q", "one two three", 9)
    assert (answer.fits, answer.rest) == ("one two", "three")
    assert (Answer("Q", "x" * 12, 10).fits, Answer("Q", "x" * 12, 10).rest) == ("x" * 10, "xx")
    assert (Answer("Q", "one two", 3).fits, Answer("Q", "one", 3).rest) == ("one", "")
    assert "The rest, for a document sent with the claim" in said("pcs_sheet", "extreme")
    assert "The rest, for a document" not in said("pcs_sheet")


def test_an_answer_without_a_limit_is_never_too_long() -> None:
    assert not Answer("Q", "x" * 10_000).over


def test_the_older_service_asks_for_a_summary_only_if_the_schedule_was_sent_before() -> None:
    data = f.full("pcol_sheet")
    assert data.online is not None
    sent = {a.question: a.text for a in pcol.pages(data)[5].answers}
    assert sent["Full schedule sent to the defendant before issue"] == "Yes, 16 11 2026"
    unsent = data.model_copy(update={"online": data.online.model_copy(update={"schedule_sent_on": None})})
    not_sent = {a.question: a.text for a in pcol.pages(unsent)[5].answers}
    assert not_sent["So enter"].startswith("Every payment due and made for two years")


def test_the_older_service_is_not_for_a_claim_on_more_than_arrears() -> None:
    data = f.full("pcol_sheet")
    more = data.model_copy(update={"claim": data.claim.model_copy(update={"antisocial": True})})
    assert pcol.pages(data)[0].answers[0].text == "Yes"
    assert pcol.pages(more)[0].answers[0].text == "No"
