"""CPR 2.8 told with its reasons: both ends left out, closed days in short times, and the court office."""

from datetime import date

import pytest

from law.clear_days import earliest_event, last_day_before, last_day_within
from law.errors import BadFact, OutsideTables


@pytest.mark.parametrize(
    ("start", "days", "first"),
    [
        (date(2026, 11, 30), 28, date(2026, 12, 29)),  # the hearing window of CPR 55.5(3)(a)
        (date(2026, 12, 7), 14, date(2026, 12, 22)),  # the notice of eviction of CPR 83.8A
        (date(2026, 12, 24), 5, date(2027, 1, 6)),  # 29, 30 and 31 December, 4 and 5 January lie between
        (date(2026, 12, 24), 6, date(2026, 12, 31)),  # six days count every day
        (date(2028, 2, 28), 1, date(2028, 3, 1)),  # leap day lies between
        (date(2027, 3, 25), 1, date(2027, 3, 31)),  # Good Friday and Easter Monday do not count
    ],
)
def test_an_event_waits_for_its_clear_days(start: date, days: int, first: date) -> None:
    told = earliest_event(start, days)
    assert told.value == first
    assert told.steps[-1].on == first


@pytest.mark.parametrize(
    ("event", "days", "last", "steps"),
    [
        (date(2027, 1, 22), 3, date(2027, 1, 18), 1),
        (date(2027, 1, 4), 3, date(2026, 12, 24), 2),  # the count gives Monday 28 December, a bank holiday
        (date(2027, 1, 27), 2, date(2027, 1, 22), 2),  # the count gives Sunday 24 January
        (date(2027, 1, 4), 10, date(2026, 12, 24), 1),
        (date(2027, 1, 27), 10, date(2027, 1, 15), 2),  # the count gives Saturday 16 January
        (date(2028, 3, 7), 6, date(2028, 2, 29), 1),
    ],
)
def test_the_last_day_before_an_event_is_a_business_day(event: date, days: int, last: date, steps: int) -> None:
    told = last_day_before(event, days)
    assert told.value == last
    assert len(told.steps) == steps
    assert told.steps[-1].on == last


@pytest.mark.parametrize(
    ("start", "days", "anywhere", "at_court"),
    [
        (date(2026, 12, 11), 14, date(2026, 12, 25), date(2026, 12, 29)),
        (date(2026, 12, 21), 5, date(2026, 12, 30), date(2026, 12, 30)),
        (date(2026, 12, 21), 6, date(2026, 12, 27), date(2026, 12, 29)),
        (date(2027, 1, 3), 14, date(2027, 1, 17), date(2027, 1, 18)),  # Sunday, then Monday
        (date(2027, 3, 12), 14, date(2027, 3, 26), date(2027, 3, 30)),  # Good Friday, then Easter Monday
    ],
)
def test_a_time_leaves_out_its_first_day_and_moves_only_at_court(
    start: date, days: int, anywhere: date, at_court: date
) -> None:
    assert last_day_within(start, days).value == anywhere
    told = last_day_within(start, days, at_court_office=True)
    assert told.value == at_court
    assert ("the court office is shut" in told.sentence()) is (anywhere != at_court)


def test_short_times_say_that_only_business_days_count() -> None:
    assert "5 clear business days after it" in earliest_event(date(2026, 12, 24), 5).sentence()
    assert earliest_event(date(2026, 12, 24), 5).steps[0].authority == "CPR 2.8(4)"
    assert "6 clear days after it" in earliest_event(date(2026, 12, 24), 6).sentence()
    assert earliest_event(date(2026, 12, 24), 6).steps[0].authority == "CPR 2.8(2)-(3)"
    assert "1 clear business day before it" in last_day_before(date(2026, 12, 24), 1).sentence()
    assert "1 business day after it" in last_day_within(date(2026, 12, 24), 1).sentence()
    assert "5 business days after it" in last_day_within(date(2026, 12, 24), 5).sentence()
    assert "6 days after it" in last_day_within(date(2026, 12, 24), 6).sentence()


def test_no_days_or_days_off_the_table_are_refused() -> None:
    for count in (earliest_event, last_day_before, last_day_within):
        for bad in (0, True, 1.5, None):
            with pytest.raises(BadFact):
                count(date(2026, 12, 24), bad)  # type: ignore[arg-type]
        with pytest.raises(BadFact):
            count("2026-12-24", 6)  # type: ignore[arg-type]
        with pytest.raises(OutsideTables):
            count(date(2011, 12, 1), 2)
