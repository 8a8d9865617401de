"""What a claim for money has to pass, from draft to judgment."""

from datetime import date, timedelta
from typing import Any

from cases.account import reserved
from cases.gates import Gate, Why
from cases.money.asking import Ask, gate
from cases.money.commands import (
    AskDefaultJudgment,
    DraftMoneyClaim,
    IssueMoneyClaim,
    RecordMoneyService,
    RecordResponse,
)
from cases.money.debt import standing_of
from cases.money.protocol import GATES as PROTOCOL
from cases.money.shared import assessed, not_barred, not_future, not_held, not_insolvent, searched
from cases.money.state import MoneyClaim
from cases.money.words import DebtKind, MoneyRoute, MoneyStep, Response
from law.explained import long_date, pounds
from law.fees import money_claim_fee
from law.rent_lines import rent_kinds

DRAFT = ("draft_money_claim",)
ISSUE = ("issue_money_claim",)
SERVE = ("record_money_service",)
RESPOND = ("record_response",)
ASK = ("ask_judgment",)
END = ("end_money_claim",)
JUDGE = ("record_judgment",)
AFTER_ISSUE = SERVE + RESPOND + ASK + END + JUDGE
APPROVE_WITHIN = timedelta(days=3)
ISSUE_WITHIN = timedelta(days=7)


def drafted(ask: Ask[Any]) -> MoneyClaim:
    """The claim that the command is about. Raises NotFound."""
    return ask.claim(ask.command.claim_id)


def _alone(ask: Ask[Any]) -> str | None:
    live = next((c for c in ask.case.claims if c.live), None)
    if live:
        return f"Claim {live.id} is live."
    judged = next((j for j in ask.case.judgments if j.live), None)
    return f"There is judgment {judged.id} on this debt already." if judged else None


def _big_enough(ask: Ask[Any]) -> str | None:
    least = ask.facts.policy.money.claim_minimum_pence
    found = standing_of(ask).in_time_pence
    return None if found >= least else f"{pounds(found)} can be sued for; the landlord sues from {pounds(least)}."


def _letter(ask: Ask[Any]) -> str | None:
    return None if ask.case.letters else "No letter of claim has been sent."


def _charged_after(ask: Ask[Any]) -> str | None:
    end = ask.facts.tenancy.end_date
    if end is None or ask.case.debt is not DebtKind.FORMER_TENANT:
        return None
    kinds = rent_kinds(reserved(ask.facts.tenancy))
    after = sum(p.due_pence for p in ask.facts.postings if p.kind in kinds and p.on > end)
    return f"{pounds(after)} of rent is charged after the tenancy ended on {long_date(end)}." if after > 0 else None


def _signer(ask: Ask[DraftMoneyClaim]) -> str | None:
    return None if ask.command.signer.strip() else "Nobody is named to sign the statement of truth."


def _interest(ask: Ask[DraftMoneyClaim]) -> str | None:
    c = ask.command
    if not c.interest:
        return None
    if c.interest_from is None:
        return "Interest needs the day it is claimed from."
    if c.interest_from > ask.today:
        return f"{long_date(c.interest_from)} has not come."
    first = min((p.on for p in ask.facts.postings if p.due_pence > 0), default=ask.today)
    return f"Nothing was due before {long_date(first)}." if c.interest_from < first else None


def _interest_held(ask: Ask[DraftMoneyClaim]) -> str | None:
    c = ask.command
    if not c.interest or c.interest_from is None:
        return None
    over = [s for s in ask.case.breathing_spaces if (s.ended_on or ask.today) >= c.interest_from]
    return f"Breathing space {over[0].id} lies in that time; no interest runs on the debt in it." if over else None


def _open(ask: Ask[Any]) -> str | None:
    claim = drafted(ask)
    return None if claim.live else f"Claim {claim.id} is over."


def _approved(ask: Ask[IssueMoneyClaim]) -> str | None:
    claim = drafted(ask)
    return None if claim.approved_on else f"Claim {claim.id} is not approved."


def _not_issued(ask: Ask[IssueMoneyClaim]) -> str | None:
    claim = drafted(ask)
    return f"It was issued on {long_date(claim.issued_on)}." if claim.issued_on else None


