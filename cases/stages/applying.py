"""The landlord's own application from draft to filing: its paper is made of the draft, and goes with it (form N244)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cases.commands import DraftApplication, DropApplication, FileApplication, RecordApplication
from cases.court_words import Party
from cases.events import ApplicationChanged, ApplicationDraftChanged, Event
from cases.gates import Gate, Question, Why, hold, reasons
from cases.refusals import NotFound, Refusal
from cases.stages import application_gates, applications
from cases.state import ApplicationDraft

DRAFT = ("draft_application",)
FILE = ("file_application",)
DROP = ("drop_application",)
MAKE = ("record_application",)
_WAITS_FOR_FILING = frozenset({"cannot_fix_date", "before_order", "in_future", "fee", "hearing_wrong"})
"""Refusals of an application that say nothing against preparing it."""


def draft_of(q: Question[Any]) -> ApplicationDraft:
    """The draft that is meant. Raises NotFound."""
    for draft in q.case.application_drafts:
        if draft.id == q.command.draft_id:
            return draft
    says = f"This case has no prepared application {q.command.draft_id}."
    raise NotFound(Refusal(code="no_application", says=says, mend="Look at the case again."))


def _as_recorded(q: Question[DraftApplication]) -> Question[RecordApplication]:
    c = q.command
    told = RecordApplication(
        subject=c.subject, purpose=c.purpose, by=Party.LANDLORD, made_on=q.today, by_consent=c.by_consent
    )
    return replace(q, command=told)  # type: ignore[arg-type, return-value]  # the same question of another command


def _askable(q: Question[DraftApplication]) -> Why | None:
    found = [r for r in reasons(application_gates.GATES, _as_recorded(q)) if r.code not in _WAITS_FOR_FILING]
    if not found:
        return None
    first = found[0]
    return Why(first.says, first.mend, first.authority, first.confidence)


def _first_draft(q: Question[DraftApplication]) -> str | None:
    c = q.command
    same = next(
        (d for d in q.case.application_drafts if d.live and (d.about, d.purpose) == (c.subject, c.purpose)), None
    )
    return f"{same.id} is being prepared and asks for the same." if same else None


def _not_prepared(q: Question[RecordApplication]) -> str | None:
    c = q.command
    if c.by is not Party.LANDLORD:
        return None
    same = next(
        (d for d in q.case.application_drafts if d.live and (d.about, d.purpose) == (c.subject, c.purpose)), None
    )
    return f"{same.id} was prepared and asks for the same." if same else None


def _open(q: Question[Any]) -> str | None:
    draft = draft_of(q)
    if draft.application_id:
        return f"{draft.id} was filed as application {draft.application_id}."
    return f"{draft.id} was dropped." if draft.dropped_on else None


N244 = "CPR 23.3; form N244"
GATES: tuple[Gate[Any], ...] = (
    Gate(
        "cannot_apply",
        DRAFT,
        "May the court be asked this?",
        _askable,
        "Choose another purpose, or another order or claim.",
        N244,
        "B",
        "purpose",
    ),
    Gate(
        "application_drafted",
        DRAFT,
        "Is it not being prepared already?",
        _first_draft,
        "Make its paper, and file it; or drop it first.",
        field="purpose",
    ),
    Gate("draft_over", FILE + DROP, "Is it still being prepared?", _open, "Look at the case again."),
)
BARS: tuple[Gate[Any], ...] = (
    Gate(
        "application_drafted",
        MAKE,
        "Is no such application being prepared?",
        _not_prepared,
        "File the prepared one, so that its paper stands behind it; or drop it first.",
        field="purpose",
    ),
)
"""What a draft asks of an application that is recorded beside it."""


def draft_application(q: Question[DraftApplication]) -> Sequence[Event]:
    """Prepare the application; its paper is made of the draft."""
    hold(GATES, q)
    as_recorded = _as_recorded(q)
    order, claim = application_gates.order_of(as_recorded), application_gates.claim_of(as_recorded)
    draft = ApplicationDraft(
        id=f"AD{len(q.case.application_drafts) + 1}",
        purpose=q.command.purpose,
        claim_id=claim.id if claim else "",
        order_id=order.id if order else "",
        by_consent=q.command.by_consent,
        drafted_on=q.today,
        drafted_by=q.actor,
    )
    return [ApplicationDraftChanged(what="drafted", draft=draft)]


def file_application(q: Question[FileApplication]) -> Sequence[Event]:
    """The prepared application went to the court: it is recorded as made, with every gate of one."""
    draft = draft_of(q)
    hold(GATES, q)
    c = q.command
    told = RecordApplication(
        subject=draft.about,
        purpose=draft.purpose,
        by=Party.LANDLORD,
        made_on=c.on,
        hearing_on=c.hearing_on,
        by_consent=draft.by_consent,
        fee_pence=c.fee_pence,
    )
    asked: Question[RecordApplication] = replace(q, command=told)  # type: ignore[arg-type, assignment]  # as above
    events = applications.record_application(asked)
    made = next(event.application for event in events if isinstance(event, ApplicationChanged))
    filed = draft.model_copy(update={"application_id": made.id})
    return [*events, ApplicationDraftChanged(what="filed", draft=filed)]


def drop_application(q: Question[DropApplication]) -> Sequence[Event]:
    """The prepared application does not go."""
    draft = draft_of(q)
    hold(GATES, q)
    return [ApplicationDraftChanged(what="dropped", draft=draft.model_copy(update={"dropped_on": q.today}))]
