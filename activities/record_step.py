"""The step of a possession case."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.contract import RECORD_STEP, StepInput, StepResult
from activities.recorder import Recorder
from cases import early
from cases.commands import OpenCase
from cases.decide import decide
from cases.evolve import apply
from cases.outcome import Decision
from cases.refusals import Refusal
from cases.state import CaseState
from store import cases, facts


class RecordStep(Recorder[CaseState, StepResult]):
    """The activity that decides and records an act on a possession case."""

    name = RECORD_STEP
    opening = OpenCase
    nowhere = Refusal(code="no_tenancy", says="There is no such tenancy.", mend="Check the reference.")

    @activity.defn(name=RECORD_STEP)
    async def record_step(self, step: StepInput) -> StepResult:
        """Decide the command and record it with all that follows from it, in one transaction."""
        return await self._step(step)

    async def _load(self, session: AsyncSession, case_id: str) -> CaseState | None:
        return await cases.load_state(session, case_id)

    def _early(self, state: CaseState | None, step: StepInput) -> Decision | None:
        refusals = early.refuse(state, step.command, step.seen_revision, after_closing=step.after_closing)
        return Decision(kind=early.kind_of(refusals), refusals=refusals) if refusals else None

    async def _decide(self, session: AsyncSession, state: CaseState | None, step: StepInput) -> Decision | None:
        gathered = await facts.gather(
            session, landlord=step.landlord, tenancy_ref=step.tenancy_ref, actor=step.actor, as_at=step.as_at
        )
        return decide(state, step.command, gathered, step.as_at) if gathered else None

    def _refused(self, kind: str, refusal: Refusal) -> Decision:
        return Decision(kind=kind, refusals=(refusal,))

    def _applied(self, state: CaseState | None, events: Any) -> CaseState:
        return apply(state, events)

    def _result(self, decision: Decision, case_id: str | None, revision: int) -> StepResult:
        return StepResult(decision=decision, case_id=case_id, revision=revision)

    def _read(self, answer: Any) -> StepResult:
        return StepResult.model_validate(answer)
