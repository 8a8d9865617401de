"""An attempt that reached nobody is kept and shown as one, and never stands for the step."""

from typing import Any

import pytest

from cases.commands import Correct, RecordContact
from cases.ledger import LedgerStep, ledger
from cases.resolving import AdrResult
from cases.views import stage
from tests.cases.road import TEXT, Road, secure_road


def tried(road: Road, step: str = "contact_each_tenant", **changes: Any) -> RecordContact:
    told: dict[str, Any] = {"step": step, "on": road.day, "tenants": ("T1-1",), "method": "telephone", "note": TEXT}
    return RecordContact(**(told | {"answered": False} | changes))


def of(road: Road, code: str) -> LedgerStep:
    return next(step for step in ledger(road.case) if step.code == code)


def test_an_unanswered_call_is_an_attempt_in_the_ledger_and_reaches_nobody() -> None:
    road = secure_road().opened()
    road.do(tried(road)).do(tried(road, method="visit", tenants=("T1-1", "T1-2")))
    step = of(road, "contact_each_tenant")
    assert [(c.method, c.tenants) for c in step.attempts] == [("telephone", ("T1-1",)), ("visit", ("T1-1", "T1-2"))]
    assert (step.contacts, step.missing, step.met, step.gap) == ((), ("T1-1", "T1-2"), False, True)


def test_attempts_open_no_step_of_the_road() -> None:
    road, done = secure_road().opened(), secure_road().opened().protocol()
    for contact in done.case.contacts:
        road.do(tried(road, contact.step, tenants=contact.tenants))
    assert len(road.case.contacts) == len(done.case.contacts)
    needed = {"contact_each_tenant", "affordability_needed", "statement_needed", "debt_advice_needed"}
    assert needed <= road.refused(road.draft())
    assert stage(road.case) is stage(secure_road().opened().case)


def test_an_attempt_names_whom_it_tried_and_has_no_result() -> None:
    road = secure_road().opened()
    assert road.why(tried(road, tenants=()), "unknown_tenant") == "It is not said whom you tried to reach."
    assert road.refused(tried(road, "adr", result=AdrResult.DECLINED)) == {"nobody_reached"}
    figures = {"income_pence": 30_000, "spending_pence": 20_000}
    assert road.refused(tried(road, "income_expenditure", **figures)) == {"nobody_reached"}


@pytest.mark.parametrize("answered", [True, False])
def test_whether_somebody_was_reached_is_put_right(answered: bool) -> None:
    road = secure_road().opened()
    road.do(tried(road, answered=not answered))
    road.do(Correct(fact="E1/record_contact/answered", yes=answered, reason=TEXT))
    step = of(road, "contact_each_tenant")
    assert (len(step.contacts), len(step.attempts)) == ((1, 0) if answered else (0, 1))
