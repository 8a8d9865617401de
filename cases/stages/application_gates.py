"""Gates on applications to the court: what may be asked about what, when, and what has to be recorded of the answer."""

from typing import Any

from cases.commands import DecideApplication, RecordApplication
from cases.court_words import ApplicationFor, Party
from cases.gates import Gate, Question, Why
from cases.stages import fees, ordered
from cases.stages.new_terms import DECIDE, N244, NEW_TERMS, ON_TERMS, application_of
from cases.stages.order import over
from cases.stages.shared import not_future
from cases.state import Claim, Order
from cases.words import Breach, OutcomeKind
from law.calendar import closed_because
from law.errors import LawError
from law.explained import long_date
from law.fees import FeeKind
from law.orders import may_suspend
from law.tenancies import Occupancy

MAKE = ("record_application",)
ON_CLAIM = (ApplicationFor.RESTORE, ApplicationFor.APPEAL, ApplicationFor.PARTIES)
NOT_ON_ORDER = (ApplicationFor.RESTORE, ApplicationFor.PARTIES)


def order_of(q: Question[RecordApplication]) -> Order | None:
    return next((o for o in q.case.orders if o.id == q.command.subject), None)


def claim_of(q: Question[RecordApplication]) -> Claim | None:
    order = order_of(q)
    wanted = order.claim_id if order else q.command.subject
    return next((c for c in q.case.claims if c.id == wanted), None)


def _about(q: Question[RecordApplication]) -> str | None:
    c, order = q.command, order_of(q)
    if claim_of(q) is None:
        return f"{c.subject} is neither an order nor a claim of this case."
    if order is None and c.purpose not in ON_CLAIM:
        return f"'{c.purpose.label}' is asked about an order; {c.subject} is a claim."
    if order is not None and c.purpose in NOT_ON_ORDER:
        return f"'{c.purpose.label}' is asked about a claim; {c.subject} is an order."
    return None


def _left(q: Question[RecordApplication]) -> str | None:
    order = order_of(q)
    return over(order) if order else None


def _waits(q: Question[RecordApplication]) -> str | Why | None:
    if q.command.purpose is not ApplicationFor.RESTORE or order_of(q) is not None:
        return None
    claim = claim_of(q)
    if claim is None:
        return None
    last = next((h for h in reversed(q.case.hearings) if h.claim_id == claim.id and h.outcome), None)
    if last is None or last.outcome is None or not (last.outcome.waits or last.outcome is OutcomeKind.STRUCK_OUT):
        return f"Claim {claim.id} does not stand still: it was neither adjourned, stayed nor struck out."
    if last.restore_by is not None and q.command.made_on > last.restore_by.on:
        told = f"Too late on {long_date(q.command.made_on)}. {last.restore_by.sentence}"
        return Why.of(told, last.restore_by, "Begin again with a new claim while the notice lives, or ask a solicitor.")
    return None


def _postponed(q: Question[RecordApplication]) -> str | Why | None:
    order = order_of(q)
    if q.command.purpose is not ApplicationFor.FIX_DATE or order is None:
        return None
    if order.kind is not OutcomeKind.POSTPONED:
        return Why(f"Order {order.id} is no postponed order ({order.kind.label.lower()}).", "Choose another purpose.")
    if order.possession is not None:
        fixed = f"Order {order.id} has its date: {long_date(order.possession.on)}."
        return Why(fixed, "Go on to the warrant after that day.")
    if order.breach_kind is not Breach.PAYMENT:
        told = f"No payment under order {order.id} is found missed; only that lets a date be asked for this way."
        return Why(told, "Wait; of another breach ask a solicitor.", "PD 55A 10.2")
    notice = order.breach_notice
    if notice is None:
        told = f"No notice of breach under order {order.id} was given."
        return Why(told, "Give it with a rent statement, and record it.", "PD 55A 10.3-10.4")
    made = q.command.made_on
    if made < notice.apply_from.on:
        says = f"Too early on {long_date(made)}. {notice.apply_from.sentence}"
        return Why.of(says, notice.apply_from, f"Wait until {long_date(notice.apply_from.on)}.")
    if made > notice.apply_by.on:
        says = f"Too late on {long_date(made)}. {notice.apply_by.sentence}"
        return Why.of(says, notice.apply_by, "Give a new notice of breach.")
    return None


