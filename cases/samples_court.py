"""Acts beside the road that belong to agreements, hearings and orders, each in its plainest form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cases.base import TextRef
from cases.commands import (
    AgreeArrangement,
    ChooseCourt,
    Command,
    DecideApplication,
    DischargeOrder,
    DraftWarrant,
    EndArrangement,
    EndClaim,
    ExpectBenefit,
    OfferArrangement,
    RecordAftermath,
    RecordApplication,
    RecordBreach,
    RecordBreachWarning,
    RecordDirection,
    RecordDirectionMet,
    RecordFiling,
    RecordPermission,
    RecordResponse,
    RefuseArrangement,
    SetAsk,
    WarnArrangement,
)
from cases.court_words import AfterEviction, ApplicationFor, ArrangementEnd, ClaimEnd, Party, ResponseKind
from cases.facts import Facts
from cases.parties import changed_since
from cases.stages.arrangement import offered_kind
from cases.stages.claim_court import may_choose
from cases.stages.claim_end import may_end
from cases.stages.order import conditional
from cases.stages.ordered import usual_date
from cases.state import Application, CaseState, Order
from cases.words import Breach, OutcomeKind, Risk

TEXT = TextRef(id="", digest="")
TIME_TO_CATCH_UP = timedelta(days=14)


@dataclass(frozen=True)
class Offer:
    """A command to try, what it is about, and why one would."""

    command: Command
    subject: str
    label: str
    why: str = ""


def on_the_order(state: CaseState, order: Order, today: date) -> Iterator[Offer]:
    """The next step on a live order: what follows a breach, a date under a postponed order, a warrant, or payment."""
    o = order.id
    if order.kind is OutcomeKind.POSTPONED and order.possession is None:
        yield from _towards_a_date(state, order, today)
    elif order.terms and order.warned_on is None and order.breach_kind is not Breach.NONE:
        warned = RecordBreachWarning(order_id=o, on=today, method="letter")
        why = "The terms are broken; a warning comes before enforcement."
        yield Offer(warned, o, "Record the warning to the tenants", why)
    if order.warrant_earliest is None and order.kind is not OutcomeKind.POSTPONED:
        why = "It gives no possession; it is done when it is paid, or at its end."
        yield Offer(DischargeOrder(order_id=o, on=today, reason=TEXT), o, f"Record that order {o} is met or over", why)
        return
    breach = Breach.NONE
    if conditional(order):
        breach = Breach.OTHER if order.breach_kind is Breach.OTHER and order.breach is None else Breach.PAYMENT
    command = DraftWarrant(order_id=o, breach=breach, risk=Risk.NONE_KNOWN)
    yield Offer(command, o, f"Prepare the warrant on order {o}", "The order may be enforced.")


def _towards_a_date(state: CaseState, order: Order, today: date) -> Iterator[Offer]:
    o = order.id
    asked = next((a for a in _open(state) if a.order_id == o and a.purpose is ApplicationFor.FIX_DATE), None)
    if asked is not None:
        decided = DecideApplication(
            application_id=asked.id,
            on=max(today, asked.made_on),
            granted=True,
            possession_on=usual_date(today) or today,
        )
        yield Offer(decided, asked.id, f"Record what the court decided on {asked.id}", "The court fixes the date.")
    elif order.breach_notice is not None and order.breach_kind is Breach.PAYMENT:
        command = RecordApplication(
            subject=o, purpose=ApplicationFor.FIX_DATE, by=Party.LANDLORD, made_on=today, hearing_on=None
        )
        why = "The notice of breach has run; the court is asked on paper for a date (PD 55A 10)."
        yield Offer(command, o, f"Ask the court to fix a date under order {o}", why)
    elif order.breach_kind is Breach.PAYMENT:
        warned = RecordBreachWarning(order_id=o, on=today, method="letter")
        why = "A payment is missed; the notice goes with a rent statement, 14 days before the court is asked."
        yield Offer(warned, o, f"Record the notice of breach of order {o}", why)


def on_orders(state: CaseState, today: date) -> Iterator[Offer]:
    """What can be recorded of any live order."""
    for order in (o for o in state.orders if o.live):
        if order.terms and order.breach_kind is not Breach.OTHER:
            command = RecordBreach(order_id=order.id, on=today, details=TEXT)
            yield Offer(command, order.id, f"Record a breach of the other terms of order {order.id}")
        aged = order.six_years is not None and order.six_years.on <= today
        if order.breach_kind is Breach.OTHER or aged or changed_since(state, order, today) or order.high_court_on:
            permission = RecordPermission(order_id=order.id, on=today, granted=True)
            yield Offer(permission, order.id, "Record the court's answer on permission")
        discharged = DischargeOrder(order_id=order.id, on=today, reason=TEXT)
        yield Offer(discharged, order.id, f"Record that order {order.id} is discharged")
        applied = RecordApplication(
            subject=order.id, purpose=ApplicationFor.VARY, by=Party.TENANT, made_on=today, hearing_on=None
        )
        yield Offer(applied, order.id, f"Record an application about order {order.id}")


def at_court(state: CaseState, today: date) -> Iterator[Offer]:
    """What can be recorded of a hearing that is ahead, of a claim prepared or standing still, and of applications."""
    for h in (h for h in state.hearings if h.outcome is None):
        asked = SetAsk(hearing_id=h.id, outcome=OutcomeKind.OUTRIGHT)
        yield Offer(asked, h.id, f"Say what hearing {h.id} will be asked for")
        if h.statement_filed_on is None:
            filed = RecordFiling(hearing_id=h.id, filed_on=today, served_on=today)
            yield Offer(filed, h.id, f"Record the filing of the witness statement for {h.id}")
        yield Offer(RecordDirection(hearing_id=h.id, what=TEXT, by=h.on), h.id, f"Record a direction for {h.id}")
        for d in (d for d in h.directions if d.done_on is None):
            met = RecordDirectionMet(hearing_id=h.id, direction=d.id, on=today)
            yield Offer(met, h.id, f"Record that direction {d.id} of {h.id} was met")
            break
    for c in (c for c in state.claims if may_choose(c)):
        chosen = ChooseCourt(claim_id=c.id, court="-", reason=TEXT)
        yield Offer(chosen, c.id, f"Choose the court of claim {c.id}")
    for c in (c for c in state.claims if c.live and c.issued_on):
        came = RecordResponse(claim_id=c.id, what=ResponseKind.DEFENCE, on=today)
        yield Offer(came, c.id, f"Record a defence or another answer to claim {c.id}")
        if may_end(state, c):
            ended = EndClaim(claim_id=c.id, on=today, how=ClaimEnd.DISCONTINUED)
            yield Offer(ended, c.id, f"Record that claim {c.id} is discontinued or settled")
    for c in state.claims:
        last = next((h for h in reversed(state.hearings) if h.claim_id == c.id), None)
        still = last is not None and last.outcome is not None and last.outcome.waits and c.live
        struck = c.ended_by is OutcomeKind.STRUCK_OUT
        if still or struck:
            restore = RecordApplication(
                subject=c.id, purpose=ApplicationFor.RESTORE, by=Party.LANDLORD, made_on=today, hearing_on=None
            )
            yield Offer(restore, c.id, f"Record an application to restore claim {c.id}")
    for a in _open(state):
        refused = DecideApplication(application_id=a.id, on=today, granted=False)
        yield Offer(refused, a.id, f"Record what the court decided on {a.id}: {a.purpose.label.lower()}")


def after_possession(state: CaseState, today: date) -> Iterator[Offer]:
    """What can be recorded of a home that possession was taken of."""
    for w in (w for w in state.warrants if w.executed_on):
        done = RecordAftermath(warrant_id=w.id, what=AfterEviction.SECURED, on=today)
        yield Offer(done, w.id, "Record keys, goods left behind, or somebody coming back")


def on_arrangements(state: CaseState, facts: Facts, today: date) -> Iterator[Offer]:
    """What can be recorded of agreements to pay."""
    kind = offered_kind(state)
    if not any(a.open and a.kind is kind for a in state.arrangements):
        offer = OfferArrangement(
            arrangement=kind, instalment_pence=1, frequency="weekly", first_payment=today, tenant_asked=True
        )
        yield Offer(offer, "", "Offer or agree an arrangement")
    for a in (a for a in state.arrangements if a.open):
        if a.agreed_on is None:
            yield Offer(AgreeArrangement(arrangement_id=a.id, on=today), a.id, f"Record that {a.id} was agreed")
            no = RefuseArrangement(arrangement_id=a.id, on=today, by=ArrangementEnd.REFUSED_BY_TENANT, reason=TEXT)
            yield Offer(no, a.id, f"Record that {a.id} was refused")
            continue
        if a.breach is not None:
            by = today + TIME_TO_CATCH_UP
            warned = WarnArrangement(arrangement_id=a.id, on=today, method="letter", pay_by=by)
            yield Offer(warned, a.id, f"Record the warning about arrangement {a.id}")
        expected = ExpectBenefit(arrangement_id=a.id, due_on=today, pence=1, source="hb")
        yield Offer(expected, a.id, f"Record benefit expected under {a.id}")
        because = ArrangementEnd.WITHDRAWN if a.kept else ArrangementEnd.BROKEN
        ended = EndArrangement(arrangement_id=a.id, on=today, because=because, reason=TEXT)
        yield Offer(ended, a.id, f"End arrangement {a.id}")


def _open(state: CaseState) -> list[Application]:
    return [a for a in state.applications if a.decided_on is None]
