"""Questions about the court's clocks, orders, enforcement, breathing space and service."""

from collections.abc import Iterator
from datetime import date

from law import breathing_space, court, enforcement, goods, money, orders, routes, section21, service
from law.asking.facts import Facts
from law.asking.question import Answer, Question
from law.asking.tracks import occupancy_named
from law.explained import Explained
from law.new_regime import hand_over
from law.terms import Terms, compare, last_instalment


def _issue(facts: Facts) -> Iterator[Answer]:
    issued = facts["issued"]
    for told in (court.hearing_earliest(issued), court.hearing_standard_latest(issued)):
        yield _routed(told, facts)
    yield money.rent_schedule_from(issued, facts.get("first-default"))


def _routed(told: Explained[date], facts: Facts) -> Answer:
    return routes.for_route(told, facts["route"], facts["issued"]) if facts.has("route") else told


def _hearing(facts: Facts) -> Iterator[Answer]:
    hearing = facts["hearing"]
    yield court.claim_service_latest(hearing)
    yield court.witness_statements_due(hearing)
    yield court.witness_statements_post_by(hearing)
    yield court.ten_day_letter_due(hearing)


def _application(facts: Facts) -> Iterator[Answer]:
    yield court.application_notice_due(facts["hearing"])


def _claim_form(facts: Facts) -> Iterator[Answer]:
    served = service.deemed_served_claim_form(facts["sent"])
    yield served
    yield court.defence_due(served.value).after(served)


def _court_document(facts: Facts) -> Iterator[Answer]:
    yield service.deemed_served_document(facts["method"], facts["sent"])


def _notice_service(facts: Facts) -> Iterator[Answer]:
    served = service.notice_served(facts["method"], facts["sent"], facts["landlord"], facts.flag("agreement-allows"))
    yield served
    yield service.with_margin(served, facts["method"])


def _defence(facts: Facts) -> Iterator[Answer]:
    yield court.defence_due(facts["served"])


def _accelerated(facts: Facts) -> Iterator[Answer]:
    yield court.restore_accelerated_by(facts["served"])


def _statement(facts: Facts) -> Iterator[Answer]:
    yield court.rent_statement_due(facts["last-sent"])


def _order(facts: Facts) -> Iterator[Answer]:
    ordered = facts["ordered"]
    yield court.appeal_by(ordered)
    yield court.money_order_due(ordered)
    yield enforcement.six_years_from(ordered)
    yield orders.possession_date_latest(ordered, facts.flag("hardship"))
    if facts.has("days"):
        yield orders.outright_possession_date(ordered, facts["days"])
    if facts.has("occupancy"):
        occupancy = occupancy_named(facts["occupancy"])
        yield orders.may_suspend(occupancy, facts.get("ground", []), ordered, facts.get("social-commencement"))


def _postponed(facts: Facts) -> Iterator[Answer]:
    yield orders.postponed_order_dates(facts["given"])
    if facts.has("determined"):
        yield orders.postponed_possession_date(facts["determined"])


def _suspended(facts: Facts) -> Iterator[Answer]:
    terms = Terms(
        facts["rent"],
        facts["instalment"],
        facts.get("frequency", "weekly"),
        facts["first-payment"],
        facts.cycle(),
        facts["judgment"],
        lump_sums=tuple(facts.get("lump-sum", ())),
    )
    yield last_instalment(terms)[1]
    if facts.has("on"):
        yield compare(terms, facts.get("receipt", []), facts["on"])


def _warrant(facts: Facts) -> Iterator[Answer]:
    breach = facts.get("breach", "none")
    yield enforcement.warrant_earliest(facts["possession-date"])
    yield enforcement.request_form(facts.flag("suspended"), breach)
    if facts.has("ordered"):
        on, changed = facts["on"], facts.flag("parties-changed")
        yield enforcement.permission_needed(ordered=facts["ordered"], on=on, breach=breach, parties_changed=changed)
    if facts.has("issued"):
        yield enforcement.warrant_expires(facts["issued"])
    if facts.has("granted"):
        yield enforcement.permission_lapses(facts["granted"])


