"""The arrears ladder: which rungs an account stands on and why, and a policy file with its faults named."""

from datetime import date, timedelta
from typing import Any

import pytest

from cases.delegation import ApprovalRule
from cases.facts import MoneyPolicy, OverrideRule, Policy
from cases.ladder import BrokenPromise, Rung, WatchedAccount, plain_ladder, watch
from cases.policy_file import BadPolicy, read_policy, write_policy
from cases.words import Role

TODAY = date(2026, 11, 23)
COUNCIL = """
minimum_arrears_weeks = 4
reminder_days = [14, 7]

[[ladder]]
code = "letter_1"
title = "First letter"
does = "letter"
at_least_weeks = 2
authority = "Rent Arrears Policy 4.1"

[[ladder]]
code = "visit"
title = "Visit to a new tenant"
does = "visit"
at_least_weeks = 1
new_within_weeks = 26
occupancies = ["introductory"]
authority = "Rent Arrears Policy 4.2"

[[ladder]]
code = "nsp"
title = "Notice stage"
at_least_weeks = 4
authority = "Rent Arrears Policy 4.5"

[[ladder]]
code = "broken"
title = "Broken agreement"
broken_arrangement = true
authority = "Rent Arrears Policy 5.3"

[[approvals]]
kind = "claim"
roles = ["senior"]
up_to_pence = 500000

[[approvals]]
kind = "claim"
roles = ["team_leader"]
"""


def an_account(**changed: Any) -> WatchedAccount:
    """A secure account at £100 a week."""
    values: dict[str, Any] = {
        "landlord": "sample-council",
        "tenancy_ref": "T1",
        "occupancy": "secure",
        "arrears_pence": 30_000,
        "weekly_pence": 10_000,
        "began_on": date(2020, 1, 6),
        "last_payment_on": TODAY - timedelta(days=10),
        "benefits": ("UC",),
        "statement_on": TODAY - timedelta(days=10),
    }
    return WatchedAccount(**(values | changed))


def rungs(account: WatchedAccount, *ladder: Rung) -> list[str]:
    """The rungs it stands on."""
    found = watch(account, ladder or read_policy(COUNCIL).ladder, TODAY)
    return [each.code for each in found.crossings] if found else []


@pytest.mark.parametrize(
    ("owed", "stands_on"),
    [
        (19_999, []),
        (20_000, ["letter_1"]),
        (39_999, ["letter_1"]),
        (40_000, ["letter_1", "nsp"]),
        (0, []),
        (-5, []),
    ],
)
def test_a_published_ladder_is_climbed_to_the_penny(owed: int, stands_on: list[str]) -> None:
    assert rungs(an_account(arrears_pence=owed)) == stands_on


def test_a_rung_for_one_tenure_and_new_tenancies_speaks_to_no_other() -> None:
    new = {"arrears_pence": 10_000, "began_on": TODAY - timedelta(weeks=26)}
    assert rungs(an_account(occupancy="introductory", **new)) == ["visit"]
    assert rungs(an_account(occupancy="secure", **new)) == []
    old = new | {"began_on": TODAY - timedelta(weeks=26, days=1)}
    assert rungs(an_account(occupancy="introductory", **old)) == []


def test_a_broken_arrangement_crosses_whatever_is_owed() -> None:
    broken = BrokenPromise(arrangement_id="A1", shortfall_pence=4_000, on=TODAY)
    found = watch(an_account(arrears_pence=100, broken=broken), read_policy(COUNCIL).ladder, TODAY)
    assert found is not None
    assert found.leads is not None
    assert found.leads.because == ("what was agreed is not kept: £40.00 short on Monday 23 November 2026",)
    assert found.leads.rule == "Open a case when an arrangement is broken."
    assert found.leads.authority == "Rent Arrears Policy 5.3"
    assert found.opens


@pytest.mark.parametrize(
    ("benefits", "none", "capped"),
    [
        (("none",), True, False),
        (("none", "none"), True, False),
        (("none", "UC"), False, False),
        ((), False, False),
        (("",), False, False),
        (("UC, benefit cap",), False, True),
    ],
)
def test_no_benefit_means_that_somebody_asked_and_there_is_none(
    benefits: tuple[str, ...], none: bool, capped: bool
) -> None:
    account = an_account(benefits=benefits)
    assert bool(rungs(account, Rung(code="a", title="A", benefit="none"))) is none
    assert bool(rungs(account, Rung(code="a", title="A", benefit="capped"))) is capped


