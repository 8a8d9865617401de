"""Step by step: what is void, barred, by leave or goes on in a breathing space and in an insolvency."""

from datetime import date, timedelta

import pytest

from law import breathing_space, effects
from law.errors import BadFact, OutsideTables
from law.explained import Confidence

# Written out again by hand: what a moratorium does (SI 2020/1311 regs 5-11), then what an insolvency does (Sharples).
BY_HAND = """
notice_arrears        void      goes on
notice_mixed          void      goes on
notice_other          goes on   goes on
notice_s21            goes on   goes on
claim_arrears         by leave  goes on
claim_other           goes on   goes on
claim_on_foot         goes on   goes on
hearing_papers        goes on   goes on
default_judgment      barred    barred
money_judgment        goes on   barred
terms_on_debt         barred    barred
breach_notice         barred    goes on
restore_arrears       by leave  goes on
warrant_arrears       void      goes on
warrant_other         goes on   goes on
writ_arrears          barred    goes on
eviction_arrears      barred    goes on
eviction_other        goes on   goes on
contact_to_enforce    barred    barred
contact_ongoing       goes on   goes on
payment_taken         goes on   goes on
interest_on_debt      void      barred
benefit_deduction     barred    barred
deduction_running     goes on   barred
joint_debtor          barred    goes on
new_arrears           goes on   goes on
"""
WANTED = {
    line.split()[0]: tuple(part.strip() for part in line[20:].split("  ") if part.strip())
    for line in BY_HAND.strip().splitlines()
}
ON = date(2026, 11, 22)


def test_every_step_is_answered_for_every_kind() -> None:
    assert set(effects.STEPS) == set(WANTED)
    assert set(effects.KINDS) == {"standard", "crisis", "bankruptcy", "debt_relief_order", "iva"}


@pytest.mark.parametrize("step", WANTED)
def test_what_the_step_meets(step: str) -> None:
    moratorium, insolvency = WANTED[step]
    for kind in ("standard", "crisis"):
        assert effects.effect(step, kind, ON).value == moratorium  # type: ignore[arg-type]
        assert breathing_space.barred(step, kind).value is (moratorium != "goes on")  # type: ignore[arg-type]
        assert effects.stops(step, kind) is (moratorium != "goes on")  # type: ignore[arg-type]
    for kind in ("bankruptcy", "debt_relief_order", "iva"):
        assert effects.effect(step, kind, ON).value == insolvency  # type: ignore[arg-type]
        assert effects.stops(step, kind) is (insolvency != "goes on")  # type: ignore[arg-type]


def test_possession_goes_on_in_an_insolvency_and_money_does_not() -> None:
    assert not effects.stops("claim_arrears", "bankruptcy")
    assert not effects.stops("claim_arrears", "debt_relief_order")
    assert effects.effect("money_judgment", "debt_relief_order").authority == (
        "Places for People v Sharples [2011] EWCA Civ 813"
    )


def test_an_arrangement_is_always_to_be_confirmed() -> None:
    assert effects.effect("notice_arrears", "bankruptcy").confidence is Confidence.A
    assert effects.effect("notice_arrears", "iva").confidence is Confidence.C


def test_no_moratorium_is_told_before_there_were_any() -> None:
    assert effects.effect("notice_arrears", "standard", date(2021, 5, 4)).value == "void"
    for kind, day in (
        ("standard", date(2021, 5, 3)),
        ("crisis", date(2021, 5, 3)),
        ("iva", date(2011, 12, 31)),
        ("bankruptcy", date(2011, 12, 31)),
        ("debt_relief_order", date(2011, 12, 31)),
    ):
        with pytest.raises(OutsideTables, match="Ask a solicitor"):
            effects.effect("notice_arrears", kind, day)  # type: ignore[arg-type]
        assert effects.effect("notice_arrears", kind, day + timedelta(days=1)).value  # type: ignore[arg-type]
    with pytest.raises(BadFact):
        effects.effect("dance", "standard")
    with pytest.raises(BadFact):
        effects.effect("notice_arrears", "stay")  # type: ignore[arg-type]


def test_a_debt_relief_order_and_a_bankruptcy_last_a_year() -> None:
    made = date(2026, 3, 1)
    assert effects.debt_relief_end(made).value == date(2027, 2, 28)
    assert effects.bankruptcy_discharge(made).value == date(2027, 2, 28)


START, END = date(2026, 12, 1), date(2027, 1, 29)  # sixty days; the eight weeks end on 25 March 2027


@pytest.mark.parametrize(
    ("limit", "moved"),
    [
        (date(2026, 11, 30), None),  # it had run out before
        (START, date(2027, 3, 25)),
        (END, date(2027, 3, 25)),
        (date(2027, 3, 24), date(2027, 3, 25)),
        (date(2027, 3, 25), None),
        (date(2027, 3, 26), None),
    ],
)
def test_a_limit_that_runs_out_is_lengthened_to_eight_weeks(limit: date, moved: date | None) -> None:
    told = breathing_space.limit_with_moratorium(limit, START, END)
    assert told.value == (moved or limit)
    assert told.steps[0].on == limit


def test_a_limit_is_not_moved_by_a_moratorium_that_ends_before_it_starts() -> None:
    with pytest.raises(BadFact, match="cannot end before"):
        breathing_space.limit_with_moratorium(START, END, START)


def test_a_limit_that_ends_with_the_eight_weeks_keeps_its_own_day() -> None:
    own = breathing_space.limit_with_moratorium(date(2027, 3, 25), START, END)
    assert len(own.steps) == 1
    assert len(breathing_space.limit_with_moratorium(date(2027, 3, 24), START, END).steps) == 2
