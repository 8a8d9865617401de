"""What can be done now on a money case: each act allowed or with every reason why not, and the one that leads.

An act is tried, dry, in the plainest form it can take. Reasons about what the person would type are left out.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from cases.available import Action, Mends, leading
from cases.base import TextRef
from cases.commands import AddNote, Approve, ClearAttention, EndBreathingSpace, Reassign, StartBreathingSpace, Withdraw
from cases.instants import legal_day
from cases.money import commands as c
from cases.money.closing import drafts
from cases.money.debt import standing
from cases.money.decide import decide
from cases.money.facts import MoneyFacts
from cases.money.opening import located
from cases.money.roles import may
from cases.money.state import MoneyState
from cases.money.words import (
    Answer,
    HoldReason,
    JudgmentKind,
    MoneyResult,
    MoneyRoute,
    MoneyStep,
    Response,
    WriteOffReason,
)
from cases.state import Person
from cases.words import Role

WORDS = TextRef(id="to-be-typed", digest="")
MENDS = Mends(
    {
        "not_traced": "record_trace",
        "search_needed": "search_register",
        "assessment_needed": "assess_debtors",
        "documents_owed": "send_documents",
        "figure_moved": "withdraw",
    },
    {},
    ("breathing_space", "held", "insolvency", "protocol_time", "reply_time_runs", "no_default", "not_in_default"),
)
"""How refusals of a money case are mended."""


class Offer(NamedTuple):
    """One act in its plainest form, with what it is called and why it would come next."""

    command: c.MoneyCommand
    subject: str
    label: str
    why: str = ""


def available(
    state: MoneyState, facts: MoneyFacts, role: Role, as_at: datetime, actor: Person | None = None
) -> tuple[Action, ...]:
    """Every act that makes sense for the role, the leading one first, then the road, then the rest."""
    if state.closed is not None:
        return ()
    asked = facts.model_copy(update={"actor": actor or Person(user_id=facts.actor.user_id, role=role)})
    return _led(*tried(state, asked, as_at))


def tried(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> tuple[list[Action], list[Action]]:
    """The steps of the road, the furthest first, and the acts beside it, each once, tried for the facts' actor."""
    role = facts.actor.role
    today = legal_day(as_at)
    steps = [_tried(o, state, facts, as_at) for o in road(state, facts, today) if _shown(role, o.command.kind)]
    known = {(step.command, step.subject) for step in steps}
    others = [o for o in beside(state, facts, today) if may(role, o.command.kind)]
    return steps, [_tried(o, state, facts, as_at) for o in others if (o.command.kind, o.subject) not in known]


def _shown(role: Role, kind: str) -> bool:
    return may(role, kind) or (kind == "approve" and may(role, "draft_money_claim"))


def road(state: MoneyState, facts: MoneyFacts, today: date) -> Iterator[Offer]:
    """The next steps, the furthest along first."""
    for d in drafts(state):
        if d.live and d.approved_on is None:
            yield Offer(Approve(subject=d.id), d.id, f"Approve {d.id}", "It waits for somebody who did not draft it.")
    yield from _after_judgment(state, today)
    claims = [one for one in state.claims if one.live]
    for claim in claims:
        yield from _claim(claim.id, state, today)
    judged = any(j.set_aside_on is None for j in state.judgments)
    if claims or judged:
        return
    if facts.policy.money.claim_minimum_pence <= state.last_owed_pence and state.intentions:
        yield Offer(c.DraftMoneyClaim(signer="-"), "", "Draft the claim", "The notice of the claim has been given.")
    for item in state.arrangements:
        if item.agreed_on is None and item.ended_on is None:
            agree = c.AgreeArrangement(arrangement_id=item.id, on=today)
            yield Offer(agree, item.id, f"Record that {item.id} is agreed", "It was offered.")
    if state.letters and not any(i.on >= state.letters[-1].on for i in state.intentions):
        intention = c.SendIntention(on=today, method="letter")
        yield Offer(intention, "", "Give notice of the claim", "The letter of claim brought no payment in full.")
    if not state.letters:
        found = located(state)
        if len(found) < len(state.tenants):
            unknown = next(who for who in state.tenants if who not in found)
            trace = c.RecordTrace(on=today, debtor=unknown, found=True, method="trace")
            yield Offer(trace, "", "Record a trace", "A letter needs each debtor's present address.")
        letter = c.SendLetterOfClaim(on=today, debtors=found or state.tenants, method="letter")
        yield Offer(letter, "", "Send the letter of claim", "The Debt Protocol begins with it.")


