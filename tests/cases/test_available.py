"""What is shown as next, and why not the rest."""

from datetime import timedelta

import pytest

from cases.available import Action, available
from cases.commands import CloseCase, Reassign
from cases.ledger import ledger
from cases.state import Person
from cases.words import CloseResult, Role, StepBefore
from tests.cases.road import LEADER, OFFICER, SENIOR, Road, secure_road


def acts(road: Road, who: Person = OFFICER) -> tuple[Action, ...]:
    """What the person is shown."""
    return available(road.case, road.facts(who), who.role, road.as_at)


def lead(road: Road, who: Person = OFFICER) -> Action:
    """The one that leads."""
    (one,) = [a for a in acts(road, who) if a.leads]
    return one


@pytest.mark.parametrize(
    ("walk", "command"),
    [
        (lambda r: r.opened(), "record_contact"),
        (lambda r: r.opened().protocol(), "draft_notice"),
        (lambda r: r.to_approved_notice(), "record_search"),
        (lambda r: r.to_approved_notice().search(StepBefore.NOTICE), "serve_notice"),
        (lambda r: r.to_ripe_notice(), "draft_claim"),
        (lambda r: r.to_approved_claim(), "issue_claim"),
        (lambda r: r.to_issued_claim(), "list_hearing"),
        (lambda r: r.to_listed_hearing(), "record_ten_day_letter"),
        (lambda r: r.to_hearing_day(), "record_outcome"),
        (lambda r: r.to_broken_order(), "record_contact"),
        (lambda r: r.to_broken_order().contact("benefit_enquiry"), "record_assessment"),
        (lambda r: r.to_broken_order().to_approved_warrant(), "request_warrant"),
        (lambda r: r.to_broken_order().to_issued_warrant(), "book_eviction"),
        (lambda r: r.to_outright_order().on(r.day + timedelta(days=40)).to_eviction(), "close_case"),
    ],
)
def test_one_act_leads_at_every_point_of_the_road(walk: object, command: str) -> None:
    road = secure_road()
    walk(road)  # type: ignore[operator]
    one = lead(road)
    assert (one.command, one.allowed) == (command, True)
    assert one.why


def test_a_lead_says_which_protocol_step_to_record() -> None:
    road = secure_road().opened()
    assert lead(road).suggests == "contact_each_tenant"
    road.contact("contact_each_tenant", "arrangement_offered")
    assert lead(road).suggests == "rent_statement"


def test_while_terms_are_kept_nothing_is_done_but_wait() -> None:
    one = lead(secure_road().to_suspended_order())
    assert (one.command, one.allowed) == ("draft_warrant", False)
    assert "are kept" in one.why
    assert "Monday 1 June 2026" in one.why


def test_an_officer_sees_that_the_draft_waits_for_a_senior_and_the_senior_that_it_is_his() -> None:
    road = secure_road().to_drafted_notice()
    assert lead(road).refusals[0].code == "not_allowed"
    assert (lead(road, SENIOR).command, lead(road, SENIOR).allowed) == ("approve", True)
    mine = secure_road().opened().protocol()
    mine.do(mine.draft(), SENIOR)
    assert [r.code for r in lead(mine, SENIOR).refusals] == ["own_draft"]


def test_a_moved_figure_leads_the_senior_to_send_it_back() -> None:
    road = secure_road().to_drafted_notice().owe(100)
    assert lead(road, SENIOR).command == "send_back"


def test_reasons_about_what_would_be_typed_are_not_shown_beforehand() -> None:
    road = secure_road().to_approved_claim()
    issue = next(a for a in acts(road) if a.command == "issue_claim")
    assert issue.refusals == ()


def test_an_administrator_is_shown_only_what_an_administrator_does() -> None:
    road = secure_road().opened()
    admin = Person(user_id="admin", role=Role.ADMINISTRATOR)
    assert {a.command for a in acts(road, admin)} == {"reassign"}


def test_a_closed_case_offers_packs_of_its_file_and_a_note_and_nothing_leads() -> None:
    found = acts(secure_road().opened().do(CloseCase(result=CloseResult.TENANT_LEFT)))
    assert {each.command for each in found} == {"request_paper", "add_note"}
    assert all(each.allowed and not each.leads for each in found)


def test_a_case_is_given_to_another_officer_of_the_landlord() -> None:
    road = secure_road().opened()
    assert road.refused(Reassign(officer="nobody"), LEADER) == {"unknown_officer"}
    assert road.do(Reassign(officer="officer.d"), LEADER).case.officer == "officer.d"
    assert road.refused(Reassign(officer="officer.d"), LEADER) == {"unknown_officer"}


def test_the_ledger_shows_every_protocol_step_with_its_evidence_or_as_missing() -> None:
    road = secure_road().opened().contact("contact_each_tenant")
    steps = {s.code: s for s in ledger(road.case)}
    assert steps["contact_each_tenant"].met
    assert steps["debt_advice"].missing == ("T1-1", "T1-2")
    assert not steps["debt_advice"].met
    assert steps["contact_each_tenant"].para == "2.1"
