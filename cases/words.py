"""The words a case is told in: tracks, stages, roles, kinds. One spelling each, used in code, screens and papers."""

from enum import StrEnum


class Track(StrEnum):
    """The road a case takes, fixed when it is opened."""

    SECURE_ARREARS = "secure_arrears"
    ASSURED_ARREARS = "assured_arrears"
    SECURE_OTHER = "secure_other"
    SECURE_ABSOLUTE = "secure_absolute"
    INTRODUCTORY = "introductory"
    DEMOTED_COUNCIL = "demoted_council"
    DEMOTED_PROVIDER = "demoted_provider"
    FLEXIBLE = "flexible"
    ASSURED_OTHER = "assured_other"
    SHORTHOLD = "shorthold"
    ASSURED_NEW = "assured_new"
    TEMPORARY = "temporary"
    TEMPORARY_LICENCE = "temporary_licence"
    INTERIM = "interim"
    GARAGE = "garage"
    NO_SUCCESSOR = "no_successor"
    TRESPASS = "trespass"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            Track.SECURE_ARREARS: "Secure periodic, rent arrears",
            Track.ASSURED_ARREARS: "Assured (social housing), rent arrears",
            Track.SECURE_OTHER: "Secure, nuisance and other grounds",
            Track.SECURE_ABSOLUTE: "Secure, absolute ground for anti-social behaviour",
            Track.INTRODUCTORY: "Introductory tenancy",
            Track.DEMOTED_COUNCIL: "Demoted tenancy (council)",
            Track.DEMOTED_PROVIDER: "Demoted tenancy (registered provider)",
            Track.FLEXIBLE: "Flexible tenancy at the end of its term",
            Track.ASSURED_OTHER: "Assured (social housing), nuisance and other grounds",
            Track.SHORTHOLD: "Assured shorthold or starter tenancy, section 21",
            Track.ASSURED_NEW: "Assured, new regime",
            Track.TEMPORARY: "Temporary accommodation, non-secure tenancy",
            Track.TEMPORARY_LICENCE: "Temporary accommodation, licence",
            Track.INTERIM: "Interim accommodation",
            Track.GARAGE: "Garage",
            Track.NO_SUCCESSOR: "Death without a successor",
            Track.TRESPASS: "Unauthorised occupier",
        }[self]


class Cause(StrEnum):
    """Why possession is sought: it decides which evidence a step needs and whether a debt moratorium touches it."""

    ARREARS = "arrears"
    CONDUCT = "conduct"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            Cause.ARREARS: "Rent arrears",
            Cause.CONDUCT: "Conduct, or another breach",
            Cause.ENDED: "The right to stay has ended",
        }[self]


class Stage(StrEnum):
    """Where a case stands; derived from its notices, claims, orders and warrants, never stored as a fact."""

    PRE_ACTION = "pre_action"
    NOTICE = "notice"
    CLAIM = "claim"
    HEARING = "hearing"
    ORDER = "order"
    WARRANT = "warrant"
    EVICTION = "eviction"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """As shown to people."""
        return self.value.replace("_", "-").capitalize()


class Role(StrEnum):
    """What a signed-in person is, or `SYSTEM` for deadlines and wake-ups."""

    OFFICER = "officer"
    SENIOR = "senior"
    TEAM_LEADER = "team_leader"
    LEGAL = "legal"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            Role.OFFICER: "Income officer",
            Role.SENIOR: "Senior officer",
            Role.TEAM_LEADER: "Team leader",
            Role.LEGAL: "Legal",
            Role.ADMINISTRATOR: "Administrator",
            Role.SYSTEM: "Due Course",
        }[self]


