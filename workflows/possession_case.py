"""The possession case: one run, and those that continue it, for a case's whole life of months or years.

`run` reads as "resume from this state": nothing happens because a run began, only because the state says that it is
still to be done. People act by updates, under one lock; dates and papers are the loop's. No law is worked out here.
"""

import asyncio
from datetime import datetime, timedelta
from typing import NoReturn

from temporalio import workflow
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from cases.commands import Command, DeadlinePassed, FlagAttention, RentChanged
    from cases.evolve import apply
    from cases.state import CaseState, PaperMade, Person
    from cases.views import stage
    from cases.words import Role, Stage
    from workflows import board, checks, papers, steps, waiting
    from workflows.messages import (
        NOT_RECORDED,
        POSSESSION_CASE,
        CaseArgs,
        CaseDetails,
        Problem,
        SetAside,
        StepRequest,
        Wake,
    )

SYSTEM = Person(user_id="system", role=Role.SYSTEM)
RECENT_KEYS = 50
TRY_AGAIN_AFTER = timedelta(hours=1)


@workflow.defn(name=POSSESSION_CASE)
class PossessionCase:
    """Holds a case's state, waits for people and dates, and folds a step only once it is on the record."""

    @workflow.init
    def __init__(self, args: CaseArgs) -> None:
        self._args = args
        self._state: CaseState | None = None
        self._first_stage: Stage | None = None
        self._offset = args.clock_offset
        self._recent = list(args.recent)
        self._set_aside = {aside.key: aside for aside in args.set_aside}
        self._problems = list(args.problems)
        self._making: dict[str, asyncio.Task[None]] = {}
        self._lock = asyncio.Lock()
        self._changes = 0
        self._updates = 0
        self._opening_answered = False
        self._rent_changed = False
        if args.state is not None:
            self._adopt(args.state)

    @workflow.run
    async def run(self, args: CaseArgs) -> None:
        await self._opening()
        while self._state is not None and self._state.closed is None:
            self._tidy()
            self._start_papers(self._state)
            board.publish(self._state, self._needs_attention(self._state))
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
            board.publish(self._state, self._needs_attention(self._state))

    # What people ask

    @workflow.update
    async def open_case(self, request: StepRequest) -> steps.StepResult:
        """Open the case, or refuse with every reason (and a link, where one is open)."""
        try:
            return await self._answer(request)
        finally:
            self._opening_answered = True

    @open_case.validator
    def _may_open(self, request: StepRequest) -> None:
        checks.opening(self._args, self._state, request)

    @workflow.update
    async def act(self, request: StepRequest) -> steps.StepResult:
        """Carry out an officer's command, or refuse it with every reason together."""
        return await self._answer(request)

    @act.validator
    def _may_act(self, request: StepRequest) -> None:
        if request.key not in self._recent:
            checks.act(self._state, request)

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
            stage=stage(state).value if state else None,
            as_at=self._as_at(),
            waits_until=self._next_moment(state) if state else None,
            set_aside=tuple(self._set_aside.values()),
            problems=tuple(self._problems),
            papers_in_hand=tuple(self._making),
            updates_this_run=self._updates,
        )

    # What the loop does

    async def _opening(self) -> None:
        """Wait for the opening's answer. Where it is a refusal, or none comes, the run ends and frees the tenancy."""
        if self._state is None:
            await waiting.for_opening(lambda: self._opening_answered)
            await workflow.wait_condition(workflow.all_handlers_finished)

    async def _do_what_is_due(self, state: CaseState) -> bool:
        """Do the most pressing thing that the system has to do; False where there is none."""
        ring = waiting.due(state, self._set_aside, self._as_at(), self._spread(state))
        if ring is not None:
            await self._do(ring.key, DeadlinePassed(deadline_id=ring.deadline_id, due=ring.at))
            if self._state is not None and ring in waiting.rings(self._state):
                self._put_aside(ring.key)
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

    async def _do(self, key: str, command: Command) -> None:
        """A step of the system's own. One that fails is flagged, so that it holds up neither reminders nor people."""
        try:
            async with self._lock:
                await self._record(key, None, command, SYSTEM)
        except steps.NotRecorded as fault:
            self._note_problem(key, command.kind, fault.why)

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

    def _start_papers(self, state: CaseState) -> None:
        for paper in papers.asked_for(state):
            if paper.id not in self._making and papers.done_key(state, paper) not in self._set_aside:
                self._making[paper.id] = asyncio.create_task(self._make(state, paper))

    async def _make(self, state: CaseState, paper: PaperMade) -> None:
        key = papers.done_key(state, paper)
        try:
            done, fault = await papers.make(state.case_id, paper, self._as_at(), self._args.documents_queue)
            await self._do(key, done)
            if fault:
                self._note_problem(key, "request_paper", fault)
            if self._state and any(left.id == paper.id for left in papers.asked_for(self._state)):
                self._put_aside(key)
        finally:
            self._changes += 1

    async def _wait(self, state: CaseState) -> None:
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
                task.result()

    def _time_for_a_new_run(self, state: CaseState) -> bool:
        """A history is kept short by going on in a new run at quiet moments, and whenever the engine asks for it."""
        asked = workflow.info().is_continue_as_new_suggested()
        quiet = not self._making and not self._rent_changed
        moved_on = stage(state) is not self._first_stage or self._updates >= self._args.continue_after
        return (asked or (quiet and moved_on)) and steps.fits(self._carried())

    def _continue(self) -> NoReturn:
        workflow.continue_as_new(self._carried())

    def _carried(self) -> CaseArgs:
        return self._args.model_copy(
            update={
                "state": self._state,
                "clock_offset_seconds": int(self._offset.total_seconds()),
                "recent": tuple(self._recent),
                "set_aside": tuple(self._set_aside.values()),
                "problems": tuple(self._problems),
            }
        )

    # One step

    async def _answer(self, request: StepRequest) -> steps.StepResult:
        self._updates += 1
        try:
            async with self._lock:
                result = await self._record(request.key, request.seen_revision, request.command, request.actor)
        except steps.NotRecorded as fault:
            self._note_problem(request.key, request.command.kind, fault.why)
            raise ApplicationError("the act was not recorded", type=NOT_RECORDED, non_retryable=True) from None
        self._recent = [*self._recent, request.key][-RECENT_KEYS:]
        return result

    async def _record(self, key: str, seen: int | None, command: Command, actor: Person) -> steps.StepResult:
        result = await steps.record_step(
            steps.StepInput(
                key=key,
                landlord=self._args.landlord,
                tenancy_ref=self._args.tenancy_ref,
                case_id=self._state.case_id if self._state else None,
                seen_revision=seen,
                command=command,
                actor=actor,
                as_at=self._as_at(),
            )
        )
        if result.decision.accepted and result.case_id:
            await self._fold(result, result.case_id)
        self._changes += 1
        return result

    async def _fold(self, result: steps.StepResult, case_id: str) -> None:
        """Take in what was recorded: exactly its events, or the whole record where this run has fallen behind it."""
        revision = self._state.revision if self._state else 0
        if result.revision == revision + 1 and not (self._state is None and result.repeated):
            self._adopt(apply(self._state, result.decision.events))
        elif result.revision > revision:
            self._adopt(await steps.load_case(case_id))

    def _adopt(self, state: CaseState) -> None:
        self._state = state
        self._first_stage = self._first_stage or stage(state)

    # Small things

    def _as_at(self) -> datetime:
        """The only clock."""
        return workflow.now() + self._offset

    def _spread(self, state: CaseState) -> timedelta:
        return waiting.spread(state.case_id, self._offset)

    def _next_moment(self, state: CaseState) -> datetime | None:
        return waiting.next_moment(state, self._set_aside, self._spread(state))

    def _needs_attention(self, state: CaseState) -> bool:
        return state.attention is not None or bool(self._problems)

    def _put_aside(self, key: str) -> None:
        self._set_aside[key] = SetAside(key=key, until=self._as_at() + TRY_AGAIN_AFTER)

    def _note_problem(self, key: str, command: str, why: str) -> None:
        what = f"'{command}' could not be recorded ({why})"
        self._problems.append(Problem(key=f"problem:{key}:{self._as_at().isoformat()}", what=what, command=command))
        self._changes += 1
