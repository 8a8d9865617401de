"""Who holds the tenancy, as the case has it: before and after each change, and what each change leaves undone.

A change is never lost: what was put right or never was stays in the list and counts no more.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from cases.base import Value
from cases.court_words import ApplicationFor
from cases.facts import Facts, Renamed
from cases.party_words import PartyCause
from cases.state import CaseState, Claim, Household, Notice, Order, PartyChange, RightToBuy
from cases.words import HoldKind, NoticeKind
from law import parties as law

_ENDS_BY_ITSELF = frozenset(
    {
        NoticeKind.NOTICE_TO_QUIT,
        NoticeKind.LICENCE_END,
        NoticeKind.REASONABLE,
        NoticeKind.GARAGE,
        NoticeKind.ESTATE,
        NoticeKind.LEAVE,
    }
)


class Known(Value):
    """One person of the case: whether they hold the tenancy now, and what each of them was given.

    `served` are notices by id with the day that each counts as given; `spoken_to` the day of the last contact.
    """

    tenant: str
    now: bool
    since: date | None
    until: date | None
    served: tuple[tuple[str, date], ...] = ()
    not_served: tuple[str, ...] = ()
    spoken_to: date | None = None


class Gap(Value):
    """Something that names the people who held the tenancy before a change: a notice, a claim or an order."""

    subject: str
    change: PartyChange
    sort: Literal["notice", "claim", "order"]
    says: str
    authority: str
    confidence: str


def row(change: PartyChange) -> law.CauseRow:
    """What law says of the cause of a change."""
    return law.cause(change.cause.value)


def changes(state: CaseState) -> tuple[PartyChange, ...]:
    """Every change that counts, in the order of the days it took effect on."""
    return tuple(sorted((one for one in state.party_changes if not one.never), key=lambda one: (one.on, one.id)))


def tenants_on(state: CaseState, day: date) -> tuple[str, ...]:
    """Those who held the tenancy on a day, changes recorded since included."""
    held = state.first_tenants or state.tenants
    for one in changes(state):
        if one.on <= day:
            held = (*(t for t in held if t not in one.left), *(t for t in one.joined if t not in held))
    return held


def tenants_after(state: CaseState) -> tuple[str, ...]:
    """Those who hold the tenancy when every change is counted."""
    return tenants_on(state, date.max)


def everyone(state: CaseState) -> tuple[str, ...]:
    """All who hold or held the tenancy in this case's time, those who hold it now first."""
    told = getattr(state, "party_changes", ())  # a money case asks the same gates, and its debtors never change
    return tuple(dict.fromkeys((*state.tenants, *(t for one in told for t in (*one.before, *one.joined)))))


def changed_since(state: CaseState, order: Order, by: date) -> date | None:
    """The last day from an order to a day on which its parties became others, by a death or otherwise.

    None where they are the same; else the court's permission comes before a warrant (CPR 83.2(3)(b)).
    """
    deaths = [h.started_on for h in state.holds if h.kind is HoldKind.DEATH]
    others = [one.on for one in changes(state) if row(one).changes]
    return max((day for day in (*deaths, *others) if order.made_on <= day <= by), default=None)


def unbound(state: CaseState, notice: Notice, day: date) -> PartyChange | None:
    """The first change, by a day, after which the notice leads to no claim; None while it stands."""
    for one in changes(state):
        after = _after(notice, one)
        if one.on > day or notice.id not in one.notices or after == "binds":
            continue
        if after == "ended" or set(state.tenants) - {s.tenant for s in notice.services}:
            return one
    return None


def _after(notice: Notice, change: PartyChange) -> law.NoticeAfter:
    """What becomes of the notice: one that ends the tenancy by itself ends it for whoever takes it afterwards."""
    ended_before = notice.kind in _ENDS_BY_ITSELF and notice.served is not None and notice.served.on < change.on
    return row(change).quit if ended_before else row(change).notice


