"""Which County Court hearing centre serves a home: the landlord's own table by postcode, and what is said without one.

A claim may be issued at any hearing centre, and is sent on to the one that serves the land, with delay (PD 55A 1.1(2)).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from cases.base import Value
from cases.state import Claim

AUTHORITY = "PD 55A 1.1(2)"
_OUTWARD = r"[A-Z]{1,2}[0-9][A-Z0-9]?"
_UNIT = re.compile(rf"({_OUTWARD}) ?([0-9][A-Z]{{2}})")
_PART = re.compile(rf"[A-Z]{{1,2}}|{_OUTWARD}(?: [0-9](?:[A-Z]{{2}})?)?")
HOW_TO_INSTALL = "duecourse landlords courts {landlord} --from-file courts.toml"

Mark = Literal["A", "B", "C"]


class CourtRow(Value):
    """One court of a table and the postcodes it takes, from a day to a day, both included; `last` None: still.

    A postcode may be an area (`CV`), a district (`CV21`), a sector (`CV21 1`) or whole; the closest counts. `areas` are
    the local authorities it serves, in words, and are not matched. `online_from`: the first day on which the digital
    service takes claims for it, None where the table does not say. `number` is the court service's own for the place.
    """

    court: str
    postcodes: tuple[str, ...]
    first: date
    last: date | None = None
    areas: tuple[str, ...] = ()
    online_from: date | None = None
    number: str = ""
    source: str
    confidence: Mark = "C"

    def in_force(self, on: date) -> bool:
        """Whether it counts on a day."""
        return self.first <= on and (self.last is None or on <= self.last)


class CourtFound(Value):
    """The court that a table gives for a home: by which part of its postcode, from what source, how sure."""

    court: str
    matched: str
    source: str
    confidence: Mark
    online_from: date | None = None
    number: str = ""


class CourtFacts(Value):
    """What is known of courts for a home on a day. `installed`: a table is in force; `usual`: the landlord's own court.

    `usual` is what the landlord set as the court it issues in, and counts only while it has no table.
    """

    installed: bool = False
    found: CourtFound | None = None
    usual: str = ""


class ClaimCourt(Value):
    """The court of a claim and why it is that one. `name` empty: not known, and `mend` says what to do.

    `basis` tells how it is known: it issued the claim, somebody chose it, the table, or the landlord's usual one.
    """

    name: str
    basis: Literal["issued", "chosen", "table", "usual", "none"]
    reason: str
    confidence: Mark
    mend: str = ""


def part_of(written: str) -> str | None:
    """A postcode or the part of one that a table may name, as it is compared; None where it is neither."""
    tidy = " ".join(written.upper().split())
    whole = _UNIT.fullmatch(tidy)
    if whole:
        return f"{whole[1]} {whole[2]}"
    return tidy if _PART.fullmatch(tidy) else None


def parts_of(postcode: str) -> tuple[str, ...]:
    """A whole postcode and the parts of it, the closest first; empty where it is none."""
    whole = _UNIT.fullmatch(" ".join(postcode.upper().split()))
    if whole is None:
        return ()
    outward, inward = whole[1], whole[2]
    area = re.match("[A-Z]+", outward)
    return (f"{outward} {inward}", f"{outward} {inward[0]}", outward, area[0] if area else "")


def rows_on(table: Iterable[CourtRow], on: date) -> Iterator[CourtRow]:
    """The rows that count on a day."""
    return (row for row in table if row.in_force(on))


def find_court(table: Iterable[CourtRow], postcode: str, on: date) -> CourtFound | None:
    """The court for a postcode on a day by the closest part that the table names; None where it names none."""
    rows = list(rows_on(table, on))
    for part in parts_of(postcode):
        row = next((row for row in rows if part in row.postcodes), None)
        if row is not None:
            return CourtFound(
                court=row.court,
                matched=part,
                source=row.source,
                confidence=row.confidence,
                online_from=row.online_from,
                number=row.number,
            )
    return None


def court_facts(table: Iterable[CourtRow], postcode: str, on: date, usual: str) -> CourtFacts:
    """What a decision may know of the home's court on a day."""
    rows = tuple(rows_on(table, on))
    return CourtFacts(installed=bool(rows), found=find_court(rows, postcode, on), usual=usual)


def digital_from(claim: Claim | None, known: CourtFacts) -> date | None:
    """The first day on which the digital service takes claims for the court that the table gives; None: not said."""
    chosen = claim is not None and (claim.court or claim.court_chosen)
    return known.found.online_from if known.found is not None and not chosen else None


def court_of(claim: Claim | None, known: CourtFacts, landlord: str = "") -> ClaimCourt:
    """The court that papers of a claim name: the one that issued it, else the one chosen, else the table's.

    Without a table it is the landlord's usual court, marked C; with one that names none, it is not guessed.
    `landlord` is its short name, for the command that mends.
    """
    if claim is not None and claim.court:
        return ClaimCourt(name=claim.court, basis="issued", reason="It issued the claim.", confidence="A")
    if claim is not None and claim.court_chosen:
        told = f" The table gives {known.found.court}." if known.found else ""
        reason = f"It was chosen, with the reason on the record.{told}"
        return ClaimCourt(name=claim.court_chosen, basis="chosen", reason=reason, confidence="B")
    install = HOW_TO_INSTALL.format(landlord=landlord or "LANDLORD")
    if known.found is not None:
        found = known.found
        told = f"The home's postcode lies in {found.matched}, which the landlord's table gives to this court"
        reason = f"{told} (source: {found.source})."
        return ClaimCourt(name=found.court, basis="table", reason=reason, confidence=found.confidence)
    if known.installed:
        return ClaimCourt(
            name="",
            basis="none",
            reason="The landlord's table of courts names none for the home's postcode.",
            confidence="C",
            mend=f"Choose the court of the claim, with the reason, or have an administrator add it: {install}",
        )
    if known.usual:
        return ClaimCourt(
            name=known.usual,
            basis="usual",
            reason="It is the court the landlord usually issues in; no table of courts by postcode is installed.",
            confidence="C",
            mend=f"Check that it serves the home; an administrator may install a table: {install}",
        )
    return ClaimCourt(
        name="",
        basis="none",
        reason="No table of courts is installed, and the landlord has set no court that it issues in.",
        confidence="C",
        mend=f"Choose the court of the claim, with the reason, or have an administrator install a table: {install}",
    )
