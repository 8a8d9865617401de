"""What every claim file has besides the answers of its route."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from documents.papers.checks import strings
from documents.papers.data import PaperData
from documents.papers.problems import PaperRefused
from documents.papers.sheets import Page

ERASED = "[erased]"
_PHONE = re.compile(r"0[0-9]{10}")
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})")


@dataclass(frozen=True)
class ExportCourt:
    """The court of the claim, how it is known, and how sure. `number` is the court service's own, where it is known.

    `online_from`: the first day on which the digital service takes its claims by the landlord's table; None: not said.
    """

    name: str
    reason: str
    confidence: Literal["A", "B", "C"]
    number: str = ""
    online_from: date | None = None


@dataclass(frozen=True)
class Rest:
    """What a box does not take, for a document that goes with the claim; `field` is the box."""

    field: str
    text: str


def no_words_erased(data: PaperData) -> None:
    """Raises PaperRefused where an answer would say that its words were erased."""
    if any(text == ERASED for _, text in strings(data)):
        raise PaperRefused(("Words that this claim needs were erased. Record them again.",))


def postcode_of(data: PaperData) -> str:
    """The home's postcode as services take it. Raises PaperRefused where it is none."""
    written = (data.online.postcode if data.online else "") or (data.property_address or ("",))[-1]
    found = _POSTCODE.fullmatch(" ".join(written.upper().split()))
    if found is None:
        raise PaperRefused(("The home's postcode is missing or is none. Put it right in the housing system.",))
    return f"{found[1]} {found[2]}"


def phone_of(number: str) -> str:
    """The number as a service takes it, 0 and ten digits; empty where it is another."""
    plain = re.sub(r"[ ()-]", "", number)
    return plain if _PHONE.fullmatch(plain) else ""


def unanswered(pages: Iterable[Page]) -> tuple[str, ...]:
    """The questions of the sheet that nobody has answered."""
    return tuple(
        f"Not answered yet: page {page.number}, {answer.question}"
        for page in pages
        for answer in page.answers
        if answer.text == "Not answered yet"
    )


def same_figures(data: PaperData) -> None:
    """Raises PaperRefused where the schedule does not end at the arrears of the claim, to the penny."""
    if data.rent_rows and data.rent_rows[-1].balance_pence != data.arrears_pence:
        raise PaperRefused(("The rent schedule does not end at the arrears of the claim.",))


def cut(said: Sequence[str], room: int, what: str) -> tuple[str, ...]:
    """Lines, each no longer than its box. Raises PaperRefused where one is: a name or an address is not cut."""
    for line in said:
        if len(line) > room:
            told = f"{what} is {len(line)} characters long; the service takes {room}. Shorten it where it is kept."
            raise PaperRefused((told,))
    return tuple(said)
