"""What a case hands to the engine stays far below what the engine takes, even for the largest case there could be."""

import json
from pathlib import Path
from typing import Any

from benchmarks.histories import WARNED_AT_EVENTS, WARNED_AT_PAYLOAD, measure
from cases.events import CaseOpened
from cases.outcome import Decision
from cases.state import CaseState
from runtime.temporal import data_converter
from tests.temporal import TEST_RING
from workflows.messages import CaseArgs
from workflows.steps import LARGEST_PAYLOAD, StepResult

WALKED = Path(__file__).parents[1] / "cases" / "stored" / "possession-1-secure-arrears.json"
TENANTS = tuple(f"T900001-{number}" for number in range(1, 6))


def many(items: list[Any], number: int) -> list[Any]:
    """So many items, each with an id of its own."""
    return [
        {**items[n % len(items)], **({"id": f"{items[0]['id'][0]}{n + 1}"} if "id" in items[0] else {})}
        for n in range(number)
    ]


def the_largest_case() -> CaseState:
    """Five joint tenants and everything done over and over; each item as a walked case has it, explanations and all."""
    walked = json.loads(WALKED.read_text("utf-8"))["states"][-1]
    for notice in walked["notices"]:
        notice["services"] = [{**notice["services"][0], "tenant": tenant} for tenant in TENANTS]
    for contact in walked["contacts"]:
        contact["tenants"] = TENANTS
    numbers = {"contacts": 60, "notices": 12, "claims": 6, "hearings": 12, "orders": 6, "warrants": 6}
    numbers |= {"searches": 40, "assessments": 40, "papers": 100, "deadlines": 40}
    more = {name: many(walked[name], number) for name, number in numbers.items()}
    return CaseState.model_validate({**walked, **more, "tenants": TENANTS})


async def size_of(value: Any) -> int:
    """Bytes of a value as the engine gets it: converted and encrypted."""
    return sum(len(payload.data) for payload in await data_converter(TEST_RING).encode([value]))


async def test_the_largest_case_fits_many_times_over() -> None:
    state = the_largest_case()
    counts = [len(getattr(state, name)) for name in ("tenants", "contacts", "notices", "warrants")]
    assert counts == [5, 60, 12, 6]
    carried = await size_of(CaseArgs(landlord="l", tenancy_ref="T900001", state=state))
    answered = StepResult(decision=Decision(events=(CaseOpened(state=state),)), case_id="T900001-1", revision=1)
    assert carried * 4 < LARGEST_PAYLOAD
    assert await size_of(answered) * 4 < LARGEST_PAYLOAD


def test_no_recorded_case_comes_near_a_limit_of_the_engine() -> None:
    sizes = measure()
    assert len(sizes) > 4
    for name, size in sizes.items():
        assert size.longest_run * 10 < WARNED_AT_EVENTS, name
        assert size.largest * 4 < WARNED_AT_PAYLOAD, name
        assert size.events < 20 * size.steps, name


def test_recorded_cases_go_on_in_new_runs_and_carry_their_whole_state() -> None:
    sizes = measure()
    assert sizes["many-runs"].runs > 5
    assert sum(size.carried > 0 for size in sizes.values()) > 3
