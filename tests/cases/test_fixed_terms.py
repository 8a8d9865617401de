"""What a fixed term changes: the notice without a date, the clause that must let it be ended, section 21 at its end."""

from datetime import date

import pytest

from cases.commands import Correct
from cases.words import NoticeKind, Route, StepBefore, Track
from tests.cases.road import SENIOR, TEXT
from tests.cases.walks import AFTER_NOTICE, Walk, council, provider

SECTION_21 = ("deposit", "gas_and_epc", "licence", "six_months_told")


def flexible() -> Walk:
    return council("flexible", date(2021, 10, 4), fixed_term_end=date(2026, 10, 3)).begin()


def test_a_notice_without_a_date_is_refused_for_a_periodic_tenancy() -> None:
    walk = council("secure").begin(Track.SECURE_ARREARS)
    refused = walk.ask(walk.drafting(NoticeKind.S83_FIXED, "1"))
    assert not refused.accepted
    assert "No fixed term runs" in refused.refusals[0].says
    assert "under section 83" in refused.refusals[0].mend


@pytest.mark.parametrize(("kind", "grounds", "more"), [
    (NoticeKind.S83_FIXED, ("1",), {}),
    (NoticeKind.S83ZA, ("84A",), {"condition": "1", "condition_on": date(2026, 1, 15)}),
])  # fmt: skip
def test_a_flexible_term_is_ended_early_only_by_a_clause(
    kind: NoticeKind, grounds: tuple[str, ...], more: dict[str, object]
) -> None:
    walk = flexible()
    told = walk.ask(walk.drafting(kind, *grounds, **more)).refusals
    assert [r.code for r in told] == ["not_confirmed"]
    assert "Kalonga" in told[0].authority
    assert walk.ask(walk.drafting(kind, *grounds, confirmed=("term_clause",), **more)).accepted


def test_no_clause_is_asked_for_where_the_tenancy_is_periodic() -> None:
    walk = council("secure").begin(Track.SECURE_ABSOLUTE)
    asked = walk.drafting(NoticeKind.S83ZA, "84A", condition="1", condition_on=date(2026, 1, 15))
    assert walk.ask(asked).accepted


def test_a_section_21_claim_waits_for_the_end_of_the_fixed_term() -> None:
    walk = provider("assured_shorthold", date(2024, 6, 3), fixed_term_end=date(2026, 6, 2)).begin(Track.SHORTHOLD)
    walk.give(NoticeKind.S21, specified_on=date(2026, 5, 4), confirmed=SECTION_21)
    first = walk.newest.issue_from_safe
    assert first is not None
    assert first.on == date(2026, 6, 3)
    assert first.authority == "HA 1988 s.21(1)(a)"
    walk.on(date(2026, 6, 2)).contact(*AFTER_NOTICE).assess(StepBefore.CLAIM)
    assert "notice_not_ripe" in walk.refused(walk.claiming())
    walk.on(date(2026, 6, 3)).claim(route=Route.ACCELERATED)
    assert walk.last_claim.issued_on == date(2026, 6, 3)


def test_the_date_recommended_for_section_21_is_not_inside_the_term() -> None:
    walk = provider("assured_shorthold", date(2024, 6, 3), fixed_term_end=date(2026, 6, 2)).begin(Track.SHORTHOLD)
    walk.do(walk.drafting(NoticeKind.S21, confirmed=SECTION_21))
    assert walk.newest.specified.on == date(2026, 6, 2)
    assert walk.newest.specified_minimum.on == date(2026, 5, 4)


def test_a_section_21_notice_that_would_die_before_the_term_ends_is_refused() -> None:
    walk = provider("assured_shorthold", date(2024, 12, 2), fixed_term_end=date(2026, 12, 1)).begin(Track.SHORTHOLD)
    told = walk.ask(walk.drafting(NoticeKind.S21, confirmed=SECTION_21), SENIOR).refusals
    assert [r.code for r in told] == ["no_time_for_claim"]
    assert "Serve it later" in told[0].mend


def test_a_break_clause_that_ends_the_term_lets_the_claim_follow_the_break_and_is_put_right_like_any_fact() -> None:
    walk = provider("assured_shorthold", date(2024, 12, 2), fixed_term_end=date(2026, 12, 1)).begin(Track.SHORTHOLD)
    walk.give(NoticeKind.S21, confirmed=SECTION_21, break_on=date(2026, 6, 1))
    assert walk.newest.specified.on == date(2026, 6, 1)
    assert walk.newest.issue_from_safe is not None
    assert walk.newest.issue_from_safe.on == date(2026, 6, 2)
    walk.do(Correct(fact="N1/draft_notice/break_on", day=date(2026, 7, 1), reason=TEXT), SENIOR)
    assert walk.newest.issue_from_safe is not None
    assert walk.newest.issue_from_safe.on == date(2026, 7, 2)


def test_a_break_is_inside_the_term_and_for_section_21_alone() -> None:
    walk = provider("assured_shorthold", date(2024, 12, 2), fixed_term_end=date(2026, 12, 1)).begin(Track.SHORTHOLD)
    for day in (date(2026, 2, 1), date(2026, 12, 2)):
        assert "break_wrong" in walk.refused(walk.drafting(NoticeKind.S21, confirmed=SECTION_21, break_on=day))
    section_8 = walk.drafting(NoticeKind.S8, "10", confirmed=("term_clause",), break_on=date(2026, 6, 1))
    assert "break_wrong" in walk.refused(section_8)
