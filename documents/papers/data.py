"""The one input of every paper: recorded facts, already decided, ready to print.

Money is integer pence, dates are `date`, the hearing is an aware instant. Nothing here is worked out: papers print
what the case decided, and `checks` refuses a set of facts whose figures disagree.
"""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from documents.papers.base import Confidence, Facts, Lines
from documents.papers.data_notices import (
    ConditionData,
    DeceasedData,
    LeavingData,
    ReviewData,
    TermData,
    TrialData,
)
from documents.papers.further import FurtherFacts

PeriodTick = Literal["week", "fortnight", "month", "other"]
ServiceMeans = Literal["handed", "left", "post", "electronic", "other"]
Capacity = Literal["claimant", "authorised", "legal_representative"]


class LandlordData(Facts):
    """The landlord as party and sender. `kind`: a council, or a private registered provider."""

    name: str
    kind: Literal["council", "provider"]
    address: Lines
    phone: str = ""
    email: str = ""
    signatory_name: str = ""
    signatory_position: str = ""


class PersonData(Facts):
    """A tenant (or other occupier) and where papers reach them.

    `salutation` is what a letter calls them ("Mr Okafor"; empty: the full name). `told` is what a letter to them says
    of their own benefits, and of nobody else's.
    """

    person_id: str
    full_name: str
    address: Lines
    salutation: str = ""
    told: str = ""


class TenancyData(Facts):
    """The letting. `occupancy` and `period` are labels as printed ("secure periodic", "week").

    `daily_rate_convention` says how the daily figure was worked out ("weekly rent ÷ 7"), PD 55A 2.3(3).
    """

    occupancy: str
    start_date: date
    rent_pence: int
    period: str
    period_tick: PeriodTick
    daily_rate_pence: int
    daily_rate_convention: str


class GroundData(Facts):
    """A ground relied on: our own summary (`substance`), the court's power, and the Act's words if supplied."""

    code: str
    title: str
    substance: str
    power: str
    citation: str
    confidence: Confidence = "C"
    official_text: str | None = None


class RentRow(Facts):
    """One line of the rent account with the balance after it (positive: owed)."""

    on: date
    what: str
    due_pence: int = 0
    paid_pence: int = 0
    source: str = ""
    balance_pence: int


class ServiceLine(Facts):
    """Service on one person. `method` is the label as printed, `means` the box to tick on a certificate.

    `sent_at` is the aware instant of handing over, leaving or sending, where it is known; printed in Europe/London.
    """

    person_name: str
    method: str
    means: ServiceMeans = "other"
    sent_on: date
    sent_at: datetime | None = None
    served_on: date
    served_by: str = ""
    proof: str = ""
    address: Lines = ()


class NoticeData(Facts):
    """A notice: `specified_on` as written in it, the first day a claim may be issued, the day it lapses.

    `lapse_on` is None while it turns on a day of service that has not come yet (HA 1988 s.8(3)(c)).
    """

    kind: str
    specified_on: date
    issue_from: date
    lapse_on: date | None
    particulars: str
    served: tuple[ServiceLine, ...] = ()


class StepLine(Facts):
    """A Protocol step: what was done, when, under which paragraph. `on` is None where nothing is recorded.

    `note` is what the officer wrote of it at the time; `incident`: it is something that happened, not a step taken.
    """

    on: date | None
    para: str
    text: str
    note: str = ""
    incident: bool = False


class FigureLine(Facts):
    """The arrears that an earlier paper stated. `account_pence` is what the account now gives for that day."""

    what: str
    on: date
    pence: int
    account_pence: int


class HearingData(Facts):
    """A listed hearing. `at` is an aware instant, printed in Europe/London."""

    at: datetime
    court: str
    address: Lines = ()


class TermsLine(Facts):
    """One due date of an order's terms. `balance_pence` is what is short after it (positive: short)."""

    on: date
    due_pence: int
    paid_pence: int
    balance_pence: int


