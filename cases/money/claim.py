"""The claim for money: drafted with the debt of the day, issued on paper N1, served, answered or not."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from cases.base import ExplainedDate, ExplainedSum
from cases.instants import legal_day
from cases.money.asking import Ask, hold, reasons
from cases.money.claim_gates import APPROVE_WITHIN, ISSUE_WITHIN
from cases.money.claim_gates import GATES as GATES
from cases.money.claim_gates import drafted as drafted
from cases.money.commands import (
    AskDefaultJudgment,
    DraftMoneyClaim,
    EndMoneyClaim,
    IssueMoneyClaim,
    RecordMoneyService,
    RecordResponse,
)
from cases.money.debt import standing_of
from cases.money.events import MoneyClaimChanged, MoneyEvent
from cases.money.facts import MoneyFacts
from cases.money.protocol import protocol_refusal
from cases.money.state import MoneyClaim, MoneyState
from cases.money.words import Response
from cases.refusals import Refused
from cases.waiting import Wait, by_policy
from law import debt
from law.explained import long_date
from law.fees import money_claim_fee
from law.money import daily_interest, interest_to_judgment
from law.service import deemed_served_claim_form


def draft_money_claim(ask: Ask[DraftMoneyClaim]) -> Sequence[MoneyEvent]:
    """The claim with the debt of the day; what is out of time is left out."""
    hold(GATES, ask)
    c, found = ask.command, standing_of(ask)
    claimed = found.in_time_pence
    interest = None
    if c.interest and c.interest_from is not None:
        interest = ExplainedSum.of(interest_to_judgment(claimed, c.interest_from, ask.today))
    claim = MoneyClaim(
        id=f"C{len(ask.case.claims) + 1}",
        drafted_by=ask.actor,
        drafted_on=ask.today,
        owed_pence=found.owed_pence,
        barred_pence=found.barred_pence,
        claimed_pence=claimed,
        interest=interest,
        interest_from=c.interest_from if interest else None,
        daily_interest_pence=daily_interest(claimed) if interest else 0,
        signer=c.signer.strip(),
        last_day=ExplainedDate.of(found.last_day) if found.last_day else None,
    )
    return [MoneyClaimChanged(what="drafted", claim=claim)]


def issue_money_claim(ask: Ask[IssueMoneyClaim]) -> Sequence[MoneyEvent]:
    """The court issued it; the Protocol's times are looked at for the day of issue."""
    claim, c = drafted(ask), ask.command
    protocol = protocol_refusal(ask.case, c.issued_on)
    refusals = reasons(GATES, ask) + ((protocol,) if protocol else ())
    if refusals and not ask.again:
        raise Refused(refusals)
    changed = claim.model_copy(
        update={
            "route": c.route,
            "claim_number": c.claim_number.strip(),
            "court": c.court.strip(),
            "issued_on": c.issued_on,
            "fee": ExplainedSum.of(money_claim_fee(claim.total_pence, c.issued_on)),
            "serve_by": ExplainedDate.of(debt.serve_by(c.issued_on)),
        }
    )
    return [MoneyClaimChanged(what="issued", claim=changed)]


def record_money_service(ask: Ask[RecordMoneyService]) -> Sequence[MoneyEvent]:
    """The claim was sent: deemed served, and fourteen days to answer."""
    hold(GATES, ask)
    served = deemed_served_claim_form(ask.command.sent_on)
    due = debt.response_due(served.value)
    changed = drafted(ask).model_copy(
        update={
            "served": ExplainedDate.of(served),
            "response_due": ExplainedDate.of(due),
            "stayed_from": ExplainedDate.of(debt.stayed_from(due.value)),
        }
    )
    return [MoneyClaimChanged(what="served", claim=changed)]


def record_response(ask: Ask[RecordResponse]) -> Sequence[MoneyEvent]:
    """An admission, an acknowledgment (28 days for the defence) or a defence."""
    hold(GATES, ask)
    claim, c = drafted(ask), ask.command
    update: dict[str, Any] = {"response": c.response, "response_on": c.on, "admitted_pence": c.admitted_pence}
    if c.response is Response.ACKNOWLEDGED and claim.served is not None:
        due = debt.defence_due(claim.served.on)
        update |= {
            "response_due": ExplainedDate.of(due),
            "stayed_from": ExplainedDate.of(debt.stayed_from(due.value)),
        }
    return [MoneyClaimChanged(what="answered", claim=claim.model_copy(update=update))]


def ask_judgment(ask: Ask[AskDefaultJudgment]) -> Sequence[MoneyEvent]:
    """Judgment was asked for in default or on an admission (N225)."""
    hold(GATES, ask)
    changed = drafted(ask).model_copy(update={"default_asked_on": ask.command.on})
    return [MoneyClaimChanged(what="judgment_asked", claim=changed)]


def end_money_claim(ask: Ask[EndMoneyClaim]) -> Sequence[MoneyEvent]:
    """Dismissed, struck out or discontinued."""
    hold(GATES, ask)
    changed = drafted(ask).model_copy(update={"ended_on": ask.command.on})
    return [MoneyClaimChanged(what="ended", claim=changed, text=ask.command.reason)]


def waits(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Iterator[Wait]:
    """Approval, issue, service, the answer, the stay."""
    today = legal_day(as_at)
    for claim in (c for c in state.claims if c.live):
        if claim.approved_on is None:
            due = by_policy(
                claim.drafted_on + APPROVE_WITHIN, f"Drafted on {long_date(claim.drafted_on)}", "Approve it"
            )
            yield Wait(f"{claim.id}.approval", "approval", f"Claim {claim.id} waits for approval", due, claim.id)
        elif claim.issued_on is None:
            due = by_policy(claim.approved_on + ISSUE_WITHIN, f"Approved on {long_date(claim.approved_on)}", "Issue it")
            yield Wait(f"{claim.id}.issue", "claim_issue", f"Issue claim {claim.id}", due, claim.id)
        elif claim.served is None and claim.serve_by is not None:
            title = f"Claim {claim.id} has to be served"
            yield Wait(f"{claim.id}.serve", "claim_service", title, claim.serve_by, claim.id)
        elif claim.response_due is not None and claim.default_asked_on is None:
            if claim.response in (None, Response.ACKNOWLEDGED):
                title = f"Time to answer claim {claim.id} ends: ask for judgment if nobody answered"
                yield Wait(
                    f"{claim.id}.response", "response_due", title, claim.response_due, claim.id, after=True, remind=()
                )
            if (
                claim.stayed_from is not None
                and claim.stayed_from.on > today
                and claim.response is not Response.DEFENCE
            ):
                title = f"Claim {claim.id} is stayed unless judgment is asked for"
                yield Wait(f"{claim.id}.stay", "claim_stay", title, claim.stayed_from, claim.id, remind=(56, 14))
