"""Instalments without a court: offered, agreed, watched against the account to the penny, over."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from cases.gates import Gate
from cases.instants import legal_day
from cases.money import debt
from cases.money.asking import Ask, gate, hold
from cases.money.commands import AgreeArrangement, EndArrangement, OfferArrangement
from cases.money.events import ArrangementChanged, MoneyEvent
from cases.money.facts import MoneyFacts
from cases.money.shared import not_future
from cases.money.state import Arrangement, MoneyState
from cases.moratoria import spans
from cases.waiting import Wait, by_policy
from law.explained import long_date, pounds

OFFER = ("offer_arrangement",)
AGREE = ("agree_arrangement",)
END = ("end_arrangement",)
ALL = OFFER + AGREE + END
MOST_PAYMENTS = 520


def _sum(ask: Ask[OfferArrangement]) -> str | None:
    if 0 < ask.command.instalment_pence <= ask.owed:
        return None
    if ask.command.instalment_pence <= 0 or ask.owed <= 0:
        return "An instalment is more than nothing." if ask.owed > 0 else "Nothing is owed on the account."
    return f"{pounds(ask.command.instalment_pence)} is not a part of the {pounds(ask.owed)} owed."


def _length(ask: Ask[OfferArrangement]) -> str | None:
    each = ask.command.instalment_pence
    number = -(-ask.owed // each) if each > 0 else 0
    return f"It would take {number:,} payments to pay {pounds(ask.owed)}." if number > MOST_PAYMENTS else None


def _first(ask: Ask[OfferArrangement]) -> str | None:
    return None if ask.command.first_payment > ask.command.on else "The first payment is not after the offer."


def _undecided(ask: Ask[Any]) -> str | None:
    item = ask.arrangement(ask.command.arrangement_id)
    if item.ended_on:
        return f"Arrangement {item.id} ended on {long_date(item.ended_on)}."
    agreed = item.agreed_on if ask.command.kind == "agree_arrangement" else None
    return f"It was agreed on {long_date(agreed)}." if agreed else None


def _in_order(ask: Ask[Any]) -> str | None:
    item = ask.arrangement(ask.command.arrangement_id)
    since = max(item.offered_on, item.agreed_on or item.offered_on)
    return None if ask.command.on >= since else f"{long_date(ask.command.on)} is before {long_date(since)}."


def _alone(ask: Ask[Any]) -> str | None:
    live = next((a for a in ask.case.arrangements if a.live), None)
    return f"Arrangement {live.id} runs." if live else None


def _before_first(ask: Ask[AgreeArrangement]) -> str | None:
    item = ask.arrangement(ask.command.arrangement_id)
    if ask.command.on < item.first_payment:
        return None
    return f"Its first payment was due on {long_date(item.first_payment)}."


GATES: tuple[Gate[Any], ...] = (
    not_future(ALL, lambda ask: ask.command.on),
    gate("arrangement_runs", OFFER + AGREE, "Does none run?", _alone, "End the one that runs first."),
    gate("instalment", OFFER, "Is it a part of the debt?", _sum, "Correct the sum.", field="instalment_pence"),
    gate(
        "too_long",
        OFFER,
        "Does it end in a time that can be watched?",
        _length,
        "Agree more a time, or propose to write off a part.",
        "Landlord's policy",
        field="instalment_pence",
    ),
    gate("first_payment", OFFER, "Is the first payment ahead?", _first, "Give a later day.", field="first_payment"),
    gate("arrangement_over", AGREE + END, "Is it open?", _undecided, "Offer a new arrangement."),
    gate("arrangement_dates", AGREE + END, "Are the days in order?", _in_order, "Correct the date.", field="on"),
    gate("first_payment_past", AGREE, "Is its first payment ahead?", _before_first, "Offer it again with later days."),
)


def offer_arrangement(ask: Ask[OfferArrangement]) -> Sequence[MoneyEvent]:
    """Instalments offered by either side."""
    hold(GATES, ask)
    c = ask.command
    item = Arrangement(
        id=f"A{len(ask.case.arrangements) + 1}",
        offered_on=c.on,
        owed_pence=ask.owed,
        instalment_pence=c.instalment_pence,
        frequency=c.frequency,
        first_payment=c.first_payment,
    )
    item = item.model_copy(update={"last_payment": debt.last_payment(item)})
    return [ArrangementChanged(what="offered", arrangement=item)]


def agree_arrangement(ask: Ask[AgreeArrangement]) -> Sequence[MoneyEvent]:
    """They were agreed; they are watched from the day after."""
    hold(GATES, ask)
    item = ask.arrangement(ask.command.arrangement_id).model_copy(update={"agreed_on": ask.command.on})
    return [ArrangementChanged(what="agreed", arrangement=item)]


def end_arrangement(ask: Ask[EndArrangement]) -> Sequence[MoneyEvent]:
    """The arrangement is over, with the reason."""
    hold(GATES, ask)
    item = ask.arrangement(ask.command.arrangement_id).model_copy(update={"ended_on": ask.command.on})
    return [ArrangementChanged(what="ended", arrangement=item, text=ask.command.reason)]


def watched(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> list[MoneyEvent]:
    """Every arrangement that runs, looked at against the account: broken after the days of grace, or made up."""
    today, frozen = legal_day(as_at), spans(state.breathing_spaces)
    events: list[MoneyEvent] = []
    for item in (a for a in state.arrangements if a.live):
        if item.breach is None:
            breach = debt.breach_of(item, facts, today, frozen)
            if breach is not None:
                broken = item.model_copy(update={"breach": breach})
                events.append(ArrangementChanged(what="broken", arrangement=broken))
            continue
        now = debt.paid_against(item, facts, today, frozen=frozen)
        if now is not None and not now.in_breach:
            events.append(ArrangementChanged(what="mended", arrangement=item.model_copy(update={"breach": None})))
    return events


def waits(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Iterator[Wait]:
    """The next payment with its days of grace; a decision where one is broken."""
    today, grace = legal_day(as_at), facts.policy.breach_grace_days
    frozen = spans(state.breathing_spaces)
    for item in (a for a in state.arrangements if a.live):
        if item.breach is not None:
            due = by_policy(
                item.breach.on + timedelta(days=7), f"Found broken on {long_date(item.breach.on)}", "Decide"
            )
            title = f"Arrangement {item.id} is {pounds(item.breach.shortfall_pence)} behind: mend it or end it"
            yield Wait(f"{item.id}.broken", "arrangement_broken", title, due, item.id, remind=())
            continue
        day = debt.next_due(item, today, grace, frozen)
        if day is not None:
            told = f"A payment falls due on {long_date(day)}; {grace} days of grace are allowed"
            due = by_policy(day + timedelta(days=grace), told, "Payments are looked at when that day has passed")
            title = f"Payment due under arrangement {item.id}"
            yield Wait(
                f"{item.id}.payment", "instalment_check", title, due, item.id, after=True, remind=(), escalates=False
            )
