"""A builder that walks a money case down its road in pure code. All people and accounts are made up."""

from datetime import date, datetime, timedelta
from typing import Any

from cases.alarms import next_alarm
from cases.base import TextRef
from cases.commands import Approve, DeadlinePassed
from cases.facts import Policy, Posting, TenancyFacts
from cases.instants import legal_day, start_of_day
from cases.money import commands as c
from cases.money.decide import MoneyDecision, decide
from cases.money.evolve import apply
from cases.money.facts import MoneyFacts
from cases.money.state import MoneyState
from cases.money.words import MoneyRoute, MoneyStep
from cases.state import Person
from cases.words import Role

TEXT = TextRef(id="text-1", digest="0" * 64)
OFFICER = Person(user_id="officer.a", role=Role.OFFICER)
SENIOR = Person(user_id="senior.b", role=Role.SENIOR)
LEADER = Person(user_id="leader.c", role=Role.TEAM_LEADER)
SYSTEM = Person(user_id="system", role=Role.SYSTEM)
FORMER = TenancyFacts(
    tenancy_ref="F1",
    landlord="sample-homes",
    landlord_name="Sample Homes",
    landlord_kind="provider",
    occupancy="former_tenant",
    social_housing=True,
    country="England",
    start_date=date(2019, 1, 7),
    end_date=date(2025, 12, 28),
    period_unit="week",
    period_anchor=date(2019, 1, 7),
    rent_pence=12_000,
    service_charge_pence=0,
    tenants=("F1-1", "F1-2"),
)
SUNDRY = FORMER.model_copy(
    update={"tenancy_ref": "S1", "occupancy": "sundry_debt", "end_date": None, "tenants": ("S1-1",)}
)


class MoneyRoad:
    """A money case being walked. `day` is today in London; commands are given at noon."""

    def __init__(self, account: TenancyFacts = FORMER, day: date = date(2026, 3, 4)) -> None:
        self.account = account
        self.day = day
        self.policy = Policy()
        self.postings = [
            Posting(on=date(2025, 10, 6) + timedelta(days=7 * n), kind="rent", due_pence=12_000, paid_pence=0)
            for n in range(10)
        ]
        self.state: MoneyState | None = None
        self.decisions: list[MoneyDecision] = []
        self.possession_cases: tuple[str, ...] = ()
        self.open_case: str | None = None

    @property
    def as_at(self) -> datetime:
        """The instant of asking."""
        return start_of_day(self.day) + timedelta(hours=12)

    @property
    def case(self) -> MoneyState:
        """The open case."""
        assert self.state is not None
        return self.state

    def facts(self, who: Person = OFFICER) -> MoneyFacts:
        """What is known outside the case today."""
        return MoneyFacts(
            actor=who,
            tenancy=self.account,
            postings=tuple(self.postings),
            policy=self.policy,
            officers=("officer.a", "officer.d"),
            open_case=self.open_case,
            possession_cases=self.possession_cases,
        )

    def ask(self, command: Any, who: Person = OFFICER) -> MoneyDecision:
        """The decision, without taking the step."""
        return decide(self.state, command, self.facts(who), self.as_at)

    def do(self, command: Any, who: Person = OFFICER) -> "MoneyRoad":
        """Take the step; it must be accepted."""
        decision = self.ask(command, who)
        assert decision.accepted, [f"{r.code}: {r.says}" for r in decision.refusals]
        self.decisions.append(decision)
        self.state = apply(self.state, decision.events)
        return self

    def refused(self, command: Any, who: Person = OFFICER) -> set[str]:
        """The codes with which the command is refused; it must be."""
        decision = self.ask(command, who)
        assert not decision.accepted
        assert not decision.events
        return {r.code for r in decision.refusals}

    def pay(self, pence: int, on: date | None = None) -> "MoneyRoad":
        """A payment on the account."""
        self.postings.append(Posting(on=on or self.day, kind="payment", due_pence=0, paid_pence=pence))
        return self

    def wait_until(self, day: date) -> list[str]:
        """Go to a day as the engine does, each alarm speaking at its instant; what was said, in order."""
        said: list[str] = []
        noon = start_of_day(day) + timedelta(hours=12)
        while (found := next_alarm(self.case.deadlines)) is not None and found[1].at <= noon:
            deadline, alarm = found
            at = max(alarm.at, self.as_at)
            passed = DeadlinePassed(deadline_id=deadline.id, due=alarm.at)
            decision = decide(self.state, passed, self.facts(SYSTEM), at)
            assert decision.accepted, decision.refusals
            self.day = legal_day(at)
            self.state = apply(self.state, decision.events)
            said += [f"{e.deadline_id} {e.level}" for e in decision.events if e.kind == "alarm_raised"]
        self.day = day
        return said

    # The road

    def open(self, **more: Any) -> "MoneyRoad":
        """Open the case."""
        ref, landlord = self.account.tenancy_ref, self.account.landlord
        return self.do(c.OpenMoneyCase(tenancy_ref=ref, landlord=landlord, officer="officer.a", **more))

    def checked(self, before: MoneyStep) -> "MoneyRoad":
        """The search and the assessment before a step."""
        self.do(c.SearchRegister(on=self.day, before=before, clear=True))
        return self.do(c.AssessDebtors(on=self.day, before=before, proceed=True, reasons=TEXT))

    def to_letter(self) -> "MoneyRoad":
        """Opened, traced, the letter of claim sent."""
        self.open()
        for who in self.case.tenants:
            self.do(c.RecordTrace(on=self.day, debtor=who, found=True, method="trace"))
        self.checked(MoneyStep.LETTER)
        return self.do(c.SendLetterOfClaim(on=self.day, debtors=self.case.tenants, method="letter"))

    def to_claim(self, **more: Any) -> "MoneyRoad":
        """To an approved claim, the Protocol's times having passed."""
        self.to_letter()
        self.wait_until(self.day + timedelta(days=31))
        self.do(c.SendIntention(on=self.day, method="letter"))
        self.wait_until(self.day + timedelta(days=15))
        self.checked(MoneyStep.CLAIM)
        self.do(c.DraftMoneyClaim(signer="Head of Housing", **more))
        return self.do(Approve(subject="C1"), SENIOR)

    def issue(self, **more: Any) -> c.IssueMoneyClaim:
        """The issue of the claim today."""
        told = {"route": MoneyRoute.PAPER, "claim_number": "M1", "court": "Sampleton", "issued_on": self.day}
        return c.IssueMoneyClaim(**{"claim_id": "C1", **told, **more})

    def to_judgment(self, **more: Any) -> "MoneyRoad":
        """To judgment in default."""
        self.to_claim()
        self.do(self.issue())
        self.do(c.RecordMoneyService(claim_id="C1", sent_on=self.day))
        due = self.case.claims[0].response_due
        assert due is not None
        self.wait_until(due.on + timedelta(days=1))
        self.do(c.AskDefaultJudgment(claim_id="C1", on=self.day))
        self.wait_until(self.day + timedelta(days=10))
        sums = {"sum_pence": self.case.claims[0].total_pence, "costs_pence": 11_500}
        return self.do(c.RecordJudgment(claim_id="C1", judgment="default", on=self.day, **{**sums, **more}))

    def to_enforcement(self) -> "MoneyRoad":
        """To an approved way of enforcing a judgment that nobody paid."""
        self.to_judgment()
        self.wait_until(self.day + timedelta(days=40))
        self.checked(MoneyStep.ENFORCEMENT)
        self.do(c.ChooseEnforcement(judgment_id="J1", method="attachment_of_earnings", reasons=TEXT))
        return self.do(Approve(subject="X1"), SENIOR)