def unamended(state: CaseState, claim: Claim) -> tuple[PartyChange, ...]:
    """The changes that a claim before the court does not name yet, the earliest first.

    A claim drafted before a change was recorded names the parties before it, until the court has let them be amended.
    After an order, a later change is for the permission to enforce it instead.
    """
    ordered = min((o.made_on for o in state.orders if o.claim_id == claim.id and o.live), default=date.max)
    let = [
        a.decided_on
        for a in state.applications
        if a.claim_id == claim.id and a.purpose is ApplicationFor.PARTIES and a.granted and a.decided_on
    ]
    return tuple(
        one
        for one in changes(state)
        if claim.id in one.claims and row(one).changes and one.on < ordered and not any(day >= one.on for day in let)
    )


def gaps(state: CaseState, day: date) -> Iterator[Gap]:
    """Every live notice, claim and order that names people of before, with what law says."""
    used = {notice for c in state.claims if c.live and c.issued_on for notice in c.notices}
    for n in state.notices:
        change = unbound(state, n, day) if n.live and n.id not in used else None
        if change is not None:
            found = row(change)
            says = f"Notice {n.id} names those who held the tenancy before {change.id}: {found.why}."
            yield _gap(n.id, change, "notice", says, found.authority, found.confidence.value)
    for c in (c for c in state.claims if c.live and c.issued_on):
        for change in unamended(state, c)[:1]:
            order = next((o for o in state.orders if o.claim_id == c.id and o.live), None)
            rule = law.AMEND_AFTER_DEATH if row(change).after_death else law.AMEND
            what = f"Order {order.id} was made" if order else f"Claim {c.id} is"
            says = f"{what} against those who held the tenancy before {change.id}: {rule.why}."
            sort: Literal["claim", "order"] = "order" if order else "claim"
            yield _gap(order.id if order else c.id, change, sort, says, rule.authority, rule.confidence.value)


def _gap(
    subject: str,
    change: PartyChange,
    sort: Literal["notice", "claim", "order"],
    says: str,
    authority: str,
    confidence: str,
) -> Gap:
    return Gap(subject=subject, change=change, sort=sort, says=says, authority=authority, confidence=confidence)


def known(state: CaseState) -> tuple[Known, ...]:
    """Each person who holds or held the tenancy, with what they were given: for the page and the file."""
    return tuple(_known(state, tenant) for tenant in everyone(state))


def _known(state: CaseState, tenant: str) -> Known:
    live = [n for n in state.notices if n.live]
    served = tuple((n.id, s.served.on) for n in live for s in n.services if s.tenant == tenant)
    here = tenant in state.tenants
    told = {notice for notice, _ in served}
    return Known(
        tenant=tenant,
        now=here,
        since=max((one.on for one in changes(state) if tenant in one.joined), default=None),
        until=None if here else max((one.on for one in changes(state) if tenant in one.left), default=None),
        served=served,
        not_served=tuple(n.id for n in live if n.id not in told) if here else (),
        spoken_to=max((c.on for c in state.contacts if c.reached and tenant in c.tenants), default=None),
    )


def told_otherwise(state: CaseState, facts: Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom the housing system has as tenants and the case has not, and the other way about."""
    there, here = facts.tenancy.tenants, state.tenants
    if not there:
        return (), ()
    return tuple(t for t in there if t not in here), tuple(t for t in here if t not in there)


def renamed(state: CaseState, facts: Facts) -> tuple[Renamed, ...]:
    """Tenants whom the housing system names otherwise since the case was opened, while the case does not say so."""
    told = max((one.recorded_on for one in changes(state) if one.cause is PartyCause.NAME), default=None)
    return tuple(
        one
        for one in facts.renamed
        if one.tenant in state.tenants and one.on >= state.opened_on and (told is None or one.on > told)
    )


def household(state: CaseState) -> Household | None:
    """Who else lives in the home, as last known; None where nobody looked."""
    return max(enumerate(state.households), key=lambda one: (one[1].on, one[0]), default=(0, None))[1]


def buying(state: CaseState) -> RightToBuy | None:
    """The claim to buy the home that runs now; None where there is none."""
    return next((one for one in reversed(state.right_to_buys) if one.live), None)


def unexplained(state: CaseState) -> tuple[PartyChange, ...]:
    """Changes taken over from the housing system of which nobody has said why."""
    return tuple(one for one in changes(state) if one.cause is PartyCause.UNSTATED)
