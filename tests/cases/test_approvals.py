"""Who approves: limits by kind and figure, in whose absence, and approving with the act that follows."""

from datetime import date, timedelta

import pytest

from cases.commands import Approve, DraftClaim, DraftWarrant, IssueClaim, Reassign, RequestWarrant, SendBack
from cases.decide import decide
from cases.delegation import ApprovalRule, Delegation, faults
from cases.evolve import apply
from cases.facts import Facts, Policy
from cases.outcome import Decision
from cases.state import Person
from cases.words import Risk, Role, Route, StepBefore
from tests.cases.road import LEADER, OFFICER, SENIOR, SYSTEM, TEXT, Road, secure_road

AWAY = date(2026, 3, 4)
STAND_IN = Person(user_id="officer.d", role=Role.OFFICER)


def standing_in(road: Road, who: Person, *by: Person, first: date = AWAY, last: date | None = None) -> Facts:
    """What is known when somebody stands in for approvers."""
    given = tuple(Delegation(by=one, first=first, last=last or road.day + timedelta(days=30)) for one in by)
    return road.facts(who).model_copy(update={"delegations": given})


def asked(road: Road, command: object, facts: Facts) -> Decision:
    """The decision with those facts."""
    return decide(road.state, command, facts, road.as_at)  # type: ignore[arg-type]


def codes(decision: Decision) -> set[str]:
    """Why not."""
    return {r.code for r in decision.refusals}


def test_a_delegate_approves_in_the_approvers_absence_and_both_are_recorded() -> None:
    road = secure_road().to_drafted_notice()
    decision = asked(road, Approve(subject="N1"), standing_in(road, STAND_IN, SENIOR))
    assert decision.accepted
    notice = apply(road.state, decision.events).notices[0]
    assert (notice.approved_by, notice.approved_for) == (STAND_IN, SENIOR)


def test_without_a_delegation_an_officer_does_not_approve() -> None:
    road = secure_road().to_drafted_notice()
    assert codes(asked(road, Approve(subject="N1"), road.facts(STAND_IN))) == {"not_allowed"}


def test_a_delegate_does_not_approve_their_own_draft() -> None:
    road = secure_road().to_drafted_notice()
    assert "own_draft" in codes(asked(road, Approve(subject="N1"), standing_in(road, OFFICER, SENIOR)))


def test_nobody_approves_a_draft_in_the_place_of_the_one_who_drafted_it() -> None:
    road = secure_road().opened().protocol()
    road.do(road.draft(), SENIOR)
    refused = asked(road, Approve(subject="N1"), standing_in(road, STAND_IN, SENIOR))
    assert codes(refused) == {"approval_limit"}
    assert "in whose place you stand" in refused.refusals[0].says
    assert asked(road, Approve(subject="N1"), standing_in(road, STAND_IN, SENIOR, LEADER)).accepted


def test_a_delegation_gives_nothing_before_its_first_day_and_nothing_after_its_last() -> None:
    road = secure_road().to_drafted_notice()
    today = road.day
    for first, last in (
        (today + timedelta(days=1), today + timedelta(days=5)),
        (today - timedelta(days=5), today - timedelta(days=1)),
    ):
        facts = standing_in(road, STAND_IN, SENIOR, first=first, last=last)
        assert codes(asked(road, Approve(subject="N1"), facts)) == {"approval_limit"}
    assert asked(road, Approve(subject="N1"), standing_in(road, STAND_IN, SENIOR, first=today, last=today)).accepted


def test_a_delegate_may_send_back_but_is_given_no_other_power() -> None:
    road = secure_road().to_drafted_notice()
    facts = standing_in(road, STAND_IN, SENIOR)
    assert asked(road, SendBack(subject="N1", reason=TEXT), facts).accepted
    assert codes(asked(road, Reassign(officer="officer.d"), facts)) == {"not_allowed"}


def test_a_limit_by_kind_and_figure_sends_the_draft_to_a_team_leader() -> None:
    rules = (
        ApprovalRule(kind="notice", roles=(Role.SENIOR,), up_to_pence=100_000),
        ApprovalRule(kind="notice", roles=(Role.TEAM_LEADER,)),
    )
    road = secure_road()
    road.policy = Policy(approvals=rules)
    road.to_drafted_notice()
    says = road.why(Approve(subject="N1"), "approval_limit", SENIOR)
    assert "£1,200.00" in says
    assert says.endswith("approved by: Team leader.")
    assert road.ask(Approve(subject="N1"), LEADER).accepted


def test_a_delegate_of_a_team_leader_has_the_team_leaders_limit() -> None:
    road = secure_road()
    road.policy = Policy(approvals=(ApprovalRule(kind="notice", roles=(Role.TEAM_LEADER,)),))
    road.to_drafted_notice()
    assert codes(asked(road, Approve(subject="N1"), standing_in(road, SENIOR))) == {"approval_limit"}
    decision = asked(road, Approve(subject="N1"), standing_in(road, SENIOR, LEADER))
    assert apply(road.state, decision.events).notices[0].approved_for == LEADER


