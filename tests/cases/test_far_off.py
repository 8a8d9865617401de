"""A year mistyped by a century, and payments so small that no last day can be told."""

from datetime import date, timedelta

import pytest

from cases.base import Value
from cases.commands import (
    AgreeArrangement,
    OfferArrangement,
    RecordBenefitClaim,
    RentChanged,
    ServeNotice,
    StartHold,
)
from cases.court_words import ArrangementKind
from cases.far_off import refuse
from cases.money import commands as m
from cases.words import HoldKind
from tests.cases.money_road import MoneyRoad
from tests.cases.road import LEADER, SYSTEM, TEXT, secure_road

TODAY = date(2026, 3, 4)
HELD = StartHold(hold=HoldKind.STAY, started_on=TODAY, reason=TEXT)


def told(command: Value) -> list[str]:
    return [refusal.says for refusal in refuse(command, TODAY)]


def test_a_year_mistyped_by_a_century_is_told_with_its_field() -> None:
    (refusal,) = refuse(HELD.model_copy(update={"started_on": date(202, 3, 4)}), TODAY)
    assert (refusal.code, refusal.field, refusal.mend) == ("far_off", "started_on", "Check the year.")
    assert refusal.says.endswith("202 is more than 100 years ago.")
    assert "30 years ahead" in told(HELD.model_copy(update={"ends_on": date(9999, 12, 31)}))[0]


@pytest.mark.parametrize("years", [-99, -1, 0, 1, 29])
def test_a_date_that_somebody_may_mean_is_left_to_the_gates_of_its_act(years: int) -> None:
    assert told(HELD.model_copy(update={"ends_on": TODAY.replace(year=TODAY.year + years)})) == []


def test_the_ends_of_the_calendar_are_refused_and_break_nothing() -> None:
    road = secure_road().to_approved_notice()
    served = road.serve("T1-1")
    for at in (served.sent_at.min, served.sent_at.max):
        command = ServeNotice.model_validate({**served.model_dump(), "sent_at": f"{at.isoformat()}Z"})
        assert road.refused(command) == {"far_off"}


def test_no_hold_and_no_benefit_claim_is_recorded_of_a_year_that_nobody_means() -> None:
    road = secure_road().to_served_notice()
    hold = StartHold(hold=HoldKind.POLICY, started_on=road.day, ends_on=date(2226, 3, 4), reason=TEXT)
    assert road.refused(hold, LEADER) == {"far_off"}
    told = {"benefit": "universal_credit", "evidence_complete": True, "likely": True, "rest_paid": True}
    assert road.refused(RecordBenefitClaim(made_on=date(202, 1, 5), **told)) == {"far_off"}


def test_a_money_case_asks_the_same() -> None:
    road = MoneyRoad()
    road.do(m.OpenMoneyCase(tenancy_ref="F1", landlord="sample-homes", officer="officer.a"))
    trace = m.RecordTrace(on=date(1026, 5, 1), debtor="F1-1", found=False, method="letter")
    assert "far_off" in {r.code for r in road.ask(trace).refusals}


def test_an_arrangement_of_a_penny_a_week_is_watched_and_found_broken() -> None:
    road = secure_road().opened()
    penny = OfferArrangement(
        arrangement=ArrangementKind.INFORMAL,
        with_rent=True,
        instalment_pence=1,
        frequency="weekly",
        first_payment=road.day,
    )
    road.do(penny).do(AgreeArrangement(arrangement_id="R1", on=road.day))
    road.do(RentChanged(), SYSTEM)
    assert "R1.payment due" in road.wait_until(road.day + timedelta(days=9))
    assert road.case.arrangements[0].breach is not None
