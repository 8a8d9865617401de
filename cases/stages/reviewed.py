"""What a claim waits for where its notice gives a review: the time to ask, the decision, and its being told in time."""

from datetime import date, timedelta
from typing import Any

from cases.commands import IssueClaim
from cases.gates import Gate, Question, Why
from cases.notice_kinds import KINDS
from cases.stages.review import of_notice
from cases.stages.shared import claim_notices
from cases.state import Notice
from cases.words import NoticeKind
from law.explained import long_date

CLAIM = ("draft_claim", "issue_claim")


def _reviewed(q: Question[Any]) -> list[Notice]:
    """The notices of a claim that carry a review; for the flexible pair it is that of non-renewal."""
    found = list(claim_notices(q))
    if any(n.kind is NoticeKind.S107D_POSSESSION for n in found):
        found += [n for n in q.case.notices if n.kind is NoticeKind.S107D_NON_RENEWAL and n.live]
    return [n for n in found if n.review_by is not None]


def _day(q: Question[Any]) -> date:
    return q.command.issued_on if isinstance(q.command, IssueClaim) else q.today


def _window_over(q: Question[Any]) -> Why | None:
    for notice in _reviewed(q):
        last = notice.review_by
        if last is not None and _day(q) <= last.on and of_notice(q.case, notice) is None:
            says = f"The tenants may ask for a review of notice {notice.id} until {long_date(last.on)}."
            wait = f"Wait until {long_date(last.on + timedelta(days=1))}, or for the review."
            return Why(says, wait, last.authority, last.confidence)
    return None


def _none_pending(q: Question[Any]) -> Why | None:
    for notice in _reviewed(q):
        review = of_notice(q.case, notice)
        if review is not None and review.live:
            asked = f"Review {review.id} of notice {notice.id} was asked for on {long_date(review.asked_on)}"
            by = f" Decide it and tell the tenant by {long_date(review.decide_by.on)}." if review.decide_by else ""
            return Why(f"{asked} and is not decided.{by}", authority=KINDS[notice.kind].review_authority)
    return None


def _told_in_time(q: Question[Any]) -> Why | None:
    for notice in _reviewed(q):
        review = of_notice(q.case, notice)
        if review is None or review.told_on is None or review.decide_by is None or notice.kind is NoticeKind.S21:
            continue
        if review.told_on > review.decide_by.on:
            told = f"Review {review.id} was decided and told on {long_date(review.told_on)}"
            return Why.of(f"{told}, later than {long_date(review.decide_by.on)}.", review.decide_by)
    return None


CLAIM_REVIEWED: tuple[Gate[Any], ...] = (
    Gate(
        "review_window",
        CLAIM,
        "Has the time to ask for a review run out?",
        _window_over,
        "Wait until the time to ask has run out.",
    ),
    Gate(
        "review_pending",
        CLAIM,
        "Is no review waiting to be decided?",
        _none_pending,
        "Decide the review first.",
        confidence="B",
    ),
    Gate(
        "review_late",
        CLAIM,
        "Was the review decided and told in time?",
        _told_in_time,
        "Withdraw the notice and serve a new one, or ask a solicitor.",
    ),
)
