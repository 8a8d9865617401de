"""Arrangements to pay: offered, agreed, watched against the rent account, broken, caught up with, completed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from cases import account
from cases import tenancy as tenancies
from cases.commands import (
    AgreeArrangement,
    EndArrangement,
    ExpectBenefit,
    OfferArrangement,
    RecordOutcome,
    RefuseArrangement,
    WarnArrangement,
)
from cases.court_words import ArrangementEnd, ArrangementKind
from cases.events import ArrangementChanged, Event
from cases.facts import Facts
from cases.gates import Question, hold
from cases.instants import legal_day
from cases.stages import payments
from cases.stages.arrangement_gates import GATES, arrangement_of, no_kept_arrangement
from cases.state import Arrangement, CaseState, ExpectedBenefit
from cases.waiting import Wait, by_policy
from law.explained import long_date, pounds

__all__ = ["GATES", "no_kept_arrangement"]

REPLY = timedelta(days=14)


def offer_arrangement(q: Question[OfferArrangement]) -> Sequence[Event]:
    """An arrangement was offered, or agreed on the spot."""
    hold(GATES, q)
    c = q.command
    offered_on = min(c.agreed_on or q.today, q.today)
    reply_on = c.reply_by or q.today + REPLY
    offered = f"Offered on {long_date(offered_on)}"
    arrangement = Arrangement(
        id=_next_id(q.case),
        kind=c.arrangement,
        offered_on=offered_on,
        offered_by=q.actor,
        arrears_pence=q.arrears_on(offered_on),
        total_pence=q.arrears if c.total_pence is None else c.total_pence,
        current_rent_pence=tenancies.rent_pence(q.facts.tenancy) if c.with_rent else 0,
        instalment_pence=c.instalment_pence or 0,
        frequency=c.frequency or "",
        first_payment=c.first_payment,
        lump_sum_pence=c.lump_sum_pence or 0,
        lump_sum_on=c.lump_sum_on,
        reply_by=None if c.agreed_on else by_policy(reply_on, offered, f"A reply is awaited by {long_date(reply_on)}"),
        agreed_on=c.agreed_on,
        other_terms=c.other_terms,
        tenant_asked=c.tenant_asked,
    )
    return [ArrangementChanged(what="agreed" if c.agreed_on else "offered", arrangement=arrangement)]


def of_outcome(q: Question[RecordOutcome], hearing_id: str) -> Arrangement | None:
    """The payments under which a claim was adjourned, to be watched like an arrangement; None where there are none."""
    c = q.command
    if c.instalment_pence is None or c.frequency is None or c.first_payment is None:
        return None
    arrears = q.arrears_on(c.on)
    return Arrangement(
        id=_next_id(q.case),
        kind=ArrangementKind.COURT,
        offered_on=c.on,
        offered_by=q.actor,
        arrears_pence=arrears,
        total_pence=arrears if c.judgment_pence is None else c.judgment_pence,
        current_rent_pence=tenancies.rent_pence(q.facts.tenancy),
        instalment_pence=c.instalment_pence,
        frequency=c.frequency,
        first_payment=c.first_payment,
        lump_sum_pence=c.lump_sum_pence or 0,
        lump_sum_on=c.lump_sum_on,
        agreed_on=c.on,
        hearing_id=hearing_id,
        other_terms=c.other_terms,
    )


def _next_id(state: CaseState) -> str:
    return f"R{len(state.arrangements) + 1}"


def agree_arrangement(q: Question[AgreeArrangement]) -> Sequence[Event]:
    """The offer was agreed; what is paid from that day counts."""
    arrangement = arrangement_of(q)
    hold(GATES, q)
    on = q.command.on
    changes = {"agreed_on": on, "reply_by": None, "arrears_pence": q.arrears_on(on)}
    return [ArrangementChanged(what="agreed", arrangement=arrangement.model_copy(update=changes))]


def refuse_arrangement(q: Question[RefuseArrangement]) -> Sequence[Event]:
    """Nothing came of the offer; it stays on the record with its reason."""
    arrangement = arrangement_of(q)
    hold(GATES, q)
    changes = {"ended": q.command.by, "ended_on": q.command.on, "reply_by": None}
    refused = arrangement.model_copy(update=changes)
    return [ArrangementChanged(what="refused", arrangement=refused, text=q.command.reason)]


def warn_arrangement(q: Question[WarnArrangement]) -> Sequence[Event]:
    """The tenants were warned and given time to catch up (Protocol 2.9, 2.13)."""
    arrangement = arrangement_of(q)
    hold(GATES, q)
    changes = {"warned_on": q.command.on, "pay_by": q.command.pay_by}
    return [ArrangementChanged(what="warned", arrangement=arrangement.model_copy(update=changes))]


def end_arrangement(q: Question[EndArrangement]) -> Sequence[Event]:
    """What was agreed is at its end."""
    arrangement = arrangement_of(q)
    hold(GATES, q)
    changes = {"ended": q.command.because, "ended_on": q.command.on}
    return [ArrangementChanged(what="ended", arrangement=arrangement.model_copy(update=changes), text=q.command.reason)]


def expect_benefit(q: Question[ExpectBenefit]) -> Sequence[Event]:
    """Benefit is to come; it is shown beside the arrangement and never counted as paid."""
    arrangement = arrangement_of(q)
    hold(GATES, q)
    c = q.command
    entry = ExpectedBenefit(
        id=f"{arrangement.id}-B{len(arrangement.expected_benefit) + 1}", due_on=c.due_on, pence=c.pence, source=c.source
    )
    changed = arrangement.model_copy(update={"expected_benefit": (*arrangement.expected_benefit, entry)})
    return [ArrangementChanged(what="benefit_expected", arrangement=changed)]


def look_at(arrangement: Arrangement, state: CaseState, facts: Facts, as_at: datetime) -> ArrangementChanged | None:
    """What became of an arrangement when its payments were looked at; None when nothing changed.

    It is completed when the account is clear, or when the last payment has fallen due and nothing is short. It is
    broken only when the days of grace after a due date have wholly passed; the breach is mended only when nothing at
    all is short. In a breathing space the rent alone falls due.
    """
    promised = payments.of_arrangement(arrangement, state, facts)
    if promised is None or not arrangement.live:
        return None
    today = legal_day(as_at)
    now = payments.standing(promised, facts, today)
    if _met(promised, facts, today, now.in_breach):
        done = {"ended": ArrangementEnd.COMPLETED, "ended_on": today, "breach": None}
        return ArrangementChanged(what="completed", arrangement=arrangement.model_copy(update=done))
    if arrangement.breach is None:
        short = payments.broken(promised, facts, today)
        if short is None:
            return None
        changes = {"breach": short, "times_broken": arrangement.times_broken + 1}
        return ArrangementChanged(what="broken", arrangement=arrangement.model_copy(update=changes))
    if now.in_breach:
        return None
    mended = {"breach": None, "warned_on": None, "pay_by": None}
    return ArrangementChanged(what="mended", arrangement=arrangement.model_copy(update=mended))


def _met(promised: payments.Promised, facts: Facts, today: date, short: bool) -> bool:
    if account.position(facts.postings, today, facts.tenancy).rent_arrears_pence <= 0:
        return True
    last = payments.last_payment(promised)
    return not short and last is not None and today >= last


def watched(state: CaseState, facts: Facts, as_at: datetime) -> list[Event]:
    """Every arrangement looked at against the account."""
    found = (look_at(arrangement, state, facts, as_at) for arrangement in state.arrangements)
    return [event for event in found if event is not None]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The reply to an offer, each payment with its days of grace, the warning, and the end of the time given."""
    for a in (a for a in state.arrangements if a.open):
        name = f"arrangement {a.id}"
        promised = payments.of_arrangement(a, state, facts)
        if promised is None:
            if a.reply_by is not None:
                title = f"Arrangement {a.id} was offered: record whether it is agreed"
                yield Wait(f"{a.id}.reply", "arrangement_reply", title, a.reply_by, a.id, remind=(), escalates=False)
        elif a.breach is None:
            check = payments.next_check(a.id, name, "arrangement_check", promised, state, facts, as_at)
            if check:
                yield check
        elif a.warned_on is None or a.pay_by is None:
            due = by_policy(a.breach.on, f"Found broken on {long_date(a.breach.on)}", "Warn the tenants (Protocol 2.9)")
            title = f"Arrangement {a.id} is broken by {pounds(a.breach.shortfall_pence)}: warn the tenants, with a date"
            yield Wait(f"{a.id}.warning", "arrangement_broken", title, due, a.id, remind=())
        else:
            told = f"Tenants warned on {long_date(a.warned_on)}, with time until {long_date(a.pay_by)}"
            due = by_policy(a.pay_by, told, f"Decide on arrangement {a.id}")
            title = f"Arrangement {a.id} was not caught up with: {_next_step(state)}"
            yield Wait(f"{a.id}.decide", "arrangement_decision", title, due, a.id, after=True, remind=())


def _next_step(state: CaseState) -> str:
    """What follows a broken arrangement, from where the case stands."""
    if any(c.live and c.issued_on for c in state.claims):
        return "agree another, or have the claim restored"
    if any(n.live and n.served for n in state.notices):
        return "agree another, or prepare the claim"
    return "agree another, or go on to the notice"


def offered_kind(state: CaseState) -> ArrangementKind:
    """The kind of arrangement that fits where the case stands."""
    if any(c.live and c.issued_on for c in state.claims):
        return ArrangementKind.COURT
    served = any(n.live and n.served for n in state.notices)
    return ArrangementKind.BEFORE_COURT if served else ArrangementKind.INFORMAL
