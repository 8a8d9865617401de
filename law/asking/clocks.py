"""Questions about the court's clocks, orders, enforcement, breathing space and service."""

from collections.abc import Iterator
from datetime import date

from law import breathing_space, clear_days, court, enforcement, goods, money, orders, routes, section21, service
from law.asking.facts import Facts
from law.asking.question import Answer, Question
from law.asking.tracks import occupancy_named
from law.calendar import closed_because
from law.explained import Explained
from law.new_regime import hand_over, notice_survives
from law.regime import regime_told
from law.terms import Terms, compare, last_instalment


def _issue(facts: Facts) -> Iterator[Answer]:
    issued = facts["issued"]
    earliest = court.hearing_earliest(issued)
    yield _routed(earliest, facts)
    closed = closed_because(earliest.value)
    if closed:
        yield f"That day is {closed}: a court lists on a working day, so the first one after it (practice)."
    yield _routed(court.hearing_standard_latest(issued), facts)
    yield _routed(money.rent_schedule_from(issued, facts.get("first-default")), facts)


def _routed(told: Explained[date], facts: Facts) -> Answer:
    return routes.for_route(told, facts["route"], facts["issued"]) if facts.has("route") else told


def _hearing(facts: Facts) -> Iterator[Answer]:
    hearing = facts["hearing"]
    yield _routed(court.claim_service_latest(hearing), facts)
    yield _routed(court.witness_statements_due(hearing), facts)
    yield _routed(court.witness_statements_post_by(hearing), facts)
    yield _routed(court.ten_day_letter_due(hearing), facts)


def _application(facts: Facts) -> Iterator[Answer]:
    yield _routed(court.application_notice_due(facts["hearing"]), facts)


def _claim_form(facts: Facts) -> Iterator[Answer]:
    served = service.deemed_served_claim_form(facts["sent"])
    yield _routed(served, facts)
    yield _routed(court.defence_due(served.value).after(served), facts)
    other = service.deemed_served_claim_form_lax(facts["sent"])
    if other.value != served.value:
        yield other
        yield "CPR 6.14 is read in two ways: plan on the later day of service, and never on the looser reading."


def _clear_days(facts: Facts) -> Iterator[Answer]:
    days = facts["days"]
    if facts.has("hearing"):
        yield clear_days.last_day_before(facts["hearing"], days)
    if facts.has("from") or not facts.has("hearing"):
        yield clear_days.earliest_event(facts["from"], days)
        yield clear_days.last_day_within(facts["from"], days, at_court_office=facts.flag("at-court-office"))


def _court_document(facts: Facts) -> Iterator[Answer]:
    yield service.deemed_served_document(facts["method"], facts["sent"])


def _notice_service(facts: Facts) -> Iterator[Answer]:
    served = service.notice_served(facts["method"], facts["sent"], facts["landlord"], facts.flag("agreement-allows"))
    yield served
    yield service.with_margin(served, facts["method"])


def _defence(facts: Facts) -> Iterator[Answer]:
    yield _routed(court.defence_due(facts["served"]), facts)


def _accelerated(facts: Facts) -> Iterator[Answer]:
    if facts.has("order-served"):
        yield court.set_aside_accelerated_by(facts["order-served"])
    if facts.has("served") or not facts.has("order-served"):
        yield court.restore_accelerated_by(facts["served"])


def _statement(facts: Facts) -> Iterator[Answer]:
    yield court.rent_statement_due(facts["last-sent"])


def _order(facts: Facts) -> Iterator[Answer]:
    ordered = facts["ordered"]
    yield court.appeal_by(ordered)
    yield court.money_order_due(ordered)
    yield enforcement.six_years_from(ordered)
    wide = _may_suspend(facts, ordered) if facts.has("occupancy") else None
    if wide is not None:
        yield wide
    limit = orders.possession_date_latest(ordered, facts.flag("hardship"))
    given = orders.outright_possession_date(ordered, facts["days"]) if facts.has("days") else None
    if given is not None:
        yield given
    if wide is not None and wide.value:
        why = "the court had to find possession reasonable (s.89(2); to be confirmed)"
        yield f"HA 1980 s.89(1) does not limit this order: {why}."
        return
    yield limit
    if wide is not None and given is not None and given.value > limit.value:
        yield (
            f"The order gives more time than the Act allows: {given.shown()} is after {limit.shown()} "
            "(HA 1980 s.89(1); secondary source). The sealed order stands until it is varied: take advice."
        )


