"""The move to the High Court, the writ, and the return of people who were put out."""

from datetime import date

import pytest

from law import enforcement, high_court
from law.errors import BadFact, OutsideTables

ORDERED = date(2026, 6, 1)
ASKED = date(2026, 9, 7)


def test_a_move_to_the_high_court_asks_for_form_fee_permission_and_notice() -> None:
    told = high_court.writ_transfer(ordered=ORDERED, on=ASKED, reason="delay", occupiers_told=date(2026, 9, 7))
    assert told.transfer.value == "N244"
    assert told.transfer_fee.value == 32100
    assert told.permission.value is True
    assert told.notice_given.value is True
    assert told.request.value == "N293A"
    assert told.seal_fee.value is None
    assert told.eviction_earliest is None
    assert told.transfer.procedure == "CPR"
    assert told.transfer.sentence() == (
        "The application to move enforcement to the High Court is N244: order made on Monday 1 June 2026, asked on "
        "Monday 7 September 2026; application notice to the court that made the order, saying that the County Court's "
        "bailiffs cannot come soon enough (CCA 1984 s.42; secondary source)."
    )


@pytest.mark.parametrize(("told_on", "given"), [(None, False), (date(2026, 9, 8), False), (date(2026, 9, 7), True)])
def test_every_occupier_must_have_been_told_by_then(told_on: date | None, given: bool) -> None:
    told = high_court.writ_transfer(ordered=ORDERED, on=ASKED, reason="loss", occupiers_told=told_on)
    assert told.notice_given.value is given


def test_the_notice_of_eviction_is_needed_under_a_writ_too() -> None:
    told = high_court.writ_transfer(ordered=ORDERED, on=ASKED, reason="damage", n54_delivered=date(2026, 12, 7))
    assert told.eviction_earliest is not None
    assert told.eviction_earliest.value == date(2026, 12, 22)


def test_trespassers_need_neither_notice_of_eviction_nor_at_first_permission() -> None:
    told = high_court.writ_transfer(
        ordered=ORDERED, on=date(2026, 9, 1), reason="loss", against="trespassers", n54_delivered=date(2026, 12, 7)
    )
    assert told.eviction_earliest is None
    assert told.permission.value is False


@pytest.mark.parametrize(("on", "needed"), [(date(2026, 9, 1), False), (date(2026, 9, 2), True)])
def test_a_writ_against_trespassers_needs_permission_after_three_months(on: date, needed: bool) -> None:
    assert high_court.trespass_writ_by(ORDERED).value == date(2026, 9, 1)
    assert high_court.writ_permission(ORDERED, on, "trespassers").value is needed
    assert high_court.writ_permission(ORDERED, on, "tenants").value is True


def test_no_order_is_enforced_before_it_is_made() -> None:
    assert high_court.writ_transfer(ordered=ORDERED, on=ORDERED, reason="loss").permission.value is True
    with pytest.raises(BadFact, match="before it is made"):
        high_court.writ_transfer(ordered=ORDERED, on=date(2026, 5, 31), reason="loss")
    with pytest.raises(BadFact):
        high_court.writ_transfer(ordered=ORDERED, on=ASKED, reason="boredom")  # type: ignore[arg-type]
    with pytest.raises(BadFact):
        high_court.writ_permission(ORDERED, ASKED, "lodgers")  # type: ignore[arg-type]


def test_a_writ_lives_twelve_months_beginning_with_issue() -> None:
    assert high_court.writ_expires(date(2026, 12, 1)).value == date(2027, 11, 30)


def test_people_who_came_back_are_removed_only_with_permission() -> None:
    for by in ("warrant", "writ"):
        assert high_court.restitution_permission(by, date(2020, 12, 1)).value is True  # type: ignore[arg-type]
    with pytest.raises(OutsideTables):
        high_court.restitution_permission("writ", date(2020, 11, 30))


def test_the_court_extends_a_warrant_by_twelve_months() -> None:
    assert enforcement.warrant_extended(date(2027, 11, 30)).value == date(2028, 11, 30)


@pytest.mark.parametrize(
    ("relief", "on", "executed", "can"),
    [
        ("wide", date(2030, 1, 1), False, True),
        ("wide", date(2026, 6, 2), True, False),
        ("limited", date(2026, 7, 13), False, True),
        ("limited", date(2026, 7, 14), False, False),
        ("limited", date(2026, 6, 2), True, False),
    ],
)
def test_until_when_an_eviction_can_be_suspended(relief: str, on: date, executed: bool, can: bool) -> None:
    assert enforcement.suspension_asked(relief, ORDERED, on, executed).value is can  # type: ignore[arg-type]


def test_an_eviction_is_taken_as_not_yet_carried_out_unless_it_is_said() -> None:
    assert enforcement.suspension_asked("wide", date(2027, 1, 22), date(2027, 3, 1)).value


@pytest.mark.parametrize(("breach", "words"), [("payment", "failure to pay needed"), ("other", "Any other breach")])
def test_before_october_2018_each_breach_is_told_in_its_own_words(breach: enforcement.Breach, words: str) -> None:
    told = enforcement.request_form(True, breach, date(2018, 9, 30))
    assert told.value == "N244"
    assert words in told.steps[0].text
    assert ("payment missed" in told.trigger) is (breach == "payment")
