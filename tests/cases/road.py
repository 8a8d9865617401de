"""A builder that walks a case down its road in pure code, for the tests of every room.

All people and tenancies are made up. Typical use::

    road = secure_road()
    road.to_served_notice()
    road.refused(DraftClaim(notice_id="N1", signer="officer.a"))
"""

from datetime import date, datetime, time, timedelta

from cases.alarms import next_alarm
from cases.base import TextRef
from cases.commands import (
    AddNote,
    Approve,
    BookEviction,
    Command,
    DeadlinePassed,
    DraftClaim,
    DraftNotice,
    DraftWarrant,
    IssueClaim,
    ListHearing,
    OpenCase,
    RecordAssessment,
    RecordBreachWarning,
    RecordClaimService,
    RecordContact,
    RecordEviction,
    RecordLastCheck,
    RecordOutcome,
    RecordSearch,
    RecordTenDayLetter,
    RecordWarrantIssued,
    RequestWarrant,
    ServeNotice,
)
from cases.court_words import Referral
from cases.decide import decide
from cases.evolve import apply
from cases.facts import Facts, Policy, Posting, TenancyFacts
from cases.instants import legal_day, start_of_day
from cases.outcome import Decision
from cases.state import CaseState, Person
from cases.words import Breach, NoticeKind, OutcomeKind, Risk, Role, Route, StepBefore
from law.calendar import settle

TEXT = TextRef(id="text-1", digest="0" * 64)
OFFICER = Person(user_id="officer.a", role=Role.OFFICER)
SENIOR = Person(user_id="senior.b", role=Role.SENIOR)
LEADER = Person(user_id="leader.c", role=Role.TEAM_LEADER)
SYSTEM = Person(user_id="system", role=Role.SYSTEM)

SECURE = TenancyFacts(
    tenancy_ref="T1",
    landlord="sample-council",
    landlord_name="Sample Council",
    landlord_kind="council",
    occupancy="secure",
    social_housing=True,
    country="England",
    start_date=date(2020, 1, 6),
    period_unit="week",
    period_anchor=date(2020, 1, 6),
    rent_pence=12_000,
    service_charge_pence=0,
    tenants=("T1-1", "T1-2"),
)
ASSURED = SECURE.model_copy(
    update={
        "tenancy_ref": "T2",
        "landlord": "sample-homes",
        "landlord_name": "Sample Homes",
        "landlord_kind": "provider",
        "occupancy": "assured",
        "tenants": ("T2-1",),
    }
)


def weekly_rent(tenancy: TenancyFacts, first: date, last: date, pence: int | None = None) -> list[Posting]:
    """A rent charge every seven days, none paid."""
    weeks = (last - first).days // 7 + 1
    due = tenancy.rent_pence if pence is None else pence
    return [Posting(on=first + timedelta(days=7 * n), kind="rent", due_pence=due, paid_pence=0) for n in range(weeks)]


