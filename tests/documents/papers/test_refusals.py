"""What stops a paper, and what is done with text that nobody should print."""

from collections.abc import Callable

import pytest

from documents.papers.data import PaperData
from documents.papers.problems import PaperRefused
from documents.papers.render import PAPERS, render
from tests.documents.papers import facts
from tests.documents.papers.reading import page_texts, text


def refused(kind: str, data: PaperData) -> tuple[str, ...]:
    with pytest.raises(PaperRefused) as caught:
        render(kind, data)
    return caught.value.reasons


def test_every_missing_part_is_named_at_once() -> None:
    bare = facts.full().model_copy(update={"notice": None, "grounds": (), "statement_of_truth": None, "court_name": ""})
    assert set(refused("n119", bare)) == {
        "The court is not recorded.",
        "No ground for possession is recorded.",
        "There is no notice on this case.",
        "Nobody is named to sign the statement of truth.",
    }


@pytest.mark.parametrize("kind", PAPERS)
def test_no_paper_is_made_when_the_account_and_the_claim_differ_by_a_penny(kind: str) -> None:
    data = facts.full()
    reasons = refused(kind, data.model_copy(update={"arrears_pence": data.arrears_pence + 1}))
    assert "The arrears are £9,079.89 but the rent account ends at £9,079.88." in reasons


def test_a_running_total_that_does_not_follow_is_refused() -> None:
    data = facts.full()
    broken = list(data.rent_rows)
    broken[5] = broken[5].model_copy(update={"balance_pence": broken[5].balance_pence + 1})
    reasons = refused("rent_schedule", data.model_copy(update={"rent_rows": tuple(broken)}))
    assert "The rent account's balance on 24/11/2024 does not follow from the line before it." in reasons


def test_an_account_that_runs_past_the_day_of_the_figure_is_refused() -> None:
    data = facts.full()
    early = data.model_copy(update={"arrears_as_at": data.rent_rows[-2].on})
    assert "The rent account runs past the day on which the arrears are stated." in refused("n119", early)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"due_pence": 1}, "Sums due under the order are £0.01 but their lines come to £2,669.20."),
        ({"paid_pence": 1}, "Sums paid under the order are £0.01 but their lines come to £2,001.90."),
        ({"shortfall_pence": 1}, "The shortfall under the order is not the sum due less the sum paid."),
    ],
)
def test_a_statement_under_an_order_must_agree_with_its_lines(change: dict[str, int], said: str) -> None:
    data = facts.full()
    assert data.order is not None
    assert said in refused("n325a", data.model_copy(update={"order": data.order.model_copy(update=change)}))


def named(name: str) -> PaperData:
    data = facts.full()
    return data.model_copy(
        update={"tenants": (data.tenants[0].model_copy(update={"full_name": name}), data.tenants[1])}
    )


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Smith & Sons <Ltd>", "Smith & Sons <Ltd>"),
        ("</w:t></w:r></w:p><w:p><w:r><w:t>Injected", "</w:t></w:r></w:p><w:p><w:r><w:t>Injected"),
        ("{{ 7*7 }} {% for x in y %}", "{{ 7*7 }} {% for x in y %}"),
        ("A\x00n\x08n\x0b \x1fLee", "Ann Lee"),
        ("Ann\u202e eeL\u202c\u2066", "Ann eeL"),
        ("Ann\r\nLee\tX\fY", "Ann Lee X Y"),
        ("Zoe\u0308 Lee", "Zoë Lee"),
        ("Ann\ud800 \uffffLee", "Ann Lee"),
        ("Chidi Ọláwálé Nguyễn-Þórsson", "Chidi Ọláwálé Nguyễn-Þórsson"),
    ],
)
def test_a_hostile_name_is_printed_as_plain_text(name: str, printed: str) -> None:
    paper = render("rent_schedule", named(name))
    words = text(paper.pdf)
    assert printed.replace(" ", "") in words.replace(" ", "")
    assert "Only rent lawfully due under this tenancy is counted" in words


def test_a_letter_that_no_font_can_draw_is_refused_and_not_left_blank() -> None:
    (reason,) = refused("n119", named("Li \u0e2a\u0e21"))
    assert "U+0E21, U+0E2A" in reason
    assert "Li" not in reason


def test_a_name_too_long_for_its_box_is_refused_without_repeating_it() -> None:
    (reason,) = refused("n119", named("W" * 5000))
    assert reason == "A tenant's name is 5,000 characters long; this paper takes 120. Shorten it."


@pytest.mark.parametrize(
    ("change", "field", "limit"),
    [
        (lambda d: {"circumstances": "x" * 4001}, "What is known of the tenants' circumstances", "4,000"),
        (
            lambda d: {"notice": d.notice.model_copy(update={"particulars": "y" * 6401})},
            "What the notice gives as particulars",
            "6,400",
        ),
    ],
)
def test_an_over_long_answer_is_refused(
    change: Callable[[PaperData], dict[str, object]], field: str, limit: str
) -> None:
    data = facts.full()
    kind = "n119" if "circumstances" in field else "nsp_s83"
    (reason,) = refused(kind, data.model_copy(update=change(data)))
    assert reason.startswith(field)
    assert reason.endswith(f"takes {limit}. Shorten it.")


def test_prose_keeps_its_paragraphs() -> None:
    data = facts.full()
    assert data.notice is not None
    told = data.notice.model_copy(update={"particulars": "First line.\r\n\r\n\r\n\r\nSecond line.\x07"})
    words = page_texts(render("nsp_s83", data.model_copy(update={"notice": told})).pdf)[0]
    assert "First line. Second line." in words


def test_an_account_in_credit_is_shown_as_credit() -> None:
    data = facts.full()
    row = data.rent_rows[0].model_copy(update={"due_pence": 0, "paid_pence": 1250, "balance_pence": -1250})
    credit = data.model_copy(update={"rent_rows": (row,), "arrears_pence": -1250})
    assert "£12.50 CR" in text(render("rent_schedule", credit).pdf)


def test_an_unknown_paper_is_an_error() -> None:
    with pytest.raises(KeyError):
        render("n999", facts.full())
