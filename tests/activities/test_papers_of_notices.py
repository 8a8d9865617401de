"""Every paper that is a notice, made from a walked case by the real activity."""

from datetime import date

import pytest

from activities.context import Context
from cases.commands import RecordDecision
from cases.words import DecisionKind, NoticeKind, PaperKind, Track
from tests.activities.walked import SAID, Office
from tests.cases.road import TEXT
from tests.cases.walks import Walk, council, provider

LONG_AGO = date(2020, 1, 6)
S21_CONFIRMED = ("deposit", "gas_and_epc", "licence")


def drafted(walk: Walk, kind: NoticeKind, *grounds: str, **changes: object) -> Walk:
    return walk.do(walk.drafting(kind, *grounds, **changes))


def decided(walk: Walk, kind: DecisionKind) -> Walk:
    return walk.do(RecordDecision(decision=kind, on=walk.day, told_on=walk.day, reasons=TEXT))


def flexible() -> Walk:
    return council("flexible", date(2021, 10, 4), fixed_term_end=date(2026, 10, 3)).begin()


def secure() -> Walk:
    return drafted(council("secure", LONG_AGO).begin(), NoticeKind.S83, "1")


def assured() -> Walk:
    return drafted(provider("assured", LONG_AGO).begin(), NoticeKind.S8, "8", "10", "11")


def in_a_term() -> Walk:
    return drafted(
        council("secure_fixed", date(2024, 1, 1), fixed_term_end=date(2028, 12, 31)).begin(),
        NoticeKind.S83_FIXED,
        "1",
        confirmed=("term_clause",),
    )


def absolute() -> Walk:
    walk = council("secure", LONG_AGO).begin(Track.SECURE_ABSOLUTE)
    return drafted(walk, NoticeKind.S83ZA, "84A", condition="1", condition_on=date(2025, 12, 4))


def introductory() -> Walk:
    return drafted(council("introductory").begin(), NoticeKind.S128)


def extending() -> Walk:
    return drafted(council("introductory").begin(), NoticeKind.S125A)


def demoted() -> Walk:
    walk = council("demoted_council", LONG_AGO, demoted_on=date(2025, 12, 1)).begin()
    return drafted(walk, NoticeKind.S143E)


def not_renewed() -> Walk:
    return drafted(flexible(), NoticeKind.S107D_NON_RENEWAL)


def required() -> Walk:
    walk = flexible().give(NoticeKind.S107D_NON_RENEWAL).on(date(2026, 8, 5))
    return drafted(walk, NoticeKind.S107D_POSSESSION)


def market() -> Walk:
    walk = provider("assured", LONG_AGO, social_housing=False).on(date(2026, 6, 3))
    walk.owe(60_000)
    return drafted(walk.begin(), NoticeKind.S8_NEW, "8", "10", "11")


def starter() -> Walk:
    walk = provider("assured_shorthold", date(2025, 6, 2)).begin(Track.SHORTHOLD)
    return drafted(walk, NoticeKind.S21, confirmed=S21_CONFIRMED)


def temporary() -> Walk:
    walk = council("non_secure_ta", LONG_AGO, duty="s.193").begin()
    return drafted(decided(walk, DecisionKind.DUTY_ENDED), NoticeKind.NOTICE_TO_QUIT)


def licensed() -> Walk:
    walk = council("licence_ta", LONG_AGO).begin()
    return drafted(decided(walk, DecisionKind.BREACH), NoticeKind.LICENCE_END)


def interim() -> Walk:
    walk = council("interim_ta", LONG_AGO, duty="s.188").begin()
    return drafted(decided(walk, DecisionKind.NO_DUTY), NoticeKind.REASONABLE)


def garage() -> Walk:
    return drafted(council("garage", LONG_AGO).begin(), NoticeKind.GARAGE)


def estate() -> Walk:
    return drafted(council("death_no_successor", LONG_AGO, died_on=date(2026, 1, 9)).begin(), NoticeKind.ESTATE)


def trespass() -> Walk:
    return drafted(council("unauthorised", LONG_AGO).begin(), NoticeKind.LEAVE)


_P = PaperKind
CONVICTION = "Supplying a class A drug from the home\nMx Alex Sample\nCrown Court at Sampleton"
NOTICES = [
    (_P.NSP_S83, secure, {}, ("Ground 1", SAID, "5 April 2026", "Mx Alex Sample", "Mx Robin Sample")),
    (_P.NOTICE_S8, assured, {}, ("Ground 8", "Ground 10", "Ground 11", SAID, "Mx Alex Sample")),
    (_P.NSP_S83_FIXED, in_a_term, {"lines": "Clause 12: it may be ended early."}, ("31 December 2028", "Clause 12")),
    (_P.NOTICE_S83ZA, absolute, {"lines": CONVICTION}, ("Supplying a class A drug", "Crown Court", "4 December 2025")),
    (_P.NOTICE_S128, introductory, {}, (SAID, "14 days", "3 August 2026")),
    (_P.NOTICE_S125A, extending, {}, (SAID, "3 August 2026", "3 February 2027")),
    (_P.NOTICE_S143E, demoted, {}, (SAID, "14 days", "1 December 2025")),
    (_P.NOTICE_S107D_NONRENEWAL, not_renewed, {}, (SAID, "21 days", "3 October 2026")),
    (_P.NOTICE_S107D_POSSESSION, required, {}, ("4 March 2026", "3 October 2026", "No review was asked for")),
    (_P.NOTICE_S8_NEW, market, {}, ("Ground 8", "1 July 2026", SAID)),
    (_P.NOTICE_S21, starter, {}, ("Mx Alex Sample", "1 Mill Terrace")),
    (_P.NOTICE_TO_QUIT, temporary, {}, ("homelessness duty has ended", "24 March 2026", "four weeks", SAID)),
    (_P.TA_LICENCE_TERMINATION, licensed, {}, (SAID, "licence")),
    (_P.TA_REASONABLE_NOTICE, interim, {}, ("section 188", "no further duty is owed")),
    (_P.GARAGE_NOTICE, garage, {"lines": "clause 9: one week's notice"}, ("clause 9", "one week")),
    (_P.NOTICE_TO_PERSONAL_REPRESENTATIVES, estate, {}, ("Mx Alex Sample", "9 January 2026", "Public Trustee")),
    (_P.TRESPASS_LETTER, trespass, {}, (SAID, "Mx Robin Sample")),
]


@pytest.mark.parametrize(("kind", "walk", "given", "said"), NOTICES, ids=[row[0].value for row in NOTICES])
async def test_a_notice_says_what_its_case_holds(
    context: Context, kind: PaperKind, walk: object, given: dict[str, str], said: tuple[str, ...]
) -> None:
    case = walk()  # type: ignore[operator]
    office = Office(context, case)
    made = await office.paper(kind, case.newest.id, **given)
    printed = office.words(made)
    assert [words for words in said if words not in printed] == []
