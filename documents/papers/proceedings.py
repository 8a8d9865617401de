"""Facts of court papers beyond the rent claim: accelerated and money claims, applications, costs, online sheets.

Money is integer pence; dates are `date`. A yes-or-no question left None has not been answered: both boxes stay empty.
"""

from datetime import date
from typing import Literal

from documents.papers.base import Facts, Lines

DealtWith = Literal["hearing", "no_hearing", "remote"]
Known = Literal["yes", "no", "not_sure"]
OrderSought = Literal["", "outright", "suspended", "postponed", "adjourned"]
DebtKind = Literal["former_tenant", "garage", "sundry"]
Holding = Literal["tenancy", "temporary", "licence", "garage", "estate", "trespass"]


class MatterData(Facts):
    """What a claim is about besides sums. `rent`: arrears are a reason for it or are claimed in it. `conduct`: what
    somebody did is. `particulars`: the reasons that the notice gave, where they are for more than the account.

    `holding`: how the place is or was held; `duty`: the section under which temporary accommodation was given;
    `deceased` and `died_on`: the tenant of an estate that nobody succeeds to.
    """

    rent: bool = True
    conduct: bool = False
    particulars: str = ""
    holding: Holding = "tenancy"
    duty: str = ""
    deceased: str = ""
    died_on: date | None = None


class AcceleratedData(Facts):
    """The questions of an accelerated claim (CPR 55.11-55.19). Dates None: it did not happen or is not recorded.

    `replaces_on`: the earlier agreement that this one replaced. `deposit_pence` 0: none was taken.
    `protocol_part_3`: the landlord kept to Part 3 of the Protocol.
    """

    agreement_on: date | None = None
    replaces_on: date | None = None
    demoted: bool = False
    demoted_on: date | None = None
    fixed_term_ends: date | None = None
    long_fixed_term: bool = False
    six_months_notice_on: date | None = None
    licence_needed: bool | None = None
    licence_held: bool | None = None
    deposit_pence: int = 0
    deposit_scheme: str = ""
    deposit_reference: str = ""
    deposit_protected_on: date | None = None
    deposit_informed_on: date | None = None
    deposit_returned_on: date | None = None
    gas_supplied: bool | None = None
    gas_given_on: date | None = None
    energy_given_on: date | None = None
    provider: bool = True
    protocol_part_3: bool | None = None
    hardship_on_paper: bool | None = None
    exhibits: Lines = ()


class MoneyClaimData(Facts):
    """A debt to be asked for or sued on. `principal_pence` is the debt without interest.

    `interest_rate`: percent a year as printed ("8"); `interest_from`: first day counted. `daily_interest_pence` runs
    from `interest_to` until judgment or earlier payment (CCA 1984 s.69). `account`: what the account is called.
    """

    kind: DebtKind = "former_tenant"
    account: str = ""
    details: str = ""
    agreement_on: date | None = None
    ended_on: date | None = None
    ended_how: str = ""
    principal_pence: int
    interest_rate: str = ""
    interest_from: date | None = None
    interest_to: date | None = None
    interest_pence: int = 0
    daily_interest_pence: int = 0
    letter_sent_on: date | None = None
    reply_by: date | None = None
    replied: str = ""
    vulnerable: str = ""
    pay: Lines = ()


class JudgmentData(Facts):
    """A judgment for money, asked for or to be enforced. `total_pence`: sum, interest and costs less what came in.

    `asked`: in default of an answer or on an admission. `made_on` None: not given yet. `how`: how it was got.
    `pay_by`: the day of the one payment, or of the first instalment. `reasons`: what is known of the debtor's means.
    """

    asked: Literal["default", "admission"] = "default"
    made_on: date | None = None
    how: str = ""
    sum_pence: int
    interest_pence: int = 0
    interest_to: date | None = None
    costs_pence: int = 0
    received_pence: int = 0
    total_pence: int
    served_on: date | None = None
    response_due: date | None = None
    instalment_pence: int | None = None
    frequency: str = ""
    pay_by: date | None = None
    reasons: str = ""


