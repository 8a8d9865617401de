"""An order whose terms ask for a sum at once, and whose instalments clear the judgment and the costs together."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from cases.commands import Correct, OfferArrangement, RecordOutcome, RentChanged
from cases.court_words import ArrangementKind
from cases.facts import Posting
from cases.schedule import arrangement_schedule
from cases.words import OutcomeKind
from tests.cases.road import SENIOR, SYSTEM, TEXT, Road, secure_road

WEEK = timedelta(days=7)


def asked(road: Road, **changes: Any) -> RecordOutcome:
    """Ten weeks' rent and the fee, £200 within a fortnight, and £10 a week from then on."""
    told: dict[str, Any] = {
        "possession_on": road.day + 4 * WEEK,
        "judgment_pence": 120_000,
        "costs_pence": 42_400,
        "instalment_pence": 1_000,
        "frequency": "weekly",
        "first_payment": road.day + WEEK,
        "lump_sum_pence": 20_000,
        "lump_sum_on": road.day + 2 * WEEK,
    }
    return road.outcome(OutcomeKind.SUSPENDED, **(told | changes))


def owed(road: Road, weeks: int) -> list[tuple[int, int]]:
    """What falls due week by week apart from the rent, from the order on: the week and the pence."""
    made = road.case.orders[0].made_on
    schedule = arrangement_schedule(road.case, road.facts(), (road.on(made + weeks * WEEK)).as_at)[0]
    return [((line.on - made).days // 7, line.instalment_pence) for line in schedule.lines if line.instalment_pence]


def test_the_lump_sum_of_an_order_falls_due_on_its_day_and_its_instalments_clear_judgment_and_costs() -> None:
    road = secure_road().to_hearing_day()
    road.do(asked(road))
    due = owed(road, 200)
    assert due[:3] == [(1, 1_000), (2, 21_000), (3, 1_000)]
    assert sum(pence for _, pence in due) == 162_400
    assert due[-1] == (143, 400)


def test_an_order_is_broken_by_a_lump_sum_that_did_not_come() -> None:
    road = secure_road().to_hearing_day()
    road.do(asked(road, instalment_pence=0))
    road.pay(30_000, road.day + WEEK).wait_until(road.day + 4 * WEEK)
    breach = road.case.orders[0].breach
    assert breach is not None
    assert breach.shortfall_pence == 2 * 12_000 + 20_000 - 30_000


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"lump_sum_on": None}, "lump_sum_wrong"),
        ({"lump_sum_pence": None}, "lump_sum_wrong"),
        ({"lump_sum_pence": 0}, "lump_sum_wrong"),
        ({"lump_sum_pence": 162_401}, "sum_wrong"),
        ({"instalment_pence": 162_401}, "sum_wrong"),
        ({"lump_sum_pence": -1}, "sum_wrong"),
    ],
)
def test_a_lump_sum_is_whole_and_no_more_than_is_owed(changes: dict[str, Any], code: str) -> None:
    road = secure_road().to_hearing_day()
    assert code in road.refused(asked(road, **changes))
    early = asked(road, lump_sum_on=road.day - timedelta(days=1))
    assert "before the order" in road.why(early, "lump_sum_wrong")
    whole = asked(road, lump_sum_pence=162_400, instalment_pence=162_400)
    assert road.ask(whole).accepted


def test_a_lump_sum_goes_with_no_outright_order() -> None:
    road = secure_road().to_hearing_day()
    outright = asked(road).model_copy(update={"outcome": OutcomeKind.OUTRIGHT})
    assert "no payment goes with it" in road.why(outright, "lump_sum_wrong")


def test_the_lump_sum_of_an_order_is_put_right_with_its_day() -> None:
    road = secure_road().to_hearing_day()
    road.do(asked(road))
    day = road.day + 3 * WEEK
    road.do(Correct(fact="O1/record_outcome/lump_sum_on", day=day, reason=TEXT), SENIOR)
    road.do(Correct(fact="O1/record_outcome/lump_sum_pence", pence=5_000, reason=TEXT), SENIOR)
    terms = road.case.orders[0].terms
    assert terms is not None
    assert (terms.lump_sum_on, terms.lump_sum_pence) == (day, 5_000)
    assert owed(road, 4) == [(1, 1_000), (2, 1_000), (3, 6_000), (4, 1_000)]


