"""What the Debt Protocol asks before each of its steps."""

from datetime import timedelta
from typing import Any

from cases.base import ExplainedDate
from cases.gates import Gate, Why
from cases.money.asking import Ask, gate
from cases.money.commands import (
    RecordMeans,
    RecordReply,
    SendDocuments,
    SendIntention,
    SendLetterOfClaim,
)
from cases.money.debt import standing
from cases.money.opening import located
from cases.money.paperwork import LETTER_GATES
from cases.money.shared import a_debtor, assessed, not_barred, not_future, not_held, not_insolvent, searched
from cases.money.state import Letter, MoneyState
from cases.money.words import MoneyStep
from law.explained import long_date, pounds

LETTER = ("send_letter_of_claim",)
REPLY = ("record_reply",)
DOCUMENTS = ("send_documents",)
INTENTION = ("send_intention",)
RECORDS = (*LETTER, *REPLY, *DOCUMENTS, "record_means", "record_acknowledgement", *INTENTION)
WARN_MONTHS = (183, 91, 28)
LETTER_WITHIN = timedelta(days=28)
ADVICE = timedelta(days=30)


def newest_letter(state: MoneyState) -> Letter | None:
    """The letter of claim that counts: the newest."""
    return state.letters[-1] if state.letters else None


def issue_from(state: MoneyState) -> ExplainedDate | None:
    """The first day on which the Protocol lets a claim be issued; None while a letter or a notice is missing."""
    letter = newest_letter(state)
    notices = [i for i in state.intentions if letter and i.on >= letter.on]
    if letter is None or not notices:
        return None
    replies = [r.issue_from for r in state.replies if r.on >= letter.on]
    return max((notices[-1].issue_from, *replies), key=lambda day: day.on)


def _found(ask: Ask[SendLetterOfClaim]) -> str | None:
    unknown = [who for who in ask.command.debtors if who not in located(ask.case)]
    return f"No present address is known of {', '.join(unknown)}." if unknown else None


def _all(ask: Ask[SendLetterOfClaim]) -> str | None:
    left = [who for who in located(ask.case) if who not in ask.command.debtors]
    return f"{', '.join(left)} owes this debt jointly and is not written to." if left else None


def _in_time(ask: Ask[Any]) -> Why | None:
    found = standing(ask.case, ask.facts, ask.today)
    if found.in_time_pence > 0:
        return None
    told = (
        f"All of the {pounds(found.owed_pence)} is out of time to sue for."
        if found.owed_pence > 0
        else "Nothing is owed."
    )
    return Why(told)


def _has_letter(ask: Ask[Any]) -> str | None:
    return None if ask.case.letters else "No letter of claim has been sent."


def _after_letter(ask: Ask[RecordReply]) -> str | None:
    letter = newest_letter(ask.case)
    if letter is None or ask.command.on >= letter.on:
        return None
    return f"{long_date(ask.command.on)} is before the letter of {long_date(letter.on)}."


def _asked(ask: Ask[SendDocuments]) -> str | None:
    reply = ask.reply(ask.command.reply_id)
    if not reply.documents_asked:
        return f"Reply {reply.id} asked for no documents."
    return f"They were sent on {long_date(reply.documents_on)}." if reply.documents_on else None


def _after_reply(ask: Ask[SendDocuments]) -> str | None:
    reply = ask.reply(ask.command.reply_id)
    return None if ask.command.on >= reply.on else f"{long_date(ask.command.on)} is before the reply."


def _reply_time_over(ask: Ask[SendIntention]) -> Why | None:
    letter = newest_letter(ask.case)
    if letter is None or ask.command.on > letter.reply_by.on or any(r.on >= letter.on for r in ask.case.replies):
        return None
    return Why.of(f"The debtors have until {long_date(letter.reply_by.on)} to reply.", letter.reply_by)


def _no_arrangement(ask: Ask[Any]) -> str | None:
    kept = next((a for a in ask.case.arrangements if a.live and a.breach is None), None)
    return f"Arrangement {kept.id} is being kept." if kept else None


def _documents_sent(ask: Ask[Any]) -> str | None:
    waiting = next((r for r in ask.case.replies if r.documents_asked and r.documents_on is None), None)
    return f"Reply {waiting.id} asked for documents that were not sent." if waiting else None


def _sums(ask: Ask[RecordMeans]) -> str | None:
    wrong = ask.command.income_pence < 0 or ask.command.spending_pence < 0
    return "Income and spending cannot be less than nothing." if wrong else None


no_arrangement = gate(
    "arrangement_kept",
    (*INTENTION, "draft_money_claim", "issue_money_claim"),
    "Is no arrangement being kept?",
    _no_arrangement,
    "Wait while it is kept, or end it with a reason.",
    "Pre-Action Protocol for Debt Claims 6",
    "C",
)
documents_sent = gate(
    "documents_owed",
    (*INTENTION, "issue_money_claim"),
    "Were the documents sent that were asked for?",
    _documents_sent,
    "Send them, or say why they are not held, and record it.",
    "Pre-Action Protocol for Debt Claims 5.2",
    "C",
)
GATES: tuple[Gate[Any], ...] = (
    not_future(RECORDS, lambda ask: ask.command.on),
    a_debtor((*LETTER, *REPLY, "record_means", "record_acknowledgement")),
    gate(
        "not_traced",
        LETTER,
        "Is each debtor's present address known?",
        _found,
        "Trace the debtor first and record what was found.",
        "Pre-Action Protocol for Debt Claims 3.2",
        "C",
        "debtors",
    ),
    gate(
        "joint_debtor_left_out",
        LETTER,
        "Is every debtor that was found written to?",
        _all,
        "Send the letter to each of them: all owe the whole.",
        "Civil Liability (Contribution) Act 1978; Landlord's policy",
        "C",
        "debtors",
    ),
    gate(
        "out_of_time",
        LETTER,
        "Is there something left to sue for?",
        _in_time,
        "Propose a write-off as out of time; a payment may still be asked for, not sued for.",
        "Limitation Act 1980 ss.5, 19",
        "C",
    ),
    assessed(LETTER, MoneyStep.LETTER),
    searched(LETTER, MoneyStep.LETTER, lambda ask: ask.command.on),
    not_barred(LETTER + INTENTION, "contact_to_enforce", lambda ask: ask.command.on),
    not_held(LETTER + INTENTION),
    not_insolvent(LETTER + INTENTION, "contact_to_enforce"),
    gate("no_letter", REPLY + INTENTION, "Was a letter of claim sent?", _has_letter, "Send the letter of claim first."),
    gate("before_letter", REPLY, "Is it after the letter?", _after_letter, "Correct the date.", field="on"),
    gate("not_asked", DOCUMENTS, "Are documents still to be sent?", _asked, "Nothing to do."),
    gate("before_reply", DOCUMENTS, "Is it after the reply?", _after_reply, "Correct the date.", field="on"),
    gate("not_a_sum", ("record_means",), "Are the sums possible?", _sums, "Correct the sums.", field="income_pence"),
    gate(
        "reply_time_runs",
        INTENTION,
        "Is the time to reply over, or was there a reply?",
        _reply_time_over,
        "Wait until the time to reply has passed.",
        "Pre-Action Protocol for Debt Claims 3.4",
        "C",
        "on",
    ),
    no_arrangement,
    documents_sent,
    *LETTER_GATES,
)
