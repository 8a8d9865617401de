"""After possession was taken: keys, goods left behind, somebody coming back."""

from datetime import date, timedelta
from typing import Any

from cases.commands import RecordAftermath
from cases.court_words import AfterEviction
from cases.state import Deadline, Warrant
from tests.cases.road import Road, secure_road


def evicted() -> Road:
    """Possession was taken on Wednesday 1 July 2026."""
    road = secure_road().to_outright_order()
    road.wait_until(date(2026, 6, 16))
    return road.to_eviction()


def after(road: Road, what: AfterEviction, **changes: Any) -> RecordAftermath:
    return RecordAftermath(warrant_id="W1", what=what, on=road.day).model_copy(update=changes)


def warrant(road: Road) -> Warrant:
    return road.case.warrants[-1]


def wait_for(road: Road, kind: str) -> Deadline | None:
    return next((d for d in road.case.deadlines if d.kind == kind), None)


def test_nothing_comes_after_an_eviction_that_has_not_been() -> None:
    road = secure_road().to_outright_order()
    road.wait_until(date(2026, 6, 16))
    road.to_booked_eviction()
    assert road.refused(after(road, AfterEviction.SECURED)) == {"not_executed"}


def test_goods_left_behind_call_for_a_notice_and_are_kept_until_its_time_has_run() -> None:
    road = evicted().later(1)
    road.do(after(road, AfterEviction.GOODS_LEFT))
    assert wait_for(road, "goods_notice") is not None
    assert road.refused(after(road, AfterEviction.GOODS_SOLD)) == {"goods_kept"}
    road.do(after(road, AfterEviction.GOODS_NOTICE))
    assert wait_for(road, "goods_notice") is None
    sale = wait_for(road, "goods_sale")
    assert sale is not None
    assert (sale.date.on, sale.date.confidence) == (road.day + timedelta(days=28), "C")
    assert road.refused(after(road, AfterEviction.GOODS_SOLD)) == {"goods_kept"}
    road.on(sale.date.on).do(after(road, AfterEviction.GOODS_SOLD))
    assert wait_for(road, "goods_sale") is None


def test_a_notice_that_asks_for_money_keeps_the_goods_three_months() -> None:
    road = evicted().do(after(evicted(), AfterEviction.GOODS_NOTICE, money_claimed=True))
    sale = warrant(road).aftermath[-1].sale_from
    assert sale is not None
    assert sale.on == date(2026, 10, 1)
    assert "Torts (Interference with Goods) Act 1977" in sale.sentence
    assert road.ask(after(road, AfterEviction.GOODS_COLLECTED)).accepted


def test_somebody_coming_back_leads_to_the_court_with_its_permission() -> None:
    road = evicted().later(2)
    assert road.refused(after(road, AfterEviction.RESTITUTION_ASKED)) == {"nobody_came_back"}
    road.do(after(road, AfterEviction.RE_ENTERED))
    found = wait_for(road, "restitution")
    assert found is not None
    assert "permission" in found.date.sentence
    assert "83.13(4A)" in found.date.authority
    road.do(after(road, AfterEviction.RESTITUTION_ASKED))
    assert wait_for(road, "restitution") is None


def test_what_is_recorded_lies_after_possession() -> None:
    road = evicted()
    early = after(road, AfterEviction.SECURED, on=road.day - timedelta(days=1))
    assert road.refused(early) == {"before_possession"}
