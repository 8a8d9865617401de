"""A notice, its service, its review, where a trial stands, and leaving."""

from datetime import date

from cases.base import ExplainedDate, FileRef, Instant, Pence, TextRef, Value
from cases.state.people import Person
from cases.words import LeavingKind, NoticeKind


class Service(Value):
    """A notice given to one joint tenant: how, when sent, when it counts as given, and the proof."""

    tenant: str
    method: str
    sent_at: Instant
    served: ExplainedDate
    served_by: Person
    proof: TextRef | None = None
    proof_file: FileRef | None = None


class NamedDate(Value):
    """A date that a notice brings with it beside the usual ones, by its code."""

    code: str
    date: ExplainedDate


class Notice(Value):
    """A notice from draft to lapse. `review_by` is the last day to ask for a review; `more` are dates of its kind.

    `condition` (1 to 5), met on `condition_on`, is that of the absolute ground, and `window` the last day to serve on
    it. `confirmed` are the codes of what its drafter confirmed. `break_on`: a break clause that it uses ends the term
    then.
    """

    id: str
    kind: NoticeKind
    grounds: tuple[str, ...]
    drafted_by: Person
    drafted_on: date
    arrears_pence: Pence
    particulars: TextRef
    planned_service: date
    specified: ExplainedDate
    specified_minimum: ExplainedDate
    approved_by: Person | None = None
    approved_on: date | None = None
    returned_reason: TextRef | None = None
    services: tuple[Service, ...] = ()
    served: ExplainedDate | None = None
    issue_from: ExplainedDate | None = None
    issue_from_safe: ExplainedDate | None = None
    lapse: ExplainedDate | None = None
    last_safe_issue: ExplainedDate | None = None
    ripe: bool = False
    lapsed: bool = False
    withdrawn: bool = False
    figures_stale: bool = False
    review_by: ExplainedDate | None = None
    more: tuple[NamedDate, ...] = ()
    trustee_copy_on: date | None = None
    condition: str | None = None
    condition_on: date | None = None
    window: ExplainedDate | None = None
    confirmed: tuple[str, ...] = ()
    planned_method: str | None = None
    break_on: date | None = None
    approved_for: Person | None = None

    @property
    def live(self) -> bool:
        """Neither withdrawn nor lapsed."""
        return not (self.withdrawn or self.lapsed)

    @property
    def told(self) -> bool:
        """Whether a claim tells of it: a letter to a trespasser, which no law asks for, only where it was given."""
        return self.served is not None or self.kind is not NoticeKind.LEAVE

    def named(self, code: str) -> ExplainedDate | None:
        """The date of its kind under that code, or None."""
        return next((each.date for each in self.more if each.code == code), None)


class Review(Value):
    """A tenant's request for a review of the decision behind a notice, and what came of it.

    `late` asks after the last day: it stops nothing. `decide_by` is the last day to decide it and to tell the tenant.
    `upheld` says that the decision stands; where it does not, the notice falls.
    """

    id: str
    notice_id: str
    tenant: str
    asked_on: date
    late: bool
    hearing_wanted: bool
    recorded_by: Person
    decide_by: ExplainedDate | None = None
    hearing_on: date | None = None
    hearing_told_on: date | None = None
    reviewer: Person | None = None
    decided_on: date | None = None
    upheld: bool | None = None
    reasons: TextRef | None = None
    told_on: date | None = None
    withdrawn_on: date | None = None

    @property
    def live(self) -> bool:
        """Asked in time, and neither decided nor withdrawn."""
        return not self.late and self.decided_on is None and self.withdrawn_on is None


class Standing(Value):
    """The type of tenancy that the road depends on, and the last day it lasts by itself: a trial, a demotion, a term.

    `original` is that day before an extension. `over_on` is the first day on which it was another type, `becomes`.
    """

    occupancy: str
    ends: ExplainedDate
    original: ExplainedDate | None = None
    extended: bool = False
    over_on: date | None = None
    becomes: str = ""


class Leaving(Value):
    """The day an occupation ended without a warrant, and how."""

    on: date
    how: LeavingKind
    recorded_by: Person
