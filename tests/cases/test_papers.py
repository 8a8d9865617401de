"""Which papers may be made, and that the figure in them is the figure."""

from datetime import date

from cases.base import FileRef
from cases.commands import PaperDone, RequestPaper
from cases.papers import facts_digest, may_make, offered
from cases.words import PaperKind
from tests.cases.road import SYSTEM, Road, assured_road, secure_road

FILE = FileRef(sha256="a" * 64, size=10, name="paper.pdf", kind="pdf")


def codes(road: Road, kind: PaperKind, subject: str) -> set[str]:
    """Why the paper may not be made."""
    return {r.code for r in may_make(road.case, road.facts(), kind, subject, road.as_at)}


def test_a_secure_notice_is_not_printed_as_a_section_8_notice() -> None:
    road = secure_road().to_drafted_notice()
    assert codes(road, PaperKind.NSP_S83, "N1") == set()
    assert codes(road, PaperKind.NOTICE_S8, "N1") == {"paper_unfit"}
    assert codes(assured_road().to_drafted_notice(), PaperKind.NOTICE_S8, "N1") == set()


def test_a_certificate_needs_service() -> None:
    road = secure_road().to_approved_notice()
    assert codes(road, PaperKind.CERTIFICATE_OF_SERVICE, "N1") == {"paper_unfit"}
    assert codes(secure_road().to_served_notice(), PaperKind.CERTIFICATE_OF_SERVICE, "N1") == set()


def test_nothing_is_made_while_the_figure_is_not_right_to_the_penny() -> None:
    road = secure_road().to_approved_claim().owe(1)
    assert codes(road, PaperKind.N119, "C1") == {"figure_moved"}
    assert codes(road, PaperKind.RENT_SCHEDULE, "C1") == {"figure_moved"}


def test_a_claim_paper_that_came_back_with_another_figure_is_not_kept() -> None:
    road = secure_road().to_approved_claim()
    road.do(RequestPaper(paper=PaperKind.N119, subject="C1"))
    road.do(PaperDone(paper_id="P1", file=FILE, figure_pence=119_999), SYSTEM)
    paper = road.case.papers[0]
    assert paper.file is None
    assert paper.failed is not None
    assert "£1,199.99" in paper.failed


def test_a_paper_that_came_back_right_is_kept_once() -> None:
    road = secure_road().to_approved_claim().do(RequestPaper(paper=PaperKind.N5, subject="C1"))
    assert road.refused(RequestPaper(paper=PaperKind.N5, subject="C1")) == {"paper_pending"}
    done = PaperDone(paper_id="P1", file=FILE, figure_pence=120_000)
    road.do(done, SYSTEM)
    assert road.case.papers[0].file == FILE
    assert road.ask(done, SYSTEM).events == ()
    assert road.ask(RequestPaper(paper=PaperKind.N5, subject="C1")).accepted


def test_hearing_papers_are_for_a_hearing_that_is_ahead() -> None:
    road = secure_road().to_listed_hearing()
    assert codes(road, PaperKind.BUNDLE, "H1") == set()
    assert codes(road, PaperKind.BUNDLE, "C1") == {"paper_unfit"}
    assert codes(secure_road().to_outright_order(), PaperKind.TEN_DAY_LETTER, "H1") == {"not_live"}


def test_the_request_for_a_warrant_is_on_its_own_form() -> None:
    road = secure_road().to_broken_order().to_approved_warrant()
    assert codes(road, PaperKind.N325A, "W1") == set()
    assert codes(road, PaperKind.N325, "W1") == {"paper_unfit"}


def test_papers_are_offered_for_what_the_case_has() -> None:
    road = secure_road().to_approved_claim()
    assert offered(road.case)[0][1] == "C1"
    assert (PaperKind.CERTIFICATE_OF_SERVICE, "N1") in offered(road.case)
    assert (PaperKind.BUNDLE, "H1") not in offered(road.case)


def test_the_same_facts_give_the_same_digest_and_others_another() -> None:
    road = secure_road().to_approved_claim()
    before = facts_digest(road.case, road.facts(), PaperKind.N119, "C1")
    road.note()
    assert facts_digest(road.case, road.facts(), PaperKind.N119, "C1") == before
    road.pay(1, date(2026, 4, 1))
    assert facts_digest(road.case, road.facts(), PaperKind.N119, "C1") != before


def test_a_paper_about_nothing_is_not_found() -> None:
    assert codes(secure_road().opened(), PaperKind.N5, "C7") == {"no_subject"}