class NoticeKind(StrEnum):
    """A notice that begins the road to court, or goes before it."""

    S83 = "s83"
    S8 = "s8"
    S83_FIXED = "s83_fixed"
    S83ZA = "s83za"
    S128 = "s128"
    S125A = "s125a"
    S143E = "s143e"
    S107D_NON_RENEWAL = "s107d_non_renewal"
    S107D_POSSESSION = "s107d_possession"
    S8_NEW = "s8_new"
    S21 = "s21"
    NOTICE_TO_QUIT = "notice_to_quit"
    LICENCE_END = "licence_end"
    REASONABLE = "reasonable"
    GARAGE = "garage"
    ESTATE = "estate"
    LEAVE = "leave"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            NoticeKind.S83: "Notice seeking possession (HA 1985 s.83)",
            NoticeKind.S8: "Notice of proceedings for possession (HA 1988 s.8)",
            NoticeKind.S83_FIXED: "Notice seeking termination in a fixed term (HA 1985 s.83(6))",
            NoticeKind.S83ZA: "Notice on the absolute ground (HA 1985 s.83ZA)",
            NoticeKind.S128: "Notice of proceedings (HA 1996 s.128)",
            NoticeKind.S125A: "Notice of extension of the trial (HA 1996 s.125A)",
            NoticeKind.S143E: "Notice of proceedings (HA 1996 s.143E)",
            NoticeKind.S107D_NON_RENEWAL: "Notice of non-renewal (HA 1985 s.107D(3))",
            NoticeKind.S107D_POSSESSION: "Notice requiring possession (HA 1985 s.107D(4))",
            NoticeKind.S8_NEW: "Notice of proceedings, new regime (HA 1988 s.8 as amended)",
            NoticeKind.S21: "Notice requiring possession (HA 1988 s.21)",
            NoticeKind.NOTICE_TO_QUIT: "Notice to quit with the prescribed information (PEA 1977 s.5)",
            NoticeKind.LICENCE_END: "Notice ending the licence (PEA 1977 s.5(1A))",
            NoticeKind.REASONABLE: "Reasonable notice to leave interim accommodation",
            NoticeKind.GARAGE: "Notice ending the garage agreement",
            NoticeKind.ESTATE: "Notice to quit to the personal representatives",
            NoticeKind.LEAVE: "Letter requiring an unauthorised occupier to leave",
        }[self]


class Route(StrEnum):
    """How a claim is issued."""

    PCS = "pcs"
    PCOL = "pcol"
    PAPER = "paper"
    ACCELERATED = "accelerated"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            Route.PCS: "HMCTS possession service (PCS)",
            Route.PCOL: "Possession Claim Online (PCOL)",
            Route.PAPER: "Paper claim form and particulars",
            Route.ACCELERATED: "Accelerated claim (N5B)",
        }[self]


class OutcomeKind(StrEnum):
    """What the court did at a hearing."""

    OUTRIGHT = "outright"
    SUSPENDED = "suspended"
    ADJOURNED_TO_DATE = "adjourned_to_date"
    ADJOURNED_ON_TERMS = "adjourned_on_terms"
    ADJOURNED_GENERALLY = "adjourned_generally"
    DISMISSED = "dismissed"
    STRUCK_OUT = "struck_out"
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"
    CONSENT = "consent"
    STAYED = "stayed"
    MONEY_ONLY = "money_only"
    DEMOTED = "demoted"
    BUY_SUSPENDED = "buy_suspended"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            OutcomeKind.OUTRIGHT: "Outright possession order",
            OutcomeKind.SUSPENDED: "Suspended possession order",
            OutcomeKind.ADJOURNED_TO_DATE: "Adjourned to a date",
            OutcomeKind.ADJOURNED_ON_TERMS: "Adjourned on terms",
            OutcomeKind.ADJOURNED_GENERALLY: "Adjourned generally with liberty to restore",
            OutcomeKind.DISMISSED: "Claim dismissed",
            OutcomeKind.STRUCK_OUT: "Claim struck out",
            OutcomeKind.WITHDRAWN: "Claim withdrawn",
            OutcomeKind.POSTPONED: "Postponed possession order",
            OutcomeKind.CONSENT: "Order by consent",
            OutcomeKind.STAYED: "Claim stayed",
            OutcomeKind.MONEY_ONLY: "Money judgment only",
            OutcomeKind.DEMOTED: "Demotion order",
            OutcomeKind.BUY_SUSPENDED: "Right to buy suspended",
        }[self]

    @property
    def ends_claim(self) -> bool:
        """Whether nothing of the claim is left to be heard, and no order came of it."""
        return self in {OutcomeKind.DISMISSED, OutcomeKind.STRUCK_OUT, OutcomeKind.WITHDRAWN}

    @property
    def makes_order(self) -> bool:
        """Whether an order with a life of its own came of it."""
        return self.gives_possession or self in {
            OutcomeKind.CONSENT,
            OutcomeKind.MONEY_ONLY,
            OutcomeKind.DEMOTED,
            OutcomeKind.BUY_SUSPENDED,
        }

    @property
    def gives_possession(self) -> bool:
        """Whether it is a possession order, which rests on a ground."""
        return self in {OutcomeKind.OUTRIGHT, OutcomeKind.SUSPENDED, OutcomeKind.POSTPONED}

    @property
    def on_terms(self) -> bool:
        """Whether payments may be ordered with it."""
        return self in {
            OutcomeKind.SUSPENDED,
            OutcomeKind.POSTPONED,
            OutcomeKind.CONSENT,
            OutcomeKind.ADJOURNED_ON_TERMS,
        }

    @property
    def without_hearing(self) -> bool:
        """Whether it may come before the day of the hearing: the court puts it off, stays or strikes out the claim or
        seals what is agreed without hearing anybody (CPR 3.1(2), 3.3, 3.4, 40.6), or the claim is withdrawn."""
        put_off = self in {OutcomeKind.ADJOURNED_TO_DATE, OutcomeKind.STRUCK_OUT, OutcomeKind.CONSENT}
        return put_off or self.waits or self is OutcomeKind.WITHDRAWN

    @property
    def waits(self) -> bool:
        """Whether the claim stands still without a date, until somebody restores it."""
        return self in {OutcomeKind.ADJOURNED_ON_TERMS, OutcomeKind.ADJOURNED_GENERALLY, OutcomeKind.STAYED}


