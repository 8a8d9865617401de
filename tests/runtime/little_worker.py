"""The product's worker loop round one little workflow, on the server named as the first argument."""

import sys
from pathlib import Path

from runtime import settings
from runtime.processes import say_ready
from runtime.temporal import connect
from runtime.worker import run_to_the_end, serve
from tests.runtime.waiting_workflow import Waiting, write_note


def ready() -> None:
    """Say so to a test that reads our output."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    say_ready()


async def main() -> None:
    client = await connect(settings.load(data_dir=Path(sys.argv[1])), patience=20)
    await serve(client, [Waiting], [write_note], ready)


if __name__ == "__main__":
    run_to_the_end(main())
