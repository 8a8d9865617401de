"""The tables against the schedules, fee orders and paragraphs themselves, written out again by hand."""

from datetime import date

import pytest

from law.fees import FEES
from law.forms import FORMS
from law.grounds import GROUNDS, Ground
from law.protocol import STEPS
from law.rules import RULES

# HA 1985 s.84(2): Part I reasonable; Part II suitable accommodation; Part III both. Then the two absolute ones.
PART_1 = ["1", "2", "2ZA", "2A", "3", "4", "5", "6", "7", "8"]
PART_2 = ["9", "10", "10A", "11"]
PART_3 = ["12", "13", "14", "15", "15A"]
# HA 1988 Sch 2 as it stands for social housing: Part I mandatory, Part II discretionary; s.8(3A)-(4B), s.7(6).
OLD_MANDATORY = ["1", "2", "3", "4", "5", "6", "7", "7A", "7B", "8"]
OLD_DISCRETIONARY = ["9", "10", "11", "12", "13", "14", "14ZA", "14A", "15", "16", "17"]
OLD_TWO_MONTHS = ["1", "2", "5", "6", "7", "9", "16"]
OLD_IN_FIXED_TERM = ["2", "7", "7A", "7B", "8", "10", "11", "12", "13", "14", "14ZA", "14A", "15", "17"]
# HA 1988 s.8(4AA) as amended by RRA 2025 s.3.
NEW_PERIODS = {
    "4 months": ["1", "1A", "1B", "2", "2ZA", "2ZB", "2ZC", "2ZD", "4A", "6", "6A", "6B"],
    "2 months": ["5", "5A", "5B", "5C", "5D", "5H", "7", "9"],
    "4 weeks": ["5E", "5F", "5G", "8", "10", "11", "18"],
    "2 weeks": ["4", "7B", "12", "13", "14ZA", "14A", "15", "17"],
    "immediate": ["7A", "14"],
}
NEW_DISCRETIONARY = ["9", "10", "11", "12", "13", "14", "14ZA", "14A", "15", "17", "18"]


def by_code(schedule: str, regime: str) -> dict[str, Ground]:
    return {row.code: row for row in GROUNDS if (row.schedule, row.regime) == (schedule, regime)}


def having(rows: dict[str, Ground], **wanted: object) -> list[str]:
    return [code for code, row in rows.items() if all(getattr(row, name) == value for name, value in wanted.items())]


def test_the_secure_grounds_are_those_of_schedule_2_in_its_three_parts() -> None:
    rows = by_code("HA1985", "old")
    assert having(rows, power="discretionary", alternative_accommodation=False) == PART_1
    assert having(rows, power="mandatory", alternative_accommodation=True) == PART_2
    assert having(rows, power="discretionary", alternative_accommodation=True) == PART_3
    assert sorted(having(rows, power="mandatory", alternative_accommodation=False)) == ["107D", "84A"]
    assert having(rows, arrears=True) == ["1"]
    assert having(rows, notice="immediate") == ["2"]
    assert having(rows, notice="107D") == ["107D"]
    assert len(having(rows, notice="ntq")) == len(rows) - 2
    assert having(rows, in_fixed_term=True) == []


def test_the_assured_grounds_of_today_are_those_of_schedule_2() -> None:
    rows = by_code("HA1988", "old")
    assert having(rows, power="mandatory") == OLD_MANDATORY
    assert sorted(having(rows, power="discretionary")) == sorted(OLD_DISCRETIONARY)
    assert having(rows, alternative_accommodation=True) == ["9"]
    assert having(rows, arrears=True) == ["8", "10", "11"]
    assert having(rows, notice="2 months") == OLD_TWO_MONTHS
    assert having(rows, notice="immediate") == ["14"]
    assert having(rows, notice="ntq") == ["7A"]
    assert len(having(rows, notice="2 weeks")) == len(rows) - len(OLD_TWO_MONTHS) - 2
    assert sorted(having(rows, in_fixed_term=True)) == sorted(OLD_IN_FIXED_TERM)


