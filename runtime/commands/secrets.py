"""`duecourse secrets`: new secrets for production, to be kept where secrets are kept."""

from __future__ import annotations

from datetime import UTC, datetime

import typer

from runtime.settings import PREFIX, new_key, new_session_secret


def add(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(secrets)


def secrets() -> None:
    """Print a new encryption key and session secret as environment lines. Nothing is kept."""
    typer.echo(f"{PREFIX}ENCRYPTION_KEYS={new_key(f'k{datetime.now(UTC):%Y%m%d}')}")
    typer.echo(f"{PREFIX}SESSION_SECRET={new_session_secret()}")
