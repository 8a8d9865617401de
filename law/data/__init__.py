"""The law's dated tables as files: read once when first imported, replaced without touching code."""

import json
import tomllib
from importlib import resources
from typing import Any


def table(name: str) -> dict[str, Any]:
    """The parsed table of that file name (`.json` or `.toml`)."""
    text = resources.files(__name__).joinpath(name).read_text("utf-8")
    parsed: dict[str, Any] = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    return parsed