def test_the_assured_grounds_of_the_new_regime_are_those_of_the_amended_schedule() -> None:
    rows = by_code("HA1988", "new")
    assert sorted(rows) == sorted(code for codes in NEW_PERIODS.values() for code in codes)
    for period, codes in NEW_PERIODS.items():
        assert sorted(having(rows, notice=period)) == sorted(codes), period
    assert sorted(having(rows, power="discretionary")) == sorted(NEW_DISCRETIONARY)
    assert having(rows, alternative_accommodation=True) == ["9"]
    assert having(rows, arrears=True) == ["8", "10", "11"]
    assert having(rows, in_fixed_term=True) == []  # there are no fixed terms


# The fee orders as reported: (first day, pounds); None before the first change held, or where no figure was found.
CHANGES = {
    "claim": "- 175, 2014-04-22 280, 2016-03-21 355, 2024-05-01 391, 2025-04-08 404, 2026-07-13 415",
    "claim_pcol": "- 100, 2014-04-22 250, 2016-03-21 325, 2021-05-01 355,"
    " 2024-05-01 391, 2025-04-08 404, 2026-07-13 415",
    "warrant": "- 110, 2016-07-25 121, 2021-05-01 130, 2024-05-01 143, 2025-04-08 148, 2026-07-13 ?",
    "application_notice": "- 80, 2014-04-22 155, 2016-03-21 255, 2021-05-01 275, 2024-05-01 303, 2025-04-08 313,"
    " 2026-07-13 321",
    "application_consent": "- ?, 2014-04-22 50, 2016-03-21 100, 2021-05-01 108,"
    " 2024-05-01 119, 2025-04-08 123, 2026-07-13 126",
    "suspend_warrant": "- ?, 2021-05-01 14, 2024-05-01 15, 2025-04-08 ?",
    "writ_seal": "- ?, 2016-03-21 66, 2025-04-08 80, 2026-07-13 ?",
}


@pytest.mark.parametrize("kind", CHANGES)
def test_the_fees_are_those_of_the_orders_day_by_day(kind: str) -> None:
    said = [
        f"{row.start or '-'} {row.pence // 100 if row.pence is not None and row.pence % 100 == 0 else row.pence or '?'}"
        for row in FEES[kind]
    ]
    assert ", ".join(said) == CHANGES[kind]


def test_the_forms_whose_first_day_is_known_have_it() -> None:
    known = {code: (row.in_use_from, row.in_use_to) for code, row in FORMS.items() if row.in_use_from or row.in_use_to}
    assert known == {
        "Form 3A": (date(2026, 5, 1), None),  # RRA 2025 s.5; SI 2026/421 reg 2
        "N325A": (date(2018, 10, 1), None),  # CPR 83.2(3)(e) as amended after Cardiff CC v Lee
        "N54": (date(2020, 8, 23), None),  # CPR 83.8A
    }


def test_part_3_of_the_protocol_is_the_three_steps_of_mandatory_cases() -> None:
    assert [step.para for step in STEPS if step.part == 3] == ["3.2(a)", "3.2(b)", "3.3"]
    assert all(step.para[0] in "12" for step in STEPS if step.part == 2)


def test_only_post_and_acts_at_court_are_moved_by_closed_days() -> None:
    moved = [code for code, rule in RULES.items() if rule.closed_days]
    assert moved == [
        "served_by_post",  # Interpretation Act 1978 s.7
        "service_margin",  # practice
        "claim_deemed",  # CPR 6.14
        "claim_deemed_lax",
        "document_deemed",  # CPR 6.26
        "clear_days_after",  # CPR 2.8(4)
        "clear_days_before",
        "time_within",  # CPR 2.8(5)
        "claim_service_latest",  # CPR 55.5(3)(c)
        "defence_due",  # CPR 2.8(5)
        "witness_due",  # CPR 55.8(4)
        "witness_post",
        "ten_day_letter",  # Protocol 2.11
        "application_due",  # CPR 23.7
        "trespass_due",  # CPR 55.5(2)
        "appeal_by",  # CPR 2.8(5)
        "restore_accelerated",
        "set_aside_accelerated",  # CPR 55.19
        "filed",  # PD 5C
        "debt_response",  # CPR 2.8(5)
        "debt_defence",
        "postponed_date",  # PD 55A 10.8
        "bs_notified",  # SI 2020/1311 reg 37(4)
    ]
