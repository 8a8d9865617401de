"""What a judgment and its enforcement have to pass."""

from datetime import timedelta
from typing import Any

from cases.gates import Gate
from cases.money import debt
from cases.money.asking import Ask, gate
from cases.money.claim import GATES as CLAIM
from cases.money.claim import drafted
from cases.money.commands import (
    ChooseEnforcement,
    RecordEnforcement,
    RecordJudgment,
    RecordSatisfaction,
    RequestEnforcement,
)
from cases.money.shared import assessed, not_barred, not_future, not_held, not_insolvent, searched
from cases.money.words import JudgmentKind, MoneyStep, Response
from law.debt import enforcement_problem
from law.explained import long_date, pounds

JUDGE = ("record_judgment",)
ASIDE = ("set_judgment_aside",)
CHOOSE = ("choose_enforcement",)
REQUEST = ("request_enforcement",)
RESULT = ("record_enforcement",)
SATISFY = ("record_satisfaction",)
ON_JUDGMENT = ASIDE + CHOOSE + SATISFY
ON_ENFORCEMENT = REQUEST + RESULT
TELL_COURT = timedelta(days=14)


def _sum(ask: Ask[RecordJudgment]) -> str | None:
    if ask.command.sum_pence > 0 and ask.command.costs_pence >= 0:
        return None
    return "A judgment is for more than nothing; costs are not less than nothing."


def _kind(ask: Ask[RecordJudgment]) -> str | None:
    claim = drafted(ask)
    if ask.command.judgment is JudgmentKind.HEARING:
        return None
    if claim.default_asked_on is None:
        return "Judgment in default or on an admission was not asked for."
    admitted = claim.response in (Response.ADMISSION, Response.PART_ADMISSION)
    wants = ask.command.judgment is JudgmentKind.ADMISSION
    return None if admitted is wants else "How it was got does not fit what the defendants did."


def _instalments(ask: Ask[RecordJudgment]) -> str | None:
    c = ask.command
    if (c.instalment_pence is None) != (c.frequency is None):
        return "Instalments need a sum and how often."
    if c.instalment_pence is None:
        return None
    if not 0 < c.instalment_pence <= c.sum_pence + c.costs_pence:
        return "An instalment is a part of the judgment."
    return "Instalments need the day of the first." if c.pay_by is None else None


def _pay_by(ask: Ask[RecordJudgment]) -> str | None:
    by = ask.command.pay_by
    return f"{long_date(by)} is before judgment." if by is not None and by < ask.command.on else None


def _live(ask: Ask[Any]) -> str | None:
    item = ask.judgment(ask.command.judgment_id)
    return None if item.live else f"Judgment {item.id} is over."


def _after(ask: Ask[Any]) -> str | None:
    item = ask.judgment(ask.command.judgment_id)
    return None if ask.command.on >= item.on else f"{long_date(ask.command.on)} is before judgment."


def _unpaid(ask: Ask[ChooseEnforcement]) -> str | None:
    item = ask.judgment(ask.command.judgment_id)
    if item.breach is not None:
        return None
    if item.instalment_pence is not None:
        return f"The instalments of judgment {item.id} are not found to be behind."
    return f"Judgment {item.id} is payable by {long_date(item.pay_by.on)}." if item.pay_by.on >= ask.today else None


def _fits(ask: Ask[ChooseEnforcement]) -> str | None:
    item = ask.judgment(ask.command.judgment_id)
    left = max(0, item.total_pence - debt.received_since(ask.facts, item.on, ask.today))
    return enforcement_problem(ask.command.method, left)


def _one_way(ask: Ask[ChooseEnforcement]) -> str | None:
    other = next((e for e in ask.case.enforcements if e.live and e.method == ask.command.method), None)
    return f"{other.id} is under way that way." if other else None


def _young(ask: Ask[ChooseEnforcement]) -> str | None:
    item = ask.judgment(ask.command.judgment_id)
    if ask.command.method != "warrant_of_control" or ask.today < item.six_years.on:
        return None
    return f"Judgment {item.id} is six years old since {long_date(item.six_years.on)}."


def _going(ask: Ask[Any]) -> str | None:
    item = ask.enforcing(ask.command.enforcement_id)
    return None if item.live else f"{item.id} is over."


