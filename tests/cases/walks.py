"""Roads of every other track, walked in pure code on top of `road`. All people and tenancies are made up."""

from datetime import date, time, timedelta
from typing import Any

from cases.commands import (
    Approve,
    Command,
    DecideReview,
    DraftClaim,
    DraftNotice,
    ListHearing,
    OpenCase,
    RecordClaimService,
    RequestReview,
)
from cases.facts import Policy
from cases.state import Claim, Notice, Person
from cases.words import Cause, NoticeKind, OutcomeKind, Role, StepBefore, Track
from tests.cases.road import ASSURED, OFFICER, SECURE, SENIOR, TEXT, Road

REVIEWER = Person(user_id="senior.r", role=Role.SENIOR)
BEFORE_NOTICE = (
    "contact_each_tenant",
    "income_expenditure",
    "rent_statement",
    "benefit_help",
    "debt_advice",
    "incident_log",
    "conduct_warning",
    "part3_invite",
)
AFTER_NOTICE = (
    "post_notice_contact",
    "protocol_copy_sent",
    "benefit_enquiry",
    "adr",
    "rent_statement",
    "part3_reasons",
    "part3_schedule",
)


class Walk(Road):
    """A case of any track. Only what a test is about has to be said; the rest is plain."""

    def opening(self, track: Track | None = None, cause: Cause | None = None) -> OpenCase:
        """The command that opens the case on a road."""
        tenancy = self.tenancy
        return OpenCase(
            tenancy_ref=tenancy.tenancy_ref, landlord=tenancy.landlord, officer="officer.a", track=track, cause=cause
        )

    def begin(self, track: Track | None = None, cause: Cause | None = None) -> "Walk":
        """Open the case, with everything recorded that a notice asks for."""
        self.do(self.opening(track, cause))
        self.contact(*BEFORE_NOTICE)
        self.assess(StepBefore.NOTICE)
        return self

    def drafting(self, kind: NoticeKind, *grounds: str, **changes: Any) -> DraftNotice:
        """The command that drafts a notice of the kind for today."""
        command = DraftNotice(notice=kind, grounds=grounds, planned_service=self.day, particulars=TEXT)
        return command.model_copy(update=changes)

    def on(self, day: date) -> "Walk":
        """Go to a day without letting deadlines speak."""
        self.day = day
        return self

    def later(self, days: int) -> "Walk":
        """Go on by so many days."""
        return self.on(self.day + timedelta(days=days))

    def do(self, command: Command, who: Person = OFFICER) -> "Walk":
        """Take the step; it must be accepted."""
        super().do(command, who)
        return self

    def contact(self, *steps: str) -> "Walk":
        """Steps recorded today, each reaching every joint tenant."""
        super().contact(*steps)
        return self

    def assess(self, before: StepBefore, proceed: bool = True) -> "Walk":
        """An assessment today."""
        super().assess(before, proceed)
        return self

    def search(self, before: StepBefore, clear: bool = True) -> "Walk":
        """A register search today."""
        super().search(before, clear)
        return self

    @property
    def newest(self) -> Notice:
        """The notice drafted last."""
        return self.case.notices[-1]

    def give(self, kind: NoticeKind, *grounds: str, **changes: Any) -> "Walk":
        """Draft a notice, have it approved, and hand it to every tenant today."""
        self.do(self.drafting(kind, *grounds, **changes))
        self.do(Approve(subject=self.newest.id), SENIOR)
        self.search(StepBefore.NOTICE)
        for tenant in self.tenancy.tenants:
            self.do(self.serve(tenant))
        return self

    def ask_review(self, **changes: Any) -> RequestReview:
        """The command by which the first tenant asks for a review of the newest notice today."""
        command = RequestReview(notice_id=self.newest.id, tenant=self.tenancy.tenants[0], asked_on=self.day)
        return command.model_copy(update=changes)

    def decide(self, upheld: bool = True, **changes: Any) -> DecideReview:
        """The command that decides the newest review today."""
        review = self.case.reviews[-1].id
        command = DecideReview(review_id=review, on=self.day, upheld=upheld, told_on=self.day, reasons=TEXT)
        return command.model_copy(update=changes)

    def ready(self) -> "Walk":
        """Wait until the newest notice is ripe, with everything recorded that a claim asks for."""
        ripe = self.newest.issue_from_safe
        if ripe is not None:
            self.wait_until(max(ripe.on, self.day))
        self.contact(*AFTER_NOTICE)
        self.assess(StepBefore.CLAIM)
        return self

    def claiming(self, **changes: Any) -> DraftClaim:
        """The command that prepares the claim on the newest notice."""
        return DraftClaim(notice_id=self.newest.id, signer="officer.a").model_copy(update=changes)

    def claim(self, **changes: Any) -> "Walk":
        """Prepare the claim, have it approved and issue it today."""
        route = changes.pop("route", None)
        self.do(self.claiming(**changes))
        self.do(Approve(subject=self.last_claim.id), SENIOR)
        self.search(StepBefore.CLAIM)
        self.do(self.issue(**({"route": route} if route else {})))
        return self

    @property
    def last_claim(self) -> Claim:
        """The claim prepared last."""
        return self.case.claims[-1]

    def heard(self) -> "Walk":
        """A hearing six weeks ahead, and its day come."""
        day = self.day + timedelta(days=42)
        self.do(ListHearing(claim_id=self.last_claim.id, on=day, at=time(10, 30), court="Sample County Court"))
        self.do(RecordClaimService(hearing_id=self.case.hearings[-1].id, sent_on=self.day))
        self.wait_until(day)
        return self

    def ordered(self, *grounds: str, days: int = 14) -> "Walk":
        """An outright order today."""
        possession = self.day + timedelta(days=days)
        self.do(self.outcome(OutcomeKind.OUTRIGHT, grounds_proved=grounds, possession_on=possession))
        return self


def council(occupancy: str, start: date = date(2025, 8, 4), **changes: Any) -> Walk:
    """A council's weekly tenancy of that type with two joint tenants, on Wednesday 4 March 2026."""
    return Walk(SECURE.model_copy(update={"occupancy": occupancy, "start_date": start, **changes}))


def provider(occupancy: str, start: date = date(2025, 8, 4), policy: Policy | None = None, **changes: Any) -> Walk:
    """A registered provider's weekly tenancy of that type with one tenant, the same day."""
    return Walk(ASSURED.model_copy(update={"occupancy": occupancy, "start_date": start, **changes}), policy=policy)
