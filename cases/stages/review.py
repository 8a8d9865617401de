"""The review of the decision behind a notice: asked for, heard, decided; and what a claim has to wait for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from cases.base import ExplainedDate
from cases.commands import ArrangeReviewHearing, DecideReview, RequestReview, WithdrawReview
from cases.events import Event, NoticeChanged, ReviewChanged
from cases.facts import Facts
from cases.gates import Gate, Question, Why, hold
from cases.instants import legal_day
from cases.notice_kinds import KINDS
from cases.parties import everyone
from cases.refusals import NotFound, Refusal
from cases.stages import trial
from cases.stages.shared import not_future
from cases.state import CaseState, Notice, Review
from cases.waiting import Wait, coming
from cases.words import NoticeKind
from law.counting import clear_days_after
from law.explained import Confidence, Explained, Step, long_date
from law.periodic import review_request_by

REQUEST = ("request_review",)
HEARING = ("arrange_review_hearing",)
DECIDE = ("decide_review",)
WITHDRAW = ("withdraw_review",)
OPEN = HEARING + DECIDE + WITHDRAW
HEARING_CLEAR_DAYS = 5
LOUD = (14, 7, 3, 2, 1)


def own_review_by(kind: NoticeKind, served: date, facts: Facts) -> Explained[date] | None:
    """The last day to ask for a landlord's own review, where the law gives none; None where its policy gives none.

    A provider's review of a section 21 notice, or of a notice on the absolute ground (HA 1985 s.85ZA binds councils).
    """
    days = facts.policy.own_review_days
    if kind not in (NoticeKind.S21, NoticeKind.S83ZA) or days <= 0:
        return None
    return review_request_by(served, days, "Landlord's policy")


def review_of(q: Question[Any]) -> Review:
    """The review that the command is about. Raises NotFound."""
    for review in q.case.reviews:
        if review.id == q.command.review_id:
            return review
    raise NotFound(
        Refusal(
            code="no_review", says=f"This case has no review {q.command.review_id}.", mend="Look at the case again."
        )
    )


def notice_of(state: CaseState, review: Review) -> Notice:
    """The notice under review."""
    return next(n for n in state.notices if n.id == review.notice_id)


def decide_by(notice: Notice) -> ExplainedDate:
    """The last day to decide a review and tell the tenant: the day before the date specified, or the trial's end."""
    limit = notice.named("trial_end") or notice.specified
    day = limit.on - timedelta(days=1)
    authority = KINDS[notice.kind].review_authority
    what = "the trial ends" if notice.named("trial_end") else "the date in the notice"
    step = Step(f"The day before {what}, {long_date(limit.on)}, is {long_date(day)}", authority, day)
    told = replace(
        _plain_review(notice), value=day, rule="The last day to decide the review and tell the tenant", steps=(step,)
    )
    return ExplainedDate.of(told)


def _plain_review(notice: Notice) -> Explained[date]:
    served = notice.served.on if notice.served else notice.planned_service
    kind = KINDS[notice.kind]
    asked = review_request_by(served, max(kind.review_days, 1), kind.review_authority)
    return replace(asked, trigger=f"Notice {notice.id} served on {long_date(served)}", confidence=Confidence.C)


def of_notice(state: CaseState, notice: Notice) -> Review | None:
    """The newest review of the notice that was asked for in time."""
    return next((r for r in reversed(state.reviews) if r.notice_id == notice.id and not r.late), None)


def _reviewable(q: Question[RequestReview]) -> str | Why | None:
    notice = q.notice(q.command.notice_id)
    if not notice.live:
        return Why(f"Notice {notice.id} is not live any more.", "Nothing is left to review.")
    if notice.served is None:
        return Why(f"Notice {notice.id} has not been served on everybody.", "Serve it first.")
    if notice.review_by is None:
        return f"No review is given of a notice of this kind: {notice.kind.label}."
    return None


def _joint_tenant(q: Question[RequestReview]) -> str | None:
    if q.command.tenant in everyone(q.case):
        return None
    return f"{q.command.tenant} is not a joint tenant of this tenancy."


