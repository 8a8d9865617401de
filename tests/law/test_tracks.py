"""The notices of every other track."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.absolute import absolute_claim_dates, absolute_notice_dates, absolute_window
from law.demoted import section_143e
from law.errors import BadFact, GroundNotForTenancy, NoAnchor, NotThisRoute, TooEarly
from law.explained import Confidence
from law.flexible import non_renewal_latest, refuse_late_non_renewal, section_107d
from law.introductory import extension, section_128, trial_end
from law.new_regime import hand_over, new_regime_dates
from law.notice_to_quit import interim_notice, licence_notice, notice_to_quit
from law.past_end import past_end
from law.periods import RentPeriod
from law.regime import regime_for
from law.section21 import section_21
from law.tenancies import TENANCIES, Occupancy
from law.windows import ground_15a_window

WEEKLY = RentPeriod("week", 1, date(2026, 1, 5))
DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))


def test_every_occupancy_type_has_its_row() -> None:
    assert set(TENANCIES) == set(Occupancy)


@pytest.mark.parametrize(("condition", "last"), [("1", date(2027, 1, 14)), ("4", date(2026, 4, 14))])
def test_the_closure_order_window_is_three_months(condition: str, last: date) -> None:
    assert absolute_window(condition, date(2026, 1, 15)).value == last  # type: ignore[arg-type]


def test_the_absolute_ground_in_a_fixed_term_asks_for_one_month() -> None:
    assert absolute_notice_dates(date(2027, 1, 31), None, fixed_term=True).minimum.value == date(2027, 2, 28)
    with pytest.raises(NoAnchor):
        absolute_notice_dates(date(2027, 1, 31), None)


def test_an_absolute_notice_that_is_too_short_is_refused() -> None:
    with pytest.raises(TooEarly):
        absolute_claim_dates(date(2026, 11, 6), date(2026, 12, 5), WEEKLY)


@given(DAYS)
def test_the_trial_is_a_year_and_the_extension_half_a_year_more(started: date) -> None:
    told = extension(started)
    assert 364 <= (told.original_expiry.value - started).days <= 365
    assert 180 <= (told.extended_end.value - told.original_expiry.value).days <= 184
    assert (told.original_expiry.value - told.latest_service.value).days == 56


def test_the_extended_end_of_a_leap_day_trial_is_the_earlier_and_to_be_confirmed() -> None:
    told = extension(date(2028, 2, 29)).extended_end
    assert (told.value, told.confidence) == (date(2029, 8, 28), Confidence.C)


def test_an_extension_in_time_gives_the_notice_room() -> None:
    started, served = date(2026, 1, 5), date(2026, 12, 8)
    assert not section_128(served, WEEKLY, started).feasible
    extended = section_128(served, WEEKLY, started, extended=True)
    assert extended.feasible
    assert extended.issue_by.value == date(2027, 7, 4)


@pytest.mark.parametrize("served", [date(2026, 3, 1), date(2027, 3, 2)])
def test_a_demoted_notice_outside_the_year_is_refused(served: date) -> None:
    with pytest.raises(NotThisRoute, match="demotion runs from"):
        section_143e(served, WEEKLY, date(2026, 3, 2))


@given(DAYS)
def test_a_non_renewal_notice_always_leaves_six_months(end: date) -> None:
    from law.counting import add_months

    assert add_months(non_renewal_latest(end).value, 6) <= end


def test_a_late_non_renewal_notice_is_refused() -> None:
    refuse_late_non_renewal(date(2026, 9, 30), date(2027, 3, 31))
    with pytest.raises(TooEarly, match="Less than six months"):
        refuse_late_non_renewal(date(2026, 10, 1), date(2027, 3, 31))


def test_the_flexible_claim_waits_for_notice_and_term() -> None:
    early = section_107d(date(2026, 12, 1), date(2027, 3, 31))
    assert early.expiry_minimum.value == date(2027, 2, 1)
    assert early.issue_from.value == date(2027, 4, 1)
    assert section_107d(date(2027, 4, 1), date(2027, 3, 31)).in_time.value is False


def test_a_demoted_shorthold_has_no_floor_on_the_order() -> None:
    told = section_21(date(2027, 3, 1), WEEKLY, date(2026, 11, 1), demoted=True)
    assert told.order_not_before is None


def test_a_fixed_term_section_21_needs_only_two_months() -> None:
    told = section_21(date(2026, 12, 31), None, date(2026, 1, 1), fixed_term=True)
    assert told.specified_minimum.value == date(2027, 2, 28)
    assert told.claim_last_day.value == date(2027, 6, 30)


@pytest.mark.parametrize(
    ("grounds", "served", "specified"),
    [
        (["1A"], date(2026, 11, 2), date(2027, 3, 2)),
        (["4A"], date(2026, 6, 1), date(2026, 8, 1)),  # the first season of student houses
        (["4A"], date(2026, 11, 2), date(2027, 3, 2)),
        (["12"], date(2026, 11, 2), date(2026, 11, 16)),
        (["12", "8"], date(2026, 11, 2), date(2026, 11, 30)),
        (["8", "7"], date(2026, 12, 31), date(2027, 3, 1)),
        (["7A", "8"], date(2026, 11, 2), date(2026, 11, 2)),
    ],
)
def test_the_new_regime_takes_the_longest_period(grounds: list[str], served: date, specified: date) -> None:
    assert new_regime_dates(served, grounds).specified.value == specified


def test_grounds_gone_in_the_new_regime_are_refused() -> None:
    for gone in ("3", "16"):
        with pytest.raises(GroundNotForTenancy):
            new_regime_dates(date(2026, 11, 2), [gone])
    with pytest.raises(BadFact):
        new_regime_dates(date(2026, 11, 2), [])


def test_the_regime_is_chosen_by_tenancy_and_day() -> None:
    began = date(2027, 10, 1)
    assert regime_for(Occupancy.assured_market, date(2026, 4, 30)) == "old"
    assert regime_for(Occupancy.assured_market, date(2026, 5, 1)) == "new"
    assert regime_for(Occupancy.assured, date(2030, 1, 1)) == "old"
    assert regime_for(Occupancy.assured, began - timedelta(days=1), began) == "old"
    assert regime_for(Occupancy.assured, began, began) == "new"
    with pytest.raises(NotThisRoute):
        regime_for(Occupancy.secure, began)


def test_a_notice_served_after_the_change_is_not_handed_over() -> None:
    with pytest.raises(NotThisRoute):
        hand_over("s8", date(2026, 5, 1), date(2026, 5, 1))


def test_notices_that_end_a_tenancy() -> None:
    quit_ = notice_to_quit(date(2026, 11, 20), WEEKLY)
    assert quit_.public_trustee_by is None
    assert quit_.issue_from_recommended.value == date(2026, 12, 21)
    assert licence_notice(date(2026, 11, 20)).expiry_minimum.value == date(2026, 12, 18)
    assert interim_notice("s.188").notice.value == "reasonable"
    with pytest.raises(BadFact, match="not an interim duty"):
        interim_notice("s.193")


@given(DAYS)
def test_the_successor_window_is_open_about_six_months(relevant: date) -> None:
    window = ground_15a_window(relevant)
    assert 178 <= (window.serve_by.value - window.serve_from.value).days <= 184


@pytest.mark.parametrize(
    ("occupancy", "became"),
    [
        (Occupancy.introductory, Occupancy.secure),
        (Occupancy.demoted_council, Occupancy.secure),
        (Occupancy.demoted_provider, Occupancy.assured),
        (Occupancy.flexible, Occupancy.secure),
    ],
)
def test_a_type_past_its_end_says_what_it_became(occupancy: Occupancy, became: Occupancy) -> None:
    began, end = date(2026, 1, 5), date(2027, 1, 4)
    assert past_end(occupancy, began, end, term_last_day=end) is None
    ended = past_end(occupancy, began, end + timedelta(days=1), term_last_day=end)
    assert ended is not None
    assert (ended.probably, ended.ended.value) == (became, end)
    assert ended.message.startswith("Recorded as a")


def test_a_type_kept_alive_is_not_past_its_end() -> None:
    began, day = date(2026, 1, 5), date(2027, 3, 1)
    assert past_end(Occupancy.introductory, began, day) is not None
    assert past_end(Occupancy.introductory, began, day, extended=True) is None
    assert past_end(Occupancy.demoted_council, began, day, kept_alive_until=date(2027, 6, 1)) is None
    assert past_end(Occupancy.flexible, began, day) is None
    assert past_end(Occupancy.secure, began, day) is None


def test_the_trial_year_ends_the_day_before_its_anniversary() -> None:
    assert trial_end(date(2026, 1, 5)).value == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("served", "specified"),
    [
        (date(2026, 5, 1), date(2026, 7, 1)),
        (date(2026, 7, 30), date(2026, 9, 30)),
        (date(2026, 7, 31), date(2026, 12, 1)),
    ],
)
def test_the_first_season_of_student_houses_has_both_its_ends(served: date, specified: date) -> None:
    assert new_regime_dates(served, ["4A"]).specified.value == specified


def test_section_21_service_on_the_first_free_day_is_allowed() -> None:
    told = section_21(date(2027, 3, 1), WEEKLY, date(2026, 11, 1)).service_allowed
    assert told.value is True
    assert told.steps[-1].text.endswith("is allowed")


def test_a_past_end_message_names_both_types_in_full() -> None:
    ended = past_end(Occupancy.introductory, date(2026, 1, 5), date(2027, 1, 5))
    assert ended is not None
    assert ended.message == (
        "Recorded as an introductory tenancy, but that ended on Monday 4 January 2027: "
        "it has probably become a secure periodic tenancy. Correct the occupancy type."
    )
