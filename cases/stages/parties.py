"""A change of who holds the tenancy, who else lives in the home, and a claim to buy it: recorded with its gates."""

from collections.abc import Sequence
from typing import Any

from cases import parties
from cases.commands import EndRightToBuy, RecordHousehold, RecordParties, RecordRightToBuy
from cases.events import Event, HouseholdChanged, PaperChanged, PartiesChanged, RightToBuyChanged
from cases.gates import Gate, Question, Why, hold
from cases.held import everything
from cases.party_words import PartyCause
from cases.stages import paperwork
from cases.stages.preaction import reference_known
from cases.stages.shared import not_future
from cases.state import CaseState, Household, PartyChange, RightToBuy
from cases.words import HoldKind, PaperKind
from law import parties as law
from law.explained import long_date
from law.tenancies import Occupancy

CHANGE = ("record_parties",)
LIVE_THERE = ("record_household",)
BUY = ("record_right_to_buy",)
BUY_ENDS = ("end_right_to_buy",)
MOST = 30
_JOINS = frozenset({PartyCause.WITHOUT_CONSENT, PartyCause.SUCCESSION})
# Two joint tenants may assign to one of them, and a family court may transfer the tenancy to one of them.
_PASSES = frozenset({PartyCause.WITH_CONSENT, PartyCause.FAMILY_ORDER})
_LEAVES_ONLY = frozenset({PartyCause.SURVIVORSHIP, PartyCause.JOINT_NOTICE, PartyCause.RELEASE})


def joined(q: Question[RecordParties]) -> tuple[str, ...]:
    """Who holds the tenancy by the command and does not by the case."""
    return tuple(t for t in dict.fromkeys(q.command.tenants) if t not in q.case.tenants)


def left(q: Question[RecordParties]) -> tuple[str, ...]:
    """Who holds the tenancy by the case and does not by the command."""
    return tuple(t for t in q.case.tenants if t not in q.command.tenants)


def _somebody(q: Question[RecordParties]) -> str | None:
    return None if q.command.tenants else "Nobody is named who holds the tenancy now."


def _people_of_the_tenancy(q: Question[RecordParties]) -> str | None:
    ours = {*parties.everyone(q.case), *q.facts.tenancy.tenants}
    strangers = [t for t in q.command.tenants if t not in ours]
    return f"The housing system has no {', '.join(strangers)} on this tenancy." if strangers else None


def _differs(q: Question[RecordParties]) -> str | Why | None:
    same = not joined(q) and not left(q)
    if q.command.cause is PartyCause.NAME:
        told = "A name changed, and other people are named than hold the tenancy."
        return None if same else Why(told, "Leave the people as they are, or choose another cause.")
    return "Those are the people who hold the tenancy on this case already." if same and q.command.tenants else None


def _fits_cause(q: Question[RecordParties]) -> str | None:
    cause = q.command.cause
    if not q.command.tenants or (not joined(q) and not left(q)):
        return None
    if cause in _JOINS and not (joined(q) and left(q)):
        return f"'{cause.label}' puts somebody in another's place; here " + (
            "nobody goes." if joined(q) else "nobody comes."
        )
    if cause in _PASSES and not left(q):
        return f"'{cause.label}' passes the tenancy on; here nobody goes."
    if cause in _LEAVES_ONLY and joined(q):
        return f"'{cause.label}' brings nobody new, and {', '.join(joined(q))} is new."
    if cause is PartyCause.JOINED and left(q):
        return f"'{cause.label}' takes nobody away, and {', '.join(left(q))} would be gone."
    return None


def _dead(q: Question[RecordParties]) -> str | Why | None:
    if not law.cause(q.command.cause.value).after_death or not left(q):
        return None
    deaths = [h for h in everything(q.case) if h.kind == HoldKind.DEATH]
    unrecorded = [t for t in left(q) if not any(t in h.tenants for h in deaths)]
    if unrecorded:
        return f"No death of {', '.join(unrecorded)} is recorded on this case."
    first = min(h.started_on for h in deaths if set(h.tenants) & set(left(q)))
    if q.command.on >= first:
        return None
    return Why(f"{long_date(q.command.on)} is before the death on {long_date(first)}.", "Correct one of the two days.")


