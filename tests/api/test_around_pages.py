"""What a case's page and history say of answers to a claim, of the days before an eviction, and of what follows it."""

from datetime import date, timedelta
from typing import Any

from api.pages.forms import FORMS, Seen, read_command
from api.pages.history_court import of_claim, of_warrant
from api.pages.render import ENVIRONMENT
from cases.commands import (
    ChooseCourt,
    ConfirmEviction,
    EndClaim,
    RecordAftermath,
    RecordEviction,
    RecordLastCheck,
    RecordResponse,
)
from cases.court_words import AfterEviction, ClaimEnd, Referral, ResponseKind
from cases.words import StepBefore
from tests.cases.road import SENIOR, TEXT, Road, secure_road

PEOPLE = {SENIOR.user_id: "Sam Okoro"}


def booked() -> Road:
    """An eviction booked, with what a last check rests on."""
    road = secure_road().to_outright_order()
    road.wait_until(date(2026, 6, 16))
    return road.to_booked_eviction().assess(StepBefore.EVICTION).search(StepBefore.EVICTION)


def check(road: Road) -> RecordLastCheck:
    return RecordLastCheck(
        warrant_id="W1", on=road.day, proceed=True, reasons=TEXT, referral=Referral.SENT, referred_on=road.day
    )


def shown(road: Road) -> str:
    around: Any = ENVIRONMENT.get_template("around.html").module
    return str(around.before_eviction(road.case.warrants[-1], road.case, PEOPLE))


def told(road: Road) -> str:
    events = [e for e in road.decisions[-1].events if e.kind in ("claim_changed", "warrant_changed")]
    (event,) = events
    return of_claim(event) if event.kind == "claim_changed" else of_warrant(event, PEOPLE)


def test_the_page_says_what_is_missing_before_an_eviction_with_its_dates_and_then_who_decided() -> None:
    road = booked()
    page = shown(road)
    assert "Not made" in page
    assert "Not yet" in page
    assert "Last check by" in page
    assert "Confirm by" in page
    road.do(check(road), SENIOR)
    assert told(road) == (
        "Warrant W1: last check before eviction, decided by Sam Okoro: it goes on; referred for help with homelessness "
        "on 16 June 2026"
    )
    road.do(ConfirmEviction(warrant_id="W1", sent_at=road.as_at))
    assert told(road) == "Warrant W1: eviction confirmed to the bailiffs at 12:00 on 16 June 2026"
    page = shown(road)
    assert "decided by Sam Okoro on 16 June 2026" in page
    assert "Not yet" not in page


def test_what_follows_possession_is_told() -> None:
    road = booked().do(check(booked()), SENIOR)
    road.wait_until(date(2026, 7, 1))
    road.do(RecordEviction(warrant_id="W1", on=road.day, executed=True))
    road.do(RecordAftermath(warrant_id="W1", what=AfterEviction.GOODS_NOTICE, on=road.day, money_claimed=True))
    assert told(road) == "After the eviction on warrant W1: notice about the goods was given"
    assert "not to be sold before 1 October 2026" in shown(road)


def test_answers_to_a_claim_and_its_end_are_told() -> None:
    road = secure_road().to_issued_claim()
    came = RecordResponse(claim_id="C1", what=ResponseKind.COUNTERCLAIM, on=road.day, by="T1-1", disrepair=True)
    road.do(came.model_copy(update={"counterclaim_pence": 500_000}))
    assert told(road).startswith("Claim C1: a defence with a counterclaim, ")
    assert "disrepair, for £5,000.00" in told(road)
    around: Any = ENVIRONMENT.get_template("around.html").module
    page = str(around.claim_answers(road.case.claims[0], road.case, {"T1-1": "Mx Alex Sample"}))
    assert "from Mx Alex Sample" in page
    assert "Our defence to the counterclaim by" in page
    road.do(EndClaim(claim_id="C1", on=road.day, how=ClaimEnd.SETTLED, terms=TEXT))
    assert told(road) == "Claim C1: settled by agreement with the tenant"


def test_every_form_reads_into_its_act() -> None:
    road = booked()
    seen = Seen(state=road.case, subject="W1", today=road.day, tenants={}, officers=[])
    confirm = FORMS["confirm_eviction"]
    assert confirm.tells is not None
    assert "Confirm by 11:00 on 28 June 2026" in confirm.tells(seen)
    sent = {"sent_at-day": ["16"], "sent_at-month": ["6"], "sent_at-year": ["2026"], "sent_at-time": ["10:30"]}
    body, problems = read_command("confirm_eviction", confirm, "W1", sent)
    assert not problems
    read = ConfirmEviction.model_validate(body)
    assert (read.warrant_id, road.as_at - read.sent_at) == ("W1", timedelta(hours=1, minutes=30))


def test_a_chosen_court_is_told() -> None:
    road = secure_road().to_approved_claim()
    road.do(ChooseCourt(claim_id="C1", court="County Court at Otherton", reason=TEXT))
    assert told(road) == "Claim C1: County Court at Otherton chosen as its court"


def test_the_form_of_a_claim_offers_the_landlords_list_of_signers_and_fills_in_the_only_one() -> None:
    road = secure_road().to_ripe_notice()
    listed = [("Head of Housing", "Officer of the landlord")]
    seen = Seen(state=road.case, subject="N1", today=road.day, tenants={}, officers=[], signers=listed)
    signer = next(field for field in FORMS["draft_claim"].fields if field.name == "signer")
    assert list(signer.options(seen)) == listed
    assert signer.first(seen) == "Head of Housing"
