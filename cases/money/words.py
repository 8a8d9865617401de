"""The words a money case is told in. One spelling each, used in code, screens and papers."""

from enum import StrEnum


def _plain(value: str) -> str:
    return value.replace("_", " ").capitalize()


class DebtKind(StrEnum):
    """What the account is."""

    FORMER_TENANT = "former_tenant"
    GARAGE = "garage"
    SUNDRY = "sundry"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            DebtKind.FORMER_TENANT: "Former tenant's debt",
            DebtKind.GARAGE: "Garage rent",
            DebtKind.SUNDRY: "Recharge or sundry debt of a current tenant",
        }[self]

    @property
    def is_rent(self) -> bool:
        """Whether it is rent, which a part payment does not keep alive (Limitation Act 1980 s.29(6))."""
        return self is not DebtKind.SUNDRY


class MoneyStage(StrEnum):
    """Where a money case stands; derived, never stored as a fact."""

    TRACING = "tracing"
    LETTER = "letter"
    ARRANGEMENT = "arrangement"
    CLAIM = "claim"
    ISSUED = "issued"
    JUDGMENT = "judgment"
    ENFORCEMENT = "enforcement"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {MoneyStage.LETTER: "Letter of claim", MoneyStage.ISSUED: "Claim issued"}.get(self, _plain(self.value))


class MoneyStep(StrEnum):
    """The step that a register search or an assessment is made before."""

    LETTER = "letter"
    CLAIM = "claim"
    JUDGMENT = "judgment"
    ENFORCEMENT = "enforcement"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {MoneyStep.LETTER: "Letter of claim"}.get(self, _plain(self.value))


class Answer(StrEnum):
    """What a debtor's reply to the letter of claim says."""

    ADMITS = "admits"
    ADMITS_PART = "admits_part"
    DISPUTES = "disputes"
    WANTS_TIME = "wants_time"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            Answer.ADMITS: "Owes it all",
            Answer.ADMITS_PART: "Owes some of it",
            Answer.DISPUTES: "Disputes it",
            Answer.WANTS_TIME: "Wants time, advice or documents",
        }[self]


class Response(StrEnum):
    """What a defendant did about the issued claim."""

    ADMISSION = "admission"
    PART_ADMISSION = "part_admission"
    ACKNOWLEDGED = "acknowledged"
    DEFENCE = "defence"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            Response.ADMISSION: "Admits the claim (N9A)",
            Response.PART_ADMISSION: "Admits a part (N9A and N9B)",
            Response.ACKNOWLEDGED: "Acknowledges service (N9)",
            Response.DEFENCE: "Defends it (N9B)",
        }[self]


class JudgmentKind(StrEnum):
    """How judgment was got."""

    DEFAULT = "default"
    ADMISSION = "admission"
    HEARING = "hearing"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            JudgmentKind.DEFAULT: "In default of an answer",
            JudgmentKind.ADMISSION: "On an admission",
            JudgmentKind.HEARING: "After a hearing",
        }[self]


class MoneyRoute(StrEnum):
    """How the claim is issued."""

    PAPER = "paper"
    MCOL = "mcol"
    PCOL = "pcol"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            MoneyRoute.PAPER: "Paper N1, County Court Money Claims Centre",
            MoneyRoute.MCOL: "Money Claim Online",
            MoneyRoute.PCOL: "Possession Claim Online",
        }[self]


class HoldReason(StrEnum):
    """Why a money case is held."""

    VULNERABILITY = "vulnerability"
    INSOLVENCY = "insolvency"
    BANKRUPTCY = "bankruptcy"
    DEBT_RELIEF_ORDER = "debt_relief_order"
    IVA = "iva"
    DISPUTE = "dispute"
    DEATH = "death"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            HoldReason.VULNERABILITY: "Vulnerability: help first",
            HoldReason.INSOLVENCY: "Insolvency of a kind not yet known",
            HoldReason.BANKRUPTCY: "Bankruptcy of a debtor",
            HoldReason.DEBT_RELIEF_ORDER: "Debt relief order of a debtor",
            HoldReason.IVA: "Individual voluntary arrangement of a debtor",
            HoldReason.DISPUTE: "A dispute or complaint is being looked into",
            HoldReason.DEATH: "A debtor has died",
        }[self]


class WriteOffReason(StrEnum):
    """Why a debt, or a part of it, is no longer pursued."""

    STATUTE_BARRED = "statute_barred"
    UNTRACED = "untraced"
    UNECONOMIC = "uneconomic"
    INSOLVENT = "insolvent"
    DECEASED = "deceased"
    HARDSHIP = "hardship"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            WriteOffReason.STATUTE_BARRED: "Out of time to sue",
            WriteOffReason.UNTRACED: "No debtor can be traced",
            WriteOffReason.UNECONOMIC: "It would cost more than it brings",
            WriteOffReason.INSOLVENT: "Included in an insolvency",
            WriteOffReason.DECEASED: "Died without an estate",
            WriteOffReason.HARDSHIP: "Vulnerability or hardship",
        }[self]


class MoneyResult(StrEnum):
    """How a money case ended."""

    PAID = "paid"
    SATISFIED = "satisfied"
    WRITTEN_OFF = "written_off"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            MoneyResult.PAID: "Paid without a judgment",
            MoneyResult.SATISFIED: "Judgment satisfied",
        }.get(self, _plain(self.value))


class MoneyPaper(StrEnum):
    """Papers of a money case; the value is the template's name."""

    LETTER_OF_CLAIM = "letter_of_claim"
    N1 = "n1"
    N1_PARTICULARS = "n1_particulars"
    INCOME_AND_EXPENDITURE = "income_and_expenditure"
    N225 = "n225"
    N323 = "n323"
    N337 = "n337"
    N316 = "n316"
    N349 = "n349"
    N379 = "n379"

    @property
    def label(self) -> str:
        """As shown to people."""
        return {
            MoneyPaper.LETTER_OF_CLAIM: "Letter of claim with reply form and form of means",
            MoneyPaper.N1: "Claim form N1",
            MoneyPaper.N1_PARTICULARS: "Particulars of claim with schedule",
            MoneyPaper.INCOME_AND_EXPENDITURE: "Form of income and spending",
            MoneyPaper.N225: "Request for judgment N225",
            MoneyPaper.N323: "Request for a warrant of control N323",
            MoneyPaper.N337: "Request for attachment of earnings N337",
            MoneyPaper.N316: "Application to question a debtor N316",
            MoneyPaper.N349: "Application for a third party debt order N349",
            MoneyPaper.N379: "Application for a charging order N379",
        }[self]
