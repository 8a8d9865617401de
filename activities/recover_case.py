"""What a run that takes the place of a lost one starts from."""

from temporalio import activity

from activities.context import Context
from activities.contract import RECOVER_CASE, RecoverInput, RecoverResult
from activities.failures import told_apart
from cases.money.state import MoneyState
from store import recovery
from store.engine import transaction


class RecoverCase:
    """The activity, with what it works on. A snapshot that differs from its events is mended once."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=RECOVER_CASE)
    async def recover_case(self, asked: RecoverInput) -> RecoverResult:
        """The case rebuilt from its events."""
        case = recovery.OpenCase(asked.case_id, asked.landlord, asked.tenancy_ref, asked.kind)
        async with told_apart(), transaction(self._context.writing) as session:
            found = await recovery.from_record(session, case)
        state = found.state
        return RecoverResult(
            state=None if isinstance(state, MoneyState) else state,
            money=state if isinstance(state, MoneyState) else None,
            clock_offset_seconds=found.clock_offset_seconds,
            recent=found.recent,
            mended=found.mended,
            problem=found.problem,
        )
