"""Orders and the applications about them, told again; and the versions of an order that were kept."""

from collections.abc import Iterator
from typing import Any

from cases import commands as c
from cases.retold.act import UNTOLD, Act, by_court, entered
from cases.state import Application, CaseState, Order, SuspendedTerms
from cases.words import OutcomeKind


def as_made(state: CaseState, order: Order) -> Order:
    """The order as the court first made it, whatever was decided on it since."""
    decided = [a for a in state.applications if a.order_id == order.id and a.granted and a.before]
    first = min(decided, key=lambda a: (a.decided_on, a.id), default=None)
    return first.before.order or order if first and first.before else order


def order(state: CaseState, o: Order) -> Iterator[Act]:
    """An order as it was made, and what was recorded of it since."""
    made = as_made(state, o)
    if o.hearing_id:
        yield Act(o.id, _made(state, made))
    if o.breach_on is not None:
        details = o.breach_details or UNTOLD
        yield Act(o.id, c.RecordBreach(order_id=o.id, on=o.breach_on, details=details))
    if o.warned_on:
        yield Act(o.id, c.RecordBreachWarning(order_id=o.id, on=o.warned_on, method="letter"))
    told = {a.purpose.value for a in state.applications if a.order_id == o.id and a.decided_on}
    answered = o.permission_on or o.permission_refused_on
    if answered and "permission" not in told:
        yield Act(o.id, c.RecordPermission(order_id=o.id, on=answered, granted=o.permission_on is not None))
    if o.discharged_on and "discharge" not in told:
        yield Act(o.id, c.DischargeOrder(order_id=o.id, on=o.discharged_on, reason=UNTOLD))


def _made(state: CaseState, made: Order) -> c.RecordOutcome:
    heard = next((h for h in state.hearings if h.id == made.hearing_id), None)
    kind = heard.outcome if heard is not None and heard.outcome else made.kind
    terms = _first_terms(made)
    payments: dict[str, Any] = {}
    if terms:
        payments = {"other_terms": terms.other_terms}
    if terms and (terms.current_rent_pence or terms.instalment_pence or terms.lump_sum_pence):
        payments |= {
            "instalment_pence": terms.instalment_pence,
            "frequency": terms.frequency,
            "first_payment": terms.first_payment,
            "lump_sum_pence": terms.lump_sum_pence or None,
            "lump_sum_on": terms.lump_sum_on,
            "with_costs": terms.with_costs,
        }
    dated = made.possession is not None and kind is not OutcomeKind.POSTPONED
    return c.RecordOutcome(
        hearing_id=made.hearing_id,
        outcome=kind,
        on=made.made_on,
        grounds_proved=made.grounds_proved,
        possession_on=made.possession.on if dated and made.possession else None,
        hardship=made.hardship,
        judgment_pence=made.judgment_pence,
        costs_pence=made.costs_pence,
        pay_by=by_court(made.pay_by),
        begins_on=made.begins_on,
        ends_on=by_court(made.ends),
        **payments,
    )


def _first_terms(made: Order) -> SuspendedTerms | None:
    """The terms of the order itself; those of a variation, on older records, are told nowhere."""
    if made.earlier_terms:
        return made.earlier_terms[0]
    return made.terms if made.terms is None or made.terms.since is None else None


def application(state: CaseState, a: Application) -> Iterator[Act]:
    """An application, and what the court decided on it."""
    made = c.RecordApplication(
        subject=a.order_id or a.claim_id,
        purpose=a.purpose,
        by=a.by,
        made_on=a.made_on,
        hearing_on=a.hearing_on,
        by_consent=a.by_consent,
        fee_pence=entered(a.fee, a.fee_confirmed),
    )
    yield Act(a.id, made)
    if a.decided_on is not None and a.granted is not None and (a.before is not None or not a.granted):
        yield Act(a.id, _decided(state, a))


def _decided(state: CaseState, a: Application) -> c.DecideApplication:
    assert a.decided_on is not None
    after = just_after(state, a) if a.granted else None
    told: dict[str, Any] = {}
    if after is not None and a.before is not None and a.before.order is not None:
        was = a.before.order
        if after.possession != was.possession and after.possession is not None:
            told["possession_on"] = after.possession.on
        if after.terms is not None and after.terms != was.terms:
            told |= {
                "judgment_pence": after.terms.judgment_pence,
                "instalment_pence": after.terms.instalment_pence,
                "frequency": after.terms.frequency,
                "first_payment": after.terms.first_payment,
                "lump_sum_pence": after.terms.lump_sum_pence or None,
                "lump_sum_on": after.terms.lump_sum_on,
            }
        if a.purpose.value == "stay":
            told["stayed_until"] = after.stayed_until
    return c.DecideApplication(application_id=a.id, on=a.decided_on, granted=bool(a.granted), **told)


def just_after(state: CaseState, a: Application) -> Order | None:
    """The order as it stood between that decision and the next one on it; None where it is about none."""
    later = [each for each in decided_on(state, a.order_id) if (each.decided_on, each.id) > (a.decided_on, a.id)]
    if later and later[0].before is not None:
        return later[0].before.order
    return next((o for o in state.orders if o.id == a.order_id), None)


def decided_on(state: CaseState, order_id: str) -> list[Application]:
    """The applications about an order that were granted and can be told again, in the order of their decisions."""
    found = [a for a in state.applications if a.order_id == order_id and order_id and a.granted and a.before]
    return sorted(found, key=lambda a: (a.decided_on, a.id))
