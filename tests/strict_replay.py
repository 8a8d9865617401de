"""A replay that also compares *what* a workflow asks for with what its history holds.

The stock replay passes when a notice period of 28 days became 14: it compares kinds of step, not their contents. This
one wraps the workflow runner, sees every command that the code issues while it replays, and compares:

* activities: type, task queue, decoded arguments, time limits;
* timers: their length;
* upserts of search attributes; children: type and input; continue-as-new: the state that is carried over;
* the result of the run.

Models may gain optional fields: a key that history does not hold is accepted where its value is empty.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from temporalio.api.common.v1 import Payload, Payloads
from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHistory
from temporalio.converter import DataConverter
from temporalio.worker import Replayer, WorkflowInstance, WorkflowInstanceDetails, WorkflowRunner
from temporalio.workflow import _Definition

from runtime.temporal import data_converter
from runtime.worker import sandbox

# The SDK gives a replayed workflow a task queue of this name.
REPLAY_QUEUE = "replay-"
EMPTY: tuple[Any, ...] = (None, "", 0, False, [], {})


class Changed(AssertionError):
    """The code asks for something other than what history holds; the text shows both."""


@dataclass(frozen=True)
class Step:
    """One thing that a workflow asked for: which one, and its contents in a comparable form."""

    name: str
    contents: dict[str, Any]


@dataclass
class _Seen:
    """What the replayed code asked for, by name."""

    steps: dict[str, Step] = field(default_factory=dict)
    upserts: int = 0

    def note(self, step: Step) -> None:
        self.steps[step.name] = step


class _Listening(WorkflowInstance):
    """A workflow instance whose commands are noted on their way to the server."""

    def __init__(self, inner: WorkflowInstance, seen: _Seen) -> None:
        self._inner = inner
        self._seen = seen

    def activate(self, act: Any) -> Any:
        completion = self._inner.activate(act)
        for command in completion.successful.commands:
            step = _of_command(command, self._seen)
            if step is not None:
                self._seen.note(step)
        return completion

    def get_info(self) -> Any:
        return self._inner.get_info()

    def get_serialization_context(self, command_info: Any) -> Any:
        return self._inner.get_serialization_context(command_info)

    def get_external_store_context(self, command_info: Any) -> Any:
        return self._inner.get_external_store_context(command_info)


class _ListeningRunner(WorkflowRunner):
    """The product's sandbox, listened to."""

    def __init__(self, seen: _Seen) -> None:
        self._inner = sandbox()
        self._seen = seen

    def prepare_workflow(self, defn: _Definition) -> None:
        self._inner.prepare_workflow(defn)

    def create_instance(self, det: WorkflowInstanceDetails) -> WorkflowInstance:
        return _Listening(self._inner.create_instance(det), self._seen)

    def set_worker_level_failure_exception_types(self, types: Sequence[type[BaseException]]) -> None:
        self._inner.set_worker_level_failure_exception_types(types)


async def readable(history: WorkflowHistory, converter: DataConverter) -> WorkflowHistory:
    """The same history with every payload decrypted, so that a recording can be read and reviewed."""
    events = []
    for event in history.events:
        plain = HistoryEvent()
        plain.CopyFrom(event)
        await _decode(plain, converter)
        events.append(plain)
    return dataclasses.replace(history, events=events)


async def strict_replay(
    workflows: Sequence[type], history: WorkflowHistory, converter: DataConverter | None = None
) -> int:
    """Replay `history` on the code of today and compare every step; returns how many were compared.

    `converter` is the one the history was written with; None means that it is already readable. Raises Changed, or what
    the stock replay raises.
    """
    plain = await readable(history, converter) if converter else history
    seen = _Seen()
    replayer = Replayer(
        workflows=workflows, data_converter=data_converter(None), workflow_runner=_ListeningRunner(seen)
    )
    await replayer.replay_workflow(plain)
    compared = 0
    for recorded in _of_history(plain.events):
        asked = seen.steps.get(recorded.name)
        if asked is None:
            raise Changed(f"{recorded.name} was asked for and is not any more: {recorded.contents}")
        if not _fits(recorded.contents, asked.contents):
            raise Changed(f"{recorded.name}: " + "; ".join(_changes(recorded.contents, asked.contents)))
        compared += 1
    return compared


def _of_command(command: Any, seen: _Seen) -> Step | None:
    """The comparable form of a command, or None for those that carry nothing of their own."""
    match command.WhichOneof("variant"):
        case "schedule_activity":
            c = command.schedule_activity
            queue = "its own" if c.task_queue.startswith(REPLAY_QUEUE) else c.task_queue
            return _activity(c.activity_id, c.activity_type, queue, c.arguments, c)
        case "start_timer":
            return _timer(str(command.start_timer.seq), command.start_timer.start_to_fire_timeout)
        case "upsert_workflow_search_attributes":
            seen.upserts += 1
            return _upsert(seen.upserts, command.upsert_workflow_search_attributes.search_attributes.indexed_fields)
        case "start_child_workflow_execution":
            c = command.start_child_workflow_execution
            return _child(c.workflow_id, c.workflow_type, c.input)
        case "continue_as_new_workflow_execution":
            return _continued(command.continue_as_new_workflow_execution.arguments)
        case "complete_workflow_execution":
            c = command.complete_workflow_execution
            return _result([c.result] if c.HasField("result") else [])
    return None


