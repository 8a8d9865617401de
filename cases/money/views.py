"""A money case as lists need it: where it stands, what is next, what is at risk. Derived from state alone."""

from datetime import date

from cases.money.state import Enforcing, MoneyClaim, MoneyState, WriteOff
from cases.money.words import MoneyStage
from cases.state import Person
from law.explained import long_date

_QUIET = frozenset({"instalment_check", "challenge", "claim_from"})


def stage(state: MoneyState) -> MoneyStage:
    """Where the case stands."""
    if state.closed is not None:
        return MoneyStage.CLOSED
    if any(e.live for e in state.enforcements):
        return MoneyStage.ENFORCEMENT
    if any(j.set_aside_on is None for j in state.judgments):
        return MoneyStage.JUDGMENT
    live = [c for c in state.claims if c.live]
    if live:
        return MoneyStage.ISSUED if any(c.issued_on for c in live) else MoneyStage.CLAIM
    if any(a.live for a in state.arrangements):
        return MoneyStage.ARRANGEMENT
    return MoneyStage.LETTER if state.letters else MoneyStage.TRACING


def at_risk(state: MoneyState) -> tuple[str, ...]:
    """Why somebody should look: dates that have come, payments behind, time to sue running out."""
    reasons: list[str] = [f"{d.subject}: {d.says} {d.mend} ({d.authority})".replace(" ()", "") for d in state.doubts]
    for deadline in (d for d in state.deadlines if d.kind not in _QUIET):
        spoken = {a.level for a in deadline.alarms if a.fired}
        if spoken & {"due", "escalation"}:
            reasons.append(f"{deadline.title} (due on {long_date(deadline.date.on)})")
        elif spoken and deadline.kind in ("limitation", "claim_stay"):
            reasons.append(f"{deadline.title} (on {long_date(deadline.date.on)})")
    reasons += [f"Breathing space {s.id} runs: no step to collect" for s in state.breathing_spaces if not s.ended_on]
    reasons += [f"Arrangement {a.id} is behind" for a in state.arrangements if a.live and a.breach]
    reasons += [f"Judgment {j.id} is behind" for j in state.judgments if j.live and j.breach]
    if state.attention is not None:
        reasons.append("Something went wrong and needs a person")
    return tuple(reasons) if state.closed is None else ()


def awaiting_approval(state: MoneyState) -> list[dict[str, str]]:
    """What a second person has still to look at: kind, id, who drafted it and when (ISO date)."""
    if state.closed is not None:
        return []
    drafts: list[tuple[str, str, Person, date, MoneyClaim | Enforcing | WriteOff]] = [
        *(("claim", c.id, c.drafted_by, c.drafted_on, c) for c in state.claims),
        *(("enforcement", e.id, e.drafted_by, e.drafted_on, e) for e in state.enforcements),
        *(("write_off", w.id, w.drafted_by, w.drafted_on, w) for w in state.write_offs),
    ]
    return [
        {"kind": kind, "id": id_, "drafted_by": by.user_id, "drafted_on": on.isoformat()}
        for kind, id_, by, on, item in drafts
        if item.live and item.approved_on is None
    ]
