"""Since when each row of the printed tables stands, on each side of a commencement."""

from datetime import date

import pytest

from law import standing
from law.table import tables


def row_of(table: str, **wanted: str) -> dict[str, str]:
    return next(row for row in tables()[table] if all(row[cell] == value for cell, value in wanted.items()))


@pytest.mark.parametrize(
    ("occupancy", "notice", "ground", "begins", "ends"),
    [
        ("secure", "s83", "1", "Tuesday 1 April 1986", "in force"),
        ("secure", "s83", "2ZA", "Tuesday 13 May 2014", "in force"),  # the ground is younger than the notice
        ("assured", "s8", "7A", "Monday 20 October 2014", "in force until an order names the day"),
        ("assured", "s8-new", "8", "no day is set", "not yet in force"),
        ("assured_shorthold", "s21", "none", "Thursday 1 October 2015", "in force until an order names the day"),
        ("assured_market", "s8", "8", "Friday 28 February 1997", "Thursday 30 April 2026"),
        ("assured_market", "s8-new", "8", "Friday 1 May 2026", "in force"),
        ("introductory", "s128", "none", "Wednesday 12 February 1997", "in force"),
    ],
)
def test_a_notice_on_a_ground_stands_since_both_did(
    occupancy: str, notice: str, ground: str, begins: str, ends: str
) -> None:
    row = row_of("by_ground", occupancy=occupancy, notice=notice, ground=ground)
    assert (row["from"], row["to"]) == (begins, ends)


def test_a_row_is_no_surer_than_what_must_be_shown() -> None:
    assert row_of("by_ground", occupancy="secure", notice="s83", ground="2ZA")["confidence"] == "C: to be confirmed"
    assert row_of("by_ground", occupancy="assured", notice="s8", ground="8")["confidence"] == "B: secondary source"


def test_the_new_regime_says_for_whom_it_has_begun() -> None:
    begun = "Friday 1 May 2026 for market lettings; social ones: no day is set"
    assert row_of("notices", notice="s8-new")["from"] == begun
    assert row_of("grounds", schedule="HA1988", regime="new", ground="8")["from"] == begun
    kept = "Thursday 30 April 2026 for market lettings; social ones: in force until an order names the day"
    assert row_of("notices", notice="s21")["to"] == kept
    assert row_of("grounds", schedule="HA1988", regime="old", ground="16")["to"] == kept
    assert row_of("grounds", schedule="HA1985", regime="old", ground="1")["to"] == "in force"


def test_once_a_day_is_set_the_tables_tell_both_sides_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "SOCIAL_COMMENCEMENT", date(2027, 10, 1))
    old = row_of("by_ground", occupancy="assured", notice="s8", ground="8")
    new = row_of("by_ground", occupancy="assured", notice="s8-new", ground="8")
    assert old["to"] == "Thursday 30 September 2027"
    assert (new["from"], new["to"]) == ("Friday 1 October 2027", "in force")
    both = "Thursday 30 April 2026 for market lettings; social ones: Thursday 30 September 2027"
    assert row_of("notices", notice="s8")["to"] == both
    assert row_of("notices", notice="s8-new")["from"].endswith("social ones: Friday 1 October 2027")
