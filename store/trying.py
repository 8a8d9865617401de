"""Trying without touching: a policy on every open case of a landlord, and the rest of one case's road."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases.facts import Facts, Policy
from cases.policy_trial import PolicyDifference, try_policy
from cases.state import CaseState, Person
from cases.words import Role
from store import cases, clock, facts
from store.kinds import POSSESSION
from store.tables import CaseView

READER = Person(user_id="what-if", role=Role.SENIOR)
"""Who takes the steps of a walk on paper: somebody who may take most of them."""


@dataclass(frozen=True)
class Trial:
    """How many open cases were looked at, and everything that would be different on them."""

    cases: int
    differences: tuple[PolicyDifference, ...]

    @property
    def touched(self) -> int:
        """On how many cases something would be different."""
        return len({each.case_id for each in self.differences})


async def on_open_cases(session: AsyncSession, landlord: str, policy: Policy) -> Trial:
    """What would be different today on the landlord's open possession cases. Raises NotThere."""
    as_at = await clock.now(session, landlord)
    rows = await session.execute(
        select(col(CaseView.state))
        .where(CaseView.landlord == landlord, CaseView.kind == POSSESSION, col(CaseView.closed_on).is_(None))
        .order_by(col(CaseView.case_id))
    )
    looked = 0
    found: list[PolicyDifference] = []
    for state in (CaseState.model_validate(each) for each in rows.scalars()):
        known = await facts.gather(session, landlord=landlord, tenancy_ref=state.tenancy_ref, actor=READER, as_at=as_at)
        if known is not None:
            looked += 1
            found += try_policy(state, known, policy, as_at)
    return Trial(looked, tuple(found))


async def seen(session: AsyncSession, case_id: str) -> tuple[CaseState, Facts, datetime] | None:
    """A possession case with today's facts and its landlord's instant; None where there is no such case."""
    state = await cases.load_state(session, case_id)
    if state is None:
        return None
    as_at = await clock.now(session, state.landlord)
    gathered = await facts.gather(
        session, landlord=state.landlord, tenancy_ref=state.tenancy_ref, actor=READER, as_at=as_at
    )
    return None if gathered is None else (state, gathered, as_at)
