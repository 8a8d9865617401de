"""The days on which a debt rests in a breathing space, for every kind of case."""

from collections.abc import Iterable
from datetime import date

from cases.state import BreathingSpace

Spans = tuple[tuple[date, date | None], ...]


def spans(spaces: Iterable[BreathingSpace]) -> Spans:
    """The first and last days of those that lasted a day at least; no last day while nobody knows it.

    No instalment of the debt falls due in them (SI 2020/1311 reg 7).
    """
    lasted = (s for s in spaces if s.ended_on is None or s.ended_on >= s.started_on)
    return tuple((s.started_on, s.ended_on or (s.ends.on if s.ends else None)) for s in lasted)
