"""Gates that several stages keep: moratorium, register search, fairness, the figure, the second pair of eyes."""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from cases import account
from cases.facts import Facts
from cases.gates import ByTrack, Gate, Question, Why
from cases.notice_kinds import KINDS
from cases.state import BreathingSpace, CaseState, Claim, Notice, Person, Warrant
from cases.tracks import ROADS, for_arrears
from cases.words import Cause, NoticeKind, StepBefore, Track
from law.breathing_space import first_clear_day
from law.errors import LawError
from law.explained import long_date, pounds

Day = Callable[[Question[Any]], date]
Barred = Literal["notice", "claim", "warrant", "eviction", "demand"]
What = Callable[[Question[Any]], Barred]
FAIRNESS = "Equality Act 2010 ss.15, 149; Pre-Action Protocol 1.7"


def today(question: Question[Any]) -> date:
    """The day the question is asked."""
    return question.today


def running(state: CaseState, day: date) -> BreathingSpace | None:
    """The moratorium that covers a day, if one does; of several the one that lasts longest."""
    found = [s for s in state.breathing_spaces if s.started_on <= day <= _last(s)]
    return max(found, key=_last, default=None)


def _last(space: BreathingSpace) -> date:
    return space.ended_on or (space.ends.on if space.ends else date.max)


_BARRED: dict[Barred, tuple[str, str, str]] = {
    "notice": ("an arrears notice served in it is void", "SI 2020/1311 reg 7(6)-(7), (12)", ""),
    "claim": (
        "a claim for the arrears begun in it is void",
        "SI 2020/1311 reg 7(2)(b), (5), (7)(f), (12)",
        ", or ask a solicitor about the court's leave",
    ),
    "warrant": ("a warrant obtained in it is void", "SI 2020/1311 regs 7(7)(d), (12), 10(5)-(6)", ""),
    "demand": ("the tenants may not be pressed for that debt while it lasts", "SI 2020/1311 regs 7(7)(l), 11", ""),
    "eviction": ("the court must stop enforcement while it lasts", "SI 2020/1311 reg 10(5)-(6)", ""),
}


def grounds_of(question: Question[Any]) -> tuple[str, ...] | None:
    """The grounds that a step rests on, through its warrant, order, hearing, claim or notice; None where none is near.

    Subjects that the case does not have count as none: their own gate says so.
    """
    case, command = question.case, question.command
    if hasattr(command, "grounds"):
        return tuple(command.grounds)
    wanted = near(question)
    proved = next((o.grounds_proved for o in case.orders if o.id in wanted and o.grounds_proved), None)
    if proved:
        return proved
    found = [n.grounds for n in case.notices if n.id in wanted]
    return tuple(dict.fromkeys(code for grounds in found for code in grounds)) if found else None


def near(question: Question[Any]) -> set[str]:
    """The ids of what the step is about: its warrant, order, hearing, claim and notices."""
    case, command = question.case, question.command
    wanted = {
        getattr(command, name)
        for name in ("subject", "notice_id", "claim_id", "hearing_id", "order_id", "warrant_id")
        if getattr(command, name, None)
    }
    wanted |= {w.order_id for w in case.warrants if w.id in wanted}
    wanted |= {o.claim_id for o in case.orders if o.id in wanted} | {
        h.claim_id for h in case.hearings if h.id in wanted
    }
    wanted |= {notice for c in case.claims if c.id in wanted for notice in c.notices}
    return wanted | set(getattr(command, "also_on", ()))


def _needs_no_reason(question: Question[Any]) -> bool:
    """Whether every notice of the step is of a kind that asks for no reason, so that it is never for the arrears."""
    drafted = getattr(question.command, "notice", None)
    if isinstance(drafted, NoticeKind):
        return KINDS[drafted].no_reason
    kinds = [n.kind for n in question.case.notices if n.id in near(question)]
    return bool(kinds) and all(KINDS[kind].no_reason for kind in kinds)