class Breach(StrEnum):
    """Why a suspended order is to be enforced."""

    NONE = "none"
    PAYMENT = "payment"
    OTHER = "other"


class Risk(StrEnum):
    """What the landlord answers when the court's form asks about risk to the bailiff."""

    NONE_KNOWN = "none_known"
    KNOWN = "known"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        """The answer for people."""
        return {
            Risk.NONE_KNOWN: "It was looked at and none is known",
            Risk.KNOWN: "Yes, there is a risk",
            Risk.NOT_KNOWN: "Not known",
        }[self]


class HoldKind(StrEnum):
    """What holds a case, besides a breathing space."""

    BANKRUPTCY = "bankruptcy"
    DEBT_RELIEF_ORDER = "debt_relief_order"
    IVA = "iva"
    STAY = "stay"
    DEATH = "death"
    POLICY = "policy"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            HoldKind.BANKRUPTCY: "Bankruptcy order",
            HoldKind.DEBT_RELIEF_ORDER: "Debt relief order",
            HoldKind.IVA: "Individual voluntary arrangement",
            HoldKind.STAY: "Stay by the court",
            HoldKind.DEATH: "Death of a tenant",
            HoldKind.POLICY: "Landlord's own hold",
        }[self]


class DecisionKind(StrEnum):
    """A public-law decision that ends accommodation given under the homelessness duties."""

    DUTY_ENDED = "duty_ended"
    NO_DUTY = "no_duty"
    BREACH = "breach"
    SUBLET = "sublet"
    FRAUD = "fraud"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            DecisionKind.DUTY_ENDED: "The homelessness duty has ended",
            DecisionKind.NO_DUTY: "No further duty is owed",
            DecisionKind.BREACH: "The conditions of the accommodation were broken",
            DecisionKind.SUBLET: "It was sub-let or left",
            DecisionKind.FRAUD: "It was given because of false statements",
        }[self]


class LeavingKind(StrEnum):
    """How an occupation ended without a warrant."""

    LEFT = "left"
    KEYS = "keys"
    TAKEN_BACK = "taken_back"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            LeavingKind.LEFT: "They left",
            LeavingKind.KEYS: "The keys were given back",
            LeavingKind.TAKEN_BACK: "The place was taken back after the notice ran out, no order being needed",
        }[self]


class CloseResult(StrEnum):
    """How a case ended."""

    EVICTED = "evicted"
    ARREARS_CLEARED = "arrears_cleared"
    ARRANGEMENT_KEPT = "arrangement_kept"
    TENANT_LEFT = "tenant_left"
    WITHDRAWN = "withdrawn"
    DISMISSED = "dismissed"
    TAKEN_BACK = "taken_back"
    TENANCY_CHANGED = "tenancy_changed"

    @property
    def label(self) -> str:
        """As shown to people."""
        return self.value.replace("_", " ").capitalize()


class StepBefore(StrEnum):
    """The step that a breathing-space search or an assessment is made before."""

    NOTICE = "notice"
    CLAIM = "claim"
    HEARING = "hearing"
    WARRANT = "warrant"
    EVICTION = "eviction"


