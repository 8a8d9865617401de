"""A recorded fact put right: the old stays, every date is worked out again, and what was spoilt is at risk."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.commands import (
    Approve,
    Correct,
    IssueClaim,
    ListHearing,
    RecordSearch,
    RequestPaper,
    StartBreathingSpace,
)
from cases.correctable import FACTS, model_of, value_field
from cases.events import AlarmRaised, Corrected, PaperChanged
from cases.instants import start_of_day
from cases.recorded import acts, facts_of
from cases.state import CaseState
from cases.views import at_risk
from cases.words import PaperKind, Role, StepBefore
from tests.cases.road import OFFICER, SENIOR, TEXT, Road, assured_road, secure_road
from tests.examples import examples

DAY = timedelta(days=1)


def right(fact: str, **value: Any) -> Correct:
    return Correct(fact=fact, reason=TEXT, **value)


def noon(day: date) -> datetime:
    return start_of_day(day) + timedelta(hours=12)


def dates(state: CaseState) -> dict[str, Any]:
    """Everything of a case that a correction can move, without the record of corrections itself."""
    told = state.model_dump(exclude={"revision", "corrections", "deadlines", "last_arrears_on", "papers"})
    return told | {"waits": {(d.id, d.date.on) for d in state.deadlines}}


def test_the_old_value_stays_in_the_record_with_the_reason_and_who() -> None:
    road = secure_road().to_issued_claim()
    road.do(right("C1/issue_claim/claim_number", label="SAMPLE2"))
    (kept,) = road.case.corrections
    assert (kept.old, kept.new, kept.by, kept.reason) == ("SAMPLE1", "SAMPLE2", OFFICER, TEXT)
    assert road.case.claims[0].claim_number == "SAMPLE2"


def test_a_later_issue_moves_the_hearing_window_and_tells_the_officer_old_new_and_why() -> None:
    road = secure_road().to_issued_claim().later(2)
    issued = road.case.claims[0].issued_on
    assert issued
    decision = road.ask(right("C1/issue_claim/issued_on", day=issued + DAY), SENIOR)
    event = next(e for e in decision.events if isinstance(e, Corrected))
    moved = {one.title: one for one in event.moved}
    earliest = moved["C1 hearing not before"]
    assert earliest.old
    assert earliest.new
    assert earliest.new.on == earliest.old.on + DAY
    assert "CPR 55.5(3)" in earliest.new.sentence
    assert earliest.old.sentence != earliest.new.sentence
    told = [e for e in decision.events if isinstance(e, AlarmRaised)]
    assert told[0].to_user == "officer.a"
    assert "C1 hearing not before" in told[0].title


def test_a_notice_served_later_than_believed_leaves_its_claim_at_risk_and_is_not_refused() -> None:
    road = assured_road().to_issued_claim()
    late = noon(date(2026, 3, 10))
    road.do(right("N1:T2-1/serve_notice/sent_at", instant=late), SENIOR)
    codes = {(d.subject, d.code) for d in road.case.doubts}
    assert ("N1", "specified_too_early") in codes
    assert any("N1" in risk and "HA 1988 s.8" in risk for risk in at_risk(road.case))
    assert road.case.notices[0].served
    assert road.case.notices[0].served.on == date(2026, 3, 10)


def test_a_claim_issued_a_day_before_the_notice_ran_out_is_at_risk_with_the_authority() -> None:
    road = assured_road().to_issued_claim()
    road.do(right("C1/issue_claim/issued_on", day=date(2026, 3, 19)), SENIOR)
    ripe = next(d for d in road.case.doubts if d.code == "notice_not_ripe")
    assert ripe.subject == "C1"
    assert ripe.authority
    assert ripe.mend.startswith("Ask a solicitor at once")
    leaders = [e for e in road.decisions[-1].events if isinstance(e, AlarmRaised) and e.to_role is Role.TEAM_LEADER]
    assert len(leaders) == 1


def test_putting_it_back_takes_the_doubt_away() -> None:
    road = assured_road().to_issued_claim()
    before, issued = dates(road.case), road.case.claims[0].issued_on
    road.do(right("C1/issue_claim/issued_on", day=date(2026, 3, 19)), SENIOR)
    road.do(right("C1/issue_claim/issued_on", day=issued), SENIOR)
    assert dates(road.case) == before
    assert len(road.case.corrections) == 2


def test_a_moratorium_heard_of_late_makes_the_notice_served_in_it_doubtful() -> None:
    road = secure_road().to_ripe_notice()
    road.do(StartBreathingSpace(moratorium="standard", started_on=date(2026, 3, 1)))
    assert ("N1", "breathing_space") in {(d.subject, d.code) for d in road.case.doubts}


def test_papers_made_from_the_old_fact_are_stale_and_others_are_not() -> None:
    road = secure_road().to_issued_claim()
    for kind, subject in ((PaperKind.N5, "C1"), (PaperKind.CERTIFICATE_OF_SERVICE, "N1")):
        road.do(RequestPaper(paper=kind, subject=subject))
    decision = road.ask(right("C1/issue_claim/court", label="Other Sample Court"))
    stale = [e.paper for e in decision.events if isinstance(e, PaperChanged)]
    assert [(p.kind, p.stale) for p in stale] == [
        ("n5", "C1: court was put right from Sample County Court to Other Sample Court.")
    ]


def test_a_missed_day_can_be_removed_where_it_never_happened() -> None:
    road = secure_road().to_listed_hearing()
    road.do(right("H1/record_claim_service/sent_on", remove=True), SENIOR)
    assert road.case.hearings[0].claim_served_on is None
    assert road.case.hearings[0].claim_deemed_served is None
    assert road.case.corrections[0].new == "never happened"
    assert road.refused(right("C1/issue_claim/issued_on", remove=True), SENIOR) == {"value_wrong"}


def test_a_corrected_possession_date_moves_the_warrant() -> None:
    road = secure_road().to_outright_order()
    order = road.case.orders[0]
    assert order.possession
    later = order.possession.on + timedelta(days=7)
    road.do(right("O1/record_outcome/possession_on", day=later), SENIOR)
    moved = road.case.orders[0]
    assert moved.warrant_earliest
    assert moved.warrant_earliest.on == later + DAY
    assert "O1.possession" in {d.id for d in road.case.deadlines if d.date.on == later}


def test_corrected_terms_are_watched_from_their_own_dates_and_keep_the_rent_of_the_order() -> None:
    road = secure_road().to_suspended_order()
    first = road.day + timedelta(days=14)
    road.tenancy = road.tenancy.model_copy(update={"rent_pence": 13_000})
    road.do(right("O1/record_outcome/first_payment", day=first), SENIOR)
    terms = road.case.orders[0].terms
    assert terms
    assert (terms.first_payment, terms.current_rent_pence) == (first, 12_000)
    check = next(d for d in road.case.deadlines if d.id == "O1.payment")
    assert check.date.on == first + timedelta(days=7)


def test_an_n54_delivered_later_puts_the_appointment_at_risk() -> None:
    road = secure_road().to_outright_order().on(date(2026, 6, 16)).to_booked_eviction().later(3)
    road.do(right("W1/book_eviction/n54_delivered_on", day=road.day), SENIOR)
    assert {d.code for d in road.case.doubts} == {"eviction_too_early"}


def test_only_a_senior_or_legal_puts_right_what_the_law_counts_from() -> None:
    road = secure_road().to_issued_claim()
    asked = right("C1/issue_claim/issued_on", day=date(2026, 3, 30))
    assert "correction_needs_senior" in road.refused(asked)
    assert road.ask(right("E1/record_contact/on", day=date(2026, 3, 3))).accepted


@pytest.mark.parametrize(
    ("fact", "value", "code"),
    [
        ("X9/issue_claim/issued_on", {"day": date(2026, 3, 30)}, "unknown_fact"),
        ("C1/issue_claim/signer", {"label": "x"}, "unknown_fact"),
        ("C1/issue_claim/issued_on", {}, "value_wrong"),
        ("C1/issue_claim/issued_on", {"label": "tomorrow"}, "value_wrong"),
        ("C1/issue_claim/route", {"label": "owl"}, "value_wrong"),
        ("C1/issue_claim/issued_on", {"day": date(2030, 1, 1)}, "in_future"),
        ("C1/issue_claim/court", {"label": "Sample County Court"}, "nothing_to_correct"),
        ("C1/issue_claim/court", {"label": " "}, "value_impossible"),
        ("E1/record_contact/step", {"label": "bogus"}, "value_impossible"),
        ("E1/record_contact/tenants", {"codes": ("T9-9",)}, "value_impossible"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(fact: str, value: dict[str, Any], code: str) -> None:
    road = secure_road().to_issued_claim()
    assert code in road.refused(right(fact, **value), SENIOR)


def test_a_way_of_serving_that_is_none_is_refused_by_the_law_itself() -> None:
    road = secure_road().to_served_notice()
    assert road.refused(right("N1:T1-1/serve_notice/method", label="text_message"), SENIOR)


def test_every_fact_of_the_table_has_a_field_of_its_own_act_and_a_sort_of_value() -> None:
    for (act, field), fact in FACTS.items():
        assert field in model_of(act).model_fields
        assert value_field(act, field) in Correct.model_fields
        assert fact.title


WALKS: list[Callable[[Road], Any]] = [
    lambda r: r.to_served_notice(),
    lambda r: r.to_issued_claim(),
    lambda r: r.to_hearing_day(),
    lambda r: r.to_outright_order(),
    lambda r: r.to_suspended_order(),
    lambda r: r.to_outright_order().on(date(2026, 6, 16)).to_booked_eviction(),
    lambda r: r.to_outright_order().on(date(2026, 6, 16)).to_eviction(),
]
DATED = sorted(key for key in FACTS if value_field(*key) in ("day", "instant"))


@settings(max_examples=examples(30), deadline=None)
@given(st.data())
def test_correcting_and_putting_back_gives_the_first_case_again(data: st.DataObject) -> None:
    road = data.draw(st.sampled_from([secure_road, assured_road]))()
    data.draw(st.sampled_from(WALKS))(road)
    first = dates(road.case)
    facts = [(a, v) for a, _, v in facts_of(road.case) if (*a.split("/")[1:],) in DATED and v is not None]
    fact, value = data.draw(st.sampled_from(facts))
    sort = value_field(*fact.split("/")[1:])
    shift = timedelta(days=data.draw(st.integers(1, 20)))
    decision = road.ask(right(fact, **{sort: value - shift}), SENIOR)
    if not decision.accepted:
        assert all(r.says and r.mend for r in decision.refusals)
        return
    road.do(right(fact, **{sort: value - shift}), SENIOR)
    road.do(right(fact, **{sort: value}), SENIOR)
    assert dates(road.case) == first


@settings(max_examples=examples(20), deadline=None)
@given(believed=st.integers(0, 20), happened=st.integers(0, 20), posted=st.booleans())
def test_service_put_right_gives_what_recording_it_so_at_first_gives(
    believed: int, happened: int, posted: bool
) -> None:
    base = date(2026, 3, 4)
    specified = date(2026, 5, 30)

    def served(day: date, method: str) -> Road:
        road = assured_road().opened().protocol()
        road.do(road.draft(specified_on=specified)).do(Approve(subject="N1"), SENIOR).on(base + timedelta(days=25))
        road.do(RecordSearch(on=day, before=StepBefore.NOTICE, clear=True))
        return road.do(road.serve("T2-1", method=method, sent_at=noon(day)))

    method = "first_class_post" if posted else "by_hand"
    once = served(base + timedelta(days=believed), method)
    straight = served(base + timedelta(days=happened), method)
    if believed != happened:
        once.do(
            right("N1:T2-1/serve_notice/sent_at", instant=noon(base + timedelta(days=happened))),
            SENIOR,
        )
    assert once.case.notices == straight.case.notices


@settings(max_examples=examples(20), deadline=None)
@given(believed=st.integers(0, 25), happened=st.integers(0, 25))
def test_issue_and_listing_put_right_give_what_recording_them_so_at_first_gives(believed: int, happened: int) -> None:
    def issued(offset: int, listed: int) -> Road:
        road = secure_road().to_approved_claim()
        base = road.day
        road.later(14)
        road.do(RecordSearch(on=base + timedelta(days=offset % 14), before=StepBefore.CLAIM, clear=True))
        road.do(road.issue(issued_on=base + timedelta(days=offset % 14)))
        on = next(d for d in (base + timedelta(days=60 + listed + n) for n in range(7)) if d.weekday() == 1)
        return road.do(ListHearing(claim_id="C1", on=on, at=time(10), court="Sample"))

    once, straight = issued(believed, believed), issued(happened, happened)
    target, hearing = straight.case.claims[0].issued_on, straight.case.hearings[0].on
    if once.case.claims[0].issued_on != target:
        once.do(right("C1/issue_claim/issued_on", day=target), SENIOR)
    if once.case.hearings[0].on != hearing:
        once.do(right("H1/list_hearing/on", day=hearing), SENIOR)
    assert once.case.claims == straight.case.claims
    assert once.case.hearings == straight.case.hearings
    assert {(d.id, d.date) for d in once.case.deadlines} == {(d.id, d.date) for d in straight.case.deadlines}


def test_every_act_told_again_is_the_act_that_was_taken() -> None:
    road = secure_road().to_issued_claim()
    issued = next(a.command for a in acts(road.case) if a.command.kind == "issue_claim")
    assert isinstance(issued, IssueClaim)
    assert issued == road.issue(issued_on=road.case.claims[0].issued_on)
