"""Official forms and statutory notices: what each is for, its authority and the edition we know of."""

from dataclasses import dataclass
from datetime import date

from law.data import table
from law.explained import Confidence


@dataclass(frozen=True)
class Form:
    """One form or notice. `in_use_from` and `in_use_to` are None where no source gives the day."""

    code: str
    title: str
    used_for: str
    authority: str
    edition: str
    in_use_from: date | None
    in_use_to: date | None
    confidence: Confidence


_FILE = table("forms.toml")
TABLE_VERSION: str = f"forms {_FILE['version']}"
FORMS: dict[str, Form] = {
    row["code"]: Form(
        row["code"],
        row["title"],
        row["used_for"],
        row["authority"],
        row["edition"],
        row.get("from"),
        row.get("to"),
        Confidence(row["confidence"]),
    )
    for row in _FILE["forms"]
}
