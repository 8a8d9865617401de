"""The step every act goes through, once for its key: look for the key, gather, decide, record, answer."""

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.context import Context
from activities.contract import RECORD_STEP, StepInput, StepResult
from activities.failures import told_apart
from activities.keep_record import deliver_alarms
from cases import early
from cases.commands import OpenCase
from cases.decide import decide
from cases.evolve import apply
from cases.outcome import Decision
from cases.refusals import Refusal
from cases.state import CaseState
from store import cases, facts
from store.engine import transaction
from store.errors import AlreadyOpen, AlreadyRecorded, OutOfOrder

COLLISIONS = 3


class RecordStep:
    """The activity, with what it works on."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=RECORD_STEP)
    async def record_step(self, step: StepInput) -> StepResult:
        """Decide the command and record it with all that follows from it, in one transaction."""
        async with told_apart():
            # Another writer may win between look and record (a step that was thought dead, an opening from elsewhere):
            # looking again finds its answer.
            for _ in range(COLLISIONS):
                try:
                    return await self._once(step)
                except (AlreadyRecorded, AlreadyOpen, OutOfOrder):
                    continue
            return await self._once(step)

    async def _once(self, step: StepInput) -> StepResult:
        async with transaction(self._context.writing) as session:
            given = await cases.answer_for(session, step.key)
            if given is not None:
                return _again(step, given)
            state, decision = await _decide(session, step)
            result, recorded = _recorded(step, state, decision)
            await cases.record(session, recorded)
            self._context.reached(f"record_step {step.command.kind} {step.tenancy_ref} before commit")
        self._context.reached(f"record_step {step.command.kind} {step.tenancy_ref} after commit")
        await deliver_alarms(self._context, decision.events)
        return result


def _again(step: StepInput, given: cases.StoredAnswer) -> StepResult:
    """The recorded answer; a key that stood for something else answers nothing of it."""
    if not given.is_of(step.landlord, step.tenancy_ref, step.command):
        reused = Refusal(
            code="key_reused", says="This request's key was used for another act.", mend="Send it with a new key."
        )
        return StepResult(decision=Decision(kind="conflict", refusals=(reused,)), case_id=None, revision=0)
    return StepResult.model_validate(given.answer).model_copy(update={"repeated": True})


async def _decide(session: AsyncSession, step: StepInput) -> tuple[CaseState | None, Decision]:
    """The case as the record has it, and the decision on it."""
    opening = isinstance(step.command, OpenCase)
    state = None if opening or step.case_id is None else await cases.load_state(session, step.case_id)
    if state is None and not opening:
        return None, _no("not_found", "no_case", "There is no such case.", "Open one first.")
    refusals = early.refuse(state, step.command, step.seen_revision)
    if refusals:
        return state, Decision(kind=early.kind_of(refusals), refusals=refusals)
    gathered = await facts.gather(
        session, landlord=step.landlord, tenancy_ref=step.tenancy_ref, actor=step.actor, as_at=step.as_at
    )
    if gathered is None:
        return state, _no("not_found", "no_tenancy", "There is no such tenancy.", "Check the reference.")
    return state, decide(state, step.command, gathered, step.as_at)


def _recorded(step: StepInput, before: CaseState | None, decision: Decision) -> tuple[StepResult, cases.RecordedStep]:
    """The answer, and what the record keeps. A refusal is kept by its key alone and leaves the case untouched."""
    after = apply(before, decision.events) if decision.events else before
    case_id = after.case_id if after else step.case_id
    result = StepResult(decision=decision, case_id=case_id, revision=after.revision if after else 0)
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


def _no(kind: str, code: str, says: str, mend: str) -> Decision:
    return Decision(kind=kind, refusals=(Refusal(code=code, says=says, mend=mend),))
