"""The money case: its messages, and how its steps are recorded, folded and read again."""

from collections.abc import Sequence
from typing import Any

from temporalio import workflow

# Not passed through: in the sandbox like this file, so that both mean the same `NotRecorded`.
from workflows.entity import Entity

with workflow.unsafe.imports_passed_through():
    from cases.commands import PaperDone
    from cases.money import early
    from cases.money.commands import OpenMoneyCase
    from cases.money.evolve import apply
    from cases.money.state import MoneyState
    from cases.money.views import stage
    from cases.money.words import MoneyPaper, MoneyStage
    from cases.state import PaperMade, Person
    from workflows import checks, papers, steps
    from workflows.messages import MONEY_CASE, MoneyArgs, MoneyStepRequest


@workflow.defn(name=MONEY_CASE)
class MoneyCase(Entity[MoneyState]):
    """A money case on one account."""

    @workflow.init
    def __init__(self, args: MoneyArgs) -> None:
        super().__init__(args, args.state)

    @workflow.run
    async def run(self, args: MoneyArgs) -> None:
        await self._live()

    @workflow.update
    async def open_case(self, request: MoneyStepRequest) -> steps.MoneyStepResult:
        """Open the case, or refuse with every reason (and a link, where one is open)."""
        try:
            return await self._step(request)
        finally:
            self._opening_answered = True

    @open_case.validator
    def _may_open(self, request: MoneyStepRequest) -> None:
        checks.opening(self._args, self._state, request.command, OpenMoneyCase)

    @workflow.update
    async def act(self, request: MoneyStepRequest) -> steps.MoneyStepResult:
        """Carry out an officer's command, or refuse it with every reason together."""
        return await self._step(request)

    @act.validator
    def _may_act(self, request: MoneyStepRequest) -> None:
        if request.key not in self._recent:
            refusals = early.refuse(self._state, request.command, request.seen_revision) if self._state else ()
            checks.act(self._state, request.command, OpenMoneyCase, refusals, early.kind_of)

    async def _step(self, request: MoneyStepRequest) -> steps.MoneyStepResult:
        result: steps.MoneyStepResult = await self._answer(request)
        return result

    async def _ask(self, key: str, seen: int | None, command: Any, actor: Person) -> steps.MoneyStepResult:
        return await steps.record_money_step(
            steps.MoneyStepInput(
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

    def _applied(self, state: MoneyState | None, events: Sequence[Any]) -> MoneyState:
        return apply(state, events)

    async def _load(self, case_id: str) -> MoneyState:
        return await steps.load_money_case(case_id)

    async def _made(self, case_id: str, paper: PaperMade) -> tuple[PaperDone, str | None]:
        asked = steps.MoneyPaperInput(
            case_id=case_id,
            paper_id=paper.id,
            paper=MoneyPaper(paper.kind),
            subject=paper.subject,
            as_at=self._as_at(),
        )
        return await papers.ended(paper, steps.make_money_paper(asked, self._args.documents_queue))

    def _stage(self, state: MoneyState) -> MoneyStage:
        return stage(state)
