"""The landlord's own application: prepared, its paper made of the draft, filed as one, or dropped."""

from datetime import timedelta

import pytest

from cases.commands import (
    DecideApplication,
    DraftApplication,
    DropApplication,
    FileApplication,
    PaperDone,
    RecordApplication,
    RequestPaper,
)
from cases.court_words import ApplicationFor, Party
from cases.facts import Policy
from cases.words import PaperKind
from tests.cases.road import SYSTEM, TEXT, Road, secure_road

FILE = {"sha256": "0" * 64, "size": 1, "name": "n.pdf", "kind": "n244"}
VARY = DraftApplication(subject="O1", purpose=ApplicationFor.VARY)


def prepared() -> Road:
    return secure_road().to_broken_order().do(VARY)


def with_paper(road: Road) -> Road:
    road.do(RequestPaper(paper=PaperKind.N244, subject="AD1", reasons=TEXT))
    return road.do(PaperDone(paper_id=road.case.papers[-1].id, file=FILE), SYSTEM)


def filing(road: Road) -> FileApplication:
    return FileApplication(draft_id="AD1", on=road.day)


def test_the_paper_of_an_application_is_made_before_it_is_filed() -> None:
    road = with_paper(prepared())
    assert road.case.papers[-1].subject == "AD1"
    assert not road.case.applications
    road.do(filing(road))
    application = road.case.applications[-1]
    assert (application.id, application.by, application.made_on) == ("A1", Party.LANDLORD, road.day)
    assert application.fee is not None
    assert road.case.application_drafts[0].application_id == "A1"


def test_a_landlord_that_asks_for_papers_files_nothing_without_one() -> None:
    road = prepared()
    road.policy = Policy(require_paper_before_service=True)
    assert "Application notice" in road.why(filing(road), "papers_not_made")
    with_paper(road)
    assert road.ask(filing(road)).accepted


def test_a_paper_made_of_other_facts_keeps_the_application_back() -> None:
    road = with_paper(prepared())
    road.pay(1, road.postings[0].on)
    assert "made from other facts" in road.why(filing(road), "papers_stale")


def test_what_is_filed_passes_the_gates_of_an_application() -> None:
    road = prepared()
    early = FileApplication(draft_id="AD1", on=road.case.orders[0].made_on - timedelta(days=1))
    assert "before_order" in road.refused(early)
    assert road.refused(FileApplication(draft_id="AD1", on=road.day, hearing_on=road.day - timedelta(days=1)))


def test_nothing_is_prepared_that_could_not_be_asked() -> None:
    road = secure_road().to_broken_order()
    assert road.refused(VARY.model_copy(update={"purpose": ApplicationFor.RESTORE})) == {"cannot_apply"}
    assert road.refused(VARY.model_copy(update={"subject": "H1"})) == {"cannot_apply"}


def test_one_application_is_prepared_once_and_not_recorded_past_its_draft() -> None:
    road = prepared()
    assert road.refused(VARY) == {"application_drafted"}
    past = RecordApplication(subject="O1", purpose=ApplicationFor.VARY, by=Party.LANDLORD, made_on=road.day)
    assert road.refused(past) == {"application_drafted"}
    assert road.ask(past.model_copy(update={"by": Party.TENANT})).accepted


@pytest.mark.parametrize("over", ["filed", "dropped"])
def test_a_draft_is_over_once_it_is_filed_or_dropped(over: str) -> None:
    road = prepared()
    road.do(filing(road) if over == "filed" else DropApplication(draft_id="AD1"))
    assert road.refused(filing(road)) == {"draft_over"}
    assert road.refused(DropApplication(draft_id="AD1")) == {"draft_over"}
    assert "not_live" in road.refused(RequestPaper(paper=PaperKind.N244, subject="AD1", reasons=TEXT))


def test_an_application_filed_from_a_draft_is_decided_like_any_other() -> None:
    road = prepared()
    road.do(filing(road)).do(DecideApplication(application_id="A1", on=road.day, granted=False))
    assert road.case.applications[0].granted is False
