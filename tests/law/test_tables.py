"""The tables have no gap that a reader could mistake for an answer."""

import json
import runpy
import sys
from pathlib import Path

import pytest

from law.__main__ import main
from law.grounds import GROUNDS
from law.protocol import STEPS, steps_for
from law.table import tables

ALL = tables()


@pytest.mark.parametrize("name", ALL)
def test_no_cell_is_empty_and_every_row_has_the_same_cells(name: str) -> None:
    rows = ALL[name]
    assert rows
    assert all(list(row) == list(rows[0]) for row in rows)
    assert all(cell.strip() for row in rows for cell in row.values())


def test_a_fee_without_a_figure_says_so() -> None:
    gaps = [row for row in ALL["fees"] if row["fee"] == "to be confirmed"]
    assert ("warrant", "Monday 13 July 2026", "in force") in {(r["kind"], r["from"], r["to"]) for r in gaps}


def test_each_ground_is_held_once_in_each_regime() -> None:
    keys = [(g.schedule, g.regime, g.code) for g in GROUNDS]
    assert len(keys) == len(set(keys))


def test_the_protocol_is_in_paragraph_order_with_each_step_once() -> None:
    assert len({step.code for step in STEPS}) == len(STEPS)
    assert [step.code for step in steps_for(3)] == ["part3_invite", "part3_reasons", "part3_schedule"]
    assert {step.code for step in steps_for(2, "hearing")} == {
        "hearing_statement",
        "hearing_notified",
        "agreement_after_issue",
    }


def test_the_table_command_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == ALL


def test_the_room_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["law", "table", "--json"])
    monkeypatch.delitem(sys.modules, "law.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("law", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out


def test_the_table_command_prints_markdown_with_a_line_for_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "# The law it holds, table by table"
    assert len([line for line in lines if line.startswith("## ")]) == len(ALL)
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) == 4 + sum(len(rows) + 1 for rows in ALL.values())


def test_the_tables_document_is_what_the_tables_say(capsys: pytest.CaptureFixture[str]) -> None:
    kept = (Path(__file__).parents[2] / "docs" / "law.md").read_text("utf-8")
    assert main(["table"]) == 0
    assert capsys.readouterr().out == kept, "run `duecourse law table > docs/law.md`"
