"""Why claims failed: each cause leads to gates that there are, and an order has no cause."""

from cases import commands as c
from cases.failing import CAUGHT_BY, FailedBy
from cases.rules import GATES
from cases.words import OutcomeKind
from tests.cases.road import secure_road


def test_each_cause_names_gates_that_there_are() -> None:
    known = {gate.code for gate in GATES}
    assert {code for codes in CAUGHT_BY.values() for code in codes} <= known
    assert len({cause.label for cause in FailedBy}) == len(FailedBy)


def test_a_dismissed_claim_keeps_its_cause_and_an_order_takes_none() -> None:
    road = secure_road().to_listed_hearing()
    on = road.case.hearings[-1].on
    road.on(on)
    asked = c.RecordOutcome(hearing_id="H1", outcome=OutcomeKind.DISMISSED, on=on, failed_by=FailedBy.SERVICE_UNPROVEN)
    order = asked.model_copy(update={"outcome": OutcomeKind.OUTRIGHT, "grounds_proved": ("1",), "possession_on": on})
    assert "cause_of_order" in road.refused(order)
    road.do(asked)
    assert road.case.hearings[0].failed_by is FailedBy.SERVICE_UNPROVEN
