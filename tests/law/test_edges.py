"""The very edge of each rule: the day, the penny or the word at which it turns."""

from datetime import date

import pytest

from law import absolute, breathing_space, calendar
from law.errors import NotPence
from law.periods import RentPeriod
from law.terms import Terms

WEEKLY = RentPeriod("week", 1, date(2026, 1, 5))


@pytest.mark.parametrize(
    ("condition", "last", "words"),
    [
        ("1", date(2027, 1, 14), "Twelve months"),
        ("2", date(2027, 1, 14), "Twelve months"),
        ("3", date(2027, 1, 14), "Twelve months"),
        ("4", date(2026, 4, 14), "Three months"),
        ("5", date(2027, 1, 14), "Twelve months"),
    ],
)
def test_each_condition_of_the_absolute_ground_has_its_window(condition: str, last: date, words: str) -> None:
    told = absolute.absolute_window(condition, date(2026, 1, 15))  # type: ignore[arg-type]
    assert told.value == last
    assert told.steps[0].text.startswith(f"{words} beginning with that day")


def test_a_claim_on_the_absolute_ground_is_on_a_periodic_tenancy_unless_said() -> None:
    told = absolute.absolute_claim_dates(date(2026, 11, 6), date(2026, 12, 6), WEEKLY)
    assert told.issue_from.value == date(2026, 12, 7)


def test_a_breathing_space_of_one_day_has_that_day() -> None:
    day = date(2026, 11, 20)
    assert breathing_space.notice_void(day, day, day).value is True


def test_christmas_day_is_closed_even_where_the_table_forgets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    christmas = date(2026, 12, 25)
    monkeypatch.delitem(calendar.BANK_HOLIDAYS, christmas)
    assert calendar.closed_because(christmas) == "Christmas Day"
    assert calendar.is_business_day(date(2026, 12, 24))


def test_rent_charged_under_an_order_is_whole_pence_on_whole_days() -> None:
    first = date(2027, 2, 5)
    with pytest.raises(NotPence):
        Terms(11842, 500, "weekly", first, WEEKLY, 269175, rent_charged=((first, 118.42),))  # type: ignore[arg-type]
    assert Terms(11842, 500, "weekly", first, WEEKLY, 269175, rent_charged=((first, 0),)).rent_charged