def _may_suspend(facts: Facts, on: date) -> Explained[bool]:
    occupancy = occupancy_named(facts["occupancy"])
    return orders.may_suspend(occupancy, facts.get("ground", []), on, facts.get("social-commencement"))


def _suspension(facts: Facts) -> Iterator[Answer]:
    wide = _may_suspend(facts, facts["ordered"])
    yield wide
    relief: enforcement.Relief = "wide" if wide.value else "limited"
    yield enforcement.suspension_asked(relief, facts["ordered"], facts["on"], facts.flag("executed"))


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
    needed = None
    if facts.has("ordered"):
        on, changed = facts["on"], facts.flag("parties-changed")
        needed = enforcement.permission_needed(ordered=facts["ordered"], on=on, breach=breach, parties_changed=changed)
        yield needed
    first = needed is not None and needed.value and not facts.has("granted")
    yield enforcement.request_form(facts.flag("suspended"), breach, facts.get("on"), permission=first)
    if facts.has("issued"):
        yield enforcement.warrant_expires(facts["issued"])
    if facts.has("expires-on"):
        yield enforcement.warrant_extended(facts["expires-on"])
    if facts.has("granted"):
        yield enforcement.permission_lapses(facts["granted"])
        yield "Permission being had, the ordinary request N325 follows it (CPR 83.26; secondary source)."


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


def _regime(facts: Facts) -> Iterator[Answer]:
    yield regime_told(occupancy_named(facts["occupancy"]), facts["on"], facts.get("social-commencement"))
    if facts.has("notice"):
        occupancy, begins = occupancy_named(facts["occupancy"]), facts.get("social-commencement")
        yield notice_survives(facts["notice"], occupancy, facts["served"], facts["on"], begins)


CLOCKS: tuple[Question, ...] = (
    Question("notice-service", ("method", "sent", "landlord"), ("agreement-allows",), _notice_service, title="Service"),
    Question("homelessness", ("expires",), (), _homelessness, title="Threatened with homelessness"),
    Question("hand-over", ("notice", "served", "commencement"), (), _hand_over, title="Old notices, new regime"),
    Question("issue", ("issued",), ("first-default", "route"), _issue, title="A claim issued"),
    Question(
        "regime",
        ("occupancy", "on"),
        ("social-commencement", "notice", "served"),
        _regime,
        title="Which version of HA 1988 applies",
    ),
    Question(
        "clear-days",
        ("days",),
        ("from", "hearing", "at-court-office"),
        _clear_days,
        title="Time by the rules of court, CPR 2.8",
    ),
    Question("claim-form", ("sent",), ("route", "issued"), _claim_form, title="Service of the claim form"),
    Question("court-document", ("method", "sent"), (), _court_document, title="Service of other court papers"),
    Question("defence", ("served",), ("route", "issued"), _defence, title="The defence"),
    Question("hearing", ("hearing",), ("route", "issued"), _hearing, title="What comes before a hearing"),
    Question("application", ("hearing",), ("route", "issued"), _application, title="An application notice"),
    Question(
        "accelerated", (), ("served", "order-served"), _accelerated, title="An accelerated claim, struck out or ordered"
    ),
    Question("rent-statement", ("last-sent",), (), _statement, title="The quarterly rent statement"),
    Question(
        "order",
        ("ordered",),
        ("hardship", "days", "occupancy", "ground", "social-commencement"),
        _order,
        title="An order made",
    ),
    Question(
        "suspension",
        ("ordered", "on", "occupancy"),
        ("ground", "social-commencement", "executed"),
        _suspension,
        title="An eviction the tenant asks to be suspended",
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
        ("suspended", "breach", "ordered", "on", "parties-changed", "issued", "granted", "expires-on"),
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