def _eviction(facts: Facts) -> Iterator[Answer]:
    if facts.has("eviction"):
        yield enforcement.n54_latest_delivery(facts["eviction"])
    if facts.has("delivered") or not facts.has("eviction"):
        yield enforcement.eviction_earliest(facts["delivered"])


def _goods(facts: Facts) -> Iterator[Answer]:
    days = facts.get("days", 28)
    claimed, council = facts.flag("money-claimed"), facts.flag("council")
    yield goods.sale_from(facts["given"], money_claimed=claimed, council=council, agreed_days=days)


def _breathing_space(facts: Facts) -> Iterator[Answer]:
    start = breathing_space.starts(facts["registered"])
    yield start
    if facts.has("treatment-stops"):
        kind: breathing_space.Kind = "crisis"
        end = breathing_space.crisis_end(facts["treatment-stops"])
    else:
        kind, end = "standard", breathing_space.standard_end(start.value).after(start)
    yield end
    yield breathing_space.first_clear_day(end.value)
    yield breathing_space.extended_deadline(end.value)
    yield breathing_space.review_window(start.value, kind)
    if facts.has("served"):
        yield breathing_space.notice_void(facts["served"], start.value, end.value)
    if facts.has("step"):
        yield breathing_space.barred(facts["step"], kind)
    if facts.has("sent"):
        yield breathing_space.notified(facts["sent"], by_post=facts.flag("by-post"))


def _homelessness(facts: Facts) -> Iterator[Answer]:
    yield section21.threatened_from(facts["expires"])


def _hand_over(facts: Facts) -> Iterator[Answer]:
    yield hand_over(facts["notice"], facts["served"], facts["commencement"])


CLOCKS: tuple[Question, ...] = (
    Question("notice-service", ("method", "sent", "landlord"), ("agreement-allows",), _notice_service, title="Service"),
    Question("homelessness", ("expires",), (), _homelessness, title="Threatened with homelessness"),
    Question("hand-over", ("notice", "served", "commencement"), (), _hand_over, title="Old notices, new regime"),
    Question("issue", ("issued",), ("first-default", "route"), _issue, title="A claim issued"),
    Question("claim-form", ("sent",), (), _claim_form, title="Service of the claim form"),
    Question("court-document", ("method", "sent"), (), _court_document, title="Service of other court papers"),
    Question("defence", ("served",), (), _defence, title="The defence"),
    Question("hearing", ("hearing",), (), _hearing, title="What comes before a hearing"),
    Question("application", ("hearing",), (), _application, title="An application notice"),
    Question("accelerated", ("served",), (), _accelerated, title="An accelerated claim struck out"),
    Question("rent-statement", ("last-sent",), (), _statement, title="The quarterly rent statement"),
    Question(
        "order",
        ("ordered",),
        ("hardship", "days", "occupancy", "ground", "social-commencement"),
        _order,
        title="An order made",
    ),
    Question("postponed-order", ("given",), ("determined",), _postponed, title="A postponed order broken"),
    Question(
        "suspended-order",
        ("rent", "instalment", "first-payment", "period", "judgment"),
        ("frequency", "anchor", "lump-sum", "receipt", "on"),
        _suspended,
        title="The terms of a suspended order",
    ),
    Question(
        "warrant",
        ("possession-date",),
        ("suspended", "breach", "ordered", "on", "parties-changed", "issued", "granted"),
        _warrant,
        title="A warrant",
    ),
    Question("eviction", (), ("delivered", "eviction"), _eviction, title="The notice of eviction"),
    Question("goods", ("given",), ("money-claimed", "council", "days"), _goods, title="Goods left behind"),
    Question(
        "breathing-space",
        ("registered",),
        ("treatment-stops", "served", "step", "sent", "by-post"),
        _breathing_space,
        title="Breathing space",
    ),
)
