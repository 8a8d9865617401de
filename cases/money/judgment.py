"""Judgment: given, watched against the account to the penny, satisfied; and the ways of enforcing it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from cases.base import ExplainedDate, ExplainedSum
from cases.instants import legal_day
from cases.money import debt
from cases.money.asking import Ask, hold
from cases.money.claim import drafted
from cases.money.commands import (
    ChooseEnforcement,
    RecordEnforcement,
    RecordJudgment,
    RecordSatisfaction,
    RequestEnforcement,
    SetJudgmentAside,
)
from cases.money.events import EnforcementChanged, JudgmentChanged, MoneyClaimChanged, MoneyEvent
from cases.money.facts import MoneyFacts
from cases.money.interest import accrued
from cases.money.judgment_gates import GATES as GATES
from cases.money.judgment_gates import TELL_COURT
from cases.money.state import Enforcing, Judgment, MoneyState
from cases.money.words import Response
from cases.moratoria import Spans, spans
from cases.stages.fees import entered
from cases.waiting import Wait, by_order, by_policy
from law.court import money_order_due
from law.debt import ENFORCEMENTS
from law.enforcement import six_years_from
from law.explained import long_date, pounds
from law.money import judgment_interest_runs


def record_judgment(ask: Ask[RecordJudgment]) -> Sequence[MoneyEvent]:
    """The judgment as given, with the day it is payable and whether it carries interest."""
    hold(GATES, ask)
    c, claim = ask.command, drafted(ask)
    told = f"Judgment of {long_date(c.on)}"
    pay_by = by_order(c.pay_by, told, "Payable by") if c.pay_by else ExplainedDate.of(money_order_due(c.on))
    total = c.sum_pence + c.costs_pence
    interest = judgment_interest_runs(total)
    made = Judgment(
        id=f"J{len(ask.case.judgments) + 1}",
        claim_id=claim.id,
        kind=c.judgment,
        on=c.on,
        sum_pence=c.sum_pence,
        costs_pence=c.costs_pence,
        pay_by=pay_by,
        instalment_pence=c.instalment_pence,
        frequency=c.frequency,
        carries_interest=interest.value,
        interest_rule=interest.sentence(),
        six_years=ExplainedDate.of(six_years_from(c.on)),
    )
    return [
        JudgmentChanged(what="given", judgment=made),
        MoneyClaimChanged(what="ended", claim=claim.model_copy(update={"ended_on": c.on})),
    ]


def set_judgment_aside(ask: Ask[SetJudgmentAside]) -> Sequence[MoneyEvent]:
    """The court set it aside: the claim goes on as defended."""
    hold(GATES, ask)
    item = ask.judgment(ask.command.judgment_id)
    claim = ask.claim(item.claim_id)
    reopened = claim.model_copy(update={"ended_on": None, "default_asked_on": None, "response": Response.DEFENCE})
    aside = item.model_copy(update={"set_aside_on": ask.command.on})
    return [
        JudgmentChanged(what="set_aside", judgment=aside, text=ask.command.reason),
        MoneyClaimChanged(what="answered", claim=reopened),
    ]


def choose_enforcement(ask: Ask[ChooseEnforcement]) -> Sequence[MoneyEvent]:
    """A way of enforcing, with reasons, for approval."""
    hold(GATES, ask)
    c = ask.command
    item = ask.judgment(c.judgment_id)
    made = Enforcing(
        id=f"X{len(ask.case.enforcements) + 1}",
        judgment_id=item.id,
        method=c.method,
        form=ENFORCEMENTS[c.method].form,
        drafted_by=ask.actor,
        drafted_on=ask.today,
        owed_pence=max(0, item.total_pence - debt.received_since(ask.facts, item.on, ask.today)),
        interest_pence=_pence(accrued(item, ask.case, ask.facts, ask.today)),
        reasons=c.reasons,
    )
    return [EnforcementChanged(what="drafted", enforcement=made)]


def request_enforcement(ask: Ask[RequestEnforcement]) -> Sequence[MoneyEvent]:
    """The request went to the court; no table holds its fee, so what was paid is to be confirmed."""
    hold(GATES, ask)
    c = ask.command
    changed = ask.enforcing(c.enforcement_id).model_copy(update={"requested_on": c.on, "fee": entered(c.fee_pence)})
    return [EnforcementChanged(what="requested", enforcement=changed)]


def record_enforcement(ask: Ask[RecordEnforcement]) -> Sequence[MoneyEvent]:
    """What came of it."""
    hold(GATES, ask)
    c = ask.command
    changed = ask.enforcing(c.enforcement_id).model_copy(update={"ended_on": c.on, "recovered": c.recovered})
    return [EnforcementChanged(what="ended", enforcement=changed, text=c.note)]


def record_satisfaction(ask: Ask[RecordSatisfaction]) -> Sequence[MoneyEvent]:
    """It is paid in full."""
    hold(GATES, ask)
    item = ask.judgment(ask.command.judgment_id).model_copy(update={"satisfied_on": ask.command.on, "breach": None})
    return [JudgmentChanged(what="satisfied", judgment=item)]


def watched(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> list[MoneyEvent]:
    """Every live judgment against the account: what was paid towards it, whether it is behind or made up."""
    today, frozen = legal_day(as_at), spans(state.breathing_spaces)
    events: list[MoneyEvent] = []
    for item in (j for j in state.judgments if j.live):
        received = max(0, debt.received_since(facts, item.on, today))
        interest = accrued(item, state, facts, today)
        now = item.model_copy(update={"received_pence": received, "interest": interest})
        if item.breach is None:
            breach = debt.breach_of(now, facts, today, frozen)
            if breach is not None:
                events.append(JudgmentChanged(what="unpaid", judgment=now.model_copy(update={"breach": breach})))
                continue
        elif _made_up(now, facts, today, frozen):
            events.append(JudgmentChanged(what="made_up", judgment=now.model_copy(update={"breach": None})))
            continue
        if received != item.received_pence:
            events.append(JudgmentChanged(what="paid_towards", judgment=now))
        elif _pence(interest) != _pence(item.interest):
            events.append(JudgmentChanged(what="interest_ran", judgment=now))
    return events


def _pence(interest: ExplainedSum | None) -> int:
    return (interest.pence or 0) if interest else 0


def _made_up(item: Judgment, facts: MoneyFacts, today: date, frozen: Spans) -> bool:
    if item.left_pence == 0:
        return True
    found = debt.paid_against(item, facts, today, frozen=frozen)
    return found is not None and not found.in_breach


def waits(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Iterator[Wait]:
    """The next payment under a judgment, the choice of enforcement, satisfaction, six years, and approvals."""
    today, grace = legal_day(as_at), facts.policy.breach_grace_days
    frozen = spans(state.breathing_spaces)
    for item in (j for j in state.judgments if j.live):
        going = any(e.live and e.judgment_id == item.id for e in state.enforcements)
        if item.left_pence == 0:
            due = by_policy(today + TELL_COURT, "Nothing is left of the judgment", "Record it as satisfied")
            known = next((d for d in state.deadlines if d.id == f"{item.id}.satisfied"), None)
            title = f"Judgment {item.id} is paid: record it and tell the court"
            yield Wait(f"{item.id}.satisfied", "satisfaction", title, known.date if known else due, item.id)
        elif item.breach is not None and not going:
            due = by_policy(
                item.breach.on + timedelta(days=14), f"Found behind on {long_date(item.breach.on)}", "Choose"
            )
            title = f"Judgment {item.id} is {pounds(item.breach.shortfall_pence)} behind: choose how to enforce it"
            yield Wait(f"{item.id}.enforce", "enforcement_choice", title, due, item.id, remind=())
        elif item.breach is None:
            day = debt.next_due(item, today, grace, frozen)
            if day is not None:
                told = f"A payment falls due on {long_date(day)}; {grace} days of grace are allowed"
                due = by_policy(day + timedelta(days=grace), told, "Payments are looked at when that day has passed")
                title = f"Payment due under judgment {item.id}"
                yield Wait(
                    f"{item.id}.payment",
                    "instalment_check",
                    title,
                    due,
                    item.id,
                    after=True,
                    remind=(),
                    escalates=False,
                )
        title = f"Judgment {item.id} is six years old: a warrant needs permission"
        yield Wait(
            f"{item.id}.six_years", "six_years", title, item.six_years, item.id, remind=(183, 28), escalates=False
        )
    for one in (e for e in state.enforcements if e.live and e.requested_on is None):
        since = one.approved_on or one.drafted_on
        due = by_policy(
            since + timedelta(days=3), f"Waits since {long_date(since)}", "Decide" if not one.approved_on else "Ask"
        )
        kind = "approval" if not one.approved_on else "enforcement_request"
        title = f"{one.id} waits for approval" if not one.approved_on else f"Send the request of {one.id} to the court"
        yield Wait(f"{one.id}.next", kind, title, due, one.id)
