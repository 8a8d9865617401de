"""A case that was under way elsewhere comes in as it truly stands: nothing of here asked of it, its defects shown."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest

from cases import commands as c
from cases import earlier
from cases.recorded import acts
from cases.views import stage, summary
from cases.words import Breach, Cause, NoticeKind, OutcomeKind, Role, Route, Stage, StepBefore, Track
from tests.cases.road import OFFICER, SENIOR, TEXT, Road, assured_road, secure_road, weekly_rent
from tests.cases.test_accommodation import decided, served, ta_road
from tests.cases.test_every_fact import on_papers, trial
from tests.cases.test_last_check import booked
from tests.cases.walks import Walk, council

DAY = timedelta(days=1)
LISTS = (
    *("contacts", "searches", "assessments", "decisions", "breathing_spaces", "holds", "notices", "reviews", "claims"),
    *("hearings", "orders", "arrangements", "applications", "warrants", "standing", "leaving"),
)


def told_again(road: Road) -> list[c.EarlierStep]:
    """The case's own acts as somebody would tell them elsewhere, in the order of their days."""
    dated: list[tuple[date, c.EarlierStep]] = []
    for act in acts(road.case):
        if act.command.kind == "open_case":
            continue
        step = c.EarlierStep(step=act.command, on=act.day)
        day = earlier.own_day(step) or dated[-1][0]
        dated.append((day, step.model_copy(update={"on": day})))
    return [step for _, step in sorted(dated, key=lambda each: each[0])]


def taking(road: Road, *steps: c.EarlierStep, **more: Any) -> c.TakeOn:
    return c.TakeOn(
        tenancy_ref=road.tenancy.tenancy_ref, landlord=road.tenancy.landlord, officer="officer.a", steps=steps, **more
    )


def taken_on(road: Road, *steps: c.EarlierStep) -> Walk:
    """Another case on the same tenancy, taken on the same day with those steps."""
    new = Walk(road.tenancy, road.day, road.policy)
    new.postings, new.hour = list(road.postings), road.hour
    case = road.state
    more: dict[str, Any] = {"track": case.track, "cause": case.cause} if case else {}
    return new.do(taking(road, *steps, **more))


def _bare(value: Any) -> Any:
    """A value without who approved it, when somebody planned to do it, and who recorded it."""
    if isinstance(value, tuple):
        return tuple(_bare(item) for item in value)
    gone = {n: None for n in ("approved_by", "approved_on", "planned_service") if hasattr(value, n)}
    return value.model_copy(update=gone) if gone else value


def conduct() -> Road:
    road = council("secure").begin(Track.SECURE_OTHER, Cause.CONDUCT)
    return road.give(NoticeKind.S83, "2").ready().claim().heard().ordered("2")


ROADS: dict[str, Callable[[], Road]] = {
    "notice": lambda: secure_road().to_served_notice(),
    "hearing ahead": lambda: secure_road().to_listed_hearing(),
    "suspended order": lambda: assured_road().to_suspended_order(),
    "eviction booked": booked,
    "introductory, review pending": trial,
    "accelerated claim": on_papers,
    "absolute ground": lambda: (
        council("secure")
        .begin(Track.SECURE_ABSOLUTE)
        .give(NoticeKind.S83ZA, "84A", condition="1", condition_on=date(2026, 1, 20))
    ),
    "garage": lambda: served(ta_road(occupancy="garage", duty="").assess(StepBefore.NOTICE), NoticeKind.GARAGE),
    "flexible": lambda: (
        council("flexible", date(2022, 8, 8), fixed_term_end=date(2027, 8, 7))
        .begin()
        .give(NoticeKind.S107D_NON_RENEWAL)
    ),
    "temporary accommodation": lambda: served(decided(ta_road()), NoticeKind.NOTICE_TO_QUIT),
    "conduct": conduct,
}


@pytest.mark.parametrize("name", ROADS)
def test_a_case_told_from_its_own_record_stands_as_it_stood(name: str) -> None:
    road = ROADS[name]()
    new = taken_on(road, *told_again(road))
    for listed in LISTS:
        assert _bare(getattr(new.case, listed)) == _bare(getattr(road.case, listed)), listed
    assert {(d.id, d.date.on) for d in new.case.deadlines} == {(d.id, d.date.on) for d in road.case.deadlines}
    assert stage(new.case) == stage(road.case)
    assert not new.case.doubts
    assert summary(new.case).approval_of is None


