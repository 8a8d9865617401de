"""A hold that another case records of the same person is asked before every step, until it is recorded here too."""

from datetime import date, timedelta

from cases.commands import EndBreathingSpace, RentChanged, StartBreathingSpace, StartHold
from cases.elsewhere import HeldElsewhere
from cases.facts import Facts
from cases.state import Person
from cases.words import HoldKind, StepBefore
from tests.cases.road import OFFICER, SYSTEM, TEXT, Road, secure_road


class Known(Road):
    """A road on which other cases record something of its tenants."""

    elsewhere: tuple[HeldElsewhere, ...] = ()

    def facts(self, who: Person = OFFICER) -> Facts:
        return super().facts(who).model_copy(update={"held_elsewhere": self.elsewhere})


def known(kind: str = "standard", *, case_id: str = "T9-1", tenants: tuple[str, ...] = ("T1-1",)) -> Known:
    road = Known(secure_road().tenancy)
    road.to_approved_notice().search(StepBefore.NOTICE)
    road.elsewhere = (
        HeldElsewhere(
            case_id=case_id,
            hold_id="B1",
            kind=kind,
            label="Breathing space",
            started_on=road.day - timedelta(days=2),
            last=road.day + timedelta(days=57),
            tenants=tenants,
        ),
    )
    return road


def test_a_notice_is_not_served_in_a_breathing_space_that_only_another_case_records() -> None:
    road = known()
    refusal = next(r for r in road.ask(road.serve("T1-1")).refusals if r.code == "held_elsewhere")
    assert "case T9-1" in refusal.says
    assert refusal.mend.startswith("Record it here too")
    assert "SI 2020/1311" in refusal.authority


def test_the_officer_is_told_at_once_until_it_is_recorded_here() -> None:
    road = known()
    road.do(RentChanged(), SYSTEM)
    told = [d for d in road.case.deadlines if d.kind == "held_elsewhere"]
    assert [(d.id, d.date.on) for d in told] == [("elsewhere.T9-1.B1", road.day)]
    began = road.elsewhere[0].started_on
    road.do(StartBreathingSpace(moratorium="standard", started_on=began, tenants=("T1-1",)))
    assert not [d for d in road.case.deadlines if d.kind == "held_elsewhere"]
    assert "held_elsewhere" not in road.refused(road.serve("T1-1"))


def test_one_that_was_recorded_and_cancelled_here_is_not_asked_for_again() -> None:
    road = known()
    began = road.elsewhere[0].started_on
    road.do(StartBreathingSpace(moratorium="standard", started_on=began, tenants=("T1-1",)))
    road.do(EndBreathingSpace(breathing_space_id="B1", ended_on=road.day - timedelta(days=1)))
    assert road.ask(road.serve("T1-1")).accepted


def test_a_hold_of_another_kind_does_not_stand_for_it() -> None:
    road = known("bankruptcy")
    road.do(StartHold(hold=HoldKind.IVA, started_on=road.day, tenants=("T1-1",), reason=TEXT))
    assert [d.kind for d in road.case.deadlines if d.kind == "held_elsewhere"] == ["held_elsewhere"]


def test_the_case_itself_and_the_death_of_one_of_two_stop_nothing() -> None:
    assert known(case_id="T1-1").elsewhere[0].started_on == date(2026, 3, 2)
    own = known(case_id="T1-1")
    assert own.ask(own.serve("T1-1")).accepted
    survived = known("death")
    assert survived.ask(survived.serve("T1-1")).accepted
    nobody = known("death", tenants=("T1-1", "T1-2"))
    assert "held_elsewhere" in nobody.refused(nobody.serve("T1-1"))
