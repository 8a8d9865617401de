"""The Pre-Action Protocol for possession claims by social landlords, Part 2, as a ledger: asked, done, missing.

Confidence B for the paragraph numbers (recalled; the structure was read). In our own words.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from documents.papers.data import PaperData, StepLine

_BEFORE_HEARING = timedelta(days=10)

PARAGRAPHS: tuple[tuple[str, str], ...] = (
    (
        "1.6",
        "Where reading or understanding is hard for a tenant, take reasonable steps so that information is understood.",
    ),
    (
        "1.7",
        "For a young or particularly vulnerable tenant: capacity, Equality Act duties, and care needs, "
        "considered early.",
    ),
    (
        "2.1",
        "Contact each tenant separately as soon as reasonably possible about cause, finances, benefits and repayment.",
    ),
    ("2.2", "Try to agree affordable sums from income and spending; put any time limits clearly in writing."),
    ("2.3", "Send rent statements every quarter, and a full one on request."),
    ("2.4", "If the conditions are met, arrange payment of arrears out of benefit."),
    ("2.5", "Offer help with claims for housing benefit, discretionary payments or the housing element."),
    (
        "2.6",
        "Hold back from a claim while a benefit claim that should succeed is waiting; keep in touch with the "
        "benefit office.",
    ),
    ("2.7", "Point each tenant to debt advice as soon as possible."),
    ("2.8", "After the notice and before the claim: try again to make contact, and send a copy of the Protocol."),
    ("2.9", "While an agreement is kept, postpone the claim; if it is broken, warn in writing with clear time limits."),
    ("2.10", "Consider other ways of settling; a claim is the last resort."),
    ("2.11", "At least ten days before the hearing: an up-to-date rent statement and what is known of benefit."),
    ("2.12", "Tell each tenant the date, time and place of the hearing and the order asked for; advise them to come."),
    ("2.13", "An agreement made after issue and kept: postpone; broken: warn that the claim will go on."),
)


def ledger(data: PaperData) -> tuple[dict[str, Any], ...]:
    """Each paragraph with the dated steps recorded under it, in order of date; an empty list means nothing is recorded.

    `later` says of a paragraph with nothing recorded why its time has not come; empty where it has.
    Steps under a paragraph that is not in the list (Part 3, or a landlord's own) follow at the end.
    """
    known = {para for para, _ in PARAGRAPHS}
    later = _not_yet(data)
    rows = [_row(para, asked, data.steps, later.get(para, "")) for para, asked in PARAGRAPHS]
    others = dict.fromkeys(step.para for step in data.steps if step.para not in known)
    return (*rows, *(_row(para, "", data.steps) for para in others))


def _not_yet(data: PaperData) -> dict[str, str]:
    """The paragraphs whose time has not come on the day of the paper, each with why."""
    found = {"2.13": "Arises only where an agreement is made after the claim is issued."}
    if data.notice is None or not data.notice.served:
        found["2.8"] = "Comes after the notice is served."
    if data.hearing is None:
        found |= dict.fromkeys(("2.11", "2.12"), "Comes when a hearing is listed.")
    elif data.hearing.at.date() - data.made_on > _BEFORE_HEARING:
        found["2.11"] = "Not due yet: at least ten days before the hearing."
    return found


def _row(para: str, asked: str, steps: Sequence[StepLine], later: str = "") -> dict[str, Any]:
    done = sorted((step for step in steps if step.para == para and step.on), key=lambda step: step.on or date.max)
    open_ = [step for step in steps if step.para == para and step.on is None]
    later = "" if done else later
    if later:
        open_ = [StepLine(on=None, para=para, text=later)]
    return {"para": para, "asked": asked, "done": done, "open": open_, "later": later}
