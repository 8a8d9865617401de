"""What to do next, explained: every recommended act, the rule that ranks it, and why the others do not lead.

Rules are asked in the order of the table; the first act of the first rule that finds one leads.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from cases.available import MENDS, Action, Mends, available, leading, tried
from cases.base import Value
from cases.facts import Facts
from cases.freshness import Stale, stale_papers
from cases.instants import legal_day
from cases.readiness import HearingReady, hearing_ready
from cases.refusals import Refusal
from cases.roles import who_may
from cases.samples import beside, road
from cases.samples_court import Offer
from cases.soonest import soonest
from cases.state import Attention, CaseState, Deadline, Person
from cases.words import Role
from law.explained import long_date

SOON = timedelta(days=14)
RULES = {
    "road": "The furthest step of the road that is open comes first.",
    "mend": "Where no step is open, what mends the first that is not comes first.",
    "wait": "Where only time or the tenant can open the road, the case waits, and the reason is told.",
    "attention": "What went wrong in the works is looked at beside the road.",
    "date": "What a date within 14 days asks for comes after the road.",
    "ahead": "What a step that waits will ask for on its day comes last.",
}
"""The rules that recommend an act, in the order in which they rank it."""

_ASKED_BY = {
    "rent_statement": ("record_contact", "rent_statement"),
    "approval": ("approve", ""),
    "ten_day_letter": ("record_ten_day_letter", ""),
    "witness_statements": ("record_filing", ""),
    "review_decision": ("decide_review", ""),
    "breach_reply": ("record_breach_warning", ""),
    "order_met": ("discharge_order", ""),
    "arrangement_reply": ("agree_arrangement", ""),
}
"""The act that a kind of date asks for, and the step of the Protocol where it is one."""


class Missing(Value):
    """A reason why an act is not open, and the act that mends it where one does."""

    refusal: Refusal
    mended_by: str = ""
    suggests: str = ""


class Recommended(Value):
    """An act worth doing next, in its place. `because` is what led to it; `not_leading` why it does not lead.

    `roles` may do it, and `person` is whose it is: the case's officer, or empty where any of the roles will do.
    """

    place: int
    command: str
    subject: str
    label: str
    allowed: bool
    leads: bool
    rule: str
    rule_says: str
    because: str
    not_leading: str = ""
    suggests: str = ""
    roles: tuple[Role, ...] = ()
    person: str = ""


class NotYet(Value):
    """A step of the road that is not open: what is missing, and from which day it may be done if that is mended."""

    command: str
    subject: str
    label: str
    roles: tuple[Role, ...]
    missing: tuple[Missing, ...]
    from_day: date | None = None


class Next(Value):
    """What to do next on a case, for one person; what has to be ready for each listed hearing; and which papers that
    are still to be used state an old figure."""

    recommended: tuple[Recommended, ...]
    not_yet: tuple[NotYet, ...]
    actions: tuple[Action, ...]
    hearing_ready: tuple[HearingReady, ...] = ()
    stale_papers: tuple[Stale, ...] = ()


def next_of(
    state: CaseState, facts: Facts, as_at: datetime, actor: Person | None = None, *, with_days: bool = True
) -> Next:
    """The recommended acts in their order, what is missing for the steps that are not open, and everything else.

    Without `with_days` nobody looks for the day from which a step may be done, for what a hearing still needs, nor for
    papers that are stale: the dear parts.
    """
    asked = facts.model_copy(update={"actor": actor}) if actor else facts
    if state.closed is not None:
        return Next(recommended=(), not_yet=(), actions=available(state, asked, asked.actor.role, as_at, asked.actor))
    steps, others = tried(state, asked, as_at)
    today = legal_day(as_at)
    offers: dict[tuple[str, str], Offer] = {
        (o.command.kind, o.subject): o for o in (*beside(state, asked, today), *road(state, asked, today))
    }

    def from_day(step: Action) -> date | None:
        offer = offers.get((step.command, step.subject))
        return soonest(state, offer.command, asked, as_at).on if offer and with_days else None

    found = ranked(Tried(state, steps, others, leading(steps, others), today), MENDS, _ASKED_BY, who_may, from_day)
    more = {
        "hearing_ready": hearing_ready(state, asked, as_at),
        "stale_papers": stale_papers(state, asked, as_at),
    }
    return found.model_copy(update=more) if with_days else found


@dataclass(frozen=True)
class Tried:
    """The acts on a case of any kind as they were tried: the steps of its road, what is beside it, and which leads."""

    state: "Ranked"
    steps: list[Action]
    others: list[Action]
    lead: Action | None
    today: date


class Ranked(Protocol):
    """What ranking reads of a case, whatever its kind."""

    @property
    def officer(self) -> str: ...
    @property
    def attention(self) -> Attention | None: ...
    @property
    def deadlines(self) -> tuple[Deadline, ...]: ...


def ranked(
    found: Tried,
    mends: Mends,
    asked_by: Mapping[str, tuple[str, str]],
    may: Callable[[str], frozenset[Role]],
    from_day: Callable[[Action], date | None],
) -> Next:
    """The acts in their order. `asked_by` is the act that a kind of date asks for, `may` the roles an act is open to,
    `from_day` the first day on which a step that is not open may be."""
    candidates = _one_each(_candidates(found, mends, asked_by))
    recommended = tuple(
        _told(found.state.officer, place, each, candidates[0], may) for place, each in enumerate(candidates, 1)
    )
    lead, everything = found.lead, (*found.steps, *found.others)
    first = [lead.model_copy(update={"leads": True})] if lead else []
    led = (lead.command, lead.subject, lead.label) if lead else None
    shown = [a for a in everything if (a.command, a.subject, a.label) != led]
    not_yet = tuple(
        NotYet(
            command=step.command,
            subject=step.subject,
            label=step.label,
            roles=tuple(sorted(may(step.command))),
            missing=tuple(_missing(refusal, mends) for refusal in step.refusals),
            from_day=from_day(step),
        )
        for step in found.steps
        if not step.allowed
    )
    return Next(recommended=recommended, not_yet=not_yet, actions=(*first, *shown))


Candidate = tuple[str, Action, str]


def _candidates(found: Tried, mends: Mends, asked_by: Mapping[str, tuple[str, str]]) -> Iterator[Candidate]:
    steps, others = found.steps, found.others
    for step in (each for each in steps if each.allowed):
        yield "road", step, step.why
    for step in steps:
        waits = any(refusal.code in mends.waits for refusal in step.refusals)
        for refusal in step.refusals:
            mend = mends.open(refusal, others)
            if mend is not None:
                yield "ahead" if waits else "mend", mend, f"It opens “{step.label}”: {refusal.says}"
    # Beside a step of the road that waits, the same act may be open for another reason: no date asks for that.
    on_road = {(step.command, step.subject) for step in steps}
    apart = [other for other in others if (other.command, other.subject) not in on_road]
    attention = found.state.attention
    for other in others:
        if other.command == "clear_attention" and other.allowed and attention is not None:
            yield "attention", other, attention.what
    for deadline in sorted(found.state.deadlines, key=lambda each: each.date.on):
        if deadline.date.on <= found.today + SOON:
            asked = _asked_for(deadline, [*steps, *apart], asked_by)
            if asked is not None:
                yield "date", asked, f"{deadline.title}: {long_date(deadline.date.on)}. {deadline.date.sentence}"
    if found.lead is not None and not found.lead.allowed:
        yield "wait", found.lead, found.lead.why


def _asked_for(deadline: Deadline, actions: list[Action], asked_by: Mapping[str, tuple[str, str]]) -> Action | None:
    command, step = asked_by.get(deadline.kind, ("", ""))
    for action in actions:
        about = action.subject in ("", deadline.subject) or not deadline.subject
        if action.command == command and action.allowed and about:
            return action.model_copy(update={"suggests": step or action.suggests})
    return None


def _one_each(found: Iterator[Candidate]) -> list[Candidate]:
    """Each act once, in the place that the first rule gives it; each step of the Protocol is an act of its own."""
    kept: dict[tuple[str, str, str], Candidate] = {}
    for rule, action, because in found:
        kept.setdefault((action.command, action.subject, action.suggests), (rule, action, because))
    order = list(RULES)
    return sorted(kept.values(), key=lambda each: order.index(each[0]))


def _told(
    officer: str, place: int, told: Candidate, first: Candidate, may: Callable[[str], frozenset[Role]]
) -> Recommended:
    rule, action, because = told
    roles = may(action.command)
    return Recommended(
        place=place,
        command=action.command,
        subject=action.subject,
        label=action.label,
        allowed=action.allowed,
        leads=place == 1,
        rule=rule,
        rule_says=RULES[rule],
        because=because,
        not_leading="" if place == 1 else _behind(rule, first),
        suggests=action.suggests,
        roles=tuple(sorted(roles)),
        person=officer if Role.OFFICER in roles else "",
    )


def _behind(rule: str, first: Candidate) -> str:
    lead_rule, lead, _ = first
    if rule != lead_rule:
        return f"“{lead.label}” leads. {RULES[lead_rule]}"
    if rule == "road":
        return f"“{lead.label}” is further along the road."
    if rule in ("mend", "ahead"):
        return f"“{lead.label}” mends the reason that is told first."
    return f"“{lead.label}” is due sooner."


def _missing(refusal: Refusal, mends: Mends) -> Missing:
    command, step = mends.of(refusal.code) or ("", "")
    return Missing(refusal=refusal, mended_by=command, suggests=step)
