"""Service of notices and of court papers: different rules that must never be mixed."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.calendar import is_business_day
from law.errors import BadFact, OutsideTables
from law.explained import Confidence
from law.service import (
    DOCUMENT_METHODS,
    SERVICE_METHODS,
    deemed_served_claim_form,
    deemed_served_claim_form_lax,
    deemed_served_document,
    notice_served,
    service_method_problem,
    with_margin,
)

DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 1))


@pytest.mark.parametrize(
    ("method", "landlord", "allowed", "good"),
    [
        ("by_hand", "provider", False, True),
        ("left_at_property", "council", False, True),
        ("left_at_property", "provider", False, False),
        ("left_at_property", "provider", True, True),
        ("first_class_post", "provider", False, False),
        ("email", "council", False, False),
        ("email", "council", True, True),
        ("text_message", "council", True, False),
    ],
)
def test_when_a_method_is_good_service(method: str, landlord: Any, allowed: bool, good: bool) -> None:
    problem = service_method_problem(method, landlord, allowed)
    assert (problem is None) is good
    if problem:
        with pytest.raises(BadFact) as refused:
            notice_served(method, date(2026, 11, 20), landlord, allowed)
        assert refused.value.field == "method"
        assert refused.value.mend


def test_a_notice_left_on_friday_evening_is_served_on_friday() -> None:
    told = notice_served("left_at_property", datetime(2026, 11, 20, 18, 0, tzinfo=UTC), "council", False)
    assert told.value == date(2026, 11, 20)
    assert told.confidence is Confidence.A  # LGA 1972 s.233; Birmingham CC v Bravington [2023] EWCA Civ 308
    assert notice_served("by_hand", date(2026, 11, 20), "council", False).confidence is Confidence.C


def test_an_instant_after_midnight_in_london_is_the_next_day() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert notice_served("by_hand", late, "council", False).value == date(2026, 7, 2)


@given(DAYS)
def test_post_takes_working_days_and_second_class_more(posted: date) -> None:
    first, second = (
        notice_served(method, posted, "council", False).value for method in ("first_class_post", "second_class_post")
    )
    assert posted < first < second
    assert is_business_day(first)
    assert is_business_day(second)


def test_a_provider_relies_on_its_agreement() -> None:
    told = notice_served("first_class_post", date(2026, 12, 24), "provider", True)
    assert told.value == date(2026, 12, 30)
    assert told.authority == "tenancy agreement; LPA 1925 s.196"


def test_a_margin_is_added_in_working_days() -> None:
    served = notice_served("by_hand", date(2026, 12, 24), "council", False)
    assert with_margin(served, "by_hand").value == date(2026, 12, 29)
    assert with_margin(served, "first_class_post").value == date(2027, 1, 5)
    assert with_margin(served, "by_hand", 0).value == date(2026, 12, 24)


def test_unknown_words_are_refused() -> None:
    with pytest.raises(BadFact, match="Choose one of: Handed to the tenant"):
        service_method_problem("pigeon", "council", False)
    with pytest.raises(BadFact):
        service_method_problem("by_hand", "private", False)  # type: ignore[arg-type]
    with pytest.raises(BadFact):
        deemed_served_document("second_class_post", date(2026, 11, 20))
    with pytest.raises(BadFact):
        notice_served("by_hand", "2026-11-20", "council", False)  # type: ignore[arg-type]


def test_post_beyond_the_bank_holiday_table_is_refused() -> None:
    with pytest.raises(OutsideTables):
        notice_served("first_class_post", date(2028, 12, 29), "council", False)


@given(DAYS)
def test_the_cautious_reading_for_a_claim_form_is_never_the_earlier(posted: date) -> None:
    strict, lax = deemed_served_claim_form(posted).value, deemed_served_claim_form_lax(posted).value
    assert strict >= lax > posted


@given(DAYS, st.sampled_from(DOCUMENT_METHODS), st.integers(0, 23), st.integers(0, 59))
def test_deemed_service_never_falls_on_a_closed_day(day: date, method: str, hour: int, minute: int) -> None:
    at = datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001
    told = deemed_served_document(method, at).value
    assert is_business_day(told)
    assert told >= day


@pytest.mark.parametrize(
    ("at", "served"),
    [
        (datetime(2026, 11, 27, 16, 29), date(2026, 11, 27)),  # noqa: DTZ001
        (datetime(2026, 11, 27, 16, 30), date(2026, 11, 30)),  # noqa: DTZ001
        (datetime(2026, 11, 28, 9, 0), date(2026, 11, 30)),  # noqa: DTZ001
        (date(2026, 11, 27), date(2026, 11, 30)),
        (datetime(2026, 7, 3, 15, 29, tzinfo=UTC), date(2026, 7, 3)),
        (datetime(2026, 7, 3, 15, 30, tzinfo=UTC), date(2026, 7, 6)),
    ],
)
def test_half_past_four_in_london_decides(at: date, served: date) -> None:
    assert deemed_served_document("permitted_address", at).value == served


def test_every_method_has_a_row_for_both_landlords() -> None:
    words = {"always", "by agreement", "never"}
    assert all({row.council, row.provider} <= words for row in SERVICE_METHODS.values())


def test_a_refused_method_says_the_rule_and_the_mend_apart() -> None:
    with pytest.raises(BadFact) as refused:
        notice_served("text_message", date(2026, 11, 20), "council", True)
    assert (refused.value.rule, refused.value.mend) == (
        "Text message is not service of a notice.",
        "Hand it to the tenant.",
    )
    with pytest.raises(BadFact) as by_agreement:
        notice_served("left_at_property", date(2026, 11, 20), "provider", False)
    assert by_agreement.value.rule.endswith("s.196).")
    assert by_agreement.value.mend.startswith("Hand the notice")
