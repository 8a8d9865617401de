"""What every value of a case is made of: frozen models, explained dates, references to text that lies elsewhere."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from law.explained import Explained


class Value(BaseModel):
    """A frozen value. Unknown fields of later versions are ignored, so that an older worker can read a newer record."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant must carry its time zone")
    return instant


Instant = Annotated[datetime, AfterValidator(_aware)]
"""An aware instant; stored as UTC."""

Pence = Annotated[int, Field(strict=True)]
"""A sum of money in whole pence. A float is refused."""


class TextRef(Value):
    """Personal or free text by reference: the words lie in the store, erasable; the record keeps their digest."""

    id: str
    digest: str


class FileRef(Value):
    """A stored document by its hash."""

    sha256: str
    size: int
    name: str
    kind: str


class DatedStep(Value):
    """One step of an explanation."""

    text: str
    authority: str = ""
    on: date | None = None


class ExplainedDate(Value):
    """A legal date with its whole explanation, as an event and a page carry it."""

    on: date
    sentence: str
    trigger: str
    rule: str
    steps: tuple[DatedStep, ...] = ()
    authority: str
    confidence: str
    table_version: str

    @classmethod
    def of(cls, explained: Explained[date]) -> "ExplainedDate":
        """From law's own result."""
        return cls(
            on=explained.value,
            sentence=explained.sentence(),
            trigger=explained.trigger,
            rule=explained.rule,
            steps=tuple(DatedStep(text=s.text, authority=s.authority, on=s.on) for s in explained.steps),
            authority=explained.authority,
            confidence=explained.confidence.value,
            table_version=explained.table_version,
        )


class ExplainedSum(Value):
    """A sum in pence, or None where the table has no figure, with where it comes from."""

    pence: Pence | None
    sentence: str
    authority: str
    confidence: str
    table_version: str

    @classmethod
    def of(cls, explained: Explained[Any]) -> "ExplainedSum":
        """From law's own result."""
        return cls(
            pence=explained.value,
            sentence=explained.sentence(),
            authority=explained.authority,
            confidence=explained.confidence.value,
            table_version=explained.table_version,
        )
