"""What happens by itself: a date passes, the rent account changes."""

from collections.abc import Sequence

from cases.commands import DeadlinePassed, RentChanged
from cases.events import (
    AlarmRaised,
    BreathingSpaceChanged,
    DeadlinesChanged,
    Event,
    HoldChanged,
    NoticeChanged,
    OrderChanged,
    WarrantChanged,
)
from cases.gates import Question
from cases.refusals import Invalid, Refusal
from cases.stages import arrangement as arrangements
from cases.stages import holding, holds, review, trial
from cases.stages import order as orders
from cases.state import Alarm, CaseState, Deadline
from cases.words import Role


def deadline_passed(q: Question[DeadlinePassed]) -> Sequence[Event]:
    """Let the right alarm speak once, and do what the date brings with it.

    A deadline that is gone, has moved, or has spoken at that instant gives no events. Raises Invalid when the instant
    has not come: a timer may wake late but never early.
    """
    if q.case.closed is not None:
        return []
    deadline = next((d for d in q.case.deadlines if d.id == q.command.deadline_id), None)
    alarm = next((a for a in deadline.alarms if a.at == q.command.due and not a.fired), None) if deadline else None
    if deadline is None or alarm is None:
        return []
    if q.as_at < alarm.at:
        raise Invalid(
            Refusal(
                code="not_yet",
                says=f"Deadline {deadline.id} speaks at {alarm.at.isoformat()}; it is {q.as_at.isoformat()}.",
                mend="Ask again when the instant has come.",
            )
        )
    if alarm.level != "due":
        return [_alarm(q.case, deadline, alarm)]
    return _passed(q, deadline, alarm)


def rent_changed(q: Question[RentChanged]) -> Sequence[Event]:
    """Look at the account again: orders and arrangements against their terms, drafts against their figure."""
    if q.case.closed is not None:
        return []
    events: list[Event] = []
    for notice in q.case.notices:
        moved = notice.live and not notice.services and notice.arrears_pence != q.arrears
        if moved and not notice.figures_stale:
            events.append(NoticeChanged(what="figures_stale", notice=notice.model_copy(update={"figures_stale": True})))
    kept = arrangements.watched(q.case, q.facts, q.as_at)
    return [*events, *orders.watched(q.case, q.facts, q.as_at), *kept]


def _passed(q: Question[DeadlinePassed], deadline: Deadline, alarm: Alarm) -> list[Event]:
    spoken = _alarm(q.case, deadline, alarm)
    case, subject = q.case, deadline.subject
    match deadline.kind:
        case "notice_ripe":
            ripe = q.notice(subject).model_copy(update={"ripe": True})
            return [spoken, NoticeChanged(what="ripe", notice=ripe)]
        case "review_window":
            return [spoken, *review.window_passed(q, q.notice(subject))]
        case "standing_end":
            return [spoken, *trial.ended(q)]
        case "notice_lapse":
            lapsed = q.notice(subject).model_copy(update={"lapsed": True})
            return [spoken, NoticeChanged(what="lapsed", notice=lapsed)]
        case "warrant_expiry":
            expired = q.warrant(subject).model_copy(update={"expired": True})
            return [spoken, WarrantChanged(what="expired", warrant=expired)]
        case "breathing_space_end":
            space = next(b for b in case.breathing_spaces if b.id == subject)
            return [spoken, BreathingSpaceChanged(breathing_space=holds.ran_out(space))]
        case "hold_end":
            held = next(h for h in case.holds if h.id == subject)
            return [spoken, HoldChanged(what="ended", hold=holding.ran_out(held))]
        case "payment_check":
            # A payment made in time is no news: the check is cleared without a word and set again for the next one.
            looked = orders.look_at_terms(q.order(subject), case, q.facts, q.as_at)
            cleared = DeadlinesChanged(cleared=(deadline.id,))
            if looked is None or looked.breach is None:
                return [cleared]
            return [spoken, cleared, OrderChanged(what="breached", order=looked)]
        case "arrangement_check":
            agreed = next(a for a in case.arrangements if a.id == subject)
            found = arrangements.look_at(agreed, case, q.facts, q.as_at)
            gone = DeadlinesChanged(cleared=(deadline.id,))
            if found is None:
                return [gone]
            return [spoken, gone, found] if found.what == "broken" else [gone, found]
        case _:
            return [spoken]


def _alarm(case: CaseState, deadline: Deadline, alarm: Alarm) -> AlarmRaised:
    if alarm.level == "escalation":
        to_role, to_user = Role.TEAM_LEADER, None
    elif deadline.kind in ("approval", "review_decision"):
        to_role, to_user = Role.SENIOR, None
    else:
        to_role, to_user = Role.OFFICER, case.officer
    return AlarmRaised(
        deadline_id=deadline.id,
        level=alarm.level,
        due=alarm.at,
        to_role=to_role,
        to_user=to_user,
        title=deadline.title,
        on=deadline.date.on,
    )
