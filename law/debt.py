"""Claims for money only: the Debt Protocol's times, limitation with what restarts it, the claim's times, enforcement.

The ways to enforce a judgment are in `law/data/debt.toml`, the times among all rules in `law/data/rules.toml`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from law.breathing_space import limit_with_moratorium
from law.calendar import closed_because, settle
from law.checks import need_date, need_list, need_one_of, need_pence
from law.counting import add_months, days_after
from law.data import table
from law.errors import BadFact
from law.explained import Confidence, Explained, Step, long_date, pounds
from law.rules import explain

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
_PROTOCOL = "Protocol for Debt Claims"


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


def reply_by(letter: date) -> Explained[date]:
    """The last day of the debtor's time to answer a letter of claim: 30 days (Debt Protocol 3.4, 4.4)."""
    day = days_after(letter, REPLY_DAYS)
    step = Step(f"30 days after the letter is {long_date(day)}", f"{_PROTOCOL} 3.4", day)
    return explain("debt_reply", day, f"Letter of claim dated {long_date(letter)}", step, on=letter)


def documents_due(asked: date) -> Explained[date]:
    """The last day to send the documents that a debtor asked for: 30 days (Debt Protocol 5.2)."""
    day = days_after(asked, REPLY_DAYS)
    step = Step(f"30 days after the request is {long_date(day)}", f"{_PROTOCOL} 5.2", day)
    return explain("debt_documents", day, f"Documents asked for on {long_date(asked)}", step, on=asked)


def issue_after_reply(received: date) -> Explained[date]:
    """The first day to issue after the reply form came: 30 days must pass (Debt Protocol 4.1)."""
    return _once_past("debt_after_reply", "Reply received", received, REPLY_DAYS, f"{_PROTOCOL} 4.1")


def issue_after_documents(sent: date) -> Explained[date]:
    """The first day to issue after documents were sent: 30 days must pass (Debt Protocol 4.1)."""
    return _once_past("debt_after_reply", "Documents sent", sent, REPLY_DAYS, f"{_PROTOCOL} 4.1")


def issue_after_intention(sent: date) -> Explained[date]:
    """The first day to issue after notice of the intention to claim: 14 days must pass (Debt Protocol 8.2)."""
    return _once_past(
        "debt_intention", "Notice of the intention to claim sent", sent, INTENTION_DAYS, f"{_PROTOCOL} 8.2"
    )


def _once_past(code: str, what: str, start: date, days: int, authority: str) -> Explained[date]:
    last = days_after(start, days)
    day = last + timedelta(days=1)
    return explain(
        code,
        day,
        f"{what} on {long_date(start)}",
        Step(f"{days} days must pass, to the end of {long_date(last)}", authority, last),
        Step(f"The day after is {long_date(day)}", authority, day),
        on=start,
    )


def response_due(deemed_served: date) -> Explained[date]:
    """The last day to admit, defend or acknowledge the claim: 14 days after service (CPR 10.3, 14.2, 15.4)."""
    return _at_court("debt_response", deemed_served, RESPONSE_DAYS, "CPR 10.3, 15.4")


def defence_due(deemed_served: date) -> Explained[date]:
    """The last day for a defence where service was acknowledged: 28 days after service (CPR 15.4(1)(b))."""
    return _at_court("debt_defence", deemed_served, DEFENCE_DAYS, "CPR 15.4(1)(b)")


def _at_court(code: str, served: date, days: int, authority: str) -> Explained[date]:
    counted = days_after(served, days)
    steps = [Step(f"{days} days after service is {long_date(counted)}", authority, counted)]
    day = settle(counted, 1)
    if day != counted:
        words = f"The court office is shut ({closed_because(counted)}), so {long_date(day)}"
        steps.append(Step(words, "CPR 2.8(5)", day))
    return explain(code, day, f"Claim deemed served on {long_date(served)}", *steps, on=served)


