"""The words of who holds a tenancy, who lives in the home, and a claim to buy it. One spelling each."""

from enum import StrEnum


class PartyCause(StrEnum):
    """Why others hold the tenancy than before, as `law.parties` names it."""

    WITH_CONSENT = "assigned_with_consent"
    WITHOUT_CONSENT = "assigned_without_consent"
    FAMILY_ORDER = "family_order"
    SUCCESSION = "succession"
    SURVIVORSHIP = "survivorship"
    JOINED = "joined"
    JOINT_NOTICE = "joint_notice"
    RELEASE = "release"
    NAME = "name"
    UNSTATED = "unstated"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            PartyCause.WITH_CONSENT: "Assigned with the landlord's consent (an exchange, or to one who could succeed)",
            PartyCause.WITHOUT_CONSENT: "Assigned without the landlord's consent",
            PartyCause.FAMILY_ORDER: "Assigned or transferred by order in family proceedings",
            PartyCause.SUCCESSION: "Succession after a death",
            PartyCause.SURVIVORSHIP: "Survivorship: a joint tenant has died",
            PartyCause.JOINED: "A new joint tenant by deed",
            PartyCause.JOINT_NOTICE: "A joint tenant's notice to quit",
            PartyCause.RELEASE: "A joint tenant was released by deed",
            PartyCause.NAME: "A name changed: the same person",
            PartyCause.UNSTATED: "As the housing system has it; why is not known yet",
        }[self]


class BuyEnd(StrEnum):
    """How a claim to buy the home ended."""

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            BuyEnd.REFUSED: "The landlord denied the right",
            BuyEnd.WITHDRAWN: "The claim was withdrawn, or is taken as withdrawn",
            BuyEnd.COMPLETED: "The home was sold to the tenant",
        }[self]
