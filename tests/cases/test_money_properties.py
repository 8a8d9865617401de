"""Whatever is asked of a money case, in whatever order: it acts or says why not, and stays whole."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.commands import SYSTEM_COMMANDS
from cases.money import commands as c
from cases.money.available import available
from cases.money.commands import MoneyCommand
from cases.money.deadlines import difference
from cases.money.decide import DECIDERS, MoneyDecision
from cases.money.evolve import apply, fold_steps
from cases.money.state import MoneyState
from cases.money.views import at_risk, awaiting_approval, stage
from cases.words import Role
from tests.cases.money_road import LEADER, OFFICER, SENIOR, SYSTEM, MoneyRoad
from tests.cases.random_commands import GAPS, commands_of
from tests.examples import examples

ROADS = ("open", "to_letter", "to_claim", "to_judgment", "to_enforcement")
IDS = ["L1", "R1", "A1", "D1", "B1", "C1", "C2", "J1", "X1", "W1", "P1", "T1", "nothing", ""]
OPENINGS = {"tenancy_ref": ["F1", "S1"], "landlord": ["sample-homes", "other"], "officer": ["officer.a", "nobody"]}
COMMANDS = commands_of(MoneyCommand)


def test_every_command_has_somebody_who_decides_it() -> None:
    assert {kind.model_fields["kind"].default for kind in COMMANDS} == set(DECIDERS)


@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_any_sequence_of_commands_leaves_a_whole_case(data: st.DataObject) -> None:
    road = getattr(MoneyRoad(), data.draw(st.sampled_from(ROADS)))()
    base, taken = road.state, []
    for _ in range(data.draw(st.integers(1, 12))):
        move = data.draw(st.sampled_from(["stay", "stay", "wait", "pay"]))
        if move == "wait" and road.case.closed is None:
            road.wait_until(road.day + timedelta(days=data.draw(st.integers(1, 90))))
            base, taken = road.state, []
        elif move == "pay":
            road.pay(data.draw(st.integers(1, 150_000)))
        asked = data.draw(_command(road.day, road.case))
        who = SYSTEM if asked.kind in SYSTEM_COMMANDS else data.draw(st.sampled_from([OFFICER, SENIOR, LEADER]))
        decision = road.ask(asked, who)
        assert decision == road.ask(asked, who)
        assert MoneyDecision.model_validate_json(decision.model_dump_json()) == decision
        assert bool(decision.refusals) != decision.accepted
        for refusal in decision.refusals:
            assert refusal.code
            assert refusal.says.strip()
            assert refusal.mend.strip()
            assert not GAPS.search(f"{refusal.says} {refusal.mend}"), refusal
        if not decision.accepted or not decision.events:
            continue
        road.state = apply(road.state, decision.events)
        taken.append(decision.events)
        # A run started again says so and moves no date: the account is looked at in the step after it.
        _whole(road, settled=asked.kind != "run_recovered")
    again = base
    for events in taken:
        again = apply(again, events)
    assert again == road.state


def _whole(road: MoneyRoad, *, settled: bool) -> None:
    state = road.case
    assert MoneyState.model_validate_json(state.model_dump_json()) == state
    assert max(Counter(d.id for d in state.deadlines).values(), default=0) <= 1
    assert not settled or difference(state, road.facts(), road.as_at) is None
    assert stage(state)
    at_risk(state)
    awaiting_approval(state)
    if state.closed is None:
        assert sum(a.leads for a in available(state, road.facts(), Role.OFFICER, road.as_at)) == 1
    # No illegal history: nothing goes to court unapproved, nothing is enforced without a judgment.
    for claim in (one for one in state.claims if one.issued_on):
        assert claim.approved_by is not None
        assert claim.approved_by.user_id != claim.drafted_by.user_id
        assert claim.claimed_pence > 0
        assert state.letters
        assert state.intentions
    for judgment in state.judgments:
        assert any(one.id == judgment.claim_id and one.issued_on for one in state.claims)
    for one in (e for e in state.enforcements if e.requested_on):
        assert one.approved_by is not None
        assert any(j.id == one.judgment_id for j in state.judgments)


def test_replaying_the_events_of_a_whole_road_gives_the_same_case() -> None:
    road = MoneyRoad().to_letter()
    assert fold_steps(d.events for d in road.decisions) == road.case


def _command(day: date, state: MoneyState) -> st.SearchStrategy[Any]:
    return st.sampled_from(COMMANDS).flatmap(
        lambda kind: st.builds(
            kind, **{name: _field(kind, name, day, state) for name in kind.model_fields if name != "kind"}
        )
    )


def _field(kind: type, name: str, day: date, state: MoneyState) -> st.SearchStrategy[Any]:
    from tests.cases.random_commands import value_of

    if kind is c.OpenMoneyCase and name in OPENINGS:
        return st.sampled_from(OPENINGS[name])
    return value_of(kind.model_fields[name], name, day, IDS, (*state.tenants, "nobody"))