def _after_service(q: Question[RequestReview]) -> str | None:
    notice = q.notice(q.command.notice_id)
    first = min((s.served.on for s in notice.services), default=None)
    if first is None or q.command.asked_on >= first:
        return None
    return f"{long_date(q.command.asked_on)} is before the notice was served on {long_date(first)}."


def _none_yet(q: Question[RequestReview]) -> str | None:
    other = next((r for r in q.case.reviews if r.notice_id == q.command.notice_id and r.live), None)
    return f"Review {other.id} of the notice was asked for on {long_date(other.asked_on)} already." if other else None


def _open(q: Question[Any]) -> str | None:
    review = review_of(q)
    if review.live:
        return None
    if review.late:
        return f"Review {review.id} was asked for too late; it binds nobody."
    return f"Review {review.id} is {'decided' if review.decided_on else 'withdrawn'} already."


def _five_days(q: Question[ArrangeReviewHearing]) -> Why | None:
    earliest = clear_days_after(q.command.told_on, HEARING_CLEAR_DAYS)
    if q.command.on >= earliest:
        return None
    told = f"The tenant was told on {long_date(q.command.told_on)}; {HEARING_CLEAR_DAYS} clear days leave"
    authority = KINDS[notice_of(q.case, review_of(q)).kind].review_authority
    return Why(f"{told} {long_date(earliest)} at the earliest.", authority=authority)


def _heard(q: Question[DecideReview]) -> str | Why | None:
    review = review_of(q)
    if not review.hearing_wanted:
        return None
    if review.hearing_on is None:
        return "A hearing was asked for, and none is arranged."
    if q.command.on < review.hearing_on:
        return Why(f"The hearing is on {long_date(review.hearing_on)}.", "Decide it on or after that day.")
    return None


def _uninvolved(q: Question[DecideReview]) -> str | None:
    notice = notice_of(q.case, review_of(q))
    did = {notice.drafted_by.user_id: "drafted"}
    if notice.approved_by:
        did[notice.approved_by.user_id] = "approved"
    part = did.get(q.actor.user_id)
    return f"You {part} notice {notice.id}, so you were involved in the decision." if part else None


def _in_order(q: Question[DecideReview]) -> str | None:
    review, c = review_of(q), q.command
    if c.on < review.asked_on:
        return f"{long_date(c.on)} is before the review was asked for on {long_date(review.asked_on)}."
    return None if c.told_on >= c.on else f"The tenant would have been told on {long_date(c.told_on)}, before it."


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "not_reviewable",
        REQUEST,
        "Does this notice give a review?",
        _reviewable,
        "Answer it under the complaints procedure.",
        "HA 1985 ss.85ZA, 107E; HA 1996 ss.125B, 129, 143F",
        "B",
    ),
    Gate("unknown_tenant", REQUEST, "Is it a joint tenant?", _joint_tenant, "Choose a joint tenant.", field="tenant"),
    not_future(REQUEST, lambda q: q.command.asked_on, "asked_on", "The request"),
    Gate("before_service", REQUEST, "Was it after service?", _after_service, "Correct the date.", field="asked_on"),
    Gate("review_asked", REQUEST, "Is none asked for yet?", _none_yet, "Go on with that review."),
    Gate("review_over", OPEN, "Is the review open?", _open, "Nothing to record on it."),
    Gate(
        "short_notice_of_hearing",
        HEARING,
        "Had the tenant five clear days' notice of the hearing?",
        _five_days,
        "Choose a later day for the hearing.",
        "SI 2004/1679; SI 1997/72",
        "C",
        "on",
    ),
    not_future(HEARING, lambda q: q.command.told_on, "told_on", "The notice of the hearing"),
    Gate(
        "review_unheard",
        DECIDE,
        "Was the hearing held, where one was asked for?",
        _heard,
        "Arrange the hearing with five clear days' notice.",
        "SI 2004/1679; SI 1997/72; SI 2014/2554",
        "C",
    ),
    Gate(
        "involved_before",
        DECIDE,
        "Is the reviewer somebody senior who was not involved?",
        _uninvolved,
        "Let another senior officer or team leader decide the review.",
        "SI 2004/1679; SI 1997/72; SI 2014/2554",
        "C",
    ),
    not_future(DECIDE, lambda q: max(q.command.on, q.command.told_on), "on", "The decision"),
    not_future(WITHDRAW, lambda q: q.command.on, "on", "The withdrawal"),
    Gate("review_order", DECIDE, "Are its days in order?", _in_order, "Correct the dates.", field="on"),
)


