"""How large a case's history becomes: events a case-year and bytes of payload, from the recorded journeys.

`make history-sizes`, or `python -m benchmarks.histories`. Reads tests/replay/*.json: whole cases walked through the
API on the real engine, each run of a case in a file of its own.
"""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

RECORDED = Path(__file__).parents[1] / "tests" / "replay"
STEPS = ("record_step", "record_money_step")
# Temporal warns of a history at these, and refuses to go on at five times as many.
WARNED_AT_EVENTS = 10_240
WARNED_AT_PAYLOAD = 256 * 1024


@dataclass
class Size:
    """All runs of one case."""

    runs: int = 0
    events: int = 0
    longest_run: int = 0
    payload: int = 0
    largest: int = 0
    carried: int = 0
    steps: int = 0
    instants: list[datetime] = field(default_factory=list)

    @property
    def years(self) -> float:
        """From its first step to its last, on the case's own clock."""
        return (max(self.instants) - min(self.instants)).days / 365.25 if self.instants else 0.0


def measure(folder: Path = RECORDED) -> dict[str, Size]:
    """The size of every recorded case."""
    found: dict[str, Size] = defaultdict(Size)
    for path in sorted(folder.glob("*.json")):
        size = found[path.stem.rsplit("-", 1)[0]]
        events = json.loads(path.read_text("utf-8"))["events"]
        size.runs += 1
        size.events += len(events)
        size.longest_run = max(size.longest_run, len(events))
        for event in events:
            bodies = [base64.b64decode(payload.get("data", "")) for payload in _payloads(event)]
            size.payload += sum(map(len, bodies))
            size.largest = max([size.largest, *map(len, bodies)])
            if "workflowExecutionContinuedAsNewEventAttributes" in event:
                size.carried = max([size.carried, *map(len, bodies)])
            asked = event.get("activityTaskScheduledEventAttributes", {})
            if asked.get("activityType", {}).get("name") in STEPS:
                size.steps += 1
                size.instants.append(datetime.fromisoformat(json.loads(bodies[0])["as_at"]))
    return dict(found)


def _payloads(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "data" in value and "metadata" in value:
            yield value
            return
        for inner in value.values():
            yield from _payloads(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _payloads(inner)


def main() -> None:
    """Print a line a case."""
    heads = (
        ("case", -28),
        ("runs", 5),
        ("steps", 7),
        ("events", 8),
        ("a run", 7),
        ("years", 7),
        ("a year", 8),
        ("KB", 7),
    )
    print("".join(f"{head:{'<' if width < 0 else '>'}{abs(width)}}" for head, width in heads) + f"{'largest KB':>12}")
    sizes = measure()
    for name, size in sizes.items():
        a_year = f"{size.events / size.years:.0f}" if size.years >= 0.25 else "-"
        print(
            f"{name:<28}{size.runs:>5}{size.steps:>7}{size.events:>8}{size.longest_run:>7}{size.years:>7.2f}{a_year:>8}"
            f"{size.payload / 1024:>7.0f}{size.largest / 1024:>12.1f}"
        )
    events, years = sum(s.events for s in sizes.values()), sum(s.years for s in sizes.values())
    longest, largest = max(s.longest_run for s in sizes.values()), max(s.largest for s in sizes.values())
    print(
        f"all: {events / years:.0f} events a case-year; longest run {longest} events "
        f"(the engine warns at {WARNED_AT_EVENTS}); largest payload {largest / 1024:.0f} KB "
        f"(warns at {WARNED_AT_PAYLOAD // 1024})"
    )


if __name__ == "__main__":
    main()