def notice(day: date, specified: date, kind: NoticeKind = NoticeKind.S83) -> list[c.EarlierStep]:
    drafted = c.DraftNotice(notice=kind, grounds=("1",), planned_service=day, specified_on=specified, particulars=TEXT)
    return [
        c.EarlierStep(step=drafted, owed_pence=84_000),
        *(c.EarlierStep(step=given(tenant, day)) for tenant in ("T1-1", "T1-2")),
    ]


def given(tenant: str, day: date) -> c.ServeNotice:
    at = Road(secure_road().tenancy, day).as_at
    return c.ServeNotice(notice_id="N1", tenant=tenant, method="by_hand", sent_at=at)


def claimed(issued: date) -> list[c.EarlierStep]:
    issue = c.IssueClaim(
        claim_id="C1",
        route=Route.PAPER,
        route_reason=TEXT,
        claim_number="K00CR001",
        court="Sample County Court",
        issued_on=issued,
    )
    return [c.EarlierStep(step=c.DraftClaim(notice_id="N1", signer="A. Signer")), c.EarlierStep(step=issue)]


def suspended(made: date, first: date) -> list[c.EarlierStep]:
    listed = c.ListHearing(claim_id="C1", on=made, at=time(10), court="Sample County Court")
    outcome = c.RecordOutcome(
        hearing_id="H1",
        outcome=OutcomeKind.SUSPENDED,
        on=made,
        grounds_proved=("1",),
        possession_on=made + 28 * DAY,
        judgment_pence=84_000,
        instalment_pence=500,
        frequency="weekly",
        first_payment=first,
    )
    return [c.EarlierStep(step=listed), c.EarlierStep(step=outcome)]


def test_a_notice_that_named_too_early_a_day_is_brought_in_at_risk_and_no_claim_follows_it() -> None:
    road = taken_on(secure_road(), *notice(date(2026, 1, 5), date(2026, 1, 12)))
    assert stage(road.case) is Stage.NOTICE
    assert {(d.subject, d.code) for d in road.case.doubts} == {("N1", "specified_too_early")}
    assert "notice_in_doubt" in road.refused(road.claiming())


def test_a_notice_that_ran_out_before_the_case_came_is_brought_in_as_lapsed_and_nobody_is_alarmed() -> None:
    road = taken_on(secure_road(), *notice(date(2024, 6, 3), date(2024, 7, 8)))
    assert road.case.notices[0].lapsed
    assert stage(road.case) is Stage.PRE_ACTION
    assert not [e for e in road.decisions[-1].events if e.kind == "alarm_raised"]


def test_what_was_served_this_week_is_told_to_a_team_leader_unless_an_approver_takes_the_case_on() -> None:
    road = secure_road()
    for ago, by, told in ((0, OFFICER, 1), (7, OFFICER, 1), (8, OFFICER, 0), (0, SENIOR, 0)):
        day = road.day - ago * DAY
        new = Walk(road.tenancy, road.day, road.policy)
        new.do(taking(road, *notice(day, day + 35 * DAY)), by)
        alarms = [e for e in new.decisions[-1].events if e.kind == "alarm_raised" and e.deadline_id == "taken_on"]
        assert len(alarms) == told, (ago, by.role)
        assert all("serve notice" in e.title and e.to_role is Role.TEAM_LEADER for e in alarms)


def test_a_claim_before_the_day_in_the_notice_is_a_defect_and_is_recorded() -> None:
    road = taken_on(secure_road(), *notice(date(2026, 1, 5), date(2026, 2, 9)), *claimed(date(2026, 1, 20)))
    assert stage(road.case) is Stage.CLAIM
    assert road.case.taken_on is not None
    assert road.case.taken_on.stage_since == date(2026, 1, 20)
    assert {d.code for d in road.case.doubts} == {"notice_not_ripe"}
    assert "No search of the breathing-space register before the claim was told." in road.case.taken_on.gaps


def test_instalments_of_an_order_are_held_against_the_account_at_once() -> None:
    steps = [*notice(date(2025, 9, 1), date(2025, 10, 6)), *claimed(date(2025, 10, 13))]
    steps += suspended(date(2025, 12, 8), date(2025, 12, 15))
    road = taken_on(secure_road(), *steps)
    broken = road.case.orders[0]
    assert broken.breach_kind is Breach.PAYMENT
    assert broken.breach is not None
    assert broken.breach.first_missed == date(2025, 12, 15)
    assert {"O1.warning", "O1.six_years"} <= {d.id for d in road.case.deadlines}