def _transferable(q: Question[RecordApplication]) -> str | Why | None:
    c, order = q.command, order_of(q)
    if c.purpose is not ApplicationFor.TRANSFER or order is None:
        return None
    if c.by is not Party.LANDLORD:
        return Why("Only the landlord asks for its order to be moved.", "Choose another purpose, or the landlord.")
    if order.high_court_on is not None:
        return Why(f"Order {order.id} was moved on {long_date(order.high_court_on)}.", "Go on to the writ.")
    if order.warrant_earliest is None:
        return Why(f"Order {order.id} gives no possession to enforce.", "Nothing is to be moved.")
    live = next((w for w in q.case.warrants if w.order_id == order.id and w.live and w.requested_on), None)
    return f"Warrant {live.id} is with the County Court's bailiffs." if live else None


def _none_pending(q: Question[RecordApplication]) -> str | None:
    c = q.command
    same = next(
        (
            a
            for a in q.case.applications
            if (a.order_id or a.claim_id, a.purpose, a.by) == (c.subject, c.purpose, c.by) and a.decided_on is None
        ),
        None,
    )
    return f"Application {same.id} of {long_date(same.made_on)} asks for the same." if same else None


def _after_subject(q: Question[RecordApplication]) -> str | None:
    order, claim = order_of(q), claim_of(q)
    began = order.made_on if order else claim.issued_on if claim else None
    if began is None or q.command.made_on >= began:
        return None
    return f"{long_date(q.command.made_on)} is before {q.command.subject} of {long_date(began)}."


def _hearing_ahead(q: Question[RecordApplication]) -> str | None:
    on = q.command.hearing_on
    if on is None:
        return None
    if on < q.command.made_on:
        return f"The hearing on {long_date(on)} would be before the application of {long_date(q.command.made_on)}."
    why = closed_because(on)
    return f"{long_date(on)} is not a working day ({why})." if why else None


def _pending(q: Question[DecideApplication]) -> str | None:
    application = application_of(q)
    if application.decided_on is None:
        return None
    answer = "granted" if application.granted else "refused"
    return f"Application {application.id} was {answer} on {long_date(application.decided_on)}."


def _subject_left(q: Question[DecideApplication]) -> str | None:
    order = next((o for o in q.case.orders if o.id == application_of(q).order_id), None)
    return over(order) if order is not None and q.command.granted else None


def _after_made(q: Question[DecideApplication]) -> str | None:
    application = application_of(q)
    if q.command.on >= application.made_on:
        return None
    return f"{long_date(q.command.on)} is before application {application.id} of {long_date(application.made_on)}."


def _answered(q: Question[DecideApplication]) -> str | Why | None:
    c, purpose = q.command, application_of(q).purpose
    if not c.granted:
        return None
    if purpose is ApplicationFor.FIX_DATE and c.possession_on is None:
        usual = ordered.usual_date(c.on)
        hint = f" Usually it is the next working day, {long_date(usual)}." if usual else ""
        return Why(f"The date that the court fixed is not entered.{hint}", "Enter it from the order.")
    if purpose is ApplicationFor.STAY and c.stayed_until is None:
        return Why("Until when enforcement is stayed is not entered.", "Enter the day; if none was named, look again.")
    if purpose is ApplicationFor.RESTORE and c.next_hearing_on is None:
        return Why("The day of the next hearing is not entered.", "Enter it from the court's notice.")
    return None


def _suspendable(q: Question[DecideApplication]) -> Why | None:
    """Terms put on an order that had none postpone possession, which the court can do only where it had the choice."""
    application = application_of(q)
    order = next((o for o in q.case.orders if o.id == application.order_id), None)
    if not q.command.granted or order is None or application.purpose not in ON_TERMS or order.terms is not None:
        return None
    try:
        power = may_suspend(
            Occupancy(q.case.occupancy), order.grounds_proved, order.made_on, q.facts.policy.social_commencement
        )
    except LawError:
        return None  # an order by consent may name no ground
    if power.value:
        return None
    told = f"The court had to give possession by order {order.id}, so it could not suspend it on terms"
    return Why.of(f"{told}; 14 days, or six weeks on exceptional hardship, was the most.", power)


