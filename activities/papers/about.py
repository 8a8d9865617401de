"""What a paper is about: the items of the case that belong to its subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from cases.court_words import Party
from cases.paper_rules import find
from cases.state import (
    Application,
    ApplicationDraft,
    Arrangement,
    CaseState,
    Claim,
    Hearing,
    Notice,
    Order,
    Review,
    Warrant,
)
from cases.words import PaperKind


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


@dataclass(frozen=True)
class About:
    """The items of one line of the case: a warrant with its order, hearing, claim and notice, as far as they go."""

    subject: str
    notice: Notice | None = None
    claim: Claim | None = None
    hearing: Hearing | None = None
    order: Order | None = None
    warrant: Warrant | None = None
    review: Review | None = None
    arrangement: Arrangement | None = None
    application: Application | None = None


def about(state: CaseState, subject: str, kind: PaperKind | None = None) -> About:
    """The line that `subject` (the id of any of its items) belongs to; of anything else, the newest line there is."""
    item = find(state, subject, kind)
    warrant = item if isinstance(item, Warrant) else None
    application = item if isinstance(item, Application) else None
    if isinstance(item, ApplicationDraft):
        application = _as_made(item)
    review = item if isinstance(item, Review) else None
    arrangement = item if isinstance(item, Arrangement) else None
    order = _by_id(state.orders, warrant.order_id if warrant else application.order_id if application else subject)
    hearing = _by_id(state.hearings, _named_by("hearing_id", order, arrangement) or subject)
    claim = _by_id(state.claims, _named_by("claim_id", order, hearing, application) or subject)
    notice = _by_id(state.notices, _named_by("notice_id", claim, review) or subject)
    if notice is None and claim is None:
        claim = state.claims[-1] if state.claims else None
        notice = _by_id(state.notices, claim.notice_id) if claim else (state.notices[-1] if state.notices else None)
    if claim is not None and hearing is None:
        hearing = next((h for h in reversed(state.hearings) if h.claim_id == claim.id), None)
    return About(
        subject=subject,
        notice=notice,
        claim=claim,
        hearing=hearing,
        order=order,
        warrant=warrant,
        review=review,
        arrangement=arrangement,
        application=application,
    )


def _as_made(draft: ApplicationDraft) -> Application:
    """The application as it would stand on the day it was prepared."""
    return Application(
        id=draft.id,
        purpose=draft.purpose,
        by=Party.LANDLORD,
        claim_id=draft.claim_id,
        order_id=draft.order_id,
        made_on=draft.drafted_on,
        by_consent=draft.by_consent,
    )


def _named_by(field: str, *items: object) -> str:
    """The id in that field of the first item that has one; empty where none has."""
    return next((found for item in items if (found := getattr(item, field, ""))), "")


def _by_id(items: Sequence[T], id: str) -> T | None:
    return next((item for item in items if item.id == id), None)
