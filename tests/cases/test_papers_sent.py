"""Papers at the moment they go out: made here where the landlord asks for it, of today's facts, and of one figure."""

from datetime import date

import pytest

from cases.commands import PaperDone, RecordFiling, RecordTenDayLetter, RequestPaper, RequestWarrant
from cases.facts import Policy
from cases.words import PaperKind, Route
from tests.cases.road import SYSTEM, Road, secure_road

FILE = {"sha256": "0" * 64, "size": 1, "name": "n.pdf", "kind": "n5"}
OWED = 120_000
PAPERS_ASKED_FOR = Policy(require_paper_before_service=True)
_P = PaperKind


def made(road: Road, kind: PaperKind, subject: str, figure: int | None = OWED) -> Road:
    road.do(RequestPaper(paper=kind, subject=subject))
    return road.do(PaperDone(paper_id=road.case.papers[-1].id, file=FILE, figure_pence=figure), SYSTEM)


def claim() -> Road:
    road = secure_road().to_approved_claim()
    for kind in (_P.N5, _P.N119, _P.RENT_SCHEDULE):
        made(road, kind, "C1")
    return road


def warrant() -> Road:
    road = secure_road().to_outright_order().later(30).to_approved_warrant()
    return made(road, _P.N325, "W1")


def statement() -> Road:
    return made(secure_road().to_listed_hearing(), _P.WITNESS_STATEMENT, "H1")


def letter() -> Road:
    return made(secure_road().to_listed_hearing(), _P.TEN_DAY_LETTER, "H1")


def sending(road: Road, what: str) -> object:
    match what:
        case "claim":
            return road.issue(route=Route.PAPER)
        case "warrant":
            return RequestWarrant(warrant_id="W1", on=road.day, fee_pence=road.fee_where_unknown())
        case "statement":
            return RecordFiling(hearing_id="H1", filed_on=road.day, served_on=road.day)
        case _:
            return RecordTenDayLetter(hearing_id="H1", sent_on=road.day)


STEPS = {"claim": claim, "warrant": warrant, "statement": statement, "letter": letter}


@pytest.mark.parametrize("what", STEPS)
def test_papers_of_todays_facts_go_out_though_a_charge_has_fallen_due_since(what: str) -> None:
    road = STEPS[what]()
    road.later(1).owe(12_000)
    refused = {r.code for r in road.ask(sending(road, what)).refusals}  # type: ignore[arg-type]
    assert refused <= {"search_needed"}


@pytest.mark.parametrize("what", STEPS)
def test_a_penny_put_right_since_they_were_made_keeps_them_back_with_the_mend(what: str) -> None:
    road = STEPS[what]()
    road.pay(1, date(2026, 2, 10))
    found = {r.code: r for r in road.ask(sending(road, what)).refusals}  # type: ignore[arg-type]
    assert "Make it again" in found["papers_stale"].mend
    assert "made from other facts" in found["papers_stale"].says


@pytest.mark.parametrize("what", STEPS)
def test_one_that_no_longer_stands_is_kept_back_with_the_reason(what: str) -> None:
    road = STEPS[what]()
    assert road.state is not None
    *others, newest = road.state.papers
    spoilt = newest.model_copy(update={"stale": "The date of service was put right."})
    road.state = road.state.model_copy(update={"papers": (*others, spoilt)})
    assert "was put right" in road.why(sending(road, what), "papers_stale")  # type: ignore[arg-type]


@pytest.mark.parametrize("what", STEPS)
def test_a_penny_between_the_papers_is_named_to_the_penny(what: str) -> None:
    road = STEPS[what]()
    assert road.state is not None
    *others, newest = road.state.papers
    other = newest.model_copy(update={"figure_pence": OWED - 1})
    road.state = road.state.model_copy(update={"papers": (*others, other)})
    assert "£0.01 from" in road.why(sending(road, what), "papers_differ")  # type: ignore[arg-type]


def test_what_was_never_made_here_is_asked_for_only_by_the_landlords_own_rule() -> None:
    plain = secure_road().to_approved_claim()
    assert plain.ask(plain.issue(route=Route.PAPER)).accepted
    strict = secure_road().to_approved_claim()
    strict.policy = PAPERS_ASKED_FOR
    why = strict.why(strict.issue(route=Route.PAPER), "papers_not_made")
    said, missing = why.split(": ")
    assert said == "Never made here, so what is sent is not on the file"
    assert missing == "Claim form N5, Particulars of claim N119, Rent schedule."


def test_each_route_sends_its_own_papers() -> None:
    road = secure_road().to_approved_claim()
    road.policy = PAPERS_ASKED_FOR
    why = road.why(road.issue(route=Route.PCS), "papers_not_made")
    assert "digital possession service" in why
    assert "N119" not in why


def test_a_correction_of_a_filed_statement_is_not_held_up_by_its_paper() -> None:
    road = statement()
    road.do(sending(road, "statement")).pay(1, date(2026, 2, 10))  # type: ignore[arg-type]
    assert road.case.hearings[0].statement_filed_on == road.day
