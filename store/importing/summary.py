"""What an import tells: what came in, what was refused and why, and which rows must be mended. No people's names."""

from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[int, int], None]
"""Told (done, total) as the import goes on; rows are counted once when read and once when written."""

MOST_ERRORS = 1_000


@dataclass(frozen=True)
class RowError:
    """A row that stops the import: where it is, the rule it breaks, and what would mend it."""

    file: str
    line: int
    field: str
    rule: str
    mend: str


@dataclass(frozen=True)
class RefusedTenancy:
    """A tenancy that is not for this product; it does not stop the rest. Its people and postings are left out too."""

    tenancy_ref: str
    line: int
    reason: str
    authority: str


@dataclass
class Counts:
    """Rows of one file. `skipped` belong to refused tenancies."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0


@dataclass
class ImportSummary:
    """What an import did. With any error nothing was applied.

    `changed` are tenancies (landlord, reference) whose rent account, people or terms are not as before: their cases
    look again. `absent_lines` are postings that came earlier and are no longer in the export: they are kept, and told.
    """

    applied: bool = False
    landlords: tuple[str, ...] = ()
    tenancies: Counts = field(default_factory=Counts)
    people: Counts = field(default_factory=Counts)
    postings: Counts = field(default_factory=Counts)
    refused: list[RefusedTenancy] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    error_count: int = 0
    changed: tuple[tuple[str, str], ...] = ()
    absent_lines: int = 0

    def fault(self, error: RowError) -> None:
        """Note an error; after the first thousand only their number."""
        self.error_count += 1
        if len(self.errors) < MOST_ERRORS:
            self.errors.append(error)
