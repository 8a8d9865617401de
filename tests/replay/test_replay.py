"""Cases that run today go on under the code of today: recorded histories are replayed, and every step compared."""

from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory

from runtime.journeys import JOURNEYS
from tests.strict_replay import strict_replay
from workflows import all_workflows

RECORDED = sorted(Path(__file__).parent.glob("*.json"))


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
async def test_a_recorded_history_asks_for_the_same_steps_today(path: Path) -> None:
    history = WorkflowHistory.from_json(path.stem, path.read_text("utf-8"))
    await strict_replay(all_workflows(), history)


def test_roads_of_every_sort_are_recorded() -> None:
    assert {path.stem.rsplit("-", 1)[0] for path in RECORDED} >= {
        "ripens-and-lapses",
        "holds-in-and-out",
        "refused-twice-and-closed",
        "many-runs",
        *JOURNEYS,
    }
