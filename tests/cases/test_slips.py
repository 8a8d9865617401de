"""Slips of the hand: dates that nobody plans or remembers, items that are not named, and how a refusal reads."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from cases import commands as c
from cases.base import Value
from cases.commands import Correct
from cases.court_words import ArrangementKind
from cases.money import commands as m
from cases.slips import unlikely
from cases.words import HoldKind, OutcomeKind, PaperKind
from tests.cases.money_road import MoneyRoad
from tests.cases.random_commands import GAPS
from tests.cases.road import SENIOR, TEXT, Road, secure_road

YEAR = timedelta(days=366)
DAY = timedelta(days=1)
TODAY = date(2026, 3, 4)
OFFERED = c.OfferArrangement(
    arrangement=ArrangementKind.INFORMAL, instalment_pence=1_000, frequency="weekly", first_payment=TODAY + DAY
)
PAPER = c.RequestPaper(paper=PaperKind.SAR_PACK_COVER, subject="case")


@pytest.mark.parametrize(
    ("command", "field", "day"),
    [
        (OFFERED, "agreed_on", date(1990, 1, 1)),
        (OFFERED, "first_payment", TODAY + 20 * YEAR),
        (c.ExpectBenefit(arrangement_id="R1", due_on=TODAY, pence=1, source="uc"), "due_on", TODAY - 3 * YEAR),
        (c.RecordDirection(hearing_id="H1", what=TEXT, by=TODAY), "by", TODAY - 10 * YEAR),
        (PAPER, "asked_on", TODAY + DAY),
        (c.StartBreathingSpace(moratorium="crisis", started_on=TODAY), "started_on", date(1990, 1, 1)),
        (c.ExtendHold(hold_id="L1", ends_on=TODAY, reason=TEXT), "ends_on", TODAY + 20 * YEAR),
        (PAPER, "consent_on", TODAY + 300 * DAY),
        (PAPER, "agreement_on", date(1905, 1, 1)),
    ],
)
def test_a_date_that_nobody_means_is_refused_as_a_slip_and_not_as_law(command: Value, field: str, day: date) -> None:
    assert not list(unlikely(command, None, TODAY))
    (told,) = unlikely(command.model_copy(update={field: day}), None, TODAY)
    assert (told.code, told.field, told.authority) == ("unlikely_date", field, "")
    assert told.mend == "Check the date. This guards against slips; no law says it."


def test_a_notice_is_not_planned_nor_dated_years_ahead() -> None:
    road = secure_road().opened().protocol()
    assert "unlikely_date" in road.refused(road.draft(planned_service=road.day + 10 * YEAR))
    assert "unlikely_date" in road.refused(road.draft(specified_on=road.day + 9 * YEAR))


def test_an_outcome_is_not_recorded_of_a_day_a_year_after_its_hearing() -> None:
    road = secure_road().to_hearing_day().later(400)
    assert road.refused(road.outcome(OutcomeKind.DISMISSED, on=road.day)) == {"unlikely_date"}


def test_a_correction_is_held_to_the_same_span() -> None:
    road = secure_road().to_listed_hearing()
    far = Correct(fact="H1/list_hearing/on", day=road.day + 9 * YEAR, reason=TEXT)
    assert "more than 2 years ahead" in road.why(far, "value_impossible", SENIOR)


def test_no_tenant_died_and_nothing_was_agreed_before_the_tenancy_but_an_insolvency_may_be_older() -> None:
    road = secure_road().opened()
    early = c.StartHold(hold=HoldKind.DEATH, started_on=date(1990, 1, 1), tenants=("T1-1",), reason=TEXT)
    assert road.refused(early) == {"before_tenancy"}
    bankrupt = early.model_copy(update={"hold": HoldKind.BANKRUPTCY, "started_on": date(2019, 11, 1)})
    assert road.ask(bankrupt).accepted
    road.tenancy = road.tenancy.model_copy(update={"start_date": road.day - 10 * DAY})
    agreed = OFFERED.model_copy(update={"agreed_on": road.day - 11 * DAY})
    assert road.refused(agreed) == {"before_tenancy"}


@pytest.mark.parametrize("day", [date(2026, 8, 30), date(2026, 12, 25), date(2027, 3, 26), date(2026, 8, 31)])
def test_an_eviction_on_a_sunday_or_a_holiday_asks_whether_the_notice_names_that_day(day: date) -> None:
    road = secure_road().to_broken_order().to_issued_warrant()
    book = c.BookEviction(warrant_id="W1", on=day, at=time(10))
    told = next(r for r in road.ask(book).refusals if r.code == "closed_day")
    assert (told.field, told.confidence) == ("on", "C")
    assert "closed_day" not in {r.code for r in road.ask(book.model_copy(update={"day_confirmed": True})).refusals}
    saturday = book.model_copy(update={"on": date(2026, 8, 29)})
    assert road.ask(saturday).accepted


def readable(refusals: Any) -> None:
    for told in refusals:
        for words in (told.says, told.mend):
            assert not GAPS.search(words), words


@pytest.mark.parametrize("road", [secure_road().to_listed_hearing(), secure_road().opened().pay(500_000)])
def test_no_refusal_leaves_a_gap_where_a_name_was_to_stand_or_shows_a_sum_below_nothing(road: Road) -> None:
    holes = [
        c.RecordCourtTold(held_by="", on=road.day),
        c.RecordDirectionMet(hearing_id="H1", direction=" ", on=road.day),
        c.ServeNotice(notice_id="N1", tenant="", method="pigeon", sent_at=road.as_at),
        c.Approve(subject=""),
        c.Correct(fact=" ", reason=TEXT),
        c.EndHold(hold_id="", ended_on=road.day, reason=TEXT),
        OFFERED.model_copy(update={"instalment_pence": -5, "lump_sum_pence": 9_999_999}),
        c.RecordContact(step="debt_advice", on=road.day, tenants=("",), method=" "),
    ]
    for command in holes:
        decision = road.ask(command)
        assert not decision.accepted
        readable(decision.refusals)


def test_no_refusal_of_a_money_case_does_either() -> None:
    road = MoneyRoad().open().pay(500_000)
    told = {"on": road.day}
    for command in (
        m.OfferArrangement(instalment_pence=-5, frequency="weekly", first_payment=road.day + 7 * DAY, **told),
        m.OfferArrangement(instalment_pence=500, frequency="weekly", first_payment=road.day + 7 * DAY, **told),
        m.StrikeOutHold(held_by=" ", reason=TEXT),
        m.EndMoneyHold(hold_id="", ended_on=road.day, reason=TEXT),
    ):
        decision = road.ask(command)
        assert not decision.accepted
        readable(decision.refusals)
    again = MoneyRoad().pay(500_000)
    opened = m.OpenMoneyCase(tenancy_ref="F1", landlord="sample-homes", officer="officer.a", earlier_case="")
    readable(again.ask(opened).refusals)
    assert "in credit" in " ".join(r.says for r in again.ask(opened.model_copy(update={"earlier_case": None})).refusals)
