"""What is still asked of a closed case: a short run answers it, makes the papers that were asked for, and ends.

The case's own run ended when it closed, and the tenancy may have another open case since; so this one has an id of its
own. It starts from the record, as a recovered run does, and waits for no date. One that takes the place of a run that
was lost at its work waits for no act either: it makes what was asked for, and ends.
"""

from temporalio import workflow

# Not passed through, as in `possession_case`: in the sandbox, so that both mean the same classes.
from workflows.possession_case import PossessionCase

with workflow.unsafe.imports_passed_through():
    from workflows import waiting
    from workflows.messages import CLOSED_CASE, CaseArgs


@workflow.defn(name=CLOSED_CASE)
class ClosedCase(PossessionCase):
    """A closed possession case, while something is done to it."""

    AFTER_CLOSING = True

    @workflow.init
    def __init__(self, args: CaseArgs) -> None:
        super().__init__(args)

    @workflow.run
    async def run(self, args: CaseArgs) -> None:
        if args.recovered is None:
            await waiting.for_opening(lambda: self._updates > 0)
        while self._state is not None:
            await workflow.wait_condition(workflow.all_handlers_finished)
            self._tidy()
            self._start_papers(self._state)
            self._publish(self._state)
            if await self._do_what_is_due(self._state):
                continue
            if workflow.all_handlers_finished() and not self._making and not self._set_aside:
                return
            await self._wait(self._state)
