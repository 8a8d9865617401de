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
        }[self]


class Party(StrEnum):
    """Who asked the court."""

    LANDLORD = "landlord"
    TENANT = "tenant"

    @property
    def label(self) -> str:
        """As shown to people."""
        return self.value.capitalize()
