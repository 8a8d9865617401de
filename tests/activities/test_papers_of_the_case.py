"""Letters, statements, referrals and packs of a whole case; what is refused, cautioned, and asked again at service."""

from datetime import date, datetime, timedelta

import pytest

from activities.context import Context
from cases.commands import Approve, OfferArrangement, PaperDone, RecordHousehold, RequestPaper
from cases.court_words import ArrangementKind
from cases.facts import Policy
from cases.instants import LONDON
from cases.paper_rules import DATA, RULES
from cases.words import NoticeKind, PaperKind
from tests.activities import test_papers_of_claims as of_claims
from tests.activities import test_papers_of_notices as of_notices
from tests.activities.walked import SAID, Office
from tests.cases.road import SENIOR, SYSTEM, TEXT, Road, assured_road, secure_road

_P = PaperKind
OWED = "£1,200.00"
TO = "Sample Council, Housing Options\nCivic Centre\nSampleton\nSA1 1MP"
MEETING = {"meeting_at": datetime(2026, 3, 11, 14, 0, tzinfo=LONDON), "place": "Civic Centre, room 4"}
REFERRED = {"to": TO, "person": "T1-1", "consent": "given", "consent_on": date(2026, 3, 2), "reasons": "No home soon."}
ASKED = {"to": "Housing Ombudsman", "asked_on": date(2026, 3, 2), "reasons": "How the arrears were handled."}


def opened() -> Road:
    return secure_road().opened().protocol()


def served() -> Road:
    return secure_road().to_served_notice()


def agreed() -> Road:
    walk = opened()
    return walk.do(
        OfferArrangement(
            arrangement=ArrangementKind.INFORMAL,
            instalment_pence=2_000,
            frequency="weekly",
            first_payment=walk.day + timedelta(days=7),
            agreed_on=walk.day,
        )
    )


def lived_in() -> Road:
    walk = opened()
    return walk.do(RecordHousehold(on=walk.day, adults=2, names=TEXT, unknown=True, children=3))


PAPERS = [
    (_P.ARREARS_LETTER_1, "case", opened, {}, (OWED, "18 March 2026", "01632 960000")),
    (_P.ARREARS_LETTER_2, "case", opened, MEETING, (OWED, "2.00 pm", "Civic Centre, room 4")),
    (_P.ARREARS_LETTER_2, "case", agreed, {}, ("£20.00",)),
    (_P.PROTOCOL_LETTER_BEFORE_NOTICE, "case", opened, {}, (OWED, "Pointed to debt advice, 4 March 2026")),
    (_P.PROTOCOL_LETTER_AFTER_NOTICE, "N1", served, {"reply_by": date(2026, 3, 25)}, (OWED, "25 March 2026")),
    (_P.QUARTERLY_STATEMENT, "case", opened, {}, (OWED, "4 December 2025", "4 March 2026")),
    (_P.INCOME_AND_EXPENDITURE, "case", opened, {}, ("Sample Council", "Mx Alex Sample")),
    (_P.ARRANGEMENT_LETTER, "R1", agreed, {}, (OWED, "£20.00 a week", "11 March 2026", "£1,180.00")),
    (_P.HOMELESSNESS_REFERRAL, "case", opened, REFERRED, ("No home soon.", "Housing Options", "2 March 2026")),
    (
        _P.HOMELESSNESS_REFERRAL,
        "case",
        lived_in,
        REFERRED,
        (f"{SAID}, adult living there, not a tenant", "1 other adult living there", "3 children living there"),
    ),
    (_P.SAFEGUARDING_REFERRAL, "case", opened, REFERRED | {"risk": "Not eating."}, ("No home soon.", "Not eating.")),
]


@pytest.mark.parametrize(
    ("kind", "subject", "walk", "given", "said"), PAPERS, ids=[f"{n}-{row[0].value}" for n, row in enumerate(PAPERS)]
)
async def test_a_letter_says_what_its_case_holds(
    context: Context, kind: PaperKind, subject: str, walk: object, given: dict[str, object], said: tuple[str, ...]
) -> None:
    office = Office(context, walk())  # type: ignore[operator]
    printed = office.words(await office.paper(kind, subject, **given))
    assert [words for words in said if words not in printed] == []


@pytest.mark.parametrize("kind", [_P.OMBUDSMAN_PACK_COVER, _P.SAR_PACK_COVER])
async def test_a_pack_lists_the_papers_on_file(context: Context, kind: PaperKind) -> None:
    first = Office(context, opened())
    made = await first.paper(_P.INCOME_AND_EXPENDITURE, "case")
    first.walk.do(PaperDone(paper_id="P1", file=made.file, figure_pence=made.figure_pence), SYSTEM)
    printed = first.words(await first.paper(kind, "case", **ASKED))
    assert "Income and spending form" in printed
    assert "How the arrears were handled." in printed
    assert ("2 April 2026" in printed) is (kind is _P.SAR_PACK_COVER)


