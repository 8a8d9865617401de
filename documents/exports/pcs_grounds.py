"""Our grounds as the digital service lists them: which list, which code, and which box its reason goes in.

The service's lists are those before the reform of 2026 (hmcts/pcs-api 7bddd046; confidence B). A ground that is in none
of them cannot go by that route.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from documents.exports.base import Rest
from documents.papers.data import GroundData, PaperData
from documents.papers.pcs import REASON
from documents.papers.problems import PaperRefused
from documents.papers.sheets import Answer


class Listed(NamedTuple):
    """A ground in the service: its list, its code there, and the box of its reason; empty where it asks for none."""

    list: str
    code: str
    reason: str = ""


_D, _M = "secureOrFlexibleDiscretionaryGrounds", "secureOrFlexibleMandatoryGrounds"
SECURE: Mapping[str, Listed] = {
    "1": Listed(_D, "RENT_ARREARS_OR_BREACH_OF_TENANCY_GROUND1", "breachOfTenancyGround"),
    "2": Listed(_D, "NUISANCE_OR_IMMORAL_USE_GROUND2", "nuisanceOrImmoralUseGround"),
    "2A": Listed(_D, "DOMESTIC_VIOLENCE_GROUND2A", "domesticViolenceGround"),
    "2ZA": Listed(_D, "RIOT_OFFENCE_GROUND2ZA", "riotOffenceGround"),
    "3": Listed(_D, "PROPERTY_DETERIORATION_GROUND3", "propertyDeteriorationGround"),
    "4": Listed(_D, "FURNITURE_DETERIORATION_GROUND4", "furnitureDeteriorationGround"),
    "5": Listed(_D, "TENANCY_FALSE_STATEMENT_GROUND5", "tenancyByFalseStatementGround"),
    "6": Listed(_D, "PREMIUM_PAID_GROUND6", "premiumMutualExchangeGround"),
    "7": Listed(_D, "UNREASONABLE_CONDUCT_GROUND7", "unreasonableConductGround"),
    "8": Listed(_D, "REFUSAL_TO_MOVE_BACK_GROUND8", "refusalToMoveBackGround"),
    "9": Listed(f"{_M}Alt", "OVERCROWDING_GROUND9", "overcrowdingGround"),
    "10": Listed(f"{_M}Alt", "LANDLORD_WORKS_GROUND10", "landlordWorksGround"),
    "10A": Listed(f"{_M}Alt", "PROPERTY_SOLD_GROUND10A", "propertySoldGround"),
    "11": Listed(f"{_M}Alt", "CHARITABLE_LANDLORD_GROUND11", "charitableLandlordGround"),
    "12": Listed(f"{_D}Alt", "ACCOMMODATION_NEEDED_FOR_EMPLOYEE_GROUND12", "tiedAccommodationGround"),
    "13": Listed(f"{_D}Alt", "ADAPTED_ACCOMMODATION_GROUND13", "adaptedAccommodationGround"),
    "14": Listed(f"{_D}Alt", "HOUSING_ASSOCIATION_SPECIAL_GROUND14", "housingAssocSpecialGround"),
    "15": Listed(f"{_D}Alt", "SPECIAL_NEEDS_ACCOMMODATION_GROUND15", "specialNeedsAccommodationGround"),
    "15A": Listed(f"{_D}Alt", "UNDER_OCCUPYING_GROUND15A", "underOccupancySuccessionGround"),
    "84A": Listed(_M, "ANTI_SOCIAL"),
}
ARREARS = {"8": "SERIOUS_RENT_ARREARS_GROUND8", "10": "RENT_ARREARS_GROUND10", "11": "PERSISTENT_DELAY_GROUND11"}
MANDATORY: Mapping[str, tuple[str, str, str]] = {
    "1": ("OWNER_OCCUPIER_GROUND1", "ownerOccupierReason", "OwnerOccupier"),
    "2": ("REPOSSESSION_GROUND2", "repossessionByLenderReason", "RepossessionByLender"),
    "3": ("HOLIDAY_LET_GROUND3", "holidayLetReason", "HolidayLet"),
    "4": ("STUDENT_LET_GROUND4", "studentLetReason", "StudentLet"),
    "5": ("MINISTER_RELIGION_GROUND5", "ministerOfReligionReason", "MinisterOfReligion"),
    "6": ("REDEVELOPMENT_GROUND6", "redevelopmentReason", "Redevelopment"),
    "7": ("DEATH_OF_TENANT_GROUND7", "deathOfTenantReason", "DeathOfTenant"),
    "7A": ("ANTISOCIAL_BEHAVIOUR_GROUND7A", "antisocialBehaviourReason", "AntisocialBehaviour"),
    "7B": ("NO_RIGHT_TO_RENT_GROUND7B", "noRightToRentReason", "NoRightToRent"),
}
DISCRETIONARY: Mapping[str, tuple[str, str, str]] = {
    "9": ("ALTERNATIVE_ACCOMMODATION_GROUND9", "suitableAltAccommodationReason", "SuitableAlternativeAccomodation"),
    "12": ("BREACH_TENANCY_GROUND12", "breachOfTenancyConditionsReason", "BreachOfTenancyConditions"),
    "13": ("DETERIORATION_PROPERTY_GROUND13", "propertyDeteriorationReason", "PropertyDeterioration"),
    "14": ("NUISANCE_ANNOYANCE_GROUND14", "nuisanceAnnoyanceReason", "NuisanceOrIllegalUse"),
    "14A": ("DOMESTIC_VIOLENCE_GROUND14A", "domesticViolenceReason", "DomesticViolence"),
    "14ZA": ("OFFENCE_RIOT_GROUND14ZA", "offenceDuringRiotReason", "OffenceDuringRiot"),
    "15": ("DETERIORATION_FURNITURE_GROUND15", "furnitureDeteriorationReason", "FurnitureDeterioration"),
    "16": ("EMPLOYEE_LANDLORD_GROUND16", "employeeOfLandlordReason", "LandlordEmployee"),
    "17": ("FALSE_STATEMENT_GROUND17", "tenancyByFalseStatementReason", "FalseStatement"),
}
_CONDITIONS = range(1, 6)
_WITHOUT = "introGrounds_IntroductoryDemotedOrOtherGrounds"
_WHETHER = "introGrounds_HasIntroductoryDemotedOtherGroundsForPossession"
_ASSURED = (*MANDATORY.values(), *DISCRETIONARY.values())
LISTS = frozenset(
    {
        *(each.list for each in SECURE.values()),
        *("rentArrearsOrBreachOfTenancy", "secureAntisocialAdditionalGrounds", "rentArrears_RentArrearsGrounds"),
        *(f"rentArrears_Additional{which}Grounds" for which in ("Mandatory", "Discretionary")),
        *(f"noRentArrears_{which}Grounds" for which in ("Mandatory", "Discretionary")),
        _WITHOUT,
    }
)
"""The service's lists of grounds."""
CODES = frozenset(
    {
        *(each.code for each in SECURE.values()),
        *(f"S84A_CONDITION_{number}" for number in _CONDITIONS),
        *ARREARS.values(),
        *(code for code, _, _ in _ASSURED),
        *("RENT_ARREARS", "BREACH_OF_TENANCY", "ANTI_SOCIAL", "BREACH_OF_THE_TENANCY"),
    }
)
"""What is ticked in them."""
REASONS = frozenset(
    {
        *(each.reason for each in SECURE.values() if each.reason),
        *(f"antiSocialCondition{number}OfS84AGround" for number in _CONDITIONS),
        *(box for _, box, _ in _ASSURED),
        *(f"assuredNoArrearsReasons_{box}" for _, _, box in _ASSURED),
        *("antiSocialBehaviourGround", "breachOfTheTenancyGround", "noGrounds"),
    }
)
"""The boxes that take a reason for a ground."""
QUESTIONS = frozenset({"claimDueToRentArrears", "hasOtherAdditionalGrounds", _WHETHER})
"""The questions on grounds that are answered yes or no."""
_CONDITION = re.compile(r"Condition ([1-5]) is met")


