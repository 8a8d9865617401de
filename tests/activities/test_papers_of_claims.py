"""Every paper of a claim, a hearing, an order and a warrant, made from a walked case by the real activity."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from activities.context import Context
from cases.commands import (
    Approve,
    DecideApplication,
    DecideReview,
    DraftApplication,
    DraftWarrant,
    ListHearing,
    Override,
    RecordApplication,
    RecordBreach,
    RecordBreachWarning,
    RecordHousehold,
    RecordParties,
    RecordPermission,
    RequestReview,
    SetAsk,
)
from cases.court_words import ApplicationFor, Party
from cases.facts import OverrideRule, Policy
from cases.party_words import PartyCause
from cases.words import Breach, NoticeKind, OutcomeKind, PaperKind, Risk, Role, Route, StepBefore, Track
from tests.activities.walked import SAID, Office
from tests.cases.road import LEADER, SENIOR, TEXT, Road, secure_road
from tests.cases.walks import REVIEWER, Walk, council, provider

LONG_AGO = date(2020, 1, 6)
S21_CONFIRMED = ("deposit", "gas_and_epc", "licence")
OWED = "£1,200.00"


def claimed() -> Road:
    return secure_road().to_approved_claim()


def served() -> Road:
    return secure_road().to_served_notice()


def issued() -> Road:
    return secure_road().to_issued_claim()


def for_nuisance() -> Walk:
    walk = council("secure", LONG_AGO).begin(Track.SECURE_OTHER).give(NoticeKind.S83, "2")
    walk.ready()
    walk.do(walk.claiming())
    walk.do(Approve(subject="C1"), SENIOR)
    return walk.search(StepBefore.CLAIM)


def asked_on_conduct() -> Walk:
    walk = for_nuisance()
    walk.do(walk.issue(route=Route.PAPER))
    day = walk.day + timedelta(days=42)
    walk.do(ListHearing(claim_id="C1", on=day, at=time(10, 30), court="Sample County Court"))
    walk.assess(StepBefore.HEARING)
    return walk.do(SetAsk(hearing_id="H1", outcome=OutcomeKind.SUSPENDED, other_terms=TEXT))


def conduct_broken() -> Walk:
    walk = asked_on_conduct()
    walk.wait_until(walk.case.hearings[0].on)
    made = walk.outcome(
        OutcomeKind.SUSPENDED,
        grounds_proved=("2",),
        possession_on=walk.day + timedelta(days=28),
        other_terms=TEXT,
    )
    walk.do(made).later(30)
    return walk.do(RecordBreach(order_id="O1", on=walk.day, details=TEXT))


def conduct_enforced() -> Walk:
    walk = conduct_broken()
    walk.do(RecordBreachWarning(order_id="O1", on=walk.day, method="letter"))
    walk.do(RecordPermission(order_id="O1", on=walk.day, granted=True)).assess(StepBefore.WARRANT)
    return walk.do(DraftWarrant(order_id="O1", breach=Breach.OTHER, risk=Risk.NONE_KNOWN))


def trespassed() -> Walk:
    walk = council("unauthorised", LONG_AGO).begin().give(NoticeKind.LEAVE).ready()
    walk.do(walk.claiming())
    return walk.do(Approve(subject="C1"), SENIOR)


def without_a_letter() -> Walk:
    """The same where policy let the claim go on without the letter: it was approved, and given to nobody."""
    walk = council("unauthorised", LONG_AGO).begin()
    walk.policy = Policy(overrides=(OverrideRule(code="not_asked_to_leave", roles=(Role.SENIOR,)),))
    walk.do(walk.drafting(NoticeKind.LEAVE)).do(Approve(subject="N1"), SENIOR).ready()
    walk.do(walk.claiming(overrides=(Override(code="not_asked_to_leave", reason=TEXT),)), SENIOR)
    return walk.do(Approve(subject="C1"), LEADER)


def by_persons_unknown() -> Walk:
    walk = trespassed()
    return walk.do(RecordHousehold(on=walk.day, unknown=True))


def given_to_one() -> Road:
    """Permission is asked for to enforce an order after a family court gave the tenancy to one of its two tenants."""
    walk = secure_road().to_outright_order().later(1)
    walk.do(RecordParties(cause=PartyCause.FAMILY_ORDER, on=walk.day, tenants=("T1-2",), proof=TEXT))
    told = {"subject": "O1", "purpose": ApplicationFor.PERMISSION, "by": Party.LANDLORD, "made_on": walk.day}
    return walk.do(RecordApplication.model_validate(told))


async def test_an_adult_who_lives_there_is_not_put_among_the_vulnerable(context: Context) -> None:
    walk = warrant()
    walk.do(RecordHousehold(on=walk.day, adults=2, children=3))
    office = Office(context, walk)
    said = office.words(await office.paper(_P.N325, "W1"))
    assert "3 children living there" in said
    assert "adults living there" not in said


async def test_what_was_given_to_nobody_is_said_of_no_trespasser(context: Context) -> None:
    office = Office(context, without_a_letter())
    assert "They were asked to leave" not in office.words(await office.paper(_P.N121, "C1"))


def introductory() -> Walk:
    walk = council("introductory").begin().give(NoticeKind.S128).ready()
    walk.do(walk.claiming())
    return walk.do(Approve(subject="C1"), SENIOR)


def starter() -> Walk:
    walk = provider("assured_shorthold", date(2025, 6, 2)).begin(Track.SHORTHOLD)
    walk.give(NoticeKind.S21, confirmed=S21_CONFIRMED).ready()
    walk.do(walk.claiming())
    return walk.do(Approve(subject="C1"), SENIOR)


def listed() -> Road:
    return secure_road().to_listed_hearing()


def asked_for_terms() -> Road:
    walk = listed()
    ask = SetAsk(
        hearing_id="H1",
        outcome=OutcomeKind.SUSPENDED,
        judgment_pence=120_000,
        instalment_pence=500,
        frequency="weekly",
        first_payment=walk.case.hearings[0].on + timedelta(days=7),
    )
    return walk.do(ask)


def adjourned() -> Road:
    walk = secure_road().to_hearing_day()
    return walk.do(
        walk.outcome(
            OutcomeKind.ADJOURNED_ON_TERMS,
            grounds_proved=(),
            instalment_pence=500,
            frequency="weekly",
            first_payment=walk.day + timedelta(days=7),
            restore_by=walk.day + timedelta(days=365),
        )
    )


def broken() -> Road:
    return secure_road().to_broken_order()


def postponed() -> Road:
    walk = secure_road().to_hearing_day()
    terms = {"instalment_pence": 500, "frequency": "weekly", "first_payment": walk.day + timedelta(days=7)}
    walk.do(walk.outcome(OutcomeKind.POSTPONED, judgment_pence=120_000, **terms))
    walk.wait_until(walk.day + timedelta(days=40))
    return walk


def applied() -> Road:
    walk = broken()
    return walk.do(RecordApplication(subject="O1", purpose=ApplicationFor.VARY, by=Party.LANDLORD, made_on=walk.day))


def applying() -> Road:
    return broken().do(DraftApplication(subject="O1", purpose=ApplicationFor.VARY))


def warrant() -> Road:
    return secure_road().to_outright_order().later(30).to_approved_warrant()


def on_a_writ() -> Road:
    walk = secure_road().to_outright_order()
    walk.wait_until(date(2026, 6, 16))
    walk.contact("benefit_enquiry").assess(StepBefore.WARRANT)
    asked = RecordApplication(subject="O1", purpose=ApplicationFor.TRANSFER, by=Party.LANDLORD, made_on=walk.day)
    walk.do(asked).do(DecideApplication(application_id="A1", on=walk.day, granted=True))
    walk.do(RecordPermission(order_id="O1", on=walk.day, granted=True))
    return walk.do(DraftWarrant(order_id="O1", risk=Risk.NONE_KNOWN, occupiers_told_on=walk.day))


def warrant_on_terms() -> Road:
    return broken().to_approved_warrant()


def booked() -> Road:
    return broken().to_booked_eviction()


def reviewed(upheld: bool | None) -> Callable[[], Walk]:
    def walk_() -> Walk:
        walk = council("introductory").begin().give(NoticeKind.S128)
        walk.do(RequestReview(notice_id="N1", tenant=walk.tenancy.tenants[0], asked_on=walk.day, hearing_wanted=False))
        if upheld is None:
            return walk
        return walk.do(
            DecideReview(review_id="R1", on=walk.day, upheld=upheld, told_on=walk.day, reasons=TEXT), REVIEWER
        )

    return walk_


_P = PaperKind
DEPOSIT = {"agreement_on": date(2025, 5, 30), "deposit_pence": 0}
WORK = "Letters and calls; C; 90; 178.00\nAttending the hearing; B; 60; 242.00"
PAPERS = [
    (
        _P.CERTIFICATE_OF_SERVICE,
        "N1",
        served,
        {},
        ("Mx Robin Sample", "4 March 2026"),
    ),
    (_P.PROTOCOL_STATEMENT, "N1", served, {}, ("2.1", "2.7", "4 March 2026")),
    (_P.PROTOCOL_STATEMENT, "C1", claimed, {}, ("2.8", "2.10")),
    (_P.REVIEW_ACKNOWLEDGEMENT, "R1", reviewed(None), {"reply_by": date(2026, 3, 16)}, ("16 March 2026", "s.129")),
    (_P.REVIEW_OUTCOME, "R1", reviewed(True), {}, (SAID, "Robin Marsh", "Senior officer")),
    (_P.REVIEW_OUTCOME, "R1", reviewed(False), {}, (SAID, "Robin Marsh")),
    (_P.N5, "C1", claimed, {}, ("Sample Council", "Mx Alex Sample", "Amal Reid")),
    (_P.N119, "C1", claimed, {}, (OWED, "Ground 1", "£120.00")),
    (_P.N119, "C1", for_nuisance, {}, ("Ground 2",)),
    (_P.N119, "C1", introductory, {}, ("Section 127", "must order possession")),
    (_P.N121, "C1", trespassed, {}, ("(trespassers)", "let to nobody", "Mx Alex Sample")),
    (_P.N121, "C1", by_persons_unknown, {}, ("Mx Alex Sample", "Persons unknown")),
    (
        _P.N244,
        "A1",
        given_to_one,
        {"reasons": "He left."},
        ("have changed since the order: assigned or transferred by order in family proceedings",),
    ),
    (_P.CONDUCT_SCHEDULE, "C1", for_nuisance, {}, ("Incident recorded", SAID, "Warned about the conduct")),
    (_P.RENT_SCHEDULE, "C1", claimed, {}, (OWED, "01/12/2025")),
    (_P.N5B, "C1", starter, DEPOSIT, ("30 May 2025", "section 21", "Sample Homes")),
    (_P.PCS_SHEET, "C1", claimed, {}, ("1200.00", "Pre-Action Protocol", "250")),
    (_P.PCOL_SHEET, "C1", claimed, {}, ("1200.00", "Possession Claim Online")),
    (_P.PART3_SCHEDULE, "C1", introductory, {"reply_by": date(2026, 4, 1)}, (SAID, "1 April 2026", "No reply came")),
    (_P.COSTS_SCHEDULE, "C1", issued, {"lines": WORK}, ("£267.00", "£242.00", "Letters and calls")),
    (_P.N279, "C1", issued, {}, ("SAMPLE1", "Sample Council")),
    (_P.N244, "A1", applied, {"reasons": "The tenant found work."}, ("varying the terms", "The tenant found work.")),
    (_P.N244, "AD1", applying, {"reasons": "The tenant found work."}, ("varying the terms", "The tenant found work.")),
    (_P.TEN_DAY_LETTER, "H1", listed, {}, ("10.30 am", OWED)),
    (_P.WITNESS_STATEMENT, "H1", listed, {}, ("Amal Reid", OWED)),
    (_P.CASE_SUMMARY, "H1", listed, {}, (OWED, "Ground 1")),
    (_P.DRAFT_ORDER, "H1", asked_for_terms, {}, ("£5.00 every week", OWED, "Schedule 2")),
    (_P.ADJOURNMENT_TERMS_LETTER, "H1", adjourned, {}, ("£5.00 every week", "SAMPLE1")),
    (_P.DRAFT_ORDER, "H1", asked_on_conduct, {}, ("keep to these terms", SAID)),
    (_P.TEN_DAY_LETTER, "H1", asked_on_conduct, {}, ("ground 2", SAID)),
    (_P.BREACH_WARNING, "O1", broken, {}, ("£10.00 every week", "SAMPLE1")),
    (_P.BREACH_WARNING, "O1", conduct_broken, {}, ("How they were broken", SAID)),
    (_P.N325, "W1", conduct_enforced, {}, (SAID, "permission for this warrant", "was not for rent")),
    (_P.PD55A_103_NOTICE, "O1", postponed, {}, ("10.3", "£5.00 every week")),
    (_P.N325, "W1", warrant, {}, ("1 Mill Terrace", "SAMPLE1")),
    (_P.N325A, "W1", warrant_on_terms, {}, ("£10.00 every week",)),
    (_P.N293A, "W1", on_a_writ, {}, ("Moved to the High Court", "the last on", "SAMPLE1")),
    (_P.EX96, "W1", warrant, {}, ("Firearms", "SAMPLE1")),
    (_P.EVICTION_LETTER, "W1", booked, {}, ("11.00 am", "SAMPLE-W1")),
]


@pytest.mark.parametrize(
    ("kind", "subject", "walk", "given", "said"), PAPERS, ids=[f"{n}-{row[0].value}" for n, row in enumerate(PAPERS)]
)
async def test_a_paper_says_what_its_case_holds(
    context: Context,
    kind: PaperKind,
    subject: str,
    walk: Callable[[], Road],
    given: dict[str, object],
    said: tuple[str, ...],
) -> None:
    office = Office(context, walk())
    printed = office.words(await office.paper(kind, subject, **given))
    assert [words for words in said if words not in printed] == []


ROADS = {
    "nuisance": (asked_on_conduct, ("ground 2", SAID, "Equality Act 2010", "Schedule of conduct")),
    "introductory": (lambda: heard(introductory()), ("section 127", "Part 3", "s.128", "Pre-Action Protocol")),
    "starter": (lambda: heard(starter()), ("section 21", "Part 3", "assured shorthold")),
    "trespass": (lambda: heard(trespassed()), ("has let it to nobody", "Part 3", "common law")),
}
_OF_RENT = ("arrears", "schedule of every sum", "Protocol for Possession Claims", "judgment")


def heard(walk: Walk) -> Walk:
    walk.search(StepBefore.CLAIM).do(walk.issue(route=Route.PAPER))
    day = walk.case.claims[0].hearing_earliest
    on = day.on + timedelta(days=14) if day else walk.day + timedelta(days=14)
    walk.do(ListHearing(claim_id="C1", on=on + timedelta(days=1), at=time(10, 30), court="Sample County Court"))
    return walk.assess(StepBefore.HEARING)


@pytest.mark.parametrize("road", ROADS)
async def test_a_witness_tells_what_the_claim_is_about_and_of_rent_only_where_it_is_claimed(
    context: Context, road: str
) -> None:
    walk, said = ROADS[road]
    office = Office(context, walk())
    printed = office.words(await office.paper(_P.WITNESS_STATEMENT, "H1"))
    assert [words for words in said if words not in printed] == []
    rent = office.walk.case.claims[0].rent_claimed
    assert [words for words in _OF_RENT if words in printed and not rent] == []
