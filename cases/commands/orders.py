"""What the court did and what follows: outcomes, applications, breaches, permission and discharge."""

from datetime import date, time
from typing import Literal

from cases.base import Pence, TextRef, Value
from cases.commands.arrangements import Frequency
from cases.court_words import ApplicationFor, Party
from cases.failing import FailedBy
from cases.words import OutcomeKind


class RecordOutcome(Value):
    """What the court ordered. Which fields are needed depends on the outcome.

    `lump_sum_pence` is a part of the debt that the terms ask for at once, by `lump_sum_on`. `with_costs`: the payments
    clear the costs too; left empty they are counted so, as form N28 has them (confidence C). `failed_by` is why a claim
    was put off, dismissed or struck out; empty where it was not said or did not fail.
    """

    kind: Literal["record_outcome"] = "record_outcome"
    hearing_id: str
    outcome: OutcomeKind
    on: date
    grounds_proved: tuple[str, ...] = ()
    possession_on: date | None = None
    hardship: bool = False
    judgment_pence: Pence | None = None
    costs_pence: Pence = 0
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None
    first_payment: date | None = None
    other_terms: TextRef | None = None
    next_hearing_on: date | None = None
    next_hearing_at: time | None = None
    note: TextRef | None = None
    restore_by: date | None = None
    reasons_served_on: date | None = None
    pay_by: date | None = None
    begins_on: date | None = None
    ends_on: date | None = None
    failed_by: FailedBy | None = None
    lump_sum_pence: Pence | None = None
    lump_sum_on: date | None = None
    with_costs: bool | None = None


class SetAsk(Value):
    """What the court will be asked for at a hearing, to be compared with what it orders; and who attends to ask.

    `attends` is a colleague's or an advocate's name and position; empty where nobody is named yet.
    """

    kind: Literal["set_ask"] = "set_ask"
    hearing_id: str
    outcome: OutcomeKind
    possession_on: date | None = None
    judgment_pence: Pence | None = None
    costs_pence: Pence | None = None
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None
    first_payment: date | None = None
    other_terms: TextRef | None = None
    attends: str = ""


class RecordApplication(Value):
    """Somebody applied to the court. `subject` is the order, or the claim where it is to be restored.

    The landlord's fee is taken from the table: that of an application by consent or without notice where `by_consent`,
    else that of one on notice. `fee_pence` is entered only where the table has none, or to have it checked.
    """

    kind: Literal["record_application"] = "record_application"
    subject: str
    purpose: ApplicationFor
    by: Party
    made_on: date
    hearing_on: date | None = None
    by_consent: bool = False
    fee_pence: Pence | None = None


class DecideApplication(Value):
    """What the court decided on an application. Which fields are needed depends on its purpose.

    `judgment_pence` is all that new terms clear, costs among it; `lump_sum_pence` of it are paid by `lump_sum_on`.
    """

    kind: Literal["decide_application"] = "decide_application"
    application_id: str
    on: date
    granted: bool
    possession_on: date | None = None
    judgment_pence: Pence | None = None
    instalment_pence: Pence | None = None
    frequency: Frequency | None = None
    first_payment: date | None = None
    stayed_until: date | None = None
    next_hearing_on: date | None = None
    next_hearing_at: time | None = None
    note: TextRef | None = None
    lump_sum_pence: Pence | None = None
    lump_sum_on: date | None = None


class RecordBreach(Value):
    """Breach of the order's other terms (payment breaches are found from the rent account)."""

    kind: Literal["record_breach"] = "record_breach"
    order_id: str
    on: date
    details: TextRef


class RecordBreachWarning(Value):
    """The tenants were warned of enforcement after a breach.

    `new_rent_only`: in a breathing space, it asks for nothing but rent that fell due since it began.
    """

    kind: Literal["record_breach_warning"] = "record_breach_warning"
    order_id: str
    on: date
    method: str
    new_rent_only: bool = False


class RecordPermission(Value):
    """The court gave or refused permission to enforce (CPR 83.2)."""

    kind: Literal["record_permission"] = "record_permission"
    order_id: str
    on: date
    granted: bool


class DischargeOrder(Value):
    """The order was discharged, or was met in full."""

    kind: Literal["discharge_order"] = "discharge_order"
    order_id: str
    on: date
    reason: TextRef
