"""What stops a case for a time, and a benefit claim that is waiting."""

from datetime import date

from cases.base import ExplainedDate, Pence, TextRef, Value
from cases.state.people import Person
from cases.words import HoldKind


class BreathingSpace(Value):
    """A moratorium that holds arrears steps (SI 2020/1311).

    `tenants` are those whose moratorium it is (none named: not known which); `frozen_pence` the rent arrears at its
    start, which are the moratorium debt: what falls due after is not (reg 6).
    """

    id: str
    kind: str
    started_on: date
    ends: ExplainedDate | None = None
    ended_on: date | None = None
    tenants: tuple[str, ...] = ()
    frozen_pence: Pence | None = None
    court_told_on: date | None = None


class Hold(Value):
    """What holds a case besides a breathing space, from its first day to its last (both included).

    `tenants` are those whom it is about; `frozen_pence` the arrears at the start of an insolvency, which it reaches.
    `planned` is its last day as first known, where it was extended since.
    """

    id: str
    kind: HoldKind
    started_on: date
    recorded_by: Person
    ends: ExplainedDate | None = None
    ended_on: date | None = None
    tenants: tuple[str, ...] = ()
    frozen_pence: Pence | None = None
    court_told_on: date | None = None
    reason: TextRef | None = None
    planned: ExplainedDate | None = None


class BenefitClaim(Value):
    """A claim for Universal Credit or Housing Benefit that is not decided yet, as Protocol 2.6 asks of it.

    While its evidence is whole, it may be expected to succeed, and what it will not cover is paid, no arrears claim
    begins; unless a senior releases it with a reason.
    """

    id: str
    benefit: str
    made_on: date
    evidence_complete: bool
    likely: bool
    rest_paid: bool
    recorded_by: Person
    decided_on: date | None = None
    awarded: bool | None = None
    released_on: date | None = None
    released_by: Person | None = None
    released_reason: TextRef | None = None
