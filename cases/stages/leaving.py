"""How an occupation ends without a warrant: people leave, interim accommodation is taken back; and the copy of an
estate's notice for the Public Trustee."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from cases.base import ExplainedDate
from cases.commands import RecordLeaving, RecordTrusteeCopy
from cases.events import Event, NoticeChanged, OccupationEnded
from cases.facts import Facts
from cases.gates import Gate, Question, Why, asked_only, hold
from cases.stages.decision import DECISION_NOT_QUASHED
from cases.stages.shared import claim_notices, not_future
from cases.state import CaseState, Leaving, Notice
from cases.tracks import ROADS
from cases.waiting import Wait, by_policy
from cases.words import LeavingKind, NoticeKind
from law.explained import long_date

LEAVE = ("record_leaving",)
COPY = ("record_trustee_copy",)
CLAIM = ("draft_claim", "issue_claim")
TRUSTEE = "LP(MP)A 1994 s.18; Gateway v Ali [2020] EWCA Civ 1339"
FIRST_LOOK = timedelta(days=1)


def copy_due(notice: Notice) -> ExplainedDate | None:
    """The last day for the Public Trustee to have the copy; None where the notice needs none."""
    return next((named.date for named in notice.more if named.code == "public_trustee_by"), None)


def _not_gone(q: Question[RecordLeaving]) -> str | None:
    gone = q.case.leaving
    return f"It is recorded already that the occupation ended on {long_date(gone.on)}." if gone else None


def _taken_back(q: Question[RecordLeaving]) -> str | Why | None:
    if q.command.how is not LeavingKind.TAKEN_BACK:
        return None
    if ROADS[q.case.track].court:
        return Why(
            "A home or garage like this is taken back only by an order and its enforcement, while anybody stays.",
            "Prepare the claim.",
            "PEA 1977 ss.2, 3; Criminal Law Act 1977 s.6",
            "B",
        )
    notice = next((n for n in reversed(q.case.notices) if n.live and n.served), None)
    if notice is None:
        return "No reasonable notice was served, so the accommodation cannot be taken back."
    if q.command.on > notice.specified.on:
        return None
    return f"Notice {notice.id} runs until {long_date(notice.specified.on)}; {long_date(q.command.on)} is too early."


def _estate(q: Question[RecordTrusteeCopy]) -> str | None:
    notice = q.notice(q.command.notice_id)
    if notice.kind is NoticeKind.ESTATE:
        return None
    return f"Notice {notice.id} is not addressed to personal representatives; no copy goes to the Public Trustee."


def _has_copy(q: Question[Any]) -> Why | None:
    return next((why for notice in claim_notices(q) if (why := _without_copy(notice)) is not None), None)


def _without_copy(notice: Notice) -> Why | None:
    due = copy_due(notice)
    if due is None:
        return None
    if notice.trustee_copy_on is None:
        return Why.of(f"No copy of notice {notice.id} to the Public Trustee is recorded. {due.sentence}", due)
    if notice.trustee_copy_on <= due.on:
        return None
    late = long_date(notice.trustee_copy_on)
    return Why.of(
        f"The Public Trustee had the copy of notice {notice.id} on {late}, too late. {due.sentence}",
        due,
        "Serve a new notice with its copy in time; ask a solicitor whether this one can stand.",
    )


def _order_needed(q: Question[Any]) -> str | None:
    if ROADS[q.case.track].court:
        return None
    return f"The road '{q.case.track.label}' needs no court order."


def _without_claim(q: Question[Any]) -> bool:
    return not ROADS[q.case.track].court


NO_ORDER_NEEDED = asked_only(
    _without_claim,
    Gate(
        "no_order_needed",
        CLAIM,
        "Is an order needed at all?",
        _order_needed,
        "When the notice has run out, record that they left or that the place was taken back.",
        "R (ZH and CN) v Newham [2014] UKSC 62",
        "A",
    ),
)
TRUSTEE_COPY = Gate(
    "trustee_copy",
    CLAIM,
    "Had the Public Trustee the copy in time?",
    _has_copy,
    "Send the copy with the fee to the Public Trustee and record the day it was received.",
    TRUSTEE,
    "A",
)

GATES: tuple[Gate[Any], ...] = (
    Gate("already_gone", LEAVE, "Is it not recorded already?", _not_gone, "Close the case."),
    not_future(LEAVE + COPY, lambda q: q.command.on, "on", "This record"),
    Gate(
        "cannot_take_back",
        LEAVE,
        "May it be taken back without an order?",
        _taken_back,
        "Wait until the notice has run out.",
        "R (ZH and CN) v Newham [2014] UKSC 62",
        "A",
        "how",
    ),
    DECISION_NOT_QUASHED,
    Gate("no_copy_wanted", COPY, "Is it a notice to an estate?", _estate, "Nothing to record.", TRUSTEE, "A"),
)


def record_leaving(q: Question[RecordLeaving]) -> Sequence[Event]:
    """The occupation ended on a day: they left, gave the keys back, or interim accommodation was taken back."""
    hold(GATES, q)
    c = q.command
    return [OccupationEnded(leaving=Leaving(on=c.on, how=c.how, recorded_by=q.actor), text=c.note)]


def record_trustee_copy(q: Question[RecordTrusteeCopy]) -> Sequence[Event]:
    """The Public Trustee received the copy of the notice on a day."""
    notice = q.notice(q.command.notice_id)
    hold(GATES, q)
    changed = notice.model_copy(update={"trustee_copy_on": q.command.on})
    return [NoticeChanged(what="trustee_copy", notice=changed)]


def waits(state: CaseState, facts: Facts, as_at: datetime) -> Iterator[Wait]:
    """The copy for the Public Trustee, and a look whether they have left when a notice without a court has run out."""
    for n in (n for n in state.notices if n.live and n.served):
        due = copy_due(n)
        if due and n.trustee_copy_on is None:
            title = f"The Public Trustee must have the copy of notice {n.id}"
            yield Wait(f"{n.id}.trustee", "trustee_copy", title, due, n.id, remind=(14, 7, 3, 1))
        if not ROADS[state.track].court and state.leaving is None:
            title = f"Notice {n.id} runs out: have they left? Record it, or that the place was taken back"
            yield Wait(f"{n.id}.leave", "leaving", title, n.specified, n.id, after=True)
    if state.leaving is not None:
        yield _close(state.leaving.on)


def _close(gone: date) -> Wait:
    due = by_policy(gone + FIRST_LOOK, f"The occupation ended on {long_date(gone)}", "Close the case")
    return Wait("leaving.close", "close", "They have left: pass on any balance and close the case", due, remind=())
