"""The building of one bundle: a child of its case, so that it can be watched, and stopped without touching the case.

Only requests that say so (`PaperMade.apart`) are built here; those of older histories stay one activity of the case.
"""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from cases.base import Value
    from workflows import steps
    from workflows.messages import BUNDLE_BUILDING


class BundleArgs(Value):
    """What to build, and the queue of the workers that build."""

    paper: steps.PaperInput
    queue: str


class BundleEnded(Value):
    """What came of it: the files or the reasons against them; or the kind of fault, where it was given up."""

    result: steps.PaperResult | None = None
    fault: str | None = None


@workflow.defn(name=BUNDLE_BUILDING)
class BundleBuilding:
    """Builds and inspects one bundle. Cancelled, it stops the work at the next document."""

    @workflow.run
    async def run(self, args: BundleArgs) -> BundleEnded:
        try:
            return BundleEnded(result=await steps.build_bundle(args.paper, args.queue))
        except steps.NotRecorded as fault:
            return BundleEnded(fault=fault.why)
