"""The worked cases come out, and a difference is said plainly."""

import json
from pathlib import Path
from typing import Any

import pytest

from law.__main__ import main
from law.worked import Checked, check_document

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.json"))
DOCUMENTS = {file.name: json.loads(file.read_text("utf-8")) for file in CORPUS}
CHECKED = [(name, checked) for name, document in DOCUMENTS.items() for checked in check_document(document)]


@pytest.mark.parametrize("checked", [c for _, c in CHECKED], ids=[f"{n[:2]}-{c.case}" for n, c in CHECKED])
def test_the_worked_case_comes_out(checked: Checked) -> None:
    assert [str(difference) for difference in checked.differences] == []


def test_the_bank_holidays_of_the_cases_are_ours() -> None:
    from law.calendar import BANK_HOLIDAYS

    listed = {row["date"] for row in DOCUMENTS["court-cases.json"]["bank_holidays_england_wales"]}
    assert listed == {day.isoformat() for day in BANK_HOLIDAYS if day.year >= 2025}


def test_the_fees_of_the_cases_are_ours() -> None:
    from datetime import date

    from law.fees import fee

    kinds: dict[str, Any] = {
        "possession claim, County Court": "claim",
        "warrant of possession": "warrant",
        "application on notice": "application_notice",
        "application by consent or without notice": "application_consent",
        "suspend warrant / vary (tenant)": "suspend_warrant",
        "seal writ of possession, High Court": "writ_seal",
    }
    for row in DOCUMENTS["court-cases.json"]["fees"]:
        if row["from"][:2] == "20" and len(row["from"]) == 10:
            told = fee(kinds[row["fee"]], date.fromisoformat(row["from"]))
            assert told.value == (None if row["gbp"] is None else round(float(row["gbp"]) * 100)), row


def test_a_rent_cycle_no_ground_names_goes_to_legal_review() -> None:
    case = {"id": "G1", "input": {"rule": "current", "rent_cycle": "other"}, "expect": {"outcome": "legal_review"}}
    (checked,) = check_document({"ground8_cases": [case]})
    assert checked.agrees


def test_the_command_prints_the_tally(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *map(str, CORPUS)]) == 0
    assert capsys.readouterr().out == f"{len(CHECKED)} of {len(CHECKED)} agree\n"


def _document(**case: Any) -> dict[str, Any]:
    return {"cases": [{"id": "X1", **case}]}


def test_a_difference_names_case_field_expected_and_got(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = _document(rule="months_from", input={"from": "2026-09-30", "months": 4}, expect={"date": "2027-01-31"})
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps(wrong), "utf-8")
    assert main(["check", str(file)]) == 1
    assert capsys.readouterr().out == "X1 date: expected 2027-01-31, got 2027-01-30\n0 of 1 agree\n"


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ({"rule": "no_such", "input": {}, "expect": {"a": 1}}, "got rule: 'no_such' is not a rule known here."),
        ({"topic": "no_such", "given": {}, "expect": {"a": 1}}, "got topic: 'no_such' is not a topic known here."),
        ({"rule": "s128", "input": {"served": "2026-01-05"}, "expect": {"a": 1}}, "got KeyError: 'tenancy_start'"),
        ({"rule": "court_day", "input": {"date": "2026-12-25"}, "expect": {"a": None}}, "expected null, got nothing"),
        ({"rule": "months_beginning", "input": {"beginning_with": "2026-01-05"}, "expect": {"a": 1}}, "No length"),
        ({"rule": "ntq_date_s83", "input": {"served": "2026-01-05", "ground": "1"}, "expect": {"a": 1}}, "no period"),
        (
            {"rule": "s8_rra", "input": {"served": "2026-01-05", "grounds": ["8"]}, "expect": {"a": 1}},
            "The old regime was in force",
        ),
        ({"topic": "daily_rate", "given": {"weekly_rent": "1.005"}, "expect": {"a": 1}}, "is not whole pence"),
    ],
)
def test_a_case_that_cannot_be_worked_says_why(case: dict[str, Any], said: str) -> None:
    (checked,) = check_document(_document(**case))
    assert said in str(checked.differences[0])


@pytest.mark.parametrize(
    ("topic", "rule", "given", "expect"),
    [
        ("clear_days", "CPR 2.8(3)", {"hearing": "2028-10-20", "days_before": 3}, {"last_day": "2028-10-16"}),
        ("deemed_service", "CPR 6.26", {"method": "dx", "step": "2026-11-26"}, {"deemed_served": "2026-11-30"}),
        (
            "deemed_service",
            "CPR 6.26",
            {"method": "email", "step": "2026-11-27T16:29"},
            {"deemed_served": "2026-11-27"},
        ),
        ("service_21_days", "", {"deemed_served": "2027-01-05", "hearing": "2027-01-27"}, {"in_time": True}),
        ("trespass", "CPR 55.5(2)(b), 2.8(4)", {"hearing": "2027-01-14"}, {"last_day": "2027-01-11"}),
        ("rent_schedule", "", {"issue": "2026-11-30"}, {"schedule_from": "2024-11-30"}),
        ("breathing_space", "", {"treatment_stops": "2026-12-10"}, {"last_day": "2027-01-08"}),
        ("daily_rate", "", {"four_weekly_rent": "473.68"}, {"hmcts_pcs_div_28": "16.92"}),
        ("n54", "", {"delivered": "2026-12-30", "eviction": "2027-01-14"}, {"valid": True, "clear_days": 14}),
    ],
)
def test_other_facts_of_the_same_topics_come_out(
    topic: str, rule: str, given: dict[str, Any], expect: dict[str, Any]
) -> None:
    (checked,) = check_document(_document(topic=topic, rule=rule, given=given, expect=expect))
    assert checked.differences == ()


@pytest.mark.parametrize(
    ("rule", "given", "expect"),
    [
        ("months_beginning", {"beginning_with": "2026-01-15", "weeks": 8}, {"last_day": "2026-03-11"}),
        ("months_from", {"from": "2026-11-02", "days": 14}, {"date": "2026-11-16"}),
        ("s107d", {"term_last_day": "2027-03-31"}, {"nonrenewal_notice_latest": "2026-09-30"}),
        ("hand_delivery", {"handed": "2026-11-20T18:00"}, {"service_date": "2026-11-20"}),
        (
            "breathing_notice",
            {"registered": "2026-11-02", "treatment_stops": "2026-12-10", "served": "2026-12-20", "grounds": ["8"]},
            {"void": True, "earliest_valid_reservice": "2027-01-09"},
        ),
        (
            "breathing_notice",
            {"registered": "2026-11-02", "served": "2027-01-10", "grounds": ["8"]},
            {"void": False, "issue_from_safe": "2027-01-25"},
        ),
    ],
)
def test_other_facts_of_the_same_rules_come_out(rule: str, given: dict[str, Any], expect: dict[str, Any]) -> None:
    (checked,) = check_document(_document(rule=rule, input=given, expect=expect))
    assert checked.differences == ()