def _claim(id_: str, state: MoneyState, today: date) -> Iterator[Offer]:
    claim = next(one for one in state.claims if one.id == id_)
    if claim.issued_on is None:
        issue = c.IssueMoneyClaim(claim_id=id_, route=MoneyRoute.PAPER, claim_number="-", court="-", issued_on=today)
        yield Offer(issue, id_, f"Record issue of {id_}", "It is approved.")
        return
    if claim.served is None:
        service = c.RecordMoneyService(claim_id=id_, sent_on=today)
        yield Offer(service, id_, f"Record service of {id_}", "It is issued.")
        return
    if claim.default_asked_on is not None or claim.response is Response.DEFENCE:
        kind = JudgmentKind.HEARING
        if claim.response in (Response.ADMISSION, Response.PART_ADMISSION):
            kind = JudgmentKind.ADMISSION
        elif claim.default_asked_on is not None:
            kind = JudgmentKind.DEFAULT
        judged = c.RecordJudgment(claim_id=id_, judgment=kind, on=today, sum_pence=max(1, claim.total_pence))
        yield Offer(judged, id_, f"Record judgment on {id_}", "The court is to decide.")
    else:
        ask = c.AskDefaultJudgment(claim_id=id_, on=today)
        yield Offer(ask, id_, f"Ask for judgment on {id_}", "Nobody answered, or it is admitted.")
    answered = c.RecordResponse(claim_id=id_, on=today, response=Response.ACKNOWLEDGED)
    yield Offer(answered, id_, f"Record an answer to {id_}")
    yield Offer(c.EndMoneyClaim(claim_id=id_, on=today, reason=WORDS), id_, f"Record that {id_} is over")


def _after_judgment(state: MoneyState, today: date) -> Iterator[Offer]:
    for one in (e for e in state.enforcements if e.live and e.approved_on):
        if one.requested_on is None:
            request = c.RequestEnforcement(enforcement_id=one.id, on=today, fee_pence=0)
            yield Offer(request, one.id, f"Record the request of {one.id}", "It is approved.")
        else:
            result = c.RecordEnforcement(enforcement_id=one.id, on=today, recovered=True)
            yield Offer(result, one.id, f"Record what came of {one.id}", "It is with the court.")
    for item in (j for j in state.judgments if j.live):
        if item.left_pence == 0:
            done = c.RecordSatisfaction(judgment_id=item.id, on=today)
            yield Offer(done, item.id, f"Record {item.id} as satisfied", "Nothing is left of it.")
            continue
        if not any(e.live and e.judgment_id == item.id for e in state.enforcements):
            choose = c.ChooseEnforcement(judgment_id=item.id, method="information_order", reasons=WORDS)
            yield Offer(choose, item.id, f"Choose how to enforce {item.id}", "It is behind.")
    if any(j.satisfied_on for j in state.judgments) or (state.last_owed_pence <= 0 and not state.judgments):
        result_ = MoneyResult.SATISFIED if state.judgments else MoneyResult.PAID
        yield Offer(c.CloseMoneyCase(result=result_), "", "Close the case", "Nothing is left to collect.")
    approved = sum(w.pence for w in state.write_offs if w.live and w.approved_on)
    if approved and approved >= state.last_owed_pence > 0:
        closing = c.CloseMoneyCase(result=MoneyResult.WRITTEN_OFF)
        yield Offer(closing, "", "Close the case", "What is owed is written off.")