def request_review(q: Question[RequestReview]) -> Sequence[Event]:
    """Keep the request; one that came after the last day is kept as late."""
    notice = q.notice(q.command.notice_id)
    hold(GATES, q)
    c = q.command
    late = notice.review_by is not None and c.asked_on > notice.review_by.on
    review = Review(
        id=f"R{len(q.case.reviews) + 1}",
        notice_id=notice.id,
        tenant=c.tenant,
        asked_on=c.asked_on,
        late=late,
        hearing_wanted=c.hearing_wanted,
        recorded_by=q.actor,
        decide_by=None if late else decide_by(notice),
    )
    return [ReviewChanged(what="asked_late" if late else "asked", review=review, text=c.note)]


def arrange_review_hearing(q: Question[ArrangeReviewHearing]) -> Sequence[Event]:
    """The day of the hearing, and the day the tenant was told of it."""
    review = review_of(q)
    hold(GATES, q)
    changes = {"hearing_on": q.command.on, "hearing_told_on": q.command.told_on, "hearing_wanted": True}
    return [ReviewChanged(what="hearing_set", review=review.model_copy(update=changes))]


def decide_review(q: Question[DecideReview]) -> Sequence[Event]:
    """The decision: not upheld, the notice is withdrawn; upheld in time, an extension of the trial stands."""
    review = review_of(q)
    hold(GATES, q)
    c = q.command
    changes = {
        "reviewer": q.actor,
        "decided_on": c.on,
        "upheld": c.upheld,
        "reasons": c.reasons,
        "told_on": c.told_on,
    }
    decided = review.model_copy(update=changes)
    events: list[Event] = [ReviewChanged(what="decided", review=decided, text=c.reasons)]
    notice = notice_of(q.case, review)
    if not c.upheld:
        withdrawn = notice.model_copy(update={"withdrawn": True})
        return [*events, NoticeChanged(what="withdrawn", notice=withdrawn, text=c.reasons)]
    in_time = decided.decide_by is None or c.told_on <= decided.decide_by.on
    return [*events, *(trial.extended(q, notice) if in_time else ())]


def withdraw_review(q: Question[WithdrawReview]) -> Sequence[Event]:
    """The request is withdrawn; where the time to ask is over, an extension of the trial stands."""
    review = review_of(q)
    hold(GATES, q)
    gone = review.model_copy(update={"withdrawn_on": q.command.on})
    notice = notice_of(q.case, review)
    events: list[Event] = [ReviewChanged(what="withdrawn", review=gone)]
    over = notice.review_by is not None and q.today > notice.review_by.on
    return [*events, *(trial.extended(q, notice) if over else ())]


def window_passed(q: Question[Any], notice: Notice) -> list[Event]:
    """What follows when the last day to ask has passed without a request."""
    asked = of_notice(q.case, notice)
    return [] if asked is not None and asked.withdrawn_on is None else trial.extended(q, notice)


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The last day to ask, and the last day to decide and tell."""
    today = legal_day(as_at)
    for n in (n for n in state.notices if n.live and n.served and n.review_by):
        if n.review_by is not None and of_notice(state, n) is None:
            title = f"Last day for the tenants to ask for a review of notice {n.id}"
            wait = Wait(
                f"{n.id}.review", "review_window", title, n.review_by, n.id, after=True, remind=(), escalates=False
            )
            yield from coming(state, wait, today)
    for r in (r for r in state.reviews if r.live and r.decide_by):
        if r.decide_by is not None and notice_of(state, r).live:
            title = f"Review {r.id}: decide it and tell the tenant with reasons by this day"
            yield Wait(f"{r.id}.decide", "review_decision", title, r.decide_by, r.id, remind=LOUD)
