"""Serving the notice on every joint tenant, each with the proof and the day it counts as given."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from cases import tenancy as tenancies
from cases.base import ExplainedDate
from cases.commands import ServeNotice
from cases.events import Event, NoticeChanged
from cases.gates import ByTrack, Gate, Question, Why, hold
from cases.ground8 import short_of_ground8
from cases.instants import legal_day
from cases.notice_kinds import dates_when_served
from cases.stages.decision import DECISION_NEEDED
from cases.stages.drafting import KIND_GATES, dates
from cases.stages.evidence import NOTICE_EVIDENCE
from cases.stages.fairness import assessed
from cases.stages.review import own_review_by
from cases.stages.shared import in_arrears, no_moratorium, not_future, searched
from cases.stages.trial import STILL_STANDS, tenancy_now
from cases.state import NamedDate, Notice, Service
from cases.words import StepBefore
from law.errors import LawError
from law.explained import Explained, long_date
from law.service import SERVICE_METHODS, notice_served, service_method_problem

SERVE = ("serve_notice",)
_LOOK_BACK_DAYS = 120


def sent_on(q: Question[ServeNotice]) -> date:
    """The legal day the notice was sent or handed over."""
    return legal_day(q.command.sent_at)


def served_on(q: Question[ServeNotice]) -> Explained[date]:
    """The day service takes effect, by the rules for notices. Raises LawError where the method is no service."""
    c = q.command
    return notice_served(c.method, c.sent_at, tenancies.landlord_kind(q.facts.tenancy), q.case.agreement_allows)


def counts_on(q: Question[ServeNotice]) -> date:
    """The day service would take effect; the day of sending where that cannot be told."""
    try:
        return served_on(q).value
    except LawError:
        return sent_on(q)


def known_by(q: Question[ServeNotice]) -> date:
    """The latest day the account is known for, up to the day service takes effect."""
    return max(sent_on(q), min(counts_on(q), q.today))


def _approved(q: Question[ServeNotice]) -> str | Why | None:
    notice = q.notice(q.command.notice_id)
    if not notice.live:
        return Why(
            f"Notice {notice.id} {'was withdrawn' if notice.withdrawn else 'has lapsed'}.", "Draft a new notice."
        )
    return None if notice.approved_on else f"Notice {notice.id} has not been approved."


def _not_before_approval(q: Question[ServeNotice]) -> str | None:
    notice = q.notice(q.command.notice_id)
    if notice.approved_on is None or sent_on(q) >= notice.approved_on:
        return None
    sent = f"this service is dated {long_date(sent_on(q))}, before that"
    return f"Notice {notice.id} was approved on {long_date(notice.approved_on)}; {sent}."


def _joint_tenant(q: Question[ServeNotice]) -> str | None:
    if q.command.tenant not in q.case.tenants:
        return f"{q.command.tenant} is not a joint tenant of this tenancy."
    if any(s.tenant == q.command.tenant for s in q.notice(q.command.notice_id).services):
        return f"Service on {q.command.tenant} is already recorded."
    return None


def _good_method(q: Question[ServeNotice]) -> Why | None:
    method, landlord = q.command.method, tenancies.landlord_kind(q.facts.tenancy)
    row = SERVICE_METHODS.get(method)
    if row is None:
        known = ", ".join(m.title.lower() for m in SERVICE_METHODS.values())
        return Why(f"'{method}' is not a way of serving a notice that is known here.", f"Choose one of: {known}.")
    if service_method_problem(method, landlord, q.case.agreement_allows) is None:
        return None
    try:
        served_on(q)
    except LawError as fault:
        return Why(fault.rule, fault.mend)
    return None


def _still_late_enough(q: Question[ServeNotice]) -> Why | None:
    notice = q.notice(q.command.notice_id)
    if _good_method(q):
        return None
    served = served_on(q)
    earliest = dates(q, notice.kind, served.value, notice.grounds).minimum
    if notice.specified.on >= earliest.value:
        return None
    last = _latest_good_service(q, notice)
    until = f" It had to be served by {long_date(last)}." if last else ""
    return Why.of(
        f"Notice {notice.id} specifies {long_date(notice.specified.on)}. Served on {long_date(served.value)} it may "
        f"specify {long_date(earliest.value)} at the earliest.{until}",
        earliest.after(served),
    )


def _latest_good_service(q: Question[ServeNotice], notice: Notice) -> date | None:
    for back in range(_LOOK_BACK_DAYS):
        day = notice.specified.on - timedelta(days=back)
        if dates(q, notice.kind, day, notice.grounds).minimum.value <= notice.specified.on:
            return day
    return None


def _ground8(q: Question[ServeNotice]) -> str | None:
    if "8" not in q.notice(q.command.notice_id).grounds:
        return None
    return short_of_ground8(q.case, q.facts, known_by(q))


GATES: tuple[Gate[Any], ...] = (
    Gate("notice_not_approved", SERVE, "Is it approved and live?", _approved, "Have a senior approve it first."),
    Gate(
        "not_served_here",
        SERVE,
        "Is it for a joint tenant not served yet?",
        _joint_tenant,
        "Choose a joint tenant who has not been served.",
        field="tenant",
    ),
    not_future(SERVE, sent_on, "sent_at", "Service"),
    Gate(
        "before_approval",
        SERVE,
        "Was it sent after approval?",
        _not_before_approval,
        "Correct the time, or serve it again now.",
        field="sent_at",
    ),
    Gate(
        "method_not_allowed",
        SERVE,
        "Is that good service of a notice by this landlord?",
        _good_method,
        "Hand it to the tenant, or record the clause of the agreement that allows it.",
        ByTrack("LGA 1972 s.233; tenancy agreement", "tenancy agreement; LPA 1925 s.196"),
        "B",
        "method",
    ),
    in_arrears(SERVE),
    Gate(
        "ground8_threshold",
        SERVE,
        "If ground 8 is relied on, is its threshold met on the day?",
        _ground8,
        "Withdraw it and draft a notice without ground 8.",
        "HA 1988 Sch 2 ground 8",
        "A",
    ),
    STILL_STANDS,
    *KIND_GATES,
    DECISION_NEEDED,
    *NOTICE_EVIDENCE,
    assessed(SERVE, StepBefore.NOTICE),
    no_moratorium(SERVE, "notice", sent_on),
    no_moratorium(SERVE, "notice", counts_on),
    searched(SERVE, StepBefore.NOTICE, sent_on),
    Gate(
        "specified_too_early",
        SERVE,
        "Is the specified date late enough for the actual service?",
        _still_late_enough,
        "Withdraw it and draft a notice with a later date.",
        ByTrack("HA 1985 s.83(5)", "HA 1988 s.8(4B)"),
        "A",
        "sent_at",
    ),
)


def serve_notice(q: Question[ServeNotice]) -> Sequence[Event]:
    """Record service on one joint tenant; when the last is served, the notice is, on the latest of their days."""
    notice = q.notice(q.command.notice_id)
    hold(GATES, q)
    c = q.command
    service = Service(
        tenant=c.tenant,
        method=c.method,
        sent_at=c.sent_at,
        served=ExplainedDate.of(served_on(q)),
        served_by=q.actor,
        proof=c.proof,
        proof_file=c.proof_file,
    )
    services = (*notice.services, service)
    notice = notice.model_copy(update={"services": services})
    if {s.tenant for s in services} < set(q.case.tenants):
        return [NoticeChanged(what="served_on_tenant", notice=notice)]
    latest = max((s.served for s in services), key=lambda day: day.on)
    first = min(s.served.on for s in services)
    tenancy = tenancy_now(q)
    follows = dates_when_served(notice.kind, tenancy, latest.on, notice.specified.on, notice.grounds)
    # A claim is against all of them, so the notice lives no longer than it does for the tenant served first.
    life = dates_when_served(notice.kind, tenancy, first, notice.specified.on, notice.grounds)
    review_by = follows.review_by or own_review_by(notice.kind, latest.on, q.facts)
    notice = notice.model_copy(
        update={
            "served": latest,
            "specified_minimum": ExplainedDate.of(follows.minimum),
            "issue_from": _told(follows.issue_from),
            "issue_from_safe": _told(follows.issue_from_safe),
            "lapse": _told(life.lapse),
            "last_safe_issue": _told(life.last_safe_issue),
            "review_by": _told(review_by),
            "more": tuple(NamedDate(code=code, date=ExplainedDate.of(day)) for code, day in follows.more),
        }
    )
    return [NoticeChanged(what="served_on_all", notice=notice)]


def _told(day: Explained[date] | None) -> ExplainedDate | None:
    return None if day is None else ExplainedDate.of(day)
