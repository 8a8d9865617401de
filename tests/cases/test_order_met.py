"""An order that is paid: the officer is told, what follows is told with its mark, and nobody is left to wait."""

from datetime import timedelta

from cases.available import available
from cases.commands import DischargeOrder, DraftWarrant, RentChanged
from cases.facts import Posting
from cases.ranking import next_of
from cases.words import Breach, Risk, Role
from tests.cases.road import SYSTEM, TEXT, Road, secure_road

WEEK = timedelta(days=7)


def paid(road: Road, pence: int, **changes: object) -> Road:
    """An order suspended on terms, and so much paid the week after it."""
    road.to_hearing_day().do(road.suspended(**changes))
    road.pay(pence, road.day + timedelta(days=1)).wait_until(road.day + WEEK)
    return road.do(RentChanged(), SYSTEM)


def told(road: Road) -> list[str]:
    return [d.title for d in road.case.deadlines if d.kind == "order_met"]


def test_an_order_that_is_paid_is_told_to_the_officer_once_with_what_follows() -> None:
    road = paid(secure_road(), 120_000)
    assert told(road) == ["Order O1 is paid in full: close it, or ask the court to discharge it"]
    due = next(d for d in road.case.deadlines if d.kind == "order_met").date
    assert "Payment alone does not end an order" in due.sentence
    assert (due.confidence, due.authority) == ("C", "HA 1985 s.85(4); form N28")
    assert "O1.met due" in road.wait_until(road.day + WEEK)
    assert not [said for said in road.wait_until(road.day + timedelta(days=200)) if said.startswith("O1.")]


def test_what_ends_a_paid_order_leads_and_nothing_is_waited_for() -> None:
    road = paid(secure_road(), 120_000).later(200)
    lead = next(a for a in available(road.case, road.facts(), Role.OFFICER, road.as_at) if a.leads)
    assert (lead.command, lead.allowed) == ("discharge_order", True)
    first = next_of(road.case, road.facts(), road.as_at, with_days=False).recommended[0]
    assert (first.rule, first.command) == ("mend", "discharge_order")
    asked = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    assert {"order_met", "nothing_owed"} <= road.refused(asked)
    assert "no_breach" not in road.refused(asked)
    road.do(DischargeOrder(order_id="O1", on=road.day, reason=TEXT))
    assert told(road) == []


def test_an_order_is_not_paid_while_costs_that_its_payments_clear_are_not() -> None:
    road = paid(secure_road(), 120_000, costs_pence=42_400)
    assert told(road) == []
    assert told(road.pay(42_400).do(RentChanged(), SYSTEM)) != []


def test_costs_on_the_account_are_paid_there() -> None:
    road = secure_road().to_hearing_day()
    road.do(road.suspended(costs_pence=42_400)).pay(120_000, road.day)
    road.postings.append(Posting(on=road.day, kind="court_cost", due_pence=42_400, paid_pence=0))
    assert told(road.do(RentChanged(), SYSTEM)) == []
    road.postings.append(Posting(on=road.day, kind="court_cost", due_pence=0, paid_pence=42_400))
    assert told(road.do(RentChanged(), SYSTEM)) != []


def test_costs_that_the_order_keeps_apart_are_told_with_it() -> None:
    road = paid(secure_road(), 120_000, costs_pence=42_400, with_costs=False)
    due = next(d for d in road.case.deadlines if d.kind == "order_met").date
    assert "Its costs of £424.00 stand apart from these payments." in due.sentence


def test_rent_that_is_missed_after_all_was_paid_is_watched_again() -> None:
    road = paid(secure_road(), 120_000)
    road.owe(12_000).do(RentChanged(), SYSTEM)
    assert told(road) == []
    assert "O1.payment" in {d.id for d in road.case.deadlines}


def missed_after_all_was_paid() -> Road:
    road = paid(secure_road(), 120_000)
    return road.owe(12_000).do(RentChanged(), SYSTEM).later(30).do(RentChanged(), SYSTEM)


def test_an_order_that_was_paid_once_is_not_enforced_for_rent_missed_since() -> None:
    road = missed_after_all_was_paid()
    asked = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    why = next(r for r in road.ask(asked).refusals if r.code == "order_met")
    assert "begin again with a notice" in why.says
    assert why.confidence == "C"
    assert "nothing_owed" not in road.refused(asked)


def test_a_payment_that_came_back_paid_no_order() -> None:
    road = missed_after_all_was_paid().pay(-120_000, None)
    asked = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    assert "order_met" not in road.refused(asked)


def test_a_payment_that_came_back_before_all_was_paid_takes_nothing_from_it() -> None:
    road = secure_road()
    road.to_hearing_day().do(road.suspended())
    road.pay(50_000, road.day + timedelta(days=1)).pay(-50_000, road.day + timedelta(days=2))
    road.pay(120_000, road.day + timedelta(days=3)).wait_until(road.day + WEEK)
    road.do(RentChanged(), SYSTEM).owe(12_000).later(30).do(RentChanged(), SYSTEM)
    asked = DraftWarrant(order_id="O1", breach=Breach.PAYMENT, risk=Risk.NONE_KNOWN)
    assert "order_met" in road.refused(asked)
