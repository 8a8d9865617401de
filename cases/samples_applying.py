"""The landlord's own applications while they are prepared: what can be done, each in its plainest form."""

from collections.abc import Iterator
from datetime import date

from cases.commands import DraftApplication, DropApplication, FileApplication
from cases.court_words import ApplicationFor
from cases.samples_court import Offer
from cases.state import CaseState, Claim
from cases.words import OutcomeKind


def on_applying(state: CaseState, today: date) -> Iterator[Offer]:
    """Filing what is prepared, or dropping it; preparing another about a live order or a claim that stands still."""
    for draft in (d for d in state.application_drafts if d.live):
        what = f"{draft.id}: {draft.purpose.label.lower()}"
        filed = FileApplication(draft_id=draft.id, on=today)
        yield Offer(filed, draft.id, f"Record that application {what} was filed")
        yield Offer(DropApplication(draft_id=draft.id), draft.id, f"Drop the prepared application {what}")
    for order in (o for o in state.orders if o.live):
        about = DraftApplication(subject=order.id, purpose=ApplicationFor.VARY)
        yield Offer(about, order.id, f"Prepare an application about order {order.id}")
    for claim in (c for c in state.claims if _stands_still(state, c)):
        restore = DraftApplication(subject=claim.id, purpose=ApplicationFor.RESTORE)
        yield Offer(restore, claim.id, f"Prepare an application to restore claim {claim.id}")


def _stands_still(state: CaseState, claim: Claim) -> bool:
    last = next((h for h in reversed(state.hearings) if h.claim_id == claim.id), None)
    waits = last is not None and last.outcome is not None and last.outcome.waits and claim.live
    return waits or claim.ended_by is OutcomeKind.STRUCK_OUT
