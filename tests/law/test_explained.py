"""Every answer explains itself: its last step is its value, and it reads as a sentence."""

import json
import pickle
from datetime import date
from enum import Enum

import pytest

from law import benefits, breathing_space, debt, high_court
from law.errors import BadFact, LawError
from law.explained import Confidence, Explained, Step, long_date, pounds, weakest
from law.rent_due import rent_due
from law.rules import RULES, explain, restate
from tests.law.everything import everything
from tests.law.snapshot import KEPT, computed

ALL = list(everything())


def test_the_last_step_of_every_date_is_the_date() -> None:
    for name, told in ALL:
        if isinstance(told.value, date):
            assert told.steps[-1].on == told.value, name
            assert long_date(told.value) in told.steps[-1].text, name


def test_every_answer_has_a_trigger_steps_authority_and_version() -> None:
    for name, told in ALL:
        assert told.trigger, name
        assert told.steps, name
        assert told.authority, name
        assert told.table_version.startswith("law 2026"), name
        assert all(step.text and step.authority for step in told.steps), name


def test_every_rule_of_the_table_is_used_and_asked_about_here() -> None:
    assert {told.code for _, told in ALL} == set(RULES)


def test_every_answer_reads_as_one_sentence() -> None:
    for name, told in ALL:
        sentence = told.sentence()
        assert sentence[0].isupper(), name
        assert sentence.endswith(f"{told.confidence.label})."), name
        assert "None" not in sentence, name
        assert "  " not in sentence, name


def test_every_answer_survives_the_journey_through_json() -> None:
    for name, told in ALL:
        as_json = told.as_json()
        assert json.loads(json.dumps(as_json)) == as_json, name
        assert as_json["sentence"] == told.sentence()


def test_every_answer_s_trigger_and_steps_begin_with_a_capital_or_figure() -> None:
    for name, told in ALL:
        for text in (told.trigger, *(step.text for step in told.steps)):
            assert not text[0].islower(), (name, text)


def test_computed_answers_are_those_last_agreed() -> None:
    kept = json.loads(KEPT.read_text("utf-8"))
    now = computed()
    assert {name: (kept.get(name), now.get(name)) for name in kept | now if kept.get(name) != now.get(name)} == {}


def test_a_date_is_written_out() -> None:
    assert long_date(date(2026, 12, 7)) == "Monday 7 December 2026"


def test_money_is_written_with_pence() -> None:
    assert [pounds(n) for n in (0, 5, 123456, -123456)] == ["£0.00", "£0.05", "£1,234.56", "-£1,234.56"]


def test_a_result_is_as_sure_as_its_weakest_rule() -> None:
    assert weakest(Confidence.A, Confidence.C, Confidence.B) is Confidence.C
    assert [mark.label for mark in Confidence] == ["official source", "secondary source", "to be confirmed"]


def _told(value: object, unit: str = "", first: str = "Served by hand") -> Explained[object]:
    return Explained(value, first, "The answer", (Step("Counted"),), "HA 1985 s.83", Confidence.A, "law x", unit=unit)


class Colour(Enum):
    """Something with a value."""

    red = "red"


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (None, "pence", "to be confirmed"),
        (True, "", "yes"),
        (False, "", "no"),
        (96000, "pence", "£960.00"),
        (77, "days", "77 days"),
        (5, "", "5"),
        (Colour.red, "", "red"),
        (date(2026, 12, 7), "", "Monday 7 December 2026"),
    ],
)
def test_values_are_shown_as_people_read_them(value: object, unit: str, shown: str) -> None:
    assert _told(value, unit).shown() == shown


@pytest.mark.parametrize(
    ("first", "read"),
    [
        ("Served by hand", "served by hand"),
        ("Ground 8 proved", "Ground 8 proved"),
        ("Friday 1 May 2026 is the day", "Friday 1 May 2026 is the day"),
        ("DWP asked", "DWP asked"),
        ("Served", "Served"),
    ],
)
def test_reasons_join_a_sentence_without_losing_their_names(first: str, read: str) -> None:
    assert f": {read}; " in _told(5, first=first).sentence()


def test_mappings_and_lists_become_plain() -> None:
    value = {"on": date(2026, 12, 7), "all": [Colour.red]}
    assert _told(value).as_json()["value"] == {"on": "2026-12-07", "all": ["red"]}


def test_a_count_can_be_told_under_another_rule() -> None:
    first = explain("ntq_minimum", date(2026, 12, 20), "Served", Step("Counted", "", date(2026, 12, 20)))
    told = restate("s83_specified", first, confidence=Confidence.B)
    assert (told.value, told.code, told.confidence) == (first.value, "s83_specified", Confidence.B)


def test_a_refusal_says_field_rule_and_mend_and_survives_pickling() -> None:
    refusal = BadFact("served", "It is missing.", "Give it.")
    again = pickle.loads(pickle.dumps(refusal))
    assert isinstance(again, LawError)
    assert (again.field, again.rule, again.mend) == ("served", "It is missing.", "Give it.")
    assert str(refusal) == "served: It is missing. Give it."


def test_a_sentence_keeps_the_capitals_of_names_alone() -> None:
    told = high_court.restitution_permission("writ", date(2027, 3, 1)).sentence()
    assert "; a writ of restitution always needs permission" in told
    awaited = rent_due([], date(2026, 11, 20), regime="new").disregarded.sentence()
    assert "; Universal Credit awarded for rent" in awaited


def test_an_answer_told_from_another_keeps_the_weaker_mark_and_its_unit() -> None:
    on = date(2026, 11, 20)
    allowance = benefits.standard_allowance("single_25_or_over", on)
    span = benefits.uc_deduction_range(42490, on)
    assert span.least.shown() == "£42.49"
    assert span.most.shown() == "£84.98"
    told = span.cap.after(allowance)
    assert told.shown() == "£63.74"
    assert told.steps[-1].text == "All deductions together stop at 15%, £63.74"
    assert (span.cap.confidence.value, told.confidence.value) == ("B", "C")


def test_a_limit_in_a_breathing_space_names_the_day_it_is_counted_from() -> None:
    told = breathing_space.limit_with_moratorium(date(2026, 12, 1), date(2026, 12, 1), date(2027, 1, 29))
    assert "Eight weeks beginning with Friday 29 January 2027, its last day, end on" in told.steps[-1].text
    owed = debt.last_day_to_sue(date(2020, 11, 5), "rent", moratorium=(date(2026, 9, 4), date(2026, 11, 20)))
    assert owed.value == date(2027, 1, 14)
    assert "ended on Friday 20 November 2026; eight weeks beginning with that day" in owed.steps[-1].text