def test_an_order_older_than_the_account_is_watched_from_the_accounts_first_day_and_says_so() -> None:
    steps = [*notice(date(2021, 1, 4), date(2021, 7, 12)), *claimed(date(2021, 7, 19))]
    road = taken_on(secure_road(), *steps, *suspended(date(2021, 9, 13), date(2021, 9, 20)))
    terms = road.case.orders[0].terms
    assert terms is not None
    assert terms.first_payment == date(2025, 12, 1)
    assert road.case.orders[0].six_years is not None
    assert road.case.orders[0].six_years.on == date(2027, 9, 13)
    assert [d.date.on for d in road.case.deadlines if d.id == "O1.six_years"] == [date(2027, 9, 13)]
    gaps = road.case.taken_on.gaps if road.case.taken_on else ()
    assert any(gap.startswith("O1: the rent account here begins") for gap in gaps)
    assert any("Coronavirus Act 2020" in gap for gap in gaps)


def test_what_cannot_have_been_so_is_refused_with_its_step_and_field() -> None:
    road = secure_road()
    stranger = c.RecordContact(step="debt_advice", on=date(2026, 1, 5), tenants=("T9-1",), method="letter")
    (told,) = road.ask(taking(road, c.EarlierStep(step=stranger))).refusals
    assert (told.code, told.field) == ("unknown_tenant", "steps.1.tenants")
    ahead = stranger.model_copy(update={"on": road.day + DAY, "tenants": ("T1-1",)})
    assert road.refused(taking(road, c.EarlierStep(step=ahead))) == {"steps_dated"}
    assert road.refused(taking(road)) == {"steps_dated"}
    unheard = c.EarlierStep(step=c.RecordTenDayLetter(hearing_id="H7", sent_on=date(2026, 1, 5)))
    assert road.refused(taking(road, unheard)) == {"no_hearing"}
    later_first = (
        c.EarlierStep(step=stranger),
        c.EarlierStep(step=stranger.model_copy(update={"on": date(2025, 1, 6)})),
    )
    assert road.refused(taking(road, *later_first)) == {"steps_dated"}


def test_a_second_case_on_the_tenancy_is_refused_with_its_link() -> None:
    road = taken_on(secure_road(), *notice(date(2026, 1, 5), date(2026, 2, 9)))
    again = road.ask(taking(road, *notice(date(2026, 1, 5), date(2026, 2, 9))))
    assert {r.code for r in again.refusals} == {"already_open"}


def test_a_draft_brought_in_unissued_still_needs_its_approval_here() -> None:
    prepared = claimed(date(2026, 2, 20))[0].model_copy(update={"on": date(2026, 2, 20)})
    road = taken_on(secure_road(), *notice(date(2026, 1, 5), date(2026, 2, 9)), prepared)
    assert summary(road.case).approval_of == "C1"


def test_the_rules_of_the_next_step_are_asked_as_ever() -> None:
    road = taken_on(secure_road(), *notice(date(2026, 1, 5), date(2026, 2, 9)))
    assert {"assessment_needed", "post_notice_contact"} <= road.refused(road.claiming())
    road.assess(StepBefore.CLAIM)
    assert "assessment_needed" not in road.refused(road.claiming())


def test_ground_8_is_judged_on_the_day_of_service_where_the_account_reaches_it() -> None:
    road = assured_road()
    road.postings = weekly_rent(road.tenancy, date(2025, 12, 1), date(2025, 12, 8))
    drafted = c.DraftNotice(
        notice=NoticeKind.S8,
        grounds=("8", "10"),
        planned_service=date(2026, 1, 5),
        specified_on=date(2026, 2, 2),
        particulars=TEXT,
    )
    told = (c.EarlierStep(step=drafted), c.EarlierStep(step=given("T2-1", date(2026, 1, 5))))
    assert {d.code for d in taken_on(road, *told).case.doubts} == {"ground8_threshold"}
    road.postings = weekly_rent(road.tenancy, date(2026, 2, 2), date(2026, 2, 16))
    assert not taken_on(road, *told).case.doubts
