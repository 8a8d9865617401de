"""The form that puts a fact right asks for one value of the fact's own sort, and shows the old one."""

from datetime import date

import pytest
from pydantic import TypeAdapter

from api.pages.forms import FORMS, Seen, first, read_command
from api.pages.history_holds import told
from cases.base import TextRef
from cases.commands import Command, Correct
from cases.correctable import FACTS, value_field
from cases.recorded import facts_of
from tests.cases.road import SENIOR, TEXT, secure_road

FORM = FORMS["correct"]
_COMMAND: TypeAdapter[Command] = TypeAdapter(Command)


@pytest.mark.parametrize(("act", "field"), FACTS)
def test_every_fact_has_a_form_with_one_value_and_a_reason(act: str, field: str) -> None:
    names = [one.name for one in FORM.fields_of(f"X1/{act}/{field}")]
    assert names[0] == value_field(act, field)
    assert names[-1] == "reason"
    assert ("remove" in names) is FACTS[act, field].removable


def test_what_is_typed_becomes_the_command() -> None:
    sent = {"day-day": ["30"], "day-month": ["3"], "day-year": ["2026"], "reason": ["Misread."]}
    command, problems = read_command("correct", FORM, "C1/issue_claim/issued_on", sent)
    assert not problems
    made = _COMMAND.validate_python(command | {"reason": TextRef(id="x", digest="y")})
    assert isinstance(made, Correct)
    assert (made.fact, made.day) == ("C1/issue_claim/issued_on", date(2026, 3, 30))


def test_the_old_value_is_shown_and_filled_in() -> None:
    road = secure_road().to_issued_claim()
    for address, _, value in facts_of(road.case):
        seen = Seen(state=road.case, subject=address, today=road.day, tenants={}, officers=[])
        field = FORM.fields_of(address)[0]
        assert FORM.tells
        assert "The old value stays in the record." in FORM.tells(seen)
        if value not in (None, (), ""):
            assert first(field, seen) not in ("", [], None)
        if field.widget in ("select", "checkboxes") and value:
            offered = {code for code, _ in field.options(seen)}
            assert offered >= ({value} if isinstance(value, str) else set(value))


def test_a_rule_is_set_aside_from_the_form_only_with_words() -> None:
    sent = {"signer": ["Sample Officer"], "override-adr_needed": ["Offered twice."], "override-benefit_needed": [" "]}
    command, _ = read_command("draft_claim", FORMS["draft_claim"], "N1", sent)
    assert command["overrides"] == [{"code": "adr_needed", "reason": "Offered twice."}]


def test_the_record_tells_a_correction_with_old_and_new() -> None:
    road = secure_road().to_issued_claim()
    fact = "C1/issue_claim/claim_number"
    decision = road.ask(Correct(fact=fact, label="SAMPLE2", reason=TEXT), SENIOR)
    assert told(decision.events[0]) == "Claim number put right: SAMPLE1 becomes SAMPLE2"
