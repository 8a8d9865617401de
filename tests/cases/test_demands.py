"""In a breathing space: what presses for the debt is barred, and nothing that asks for something else."""

from copy import copy
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import held
from cases.commands import (
    OfferArrangement,
    RecordBreach,
    RecordBreachWarning,
    RequestPaper,
    StartBreathingSpace,
    WarnArrangement,
)
from cases.court_words import ArrangementKind
from cases.gates import Question
from cases.paper_rules import RULES, fits
from cases.stages.demands import PRESSING, new_rent
from cases.stages.shared import running
from cases.state import Breached, CaseState
from cases.words import Breach, PaperKind
from law.breathing_space import barred
from law.effects import EFFECTS
from tests.cases.road import TEXT, Road, secure_road
from tests.examples import examples


@cache
def made() -> Road:
    """A suspended order in a breathing space; to be copied before it is changed."""
    return space(secure_road().to_suspended_order())


def broken() -> Road:
    """A suspended order whose payments were found missed."""
    road = secure_road().to_suspended_order()
    road.wait_until(road.day + timedelta(days=40))
    return road


def space(road: Road) -> Road:
    return road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))


def warn(road: Road, **changes: Any) -> RecordBreachWarning:
    return RecordBreachWarning(order_id="O1", on=road.day, method="letter").model_copy(update=changes)


def codes(road: Road, command: Any) -> set[str]:
    return {refusal.code for refusal in road.ask(command).refusals}


def test_a_warning_about_the_debt_waits_and_the_refusal_says_what_may_go() -> None:
    road = space(broken())
    (why,) = road.ask(warn(road)).refusals
    assert (why.code, why.field) == ("breathing_space", "new_rent_only")
    assert "What asks only for rent that fell due since, or is about conduct, may go" in why.mend
    assert "reg" in why.authority


def test_a_warning_that_asks_only_for_rent_that_fell_due_since_goes_once_there_is_some() -> None:
    road = space(broken())
    assert "the account has moved by £0.00" in road.why(warn(road, new_rent_only=True), "breathing_space")
    road.owe(12_000).later(3)
    assert codes(road, warn(road)) == {"breathing_space"}
    assert road.ask(warn(road, new_rent_only=True)).accepted


def test_a_warning_about_conduct_goes_while_the_payments_are_kept() -> None:
    road = secure_road().to_suspended_order()
    road.do(RecordBreach(order_id="O1", on=road.day, details=TEXT))
    assert road.case.orders[0].breach is None
    assert space(road).ask(warn(road)).accepted


def test_a_warning_about_an_arrangement_is_of_the_debt_whatever_its_case_is_for() -> None:
    road = secure_road().opened()
    agreed = OfferArrangement(
        arrangement=ArrangementKind.INFORMAL,
        instalment_pence=500,
        frequency="weekly",
        first_payment=road.day + timedelta(days=1),
        agreed_on=road.day,
    )
    road.do(agreed).wait_until(road.day + timedelta(days=15))
    asked = WarnArrangement(arrangement_id="R1", on=road.day, method="letter", pay_by=road.day + timedelta(days=9))
    assert road.ask(asked).accepted
    assert codes(space(road), asked) == {"breathing_space"}
    road.owe(12_000)
    assert road.ask(asked.model_copy(update={"new_rent_only": True})).accepted


def subject_of(state: CaseState, kind: PaperKind) -> str | None:
    """Something of the case that the paper may be about; None where there is nothing."""
    items: tuple[Any, ...] = (*state.notices, *state.claims, *state.hearings, *state.orders, *state.warrants)
    found = [item for item in items if isinstance(item, RULES[kind].about) and fits(state, kind, item)]
    if found:
        return str(found[0].id)
    return "case" if CaseState in RULES[kind].about and fits(state, kind, state) else None


@pytest.mark.parametrize("kind", PaperKind)
def test_a_paper_is_barred_exactly_where_it_presses_for_the_debt_or_begins_a_step_on_it(kind: PaperKind) -> None:
    road = made()
    subject = subject_of(road.case, kind)
    if subject is None:
        return
    asked = RequestPaper(paper=kind, subject=subject)
    told = codes(road, asked)
    item: Any = next((w for w in (*road.case.warrants, *road.case.claims, *road.case.notices) if w.id == subject), None)
    begun = bool(getattr(item, "services", None) or getattr(item, "issued_on", None))
    begins = RULES[kind].begins and not begun
    assert ("breathing_space" in told) is (kind in PRESSING or begins), kind


@given(owed=st.integers(0, 3), paid=st.integers(0, 3), conduct=st.booleans(), only_new=st.booleans())
@settings(max_examples=examples(12), deadline=None, suppress_health_check=list(HealthCheck))
def test_a_warning_is_barred_exactly_where_law_bars_what_it_asks(
    owed: int, paid: int, conduct: bool, only_new: bool
) -> None:
    road = copy(made())
    road.postings = list(road.postings)
    short = Breached(on=road.day, due_pence=100, paid_pence=0, shortfall_pence=100, missed=1)
    found = {"breach": None, "breach_kind": Breach.OTHER} if conduct else {"breach": short}
    road.state = road.case.model_copy(update={"orders": (road.case.orders[0].model_copy(update=found),)})
    for _ in range(owed):
        road.owe(12_000)
    for _ in range(paid):
        road.pay(12_000)
    held_by = running(road.case, road.day)
    assert held_by is not None
    asked = warn(road, new_rent_only=only_new)
    since = new_rent(Question(asked, road.case, road.facts(), road.as_at), held_by, road.day)
    step = "contact_ongoing" if conduct or (only_new and since > 0) else "contact_to_enforce"
    assert ("breathing_space" in codes(road, asked)) is barred(step, "standard").value


def test_the_page_says_what_may_be_asked_meanwhile_as_law_has_it() -> None:
    (meaning,) = held.meanings(made().case, made().facts(), made().day)
    assert {(a.title, a.effect) for a in meaning.asked} == {
        (EFFECTS[step, "moratorium"].title, EFFECTS[step, "moratorium"].effect) for step in held.ASKED
    }
