"""The last check before an eviction and its confirmation to the bailiffs: before the day, not after possession.

A named person looks once more at vulnerability, the Equality Act, the register and the household's next home, and says
whether the eviction goes on. Only then is the appointment confirmed, 72 hours before it at the latest.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cases.base import DatedStep, ExplainedDate
from cases.commands import ConfirmEviction, RecordLastCheck
from cases.court_words import Referral
from cases.events import Event, WarrantChanged
from cases.facts import Facts
from cases.gates import Gate, Question, Why, asked_only, hold
from cases.instants import LONDON, legal_day
from cases.stages.fairness import assessed, cared_for
from cases.stages.shared import no_moratorium, not_future, searched
from cases.state import CaseState, LastCheck, Warrant
from cases.waiting import Wait, by_policy
from cases.words import StepBefore
from law.explained import long_date

CHECK = ("record_last_check",)
CONFIRM = ("confirm_eviction",)
CONFIRM_BEFORE = timedelta(hours=72)
FRESH_DAYS = 28
_BAILIFF = "Bailiffs' practice: the court's possession service asks for the same (confirm the eviction)"
_REFERRAL = "HA 1996 ss.195, 213B; SI 2018/223 Sch; a housing association's commitment to refer"


def appointment(warrant: Warrant) -> datetime | None:
    """The instant of the appointment, as aware UTC; None where none is booked."""
    if warrant.appointment_on is None or warrant.appointment_at is None:
        return None
    return datetime.combine(warrant.appointment_on, warrant.appointment_at, LONDON).astimezone(UTC)


def confirm_by(warrant: Warrant) -> tuple[datetime, ExplainedDate] | None:
    """The last instant to confirm the appointment, and its day with the reason; None where none is booked."""
    booked = appointment(warrant)
    if booked is None or warrant.appointment_on is None:
        return None
    last = booked - CONFIRM_BEFORE
    on, at = legal_day(last), f"{last.astimezone(LONDON):%H:%M}"
    told = f"Eviction at {warrant.appointment_at:%H:%M} on {long_date(warrant.appointment_on)}"
    counted = f"72 hours before it is {at} on {long_date(on)}"
    rule = "The last moment to confirm the eviction; after it the bailiffs cancel"
    return last, ExplainedDate(
        on=on,
        sentence=f"{rule}: {told[:1].lower()}{told[1:]}, and {counted} ({_BAILIFF}).",
        trigger=told,
        rule=rule,
        steps=(DatedStep(text=counted, authority=_BAILIFF, on=on),),
        authority=_BAILIFF,
        confidence="B",
        table_version="",
    )


def check_by(warrant: Warrant, days: int) -> ExplainedDate | None:
    """The day by which the last check is to be made, by the landlord's policy; None where no eviction is booked."""
    if warrant.appointment_on is None:
        return None
    told = f"Eviction on {long_date(warrant.appointment_on)}"
    return by_policy(warrant.appointment_on - timedelta(days=days), told, f"The last check, {days} days before it")


def first_day(warrant: Warrant) -> date | None:
    """The first day on which a last check is near enough to the appointment; None where none is booked."""
    return warrant.appointment_on - timedelta(days=FRESH_DAYS) if warrant.appointment_on else None


def missing(warrant: Warrant) -> Why | None:
    """Why no last check stands for the appointment; None where one does, and says to go on."""
    check, booked = warrant.last_check, warrant.appointment_on
    if check is None or booked is None:
        return Why(f"The last check before the eviction on warrant {warrant.id} is not recorded.")
    if not check.proceed:
        return Why(
            f"The last check of {long_date(check.on)} says that the eviction does not go on.",
            "Cancel the appointment; or, when the facts have changed, record a new check with its reasons.",
        )
    first = first_day(warrant)
    if first is not None and check.on < first:
        says = f"The last check of {long_date(check.on)} is more than {FRESH_DAYS} days before {long_date(booked)}."
        return Why(says, "Look again, and record a new check.")
    if warrant.issued_on is not None and check.on < warrant.issued_on:
        return Why(f"The last check of {long_date(check.on)} is older than the warrant.", "Look again.")
    return None


def _goes_on(q: Question[RecordLastCheck]) -> bool:
    return bool(q.command.proceed)


def _live(q: Question[Any]) -> str | Why | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.executed_on:
        return Why(
            f"Possession was taken on warrant {warrant.id} on {long_date(warrant.executed_on)}.", "Nothing to do."
        )
    return None if warrant.live else f"Warrant {warrant.id} is not live any more."


