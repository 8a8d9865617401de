"""What lists of cases are made of: a case in a line, the counts of a stage and of an officer, a date ahead."""

from dataclasses import dataclass
from datetime import date, datetime

from store.kinds import POSSESSION, AnyStage


def address(kind: str, case_id: str) -> str:
    """Where the page of a case is."""
    return f"/{'cases' if kind == POSSESSION else 'money-cases'}/{case_id}"


@dataclass(frozen=True)
class StageCount:
    """The open cases of a stage: how many, their arrears in pence, how many at risk, and how many of each age."""

    stage: AnyStage
    cases: int
    arrears_pence: int
    at_risk: int
    ages: tuple[int, ...]


@dataclass(frozen=True)
class CaseRow:
    """A case in a list. `next_due_on` is the nearest deadline, `next_due_at` when it next speaks (perhaps a reminder).

    `waiting` is what a senior has still to approve.
    """

    case_id: str
    landlord: str
    tenancy_ref: str
    track: str
    kind: str
    stage: AnyStage
    stage_since: date
    officer: str
    patch: str
    opened_on: date
    closed_on: date | None
    result: str | None
    next_due_at: datetime | None
    next_due_title: str
    next_due_on: date | None
    arrears_pence: int
    at_risk: tuple[str, ...]
    waiting: tuple[dict[str, str], ...]
    attention: str | None
    revision: int

    @property
    def address(self) -> str:
        """Where its page is."""
        return address(self.kind, self.case_id)

    @property
    def cursor(self) -> str:
        """Where the next page goes on after this row."""
        due = self.next_due_at.isoformat().replace("+00:00", "Z") if self.next_due_at else ""
        return f"{due}|{self.case_id}"


@dataclass(frozen=True)
class OfficerCount:
    """An officer's open cases: all, at risk, and with a date already past or within seven days."""

    officer: str
    cases: int
    at_risk: int
    due_soon: int


@dataclass(frozen=True)
class ForecastRow:
    """A date that an open case waits for. `spoken`: it has come, and nobody has done what it asks."""

    case_id: str
    tenancy_ref: str
    officer: str
    stage: AnyStage
    kind: str
    title: str
    on: date
    spoken: bool
    case_kind: str = POSSESSION
    deadline_id: str = ""

    @property
    def address(self) -> str:
        """Where its page is."""
        return address(self.case_kind, self.case_id)
