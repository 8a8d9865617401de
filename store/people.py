"""The people of a tenancy. Cases know them only by `person_id`; names are joined here, when shown or printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from store.tables import Person, Tenancy


@dataclass(frozen=True)
class PersonRow:
    """Somebody of a tenancy, with everything personal that the housing system gave.

    `was_named` is the name before the one that an import brought on `renamed_on`; empty where it brought none.
    """

    person_id: str
    number: int
    role: str
    title: str
    first_name: str
    last_name: str
    date_of_birth: date | None
    email: str
    phone: str
    preferred_contact: str
    vulnerability_note: str
    interpreter_language: str
    benefit: str
    current: bool
    was_named: str = ""
    renamed_on: date | None = None

    @property
    def name(self) -> str:
        """Title, first and last name, as on a letter."""
        return " ".join(part for part in (self.title, self.first_name, self.last_name) if part)


async def of_tenancy(
    session: AsyncSession, landlord: str, tenancy_ref: str, *, former: bool = False
) -> list[PersonRow]:
    """The tenancy's people in the order of their numbers; with `former`, also those who have left it."""
    query = (
        select(Person)
        .join(Tenancy, col(Tenancy.id) == col(Person.tenancy_id))
        .where(Tenancy.landlord == landlord, Tenancy.tenancy_ref == tenancy_ref)
        .order_by(col(Person.number))
    )
    if not former:
        query = query.where(col(Person.current).is_(True))
    return [_row(person) for person in (await session.execute(query)).scalars()]


async def by_ids(session: AsyncSession, person_ids: Iterable[str]) -> dict[str, PersonRow]:
    """People by id, those who have left included; an unknown id is left out."""
    wanted = sorted(set(person_ids))
    found: dict[str, PersonRow] = {}
    for start in range(0, len(wanted), 500):
        rows = await session.execute(select(Person).where(col(Person.person_id).in_(wanted[start : start + 500])))
        found.update({person.person_id: _row(person) for person in rows.scalars()})
    return found


def _row(person: Person) -> PersonRow:
    return PersonRow(
        person_id=person.person_id,
        number=person.number,
        role=person.role,
        title=person.title,
        first_name=person.first_name,
        last_name=person.last_name,
        date_of_birth=person.date_of_birth,
        email=person.email,
        phone=person.phone,
        preferred_contact=person.preferred_contact,
        vulnerability_note=person.vulnerability_note,
        interpreter_language=person.interpreter_language,
        benefit=person.benefit,
        current=person.current,
        was_named=person.was_named,
        renamed_on=person.renamed_on,
    )
