"""The form of a paper that says more than its case holds."""

from api.pages.forms import FORMS, read_command
from cases.paper_details import ASKS
from cases.words import PaperKind

FORM = FORMS["request_paper"]


def test_the_form_asks_for_what_its_paper_needs_and_nothing_else() -> None:
    for paper, details in ASKS.items():
        fields = FORM.fields_of(f"C1/{paper.value}")
        asked = {d.name: not d.needed for d in details}
        assert {f.name for f in fields} >= {d.name for d in details if d.needed}
        assert all(asked[f.name] is f.optional for f in fields)


def test_what_was_typed_becomes_a_request_for_the_paper_about_the_item() -> None:
    sent = {"reasons": ["The tenant found work."], "needs": [""]}
    command, problems = read_command("request_paper", FORM, "A1/n244", sent)
    assert not problems
    assert command == {
        "kind": "request_paper",
        "subject": "A1",
        "paper": "n244",
        "reasons": "The tenant found work.",
    }


def test_a_detail_that_is_needed_and_left_empty_is_named() -> None:
    _, problems = read_command("request_paper", FORM, "case/homelessness_referral", {})
    assert {p.field for p in problems} == {"to", "person", "consent", "consent_on", "reasons"}


def test_a_plain_subject_asks_which_paper() -> None:
    command, problems = read_command("request_paper", FORM, "N1", {"paper": [PaperKind.NSP_S83.value]})
    assert not problems
    assert command == {"kind": "request_paper", "subject": "N1", "paper": "nsp_s83"}


def test_a_paper_there_is_none_of_has_no_form() -> None:
    assert FORM.fields_of("N1/no_such_paper") == ()
