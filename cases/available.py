"""What can be done now: each act that makes sense, allowed or with every reason why not, and the one that leads.

An act is tried, dry, in the plainest form it can take. Reasons about what the person would type are left out; they come
when it is typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from cases.base import Value
from cases.care import ANSWERS
from cases.commands import Command, RecordAssessment, RecordContact, RecordSearch
from cases.decide import decide
from cases.facts import Facts
from cases.instants import legal_day
from cases.refusals import Refusal
from cases.roles import allowed
from cases.samples import after_closing, beside, road
from cases.samples_court import Offer
from cases.state import CaseState, Person
from cases.words import Role

_MENDED_BY = {
    "contact_each_tenant": "record_contact",
    "affordability_needed": "record_contact",
    "statement_needed": "record_contact",
    "benefit_needed": "record_contact",
    "debt_advice_needed": "record_contact",
    "post_notice_contact": "record_contact",
    "protocol_copy": "record_contact",
    "benefit_enquiry": "record_contact",
    "adr_needed": "record_contact",
    "incidents_needed": "record_contact",
    "warning_needed": "record_contact",
    "part3_invite": "record_contact",
    "part3_reasons": "record_contact",
    "part3_schedule": "record_contact",
    "review_pending": "decide_review",
    "type_has_changed": "close_case",
    "assessment_needed": "record_assessment",
    "search_needed": "record_search",
    "benefit_before_warrant": "record_contact",
    "nothing_owed": "discharge_order",
    "order_met": "discharge_order",
    "permission_needed": "record_permission",
    "last_check_needed": "record_last_check",
    "eviction_unchecked": "record_last_check",
    "court_unknown": "choose_court",
    "figure_moved": "send_back",
    "specified_too_early": "send_back",
    "figure_stale": "withdraw",
    "notice_lapsed": "draft_notice",
    "arrangement_kept": "warn_arrangement",
    "names_old_tenants": "withdraw",
    "notice_not_binding": "withdraw",
    "claim_names_old_tenants": "withdraw",
    "parties_not_amended": "record_application",
} | {f"{step}_needed": "record_contact" for step in ANSWERS.values()}
"""The command that mends a refusal, where one does."""

_CONTACT_FOR = {
    "contact_each_tenant": "contact_each_tenant",
    "affordability_needed": "income_expenditure",
    "statement_needed": "rent_statement",
    "benefit_needed": "benefit_help",
    "debt_advice_needed": "debt_advice",
    "post_notice_contact": "post_notice_contact",
    "protocol_copy": "protocol_copy_sent",
    "benefit_enquiry": "benefit_enquiry",
    "benefit_before_warrant": "benefit_enquiry",
    "adr_needed": "adr",
    "incidents_needed": "incident_log",
    "warning_needed": "conduct_warning",
    "part3_invite": "part3_invite",
    "part3_reasons": "part3_reasons",
    "part3_schedule": "part3_schedule",
} | {f"{step}_needed": step for step in ANSWERS.values()}
"""The step of the Protocol to record for a refusal."""

WAITS = (
    "breathing_space",
    "on_hold",
    "policy_hold",
    "benefit_outstanding",
    "review_window",
    "no_breach",
    "possession_date_ahead",
    "hearing_ahead",
    "appointment_ahead",
    "check_too_early",
)
"""Refusals that only time (or the tenant) mends, the one to tell first: nothing else is worth doing first."""


@dataclass(frozen=True)
class Mends:
    """Which command mends a refusal, and with which step of the Protocol; and the refusals that only time mends."""

    commands: Mapping[str, str]
    steps: Mapping[str, str]
    waits: tuple[str, ...]

    def of(self, code: str) -> tuple[str, str] | None:
        """The command that mends a refusal, and the Protocol step to fill in; None where no act does."""
        command = self.commands.get(code)
        return None if command is None else (command, self.steps.get(code, ""))

    def counts(self, refusal: Refusal) -> bool:
        """Whether it says something of the case, as what only time mends does, and not just of what would be typed."""
        return not refusal.field or refusal.code in self.waits

    def open(self, refusal: Refusal, others: Iterable["Action"]) -> "Action | None":
        """The open act among others that mends the refusal; None where there is none."""
        wanted = self.of(refusal.code)
        for other in others:
            if wanted is not None and other.command == wanted[0] and other.allowed:
                told = f"{refusal.says} {refusal.mend}"
                return other.model_copy(update={"why": told, "suggests": wanted[1] or other.suggests})
        return None


MENDS = Mends(_MENDED_BY, _CONTACT_FOR, WAITS)
"""How refusals of a possession case are mended."""


class Action(Value):
    """One act on the case. `subject` is the id it is about, empty for the case itself. One action leads.

    `suggests` is what to fill in: the Protocol step of a contact, or the step that a search or assessment is before.
    """

    command: str
    subject: str
    label: str
    allowed: bool
    leads: bool = False
    why: str = ""
    suggests: str = ""
    refusals: tuple[Refusal, ...] = ()


def available(
    state: CaseState, facts: Facts, role: Role, as_at: datetime, actor: Person | None = None
) -> tuple[Action, ...]:
    """Every act that makes sense at this stage for the role, the leading one first, then the road, then the rest.

    `actor` is who asks (an own draft cannot be approved); without it, somebody of that role.
    """
    who = actor or Person(user_id=facts.actor.user_id, role=role)
    asked = facts.model_copy(update={"actor": who})
    if state.closed is not None:
        offers = after_closing(state, legal_day(as_at))
        return tuple(_tried(o, state, asked, as_at) for o in offers if allowed(asked, o.command.kind))
    return _led(*tried(state, asked, as_at))


def tried(state: CaseState, facts: Facts, as_at: datetime) -> tuple[list[Action], list[Action]]:
    """The steps of the road, the furthest first, and the acts beside it, each tried for the actor of the facts."""
    today = legal_day(as_at)
    others = [_tried(o, state, facts, as_at) for o in beside(state, facts, today) if allowed(facts, o.command.kind)]
    return steps_tried(state, facts, as_at), others


def steps_tried(state: CaseState, facts: Facts, as_at: datetime) -> list[Action]:
    """The steps of the road alone, the furthest first."""
    offers = road(state, facts, legal_day(as_at))
    return [_tried(offer, state, facts, as_at) for offer in offers if _shown(facts, offer.command)]


def _shown(facts: Facts, command: Command) -> bool:
    # An officer sees that a draft waits for a senior; others see only what they may do.
    return allowed(facts, command.kind) or (command.kind == "approve" and allowed(facts, "draft_notice"))


def _tried(offer: Offer, state: CaseState, facts: Facts, as_at: datetime) -> Action:
    decision = decide(state, offer.command, facts, as_at)
    refusals = tuple(r for r in decision.refusals if MENDS.counts(r))
    return Action(
        command=offer.command.kind,
        subject=offer.subject,
        label=offer.label,
        allowed=not refusals,
        why="" if refusals else offer.why,
        suggests=_suggested(offer.command),
        refusals=refusals,
    )


def _suggested(command: Command) -> str:
    if isinstance(command, RecordContact):
        return command.step
    return command.before.value if isinstance(command, RecordSearch | RecordAssessment) else ""


def _led(steps: list[Action], others: list[Action]) -> tuple[Action, ...]:
    everything = steps + others
    lead = leading(steps, others)
    if lead is None:
        return tuple(everything)
    rest = [a for a in everything if (a.command, a.subject, a.label) != (lead.command, lead.subject, lead.label)]
    return (lead.model_copy(update={"leads": True}), *rest)


def leading(steps: list[Action], others: list[Action], mends: Mends = MENDS) -> Action | None:
    """The next step of the road that is open; else what mends the first that is not; else that one, with its reason."""
    for step in steps:
        if step.allowed:
            return step
    for step in steps:
        if any(refusal.code in mends.waits for refusal in step.refusals):
            continue
        for refusal in step.refusals:
            mend = mends.open(refusal, others)
            if mend:
                return mend
    if not steps:
        return None
    return steps[0].model_copy(update={"why": _waiting(steps[0], mends)})


def _waiting(step: Action, mends: Mends) -> str:
    """Why there is nothing to do but wait, told by the reason that matters most."""
    told = {r.code: r for r in step.refusals}
    if step.command == "approve" and "not_allowed" in told:
        return "A senior officer or a team leader who did not draft it has to approve it."
    reason = next((told[code] for code in mends.waits if code in told), step.refusals[0])
    if reason.code == "hearing_ahead":
        return f"{reason.says} Until then make the witness statement and the bundle, and keep the figures fresh."
    return f"{reason.says} {reason.mend}"
