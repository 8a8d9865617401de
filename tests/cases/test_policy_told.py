"""A policy in words, and as it is typed on its page: what is shown reads back as the same policy."""

import pytest

from cases.delegation import ApprovalRule
from cases.facts import Policy
from cases.ladder import Rung
from cases.policy_file import BadPolicy, read_policy
from cases.policy_told import as_toml, tables_of, told
from cases.words import Role

OWN = Policy(
    reminder_days=(21, 7),
    minimum_arrears_weeks=6,
    conduct_warning_first=False,
    service_margin_days=2,
    last_check_roles=(Role.TEAM_LEADER,),
    ladder=(Rung(code="notice", title="Notice stage", at_least_weeks=4, authority="Policy 4.5"),),
    approvals=(ApprovalRule(kind="claim", roles=(Role.TEAM_LEADER,)),),
)


def typed(policy: Policy) -> dict[str, str]:
    """What the page's fields hold for a policy."""
    return {rule.key: rule.text for rule in told(policy)}


@pytest.mark.parametrize("policy", [Policy(), OWN, read_policy('social_commencement = "2027-10-01"')])
def test_what_the_page_shows_reads_back_as_the_same_policy(policy: Policy) -> None:
    assert read_policy(as_toml(typed(policy), tables_of(policy))) == policy


def test_every_rule_is_told_with_its_title_its_value_and_its_source() -> None:
    rules = {rule.key: rule for rule in told(OWN)}
    assert set(rules) == set(Policy.model_fields)
    assert all(rule.title and rule.says and rule.source for rule in rules.values())
    assert rules["minimum_arrears_weeks"].says == "6 weeks"
    assert rules["reminder_days"].says == "21, 7 days before"
    assert rules["conduct_warning_first"].says == "no"
    assert rules["social_commencement"].says == "not set"
    assert "Notice stage" in rules["ladder"].says
    assert "claim minimum £100.00" in rules["money"].says
    assert {key for key, rule in rules.items() if rule.own} == {
        "reminder_days",
        "minimum_arrears_weeks",
        "service_margin_days",
        "conduct_warning_first",
        "approvals",
        "ladder",
        "last_check_roles",
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("breach_grace_days", "-1"),
        ("breach_grace_days", "a week"),
        ("reminder_days", "14, soon"),
        ("social_commencement", 'x"\nladder = 1'),
        ("last_check_roles", "nobody"),
    ],
)
def test_what_is_no_value_of_the_rule_is_refused_by_its_name(key: str, value: str) -> None:
    with pytest.raises(BadPolicy, match=key):
        read_policy(as_toml(typed(Policy()) | {key: value}, ""))
