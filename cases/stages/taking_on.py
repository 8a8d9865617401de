"""Taking on a case that is under way: every step of its past is taken again, by the function that takes it today.

What truly happened is recorded, lawful or not. Only what cannot be so is refused: a person who is no tenant, a day that
has not come, an order without its terms. Words of here (approvals, papers, fees, searches) are not asked of steps that
were taken elsewhere. The law's rules are asked once all is told (`soundness`), and a step that was not open is at risk
from the first day, which the next step then meets.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from cases import deadlines, earlier, rules
from cases.commands import DeadlinePassed, EarlierStep, ServeNotice, TakeOn
from cases.events import AlarmRaised, CaseOpened, DeadlinesChanged, EarlierTold, Event, HearingChanged, OrderChanged
from cases.evolve import evolve
from cases.gates import Gate, Question, reasons
from cases.instants import legal_day, start_of_day
from cases.recorded import acts
from cases.refusals import CaseError, Refusal, Refused
from cases.roles import allowed
from cases.stages import again, approvals, arrangement, closing, filing, opening, order, payments, responses, watch
from cases.stages.taken import TAKEN_BY
from cases.state import CaseState, Claim, Notice, TakenOn, Warrant
from cases.views import stage
from cases.words import NoticeKind, Role
from law.errors import LawError
from law.explained import long_date

MOST_STEPS = 200
TAKE_ON = ("take_on",)
TAKERS: Mapping[str, Callable[[Question[Any]], Sequence[Event]]] = {
    **TAKEN_BY,
    "record_response": responses.record_response,
    "record_direction": filing.record_direction,
    "record_direction_met": filing.record_direction_met,
    "withdraw": approvals.withdraw,
    "add_note": closing.add_note,
}
_LONGER = (date(2020, 3, 26), date(2021, 9, 30))
# Of these kinds the Act lengthened the notice for a time; the tables of `law` begin after it.
_LENGTHENED = frozenset(NoticeKind) - {
    NoticeKind.NOTICE_TO_QUIT,
    NoticeKind.LICENCE_END,
    NoticeKind.REASONABLE,
    NoticeKind.GARAGE,
    NoticeKind.ESTATE,
    NoticeKind.LEAVE,
    NoticeKind.S125A,
}
_APPROVED_BY_DOING = {"serve_notice": "notices", "issue_claim": "claims", "request_warrant": "warrants"}
_NEW = timedelta(days=7)
_SETTLED = frozenset(
    {"notice_ripe", "notice_lapse", "review_window", "standing_end", "warrant_expiry"}
    | {"breathing_space_end", "hold_end"}
)
"""The dates that bring something with them when they pass, whoever was told."""
CANNOT_BE = frozenset(
    {"unknown_step", "unknown_tenant", "result_unfit", "in_future", "told_in_future", "before_tenancy"}
    | {"before_hearing", "before_issue", "before_request", "before_order", "before_appointment", "before_application"}
    | {"before_service", "before_arrangement", "before_benefit_claim", "before_breach", "after_hearing"}
    | {"end_before_start", "told_before", "review_days", "review_order", "filing_date_wrong", "date_wrong"}
    | {"no_number", "no_court", "not_served_here", "notice_not_served", "no_claim_on_it"}
    | {"claim_not_issued", "hearing_open", "order_made", "already_heard", "hearing_wrong", "next_hearing_wrong"}
    | {"no_ground_proved", "no_possession_date", "terms_missing", "judgment_missing", "period_missing", "sum_wrong"}
    | {"cannot_demote", "cause_of_order", "order_discharged", "not_suspended", "wrong_subject", "answer_missing"}
    | {"already_decided", "application_pending", "cannot_fix_date", "cannot_transfer", "not_adjourned"}
    | {"warrant_live", "warrant_not_live", "breach_not_named", "not_requested", "not_issued", "not_booked"}
    | {"appointment_ahead", "hearing_ahead", "risk_details", "nothing_to_stay", "hold_end_needed", "hold_runs"}
    | {"hold_tenants", "breathing_space_runs", "already_ended", "not_longer", "nothing_to_tell", "already_gone"}
    | {"not_reviewable", "review_asked", "review_over", "no_review", "decision_unfit", "decision_not_wanted"}
    | {"no_copy_wanted", "payments_missing", "arrangement_live", "arrangement_ended", "arrangement_agreed"}
    | {"not_agreed", "not_an_ending", "not_a_refusal", "no_claim", "no_direction", "nothing_to_answer"}
    | {"already_begun", "not_live", "not_for_papers", "not_on_papers", "claim_live", "draft_waits", "n54_not_delivered"}
)
"""The codes of what a recorded history cannot contain, so that its teller has to look again."""


def misdated(steps: Sequence[earlier.Told], today: date) -> str | None:
    """What is wrong with the steps as a whole: none, too many, without a day, ahead of today, out of order."""
    if not steps:
        return "Nothing of its past is told."
    if len(steps) > MOST_STEPS:
        return f"{len(steps)} steps are told; {MOST_STEPS} is the most."
    if all(earlier.own_day(told) is None for told in steps):
        return "No step has its day."
    days = earlier.days(steps)
    for n, day in enumerate(days):
        if day > today:
            return f"Step {n + 1} ({_name(steps[n])}) is dated {long_date(day)}, which has not come yet."
        if n and day < days[n - 1]:
            return (
                f"Step {n + 1} ({_name(steps[n])}) is dated {long_date(day)}, before step {n} "
                f"({_name(steps[n - 1])}) of {long_date(days[n - 1])}."
            )
    return None


def _dated(q: Question[TakeOn]) -> str | None:
    return misdated(q.command.steps, q.today)


GATES: tuple[Gate[Any], ...] = (
    Gate(
        "steps_dated",
        TAKE_ON,
        "Has each step its day, none after today, in their order?",
        _dated,
        "Give each step the day it was taken, the earliest first.",
        field="steps",
    ),
)


def take_on(q: Question[TakeOn]) -> Sequence[Event]:
    """Open the case with its past. Raises Refused with every reason, each naming its step and field."""
    wrong = reasons(GATES, q)
    if wrong:
        raise Refused(wrong)
    begun = opening.opened(q)
    steps, days = q.command.steps, earlier.days(q.command.steps)
    state, events, since = begun, list[Event](), days[0]
    for n, (told, day) in enumerate(zip(steps, days, strict=True), 1):
        at = min(start_of_day(earlier.known_by(told, day)) + timedelta(hours=12), q.as_at)
        was, passed = stage(state), _passed(q, state, at)
        state = _folded(state, passed)
        try:
            taken = _taken(q, state, told, at)
        except CaseError as refused:
            raise Refused(tuple(_named(r, n, told) for r in refused.refusals)) from None
        except LawError as fault:
            field = fault.field if fault.field in type(told.step).model_fields else ""
            said = Refusal(code="law", says=fault.rule, mend=fault.mend, field=field)
            raise Refused(_named(said, n, told)) from None
        state = _folded(state, taken)
        since = since if stage(state) is was else day
        events += [*passed, EarlierTold(on=day, act=told.step.kind), *taken]
    late = _rebased(q, state)
    state = _folded(state, late)
    settled = _passed(q, state, q.as_at)
    was, state = stage(state), _folded(state, settled)
    since = since if stage(state) is was else q.today
    watched = [*order.watched(state, q.facts, q.as_at), *arrangement.watched(state, q.facts, q.as_at)]
    brought = TakenOn(
        on=q.today,
        by=q.actor,
        began_on=days[0],
        stage_since=since,
        acts=tuple(dict.fromkeys(f"{act.item}/{act.command.kind}" for act in acts(state))),
        gaps=tuple(_gaps(q, state, late)),
    )
    first = CaseOpened(state=begun.model_copy(update={"taken_on": brought}), reason=q.command.reason)
    told_of = () if allowed(q.facts, "approve") else unapproved(steps, days, _APPROVED_BY_DOING, q.as_at)
    return [first, *events, *late, *settled, *watched, *told_of]


def unapproved(
    steps: Sequence[earlier.Told], days: Sequence[date], kinds: Collection[str], as_at: datetime
) -> Iterator[AlarmRaised]:
    """A team leader is told of steps of these kinds, all approved here before they are done, that are a few days old:
    nobody skips an approval by telling a new step as an old one."""
    today = legal_day(as_at)
    new = [one for one, day in zip(steps, days, strict=True) if one.step.kind in kinds and today - day <= _NEW]
    if new:
        yield AlarmRaised(
            deadline_id="taken_on",
            level="escalation",
            due=as_at,
            to_role=Role.TEAM_LEADER,
            title=f"Taken on with {', '.join(dict.fromkeys(_name(one) for one in new))} of this week: who approved it?",
            on=today,
        )


def _taken(q: Question[TakeOn], state: CaseState, told: EarlierStep, at: datetime) -> list[Event]:
    """The events of one step, taken as at its own day. Raises Refused where it cannot have been so."""
    facts = q.facts.model_copy(update={"open_case": state.case_id})
    state = _approved(state, told, at)
    asked: Question[Any] = Question(told.step, state, facts, at)
    wrong = tuple(r for r in reasons(rules.GATES, asked) if r.code in CANNOT_BE)
    if wrong:
        raise Refused(wrong)
    again_ = Question(told.step, state, facts, at, again=True)
    events = again.taken(again_) if isinstance(told.step, ServeNotice) else TAKERS[told.step.kind](again_)
    return [_with_figure(event, told.owed_pence) for event in events]


def _approved(state: CaseState, told: EarlierStep, at: datetime) -> CaseState:
    """The case with the draft approved, by nobody here, whose service, issue or sending is told."""
    name = _APPROVED_BY_DOING.get(told.step.kind)
    if name is None:
        return state
    wanted = getattr(told.step, f"{name[:-1]}_id")
    on = earlier.own_day(told)
    items = tuple(
        item.model_copy(update={"approved_on": on}) if item.id == wanted and item.approved_on is None else item
        for item in getattr(state, name)
    )
    return state.model_copy(update={name: items})


def _with_figure(event: Any, owed: int | None) -> Event:
    """The event with the sum that the landlord's own file says was owed; what was asked of a court nobody told here."""
    told: Event = event
    if isinstance(event, HearingChanged):
        told = event = event.model_copy(update={"differs": ()})
    if owed is None:
        return told
    for name in ("notice", "claim", "warrant", "hearing", "order", "arrangement"):
        item = getattr(event, name, None)
        if item is not None and "arrears_pence" in type(item).model_fields:
            told = event.model_copy(update={name: item.model_copy(update={"arrears_pence": owed})})
    return told


