"""What will go wrong in the days ahead unless somebody acts: what lapses, is broken, is late or is blocked, and why.

Worked out from the case, its account and the landlord's rules as they stand. A breach is looked for with nothing paid
but what is on the account: it says what will be short if nothing comes, not that it will.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from cases.available import WAITS, Action, leading, steps_tried, tried
from cases.base import Value
from cases.facts import Facts
from cases.instants import legal_day
from cases.samples import beside, road
from cases.soonest import Soonest, soonest
from cases.stages import payments
from cases.state import CaseState, Deadline
from cases.words import Role
from law.errors import LawError
from law.explained import long_date, pounds

DAYS = 30


class Sort(StrEnum):
    """How a case goes wrong."""

    LAPSE = "lapse"
    BREACH = "breach"
    LATE = "late"
    BLOCKED = "blocked"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            Sort.LAPSE: "Will lapse",
            Sort.BREACH: "Will be in breach",
            Sort.LATE: "Late, or will be",
            Sort.BLOCKED: "Blocked",
        }[self]


_LAPSES = frozenset(
    {
        "notice_lapse",
        "notice_last",
        "extension_last",
        "non_renewal_last",
        "standing_end",
        "eviction_confirmation",
        "warrant_expiry",
        "six_years",
        "restore",
        "apply_by",
        "reinstate",
        "long_stop",
        "order_ends",
    }
)
"""Dates after which something can no longer be done, or is no longer in force."""
_OURS = frozenset(
    {
        "application_service",
        "approval",
        "arrangement_broken",
        "arrangement_decision",
        "breach_decision",
        "breach_warning",
        "claim_service",
        "close",
        "counterclaim_defence",
        "crisis_check",
        "decision_review",
        "direction",
        "hand_over",
        "goods_notice",
        "issue_claim",
        "last_check",
        "n54_delivery",
        "order_met",
        "papers_order",
        "papers_service",
        "rent_statement",
        "request_warrant",
        "restitution",
        "review_decision",
        "serve_notice",
        "tell_court",
        "ten_day_letter",
        "trustee_copy",
        "witness_statements",
    }
)
"""Dates by which the landlord has to have done something."""
_SENIORS = frozenset({"approval", "last_check", "review_decision"})


class Ahead(Value):
    """One thing that goes wrong unless somebody acts. `on` is the day: past, it has; None: blocked without an end.

    `role` is whose it is to do, the case's `officer` where it is theirs.
    """

    case_id: str
    landlord: str
    tenancy_ref: str
    officer: str
    role: Role = Role.OFFICER
    sort: Sort
    on: date | None
    what: str
    why: str
    authority: str = ""
    confidence: str = ""
    subject: str = ""
    money: bool = False

    @property
    def address(self) -> str:
        """Where its case is shown."""
        return f"/{'money-cases' if self.money else 'cases'}/{self.case_id}"


class Short(Protocol):
    """How far payments under terms are short on a day, in pence."""

    @property
    def due_pence(self) -> int: ...
    @property
    def paid_pence(self) -> int: ...
    @property
    def shortfall_pence(self) -> int: ...
    @property
    def first_missed(self) -> date | None: ...


class Foretold(Protocol):
    """What a forecast reads of a case, whatever its kind."""

    @property
    def case_id(self) -> str: ...
    @property
    def landlord(self) -> str: ...
    @property
    def tenancy_ref(self) -> str: ...
    @property
    def officer(self) -> str: ...
    @property
    def deadlines(self) -> tuple[Deadline, ...]: ...


def ahead(state: CaseState, facts: Facts, as_at: datetime, days: int = DAYS) -> tuple[Ahead, ...]:
    """What goes wrong on a case up to so many days ahead, the earliest first, what is blocked last."""
    if state.closed is not None:
        return ()
    today = legal_day(as_at)
    found = (
        *dates(state, today, days, _LAPSES, _OURS),
        *_breaches(state, facts, today, days),
        *_blocked(state, facts, as_at),
    )
    return in_order(found, today)


def in_order(found: Iterable[Ahead], today: date) -> tuple[Ahead, ...]:
    """The earliest first, what is blocked last."""
    return tuple(sorted(found, key=lambda each: (each.on is None, each.on or today, each.sort, each.what)))


def dates(state: Foretold, today: date, days: int, lapses: frozenset[str], ours: frozenset[str]) -> Iterator[Ahead]:
    """The dates up to so many days ahead after which something lapses or by which we have to have acted."""
    for deadline in state.deadlines:
        lapsing = deadline.kind in lapses
        if deadline.date.on > today + timedelta(days=days) or not (lapsing or deadline.kind in ours):
            continue
        told = foretold(
            state,
            Sort.LAPSE if lapsing else Sort.LATE,
            deadline.date.on,
            deadline.title,
            deadline.date.sentence,
            deadline.date.authority,
            deadline.date.confidence,
            deadline.subject,
        )
        yield told.model_copy(update={"role": Role.SENIOR}) if deadline.kind in _SENIORS else told


def _breaches(state: CaseState, facts: Facts, today: date, days: int) -> Iterator[Ahead]:
    """The first day on which terms would be broken if nothing more were paid, or those broken already."""
    promises: list[tuple[str, str, payments.Promised | None, bool]] = []
    try:
        promises += [
            (o.id, f"order {o.id}", payments.of_order(o, state, facts), o.breach is not None)
            for o in state.orders
            if o.live and o.terms
        ]
        promises += [
            (a.id, f"arrangement {a.id}", payments.of_arrangement(a, state, facts), a.breach is not None)
            for a in state.arrangements
            if a.live
        ]
    except LawError:
        return
    for subject, name, promised, broken in promises:
        if promised is None or broken:
            continue
        for n in range(days + 1):
            day = today + timedelta(days=n)
            short = payments.broken(promised, facts, day)
            if short is not None:
                yield breaking(state, day, name, short, subject)
                break


def breaking(state: Foretold, day: date, name: str, short: Short, subject: str) -> Ahead:
    """Terms that are broken on a day if nothing is paid until then, with how far they are then short."""
    missed = f", the first of them due on {long_date(short.first_missed)}" if short.first_missed else ""
    why = (
        f"By then {pounds(short.due_pence)} is due and {pounds(short.paid_pence)} has come in: "
        f"{pounds(short.shortfall_pence)} short{missed}."
    )
    what = f"The terms of {name} are broken if nothing is paid"
    return foretold(state, Sort.BREACH, day, what, why, "Landlord's policy: days of grace", "A", subject)


def _blocked(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Ahead]:
    """The step that would come next, refused for a reason that no date cures and nobody here can mend."""
    # Looking at every act beside the road is dear: it is done only where no step is open and none rightly waits.
    steps = steps_tried(state, facts, as_at)
    if any(step.allowed or _WAITING_IS_RIGHT & {each.code for each in step.refusals} for step in steps):
        return
    lead = leading(*tried(state, facts, as_at))
    if lead is None or lead.allowed:
        return
    today = legal_day(as_at)
    offers = (*road(state, facts, today), *beside(state, facts, today))
    offer = next((o for o in offers if (o.command.kind, o.subject) == (lead.command, lead.subject)), None)
    if offer is None:
        return
    yield from blocked(state, lead, soonest(state, offer.command, facts, as_at), _WAITING_IS_RIGHT)


def blocked(state: Foretold, lead: Action, found: Soonest, right: frozenset[str]) -> Iterator[Ahead]:
    """The act that would lead, if no date opens it and it does not rightly wait."""
    if found.on is not None or any(each.code in right for each in found.blocked):
        return
    first = found.blocked[0]
    told = f"{first.says} {first.mend}".strip()
    yield foretold(state, Sort.BLOCKED, None, lead.label, told, first.authority, first.confidence, lead.subject)


_WAITING_IS_RIGHT = frozenset(WAITS) | {"not_allowed", "own_draft"}
"""Refusals that keep a case where it should be: terms that are kept, a hold, a draft that waits for its approver."""


def foretold(
    state: Foretold,
    sort: Sort,
    on: date | None,
    what: str,
    why: str,
    authority: str,
    confidence: str,
    subject: str,
) -> Ahead:
    """One thing that goes wrong on a case, whose it is and why."""
    return Ahead(
        case_id=state.case_id,
        landlord=state.landlord,
        tenancy_ref=state.tenancy_ref,
        officer=state.officer,
        sort=sort,
        on=on,
        what=what,
        why=why,
        authority=authority,
        confidence=confidence,
        subject=subject,
    )
