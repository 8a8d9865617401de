"""What stops a paper: a part it needs is missing, figures disagree, a value does not fit or cannot be drawn."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from documents.papers.clean import PROSE, scripts, undrawable
from documents.papers.data import PaperData
from documents.papers.needs_notices import NOTICE_NEEDS
from documents.papers.needs_road import ROAD_NEEDS, disagreements
from documents.papers.registry import Paper

LINE_LIMIT = 200
PROSE_LIMIT = 8000
ROWS_LIMIT = 2000

NEEDS: dict[str, tuple[Callable[[PaperData], bool], str]] = {
    "landlord_address": (lambda d: any(d.landlord.address), "The landlord's address is missing."),
    "property_address": (lambda d: any(d.property_address), "The address of the property is missing."),
    "tenants": (lambda d: bool(d.tenants) and all(t.full_name for t in d.tenants), "A tenant's full name is missing."),
    "court_name": (lambda d: bool(d.court_name), "The court is not recorded."),
    "claim_number": (lambda d: bool(d.claim_number), "The claim number is not recorded."),
    "grounds": (lambda d: bool(d.grounds), "No ground for possession is recorded."),
    "rent_rows": (lambda d: bool(d.rent_rows), "The rent account has no lines to show."),
    "arrears": (lambda d: d.arrears_pence > 0, "No arrears are recorded."),
    "notice": (lambda d: d.notice is not None, "There is no notice on this case."),
    "particulars": (
        lambda d: d.notice is not None and bool(d.notice.particulars),
        "The notice has no particulars of its grounds.",
    ),
    "service": (
        lambda d: d.notice is not None and bool(d.notice.served),
        "Service of the notice is not recorded for anyone.",
    ),
    "steps": (lambda d: bool(d.steps), "No Protocol step is recorded."),
    "hearing": (lambda d: d.hearing is not None, "No hearing is listed."),
    "rent_where_claimed": (
        lambda d: not d.claim.money_judgment or (d.arrears_pence > 0 and bool(d.rent_rows)),
        "The claim is for arrears, and no arrears or no lines of the rent account are recorded.",
    ),
    "incidents": (lambda d: any(s.on and s.incident for s in d.steps), "No incident is recorded."),
    "order": (lambda d: d.order is not None, "There is no order on this case."),
    "possession_on": (
        lambda d: d.order is not None and d.order.possession_on is not None,
        "The order fixes no date for possession.",
    ),
    "high_court": (
        lambda d: d.order is not None and d.order.high_court_on is not None,
        "The order has not been moved to the High Court.",
    ),
    "order_lines": (
        lambda d: d.order is not None and bool(d.order.lines),
        "There is no statement of payments due and made under the order.",
    ),
    "order_terms": (
        lambda d: d.order is not None and bool(d.order.terms),
        "The terms of the order are not recorded.",
    ),
    "order_broken": (
        lambda d: d.order is not None and bool(d.order.lines or d.order.broken),
        "Neither payments under the order nor a breach of another term are recorded.",
    ),
    "warrant": (lambda d: d.warrant is not None, "The request for a warrant has no answers on risk and access."),
    "witness": (
        lambda d: d.witness is not None and bool(d.witness.paragraphs),
        "The witness has said nothing yet.",
    ),
    "statement_of_truth": (
        lambda d: d.statement_of_truth is not None,
        "Nobody is named to sign the statement of truth.",
    ),
    "signatory": (lambda d: bool(d.landlord.signatory_name), "Nobody is named to sign for the landlord."),
    "fee": (lambda d: d.fee_pence is not None, "The court fee is not known."),
    **NOTICE_NEEDS,
    **ROAD_NEEDS,
}


def refusals(paper: Paper, data: PaperData, *, typesets: bool = False) -> tuple[str, ...]:
    """Every reason why this paper may not be made from these (already cleaned) facts; empty if it may.

    `typesets`: what draws the paper sets scripts whose letters change places.
    """
    found = (*_missing(paper, data), *_figures(data), *disagreements(data), *_values(paper, data))
    return found if typesets else (*found, *_misspelt(data))


def _missing(paper: Paper, data: PaperData) -> Iterator[str]:
    for need in paper.needs:
        present, sentence = NEEDS[need]
        if not present(data):
            yield sentence


def money(pence: int) -> str:
    """Pence as pounds ("£1,234.50"); a credit is "£12.00 CR"."""
    return f"£{abs(pence) // 100:,}.{abs(pence) % 100:02d}" + (" CR" if pence < 0 else "")


def _figures(data: PaperData) -> Iterator[str]:
    """The same to the penny, or nothing is made."""
    rows = data.rent_rows
    for before, after in pairwise(rows):
        if before.balance_pence + after.due_pence - after.paid_pence != after.balance_pence:
            yield f"The rent account's balance on {after.on:%d/%m/%Y} does not follow from the line before it."
            break
    if any(before.on > after.on for before, after in pairwise(rows)):
        yield "The rent account's lines are not in order of date."
    if rows and rows[-1].balance_pence != data.arrears_pence:
        yield (
            f"The arrears are {money(data.arrears_pence)} but the rent account ends at {money(rows[-1].balance_pence)}."
        )
    if rows and rows[-1].on > data.arrears_as_at:
        yield "The rent account runs past the day on which the arrears are stated."
    order = data.order
    if order is not None:
        if order.due_pence - order.paid_pence != order.shortfall_pence:
            yield "The shortfall under the order is not the sum due less the sum paid."
        if order.lines:
            yield from _terms(data)
    if data.hearing is not None and data.hearing.at.tzinfo is None:
        yield "The hearing's time has no time zone."
    if any(amount < 0 for amount in (data.tenancy.rent_pence, data.tenancy.daily_rate_pence, data.fee_pence or 0)):
        yield "A rent, daily rate or fee is below nothing."


def _terms(data: PaperData) -> Iterator[str]:
    order = data.order
    assert order is not None
    due, paid = sum(line.due_pence for line in order.lines), sum(line.paid_pence for line in order.lines)
    if due != order.due_pence:
        yield f"Sums due under the order are {money(order.due_pence)} but their lines come to {money(due)}."
    if paid != order.paid_pence:
        yield f"Sums paid under the order are {money(order.paid_pence)} but their lines come to {money(paid)}."
    running = 0
    for line in order.lines:
        running += line.due_pence - line.paid_pence
        if line.balance_pence != running:
            yield f"The shortfall shown on {line.on:%d/%m/%Y} does not follow from the lines before it."
            return


def _values(paper: Paper, data: PaperData) -> Iterator[str]:
    for name, rows in (
        ("rent account", data.rent_rows),
        ("statement under the order", data.order and data.order.lines),
    ):
        if rows and len(rows) > ROWS_LIMIT:
            yield f"The {name} has {len(rows):,} lines; a paper takes {ROWS_LIMIT:,}."
    limits = {field.name: field.limit for field in paper.fields if field.limit}
    drawn: set[str] = set()
    long: set[str] = set()
    for path, text in strings(data):
        limit = limits.get(path, PROSE_LIMIT if path.rsplit(".", 1)[-1] in PROSE else LINE_LIMIT)
        if len(text) > limit and path not in long:
            long.add(path)
            yield f"{_said(path)} is {len(text):,} characters long; this paper takes {limit:,}. Shorten it."
        drawn.update(undrawable(text))
    if drawn:
        listed = ", ".join(sorted(drawn)[:8])
        yield f"The papers' fonts cannot draw these characters: {listed}. Write the words in another script."


def misspelt(data: PaperData) -> tuple[str, ...]:
    """The scripts of words that the built-in converter would draw with their letters in the wrong places."""
    return tuple(dict.fromkeys(script for _, text in strings(data) for script in scripts(text)))


def _misspelt(data: PaperData) -> Iterator[str]:
    listed = misspelt(data)
    if listed:
        yield (
            f"The built-in converter would misspell words in {' and '.join(listed)}. Have an administrator install "
            "LibreOffice on every worker, which then sets them rightly, or give the name in Latin letters as the "
            "tenancy has it."
        )


_SAID = {
    "tenants.full_name": "A tenant's name",
    "tenants.address": "A line of a tenant's address",
    "property_address": "A line of the property's address",
    "landlord.name": "The landlord's name",
    "landlord.address": "A line of the landlord's address",
    "notice.particulars": "What the notice gives as particulars",
    "notice.served.proof": "What is recorded as proof of service",
    "notice.served.method": "How the notice was served",
    "reasons": "What is given as the reasons",
    "review.reasons": "What is given as the reasons of the review",
    "review.said": "What the tenant says for the review",
    "leaving.incidents.text": "An incident that broke the agreement",
    "circumstances": "What is known of the tenants' circumstances",
    "steps.text": "A Protocol step",
    "steps.note": "The note of a Protocol step",
    "order.terms": "What the order's terms say",
    "order.broken": "How the order was broken",
    "witness.paragraphs": "A paragraph of the witness statement",
    "statement_of_truth.name": "The name under the statement of truth",
    "warrant.risks": "A risk to the bailiff",
    "warrant.vulnerable": "What is said of a vulnerable person",
    "warrant.access": "What is said of access",
}


def _said(path: str) -> str:
    """The field in an officer's words."""
    return _SAID.get(path) or f"The entry for '{path.rsplit('.', 1)[-1].replace('_', ' ')}'"


def strings(facts: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string in the facts with its dotted field name (list positions left out)."""
    if isinstance(facts, str):
        yield path, facts
    elif isinstance(facts, BaseModel):
        for key in type(facts).model_fields:
            yield from strings(getattr(facts, key), f"{path}.{key}" if path else key)
    elif isinstance(facts, tuple):
        for item in facts:
            yield from strings(item, path)
