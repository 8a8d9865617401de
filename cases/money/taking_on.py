"""Taking on a money case that is under way: each step of its past is taken again by the function that takes it today.

What truly happened is recorded. Only what cannot be so is refused; a step that was not open then is at risk from the
first day. Approvals, searches, assessments and fees of the time are in the landlord's own file and not asked for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from cases import earlier
from cases.events import BreathingSpaceChanged, EarlierTold
from cases.gates import Gate
from cases.instants import legal_day, start_of_day
from cases.money import arrangement, claim, closing, judgment, opening, protocol
from cases.money.asking import Ask, gate, reasons
from cases.money.commands import EarlierDebtStep, IssueMoneyClaim, TakeOnDebt
from cases.money.events import HoldChanged, MoneyCaseOpened, MoneyEvent
from cases.money.evolve import evolve
from cases.money.protocol import protocol_refusal
from cases.money.roles import may
from cases.money.state import MoneyState
from cases.refusals import CaseError, Refusal, Refused
from cases.stages.taking_on import misdated, unapproved
from cases.state import Doubt, TakenOn
from law.errors import LawError
from law.explained import long_date

TAKE_ON = ("take_on_debt",)
_PARTS = (opening, protocol, arrangement, claim, judgment, closing)
_GATES: tuple[Gate[Any], ...] = tuple(each for part in _PARTS for each in part.GATES)
TAKERS: Mapping[str, Callable[[Ask[Any]], Sequence[MoneyEvent]]] = {
    name: getattr(part, name)
    for part, names in (
        (opening, ("record_trace", "search_register", "assess_debtors", "hold_money_case")),
        (opening, ("start_breathing_space", "end_breathing_space")),
        (protocol, ("send_letter_of_claim", "record_reply", "send_documents", "record_means")),
        (protocol, ("record_acknowledgement", "send_intention")),
        (arrangement, ("offer_arrangement", "agree_arrangement", "end_arrangement")),
        (claim, ("draft_money_claim", "issue_money_claim", "record_money_service", "record_response")),
        (claim, ("ask_judgment", "end_money_claim")),
        (judgment, ("record_judgment", "set_judgment_aside", "choose_enforcement", "request_enforcement")),
        (judgment, ("record_enforcement",)),
        (closing, ("add_note",)),
    )
    for name in names
}
_APPROVED_BY_DOING = {"issue_money_claim": "claims", "request_enforcement": "enforcements"}
CANNOT_BE = frozenset(
    {"in_future", "not_a_debtor", "before_letter", "before_reply", "before_issue", "before_judgment", "no_letter"}
    | {"claim_over", "claim_live", "not_issued", "already_served", "already_issued", "judgment_over", "claim_number"}
    | {"judgment_sum", "instalments", "pay_by", "part_admitted", "not_a_sum", "instalment"}
    | {"arrangement_over", "arrangement_runs", "arrangement_dates", "enforcement_over", "not_requested", "way_unfit"}
    | {"hold_length", "not_asked", "interest_from", "already_requested"}
)
"""The codes of what a recorded history cannot contain."""
NOT_OF_HERE = frozenset(
    {"search_needed", "assessment_needed", "not_approved", "fee", "figure_moved", "held", "too_small", "signer_needed"}
    | {"letter_figure", "letter_dated", "route", "not_traced", "nothing_owed", "charged_after_end", "unknown_officer"}
    | {
        "arrangement_kept",
        "way_taken",
        "judgment_kind",
        "judgment_asked",
        "too_long",
        "first_payment",
        "first_payment_past",
    }
)
"""The codes of the landlord's own rules and files: asked of no step that was taken elsewhere."""
OF_THE_ACCOUNT = frozenset({"out_of_time"})
"""The codes that rest on what the account showed: not asked of a day before it begins here."""


def _told(ask: Ask[TakeOnDebt]) -> str | None:
    return misdated(ask.command.steps, ask.today)


GATES: tuple[Gate[Any], ...] = (
    gate(
        "steps_dated",
        TAKE_ON,
        "Has each step its day, none after today, in their order?",
        _told,
        "Give each step the day it was taken, the earliest first.",
        field="steps",
    ),
)


