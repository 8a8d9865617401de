"""One reading of all that a paper may print and the case does not hold: names, addresses, the account, words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from cases.base import TextRef, Value
from cases.facts import Facts
from cases.instants import legal_day
from cases.parties import everyone
from cases.state import CaseState, PaperDetails, Person
from cases.words import Role
from store import accounts, facts, housing, landlords, people, texts
from store.details import Details
from store.errors import NotThere
from store.people import PersonRow

READER = Person(user_id="system", role=Role.SYSTEM)
NOTHING_GIVEN = PaperDetails()


@dataclass(frozen=True)
class Signer:
    """Somebody of the landlord's, as papers name them."""

    name: str
    position: str


@dataclass(frozen=True)
class Source:
    """The case and all that was read for it, as at one instant of the landlord's clock. `details`: with the request."""

    state: CaseState
    facts: Facts
    people: dict[str, PersonRow]
    property_address: tuple[str, ...]
    landlord: Details
    users: dict[str, Signer]
    words: dict[str, str | None]
    as_at: datetime
    details: PaperDetails = NOTHING_GIVEN

    @property
    def today(self) -> date:
        """The legal day."""
        return legal_day(self.as_at)

    def text(self, ref: TextRef | None) -> str:
        """The words of a reference; empty where there are none, and said so where they were erased."""
        if ref is None:
            return ""
        return self.words.get(ref.id) or "[erased]"

    def lines(self, ref: TextRef | None) -> tuple[str, ...]:
        """The words of a reference line by line, without empty ones."""
        return tuple(line.strip() for line in self.text(ref).splitlines() if line.strip())

    def signer(self, user_id: str) -> Signer:
        """Who that is; the id itself where no such account is left."""
        return self.users.get(user_id, Signer(user_id, ""))

    def named(self, who: str) -> Signer:
        """The person meant by an account's id, by "name, position", or by a position alone.

        Of a position that is not the landlord's usual signer's, the name stays empty: the signer writes it.
        """
        if who in self.users:
            return self.users[who]
        usual = Signer(self.landlord.signatory_name, self.landlord.signatory_position)
        if usual.name and who.casefold() in (usual.name.casefold(), usual.position.casefold()):
            return usual
        name, comma, position = (part.strip() for part in who.partition(","))
        return Signer(name, position) if comma and position else Signer("", name)


async def read(session: AsyncSession, state: CaseState, as_at: datetime) -> Source:
    """Read it all. Raises NotThere where the tenancy is gone from the store."""
    gathered = await facts.gather(
        session, landlord=state.landlord, tenancy_ref=state.tenancy_ref, actor=READER, as_at=as_at
    )
    home = await housing.tenancy(session, state.landlord, state.tenancy_ref)
    if gathered is None or home is None:
        raise NotThere(state.tenancy_ref)
    owner = await landlords.get(session, state.landlord)
    return Source(
        state=state,
        facts=gathered,
        people=await people.by_ids(session, everyone(state)),
        property_address=tuple(line for line in (home.address_line_1, home.town, home.postcode) if line),
        landlord=landlords.details_of(owner),
        users={
            account.user_id: Signer(account.display_name, Role(account.role).label)
            for account in await accounts.every(session)
        },
        words=await texts.read(session, references(state)),
        as_at=as_at,
    )


def references(value: Any) -> Iterator[TextRef]:
    """Every reference to words inside a value."""
    if isinstance(value, TextRef):
        yield value
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from references(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from references(item)
