"""Who holds the tenancy as it changes, who else lives in the home, and a claim to buy it."""

from datetime import date

from cases.base import TextRef, Value
from cases.party_words import BuyEnd, PartyCause
from cases.state.people import Person


class PartyChange(Value):
    """Others held the tenancy from a day on, with the cause and what proves it.

    `joined` and `left` are tenants by their ids; `before` all who held it as it was recorded. `notices` and `claims`
    are those that had been drafted by then, and so name the tenants before. `never`: it is known now not to have been.
    """

    id: str
    cause: PartyCause
    on: date
    before: tuple[str, ...]
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    proof: TextRef
    document: str = ""
    recorded_by: Person
    recorded_on: date
    never: bool = False


class Household(Value):
    """Who lived in the home besides its tenants, as known on a day. Children are a number and nothing else.

    `names` are those adults whose names are known, one a line; `unknown`: others live there whose names are not.
    """

    id: str
    on: date
    adults: int = 0
    names: TextRef | None = None
    unknown: bool = False
    children: int = 0
    recorded_by: Person


class RightToBuy(Value):
    """A claim to buy the home under the right to buy: a flag with its dates. Nothing of it is handled here."""

    id: str
    claimed_on: date
    admitted_on: date | None = None
    offer_on: date | None = None
    ended_on: date | None = None
    ended_how: BuyEnd | None = None
    recorded_by: Person
    never: bool = False

    @property
    def live(self) -> bool:
        """Made, and neither refused, withdrawn nor completed."""
        return not self.never and self.ended_on is None
