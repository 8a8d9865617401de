"""What every kind of case shares: one run, and those that continue it, for a case's whole life of months or years.

`run` reads as "resume from this state": nothing happens because a run began, only because the state says that it is
still to be done. People act by updates, under one lock; dates and papers are the loop's. No law is worked out here.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Generic, NoReturn, TypeVar

from temporalio import workflow
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from cases.commands import DeadlinePassed, FlagAttention, PaperDone, RentChanged, RunRecovered
    from cases.state import PaperMade, Person
    from cases.words import Role
    from workflows import board, papers, renewing, steps, waiting
    from workflows.kept import Kept
    from workflows.messages import NOT_RECORDED, CaseDetails, Problem, RunArgs, SetAside, Wake
    from workflows.refused import RefusedDates

SYSTEM = Person(user_id="system", role=Role.SYSTEM)
RECENT_KEYS = 50
TRY_AGAIN_AFTER = timedelta(hours=1)
S = TypeVar("S", bound=Kept)


class Entity(ABC, Generic[S]):
    """Holds a case's state, waits for people and dates, and folds a step only once it is on the record.

    A kind of case adds its own messages, and says how its steps are recorded, folded and read again.
    """

    def __init__(self, args: RunArgs, state: S | None) -> None:
        self._args = args
        self._state: S | None = None
        self._first_stage: StrEnum | None = None
        self._offset = args.clock_offset
        self._recent = list(args.recent)
        self._set_aside = {aside.key: aside for aside in args.set_aside}
        self._problems = list(args.problems)
        self._refused = RefusedDates(args.refused)
        self._making: dict[str, asyncio.Task[None]] = {}
        self._lock = asyncio.Lock()
        self._changes = 0
        self._updates = 0
        self._opening_answered = False
        self._rent_changed = False
        if state is not None:
            self._adopt(state)

    # What a kind of case says of itself

    @abstractmethod
    async def _ask(self, key: str, seen: int | None, command: Any, actor: Person) -> Any:
        """Have a command decided and recorded; its result. Raises NotRecorded."""

    @abstractmethod
    def _applied(self, state: S | None, events: Sequence[Any]) -> S:
        """The state after one step's events."""

    @abstractmethod
    async def _load(self, case_id: str) -> S:
        """The case as the record has it. Raises NotRecorded."""

    @abstractmethod
    async def _made(self, case_id: str, paper: PaperMade) -> tuple[PaperDone, str | None]:
        """Have a paper made; what is recorded of it, and the kind of fault if its making was given up."""

    @abstractmethod
    def _stage(self, state: S) -> StrEnum:
        """Where the case stands."""

    # The life of a run

    async def _live(self) -> None:
        await self._opening()
        await self._say_recovered()
        while self._state is not None and self._state.closed is None:
            self._tidy()
            self._start_papers(self._state)
            self._publish(self._state)
            if self._time_for_a_new_run(self._state):
                await workflow.wait_condition(lambda: workflow.all_handlers_finished() and not self._lock.locked())
                if self._state.closed is None:
                    self._continue()
            elif not await self._do_what_is_due(self._state):
                await self._wait(self._state)
        for task in self._making.values():
            task.cancel()
        await workflow.wait_condition(workflow.all_handlers_finished)
        if self._state is not None:
            self._publish(self._state)

    @workflow.signal
    def wake(self, wake: Wake) -> None:
        """Look again: the landlord's clock was moved, or postings came in."""
        if wake.clock_offset_seconds is not None:
            self._offset = timedelta(seconds=wake.clock_offset_seconds)
        self._rent_changed = self._rent_changed or wake.rent_changed
        self._changes += 1

    @workflow.query
    def details(self) -> CaseDetails:
        """Where the run stands, for support staff."""
        state = self._state
        return CaseDetails(
            case_id=state.case_id if state else None,
            revision=state.revision if state else 0,
            stage=self._stage(state).value if state else None,
            as_at=self._as_at(),
            waits_until=self._next_moment(state) if state else None,
            set_aside=tuple(self._set_aside.values()),
            problems=tuple(self._problems),
            papers_in_hand=tuple(self._making),
            updates_this_run=self._updates,
        )

    # What the loop does

    async def _opening(self) -> None:
        """Wait for the opening's answer. Where it is a refusal, or none comes, the run ends and frees the account."""
        if self._state is None:
            await waiting.for_opening(lambda: self._opening_answered)
            await workflow.wait_condition(workflow.all_handlers_finished)

    async def _say_recovered(self) -> None:
        """A run in the place of a lost one says so on the record, once, and looks at the account again."""
        if self._args.recovered is not None and self._state is not None:
            key = f"{self._state.case_id}:recovered:{workflow.info().start_time.isoformat()}"
            await self._do(key, RunRecovered(by=self._args.recovered))
            self._rent_changed = True

    async def _do_what_is_due(self, state: S) -> bool:
        """Do the most pressing thing that the system has to do; False where there is none."""
        ring = waiting.due(state, self._set_aside, self._as_at(), self._spread(state))
        if ring is not None:
            passed = DeadlinePassed(deadline_id=ring.deadline_id, due=ring.at)
            result = await self._do(self._refused.key_of(ring, self._as_at()), passed)
            if self._state is not None and ring in waiting.rings(self._state):
                self._put_aside(ring.key)
                if news := self._refused.news_of(ring, result):
                    self._note_problem(ring.key, passed.kind, "refused", news)
            else:
                self._refused.went(ring)
            return True
        problem = next((problem for problem in self._problems if problem.key not in self._set_aside), None)
        if problem is not None:
            await self._flag(problem)
            return True
        if self._rent_changed:
            self._rent_changed = False
            await self._do(f"{state.case_id}:rent:{self._as_at().isoformat()}", RentChanged())
            return True
        return False

    async def _do(self, key: str, command: Any) -> Any:
        """A step of the system's own. One that fails is flagged, so that it holds up neither reminders nor people."""
        try:
            async with self._lock:
                return await self._record(key, None, command, SYSTEM)
        except steps.NotRecorded as fault:
            return self._note_problem(key, command.kind, fault.why)

    async def _flag(self, problem: Problem) -> None:
        """Put a problem on the record; while that does not work either it stays on the board."""
        flag = FlagAttention(what=problem.what, command=problem.command)
        try:
            async with self._lock:
                await self._record(problem.key, None, flag, SYSTEM)
        except steps.NotRecorded:
            self._put_aside(problem.key)
        else:
            self._problems.remove(problem)

    def _start_papers(self, state: S) -> None:
        for paper in papers.asked_for(state):
            if paper.id not in self._making and papers.done_key(state, paper) not in self._set_aside:
                self._making[paper.id] = asyncio.create_task(self._make(state, paper))

        for paper in state.papers:
            if self._stopped(paper) and paper.id in self._making:
                self._making[paper.id].cancel()

    def _stopped(self, paper: PaperMade) -> bool:
        """Whether somebody stopped the making of a bundle."""
        wanted = papers.asked_for(self._state) if self._state is not None else []
        return paper.apart and not any(left.id == paper.id for left in wanted)

    async def _make(self, state: S, paper: PaperMade) -> None:
        key = papers.done_key(state, paper)
        try:
            done, fault = await self._made(state.case_id, paper)
            if self._stopped(paper):
                return
            await self._do(key, done)
            if fault:
                self._note_problem(key, "request_paper", fault)
            if self._state and any(left.id == paper.id for left in papers.asked_for(self._state)):
                self._put_aside(key)
        finally:
            self._changes += 1

    async def _wait(self, state: S) -> None:
        seen = self._changes
        moment = self._next_moment(state)
        await waiting.for_change(lambda: self._changes != seen, moment, self._as_at(), board.waits_for(state))

    def _tidy(self) -> None:
        """Forget what has been set aside long enough, and let a fault in a paper's task be seen."""
        as_at = self._as_at()
        self._set_aside = {key: aside for key, aside in self._set_aside.items() if aside.until > as_at}
        for paper_id, task in list(self._making.items()):
            if task.done():
                del self._making[paper_id]
                if not task.cancelled():
                    task.result()

    def _time_for_a_new_run(self, state: S) -> bool:
        """A history is kept short by going on in a new run at quiet moments, and whenever the engine asks for it."""
        # Only what was woken moves to newer workers: one that is held on its version would begin anew for ever.
        newer = self._changes > 0 and renewing.newer_workers()
        quiet = not self._making and not self._rent_changed
        moved_on = self._stage(state) is not self._first_stage or self._updates >= self._args.continue_after or newer
        return (renewing.suggested() or (quiet and moved_on)) and steps.fits(self._carried())

    def _continue(self) -> NoReturn:
        renewing.go_on(self._carried())

    def _carried(self) -> RunArgs:
        return self._args.model_copy(
            update={
                "state": self._state,
                "clock_offset_seconds": int(self._offset.total_seconds()),
                "recent": tuple(self._recent),
                "set_aside": tuple(self._set_aside.values()),
                "problems": tuple(self._problems),
                "refused": self._refused.keys,
                "recovered": None,
            }
        )

    # One step

    async def _answer(self, request: Any) -> Any:
        self._updates += 1
        try:
            async with self._lock:
                result = await self._record(request.key, request.seen_revision, request.command, request.actor)
        except steps.NotRecorded as fault:
            self._note_problem(request.key, request.command.kind, fault.why)
            raise ApplicationError("the act was not recorded", type=NOT_RECORDED, non_retryable=True) from None
        self._recent = [*self._recent, request.key][-RECENT_KEYS:]
        return result

    async def _record(self, key: str, seen: int | None, command: Any, actor: Person) -> Any:
        result = await self._ask(key, seen, command, actor)
        if result.decision.accepted and result.case_id:
            await self._fold(result, result.case_id)
        self._changes += 1
        return result

    async def _fold(self, result: Any, case_id: str) -> None:
        """Take in what was recorded: exactly its events, or the whole record where this run has fallen behind it."""
        revision = self._state.revision if self._state else 0
        if result.revision == revision + 1 and not (self._state is None and result.repeated):
            self._adopt(self._applied(self._state, result.decision.events))
        elif result.revision > revision:
            self._adopt(await self._load(case_id))

    def _adopt(self, state: S) -> None:
        self._state = state
        self._first_stage = self._first_stage or self._stage(state)

    # Small things

    def _as_at(self) -> datetime:
        """The only clock."""
        return workflow.now() + self._offset

    def _publish(self, state: S) -> None:
        board.publish(state, self._stage(state), state.attention is not None or bool(self._problems))

    def _spread(self, state: S) -> timedelta:
        return waiting.spread(state.case_id, self._offset)

    def _next_moment(self, state: S) -> datetime | None:
        return waiting.next_moment(state, self._set_aside, self._spread(state))

    def _put_aside(self, key: str) -> None:
        self._set_aside[key] = SetAside(key=key, until=self._as_at() + TRY_AGAIN_AFTER)

    def _note_problem(self, key: str, command: str, why: str, what: str = "") -> None:
        what = what or f"'{command}' could not be recorded ({why})"
        self._problems.append(Problem(key=f"problem:{key}:{self._as_at().isoformat()}", what=what, command=command))
        self._changes += 1
