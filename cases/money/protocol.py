"""The Debt Protocol: the letter of claim, replies, documents, means, acknowledgements, notice of the claim."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from cases.base import ExplainedDate
from cases.instants import legal_day
from cases.money.asking import Ask, hold
from cases.money.commands import (
    RecordAcknowledgement,
    RecordMeans,
    RecordReply,
    SendDocuments,
    SendIntention,
    SendLetterOfClaim,
)
from cases.money.debt import standing
from cases.money.events import (
    DebtAcknowledged,
    IntentionSent,
    LetterSent,
    MeansRecorded,
    MoneyEvent,
    ReplyChanged,
)
from cases.money.facts import MoneyFacts
from cases.money.opening import located
from cases.money.protocol_gates import GATES as GATES
from cases.money.protocol_gates import LETTER_WITHIN, WARN_MONTHS
from cases.money.protocol_gates import issue_from as issue_from
from cases.money.protocol_gates import newest_letter as newest_letter
from cases.money.state import Acknowledgement, Intention, Letter, Means, MoneyState, Reply
from cases.refusals import Refusal
from cases.waiting import Wait, by_policy
from law import debt
from law.explained import long_date


def send_letter_of_claim(ask: Ask[SendLetterOfClaim]) -> Sequence[MoneyEvent]:
    """The letter of claim, with the debt of the day and the time to reply."""
    hold(GATES, ask)
    c = ask.command
    letter = Letter(
        id=f"L{len(ask.case.letters) + 1}",
        on=c.on,
        debtors=tuple(dict.fromkeys(c.debtors)),
        method=c.method,
        owed_pence=ask.owed,
        reply_by=ExplainedDate.of(debt.reply_by(c.on)),
        sent_by=ask.actor,
    )
    return [LetterSent(letter=letter)]


def record_reply(ask: Ask[RecordReply]) -> Sequence[MoneyEvent]:
    """A debtor's reply: thirty days more before a claim, and the documents it asks for."""
    hold(GATES, ask)
    c = ask.command
    reply = Reply(
        id=f"R{len(ask.case.replies) + 1}",
        on=c.on,
        debtor=c.debtor,
        answer=c.answer,
        documents_asked=c.documents_asked,
        advice=c.advice,
        issue_from=ExplainedDate.of(debt.issue_after_reply(c.on)),
        documents_due=ExplainedDate.of(debt.documents_due(c.on)) if c.documents_asked else None,
        note=c.note,
    )
    return [ReplyChanged(what="received", reply=reply)]


def send_documents(ask: Ask[SendDocuments]) -> Sequence[MoneyEvent]:
    """The documents went: thirty days from then before a claim."""
    hold(GATES, ask)
    reply = ask.reply(ask.command.reply_id)
    from_ = ExplainedDate.of(debt.issue_after_documents(ask.command.on))
    later = max((reply.issue_from, from_), key=lambda day: day.on)
    changed = reply.model_copy(update={"documents_on": ask.command.on, "issue_from": later})
    return [ReplyChanged(what="documents_sent", reply=changed)]


def record_means(ask: Ask[RecordMeans]) -> Sequence[MoneyEvent]:
    """Keep a debtor's income and expenditure."""
    hold(GATES, ask)
    c = ask.command
    means = Means(
        id=f"I{len(ask.case.means) + 1}",
        on=c.on,
        debtor=c.debtor,
        income_pence=c.income_pence,
        spending_pence=c.spending_pence,
        note=c.note,
    )
    return [MeansRecorded(means=means)]


def record_acknowledgement(ask: Ask[RecordAcknowledgement]) -> Sequence[MoneyEvent]:
    """Keep a signed acknowledgement: six years begin again for what was not yet out of time."""
    hold(GATES, ask)
    c = ask.command
    made = Acknowledgement(id=f"K{len(ask.case.acknowledgements) + 1}", on=c.on, debtor=c.debtor, note=c.note)
    return [DebtAcknowledged(acknowledgement=made)]


def send_intention(ask: Ask[SendIntention]) -> Sequence[MoneyEvent]:
    """Notice of the claim, fourteen days ahead."""
    hold(GATES, ask)
    c = ask.command
    from_ = ExplainedDate.of(debt.issue_after_intention(c.on))
    made = Intention(id=f"S{len(ask.case.intentions) + 1}", on=c.on, method=c.method, issue_from=from_)
    return [IntentionSent(intention=made)]


def protocol_refusal(state: MoneyState, on: date) -> Refusal | None:
    """Why the Protocol does not let a claim be issued on a day; None when it does."""
    from_ = issue_from(state)
    if from_ is None:
        says = "The letter of claim and the notice of the intention to claim are not both sent."
        return Refusal(
            code="protocol_steps",
            says=says,
            mend="Send what is missing first.",
            authority="Pre-Action Protocol for Debt Claims 3, 8.2",
            confidence="C",
        )
    if on >= from_.on:
        return None
    return Refusal(
        code="protocol_time",
        says=f"The Debt Protocol lets a claim be issued from {long_date(from_.on)}. {from_.sentence}",
        mend=f"Wait until {long_date(from_.on)}.",
        authority=from_.authority,
        confidence=from_.confidence,
    )


def waits(state: MoneyState, facts: MoneyFacts, as_at: datetime) -> Iterator[Wait]:
    """Replies, documents, the first day to issue, and the day the oldest sum goes out of time."""
    today = legal_day(as_at)
    issued = any(c.issued_on and c.live for c in state.claims) or bool(state.judgments)
    letter = newest_letter(state)
    if letter is None and located(state):
        due = by_policy(
            state.opened_on + LETTER_WITHIN, f"Opened on {long_date(state.opened_on)}", "Write to the debtors"
        )
        yield Wait("letter", "letter_of_claim", "Send the letter of claim", due)
    if letter is not None and not issued:
        answered = any(r.on >= letter.on for r in state.replies)
        if not answered and not state.intentions:
            title = f"Time to reply to letter {letter.id} ends: agree something, or give notice of the claim"
            yield Wait(f"{letter.id}.reply", "reply_due", title, letter.reply_by, letter.id, after=True)
        for reply in state.replies:
            if reply.documents_due and reply.documents_on is None:
                title = f"Send the documents that reply {reply.id} asks for"
                yield Wait(f"{reply.id}.documents", "documents_due", title, reply.documents_due, reply.id)
        from_ = issue_from(state)
        agreed = any(a.live and a.breach is None for a in state.arrangements)
        if from_ is not None and not agreed and not any(c.live for c in state.claims):
            yield Wait("issue", "claim_from", "A claim may be issued from this day", from_, remind=(), escalates=False)
    if not issued:
        last = standing(state, facts, today).last_day
        if last is not None:
            title = "The oldest sum goes out of time to sue: issue, or get a signed acknowledgement"
            yield Wait("limitation", "limitation", title, ExplainedDate.of(last), remind=WARN_MONTHS)