class OrderData(Facts):
    """An order and how its terms were kept. `shortfall_pence` = `due_pence` - `paid_pence` since the first due date.

    `restore_by`: the last day to bring an adjourned claim back before it is struck out, if the order says one.
    `broken`: how a term that is not a payment was broken; `permission_on`: the day the court permitted a warrant.
    """

    made_on: date
    kind: str
    possession_on: date | None = None
    judgment_pence: int | None = None
    instalment_pence: int | None = None
    frequency: str = ""
    terms: str = ""
    due_pence: int = 0
    paid_pence: int = 0
    shortfall_pence: int = 0
    lines: tuple[TermsLine, ...] = ()
    restore_by: date | None = None
    broken: str = ""
    broken_on: date | None = None
    permission_on: date | None = None
    high_court_on: date | None = None


class WarrantAmounts(Facts):
    """Money on a request for a warrant, in pence. None leaves the box empty."""

    balance_pence: int | None = None
    fee_pence: int | None = None
    costs_pence: int | None = None
    land_registry_pence: int | None = None


class WarrantData(Facts):
    """What the bailiff needs: risks, vulnerable people, access; each as plain lines.

    `risk_assessed` tells an assessment that found nothing from none at all. `evict` empty: everyone on the land.
    """

    risks: Lines = ()
    risk_assessed: bool = False
    vulnerable: Lines = ()
    access: str = ""
    amounts: WarrantAmounts = WarrantAmounts()
    contact_name: str = ""
    contact_phone: str = ""
    evict: Lines = ()
    occupiers_told_on: date | None = None


class ExhibitData(Facts):
    """An exhibit: its mark ("PR1"), what it is. Its bundle page is `PaperData.bundle_pages[mark]`."""

    mark: str
    title: str


class WitnessData(Facts):
    """A witness statement. `[PR1]` in a paragraph is printed as the exhibit with its bundle page."""

    name: str
    position: str
    employer: str
    number: int = 1
    initials: str = ""
    exhibits: tuple[ExhibitData, ...] = ()
    paragraphs: Lines = ()


class StatementOfTruth(Facts):
    """Who signs, as what, and when (None: not yet signed; the boxes stay empty for ink)."""

    name: str
    position: str
    capacity: Capacity = "authorised"
    signed_on: date | None = None


class ClaimChoices(Facts):
    """The claim form's yes and no questions. The defaults are a plain rent claim."""

    other_breach: str = ""
    antisocial: bool = False
    unlawful_use: bool = False
    trespass: bool = False
    demotion: bool = False
    suspend_right_to_buy: bool = False
    human_rights: bool = False
    claimant_information: str = ""
    underlessee: str = ""
    money_judgment: bool = True
    costs: bool = True
    served_by_court: bool = True


class PaperData(FurtherFacts):
    """All that any paper may print about one case. A paper names the parts it needs (`render.PAPERS`).

    `reasons` is why the landlord decided to act, as told to the tenant, where no ground is relied on.
    """

    case_id: str
    landlord: LandlordData
    court_name: str = ""
    claim_number: str | None = None
    tenants: tuple[PersonData, ...]
    property_address: Lines
    tenancy: TenancyData
    grounds: tuple[GroundData, ...] = ()
    arrears_pence: int = 0
    arrears_as_at: date
    rent_rows: tuple[RentRow, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    last_payment_on: date | None = None
    last_payment_pence: int = 0
    notice: NoticeData | None = None
    reasons: str = ""
    review: ReviewData | None = None
    trial: TrialData | None = None
    term: TermData | None = None
    conditions: tuple[ConditionData, ...] = ()
    deceased: DeceasedData | None = None
    leaving: LeavingData | None = None
    steps: tuple[StepLine, ...] = ()
    circumstances: str = ""
    fee_pence: int | None = None
    fee_note: str = ""
    legal_costs_pence: int | None = None
    claim: ClaimChoices = ClaimChoices()
    hearing: HearingData | None = None
    order: OrderData | None = None
    warrant: WarrantData | None = None
    witness: WitnessData | None = None
    statement_of_truth: StatementOfTruth | None = None
    made_on: date
    sample: bool = False
    facts_digest: str = ""
    bundle_pages: dict[str, int] = Field(default_factory=dict)