class ApplicationData(Facts):
    """An application to the court (CPR 23). `order` is what is asked, `why` the reason, `evidence` the facts relied on.

    `minutes`: how long a hearing would take. `attached`: what goes with it. `vulnerable`: how, and what would help.
    """

    order: str
    why: str = ""
    draft_attached: bool = True
    dealt_with: DealtWith = "hearing"
    minutes: int | None = None
    time_agreed: bool = False
    fixed_date: str = ""
    judge: str = "District Judge"
    serve_on: Lines = ()
    evidence: str = ""
    relies_on_statement: bool = False
    relies_on_case: bool = False
    vulnerable: str = ""
    attached: Lines = ()


class Part3Data(Facts):
    """What Part 3 of the Protocol asks for before a claim that the court must grant (Protocol 3.2, 3.3)."""

    invited_on: date | None = None
    reply_by: date | None = None
    how: str = ""
    replied: bool = False
    replies: str = ""
    considered_on: date | None = None
    considered_by: str = ""
    reasons: str = ""
    reasons_sent_on: date | None = None
    documents: Lines = ()


class FeeEarner(Facts):
    """Who did the work. `rate_pence` an hour; `grade` A to D."""

    name: str
    grade: str
    rate_pence: int


class WorkLine(Facts):
    """Work by one fee earner: whole minutes at an hourly rate, to the penny (half up)."""

    what: str
    who: str
    minutes: int
    rate_pence: int
    pence: int


class SumLine(Facts):
    """A sum paid out, without VAT."""

    what: str
    pence: int


class CostsData(Facts):
    """A schedule of costs for summary assessment (PD 44 9.5). `vat_pence` on the whole; `total_pence` of all."""

    party: str = "Claimant"
    heard_on: date | None = None
    earners: tuple[FeeEarner, ...] = ()
    work: tuple[WorkLine, ...] = ()
    paid: tuple[SumLine, ...] = ()
    vat_pence: int = 0
    total_pence: int = 0


class RiskAnswer(Facts):
    """An answer on one risk to the bailiff. `category` is a key of `bailiff.RISKS`."""

    category: str
    known: Known
    details: str = ""


class BailiffData(Facts):
    """The risk sheet for an eviction visit. `assessed_on`: the day the answers were settled; None: not yet."""

    warrant_number: str = ""
    visit: str = ""
    answers: tuple[RiskAnswer, ...] = ()
    assessed_on: date | None = None
    locksmith: bool | None = None
    attending: str = ""
    attending_phone: str = ""
    correct_address: bool | None = None


class DiscontinuanceData(Facts):
    """A claim given up (CPR 38). `against` empty: every defendant. `part` empty: the whole claim."""

    part: str = ""
    against: Lines = ()
    permission: str = ""
    served_on: date | None = None


class GroundReason(Facts):
    """Why a ground is relied on, by the ground's code."""

    code: str
    reason: str


class OnlineData(Facts):
    """Answers that the court's online services ask for and no paper form does.

    `protocol_reason`: why the Protocol was not followed. `mediation`, `settlement`: tried or not. `steps_taken`:
    earlier steps with case numbers. `documents`: what is uploaded. `schedule_sent_on`: the day the defendant was
    sent a full schedule of payments before issue (PD 55B 6.3A).
    """

    contact_email: str = ""
    contact_phone: str = ""
    tenancy_copy: bool | None = None
    tenancy_copy_reason: str = ""
    ground_reasons: tuple[GroundReason, ...] = ()
    protocol_followed: bool | None = None
    protocol_reason: str = ""
    mediation: bool | None = None
    settlement: bool | None = None
    service_details: str = ""
    steps_taken: str = ""
    additional_reasons: str = ""
    documents: Lines = ()
    application_too: bool | None = None
    schedule_sent_on: date | None = None
    postcode: str = ""
    firm: str = ""