@pytest.mark.parametrize(
    ("by", "to", "first", "last", "code"),
    [
        (OFFICER, SENIOR, 0, 5, "not_approver"),
        (SENIOR, SENIOR, 0, 5, "to_oneself"),
        (SENIOR, SYSTEM, 0, 5, "not_delegate"),
        (SENIOR, Person(user_id="l", role=Role.LEGAL), 0, 5, "not_delegate"),
        (SENIOR, OFFICER, 5, 4, "ends_before"),
        (SENIOR, OFFICER, -9, -5, "in_past"),
        (SENIOR, OFFICER, -1, 5, "backdated"),
        (SENIOR, OFFICER, 0, 93, "too_long"),
    ],
)
def test_a_delegation_that_cannot_be_is_refused(by: Person, to: Person, first: int, last: int, code: str) -> None:
    days = [AWAY + timedelta(days=n) for n in (first, last)]
    assert [r.code for r in faults(by, to, days[0], days[1], AWAY)] == [code]


def test_two_delegations_of_one_approver_do_not_overlap() -> None:
    one = Delegation(by=SENIOR, first=AWAY, last=AWAY + timedelta(days=7))
    late = AWAY + timedelta(days=7)
    assert [r.code for r in faults(SENIOR, OFFICER, late, late, AWAY, (one,))] == ["overlaps"]
    after = AWAY + timedelta(days=8)
    assert faults(SENIOR, OFFICER, after, after, AWAY, (one,)) == ()


def drafted_claim() -> Road:
    """A claim that waits for approval, on the day it could go to the court."""
    road = secure_road().to_ripe_notice()
    road.assess(StepBefore.CLAIM).search(StepBefore.CLAIM)
    return road.do(DraftClaim(notice_id="N1", signer="officer.a"))


def issue(road: Road, **changes: object) -> IssueClaim:
    """Issue of the claim today."""
    command = IssueClaim(
        claim_id="C1",
        route=Route.PCOL,
        route_reason=TEXT,
        claim_number="1",
        court="Rugby",
        issued_on=road.day,
        fee_pence=None,
        approve=True,
    )
    return command.model_copy(update=changes)


def test_a_claim_is_approved_and_its_issue_recorded_in_one_act() -> None:
    road = drafted_claim()
    before = road.case.revision
    road.do(issue(road), SENIOR)
    claim = road.case.claims[0]
    assert (claim.approved_by, claim.issued_on, road.case.revision) == (SENIOR, road.day, before + 1)
    assert [e.what for e in road.decisions[-1].events if e.kind == "claim_changed"] == ["approved", "issued"]


def test_both_sets_of_gates_are_asked_and_every_reason_given_at_once() -> None:
    road = drafted_claim().owe(100)
    refused = road.refused(issue(road, issued_on=road.day + timedelta(days=1)), SENIOR)
    assert {"figure_moved", "in_future"} <= refused
    assert "claim_not_approved" not in refused
    assert road.case.claims[0].approved_on is None


def test_nothing_is_approved_where_the_act_that_follows_is_refused() -> None:
    road = drafted_claim()
    assert "in_future" in road.refused(issue(road, issued_on=road.day + timedelta(days=1)), SENIOR)
    assert road.case.claims[0].approved_on is None


def test_the_drafter_does_not_approve_with_the_act_that_follows() -> None:
    road = drafted_claim()
    assert road.refused(issue(road)) == {"not_allowed"}
    facts = standing_in(road, OFFICER, SENIOR)
    assert "own_draft" in codes(asked(road, issue(road), facts))


def test_what_is_approved_already_is_not_approved_again() -> None:
    road = drafted_claim().do(Approve(subject="C1"), SENIOR)
    assert "already_approved" in road.refused(issue(road), LEADER)
    assert road.ask(issue(road, approve=False), LEADER).accepted


def test_a_warrant_is_approved_and_asked_for_in_one_act() -> None:
    road = secure_road().to_outright_order().later(40)
    road.contact("benefit_enquiry").assess(StepBefore.WARRANT).search(StepBefore.WARRANT)
    road.do(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN))
    road.do(RequestWarrant(warrant_id="W1", on=road.day, approve=True), SENIOR)
    assert (road.case.warrants[0].approved_by, road.case.warrants[0].requested_on) == (SENIOR, road.day)


def test_a_notice_is_approved_and_its_service_recorded_in_one_act() -> None:
    road = secure_road().to_drafted_notice().search(StepBefore.NOTICE)
    road.do(road.serve("T1-1").model_copy(update={"approve": True}), SENIOR)
    assert road.case.notices[0].approved_by == SENIOR
    assert [s.tenant for s in road.case.notices[0].services] == ["T1-1"]
