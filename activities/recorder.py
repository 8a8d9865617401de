"""What every act on a case of any kind goes through, once for its key: look, gather, decide, record, answer."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from activities.context import Context
from activities.failures import told_apart
from activities.keep_record import deliver_alarms
from cases.base import Instant, Value
from cases.refusals import Refusal
from cases.state import Person
from cases.words import Role
from store import cases, drafts
from store.engine import transaction
from store.errors import AlreadyOpen, AlreadyRecorded, OutOfOrder
from store.kinds import Kept

COLLISIONS = 3


class Asked(Protocol):
    """A command with what is needed to decide it; the contract's inputs for each kind of case."""

    @property
    def key(self) -> str: ...
    @property
    def landlord(self) -> str: ...
    @property
    def tenancy_ref(self) -> str: ...
    @property
    def case_id(self) -> str | None: ...
    @property
    def seen_revision(self) -> int | None: ...
    @property
    def command(self) -> Any: ...
    @property
    def actor(self) -> Person: ...
    @property
    def as_at(self) -> Instant: ...


State = TypeVar("State", bound=Kept)
Result = TypeVar("Result", bound=Value)


class Recorder(ABC, Generic[State, Result]):
    """One kind of case's way through a step, with what it works on."""

    name: ClassVar[str]
    opening: ClassVar[type[Value]]
    nowhere: ClassVar[Refusal]

    def __init__(self, context: Context) -> None:
        self._context = context

    @abstractmethod
    async def _load(self, session: AsyncSession, case_id: str) -> State | None:
        """The case as the record has it."""

    @abstractmethod
    async def _decide(self, session: AsyncSession, state: State | None, step: Any) -> Any:
        """The decision on the command; None where its tenancy or account is not known."""

    @abstractmethod
    def _early(self, state: State | None, step: Any) -> Any:
        """The refusal that needs no facts; None where there is none."""

    @abstractmethod
    def _refused(self, kind: str, refusal: Refusal) -> Any:
        """A decision that refuses."""

    @abstractmethod
    def _applied(self, state: State | None, events: Any) -> State:
        """The case after its events."""

    @abstractmethod
    def _result(self, decision: Any, case_id: str | None, revision: int) -> Result:
        """What the caller is told."""

    @abstractmethod
    def _read(self, answer: Any) -> Result:
        """What a caller was told, from the record."""

    async def _step(self, step: Asked) -> Result:
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

    async def _once(self, step: Asked) -> Result:
        async with transaction(self._context.writing) as session:
            given = await cases.answer_for(session, step.key)
            if given is not None:
                return self._again(step, given)
            state, decision = await self._decided(session, step)
            result, recorded = self._recorded(step, state, decision)
            await cases.record(session, recorded)
            await self._done(session, step, recorded)
            self._context.reached(f"{self.name} {step.command.kind} {step.tenancy_ref} before commit")
        self._context.reached(f"{self.name} {step.command.kind} {step.tenancy_ref} after commit")
        await deliver_alarms(self._context, decision.events)
        return result

    async def _done(self, session: AsyncSession, step: Asked, recorded: cases.RecordedStep) -> None:
        """What the person had begun of a form goes with the act."""
        if not recorded.events or step.actor.role is Role.SYSTEM:
            return
        opening = isinstance(step.command, self.opening)
        case_id = "" if opening else recorded.case_id or ""
        place = drafts.Place(step.landlord, step.tenancy_ref, case_id, step.command.kind)
        await drafts.acted(session, step.actor.user_id, place, step.command.model_dump(mode="json"))

    def _again(self, step: Asked, given: cases.StoredAnswer) -> Result:
        """The recorded answer; a key that stood for something else answers nothing of it."""
        if given.is_of(step.landlord, step.tenancy_ref, step.command):
            return self._read(given.answer).model_copy(update={"repeated": True})
        says = "This request's key was used for another act."
        reused = Refusal(code="key_reused", says=says, mend="Send it with a new key.")
        return self._result(self._refused("conflict", reused), None, 0)

    async def _decided(self, session: AsyncSession, step: Asked) -> tuple[State | None, Any]:
        """The case as the record has it, and the decision on it."""
        opening = isinstance(step.command, self.opening)
        state = None if opening or step.case_id is None else await self._load(session, step.case_id)
        if state is None and not opening:
            no_case = Refusal(code="no_case", says="There is no such case.", mend="Open one first.")
            return None, self._refused("not_found", no_case)
        refused = self._early(state, step)
        if refused is not None:
            return state, refused
        decision = await self._decide(session, state, step)
        return state, self._refused("not_found", self.nowhere) if decision is None else decision

    def _recorded(self, step: Asked, before: State | None, decision: Any) -> tuple[Result, cases.RecordedStep]:
        """The answer, and what the record keeps. A refusal is kept by its key alone and leaves the case untouched."""
        after = self._applied(before, decision.events) if decision.events else before
        case_id = after.case_id if after else step.case_id
        result = self._result(decision, case_id, after.revision if after else 0)
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
