"""A landlord's own rule set aside by a role it names, with a reason; law never; and benefit claims not decided."""

from typing import Any

import pytest

from cases.commands import DecideBenefitClaim, DraftClaim, Override, RecordBenefitClaim, ReleaseBenefitClaim
from cases.events import GateOverridden
from cases.facts import OverrideRule, Policy
from cases.overriding import OVERRIDABLE, overrides_in, overrides_report
from cases.rules import GATES
from cases.words import Role
from tests.cases.road import LEADER, OFFICER, SENIOR, TEXT, Road, secure_road

ALLOWED = Policy(overrides=(OverrideRule(code="adr_needed", roles=(Role.TEAM_LEADER, Role.OFFICER)),))
SET_ASIDE = (Override(code="adr_needed", reason=TEXT),)


def without_adr(policy: Policy) -> Road:
    """A ripe notice, with everything the Protocol asks for but a look at other ways to settle it."""
    road = secure_road().to_ripe_notice()
    assert road.state
    kept = tuple(c for c in road.case.contacts if c.step != "adr")
    road.state = road.case.model_copy(update={"contacts": kept})
    road.policy = policy
    return road


def claim(**changes: Any) -> DraftClaim:
    return DraftClaim(notice_id="N1", signer="officer.a").model_copy(update=changes)


def test_the_refusal_says_who_may_set_it_aside() -> None:
    (refusal,) = without_adr(ALLOWED).ask(claim()).refusals
    assert refusal.may_override == (Role.TEAM_LEADER,)
    (refusal,) = without_adr(Policy()).ask(claim()).refusals
    assert refusal.may_override == ()


def test_the_named_role_sets_it_aside_with_a_reason_and_the_record_keeps_it() -> None:
    road = without_adr(ALLOWED)
    decision = road.ask(claim(overrides=SET_ASIDE), LEADER)
    kept = next(e.overridden for e in decision.events if isinstance(e, GateOverridden))
    assert (kept.code, kept.command, kept.by, kept.reason) == ("adr_needed", "draft_claim", LEADER, TEXT)
    assert "Alternative dispute resolution" in kept.said


def test_nobody_else_sets_it_aside_nor_anybody_where_the_policy_is_silent() -> None:
    assert without_adr(ALLOWED).refused(claim(overrides=SET_ASIDE), OFFICER) == {"adr_needed"}
    assert without_adr(Policy()).refused(claim(overrides=SET_ASIDE), LEADER) == {"adr_needed"}


def test_law_is_never_set_aside_whatever_a_policy_says() -> None:
    every = Policy(overrides=tuple(OverrideRule(code=gate.code, roles=tuple(Role)) for gate in GATES))
    road = secure_road().to_served_notice()
    road.policy = every
    told = road.ask(claim(overrides=tuple(Override(code=g.code, reason=TEXT) for g in GATES)), LEADER)
    assert "notice_not_ripe" in {r.code for r in told.refusals}


@pytest.mark.parametrize("gate", [g for g in GATES if g.code in OVERRIDABLE], ids=lambda g: g.code)
def test_no_gate_that_can_be_set_aside_rests_on_statute(gate: Any) -> None:
    cited = gate.authority if isinstance(gate.authority, str) else f"{gate.authority.secure} {gate.authority.assured}"
    assert not any(word in cited for word in ("HA 19", "CPR", "SI 20", "IA 1986", "Equality"))


def test_an_override_that_nothing_needs_is_not_recorded() -> None:
    road = secure_road().to_ripe_notice()
    road.policy = ALLOWED
    decision = road.ask(claim(overrides=SET_ASIDE), LEADER)
    assert decision.accepted
    assert not any(isinstance(e, GateOverridden) for e in decision.events)


def test_overrides_are_counted_by_rule_and_role() -> None:
    road = without_adr(ALLOWED).do(claim(overrides=SET_ASIDE), LEADER)
    (counted,) = overrides_report([road.case, secure_road().opened().case])
    assert (counted.code, counted.role, counted.times, counted.cases) == (
        "adr_needed",
        Role.TEAM_LEADER,
        1,
        (road.case.case_id,),
    )
    record = [(road.case.case_id, event) for step in road.decisions for event in step.events]
    assert overrides_in(record) == (counted,)


def waiting(road: Road, **changes: Any) -> RecordBenefitClaim:
    told = RecordBenefitClaim(
        benefit="universal_credit", made_on=road.day, evidence_complete=True, likely=True, rest_paid=True
    )
    return told.model_copy(update=changes)


def test_no_claim_begins_while_a_sound_benefit_claim_waits() -> None:
    road = secure_road().to_ripe_notice()
    road.do(waiting(road))
    (refusal,) = road.ask(claim()).refusals
    assert (refusal.code, refusal.authority) == ("benefit_outstanding", "Pre-Action Protocol 2.6")
    assert "F1.benefit" in {d.id for d in road.case.deadlines}
    road.do(DecideBenefitClaim(benefit_claim_id="F1", on=road.day, awarded=False))
    assert road.ask(claim()).accepted
    assert "F1.benefit" not in {d.id for d in road.case.deadlines}


@pytest.mark.parametrize("missing", ["evidence_complete", "likely", "rest_paid"])
def test_a_benefit_claim_without_one_of_the_three_stands_in_nobody_s_way(missing: str) -> None:
    road = secure_road().to_ripe_notice()
    road.do(waiting(road, **{missing: False}))
    assert road.ask(claim()).accepted


def test_a_senior_who_did_not_record_it_releases_it_with_a_reason() -> None:
    road = secure_road().to_ripe_notice()
    road.do(waiting(road), SENIOR)
    release = ReleaseBenefitClaim(benefit_claim_id="F1", reason=TEXT)
    assert road.refused(release, OFFICER) == {"release_needs_senior"}
    assert road.refused(release, SENIOR) == {"release_needs_senior"}
    road.do(release, LEADER)
    assert road.case.benefit_claims[0].released_by == LEADER
    assert road.ask(claim()).accepted
