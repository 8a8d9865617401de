"""The history of a money case is told in sentences, whatever happened on it."""

from datetime import UTC, datetime
from typing import Any

import pytest

import api.app  # noqa: F401  # the parts of the API import each other: the whole comes first
from api.pages.money_told import _SAID, _SILENT, lines
from api.shapes import leaves
from cases.events import AttentionChanged, CaseRecovered
from cases.money import commands as c
from cases.money.events import MoneyEvent
from cases.state import Attention, Person
from cases.words import Role
from tests.cases.money_road import MoneyRoad

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


class Kept:
    """An event as the record gives it."""

    def __init__(self, event: Any) -> None:
        self.event, self.at, self.actor = event, AT, Person(user_id="officer.a", role=Role.OFFICER)


def told(*events: Any) -> list[str]:
    """What is said, the oldest first."""
    return [said for _, _, said in lines([Kept(each) for each in events], {}, {"officer.a": "Amal Reid"}, {})][::-1]


def test_every_kind_of_event_has_a_sentence_of_its_own_or_is_left_out() -> None:
    kinds = {model.model_fields["kind"].default for model in leaves(MoneyEvent) if hasattr(model, "model_fields")}
    assert kinds == set(_SAID) | _SILENT


@pytest.mark.parametrize(("by", "who"), [("sweep", "the daily sweep"), ("hand", "an administrator")])
def test_a_recovery_says_who_started_the_case_again_and_that_its_dates_stand(by: Any, who: str) -> None:
    (said,) = told(CaseRecovered(by=by))
    assert who in said
    assert "with the same dates" in said


def test_what_went_wrong_and_what_came_of_an_enforcement_are_told() -> None:
    lost = Attention(since=AT, what="A letter could not be made.", command="request_money_paper")
    assert told(AttentionChanged(attention=lost), AttentionChanged(attention=None)) == [
        "Needs a person: A letter could not be made.",
        "Somebody has looked at what went wrong.",
    ]
    road = MoneyRoad().to_enforcement()
    road.do(c.SearchRegister(on=road.day, before="enforcement", clear=True))
    road.do(c.RequestEnforcement(enforcement_id="X1", on=road.day, fee_pence=13_100))
    road.do(c.RecordEnforcement(enforcement_id="X1", on=road.day, recovered=False))
    said = told(*(event for decision in road.decisions for event in decision.events))
    assert any("asked for attachment of earnings" in each and "£131.00" in each for each in said)
    assert any(each.endswith("nothing was recovered.") for each in said)