def test_a_lump_sum_under_which_a_claim_was_adjourned_is_watched_too() -> None:
    road = secure_road().to_hearing_day()
    terms = asked(road, possession_on=None, judgment_pence=None, costs_pence=0)
    road.do(terms.model_copy(update={"outcome": OutcomeKind.ADJOURNED_ON_TERMS, "grounds_proved": ()}))
    agreed = road.case.arrangements[0]
    assert (agreed.lump_sum_pence, agreed.lump_sum_on) == (20_000, terms.lump_sum_on)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("O1/record_outcome/first_payment", {"day": date(2026, 1, 5)}),
        ("O1/record_outcome/lump_sum_pence", {"pence": 0}),
        ("H1/list_hearing/on", {"day": date(2026, 5, 24)}),
        ("H1/list_hearing/at", {"clock": time(3)}),
    ],
)
def test_a_correction_to_what_cannot_have_been_is_refused(fact: str, value: dict[str, Any]) -> None:
    road = secure_road().to_hearing_day()
    road.do(asked(road))
    assert road.refused(Correct(fact=fact, reason=TEXT, **value), SENIOR) == {"value_impossible"}


def test_an_offer_on_an_account_in_credit_is_told_once_that_nothing_is_owed() -> None:
    road = secure_road().opened().pay(150_000)
    offered = OfferArrangement(
        arrangement=ArrangementKind.INFORMAL, instalment_pence=1_000, frequency="weekly", first_payment=road.day
    )
    assert [r.says for r in road.ask(offered).refusals] == [
        "Nothing is owed: on Wednesday 4 March 2026 the rent account is £300.00 in credit."
    ]


def on_what(road: Road, pence: int, **changes: Any) -> Any:
    """The breach found once the judgment is paid and nothing of the costs, the order saying so much of them."""
    road.to_hearing_day().do(asked(road, lump_sum_pence=None, lump_sum_on=None, instalment_pence=60_000, **changes))
    road.postings.append(Posting(on=road.day, kind="court_cost", due_pence=42_400, paid_pence=0))
    road.pay(pence + 4 * 12_000, road.day + WEEK).wait_until(road.day + 5 * WEEK)
    return road.case.orders[0].breach


def test_costs_that_the_order_keeps_apart_are_never_missed_by_its_payments() -> None:
    road = secure_road()
    assert on_what(road, 140_000, with_costs=False) is None
    assert "more than the £1,200.00 of judgment." in secure_road().to_hearing_day().why(
        asked(road, with_costs=False, lump_sum_pence=130_000), "sum_wrong"
    )


def test_a_breach_on_costs_that_nobody_said_are_in_the_terms_is_told_as_one_to_be_confirmed() -> None:
    road = secure_road()
    breach = on_what(road, 140_000)
    assert breach is not None
    assert breach.on_costs
    told = next(d for d in road.case.deadlines if d.id == "O1.warning")
    assert told.title == "Order O1 is broken only if its payments clear the costs too: read the sealed order"
    assert told.date.confidence == "C"
    road.wait_until(road.day + 8 * WEEK)
    road.do(RentChanged(), SYSTEM)
    short = road.case.orders[0].breach
    assert short is not None
    assert not short.on_costs, "rent is missed since, whatever of the costs"


def test_costs_put_right_as_apart_mend_a_breach_that_rested_on_them() -> None:
    road = secure_road()
    assert on_what(road, 140_000) is not None
    road.do(Correct(fact="O1/record_outcome/with_costs", yes=False, reason=TEXT), SENIOR)
    assert road.case.orders[0].breach is None


def test_a_breach_of_costs_that_the_order_puts_in_its_terms_is_plain() -> None:
    breach = on_what(secure_road(), 140_000, with_costs=True)
    assert breach is not None
    assert not breach.on_costs