def _passed(q: Question[TakeOn], state: CaseState, at: datetime) -> list[Event]:
    """What came of dates that had passed by an instant: a notice ripe or lapsed, a hold at its end. Nobody is told."""
    found: list[Event] = []
    for _ in range(MOST_STEPS):
        waiting = deadlines.required(state, q.facts, at)
        due = [
            (alarm.at, waited.id)
            for waited in waiting
            for alarm in waited.alarms
            if waited.kind in _SETTLED and alarm.level == "due" and alarm.at <= at
        ]
        if not due:
            return found
        when, wanted = min(due)
        seen = state.model_copy(update={"deadlines": waiting})
        asked = Question(DeadlinePassed(deadline_id=wanted, due=when), seen, q.facts, max(when, q.as_at))
        came = [e for e in watch.deadline_passed(asked) if not isinstance(e, AlarmRaised | DeadlinesChanged)]
        if not came:
            return found
        found += came
        state = _folded(state, came)
    return found


def _rebased(q: Question[TakeOn], state: CaseState) -> list[Event]:
    """Orders on terms whose first payments are older than the rent account: they are watched from its beginning."""
    begins = earlier.account_from(q.facts)
    found: list[Event] = []
    for made in state.orders:
        promised = payments.of_order(made, state, q.facts) if made.live else None
        if made.terms is None or promised is None or begins is None or promised.terms.first_payment >= begins:
            continue
        owed = q.arrears_on(begins)
        now = {
            "first_payment": next(day for k in count() if (day := promised.terms.due_date(k)) >= begins),
            "since": begins,
            "arrears_pence": owed,
            "judgment_pence": min(made.terms.judgment_pence, max(0, owed)),
        }
        terms = {"terms": made.terms.model_copy(update=now), "earlier_terms": (made.terms,)}
        found.append(OrderChanged(what="watched_from", order=made.model_copy(update=terms)))
    return found


