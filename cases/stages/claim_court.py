"""The court of a claim: proposed from the home's postcode, and chosen otherwise with a reason, until it is issued."""

from collections.abc import Sequence
from typing import Any

from cases.commands import ChooseCourt, RequestPaper
from cases.courts import AUTHORITY, court_of
from cases.events import ClaimChanged, Event
from cases.gates import Gate, Question, Why, hold
from cases.paper_rules import RULES, find
from cases.state import Claim
from law.explained import long_date

CHOOSE = ("choose_court",)
REQUEST = ("request_paper",)


def may_choose(claim: Claim) -> bool:
    """Whether the claim is still being prepared, so that its court can be chosen."""
    return claim.live and claim.issued_on is None


def _prepared(q: Question[ChooseCourt]) -> str | Why | None:
    claim = q.claim(q.command.claim_id)
    if claim.issued_on is not None:
        told = f"Claim {claim.id} was issued on {long_date(claim.issued_on)}."
        return Why(told, "Put the court right with the facts of the issue.")
    return None if claim.live else f"Claim {claim.id} is over."


def _named(q: Question[ChooseCourt]) -> str | None:
    return None if q.command.court.strip() else "No court is named."


def _court_known(q: Question[RequestPaper]) -> Why | None:
    rule, item = RULES[q.command.paper], find(q.case, q.command.subject, q.command.paper)
    if not isinstance(item, Claim) or not rule.begins:
        return None
    court = court_of(item, q.facts.courts, q.case.landlord)
    # A landlord that set nothing at all is told so by the gate on its details.
    return None if court.name or not q.facts.courts.installed else Why(court.reason, court.mend)


COURT_KNOWN: Gate[Any] = Gate(
    "court_unknown",
    REQUEST,
    "Is it known which court serves the home?",
    _court_known,
    "Choose the court of the claim.",
    AUTHORITY,
    "A",
)
"""Whether a paper of a claim that is being prepared can name its court. It is not guessed."""

GATES: tuple[Gate[Any], ...] = (
    Gate("claim_not_prepared", CHOOSE, "Is the claim still being prepared?", _prepared, "Look at the case again."),
    Gate("no_court", CHOOSE, "Which court?", _named, "Enter the hearing centre.", field="court"),
)


def choose_court(q: Question[ChooseCourt]) -> Sequence[Event]:
    """Name the court of the claim; papers, data and the draft of the order follow it."""
    claim = q.claim(q.command.claim_id)
    hold(GATES, q)
    chosen = {
        "court_chosen": q.command.court.strip(),
        "court_reason": q.command.reason,
        "court_chosen_by": q.actor,
    }
    return [ClaimChanged(what="court_chosen", claim=claim.model_copy(update=chosen), text=q.command.reason)]