def _approved(ask: Ask[RequestEnforcement]) -> str | None:
    item = ask.enforcing(ask.command.enforcement_id)
    return None if item.approved_on else f"{item.id} is not approved."


def _not_requested(ask: Ask[RequestEnforcement]) -> str | None:
    item = ask.enforcing(ask.command.enforcement_id)
    return f"It was asked for on {long_date(item.requested_on)}." if item.requested_on else None


def _requested(ask: Ask[RecordEnforcement]) -> str | None:
    item = ask.enforcing(ask.command.enforcement_id)
    if item.requested_on is None:
        return f"{item.id} was not asked for."
    return None if ask.command.on >= item.requested_on else "It is before the request."


def _fee(ask: Ask[RequestEnforcement]) -> str | None:
    return "A fee is not less than nothing." if ask.command.fee_pence < 0 else None


def _paid(ask: Ask[RecordSatisfaction]) -> str | None:
    item = ask.judgment(ask.command.judgment_id)
    left = item.total_pence - debt.received_since(ask.facts, item.on, ask.command.on)
    return (
        f"{pounds(left)} of judgment {item.id} was still unpaid on {long_date(ask.command.on)}." if left > 0 else None
    )


GATES: tuple[Gate[Any], ...] = (
    *(one for one in CLAIM if set(one.guards) & set(JUDGE)),
    not_future(JUDGE + ASIDE + SATISFY + ON_ENFORCEMENT, lambda ask: ask.command.on),
    gate("judgment_sum", JUDGE, "Are the sums possible?", _sum, "Copy the judgment.", field="sum_pence"),
    gate(
        "judgment_kind", JUDGE, "Was it asked for?", _kind, "Record the request first.", "CPR 12, 14", "B", "judgment"
    ),
    gate("instalments", JUDGE, "Are instalments whole?", _instalments, "Copy the judgment.", field="instalment_pence"),
    gate("pay_by", JUDGE, "Is it payable after judgment?", _pay_by, "Copy the judgment.", field="pay_by"),
    gate("judgment_over", ON_JUDGMENT, "Is it live?", _live, "Nothing to do on it."),
    gate("before_judgment", ASIDE + SATISFY, "Is it after judgment?", _after, "Correct the date.", field="on"),
    gate(
        "not_in_default",
        CHOOSE,
        "Is the judgment unpaid?",
        _unpaid,
        "Wait: the account is watched, and you are told when it is behind.",
        "CPR 40.11; CCA 1984 s.86",
        "C",
    ),
    gate("way_unfit", CHOOSE, "Does this way take the sum?", _fits, "Choose another way.", field="method"),
    gate("way_taken", CHOOSE, "Is it not under way?", _one_way, "Record what came of it first.", field="method"),
    gate(
        "permission_needed",
        CHOOSE,
        "Is the judgment less than six years old?",
        _young,
        "Ask the court's permission (N244), or choose another way.",
        "CPR 83.2(3)(a)",
        "A",
        "method",
    ),
    assessed(CHOOSE, MoneyStep.ENFORCEMENT),
    searched(REQUEST, MoneyStep.ENFORCEMENT, lambda ask: ask.command.on),
    not_barred(CHOOSE, "warrant_arrears"),
    not_barred(REQUEST, "warrant_arrears", lambda ask: ask.command.on),
    not_held(CHOOSE + REQUEST),
    not_insolvent(CHOOSE + REQUEST, "money_judgment"),
    gate("enforcement_over", ON_ENFORCEMENT, "Is it live?", _going, "Choose a way again."),
    gate("not_approved", REQUEST, "Is it approved?", _approved, "Have it approved.", "Landlord's policy"),
    gate("already_requested", REQUEST, "Is it still to be asked for?", _not_requested, "Nothing to do."),
    gate("fee", REQUEST, "Is the fee possible?", _fee, "Enter what was paid.", field="fee_pence"),
    gate("not_requested", RESULT, "Was it asked for?", _requested, "Record the request first."),
    gate("not_satisfied", SATISFY, "Is all of it paid?", _paid, "Wait for the payments to show on the account."),
)
