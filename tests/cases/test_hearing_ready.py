"""The list of what has to be ready for a hearing, and papers that state an old figure."""

from datetime import time, timedelta

from cases import commands as c
from cases.account import position
from cases.base import FileRef
from cases.facts import Posting
from cases.freshness import stale_papers
from cases.readiness import Ready, hearing_ready
from cases.words import OutcomeKind, PaperKind, StepBefore
from tests.cases.road import SYSTEM, TEXT, Road, secure_road

DAY = timedelta(days=1)


def lines(road: Road) -> dict[str, Ready]:
    (found,) = hearing_ready(road.case, road.facts(), road.as_at)
    return {item.code: item for item in found.items}


def test_the_list_begins_when_a_hearing_is_listed_and_ends_with_its_outcome() -> None:
    road = secure_road().to_issued_claim()
    assert hearing_ready(road.case, road.facts(), road.as_at) == ()
    on = road.day + 40 * DAY
    while on.weekday() > 4:
        on += DAY
    road.do(c.ListHearing(claim_id="C1", on=on, at=time(10), court="Sample"))
    found = lines(road)
    assert {code for code, item in found.items() if item.done} == {"figure"}
    assert found["ten_day_letter"].by == road.case.hearings[0].ten_day_letter_due.on
    assert found["ten_day_letter"].authority
    road.day = on
    road.do(c.RecordOutcome(hearing_id="H1", outcome=OutcomeKind.DISMISSED, on=on))
    assert hearing_ready(road.case, road.facts(), road.as_at) == ()


def test_each_line_is_done_by_its_act() -> None:
    road = secure_road().to_listed_hearing()
    tenants = road.case.tenants
    road.do(c.RecordClaimService(hearing_id="H1", sent_on=road.day))
    road.do(c.RecordTenDayLetter(hearing_id="H1", sent_on=road.day))
    road.do(c.RecordContact(step="rent_statement", on=road.day, tenants=tenants, method="letter", note=TEXT))
    road.do(c.RecordFiling(hearing_id="H1", filed_on=road.day, served_on=road.day))
    road.do(c.RecordAssessment(on=road.day, before=StepBefore.HEARING, proceed=True, reasons=TEXT))
    road.do(c.SetAsk(hearing_id="H1", outcome=OutcomeKind.OUTRIGHT, attends="Priya Raman, Income manager"))
    found = lines(road)
    assert {code for code, item in found.items() if not item.done} == {"schedule", "bundle"}
    assert found["attends"].says == "Priya Raman, Income manager attends."


def test_a_posting_after_a_paper_was_made_makes_its_figure_old() -> None:
    road = secure_road().to_listed_hearing()
    road.do(c.RequestPaper(paper=PaperKind.CASE_SUMMARY, subject="H1"))
    owed = position(road.postings, road.day, road.tenancy).rent_arrears_pence
    file = FileRef(sha256="0" * 64, name="summary.pdf", kind="application/pdf", size=1)
    road.do(c.PaperDone(paper_id="P1", file=file, figure_pence=owed), SYSTEM)
    assert stale_papers(road.case, road.facts(), road.as_at) == ()
    road.postings.append(Posting(on=road.day, kind="rent", due_pence=5_00, paid_pence=0))
    (old,) = stale_papers(road.case, road.facts(), road.as_at)
    assert (old.kind, old.account_pence - old.states_pence) == (PaperKind.CASE_SUMMARY, 5_00)
    assert not lines(road)["figure"].done
    assert lines(road)["figure"].paper is PaperKind.CASE_SUMMARY