def _issued(ask: Ask[Any]) -> str | None:
    claim = drafted(ask)
    return None if claim.issued_on else f"Claim {claim.id} is not issued."


def _route(ask: Ask[IssueMoneyClaim]) -> Why | None:
    match ask.command.route:
        case MoneyRoute.PCOL:
            return Why("Possession Claim Online takes possession claims only.", authority="PD 55B")
        case MoneyRoute.MCOL:
            return Why("Money Claim Online takes no schedule of the account with the claim.", authority="PD 7C")
    return None


def _named(ask: Ask[IssueMoneyClaim]) -> str | None:
    missing = not ask.command.claim_number.strip() or not ask.command.court.strip()
    return "The claim number and the court are needed." if missing else None


def _figure(ask: Ask[Any]) -> str | None:
    claim = drafted(ask)
    if claim.owed_pence == ask.owed:
        return None
    return f"Claim {claim.id} was drafted with {pounds(claim.owed_pence)} owed; the account shows {pounds(ask.owed)}."


def _in_time(ask: Ask[IssueMoneyClaim]) -> Why | None:
    last = drafted(ask).last_day
    if last is None or ask.command.issued_on <= last.on:
        return None
    return Why(f"A part of it went out of time: {last.sentence}", authority=last.authority, confidence=last.confidence)


def _fee(ask: Ask[IssueMoneyClaim]) -> Why | None:
    known = money_claim_fee(drafted(ask).total_pence, ask.command.issued_on)
    paid = ask.command.fee_pence
    if paid is None or paid == known.value:
        return None
    return Why.of(f"The fee for this sum is {pounds(known.value)}, not {pounds(paid)}.", known)


def _after_issue(ask: Ask[Any]) -> str | None:
    claim = drafted(ask)
    on: date = getattr(ask.command, "sent_on", None) or getattr(ask.command, "on", None) or ask.today
    if claim.issued_on is None or on >= claim.issued_on:
        return None
    return f"{long_date(on)} is before issue on {long_date(claim.issued_on)}."


def _serve_in_time(ask: Ask[RecordMoneyService]) -> Why | None:
    by = drafted(ask).serve_by
    if by is None or ask.command.sent_on <= by.on:
        return None
    return Why.of(f"The claim form had to be served by {long_date(by.on)}.", by)


def _served(ask: Ask[Any]) -> str | None:
    return None if drafted(ask).served else "Service of the claim is not recorded."


def _not_served(ask: Ask[Any]) -> str | None:
    served = drafted(ask).served
    return f"It was served on {long_date(served.on)}." if served else None


def _part(ask: Ask[RecordResponse]) -> str | None:
    c = ask.command
    if c.response is not Response.PART_ADMISSION:
        return "A sum belongs to an admission in part only." if c.admitted_pence is not None else None
    claim = drafted(ask)
    if c.admitted_pence is not None and 0 < c.admitted_pence < claim.total_pence:
        return None
    return f"An admission in part needs a sum below the {pounds(claim.total_pence)} claimed."


def _may_ask(ask: Ask[AskDefaultJudgment]) -> str | Why | None:
    claim = drafted(ask)
    if claim.response is Response.DEFENCE:
        return "The claim is defended: judgment comes after a hearing."
    if claim.response in (Response.ADMISSION, Response.PART_ADMISSION):
        return None
    due = claim.response_due
    if due is not None and ask.command.on <= due.on:
        return Why.of(f"The defendants have until {long_date(due.on)} to answer.", due)
    return None


def _not_asked(ask: Ask[AskDefaultJudgment]) -> str | None:
    asked = drafted(ask).default_asked_on
    return f"It was asked for on {long_date(asked)}." if asked else None


