"""What papers say of a landlord and no export brings: where it is served, who signs for it, the court it issues in."""

import re
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from cases.courts import CourtRow

LONGEST_ADDRESS = 6
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[0-9 ()-]+")

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]


def _address(lines: tuple[str, ...]) -> tuple[str, ...]:
    if lines and not _POSTCODE.fullmatch(lines[-1]):
        raise ValueError("the last line of the address is its postcode, like AB1 2CD")
    if len(lines) > LONGEST_ADDRESS:
        raise ValueError(f"an address has {LONGEST_ADDRESS} lines at most")
    return lines


def _phone(number: str) -> str:
    if number and not (_PHONE.fullmatch(number) and sum(map(str.isdigit, number)) >= 10):
        raise ValueError("a telephone number has ten digits or more, like 01632 960000")
    return number


def _email(address: str) -> str:
    if address and not _EMAIL.fullmatch(address):
        raise ValueError("an e-mail address looks like name@place.example")
    return address


class OfficialText(BaseModel):
    """The Act's own words of one ground as the landlord installed them, with the days they are in force."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schedule: str
    regime: str
    ground: str
    text: Annotated[str, StringConstraints(min_length=1, max_length=6000)]
    source: str
    first: date
    last: date | None = None
    confidence: str = "B"

    def in_force(self, on: date) -> bool:
        """Whether it was the text of that day."""
        return self.first <= on and (self.last is None or on <= self.last)


class Details(BaseModel):
    """A landlord's details; what is not set is empty.

    `address` is its address for service, line by line, the postcode last. `grounds_text` holds the Act's own words, by
    schedule and ground code ("HA1985", "1"), undated; `official_texts` the same from a checked file, each with its
    source and days, and they go first. Papers use our own words for what is in neither. `courts` is the landlord's
    table of hearing centres by postcode, from a checked file too; while there is none, `court_name` stands in.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: Annotated[tuple[Line, ...], AfterValidator(_address)] = ()
    phone: Annotated[Words, AfterValidator(_phone)] = ""
    email: Annotated[Words, AfterValidator(_email)] = ""
    signatory_name: Words = ""
    signatory_position: Words = ""
    court_name: Words = ""
    grounds_text: dict[str, dict[str, Annotated[str, StringConstraints(min_length=1, max_length=6000)]]] = {}
    official_texts: tuple[OfficialText, ...] = ()
    courts: tuple[CourtRow, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What papers cannot do without and is not set, in words."""
        return tuple(words for name, words in _NEEDED.items() if not getattr(self, name))

    def text_of(self, schedule: str, regime: str, code: str, on: date) -> str | None:
        """The Act's own words of a ground as in force on a day; None where they are not installed."""
        for one in self.official_texts:
            if (one.schedule, one.regime, one.ground) == (schedule, regime, code) and one.in_force(on):
                return one.text
        return self.grounds_text.get(schedule, {}).get(code) if regime == "old" else None

    def texts_on(self, on: date) -> tuple[str, ...]:
        """The grounds whose words are installed for a day, as `HA1985/old/1`, in order."""
        dated = (f"{one.schedule}/{one.regime}/{one.ground}" for one in self.official_texts if one.in_force(on))
        plain = (f"{schedule}/old/{code}" for schedule, texts in self.grounds_text.items() for code in texts)
        return tuple(sorted({*dated, *plain}))

    def changed(self, **fields: object) -> Self:
        """The same with some fields set. Raises pydantic's ValidationError."""
        return type(self).model_validate(self.model_dump() | fields)


_NEEDED = {
    "address": "address for service",
    "phone": "telephone number",
    "signatory_name": "signatory",
    "signatory_position": "signatory's position",
    "court_name": "court",
}


def _sample_court(court: str, *postcodes: str) -> CourtRow:
    source = "Made up for the sample; no real court takes these postcodes by it"
    return CourtRow(court=court, postcodes=postcodes, first=date(2020, 1, 1), source=source, confidence="C")


# A sample landlord must be able to make every paper, and no paper of it may be taken for a real one.
SAMPLE = Details(
    address=("Sample House", "1 Example Street", "Sampleton", "SA1 1MP"),
    phone="01632 960000",
    email="housing@sample.example",
    signatory_name="Morgan Example (sample)",
    signatory_position="Head of Housing",
    court_name="County Court at Sampleton",
    courts=(
        _sample_court("County Court at Sampleton", "CV21", "RG2", "SA1"),
        _sample_court("County Court at Sampleton East", "E3"),
        _sample_court("County Court at Sampleton-on-Sea", "NR30"),
    ),
)