def _can_pass(q: Question[RecordParties]) -> Why | None:
    found = law.cannot_pass(q.command.cause.value, Occupancy(q.case.occupancy))
    if found is None:
        return None
    return Why(f"{found.why[:1].upper()}{found.why[1:]}.", authority=found.authority, confidence=found.confidence.value)


def _in_tenancy(q: Question[RecordParties]) -> str | None:
    began = q.facts.tenancy.start_date
    if q.command.on >= began:
        return None
    return f"{long_date(q.command.on)} is before the tenancy began on {long_date(began)}."


def _document(q: Question[RecordParties]) -> str | None:
    return reference_known(q.case, q.command.document)


def _counted(q: Question[RecordHousehold]) -> str | Why | None:
    c = q.command
    for what, number in (("adults", c.adults), ("children", c.children)):
        if not 0 <= number <= MOST:
            return f"{number} {what} cannot live there; a number from 0 to {MOST} can."
    if c.names is not None and c.adults == 0:
        return Why("Names are given, and no adult is counted.", "Say how many adults live there.")
    return None


def _buy_in_order(q: Question[RecordRightToBuy]) -> str | None:
    c = q.command
    days = [day for day in (c.claimed_on, c.admitted_on, c.offer_on) if day is not None]
    late = next((day for day in days if day > q.today), None)
    if late is not None:
        return f"{long_date(late)} has not come yet."
    if days != sorted(days):
        return "The claim comes first, then the landlord's answer, then its offer; these days are in another order."
    return "An offer is made only where the right was admitted." if c.offer_on and not c.admitted_on else None


def right_of(q: Question[EndRightToBuy]) -> RightToBuy | None:
    """The claim to buy that is meant; None where there is none of that id."""
    return next((one for one in q.case.right_to_buys if one.id == q.command.right_to_buy_id), None)


def _buy_runs(q: Question[EndRightToBuy]) -> str | Why | None:
    one = right_of(q)
    if one is None or one.never:
        return Why(f"This case has no claim to buy {q.command.right_to_buy_id}.", "Look at the case again.")
    return f"The claim to buy {one.id} ended on {long_date(one.ended_on)}." if one.ended_on else None


def _buy_after(q: Question[EndRightToBuy]) -> str | None:
    one = right_of(q)
    if one is None or q.command.on >= one.claimed_on:
        return None
    return f"{long_date(q.command.on)} is before the claim to buy of {long_date(one.claimed_on)}."


_HELD = "HA 1985 s.79; HA 1988 s.1; CPR 19.2"
GATES: tuple[Gate[Any], ...] = (
    Gate("no_tenants", CHANGE, "Does somebody hold it?", _somebody, "Name all who hold it now.", field="tenants"),
    Gate(
        "not_of_tenancy",
        CHANGE,
        "Are they people of this tenancy?",
        _people_of_the_tenancy,
        "Put the new tenant on the tenancy in the housing system and bring its export in; then record the change here.",
        field="tenants",
    ),
    Gate("same_tenants", CHANGE, "Do others hold it now?", _differs, "Nothing has changed.", field="tenants"),
    Gate(
        "cause_unfit",
        CHANGE,
        "Do those who came and went fit the cause?",
        _fits_cause,
        "Choose another cause, or name all who hold the tenancy now.",
        _HELD,
        "C",
        "cause",
    ),
    Gate(
        "no_death",
        CHANGE,
        "Is the death recorded?",
        _dead,
        "Record the death first, as a hold, with the day.",
        "HA 1985 ss.86A-90; HA 1988 s.17; survivorship, common law",
        "C",
        "cause",
    ),
    Gate(
        "cannot_pass",
        CHANGE,
        "Can this tenancy pass that way?",
        _can_pass,
        "Leave the tenants as they are. Record whoever lives there and is no tenant as living there.",
        "HA 1985 s.91",
        "C",
        "cause",
    ),
    not_future(CHANGE + LIVE_THERE + BUY_ENDS, lambda q: q.command.on, "on", "This record"),
    Gate("before_tenancy", CHANGE, "Was it during the tenancy?", _in_tenancy, "Correct the date.", field="on"),
    Gate(
        "unknown_document",
        CHANGE,
        "Does the document reference lead to a document?",
        _document,
        "Give the id of a paper or document of the case, like P3 or U2, or your own reference, like EDRM-2026-0413.",
        field="document",
    ),
    Gate("count_wrong", LIVE_THERE, "Can so many live there?", _counted, "Correct the number.", field="adults"),
    Gate(
        "buy_dates",
        BUY,
        "Are the days in order?",
        _buy_in_order,
        "Correct the days.",
        "HA 1985 ss.122-125",
        "C",
        "claimed_on",
    ),
    Gate("not_buying", BUY_ENDS, "Does the claim to buy run?", _buy_runs, "Nothing to end."),
    Gate("before_claim_to_buy", BUY_ENDS, "Was it after the claim?", _buy_after, "Correct the date.", field="on"),
)


