"""What is owed, what of it can still be sued for, and how payments stand against what was agreed or adjudged."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from cases import account
from cases.account import COURT_COST
from cases.base import ExplainedDate, Pence
from cases.facts import Facts
from cases.money.asking import Ask
from cases.money.state import Arrangement, Judgment, MoneyState
from cases.moratoria import Spans, spans
from cases.state import Breached
from law import debt
from law.explained import Explained
from law.periods import RentPeriod
from law.terms import Terms, TermsPosition, compare, due_by, last_instalment


class Standing(NamedTuple):
    """The debt on a day, in pence: all of it, what is out of time, and the day the next part goes out of time."""

    owed_pence: Pence
    barred_pence: Pence
    last_day: Explained[date] | None

    @property
    def in_time_pence(self) -> int:
        """What can be sued for."""
        return max(0, self.owed_pence - self.barred_pence)


def standing(state: MoneyState, facts: Facts, day: date) -> Standing:
    """The account on a day with the time to sue for each sum left unpaid, payments going to the oldest first."""
    lines = [p for p in facts.postings if p.kind != COURT_COST and p.on <= day]
    charges = [(p.on, p.due_pence) for p in lines if p.due_pence]
    open_ = debt.unpaid(charges, sum(p.paid_pence for p in lines))
    paid = [p.on for p in lines if p.kind == "payment" and p.paid_pence > 0]
    signed = [a.on for a in state.acknowledgements]
    kind: debt.DebtKind = "rent" if state.debt.is_rent else "other"
    barred, alive = 0, None
    spaces = [(first, last) for first, last in spans(state.breathing_spaces) if last]
    for on, pence in open_:
        last = max(
            (debt.last_day_to_sue(on, kind, signed, paid, space) for space in (None, *spaces)), key=lambda e: e.value
        )
        if last.value < day:
            barred += pence
        elif alive is None or last.value < alive.value:
            alive = last
    owed = account.owed_pence(facts.postings, day)
    return Standing(owed, min(barred, max(owed, 0)), alive)


def standing_of(ask: Ask[Any]) -> Standing:
    """The account today."""
    return standing(ask.case, ask.facts, ask.today)


def terms(instalment: int, frequency: str, first: date, total: int, since: date, frozen: Spans = ()) -> Terms:
    """Instalments alone, as law counts them; receipts count from the day after `since`, none falls due in `frozen`."""
    return Terms(
        current_rent_pence=0,
        instalment_pence=instalment,
        frequency=frequency,  # type: ignore[arg-type]  # the commands allow only law's words
        first_payment=first,
        rent_period=RentPeriod("week", 1, first),
        judgment_pence=total,
        receipts_from=since + timedelta(days=1),
        frozen=frozen,
    )


def terms_of(item: Arrangement | Judgment, frozen: Spans = ()) -> Terms | None:
    """The instalments of an arrangement or a judgment; None for a judgment payable at once."""
    if isinstance(item, Arrangement):
        since = item.agreed_on or item.offered_on
        return terms(item.instalment_pence, item.frequency, item.first_payment, item.owed_pence, since, frozen)
    if item.instalment_pence is None or item.frequency is None:
        return None
    return terms(item.instalment_pence, item.frequency, item.pay_by.on, item.total_pence, item.on, frozen)


def last_payment(item: Arrangement) -> ExplainedDate:
    """The day of the last instalment."""
    found = terms_of(item)
    assert found is not None
    return ExplainedDate.of(last_instalment(found)[1])


def paid_against(
    item: Arrangement | Judgment, facts: Facts, day: date, grace: int = 0, *, frozen: Spans
) -> TermsPosition | None:
    """What fell due by a day less the days of grace, against all that was received by the day itself."""
    found = terms_of(item, frozen)
    if found is None:
        return None
    due_to = day - timedelta(days=grace)
    since = found.receipts_from or day
    received = account.receipts(facts.postings, since - timedelta(days=1), day)
    if due_to < found.first_payment:
        return None
    return compare(found, [(min(on, due_to), pence) for on, pence in received if due_to >= since], due_to).value


def received_since(facts: Facts, since: date, day: date) -> int:
    """What was paid after a day and up to another, in pence."""
    return sum(pence for _, pence in account.receipts(facts.postings, since, day))


def breach_of(item: Arrangement | Judgment, facts: Facts, today: date, frozen: Spans) -> Breached | None:
    """How far payments are behind when the days of grace have wholly passed; None while nothing is short.

    What would have fallen due in a breathing space (`frozen`) waits for its end.
    """
    grace = facts.policy.breach_grace_days + 1
    found = paid_against(item, facts, today, grace, frozen=frozen)
    if found is not None and found.in_breach:
        return Breached(
            on=today,
            due_pence=found.due_pence,
            paid_pence=found.paid_pence,
            shortfall_pence=found.shortfall_pence,
            missed=found.missed_instalments,
            first_missed=found.first_missed,
        )
    if isinstance(item, Judgment) and item.instalment_pence is None:
        left = item.total_pence - received_since(facts, item.on, today)
        pay_by = _whole(item, frozen).first_free(item.pay_by.on)
        if left > 0 and pay_by is not None and pay_by + timedelta(days=grace) <= today:
            paid = item.total_pence - left
            return Breached(
                on=today,
                due_pence=item.total_pence,
                paid_pence=paid,
                shortfall_pence=left,
                missed=1,
                first_missed=pay_by,
            )
    return None


def next_due(item: Arrangement | Judgment, today: date, grace: int, frozen: Spans) -> date | None:
    """The first payment day whose days of grace have not wholly passed; None when nothing falls due any more."""
    found = terms_of(item, frozen)
    if found is None:
        day = _whole(item, frozen).first_free(item.pay_by.on) if isinstance(item, Judgment) else None
        return day if day is not None and day + timedelta(days=grace) >= today else None
    ends = [last for _, last in frozen if last]
    lines = due_by(found, max(today, found.first_payment, *ends) + timedelta(days=62))
    return next((line.on for line in lines if line.on + timedelta(days=grace) >= today), None)


def _whole(item: Judgment, frozen: Spans) -> Terms:
    """A judgment that is payable at once, as one payment."""
    return terms(item.total_pence, "weekly", item.pay_by.on, item.total_pence, item.on, frozen)