def _dates_ahead(q: Question[DecideApplication]) -> str | None:
    c = q.command
    named = {"possession": c.possession_on, "the end of the stay": c.stayed_until, "the hearing": c.next_hearing_on}
    early = [f"{name} on {long_date(day)}" for name, day in named.items() if day is not None and day < c.on]
    if early:
        return f"Before the decision of {long_date(c.on)}: {', '.join(early)}."
    why = closed_because(c.next_hearing_on) if c.next_hearing_on else ""
    return f"The hearing would be on {long_date(c.next_hearing_on)}, {why}." if why and c.next_hearing_on else None


def fee_kind(c: RecordApplication) -> FeeKind | None:
    """Which fee the court takes for the application; None for an appeal, whose fee no table here has."""
    if c.purpose is ApplicationFor.APPEAL:
        return None
    return "application_consent" if c.by_consent else "application_notice"


def _fee(q: Question[RecordApplication]) -> Why | None:
    if q.command.fee_pence is None:
        return None
    if q.command.by is not Party.LANDLORD:
        return Why("The fee of somebody else's application is not the landlord's.", "Leave the fee empty.")
    kind = fee_kind(q.command)
    if kind is not None:
        return fees.problem(kind, q.command.made_on, q.command.fee_pence)
    return Why("A fee cannot be less than nothing.") if q.command.fee_pence < 0 else None


GATES: tuple[Gate[Any], ...] = (
    Gate("fee", MAKE, "Is the fee the court's?", _fee, "Leave it empty to take the table's.", field="fee_pence"),
    Gate("wrong_subject", MAKE, "Is it about the right thing?", _about, "Choose it again.", field="purpose"),
    Gate("order_discharged", MAKE, "Is the order live?", _left, "Nothing is left to ask about it."),
    Gate("not_adjourned", MAKE, "Does the claim stand still?", _waits, "Nothing is to be restored.", field="purpose"),
    Gate(
        "cannot_fix_date",
        MAKE,
        "May the court be asked for a date?",
        _postponed,
        "Follow the steps of a postponed order.",
        "PD 55A 10.2-10.6",
        "B",
        "purpose",
    ),
    Gate(
        "cannot_transfer",
        MAKE,
        "May the order be moved to the High Court?",
        _transferable,
        "Withdraw the warrant first; one way of enforcing is taken at a time.",
        "CCA 1984 s.42; CPR 83.13",
        "B",
        "purpose",
    ),
    Gate("application_pending", MAKE, "Is it the first?", _none_pending, "Record what was decided.", field="purpose"),
    not_future(MAKE, lambda q: q.command.made_on, "made_on", "The application"),
    Gate("before_order", MAKE, "Was it after?", _after_subject, "Correct the date.", field="made_on"),
    Gate("hearing_wrong", MAKE, "When is it heard?", _hearing_ahead, "Correct the date.", N244, "A", "hearing_on"),
    Gate("already_decided", DECIDE, "Is it still undecided?", _pending, "Nothing to record."),
    Gate("order_discharged", DECIDE, "Is the order live?", _subject_left, "Nothing is left to decide about it."),
    not_future(DECIDE, lambda q: q.command.on, "on", "The decision"),
    Gate("before_application", DECIDE, "Was it after the application?", _after_made, "Correct the date.", field="on"),
    Gate(
        "cannot_suspend",
        DECIDE,
        "Had the court power to suspend?",
        _suspendable,
        "Check the sealed order; record a short stay as a stay.",
        "HA 1980 s.89(1)",
        "B",
        "granted",
    ),
    Gate("answer_missing", DECIDE, "What was ordered?", _answered, "Enter it.", N244, "B", "granted"),
    *NEW_TERMS,
    Gate("date_wrong", DECIDE, "Are its dates ahead?", _dates_ahead, "Check the order.", field="on"),
)
