"""Orders on conduct, by consent, and postponed ones with a date: when they may be enforced, on which form."""

from datetime import date, timedelta

from cases.commands import (
    DecideApplication,
    DraftWarrant,
    RecordApplication,
    RecordBreach,
    RecordBreachWarning,
    RecordPermission,
    StartHold,
)
from cases.court_words import ApplicationFor, Party
from cases.stages.order import conditional
from cases.words import Breach, HoldKind, NoticeKind, OutcomeKind, Risk, StepBefore, Track
from tests.cases.road import TEXT, Road, secure_road
from tests.cases.walks import Walk, council, provider


def at_hearing() -> Walk:
    """The hearing of a claim on nuisance."""
    return council("secure").begin(Track.SECURE_OTHER).give(NoticeKind.S83, "2").ready().claim().heard()


def on_conduct(outcome: OutcomeKind = OutcomeKind.SUSPENDED) -> Walk:
    walk = at_hearing()
    possession = walk.day + timedelta(days=28)
    walk.do(walk.outcome(outcome, grounds_proved=("2",), possession_on=possession, other_terms=TEXT))
    return walk.later(30).assess(StepBefore.WARRANT)


def warrant(breach: Breach) -> DraftWarrant:
    return DraftWarrant(order_id="O1", breach=breach, risk=Risk.NONE_KNOWN)


def test_an_order_suspended_on_conduct_asks_for_no_payment_and_watches_none() -> None:
    walk = on_conduct()
    order = walk.case.orders[0]
    assert order.terms is not None
    assert (order.terms.current_rent_pence, order.terms.instalment_pence) == (0, 0)
    walk.wait_until(walk.day + timedelta(days=90))
    assert walk.case.orders[0].breach is None
    assert not [d for d in walk.case.deadlines if d.kind == "payment_check"]


def test_an_order_on_conduct_needs_a_breach_a_warning_and_permission() -> None:
    walk = on_conduct()
    assert "breach_not_named" in walk.refused(warrant(Breach.NONE))
    assert "no_breach" in walk.refused(warrant(Breach.PAYMENT))
    walk.do(RecordBreach(order_id="O1", on=walk.day, details=TEXT))
    assert "breach_warning" in {d.kind for d in walk.case.deadlines}
    assert walk.refused(warrant(Breach.OTHER)) == {"not_warned", "permission_needed"}
    walk.do(RecordBreachWarning(order_id="O1", on=walk.day, method="letter"))
    walk.do(RecordPermission(order_id="O1", on=walk.day, granted=True))
    walk.do(warrant(Breach.OTHER))
    assert walk.case.warrants[0].form == "N325"


def test_an_order_by_consent_on_terms_in_words_is_not_enforced_as_if_outright() -> None:
    walk = on_conduct(OutcomeKind.CONSENT)
    assert "breach_not_named" in walk.refused(warrant(Breach.NONE))


def test_an_outright_order_by_consent_is_enforced_without_a_breach() -> None:
    walk = at_hearing()
    consent = walk.outcome(OutcomeKind.CONSENT, grounds_proved=("2",), possession_on=walk.day + timedelta(days=28))
    walk.do(consent).later(30).assess(StepBefore.WARRANT)
    assert walk.ask(warrant(Breach.NONE)).accepted


def test_an_order_for_arrears_still_needs_its_payments() -> None:
    road = secure_road().to_hearing_day()
    asked = road.outcome(OutcomeKind.SUSPENDED, possession_on=road.day + timedelta(days=28), other_terms=TEXT)
    assert "terms_missing" in road.refused(asked)


def with_a_date() -> Road:
    """A postponed order broken, noticed, and given its date by the court."""
    road = secure_road().to_hearing_day()
    road.do(road.suspended().model_copy(update={"outcome": OutcomeKind.POSTPONED, "possession_on": None}))
    road.wait_until(road.day + timedelta(days=40))
    road.do(RecordBreachWarning(order_id="O1", on=road.day, method="letter"))
    road.wait_until(road.day + timedelta(days=20))
    asked = RecordApplication(subject="O1", purpose=ApplicationFor.FIX_DATE, by=Party.LANDLORD, made_on=road.day)
    road.do(asked)
    fixed = DecideApplication(
        application_id="A1", on=road.day, granted=True, possession_on=road.day + timedelta(days=1)
    )
    return road.do(fixed)


def test_a_postponed_order_with_its_date_is_enforced_as_an_ordinary_one() -> None:
    road = with_a_date()
    assert not conditional(road.case.orders[0])
    assert "possession_date" in {d.kind for d in road.case.deadlines}
    assert "payment_check" not in {d.kind for d in road.case.deadlines}
    road.later(1).later(1).contact("benefit_enquiry").assess(StepBefore.WARRANT)
    assert "breach_not_named" in road.refused(warrant(Breach.PAYMENT))
    road.do(warrant(Breach.NONE))
    assert road.case.warrants[0].form == "N325"


def test_a_mandatory_order_is_not_suspended_at_the_tenants_asking() -> None:
    walk = provider("assured_shorthold", date(2025, 6, 2)).begin(Track.SHORTHOLD)
    walk.give(NoticeKind.S21, confirmed=("deposit", "gas_and_epc", "licence")).ready().claim().heard().ordered()
    walk.do(RecordApplication(subject="O1", purpose=ApplicationFor.SUSPEND, by=Party.TENANT, made_on=walk.day))
    terms = {"judgment_pence": 1000, "instalment_pence": 100, "frequency": "weekly", "first_payment": walk.day}
    granted = DecideApplication(application_id="A1", on=walk.day, granted=True).model_copy(update=terms)
    assert walk.refused(granted) == {"cannot_suspend"}
    stay = RecordApplication(subject="O1", purpose=ApplicationFor.STAY, by=Party.TENANT, made_on=walk.day)
    walk.do(stay)
    until = walk.day + timedelta(days=20)
    assert walk.ask(DecideApplication(application_id="A2", on=walk.day, granted=True, stayed_until=until)).accepted


def test_a_joint_tenants_death_since_the_order_calls_for_permission() -> None:
    road = secure_road().to_outright_order().later(40)
    road.contact("benefit_enquiry").assess(StepBefore.WARRANT)
    assert road.ask(warrant(Breach.NONE)).accepted
    road.do(RecordPermission(order_id="O1", on=road.day, granted=True)).later(1)
    road.do(StartHold(hold=HoldKind.DEATH, started_on=road.day, tenants=("T1-1",), reason=TEXT))
    assert "parties have changed" in road.why(warrant(Breach.NONE), "permission_needed")
    road.do(RecordPermission(order_id="O1", on=road.day, granted=True))
    assert road.ask(warrant(Breach.NONE)).accepted
