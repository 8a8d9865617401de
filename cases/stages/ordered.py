"""What the court did becomes an order of the case: its dates, its terms, its follow-up."""

from datetime import date
from typing import Any

from cases import tenancy as tenancies
from cases.base import ExplainedDate
from cases.commands import DecideApplication, RecordOutcome
from cases.gates import Question
from cases.state import Claim, Hearing, Order, SuspendedTerms
from cases.waiting import by_order
from cases.words import OutcomeKind
from law.court import appeal_by, money_order_due, restore_accelerated_by
from law.demoted import demotion_end
from law.enforcement import six_years_from, warrant_earliest
from law.errors import LawError
from law.explained import long_date
from law.orders import postponed_possession_date


def made(q: Question[RecordOutcome], hearing: Hearing, claim: Claim) -> Order:
    """The order as the court made it. Its possession date is the court's own; a postponed order has none yet."""
    c = q.command
    told = f"Order made on {long_date(c.on)}"
    on = c.possession_on or (c.on if c.outcome in (OutcomeKind.OUTRIGHT, OutcomeKind.SUSPENDED) else None)
    if c.outcome is OutcomeKind.POSTPONED:
        on = None
    return Order(
        id=f"O{len(q.case.orders) + 1}",
        claim_id=claim.id,
        hearing_id=hearing.id,
        kind=c.outcome,
        made_on=c.on,
        grounds_proved=c.grounds_proved if c.outcome.gives_possession or c.outcome is OutcomeKind.CONSENT else (),
        possession=by_order(on, told, f"Possession by {long_date(on)}") if on else None,
        hardship=c.hardship,
        judgment_pence=c.judgment_pence or 0,
        costs_pence=c.costs_pence,
        terms=terms_of(q) if c.outcome.on_terms else None,
        warrant_earliest=ExplainedDate.of(warrant_earliest(on)) if on else None,
        six_years=ExplainedDate.of(six_years_from(c.on)),
        arrears_pence=hearing.arrears_pence,
        pay_by=_pay_by(c, told),
        begins_on=c.begins_on,
        ends=_ends(c),
        appeal_by=appeal_of(c.on),
    )


def terms_of(q: Question[Any], since: date | None = None) -> SuspendedTerms | None:
    """The terms that were ordered; None where there are none. `since` is the day of a variation.

    Terms in the order's own words alone, on conduct, ask for no payment; the order is still enforced only on a breach.
    """
    c: RecordOutcome | DecideApplication = q.command
    if c.first_payment is None or c.frequency is None:
        return _on_conduct(c) if isinstance(c, RecordOutcome) else None
    return SuspendedTerms(
        current_rent_pence=tenancies.rent_pence(q.facts.tenancy),
        instalment_pence=c.instalment_pence or 0,
        frequency=c.frequency,
        first_payment=c.first_payment,
        judgment_pence=c.judgment_pence or 0,
        other_terms=c.other_terms if isinstance(c, RecordOutcome) else None,
        since=since,
        arrears_pence=q.arrears_on(since) if since else None,
        lump_sum_pence=c.lump_sum_pence or 0,
        lump_sum_on=c.lump_sum_on,
        with_costs=c.with_costs if isinstance(c, RecordOutcome) else None,
    )


def _on_conduct(c: RecordOutcome) -> SuspendedTerms | None:
    if c.other_terms is None:
        return None
    return SuspendedTerms(
        current_rent_pence=0,
        instalment_pence=0,
        frequency="weekly",
        first_payment=c.on,
        judgment_pence=c.judgment_pence or 0,
        other_terms=c.other_terms,
    )


def with_date(order: Order, on: date, told: str) -> Order:
    """The order with a date for possession, and the first day on which a warrant may be asked for."""
    return order.model_copy(
        update={
            "possession": by_order(on, told, f"Possession by {long_date(on)}"),
            "warrant_earliest": ExplainedDate.of(warrant_earliest(on)),
        }
    )


def usual_date(decided: date) -> date | None:
    """The date that the court normally fixes under a postponed order; None where it cannot be shown."""
    try:
        return postponed_possession_date(decided).value
    except LawError:
        return None


def appeal_of(on: date) -> ExplainedDate | None:
    """The last day to appeal where the court set no other; None where the tables do not reach it."""
    try:
        return ExplainedDate.of(appeal_by(on))
    except LawError:
        return None  # a date that cannot be shown must not stop the order from being recorded


def restore_of(c: RecordOutcome) -> ExplainedDate | None:
    """The last day to restore the claim: the order's own, or 28 days from the reasons of an accelerated strike-out."""
    if c.restore_by is not None and (c.outcome.waits or c.outcome is OutcomeKind.STRUCK_OUT):
        told = f"{c.outcome.label} on {long_date(c.on)}"
        return by_order(c.restore_by, told, f"The claim is to be restored by {long_date(c.restore_by)}")
    if c.outcome is OutcomeKind.STRUCK_OUT and c.reasons_served_on is not None:
        return ExplainedDate.of(restore_accelerated_by(c.reasons_served_on))
    return None


def _pay_by(c: RecordOutcome, told: str) -> ExplainedDate | None:
    if c.outcome is not OutcomeKind.MONEY_ONLY:
        return None
    if c.pay_by is None:
        return ExplainedDate.of(money_order_due(c.on))
    return by_order(c.pay_by, told, f"The judgment is to be paid by {long_date(c.pay_by)}")


def _ends(c: RecordOutcome) -> ExplainedDate | None:
    if c.begins_on is None or c.outcome not in (OutcomeKind.DEMOTED, OutcomeKind.BUY_SUSPENDED):
        return None
    if c.ends_on is not None:
        told = f"{c.outcome.label}, from {long_date(c.begins_on)}"
        return by_order(c.ends_on, told, f"It ends on {long_date(c.ends_on)}")
    return ExplainedDate.of(demotion_end(c.begins_on)) if c.outcome is OutcomeKind.DEMOTED else None
