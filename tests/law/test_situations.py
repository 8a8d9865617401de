"""Situations that change which notice is right: each once, whole, and none that contradicts the tables."""

from dataclasses import astuple

import pytest

from law.__main__ import main
from law.situations import SITUATIONS


def test_every_situation_is_whole() -> None:
    for code, row in SITUATIONS.items():
        assert row.code == code
        assert all(str(cell).strip() for cell in astuple(row))


def test_the_situations_are_printed_with_the_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table"]) == 0
    out = capsys.readouterr().out
    assert "## Situations that change the notice" in out
    assert all(row.title in out for row in SITUATIONS.values())