def record_parties(q: Question[RecordParties]) -> Sequence[Event]:
    """Others hold the tenancy from a day on; the papers that name those before them no longer stand."""
    hold(GATES, q)
    c = q.command
    change = PartyChange(
        id=f"PT{len(q.case.party_changes) + 1}",
        cause=c.cause,
        on=c.on,
        before=q.case.tenants,
        joined=joined(q),
        left=left(q),
        notices=tuple(n.id for n in q.case.notices if n.live),
        claims=tuple(x.id for x in q.case.claims if x.live),
        proof=c.proof,
        document=c.document.strip(),
        recorded_by=q.actor,
        recorded_on=q.today,
    )
    changes = (*q.case.party_changes, change)
    first = q.case.first_tenants or q.case.tenants
    after = q.case.model_copy(update={"party_changes": changes, "first_tenants": first})
    after = after.model_copy(update={"tenants": parties.tenants_after(after)})
    return [PartiesChanged(change=change, tenants=after.tenants), *_stale(q, after, change)]


def _stale(q: Question[RecordParties], after: CaseState, change: PartyChange) -> list[Event]:
    why = f"{change.id}: {change.cause.label[:1].lower()}{change.cause.label[1:]}, on {long_date(change.on)}."
    return [
        PaperChanged(what="stale", paper=paper.model_copy(update={"stale": why}))
        for paper in q.case.papers
        if paper.failed is None and paper.stale is None and _differently_made(q, after, paper.kind, paper.subject)
    ]


def _differently_made(q: Question[RecordParties], after: CaseState, kind: str, subject: str) -> bool:
    paper = PaperKind(kind)
    return paperwork.digest(q.case, q.facts, paper, subject) != paperwork.digest(after, q.facts, paper, subject)


def record_household(q: Question[RecordHousehold]) -> Sequence[Event]:
    """Who lives in the home besides its tenants, as known on a day."""
    hold(GATES, q)
    c = q.command
    found = Household(
        id=f"HH{len(q.case.households) + 1}",
        on=c.on,
        adults=c.adults,
        names=c.names,
        unknown=c.unknown,
        children=c.children,
        recorded_by=q.actor,
    )
    return [HouseholdChanged(household=found)]


def record_right_to_buy(q: Question[RecordRightToBuy]) -> Sequence[Event]:
    """A claim to buy the home, or the one that runs with the days known since."""
    hold(GATES, q)
    c = q.command
    days = {"claimed_on": c.claimed_on, "admitted_on": c.admitted_on, "offer_on": c.offer_on}
    runs = parties.buying(q.case)
    if runs is not None:
        return [RightToBuyChanged(right_to_buy=runs.model_copy(update=days))]
    made = RightToBuy(id=f"RB{len(q.case.right_to_buys) + 1}", recorded_by=q.actor, **days)
    return [RightToBuyChanged(right_to_buy=made)]


def end_right_to_buy(q: Question[EndRightToBuy]) -> Sequence[Event]:
    """The claim to buy ended."""
    hold(GATES, q)
    one = right_of(q)
    assert one is not None
    ended = one.model_copy(update={"ended_on": q.command.on, "ended_how": q.command.how})
    return [RightToBuyChanged(what="ended", right_to_buy=ended)]
