"""What each cause of a change of tenants means, written out again by hand."""

import pytest

from law import parties
from law.errors import BadFact
from law.explained import Confidence
from law.tenancies import Occupancy

# (cause, a notice before it, a notice to quit before it, other parties, after a death)
ROWS = [
    ("assigned_with_consent", "again", "binds", True, False),
    ("assigned_without_consent", "again", "binds", True, False),
    ("family_order", "again", "binds", True, False),
    ("succession", "again", "binds", True, True),
    ("survivorship", "binds", "binds", True, True),
    ("joined", "again", "again", True, False),
    ("joint_notice", "ended", "ended", True, False),
    ("release", "binds", "binds", True, False),
    ("name", "binds", "binds", False, False),
    ("unstated", "again", "again", True, False),
]
ONLY_BY_EXCEPTION = {"secure", "secure_fixed", "flexible", "introductory", "demoted_council"}


def test_every_cause_is_held_as_written_here() -> None:
    held = [(c.code, c.notice, c.quit, c.changes, c.after_death) for c in parties.CAUSES.values()]
    assert held == ROWS


@pytest.mark.parametrize("code", [row[0] for row in ROWS])
def test_every_cause_says_why_on_what_authority_and_how_sure(code: str) -> None:
    row = parties.cause(code)
    assert row.title
    assert row.why
    assert row.authority
    assert row.confidence is (Confidence.B if code == "survivorship" else Confidence.C)


@pytest.mark.parametrize("occupancy", Occupancy)
def test_only_a_council_tenancy_with_security_cannot_pass_without_consent(occupancy: Occupancy) -> None:
    found = parties.cannot_pass("assigned_without_consent", occupancy)
    assert (found is not None) is (occupancy.value in ONLY_BY_EXCEPTION)
    assert parties.cannot_pass("family_order", occupancy) is None
    if found is not None:
        assert found.authority.startswith("HA 19")


@pytest.mark.parametrize("occupancy", Occupancy)
def test_a_release_is_an_assignment_that_a_council_tenancy_with_security_does_not_allow(occupancy: Occupancy) -> None:
    assert (parties.cannot_pass("release", occupancy) is not None) is (occupancy.value in ONLY_BY_EXCEPTION)
    told = parties.cannot_pass("assigned_with_consent", occupancy)
    assert (told is not None) is (occupancy is Occupancy.demoted_council)


def test_an_unknown_cause_is_refused() -> None:
    with pytest.raises(BadFact):
        parties.cause("moved_away")
    with pytest.raises(BadFact):
        parties.cannot_pass("moved_away", Occupancy.secure)


def test_the_rules_beside_the_causes_name_their_authority() -> None:
    assert parties.AMEND.authority == parties.AMEND_AFTER_DEATH.authority == "CPR 19.2, 19.4, 19.12"
    assert parties.BUY_AND_CLAIM.authority == parties.BUY_AND_ORDER.authority == "HA 1985 ss.121, 138; HRA 2008 s.304"
    rules = (parties.AMEND, parties.AMEND_AFTER_DEATH, parties.BUY_AND_CLAIM, parties.BUY_AND_ORDER)
    assert {rule.confidence for rule in rules} == {Confidence.C}
    assert len({rule.why for rule in rules}) == 4