def claim_notices(question: Question[Any]) -> tuple[Notice, ...]:
    """The notices that a claim rests on, in the alternative where there are several. Raises NotFound."""
    command = question.command
    if getattr(command, "claim_id", None):
        return tuple(question.notice(wanted) for wanted in question.claim(command.claim_id).notices)
    return tuple(question.notice(wanted) for wanted in dict.fromkeys((command.notice_id, *command.also_on)))


def cause_of(state: CaseState) -> Cause:
    """Why possession is sought in this case."""
    return state.cause or ROADS[state.track].cause


def arrears_step(question: Question[Any]) -> bool:
    """Whether the step is for rent arrears: only then do the account and a debt moratorium bear on it."""
    if _needs_no_reason(question):
        return False
    grounds = grounds_of(question)
    try:
        return for_arrears(
            cause_of(question.case),
            question.case.occupancy,
            grounds or (),
            question.today,
            question.facts.policy.social_commencement,
        )
    except LawError:
        return True


def for_debt(question: Question[Any]) -> bool:
    """Whether a moratorium or an insolvency speaks to the step: it is for arrears, or might be by the grounds it names,
    or is a claim that asks for them besides possession."""
    command = question.command
    if getattr(command, "rent_claimed", None):
        return True
    wanted = getattr(command, "claim_id", None) or getattr(command, "subject", None)
    claimed = any(c.id == wanted and c.rent_claimed and c.issued_on is None for c in question.case.claims)
    return claimed or arrears_step(question) or _names_ground_1(question.case, grounds_of(question))


def _names_ground_1(state: CaseState, grounds: tuple[str, ...] | None) -> bool:
    """Whether the ground that is for rent or for another breach is named, whatever the case says it is for."""
    return ROADS[state.track].act == "HA 1985" and "1" in (grounds or ())


def notice_for_arrears(state: CaseState, facts: Facts, notice: Notice) -> bool:
    """Whether a notice rests on rent arrears."""
    if KINDS[notice.kind].no_reason:
        return False
    if _names_ground_1(state, notice.grounds):
        return True
    on = notice.drafted_on
    return for_arrears(cause_of(state), state.occupancy, notice.grounds, on, facts.policy.social_commencement)


def claim_for_arrears(state: CaseState, claim: Claim) -> bool:
    """Whether a claim is for rent arrears, by the grounds of its notice."""
    on = claim.issued_on or claim.drafted_on
    grounds = tuple(g for n in state.notices if n.id in claim.notices for g in n.grounds)
    return for_arrears(cause_of(state), state.occupancy, grounds, on)


def barred_by(space: BreathingSpace, what: Barred, track: Track) -> Why:
    """What that moratorium stops, until when, and how sure that is.

    A section 8 notice is named by the Regulations; that a section 83 notice is a step to collect is read into them.
    """
    effect, authority, otherwise = _BARRED[what]
    began = long_date(space.started_on)
    last = space.ended_on or (space.ends.on if space.ends else None)
    if last is None:
        says = f"Breathing space {space.id} began on {began} and has no end recorded; {effect}."
        mend = f"Ask whether the crisis treatment goes on, and record the end when it comes{otherwise}."
    else:
        says = f"Breathing space {space.id} runs from {began} until {long_date(last)}; {effect}."
        sooner = "" if space.ended_on else "; if it is cancelled sooner, record its end"
        mend = f"Wait until {long_date(first_clear_day(last).value)}{sooner}{otherwise}."
    confidence = "A" if what != "notice" or ROADS[track].act == "HA 1988" else "B"
    return Why(says, mend, authority, confidence)


