"""The rest of the road by date, under named assumptions, without touching the case.

The case is walked on paper: every step is put to `decide` with the day's facts, so a date here is a date there.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from cases import tenancy as tenancies
from cases.alarms import next_alarm
from cases.assumptions import Assumptions, Coming
from cases.available import MENDS
from cases.base import TextRef
from cases.commands import (
    Approve,
    BookEviction,
    Command,
    DeadlinePassed,
    DecideReview,
    DraftWarrant,
    IssueClaim,
    ListHearing,
    RecordAssessment,
    RecordContact,
    RecordDecision,
    RecordLastCheck,
    RecordOutcome,
    RecordSearch,
    ServeNotice,
)
from cases.decide import decide
from cases.evolve import apply
from cases.facts import Facts, Posting
from cases.instants import legal_day, start_of_day
from cases.refusals import Refusal
from cases.samples import road
from cases.state import CaseState, Person
from cases.words import DecisionKind, NoticeKind, OutcomeKind, Risk, Role, Route, StepBefore
from law.calendar import is_business_day, next_business_day
from law.errors import LawError, OutsideTables
from law.grounds import ground
from law.tenancies import Occupancy

LONGEST = timedelta(days=3 * 366)
ACTS_A_DAY = 80
_WORDS = TextRef(id="", digest="")
_NOON = timedelta(hours=12)
_BEFORE = {
    "draft_notice": StepBefore.NOTICE,
    "serve_notice": StepBefore.NOTICE,
    "draft_claim": StepBefore.CLAIM,
    "issue_claim": StepBefore.CLAIM,
    "record_ten_day_letter": StepBefore.HEARING,
    "record_outcome": StepBefore.HEARING,
    "draft_warrant": StepBefore.WARRANT,
    "request_warrant": StepBefore.WARRANT,
    "record_last_check": StepBefore.EVICTION,
    "record_eviction": StepBefore.EVICTION,
}


def rest_of_road(
    state: CaseState, facts: Facts, as_at: datetime, assumed: Assumptions | None = None
) -> tuple[Coming, ...]:
    """What would come, by date, until the case closes, nothing more can be done, or three years have gone."""
    walk = _Walk(state, facts, as_at, assumed or Assumptions())
    return tuple(walk.on())


class _Walk:
    def __init__(self, state: CaseState, facts: Facts, as_at: datetime, assumed: Assumptions) -> None:
        self.state = state
        self.facts = facts
        self.now = as_at
        self.assumed = assumed
        self.held = ""
        self.reached: set[str] = set()

    @property
    def day(self) -> date:
        return legal_day(self.now)

    def on(self) -> Iterator[Coming]:
        end = self.now + LONGEST
        while self.now <= end and self.state.closed is None:
            yield from self._speak()
            for _ in range(ACTS_A_DAY):
                done = self._step()
                if done is None:
                    break
                yield done
                if self.state.closed is not None:
                    return
                if any(c.ended_by is OutcomeKind.DISMISSED for c in self.state.claims):
                    why = "The claim is dismissed; whether to begin again is for a person to decide."
                    yield Coming(on=self.day, kind="stop", what="The road ends here", why=why)
                    return
            ahead = self._next_day()
            if ahead is None:
                break
            self.now = start_of_day(ahead) + _NOON
        if self.held:
            yield Coming(
                on=self.day, kind="stop", what="Nothing more can be done under these assumptions", why=self.held
            )

    def _speak(self) -> Iterator[Coming]:
        """Every alarm up to now, each at its own instant."""
        while (found := next_alarm(self.state.deadlines)) is not None and found[1].at <= self.now:
            deadline, alarm = found
            passed = DeadlinePassed(deadline_id=deadline.id, due=alarm.at)
            self._take(passed, Person(user_id="system", role=Role.SYSTEM), max(alarm.at, start_of_day(self.day)))
            if alarm.level == "due":
                told = deadline.date
                yield Coming(
                    on=told.on,
                    kind="date",
                    what=deadline.title,
                    why=told.sentence,
                    authority=told.authority,
                    confidence=told.confidence,
                )

    def _step(self) -> Coming | None:
        """The first step of the road that is open today, or that a check or a Protocol step opens."""
        held: list[str] = []
        for offer in road(self.state, self._facts(), self.day):
            command = self._as_assumed(offer.command)
            if command is None:
                continue
            for _ in range(40):
                refused = self._take(command, self._who(command), self.now)
                if refused is None:
                    waited, self.held = self.held, ""
                    return Coming(on=self.day, kind="step", what=offer.label, why=offer.why, waited_for=waited)
                command, mended = self._mended(command, refused)
                if not mended:
                    held.append(refused[0].says)
                    break
        self.held = held[0] if held else self.held
        return None

    def _take(self, command: Command, who: Person, at: datetime) -> tuple[Refusal, ...] | None:
        facts = self._facts().model_copy(update={"actor": who})
        decision = decide(self.state, command, facts, at)
        if not decision.accepted:
            return decision.refusals
        self.state = apply(self.state, decision.events)
        return None

    def _mended(self, command: Command, refused: tuple[Refusal, ...]) -> tuple[Command, bool]:
        """The command to try again, and whether anything was mended."""
        codes = {r.code for r in refused}
        if "fee_differs" in codes and getattr(command, "fee_pence", 0) is None:
            return command.model_copy(update={"fee_pence": self.assumed.fee_pence}), True
        if "cannot_suspend" in codes and isinstance(command, RecordOutcome):
            kept = tuple(code for code in command.grounds_proved if not self._mandatory(code))
            return command.model_copy(update={"grounds_proved": kept}), bool(kept)
        before = _BEFORE.get(command.kind, StepBefore.CLAIM)
        for refusal in refused:
            mend = self._mend(refusal.code, before)
            if mend is not None and self._take(mend, self.facts.actor, self.now) is None:
                return command, True
        return command, False

    def _mandatory(self, code: str) -> bool:
        return ground(Occupancy(self.state.occupancy), code, self.day).power == "mandatory"

    def _mend(self, code: str, before: StepBefore) -> Command | None:
        kind, step = MENDS.of(code) or ("", "")
        if kind == "record_contact" and step:
            return RecordContact(step=step, on=self.day, tenants=self.state.tenants, method="letter", note=_WORDS)
        if kind == "record_search":
            return RecordSearch(on=self.day, before=before, clear=True)
        if kind == "record_assessment":
            return RecordAssessment(on=self.day, before=before, proceed=True, reasons=_WORDS)
        if code == "decision_needed" and not self.state.decisions:
            return RecordDecision(decision=DecisionKind.DUTY_ENDED, on=self.day, told_on=self.day, reasons=_WORDS)
        return None

    def _who(self, command: Command) -> Person:
        if not isinstance(command, Approve | DecideReview | RecordLastCheck):
            return self.facts.actor
        return Person(user_id="another", role=Role.SENIOR)

    def _as_assumed(self, command: Command) -> Command | None:
        shape: dict[type[Any], Callable[[Any], Command | None]] = {
            ServeNotice: lambda c: c.model_copy(update={"sent_at": self.now, "proof": _WORDS}),
            IssueClaim: self._issue,
            ListHearing: self._listed,
            RecordOutcome: self._outcome,
            DraftWarrant: lambda c: c.model_copy(update={"risk": Risk.NONE_KNOWN}),
            BookEviction: self._booked,
        }
        found = shape.get(type(command))
        return found(command) if found else command

    def _issue(self, command: IssueClaim) -> Command:
        claim = next(c for c in self.state.claims if c.id == command.claim_id)
        notice = next(n for n in self.state.notices if n.id == claim.notice_id)
        route = Route.ACCELERATED if notice.kind is NoticeKind.S21 else Route.PAPER
        return command.model_copy(update={"route": route})

    def _listed(self, command: ListHearing) -> Command:
        claim = next(c for c in self.state.claims if c.id == command.claim_id)
        wanted = (claim.issued_on or self.day) + timedelta(days=self.assumed.listing_days)
        return command.model_copy(update={"on": _working(max(wanted, command.on))})

    def _outcome(self, command: RecordOutcome) -> Command | None:
        hearing = next(h for h in self.state.hearings if h.id == command.hearing_id)
        claim = next(c for c in self.state.claims if c.id == hearing.claim_id)
        notice = next((n for n in self.state.notices if n.id == claim.notice_id), None)
        if self.day < hearing.on:
            return None
        outcome = OutcomeKind(self.assumed.outcome)
        changes: dict[str, Any] = {"outcome": outcome, "on": self.day}
        if outcome is not OutcomeKind.DISMISSED:
            changes |= {
                "grounds_proved": notice.grounds if notice else (),
                "possession_on": self.day + timedelta(days=14 if outcome is OutcomeKind.OUTRIGHT else 28),
                "judgment_pence": max(0, self.state.last_arrears_pence),
            }
        if outcome is OutcomeKind.SUSPENDED:
            changes |= {
                "instalment_pence": 500,
                "frequency": "weekly",
                "first_payment": self.day + timedelta(days=7),
            }
        return command.model_copy(update=changes)

    def _booked(self, command: BookEviction) -> Command:
        warrant = next(w for w in self.state.warrants if w.id == command.warrant_id)
        wanted = (warrant.issued_on or self.day) + timedelta(days=self.assumed.bailiff_days)
        on = _working(max(wanted, self.day + timedelta(days=15)))
        if warrant.appointment_on is not None:
            on = warrant.appointment_on
        return command.model_copy(update={"on": on, "n54_delivered_on": self.day})

    def _facts(self) -> Facts:
        return self.facts.model_copy(update={"postings": (*self.facts.postings, *self._rent())})

    def _rent(self) -> Iterator[Posting]:
        """The rent of the periods that begin after the last charge on the account, up to today."""
        tenancy = self.facts.tenancy
        charge = tenancies.rent_pence(tenancy)
        charged = [p.on for p in self.facts.postings if p.kind == "rent"]
        if not charged or charge <= 0:
            return
        try:
            period = tenancies.rent_period(tenancy)
        except LawError:
            return
        k = period.index(max(charged)) + 1
        while (day := period.start(k)) <= self.day:
            yield Posting(on=day, kind="rent", due_pence=charge, paid_pence=0)
            if self.assumed.pays == "rent":
                yield Posting(on=day, kind="payment", due_pence=0, paid_pence=charge)
            k += 1

    def _next_day(self) -> date | None:
        """The next day on which anything can be different."""
        found = next_alarm(self.state.deadlines)
        days = {legal_day(found[1].at)} if found else set()
        days |= set(dates_in(self.state.model_dump(exclude={"deadlines", "contacts", "papers"})))
        coming = [day for day in days if day > self.day]
        return min(coming) if coming else None


def dates_in(value: Any) -> Iterator[date]:
    """Every day in a state, and the day after it: some steps wait for a day to pass."""
    if isinstance(value, datetime):
        return
    if isinstance(value, date):
        yield value
        yield value + timedelta(days=1)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from dates_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from dates_in(inner)


def _working(day: date) -> date:
    try:
        return day if is_business_day(day) else next_business_day(day)
    except OutsideTables:
        return day
