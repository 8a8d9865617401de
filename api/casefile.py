"""Reading a case for somebody: whether it is theirs to see, the facts around it, and its words."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from api.problems import not_found
from api.security.people import User
from cases.base import TextRef
from cases.facts import Facts
from cases.state import CaseState
from cases.views import next_due, stage, summary
from store import cases, clock, facts, people, texts


async def load(session: AsyncSession, user: User, case_id: str) -> CaseState:
    """The case, if it is there and the person works for its landlord; a problem otherwise."""
    state = await cases.load_state(session, case_id)
    if state is None or not user.works_for(state.landlord):
        raise not_found("case")
    return state


async def facts_of(session: AsyncSession, user: User, state: CaseState) -> tuple[Facts, datetime]:
    """What a decision on the case would know now, and the landlord's instant."""
    as_at = await clock.now(session, state.landlord)
    gathered = await facts.gather(
        session, landlord=state.landlord, tenancy_ref=state.tenancy_ref, actor=user.person, as_at=as_at
    )
    if gathered is None:
        raise not_found("tenancy")
    return gathered, as_at


async def case_document(session: AsyncSession, state: CaseState) -> dict[str, Any]:
    """The case as the API gives it."""
    due = next_due(state)
    tenants = await people.by_ids(session, state.tenants)
    return {
        "case_id": state.case_id,
        "landlord": state.landlord,
        "tenancy_ref": state.tenancy_ref,
        "revision": state.revision,
        "stage": stage(state).value,
        "track": state.track.label,
        "today": await clock.today(session, state.landlord),
        "next_due": due,
        "at_risk": list(summary(state).at_risk),
        "tenants": [{"person_id": person_id, "name": person.name} for person_id, person in tenants.items()],
        "texts": await texts.read(session, references(state)),
        "state": state.model_dump(mode="json"),
    }


def references(value: Any) -> Iterator[TextRef]:
    """Every reference to words inside a value."""
    if isinstance(value, TextRef):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from references(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from references(item)


def interpreted(tenants: Mapping[str, people.PersonRow]) -> tuple[str, ...]:
    """The ids of those of whom the housing system notes that they need an interpreter."""
    return tuple(who for who, person in tenants.items() if person.interpreter_language)
