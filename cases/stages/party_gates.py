"""What a change of who holds the tenancy asks of the steps after it, and what was taken before it puts at risk."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from cases import parties
from cases.facts import Facts
from cases.gates import Gate, Question, Why, asked_only
from cases.instants import legal_day
from cases.stages.enforceable import order_of
from cases.stages.shared import claim_notices
from cases.state import CaseState, Claim, Doubt, PartyChange
from cases.waiting import Wait, by_policy
from law import parties as law
from law.explained import long_date

SERVE = ("serve_notice", "approve")
CLAIM = ("draft_claim", "issue_claim")
ISSUE = ("issue_claim", "approve")
ASK = ("set_ask", "ask_for_papers_order")
ENFORCE = ("draft_warrant", "request_warrant")
_AGAIN = "Withdraw it, and draft and serve a new notice that names all who hold the tenancy now."
_AMEND = (
    "Apply on form N244 to have the parties amended (add, remove or substitute a party), serve whoever is new, and "
    "record the court's answer."
)
_OVER = (
    "The tenancy has ended: close this case. A claim against a former tenant who stays is none against trespassers "
    "(CPR 55.1(b)), so its short times do not apply and no road here runs it; ask legal."
)


def _since(change: PartyChange) -> str:
    return f"{change.cause.label}, on {long_date(change.on)} ({change.id})"


def _mend(change: PartyChange) -> str:
    return _OVER if parties.row(change).notice == "ended" else _AGAIN


def _names_others(q: Question[Any]) -> Why | None:
    wanted = getattr(q.command, "notice_id", None) or getattr(q.command, "subject", "")
    for one in parties.changes(q.case):
        found = parties.row(one)
        if wanted in one.notices and found.notice != "binds":
            says = f"Notice {wanted} was drafted for those who held the tenancy before. {_since(one)}: {found.why}."
            return Why(says, _mend(one), found.authority, found.confidence.value)
    return None


def _binds(q: Question[Any]) -> Why | None:
    day = getattr(q.command, "issued_on", q.today)
    for notice in claim_notices(q):
        change = parties.unbound(q.case, notice, day)
        if change is not None:
            found = parties.row(change)
            says = f"Notice {notice.id} was given to those who held the tenancy before. {_since(change)}: {found.why}."
            return Why(says, _mend(change), found.authority, found.confidence.value)
    return None


def _draft_of_before(q: Question[Any]) -> str | None:
    wanted = getattr(q.command, "claim_id", None) or getattr(q.command, "subject", "")
    claim = next((c for c in q.case.claims if c.id == wanted and c.issued_on is None), None)
    if claim is None:
        return None
    day = getattr(q.command, "issued_on", q.today)
    change = next((one for one in parties.unamended(q.case, claim) if one.on <= day), None)
    return (
        f"Claim {claim.id} was prepared against those who held the tenancy before. {_since(change)}."
        if change
        else None
    )


def _claim_of(q: Question[Any]) -> Claim | None:
    c = q.command
    if getattr(c, "claim_id", None):
        return q.claim(c.claim_id)
    if getattr(c, "hearing_id", None):
        return q.claim(q.hearing(c.hearing_id).claim_id)
    return q.claim(order_of(q).claim_id)


def _amended(q: Question[Any]) -> Why | None:
    claim = _claim_of(q)
    found = parties.unamended(q.case, claim) if claim is not None and claim.issued_on else ()
    if not found:
        return None
    rule = law.AMEND_AFTER_DEATH if parties.row(found[0]).after_death else law.AMEND
    says = f"Claim {claim.id if claim else ''} is against those who held the tenancy before. {_since(found[0])}"
    return Why(f"{says}: {rule.why}.", authority=rule.authority, confidence=rule.confidence.value)


def _changed(q: Question[Any]) -> bool:
    return q.state is not None and bool(getattr(q.state, "party_changes", ()))


_GATES: tuple[Gate[Any], ...] = (
    Gate("names_old_tenants", SERVE, "Does it name those who hold the tenancy now?", _names_others, _AGAIN),
    Gate("notice_not_binding", CLAIM, "Does the notice bind those who hold the tenancy now?", _binds, _AGAIN),
    Gate(
        "claim_names_old_tenants",
        ISSUE,
        "Is it against those who hold the tenancy now?",
        _draft_of_before,
        "Withdraw the claim and prepare it again: it is then against those who hold the tenancy now.",
        "CPR 19.2; CPR 55.4",
        "C",
    ),
    Gate(
        "parties_not_amended",
        ASK + ENFORCE,
        "Are the parties those who hold the tenancy now?",
        _amended,
        _AMEND,
        law.AMEND.authority,
        law.AMEND.confidence.value,
    ),
)
BARS: tuple[Gate[Any], ...] = tuple(asked_only(_changed, gate) for gate in _GATES)
"""Asked beside a step's own gates, of a case whose tenants have changed."""


