"""The court's clocks, orders and warrants."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law import breathing_space, court, enforcement, goods, orders
from law.calendar import is_business_day
from law.errors import BadFact, GroundNotForTenancy
from law.explained import Confidence
from law.tenancies import Occupancy

DAYS = st.dates(date(2025, 3, 1), date(2028, 10, 1))
TODAY = date(2026, 11, 22)


@given(DAYS)
def test_dates_before_a_hearing_are_working_days_in_time(hearing: date) -> None:
    for told, least in (
        (court.claim_service_latest(hearing), 22),
        (court.ten_day_letter_due(hearing), 11),
        (court.witness_statements_due(hearing), 3),
        (court.application_notice_due(hearing), 4),
        (court.trespass_service_latest(hearing, "residential"), 6),
        (court.trespass_service_latest(hearing, "other"), 3),
    ):
        assert is_business_day(told.value)
        assert (hearing - told.value).days >= least


@given(DAYS)
def test_witness_statements_posted_in_time_are_served_in_time(hearing: date) -> None:
    from law.service import deemed_served_document

    posted = court.witness_statements_post_by(hearing).value
    assert deemed_served_document("first_class_post", posted).value <= court.witness_statements_due(hearing).value


@given(DAYS)
def test_time_at_the_court_office_ends_on_an_open_day(day: date) -> None:
    for told, days in (
        (court.defence_due(day), 14),
        (court.appeal_by(day), 21),
        (court.restore_accelerated_by(day), 28),
    ):
        assert is_business_day(told.value)
        assert (told.value - day).days >= days


@given(DAYS)
def test_the_hearing_window_opens_before_it_closes(issued: date) -> None:
    assert issued < court.hearing_earliest(issued).value < court.hearing_standard_latest(issued).value


@given(DAYS)
def test_an_eviction_leaves_fourteen_clear_days_whichever_way_it_is_counted(day: date) -> None:
    eviction = enforcement.eviction_earliest(day).value
    assert (eviction - day).days == 15
    assert enforcement.n54_latest_delivery(eviction).value == day


@pytest.mark.parametrize(
    ("occupancy", "proved", "allowed"),
    [
        (Occupancy.secure, ["1"], True),
        (Occupancy.secure, ["1", "12"], True),
        (Occupancy.secure, ["9"], False),
        (Occupancy.secure, ["1", "84A"], False),
        (Occupancy.assured, ["8"], False),
        (Occupancy.assured, ["8", "10", "11"], False),
        (Occupancy.assured, ["10", "11"], True),
        (Occupancy.assured_shorthold, [], False),
        (Occupancy.introductory, [], False),
        (Occupancy.flexible, ["107D"], False),
        (Occupancy.non_secure_ta, [], False),
    ],
)
def test_the_power_to_suspend_and_section_89_are_two_sides(
    occupancy: Occupancy, proved: list[str], allowed: bool
) -> None:
    assert orders.may_suspend(occupancy, proved, TODAY).value is allowed
    assert orders.s89_applies(proved, occupancy, TODAY) is not allowed


def test_ground_16_became_mandatory_as_5c() -> None:
    assert orders.may_suspend(Occupancy.assured_market, ["5C"], TODAY).value is False
    assert orders.may_suspend(Occupancy.assured, ["16"], TODAY).value is True
    with pytest.raises(GroundNotForTenancy):
        orders.s89_applies(["16"], Occupancy.assured_market, TODAY)


def test_an_order_that_rests_on_grounds_must_name_them() -> None:
    with pytest.raises(BadFact, match="rests on a ground"):
        orders.may_suspend(Occupancy.secure, [], TODAY)
    with pytest.raises(BadFact, match="A list is needed"):
        orders.may_suspend(Occupancy.assured, "10", TODAY)


@pytest.mark.parametrize(
    ("on", "breach", "changed", "needed"),
    [
        (date(2027, 2, 9), "none", False, False),
        (date(2027, 2, 9), "payment", False, False),
        (date(2027, 2, 10), "payment", False, True),
        (date(2022, 1, 1), "other", False, True),
        (date(2022, 1, 1), "payment", True, True),
    ],
)
def test_when_permission_is_needed(on: date, breach: Any, changed: bool, needed: bool) -> None:
    told = enforcement.permission_needed(ordered=date(2021, 2, 10), on=on, breach=breach, parties_changed=changed)
    assert told.value is needed


@pytest.mark.parametrize(
    ("suspended", "breach", "form"), [(False, "none", "N325"), (True, "payment", "N325A"), (True, "other", "N244")]
)
def test_the_form_to_begin_with(suspended: bool, breach: Any, form: str) -> None:
    assert enforcement.request_form(suspended, breach).value == form


def test_no_form_while_the_terms_are_kept() -> None:
    with pytest.raises(BadFact, match="terms of the suspended order are kept"):
        enforcement.request_form(True, "none")


def test_a_next_working_day_on_a_weekday_is_not_moved() -> None:
    assert orders.postponed_possession_date(date(2026, 11, 23)).value == date(2026, 11, 24)


@given(DAYS)
def test_a_breathing_space_is_sixty_days_long(start: date) -> None:
    end = breathing_space.standard_end(start).value
    assert (breathing_space.first_clear_day(end).value - start).days == 60
    assert breathing_space.notice_void(end, start, end).value
    assert not breathing_space.notice_void(end + timedelta(days=1), start, end).value
    assert not breathing_space.notice_void(start - timedelta(days=1), start, end).value


def test_a_crisis_moratorium_has_no_midway_review() -> None:
    window = breathing_space.review_window(date(2026, 11, 3), "crisis")
    assert window.midway_from is None
    assert window.midway_by is None
    assert window.landlord_request_by.value == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("step", "stopped"),
    [
        ("notice_arrears", True),
        ("notice_s21", False),
        ("claim_arrears", True),
        ("claim_on_foot", False),
        ("warrant_arrears", True),
        ("warrant_other", False),
        ("contact_ongoing", False),
    ],
)
def test_what_a_breathing_space_stops(step: str, stopped: bool) -> None:
    for kind in ("standard", "crisis"):
        assert breathing_space.barred(step, kind).value is stopped


def test_a_breathing_space_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(BadFact, match="cannot end before it starts"):
        breathing_space.notice_void(date(2026, 11, 3), date(2026, 11, 3), date(2026, 11, 2))
    with pytest.raises(BadFact):
        breathing_space.barred("dance", "standard")


def test_goods_are_kept_longer_where_storage_is_charged() -> None:
    notice = date(2026, 11, 30)
    assert goods.sale_from(notice, money_claimed=True).value == date(2027, 2, 28)
    assert goods.sale_from(notice, money_claimed=False, council=True).value == date(2026, 12, 28)
    assert goods.sale_from(notice, money_claimed=False, agreed_days=14).value == date(2026, 12, 14)


def test_a_barred_step_reads_as_a_sentence() -> None:
    assert breathing_space.barred("notice_arrears", "crisis").sentence() == (
        "The step is barred by the breathing space: yes; mental-health crisis moratorium in force: serve an arrears "
        "notice; it would be void (SI 2020/1311 reg 7(6)-(7)(j), (12); official source)."
    )


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        (datetime(2026, 12, 4, 16, 0, tzinfo=UTC), date(2026, 12, 4)),
        (datetime(2026, 12, 4, 16, 1, tzinfo=UTC), date(2026, 12, 7)),
        (datetime(2026, 12, 5, 10, 0, tzinfo=UTC), date(2026, 12, 7)),
        (datetime(2026, 12, 24, 17, 0, tzinfo=UTC), date(2026, 12, 29)),
        (date(2026, 12, 3), date(2026, 12, 4)),
    ],
)
def test_a_paper_sent_after_four_is_filed_on_the_next_open_day(sent: date, day: date) -> None:
    assert court.filed(sent).value == day


def test_a_paper_whose_hour_is_not_known_is_told_so() -> None:
    assert "The hour is not known" in court.filed(date(2026, 12, 23)).steps[0].text
    assert "Not by 4 pm" in court.filed(datetime(2026, 12, 23, 16, 1, tzinfo=UTC)).steps[0].text


def test_an_accelerated_order_may_be_set_aside_within_fourteen_days() -> None:
    assert court.set_aside_accelerated_by(date(2026, 12, 8)).value == date(2026, 12, 22)
    assert court.set_aside_accelerated_by(date(2026, 12, 11)).value == date(2026, 12, 29)


@pytest.mark.parametrize(
    ("occupancy", "proved", "authority"),
    [
        (Occupancy.secure, ["9"], "HA 1985 s.85; HA 1980 s.89(1)"),
        (Occupancy.assured_shorthold, [], "HA 1988 s.9; HA 1980 s.89(1)"),
        (Occupancy.introductory, [], "HA 1980 s.89(1)"),
        (Occupancy.non_secure_ta, [], "HA 1980 s.89(1)"),
    ],
)
def test_a_mandatory_order_names_the_act_of_its_own_tenancy(
    occupancy: Occupancy, proved: list[str], authority: str
) -> None:
    told = orders.may_suspend(occupancy, proved, TODAY)
    assert (told.value, told.authority, told.confidence) == (False, authority, Confidence.B)


def test_only_the_text_of_section_85_was_read() -> None:
    assert orders.may_suspend(Occupancy.secure, ["1"], TODAY).confidence is Confidence.A
    assert orders.may_suspend(Occupancy.assured, ["10"], TODAY).confidence is Confidence.B


def test_permission_comes_before_any_request() -> None:
    for suspended, breach in ((False, "none"), (True, "payment"), (True, "other")):
        told = enforcement.request_form(suspended, breach, permission=True)  # type: ignore[arg-type]
        assert told.value == "N244"
        assert "permission comes first" in told.sentence()
    with pytest.raises(BadFact):
        enforcement.request_form(True, "none", permission=True)
