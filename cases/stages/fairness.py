"""The vulnerability and Equality Act assessment that goes before each step, made when that step was at hand."""

from datetime import date
from typing import Any

from cases import protocol
from cases.care import ANSWERS, OWN_STEPS, Need
from cases.gates import Gate, Question, Why
from cases.stages.shared import FAIRNESS, near
from cases.state import Assessment
from cases.words import StepBefore
from law.explained import long_date


def assessed(guards: tuple[str, ...], before: StepBefore) -> Gate[Any]:
    """An assessment was made before this step, not before the stage that comes ahead of it, and says to go on.

    The duty is a live one (Equality Act 2010 s.149): what was weighed before a notice is not what is known when a
    warrant is asked for.
    """

    def says(question: Question[Any]) -> str | Why | None:
        made = [a for a in question.case.assessments if a.before is before]
        if not made:
            return f"No vulnerability and Equality Act assessment before the {before.value} is recorded."
        latest = sorted(made, key=lambda a: a.on)[-1]  # of one day, the one recorded last
        if not latest.proceed:
            return Why(
                f"The assessment of {long_date(latest.on)} before the {before.value} says not to go on.",
                "Do what it calls for first; when the facts have changed, record a new assessment with its reasons.",
            )
        return _too_old(question, latest)

    return Gate(
        code="assessment_needed",
        guards=guards,
        asks="Were vulnerability and the Equality Act weighed before this step?",
        says=says,
        mend=f"Record an assessment before the {before.value}, with reasons for going on.",
        authority=FAIRNESS,
        confidence="B",
    )


def cared_for(guards: tuple[str, ...]) -> tuple[Gate[Any], ...]:
    """What the newest assessment found the household to need was answered before this step: a gate for each need."""
    return tuple(_answered(guards, need) for need in Need)


def _answered(guards: tuple[str, ...], need: Need) -> Gate[Any]:
    def says(question: Question[Any]) -> str | None:
        if need not in protocol.unanswered(question.case):
            return None
        return f"The newest assessment found that the household needs {need.label}; nothing is recorded of it."

    step = ANSWERS[need]
    own = OWN_STEPS.get(step)
    return Gate(
        code=f"{step}_needed",
        guards=guards,
        asks=f"If an assessment found a need for {need.label}, was it answered?",
        says=says,
        mend=f"{own.title if own else 'Help the tenant to understand'}, and record it; or record a new assessment.",
        authority=own.authority if own else "Pre-Action Protocol 1.6",
        confidence=own.confidence if own else "B",
    )


def _too_old(question: Question[Any], latest: Assessment) -> str | None:
    since = _since(question, latest.before)
    if since is None or latest.on >= since[0]:
        return None
    return (
        f"The assessment of {long_date(latest.on)} before the {latest.before.value} is older than {since[1]} "
        f"({long_date(since[0])}); what is known now has not been weighed."
    )


def _since(question: Question[Any], before: StepBefore) -> tuple[date, str] | None:
    """The day from which the step is at hand, and what happened on it; None where nothing came before it."""
    case, wanted = question.case, near(question)
    found: list[tuple[date, str]] = []
    if before is StepBefore.CLAIM:
        found = [(n.served.on, f"service of notice {n.id}") for n in case.notices if n.id in wanted and n.served]
    elif before is StepBefore.HEARING:
        found = [(c.issued_on, f"the issue of claim {c.id}") for c in case.claims if c.id in wanted and c.issued_on]
    elif before is StepBefore.WARRANT:
        for order in (o for o in case.orders if o.id in wanted):
            found.append((order.made_on, f"order {order.id}"))
            if order.breach is not None:
                found.append((order.breach.on, f"the breach of order {order.id}"))
    elif before is StepBefore.EVICTION:
        found = [(w.issued_on, f"the issue of warrant {w.id}") for w in case.warrants if w.id in wanted and w.issued_on]
    return max(found, key=lambda each: each[0], default=None)
