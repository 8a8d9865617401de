"""The daily sweep: what should have happened and has not. Wake-ups may be lost, and a run may be; the record is not."""

from temporalio import workflow
from temporalio.exceptions import FailureError, WorkflowAlreadyStartedError
from temporalio.workflow import ParentClosePolicy

with workflow.unsafe.imports_passed_through():
    from cases.base import Value
    from workflows import steps
    from workflows.messages import DAILY_SWEEP, POSSESSION_CASE, CaseArgs, Wake, workflow_id
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
    """Compares the record with the engine, wakes what overslept, starts again what is lost; then keeps the record."""

    def __init__(self) -> None:
        self._report = SweepReport()

    @workflow.run
    async def run(self) -> SweepReport:
        found = await steps.find_stranded(steps.StrandedInput(now=workflow.now()))
        for case in found.not_running:
            await self._start_again(case)
        for case in found.overdue:
            await self._wake(case)
        try:
            kept = await steps.keep_record(workflow.now())
        except steps.NotRecorded:
            self._count("failed")
            kept = steps.KeptRecord()
        return self._report.model_copy(
            update={"outbox_waiting": found.outbox_waiting, "delivered": kept.delivered, "seal": kept.seal}
        )

    async def _start_again(self, case: steps.StrandedCase) -> None:
        try:
            state = await steps.load_case(case.case_id)
            if state.closed is not None:
                return
            await workflow.start_child_workflow(
                POSSESSION_CASE,
                CaseArgs(
                    landlord=case.landlord,
                    tenancy_ref=case.tenancy_ref,
                    state=state,
                    clock_offset_seconds=case.clock_offset_seconds,
                ),
                id=workflow_id(case.landlord, case.tenancy_ref),
                parent_close_policy=ParentClosePolicy.ABANDON,
            )
        except WorkflowAlreadyStartedError:
            return
        except steps.NotRecorded:
            self._count("failed")
        else:
            self._count("restarted")

    async def _wake(self, case: steps.StrandedCase) -> None:
        handle = workflow.get_external_workflow_handle_for(
            PossessionCase.run, workflow_id(case.landlord, case.tenancy_ref)
        )
        try:
            await handle.signal(PossessionCase.wake, Wake(clock_offset_seconds=case.clock_offset_seconds))
        except FailureError:
            self._count("failed")
        else:
            self._count("woken")

    def _count(self, what: str) -> None:
        self._report = self._report.model_copy(update={what: getattr(self._report, what) + 1})
