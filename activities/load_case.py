"""Reading a case from the record, for runs that start again or have fallen behind."""

from temporalio import activity

from activities.context import Context
from activities.contract import LOAD_CASE, LoadInput, LoadResult
from activities.failures import told_apart
from store import cases
from store.engine import transaction
from store.errors import NotThere


class LoadCase:
    """The activity, with what it works on."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=LOAD_CASE)
    async def load_case(self, asked: LoadInput) -> LoadResult:
        """The case as its last recorded step left it."""
        async with told_apart(), transaction(self._context.reading) as session:
            state = await cases.load_state(session, asked.case_id)
            if state is None:
                raise NotThere(asked.case_id)
            return LoadResult(state=state)
