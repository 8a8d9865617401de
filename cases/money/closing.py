"""The second pair of eyes with its limits, write-off, and what fits at any time: notes, officers, the end."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from cases import attention
from cases.base import TextRef
from cases.commands import AddNote, Approve, FlagAttention, Reassign, SendBack, Withdraw
from cases.events import AttentionChanged, NoteAdded, Reassigned
from cases.money.asking import Ask, hold
from cases.money.closing_gates import GATES as GATES
from cases.money.closing_gates import Draft, What
from cases.money.closing_gates import drafts as drafts
from cases.money.closing_gates import subject as subject
from cases.money.commands import CloseMoneyCase, ProposeWriteOff
from cases.money.events import (
    EnforcementChanged,
    MoneyCaseClosed,
    MoneyClaimChanged,
    MoneyEvent,
    WriteOffChanged,
)
from cases.money.facts import MoneyFacts
from cases.money.state import Enforcing, MoneyClaim, MoneyClosed, MoneyState, WriteOff
from cases.state import Attention
from cases.waiting import Wait, by_policy
from law.explained import long_date


def approve(ask: Ask[Approve]) -> Sequence[MoneyEvent]:
    """Somebody else, within their limit, approves it."""
    hold(GATES, ask)
    item = subject(ask).model_copy(update={"approved_by": ask.actor, "approved_on": ask.today})
    return [_changed(item, "approved", None)]


def send_back(ask: Ask[SendBack]) -> Sequence[MoneyEvent]:
    """A draft returned with a reason; it may be drafted again."""
    hold(GATES, ask)
    return [_changed(subject(ask).model_copy(update={"withdrawn": True}), "sent_back", ask.command.reason)]


def withdraw(ask: Ask[Withdraw]) -> Sequence[MoneyEvent]:
    """Withdrawn with a reason."""
    hold(GATES, ask)
    return [_changed(subject(ask).model_copy(update={"withdrawn": True}), "withdrawn", ask.command.reason)]


def _changed(item: Draft, what: What, text: TextRef | None) -> MoneyEvent:
    if isinstance(item, MoneyClaim):
        return MoneyClaimChanged(what=what, claim=item, text=text)
    if isinstance(item, Enforcing):
        return EnforcementChanged(what=what, enforcement=item, text=text)
    return WriteOffChanged(what=what, write_off=item, text=text)


def propose_write_off(ask: Ask[ProposeWriteOff]) -> Sequence[MoneyEvent]:
    """A sum that is no longer to be pursued, for approval."""
    hold(GATES, ask)
    c = ask.command
    made = WriteOff(
        id=f"W{len(ask.case.write_offs) + 1}",
        pence=c.pence,
        reason=c.why,
        recoverable=c.recoverable,
        text=c.text,
        drafted_by=ask.actor,
        drafted_on=ask.today,
    )
    return [WriteOffChanged(what="drafted", write_off=made, text=c.text)]


def close_money_case(ask: Ask[CloseMoneyCase]) -> Sequence[MoneyEvent]:
    """The end, with what is then owed and what of it stays recoverable."""
    hold(GATES, ask)
    kept = sum(w.pence for w in ask.case.write_offs if w.live and w.approved_on and w.recoverable)
    closed = MoneyClosed(
        on=ask.today,
        result=ask.command.result,
        owed_pence=ask.owed,
        recoverable_pence=min(kept, max(0, ask.owed)),
        note=ask.command.note,
    )
    return [MoneyCaseClosed(closed=closed)]


def add_note(ask: Ask[AddNote]) -> Sequence[MoneyEvent]:
    """A note on the file."""
    return [NoteAdded(text=ask.command.text)]


def reassign(ask: Ask[Reassign]) -> Sequence[MoneyEvent]:
    """Another officer."""
    hold(GATES, ask)
    return [Reassigned(officer=ask.command.officer)]


def clear_attention(ask: Ask[Any]) -> Sequence[MoneyEvent]:
    """A person has looked."""
    hold(GATES, ask)
    return [AttentionChanged(attention=None)]


def flag_attention(ask: Ask[FlagAttention]) -> Sequence[MoneyEvent]:
    """Something went wrong in the works."""
    what = ask.command.what
    flagged = AttentionChanged(attention=Attention(since=ask.as_at, what=what, command=ask.command.command))
    return [flagged, *attention.told(ask.case.officer, what, ask.as_at, ask.today)]


def waits(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Iterator[Wait]:
    """Write-offs that wait for approval."""
    for item in (w for w in state.write_offs if w.live and w.approved_on is None):
        told = f"Proposed on {long_date(item.drafted_on)}"
        due = by_policy(item.drafted_on + timedelta(days=3), told, "Approve it or send it back")
        yield Wait(f"{item.id}.approval", "approval", f"Write-off {item.id} waits for approval", due, item.id)
