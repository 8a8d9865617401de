"""Made-up values that tests of the store record."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from cases.base import ExplainedDate, TextRef
from cases.events import AlarmRaised, CaseClosed, CaseOpened, Event, NoteAdded
from cases.state import CaseState, Closed, Person
from cases.words import CloseResult, Role, Stage, Track
from store import landlords
from store.cases import RecordedStep, Summary, load_state, record
from store.tables import Tenancy

LANDLORD = "sample-borough-council"
TENANCY = "T1"
CASE = "T1-1"
OFFICER = Person(user_id="officer.a", role=Role.OFFICER)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORDS = TextRef(id="t", digest="d")


async def a_tenancy(session: AsyncSession, ref: str = TENANCY, **changed: Any) -> Tenancy:
    """A tenancy of the sample council, made with the council."""
    slug = await landlords.ensure(session, "Sample Borough Council", sample=True)
    values: dict[str, Any] = {
        "landlord": slug,
        "tenancy_ref": ref,
        "occupancy": "secure",
        "social_housing": True,
        "country": "England",
        "address_line_1": "1 Mill Terrace",
        "town": "Rugby",
        "postcode": "CV21 1AA",
        "start_date": date(2020, 1, 6),
        "period_unit": "week",
        "period_anchor": date(2020, 1, 6),
        "rent_pence": 10_000,
        "service_charge_pence": 500,
    }
    tenancy = Tenancy(**(values | changed))
    session.add(tenancy)
    await session.flush()
    return tenancy


def a_state(case_id: str = CASE, ref: str = TENANCY, revision: int = 1, **changed: Any) -> CaseState:
    """A case just opened."""
    values: dict[str, Any] = {
        "case_id": case_id,
        "landlord": LANDLORD,
        "tenancy_ref": ref,
        "track": Track.SECURE_ARREARS,
        "occupancy": "secure",
        "landlord_kind": "council",
        "tenants": (f"{ref}-1",),
        "officer": "officer.a",
        "patch": "Central",
        "opened_on": date(2026, 11, 23),
        "opened_by": OFFICER,
        "opened_arrears_pence": 123_456,
        "last_arrears_pence": 123_456,
        "revision": revision,
    }
    return CaseState(**(values | changed))


def a_step(key: str, state: CaseState, *events: Event, **changed: Any) -> RecordedStep:
    """An accepted step that led to `state`."""
    values: dict[str, Any] = {
        "key": key,
        "landlord": LANDLORD,
        "tenancy_ref": state.tenancy_ref,
        "case_id": state.case_id,
        "command_kind": "add_note",
        "actor": OFFICER,
        "as_at": NOON,
        "answer": {"said": key},
        "events": events,
        "state": state,
        "summary": Summary(Stage.PRE_ACTION, NOON + timedelta(days=3), "Statement to the tenants", ("stale",)),
    }
    return RecordedStep(**(values | changed))


def a_refusal(key: str) -> RecordedStep:
    """A step that was refused."""
    return replace(a_step(key, a_state()), answer={"refusals": ["why"]}, state=None, summary=None)


def an_opening(key: str = "open", case_id: str = CASE, ref: str = TENANCY) -> RecordedStep:
    """The step that opens a case."""
    state = a_state(case_id, ref)
    begun = a_state(case_id, ref, revision=0)
    return a_step(key, state, CaseOpened(state=begun), command_kind="open_case")


async def a_note(session: AsyncSession, key: str, text: TextRef = WORDS, case_id: str = CASE) -> RecordedStep:
    """The step that puts a note on the case, as the case now stands."""
    state = await load_state(session, case_id)
    assert state is not None
    return a_step(key, state.model_copy(update={"revision": state.revision + 1}), NoteAdded(text=text))


async def a_closing(session: AsyncSession, key: str, case_id: str = CASE) -> RecordedStep:
    """The step that closes the case, as the case now stands."""
    state = await load_state(session, case_id)
    assert state is not None
    closed = Closed(on=date(2026, 12, 1), result=CloseResult.ARREARS_CLEARED)
    after = state.model_copy(update={"revision": state.revision + 1, "closed": closed})
    return a_step(key, after, CaseClosed(closed=closed), summary=Summary(Stage.CLOSED))


def an_alarm(level: str = "reminder_14", day: int = 1) -> AlarmRaised:
    """A deadline that speaks to the officer."""
    return AlarmRaised(
        deadline_id="N1:lapse",
        level=level,
        due=datetime(2026, 12, day, tzinfo=UTC),
        to_role=Role.OFFICER,
        to_user="officer.a",
        title="The notice lapses",
        on=date(2026, 12, 15),
    )


async def a_case(session: AsyncSession, notes: int = 0) -> None:
    """The tenancy with an open case and some notes."""
    await a_tenancy(session)
    await record(session, an_opening())
    for number in range(notes):
        await record(session, await a_note(session, f"note-{number}"))


def explained(on: date) -> ExplainedDate:
    """A date with a short explanation."""
    return ExplainedDate(
        on=on, sentence="Because.", trigger="a", rule="b", authority="HA 1985 s.83", confidence="A", table_version="1"
    )