class PaperKind(StrEnum):
    """Papers that can be made from a case; the value is the template's name."""

    NSP_S83 = "nsp_s83"
    NOTICE_S8 = "notice_s8"
    CERTIFICATE_OF_SERVICE = "certificate_of_service"
    PROTOCOL_STATEMENT = "protocol_statement"
    N5 = "n5"
    N119 = "n119"
    RENT_SCHEDULE = "rent_schedule"
    TEN_DAY_LETTER = "ten_day_letter"
    WITNESS_STATEMENT = "witness_statement"
    N325 = "n325"
    N325A = "n325a"
    BUNDLE = "bundle"
    NSP_S83_FIXED = "nsp_s83_fixed"
    NOTICE_S83ZA = "notice_s83za"
    NOTICE_S128 = "notice_s128"
    NOTICE_S125A = "notice_s125a"
    NOTICE_S143E = "notice_s143e"
    NOTICE_S107D_NONRENEWAL = "notice_s107d_nonrenewal"
    NOTICE_S107D_POSSESSION = "notice_s107d_possession"
    NOTICE_S8_NEW = "notice_s8_new"
    NOTICE_S21 = "notice_s21"
    NOTICE_TO_QUIT = "notice_to_quit"
    NOTICE_TO_PERSONAL_REPRESENTATIVES = "notice_to_personal_representatives"
    TA_LICENCE_TERMINATION = "ta_licence_termination"
    TA_REASONABLE_NOTICE = "ta_reasonable_notice"
    TRESPASS_LETTER = "trespass_letter"
    GARAGE_NOTICE = "garage_notice"
    REVIEW_ACKNOWLEDGEMENT = "review_acknowledgement"
    REVIEW_OUTCOME = "review_outcome"
    PART3_SCHEDULE = "part3_schedule"
    N5B = "n5b"
    PCS_SHEET = "pcs_sheet"
    PCOL_SHEET = "pcol_sheet"
    COSTS_SCHEDULE = "costs_schedule"
    N279 = "n279"
    N244 = "n244"
    CASE_SUMMARY = "case_summary"
    DRAFT_ORDER = "draft_order"
    ADJOURNMENT_TERMS_LETTER = "adjournment_terms_letter"
    BREACH_WARNING = "breach_warning"
    PD55A_103_NOTICE = "pd55a_103_notice"
    EX96 = "ex96"
    EVICTION_LETTER = "eviction_letter"
    ARRANGEMENT_LETTER = "arrangement_letter"
    ARREARS_LETTER_1 = "arrears_letter_1"
    ARREARS_LETTER_2 = "arrears_letter_2"
    PROTOCOL_LETTER_BEFORE_NOTICE = "protocol_letter_before_notice"
    PROTOCOL_LETTER_AFTER_NOTICE = "protocol_letter_after_notice"
    QUARTERLY_STATEMENT = "quarterly_statement"
    INCOME_AND_EXPENDITURE = "income_and_expenditure"
    HOMELESSNESS_REFERRAL = "homelessness_referral"
    SAFEGUARDING_REFERRAL = "safeguarding_referral"
    OMBUDSMAN_PACK_COVER = "ombudsman_pack_cover"
    SAR_PACK_COVER = "sar_pack_cover"
    APPLICATION_BUNDLE = "application_bundle"
    WARRANT_BUNDLE = "warrant_bundle"
    OMBUDSMAN_BUNDLE = "ombudsman_bundle"
    SUBJECT_ACCESS_BUNDLE = "subject_access_bundle"
    CONDUCT_SCHEDULE = "conduct_schedule"
    N121 = "n121"
    N293A = "n293a"
    PCS_DATA = "pcs_data"
    PCOL_DATA = "pcol_data"

    @property
    def label(self) -> str:
        """As shown to people."""
        return _PAPERS[self]


