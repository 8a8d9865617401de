"""The same person on several accounts: what another case holds is found, by name and date of birth, and told by id."""

from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from cases.base import ExplainedDate
from cases.events import BreathingSpaceChanged, DeadlinesChanged
from cases.evolve import apply
from cases.state import Alarm, BreathingSpace, Deadline
from cases.waiting import by_policy
from store.cases import load_state, record
from store.elsewhere import accounts_of, held_elsewhere
from store.tables import Person
from tests.store.made import LANDLORD, NOON, a_step, a_tenancy, an_opening

Sessions = async_sessionmaker[AsyncSession]
BORN = date(1980, 2, 3)
BEGAN = date(2026, 11, 20)
ENDS: ExplainedDate = by_policy(date(2027, 1, 18), "Sample", "Sixty days")


async def a_person(session: AsyncSession, ref: str, first: str = "Ada", **changed: Any) -> None:
    home = await a_tenancy(session, ref)
    assert home.id
    told: dict[str, Any] = {"first_name": first, "last_name": "Sample", "date_of_birth": BORN} | changed
    session.add(Person(person_id=f"{ref}-1", tenancy_id=home.id, number=1, role="tenant", **told))
    await session.flush()


async def a_space(session: AsyncSession, ref: str) -> None:
    await record(session, an_opening(f"open {ref}", f"{ref}-1", ref))
    space = BreathingSpace(id="B1", kind="standard", started_on=BEGAN, ends=ENDS, tenants=(f"{ref}-1",))
    spoken = (Alarm(at=NOON, level="due"),)
    due = Deadline(id="B1.end", kind="breathing_space_end", title="Last day", date=ENDS, alarms=spoken)
    events = (BreathingSpaceChanged(breathing_space=space), DeadlinesChanged(set=(due,)))
    state = await load_state(session, f"{ref}-1")
    await record(session, a_step(f"space {ref}", apply(state, events), *events))


async def test_a_breathing_space_of_the_same_person_on_another_account_is_found_by_its_id_here(
    writing: Sessions,
) -> None:
    async with writing.begin() as session:
        await a_person(session, "T1")
        await a_person(session, "T2", first="ADA")
        await a_person(session, "T3", first="Eve")
        await a_space(session, "T1")
        found = await held_elsewhere(session, LANDLORD, "T2")
        assert [(one.case_id, one.hold_id, one.kind, one.tenants) for one in found] == [
            ("T1-1", "B1", "standard", ("T2-1",))
        ]
        assert await held_elsewhere(session, LANDLORD, "T3") == ()


async def test_another_birthday_is_another_person_and_none_is_nobody(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_person(session, "T1")
        await a_person(session, "T2", date_of_birth=date(1980, 2, 4))
        await a_person(session, "T3", date_of_birth=None)
        await a_space(session, "T1")
        assert await held_elsewhere(session, LANDLORD, "T2") == ()
        assert await held_elsewhere(session, LANDLORD, "T3") == ()


async def test_the_other_accounts_are_named_with_their_open_cases_and_no_names(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_person(session, "T1")
        await a_person(session, "T2")
        await a_person(session, "T3")
        await a_space(session, "T1")
        await record(session, an_opening("open T2", "T2-1", "T2"))
        found = await accounts_of(session, LANDLORD, "T1", ["T1-1"], "T1-1")
        assert [(one.tenancy_ref, one.tenants, one.cases) for one in found] == [
            ("T2", ("T2-1",), (("T2-1", "possession"),)),
            ("T3", ("T3-1",), ()),
        ]
        assert "Ada" not in repr(found)
