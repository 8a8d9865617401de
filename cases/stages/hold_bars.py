"""What every step asks beside its own gates: does a stay, a death, an insolvency or the landlord's own hold bar it?"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from cases import held as holds
from cases.commands import RecordEviction
from cases.gates import Gate, Question, Why
from cases.held import Held
from cases.instants import legal_day
from cases.stages.shared import claim_notices, for_debt
from cases.state import Claim, Notice, Warrant
from cases.words import HoldKind
from law.explained import long_date
from law.holds import HoldStep

STEP_OF: dict[str, HoldStep] = {
    "draft_notice": "notice",
    "serve_notice": "notice",
    "draft_claim": "claim",
    "issue_claim": "claim",
    "draft_warrant": "warrant",
    "request_warrant": "warrant",
    "book_eviction": "booking",
    "confirm_eviction": "eviction",
    "record_eviction": "eviction",
}
SPOILT = frozenset(
    {"specified_too_early", "method_not_allowed", "wrong_notice", "wrong_regime", "window_over", "condition_needed"}
    | {"pair_needed", "decision_needed"}
)
GUARDED = (*STEP_OF, "approve")


def step_of(q: Question[Any]) -> HoldStep | None:
    """The step of the table that a command takes; None where it takes none."""
    command = q.command
    if isinstance(command, RecordEviction) and not command.executed:
        return None
    if command.kind != "approve":
        return STEP_OF[command.kind]
    drafts: tuple[Notice | Claim | Warrant, ...] = (*q.case.notices, *q.case.claims, *q.case.warrants)
    for item in drafts:
        if item.id == command.subject:
            return "notice" if isinstance(item, Notice) else "claim" if isinstance(item, Claim) else "warrant"
    return None


def day_of(q: Question[Any]) -> date:
    """The day of a step: its own where it has one, today while it is only prepared."""
    command = q.command
    if command.kind == "serve_notice":
        return legal_day(command.sent_at)
    if command.kind == "issue_claim":
        day: date = command.issued_on
        return day
    return getattr(command, "on", None) or q.today


def _barred(*kinds: str) -> Callable[[Question[Any]], Why | None]:
    def says(q: Question[Any]) -> Why | None:
        step = step_of(q)
        if step is None:
            return None
        for one, row in holds.barring(q.case, step, day_of(q), for_debt=for_debt(q)):
            if one.kind in kinds:
                return _why(one, row.why, row.authority, row.confidence.value)
        return None

    return says


def _why(one: Held, why: str, authority: str, confidence: str) -> Why:
    began = long_date(one.started_on)
    if one.last is None:
        says = f"{one.label} {one.id} began on {began} and has no end recorded: {why}."
        return Why(says, "Record its end when it comes, with the reason.", authority, confidence)
    says = f"{one.label} {one.id} runs from {began} until {long_date(one.last)}: {why}."
    sooner = "" if one.over else ", or record its end if it ends sooner"
    return Why(says, f"Wait until {long_date(one.last + timedelta(days=1))}{sooner}.", authority, confidence)


def _notice_in_doubt(q: Question[Any]) -> Why | None:
    wanted = {notice.id for notice in claim_notices(q)}
    for doubt in q.case.doubts:
        if doubt.subject in wanted and doubt.step in ("draft_notice", "serve_notice") and doubt.code in SPOILT:
            return Why(doubt.says, doubt.mend, doubt.authority, doubt.confidence)
    return None


BARS: tuple[Gate[Any], ...] = (
    Gate(
        "notice_in_doubt",
        ("draft_claim", "issue_claim"),
        "Was every notice relied on, as the facts are now known, good when it was served?",
        _notice_in_doubt,
        "Withdraw it and serve a new notice.",
        "As the rule that was broken",
        "B",
    ),
    Gate(
        "on_hold",
        GUARDED,
        "Does no stay, death or insolvency bar this step?",
        _barred(*(k.value for k in HoldKind if k is not HoldKind.POLICY)),
        "Record the end of the hold when it comes.",
        "As the hold",
        "B",
    ),
    Gate(
        "policy_hold",
        GUARDED,
        "Has the landlord not decided to wait?",
        _barred(HoldKind.POLICY.value),
        "Wait until the hold ends.",
        "Landlord's policy",
    ),
)
"""Asked of every step that a hold can bar, beside the step's own gates."""
