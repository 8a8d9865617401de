"""From what facts a paper is made, as one digest: while it stays the same, so does what the paper says."""

import json
from collections.abc import Set as AbstractSet
from datetime import date
from hashlib import sha256
from typing import Any

from cases.base import Value
from cases.bundles import BUNDLES
from cases.courts import court_of
from cases.document_kinds import DocumentKind
from cases.facts import Facts
from cases.on_file import on_file
from cases.paper_rules import NOTICE_PAPERS, RULES, Subject, find
from cases.parties import changes, household
from cases.state import ApplicationDraft, CaseState, Claim, Hearing, Notice, Review, Warrant
from cases.words import PaperKind

_LIFE = {
    "approved_by",
    "approved_for",
    "approved_on",
    "services",
    "served",
    "issue_from",
    "issue_from_safe",
    "lapse",
    "last_safe_issue",
    "ripe",
    "lapsed",
    "figures_stale",
    "review_by",
    "more",
    "trustee_copy_on",
}
"""What a notice gets after it was drafted."""
_APPROVAL = {"approved_by", "approved_for", "approved_on"}
"""What a claim or a warrant gets between its papers and their sending, and no paper prints."""
_COURT = {"court_chosen", "court_reason", "court_chosen_by"}
_DONE_FOR_HEARING = {
    "claim_served_on",
    "claim_deemed_served",
    "statement_filed_on",
    "statement_served_on",
    "directions",
}
"""What is done for a hearing, and no paper prints."""
_TELLS_OF_HOUSEHOLD = {
    PaperKind.N119,
    PaperKind.N121,
    PaperKind.N325,
    PaperKind.N325A,
    PaperKind.EX96,
    PaperKind.PCS_SHEET,
    PaperKind.PCS_DATA,
    PaperKind.HOMELESSNESS_REFERRAL,
    PaperKind.SAFEGUARDING_REFERRAL,
}
"""What says who else lives in the home; no other paper changes when that is recorded."""
_ASK_FOR_AGREEMENT = {PaperKind.PCS_SHEET, PaperKind.PCS_DATA}
"""What says whether a copy of the tenancy agreement is held."""
_HOLD_DOCUMENTS = BUNDLES | {PaperKind.OMBUDSMAN_PACK_COVER, PaperKind.SAR_PACK_COVER}
"""What is made from the documents on file; no other paper changes when one is added."""


def digest(state: CaseState, facts: Facts, kind: PaperKind, subject: str, until: date | None = None) -> str:
    """A digest of what the paper is made from, in hex: unchanged facts give the same digest.

    `until`: the day on which it was asked for; what the account got after that day is not in it. None: all of it.
    """
    item = find(state, subject, kind)
    last = until or date.max
    parts: dict[str, Any] = {
        "kind": kind.value,
        "subject": {"case_id": state.case_id} if isinstance(item, CaseState) else _printed(kind, item),
        "tenancy": _plain(facts.tenancy),
        "postings": [_plain(p) for p in facts.postings if p.on <= last and not _later(kind, item, p.on)],
        "tenants": state.tenants,
    }
    if state.party_changes:
        parts["changes"] = [(one.id, one.cause.value) for one in changes(state)]
    if kind in _TELLS_OF_HOUSEHOLD and (living := household(state)):
        parts["household"] = _plain(living)
    if isinstance(item, Claim):
        parts |= _court(item, facts)
        parts["notice"] = _plain(find(state, item.notice_id))
    if isinstance(item, Hearing):
        claim = find(state, item.claim_id)
        parts["claim"] = _told(claim) if isinstance(claim, Claim) else None
        parts["notice"] = _plain(find(state, claim.notice_id)) if isinstance(claim, Claim) else None
    if isinstance(item, Warrant):
        parts["order"] = _plain(find(state, item.order_id))
    if isinstance(item, ApplicationDraft):
        parts["order"] = _plain(find(state, item.order_id)) if item.order_id else None
    if isinstance(item, Review):
        parts["notice"] = _plain(find(state, item.notice_id))
    if RULES[kind].whole_file:
        parts["contacts"] = [_plain(c) for c in state.contacts]
        parts["assessments"] = [_plain(a) for a in state.assessments]
    if kind in _ASK_FOR_AGREEMENT and on_file(state, DocumentKind.TENANCY_AGREEMENT):
        parts["agreement"] = True
    if kind in _HOLD_DOCUMENTS and (held := on_file(state)):
        parts["documents"] = [_plain(d) for d in held]
    return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _court(claim: Claim, facts: Facts) -> dict[str, str]:
    """The court that a claim's paper names, where it is not in the claim itself."""
    court = court_of(claim, facts.courts)
    return {"court": court.name} if court.basis == "table" else {}


def _printed(kind: PaperKind, item: Subject | None) -> Any:
    """The subject as its paper is made from it: what becomes of a notice once it is given is not in the notice."""
    if isinstance(item, Notice) and kind in NOTICE_PAPERS:
        return item.model_dump(mode="json", exclude=_LIFE)
    if isinstance(item, Claim):
        return _told(item, _APPROVAL)
    if isinstance(item, ApplicationDraft):
        return item.model_dump(mode="json", exclude={"application_id", "dropped_on"})
    if isinstance(item, Warrant):
        return item.model_dump(mode="json", exclude=_APPROVAL)
    if isinstance(item, Hearing):
        return item.model_dump(mode="json", exclude=_DONE_FOR_HEARING)
    return _plain(item)


def _told(claim: Claim, without: AbstractSet[str] = frozenset()) -> dict[str, Any]:
    """A claim in a digest. One whose court nobody chose is as it was before that was asked."""
    return claim.model_dump(mode="json", exclude={*without, *(() if claim.court_chosen else _COURT)})


def _later(kind: PaperKind, item: Subject | None, on: date) -> bool:
    """Whether a line of the account is of a day after the one whose arrears the paper states."""
    of_its_draft = isinstance(item, Notice) and kind in NOTICE_PAPERS
    of_its_draft = of_its_draft or (isinstance(item, Claim | Warrant) and RULES[kind].states_figure)
    return of_its_draft and isinstance(item, Notice | Claim | Warrant) and on > item.drafted_on


def _plain(value: Value | None) -> Any:
    return value.model_dump(mode="json") if value is not None else None
