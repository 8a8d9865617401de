"""The kinds of document that are put on a case's file: one row a kind, with the section of the bundle it goes into.

The order of sections is court practice (fact sheet on court, section 6; confidence C). Nothing that was told in
confidence, or about the health of somebody, goes before a court unasked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cases import bundles


class DocumentKind(StrEnum):
    """What a document is."""

    TENANCY_AGREEMENT = "tenancy_agreement"
    NOTICE_COPY = "notice_copy"
    PROOF_OF_SERVICE = "proof_of_service"
    DEFENCE = "defence"
    HEARING_NOTICE = "hearing_notice"
    SEALED_ORDER = "sealed_order"
    N54 = "n54"
    COURT_PAPER = "court_paper"
    APPLICATION = "application"
    WITNESS_STATEMENT = "witness_statement"
    PHOTOGRAPH = "photograph"
    INCIDENT_LOG = "incident_log"
    LETTER_FROM_TENANT = "letter_from_tenant"
    LETTER_SENT = "letter_sent"
    EMAIL = "email"
    SIGNED_ARRANGEMENT = "signed_arrangement"
    INCOME_AND_EXPENDITURE = "income_and_expenditure"
    BENEFIT_LETTER = "benefit_letter"
    MEDICAL_LETTER = "medical_letter"
    RENT_STATEMENT = "rent_statement"
    COSTS = "costs"
    OTHER = "other"

    @property
    def label(self) -> str:
        """As shown to people."""
        return KINDS[self].label


@dataclass(frozen=True)
class KindRow:
    """One kind. `section` is of `cases.bundles`; `told` the line of a chronology, without a name.

    `for_court`: it goes into bundles for a court by rule. `about`: the lists of the case whose items it may prove;
    empty for any.
    """

    label: str
    section: str
    told: str
    for_court: bool = True
    about: tuple[str, ...] = ()


_K = DocumentKind
KINDS: Mapping[DocumentKind, KindRow] = {
    _K.TENANCY_AGREEMENT: KindRow("Tenancy agreement", bundles.AGREEMENT, "Tenancy agreement."),
    _K.NOTICE_COPY: KindRow("Copy of a notice as given", bundles.NOTICE, "Notice as given.", about=("notices",)),
    _K.PROOF_OF_SERVICE: KindRow("Proof of service", bundles.NOTICE, "Proof of service.", about=("notices", "claims")),
    _K.DEFENCE: KindRow("Defence or reply", bundles.STATEMENTS, "Defence or reply.", about=("claims",)),
    _K.HEARING_NOTICE: KindRow(
        "Notice of a hearing", bundles.ORDERS, "Notice of a hearing.", about=("claims", "hearings", "applications")
    ),
    _K.SEALED_ORDER: KindRow("Sealed order", bundles.ORDERS, "Sealed order.", about=("orders", "hearings")),
    _K.N54: KindRow("Notice of eviction (N54)", bundles.ORDERS, "Notice of eviction (N54).", about=("warrants",)),
    _K.COURT_PAPER: KindRow("Other paper from the court", bundles.ORDERS, "Paper from the court."),
    _K.APPLICATION: KindRow(
        "Application to the court", bundles.APPLICATION, "Application to the court.", about=("applications", "orders")
    ),
    _K.WITNESS_STATEMENT: KindRow("Statement of a witness", bundles.WITNESS, "Statement of a witness."),
    _K.PHOTOGRAPH: KindRow("Photograph", bundles.PHOTOGRAPHS, "Photograph."),
    _K.INCIDENT_LOG: KindRow("Log of incidents", bundles.PHOTOGRAPHS, "Log of incidents."),
    _K.LETTER_FROM_TENANT: KindRow("Letter from a tenant", bundles.CORRESPONDENCE, "Letter from a tenant."),
    _K.LETTER_SENT: KindRow("Letter sent by the landlord", bundles.CORRESPONDENCE, "Letter sent."),
    _K.EMAIL: KindRow("E-mail", bundles.CORRESPONDENCE, "E-mail."),
    _K.SIGNED_ARRANGEMENT: KindRow(
        "Signed arrangement", bundles.CORRESPONDENCE, "Signed arrangement.", about=("arrangements",)
    ),
    _K.INCOME_AND_EXPENDITURE: KindRow(
        "Income and expenditure form", bundles.PROTOCOL, "Income and expenditure form.", about=("contacts",)
    ),
    _K.BENEFIT_LETTER: KindRow("Letter about benefits", bundles.CIRCUMSTANCES, "Letter about benefits."),
    _K.MEDICAL_LETTER: KindRow(
        "Medical or support letter", bundles.CIRCUMSTANCES, "Medical or support letter.", for_court=False
    ),
    _K.RENT_STATEMENT: KindRow("Rent statement", bundles.RENT, "Rent statement."),
    _K.COSTS: KindRow("Bill or receipt for costs", bundles.COSTS, "Bill or receipt for costs."),
    _K.OTHER: KindRow("Other document", bundles.CORRESPONDENCE, "Other document."),
}
"""Every kind, in the order in which an officer chooses."""

OTHERS_NAMED = frozenset({_K.INCIDENT_LOG, _K.LETTER_FROM_TENANT, _K.EMAIL, _K.WITNESS_STATEMENT, _K.MEDICAL_LETTER})
"""Kinds that often tell of people who are not the tenants: read through before they are given to anybody."""
