"""Claims for money only: the Debt Protocol's times, limitation with what restarts it, the claim's times, enforcement.

Rows are in `law/data/debt.toml`; most of them are to be confirmed (C).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from law.breathing_space import extended_deadline
from law.calendar import is_business_day, next_business_day
from law.checks import need_date, need_one_of, need_pence
from law.counting import add_months
from law.data import table
from law.explained import Confidence, Explained, Step, long_date

DebtKind = Literal["rent", "other"]
_FILE = table("debt.toml")
TABLE_VERSION: str = f"debt {_FILE['version']}"
REPLY_DAYS = 30
INTENTION_DAYS = 14
RESPONSE_DAYS = 14
DEFENCE_DAYS = 28
SIX_YEARS = 72
STAY_MONTHS = 6
SERVE_MONTHS = 4


@dataclass(frozen=True)
class Enforcement:
    """A way to enforce a money judgment. Limits in pence, None where there is none."""

    code: str
    title: str
    form: str
    fits: str
    least_pence: int | None
    most_pence: int | None
    authority: str
    confidence: Confidence


ENFORCEMENTS: dict[str, Enforcement] = {
    row["code"]: Enforcement(
        row["code"],
        row["title"],
        row["form"],
        row["fits"],
        row.get("least_pence"),
        row.get("most_pence"),
        row["authority"],
        Confidence(row["confidence"]),
    )
    for row in _FILE["enforcements"]
}


def _told(code: str, day: date, trigger: str, *steps: Step) -> Explained[date]:
    row = _FILE["rules"][code]
    mark = Confidence(row["confidence"])
    return Explained(day, trigger, row["title"], steps, row["authority"], mark, TABLE_VERSION, code)


def _days_on(code: str, start: date, days: int, trigger: str, words: str, *, court: bool = False) -> Explained[date]:
    day = need_date("start", start) + timedelta(days=days)
    authority: str = _FILE["rules"][code]["authority"]
    steps = [Step(f"{words} {long_date(day)}", authority, day)]
    if court and not is_business_day(day):
        day = next_business_day(day)
        steps.append(Step(f"The court office is shut; the next day it is open is {long_date(day)}", "CPR 2.8(5)", day))
    return _told(code, day, f"{trigger} {long_date(start)}", *steps)


def issue_after_reply(received: date) -> Explained[date]:
    """The first day to issue after the reply form came: 30 days (Debt Protocol 4.1, to be confirmed)."""
    words = "30 days must pass; the day after them is"
    return _days_on("debt_after_reply", received, REPLY_DAYS + 1, "Reply received on", words)


def issue_after_documents(sent: date) -> Explained[date]:
    """The first day to issue after documents were sent: 30 days (Debt Protocol 4.1, to be confirmed)."""
    words = "30 days must pass; the day after them is"
    return _days_on("debt_after_reply", sent, REPLY_DAYS + 1, "Documents sent on", words)


def documents_due(asked: date) -> Explained[date]:
    """The last day to send the documents that a debtor asked for: 30 days (Debt Protocol 5.2, to be confirmed)."""
    return _days_on("debt_documents", asked, REPLY_DAYS, "Documents asked for on", "30 days later is")


def issue_after_intention(sent: date) -> Explained[date]:
    """The first day to issue after notice of the intention to claim: 14 days (Debt Protocol 8.2, to be confirmed)."""
    words = "14 days must pass; the day after them is"
    return _days_on("debt_intention", sent, INTENTION_DAYS + 1, "Notice of the intention to claim sent on", words)


def response_due(deemed_served: date) -> Explained[date]:
    """The last day to admit, defend or acknowledge the claim: 14 days after service (CPR 10.3, 15.4)."""
    return _days_on(
        "debt_response", deemed_served, RESPONSE_DAYS, "Claim served on", "14 days after service is", court=True
    )


def defence_due(deemed_served: date) -> Explained[date]:
    """The last day for a defence where service was acknowledged: 28 days after service (CPR 15.4(1)(b))."""
    return _days_on(
        "debt_defence", deemed_served, DEFENCE_DAYS, "Claim served on", "28 days after service is", court=True
    )


def stayed_from(response_due_on: date) -> Explained[date]:
    """The day a claim nobody takes further is stayed: six months after the time to answer (CPR 15.11)."""
    day = add_months(need_date("response_due_on", response_due_on), STAY_MONTHS)
    trigger = f"Time to answer ended on {long_date(response_due_on)}"
    return _told("debt_stay", day, trigger, Step(f"Six months later is {long_date(day)}", "CPR 15.11", day))


def serve_by(issued: date) -> Explained[date]:
    """The last day to serve the claim form: four months after issue (CPR 7.5(1))."""
    day = add_months(need_date("issued", issued), SERVE_MONTHS)
    step = Step(f"Four months later is {long_date(day)}", "CPR 7.5(1)", day)
    return _told("debt_serve_by", day, f"Claim issued on {long_date(issued)}", step)


def last_day_to_sue(
    due: date,
    kind: DebtKind,
    acknowledged: Iterable[date] = (),
    part_paid: Iterable[date] = (),
    moratorium: tuple[date, date] | None = None,
) -> Explained[date]:
    """The last day to issue for a sum that fell due on a day: six years, begun again by what the debtor did in time.

    A signed acknowledgement begins the six years again; so does a part payment, but not for rent, where a payment of a
    part leaves the time for the rest as it was (Limitation Act 1980 s.29(5)-(6)). What is barred is not revived
    (s.29(7)). A moratorium (first day, last day) in which the time would end gives eight weeks from its last day.
    """
    need_one_of("kind", kind, ("rent", "other"))
    start, last = need_date("due", due), add_months(due, SIX_YEARS)
    section = "Limitation Act 1980 s.19" if kind == "rent" else "Limitation Act 1980 s.5"
    steps = [Step(f"Six years after it fell due is {long_date(last)}", section, last)]
    events = [(day, "Acknowledged in writing") for day in acknowledged]
    if kind == "other":
        events += [(day, "Part paid") for day in part_paid]
    for day, words in sorted(events):
        if start < day <= last:
            start, last = day, add_months(day, SIX_YEARS)
            text = f"{words} on {long_date(day)}, so six years begin again and end on {long_date(last)}"
            steps.append(Step(text, "Limitation Act 1980 s.29(5)", last))
    if moratorium and moratorium[0] <= last <= moratorium[1]:
        longer = extended_deadline(moratorium[1])
        last = longer.value
        steps += longer.steps
    return _told("debt_limitation", last, f"Sum due on {long_date(due)}", *steps)


def unpaid(charges: Sequence[tuple[date, int]], received_pence: int) -> list[tuple[date, int]]:
    """What is left of each charge (day, pence), payments to the oldest first; a credit counts as a receipt."""
    left = received_pence + sum(-pence for _, pence in charges if need_pence("charges", pence, None) < 0)
    open_: list[tuple[date, int]] = []
    for on, pence in sorted(charges):
        if pence <= 0:
            continue
        taken = min(pence, max(left, 0))
        left -= taken
        if pence > taken:
            open_.append((on, pence - taken))
    return open_


def enforcement_problem(code: str, owed_pence: int) -> str | None:
    """Why a judgment of which so much is owed cannot be enforced that way; None if it can. Raises BadFact."""
    need_one_of("code", code, tuple(ENFORCEMENTS))
    way = ENFORCEMENTS[code]
    if way.least_pence is not None and owed_pence < way.least_pence:
        return f"{way.title} needs at least £{way.least_pence // 100:,} owed."
    if way.most_pence is not None and owed_pence > way.most_pence:
        return f"{way.title} by the County Court goes up to £{way.most_pence // 100:,} owed."
    return None
