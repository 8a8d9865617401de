"""`duecourse law`: the tables and worked cases of the law room, as `python -m law` prints them."""

from __future__ import annotations

import typer


def add(app: typer.Typer) -> None:
    """Add the command to the command line."""
    passing_on = {"allow_extra_args": True, "ignore_unknown_options": True}
    app.command(context_settings=passing_on, add_help_option=False)(law)


def law(context: typer.Context) -> None:
    """Print the dated tables, explain a date or a sum, or work cases afresh; `duecourse law --help` says how."""
    from law.__main__ import main

    raise typer.Exit(main(context.args or ["--help"]))