class GroundAnswers(NamedTuple):
    """The grounds by the service's names: what is ticked, what is answered, the reasons, and what did not fit."""

    chosen: dict[str, tuple[str, ...]]
    told: dict[str, str]
    reasons: dict[str, str]
    rest: tuple[Rest, ...]


def ground_answers(data: PaperData, kind: str) -> GroundAnswers:
    """What to answer on grounds for a `kind` of tenancy. Raises PaperRefused for a ground that the service lacks."""
    told: dict[str, str] = {}
    if kind in ("secure", "flexible"):
        listed = _secure(data)
    elif kind == "assured":
        listed, told = _assured(data)
    else:
        listed, told = _without_schedule(data)
    chosen: dict[str, tuple[str, ...]] = {}
    for each in listed:
        if each.code:
            chosen[each.list] = (*chosen.get(each.list, ()), each.code)
    said = {one.code: one.reason for one in data.online.ground_reasons} if data.online else {}
    everything = next(iter(said.values()), "") or data.reasons or (data.notice.particulars if data.notice else "")
    reasons, rest = {}, []
    for each in listed:
        answer = Answer(each.reason, everything, REASON)
        if each.reason and answer.text:
            reasons[each.reason] = answer.fits
            rest += [Rest(each.reason, answer.rest)] if answer.rest else []
    return GroundAnswers(chosen, told, reasons, tuple(rest))


