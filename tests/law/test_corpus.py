"""The conformance corpus: large, sourced, independent, and complete in the corners."""

import ast
import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from law.__main__ import main
from tests.law import reference, reference_cases

HERE = Path(__file__).parent
FILES = sorted((HERE / "corpus").glob("*.json"))
CASES: list[tuple[str, dict[str, Any]]] = [
    (file.name, case)
    for file in FILES
    for name in ("cases", "ground8_cases")
    for case in json.loads(file.read_text("utf-8")).get(name, ())
]
GIVEN = ("notices-cases.json", "court-cases.json")


def test_every_case_agrees_and_the_tally_is_printed_last(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *map(str, FILES)]) == 0
    assert capsys.readouterr().out == f"{len(CASES)} of {len(CASES)} agree\n"


def test_there_are_at_least_four_hundred_cases_and_at_most_half_are_generated() -> None:
    generated = [case for file, case in CASES if file in reference_cases.FILES]
    assert len(CASES) >= 400
    assert len(generated) * 2 <= len(CASES)


def test_no_id_is_used_twice() -> None:
    twice = [name for name, times in Counter(case["id"] for _, case in CASES).items() if times > 1]
    assert not twice


def test_no_question_is_counted_twice() -> None:
    def question(case: dict[str, Any]) -> str:
        facts = {**case.get("input", {}), **case.get("given", {})}
        facts["period"] = {**facts.get("period", {}), "meaning": ""}
        asked = [case.get("topic"), case.get("rule"), facts, sorted(case["expect"])]
        return json.dumps(asked, sort_keys=True)

    twice = [ask for ask, times in Counter(question(case) for _, case in CASES).items() if times > 1]
    assert not twice


@pytest.mark.parametrize("file", [file.name for file in FILES])
def test_every_case_names_its_authority_and_where_its_answer_comes_from(file: str) -> None:
    for case in [case for name, case in CASES if name == file]:
        assert case.get("citation") or case.get("rule"), case["id"]
        assert case.get("source") or file in GIVEN, case["id"]
        assert case["expect"], case["id"]


@pytest.mark.parametrize("file", reference_cases.FILES)
def test_the_generated_files_are_what_the_slow_reference_makes(file: str) -> None:
    made = reference_cases.written(reference_cases.FILES[file]())
    assert (HERE / "corpus" / file).read_text("utf-8") == made, "run `python -m tests.law.reference_cases`"


@pytest.mark.parametrize("module", ["reference.py", "reference_cases.py"])
def test_the_slow_reference_uses_nothing_of_the_law_room(module: str) -> None:
    tree = ast.parse((HERE / module).read_text("utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert not [name for name in names if name.split(".")[0] == "law"]


def test_the_reference_knows_the_published_easters_and_substitute_days() -> None:
    easters = {2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16)}
    assert all(reference.easter_sunday(year) == date(year, *day) for year, day in easters.items())
    from law.calendar import BANK_HOLIDAYS

    for year in easters:
        assert reference.holidays(year) == {day for day in BANK_HOLIDAYS if day.year == year}


def _facts(value: object) -> set[str]:
    if isinstance(value, dict):
        return {day for item in value.values() for day in _facts(item)}
    return {value[:10]} if isinstance(value, str) else set()


def test_every_corner_day_is_a_fact_of_some_case() -> None:
    used = {day for _, case in CASES for day in _facts({**case.get("input", {}), **case.get("given", {})})}
    corners = {reference.days_of(2027, month)[-1] for month in range(1, 13)}
    corners |= {date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)}
    for year in (2026, 2027):
        corners |= {date(year, 12, day) for day in (24, 25, 26, 31)} | {date(year + 1, 1, 1)}
    for year in (2026, 2027, 2028):
        easter = reference.easter_sunday(year)
        corners |= {easter + timedelta(days=n) for n in (-3, -2, 1)}
    assert sorted(day.isoformat() for day in corners if day.isoformat() not in used) == []


def test_the_readme_counts_its_cases() -> None:
    words = (HERE / "corpus" / "README.md").read_text("utf-8")
    assert f"{len(CASES)} cases with their answers" in words
    for file, times in Counter(name for name, _ in CASES).items():
        assert f"| `{file}` | {times} |" in words
