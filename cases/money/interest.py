"""Interest on a judgment as the account shows it: from the day it was payable, on what was still owed each day."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from cases import account
from cases.base import ExplainedSum
from cases.money.facts import MoneyFacts
from cases.money.state import Judgment, MoneyState
from law.money import judgment_interest, judgment_interest_on

DAY = timedelta(days=1)


def accrued(item: Judgment, state: MoneyState, facts: MoneyFacts, today: date) -> ExplainedSum | None:
    """The interest that has run by a day; None on a judgment that carries none."""
    if not item.carries_interest:
        return None
    if item.instalment_pence is not None and item.breach is None:
        return ExplainedSum.of(judgment_interest(item.total_pence, item.on, today, instalments_kept=True))
    return ExplainedSum.of(judgment_interest_on(item.total_pence, tuple(_stretches(item, state, facts, today))))


def _stretches(item: Judgment, state: MoneyState, facts: MoneyFacts, today: date) -> Iterator[tuple[date, date, int]]:
    """Days without a change: each with its first day, the day after its last, and what was owed in it."""
    start = item.pay_by.on
    if item.breach is not None and item.instalment_pence is not None:
        start = item.breach.first_missed or item.breach.on
    if start >= today:
        return
    paid = account.receipts(facts.postings, item.on, today)
    spaces = [(b.started_on, (b.ended_on or (b.ends.on if b.ends else today)) + DAY) for b in state.breathing_spaces]
    cuts = {start, today, *(on for on, _ in paid), *(day for space in spaces for day in space)}
    days = sorted(day for day in cuts if start <= day <= today)
    for first, last in pairwise(days):
        owed = item.total_pence - sum(pence for on, pence in paid if on <= first)
        if owed > 0 and not any(begins <= first < ends for begins, ends in spaces):
            yield first, last, owed
