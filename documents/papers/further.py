"""The optional parts of a paper's facts that only some papers print, gathered so that `PaperData` reads at a glance."""

from documents.papers.base import Facts
from documents.papers.household import HouseholdData
from documents.papers.proceedings import (
    AcceleratedData,
    ApplicationData,
    BailiffData,
    CostsData,
    DiscontinuanceData,
    JudgmentData,
    MatterData,
    MoneyClaimData,
    OnlineData,
    OrderSought,
    Part3Data,
)
from documents.papers.road import AgreementData, EvictionData, LetterData, PackData, ReferralData, StatementPeriod


class FurtherFacts(Facts):
    """Parts left None are not on this case; a paper that needs one refuses. `order_sought` "": as the grounds allow.

    `matter` None: a letting in arrears, claimed for them. `household` None: nobody recorded who else lives there.
    """

    letter: LetterData | None = None
    statement_period: StatementPeriod | None = None
    agreement: AgreementData | None = None
    eviction: EvictionData | None = None
    referral: ReferralData | None = None
    pack: PackData | None = None
    accelerated: AcceleratedData | None = None
    money_claim: MoneyClaimData | None = None
    application: ApplicationData | None = None
    part_3: Part3Data | None = None
    costs: CostsData | None = None
    bailiff: BailiffData | None = None
    discontinuance: DiscontinuanceData | None = None
    online: OnlineData | None = None
    order_sought: OrderSought = ""
    matter: MatterData | None = None
    judgment: JudgmentData | None = None
    household: HouseholdData | None = None
