"""Keeping the workflow histories of a journey, so that later code can be replayed against them."""

import asyncio
import json
from pathlib import Path

from runtime.journeys.stage import Stage
from runtime.temporal import connect
from workflows.messages import workflow_id


def save_histories(stage: Stage, landlord: str, tenancy_ref: str, file: Path) -> int:
    """Write every run of the case's workflow, oldest first, as a JSON list; returns how many there were."""
    runs = asyncio.run(_histories(stage, workflow_id(landlord, tenancy_ref)))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(runs, indent=1, sort_keys=True) + "\n")
    return len(runs)


async def _histories(stage: Stage, case: str) -> list[object]:
    client = await connect(stage.settings)
    found: list[object] = []
    handle = client.get_workflow_handle(case)
    description = await handle.describe()
    run_id: str | None = description.raw_description.workflow_execution_info.first_run_id or description.run_id
    while run_id:
        history = await client.get_workflow_handle(case, run_id=run_id).fetch_history()
        found.append(history.to_json_dict())
        last = history.events[-1]
        run_id = last.workflow_execution_continued_as_new_event_attributes.new_execution_run_id or None
    return found