def test_weeks_without_a_payment_count_from_the_last_or_for_ever() -> None:
    rung = Rung(code="silent", title="Nothing paid", unpaid_weeks=4)
    assert rungs(an_account(last_payment_on=TODAY - timedelta(days=28)), rung) == ["silent"]
    assert rungs(an_account(last_payment_on=TODAY - timedelta(days=27)), rung) == []
    assert rungs(an_account(last_payment_on=None), rung) == ["silent"]


def test_every_condition_of_a_rung_must_hold() -> None:
    rung = Rung(code="both", title="Both", at_least_pence=30_000, unpaid_weeks=1)
    assert rungs(an_account(), rung) == ["both"]
    assert rungs(an_account(arrears_pence=29_999), rung) == []
    assert rungs(an_account(last_payment_on=TODAY), rung) == []


def test_a_statement_falls_due_by_itself_a_quarter_after_the_last() -> None:
    rung = plain_ladder(400)
    told = watch(an_account(statement_on=TODAY - timedelta(days=91)), rung, TODAY)
    assert told is not None
    assert told.statement_due
    assert told.statement is not None
    assert told.statement.on == TODAY
    assert "2.3" in told.statement.authority + told.statement.sentence
    assert watch(an_account(statement_on=TODAY - timedelta(days=90)), rung, TODAY) is None
    never = watch(an_account(statement_on=None), rung, TODAY)
    assert never is not None
    assert never.statement_due


def test_a_landlord_without_a_ladder_opens_from_its_smallest_number_of_weeks() -> None:
    assert rungs(an_account(arrears_pence=40_000), *plain_ladder(4)) == ["minimum"]
    assert rungs(an_account(arrears_pence=39_999), *plain_ladder(4)) == []


def test_a_council_s_published_ladder_is_read_and_written_back_the_same() -> None:
    policy = read_policy(COUNCIL)
    assert [rung.code for rung in policy.ladder] == ["letter_1", "visit", "nsp", "broken"]
    assert read_policy(write_policy(policy)) == policy
    full = Policy(
        overrides=(OverrideRule(code="policy_minimum", roles=(Role.SENIOR,)),),
        money=MoneyPolicy(claim_minimum_pence=5),
        approvals=(ApprovalRule(kind="notice", roles=(Role.SENIOR,)),),
        social_commencement=date(2027, 10, 1),
        own_review_days=14,
    )
    assert read_policy(write_policy(full)) == full
    assert read_policy(write_policy(Policy())) == Policy()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("reminder_day = [3]", "reminder_day: there is no such rule"),
        ("[[ladder]]\ncode='a'\ntitle='A'\nweeks=4", "ladder.weeks: there is no such rule"),
        ("[[ladder]]\ncode='a'\ntitle='A'", "ladder.a: it asks for nothing"),
        ("[[ladder]]\ncode='A b'\ntitle='A'\nat_least_weeks=4", "ladder.1.code: "),
        ("[[ladder]]\ncode='a'\ntitle='A'\nat_least_weeks=4\noccupancies=['flat']", "there is no occupancy 'flat'"),
        ("[[ladder]]\ncode='a'\ntitle='A'\nat_least_pence=4.5", "ladder.1.at_least_pence: "),
        (2 * "[[ladder]]\ncode='a'\ntitle='A'\nat_least_weeks=4\n", "2 rungs are called 'a'"),
        ("[[approvals]]\nkind='claim'\nroles=['senior']\nup_to_pence=5", "nobody could approve a claim above"),
        ("[[approvals]]\nkind='claim'\nroles=['officer']", "Income officer does not approve"),
        ("[[overrides]]\ncode='notice_lapsed'\nroles=['senior']", "'notice_lapsed' is no rule that may be set aside"),
        ("[[overrides]]\ncode='not_warned'\nroles=['senior']", "may not be set aside by: Senior officer"),
        ("reminder_days = [0]", "reminder_days: each is a number of days"),
        ("breach_grace_days = -1", "breach_grace_days: it cannot be less"),
        ("notice_margin_days = -1", "notice_margin_days: it cannot be less than 0"),
        ("escalate_after_days = 1000000000", "escalate_after_days: it cannot be more than 366"),
        ("last_check_roles = ['system']", "nobody could decide on an eviction"),
        ("minimum_arrears_weeks = 'four'", "minimum_arrears_weeks: "),
        ("minimum = [", "This is not TOML"),
    ],
)
def test_a_policy_file_is_refused_with_the_place_and_the_reason(written: str, told: str) -> None:
    with pytest.raises(BadPolicy) as bad:
        read_policy(written)
    assert any(told in problem for problem in bad.value.problems), bad.value.problems


def test_every_fault_of_a_policy_is_told_at_once() -> None:
    with pytest.raises(BadPolicy) as bad:
        read_policy("breach_grace_days = -1\nreminder_days = [0]\nladders = 3")
    assert len(bad.value.problems) == 3
