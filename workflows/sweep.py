"""The daily sweep: what should have happened and has not. Wake-ups may be lost, and a run may be; the record is not."""

from temporalio import workflow
from temporalio.exceptions import FailureError, WorkflowAlreadyStartedError
from temporalio.workflow import ParentClosePolicy

with workflow.unsafe.imports_passed_through():
    from cases.base import Value
    from workflows import steps
    from workflows.again import again
    from workflows.messages import DAILY_SWEEP, Wake, money_workflow_id, workflow_id
    from workflows.possession_case import PossessionCase


class SweepReport(Value):
    """How many cases were woken, started again from the record, or could not be; messages found left lying, and those
    delivered now; the head of the day's seal, empty where it could not be set.
    """

    woken: int = 0
    restarted: int = 0
    failed: int = 0
    outbox_waiting: int = 0
    delivered: int = 0
    seal: str = ""


@workflow.defn(name=DAILY_SWEEP)
class DailySweep:
    """Compares the record with the engine, wakes what overslept, starts again what is lost; then keeps the record.

    What it mended or could not mend is told to people: of a case started again by its own record, of the rest by
    messages to the administrator.
    """

    def __init__(self) -> None:
        self._report = SweepReport()
        self._raised: list[steps.Raised] = []

    @workflow.run
    async def run(self) -> SweepReport:
        found = await steps.find_stranded(steps.StrandedInput(now=workflow.now()))
        for case in found.not_running:
            await self._start_again(case)
        for case in found.overdue:
            await self._wake(case)
        self._report = self._report.model_copy(update={"outbox_waiting": found.outbox_waiting})
        swept = steps.Swept.model_validate(self._report.model_dump())
        try:
            kept = await steps.keep_record(workflow.now(), tuple(self._raised), swept)
        except steps.NotRecorded:
            self._count("failed")
            kept = steps.KeptRecord()
        return self._report.model_copy(update={"delivered": kept.delivered, "seal": kept.seal})

    async def _start_again(self, case: steps.StrandedCase) -> None:
        try:
            found = await steps.recover_case(case)
            if found.problem:
                self._raise(case, "altered")
            elif found.mended:
                self._raise(case, "mended")
            state = found.state or found.money
            if state is None or state.closed is not None:
                return
            run = again(state, "sweep", found.clock_offset_seconds, found.recent)
            if not steps.fits(run.args):
                raise steps.NotRecorded("TooLarge")
            await workflow.start_child_workflow(
                run.workflow, run.args, id=run.id, parent_close_policy=ParentClosePolicy.ABANDON
            )
        except WorkflowAlreadyStartedError:
            return
        except steps.NotRecorded:
            self._count("failed")
            self._raise(case, "not_started")
        else:
            self._count("restarted")

    async def _wake(self, case: steps.StrandedCase) -> None:
        # The signal is of every kind of case, so that one handle serves them all.
        named = money_workflow_id if case.kind == "money" else workflow_id
        handle = workflow.get_external_workflow_handle_for(PossessionCase.run, named(case.landlord, case.tenancy_ref))
        try:
            await handle.signal(PossessionCase.wake, Wake(clock_offset_seconds=case.clock_offset_seconds))
        except FailureError:
            self._count("failed")
            self._raise(case, "silent")
        else:
            self._count("woken")

    def _raise(self, case: steps.StrandedCase, code: str) -> None:
        self._raised.append(steps.Raised(case_id=case.case_id, landlord=case.landlord, code=code))

    def _count(self, what: str) -> None:
        self._report = self._report.model_copy(update={what: getattr(self._report, what) + 1})