class Road:
    """A case being walked. `day` is today in London; commands are given at noon."""

    def __init__(self, tenancy: TenancyFacts, day: date = date(2026, 3, 4), policy: Policy | None = None) -> None:
        self.tenancy = tenancy
        self.day = day
        self.hour = 12
        self.policy = policy or Policy()
        # Ten weeks unpaid, and no charge after: the figure stays until a test moves it.
        self.postings = weekly_rent(tenancy, date(2025, 12, 1), date(2026, 2, 2))
        self.state: CaseState | None = None
        self.decisions: list[Decision] = []
        self.open_case: str | None = None
        self.earlier_cases = 0

    @property
    def as_at(self) -> datetime:
        """The instant of asking."""
        return start_of_day(self.day) + timedelta(hours=self.hour)

    @property
    def case(self) -> CaseState:
        """The open case."""
        assert self.state is not None
        return self.state

    def facts(self, who: Person = OFFICER) -> Facts:
        """What is known outside the case today."""
        return Facts(
            actor=who,
            tenancy=self.tenancy,
            postings=tuple(self.postings),
            policy=self.policy,
            officers=("officer.a", "officer.d"),
            earlier_cases=self.earlier_cases,
            open_case=self.open_case,
        )

    def ask(self, command: Command, who: Person = OFFICER) -> Decision:
        """The decision, without taking the step."""
        return decide(self.state, command, self.facts(who), self.as_at)

    def do(self, command: Command, who: Person = OFFICER) -> "Road":
        """Take the step; it must be accepted."""
        decision = self.ask(command, who)
        assert decision.accepted, [f"{r.code}: {r.says}" for r in decision.refusals]
        self.decisions.append(decision)
        self.state = apply(self.state, decision.events)
        return self

    def refused(self, command: Command, who: Person = OFFICER) -> set[str]:
        """The codes with which the command is refused; it must be."""
        decision = self.ask(command, who)
        assert not decision.accepted
        assert not decision.events
        return {r.code for r in decision.refusals}

    def why(self, command: Command, code: str, who: Person = OFFICER) -> str:
        """What the refusal of that code says."""
        return next(r.says for r in self.ask(command, who).refusals if r.code == code)

    def on(self, day: date) -> "Road":
        """Go to a day without letting deadlines speak."""
        self.day = day
        return self

    def later(self, days: int) -> "Road":
        """Go on by so many days."""
        return self.on(self.day + timedelta(days=days))

    def owe(self, pence: int, on: date | None = None) -> "Road":
        """A charge more on the account."""
        self.postings.append(Posting(on=on or self.day, kind="rent", due_pence=pence, paid_pence=0))
        return self

    def pay(self, pence: int, on: date | None = None) -> "Road":
        """A payment on the account."""
        self.postings.append(Posting(on=on or self.day, kind="payment", due_pence=0, paid_pence=pence, source="tenant"))
        return self

    def wait_until(self, day: date) -> list[str]:
        """Go to a day as the engine does, letting each deadline speak at its instant; what was said, in order."""
        said: list[str] = []
        noon = start_of_day(day) + timedelta(hours=12)
        while True:
            found = next_alarm(self.case.deadlines)
            if found is None or found[1].at > noon:
                break
            deadline, alarm = found
            at = max(alarm.at, self.as_at)
            command = DeadlinePassed(deadline_id=deadline.id, due=alarm.at)
            decision = decide(self.state, command, self.facts(SYSTEM), at)
            assert decision.accepted, decision.refusals
            said.append(f"{deadline.id} {alarm.level}")
            self.state = apply(self.state, decision.events)
            self.day = legal_day(at)
            assert len(said) < 2000, "the deadlines never come to rest"
        self.day = day
        return said

    # The road, step by step

    def opened(self) -> "Road":
        """The case is open."""
        command = OpenCase(tenancy_ref=self.tenancy.tenancy_ref, landlord=self.tenancy.landlord, officer="officer.a")
        return self.do(command)

    def contact(self, *steps: str) -> "Road":
        """Protocol steps today, each reaching every joint tenant."""
        for step in steps:
            self.do(RecordContact(step=step, on=self.day, tenants=self.tenancy.tenants, method="letter", note=TEXT))
        return self

    def assess(self, before: StepBefore, proceed: bool = True) -> "Road":
        """An assessment today."""
        return self.do(RecordAssessment(on=self.day, before=before, proceed=proceed, reasons=TEXT))

    def search(self, before: StepBefore, clear: bool = True) -> "Road":
        """A register search today."""
        return self.do(RecordSearch(on=self.day, before=before, clear=clear))

    def protocol(self) -> "Road":
        """All that the Protocol asks for before notice."""
        steps = ("contact_each_tenant", "income_expenditure", "rent_statement", "benefit_help", "debt_advice")
        return self.contact(*steps).assess(StepBefore.NOTICE)

    def draft(self, **changes: object) -> DraftNotice:
        """The command that drafts this road's notice."""
        secure = self.tenancy.occupancy == "secure"
        command = DraftNotice(
            notice=NoticeKind.S83 if secure else NoticeKind.S8,
            grounds=("1",) if secure else ("8", "10", "11"),
            planned_service=self.day,
            particulars=TEXT,
        )
        return command.model_copy(update=changes)

    def serve(self, tenant: str, **changes: object) -> ServeNotice:
        """The command that records service by hand at noon."""
        notice = self.case.notices[-1].id
        command = ServeNotice(notice_id=notice, tenant=tenant, method="by_hand", sent_at=self.as_at, proof=TEXT)
        return command.model_copy(update=changes)

    def to_drafted_notice(self) -> "Road":
        """Open, with the Protocol met and the notice drafted."""
        self.opened().protocol()
        return self.do(self.draft())

    def to_approved_notice(self) -> "Road":
        """The notice is approved."""
        return self.to_drafted_notice().approve_latest_notice()

    def approve_latest_notice(self) -> "Road":
        """A senior approves the notice drafted last."""
        return self.do(Approve(subject=self.case.notices[-1].id), SENIOR)

    def to_served_notice(self) -> "Road":
        """The notice is served by hand on every joint tenant."""
        self.to_approved_notice().search(StepBefore.NOTICE)
        for tenant in self.tenancy.tenants:
            self.do(self.serve(tenant))
        return self

    def to_ripe_notice(self) -> "Road":
        """The first safe day to issue, with the Protocol met after notice."""
        self.to_served_notice().later(7)
        self.contact("post_notice_contact", "protocol_copy_sent", "benefit_enquiry", "adr")
        ripe = self.case.notices[-1].issue_from_safe
        assert ripe is not None
        self.wait_until(ripe.on)
        return self.assess(StepBefore.CLAIM)

    def issue(self, **changes: object) -> IssueClaim:
        """The command that records issue today."""
        command = IssueClaim(
            claim_id=self.case.claims[-1].id,
            route=Route.PCS,
            route_reason=TEXT,
            claim_number="SAMPLE1",
            court="Sample County Court",
            issued_on=self.day,
        )
        return command.model_copy(update=changes)

    def to_approved_claim(self) -> "Road":
        """The claim is drafted and approved."""
        self.to_ripe_notice()
        self.do(DraftClaim(notice_id=self.case.notices[-1].id, signer="officer.a"))
        return self.do(Approve(subject="C1"), SENIOR).search(StepBefore.CLAIM)

    def to_issued_claim(self) -> "Road":
        """The claim is issued."""
        self.to_approved_claim()
        return self.do(self.issue())

    def to_listed_hearing(self) -> "Road":
        """A hearing is listed six weeks ahead, the claim served, the letter sent."""
        self.to_issued_claim()
        day = self.day + timedelta(days=42)
        self.do(ListHearing(claim_id="C1", on=day, at=time(10, 30), court="Sample County Court"))
        return self.do(RecordClaimService(hearing_id="H1", sent_on=self.day)).assess(StepBefore.HEARING)

    def to_hearing_day(self) -> "Road":
        """The morning of the hearing, the letter sent in time."""
        self.to_listed_hearing().later(20)
        self.do(RecordTenDayLetter(hearing_id="H1", sent_on=self.day))
        self.wait_until(self.case.hearings[-1].on)
        return self

    def outcome(self, outcome: OutcomeKind, **changes: object) -> RecordOutcome:
        """The command that records what the court did today."""
        hearing = self.case.hearings[-1].id
        grounds = ("1",) if self.tenancy.occupancy == "secure" else ("10", "11")
        return RecordOutcome(hearing_id=hearing, outcome=outcome, on=self.day, grounds_proved=grounds).model_copy(
            update=changes
        )

    def suspended(self, **changes: object) -> RecordOutcome:
        """A suspended order: rent plus £10 a week from a week today."""
        terms: dict[str, object] = {
            "possession_on": self.day + timedelta(days=28),
            "judgment_pence": 120_000,
            "instalment_pence": 1_000,
            "frequency": "weekly",
            "first_payment": self.day + timedelta(days=7),
        }
        return self.outcome(OutcomeKind.SUSPENDED, **{**terms, **changes})

    def to_outright_order(self) -> "Road":
        """An outright order, possession in 28 days."""
        self.to_hearing_day()
        command = self.outcome(
            OutcomeKind.OUTRIGHT, possession_on=self.day + timedelta(days=28), judgment_pence=120_000
        )
        return self.do(command)

    def to_suspended_order(self) -> "Road":
        """An order suspended on terms."""
        self.to_hearing_day()
        return self.do(self.suspended())

    def to_broken_order(self) -> "Road":
        """A suspended order whose first payment was missed past its grace, the tenants warned."""
        self.to_suspended_order()
        self.wait_until(self.day + timedelta(days=40))
        return self.do(RecordBreachWarning(order_id="O1", on=self.day, method="letter"))

    def to_approved_warrant(self) -> "Road":
        """A request for a warrant on the order, approved, the register searched."""
        order = self.case.orders[-1]
        breach = Breach.PAYMENT if order.terms else Breach.NONE
        self.contact("benefit_enquiry").assess(StepBefore.WARRANT)
        self.do(DraftWarrant(order_id=order.id, breach=breach, risk=Risk.NONE_KNOWN))
        return self.do(Approve(subject="W1"), SENIOR).search(StepBefore.WARRANT)

    def to_issued_warrant(self) -> "Road":
        """The warrant is requested and issued."""
        self.to_approved_warrant()
        self.do(RequestWarrant(warrant_id="W1", on=self.day, fee_pence=self.fee_where_unknown()))
        return self.do(RecordWarrantIssued(warrant_id="W1", on=self.day, number="SAMPLE-W1"))

    def fee_where_unknown(self) -> int | None:
        """A warrant fee to enter where the table has none for the day."""
        return 15_000 if self.day >= date(2026, 7, 13) else None

    def to_booked_eviction(self) -> "Road":
        """An eviction booked on the first working day fifteen days after the N54."""
        self.to_issued_warrant()
        on = settle(self.day + timedelta(days=15), 1)
        return self.do(BookEviction(warrant_id="W1", n54_delivered_on=self.day, on=on, at=time(11, 0)))

    def last_check(self) -> "Road":
        """A senior has looked once more today and says that the eviction goes on."""
        self.assess(StepBefore.EVICTION).search(StepBefore.EVICTION)
        asked = RecordLastCheck(warrant_id="W1", on=self.day, proceed=True, reasons=TEXT, referral=Referral.NOT_NEEDED)
        return self.do(asked, SENIOR)

    def to_eviction(self) -> "Road":
        """Possession is taken."""
        booked = self.to_booked_eviction().last_check().case.warrants[0].appointment_on
        assert booked is not None
        self.wait_until(booked)
        return self.do(RecordEviction(warrant_id="W1", on=self.day, executed=True))

    def note(self) -> "Road":
        """A note: the smallest step."""
        return self.do(AddNote(text=TEXT))


def secure_road(**changes: object) -> Road:
    """A council's secure weekly tenancy with two joint tenants, ten weeks in arrears on Wednesday 4 March 2026."""
    return Road(SECURE.model_copy(update=changes))


def assured_road(**changes: object) -> Road:
    """A registered provider's assured weekly tenancy with one tenant, ten weeks in arrears the same day."""
    return Road(ASSURED.model_copy(update=changes))
