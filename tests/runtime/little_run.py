"""`duecourse run` with two little programs in place of worker and page; those named as arguments never come up."""

import asyncio
import os
import sys
from pathlib import Path

from runtime import settings
from runtime.processes import AlreadyRunning, PortBusy
from runtime.supervisor import Part, StartFailed, Supervisor

LITTLE = """
import os, signal, sys, time
sys.path.insert(0, {root!r})
from runtime.processes import say_ready
name = sys.argv[1]
def stop(*_):
    open({order!r}, "a").write(name + "\\n")
    sys.exit(0)
signal.signal(signal.SIGTERM, stop)
if name in sys.argv[2:]:
    print("no luck today"); sys.exit(3)
open({pids!r} + "." + name, "w").write(str(os.getpid()))
say_ready()
while True:
    time.sleep(60)
"""


def main() -> None:
    found = settings.load()
    program = LITTLE.format(
        root=str(Path(__file__).parents[2]), order=str(found.data_dir / "order"), pids=str(found.data_dir / "pid")
    )
    parts = [
        Part(name, f"the {name}", [sys.executable, "-c", program, name, *sys.argv[1:]], 5) for name in ("worker", "api")
    ]

    def say(line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    try:
        asyncio.run(Supervisor(found, say, parts).run(lambda: say("preparing"), lambda: say(f"ready {os.getpid()}")))
    except (AlreadyRunning, PortBusy, StartFailed) as problem:
        raise SystemExit(str(problem)) from None


if __name__ == "__main__":
    main()
