"""The second pair of eyes: approving, sending back and withdrawing a notice, a claim or a warrant."""

from collections.abc import Sequence
from typing import Any, Literal

from cases import delegation
from cases.commands import Approve, SendBack, Withdraw
from cases.events import ClaimChanged, Event, NoticeChanged, WarrantChanged
from cases.gates import ByTrack, Gate, Question, Why, hold
from cases.refusals import NotFound, Refusal
from cases.stages import notice as notices
from cases.stages.drafting import dates
from cases.stages.shared import (
    Barred,
    arrears_step,
    figures,
    no_moratorium,
    own_draft,
)
from cases.state import Claim, Notice, Person, Warrant
from law.explained import long_date, pounds

APPROVE = ("approve",)
SEND_BACK = ("send_back",)
WITHDRAW = ("withdraw",)
ALL = APPROVE + SEND_BACK + WITHDRAW
Draft = Notice | Claim | Warrant
What = Literal["approved", "sent_back", "withdrawn"]


def subject(q: Question[Any]) -> Draft:
    """The notice, claim or warrant that the command is about. Raises NotFound."""
    wanted: str = q.command.subject
    drafts: tuple[Draft, ...] = (*q.case.notices, *q.case.claims, *q.case.warrants)
    for item in drafts:
        if item.id == wanted:
            return item
    raise NotFound(
        Refusal(
            code="no_subject",
            says=f"{wanted} is not a notice, claim or warrant of this case.",
            mend="Look at the case again.",
        )
    )


def named(item: Draft) -> str:
    """The item in words: `Notice N1`."""
    return f"{type(item).__name__} {item.id}"


def _step_of(q: Question[Any]) -> Barred:
    return kind_of(subject(q))


def _live(q: Question[Any]) -> str | None:
    item = subject(q)
    return None if item.live else f"{named(item)} is not live any more."


def _undecided(q: Question[Any]) -> str | None:
    item = subject(q)
    if item.approved_on is None:
        return None
    return f"{named(item)} was approved on {long_date(item.approved_on)}."


def _second_person(q: Question[Approve]) -> str | None:
    item = subject(q)
    return own_draft(q.actor, item.drafted_by, f"{type(item).__name__.lower()} {item.id}")


def kind_of(item: Draft) -> delegation.Kind:
    """What sort of draft it is, as approval rules name it."""
    if isinstance(item, Notice):
        return "notice"
    return "claim" if isinstance(item, Claim) else "warrant"


def _powers(q: Question[Any], item: Draft) -> list[Person]:
    """In whose power the asker may approve it: their own, or that of approvers who are away and did not draft it."""
    rules = q.facts.policy.approvals
    away = [d.by for d in q.facts.delegations if d.runs(q.today) and d.by.user_id != item.drafted_by.user_id]
    return [
        who for who in (q.actor, *away) if delegation.may_approve(who.role, kind_of(item), item.arrears_pence, rules)
    ]


def _in_power(q: Question[Approve]) -> Why | None:
    item = subject(q)
    if _powers(q, item):
        return None
    rules = q.facts.policy.approvals
    who = delegation.approvers(kind_of(item), item.arrears_pence, rules)
    owed, named_ = pounds(item.arrears_pence), ", ".join(role.label for role in who) or "nobody"
    drafter = next((d.by for d in q.facts.delegations if d.by.user_id == item.drafted_by.user_id), None)
    if drafter is not None and delegation.may_approve(drafter.role, kind_of(item), item.arrears_pence, rules):
        return Why(f"{named(item)} was drafted by the very person in whose place you stand; somebody else approves it.")
    return Why(f"{named(item)}, with arrears of {owed}, is approved by: {named_}.", "Ask one of them.")


def _figure(q: Question[Approve]) -> Why | None:
    return figures(subject(q), q.arrears) if arrears_step(q) else None


def _in_life(q: Question[Approve]) -> Why | None:
    item = subject(q)
    if not isinstance(item, Claim):
        return None
    for notice in (q.notice(wanted) for wanted in item.notices):
        last = notice.last_safe_issue
        if last is not None and q.today > last.on:
            return Why.of(f"Notice {notice.id} can no longer be relied on. {last.sentence}", last)
    return None


