"""Whether a claim may rest on its notices: served, ripe, in force, not void, of the right regime; and on no other."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from cases.base import ExplainedDate
from cases.commands import DraftClaim, IssueClaim
from cases.facts import Facts
from cases.gates import ByTrack, Gate, Question, Why
from cases.how_many import share_of
from cases.notice_kinds import KINDS
from cases.stages.drafting import first_of_pair
from cases.stages.notice import LOUD, in_use
from cases.stages.shared import barred_by, claim_notices, notice_for_arrears, running
from cases.state import CaseState, Notice
from cases.waiting import Wait
from cases.words import NoticeKind, Route
from law.explained import long_date
from law.new_regime import hand_over
from law.regime import PRIVATE_COMMENCEMENT

DRAFT = ("draft_claim",)
BOTH = (*DRAFT, "issue_claim")


def day_of(q: Question[Any]) -> date:
    """The day of the step: of issue, or today while it is prepared."""
    return q.command.issued_on if isinstance(q.command, IssueClaim) else q.today


def _leads_to_court(q: Question[Any]) -> str | None:
    notice = next((n for n in claim_notices(q) if not KINDS[n.kind].to_court), None)
    return f"Notice {notice.id} leads to no claim by itself: {notice.kind.label}." if notice else None


def _served(q: Question[Any]) -> str | Why | None:
    for notice in claim_notices(q):
        if notice.withdrawn:
            return Why(f"Notice {notice.id} was withdrawn.", "Draft a new notice.")
        if notice.served is None and notice.kind is not NoticeKind.LEAVE:
            return _not_yet(q, notice)
    return None


def _not_yet(q: Question[Any], notice: Notice) -> str:
    done = {s.tenant for s in notice.services}
    waiting = ", ".join(t for t in q.case.tenants if t not in done)
    if not done:
        return f"Notice {notice.id} has not been served yet: {waiting}."
    share = share_of(len(done), len(q.case.tenants), "tenant")
    return f"Notice {notice.id} has been served on {share}; not yet on: {waiting}."


def _asked_to_leave(q: Question[Any]) -> str | Why | None:
    """Of a letter to somebody who never had a right to be there: the law asks for none (CPR 55.1(b)), nor for time."""
    for notice in claim_notices(q):
        if notice.kind is not NoticeKind.LEAVE or notice.withdrawn:
            continue
        if notice.served is None:
            return f"{_not_yet(q, notice)} The law asks for no notice here; the landlord's policy does."
        first = ripe_from(q, notice)
        if first is not None and day_of(q) < first.on:
            says = f"Letter {notice.id} gives them until {long_date(first.on)}."
            return Why(says, f"Wait until {long_date(first.on)}.")
    return None


def at_once(notice: Notice) -> bool:
    """Whether the law lets a claim follow service at once (HA 1985 s.83(3); HA 1988 s.8(4))."""
    immediate = {NoticeKind.S83: "2", NoticeKind.S8: "14", NoticeKind.S8_NEW: "14"}.get(notice.kind)
    return immediate in notice.grounds and "7A" not in notice.grounds


def ripe_from(q: Question[Any], notice: Notice) -> ExplainedDate | None:
    """The first day for the step: the safe one, or the lawful one where a claim may follow service at once.

    The court's digital service takes no claim on the very day of the notice.
    """
    online = isinstance(q.command, IssueClaim) and q.command.route in (Route.PCS, Route.PCOL)
    return notice.issue_from if at_once(notice) and not online else notice.issue_from_safe


def _ripe(q: Question[Any]) -> Why | None:
    asked = (n for n in claim_notices(q) if n.kind is not NoticeKind.LEAVE)
    days = [day for day in (ripe_from(q, notice) for notice in asked) if day is not None]
    safe = max(days, key=lambda day: day.on, default=None)
    if safe is None or day_of(q) >= safe.on:
        return None
    return Why.of(f"Too early on {long_date(day_of(q))}. {safe.sentence}", safe, f"Wait until {long_date(safe.on)}.")


def _in_force(q: Question[Any]) -> Why | None:
    days = [notice.last_safe_issue for notice in claim_notices(q) if notice.last_safe_issue is not None]
    last = min(days, key=lambda day: day.on, default=None)
    if last is None or day_of(q) <= last.on:
        return None
    return Why.of(f"Too late on {long_date(day_of(q))}. {last.sentence}", last)


def _void(q: Question[Any]) -> Why | None:
    for notice in claim_notices(q):
        if not notice_for_arrears(q.case, q.facts, notice):
            continue
        for service in notice.services:
            space = running(q.case, service.served.on)
            if space:
                served = long_date(service.served.on)
                ran = barred_by(space, "notice", q.case.track)
                told = f"Notice {notice.id} was served on {service.tenant} on {served}, so it is void."
                return Why(f"{told} {ran.says}", authority=ran.authority, confidence=ran.confidence)
    return None


def _no_other(q: Question[DraftClaim]) -> str | Why | None:
    wanted = {q.command.notice_id, *q.command.also_on}
    ordered = {o.claim_id for o in q.case.orders if o.live}
    other = next((c for c in q.case.claims if c.live and (c.id not in ordered or wanted & set(c.notices))), None)
    if other is None:
        return None
    if other.issued_on:
        return Why(f"Claim {other.id} is before the court already.", "Go on with that claim; it ends in court.")
    return f"Claim {other.id} is being prepared already."


def _pair_stands(q: Question[Any]) -> str | None:
    second = next((n for n in claim_notices(q) if n.kind is NoticeKind.S107D_POSSESSION), None)
    if second is not None and first_of_pair(q) is None:
        return f"Notice {second.id} is the second of a pair, and no notice of non-renewal stands."
    return None


def handed_over(state: CaseState, facts: Facts, notice: Notice) -> ExplainedDate | None:
    """The last day to ask for a claim on an old-regime notice served before the new one began; None: no such limit."""
    market = state.occupancy == "assured_market"
    begins = PRIVATE_COMMENCEMENT if market else facts.policy.social_commencement
    if KINDS[notice.kind].regime != "old" or begins is None or notice.served is None or notice.served.on >= begins:
        return None
    kind = "s21" if notice.kind is NoticeKind.S21 else "s8"
    told = hand_over(kind, notice.served.on, begins)  # type: ignore[arg-type]  # one of law's two
    own = notice.last_safe_issue
    if kind == "s21" and own is not None and own.on > told.own_limit.value:
        # More than two months' notice was needed, so its own life is that of s.21(4E).
        return min(ExplainedDate.of(told.transition_limit), own, key=lambda day: day.on)
    return ExplainedDate.of(told.claim_last_day)


def _handed_over(q: Question[Any]) -> Why | None:
    day = getattr(q.command, "issued_on", q.today)
    for notice in claim_notices(q):
        last = handed_over(q.case, q.facts, notice)
        if last is not None and day > last.on:
            return Why.of(f"Notice {notice.id} was served before the new regime began. {last.sentence}", last)
    return None


def old_regime_waits(state: CaseState, facts: Facts) -> Iterator[Wait]:
    """The last day to ask for a claim on each old-regime notice that the new regime has overtaken."""
    for notice in (n for n in state.notices if n.live and n.served and not in_use(state, n)):
        last = handed_over(state, facts, notice)
        if last is not None:
            title = f"Notice {notice.id} is of the old regime: last day to ask for a claim on it"
            yield Wait(f"{notice.id}.old", "hand_over", title, last, notice.id, after=True, remind=LOUD)


CLAIMABLE: tuple[Gate[Any], ...] = (
    Gate("claim_live", DRAFT, "Is no other claim live?", _no_other, "Go on with that claim, or withdraw it."),
    Gate(
        "no_claim_on_it",
        BOTH,
        "Does the notice lead to a claim?",
        _leads_to_court,
        "Rely on a notice that does.",
        "HA 1996 s.125A; HA 1985 s.107D",
        "B",
    ),
    Gate("notice_not_served", BOTH, "Was the notice served on everybody?", _served, "Serve it on every joint tenant."),
    Gate(
        "not_asked_to_leave",
        BOTH,
        "Were the occupiers asked to leave by a letter, and has its day come?",
        _asked_to_leave,
        "Give the letter to each of them; or a role that the policy names goes on without it, with the reason.",
        "Landlord's policy",
    ),
    Gate(
        "notice_not_ripe",
        BOTH,
        "Has the notice run its time?",
        _ripe,
        "Wait until the notice has run its time.",
        ByTrack("HA 1985 s.83A(1)", "HA 1988 s.8(3)(b)"),
        "A",
    ),
    Gate(
        "notice_lapsed",
        BOTH,
        "Is the notice still in force?",
        _in_force,
        "Serve a new notice; ask a solicitor if the court has issued a claim on this one.",
        ByTrack("HA 1985 s.83(4)(b)", "HA 1988 s.8(3)(c)"),
        "A",
    ),
    Gate(
        "notice_void",
        BOTH,
        "Was the notice served outside any breathing space?",
        _void,
        "Serve a new notice after the breathing space.",
        "SI 2020/1311 reg 7(6)-(7), (12)",
        "A",
    ),
    Gate(
        "pair_needed",
        BOTH,
        "Do both notices of the pair stand?",
        _pair_stands,
        "Withdraw it; the tenancy goes on as a secure periodic one.",
        "HA 1985 s.107D(2)-(4)",
        "B",
    ),
    Gate(
        "hand_over",
        BOTH,
        "Is it in time although the notice belongs to the old regime?",
        _handed_over,
        "Serve a notice of the new regime.",
        "RRA 2025 Sch 6",
        "A",
    ),
)
