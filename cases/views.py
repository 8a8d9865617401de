"""The case as lists and search need it: where it stands, what is next, what is at risk. Derived from state alone."""

from datetime import date, datetime

from cases import held
from cases.alarms import next_alarm
from cases.base import Pence, Value
from cases.court_words import Party
from cases.state import CaseState, Claim, Notice, Warrant
from cases.words import Breach, CloseResult, Stage
from law.explained import long_date

_NO_RISK = frozenset(
    {"defence", "challenge", "witness_statements", "arrangement_reply", "breach_reply", "apply_from", "order_met"}
)
"""Dates that pass without anything having come undone, or without our being told."""


class CaseSummary(Value):
    """One line about a case. `next_on` is the legal date of the nearest deadline that has something left to say."""

    case_id: str
    landlord: str
    tenancy_ref: str
    track: str
    stage: Stage
    officer: str
    patch: str
    opened_on: date
    arrears_pence: Pence
    arrears_on: date | None
    revision: int
    next_title: str | None = None
    next_on: date | None = None
    next_at: datetime | None = None
    at_risk: tuple[str, ...] = ()
    approval_of: str | None = None
    drafted_by: str | None = None
    needs_attention: bool = False
    result: CloseResult | None = None


def stage(state: CaseState) -> Stage:
    """Where the case stands, from what is live in it."""
    if state.closed is not None:
        return Stage.CLOSED
    if any(w.executed_on or (w.live and w.appointment_on) for w in state.warrants):
        return Stage.EVICTION
    if any(w.live for w in state.warrants):
        return Stage.WARRANT
    if any(o.live for o in state.orders):
        return Stage.ORDER
    ordered = {o.claim_id for o in state.orders if o.set_aside_on is None}
    claims = [c for c in state.claims if c.live and c.id not in ordered]
    if any(h.claim_id == c.id for c in claims for h in state.hearings):
        return Stage.HEARING
    if claims:
        return Stage.CLAIM
    return Stage.NOTICE if any(n.live for n in state.notices) else Stage.PRE_ACTION


def next_due(state: CaseState) -> datetime | None:
    """The instant of the nearest alarm that has not spoken."""
    found = next_alarm(state.deadlines)
    return found[1].at if found else None


def awaiting_approval(state: CaseState) -> tuple[str, str] | None:
    """The draft that waits for a senior, and who drafted it."""
    drafts: tuple[Notice | Claim | Warrant, ...] = (*state.notices, *state.claims, *state.warrants)
    for item in drafts:
        if item.live and item.approved_on is None:
            return item.id, item.drafted_by.user_id
    return None


def at_risk(state: CaseState) -> tuple[str, ...]:
    """Why somebody should look: dates that have come undone, a notice or warrant running out, a broken order.

    Time is known from the alarms that have spoken.
    """
    reasons: list[str] = [f"{d.subject}: {d.says} {d.mend}{_by(d.authority)}" for d in state.doubts]
    for deadline in (d for d in state.deadlines if d.kind not in _NO_RISK):
        spoken = {a.level for a in deadline.alarms if a.fired}
        if spoken & {"due", "escalation"}:
            reasons.append(f"{deadline.title} (due on {long_date(deadline.date.on)})")
        elif spoken and deadline.kind in ("notice_lapse", "warrant_expiry", "standing_end", "review_decision"):
            reasons.append(f"{deadline.title} (on {long_date(deadline.date.on)})")
    for h in state.hearings:
        if h.outcome is not None:
            continue
        if h.claim_deemed_served and h.claim_deemed_served.on > h.service_latest.on:
            reasons.append(f"Hearing {h.id}: the claim was served late")
        if h.ten_day_letter_sent_on and h.ten_day_letter_sent_on > h.ten_day_letter_due.on:
            reasons.append(f"Hearing {h.id}: the ten-day letter went late")
        if h.statement_filed_on and max(h.statement_filed_on, h.statement_served_on or h.statement_filed_on) > (
            h.witness_statements_due.on
        ):
            reasons.append(f"Hearing {h.id}: the witness statement was filed or served late")
    for one in (h for h in held.everything(state) if not h.over):
        tell = "; the court has to be told" if held.to_tell(state, one) else ""
        what = ": arrears steps wait" if one.kind in ("standard", "crisis") else ""
        name = "Breathing space" if what else one.label
        reasons.append(f"{name} {one.id} runs{what}{tell}")
    if state.last_arrears_pence <= 0:
        reasons += [f"Claim {c.id}: the arrears are cleared; decide whether to go on" for c in _begun(state)]
        reasons += [f"Warrant {w.id}: the arrears are cleared; decide whether to go on" for w in _live(state)]
    kept = {o.id for o in state.orders if o.terms and o.breach_kind is Breach.NONE}
    reasons += [f"Warrant {w.id}: the payments are made up; decide" for w in _live(state) if w.order_id in kept]
    broken = [f"Order {o.id} is broken" for o in state.orders if o.live and o.breach]
    broken += [f"Arrangement {a.id} is broken" for a in state.arrangements if a.live and a.breach]
    reasons += [says for says in broken if not any(said.startswith(says) for said in reasons)]
    reasons += [
        f"Application {a.id} is before the court: {a.purpose.label.lower()}"
        for a in state.applications
        if a.decided_on is None and a.by is Party.TENANT
    ]
    reasons += [f"Notice {n.id}: the arrears have moved" for n in state.notices if n.live and n.figures_stale]
    if state.attention is not None:
        reasons.append("Something went wrong and needs a person")
    return tuple(reasons)


def _by(authority: str) -> str:
    return f" ({authority})" if authority else ""


def _begun(state: CaseState) -> list[Claim]:
    ordered = {o.claim_id for o in state.orders if o.set_aside_on is None}
    return [c for c in state.claims if c.live and c.issued_on and c.id not in ordered]


def _live(state: CaseState) -> list[Warrant]:
    return [w for w in state.warrants if w.live]


def summary(state: CaseState) -> CaseSummary:
    """The case in one line."""
    upcoming = next_alarm(state.deadlines)
    draft = awaiting_approval(state)
    return CaseSummary(
        case_id=state.case_id,
        landlord=state.landlord,
        tenancy_ref=state.tenancy_ref,
        track=state.track.value,
        stage=stage(state),
        officer=state.officer,
        patch=state.patch,
        opened_on=state.opened_on,
        arrears_pence=state.last_arrears_pence,
        arrears_on=state.last_arrears_on,
        revision=state.revision,
        next_title=upcoming[0].title if upcoming else None,
        next_on=upcoming[0].date.on if upcoming else None,
        next_at=upcoming[1].at if upcoming else None,
        at_risk=at_risk(state) if state.closed is None else (),
        approval_of=draft[0] if draft and state.closed is None else None,
        drafted_by=draft[1] if draft and state.closed is None else None,
        needs_attention=state.attention is not None,
        result=state.closed.result if state.closed else None,
    )
