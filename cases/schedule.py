"""Expected against actual, line by line: what an order or an arrangement asked for, what came, what is left. Pence.

Pure; the page, the papers and the API show the same lines.
"""

from datetime import date, datetime
from typing import Literal

from cases.base import Pence, Value
from cases.facts import Facts
from cases.instants import legal_day
from cases.stages import payments
from cases.state import Arrangement, CaseState, Order
from law.terms import due_by

Standing = Literal["offered", "running", "broken", "completed", "ended"]


class ScheduleLine(Value):
    """One day: what fell due, what was received, and the balance after it. A balance above nothing is owed."""

    on: date
    rent_pence: Pence = 0
    instalment_pence: Pence = 0
    expected_pence: Pence = 0
    actual_pence: Pence = 0
    balance_pence: Pence = 0


class BenefitLine(Value):
    """Benefit that is expected, and how much of it has come. `late` when its day has passed and some is missing.

    What has come stands among the receipts too; what has not is counted nowhere.
    """

    id: str
    source: str
    due_on: date
    expected_pence: Pence
    came_pence: Pence
    late: bool


class Schedule(Value):
    """The payments under an order or an arrangement, up to a day.

    `expected_pence` = `actual_pence` + `shortfall_pence` - `ahead_pence`, always. `next_due_on` is the next day on
    which something falls due. `within_grace` says that what is short is not yet late by the landlord's own policy.
    """

    subject: str
    title: str
    standing: Standing
    since: date | None
    to: date
    lines: tuple[ScheduleLine, ...] = ()
    expected_pence: Pence = 0
    actual_pence: Pence = 0
    shortfall_pence: Pence = 0
    ahead_pence: Pence = 0
    missed: int = 0
    first_missed: date | None = None
    last_payment_on: date | None = None
    within_grace: bool = False
    next_due_on: date | None = None
    next_due_pence: Pence = 0
    total_pence: Pence = 0
    benefit: tuple[BenefitLine, ...] = ()
    benefit_late_pence: Pence = 0


def arrangement_schedule(state: CaseState, facts: Facts, as_at: datetime) -> tuple[Schedule, ...]:
    """Every arrangement and every order with terms, the newest first, each with its lines up to the day."""
    today = legal_day(as_at)
    orders = (of_order(o, state, facts, today) for o in reversed(state.orders) if o.terms is not None)
    agreed = (of_arrangement(a, state, facts, today) for a in reversed(state.arrangements))
    return (*orders, *agreed)


def of_order(order: Order, state: CaseState, facts: Facts, day: date) -> Schedule:
    """The order's terms up to a day; up to its end where it has ended before."""
    ended = order.discharged_on or order.set_aside_on
    standing: Standing = "ended" if ended else "broken" if order.breach else "running"
    promised = payments.of_order(order, state, facts)
    schedule = Schedule(
        subject=order.id,
        title=order.kind.label,
        standing=standing,
        since=promised.since if promised else None,
        to=min(day, ended or day),
        total_pence=promised.terms.judgment_pence if promised else order.terms.judgment_pence if order.terms else 0,
    )
    return _filled(schedule, promised, facts)


def of_arrangement(arrangement: Arrangement, state: CaseState, facts: Facts, day: date) -> Schedule:
    """The arrangement up to a day; up to its end where it has ended before."""
    standing: Standing = "running"
    if arrangement.ended is not None:
        standing = "completed" if arrangement.ended.value == "completed" else "ended"
    elif arrangement.agreed_on is None:
        standing = "offered"
    elif arrangement.breach is not None:
        standing = "broken"
    to = min(day, arrangement.ended_on or day)
    benefit = _benefit(arrangement, facts, to)
    schedule = Schedule(
        subject=arrangement.id,
        title=arrangement.kind.label,
        standing=standing,
        since=arrangement.agreed_on,
        to=to,
        total_pence=arrangement.total_pence,
        benefit=benefit,
        benefit_late_pence=sum(line.expected_pence - line.came_pence for line in benefit if line.late),
    )
    return _filled(schedule, payments.of_arrangement(arrangement, state, facts), facts)


def _filled(schedule: Schedule, promised: payments.Promised | None, facts: Facts) -> Schedule:
    if promised is None:
        return schedule
    now = payments.standing(promised, facts, schedule.to)
    late = payments.broken(promised, facts, schedule.to)
    ahead = due_by(promised.terms, max(schedule.to, promised.terms.first_payment) + payments.LOOK_AHEAD)
    over = schedule.standing in ("completed", "ended")
    coming = None if over else next((line for line in ahead if line.on > schedule.to), None)
    return schedule.model_copy(
        update={
            "lines": lines(promised, facts, schedule.to),
            "expected_pence": now.due_pence,
            "actual_pence": now.paid_pence,
            "shortfall_pence": now.shortfall_pence,
            "ahead_pence": max(0, now.paid_pence - now.due_pence),
            "missed": now.missed_instalments,
            "first_missed": now.first_missed,
            "last_payment_on": now.last_payment,
            "within_grace": now.in_breach and late is None,
            "next_due_on": coming.on if coming else None,
            "next_due_pence": coming.rent_pence + coming.instalment_pence if coming else 0,
        }
    )


def lines(promised: payments.Promised, facts: Facts, to: date) -> tuple[ScheduleLine, ...]:
    """Each day up to another on which something fell due or came, in order, with the balance after it."""
    due = {line.on: line for line in due_by(promised.terms, to)}
    came: dict[date, int] = {}
    for on, pence in payments.received(promised, facts, to):
        came[on] = came.get(on, 0) + pence
    made: list[ScheduleLine] = []
    balance = 0
    for on in sorted({*due, *came}):
        rent = due[on].rent_pence if on in due else 0
        instalment = due[on].instalment_pence if on in due else 0
        actual = came.get(on, 0)
        balance += rent + instalment - actual
        made.append(
            ScheduleLine(
                on=on,
                rent_pence=rent,
                instalment_pence=instalment,
                expected_pence=rent + instalment,
                actual_pence=actual,
                balance_pence=balance,
            )
        )
    return tuple(made)


def _benefit(arrangement: Arrangement, facts: Facts, to: date) -> tuple[BenefitLine, ...]:
    """Each entry with what has come of it: receipts of its source since the arrangement, to the oldest entry first."""
    since = arrangement.agreed_on or arrangement.offered_on
    left: dict[str, int] = {}
    for line in facts.postings:
        if line.kind == "payment" and since <= line.on <= to:
            left[line.source] = left.get(line.source, 0) + line.paid_pence
    made: list[BenefitLine] = []
    for entry in sorted(arrangement.expected_benefit, key=lambda e: (e.due_on, e.id)):
        came = max(0, min(entry.pence, left.get(entry.source, 0)))
        left[entry.source] = left.get(entry.source, 0) - came
        made.append(
            BenefitLine(
                id=entry.id,
                source=entry.source,
                due_on=entry.due_on,
                expected_pence=entry.pence,
                came_pence=came,
                late=entry.due_on < to and came < entry.pence,
            )
        )
    return tuple(made)
