"""Facts that turn the road when they are another: the court did something else, an application was refused.

What followed from the act as it was recorded is taken back and done as it should have been; where something rests on
it that cannot be taken back, the mend says what has to be put right first.
"""

from typing import Any

from cases.commands import Command, Correct
from cases.fact_table import Fact
from cases.gates import Gate, Question, Why, reasons
from cases.recorded import Act
from cases.stages import application_gates, hearing, papers_claim
from cases.stages.moved import never_made
from cases.stages.rewound import rewound
from cases.state import CaseState
from cases.words import OutcomeKind

BESIDES = (
    "grounds_proved",
    "possession_on",
    "judgment_pence",
    "instalment_pence",
    "frequency",
    "first_payment",
    "next_hearing_on",
    "begins_on",
    "ends_on",
    "stayed_until",
    "other_terms",
)
"""What may be given besides: the order that was made instead needs it."""
_MISSING = frozenset(
    {"no_possession_date", "terms_missing", "judgment_missing", "period_missing", "next_hearing_wrong"}
    | {"no_ground_proved", "answer_missing", "cannot_demote", "sum_wrong", "wrong_subject"}
)
_GATES: tuple[Gate[Any], ...] = (*hearing.GATES, *papers_claim.GATES, *application_gates.GATES)


def besides(command: Correct, act: Act, value: Any) -> dict[str, Any]:
    """The fields of the act that go with another outcome: those given, and none that only the old one had."""
    fields = type(act.command).model_fields
    given = {name: getattr(command, name) for name in BESIDES if name in fields and getattr(command, name) is not None}
    if act.command.kind != "record_outcome":
        return given
    now = OutcomeKind(value)
    none: dict[str, Any] = {}
    if now is OutcomeKind.POSTPONED or not now.makes_order:
        none["possession_on"] = None
    if now is not OutcomeKind.ADJOURNED_TO_DATE:
        none |= {"next_hearing_on": None, "next_hearing_at": None}
    return {**none, **given}


def misplaced(command: Correct, fact: Fact) -> Why | None:
    """Something is given besides, and this fact turns nothing."""
    given = [name for name in BESIDES if getattr(command, name) is not None]
    if fact.turning or not given:
        return None
    named = ", ".join(name.replace("_", " ") for name in given)
    return Why(f"'{fact.title}' takes one new value; also given: {named}.", "Put each fact right by itself.")


def not_whole(q: Question[Any], act: Act, now: Command) -> Why | None:
    """What the order or the answer that was made instead still needs."""
    told = _decided_already(q, act)
    if told is not None:
        return told
    facts = q.facts.model_copy(update={"actor": act.by}) if act.by else q.facts
    asked: Question[Any] = Question(now, rewound(q.case, act), facts, q.as_at)
    codes = _MISSING if getattr(now, "possession_on", None) else _MISSING | {"possession_date_wrong"}
    for refusal in reasons([gate for gate in _GATES if gate.code in codes], asked):
        mend = f"{refusal.mend} Give it with this correction."
        return Why(refusal.says, mend, refusal.authority, refusal.confidence)
    return None


def _decided_already(q: Question[Any], act: Act) -> Why | None:
    asked = next((a for a in q.case.applications if a.id == act.item), None)
    if act.command.kind != "record_application" or asked is None or not asked.granted:
        return None
    says = f"Application {asked.id} was granted as: {asked.purpose.label.lower()}."
    first = f"Put right first that it was not granted ({asked.id}/decide_application/granted); then what was asked"
    return Why(says, f"{first}, and then record what was decided.")


def rests_on(before: CaseState, after: CaseState) -> Why | None:
    """What stands on something that is known now never to have been made; None where nothing does."""
    gone = never_made(before, after)
    for wanted in gone.orders:
        warrant = next((w for w in before.warrants if w.order_id == wanted and not w.withdrawn), None)
        if warrant is not None:
            mend = f"Withdraw warrant {warrant.id} first, or record that the eviction was cancelled and withdraw it."
            if warrant.executed_on or warrant.cancelled_on or warrant.expired:
                mend = f"Ask a solicitor at once what stands; then record the discharge of order {wanted}."
            return Why(f"Warrant {warrant.id} rests on order {wanted}, which would never have been made.", mend)
        asked = next((a for a in before.applications if a.order_id == wanted), None)
        if asked is not None:
            mend = f"Record the discharge of order {wanted} instead, on the day it was known."
            return Why(f"Application {asked.id} is about order {wanted}, which would never have been made.", mend)
    for wanted in gone.hearings:
        heard = next(h for h in before.hearings if h.id == wanted)
        if heard.outcome is not None:
            says = f"Hearing {wanted} was listed by it and has its outcome: {heard.outcome.label.lower()}."
            return Why(says, f"Put the outcome of hearing {wanted} right instead.")
    for name in ("orders", "hearings"):
        made = getattr(before, name)
        ids = [item.id for item in made[len(made) - len(getattr(gone, name)) :]]
        if set(getattr(gone, name)) != set(ids):
            says = f"{ids[-1]} was made after {', '.join(getattr(gone, name))}."
            return Why(says, f"Put {ids[-1]} right first, or record what the court did as discharged.")
    return None