async def test_a_bundle_of_a_walked_case_holds_its_notice_and_its_schedule(context: Context) -> None:
    office = Office(context, secure_road().to_listed_hearing())
    printed = office.words(await office.paper(_P.BUNDLE, "H1"))
    assert "Notice seeking possession" in printed
    assert OWED in printed


def test_every_paper_there_is_a_rule_for_is_made_here_from_a_walked_case() -> None:
    made = {row[0] for rows in (of_notices.NOTICES, of_claims.PAPERS, PAPERS) for row in rows}
    made |= {_P.OMBUDSMAN_PACK_COVER, _P.SAR_PACK_COVER, _P.BUNDLE}
    made |= DATA  # of those tests/activities/test_claim_data.py tells
    assert made == {kind for kind in RULES if kind is _P.BUNDLE or not kind.value.endswith("_bundle")}


def test_a_referral_without_consent_is_refused_with_the_section() -> None:
    walk = opened()
    refused = walk.ask(
        RequestPaper(
            paper=_P.HOMELESSNESS_REFERRAL,
            subject="case",
            to=TEXT,
            person="T1-1",
            consent="refused",
            consent_on=walk.day,
            reasons=TEXT,
        )
    ).refusals
    assert [(r.code, r.authority, r.field) for r in refused] == [("consent_needed", "HA 1996 s.213B(2)", "consent")]


def test_what_a_paper_needs_and_nobody_gave_is_named_field_by_field() -> None:
    refused = opened().ask(RequestPaper(paper=_P.SAFEGUARDING_REFERRAL, subject="case")).refusals
    assert {r.field for r in refused} == {"to", "person", "consent", "reasons"}
    assert all(r.mend for r in refused)


async def test_costs_that_cannot_be_read_are_refused_by_line(context: Context) -> None:
    office = Office(context, secure_road().to_issued_claim())
    made = await office.paper(_P.COSTS_SCHEDULE, "C1", lines="Letters; C; 30; 178.00\nSome calls")
    assert made.file is None
    assert made.failed
    assert "Line 2" in made.failed


async def test_a_sheet_warns_of_answers_that_are_too_long(context: Context) -> None:
    walk = secure_road().to_approved_claim()
    fits = await Office(context, walk).paper(_P.PCS_SHEET, "C1")
    assert not [caution for caution in fits.cautions if "too many" in caution]


async def test_a_long_answer_is_a_caution_of_the_sheet(context: Context) -> None:
    office = Office(context, secure_road().to_approved_claim(), said=SAID * 20)
    made = await office.paper(_P.PCS_SHEET, "C1")
    assert made.file is not None
    assert any("Reasons, Ground 1" in caution and "too many" in caution for caution in made.cautions)


def test_service_of_a_notice_whose_paper_was_never_made_is_refused_where_policy_asks_for_it() -> None:
    walk = Road(secure_road().tenancy, policy=Policy(require_paper_before_service=True)).to_approved_notice()
    assert "paper_not_made" in walk.refused(walk.serve("T1-1"))


def _made(walk: Road) -> Road:
    walk.do(RequestPaper(paper=_P.NSP_S83, subject="N1"))
    file = {"sha256": "0" * 64, "size": 1, "name": "n.pdf", "kind": "nsp_s83"}
    return walk.do(PaperDone(paper_id=walk.case.papers[-1].id, file=file, figure_pence=120_000), SYSTEM)


def test_a_paper_made_of_todays_facts_may_be_served_on_each_tenant_in_turn() -> None:
    walk = Road(secure_road().tenancy, policy=Policy(require_paper_before_service=True)).to_drafted_notice()
    _made(walk).approve_latest_notice().later(1).owe(5_000)
    codes = {r.code for r in walk.ask(walk.serve("T1-1")).refusals}
    assert "paper_not_made" not in codes


def test_a_paper_made_before_the_account_was_put_right_may_not_be_served() -> None:
    walk = Road(secure_road().tenancy, policy=Policy(require_paper_before_service=True)).to_approved_notice()
    _made(walk).pay(100, on=date(2026, 2, 1))
    assert "paper_not_made" in walk.refused(walk.serve("T1-1"))


def test_a_policy_may_ask_for_the_acts_own_words_before_approval() -> None:
    walk = Road(assured_road().tenancy, policy=Policy(require_official_texts=True)).to_drafted_notice()
    assert walk.case.notices[-1].kind is NoticeKind.S8
    assert "8, 10, 11" in walk.why(Approve(subject="N1"), "official_text_needed", SENIOR)


def test_no_paper_is_asked_for_while_the_landlords_details_are_missing() -> None:
    walk = secure_road().to_drafted_notice()
    facts = walk.facts().model_copy(update={"landlord_missing": ("court", "signatory")})
    walk.facts = lambda who=None: facts  # type: ignore[method-assign,assignment,misc]
    why = walk.why(RequestPaper(paper=_P.NSP_S83, subject="N1"), "landlord_details")
    assert "court, signatory" in why