GATES: tuple[Gate[Any], ...] = (
    *(one for one in PROTOCOL if one.code in ("arrangement_kept", "documents_owed")),
    gate("claim_live", DRAFT, "Is none live already?", _alone, "Go on with it, or withdraw it first."),
    gate("no_letter", DRAFT, "Was a letter of claim sent?", _letter, "Send the letter of claim first."),
    gate(
        "too_small",
        DRAFT,
        "Is it worth a claim?",
        _big_enough,
        "Go on asking for it, or propose a write-off.",
        "Landlord's policy",
    ),
    gate(
        "charged_after_end",
        DRAFT,
        "Is no rent charged after the tenancy ended?",
        _charged_after,
        "Correct the account or the day it ended in the housing system.",
        "CPR 16.4; CPR 22",
        "B",
    ),
    gate("signer_needed", DRAFT, "Who signs?", _signer, "Name the person and position.", "CPR 22", "A", "signer"),
    gate(
        "interest_from",
        DRAFT,
        "Is the day for interest right?",
        _interest,
        "Give the day, or claim no interest.",
        "CCA 1984 s.69; CPR 16.4(2)",
        "B",
        "interest_from",
    ),
    gate(
        "interest_in_moratorium",
        DRAFT,
        "Does no moratorium lie in the time of the interest?",
        _interest_held,
        "Claim it from the day after, or not at all.",
        "SI 2020/1311 reg 7(6)",
        "C",
        "interest_from",
    ),
    assessed(DRAFT, MoneyStep.CLAIM),
    searched(ISSUE, MoneyStep.CLAIM, lambda ask: ask.command.issued_on),
    not_barred(DRAFT, "claim_arrears"),
    not_barred(ISSUE, "claim_arrears", lambda ask: ask.command.issued_on),
    not_held(DRAFT + ISSUE),
    not_insolvent(DRAFT + ISSUE, "money_judgment"),
    not_future(ISSUE, lambda ask: ask.command.issued_on, "issued_on"),
    not_future(SERVE, lambda ask: ask.command.sent_on, "sent_on"),
    not_future(RESPOND + ASK + END, lambda ask: ask.command.on),
    gate("claim_over", ISSUE + AFTER_ISSUE, "Is it live?", _open, "Draft a new claim if there is one to make."),
    gate("not_approved", ISSUE, "Is it approved?", _approved, "Have it approved.", "Landlord's policy"),
    gate("already_issued", ISSUE, "Is it still to be issued?", _not_issued, "Nothing to do."),
    gate("route", ISSUE, "Does this route take it?", _route, "Issue it on paper N1.", "CPR 7", "C", "route"),
    gate("claim_number", ISSUE, "Are number and court given?", _named, "Copy them from the notice of issue."),
    gate("figure_moved", ISSUE, "Is the figure still right?", _figure, "Withdraw it and draft it again.", "CPR 16.4"),
    gate(
        "out_of_time",
        ISSUE,
        "Is all that is claimed in time?",
        _in_time,
        "Withdraw it and draft it again; what is out of time is left out.",
        "Limitation Act 1980 ss.5, 19",
        "C",
    ),
    gate("fee", ISSUE, "Is the fee the table's?", _fee, "Leave it empty to take the table's.", field="fee_pence"),
    gate("not_issued", AFTER_ISSUE, "Is it issued?", _issued, "Record its issue first."),
    gate("before_issue", AFTER_ISSUE, "Is it after issue?", _after_issue, "Correct the date.", field="on"),
    gate("already_served", SERVE, "Is service still to be recorded?", _not_served, "Nothing to do."),
    gate(
        "served_late",
        SERVE,
        "Was it sent within four months?",
        _serve_in_time,
        "Ask a solicitor: the time may be extended only by the court.",
        "CPR 7.5, 7.6",
        "B",
    ),
    gate("not_served", RESPOND + ASK, "Is it served?", _served, "Record service first."),
    gate("part_admitted", RESPOND, "Is the sum right?", _part, "Copy it from the form.", field="admitted_pence"),
    gate("no_default", ASK, "May judgment be asked for?", _may_ask, "Wait for the day.", "CPR 12.3, 14.4", "B"),
    gate("judgment_asked", ASK, "Is it still to be asked for?", _not_asked, "Wait for the court."),
    not_barred(ASK, "default_judgment", lambda ask: ask.command.on),
    not_insolvent(ASK, "default_judgment"),
)
