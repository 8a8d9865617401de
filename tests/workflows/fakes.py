"""A record without law or database: what the case workflow needs to be told, and a note of what it asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from temporalio import activity
from temporalio.exceptions import ApplicationError

from activities.contract import (
    LOAD_CASE,
    MAKE_PAPER,
    RECORD_STEP,
    LoadInput,
    LoadResult,
    PaperInput,
    PaperResult,
    StepInput,
    StepResult,
)
from cases.base import ExplainedDate, FileRef
from cases.events import (
    AlarmRaised,
    ArrearsRead,
    AttentionChanged,
    CaseClosed,
    CaseOpened,
    DeadlinesChanged,
    Event,
    NoteAdded,
    NoticeChanged,
    PaperChanged,
)
from cases.evolve import apply
from cases.outcome import Decision
from cases.refusals import Refusal
from cases.state import Alarm, Attention, CaseState, Closed, Deadline, Notice, PaperMade, Person
from cases.words import CloseResult, NoticeKind, Role, Track

OFFICER = Person(user_id="officer.a", role=Role.OFFICER)
FIRST_DUE_IN = timedelta(days=30)


def explained(on: date) -> ExplainedDate:
    """A date whose explanation does not matter."""
    return ExplainedDate(
        on=on, sentence="A date.", trigger="t", rule="r", authority="a", confidence="A", table_version="1"
    )


def deadline(on: datetime, name: str = "d1") -> Deadline:
    """A date to wait for that speaks once."""
    return Deadline(
        id=name, kind="test", title="A date", date=explained(on.date()), alarms=(Alarm(at=on, level="due"),)
    )


def opened(step: StepInput) -> CaseState:
    """A case just opened."""
    return CaseState(
        case_id=f"{step.tenancy_ref}-1",
        landlord=step.landlord,
        tenancy_ref=step.tenancy_ref,
        track=Track.SECURE_ARREARS,
        occupancy="secure",
        landlord_kind="council",
        tenants=(f"{step.tenancy_ref}-p1",),
        officer=OFFICER.user_id,
        opened_on=step.as_at.date(),
        opened_by=step.actor,
        opened_arrears_pence=100_00,
    )


@dataclass
class FakeRecord:
    """Keeps answers by key as the real record does. `rules` may replace what a kind of command leads to."""

    rules: dict[str, Callable[[CaseState | None, StepInput], Sequence[Event]]] = field(default_factory=dict)
    answers: dict[str, StepResult] = field(default_factory=dict)
    states: dict[str, CaseState] = field(default_factory=dict)
    asked: list[StepInput] = field(default_factory=list)
    attempts: Counter[str] = field(default_factory=Counter)
    poisoned: set[str] = field(default_factory=set)
    away: Counter[str] = field(default_factory=Counter)
    papers: list[PaperInput] = field(default_factory=list)
    paper_fault: bool = False

    @property
    def activities(self) -> list[Callable[..., Any]]:
        """To be registered in place of the real ones."""
        return [self.record_step, self.load_case, self.make_paper]

    def kinds(self) -> list[str]:
        """The commands asked for, in order, each once."""
        return [step.command.kind for step in self.asked]

    @activity.defn(name=RECORD_STEP)
    async def record_step(self, step: StepInput) -> StepResult:
        """Answer by key, or take the command at its word."""
        kind = step.command.kind
        self.attempts[step.key] += 1
        if kind in self.poisoned:
            raise ApplicationError("fault: Poison", type="Poison", non_retryable=self.attempts[step.key] >= 4)
        if self.away[kind] > 0:
            self.away[kind] -= 1
            raise ApplicationError("the record is away", type="Unavailable")
        if step.key in self.answers:
            return self.answers[step.key].model_copy(update={"repeated": True})
        self.asked.append(step)
        before = self.states.get(step.case_id) if step.case_id else None
        decision = self._decide(before, step)
        after = apply(before, decision.events) if decision.events else before
        if after is not None:
            self.states[after.case_id] = after
        answer = StepResult(
            decision=decision, case_id=after.case_id if after else None, revision=after.revision if after else 0
        )
        self.answers[step.key] = answer
        return answer

    @activity.defn(name=LOAD_CASE)
    async def load_case(self, asked: LoadInput) -> LoadResult:
        """The case as kept."""
        return LoadResult(state=self.states[asked.case_id])

    @activity.defn(name=MAKE_PAPER)
    async def make_paper(self, asked: PaperInput) -> PaperResult:
        """A paper without contents."""
        self.papers.append(asked)
        if self.paper_fault:
            raise ApplicationError("fault: Broken", type="Broken", non_retryable=True)
        return PaperResult(file=FileRef(sha256="0" * 64, size=1, name="paper.pdf", kind=asked.paper.value))

    def _decide(self, state: CaseState | None, step: StepInput) -> Decision:
        kind = step.command.kind
        open_now = next((s for s in self.states.values() if _same_tenancy(s, step) and s.closed is None), None)
        if kind == "open_case" and open_now is not None:
            return refused("already_open", link=f"/cases/{open_now.case_id}")
        rule = self.rules.get(kind, lambda s, r: events_of(s, r))
        found = rule(state, step)
        return found if isinstance(found, Decision) else Decision(events=tuple(found))


def _same_tenancy(state: CaseState, step: StepInput) -> bool:
    return (state.landlord, state.tenancy_ref) == (step.landlord, step.tenancy_ref)


def refused(code: str, link: str = "") -> Decision:
    """A refusal of one reason."""
    return Decision(kind="refused", refusals=(Refusal(code=code, says="No.", mend="Wait.", link=link),))


def events_of(state: CaseState | None, step: StepInput) -> list[Event]:
    """What each command simply leads to."""
    command = step.command
    match command.kind:
        case "open_case":
            return [CaseOpened(state=opened(step)), DeadlinesChanged(set=(deadline(step.as_at + FIRST_DUE_IN),))]
        case "add_note":
            return [NoteAdded(text=command.text)]
        case "draft_notice":
            return [NoticeChanged(what="drafted", notice=_notice(step))]
        case "deadline_passed":
            return [
                AlarmRaised(
                    deadline_id=command.deadline_id,
                    level="due",
                    due=command.due,
                    to_role=Role.OFFICER,
                    title="A date",
                    on=command.due.date(),
                )
            ]
        case "rent_changed":
            return [ArrearsRead(on=step.as_at.date(), arrears_pence=120_00)]
        case "flag_attention":
            return [AttentionChanged(attention=Attention(since=step.as_at, what=command.what, command=command.command))]
        case "request_paper":
            return [PaperChanged(what="requested", paper=_paper(state, step))]
        case "paper_done":
            return [_paper_done(state, command)]
        case "close_case":
            return [CaseClosed(closed=Closed(on=step.as_at.date(), result=CloseResult.WITHDRAWN))]
    raise AssertionError(f"the fake record does not know {command.kind}")


def _notice(step: StepInput) -> Notice:
    day = explained(step.as_at.date() + timedelta(days=30))
    return Notice(
        id="notice-1",
        kind=NoticeKind.S83,
        grounds=("1",),
        drafted_by=step.actor,
        drafted_on=step.as_at.date(),
        arrears_pence=100_00,
        particulars=step.command.particulars,  # type: ignore[union-attr]
        planned_service=step.as_at.date(),
        specified=day,
        specified_minimum=day,
    )


def _paper(state: CaseState | None, step: StepInput) -> PaperMade:
    assert state is not None
    return PaperMade(
        id=f"paper-{len(state.papers) + 1}",
        kind=step.command.paper.value,  # type: ignore[union-attr]
        subject=step.command.subject,  # type: ignore[union-attr]
        requested_at=step.as_at,
        requested_by=step.actor,
        facts_digest="x",
    )


def _paper_done(state: CaseState | None, command: Any) -> Event:
    assert state is not None
    paper = next(p for p in state.papers if p.id == command.paper_id)
    if command.failed:
        return PaperChanged(what="failed", paper=paper.model_copy(update={"failed": command.failed}))
    return PaperChanged(what="made", paper=paper.model_copy(update={"file": command.file}))
