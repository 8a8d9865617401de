"""What goes with the dates of a track: the notices that can be served, and each ground relied on with its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.asking.facts import Facts
from law.cells import Row
from law.errors import NotThisRoute
from law.explained import Explained
from law.ground_texts import ground_words
from law.grounds import Ground, ground, scheduled
from law.notice_rows import court_papers_for, notices, ways_to_serve
from law.notice_table import NOTICES, minimum, notices_for
from law.regime import regime_for
from law.tenancies import TENANCIES, Occupancy

_TOLD = (
    "form",
    "form's authority",
    "must say",
    "minimum",
    "ends",
    "review",
    "court may dispense",
    "may be changed",
    "the tenancy",
)


@dataclass(frozen=True)
class GroundTold:
    """One ground of the question: what the court does, what must be shown and when, and whose words state it."""

    ground: str
    words: str
    used: Explained[Any] | str


def grounds_told(occupancy: Occupancy, facts: Facts) -> Iterator[GroundTold]:
    """Each ground given, as it stands on the day of service. Raises UnknownGround, GroundNotForTenancy."""
    for code in facts.get("ground", ()):
        served: date | None = facts.get("served")
        if served is None:
            found = scheduled("HA1985", "old", code)
            yield GroundTold(_said(found), found.substance, "Give --served to choose the official text of that day.")
            continue
        found = ground(occupancy, code, served, facts.get("social-commencement"))
        words = ground_words(found, served, facts.texts)
        yield GroundTold(_said(found), words.text, words.used)


def _said(found: Ground) -> str:
    return (
        f"Ground {found.code}, {found.title}. {found.court_test}. Must be shown: {'; '.join(found.conditions)}. "
        f"Tested: {found.when_tested}. Notice: {_asks_for(found)}. ({found.citation}; {found.detail_confidence.label})"
    )


def _asks_for(found: Ground) -> str:
    return minimum(next(notice for notice in NOTICES.values() if found in notice.grounds), found)


def notice_rows_for(occupancy: Occupancy, facts: Facts) -> list[Row]:
    """The rows of the notices that can be served on that type, in the regime of the day of service when it is given."""
    codes = [row.code for row in notices_for(occupancy)]
    served = facts.get("served")
    if served is not None:
        try:
            regime = regime_for(occupancy, served, facts.get("social-commencement"))
        except NotThisRoute:
            pass
        else:
            open_to = [row for row in NOTICES.values() if occupancy in (*row.occupancies, *row.applies)]
            codes = [row.code for row in open_to if (row.grounds[0].regime if row.grounds else "old") == regime]
    return [row for row in notices() if row["notice"] in codes]


def notice_lines(occupancy: Occupancy, facts: Facts) -> Iterator[str]:
    """The same in lines, with the ways to serve a notice and court papers on such an occupier."""
    for row in notice_rows_for(occupancy, facts):
        yield f"  {row['title']} ({row['authority']}; {row['confidence']})"
        yield from (f"    {cell[0].upper()}{cell[1:]}: {row[cell]}" for cell in _TOLD)
    tenancy = TENANCIES[occupancy]
    yield f"  Ways to serve a notice: {ways_to_serve(tenancy)}"
    yield f"  Court papers: {court_papers_for(tenancy)}"
