"""Occupancy types, how each ends, and what a type past its end has probably become."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from law.explained import Confidence

A, B, C = Confidence.A, Confidence.B, Confidence.C


class Occupancy(StrEnum):
    """How a person occupies: decides the notice, the grounds and the court's power."""

    secure = "secure"
    secure_fixed = "secure_fixed"
    introductory = "introductory"
    demoted_council = "demoted_council"
    demoted_provider = "demoted_provider"
    flexible = "flexible"
    assured = "assured"
    assured_shorthold = "assured_shorthold"
    assured_market = "assured_market"
    non_secure_ta = "non_secure_ta"
    licence_ta = "licence_ta"
    interim_ta = "interim_ta"
    garage = "garage"
    former_tenant = "former_tenant"
    unauthorised = "unauthorised"
    death_no_successor = "death_no_successor"


@dataclass(frozen=True)
class Tenancy:
    """What the law says of one occupancy type. `power` is the court's: by ground, mandatory, money or none.

    `landlords` are the kinds of landlord that can have it.
    """

    occupancy: Occupancy
    title: str
    act: str
    ends_by: str
    notice: str
    power: Literal["by ground", "mandatory", "money only", "none"]
    citation: str
    confidence: Confidence
    landlords: tuple[Literal["council", "provider"], ...] = ("council", "provider")


_COUNCIL: tuple[Literal["council"]] = ("council",)
_PROVIDER: tuple[Literal["provider"]] = ("provider",)
_ORDER = "court order carried out"
TENANCIES: dict[Occupancy, Tenancy] = {
    row.occupancy: row
    for row in (
        Tenancy(
            Occupancy.secure,
            "Secure periodic tenancy",
            "HA 1985",
            _ORDER,
            "section 83 notice; section 83ZA notice for the absolute ground",
            "by ground",
            "HA 1985 ss.79-84A",
            A,
        ),
        Tenancy(
            Occupancy.secure_fixed,
            "Secure fixed term",
            "HA 1985",
            _ORDER,
            "section 83 notice in the fixed-term form, no dates needed",
            "by ground",
            "HA 1985 ss.82, 83(6), 86",
            A,
        ),
        Tenancy(
            Occupancy.introductory,
            "Introductory tenancy",
            "HA 1996",
            _ORDER,
            "section 128 notice",
            "mandatory",
            "HA 1996 ss.124-130",
            B,
            _COUNCIL,
        ),
        Tenancy(
            Occupancy.demoted_council,
            "Demoted tenancy of a council",
            "HA 1996",
            _ORDER,
            "section 143E notice",
            "mandatory",
            "HA 1996 ss.143A-143P",
            B,
            _COUNCIL,
        ),
        Tenancy(
            Occupancy.demoted_provider,
            "Demoted assured shorthold of a registered provider",
            "HA 1988",
            _ORDER,
            "section 21 or section 8 notice",
            "by ground",
            "HA 1988 ss.6A, 20B, 21(5A)",
            A,
            _PROVIDER,
        ),
        Tenancy(
            Occupancy.flexible,
            "Flexible secure tenancy",
            "HA 1985",
            _ORDER,
            "pair of section 107D notices at the end of the term",
            "mandatory",
            "HA 1985 ss.107A-107E; Kalonga [2022] UKSC 7",
            B,
            _COUNCIL,
        ),
        Tenancy(
            Occupancy.assured,
            "Assured periodic tenancy, social housing",
            "HA 1988",
            _ORDER,
            "section 8 notice",
            "by ground",
            "HA 1988 ss.5-8",
            A,
            _PROVIDER,
        ),
        Tenancy(
            Occupancy.assured_shorthold,
            "Assured shorthold or starter tenancy, social housing",
            "HA 1988",
            _ORDER,
            "section 21 or section 8 notice",
            "by ground",
            "HA 1988 ss.19A-21",
            A,
            _PROVIDER,
        ),
        Tenancy(
            Occupancy.assured_market,
            "Assured tenancy at a market rent",
            "HA 1988",
            _ORDER,
            "section 8 notice, new regime since 1 May 2026",
            "by ground",
            "RRA 2025 ss.1-5, Sch 1; SI 2026/421 reg 2",
            A,
            _PROVIDER,
        ),
        Tenancy(
            Occupancy.non_secure_ta,
            "Non-secure tenancy in temporary accommodation",
            "common law",
            "notice to quit, then court order",
            "notice to quit with the prescribed information",
            "mandatory",
            "HA 1985 Sch 1 para 4; PEA 1977 ss.3, 5",
            B,
        ),
        Tenancy(
            Occupancy.licence_ta,
            "Licence in temporary accommodation under the full duty",
            "common law",
            "notice to quit, then court order",
            "notice to quit of four weeks",
            "mandatory",
            "PEA 1977 ss.3(2B), 5(1A); Dacorum v Bucknall [2017] EWHC 2094 (QB)",
            A,
        ),
        Tenancy(
            Occupancy.interim_ta,
            "Interim accommodation pending a homelessness decision",
            "common law",
            "reasonable notice",
            "plain letter giving reasonable notice",
            "none",
            "HA 1996 s.188; R (ZH and CN) v Newham [2014] UKSC 62",
            A,
        ),
        Tenancy(
            Occupancy.garage,
            "Garage let apart from a home",
            "common law",
            "notice under the contract or at common law",
            "letter of notice",
            "mandatory",
            "common law",
            C,
        ),
        Tenancy(
            Occupancy.former_tenant,
            "Former tenant with a debt",
            "common law",
            "nothing left to end",
            "letter of claim under the Debt Protocol",
            "money only",
            "Limitation Act 1980 s.19",
            C,
        ),
        Tenancy(
            Occupancy.unauthorised,
            "Unauthorised occupier",
            "common law",
            "trespass claim",
            "letter before action",
            "mandatory",
            "CPR 55.1(b), 55.5(2)",
            C,
        ),
        Tenancy(
            Occupancy.death_no_successor,
            "Tenancy in an estate with nobody to succeed",
            "common law",
            "notice to quit to the personal representatives",
            "notice to quit, with a copy to the Public Trustee",
            "mandatory",
            "LP(MP)A 1994 s.18; Gateway v Ali [2020] EWCA Civ 1339",
            A,
        ),
    )
}