def _gaps(q: Question[TakeOn], state: CaseState, late: Sequence[Event]) -> Iterator[str]:
    begins = earlier.account_from(q.facts)
    from_ = f"begins on {long_date(begins)}" if begins else "has no line"
    drafts: tuple[Notice | Claim | Warrant, ...] = (*state.notices, *state.claims, *state.warrants)
    for item in drafts:
        if not item.arrears_pence and not earlier.reaches(q.facts, item.drafted_on):
            yield f"{item.id}: what was owed then was not told, and the rent account here {from_}."
    for notice in state.notices:
        if notice.kind in _LENGTHENED and notice.served and _LONGER[0] <= notice.served.on <= _LONGER[1]:
            told = f"{notice.id} was served between {long_date(_LONGER[0])} and {long_date(_LONGER[1])}, when"
            yield f"{told} longer notice was asked (Coronavirus Act 2020 Sch 29); check it by hand: not held here."
    for event in late:
        if isinstance(event, OrderChanged):
            yield f"{event.order.id}: the rent account here {from_}; payments before that day are not counted."
    searched = {s.before.value for s in state.searches}
    for name, begun in (("notice", state.notices), ("claim", state.claims), ("warrant", state.warrants)):
        if begun and name not in searched:
            yield f"No search of the breathing-space register before the {name} was told."


def _named(refusal: Refusal, n: int, told: EarlierStep) -> Refusal:
    """The refusal with the step that it is about."""
    field = f"steps.{n}.{refusal.field}" if refusal.field else f"steps.{n}"
    says = f"Step {n} ({_name(told)}): {refusal.says}"
    return refusal.model_copy(update={"says": says, "field": field})


def _name(told: earlier.Told) -> str:
    return str(told.step.kind).replace("_", " ")


def _folded(state: CaseState, events: Sequence[Event]) -> CaseState:
    for event in events:
        state = evolve(state, event)
    return state
