"""What approvals, write-offs and the end of a money case have to pass."""

from typing import Any, Literal

from cases.commands import Approve, Reassign, Withdraw
from cases.gates import Gate
from cases.money.asking import Ask, gate
from cases.money.commands import CloseMoneyCase, ProposeWriteOff
from cases.money.debt import standing
from cases.money.shared import not_barred, over_limit
from cases.money.state import Enforcing, MoneyClaim, MoneyState, WriteOff
from cases.money.words import MoneyResult, WriteOffReason
from cases.refusals import NotFound, Refusal
from law.explained import long_date, pounds

Draft = MoneyClaim | Enforcing | WriteOff
What = Literal["approved", "sent_back", "withdrawn"]
APPROVE = ("approve",)
DECIDE = ("approve", "send_back")
DRAFTS = ("approve", "send_back", "withdraw")
WRITE_OFF = ("propose_write_off",)
CLOSE = ("close_money_case",)


def drafts(state: MoneyState) -> tuple[Draft, ...]:
    """Everything that a second person approves."""
    return (*state.claims, *state.enforcements, *state.write_offs)


def subject(ask: Ask[Any]) -> Draft:
    """The claim, enforcement or write-off that the command is about. Raises NotFound."""
    for item in drafts(ask.case):
        if item.id == ask.command.subject:
            return item
    says = f"{ask.command.subject} is not a claim, an enforcement or a write-off of this case."
    raise NotFound(Refusal(code="no_subject", says=says, mend="Look at the case again."))


def _live(ask: Ask[Any]) -> str | None:
    item = subject(ask)
    return None if item.live else f"{item.id} is not live any more."


def _undecided(ask: Ask[Any]) -> str | None:
    on = subject(ask).approved_on
    return f"{subject(ask).id} was approved on {long_date(on)}." if on else None


def _second(ask: Ask[Approve]) -> str | None:
    item = subject(ask)
    same = item.drafted_by.user_id == ask.actor.user_id
    return f"You drafted {item.id}; somebody else has to approve it." if same else None


def _limit(ask: Ask[Approve]) -> str | None:
    item, policy = subject(ask), ask.facts.policy.money
    if isinstance(item, WriteOff):
        return over_limit(ask.actor, item.pence, policy.write_off_senior_pence)
    pence = item.total_pence if isinstance(item, MoneyClaim) else item.owed_pence
    return over_limit(ask.actor, pence, policy.senior_limit_pence)


def _figure(ask: Ask[Approve]) -> str | None:
    item = subject(ask)
    if not isinstance(item, MoneyClaim) or item.owed_pence == ask.owed:
        return None
    return f"{item.id} was drafted with {pounds(item.owed_pence)} owed; the account shows {pounds(ask.owed)}."


def _not_begun(ask: Ask[Withdraw]) -> str | None:
    item = subject(ask)
    if isinstance(item, MoneyClaim) and item.issued_on:
        return f"Claim {item.id} was issued on {long_date(item.issued_on)}."
    if isinstance(item, Enforcing) and item.requested_on:
        return f"{item.id} was asked for on {long_date(item.requested_on)}."
    return None


def _most(ask: Ask[ProposeWriteOff]) -> str | None:
    done = sum(w.pence for w in ask.case.write_offs if w.live)
    left = max(0, ask.owed - done)
    if 0 < ask.command.pence <= left:
        return None
    if ask.command.pence <= 0:
        return "What is written off is more than nothing."
    return f"{pounds(ask.command.pence)} is not a part of the {pounds(left)} owed and not yet written off."


def _barred(ask: Ask[ProposeWriteOff]) -> str | None:
    if ask.command.why is not WriteOffReason.STATUTE_BARRED:
        return None
    found = standing(ask.case, ask.facts, ask.today)
    if ask.command.pence <= found.barred_pence and not ask.case.judgments:
        return None
    return f"{pounds(found.barred_pence)} is out of time to sue for."


def _traced(ask: Ask[ProposeWriteOff]) -> str | None:
    if ask.command.why is not WriteOffReason.UNTRACED or any(not t.found for t in ask.case.traces):
        return None
    return "No trace is recorded that found nothing."


