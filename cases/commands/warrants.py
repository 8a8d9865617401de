"""From the draft warrant to the keys."""

from datetime import date, time
from typing import Literal

from cases.base import Instant, Pence, TextRef, Value
from cases.commands.opening import Override
from cases.court_words import AfterEviction, Referral
from cases.words import Breach, Risk


class DraftWarrant(Value):
    """Prepare the request for a warrant. `breach` says what is relied on under a suspended order.

    `risk` answers the court form's question about risk to the bailiff. Older requests have no answer.
    `occupiers_told_on` is the day the last person in the home was told; it is asked of a writ of the High Court.
    """

    kind: Literal["draft_warrant"] = "draft_warrant"
    order_id: str
    breach: Breach = Breach.NONE
    risk: Risk | None = None
    risk_details: TextRef | None = None
    vulnerable: TextRef | None = None
    access: TextRef | None = None
    overrides: tuple[Override, ...] = ()
    occupiers_told_on: date | None = None


class RequestWarrant(Value):
    """The request went to the court. `approve` says that an approver approves it in the same act."""

    kind: Literal["request_warrant"] = "request_warrant"
    warrant_id: str
    on: date
    fee_pence: Pence | None = None
    overrides: tuple[Override, ...] = ()
    approve: bool = False


class RecordWarrantIssued(Value):
    """The court issued the warrant."""

    kind: Literal["record_warrant_issued"] = "record_warrant_issued"
    warrant_id: str
    on: date
    number: str


class BookEviction(Value):
    """The bailiff's appointment, and the day the N54 notice of eviction was delivered, once it has been.

    Bailiffs give the appointment first; booked again, the later record stands. `day_confirmed`: the notice of
    appointment does name a day on which bailiffs do not usually come, a Sunday or a public holiday.
    """

    kind: Literal["book_eviction"] = "book_eviction"
    warrant_id: str
    n54_delivered_on: date | None = None
    on: date
    at: time
    overrides: tuple[Override, ...] = ()
    day_confirmed: bool = False


class RecordLastCheck(Value):
    """The last check before an eviction, made by somebody the landlord's policy names: go on or not, with reasons.

    `referral` says what became of the homelessness referral; `referred_on` the day it was sent.
    """

    kind: Literal["record_last_check"] = "record_last_check"
    warrant_id: str
    on: date
    proceed: bool
    reasons: TextRef
    referral: Referral | None = None
    referred_on: date | None = None


class ConfirmEviction(Value):
    """The appointment was confirmed to the bailiffs at an instant: without it they cancel it."""

    kind: Literal["confirm_eviction"] = "confirm_eviction"
    warrant_id: str
    sent_at: Instant


class RecordAftermath(Value):
    """What happened after possession was taken: keys, goods left behind, somebody coming back.

    `money_claimed`: the notice about the goods asks for money for keeping them.
    """

    kind: Literal["record_aftermath"] = "record_aftermath"
    warrant_id: str
    what: AfterEviction
    on: date
    money_claimed: bool = False
    note: TextRef | None = None


class RecordEviction(Value):
    """What happened at the appointment: possession taken, or cancelled."""

    kind: Literal["record_eviction"] = "record_eviction"
    warrant_id: str
    on: date
    executed: bool
    note: TextRef | None = None
    overrides: tuple[Override, ...] = ()
