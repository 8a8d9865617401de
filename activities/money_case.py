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
from activities.keep_record import deliver_alarms
from activities.record_step import COLLISIONS
from cases.money import early
from cases.money.commands import OpenMoneyCase
from cases.money.decide import MoneyDecision, decide
from cases.money.evolve import apply
from cases.money.state import MoneyState
from cases.refusals import Refusal
from store import cases, facts
from store.engine import transaction
from store.errors import AlreadyOpen, AlreadyRecorded, NotThere, OutOfOrder


class RecordMoneyStep:
    """The step every act on a money case goes through, once for its key: look, gather, decide, record, answer."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=RECORD_MONEY_STEP)
    async def record_money_step(self, step: MoneyStepInput) -> MoneyStepResult:
        """Decide the command and record it with all that follows from it, in one transaction."""
        async with told_apart():
            for _ in range(COLLISIONS):
                try:
                    return await self._once(step)
                except (AlreadyRecorded, AlreadyOpen, OutOfOrder):
                    continue
            return await self._once(step)

    async def _once(self, step: MoneyStepInput) -> MoneyStepResult:
        async with transaction(self._context.writing) as session:
            given = await cases.answer_for(session, step.key)
            if given is not None:
                return _again(step, given)
            state, decision = await _decide(session, step)
            result, recorded = _recorded(step, state, decision)
            await cases.record(session, recorded)
            self._context.reached(f"record_money_step {step.command.kind} {step.tenancy_ref} before commit")
        self._context.reached(f"record_money_step {step.command.kind} {step.tenancy_ref} after commit")
        events: tuple[Any, ...] = decision.events
        await deliver_alarms(self._context, events)
        return result


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


def _again(step: MoneyStepInput, given: cases.StoredAnswer) -> MoneyStepResult:
    """The recorded answer; a key that stood for something else answers nothing of it."""
    if not given.is_of(step.landlord, step.tenancy_ref, step.command):
        says = "This request's key was used for another act."
        return MoneyStepResult(
            decision=_no("conflict", "key_reused", says, "Send it with a new key."), case_id=None, revision=0
        )
    return MoneyStepResult.model_validate(given.answer).model_copy(update={"repeated": True})


async def _decide(session: AsyncSession, step: MoneyStepInput) -> tuple[MoneyState | None, MoneyDecision]:
    """The case as the record has it, and the decision on it."""
    opening = isinstance(step.command, OpenMoneyCase)
    state = None if opening or step.case_id is None else await cases.load_money(session, step.case_id)
    if state is None and not opening:
        return None, _no("not_found", "no_case", "There is no such case.", "Open one first.")
    refusals = early.refuse(state, step.command, step.seen_revision)
    if refusals:
        return state, MoneyDecision(kind=early.kind_of(refusals), refusals=refusals)
    gathered = await facts.gather_money(
        session, landlord=step.landlord, tenancy_ref=step.tenancy_ref, actor=step.actor, as_at=step.as_at
    )
    if gathered is None:
        return state, _no("not_found", "no_account", "There is no such account.", "Check the reference.")
    return state, decide(state, step.command, gathered, step.as_at)


def _recorded(
    step: MoneyStepInput, before: MoneyState | None, decision: MoneyDecision
) -> tuple[MoneyStepResult, cases.RecordedStep]:
    """The answer, and what the record keeps. A refusal is kept by its key alone and leaves the case untouched."""
    after = apply(before, decision.events) if decision.events else before
    case_id = after.case_id if after else step.case_id
    result = MoneyStepResult(decision=decision, case_id=case_id, revision=after.revision if after else 0)
    recorded = cases.RecordedStep(
        key=step.key,
        landlord=step.landlord,
        tenancy_ref=step.tenancy_ref,
        case_id=case_id,
        command_kind=step.command.kind,
        actor=step.actor,
        as_at=step.as_at,
        answer=result.model_dump(mode="json"),
        asked=cases.asked(step.command),
        events=decision.events,
        state=after if decision.events else None,
    )
    return result, recorded


def _no(kind: str, code: str, says: str, mend: str) -> MoneyDecision:
    return MoneyDecision(kind=kind, refusals=(Refusal(code=code, says=says, mend=mend),))
