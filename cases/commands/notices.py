"""Notices from draft to service, their reviews, the copy to the Public Trustee, and leaving."""

from datetime import date
from typing import Literal

from cases.base import FileRef, Instant, TextRef, Value
from cases.commands.opening import Override
from cases.words import LeavingKind, NoticeKind


class DraftNotice(Value):
    """Draft a notice with its grounds. Without a specified date, the one recommended for the planned day is taken.

    With a planned `method` the day is the one it is handed over or posted on, and a margin for late service is added.
    `condition` (1 to 5) and the day it was met (or its appeal decided) belong to the absolute ground and Ground 7A.
    `confirmed` are codes of what this kind of notice asks its drafter to confirm. `break_on` is the last day of a fixed
    term that its break clause ends, where a section 21 notice uses it.
    """

    kind: Literal["draft_notice"] = "draft_notice"
    notice: NoticeKind
    grounds: tuple[str, ...]
    planned_service: date
    specified_on: date | None = None
    particulars: TextRef
    method: str | None = None
    condition: Literal["1", "2", "3", "4", "5"] | None = None
    condition_on: date | None = None
    confirmed: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    break_on: date | None = None


class ServeNotice(Value):
    """One joint tenant was given the notice: method (of `law.service`), when sent or handed over, and the proof.

    `approve` says that an approver approves it in the same act.
    """

    kind: Literal["serve_notice"] = "serve_notice"
    notice_id: str
    tenant: str
    method: str
    sent_at: Instant
    proof: TextRef | None = None
    proof_file: FileRef | None = None
    overrides: tuple[Override, ...] = ()
    approve: bool = False


class RequestReview(Value):
    """A tenant asked for a review of the decision behind a notice. One that came too late is kept, and binds nobody."""

    kind: Literal["request_review"] = "request_review"
    notice_id: str
    tenant: str
    asked_on: date
    hearing_wanted: bool = False
    note: TextRef | None = None


class ArrangeReviewHearing(Value):
    """The review will be heard on a day; the tenant was told of it in writing on another."""

    kind: Literal["arrange_review_hearing"] = "arrange_review_hearing"
    review_id: str
    on: date
    told_on: date


class DecideReview(Value):
    """Somebody senior who was not involved decided the review, and told the tenant with reasons.

    `upheld` says that the decision stands; where it does not, the notice is withdrawn with it.
    """

    kind: Literal["decide_review"] = "decide_review"
    review_id: str
    on: date
    upheld: bool
    told_on: date
    reasons: TextRef


class WithdrawReview(Value):
    """The tenant withdrew the request for a review."""

    kind: Literal["withdraw_review"] = "withdraw_review"
    review_id: str
    on: date


class RecordTrusteeCopy(Value):
    """The Public Trustee received the copy of a notice to an estate."""

    kind: Literal["record_trustee_copy"] = "record_trustee_copy"
    notice_id: str
    on: date


class RecordLeaving(Value):
    """The occupation ended without a warrant."""

    kind: Literal["record_leaving"] = "record_leaving"
    on: date
    how: LeavingKind
    note: TextRef | None = None
