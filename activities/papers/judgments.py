"""What a request for a judgment, or for enforcing one, prints: the sums to the penny as they stand on the day."""

from activities.papers import money
from activities.papers.source import Source
from cases.money import debt, paperwork
from cases.money.facts import MoneyFacts
from cases.money.interest import accrued
from cases.money.state import Enforcing, Judgment, MoneyClaim, MoneyState
from cases.money.words import Response
from documents.papers.proceedings import JudgmentData


def of(state: MoneyState, source: Source, facts: MoneyFacts, subject: str) -> JudgmentData | None:
    """The judgment that a claim is ripe for, or that a way of enforcing is about; None for anything else."""
    claim, given = paperwork.claim_of(state, subject), paperwork.judgment_of(state, subject)
    if given is not None:
        way = next(one for one in state.enforcements if one.id == subject)
        return _given(state, source, facts, given, way)
    return _asked(source, facts, claim) if claim is not None else None


def _asked(source: Source, facts: MoneyFacts, claim: MoneyClaim) -> JudgmentData:
    """The claim with its interest to today and its fee, less what came in since it was drafted (CPR 12.6)."""
    today = source.today
    days = (today - claim.drafted_on).days
    interest = (claim.interest.pence or 0) + days * claim.daily_interest_pence if claim.interest else 0
    fee = (claim.fee.pence or 0) if claim.fee else 0
    received = max(0, debt.received_since(facts, claim.drafted_on, today))
    return JudgmentData(
        asked="admission" if claim.response is Response.ADMISSION else "default",
        sum_pence=claim.claimed_pence,
        interest_pence=interest,
        interest_to=today if claim.interest else None,
        costs_pence=fee,
        received_pence=received,
        total_pence=claim.claimed_pence + interest + fee - received,
        served_on=claim.served.on if claim.served else None,
        response_due=claim.response_due.on if claim.response_due else None,
    )


def _given(state: MoneyState, source: Source, facts: MoneyFacts, given: Judgment, way: Enforcing) -> JudgmentData:
    today = source.today
    ran = accrued(given, state, facts, today)
    interest = (ran.pence or 0) if ran else 0
    received = max(0, debt.received_since(facts, given.on, today))
    return JudgmentData(
        made_on=given.on,
        how=given.kind.label,
        sum_pence=given.sum_pence,
        interest_pence=interest,
        interest_to=today if interest else None,
        costs_pence=given.costs_pence,
        received_pence=received,
        total_pence=given.total_pence + interest - received,
        instalment_pence=given.instalment_pence,
        frequency=money.every(given.frequency or ""),
        pay_by=given.pay_by.on,
        reasons=source.text(way.reasons),
    )
