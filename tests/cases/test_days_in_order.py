"""A correction cannot turn round days that can only follow one another."""

from datetime import date, timedelta

import pytest

from cases.commands import BookEviction, Correct, RecordApplication
from cases.court_words import ApplicationFor, Party
from cases.words import OutcomeKind
from tests.cases.road import SENIOR, TEXT, Road, secure_road

DAY = timedelta(days=1)


def told(road: Road, fact: str, day: date) -> str:
    """What is said of a correction that is refused for the order of days; empty where it is not."""
    refusals = road.ask(Correct(fact=fact, day=day, reason=TEXT), SENIOR).refusals
    found = [r for r in refusals if r.code == "days_turned_round"]
    assert all((r.field, r.mend.split(".")[0]) == ("day", "Check the day") for r in found)
    return " ".join(r.says for r in found)


def test_a_hearing_is_not_before_its_claim_was_issued() -> None:
    road = secure_road().to_listed_hearing()
    before = road.case.claims[0].issued_on
    assert before is not None
    assert "would be before the issue of claim C1" in told(road, "H1/list_hearing/on", before - 5 * DAY)
    heard = road.case.hearings[0].on
    road.later(90)
    assert told(road, "C1/issue_claim/issued_on", heard + DAY).startswith("Hearing H1")


def test_an_order_is_not_before_its_hearing_nor_possession_or_payment_before_the_order() -> None:
    road = secure_road().to_suspended_order()
    made = road.case.orders[0].made_on
    assert "would be before hearing H1" in told(road, "O1/record_outcome/on", made - DAY)
    road.later(60)
    possession = road.case.orders[0].possession
    assert possession is not None
    late = told(road, "O1/record_outcome/on", possession.on + DAY)
    assert "Possession under order O1" in late
    assert road.ask(Correct(fact="O1/record_outcome/on", day=made + DAY, reason=TEXT), SENIOR).accepted


@pytest.mark.parametrize("outcome", [OutcomeKind.STRUCK_OUT, OutcomeKind.ADJOURNED_GENERALLY])
def test_what_a_court_does_without_hearing_anybody_may_be_before_the_hearing(outcome: OutcomeKind) -> None:
    road = secure_road().to_hearing_day()
    road.do(road.outcome(outcome))
    corrected = Correct(fact="H1/record_outcome/on", day=road.day - 2 * DAY, reason=TEXT)
    assert road.ask(corrected, SENIOR).accepted


@pytest.mark.parametrize(
    ("fact", "days", "says"),
    [
        ("W1/request_warrant/on", 1, "The issue of warrant W1"),
        ("W1/record_warrant_issued/on", 1, "The delivery of the N54"),
    ],
)
def test_the_days_of_a_warrant_follow_one_another(fact: str, days: int, says: str) -> None:
    road = secure_road().to_broken_order().to_issued_warrant()
    on = road.day + 21 * DAY
    road.do(BookEviction(warrant_id="W1", n54_delivered_on=road.day, on=on, at="10:00"))
    issued = road.day
    road.later(5)
    assert told(road, fact, issued + days * DAY).startswith(says)


def test_an_application_is_not_before_its_order() -> None:
    road = secure_road().to_suspended_order()
    asked = RecordApplication(subject="O1", purpose=ApplicationFor.VARY, by=Party.TENANT, made_on=road.day)
    road.do(asked)
    made = road.case.orders[0].made_on
    assert "Application A1" in told(road, "A1/record_application/made_on", made - DAY)
