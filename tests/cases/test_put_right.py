"""A fact put right after any walk leaves the case waiting for what it would have, had it been right at first."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cases.commands import Command, Correct, RecordSearch
from cases.correctable import value_field
from cases.fact_table import FACTS
from cases.instants import legal_day
from cases.recorded import acts
from cases.state import Person
from cases.words import NoticeKind, Route, StepBefore, Track
from tests.cases.road import ASSURED, OFFICER, SECURE, SENIOR, TEXT, Road
from tests.cases.walks import council, provider
from tests.examples import examples

Given = tuple[Command, Person, date]
PLANNED = ("draft_notice", "planned_service")
"""Planned for another day, the notice would have recommended another date; put right, it says what it said."""
SEARCHED = {"serve_notice": StepBefore.NOTICE, "issue_claim": StepBefore.CLAIM, "request_warrant": StepBefore.WARRANT}


class Noted:
    """A road or a walk, and what was asked of it, by whom and when."""

    def __init__(self, road: Road) -> None:
        self.road, self.given = road, list[Given]()
        take = road.do

        def do(command: Command, who: Person = OFFICER) -> Road:
            take(command, who)
            self.given.append((command, who, road.day))
            return road

        road.do = do  # type: ignore[method-assign]


WALKS: list[tuple[Callable[[], Road], Callable[[Any], Any]]] = [
    (lambda: Road(SECURE), lambda r: r.to_served_notice()),
    (lambda: Road(ASSURED), lambda r: r.to_issued_claim()),
    (lambda: Road(SECURE), lambda r: r.to_hearing_day()),
    (lambda: Road(SECURE), lambda r: r.to_outright_order()),
    (lambda: Road(ASSURED), lambda r: r.to_suspended_order()),
    (lambda: Road(SECURE), lambda r: r.to_outright_order().on(date(2026, 6, 16)).to_booked_eviction()),
    (lambda: council("introductory"), lambda w: w.begin().give(NoticeKind.S128).later(3).do(w.ask_review())),
    (lambda: council("introductory"), lambda w: w.begin().give(NoticeKind.S128).ready().claim().heard()),
    (
        lambda: provider("assured_shorthold", date(2025, 6, 2)),
        lambda w: (
            w.begin(Track.SHORTHOLD)
            .give(NoticeKind.S21, confirmed=("deposit", "gas_and_epc", "licence"))
            .ready()
            .claim(route=Route.ACCELERATED, rent_claimed=False)
        ),
    ),
]


def walked(made: Callable[[], Road], given_: list[Given], last: date) -> Road | None:
    """The acts again on a new road, each on its day; None where one of them is refused."""
    road = made()
    for command, who, day in given_:
        if road.state is not None:
            road.wait_until(day)
        road.day = day
        if not road.ask(command, who).accepted:
            return None
        road.do(command, who)
    road.wait_until(last)
    return road


def waits(road: Road) -> dict[str, date]:
    return {d.id: d.date.on for d in road.case.deadlines}


def facts_in(given_: list[Given]) -> list[tuple[int, str, Any]]:
    """Every dated fact that the walk recorded: which act, which field, which value."""
    return [
        (n, field, value)
        for n, (command, _, _) in enumerate(given_)
        for (kind, field) in FACTS
        if kind == command.kind
        and (kind, field) != PLANNED
        and isinstance(value := getattr(command, field), date | datetime)
    ]


def shifted(given_: list[Given], at: int, field: str, value: Any) -> list[Given]:
    """The walk with that fact right from the first, and the register searched on the day that it then was."""
    command, who, day = given_[at]
    act = command.model_copy(update={field: value})
    before = SEARCHED.get(command.kind)
    on = legal_day(value) if isinstance(value, datetime) else value
    searches: list[Given] = [(RecordSearch(on=on, before=before, clear=True), OFFICER, day)] if before else []
    return [*given_[:at], *searches, (act, who, day), *given_[at + 1 :]]


def agrees(data: st.DataObject) -> None:
    """A walk with a fact wrong and put right, beside the same walk with it right at first."""
    made, way = data.draw(st.sampled_from(WALKS))
    noted = Noted(made())
    way(noted.road)
    asked, last = noted.given, noted.road.day + timedelta(days=1)
    at, field, old = data.draw(st.sampled_from(facts_in(asked)))
    kind = asked[at][0].kind
    days = data.draw(st.integers(1, 6)) * (1 if FACTS[kind, field].ahead else -1)
    new = old + timedelta(days=days)
    right = walked(made, shifted(asked, at, field, new), last)
    assume(right is not None)
    assert right is not None
    wrong = walked(made, asked, last)
    assert wrong is not None
    before = sum(command.kind == kind for command, _, _ in asked[:at])
    told_again = [act for act in acts(wrong.case) if act.command.kind == kind]
    assume(len(told_again) > before)
    value: Any = {value_field(kind, field): new}
    correct = Correct(fact=told_again[before].address(field), reason=TEXT, **value)
    assume(wrong.ask(correct, SENIOR).accepted)
    wrong.do(correct, SENIOR)
    wrong.wait_until(last + timedelta(days=1))
    right.wait_until(last + timedelta(days=1))
    assert waits(wrong) == waits(right)


QUICK: Any = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much]}


@settings(max_examples=examples(12), **QUICK)
@given(st.data())
def test_a_case_put_right_waits_for_what_it_would_have_waited_for(data: st.DataObject) -> None:
    agrees(data)


@pytest.mark.long
@settings(max_examples=examples(100), **QUICK)
@given(st.data())
def test_so_does_it_after_many_walks(data: st.DataObject) -> None:
    agrees(data)
