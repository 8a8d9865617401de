"""Dates that are waited for: nothing lost, nothing twice, the right person told."""

from datetime import UTC, date, datetime, timedelta

from cases.commands import CloseCase, DeadlinePassed, RentChanged
from cases.decide import decide
from cases.events import AlarmRaised, ArrearsRead, DeadlinesChanged
from cases.evolve import apply
from cases.facts import Policy
from cases.instants import end_of_day, legal_day, start_of_day
from cases.state import Deadline
from cases.views import next_due, summary
from cases.words import CloseResult, Role
from tests.cases.road import SYSTEM, Road, secure_road


def deadline(road: Road, wanted: str) -> Deadline:
    """The deadline of that id."""
    return next(d for d in road.case.deadlines if d.id == wanted)


def test_a_legal_day_begins_at_midnight_in_london_summer_and_winter() -> None:
    assert start_of_day(date(2026, 7, 1)) == datetime(2026, 6, 30, 23, 0, tzinfo=UTC)
    assert start_of_day(date(2026, 12, 1)) == datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
    assert end_of_day(date(2026, 3, 29)) - start_of_day(date(2026, 3, 29)) == timedelta(hours=23)
    assert legal_day(datetime(2026, 6, 30, 23, 0, tzinfo=UTC)) == date(2026, 7, 1)


def test_an_alarm_speaks_once() -> None:
    road = secure_road().to_served_notice().on(date(2026, 4, 6))
    ripe = deadline(road, "N1.ripe").alarms[0]
    passed = DeadlinePassed(deadline_id="N1.ripe", due=ripe.at)
    road.do(passed, SYSTEM)
    again = road.ask(passed, SYSTEM)
    assert again.accepted
    assert again.events == ()


def test_a_deadline_that_is_gone_or_has_moved_says_nothing_and_changes_nothing() -> None:
    road = secure_road().to_served_notice()
    before = road.case
    for command in (
        DeadlinePassed(deadline_id="N9.lapse", due=road.as_at),
        DeadlinePassed(deadline_id="N1.lapse", due=road.as_at),
    ):
        decision = road.ask(command, SYSTEM)
        assert decision.accepted
        assert apply(before, decision.events) == before


def test_an_alarm_never_speaks_early() -> None:
    road = secure_road().to_served_notice()
    ripe = deadline(road, "N1.ripe").alarms[0]
    decision = road.ask(DeadlinePassed(deadline_id="N1.ripe", due=ripe.at), SYSTEM)
    assert (decision.kind, decision.refusals[0].code) == ("invalid", "not_yet")


def test_only_the_system_lets_deadlines_pass() -> None:
    road = secure_road().to_served_notice()
    assert road.ask(DeadlinePassed(deadline_id="N1.ripe", due=road.as_at)).kind == "not_allowed"


def raised(road: Road, wanted: str) -> list[tuple[str, Role, str | None]]:
    """Who was told of a deadline on the way, level by level."""
    told: list[tuple[str, Role, str | None]] = []
    while True:
        alarm = next((a for a in deadline(road, wanted).alarms if not a.fired), None)
        if alarm is None:
            return told
        command = DeadlinePassed(deadline_id=wanted, due=alarm.at)
        decision = decide(road.state, command, road.facts(SYSTEM), alarm.at)
        told += [(e.level, e.to_role, e.to_user) for e in decision.events if isinstance(e, AlarmRaised)]
        road.state = apply(road.state, decision.events)


def test_reminders_go_to_the_officer_and_what_is_overdue_to_the_team_leader() -> None:
    road = secure_road().to_issued_claim()
    assert raised(road, "C1.listing") == [
        ("reminder-14", Role.OFFICER, "officer.a"),
        ("reminder-3", Role.OFFICER, "officer.a"),
        ("due", Role.OFFICER, "officer.a"),
        ("escalation", Role.TEAM_LEADER, None),
    ]


def test_a_draft_that_waits_is_told_to_seniors() -> None:
    road = secure_road().to_drafted_notice()
    assert raised(road, "N1.approve")[0] == ("reminder-3", Role.SENIOR, None)


def test_a_reminder_whose_day_had_passed_before_the_date_was_known_is_left_out() -> None:
    road = secure_road().to_drafted_notice()
    # due in 14 days: the reminder of 14 days before would have been this midnight
    assert [a.level for a in deadline(road, "N1.approve").alarms] == ["reminder-3", "due", "escalation"]


def test_the_landlords_policy_says_when_to_remind() -> None:
    road = Road(secure_road().tenancy, policy=Policy(reminder_days=(5, 1), escalate_after_days=4)).to_issued_claim()
    alarms = deadline(road, "C1.listing").alarms
    assert [(a.level, legal_day(a.at)) for a in alarms] == [
        ("reminder-5", date(2026, 5, 27)),
        ("reminder-1", date(2026, 5, 31)),
        ("due", date(2026, 6, 1)),
        ("escalation", date(2026, 6, 5)),
    ]


def test_what_has_spoken_stays_spoken_while_other_things_happen() -> None:
    road = secure_road().to_issued_claim()
    road.wait_until(date(2026, 5, 20))
    fired = [a.level for a in deadline(road, "C1.listing").alarms if a.fired]
    road.note().owe(100).do(RentChanged(), SYSTEM)
    assert fired == ["reminder-14"]
    assert [a.level for a in deadline(road, "C1.listing").alarms if a.fired] == fired


def test_a_step_that_changes_no_date_changes_no_deadline() -> None:
    road = secure_road().to_served_notice()
    decision = road.ask(road.draft())
    assert any(isinstance(e, DeadlinesChanged) for e in decision.events)
    road.note()
    assert [e.kind for e in road.decisions[-1].events] == ["note_added"]


def test_a_step_records_the_figure_only_where_it_changed() -> None:
    road = secure_road().opened()
    road.note()
    assert not [e for e in road.decisions[-1].events if isinstance(e, ArrearsRead)]
    road.owe(500).note()
    assert [e.arrears_pence for e in road.decisions[-1].events if isinstance(e, ArrearsRead)] == [120_500]


def test_the_first_rent_statement_is_due_in_a_week_and_the_next_after_a_quarter() -> None:
    road = secure_road().opened()
    assert deadline(road, "statement").date.on == date(2026, 3, 11)
    road.contact("rent_statement")
    assert deadline(road, "statement").date.on == date(2026, 6, 3)


def test_the_nearest_alarm_is_what_the_case_waits_for() -> None:
    road = secure_road().to_served_notice()
    assert next_due(road.case) == start_of_day(date(2026, 4, 6))
    line = summary(road.case)
    assert (line.next_title, line.next_on) == ("Notice N1 is ripe: a claim may be issued", date(2026, 4, 6))


def test_a_closed_case_waits_for_nothing() -> None:
    road = secure_road().to_served_notice().do(CloseCase(result=CloseResult.TENANT_LEFT))
    assert road.case.deadlines == ()
    assert next_due(road.case) is None
    quiet = road.ask(RentChanged(), SYSTEM)
    assert quiet.accepted
    assert quiet.events == ()


def test_every_deadline_explains_its_date() -> None:
    for road in (secure_road().to_listed_hearing(), secure_road().to_broken_order().to_booked_eviction()):
        for one in road.case.deadlines:
            assert one.title
            assert one.date.sentence.endswith(".")
            assert one.date.authority
            assert one.date.confidence in ("A", "B", "C")
