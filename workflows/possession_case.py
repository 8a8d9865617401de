"""The possession case: its messages, and how its steps are recorded, folded and read again."""

import asyncio
from collections.abc import Sequence
from typing import Any

from temporalio import workflow

# Not passed through: in the sandbox like this file, so that both mean the same `NotRecorded`.
from workflows.entity import Entity

with workflow.unsafe.imports_passed_through():
    from cases import early
    from cases.commands import OpenCase, PaperDone
    from cases.evolve import apply
    from cases.refusals import Refusal
    from cases.state import CaseState, Document, PaperMade, Person
    from cases.views import stage
    from cases.words import Stage
    from workflows import checks, documents, papers, steps
    from workflows.messages import POSSESSION_CASE, CaseArgs, StepRequest


@workflow.defn(name=POSSESSION_CASE)
class PossessionCase(Entity[CaseState]):
    """A possession case on one tenancy."""

    AFTER_CLOSING = False

    @workflow.init
    def __init__(self, args: CaseArgs) -> None:
        super().__init__(args, args.state)

    @workflow.run
    async def run(self, args: CaseArgs) -> None:
        await self._live()

    @workflow.update
    async def open_case(self, request: StepRequest) -> steps.StepResult:
        """Open the case, or refuse with every reason (and a link, where one is open)."""
        try:
            return await self._step(request)
        finally:
            self._opening_answered = True

    @open_case.validator
    def _may_open(self, request: StepRequest) -> None:
        checks.opening(self._args, self._state, request.command, OpenCase)

    @workflow.update
    async def act(self, request: StepRequest) -> steps.StepResult:
        """Carry out an officer's command, or refuse it with every reason together."""
        return await self._step(request)

    @act.validator
    def _may_act(self, request: StepRequest) -> None:
        if request.key not in self._recent:
            refusals = self._early(request) if self._state else ()
            checks.act(self._state, request.command, OpenCase, refusals, early.kind_of)

    def _early(self, request: StepRequest) -> tuple[Refusal, ...]:
        seen = request.seen_revision
        return early.refuse(self._state, request.command, seen, after_closing=self.AFTER_CLOSING)

    async def _step(self, request: StepRequest) -> steps.StepResult:
        result: steps.StepResult = await self._answer(request)
        return result

    async def _ask(self, key: str, seen: int | None, command: Any, actor: Person) -> steps.StepResult:
        return await steps.record_step(
            steps.StepInput(
                key=key,
                landlord=self._args.landlord,
                tenancy_ref=self._args.tenancy_ref,
                case_id=self._state.case_id if self._state else None,
                seen_revision=seen,
                command=command,
                actor=actor,
                as_at=self._as_at(),
                after_closing=self.AFTER_CLOSING,
            )
        )

    def _applied(self, state: CaseState | None, events: Sequence[Any]) -> CaseState:
        return apply(state, events)

    async def _load(self, case_id: str) -> CaseState:
        return await steps.load_case(case_id)

    async def _made(self, case_id: str, paper: PaperMade) -> tuple[PaperDone, str | None]:
        if paper.apart:
            return await papers.make_apart(case_id, paper, self._as_at(), self._args.documents_queue)
        return await papers.make(case_id, paper, self._as_at(), self._args.documents_queue)

    def _start_papers(self, state: CaseState) -> None:
        super()._start_papers(state)
        for document in documents.waiting(state):
            if document.id not in self._making and documents.done_key(state, document) not in self._set_aside:
                self._making[document.id] = asyncio.create_task(self._take(state, document))

    async def _take(self, state: CaseState, document: Document) -> None:
        """Have a document read and its end recorded; one that could not be recorded is tried again later."""
        key = documents.done_key(state, document)
        try:
            done, fault = await documents.take(state.case_id, document, self._args.documents_queue)
            await self._do(key, done)
            if fault:
                self._note_problem(key, "add_document", fault)
            if self._state and any(left.id == document.id for left in documents.waiting(self._state)):
                self._put_aside(key)
        finally:
            self._changes += 1

    def _stage(self, state: CaseState) -> Stage:
        return stage(state)