def no_moratorium(guards: tuple[str, ...], what: Barred | What, day: Day = today, field: str = "") -> Gate[Any]:
    """No breathing space covers the day of the step."""

    def says(question: Question[Any]) -> Why | None:
        space = running(question.case, day(question))
        if space is None or not for_debt(question):
            return None
        return barred_by(space, what if isinstance(what, str) else what(question), question.case.track)

    return Gate(
        code="breathing_space",
        guards=guards,
        asks="Is there no breathing space on that day?",
        says=says,
        mend="Wait until the breathing space ends, or record its end.",
        authority=_BARRED[what][1] if isinstance(what, str) else "SI 2020/1311 regs 7, 10",
        confidence="A",
        field=field,
    )


def searched(guards: tuple[str, ...], before: StepBefore, day: Day) -> Gate[Any]:
    """The breathing-space register was searched, clear, on the very day of the step."""

    def says(question: Question[Any]) -> str | Why | None:
        on = day(question)
        made = [s for s in question.case.searches if s.before is before and s.on == on]
        if not made:
            return (
                f"No search of the breathing-space register before this {before.value} is recorded for "
                f"{long_date(on)}, the day of the step."
            )
        if not made[-1].clear:
            return Why(
                f"The breathing-space search of {long_date(on)} was not clear.",
                "Record the breathing space that was found; if it is another person's, search again and record that.",
            )
        return None

    return Gate(
        code="search_needed",
        guards=guards,
        asks="Was the breathing-space register searched that day, and clear?",
        says=says,
        mend=lambda q: (
            f"Search the register on the day itself and record a clear search before {before.value}, "
            f"dated {long_date(day(q))}."
        ),
        authority="SI 2020/1311 regs 7, 14",
        confidence="C",
    )


def own_draft(actor: Person, drafted_by: Person, subject: str) -> str | None:
    """Why this person may not approve what that person drafted; None if they are two."""
    if actor.user_id != drafted_by.user_id:
        return None
    return f"You drafted {subject}; somebody else has to approve it."


_FIGURE_OF = {Notice: "Landlord's policy", Claim: "CPR 16.4; PD 55A 2.3", Warrant: "CPR 83.26"}


def figures(item: Notice | Claim | Warrant, now: int) -> Why | None:
    """Why the item's figure no longer stands, with both; None if it does."""
    if item.arrears_pence == now:
        return None
    drafted, name = pounds(item.arrears_pence), f"{type(item).__name__} {item.id}"
    says = f"{name} was drafted with rent arrears of {drafted}; the account now shows {account.told(now)}."
    return Why(says, authority=_FIGURE_OF[type(item)])


def not_future(guards: tuple[str, ...], day: Day, field: str, what: str) -> Gate[Any]:
    """What is recorded has happened."""

    def says(question: Question[Any]) -> str | None:
        on = day(question)
        if on <= question.today:
            return None
        return f"{what} is dated {long_date(on)}, which is after today, {long_date(question.today)}."

    return Gate(
        code="in_future",
        guards=guards,
        asks="Has it happened?",
        says=says,
        mend="Record it on the day it happens, or correct the date.",
        field=field,
    )


def in_arrears(guards: tuple[str, ...], day: Day = today) -> Gate[Any]:
    """Some rent lawfully due is unpaid on the day of the step; court costs on the account do not count."""

    def says(question: Question[Any]) -> str | None:
        on = min(day(question), question.today)
        owed = question.arrears_on(on)
        if owed > 0 or not arrears_step(question):
            return None
        state = "was" if on < question.today else "is"
        stood = f"{state} clear" if owed == 0 else f"{state} {pounds(-owed)} in credit"
        return f"No rent is owed: on {long_date(on)} the rent account {stood}."

    return Gate(
        code="no_arrears",
        guards=guards,
        asks="Is rent lawfully due unpaid?",
        says=says,
        mend="Nothing can be claimed. Close the case, or correct the rent account.",
        authority=ByTrack("HA 1985 Sch 2 ground 1", "HA 1988 Sch 2 grounds 8, 10, 11"),
        confidence="A",
    )