def _settled(ask: Ask[CloseMoneyCase]) -> str | None:
    if ask.command.result is MoneyResult.PAID:
        return None if ask.owed <= 0 else f"The account still shows {pounds(ask.owed)}."
    if ask.command.result is MoneyResult.SATISFIED:
        return None if any(j.satisfied_on for j in ask.case.judgments) else "No judgment is recorded as satisfied."
    return None


def _written_off(ask: Ask[CloseMoneyCase]) -> str | None:
    if ask.command.result is not MoneyResult.WRITTEN_OFF:
        return None
    approved = sum(w.pence for w in ask.case.write_offs if w.live and w.approved_on)
    return (
        None if approved >= ask.owed else f"{pounds(approved)} is approved for write-off; {pounds(ask.owed)} is owed."
    )


def _in_court(ask: Ask[CloseMoneyCase]) -> str | None:
    claim = next((c for c in ask.case.claims if c.live and c.issued_on), None)
    if claim:
        return f"Claim {claim.id} is before the court."
    going = next((e for e in ask.case.enforcements if e.live and e.requested_on), None)
    return f"{going.id} is with the court." if going else None


def _dismissed(ask: Ask[CloseMoneyCase]) -> str | None:
    if ask.command.result is not MoneyResult.DISMISSED or any(c.issued_on and c.ended_on for c in ask.case.claims):
        return None
    return "No issued claim of this case is over."


def _officer(ask: Ask[Reassign]) -> str | None:
    if ask.command.officer == ask.case.officer:
        return f"The case is already with {ask.case.officer}."
    if ask.command.officer.strip() and (not ask.facts.officers or ask.command.officer in ask.facts.officers):
        return None
    return f"Nobody called {ask.command.officer or 'nothing'} works cases for this landlord."


def _flagged(ask: Ask[Any]) -> str | None:
    return None if ask.case.attention else "Nothing waits for attention on this case."


GATES: tuple[Gate[Any], ...] = (
    gate("not_live", DRAFTS, "Is it live?", _live, "Nothing to decide."),
    gate("already_approved", DECIDE, "Is it undecided?", _undecided, "Withdraw it if it must not go on."),
    gate("own_draft", APPROVE, "Is the approver another?", _second, "Ask another senior.", "Landlord's policy"),
    gate("over_limit", APPROVE, "May this role approve the sum?", _limit, "Ask a team leader.", "Landlord's policy"),
    gate("figure_moved", APPROVE, "Is the figure right?", _figure, "Send it back and draft it again.", "CPR 16.4", "B"),
    gate("already_begun", ("withdraw",), "Does it rest with us?", _not_begun, "Record what the court did.", "CPR 38"),
    gate("write_off_sum", WRITE_OFF, "Is it a part of the debt?", _most, "Correct the sum.", field="pence"),
    gate(
        "not_out_of_time",
        WRITE_OFF,
        "Is so much out of time?",
        _barred,
        "Choose another reason, or a smaller sum.",
        "Limitation Act 1980 ss.5, 19",
        "C",
        "why",
    ),
    gate("not_searched_for", WRITE_OFF, "Was the debtor looked for?", _traced, "Trace first.", field="why"),
    gate("not_settled", CLOSE, "Is it paid?", _settled, "Choose another result, or wait.", field="result"),
    gate("not_written_off", CLOSE, "Is all of it written off?", _written_off, "Propose the rest.", field="result"),
    gate("not_dismissed", CLOSE, "Was a claim ended?", _dismissed, "Choose another result.", field="result"),
    gate("in_court", CLOSE, "Is nothing with the court?", _in_court, "Record what the court did first.", "CPR 38", "C"),
    gate("unknown_officer", ("reassign",), "Does the officer work here?", _officer, "Choose another.", field="officer"),
    gate("nothing_flagged", ("clear_attention",), "Does something wait?", _flagged, "Nothing to do."),
    not_barred(("approve",), "claim_arrears"),
)
