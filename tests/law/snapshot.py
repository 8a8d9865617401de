"""Computed answers kept as JSON, so that a change of law or of code shows as a change of dates.

Run `python -m tests.law.snapshot` after a change that is meant, and read the difference before committing it.
"""

import json
from datetime import date
from pathlib import Path

from tests.law.everything import everything

DAYS = (date(2026, 1, 31), date(2026, 12, 24), date(2028, 2, 29))
KEPT = Path(__file__).parent / "snapshot.json"


def computed() -> dict[str, object]:
    """Every answer's value by its name."""
    return {name: told.as_json()["value"] for name, told in everything(DAYS)}


if __name__ == "__main__":
    KEPT.write_text(json.dumps(computed(), indent=1, ensure_ascii=False) + "\n", "utf-8")
