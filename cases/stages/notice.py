"""The notice: what drafting it asks for, its dates, and what it waits for from approval to lapse."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from cases import tenancy as tenancies
from cases.base import ExplainedDate
from cases.commands import DraftNotice
from cases.events import Event, NoticeChanged
from cases.facts import Facts
from cases.gates import ByTrack, Gate, Question, Why, hold
from cases.ground8 import short_of_ground8
from cases.how_many import share_of
from cases.notice_kinds import KINDS
from cases.stages import trial
from cases.stages.decision import DECISION_NEEDED
from cases.stages.drafting import KIND_GATES, dates, planned, planned_late, room, window
from cases.stages.evidence import NOTICE_EVIDENCE
from cases.stages.fairness import assessed, cared_for
from cases.stages.shared import arrears_step, in_arrears, no_moratorium
from cases.state import CaseState, Notice
from cases.tracks import ROADS, open_grounds
from cases.waiting import Wait, by_policy
from cases.words import StepBefore
from law.errors import LawError
from law.explained import long_date, pounds

DRAFT = ("draft_notice",)
LOUD = (60, 30, 14, 7, 3, 2)


def _track_kind(q: Question[DraftNotice]) -> str | None:
    wanted = ROADS[q.case.track].notices
    if q.command.notice in wanted:
        return None
    begins = "; or: ".join(kind.label for kind in wanted)
    return f"This case is on the road '{q.case.track.label}', which begins with: {begins}."


def _no_other_draft(q: Question[DraftNotice]) -> str | None:
    kind = q.command.notice
    other = next((n for n in q.case.notices if n.live and n.served is None and n.kind is kind), None)
    if other is None:
        return None
    done = len(other.services)
    where = f"has been served on {share_of(done, len(q.case.tenants), 'tenant')}" if done else "is being prepared"
    return f"Notice {other.id} {where} already."


def _grounds_fit(q: Question[DraftNotice]) -> str | Why | None:
    c = q.command
    if not KINDS[c.notice].rests_on_grounds:
        named = ", ".join(c.grounds)
        return Why(f"This notice rests on no ground; {named} is named.", "Leave the grounds out.") if named else None
    if not c.grounds:
        return "The notice names no ground."
    ours = open_grounds(c.notice, q.case.occupancy, c.planned_service, q.facts.policy.social_commencement)
    wrong = [g for g in c.grounds if g not in ours]
    if not wrong:
        return None
    if not ours:
        return Why(
            f"No ground is open to this tenancy; {', '.join(wrong)} is named.", "Choose the notice of this road."
        )
    return f"Ground {', '.join(wrong)} is not open to this tenancy by this notice; these are: {', '.join(ours)}."


def _ground8(q: Question[DraftNotice]) -> str | None:
    if "8" not in q.command.grounds:
        return None
    return short_of_ground8(q.case, q.facts, q.today)


def _policy_weeks(q: Question[DraftNotice]) -> str | None:
    weeks = q.facts.policy.minimum_arrears_weeks
    if q.arrears <= 0 or not arrears_step(q) or tenancies.owes_weeks(q.facts.tenancy, q.arrears, weeks):
        return None
    asked = tenancies.weeks_rent(q.facts.tenancy, weeks)
    return (
        f"The arrears, {pounds(q.arrears)}, are less than the {weeks} weeks' rent, {pounds(asked)}, that the "
        "landlord's policy asks for."
    )


def _plan_not_past(q: Question[DraftNotice]) -> str | None:
    planned = q.command.planned_service
    if planned >= q.today:
        return None
    return f"The planned service day, {long_date(planned)}, is before today, {long_date(q.today)}."


def _late_enough(q: Question[DraftNotice]) -> Why | None:
    wanted = q.command.specified_on
    if wanted is None or _grounds_fit(q) or _track_kind(q):
        return None
    earliest = dates(q, q.command.notice, planned(q).value, q.command.grounds).minimum
    if wanted >= earliest.value:
        return None
    mend = f"Leave the date empty to take the recommended one, or choose {long_date(earliest.value)} or later."
    return Why.of(f"{long_date(wanted)} is too early to specify. {earliest.sentence()}", earliest, mend)


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "draft_waits",
        DRAFT,
        "Is no other notice being prepared?",
        _no_other_draft,
        "Serve it, or withdraw it, before drafting another.",
    ),
    Gate(
        "wrong_notice",
        DRAFT,
        "Is it the notice of this tenancy?",
        _track_kind,
        "Choose the notice of this road.",
        ByTrack("HA 1985 s.83", "HA 1988 s.8"),
        "A",
        "notice",
    ),
    Gate(
        "wrong_ground",
        DRAFT,
        "Are the grounds open to this tenancy by this notice?",
        _grounds_fit,
        "Choose among the grounds of this road.",
        ByTrack("HA 1985 Sch 2", "HA 1988 Sch 2"),
        "A",
        "grounds",
    ),
    in_arrears(DRAFT),
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
        DRAFT,
        "If ground 8 is relied on, is its threshold met today?",
        _ground8,
        "Leave ground 8 out and rely on grounds 10 and 11.",
        "HA 1988 Sch 2 ground 8",
        "A",
        "grounds",
    ),
    *trial.GATES,
    *KIND_GATES,
    DECISION_NEEDED,
    *NOTICE_EVIDENCE,
    assessed(DRAFT, StepBefore.NOTICE),
    *cared_for(DRAFT),
    no_moratorium(DRAFT, "notice"),
    Gate("plan_past", DRAFT, "Is service still ahead?", _plan_not_past, "Choose a day ahead.", field="planned_service"),
    Gate(
        "specified_too_early",
        DRAFT,
        "Is the specified date late enough for the planned service?",
        _late_enough,
        "Leave the date empty to take the recommended one, or choose a later one.",
        ByTrack("HA 1985 s.83(5)", "HA 1988 s.8(4B)"),
        "A",
        "specified_on",
    ),
)


def draft_notice(q: Question[DraftNotice]) -> Sequence[Event]:
    """Draft the notice with the arrears of the day; the recommended date is taken when none is given."""
    hold(GATES, q)
    c = q.command
    served = planned(q).value
    counted = dates(q, c.notice, served, c.grounds)
    margin = timedelta(days=q.facts.policy.notice_margin_days)
    try:
        recommended = dates(q, c.notice, planned_late(q) + margin, c.grounds).recommended
    except LawError:
        recommended = counted.recommended  # in time on the day planned, but not with the margin
    if room(q, recommended.value, served) is not None:
        recommended = counted.minimum  # the cautious date would leave no time for a claim
    chosen = ExplainedDate.of(recommended)
    if c.specified_on is not None and c.specified_on != recommended.value:
        chosen = by_policy(
            c.specified_on,
            f"{long_date(c.specified_on)} was chosen by the officer; the law asks for "
            f"{long_date(counted.minimum.value)} or later",
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
        specified_minimum=ExplainedDate.of(counted.minimum),
        condition=c.condition,
        condition_on=c.condition_on,
        window=window(c.condition, c.condition_on),
        confirmed=c.confirmed,
        planned_method=c.method,
        break_on=c.break_on,
    )
    return [NoticeChanged(what="drafted", notice=notice)]


def in_use(state: CaseState, notice: Notice) -> bool:
    """Whether an issued claim that is not ended rests on the notice: it need not stay in force any more."""
    return any(notice.id in c.notices and c.issued_on and c.live for c in state.claims)


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """Approval of a draft, planned service, the ripe day and the lapse of each live notice."""
    for n in (n for n in state.notices if n.live):
        if n.approved_on is None:
            stale = n.drafted_on + timedelta(days=facts.policy.stale_draft_days)
            due = by_policy(stale, f"Drafted on {long_date(n.drafted_on)}", "A draft goes stale")
            yield Wait(f"{n.id}.approve", "approval", f"Approve notice {n.id}, or send it back", due, n.id)
        elif n.served is None:
            due = by_policy(n.planned_service, "Planned when it was drafted", "Serve the notice")
            yield Wait(f"{n.id}.serve", "serve_notice", f"Serve notice {n.id} on every joint tenant", due, n.id)
        elif not in_use(state, n):
            if n.issue_from_safe and not n.ripe:
                title = f"Notice {n.id} is ripe: a claim may be issued"
                yield Wait(f"{n.id}.ripe", "notice_ripe", title, n.issue_from_safe, n.id, remind=(), escalates=False)
            if n.lapse:
                title = f"Notice {n.id} lapses: the claim has to be issued before this day"
                yield Wait(f"{n.id}.lapse", "notice_lapse", title, n.lapse, n.id, after=True, remind=LOUD)
