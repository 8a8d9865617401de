"""Logs: JSON lines in production, readable lines when run here. Identifiers and figures only, no personal data."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import Any

import structlog

from runtime.settings import Settings


def set_up(settings: Settings, part: str) -> None:
    """Send this program's logs, the libraries' included, to standard output at the level set."""
    level = getattr(logging, settings.log_level.upper())
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(without_text),
    ]
    last: Any = structlog.dev.ConsoleRenderer(colors=False)
    if settings.environment == "production":
        last = structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    hush()
    structlog.contextvars.bind_contextvars(part=part)


def without_text(exc_info: Any) -> str:
    """An exception as it is logged: where it arose, its kind and those of its causes. Texts may hold people's data."""
    told: list[str] = []
    fault: BaseException | None = exc_info[1]
    while fault is not None:
        told.insert(0, "".join(traceback.format_tb(fault.__traceback__)) + type(fault).__qualname__)
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    return "\n".join(told)


def hush() -> None:
    """Keep quiet the libraries that would write people's data: addresses of requests, values of statements."""
    for noisy in ("uvicorn.access", "httpx2", "httpcore2", "aiosqlite", "sqlalchemy.engine", "sqlalchemy.pool"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
