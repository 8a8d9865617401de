"""What state alone refuses, before anything is looked up."""

from cases.available import available
from cases.commands import AddNote, Approve, CloseCase, OpenCase, RentChanged, RequestPaper, ServeNotice
from cases.early import refuse
from cases.words import CloseResult, PaperKind, Role
from tests.cases.road import TEXT, secure_road


def test_nothing_is_asked_of_a_case_that_is_not_there() -> None:
    assert [r.code for r in refuse(None, AddNote(text=TEXT), None)] == ["no_case"]
    assert secure_road().ask(AddNote(text=TEXT)).kind == "not_found"


def test_a_person_who_saw_an_older_case_looks_again() -> None:
    road = secure_road().to_drafted_notice()
    seen = road.case.revision - 1
    assert [r.code for r in refuse(road.case, Approve(subject="N1"), seen)] == ["stale"]
    assert refuse(road.case, Approve(subject="N1"), road.case.revision) == ()
    assert refuse(road.case, Approve(subject="N1"), None) == ()


def test_what_only_adds_to_the_file_is_never_stale() -> None:
    road = secure_road().to_drafted_notice()
    assert refuse(road.case, AddNote(text=TEXT), 1) == ()


def test_unknown_subjects_are_told_at_once() -> None:
    road = secure_road().opened()
    serve = ServeNotice(notice_id="N4", tenant="T1-1", method="by_hand", sent_at=road.as_at)
    assert [r.code for r in refuse(road.case, serve, None)] == ["unknown_subject"]
    assert [r.code for r in refuse(road.case, Approve(subject="C3"), None)] == ["unknown_subject"]


def test_a_closed_case_takes_no_more_commands_from_people() -> None:
    road = secure_road().opened().do(CloseCase(result=CloseResult.TENANT_LEFT))
    assert [r.code for r in refuse(road.case, CloseCase(result=CloseResult.TENANT_LEFT), None)] == ["closed"]
    assert refuse(road.case, RentChanged(), None) == ()


def test_what_is_asked_for_after_closing_goes_on_but_not_to_the_run_that_ends_with_the_case() -> None:
    road = secure_road().opened().do(CloseCase(result=CloseResult.TENANT_LEFT))
    assert refuse(road.case, AddNote(text=TEXT), None) == ()
    assert [r.code for r in refuse(road.case, AddNote(text=TEXT), None, after_closing=False)] == ["closed"]


def test_only_a_pack_of_the_file_is_made_after_closing() -> None:
    road = secure_road().to_drafted_notice().do(CloseCase(result=CloseResult.TENANT_LEFT))
    pack = RequestPaper(paper=PaperKind.OMBUDSMAN_PACK_COVER, subject="case", lines=TEXT, to=TEXT)
    letter = RequestPaper(paper=PaperKind.ARREARS_LETTER_1, subject="case")
    assert "case_closed" not in {r.code for r in road.ask(pack).refusals}
    assert "case_closed" in {r.code for r in road.ask(letter).refusals}
    offered = {each.command for each in available(road.case, road.facts(), Role.OFFICER, road.as_at)}
    assert offered == {"request_paper", "add_note"}


def test_an_open_case_is_not_opened_again_and_the_refusal_links_to_it() -> None:
    road = secure_road().opened()
    opening = OpenCase(tenancy_ref="T1", landlord="sample-council", officer="officer.a")
    assert [(r.code, r.link) for r in refuse(road.case, opening, None)] == [("already_open", "/cases/T1-1")]
    assert refuse(None, opening, None) == ()
