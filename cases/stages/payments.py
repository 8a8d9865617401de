"""Payments that an order or an arrangement asks for, held against the rent account to the penny.

One arithmetic for both: what fell due by a day less the days of grace, against all that was received by the day itself.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cases import account
from cases import tenancy as tenancies
from cases.base import Pence
from cases.facts import Facts
from cases.instants import legal_day
from cases.moratoria import Spans, spans
from cases.state import Arrangement, Breached, CaseState, Deadline, Order
from cases.waiting import Wait, by_policy
from law.errors import BadFact
from law.explained import long_date
from law.terms import Terms, TermsPosition, compare, due_by, last_instalment

LOOK_AHEAD = timedelta(days=400)


@dataclass(frozen=True)
class Promised:
    """What is to be paid, since which day receipts count, and what the account showed at the end of that day.

    `shown_pence` are figures that were worked out before some payment of that very day was known: the judgment, or the
    arrears when the terms were recorded.
    """

    terms: Terms
    since: date
    shown_pence: tuple[Pence, ...]


def frozen(state: CaseState) -> Spans:
    """The days of the case's breathing spaces: no instalment of the debt in them falls due meanwhile."""
    return spans(state.breathing_spaces)


def of_order(order: Order, state: CaseState, facts: Facts) -> Promised | None:
    """The order's payments as law counts them, or None where it asks for none: terms may be on conduct alone."""
    terms = order.terms
    if terms is None or not (terms.current_rent_pence or terms.instalment_pence or terms.lump_sum_pence):
        return None
    since = terms.since or order.made_on
    lump = ((terms.lump_sum_on, terms.lump_sum_pence),) if terms.lump_sum_on else ()
    known = (terms.judgment_pence, order.arrears_pence if terms.since is None else terms.arrears_pence)
    counted = Terms(
        current_rent_pence=terms.current_rent_pence,
        instalment_pence=terms.instalment_pence,
        frequency=terms.frequency,  # type: ignore[arg-type]  # the command allows only law's words
        first_payment=terms.first_payment,
        rent_period=tenancies.rent_period(facts.tenancy),
        judgment_pence=order.to_clear_pence,
        receipts_from=since,
        rent_charged=tenancies.rent_charged(facts.tenancy, facts.postings, terms.first_payment),
        lump_sums=lump,
        frozen=frozen(state),
    )
    return Promised(counted, since, tuple(pence for pence in known if pence is not None))


def of_arrangement(arrangement: Arrangement, state: CaseState, facts: Facts) -> Promised | None:
    """The arrangement's payments as law counts them, or None while nothing is agreed."""
    since = arrangement.agreed_on
    first = arrangement.first_payment or arrangement.lump_sum_on
    if since is None or first is None:
        return None
    rent = arrangement.current_rent_pence
    lump = ((arrangement.lump_sum_on, arrangement.lump_sum_pence),) if arrangement.lump_sum_on else ()
    counted = Terms(
        current_rent_pence=rent,
        instalment_pence=arrangement.instalment_pence,
        frequency=arrangement.frequency or "weekly",  # type: ignore[arg-type]  # the command allows only law's words
        first_payment=first,
        rent_period=tenancies.rent_period(facts.tenancy),
        judgment_pence=arrangement.total_pence,
        receipts_from=since,
        rent_charged=tenancies.rent_charged(facts.tenancy, facts.postings, first) if rent else (),
        lump_sums=lump,
        frozen=frozen(state),
    )
    return Promised(counted, since, (arrangement.arrears_pence,))


def received(promised: Promised, facts: Facts, to: date) -> list[tuple[date, int]]:
    """What was received under the terms up to a day, as (day, pence) in order; a reversal is negative.

    What was paid on the very day the terms were made counts so far as the figure of that day was worked out without it:
    a payment that the judgment took off already is not counted again.
    """
    later = account.receipts(facts.postings, promised.since, to)
    paid = sum(p.paid_pence for p in facts.postings if p.kind == "payment" and p.on == promised.since)
    if paid <= 0 or to < promised.since or not promised.shown_pence:
        return later
    after = account.position(facts.postings, promised.since, facts.tenancy).rent_arrears_pence
    counted = max(0, min(paid, max(promised.shown_pence) - after))
    return [(promised.since, counted), *later] if counted else later


def standing(promised: Promised, facts: Facts, day: date, grace_days: int = 0) -> TermsPosition:
    """What fell due by a day less the days of grace, against all that was received by the day itself."""
    due_to = day - timedelta(days=grace_days)
    came = received(promised, facts, day)
    return compare(
        promised.terms, [(min(on, due_to), pence) for on, pence in came if due_to >= promised.since], due_to
    ).value


def broken(promised: Promised, facts: Facts, day: date) -> Breached | None:
    """Where the payments stand if they are short although the days of grace have wholly passed; None if not."""
    short = standing(promised, facts, day, facts.policy.breach_grace_days + 1)
    if not short.in_breach:
        return None
    return Breached(
        on=day,
        due_pence=short.due_pence,
        paid_pence=short.paid_pence,
        shortfall_pence=short.shortfall_pence,
        missed=short.missed_instalments,
        first_missed=short.first_missed,
    )


def last_payment(promised: Promised) -> date | None:
    """The day on which the last instalment or lump sum falls due; None where nobody can tell it."""
    terms = promised.terms
    days = [terms.first_free(day) for day, _ in terms.lump_sums] or [terms.first_payment]
    if any(ended is None for _, ended in terms.frozen):
        return None
    if terms.instalment_pence and terms.by_instalments_pence:
        try:
            days.append(last_instalment(terms)[1].value)
        except BadFact:
            return None  # a penny a week: no last day is told, and the payments are looked at all the same
    return max(day for day in days if day is not None)


def next_check(
    subject: str, what: str, kind: str, promised: Promised, state: CaseState, facts: Facts, as_at: datetime
) -> Wait | None:
    """The next moment at which the payments are looked at: when a due date's days of grace have wholly passed."""
    grace = timedelta(days=facts.policy.breach_grace_days)
    waiting = next((d for d in state.deadlines if d.id == check_of(subject)), None)
    if waiting and _unspoken(waiting):
        day = waiting.date.on - grace
    else:
        terms = promised.terms
        today = legal_day(as_at)
        ahead = due_by(terms, max(today, terms.first_payment) + LOOK_AHEAD)
        coming = next((line.on for line in ahead if line.on + grace >= today), None)
        if coming is None:
            return None
        day = coming
    due = by_policy(
        day + grace,
        f"A payment falls due on {long_date(day)}; {facts.policy.breach_grace_days} days of grace are allowed",
        f"Payments under {what} are looked at when {long_date(day + grace)} has passed",
    )
    title = f"Payment due under {what}"
    return Wait(check_of(subject), kind, title, due, subject, after=True, remind=(), escalates=False)


def check_of(subject: str) -> str:
    """The id of the deadline at which the payments under an order or an arrangement are looked at."""
    return f"{subject}.payment"


def _unspoken(deadline: Deadline) -> bool:
    return any(not alarm.fired for alarm in deadline.alarms)