def stayed_from(response_due_on: date) -> Explained[date]:
    """The day a claim nobody takes further is stayed: six months after the time for a defence (CPR 15.11)."""
    day = add_months(response_due_on, STAY_MONTHS)
    step = Step(f"Six months later is {long_date(day)}", "CPR 15.11", day)
    return explain("debt_stay", day, f"Time to answer ended on {long_date(response_due_on)}", step, on=response_due_on)


def serve_by(issued: date) -> Explained[date]:
    """The last day for the step that serves the claim form: four months after issue (CPR 7.5(1))."""
    day = add_months(issued, SERVE_MONTHS)
    step = Step(f"Four months later is {long_date(day)}", "CPR 7.5(1)", day)
    return explain("debt_serve_by", day, f"Claim issued on {long_date(issued)}", step, on=issued)


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
    (s.29(7)). A moratorium (first day, last day) lengthens a time that runs out meanwhile, as
    `breathing_space.limit_with_moratorium` says. Raises BadFact.
    """
    need_one_of("kind", kind, ("rent", "other"))
    start, last = need_date("due", due), add_months(due, SIX_YEARS)
    section = "Limitation Act 1980 s.19" if kind == "rent" else "Limitation Act 1980 s.5"
    steps = [Step(f"Six years later is {long_date(last)}", section, last)]
    events = [
        (need_date("acknowledged", day), "Acknowledged in writing") for day in need_list("acknowledged", acknowledged)
    ]
    parts = [(need_date("part_paid", day), "Part paid") for day in need_list("part_paid", part_paid)]
    events += parts if kind == "other" else []
    for day, words in sorted(events):
        if start < day <= last:
            start, last = day, add_months(day, SIX_YEARS)
            text = f"{words} on {long_date(day)}, so six years begin again and end on {long_date(last)}"
            steps.append(Step(text, "Limitation Act 1980 s.29(5)", last))
    if moratorium is not None:
        longer = limit_with_moratorium(last, *_pair(moratorium))
        if longer.value != last:
            last = longer.value
            ended = f"A breathing space that ran then ended on {long_date(moratorium[1])}"
            text = f"{ended}; eight weeks beginning with that day end on {long_date(last)}"
            steps.append(Step(text, longer.authority, last))
    what = "Rent" if kind == "rent" else "Sum"
    return explain("limitation", last, f"{what} due on {long_date(due)}", *steps, on=due)


def _pair(days: tuple[date, date]) -> tuple[date, date]:
    given = need_list("moratorium", days)
    if len(given) != 2:
        raise BadFact("moratorium", "A breathing space has a first day and a last.", "Give both.")
    return given[0], given[1]


def unpaid(charges: Sequence[tuple[date, int]], received_pence: int) -> list[tuple[date, int]]:
    """What is left of each charge (day, pence), payments to the oldest first; a credit counts as a receipt."""
    charges = [(on, need_pence("charges", pence, None)) for on, pence in need_list("charges", charges)]
    credits = sum(max(0, -pence) for _, pence in charges)
    left = max(0, need_pence("received_pence", received_pence, None) + credits)
    open_: list[tuple[date, int]] = []
    for on, pence in sorted(charges):
        taken = min(max(0, pence), left)
        left -= taken
        if pence > taken:
            open_.append((on, pence - taken))
    return open_


def enforcement_problem(code: str, owed_pence: int) -> str | None:
    """Why a judgment of which so many pence are owed cannot be enforced that way; None if it can.

    Raises BadFact, NotPence.
    """
    need_one_of("code", code, tuple(ENFORCEMENTS))
    need_pence("owed_pence", owed_pence)
    way = ENFORCEMENTS[code]
    if way.least_pence is not None and owed_pence < way.least_pence:
        return f"{way.title} needs at least {pounds(way.least_pence)} owed."
    if way.most_pence is not None and owed_pence > way.most_pence:
        return f"{way.title} by the County Court goes up to {pounds(way.most_pence)} owed."
    return None
