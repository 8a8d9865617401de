"""Both sides of the line: the day the Renters' Rights Act reaches social housing is a setting, empty now."""

from datetime import date

import pytest

from law import regime
from law.errors import BadFact, NotThisRoute
from law.grounds import grounds_for
from law.new_regime import hand_over, notice_survives
from law.regime import commencement_for, regime_for, regime_told
from law.tenancies import Occupancy

BEGINS = date(2027, 10, 1)
EVE = date(2027, 9, 30)
SOCIAL = (Occupancy.assured, Occupancy.assured_shorthold, Occupancy.demoted_provider)


def test_the_setting_is_empty_now() -> None:
    assert regime.SOCIAL_COMMENCEMENT is None
    assert regime_for(Occupancy.assured, date(2099, 1, 1)) == "old"
    assert "no order has named the day" in regime_told(Occupancy.assured, date(2026, 11, 22)).sentence()


@pytest.mark.parametrize("occupancy", SOCIAL)
def test_setting_it_switches_the_regime_on_that_day(occupancy: Occupancy) -> None:
    assert regime_for(occupancy, EVE, BEGINS) == "old"
    assert regime_for(occupancy, BEGINS, BEGINS) == "new"
    assert commencement_for(occupancy, BEGINS) == BEGINS
    assert regime_told(occupancy, BEGINS, BEGINS).value == "new"


def test_the_private_sector_has_its_own_day_whatever_is_set() -> None:
    assert commencement_for(Occupancy.assured_market, BEGINS) == date(2026, 5, 1)
    assert commencement_for(Occupancy.assured_market) == date(2026, 5, 1)
    assert regime_told(Occupancy.assured_market, date(2026, 4, 30)).value == "old"


def test_the_grounds_follow_the_regime() -> None:
    before = {ground.code for ground in grounds_for(Occupancy.assured, EVE, BEGINS)}
    after = {ground.code for ground in grounds_for(Occupancy.assured, BEGINS, BEGINS)}
    assert "16" in before - after
    assert "1A" in after - before


@pytest.mark.parametrize(
    ("kind", "served", "last"),
    [
        ("s21", date(2027, 4, 15), date(2027, 10, 14)),  # its own six months end first
        ("s21", EVE, date(2027, 12, 31)),
        ("s8", date(2026, 12, 1), date(2027, 12, 1)),
        ("s8", EVE, date(2027, 12, 31)),
    ],
)
def test_an_old_notice_is_good_for_three_months_at_most(kind: str, served: date, last: date) -> None:
    assert hand_over(kind, served, BEGINS).claim_last_day.value == last  # type: ignore[arg-type]
    occupancy = Occupancy.assured_shorthold
    assert notice_survives(kind, occupancy, served, last, BEGINS).value is True  # type: ignore[arg-type]
    late = date.fromordinal(last.toordinal() + 1)
    assert notice_survives(kind, occupancy, served, late, BEGINS).value is False  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "last"), [("s21", date(2028, 3, 29)), ("s8", date(2028, 9, 30))])
def test_with_no_day_set_a_notice_has_its_own_life(kind: str, last: date) -> None:
    for day, alive in ((last, True), (date.fromordinal(last.toordinal() + 1), False)):
        told = notice_survives(kind, Occupancy.assured_shorthold, EVE, day)  # type: ignore[arg-type]
        assert told.value is alive


def test_a_notice_served_on_the_day_itself_is_not_an_old_one() -> None:
    with pytest.raises(NotThisRoute):
        notice_survives("s8", Occupancy.assured, BEGINS, BEGINS, BEGINS)
    with pytest.raises(NotThisRoute):
        notice_survives("s8", Occupancy.secure, EVE, EVE, BEGINS)
    with pytest.raises(BadFact):
        notice_survives("s83", Occupancy.assured, EVE, EVE, BEGINS)  # type: ignore[arg-type]


def test_a_day_before_the_private_sector_s_is_no_setting() -> None:
    assert regime_for(Occupancy.assured, EVE, date(2026, 5, 1)) == "new"
    with pytest.raises(BadFact, match="reached no assured tenancy before"):
        regime_for(Occupancy.assured, EVE, date(2026, 4, 30))
