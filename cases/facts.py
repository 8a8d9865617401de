"""What a decision needs from outside the case: the tenancy, its people, the rent account, the policy.

Gathered by an activity as at one instant; `decide` never looks anywhere else.
"""

from datetime import date

from cases.base import Pence, Value
from cases.court_words import SignerCapacity
from cases.courts import CourtFacts
from cases.delegation import ApprovalRule, Delegation
from cases.elsewhere import HeldElsewhere
from cases.ladder import Rung
from cases.state import Person
from cases.words import Role


class OverrideRule(Value):
    """A rule of the landlord's own, by its gate's code, and the roles that may set it aside with a reason."""

    code: str
    roles: tuple[Role, ...]


class PermittedSigner(Value):
    """Somebody who may sign statements of truth for the landlord: named as on its claims, as what, by what authority.

    `authority` is the landlord's own: a scheme of delegation, a minute, a retainer.
    """

    signer: str
    capacity: SignerCapacity
    authority: str = ""


class MoneyPolicy(Value):
    """A landlord's own rules for money claims, in pence.

    A smaller debt is not sued for (`claim_minimum_pence`). A senior officer may approve a claim or an enforcement up to
    `senior_limit_pence`, and a write-off up to `write_off_senior_pence`; a team leader whatever it is.
    """

    claim_minimum_pence: Pence = 10_000
    senior_limit_pence: Pence = 500_000
    write_off_senior_pence: Pence = 50_000


class Policy(Value):
    """A landlord's own rules, as data. Weeks and days are whole numbers. `overrides` is empty unless it says so.

    `social_commencement` is the day the Renters' Rights Act 2025 reaches social lets, empty until an order names one.
    `own_review_days` is the landlord's own review of a section 21 notice, 0 for none. `service_margin_days` are the
    working days added where the way of service is planned; empty, one by hand and five by post. `ladder` are the
    rungs of its published arrears policy. `require_official_texts`: no notice is approved while the Act's own words of
    a ground in it are not installed. `require_paper_before_service`: service is recorded only of a notice whose paper
    was made and still says what the record says; a claim, a request for a warrant, a statement and the letter before a
    hearing go out only as papers made here. `require_proof_of_service` and `require_sealed_order`: no claim is
    issued, no warrant asked for, while no document on file proves the service or is the order. `part3_reply_days` are
    the days that occupants have to answer the invitation of the Protocol's Part 3. `last_check_days` before an eviction
    somebody of `last_check_roles` decides whether it goes on. `signers` are those who may sign statements of truth,
    empty where the landlord keeps no such list.
    """

    notice_margin_days: int = 0
    reminder_days: tuple[int, ...] = (14, 3)
    escalate_after_days: int = 1
    breach_grace_days: int = 7
    stale_draft_days: int = 14
    minimum_arrears_weeks: int = 4
    overrides: tuple[OverrideRule, ...] = ()
    money: MoneyPolicy = MoneyPolicy()
    social_commencement: date | None = None
    own_review_days: int = 0
    service_margin_days: int | None = None
    conduct_warning_first: bool = True
    part3_reply_days: int = 7
    approvals: tuple[ApprovalRule, ...] = ()
    ladder: tuple[Rung, ...] = ()
    require_official_texts: bool = False
    require_paper_before_service: bool = False
    require_proof_of_service: bool = False
    require_sealed_order: bool = False
    last_check_days: int = 7
    last_check_roles: tuple[Role, ...] = (Role.SENIOR, Role.TEAM_LEADER)
    signers: tuple[PermittedSigner, ...] = ()


class Posting(Value):
    """One line of the rent account. `kind` is rent, service_charge, payment, adjustment or court_cost."""

    on: date
    kind: str
    due_pence: Pence
    paid_pence: Pence
    source: str = ""
    narrative: str = ""


class TenancyFacts(Value):
    """The tenancy as the housing system has it. `period_unit` is week, fortnight, four_week, month, quarter or year.

    `duty` is the section of HA 1996 under which temporary accommodation was given (`s.188`, `s.193`); `demoted_on` the
    day a demotion took effect; `first_tenancy_start` the start of the first of a chain of shorthold tenancies.
    """

    tenancy_ref: str
    landlord: str
    landlord_name: str
    landlord_kind: str
    occupancy: str
    social_housing: bool
    country: str
    start_date: date
    fixed_term_end: date | None = None
    end_date: date | None = None
    period_unit: str
    period_anchor: date
    weeks_charged_a_year: int | None = None
    rent_pence: Pence
    service_charge_pence: Pence
    service_charge_is_rent: bool = True
    patch: str = ""
    tenants: tuple[str, ...]
    agreement_allows_post: bool = True
    duty: str = ""
    demoted_on: date | None = None
    trial_extended: bool = False
    first_tenancy_start: date | None = None
    died_on: date | None = None


class Renamed(Value):
    """A tenant whom the housing system names otherwise since an import on a day. Neither name is told."""

    tenant: str
    on: date


class Facts(Value):
    """Everything outside the case that a command may depend on, as at `as_at` (a legal day in London).

    `landlord_missing` are the landlord's details that papers cannot do without, in words. `ground_texts` name the
    grounds whose official text is installed and in force that day (`HA1985/old/1`).

    `delegations` are those to the actor: approvers in whose absence they stand in. `held_elsewhere` is what other open
    cases of the landlord record of these tenants. `courts` is what is known of the court that serves the home.
    `right_to_buy_claimed_on` is the day of a claim to buy that the housing system has open; `renamed` are tenants
    whom it names otherwise than before.
    """

    actor: Person
    tenancy: TenancyFacts
    postings: tuple[Posting, ...]
    policy: Policy = Policy()
    officers: tuple[str, ...] = ()
    earlier_cases: int = 0
    open_case: str | None = None
    sample: bool = False
    delegations: tuple[Delegation, ...] = ()
    held_elsewhere: tuple[HeldElsewhere, ...] = ()
    landlord_missing: tuple[str, ...] = ()
    ground_texts: tuple[str, ...] = ()
    courts: CourtFacts = CourtFacts()
    right_to_buy_claimed_on: date | None = None
    renamed: tuple[Renamed, ...] = ()
