"""Reminders over random histories: none lost, none twice, all move with the facts, and a lost engine is no fact."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.alarms import next_alarm
from cases.commands import DeadlinePassed, FlagAttention, RunRecovered
from cases.decide import decide
from cases.evolve import apply
from cases.instants import end_of_day, start_of_day
from cases.state import CaseState
from cases.words import Role
from tests.cases.money_road import MoneyRoad
from tests.cases.road import LEADER, OFFICER, SENIOR, SYSTEM, Road, secure_road
from tests.cases.test_properties import _right_person, _some_road, command
from tests.examples import examples

Alarm = tuple[str, str, datetime]


def waiting(state: CaseState | None) -> set[Alarm]:
    """The alarms that have not spoken."""
    return {(d.id, a.level, a.at) for d in (state.deadlines if state else ()) for a in d.alarms if not a.fired}


class Watched:
    """A road of which every step is watched for what it does to the alarms."""

    def __init__(self, road: Road) -> None:
        self.road = road
        self.spoken: set[Alarm] = set()

    def take(self, asked: Any, who: Any, at: datetime) -> None:
        """Ask; where it is accepted, every alarm is still waited for, has spoken, or went with a change of its date."""
        before = self.road.state
        decision = decide(before, asked, self.road.facts(who), at)
        if not decision.accepted or not decision.events:
            return
        self.road.state = after = apply(before, decision.events)
        said = [(e.deadline_id, e.level, e.due) for e in decision.events if e.kind == "alarm_raised"]
        assert len(said) == len(set(said))
        # What is told of a correction, a doubt or a recovery was waited for by nobody.
        own = [alarm for alarm in said if alarm[0].split(":")[0] not in ("recovered", "correction", "doubt")]
        assert not self.spoken & set(own), "it had spoken already"
        assert set(own) <= waiting(before), "nothing waited to say this"
        self.spoken |= set(own)
        changed = {
            id for e in decision.events if e.kind == "deadlines_changed" for id in (*e.cleared, *(d.id for d in e.set))
        }
        gone = waiting(before) - waiting(after) - set(own)
        assert after.closed or {id for id, _, _ in gone} <= changed, "an alarm was lost without a word"
        for deadline in after.deadlines:
            day = deadline.date.on
            due = next(alarm.at for alarm in deadline.alarms if alarm.level == "due")
            assert due in (start_of_day(day), end_of_day(day)), "the alarm did not move with its date"
            assert all(alarm.at < due for alarm in deadline.alarms if alarm.level.startswith("reminder"))

    def sleep(self, days: int) -> None:
        """Let the days go by as the engine does; nothing that was due may be left unsaid."""
        self.road.day += timedelta(days=days)
        for _ in range(2000):
            found = next_alarm(self.road.case.deadlines)
            if found is None or found[1].at > self.road.as_at:
                return
            asked = DeadlinePassed(deadline_id=found[0].id, due=found[1].at)
            self.take(asked, SYSTEM, self.road.as_at)
            assert (found[0].id, found[1].level, found[1].at) not in waiting(self.road.case)
        raise AssertionError("the deadlines never come to rest")


@settings(
    max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_no_reminder_is_lost_or_doubled_and_each_moves_with_its_date(data: st.DataObject) -> None:
    road = _some_road(data)
    if road.state is None:
        road.opened()
    watched = Watched(road)
    for _ in range(data.draw(st.integers(1, 10))):
        match data.draw(st.sampled_from(["act", "act", "sleep", "pay", "lose the engine", "say it again"])):
            case "act":
                asked = data.draw(command(road.day))
                if asked.kind != "open_case":
                    who = _right_person(asked, data.draw(st.sampled_from([OFFICER, LEADER, SENIOR])))
                    watched.take(asked, who, road.as_at)
            case "sleep":
                watched.sleep(data.draw(st.integers(1, 120)))
            case "pay":
                road.pay(data.draw(st.integers(1, 150_000)))
            case "lose the engine":
                before = waiting(road.state)
                watched.take(RunRecovered(by=data.draw(st.sampled_from(["hand", "sweep"]))), SYSTEM, road.as_at)
                assert waiting(road.state) == before
            case "say it again" if watched.spoken:
                id, _, at = data.draw(st.sampled_from(sorted(watched.spoken)))
                watched.take(DeadlinePassed(deadline_id=id, due=at), SYSTEM, road.as_at)


def test_what_went_wrong_in_the_works_is_told_to_the_officer_and_the_team_leader() -> None:
    flag = FlagAttention(what="A date has come, and what it brings was refused (x): A date", command="deadline_passed")
    for road in (secure_road().opened(), MoneyRoad().open()):
        told = [e for e in road.ask(flag, SYSTEM).events if e.kind == "alarm_raised"]
        assert [(e.to_role, e.to_user) for e in told] == [(Role.OFFICER, "officer.a"), (Role.TEAM_LEADER, None)]
        assert {e.title for e in told} == {flag.what}
