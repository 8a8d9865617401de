"""Forms say how much a court's form takes, and a text that is longer is refused with its count."""

from api.pages.forms import FORMS, read_command
from api.pages.forms.limits import LIMITS
from documents.papers.registry import PAPERS
from tests.api.serving import Client
from tests.api.test_acts import opened


def test_each_limit_is_the_smallest_of_the_boxes_it_is_of() -> None:
    for limit in LIMITS.values():
        sizes = [field.limit for paper, name in limit.boxes for field in PAPERS[paper].fields if field.name == name]
        assert len(sizes) == len(limit.boxes), limit
        assert min(sizes, default=limit.characters) == limit.characters, limit


def test_each_limit_is_of_a_field_that_a_form_has() -> None:
    for command, name in LIMITS:
        kind, _, paper = command.partition("/")
        assert name in {field.name for field in FORMS[kind].fields_of(f"N1/{paper}" if paper else "")}, command


def test_words_that_are_too_long_are_refused_with_their_count() -> None:
    sent = {"access": ["a\r\n" * 1_001], "breach": ["none"], "risk": ["no"]}
    command, problems = read_command("draft_warrant", FORMS["draft_warrant"], "O1", sent)
    (found,) = problems
    assert found.field == "access"
    assert found.says.startswith("Access: 2,001 characters of 2,000, so 1 too many.")
    assert len(command["access"].replace("\r\n", "\n")) == 2_001


async def test_the_form_says_the_limit_and_shows_the_count_again(officer: Client, browser: Client, mark: str) -> None:
    case_id = await opened(officer)
    page = f"/cases/{case_id}/do/draft_notice"
    form = (await browser.get(page)).text
    assert 'data-maxlength="6400"' in form
    assert "The notice takes up to 6,400 characters." in form
    sent = await browser.post(page, data={"form_mark": mark, "notice": "s83", "particulars": "x" * 6_410})
    assert sent.status_code == 422
    assert "6,410 characters of 6,400, so 10 too many." in sent.text


async def test_any_free_text_says_how_much_it_takes_and_how_much_too_long_it_is(
    officer: Client, browser: Client, mark: str
) -> None:
    case_id = await opened(officer)
    page = f"/cases/{case_id}/do/add_note"
    assert "This box takes up to 6,400 characters." in (await browser.get(page)).text
    sent = await browser.post(page, data={"form_mark": mark, "text": "x" * 6_500})
    assert sent.status_code == 422
    assert "6,500 characters of 6,400, so 100 too many." in sent.text
    told = await officer.act(case_id, {"kind": "add_note", "text": "x" * 6_500})
    assert told.json()["refusals"][0]["mend"] == "Shorten it by 100."
