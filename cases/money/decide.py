"""Deciding a command of a money case: refusals, or the events it leads to. Pure; never raises for a business reason."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from cases import recovering, slips
from cases.base import Value
from cases.commands import DeadlinePassed
from cases.events import AlarmRaised, BreathingSpaceChanged
from cases.instants import legal_day
from cases.money import (
    arrangement,
    claim,
    closing,
    deadlines,
    early,
    judgment,
    opening,
    paperwork,
    protocol,
    striking,
    taking_on,
)
from cases.money.asking import Ask
from cases.money.commands import MoneyCommand
from cases.money.events import HoldChanged, MoneyEvent, OwedRead
from cases.money.evolve import evolve
from cases.money.facts import MoneyFacts
from cases.money.roles import may, who_may
from cases.money.state import MoneyState
from cases.refusals import CaseError, Invalid, NotAllowed, Refusal
from cases.state import Alarm, Deadline
from cases.words import Role
from law.errors import LawError


class MoneyDecision(Value):
    """The answer to a command: exactly one of `events` and `refusals` is filled. `kind` as in `cases.outcome`."""

    kind: str = "accepted"
    events: tuple[MoneyEvent, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the command took effect."""
        return self.kind == "accepted"


def deadline_passed(ask: Ask[DeadlinePassed]) -> Sequence[MoneyEvent]:
    """Let the right alarm speak once, and end what its date ends. One that is gone or has spoken gives no events."""
    if ask.case.closed is not None:
        return []
    deadline = next((d for d in ask.case.deadlines if d.id == ask.command.deadline_id), None)
    alarm = next((a for a in deadline.alarms if a.at == ask.command.due and not a.fired), None) if deadline else None
    if deadline is None or alarm is None:
        return []
    if ask.as_at < alarm.at:
        says = f"Deadline {deadline.id} speaks at {alarm.at.isoformat()}; it is {ask.as_at.isoformat()}."
        raise Invalid(Refusal(code="not_yet", says=says, mend="Ask again when the instant has come."))
    spoken = _alarm(ask.case, deadline, alarm)
    if alarm.level != "due":
        return [spoken]
    match deadline.kind:
        case "breathing_space_end":
            space = next(b for b in ask.case.breathing_spaces if b.id == deadline.subject)
            return [spoken, BreathingSpaceChanged(breathing_space=opening.ran_out(space))]
        case "money_hold_end":
            held = ask.hold(deadline.subject)
            return [spoken, HoldChanged(hold=held.model_copy(update={"ended_on": held.until.on}))]
    return [spoken]


def _alarm(case: MoneyState, deadline: Deadline, alarm: Alarm) -> AlarmRaised:
    to_role, to_user = Role.OFFICER, case.officer
    role = {"escalation": Role.TEAM_LEADER}.get(alarm.level, Role.SENIOR if deadline.kind == "approval" else None)
    return AlarmRaised(
        deadline_id=deadline.id,
        level=alarm.level,
        due=alarm.at,
        to_role=role or to_role,
        to_user=None if role else to_user,
        title=deadline.title,
        on=deadline.date.on,
    )


def rent_changed(ask: Ask[Any]) -> Sequence[MoneyEvent]:
    """The account is looked at after every step; a nudge needs nothing of its own."""
    return []


Decider = Callable[[Ask[Any]], Sequence[MoneyEvent]]
DECIDERS: Mapping[str, Decider] = {
    name: getattr(part, name)
    for part, names in (
        (opening, ("open_money_case", "record_trace", "search_register", "assess_debtors", "hold_money_case")),
        (opening, ("end_money_hold", "start_breathing_space", "end_breathing_space")),
        (striking, ("strike_out_hold",)),
        (taking_on, ("take_on_debt",)),
        (protocol, ("send_letter_of_claim", "record_reply", "send_documents", "record_means")),
        (protocol, ("record_acknowledgement", "send_intention")),
        (arrangement, ("offer_arrangement", "agree_arrangement", "end_arrangement")),
        (claim, ("draft_money_claim", "issue_money_claim", "record_money_service", "record_response")),
        (claim, ("ask_judgment", "end_money_claim")),
        (judgment, ("record_judgment", "set_judgment_aside", "choose_enforcement", "request_enforcement")),
        (judgment, ("record_enforcement", "record_satisfaction")),
        (closing, ("approve", "send_back", "withdraw", "propose_write_off", "close_money_case", "add_note")),
        (closing, ("reassign", "clear_attention", "flag_attention")),
        (paperwork, ("request_money_paper", "paper_done")),
    )
    for name in names
} | {"deadline_passed": deadline_passed, "rent_changed": rent_changed, "run_recovered": recovering.run_recovered}


def decide(state: MoneyState | None, command: MoneyCommand, facts: MoneyFacts, as_at: datetime) -> MoneyDecision:
    """What the command does to the case as at an instant; every reason together where it is refused."""
    refusals = early.refuse(state, command, None) or slips.refuse(command, state, legal_day(as_at))
    if refusals:
        return MoneyDecision(kind=early.kind_of(refusals), refusals=refusals)
    try:
        if command.kind in early.OPENINGS:
            state = None  # a closed case stands aside for the new one
        _allowed(facts, command)
        if command.kind in recovering.AS_IT_STOOD:
            return MoneyDecision(events=tuple(DECIDERS[command.kind](Ask(command, state, facts, as_at))))
        events = tuple(DECIDERS[command.kind](Ask(command, state, facts, as_at)))
        return MoneyDecision(events=(*events, *_settled(state, events, facts, as_at)))
    except CaseError as refused:
        return MoneyDecision(kind=refused.kind, refusals=refused.refusals)
    except LawError as fault:
        field = fault.field if fault.field in type(command).model_fields else ""
        refusal = Refusal(code="law", says=fault.rule, mend=fault.mend, field=field)
        return MoneyDecision(kind=Invalid.kind, refusals=(refusal,))


def _allowed(facts: MoneyFacts, command: MoneyCommand) -> None:
    role = facts.actor.role
    if may(role, command.kind):
        return
    allowed = ", ".join(sorted(r.label for r in who_may(command.kind)))
    says = f"You are signed in as {role.label}; this is done by: {allowed}."
    raise NotAllowed(Refusal(code="not_allowed", says=says, mend="Ask one of them.", authority="Landlord's policy"))


def _settled(
    state: MoneyState | None, events: tuple[MoneyEvent, ...], facts: MoneyFacts, as_at: datetime
) -> list[MoneyEvent]:
    """What the account shows (balance, arrangements, judgments), and the change of deadlines, after the own events."""
    after = state
    for event in events:
        after = evolve(after, event)
    if after is None or after.closed is not None:
        return _cleared(after, facts, as_at) if events else []
    more: list[MoneyEvent] = []
    ask: Ask[Any] = Ask(None, after, facts, as_at)
    if ask.owed != after.last_owed_pence:
        more.append(OwedRead(on=ask.today, owed_pence=ask.owed))
    more += arrangement.watched(after, facts, as_at) + judgment.watched(after, facts, as_at)
    for event in more:
        after = evolve(after, event)
    return [*more, *_cleared(after, facts, as_at)]


def _cleared(after: MoneyState | None, facts: MoneyFacts, as_at: datetime) -> list[MoneyEvent]:
    changed = deadlines.difference(after, facts, as_at) if after is not None else None
    return [changed] if changed else []
