"""The acts that make sense about notices, their reviews and a claim on papers, each in its plainest form."""

from collections.abc import Iterator
from datetime import date, timedelta

from cases.commands import (
    Approve,
    ArrangeReviewHearing,
    AskForPapersOrder,
    CloseCase,
    DecideReview,
    DraftClaim,
    DraftNotice,
    RecordDecision,
    RecordLeaving,
    RecordPapersDecision,
    RecordPapersServed,
    RequestReview,
    ServeNotice,
    WithdrawReview,
)
from cases.facts import Facts
from cases.ground8 import short_of_ground8
from cases.instants import start_of_day
from cases.notice_kinds import KINDS
from cases.samples_court import TEXT, Offer
from cases.stages.decision import standing as decided
from cases.stages.notice import in_use
from cases.stages.review import HEARING_CLEAR_DAYS, of_notice
from cases.state import CaseState, Claim, Notice, Review
from cases.tracks import ROADS, plain_notice
from cases.words import CloseResult, DecisionKind, LeavingKind, NoticeKind
from law.errors import LawError


def on_notices(state: CaseState, facts: Facts, today: date) -> Iterator[Offer]:
    """The next steps with the notices: drafts, reviews, the claim on one that is served, or the first draft."""
    if state.standing is not None and state.standing.over_on is not None:
        why = "The tenancy has become another: this road is at its end."
        yield Offer(CloseCase(result=CloseResult.TENANCY_CHANGED), "", "Close the case", why)
        return
    yield from on_fresh_notices(state, today)
    if ROADS[state.track].court is False and any(n.live and n.served for n in state.notices):
        left = RecordLeaving(on=today, how=LeavingKind.TAKEN_BACK)
        yield Offer(left, "", "Record that the occupation ended", "The notice has run out, and no order is needed.")
    elif not any(n.live and (n.served is None or KINDS[n.kind].to_court) for n in state.notices):
        if ROADS[state.track].decided_first and not decided(state):
            made = RecordDecision(decision=DecisionKind.DUTY_ENDED, on=today, reasons=TEXT)
            yield Offer(made, "", "Record the decision", "A decision with reasons goes before the notice.")
        yield Offer(draft_of(state, facts, today), "", "Draft the notice", "What goes before it is done.")


def on_fresh_notices(state: CaseState, today: date) -> Iterator[Offer]:
    """The steps on notices that no claim before the court rests on: they may be taken while an older order runs."""
    for review in (r for r in state.reviews if r.live):
        yield from _decide(review, today)
    fresh = [n for n in state.notices if n.live and not in_use(state, n)]
    for draft in (n for n in fresh if n.served is None):
        yield from _draft(state, draft, today)
    if not ROADS[state.track].court:
        return
    for served in reversed([n for n in fresh if _may_lead_to_court(n)]):
        command = DraftClaim(notice_id=served.id, signer="-")
        yield Offer(command, served.id, f"Prepare the claim on notice {served.id}", "The notice has run its time.")


def _may_lead_to_court(notice: Notice) -> bool:
    """Served; or a letter to a trespasser, which the law does not ask for and policy may do without."""
    given = notice.served or (notice.kind is NoticeKind.LEAVE and notice.approved_on)
    return bool(given) and KINDS[notice.kind].to_court


def _decide(review: Review, today: date) -> Iterator[Offer]:
    command = DecideReview(review_id=review.id, on=today, upheld=True, told_on=today, reasons=TEXT)
    why = "The tenant has asked for a review; nothing goes on before it is decided."
    yield Offer(command, review.id, f"Decide review {review.id}", why)


def _draft(state: CaseState, draft: Notice, today: date) -> Iterator[Offer]:
    if draft.approved_on is None:
        yield Offer(Approve(subject=draft.id), draft.id, f"Approve notice {draft.id}", "A senior has to approve it.")
        return
    tenant = next((t for t in state.tenants if t not in {s.tenant for s in draft.services}), None)
    if tenant is None:
        return  # it names somebody who was not served and holds the tenancy no more: withdrawn, and drafted again
    sent_at = start_of_day(today) + timedelta(hours=1)
    command = ServeNotice(notice_id=draft.id, tenant=tenant, method="by_hand", sent_at=sent_at)
    yield Offer(command, draft.id, f"Record service of notice {draft.id}", "It is approved and waits for service.")


def draft_of(state: CaseState, facts: Facts, today: date) -> DraftNotice:
    """The notice that the road asks for next, on its plain grounds; the second of a pair where the first is served."""
    kind = plain_notice(state.track, state.occupancy, today, facts.policy.social_commencement)
    served = {n.kind for n in state.notices if n.live and n.served}
    if kind is NoticeKind.S107D_NON_RENEWAL and kind in served:
        kind = NoticeKind.S107D_POSSESSION
    grounds = ROADS[state.track].grounds if KINDS[kind].rests_on_grounds else ()
    try:
        short = "8" in grounds and short_of_ground8(state, facts, today)
    except LawError:
        short = "unknown"
    return DraftNotice(
        notice=kind,
        grounds=tuple(g for g in grounds if g != "8" or not short),
        planned_service=today,
        particulars=TEXT,
    )


def on_reviews(state: CaseState, today: date) -> Iterator[Offer]:
    """What can be recorded of reviews beside the road."""
    for n in (n for n in state.notices if n.live and n.served and n.review_by):
        if of_notice(state, n) is None and not in_use(state, n):
            asked = RequestReview(notice_id=n.id, tenant=state.tenants[0], asked_on=today)
            yield Offer(asked, n.id, f"Record a request to review notice {n.id}")
    for review in (r for r in state.reviews if r.live):
        heard = today + timedelta(days=HEARING_CLEAR_DAYS + 1)
        hearing = ArrangeReviewHearing(review_id=review.id, on=heard, told_on=today)
        yield Offer(hearing, review.id, f"Arrange the hearing of review {review.id}")
        gone = WithdrawReview(review_id=review.id, on=today)
        yield Offer(gone, review.id, f"Record that review {review.id} is withdrawn")


def on_papers(claim: Claim, today: date) -> Iterator[Offer]:
    """The steps of an accelerated claim that waits for a judge."""
    if claim.papers_served is None:
        sent = RecordPapersServed(claim_id=claim.id, sent_on=today)
        yield Offer(sent, claim.id, "Record service of the claim", "The defence is due fourteen days after service.")
    elif claim.papers_order_asked_on is None:
        asked = AskForPapersOrder(claim_id=claim.id, on=today)
        yield Offer(asked, claim.id, f"Ask for the order on claim {claim.id}", "No defence has come in time.")
    decided_ = RecordPapersDecision(claim_id=claim.id, on=today, decision="order", possession_on=today)
    yield Offer(decided_, claim.id, f"Record the judge's decision on claim {claim.id}", "It is decided on papers.")
