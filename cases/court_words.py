"""The words of agreements, applications and what is asked of a court. One spelling each."""

from enum import StrEnum


class ArrangementKind(StrEnum):
    """Where an agreement to pay stands on the road to court."""

    INFORMAL = "informal"
    BEFORE_COURT = "before_court"
    COURT = "court"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            ArrangementKind.INFORMAL: "Informal arrangement",
            ArrangementKind.BEFORE_COURT: "Arrangement before court",
            ArrangementKind.COURT: "Arrangement at court",
        }[self]


class ArrangementEnd(StrEnum):
    """How an arrangement, or the offer of one, came to its end."""

    REFUSED_BY_TENANT = "refused_by_tenant"
    REFUSED_BY_LANDLORD = "refused_by_landlord"
    NO_ANSWER = "no_answer"
    COMPLETED = "completed"
    BROKEN = "broken"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """As shown to people."""
        return self.value.replace("_", " ").capitalize()


REFUSALS = (ArrangementEnd.REFUSED_BY_TENANT, ArrangementEnd.REFUSED_BY_LANDLORD, ArrangementEnd.NO_ANSWER)
"""The ways in which nothing was agreed."""
ENDINGS = (ArrangementEnd.BROKEN, ArrangementEnd.REPLACED, ArrangementEnd.WITHDRAWN)
"""The ways in which a person ends what was agreed; completion is found from the rent account."""


class ApplicationFor(StrEnum):
    """What an application notice (N244) or an appeal asks the court for."""

    FIX_DATE = "fix_date"
    VARY = "vary"
    SUSPEND = "suspend"
    STAY = "stay"
    SET_ASIDE = "set_aside"
    DISCHARGE = "discharge"
    PERMISSION = "permission"
    RESTORE = "restore"
    APPEAL = "appeal"
    TRANSFER = "transfer"
    PARTIES = "parties"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            ApplicationFor.FIX_DATE: "Fix the date of a postponed order",
            ApplicationFor.VARY: "Vary the terms of the order",
            ApplicationFor.SUSPEND: "Suspend the order on terms",
            ApplicationFor.STAY: "Stay enforcement",
            ApplicationFor.SET_ASIDE: "Set the order aside",
            ApplicationFor.DISCHARGE: "Discharge the order",
            ApplicationFor.PERMISSION: "Permission to enforce",
            ApplicationFor.RESTORE: "Restore the claim",
            ApplicationFor.APPEAL: "Permission to appeal",
            ApplicationFor.TRANSFER: "Move the order to the High Court, to be enforced by a writ",
            ApplicationFor.PARTIES: "Add, remove or substitute a party",
        }[self]


class Party(StrEnum):
    """Who asked the court."""

    LANDLORD = "landlord"
    TENANT = "tenant"

    @property
    def label(self) -> str:
        """As shown to people."""
        return self.value.capitalize()


class Referral(StrEnum):
    """What became of the homelessness referral of a household that is about to be evicted."""

    SENT = "sent"
    DECLINED = "declined"
    NOT_NEEDED = "not_needed"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            Referral.SENT: "The household was referred to the housing options team",
            Referral.DECLINED: "It was offered, and the household did not agree to it",
            Referral.NOT_NEEDED: "It is not called for, as the reasons say",
        }[self]


class ClaimEnd(StrEnum):
    """How a claim ended without a hearing or an order."""

    DISCONTINUED = "discontinued"
    SETTLED = "settled"
    CONSENT = "consent"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            ClaimEnd.DISCONTINUED: "Discontinued by the landlord (N279)",
            ClaimEnd.SETTLED: "Settled by agreement with the tenant",
            ClaimEnd.CONSENT: "Ended by an order that both sides agreed",
        }[self]


class SignerCapacity(StrEnum):
    """As what somebody signs the statement of truth on a claim."""

    AUTHORISED = "authorised"
    LEGAL_REPRESENTATIVE = "legal_representative"
    EMPLOYEE = "employee"
    AGENT = "agent"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            SignerCapacity.AUTHORISED: "Officer of the landlord in a senior position, or authorised to sign for it",
            SignerCapacity.LEGAL_REPRESENTATIVE: "Solicitor or other legal representative",
            SignerCapacity.EMPLOYEE: "Another employee of the landlord",
            SignerCapacity.AGENT: "Managing agent, or somebody else outside the landlord",
        }[self]


class ResponseKind(StrEnum):
    """What came in answer to a claim; the last is our own answer to it."""

    DEFENCE = "defence"
    COUNTERCLAIM = "counterclaim"
    MORE_TIME = "more_time"
    ADMISSION = "admission"
    ANSWERED = "answered"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            ResponseKind.DEFENCE: "A defence",
            ResponseKind.COUNTERCLAIM: "A defence with a counterclaim",
            ResponseKind.MORE_TIME: "A request for more time",
            ResponseKind.ADMISSION: "An admission",
            ResponseKind.ANSWERED: "Our reply, or our defence to the counterclaim, was filed and served",
        }[self]


class AfterEviction(StrEnum):
    """What happens to a home once possession was taken."""

    SECURED = "secured"
    GOODS_LEFT = "goods_left"
    GOODS_NOTICE = "goods_notice"
    GOODS_COLLECTED = "goods_collected"
    GOODS_SOLD = "goods_sold"
    RE_ENTERED = "re_entered"
    RESTITUTION_ASKED = "restitution_asked"
    RESTORED = "restored"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            AfterEviction.SECURED: "Keys taken, or locks changed",
            AfterEviction.GOODS_LEFT: "Goods were left behind",
            AfterEviction.GOODS_NOTICE: "Notice about the goods was given",
            AfterEviction.GOODS_COLLECTED: "The goods were collected by their owner",
            AfterEviction.GOODS_SOLD: "The goods were sold or disposed of",
            AfterEviction.RE_ENTERED: "Somebody came back into the home",
            AfterEviction.RESTITUTION_ASKED: "The court was asked for a warrant of restitution",
            AfterEviction.RESTORED: "Possession was taken again",
        }[self]
