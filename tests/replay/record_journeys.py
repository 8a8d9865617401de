"""Record the journeys' histories: `python -m tests.replay.record_journeys`. Review their change like a migration."""

import asyncio
import io
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from runtime.journeys import JOURNEYS
from runtime.journeys.road import play
from runtime.journeys.stage import Stage, stage
from runtime.journeys.story import Story
from runtime.temporal import connect, data_converter
from tests.replay.record import FOLDER, without_machine
from tests.strict_replay import readable
from workflows.messages import closed_workflow_id, money_workflow_id, workflow_id

SAMPLE = Path(__file__).parents[2] / "sample"


def main() -> None:
    """Play the journeys named, or every one, and write the runs of each case, the first first."""
    for name in sys.argv[1:] or JOURNEYS:
        road = JOURNEYS[name]
        with tempfile.TemporaryDirectory() as papers, stage(SAMPLE) as here:
            cast = here.cast(Story(Console(file=io.StringIO())), Path(papers))
            play(road, cast)
            case = cast.case()
            home = (cast.landlord, case["tenancy_ref"])
            money = cast.officer.door == "money-cases"
            ids = (
                [money_workflow_id(*home)]
                if money
                else [workflow_id(*home), closed_workflow_id(*home, case["case_id"])]
            )
            runs = asyncio.run(_runs(here, ids))
        for old in FOLDER.glob(f"{name}-[0-9][0-9].json"):
            old.unlink()
        for number, run in enumerate(runs, 1):
            (FOLDER / f"{name}-{number:02d}.json").write_text(run + "\n", "utf-8")


async def _runs(here: Stage, ids: Sequence[str]) -> list[str]:
    """The runs of the case, also those after its closing, in the order of their start."""
    client = await connect(here.settings)
    found = []
    async for run in client.list_workflows(" OR ".join(f"WorkflowId = '{one}'" for one in ids)):
        history = await client.get_workflow_handle(run.id, run_id=run.run_id).fetch_history()
        plain = await readable(history, data_converter(here.settings.key_ring()))
        kept = json.dumps(without_machine(json.loads(plain.to_json())), separators=(",", ":"))
        found.append((run.start_time, kept))
    return [kept for _, kept in sorted(found)]


if __name__ == "__main__":
    main()
