"""Business days, cross-checked with two independent lists of bank holidays."""

from datetime import UTC, date, datetime, timedelta

import govuk_bank_holidays.bank_holidays as govuk
import holidays
import pytest

from law import calendar, court
from law.errors import BadFact, OutsideTables
from law.explained import Step
from law.rules import explain

YEARS = range(calendar.TABLE_BEGINS.year, calendar.TABLE_ENDS.year + 1)


def test_the_table_is_the_government_s_own_list() -> None:
    theirs = govuk.BankHolidays(use_cached_holidays=True).get_holidays(govuk.BankHolidays.ENGLAND_AND_WALES)
    assert set(calendar.BANK_HOLIDAYS) == {day["date"] for day in theirs if day["date"].year in YEARS}


@pytest.mark.parametrize("year", YEARS)
def test_business_days_agree_with_the_holidays_package(year: int) -> None:
    closed = holidays.country_holidays("GB", subdiv="ENG", years=year)
    day = date(year, 1, 1)
    while day.year == year:
        assert calendar.is_business_day(day) == (day.weekday() < 5 and day not in closed), day
        day += timedelta(days=1)


def test_christmas_2027_is_closed_twice_over() -> None:
    assert [d for d in range(20, 32) if calendar.is_business_day(date(2027, 12, d))] == [20, 21, 22, 23, 24, 29, 30, 31]


def test_scotland_s_world_cup_day_is_a_business_day_here() -> None:
    assert calendar.is_business_day(date(2026, 6, 15))


def test_a_day_beyond_the_table_is_refused_not_guessed() -> None:
    for day in (calendar.TABLE_BEGINS - timedelta(days=1), calendar.TABLE_ENDS + timedelta(days=1)):
        with pytest.raises(OutsideTables) as refused:
            calendar.is_business_day(day)
        assert refused.value.mend == "Load a newer bank-holiday table."


def test_an_instant_is_not_a_day() -> None:
    with pytest.raises(BadFact):
        calendar.is_business_day(datetime(2026, 1, 5, tzinfo=UTC))


def test_stepping_over_closed_days() -> None:
    assert calendar.next_business_day(date(2026, 12, 25)) == date(2026, 12, 29)
    assert calendar.previous_business_day(date(2026, 12, 28)) == date(2026, 12, 24)
    assert calendar.previous_business_day(date(2026, 11, 7)) == date(2026, 11, 6)
    assert calendar.add_business_days(date(2026, 12, 24), 2) == date(2026, 12, 30)
    assert calendar.add_business_days(date(2026, 12, 30), -2) == date(2026, 12, 24)
    assert calendar.add_business_days(date(2026, 12, 25), 0) == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 23), ""),
        (date(2026, 11, 21), "a Saturday"),
        (date(2026, 11, 22), "a Sunday"),
        (date(2026, 12, 28), "Boxing Day (substitute)"),
        (date(2026, 5, 4), "the Early May bank holiday"),
        (date(2023, 5, 8), "the bank holiday for the coronation of King Charles III"),
    ],
)
def test_a_closed_day_says_why(day: date, why: str) -> None:
    assert calendar.closed_because(day) == why


LAST = date(2028, 12, 31)


def test_the_day_the_table_ends_can_be_asked() -> None:
    assert calendar.table_ends() == LAST


@pytest.mark.parametrize(
    ("reached", "said"),
    [
        (date(2028, 11, 1), None),
        (date(2028, 11, 2), "59 days after Thursday 2 November 2028"),
        (date(2028, 12, 30), "1 day after Saturday 30 December 2028"),
        (LAST, "that very day"),
        (date(2029, 1, 1), "before Monday 1 January 2029: only weekends and Christmas Day were seen"),
    ],
)
def test_a_count_near_the_end_of_the_table_says_so(reached: date, said: str | None) -> None:
    told = calendar.cautions(reached)
    assert len(told) == (said is not None)
    assert all(said in sentence and "ends on Sunday 31 December 2028" in sentence for sentence in told if said)


def test_past_the_table_only_weekends_and_christmas_are_seen() -> None:
    assert calendar.settle(date(2029, 3, 3), 1) == date(2029, 3, 5)
    assert calendar.settle(date(2029, 3, 4), -1) == date(2029, 3, 2)
    assert calendar.settle(date(2029, 12, 25), -1) == date(2029, 12, 24)
    assert calendar.settle(date(2028, 12, 31), 1) == date(2029, 1, 1)
    with pytest.raises(OutsideTables):
        calendar.settle(calendar.TABLE_BEGINS - timedelta(days=1), 1)


def test_a_hearing_past_the_table_is_counted_with_a_caution_where_clear_days_are_enough() -> None:
    hearing = date(2029, 3, 1)
    told = court.claim_service_latest(hearing)
    assert told.value == date(2029, 2, 7)
    assert told.confidence == "C"
    assert told.sentence().endswith("only weekends and Christmas Day were seen, so check that day.")
    assert told.as_json()["cautions"] == list(told.cautions)
    assert court.ten_day_letter_due(hearing).value == date(2029, 2, 16)
    assert court.defence_due(hearing).value == date(2029, 3, 15)
    assert court.appeal_by(hearing).value == date(2029, 3, 22)
    assert court.hearing_earliest(hearing).cautions == ()
    with pytest.raises(OutsideTables):
        court.witness_statements_due(hearing)
    with pytest.raises(OutsideTables):
        court.application_notice_due(hearing)


def test_a_count_within_the_table_keeps_its_mark_and_hands_its_caution_on() -> None:
    near = court.claim_service_latest(date(2028, 12, 13))
    assert near.confidence == "A"
    assert len(near.cautions) == 1
    assert court.claim_service_latest(date(2028, 11, 20)).cautions == ()
    later = court.money_order_due(date(2028, 12, 1)).after(near)
    assert later.cautions == near.cautions
    assert near.after(near).cautions == near.cautions
    last = court.claim_service_latest(date(2029, 1, 22))
    assert (last.value, last.confidence) == (date(2028, 12, 29), "A")


def test_the_farthest_day_of_a_count_decides_the_caution() -> None:
    near, far = Step("Counted", "PD 5C", date(2026, 1, 5)), Step("Counted", "PD 5C", date(2029, 1, 5))
    told = explain("filed", date(2026, 1, 5), "Sent", far, near)
    assert len(told.cautions) == 1
    assert told.confidence == "C"


def test_the_end_of_the_table_is_said_a_year_ahead_and_after_it() -> None:
    ends = calendar.table_ends()
    assert calendar.ends_soon(ends - timedelta(days=367)) == ""
    assert "ends in 366 days" in calendar.ends_soon(ends - timedelta(days=366))
    assert "ends in 1 day," in calendar.ends_soon(ends - timedelta(days=1))
    assert "ends today" in calendar.ends_soon(ends)
    assert "ended on" in calendar.ends_soon(ends + timedelta(days=1))
