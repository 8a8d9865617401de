"""The notice: drafted, approved, served on every joint tenant, ripe, lapsed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Literal

from cases import protocol
from cases import tenancy as tenancies
from cases.base import ExplainedDate
from cases.commands import DraftNotice, ServeNotice
from cases.events import Event, NoticeChanged
from cases.facts import Facts
from cases.gates import Gate, Question, hold
from cases.instants import legal_day
from cases.stages.shared import assessed, in_arrears, no_moratorium, not_future, searched
from cases.state import CaseState, Notice, Service
from cases.waiting import Wait, by_policy
from cases.words import NoticeKind, StepBefore, Track
from law.explained import Explained, long_date, pounds
from law.notices import NoticeDates, claim_dates, notice_dates
from law.service import notice_served, service_method_problem

DRAFT = ("draft_notice",)
SERVE = ("serve_notice",)
BOTH = DRAFT + SERVE
KIND_OF = {Track.SECURE_ARREARS: NoticeKind.S83, Track.ASSURED_ARREARS: NoticeKind.S8}
GROUNDS_OF = {Track.SECURE_ARREARS: ("1",), Track.ASSURED_ARREARS: ("8", "10", "11")}
LOUD = (60, 30, 14, 7)
_LOOK_BACK_DAYS = 120


def _kind(q: Question[Any]) -> Literal["s83", "s8"]:
    return "s83" if KIND_OF[q.case.track] is NoticeKind.S83 else "s8"


def dates(q: Question[Any], served: date, grounds: Sequence[str]) -> NoticeDates:
    """Law's dates for this case's notice if it takes effect on a day. Raises LawError."""
    return notice_dates(_kind(q), served, tenancies.rent_period(q.facts.tenancy), grounds)


def sent_on(q: Question[ServeNotice]) -> date:
    """The legal day the notice was sent or handed over."""
    return legal_day(q.command.sent_at)


def served_on(q: Question[ServeNotice]) -> Explained[date]:
    """The day service takes effect, by the rules for notices. Raises LawError where the method is no service."""
    c = q.command
    return notice_served(c.method, c.sent_at, tenancies.landlord_kind(q.facts.tenancy), q.case.agreement_allows)


def _track_kind(q: Question[DraftNotice]) -> str | None:
    wanted = KIND_OF[q.case.track]
    if q.command.notice is wanted:
        return None
    return f"This case is on the road '{q.case.track.label}', which begins with: {wanted.label}."


def _no_other_draft(q: Question[DraftNotice]) -> str | None:
    other = next((n for n in q.case.notices if n.live and n.served is None), None)
    return f"Notice {other.id} is already being prepared or served." if other else None


def _grounds_fit(q: Question[DraftNotice]) -> str | None:
    if not q.command.grounds:
        return "The notice names no ground."
    wrong = [g for g in q.command.grounds if g not in GROUNDS_OF[q.case.track]]
    if not wrong:
        return None
    ours = ", ".join(GROUNDS_OF[q.case.track])
    return f"Ground {', '.join(wrong)} is not a rent-arrears ground of this road; it has: {ours}."


def _grounds(q: Question[Any]) -> tuple[str, ...]:
    if isinstance(q.command, ServeNotice):
        return q.notice(q.command.notice_id).grounds
    return tuple(q.command.grounds)


def _ground8(q: Question[Any]) -> str | None:
    if "8" not in _grounds(q):
        return None
    on = sent_on(q) if isinstance(q.command, ServeNotice) else q.today
    return tenancies.short_of_ground8(q.facts.tenancy, q.facts.postings, on)


def _policy_weeks(q: Question[DraftNotice]) -> str | None:
    weeks = q.facts.policy.minimum_arrears_weeks
    if q.arrears <= 0 or tenancies.owes_weeks(q.facts.tenancy, q.arrears, weeks):
        return None
    return f"The arrears, {pounds(q.arrears)}, are less than the {weeks} weeks' rent the landlord's policy asks for."


def _contacted(q: Question[Any]) -> str | None:
    missing = protocol.unreached(q.case, "contact_each_tenant")
    if not missing:
        return None
    count = f"{len(missing)} of {len(q.case.tenants)} tenants"
    return f"{count} not yet contacted about the arrears: {', '.join(missing)}."


def _affordable(q: Question[Any]) -> str | None:
    if protocol.contacts(q.case, "income_expenditure", "arrangement_offered"):
        return None
    return "No attempt to agree affordable payments is recorded."


def _statement(q: Question[Any]) -> str | None:
    due = protocol.statement_due(q.case)
    if due is None:
        return "No rent statement has been sent."
    if due >= q.today:
        return None
    return f"The last rent statement is more than 13 weeks old; the next was due on {long_date(due)}."


def _benefit(q: Question[Any]) -> str | None:
    if protocol.contacts(q.case, "benefit_help", "benefit_enquiry"):
        return None
    return "No offer of help with benefits and no benefit enquiry is recorded."


def _advice(q: Question[Any]) -> str | None:
    return None if protocol.contacts(q.case, "debt_advice") else "The tenants have not been pointed to debt advice."


def _plan_not_past(q: Question[DraftNotice]) -> str | None:
    planned = q.command.planned_service
    if planned >= q.today:
        return None
    return f"The planned service day, {long_date(planned)}, is before today, {long_date(q.today)}."


def _late_enough(q: Question[DraftNotice]) -> str | None:
    wanted = q.command.specified_on
    if wanted is None or _grounds_fit(q):
        return None
    earliest = dates(q, q.command.planned_service, q.command.grounds).specified_minimum
    if wanted >= earliest.value:
        return None
    return f"{long_date(wanted)} is too early to specify. {earliest.sentence()}"


def _approved(q: Question[ServeNotice]) -> str | None:
    notice = q.notice(q.command.notice_id)
    if not notice.live:
        return f"Notice {notice.id} {'was withdrawn' if notice.withdrawn else 'has lapsed'}."
    return None if notice.approved_on else f"Notice {notice.id} has not been approved."


def _not_before_approval(q: Question[ServeNotice]) -> str | None:
    notice = q.notice(q.command.notice_id)
    if notice.approved_on is None or sent_on(q) >= notice.approved_on:
        return None
    return f"It was approved on {long_date(notice.approved_on)}, after {long_date(sent_on(q))}."


def _joint_tenant(q: Question[ServeNotice]) -> str | None:
    if q.command.tenant not in q.case.tenants:
        return f"{q.command.tenant} is not a joint tenant of this tenancy."
    if any(s.tenant == q.command.tenant for s in q.notice(q.command.notice_id).services):
        return f"Service on {q.command.tenant} is already recorded."
    return None


def _good_method(q: Question[ServeNotice]) -> str | None:
    return service_method_problem(q.command.method, tenancies.landlord_kind(q.facts.tenancy), q.case.agreement_allows)


def _still_late_enough(q: Question[ServeNotice]) -> str | None:
    notice = q.notice(q.command.notice_id)
    if _good_method(q):
        return None
    served = served_on(q)
    earliest = dates(q, served.value, notice.grounds).specified_minimum
    if notice.specified.on >= earliest.value:
        return None
    last = _latest_good_service(q, notice)
    until = f" It had to be served by {long_date(last)}." if last else ""
    return (
        f"Notice {notice.id} specifies {long_date(notice.specified.on)}. Served on {long_date(served.value)} it may "
        f"specify {long_date(earliest.value)} at the earliest.{until}"
    )


def _latest_good_service(q: Question[ServeNotice], notice: Notice) -> date | None:
    for back in range(_LOOK_BACK_DAYS):
        day = notice.specified.on - timedelta(days=back)
        if dates(q, day, notice.grounds).specified_minimum.value <= notice.specified.on:
            return day
    return None


PROTOCOL_GATES: tuple[Gate[Any], ...] = (
    Gate(
        "contact_each_tenant",
        BOTH,
        "Has every joint tenant been contacted?",
        _contacted,
        "Contact each joint tenant separately and record it.",
        "Pre-Action Protocol 2.1",
        "B",
    ),
    Gate(
        "affordability_needed",
        BOTH,
        "Was an affordable arrangement sought?",
        _affordable,
        "Ask for income and expenditure, or offer an arrangement, and record it.",
        "Pre-Action Protocol 2.2",
        "B",
    ),
    Gate(
        "statement_needed",
        BOTH,
        "Was a rent statement sent in the last quarter?",
        _statement,
        "Send a rent statement for the past 13 weeks and record it.",
        "Pre-Action Protocol 2.3",
        "B",
    ),
    Gate(
        "benefit_needed",
        BOTH,
        "Was help with benefits offered?",
        _benefit,
        "Offer help with a claim, or ask the benefit office, and record it.",
        "Pre-Action Protocol 2.5, 2.6",
        "B",
    ),
    Gate(
        "debt_advice_needed",
        BOTH,
        "Were the tenants pointed to debt advice?",
        _advice,
        "Send the debt-advice letter and record it.",
        "Pre-Action Protocol 2.7",
        "B",
    ),
)

GATES: tuple[Gate[Any], ...] = (
    Gate("draft_waits", DRAFT, "Is no other notice being prepared?", _no_other_draft, "Finish it, or withdraw it."),
    Gate(
        "wrong_notice",
        DRAFT,
        "Is it the notice of this tenancy?",
        _track_kind,
        "Choose the notice of this road.",
        "HA 1985 s.83; HA 1988 s.8",
        "A",
        "notice",
    ),
    Gate(
        "wrong_ground",
        DRAFT,
        "Are the grounds rent-arrears grounds of this tenancy?",
        _grounds_fit,
        "Choose among the grounds of this road.",
        "HA 1985 Sch 2; HA 1988 Sch 2",
        "A",
        "grounds",
    ),
    in_arrears(BOTH),
    Gate(
        "policy_minimum",
        DRAFT,
        "Do the arrears reach the landlord's own minimum?",
        _policy_weeks,
        "Go on with the Protocol steps; draft when the arrears reach it.",
        "Landlord's policy",
    ),
    Gate(
        "ground8_threshold",
        BOTH,
        "If ground 8 is relied on, is its threshold met today?",
        _ground8,
        "Leave ground 8 out and rely on grounds 10 and 11.",
        "HA 1988 Sch 2 ground 8",
        "A",
        "grounds",
    ),
    *PROTOCOL_GATES,
    assessed(BOTH, StepBefore.NOTICE),
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
        "LGA 1972 s.233; Interpretation Act 1978 s.7; tenancy agreement",
        "B",
        "method",
    ),
    no_moratorium(DRAFT, "an arrears notice"),
    no_moratorium(SERVE, "an arrears notice served", sent_on),
    searched(SERVE, StepBefore.NOTICE, sent_on),
    Gate("plan_past", DRAFT, "Is service still ahead?", _plan_not_past, "Choose a day ahead.", field="planned_service"),
    Gate(
        "specified_too_early",
        DRAFT,
        "Is the specified date late enough for the planned service?",
        _late_enough,
        "Leave the date empty to take the recommended one, or choose a later one.",
        "HA 1985 s.83(5); HA 1988 s.8(4A)-(4B)",
        "A",
        "specified_on",
    ),
    Gate(
        "specified_too_early",
        SERVE,
        "Is the specified date late enough for the actual service?",
        _still_late_enough,
        "Withdraw it and draft a notice with a later date.",
        "HA 1985 s.83(5); HA 1988 s.8(4A)-(4B)",
        "A",
        "sent_at",
    ),
)


def draft_notice(q: Question[DraftNotice]) -> Sequence[Event]:
    """Draft the notice with the arrears of the day; the recommended date is taken when none is given."""
    hold(GATES, q)
    c = q.command
    counted = dates(q, c.planned_service, c.grounds)
    margin = timedelta(days=q.facts.policy.notice_margin_days)
    recommended = dates(q, c.planned_service + margin, c.grounds).specified_recommended
    chosen = ExplainedDate.of(recommended)
    if c.specified_on is not None and c.specified_on != recommended.value:
        chosen = by_policy(
            c.specified_on,
            f"{long_date(c.specified_on)} was chosen by the officer; the law asks for "
            f"{long_date(counted.specified_minimum.value)} or later",
            "The date written in the notice",
        )
    notice = Notice(
        id=f"N{len(q.case.notices) + 1}",
        kind=c.notice,
        grounds=c.grounds,
        drafted_by=q.actor,
        drafted_on=q.today,
        arrears_pence=q.arrears,
        particulars=c.particulars,
        planned_service=c.planned_service,
        specified=chosen,
        specified_minimum=ExplainedDate.of(counted.specified_minimum),
    )
    return [NoticeChanged(what="drafted", notice=notice)]


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
    claim = claim_dates(
        _kind(q), latest.on, notice.specified.on, tenancies.rent_period(q.facts.tenancy), notice.grounds
    )
    notice = notice.model_copy(
        update={
            "served": latest,
            "specified_minimum": ExplainedDate.of(dates(q, latest.on, notice.grounds).specified_minimum),
            "issue_from": ExplainedDate.of(claim.issue_from),
            "issue_from_safe": ExplainedDate.of(claim.issue_from_safe),
            "lapse": ExplainedDate.of(claim.lapse),
            "last_safe_issue": ExplainedDate.of(claim.last_safe_issue),
        }
    )
    return [NoticeChanged(what="served_on_all", notice=notice)]


def in_use(state: CaseState, notice: Notice) -> bool:
    """Whether an issued claim that is not ended rests on the notice: it need not stay in force any more."""
    return any(c.notice_id == notice.id and c.issued_on and c.live for c in state.claims)


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Approval of a draft, planned service, the ripe day and the lapse of each live notice."""
    for n in (n for n in state.notices if n.live):
        if n.approved_on is None:
            stale = n.drafted_on + timedelta(days=facts.policy.stale_draft_days)
            due = by_policy(stale, f"Drafted on {long_date(n.drafted_on)}", "A draft goes stale")
            yield Wait(f"{n.id}.approve", "approval", f"Notice {n.id} waits for approval", due, n.id)
        elif n.served is None:
            due = by_policy(n.planned_service, "Planned when it was drafted", "Serve the notice")
            yield Wait(f"{n.id}.serve", "serve_notice", f"Serve notice {n.id} on every joint tenant", due, n.id)
        elif n.lapse and n.issue_from_safe and not in_use(state, n):
            if not n.ripe:
                title = f"Notice {n.id} is ripe: a claim may be issued"
                yield Wait(f"{n.id}.ripe", "notice_ripe", title, n.issue_from_safe, n.id, remind=(), escalates=False)
            title = f"Notice {n.id} lapses; a claim must be issued before"
            yield Wait(f"{n.id}.lapse", "notice_lapse", title, n.lapse, n.id, after=True, remind=LOUD)