def _still_servable(q: Question[Approve]) -> Why | None:
    item = subject(q)
    if not isinstance(item, Notice):
        return None
    earliest = dates(q, item.kind, q.today, item.grounds).minimum
    if item.specified.on >= earliest.value:
        return None
    told = f"Notice {item.id} specifies {long_date(item.specified.on)}"
    return Why.of(f"{told}; served today, that is too early. {earliest.sentence()}", earliest)


def _mend_withdrawal(q: Question[Withdraw]) -> str:
    item = subject(q)
    if isinstance(item, Notice) and not notices.in_use(q.case, item):
        return "Withdraw the claim first."
    return "A claim that is issued ends in court: record the outcome 'withdrawn' (N279) on its hearing."


def _not_begun(q: Question[Withdraw]) -> str | None:
    item = subject(q)
    if isinstance(item, Notice):
        if notices.in_use(q.case, item):
            return f"An issued claim rests on notice {item.id}."
        claim = next((c for c in q.case.claims if c.live and item.id in c.notices), None)
        return f"Claim {claim.id} is being prepared on notice {item.id}." if claim else None
    if isinstance(item, Claim) and item.issued_on:
        return f"Claim {item.id} was issued on {long_date(item.issued_on)}."
    return None


GATES: tuple[Gate[Any], ...] = (
    Gate("not_live", ALL, "Is it live?", _live, "Nothing to decide; look at the case again."),
    Gate("already_approved", APPROVE + SEND_BACK, "Is it undecided?", _undecided, "Withdraw it if it must not go on."),
    Gate(
        "own_draft",
        APPROVE,
        "Is the approver a senior who did not draft it?",
        _second_person,
        "Ask another senior officer or team leader to approve it.",
        "Landlord's policy",
    ),
    Gate(
        "approval_limit",
        APPROVE,
        "Is it within the approver's power?",
        _in_power,
        "Ask an approver who did not draft it.",
        "Landlord's policy",
    ),
    Gate(
        "figure_moved",
        APPROVE,
        "Is the arrears figure still right to the penny?",
        _figure,
        "Send it back and draft it again with today's figure.",
        confidence="B",
    ),
    Gate(
        "notice_lapsing",
        APPROVE,
        "Is the notice still in force?",
        _in_life,
        "Withdraw the claim and serve a new notice.",
        ByTrack("HA 1985 s.83(4)(b)", "HA 1988 s.8(3)(c)"),
        "A",
    ),
    Gate(
        "specified_too_early",
        APPROVE,
        "Could the notice still be served for its date?",
        _still_servable,
        "Send it back and draft it again with a later date.",
        ByTrack("HA 1985 s.83(5)", "HA 1988 s.8(4B)"),
        "A",
    ),
    no_moratorium(APPROVE, _step_of),
    Gate(
        "already_begun",
        WITHDRAW,
        "Does nothing rest on it?",
        _not_begun,
        _mend_withdrawal,
        "CPR 38",
        "C",
    ),
)


def approve(q: Question[Approve]) -> Sequence[Event]:
    """An approver who did not draft it approves it, the arrears figure being read again to the penny.

    Where a delegate does it in an approver's absence, both are recorded.
    """
    item = subject(q)
    hold(GATES, q)
    power = next(iter(_powers(q, item)), q.actor)
    approved = {
        "approved_by": q.actor,
        "approved_on": q.today,
        "approved_for": None if power == q.actor else power,
    }
    return [_changed(item.model_copy(update=approved), "approved", None)]


def send_back(q: Question[SendBack]) -> Sequence[Event]:
    """A senior returns a draft; it is withdrawn with the reason and may be drafted again."""
    item = subject(q)
    hold(GATES, q)
    changes: dict[str, Any] = {"withdrawn": True}
    if isinstance(item, Notice):
        changes["returned_reason"] = q.command.reason
    return [_changed(item.model_copy(update=changes), "sent_back", q.command.reason)]


def withdraw(q: Question[Withdraw]) -> Sequence[Event]:
    """Withdraw it, with a reason."""
    item = subject(q)
    hold(GATES, q)
    return [_changed(item.model_copy(update={"withdrawn": True}), "withdrawn", q.command.reason)]


def _changed(item: Draft, what: What, text: Any) -> Event:
    if isinstance(item, Notice):
        return NoticeChanged(what=what, notice=item, text=text)
    if isinstance(item, Claim):
        return ClaimChanged(what=what, claim=item, text=text)
    return WarrantChanged(what=what, warrant=item, text=text)