def take_on_debt(ask: Ask[TakeOnDebt]) -> Sequence[MoneyEvent]:
    """Open the case with its past. Raises Refused with every reason, each naming its step and field."""
    wrong = reasons(GATES, ask)
    if wrong:
        raise Refused(wrong)
    begun = opening.opened(ask)
    steps, days = ask.command.steps, earlier.days(ask.command.steps)
    state, events, doubts = begun, list[MoneyEvent](), list[Doubt]()
    for n, (told, day) in enumerate(zip(steps, days, strict=True), 1):
        at = min(start_of_day(earlier.known_by(told, day)) + timedelta(hours=12), ask.as_at)
        passed = list(_ended(state, at))
        state = _folded(state, passed)
        try:
            taken, found = _taken(ask, state, told, at)
        except CaseError as refused:
            raise Refused(tuple(_named(r, n, told) for r in refused.refusals)) from None
        except LawError as fault:
            field = fault.field if fault.field in type(told.step).model_fields else ""
            raise Refused(_named(Refusal(code="law", says=fault.rule, mend=fault.mend, field=field), n, told)) from None
        state = _folded(state, taken)
        doubts += found
        events += [*passed, EarlierTold(on=day, act=told.step.kind), *taken]
    brought = TakenOn(on=ask.today, by=ask.actor, began_on=days[0], stage_since=days[-1])
    first = begun.model_copy(update={"taken_on": brought, "doubts": tuple(dict.fromkeys(doubts))})
    told_of = () if may(ask.actor.role, "approve") else unapproved(steps, days, _APPROVED_BY_DOING, ask.as_at)
    return [MoneyCaseOpened(state=first, reason=ask.command.reason), *events, *_ended(state, ask.as_at), *told_of]


def _taken(
    ask: Ask[TakeOnDebt], state: MoneyState, told: EarlierDebtStep, at: datetime
) -> tuple[list[MoneyEvent], list[Doubt]]:
    """The events of one step, taken as at its own day, and why it was not open then. Raises Refused."""
    facts = ask.facts.model_copy(update={"open_case": state.case_id})
    name = _APPROVED_BY_DOING.get(told.step.kind)
    if name is not None:
        wanted = getattr(told.step, f"{name[:-1]}_id")
        items = tuple(
            item.model_copy(update={"approved_on": legal_day(at)})
            if item.id == wanted and item.approved_on is None
            else item
            for item in getattr(state, name)
        )
        state = state.model_copy(update={name: items})
    found = reasons(_GATES, Ask(told.step, state, facts, at))
    wrong = tuple(each for each in found if each.code in CANNOT_BE)
    if wrong:
        raise Refused(wrong)
    if isinstance(told.step, IssueMoneyClaim):
        too_soon = protocol_refusal(state, told.step.issued_on)
        found = (*found, *((too_soon,) if too_soon else ()))
    events = TAKERS[told.step.kind](Ask(told.step, state, facts, at, again=True))
    unasked = NOT_OF_HERE if earlier.reaches(facts, legal_day(at)) else NOT_OF_HERE | OF_THE_ACCOUNT
    doubts = [_doubt(each, told, at) for each in found if each.code not in unasked]
    return [_with_figure(event, told.owed_pence) for event in events], doubts


def _doubt(refusal: Refusal, told: EarlierDebtStep, at: datetime) -> Doubt:
    return Doubt(
        subject=f"{_name(told).capitalize()} of {long_date(legal_day(at))}",
        step=told.step.kind,
        code=refusal.code,
        says=refusal.says,
        mend="It is so already: ask a solicitor what stands.",
        authority=refusal.authority,
        confidence=refusal.confidence,
    )


def _with_figure(event: Any, owed: int | None) -> MoneyEvent:
    """The event with the sum that the landlord's own file says was owed, and claimed where it is of a claim."""
    told: MoneyEvent = event
    for name in ("letter", "claim", "arrangement") if owed is not None else ():
        item = getattr(event, name, None)
        sums = {f: owed for f in ("owed_pence", "claimed_pence") if item is not None and f in type(item).model_fields}
        if item is not None and sums:
            told = event.model_copy(update={name: item.model_copy(update=sums)})
    return told


def _ended(state: MoneyState, at: datetime) -> Iterator[MoneyEvent]:
    """Breathing spaces and holds that had run out by an instant."""
    today = legal_day(at)
    for space in state.breathing_spaces:
        if space.ended_on is None and space.ends is not None and space.ends.on < today:
            yield BreathingSpaceChanged(breathing_space=opening.ran_out(space))
    for held in state.holds:
        if held.ended_on is None and held.until.on < today:
            yield HoldChanged(hold=held.model_copy(update={"ended_on": held.until.on}))


def _named(refusal: Refusal, n: int, told: EarlierDebtStep) -> Refusal:
    field = f"steps.{n}.{refusal.field}" if refusal.field else f"steps.{n}"
    return refusal.model_copy(update={"says": f"Step {n} ({_name(told)}): {refusal.says}", "field": field})


def _name(told: EarlierDebtStep) -> str:
    return told.step.kind.replace("_", " ")


def _folded(state: MoneyState, events: Sequence[MoneyEvent]) -> MoneyState:
    after: MoneyState | None = state
    for event in events:
        after = evolve(after, event)
    assert after is not None
    return after
