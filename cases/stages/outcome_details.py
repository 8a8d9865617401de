"""Gates on the sums and dates that come with an outcome: payments, periods, the last day to restore, what is next."""

from typing import Any

from cases.commands import RecordOutcome
from cases.gates import Gate, Question, Why
from cases.words import OutcomeKind
from law.calendar import closed_because
from law.explained import long_date, pounds
from law.tenancies import TENANCIES, Occupancy

OUTCOME = ("record_outcome",)
LASTING = (OutcomeKind.DEMOTED, OutcomeKind.BUY_SUSPENDED)
MAY_BE_DEMOTED = (Occupancy.secure, Occupancy.assured)


def _sums(q: Question[RecordOutcome]) -> str | None:
    c = q.command
    sums = {
        "judgment": c.judgment_pence,
        "costs": c.costs_pence,
        "instalment": c.instalment_pence,
        "lump sum": c.lump_sum_pence,
    }
    wrong = [name for name, value in sums.items() if value is not None and value < 0]
    if wrong:
        return f"A sum cannot be less than nothing: {', '.join(wrong)}."
    costs = 0 if c.with_costs is False else c.costs_pence
    whole = (c.judgment_pence or 0) + costs
    more = [name for name in ("instalment", "lump sum") if (sums[name] or 0) > whole]
    if not c.judgment_pence or not more or not c.outcome.on_terms:
        return None
    what = "judgment and costs" if costs else "judgment"
    return f"The {' and the '.join(more)} would be more than the {pounds(whole)} of {what}."


def _lump(q: Question[RecordOutcome]) -> str | Why | None:
    c = q.command
    if c.lump_sum_pence is None and c.lump_sum_on is None:
        return None
    if not c.outcome.on_terms:
        return Why(f"{c.outcome.label}: no payment goes with it, and a lump sum is entered.", "Leave it empty.")
    if not c.lump_sum_pence or c.lump_sum_on is None:
        return "Part of the lump sum is not entered: it has a sum and a day."
    if None in (c.instalment_pence, c.frequency, c.first_payment):
        return Why("A lump sum is entered, and no other payment.", "Enter an instalment of nothing and its first day.")
    return f"The lump sum on {long_date(c.lump_sum_on)} would be before the order." if c.lump_sum_on < c.on else None


def _first_payment(q: Question[RecordOutcome]) -> str | None:
    c = q.command
    if not c.outcome.on_terms or c.first_payment is None or c.first_payment >= c.on:
        return None
    return f"The first payment on {long_date(c.first_payment)} would be before the order of {long_date(c.on)}."


def _judgment_given(q: Question[RecordOutcome]) -> str | None:
    if q.command.outcome is not OutcomeKind.MONEY_ONLY or q.command.judgment_pence:
        return None
    return "A money judgment is for a sum; none is entered."


def _later_dates(q: Question[RecordOutcome]) -> str | None:
    c = q.command
    for name, day in (("restored", c.restore_by), ("paid", c.pay_by)):
        if day is not None and day < c.on:
            return f"It would have to be {name} by {long_date(day)}, before the order of {long_date(c.on)}."
    return None


def _lasts(q: Question[RecordOutcome]) -> str | Why | None:
    c = q.command
    if c.outcome not in LASTING:
        return None
    if c.begins_on is None:
        return f"{c.outcome.label}: the day it takes effect is not entered."
    if c.outcome is OutcomeKind.BUY_SUSPENDED and c.ends_on is None:
        return Why(f"{c.outcome.label}: the day it ends is not entered.", "Enter the period in the sealed order.")
    if c.ends_on is not None and c.ends_on <= c.begins_on:
        return f"It would end on {long_date(c.ends_on)}, not after {long_date(c.begins_on)} when it begins."
    return None


def _demotable(q: Question[RecordOutcome]) -> str | None:
    if q.command.outcome is not OutcomeKind.DEMOTED or Occupancy(q.case.occupancy) in MAY_BE_DEMOTED:
        return None
    return f"{TENANCIES[Occupancy(q.case.occupancy)].title}: only a secure or an assured tenancy can be demoted."


def _next_given(q: Question[RecordOutcome]) -> str | None:
    c = q.command
    if c.outcome is not OutcomeKind.ADJOURNED_TO_DATE:
        return None
    if c.next_hearing_on is None:
        return "It was adjourned to a date, and no date is entered."
    if c.next_hearing_on <= c.on:
        return f"The next hearing on {long_date(c.next_hearing_on)} is not after {long_date(c.on)}."
    why = closed_because(c.next_hearing_on)
    return f"{long_date(c.next_hearing_on)} is not a working day ({why})." if why else None


FOLLOWS: tuple[Gate[Any], ...] = (
    Gate("sum_wrong", OUTCOME, "Are the sums right?", _sums, "Correct the sums.", field="judgment_pence"),
    Gate(
        "first_payment_wrong",
        OUTCOME,
        "Is the first payment after the order?",
        _first_payment,
        "Check the sealed order.",
        field="first_payment",
    ),
    Gate(
        "lump_sum_wrong",
        OUTCOME,
        "Is the lump sum whole, and after the order?",
        _lump,
        "Check the sealed order.",
        field="lump_sum_pence",
    ),
    Gate("judgment_missing", OUTCOME, "Which sum?", _judgment_given, "Enter the sum.", field="judgment_pence"),
    Gate("date_wrong", OUTCOME, "Are its dates ahead?", _later_dates, "Check the sealed order.", field="restore_by"),
    Gate(
        "period_missing",
        OUTCOME,
        "From when until when?",
        _lasts,
        "Enter the dates in the sealed order.",
        "HA 1985 ss.82A, 121A; HA 1988 s.6A",
        "B",
        "begins_on",
    ),
    Gate(
        "cannot_demote",
        OUTCOME,
        "Could the court demote this tenancy?",
        _demotable,
        "Check the sealed order.",
        "HA 1985 s.82A; HA 1988 s.6A",
        "B",
        "outcome",
    ),
    Gate(
        "next_hearing_wrong",
        OUTCOME,
        "When is the next hearing?",
        _next_given,
        "Enter the date from the court's notice.",
        field="next_hearing_on",
    ),
)
