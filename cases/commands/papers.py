"""Asking for a paper or bundle, and stopping one that is being made."""

from datetime import date
from typing import Literal

from cases.base import Instant, Pence, TextRef, Value
from cases.state import Consent
from cases.words import PaperKind


class RequestPaper(Value):
    """Make a paper about a subject: the id of an item, or `case` for a letter of the whole case.

    What follows is only for papers that say more than the case holds (`paper_details`); see `PaperDetails`.
    """

    kind: Literal["request_paper"] = "request_paper"
    paper: PaperKind
    subject: str
    reasons: TextRef | None = None
    needs: TextRef | None = None
    risk: TextRef | None = None
    to: TextRef | None = None
    lines: TextRef | None = None
    place: TextRef | None = None
    person: str = ""
    consent: Consent | None = None
    consent_on: date | None = None
    asked_on: date | None = None
    agreement_on: date | None = None
    reply_by: date | None = None
    meeting_at: Instant | None = None
    deposit_pence: Pence | None = None
    urgent: bool | None = None
    leave_out: tuple[str, ...] = ()
    hide: TextRef | None = None
    largest_mb: int | None = None
    late_to: str = ""
    put_in: tuple[str, ...] = ()
    hide_at: TextRef | None = None


class StopPaper(Value):
    """Stop the making of a bundle that was asked for."""

    kind: Literal["stop_paper"] = "stop_paper"
    paper_id: str