def doubts(state: CaseState, day: date) -> Iterator[Doubt]:
    """What is before the court against people of before: the claim, and the order made on it."""
    for gap in parties.gaps(state, day):
        if gap.sort == "notice":
            continue
        yield Doubt(
            subject=gap.subject,
            step="issue_claim" if gap.sort == "claim" else "record_outcome",
            code="parties_not_amended",
            says=gap.says,
            mend=_AMEND,
            authority=gap.authority,
            confidence=gap.confidence,
        )


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Taking over what the housing system says, saying why, serving afresh, amending, recording a purchase."""
    today = legal_day(as_at)
    yield from _housing(state, facts, today)
    for one in parties.unexplained(state):
        due = by_policy(
            one.recorded_on, f"{one.id} was taken over from the housing system", "Say why the tenants changed"
        )
        yield Wait(
            f"{one.id}.cause", "parties_cause", f"Say why the tenants changed ({one.id})", due, one.id, remind=()
        )
    for gap in parties.gaps(state, today):
        told = "Serve a new notice" if gap.sort == "notice" else "Have the parties amended"
        due = by_policy(gap.change.recorded_on, f"{gap.change.id} was recorded", told)
        yield Wait(f"{gap.subject}.parties", "parties", gap.says, due, gap.subject, remind=())
    yield from _buying(state, facts, today)


def _housing(state: CaseState, facts: Facts, today: date) -> Iterator[Wait]:
    for one in parties.renamed(state, facts):
        since = by_policy(one.on, f"The housing system's export names {one.tenant} otherwise", "Look, and record it")
        title = f"The housing system names {one.tenant} otherwise than before: has the name changed?"
        yield Wait(f"parties.name.{one.tenant}", "parties_housing", title, since, "case", remind=())
    new, gone = parties.told_otherwise(state, facts)
    if not new and not gone:
        return
    first = next((d.date.on for d in state.deadlines if d.id == "parties.housing"), today)
    due = by_policy(first, "The housing system's export names other tenants", "Look, and record the change")
    told = [f"{', '.join(new)} now too" if new else "", f"{', '.join(gone)} no longer" if gone else ""]
    title = f"The housing system names other tenants than this case: {'; '.join(each for each in told if each)}"
    yield Wait("parties.housing", "parties_housing", title, due, "case", remind=())


def _buying(state: CaseState, facts: Facts, today: date) -> Iterator[Wait]:
    claimed = facts.right_to_buy_claimed_on
    if claimed is not None and not any(one.claimed_on == claimed and not one.never for one in state.right_to_buys):
        first = next((d.date.on for d in state.deadlines if d.id == "buy.housing"), today)
        due = by_policy(
            first, f"The housing system has a claim to buy of {long_date(claimed)}", "Record it on the case"
        )
        title = f"The housing system has a claim to buy the home of {long_date(claimed)}: record it"
        yield Wait("buy.housing", "right_to_buy", title, due, "case", remind=(), escalates=False)