def _of_history(events: Sequence[HistoryEvent]) -> Iterator[Step]:
    """The same comparable forms, read from recorded events."""
    upserts = 0
    own_queue = events[0].workflow_execution_started_event_attributes.task_queue.name
    for event in events:
        match event.WhichOneof("attributes"):
            case "activity_task_scheduled_event_attributes":
                a = event.activity_task_scheduled_event_attributes
                queue = "its own" if a.task_queue.name == own_queue else a.task_queue.name
                yield _activity(a.activity_id, a.activity_type.name, queue, a.input.payloads, a)
            case "timer_started_event_attributes":
                t = event.timer_started_event_attributes
                yield _timer(t.timer_id, t.start_to_fire_timeout)
            case "upsert_workflow_search_attributes_event_attributes":
                fields = event.upsert_workflow_search_attributes_event_attributes.search_attributes.indexed_fields
                if "TemporalChangeVersion" not in fields:
                    upserts += 1
                    yield _upsert(upserts, fields)
            case "start_child_workflow_execution_initiated_event_attributes":
                s = event.start_child_workflow_execution_initiated_event_attributes
                yield _child(s.workflow_id, s.workflow_type.name, s.input.payloads)
            case "workflow_execution_continued_as_new_event_attributes":
                yield _continued(event.workflow_execution_continued_as_new_event_attributes.input.payloads)
            case "workflow_execution_completed_event_attributes":
                yield _result(event.workflow_execution_completed_event_attributes.result.payloads)


def _activity(id: str, kind: str, queue: str, arguments: Sequence[Payload], limits: Any) -> Step:
    return Step(
        f"activity {id}",
        {
            "type": kind,
            "queue": queue,
            "arguments": _values(arguments),
            "start_to_close": _seconds(limits.start_to_close_timeout),
            "heartbeat": _seconds(limits.heartbeat_timeout),
        },
    )


def _timer(id: str, length: Duration) -> Step:
    return Step(f"timer {id}", {"seconds": _seconds(length)})


def _upsert(number: int, fields: Any) -> Step:
    return Step(f"search attributes {number}", {name: _value(payload) for name, payload in fields.items()})


def _child(id: str, kind: str, arguments: Sequence[Payload]) -> Step:
    return Step(f"child {id}", {"type": kind, "arguments": _values(arguments)})


def _continued(arguments: Sequence[Payload]) -> Step:
    return Step("continue as new", {"arguments": _values(arguments)})


def _result(payloads: Sequence[Payload]) -> Step:
    return Step("result", {"value": [value for value in _values(payloads) if value is not None]})


def _values(payloads: Sequence[Payload]) -> list[Any]:
    return [_value(payload) for payload in payloads]


def _value(payload: Payload) -> Any:
    encoding = payload.metadata.get("encoding", b"").decode()
    if encoding == "binary/null":
        return None
    return json.loads(payload.data) if encoding.startswith("json/") else payload.data.hex()


def _seconds(length: Duration) -> float:
    return length.ToTimedelta().total_seconds()


def _changes(recorded: Any, asked: Any, path: str = "") -> Iterator[str]:
    """What does not fit, each with the way to it."""
    if isinstance(recorded, dict) and isinstance(asked, dict):
        for key in recorded:
            if key not in asked:
                yield f"{path}.{key} is gone"
            else:
                yield from _changes(recorded[key], asked[key], f"{path}.{key}")
        for key in asked.keys() - recorded.keys():
            if asked[key] not in EMPTY:
                yield f"{path}.{key} is new and not empty: {asked[key]!r:.200}"
    elif isinstance(recorded, list) and isinstance(asked, list) and len(recorded) == len(asked):
        for n, (was, now) in enumerate(zip(recorded, asked, strict=True)):
            yield from _changes(was, now, f"{path}[{n}]")
    elif recorded != asked:
        yield f"{path} was {recorded!r:.200}, is {asked!r:.200}"


def _fits(recorded: Any, asked: Any) -> bool:
    """Equal, but for keys gained since whose value is empty."""
    if isinstance(recorded, dict) and isinstance(asked, dict):
        return all(key in asked and _fits(value, asked[key]) for key, value in recorded.items()) and all(
            asked[key] in EMPTY for key in asked.keys() - recorded.keys()
        )
    if isinstance(recorded, list) and isinstance(asked, list):
        return len(recorded) == len(asked) and all(map(_fits, recorded, asked))
    return bool(recorded == asked)


async def _decode(message: Message, converter: DataConverter) -> None:
    """Decrypt every payload inside a message, in place."""
    codec = converter.payload_codec
    if codec is None:
        return
    if isinstance(message, Payload):
        (plain,) = await codec.decode([message])
        message.CopyFrom(plain)
        return
    if isinstance(message, Payloads):
        await codec.decode_wrapper(message)
        return
    for descriptor, value in message.ListFields():
        if descriptor.message_type is None:
            continue
        if descriptor.message_type.GetOptions().map_entry:
            inner = [entry for entry in value.values() if isinstance(entry, Message)]
        else:
            inner = [value] if isinstance(value, Message) else list(value)
        for each in inner:
            await _decode(each, converter)