def _booked(q: Question[Any]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    return None if warrant.appointment_on else f"No eviction is booked on warrant {warrant.id}."


def _decides(q: Question[RecordLastCheck]) -> str | None:
    roles = q.facts.policy.last_check_roles
    if q.actor.role in roles:
        return None
    named = " or ".join(sorted(role.label.lower() for role in roles))
    return f"The last check before an eviction is decided by a {named}; you are signed in as {q.actor.role.label}."


def _referred(q: Question[RecordLastCheck]) -> str | Why | None:
    c = q.command
    if not c.proceed:
        return None
    if c.referral is None:
        return "It is not said what became of the homelessness referral."
    if c.referral is Referral.SENT and c.referred_on is None:
        return Why("The household was referred, and the day is missing.", "Give the day on which the referral went.")
    if c.referral is not Referral.SENT and c.referred_on is not None:
        return Why("A day is given for a referral that was not sent.", "Leave the day empty, or say that it was sent.")
    if c.referred_on is not None and c.referred_on > c.on:
        return Why(f"A referral on {long_date(c.referred_on)} would be after the check.", "Correct the day.")
    return None


def _at_hand(q: Question[RecordLastCheck]) -> Why | None:
    warrant = q.warrant(q.command.warrant_id)
    first = first_day(warrant)
    if first is None or q.command.on >= first or not q.command.proceed:
        return None
    says = f"Too early on {long_date(q.command.on)}: what is known then is not what is known on the day."
    return Why(says, f"Look in the {FRESH_DAYS} days before the eviction, from {long_date(first)}.")


def _check_made(q: Question[ConfirmEviction]) -> Why | None:
    return missing(q.warrant(q.command.warrant_id))


def _unconfirmed(q: Question[ConfirmEviction]) -> str | None:
    warrant = q.warrant(q.command.warrant_id)
    if warrant.confirmed_at is None:
        return None
    return f"The appointment was confirmed on {long_date(legal_day(warrant.confirmed_at))}."


def _sent(q: Question[ConfirmEviction]) -> str | Why | None:
    booked = appointment(q.warrant(q.command.warrant_id))
    if q.command.sent_at > q.as_at:
        return "The confirmation is dated after now."
    if booked is not None and q.command.sent_at >= booked:
        return Why("The appointment has passed; it can be confirmed no more.", "Record what happened at it.")
    return None


GATES: tuple[Gate[Any], ...] = (
    Gate("warrant_not_live", CHECK + CONFIRM, "Is the warrant live?", _live, "Draft a new request if it is needed."),
    Gate("not_booked", CHECK + CONFIRM, "Is an appointment booked?", _booked, "Record the appointment first."),
    Gate(
        "last_check_role",
        CHECK,
        "May this person decide it?",
        _decides,
        "Ask one of them to look and to record it.",
        "Landlord's policy: last_check_roles",
    ),
    not_future(CHECK, lambda q: q.command.on, "on", "The check"),
    Gate("check_too_early", CHECK, "Is the eviction near enough?", _at_hand, "Wait until it is near."),
    asked_only(_goes_on, assessed(CHECK, StepBefore.EVICTION)),
    *(asked_only(_goes_on, gate) for gate in cared_for(CHECK)),
    asked_only(_goes_on, searched(CHECK, StepBefore.EVICTION, lambda q: q.command.on)),
    asked_only(_goes_on, no_moratorium(CHECK, "eviction", lambda q: q.command.on)),
    Gate(
        "referral_needed",
        CHECK,
        "Was the household referred for help with homelessness, or is it known why not?",
        _referred,
        "Send the referral to the housing options team with the household's consent (the paper is among those of the "
        "case) and give the day; or say that they declined, or why it is not called for.",
        _REFERRAL,
        "C",
        "referral",
    ),
    Gate("already_confirmed", CONFIRM, "Is it still to be confirmed?", _unconfirmed, "Nothing to do."),
    Gate(
        "last_check_needed",
        CONFIRM,
        "Was the last check made, and does it say to go on?",
        _check_made,
        "Have the last check before eviction made first; if the time runs out, let the appointment go.",
        "Equality Act 2010 ss.15, 149; landlord's policy",
        "B",
    ),
    Gate(
        "confirmed_when",
        CONFIRM,
        "Was it confirmed before the appointment?",
        _sent,
        "Correct the time.",
        field="sent_at",
    ),
    no_moratorium(CONFIRM, "eviction"),
)


def record_last_check(q: Question[RecordLastCheck]) -> Sequence[Event]:
    """Somebody whom the policy names has looked once more, and says whether the eviction goes on."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    c = q.command
    check = LastCheck(
        on=c.on,
        proceed=c.proceed,
        reasons=c.reasons,
        decided_by=q.actor,
        # An eviction that does not go on makes nobody homeless.
        referral=c.referral or Referral.NOT_NEEDED,
        referred_on=c.referred_on,
    )
    return [WarrantChanged(what="checked", warrant=warrant.model_copy(update={"last_check": check}), text=c.reasons)]


def confirm_eviction(q: Question[ConfirmEviction]) -> Sequence[Event]:
    """The appointment was confirmed; a late confirmation is kept too, for the bailiffs may still come."""
    warrant = q.warrant(q.command.warrant_id)
    hold(GATES, q)
    confirmed = warrant.model_copy(update={"confirmed_at": q.command.sent_at})
    return [WarrantChanged(what="confirmed", warrant=confirmed)]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The last check, and the confirmation, of every appointment that is ahead."""
    for w in (w for w in state.warrants if w.live):
        booked = appointment(w)
        if booked is None or booked <= as_at:
            continue
        due = check_by(w, facts.policy.last_check_days)
        absent = missing(w)
        if absent is not None and due is not None:
            stopped = w.last_check is not None and not w.last_check.proceed
            title = (
                f"The last check says not to evict on warrant {w.id}: cancel the appointment with the bailiffs"
                if stopped
                else f"Last check before the eviction on warrant {w.id}: a named person decides whether it goes on"
            )
            yield Wait(f"{w.id}.check", "last_check", title, due, w.id, remind=(7, 3, 1))
        found = confirm_by(w)
        if found is not None and w.confirmed_at is None:
            last, told = found
            title = f"Confirm the eviction on warrant {w.id} to the bailiffs, or they cancel it"
            yield Wait(f"{w.id}.confirm", "eviction_confirmation", title, told, w.id, remind=(7, 2, 1), at=last)
