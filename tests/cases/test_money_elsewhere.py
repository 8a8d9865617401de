"""A money case asks what other cases record of its debtors: it bars exactly what it would if it were recorded here."""

from datetime import date, timedelta
from typing import Any

import pytest

from cases.commands import StartBreathingSpace
from cases.elsewhere import HeldElsewhere
from cases.held import REACHING
from cases.money import commands as c
from cases.money.facts import MoneyFacts
from cases.money.words import HoldReason
from cases.state import Person
from law.holds import MORATORIA
from tests.cases.money_road import OFFICER, TEXT, MoneyRoad


class Known(MoneyRoad):
    """A road on which other cases record something of its debtors."""

    elsewhere: tuple[HeldElsewhere, ...] = ()

    def facts(self, who: Person = OFFICER) -> MoneyFacts:
        return super().facts(who).model_copy(update={"held_elsewhere": self.elsewhere})

    def known(self, kind: str, *, last: date | None = None, tenants: tuple[str, ...] = ()) -> "Known":
        began = self.day - timedelta(days=2)
        one = HeldElsewhere(
            case_id="T9-1",
            hold_id="L1",
            kind=kind,
            label="Hold",
            started_on=began,
            last=last,
            tenants=tenants or self.case.tenants,
        )
        self.elsewhere = (one,)
        return self

    def recorded(self, kind: str) -> "Known":
        """The same recorded here."""
        began = self.day - timedelta(days=2)
        if kind in MORATORIA:
            self.do(StartBreathingSpace(moratorium=kind, started_on=began))  # type: ignore[arg-type]  # its two words
        else:
            self.do(c.HoldMoneyCase(hold=HoldReason(kind), began_on=began, debtors=self.case.tenants, reason=TEXT))
        return self


def codes(road: MoneyRoad, command: Any) -> set[str]:
    return {refusal.code for refusal in road.ask(command).refusals}


@pytest.mark.parametrize("kind", sorted(REACHING))
@pytest.mark.parametrize("step", ["intention", "draft"])
def test_it_bars_what_it_would_bar_if_it_were_recorded_here(kind: str, step: str) -> None:
    road, here = Known().to_letter(), Known().to_letter()
    assert isinstance(road, Known)
    assert isinstance(here, Known)
    asked: Any = c.SendIntention(on=road.day, method="letter") if step == "intention" else c.DraftMoneyClaim(signer="A")
    without = codes(road, asked)
    barred_here = codes(here.recorded(kind), asked) - without
    barred_there = codes(road.known(kind), asked) - without
    assert barred_there == ({"held_elsewhere"} if barred_here else set())
    assert barred_here <= {"breathing_space", "held", "insolvency"}


def test_the_officer_is_told_with_what_mends_it_until_it_is_recorded_here() -> None:
    road = Known().to_letter()
    assert isinstance(road, Known)
    road.known("bankruptcy")
    asked = c.SendIntention(on=road.day, method="letter")
    told = next(r for r in road.ask(asked).refusals if r.code == "held_elsewhere")
    assert "case T9-1" in told.says
    assert told.mend.startswith("Record it here too")
    assert "IA 1986" in told.authority
    road.do(c.AddNote(text=TEXT))
    assert [d.id for d in road.case.deadlines if d.kind == "held_elsewhere"] == ["elsewhere.T9-1.L1"]
    road.recorded("bankruptcy")
    assert not [d for d in road.case.deadlines if d.kind == "held_elsewhere"]
    assert "held_elsewhere" not in codes(road, asked)


def test_the_death_of_one_of_two_debtors_is_told_and_bars_nothing() -> None:
    road = Known().to_letter()
    assert isinstance(road, Known)
    road.state = road.case.model_copy(update={"tenants": (*road.case.tenants, "F9-2")})
    road.known("death", tenants=("F9-2",)).do(c.AddNote(text=TEXT))
    assert [d.kind for d in road.case.deadlines if d.kind == "held_elsewhere"] == ["held_elsewhere"]
    assert "held_elsewhere" not in codes(road, c.SendIntention(on=road.day, method="letter"))


def test_an_insolvency_without_a_known_end_lasts_as_long_as_law_says_and_is_looked_at_again() -> None:
    road = MoneyRoad().to_letter()
    began = road.day - timedelta(days=30)
    for kind in (HoldReason.BANKRUPTCY, HoldReason.DEBT_RELIEF_ORDER, HoldReason.IVA):
        road.do(c.HoldMoneyCase(hold=kind, began_on=began, reason=TEXT))
    bankruptcy, relief, voluntary = road.case.holds
    year = date(began.year + 1, began.month, began.day) - timedelta(days=1)
    assert (bankruptcy.until.on, relief.until.on) == (year, year)
    assert "IA 1986" in bankruptcy.until.authority
    assert (bankruptcy.open_ended, voluntary.open_ended) == (False, True)
    ahead = road.day + timedelta(days=1)
    for wrong, code in (
        (c.HoldMoneyCase(hold=HoldReason.DISPUTE, reason=TEXT), "hold_length"),
        (c.HoldMoneyCase(hold=HoldReason.DEATH, debtors=("nobody",), reason=TEXT), "not_a_debtor"),
        (c.HoldMoneyCase(hold=HoldReason.DEATH, began_on=ahead, reason=TEXT), "in_future"),
    ):
        assert road.refused(wrong) == {code}