def _secure(data: PaperData) -> list[Listed]:
    found = []
    for ground in data.grounds:
        code = _code(ground)
        listed = SECURE.get(code)
        if listed is None:
            raise _not_listed(ground)
        if code == "1":
            found.append(listed._replace(reason=listed.reason if data.claim.other_breach else ""))
            owed = data.matter is None or data.matter.rent
            found += [Listed("rentArrearsOrBreachOfTenancy", "RENT_ARREARS")] if owed else []
            if data.claim.other_breach:
                found.append(Listed("rentArrearsOrBreachOfTenancy", "BREACH_OF_TENANCY"))
            continue
        found.append(listed)
        met = _CONDITION.search(ground.substance) if code == "84A" else None
        if met:
            box = f"antiSocialCondition{met[1]}OfS84AGround"
            found.append(Listed("secureAntisocialAdditionalGrounds", f"S84A_CONDITION_{met[1]}", box))
    return found


def _assured(data: PaperData) -> tuple[list[Listed], dict[str, str]]:
    codes = {_code(ground): ground for ground in data.grounds}
    arrears = [code for code in codes if code in ARREARS]
    for code, ground in codes.items():
        if code not in ARREARS and code not in MANDATORY and code not in DISCRETIONARY:
            raise _not_listed(ground)
    others = [code for code in codes if code not in ARREARS]
    told = {"claimDueToRentArrears": "Yes" if arrears else "No"}
    found = [Listed("rentArrears_RentArrearsGrounds", ARREARS[code]) for code in arrears]
    if arrears:
        told["hasOtherAdditionalGrounds"] = "Yes" if others else "No"
    for code in others:
        mandatory = code in MANDATORY
        name, with_arrears, without = MANDATORY[code] if mandatory else DISCRETIONARY[code]
        which = "Mandatory" if mandatory else "Discretionary"
        if arrears:
            found.append(Listed(f"rentArrears_Additional{which}Grounds", name, with_arrears))
        else:
            found.append(Listed(f"noRentArrears_{which}Grounds", name, f"assuredNoArrearsReasons_{without}"))
    return found, told


def _without_schedule(data: PaperData) -> tuple[list[Listed], dict[str, str]]:
    """Introductory, demoted and other tenancies: reasons instead of grounds of a Schedule."""
    found = []
    if data.claim.money_judgment and (data.matter is None or data.matter.rent):
        found.append(Listed(_WITHOUT, "RENT_ARREARS"))
    if data.claim.antisocial:
        found.append(Listed(_WITHOUT, "ANTI_SOCIAL", "antiSocialBehaviourGround"))
    if data.claim.other_breach:
        found.append(Listed(_WITHOUT, "BREACH_OF_THE_TENANCY", "breachOfTheTenancyGround"))
    told = {_WHETHER: "YES" if found else "NO"}
    return found or [Listed("", "", "noGrounds")], told


def _code(ground: GroundData) -> str:
    return ground.code.split()[-1]


def _not_listed(ground: GroundData) -> PaperRefused:
    told = f"{ground.code} is not among the grounds that the digital service lists (those before the reform of 2026)."
    return PaperRefused((f"{told} Issue on paper, or enter the claim on the service as it is now.",))
