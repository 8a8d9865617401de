"""`duecourse`: everything that can be done from a terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from runtime.commands import (
    accounts,
    ahead,
    checking,
    clock,
    data,
    forms,
    journey,
    landlords,
    law,
    policy,
    promoting,
    recovering,
    running,
    secrets,
    taking_on,
    templates,
    trying,
)
from runtime.processes import AlreadyRunning, PortBusy
from runtime.settings import PREFIX, SettingsProblem
from runtime.supervisor import StartFailed
from runtime.temporal import EngineAway

app = typer.Typer(
    name="duecourse",
    help="Possession cases for English social landlords, from the first missed rent to the keys.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
# Problems whose text is all that a person needs; anything else is a fault of ours and shows its traceback.
TOLD_PLAINLY = (AlreadyRunning, EngineAway, PortBusy, SettingsProblem, StartFailed)


@app.callback()
def settings_of_this_call(
    data: Annotated[
        Path | None, typer.Option("--data", help=f"The data folder; sets {PREFIX}DATA_DIR.", show_default=False)
    ] = None,
) -> None:
    """Every setting is read from the environment; these options set it for one call."""
    if data is not None:
        os.environ[f"{PREFIX}DATA_DIR"] = str(data)


for group in (
    running,
    journey,
    data,
    taking_on,
    clock,
    accounts,
    landlords,
    forms,
    policy,
    law,
    checking,
    recovering,
    secrets,
    templates,
    trying,
    ahead,
    promoting,
):
    group.add(app)


def main() -> None:
    """Run the command line; the exit code is 1 after a problem told plainly, 2 after a wrong call."""
    # Databases, papers and logs hold people's data: what we and our children make is for this account only.
    os.umask(0o077)
    try:
        app()
    except TOLD_PLAINLY as problem:
        print(f"duecourse: {problem}", file=sys.stderr, flush=True)  # noqa: T201
        if isinstance(problem, EngineAway):
            # A thread of the engine's client may still be trying; it can bring the interpreter down while that ends.
            sys.stdout.flush()
            os._exit(1)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
