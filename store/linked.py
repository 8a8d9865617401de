"""The other cases of a tenancy, of every kind: what the court did in them, and how they ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from cases.money.state import MoneyState
from cases.state import CaseState, Order
from law.explained import long_date, pounds
from store.kinds import KINDS, MONEY
from store.listed import address
from store.tables import CaseView


@dataclass(frozen=True)
class Linked:
    """Another case on the same tenancy. `orders` are its orders or judgments and `outcomes` what happened at court, in
    words, the oldest first. `result` is empty while it is open; `owed_pence` is what its last step read."""

    case_id: str
    kind: str
    about: str
    opened_on: date
    closed_on: date | None
    stage: str
    result: str
    owed_pence: int
    orders: tuple[str, ...]
    outcomes: tuple[str, ...]

    @property
    def address(self) -> str:
        """Where its page is."""
        return address(self.kind, self.case_id)

    @property
    def money(self) -> bool:
        """Whether it is a money case."""
        return self.kind == MONEY


async def linked(session: AsyncSession, landlord: str, tenancy_ref: str, besides: str = "") -> list[Linked]:
    """Every case the tenancy has or had, the newest first, but the one it is asked from."""
    rows = await session.execute(
        select(col(CaseView.kind), col(CaseView.state), col(CaseView.stage))
        .where(CaseView.landlord == landlord, CaseView.tenancy_ref == tenancy_ref, CaseView.case_id != besides)
        .order_by(col(CaseView.opened_on).desc(), func.length(CaseView.case_id).desc(), col(CaseView.case_id).desc())
    )
    return [_told(kind, KINDS[kind].read(state), KINDS[kind].stage(stage).label) for kind, state, stage in rows]


def _told(kind: str, state: CaseState | MoneyState, stage: str) -> Linked:
    at_court = _judgments(state) if isinstance(state, MoneyState) else map(_order, state.orders)
    return Linked(
        case_id=state.case_id,
        kind=kind,
        about=state.debt.label if isinstance(state, MoneyState) else state.track.label,
        opened_on=state.opened_on,
        closed_on=state.closed.on if state.closed else None,
        stage=stage,
        result=state.closed.result.label if state.closed else "",
        owed_pence=state.last_owed_pence if isinstance(state, MoneyState) else state.last_arrears_pence,
        orders=tuple(at_court),
        outcomes=() if isinstance(state, MoneyState) else tuple(_outcomes(state)),
    )


def _order(order: Order) -> str:
    sums = f", judgment {pounds(order.judgment_pence)}" if order.judgment_pence else ""
    if order.set_aside_on is not None:
        ended = f", set aside on {long_date(order.set_aside_on)}"
    elif order.discharged_on is not None:
        ended = f", discharged on {long_date(order.discharged_on)}"
    else:
        ended = ", its terms broken" if order.breach else ", still in force"
    return f"{order.kind.label} of {long_date(order.made_on)}{sums}{ended}"


def _judgments(state: MoneyState) -> Iterator[str]:
    for one in state.judgments:
        if one.set_aside_on is not None:
            ended = f"set aside on {long_date(one.set_aside_on)}"
        elif one.satisfied_on is not None:
            ended = f"satisfied on {long_date(one.satisfied_on)}"
        else:
            ended = f"{pounds(one.left_pence)} left"
        yield f"Judgment of {long_date(one.on)} for {pounds(one.total_pence)}, {ended}"


def _outcomes(state: CaseState) -> Iterator[str]:
    for hearing in state.hearings:
        if hearing.outcome is not None and not hearing.outcome.makes_order:
            yield f"{hearing.outcome.label} on {long_date(hearing.outcome_on or hearing.on)}"
    for warrant in state.warrants:
        if warrant.executed_on is not None:
            yield f"Evicted on {long_date(warrant.executed_on)}"