def beside(state: MoneyState, facts: MoneyFacts, today: date) -> Iterator[Offer]:
    """What fits at any time."""
    who = state.tenants[0]
    step = MoneyStep.LETTER
    if state.judgments:
        step = MoneyStep.ENFORCEMENT
    elif state.letters:
        step = MoneyStep.CLAIM
    yield Offer(c.SearchRegister(on=today, before=step, clear=True), "", "Record a breathing-space search")
    yield Offer(c.AssessDebtors(on=today, before=step, proceed=True, reasons=WORDS), "", "Record an assessment")
    yield Offer(c.RecordTrace(on=today, debtor=who, found=True, method="trace"), "", "Record a trace")
    if state.letters:
        yield Offer(c.RecordReply(on=today, debtor=who, answer=Answer.ADMITS), "", "Record a reply")
    for reply in (r for r in state.replies if r.documents_asked and r.documents_on is None):
        yield Offer(c.SendDocuments(reply_id=reply.id, on=today), reply.id, "Record that documents were sent")
    yield Offer(
        c.RecordMeans(on=today, debtor=who, income_pence=0, spending_pence=0), "", "Record income and expenditure"
    )
    yield Offer(c.RecordAcknowledgement(on=today, debtor=who), "", "Record a signed acknowledgement")
    if not any(a.live for a in state.arrangements):
        offer = c.OfferArrangement(
            on=today,
            instalment_pence=max(1, state.last_owed_pence // 12),
            frequency="monthly",
            first_payment=today + timedelta(days=7),
        )
        yield Offer(offer, "", "Record an offer of instalments")
    for item in (a for a in state.arrangements if a.ended_on is None):
        end = c.EndArrangement(arrangement_id=item.id, on=today, reason=WORDS)
        yield Offer(end, item.id, f"End arrangement {item.id}")
    until = today + timedelta(days=28)
    yield Offer(c.HoldMoneyCase(hold=HoldReason.VULNERABILITY, until=until, reason=WORDS), "", "Hold the case")
    for held in (h for h in state.holds if h.ended_on is None):
        yield Offer(c.EndMoneyHold(hold_id=held.id, reason=WORDS), held.id, f"End hold {held.id}")
    for wanted in (*(h.id for h in state.holds), *(s.id for s in state.breathing_spaces)):
        yield Offer(c.StrikeOutHold(held_by=wanted, reason=WORDS), wanted, f"Strike out {wanted}, recorded by mistake")
    running = [s for s in state.breathing_spaces if s.ended_on is None]
    if not running:
        start = StartBreathingSpace(moratorium="standard", started_on=today)
        yield Offer(start, "", "Record a breathing space")
    for space in running:
        stop = EndBreathingSpace(breathing_space_id=space.id, ended_on=today)
        yield Offer(stop, space.id, f"Record the end of breathing space {space.id}")
    found = standing(state, facts, today)
    if found.owed_pence > 0:
        why = WriteOffReason.STATUTE_BARRED if found.barred_pence else WriteOffReason.UNECONOMIC
        yield Offer(c.ProposeWriteOff(pence=1, why=why, recoverable=True, text=WORDS), "", "Propose a write-off")
    for d in drafts(state):
        if d.live:
            yield Offer(Withdraw(subject=d.id, reason=WORDS), d.id, f"Withdraw {d.id}")
    for judged in (j for j in state.judgments if j.live):
        aside = c.SetJudgmentAside(judgment_id=judged.id, on=today, reason=WORDS)
        yield Offer(aside, judged.id, f"Record that {judged.id} was set aside")
    yield Offer(AddNote(text=WORDS), "", "Add a note")
    yield Offer(Reassign(officer=next((o for o in facts.officers if o != state.officer), "")), "", "Give it away")
    if state.attention is not None:
        yield Offer(ClearAttention(), "", "Say that you have looked")
    yield Offer(c.CloseMoneyCase(result=MoneyResult.WITHDRAWN), "", "Close the case")


def _tried(offer: Offer, state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Action:
    decision = decide(state, offer.command, facts, as_at)
    refusals = tuple(r for r in decision.refusals if MENDS.counts(r))
    return Action(
        command=offer.command.kind,
        subject=offer.subject,
        label=offer.label,
        allowed=not refusals,
        why="" if refusals else offer.why,
        refusals=refusals,
    )


def _led(steps: list[Action], others: list[Action]) -> tuple[Action, ...]:
    lead = leading_of(steps, others)
    everything = {(action.command, action.subject): action for action in (*steps, *others)}
    if lead is None:
        return tuple(everything.values())
    everything.pop((lead.command, lead.subject), None)
    return (lead.model_copy(update={"leads": True}), *everything.values())


def leading_of(steps: list[Action], others: list[Action]) -> Action | None:
    """As of any case; where nothing of the road is left, the end of the case."""
    return leading(steps, others, MENDS) or next((a for a in others if a.command == "close_money_case"), None)
