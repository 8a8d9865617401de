"""Stored cases of every earlier number are read, go on, and lose nothing.

`stored/` holds cases and events as the first versions wrote them: never made anew, only added to.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from temporalio.api.common.v1 import Payload

from cases import upgrade
from cases.base import TextRef
from cases.events import CaseOpened, Event, NoteAdded
from cases.evolve import apply, fold_steps
from cases.money.state import MoneyState
from cases.state import SCHEMA_NUMBER, CaseState
from runtime.temporal import data_converter
from store.kinds import KINDS
from workflows.messages import CaseArgs

STORED = sorted((Path(__file__).parent / "stored").glob("possession-*.json"))
EVENT: TypeAdapter[Any] = TypeAdapter(Event)
NOTE = NoteAdded(text=TextRef(id="t", digest="d"))


def stored_cases() -> list[Any]:
    found = [(path, json.loads(path.read_text("utf-8"))) for path in STORED]
    return [
        pytest.param(state, kept["steps"], id=f"{path.stem} at step {state['revision']}")
        for path, kept in found
        for state in kept["states"]
    ]


def within(stored: Any, read: Any) -> bool:
    """Whether everything that was stored is in what was read; new optional fields may stand beside it."""
    if isinstance(stored, dict):
        return all(name in read and within(value, read[name]) for name, value in stored.items())
    if isinstance(stored, list):
        return len(stored) == len(read) and all(map(within, stored, read))
    return bool(stored == read)


@pytest.mark.parametrize(("stored", "steps"), stored_cases())
def test_a_stored_case_is_read_whole_and_goes_on(stored: Any, steps: Any) -> None:
    state = CaseState.model_validate(stored)
    assert state.schema_number == SCHEMA_NUMBER
    assert within(stored, state.model_dump(mode="json"))
    assert apply(state, [NOTE]).revision == stored["revision"] + 1


@pytest.mark.parametrize(("stored", "steps"), stored_cases())
def test_the_events_of_that_time_still_make_the_same_case(stored: Any, steps: Any) -> None:
    told = [[EVENT.validate_python(event) for event in step] for step in steps[: stored["revision"]]]
    assert fold_steps(told) == CaseState.model_validate(stored)


def test_cases_of_every_number_up_to_todays_are_stored() -> None:
    numbers = {state.values[0]["schema_number"] for state in stored_cases()}
    assert numbers == set(range(1, SCHEMA_NUMBER + 1))


@pytest.fixture
def number_0(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A case of number 0, in which the officer was still called the handler; and the way up from it."""

    def renamed(stored: upgrade.Json) -> upgrade.Json:
        return {("officer" if name == "handler" else name): value for name, value in stored.items()}

    monkeypatch.setitem(upgrade.POSSESSION, 0, renamed)
    stored: dict[str, Any] = dict(stored_cases()[0].values[0])
    stored["handler"] = stored.pop("officer")
    return stored | {"schema_number": 0}


def test_an_older_case_is_brought_up_wherever_it_is_read(number_0: dict[str, Any]) -> None:
    kept = json.loads(json.dumps(number_0))
    today = CaseState.model_validate(number_0)
    assert (today.officer, today.schema_number) == (number_0["handler"], SCHEMA_NUMBER)
    assert KINDS["possession"].read(number_0) == today
    assert EVENT.validate_python({"kind": "case_opened", "state": number_0}) == CaseOpened(state=today)
    args = {"landlord": "l", "tenancy_ref": "T1", "state": number_0}
    assert CaseArgs.model_validate_json(json.dumps(args)).state == today
    assert number_0 == kept


async def test_what_an_older_worker_carried_over_is_brought_up_by_the_codec(number_0: dict[str, Any]) -> None:
    converter = data_converter({"k": bytes(range(32))})
    args = json.dumps({"landlord": "l", "tenancy_ref": "T1", "state": number_0}).encode()
    plain = Payload(metadata={"encoding": b"json/plain"}, data=args)
    assert converter.payload_codec is not None
    sealed = await converter.payload_codec.encode([plain])
    (read,) = await converter.decode(sealed, [CaseArgs])
    assert read.state.officer == number_0["handler"]


def test_a_number_from_which_nothing_leads_on_is_told_and_not_guessed_at() -> None:
    stored = stored_cases()[0].values[0] | {"schema_number": -3}
    with pytest.raises(ValidationError, match="number -3"):
        CaseState.model_validate(stored)
    with pytest.raises(ValidationError, match="number 0"):
        MoneyState.model_validate({"schema_number": 0})


def test_steps_are_taken_one_after_another() -> None:
    steps = {1: lambda kept: {**kept, "a": 1}, 2: lambda kept: {**kept, "b": kept["a"] + 1}}
    assert upgrade.to_today({"schema_number": 1}, steps, 3) == {"schema_number": 3, "a": 1, "b": 2}
    assert upgrade.to_today({}, steps, 3) == {"schema_number": 3, "a": 1, "b": 2}
    assert upgrade.to_today({"schema_number": 9}, steps, 3) == {"schema_number": 9}


def test_a_sealed_event_of_an_older_shape_is_read_in_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    def renamed(stored: upgrade.Json) -> upgrade.Json:
        return {("text" if name == "words" else name): value for name, value in stored.items()}

    monkeypatch.setitem(upgrade.ITEMS, "note_added", renamed)
    old = {"kind": "note_added", "words": NOTE.text.model_dump()}
    assert EVENT.validate_python(old) == NOTE
    assert EVENT.validate_python(NOTE.model_dump()) == NOTE
    assert EVENT.validate_python(NOTE) == NOTE
