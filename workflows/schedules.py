"""What runs by the calendar. Programs that start the service make sure that it is scheduled."""

from datetime import timedelta

from temporalio.client import (
    Client,
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleAlreadyRunningError,
    ScheduleCalendarSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleRange,
    ScheduleSpec,
    ScheduleUpdate,
    ScheduleUpdateInput,
)

from workflows.messages import DAILY_SWEEP
from workflows.names import CASES_QUEUE

SWEEP_HOUR = 5
# One that hangs must not keep the next day's from starting: two never run at once.
SWEEP_LIMIT = timedelta(hours=12)


def daily_sweep(queue: str = CASES_QUEUE) -> Schedule:
    """Every day before people come in, London time; a day missed is caught up, two never run at once."""
    return Schedule(
        action=ScheduleActionStartWorkflow(
            DAILY_SWEEP, id=DAILY_SWEEP, task_queue=queue, execution_timeout=SWEEP_LIMIT
        ),
        spec=ScheduleSpec(
            calendars=[ScheduleCalendarSpec(hour=[ScheduleRange(SWEEP_HOUR)])], time_zone_name="Europe/London"
        ),
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=timedelta(days=3)),
    )


async def ensure(client: Client, queue: str = CASES_QUEUE) -> None:
    """Make the schedule, or bring an older one up to date; run at every start."""
    schedule = daily_sweep(queue)
    try:
        await client.create_schedule(DAILY_SWEEP, schedule)
    except ScheduleAlreadyRunningError:

        def renew(_: ScheduleUpdateInput) -> ScheduleUpdate:
            return ScheduleUpdate(schedule=schedule)

        await client.get_schedule_handle(DAILY_SWEEP).update(renew)
