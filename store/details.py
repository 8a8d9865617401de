"""What papers say of a landlord and no export brings: where it is served, who signs for it, the court it issues in."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

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


class Details(BaseModel):
    """A landlord's details; what is not set is empty.

    `address` is its address for service, line by line, the postcode last. `grounds_text` holds the Act's own words, by
    schedule and ground code ("HA1985", "1"), where the landlord has put them in; papers use ours otherwise.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: Annotated[tuple[Line, ...], AfterValidator(_address)] = ()
    phone: Annotated[Words, AfterValidator(_phone)] = ""
    email: Annotated[Words, AfterValidator(_email)] = ""
    signatory_name: Words = ""
    signatory_position: Words = ""
    court_name: Words = ""
    grounds_text: dict[str, dict[str, Annotated[str, StringConstraints(min_length=1, max_length=6000)]]] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """What papers cannot do without and is not set, in words."""
        return tuple(words for name, words in _NEEDED.items() if not getattr(self, name))

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

# A sample landlord must be able to make every paper, and no paper of it may be taken for a real one.
SAMPLE = Details(
    address=("Sample House", "1 Example Street", "Sampleton", "SA1 1MP"),
    phone="01632 960000",
    email="housing@sample.example",
    signatory_name="Morgan Example (sample)",
    signatory_position="Head of Housing",
    court_name="County Court at Sampleton",
)
