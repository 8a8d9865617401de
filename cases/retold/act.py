"""One act on the record, and what every room of retelling shares."""

from dataclasses import dataclass
from datetime import date

from cases import commands as c
from cases.base import ExplainedDate, ExplainedSum, TextRef
from cases.state import BreathingSpace, Hold, Person
from cases.waiting import FROM_COURT

UNTOLD = TextRef(id="", digest="")
"""Stands where an act had words that its item does not keep; nothing is worked out from them."""


@dataclass(frozen=True)
class Act:
    """One act on the record: the item it is about (`E1`, `N1:T1-1`, `C1` ...), the command, and who gave it.

    `day` is the legal day on which it was given, where it was worked out from that and the item keeps it.
    """

    subject: str
    command: c.Command
    by: Person | None = None
    day: date | None = None

    @property
    def item(self) -> str:
        """The id of the item, without the tenant or the part of it."""
        return self.subject.partition(":")[0]

    @property
    def part(self) -> str:
        """The tenant, or the part of the item, that it is about; empty where it is the item itself."""
        return self.subject.partition(":")[2]

    def address(self, field: str) -> str:
        """The address of one of its facts, as `Correct.fact` takes it."""
        return f"{self.subject}/{self.command.kind}/{field}"


def ran_out(item: BreathingSpace | Hold) -> bool:
    """Whether it ended by itself, on the day it was to end."""
    return item.ended_on is not None and item.ends is not None and item.ended_on == item.ends.on


def entered(fee: ExplainedSum | None, confirmed: bool) -> int | None:
    """The fee that an officer entered; None where it was the table's."""
    return None if fee is None or confirmed else fee.pence


def by_court(day: ExplainedDate | None) -> date | None:
    """A date that the court itself named; None where law's own rule gave it."""
    return day.on if day is not None and day.authority == FROM_COURT else None
