"""The kinds of case that the record keeps, and what each says of itself: its events, its fold, its line in lists."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter

from cases import views
from cases.alarms import next_alarm
from cases.events import Event
from cases.evolve import fold_steps as fold_possession
from cases.money import views as money
from cases.money.events import MoneyEvent
from cases.money.evolve import fold_steps as fold_money
from cases.money.state import MoneyState
from cases.money.words import MoneyStage
from cases.state import CaseState, Claim, Notice, Warrant
from cases.words import Stage

POSSESSION = "possession"
MONEY = "money"
Kept = CaseState | MoneyState
AnyStage = Stage | MoneyStage


@dataclass(frozen=True)
class Summary:
    """What lists show of a case beside its plain facts."""

    stage: AnyStage
    next_due_at: datetime | None = None
    next_due_title: str = ""
    at_risk: tuple[str, ...] = ()
    next_due_on: date | None = None

    @classmethod
    def of(cls, state: Kept) -> "Summary":
        """From the case itself. `next_due_at` is when its nearest deadline next speaks, `next_due_on` the deadline."""
        if isinstance(state, MoneyState):
            found = next_alarm(state.deadlines)
            at, title, on = (found[1].at, found[0].title, found[0].date.on) if found else (None, "", None)
            return cls(money.stage(state), at, title, money.at_risk(state), on)
        told = views.summary(state)
        return cls(told.stage, told.next_at, told.next_title or "", told.at_risk, told.next_on)


@dataclass(frozen=True)
class Kind:
    """One kind: how its state, its events and its stage are read again, and how its steps fold."""

    name: str
    read: Callable[[Any], Any]
    event: TypeAdapter[Any]
    fold: Callable[[Iterable[Sequence[Any]]], Any]
    stage: Callable[[str], AnyStage]


KINDS = {
    POSSESSION: Kind(POSSESSION, CaseState.model_validate, TypeAdapter(Event), fold_possession, Stage),
    MONEY: Kind(MONEY, MoneyState.model_validate, TypeAdapter(MoneyEvent), fold_money, MoneyStage),
}


def name_of(state: Kept) -> str:
    """The kind of a case."""
    return MONEY if isinstance(state, MoneyState) else POSSESSION


def own_columns(state: Kept) -> dict[str, Any]:
    """The columns of a case's view that each kind fills in its own way."""
    if isinstance(state, MoneyState):
        track, owed, approvals = state.debt.value, state.last_owed_pence, money.awaiting_approval(state)
    else:
        track, owed, approvals = state.track.value, state.last_arrears_pence, waiting_for_approval(state)
    return {
        "kind": name_of(state),
        "track": track,
        "arrears_pence": owed,
        "approvals": approvals,
        "approvals_count": len(approvals),
    }


def waiting_for_approval(state: CaseState) -> list[dict[str, str]]:
    """What a senior has still to look at: kind, id, who drafted it and when (ISO date); nothing of a closed case."""
    if state.closed is not None:
        return []
    drafts: list[tuple[str, Notice | Claim | Warrant]] = [
        *(("notice", item) for item in state.notices),
        *(("claim", item) for item in state.claims),
        *(("warrant", item) for item in state.warrants),
    ]
    return [
        {"kind": kind, "id": item.id, "drafted_by": item.drafted_by.user_id, "drafted_on": item.drafted_on.isoformat()}
        for kind, item in drafts
        if item.live and item.approved_on is None
    ]
