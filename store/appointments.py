"""Where somebody has to be, and when: the hearings and evictions of open cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases.instants import LONDON
from cases.state import CaseState
from store.kinds import POSSESSION
from store.tables import CaseView

HEARING, EVICTION = timedelta(minutes=30), timedelta(hours=1)
"""How long each is taken to last, as no notice says."""


@dataclass(frozen=True)
class Appointment:
    """A hearing or an eviction: when it begins and is taken to end, and the court. It names nobody."""

    case_id: str
    item: str
    title: str
    starts: datetime
    ends: datetime
    place: str


async def appointments(
    session: AsyncSession, landlord: str, officer: str, since: date, limit: int = 1_000
) -> list[Appointment]:
    """What an officer's open possession cases have ahead from a day on, in its order."""
    rows = await session.execute(
        select(col(CaseView.state))
        .where(
            CaseView.landlord == landlord,
            CaseView.officer == officer,
            CaseView.kind == POSSESSION,
            col(CaseView.closed_on).is_(None),
        )
        .order_by(col(CaseView.case_id))
        .limit(limit)
    )
    found = [each for state in rows.scalars() for each in _of(CaseState.model_validate(state))]
    return sorted((each for each in found if each.starts.date() >= since), key=lambda each: (each.starts, each.case_id))


def _of(state: CaseState) -> Iterator[Appointment]:
    for h in state.hearings:
        if h.outcome is None:
            starts = datetime.combine(h.on, h.at, LONDON)
            yield Appointment(state.case_id, h.id, f"Hearing {h.id}", starts, starts + HEARING, h.court)
    for w in state.warrants:
        if w.live and w.appointment_on and w.appointment_at and w.executed_on is None:
            starts = datetime.combine(w.appointment_on, w.appointment_at, LONDON)
            yield Appointment(state.case_id, w.id, f"Eviction under {w.id}", starts, starts + EVICTION, "At the home")