_PAPERS = {
    PaperKind.NSP_S83: "Notice seeking possession",
    PaperKind.NOTICE_S8: "Section 8 notice",
    PaperKind.CERTIFICATE_OF_SERVICE: "Certificate of service",
    PaperKind.PROTOCOL_STATEMENT: "Protocol compliance statement",
    PaperKind.N5: "Claim form N5",
    PaperKind.N119: "Particulars of claim N119",
    PaperKind.RENT_SCHEDULE: "Rent schedule",
    PaperKind.CONDUCT_SCHEDULE: "Schedule of conduct",
    PaperKind.N121: "Particulars of claim N121, against trespassers",
    PaperKind.TEN_DAY_LETTER: "Ten-day hearing letter",
    PaperKind.WITNESS_STATEMENT: "Witness statement",
    PaperKind.N325: "Request for warrant N325",
    PaperKind.N325A: "Request for warrant N325A with statement of payments",
    PaperKind.N293A: "Certificate and request for a writ N293A",
    PaperKind.BUNDLE: "Hearing bundle",
    PaperKind.NSP_S83_FIXED: "Notice of proceedings in a fixed term",
    PaperKind.NOTICE_S83ZA: "Notice on the absolute ground",
    PaperKind.NOTICE_S128: "Notice of proceedings, introductory tenancy",
    PaperKind.NOTICE_S125A: "Notice extending the trial",
    PaperKind.NOTICE_S143E: "Notice of proceedings, demoted tenancy",
    PaperKind.NOTICE_S107D_NONRENEWAL: "Notice of non-renewal",
    PaperKind.NOTICE_S107D_POSSESSION: "Notice requiring possession, flexible tenancy",
    PaperKind.NOTICE_S8_NEW: "Section 8 notice, new rules",
    PaperKind.NOTICE_S21: "Section 21 notice",
    PaperKind.NOTICE_TO_QUIT: "Notice to quit",
    PaperKind.NOTICE_TO_PERSONAL_REPRESENTATIVES: "Notice to quit to personal representatives",
    PaperKind.TA_LICENCE_TERMINATION: "Notice ending a licence",
    PaperKind.TA_REASONABLE_NOTICE: "Reasonable notice, interim accommodation",
    PaperKind.TRESPASS_LETTER: "Requirement to leave",
    PaperKind.GARAGE_NOTICE: "Notice ending a garage letting",
    PaperKind.REVIEW_ACKNOWLEDGEMENT: "Letter on a request for a review",
    PaperKind.REVIEW_OUTCOME: "Result of a review",
    PaperKind.PART3_SCHEDULE: "Schedule under Part 3 of the Protocol",
    PaperKind.N5B: "Accelerated claim N5B",
    PaperKind.PCS_SHEET: "Answers for the digital possession service",
    PaperKind.PCOL_SHEET: "Answers for Possession Claim Online",
    PaperKind.COSTS_SCHEDULE: "Statement of costs",
    PaperKind.N279: "Notice of discontinuance N279",
    PaperKind.N244: "Application notice N244",
    PaperKind.CASE_SUMMARY: "Case summary",
    PaperKind.DRAFT_ORDER: "Draft order",
    PaperKind.ADJOURNMENT_TERMS_LETTER: "Letter on an adjournment on terms",
    PaperKind.BREACH_WARNING: "Warning that an order is not kept",
    PaperKind.PD55A_103_NOTICE: "Notice before a date is asked for",
    PaperKind.EX96: "Risk sheet for the bailiff",
    PaperKind.EVICTION_LETTER: "Letter before an eviction",
    PaperKind.ARRANGEMENT_LETTER: "Arrangement to repay",
    PaperKind.ARREARS_LETTER_1: "First arrears letter",
    PaperKind.ARREARS_LETTER_2: "Second arrears letter",
    PaperKind.PROTOCOL_LETTER_BEFORE_NOTICE: "Letter before a notice",
    PaperKind.PROTOCOL_LETTER_AFTER_NOTICE: "Letter after a notice",
    PaperKind.QUARTERLY_STATEMENT: "Quarterly rent statement",
    PaperKind.INCOME_AND_EXPENDITURE: "Income and spending form",
    PaperKind.HOMELESSNESS_REFERRAL: "Homelessness referral",
    PaperKind.SAFEGUARDING_REFERRAL: "Safeguarding referral",
    PaperKind.OMBUDSMAN_PACK_COVER: "Ombudsman pack",
    PaperKind.SAR_PACK_COVER: "Subject-access pack",
    PaperKind.APPLICATION_BUNDLE: "Application bundle",
    PaperKind.WARRANT_BUNDLE: "Warrant bundle",
    PaperKind.OMBUDSMAN_BUNDLE: "Ombudsman bundle",
    PaperKind.SUBJECT_ACCESS_BUNDLE: "Subject-access bundle",
    PaperKind.PCS_DATA: "Claim data for the digital possession service",
    PaperKind.PCOL_DATA: "Claim data for Possession Claim Online",
}
