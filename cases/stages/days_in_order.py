"""Days that can only follow one another: a hearing its claim's issue, an order its hearing, possession its order.

What came too soon to be lawful may have happened, and is recorded as such; what came before its own cause did not.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cases.gates import Why
from cases.state import CaseState, Order, Warrant
from law.explained import long_date

MEND = "Check the day. Where the other day is wrong too, put that right first."


class Pair(NamedTuple):
    """Two days by what they are of, the second of which is never before the first."""

    first: str
    first_on: date | None
    then: str
    then_on: date | None

    @property
    def broken(self) -> bool:
        """Whether they stand the wrong way round."""
        return self.first_on is not None and self.then_on is not None and self.then_on < self.first_on


def turned_round(before: CaseState, after: CaseState) -> Why | None:
    """What a correction would turn round that stood in order, with both days; None where it is nothing."""
    stood = {(pair.first, pair.then) for pair in _pairs(before) if pair.broken}
    for pair in _pairs(after):
        if pair.broken and (pair.first, pair.then) not in stood and pair.first_on and pair.then_on:
            then = f"{pair.then} on {long_date(pair.then_on)}"
            return Why(
                f"{then[:1].upper()}{then[1:]} would be before {pair.first} on {long_date(pair.first_on)}.", MEND
            )
    return None


def _pairs(state: CaseState) -> Iterator[Pair]:
    issued = {c.id: c.issued_on for c in state.claims}
    made = {o.id: o.made_on for o in state.orders}
    for h in state.hearings:
        yield Pair(f"the issue of claim {h.claim_id}", issued.get(h.claim_id), f"hearing {h.id}", h.on)
        if h.outcome is None or not h.outcome.without_hearing:
            yield Pair(f"hearing {h.id}", h.on, f"the outcome of hearing {h.id}", h.outcome_on)
    for o in state.orders:
        yield Pair(f"the issue of claim {o.claim_id}", issued.get(o.claim_id), f"order {o.id}", o.made_on)
        yield from _of_order(o)
    for a in state.applications:
        since = made.get(a.order_id) or issued.get(a.claim_id)
        yield Pair(a.order_id or a.claim_id, since, f"application {a.id}", a.made_on)
        yield Pair(f"application {a.id}", a.made_on, f"the hearing of application {a.id}", a.hearing_on)
        yield Pair(f"application {a.id}", a.made_on, f"the decision on application {a.id}", a.decided_on)
    for w in state.warrants:
        yield from _of_warrant(w, made.get(w.order_id))


def _of_order(o: Order) -> Iterator[Pair]:
    first = o.terms.first_payment if o.terms else None
    lump = o.terms.lump_sum_on if o.terms else None
    since = (o.terms.since if o.terms else None) or o.made_on
    yield Pair(f"order {o.id}", o.made_on, f"possession under order {o.id}", o.possession.on if o.possession else None)
    yield Pair(f"the terms of order {o.id}", since, f"the first payment under order {o.id}", first)
    yield Pair(f"the terms of order {o.id}", since, f"the lump sum under order {o.id}", lump)


def _of_warrant(w: Warrant, ordered: date | None) -> Iterator[Pair]:
    yield Pair(f"order {w.order_id}", ordered, f"the request for warrant {w.id}", w.requested_on)
    yield Pair(f"the request for warrant {w.id}", w.requested_on, f"the issue of warrant {w.id}", w.issued_on)
    yield Pair(f"the issue of warrant {w.id}", w.issued_on, "the delivery of the N54", w.n54_delivered_on)
    yield Pair(f"the issue of warrant {w.id}", w.issued_on, f"the eviction on warrant {w.id}", w.executed_on)
    yield Pair("the delivery of the N54", w.n54_delivered_on, f"the appointment on warrant {w.id}", w.appointment_on)
