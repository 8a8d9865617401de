"""What a money case has done for it: its steps recorded, its state read again."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.context import Context
from activities.contract import (
    LOAD_MONEY_CASE,
    RECORD_MONEY_STEP,
    LoadInput,
    MoneyLoadResult,
    MoneyStepInput,
    MoneyStepResult,
)
from activities.failures import told_apart
from activities.recorder import Recorder
from cases.money import early
from cases.money.commands import OpenMoneyCase
from cases.money.decide import MoneyDecision, decide
from cases.money.evolve import apply
from cases.money.state import MoneyState
from cases.refusals import Refusal
from store import cases, facts
from store.engine import transaction
from store.errors import NotThere


class RecordMoneyStep(Recorder[MoneyState, MoneyStepResult]):
    """The activity that decides and records an act on a money case."""

    name = RECORD_MONEY_STEP
    opening = OpenMoneyCase
    nowhere = Refusal(code="no_account", says="There is no such account.", mend="Check the reference.")

    @activity.defn(name=RECORD_MONEY_STEP)
    async def record_money_step(self, step: MoneyStepInput) -> MoneyStepResult:
        """Decide the command and record it with all that follows from it, in one transaction."""
        return await self._step(step)

    async def _load(self, session: AsyncSession, case_id: str) -> MoneyState | None:
        return await cases.load_money(session, case_id)

    def _early(self, state: MoneyState | None, step: MoneyStepInput) -> MoneyDecision | None:
        refusals = early.refuse(state, step.command, step.seen_revision)
        return MoneyDecision(kind=early.kind_of(refusals), refusals=refusals) if refusals else None

    async def _decide(
        self, session: AsyncSession, state: MoneyState | None, step: MoneyStepInput
    ) -> MoneyDecision | None:
        gathered = await facts.gather_money(
            session, landlord=step.landlord, tenancy_ref=step.tenancy_ref, actor=step.actor, as_at=step.as_at
        )
        return decide(state, step.command, gathered, step.as_at) if gathered else None

    def _refused(self, kind: str, refusal: Refusal) -> MoneyDecision:
        return MoneyDecision(kind=kind, refusals=(refusal,))

    def _applied(self, state: MoneyState | None, events: Any) -> MoneyState:
        return apply(state, events)

    def _result(self, decision: MoneyDecision, case_id: str | None, revision: int) -> MoneyStepResult:
        return MoneyStepResult(decision=decision, case_id=case_id, revision=revision)

    def _read(self, answer: Any) -> MoneyStepResult:
        return MoneyStepResult.model_validate(answer)


class LoadMoneyCase:
    """Reading a money case from the record, for runs that start again or have fallen behind."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=LOAD_MONEY_CASE)
    async def load_money_case(self, asked: LoadInput) -> MoneyLoadResult:
        """The case as its last recorded step left it."""
        async with told_apart(), transaction(self._context.reading) as session:
            state = await cases.load_money(session, asked.case_id)
            if state is None:
                raise NotThere(asked.case_id)
            return MoneyLoadResult(state=state)
