"""What a template may print: the recorded facts under their own names, and a few words made from them."""

import re
from collections.abc import Sequence
from typing import Any

from documents.papers import held, household, protocol
from documents.papers.checks import money
from documents.papers.context_road import road_names
from documents.papers.data import GroundData, NoticeData, PaperData, WitnessData
from documents.papers.registry import Paper
from documents.papers.template import long_date, names

_BLANK_DIGITS = (" ",) * 8
_TWO_WEEKS = frozenset({"3", "4", "7B", "8", "10", "11", "12", "13", "14ZA", "14A", "15", "17"})  # HA 1988 s.8(4B)

_ASKED_FOR = {
    "": "Possession",
    "outright": "Possession",
    "suspended": "Possession, suspended on terms",
    "postponed": "Possession, on a date to be fixed",
    "adjourned": "The claim to be adjourned on terms",
}


def context(paper: Paper, data: PaperData) -> dict[str, Any]:
    """The names a template may use. Everything recorded keeps its field's name; what is added is below."""
    facts: dict[str, Any] = {name: getattr(data, name) for name in type(data).model_fields}
    facts.update(
        road_names(data),
        paper=paper,
        facts_mark=data.facts_digest[:12],
        running_right=_running(paper, data),
        truth=_truth(data),
        article=held.article(data.tenancy.occupancy),
        about=held.about(data),
        held=held.held(data),
        asked_for=_ASKED_FOR[data.order_sought],
        council=data.landlord.kind == "council",
        first_row=data.rent_rows[0] if data.rent_rows else None,
        rent_due_pence=sum(row.due_pence for row in data.rent_rows),
        rent_paid_pence=sum(row.paid_pence for row in data.rent_rows),
        opening_pence=_opening(data),
        total_pence=_total(data),
        warrant_total_pence=_warrant_total(data),
        paragraphs=_paragraphs(data.witness, data.bundle_pages),
        told=(*held.opening(data), *_paragraphs(data.witness, data.bundle_pages)),
        on_conduct=bool(data.order and data.order.terms and not data.order.instalment_pence)
        or (data.order is None and not held.about(data).rent),
        exhibits=_exhibits(data.witness, data.bundle_pages),
        ordinal=_ordinal(data.witness.number) if data.witness else "",
        incidents=tuple(step for step in data.steps if step.on and step.incident),
        answered=tuple(step for step in data.steps if step.on and not step.incident and not step.para),
        unknown_people=any("unknown" in tenant.full_name.casefold() for tenant in data.tenants)
        or bool(data.household and data.household.unknown),
        others_there=household.in_possession(data.household),
        ledger=protocol.ledger(data),
        gaps=tuple(row["para"] for row in protocol.ledger(data) if not row["done"] and not row["later"]),
        last_paid=_last_paid(data),
        service_groups=_groups(data.notice),
        must=_grounds(tuple(ground for ground in data.grounds if _must(ground))),
        may=_grounds(tuple(ground for ground in data.grounds if not _must(ground))),
        grounds_named=_grounds(data.grounds),
        immediate=any(ground.code.split()[-1:] == ["2"] for ground in data.grounds),
        two_weeks=bool(data.grounds) and {_number(ground) for ground in data.grounds} <= _TWO_WEEKS,
        contents=sorted(data.bundle_pages.items(), key=lambda item: item[1]),
    )
    return facts


def _running(paper: Paper, data: PaperData) -> str:
    if data.claim_number and not paper.before_claim:
        return f"Claim no. {data.claim_number}"
    return next((line for line in data.property_address if line), "")


def _truth(data: PaperData) -> dict[str, Any]:
    """Who signs; the signature and date stay empty until signed."""
    signer = data.statement_of_truth
    if signer is None:
        return {"name": "", "position": "", "capacity": "", "signature": "", "date": _BLANK_DIGITS, "signed_on": None}
    signed = signer.signed_on
    return {
        "name": signer.name,
        "position": signer.position,
        "capacity": signer.capacity,
        "signature": signer.name if signed else "",
        "date": tuple(f"{signed:%d%m%Y}") if signed else _BLANK_DIGITS,
        "signed_on": signed,
    }


def _opening(data: PaperData) -> int:
    if not data.rent_rows:
        return 0
    first = data.rent_rows[0]
    return first.balance_pence - first.due_pence + first.paid_pence


def _total(data: PaperData) -> int | None:
    """Court fee and legal costs, in pence; None while the fee is not known."""
    return None if data.fee_pence is None else data.fee_pence + (data.legal_costs_pence or 0)


def _warrant_total(data: PaperData) -> int | None:
    if data.warrant is None:
        return None
    amounts = data.warrant.amounts
    parts = (amounts.balance_pence, amounts.fee_pence, amounts.costs_pence, amounts.land_registry_pence)
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def _last_paid(data: PaperData) -> str:
    if data.last_payment_on is None:
        return "No payment is recorded"
    return f"{money(data.last_payment_pence)} on {long_date(data.last_payment_on)}"


def _must(ground: GroundData) -> bool:
    return "mandatory" in ground.power.lower()


def _number(ground: GroundData) -> str:
    return ground.code.split()[-1]


def _grounds(listed: Sequence[GroundData]) -> str:
    """Grounds as people say them: "ground 1", "grounds 8, 10 and 11", "section 127"; nothing for none."""
    if any(not ground.code.startswith("Ground") for ground in listed):
        return names([f"{ground.code[:1].lower()}{ground.code[1:]}" for ground in listed])
    said = names([_number(ground) for ground in listed])
    return f"ground{'s' if len(listed) > 1 else ''} {said}" if listed else ""


def _ordinal(number: int) -> str:
    words = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
    return words[number - 1] if 0 < number <= len(words) else f"No. {number}"


def _paragraphs(witness: WitnessData | None, pages: dict[str, int]) -> Sequence[str]:
    """The witness's paragraphs with every `[mark]` of an exhibit turned into a citation."""
    if witness is None:
        return ()
    marks = {exhibit.mark for exhibit in witness.exhibits}

    def cite(found: re.Match[str]) -> str:
        mark = found.group(1)
        if mark not in marks:
            return found.group(0)
        return f"exhibit {mark}" + (f" (bundle page {pages[mark]})" if mark in pages else "")

    return tuple(re.sub(r"\[([^\[\]]{1,20})\]", cite, paragraph) for paragraph in witness.paragraphs)


def _exhibits(witness: WitnessData | None, pages: dict[str, int]) -> Sequence[dict[str, str]]:
    listed = witness.exhibits if witness else ()
    return tuple(
        {"mark": exhibit.mark, "title": exhibit.title, "page": str(pages.get(exhibit.mark, ""))} for exhibit in listed
    )


def _groups(notice: NoticeData | None) -> Sequence[dict[str, Any]]:
    """Service on each person, numbered, with the means ticked."""
    served = notice.served if notice else ()
    return tuple({"number": place, "line": line} for place, line in enumerate(served, start=1))
