"""Acts about people: a change of who holds the tenancy, who else lives in the home, a claim to buy it."""

from datetime import date
from typing import Literal

from cases.base import TextRef, Value
from cases.party_words import BuyEnd, PartyCause


class RecordParties(Value):
    """Others hold the tenancy from a day on: all who are tenants now, why, and what proves it.

    `document` is the id of a paper or document of the case, or the landlord's own reference to one.
    """

    kind: Literal["record_parties"] = "record_parties"
    cause: PartyCause
    on: date
    tenants: tuple[str, ...]
    proof: TextRef
    document: str = ""


class RecordHousehold(Value):
    """Who lives in the home besides its tenants, as known on a day; the newest of them counts.

    `adults` and `children` are numbers; `names` are the adults' names so far as known, one a line; `unknown`: there
    are others whose names are not known.
    """

    kind: Literal["record_household"] = "record_household"
    on: date
    adults: int = 0
    names: TextRef | None = None
    unknown: bool = False
    children: int = 0


class RecordRightToBuy(Value):
    """A tenant claims to buy the home, with the days so far; recorded again while it runs, it stands as told last."""

    kind: Literal["record_right_to_buy"] = "record_right_to_buy"
    claimed_on: date
    admitted_on: date | None = None
    offer_on: date | None = None


class EndRightToBuy(Value):
    """The claim to buy was refused or withdrawn, or the home was sold."""

    kind: Literal["end_right_to_buy"] = "end_right_to_buy"
    right_to_buy_id: str
    on: date
    how: BuyEnd
