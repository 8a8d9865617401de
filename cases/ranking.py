"""What to do next, explained: every recommended act, the rule that ranks it, and why the others do not lead.

Rules are asked in the order of the table; the first act of the first rule that finds one leads.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cases.available import WAITS, Action, available, leading, mended_by, mending, tried
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
from cases.state import CaseState, Deadline, Person
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


def next_of(state: CaseState, facts: Facts, as_at: datetime, actor: Person | None = None) -> Next:
    """The recommended acts in their order, what is missing for the steps that are not open, and everything else."""
    asked = facts.model_copy(update={"actor": actor}) if actor else facts
    if state.closed is not None:
        return Next(recommended=(), not_yet=(), actions=available(state, asked, asked.actor.role, as_at, asked.actor))
    steps, others = tried(state, asked, as_at)
    lead = leading(steps, others)
    candidates = _one_each(_candidates(state, steps, others, lead, legal_day(as_at)))
    ranked = tuple(
        _told(state, place, rule, action, because, candidates[0])
        for place, (rule, action, because) in enumerate(candidates, 1)
    )
    everything = ([lead.model_copy(update={"leads": True})] if lead else []) + [
        a for a in (*steps, *others) if lead is None or (a.command, a.subject) != (lead.command, lead.subject)
    ]
    return Next(
        recommended=ranked,
        not_yet=tuple(_not_yet(state, asked, steps, as_at)),
        actions=tuple(everything),
        hearing_ready=hearing_ready(state, asked, as_at),
        stale_papers=stale_papers(state, asked, as_at),
    )


Candidate = tuple[str, Action, str]


def _candidates(
    state: CaseState, steps: list[Action], others: list[Action], lead: Action | None, today: date
) -> Iterator[Candidate]:
    open_steps = [step for step in steps if step.allowed]
    for step in open_steps:
        yield "road", step, step.why
    for step in steps:
        waits = any(refusal.code in WAITS for refusal in step.refusals)
        for refusal in step.refusals:
            found = mending(refusal, others)
            if found is not None:
                yield "ahead" if waits else "mend", found, f"It opens “{step.label}”: {refusal.says}"
    for other in others:
        if other.command == "clear_attention" and other.allowed and state.attention is not None:
            yield "attention", other, state.attention.what
    for deadline in sorted(state.deadlines, key=lambda each: each.date.on):
        if deadline.date.on <= today + SOON:
            asked = _asked_for(deadline, [*steps, *others])
            if asked is not None:
                yield "date", asked, f"{deadline.title}: {long_date(deadline.date.on)}. {deadline.date.sentence}"
    if lead is not None and not lead.allowed:
        yield "wait", lead, lead.why


def _asked_for(deadline: Deadline, actions: list[Action]) -> Action | None:
    command, step = _ASKED_BY.get(deadline.kind, ("", ""))
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


def _told(state: CaseState, place: int, rule: str, action: Action, because: str, first: Candidate) -> Recommended:
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
        roles=tuple(sorted(who_may(action.command))),
        person=state.officer if Role.OFFICER in who_may(action.command) else "",
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


def _not_yet(state: CaseState, facts: Facts, steps: list[Action], as_at: datetime) -> Iterator[NotYet]:
    today = legal_day(as_at)
    offers: dict[tuple[str, str], Offer] = {
        (o.command.kind, o.subject): o for o in (*road(state, facts, today), *beside(state, facts, today))
    }
    for step in steps:
        if step.allowed:
            continue
        offer = offers.get((step.command, step.subject))
        yield NotYet(
            command=step.command,
            subject=step.subject,
            label=step.label,
            roles=tuple(sorted(who_may(step.command))),
            missing=tuple(_missing(refusal) for refusal in step.refusals),
            from_day=soonest(state, offer.command, facts, as_at).on if offer else None,
        )


def _missing(refusal: Refusal) -> Missing:
    command, step = mended_by(refusal.code) or ("", "")
    return Missing(refusal=refusal, mended_by=command, suggests=step)
