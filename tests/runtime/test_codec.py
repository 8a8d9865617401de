"""What Temporal keeps cannot be read without the ring, and can be read after a key was changed."""

import os

import pytest
from temporalio.api.common.v1 import Payload
from temporalio.client import WorkflowFailureError

from runtime.codec import EncryptionCodec, UnreadablePayload
from tests.runtime.waiting_workflow import Waiting, wait_of, write_note
from tests.temporal import Engine, finish

OLD, NEW = {"old": os.urandom(32)}, {"new": os.urandom(32)}
PLAIN = Payload(metadata={"encoding": b"json/plain"}, data=b'{"note": "Grace"}')


async def test_a_payload_comes_back_as_it_was_and_never_looks_the_same_twice() -> None:
    codec = EncryptionCodec(OLD)
    first, second = await codec.encode([PLAIN, PLAIN])
    assert first.data != second.data
    assert b"Grace" not in first.SerializeToString()
    assert await codec.decode([first, second]) == [PLAIN, PLAIN]


async def test_after_a_change_of_key_old_payloads_are_read_and_new_ones_use_the_new_key() -> None:
    (before,) = await EncryptionCodec(OLD).encode([PLAIN])
    both = EncryptionCodec(NEW | OLD)
    assert await both.decode([before]) == [PLAIN]
    (after,) = await both.encode([PLAIN])
    assert after.metadata["key-id"] == b"new"


async def test_a_payload_of_an_unknown_key_names_the_key() -> None:
    (sealed,) = await EncryptionCodec(OLD).encode([PLAIN])
    with pytest.raises(UnreadablePayload, match="'old', which is not in the ring"):
        await EncryptionCodec(NEW).decode([sealed])


@pytest.mark.parametrize("spoil", ["data", "key-id"])
async def test_an_altered_payload_is_not_read(spoil: str) -> None:
    key = os.urandom(32)
    codec = EncryptionCodec({"a": key, "b": key})
    (sealed,) = await codec.encode([PLAIN])
    if spoil == "data":
        sealed.data = sealed.data[:-1] + bytes([sealed.data[-1] ^ 1])
    else:
        sealed.metadata["key-id"] = b"b"
    with pytest.raises(UnreadablePayload, match="does not open"):
        await codec.decode([sealed])


async def test_what_was_written_before_encryption_is_still_read() -> None:
    assert await EncryptionCodec(OLD).decode([PLAIN]) == [PLAIN]


async def test_history_holds_no_readable_word_of_a_case(engine: Engine) -> None:
    async with engine.worker(workflows=[Waiting], activities=[write_note]) as queue:
        wait = wait_of(3).model_copy(update={"note": "Siobhan"})
        handle = await engine.start(Waiting.run, wait, queue=queue)
        assert (await finish(handle)).startswith("Siobhan")
        history = await handle.fetch_history()
    assert all(b"Siobhan" not in event.SerializeToString() for event in history.events)


async def test_failure_text_is_not_readable_either(engine: Engine) -> None:
    async with engine.worker(workflows=[Waiting], activities=[write_note]) as queue:
        handle = await engine.start(Waiting.run, wait_of(3).model_copy(update={"note": "fail: Siobhan"}), queue=queue)
        with pytest.raises(WorkflowFailureError) as failed:
            await finish(handle)
        assert "Siobhan" in str(failed.value.cause.__cause__)
        history = await handle.fetch_history()
    assert all(b"Siobhan" not in event.SerializeToString() for event in history.events)
