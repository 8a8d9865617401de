"""The workflow engine run from here: Temporal's own single-machine server, kept in one file of the data folder."""

from __future__ import annotations

from temporalio.api.enums.v1 import IndexedValueType

from runtime.settings import PREFIX, Settings, SettingsProblem
from workflows.names import SEARCH_ATTRIBUTES

# Half the time of an act against the file, measured, and none lost when the server is killed.
PRAGMAS = ("journal_mode=wal", "synchronous=normal")
DATABASE_FILE = "temporal.sqlite3"


def command(settings: Settings) -> list[str]:
    """The words that start the server. Raises SettingsProblem where its program is missing."""
    program = settings.temporal_program
    if not program.exists():
        raise SettingsProblem(f"no Temporal server at {program}; name one with {PREFIX}TEMPORAL_BIN")
    words = [str(program), "server", "start-dev", "--ip", "127.0.0.1", "--port", str(settings.temporal_port)]
    words += ["--db-filename", str(settings.data_dir / DATABASE_FILE), "--namespace", settings.temporal_namespace]
    words += ["--log-level", "error", "--log-format", "json"]
    words += [word for pragma in PRAGMAS for word in ("--sqlite-pragma", pragma)]
    for key in SEARCH_ATTRIBUTES:
        kind = (
            IndexedValueType.Name(IndexedValueType.ValueType(key.indexed_value_type))
            .removeprefix("INDEXED_VALUE_TYPE_")
            .capitalize()
        )
        words += ["--search-attribute", f"{key.name}={kind}"]
    if settings.temporal_ui:
        words += ["--ui-port", str(settings.temporal_ui_port), "--ui-disable-news-fetch"]
    else:
        words += ["--headless"]
    return words
