"""Before an eviction: somebody named looks once more and decides, and the appointment is confirmed 72 hours ahead."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from cases.available import available
from cases.commands import BookEviction, ConfirmEviction, Override, RecordEviction, RecordLastCheck, RecordSearch
from cases.court_words import Referral
from cases.facts import OverrideRule, Policy
from cases.forecast import Sort, ahead
from cases.state import Deadline, Warrant
from cases.words import Role, StepBefore
from tests.cases.road import LEADER, OFFICER, SENIOR, TEXT, Road, secure_road


def outright() -> Road:
    """An order whose possession date has passed, on 16 June 2026."""
    road = secure_road().to_outright_order()
    road.wait_until(date(2026, 6, 16))
    return road


def booked() -> Road:
    """An eviction at 11:00 on Wednesday 1 July 2026, fifteen days ahead."""
    return outright().to_booked_eviction()


def check(road: Road, **changes: Any) -> RecordLastCheck:
    asked = RecordLastCheck(
        warrant_id="W1", on=road.day, proceed=True, reasons=TEXT, referral=Referral.SENT, referred_on=road.day
    )
    return asked.model_copy(update=changes)


def looked_into(road: Road) -> Road:
    """What a check that says to go on rests on: the assessment, and the search of the day."""
    return road.assess(StepBefore.EVICTION).do(RecordSearch(on=road.day, before=StepBefore.EVICTION, clear=True))


def wait_for(road: Road, kind: str) -> Deadline | None:
    return next((d for d in road.case.deadlines if d.kind == kind), None)


def warrant(road: Road) -> Warrant:
    return road.case.warrants[-1]


def confirm(road: Road) -> ConfirmEviction:
    return ConfirmEviction(warrant_id="W1", sent_at=road.as_at)


def test_the_last_check_has_a_day_of_its_own_before_the_eviction_by_the_landlords_policy() -> None:
    found = wait_for(booked(), "last_check")
    assert found is not None
    assert (found.date.on, found.date.authority) == (date(2026, 6, 24), "Landlord's policy")
    assert [a.level for a in found.alarms] == ["reminder-7", "reminder-3", "reminder-1", "due", "escalation"]
    assert "a named person decides" in found.title


def test_confirmation_is_due_72_hours_before_to_the_minute_and_two_people_are_told_when_it_is_missed() -> None:
    found = wait_for(booked(), "eviction_confirmation")
    assert found is not None
    assert found.date.on == date(2026, 6, 28)
    assert "72 hours before it is 11:00 on Sunday 28 June 2026" in found.date.sentence
    told = {a.level: a.at for a in found.alarms}
    assert told["due"] == datetime(2026, 6, 28, 10, tzinfo=UTC)
    assert told["escalation"] - told["due"] == timedelta(minutes=1)


def test_the_72_hours_are_hours_also_where_the_clock_goes_back_in_between() -> None:
    road = outright().to_issued_warrant()
    road.do(BookEviction(warrant_id="W1", on=date(2026, 10, 27), at=time(11)))
    found = wait_for(road, "eviction_confirmation")
    assert found is not None
    due = next(a.at for a in found.alarms if a.level == "due")
    assert due == datetime(2026, 10, 24, 11, tzinfo=UTC)
    assert "72 hours before it is 12:00 on Saturday 24 October 2026" in found.date.sentence


def test_both_alarms_of_a_missed_confirmation_speak() -> None:
    said = booked().wait_until(date(2026, 6, 29))
    assert said.index("W1.confirm due") + 1 == said.index("W1.confirm escalation")


def test_nothing_is_confirmed_before_somebody_whom_the_policy_names_has_looked() -> None:
    road = looked_into(booked())
    assert road.refused(confirm(road)) == {"last_check_needed"}
    assert road.refused(check(road)) == {"last_check_role"}
    road.do(check(road), SENIOR)
    made = warrant(road).last_check
    assert made is not None
    assert (made.decided_by, made.referral, made.referred_on) == (SENIOR, Referral.SENT, road.day)
    assert wait_for(road, "last_check") is None
    road.do(confirm(road))
    assert warrant(road).confirmed_at == road.as_at
    assert wait_for(road, "eviction_confirmation") is None
    assert road.refused(confirm(road)) == {"already_confirmed"}


def test_possession_is_recorded_only_after_somebody_named_looked_and_said_to_go_on() -> None:
    road = looked_into(booked())
    road.wait_until(date(2026, 7, 1))
    done = RecordEviction(warrant_id="W1", on=road.day, executed=True)
    assert road.refused(done) == {"eviction_unchecked"}
    assert road.ask(done.model_copy(update={"executed": False})).accepted
    road.search(StepBefore.EVICTION).do(check(road, proceed=False, referral=None, referred_on=None), SENIOR)
    assert "does not go on" in road.why(done, "eviction_unchecked")
    road.do(check(road), SENIOR)
    assert road.ask(done).accepted


def test_a_check_made_after_possession_is_none_and_only_a_named_role_records_what_happened_all_the_same() -> None:
    road = looked_into(booked())
    road.wait_until(date(2026, 7, 2))
    road.search(StepBefore.EVICTION).do(check(road), SENIOR)
    done = RecordEviction(
        warrant_id="W1",
        on=date(2026, 7, 1),
        executed=True,
        overrides=(Override(code="eviction_unchecked", reason=TEXT),),
    )
    assert "after possession was taken" in road.why(done, "eviction_unchecked", LEADER)
    road.policy = Policy(overrides=(OverrideRule(code="eviction_unchecked", roles=(Role.TEAM_LEADER,)),))
    assert road.refused(done, OFFICER) == {"eviction_unchecked"}
    road.do(done, LEADER)
    assert [one.code for one in road.case.overridden] == ["eviction_unchecked"]


def test_a_policy_may_let_officers_decide_it() -> None:
    road = looked_into(booked())
    road.policy = Policy(last_check_roles=(Role.OFFICER,))
    assert road.ask(check(road), OFFICER).accepted


def test_a_check_that_goes_on_rests_on_an_assessment_a_search_of_the_day_and_the_referral() -> None:
    road = booked()
    asked = check(road, referral=None, referred_on=None)
    assert {r.code for r in road.ask(asked, SENIOR).refusals} == {
        "assessment_needed",
        "search_needed",
        "referral_needed",
    }
    (referral,) = (r for r in road.ask(asked, SENIOR).refusals if r.code == "referral_needed")
    assert "HA 1996" in referral.authority
    assert "housing options" in referral.mend


@pytest.mark.parametrize(
    "changes",
    [
        {"referral": Referral.SENT, "referred_on": None},
        {"referral": Referral.DECLINED},
        {"referral": Referral.SENT, "referred_on": date(2026, 7, 2)},
    ],
)
def test_the_day_of_a_referral_goes_with_one_that_was_sent(changes: dict[str, Any]) -> None:
    road = looked_into(booked())
    assert {r.code for r in road.ask(check(road, **changes), SENIOR).refusals} == {"referral_needed"}


def test_a_check_that_says_not_to_go_on_needs_no_more_and_bars_the_confirmation() -> None:
    road = booked()
    road.do(check(road, proceed=False, referral=None, referred_on=None), SENIOR)
    (why,) = road.ask(confirm(road)).refusals
    assert "does not go on" in why.says
    found = wait_for(road, "last_check")
    assert found is not None
    assert "cancel the appointment" in found.title


def test_a_check_long_before_the_eviction_is_refused_and_one_of_another_appointment_grows_old() -> None:
    road = looked_into(booked())
    road.do(check(road), SENIOR).do(confirm(road))
    road.do(BookEviction(warrant_id="W1", on=date(2026, 8, 20), at=time(11), n54_delivered_on=road.day))
    assert warrant(road).confirmed_at is None
    assert road.refused(confirm(road)) == {"last_check_needed"}
    assert "check_too_early" in {r.code for r in road.ask(check(road), SENIOR).refusals}


def test_a_missing_check_or_confirmation_is_loud_in_the_forecast() -> None:
    road = booked()
    found = {each.what.split(" ", 1)[0]: each for each in ahead(road.case, road.facts(), road.as_at)}
    assert (found["Last"].sort, found["Last"].role) == (Sort.LATE, Role.SENIOR)
    assert found["Confirm"].sort is Sort.LAPSE


def test_the_check_stands_on_the_road_between_the_n54_and_the_eviction() -> None:
    road = looked_into(booked())
    acts = available(road.case, road.facts(SENIOR), Role.SENIOR, road.as_at, SENIOR)
    lead = next(a for a in acts if a.leads)
    assert lead.command == "record_last_check"
    road.do(check(road), SENIOR)
    acts = available(road.case, road.facts(), Role.OFFICER, road.as_at)
    assert next(a for a in acts if a.leads).command == "confirm_eviction"


def test_a_confirmation_is_of_an_appointment_that_is_ahead_and_not_of_the_future() -> None:
    road = looked_into(booked())
    road.do(check(road), SENIOR)
    later = ConfirmEviction(warrant_id="W1", sent_at=road.as_at + timedelta(hours=1))
    assert road.refused(later) == {"confirmed_when"}
    road.on(date(2026, 7, 1))
    assert road.refused(confirm(road)) == {"confirmed_when"}
