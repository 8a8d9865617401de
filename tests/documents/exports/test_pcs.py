"""A claim as data for the digital service: its names, its limits, the penny, what does not fit, what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from documents.exports import pcs
from documents.exports.base import ExportCourt
from documents.exports.pcs_shape import Claim
from documents.exports.together import NotOurs, together
from documents.papers.clean import clean_facts
from documents.papers.data import GroundData, PaperData
from documents.papers.problems import PaperRefused
from documents.papers.proceedings import MatterData
from tests.documents.papers import facts_road as f

COURT = ExportCourt("County Court at Sampleton", "By the table.", "C", number="20262")
SCHEMA = Path(pcs.__file__).with_name("pcs_claims.schema.json")


def full(**changes: Any) -> PaperData:
    data: PaperData = clean_facts(f.full("pcs_sheet").model_copy(update=changes))
    return data


def claim(**changes: Any) -> Claim:
    return pcs.read(pcs.build(full(**changes), COURT, "T1-1-C1")).claims[0]


def grounded(*codes: str, occupancy: str, **changes: Any) -> Claim:
    grounds = tuple(GroundData(code=f"Ground {c}", title=c, substance="", power="", citation="") for c in codes)
    tenancy = f.full("pcs_sheet").tenancy.model_copy(update={"occupancy": occupancy})
    return claim(grounds=grounds, tenancy=tenancy, **changes)


def test_the_committed_schema_is_that_of_the_shape() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == pcs.schema()


def test_the_same_facts_give_the_same_bytes_and_say_what_they_follow() -> None:
    made = pcs.build(full(), COURT, "T1-1-C1")
    assert made == pcs.build(full(), COURT, "T1-1-C1")
    shape = json.loads(made)["shape"]
    assert (shape["number"], shape["source"], shape["confidence"]) == (1, "hmcts/pcs-api 7bddd046, 22 August 2026", "B")


def test_the_total_and_the_schedule_are_the_claims_own_arrears_to_the_penny() -> None:
    told, data = claim(), full()
    assert told.answers.rentArrears_Total == str(data.arrears_pence) == "907988"
    assert told.schedule is not None
    assert told.schedule.arrears_pence == told.schedule.rows[-1].balance_pence == data.arrears_pence
    assert len(told.schedule.rows) == len(data.rent_rows)


def test_a_schedule_that_does_not_end_at_the_arrears_makes_no_file() -> None:
    with pytest.raises(PaperRefused, match="does not end"):
        pcs.build(full(arrears_pence=907987), COURT, "T1-1-C1")


def test_answers_go_by_the_services_names_and_codes() -> None:
    told = claim()
    assert told.answers.tenancy_TypeOfTenancyLicence == "SECURE_TENANCY"
    assert told.answers.caseManagementLocationNumber == 20262
    assert told.answers.propertyAddress.PostCode == "SX2 0XX"
    assert told.answers.defendant1.lastName == "Okonkwo-Lyle"
    assert [one.value.firstName for one in told.answers.additionalDefendants] == ["Kwame"]
    assert told.answers.notice_NoticeServiceMethod == "FIRST_CLASS_POST"
    assert told.answers.rentDetails_Frequency == "WEEKLY"
    assert told.grounds.chosen["rentArrearsOrBreachOfTenancy"] == ("RENT_ARREARS",)


def test_the_statement_of_truth_names_its_signer_and_is_ticked_by_nobody() -> None:
    truth = claim().answers.statementOfTruth
    assert truth is not None
    assert (truth.completedBy, truth.fullNameParty) == ("CLAIMANT", "Priya Raman")
    assert '"agreementClaimant' not in pcs.build(full(), COURT, "T1-1-C1").decode()


@pytest.mark.parametrize(("length", "left"), [(950, ""), (951, "x"), (1900, "x" * 950)])
def test_what_a_box_does_not_take_goes_on_as_a_continuation(length: int, left: str) -> None:
    told = claim(circumstances="x" * length)
    assert told.answers.defendantCircumstancesInfo == "x" * 950
    assert [one.text for one in told.continuation] == ([left] if left else [])
    assert all(one.field == "defendantCircumstancesInfo" for one in told.continuation)


def test_a_name_that_is_too_long_is_refused_and_not_cut() -> None:
    first, *others = f.full("pcs_sheet").tenants
    named = first.model_copy(update={"full_name": "Amara " + "O" * 61})
    with pytest.raises(PaperRefused, match="takes 60"):
        claim(tenants=(named, *others))


def test_words_that_were_erased_do_not_go_to_a_court() -> None:
    with pytest.raises(PaperRefused, match="erased"):
        claim(circumstances="[erased]")


@pytest.mark.parametrize("address", [("1 High Street", "Sampleton", "nowhere"), ("Sampleton",)])
def test_a_home_without_a_postcode_or_an_address_makes_no_file(address: tuple[str, ...]) -> None:
    online = f.full("pcs_sheet").online
    assert online is not None
    with pytest.raises(PaperRefused):
        claim(property_address=address, online=online.model_copy(update={"postcode": ""}))


@pytest.mark.parametrize("hostile", ['"}],"x":[{"', "</claim>\u202e\x00\ud800", "=cmd|' /C calc'!A0", "{{7*7}}"])
def test_hostile_words_stay_words(hostile: str) -> None:
    told = claim(circumstances=hostile)
    assert told.answers.defendantCircumstancesInfo == full(circumstances=hostile).circumstances
    assert told.answers.rentArrears_Total == "907988"


def test_a_number_the_service_would_not_take_is_left_out_and_said() -> None:
    online = f.full("pcs_sheet").online
    assert online is not None
    told = claim(online=online.model_copy(update={"contact_phone": "+44 20 7946 0000"}))
    assert (told.answers.claimantProvidePhoneNumber, told.answers.claimantContactPhoneNumber) == ("NO", None)
    assert any("0 and ten digits" in line for line in told.check)


def test_what_nobody_answered_is_left_out_and_said() -> None:
    online = f.full("pcs_sheet").online
    assert online is not None
    told = claim(online=online.model_copy(update={"mediation": None}))
    assert told.answers.mediationAttempted is None
    assert any("Was mediation attempted?" in line for line in told.check)


def test_where_no_part_of_the_protocol_applies_the_file_says_so_as_the_sheet_does() -> None:
    online = f.full("pcs_sheet").online
    assert online is not None
    told = claim(
        online=online.model_copy(update={"protocol_followed": None}),
        matter=MatterData(rent=False, conduct=True),
        rent_rows=(),
        arrears_pence=0,
    )
    assert told.answers.preActionProtocolCompleted == "NO"
    assert "No Part of it speaks to this claim" in (told.answers.preActionProtocolIncompleteExplanation or "")
    assert (told.answers.rentArrears_Total, told.schedule) == (None, None)


def test_assured_grounds_of_arrears_stand_apart_from_the_others() -> None:
    told = grounded("8", "10", "14", occupancy="assured")
    assert told.grounds.told == {"claimDueToRentArrears": "Yes", "hasOtherAdditionalGrounds": "Yes"}
    assert told.grounds.chosen["rentArrears_RentArrearsGrounds"] == (
        "SERIOUS_RENT_ARREARS_GROUND8",
        "RENT_ARREARS_GROUND10",
    )
    assert told.grounds.chosen["rentArrears_AdditionalDiscretionaryGrounds"] == ("NUISANCE_ANNOYANCE_GROUND14",)
    assert "nuisanceAnnoyanceReason" in told.grounds.reasons


def test_assured_grounds_without_arrears_have_lists_of_their_own() -> None:
    told = grounded("7A", "14", occupancy="assured")
    assert told.grounds.told == {"claimDueToRentArrears": "No"}
    assert told.grounds.chosen == {
        "noRentArrears_MandatoryGrounds": ("ANTISOCIAL_BEHAVIOUR_GROUND7A",),
        "noRentArrears_DiscretionaryGrounds": ("NUISANCE_ANNOYANCE_GROUND14",),
    }
    assert set(told.grounds.reasons) == {
        "assuredNoArrearsReasons_AntisocialBehaviour",
        "assuredNoArrearsReasons_NuisanceOrIllegalUse",
    }


def test_an_introductory_tenancy_has_reasons_in_place_of_grounds() -> None:
    told = grounded(occupancy="introductory")
    assert told.grounds.chosen == {"introGrounds_IntroductoryDemotedOrOtherGrounds": ("RENT_ARREARS",)}
    quiet = f.full("pcs_sheet").claim.model_copy(update={"money_judgment": False})
    none = grounded(occupancy="introductory", claim=quiet)
    assert none.grounds.told == {"introGrounds_HasIntroductoryDemotedOtherGroundsForPossession": "NO"}
    assert set(none.grounds.reasons) == {"noGrounds"}


def test_of_the_absolute_ground_the_condition_that_is_met_is_ticked() -> None:
    met = GroundData(code="Ground 84A", title="", substance="Condition 3 is met. An order.", power="", citation="")
    told = claim(grounds=(met,))
    assert told.grounds.chosen == {
        "secureOrFlexibleMandatoryGrounds": ("ANTI_SOCIAL",),
        "secureAntisocialAdditionalGrounds": ("S84A_CONDITION_3",),
    }
    assert set(told.grounds.reasons) == {"antiSocialCondition3OfS84AGround"}


@pytest.mark.parametrize(
    "name", [b"RENT_ARREARS_OR_BREACH_OF_TENANCY_GROUND1", b"secureOrFlexibleDiscretionaryGrounds"]
)
def test_a_name_that_the_service_has_not_is_no_part_of_the_shape(name: bytes) -> None:
    with pytest.raises(ValidationError, match="none of the service's names"):
        pcs.read(pcs.build(full(), COURT, "T1-1-C1").replace(name, b"MADE_UP"))


@pytest.mark.parametrize(("code", "occupancy"), [("1A", "assured"), ("16", "secure periodic")])
def test_a_ground_the_service_does_not_list_cannot_go_by_it(code: str, occupancy: str) -> None:
    with pytest.raises(PaperRefused, match=f"Ground {code} is not among"):
        grounded(code, occupancy=occupancy)


def test_files_of_several_cases_are_put_together_as_they_are() -> None:
    one, other = pcs.build(full(), COURT, "T1-1-C1"), pcs.build(full(circumstances="None known."), COURT, "T2-1-C1")
    both = pcs.read(together("pcs", [one, other]))
    assert [each.reference for each in both.claims] == ["T1-1-C1", "T2-1-C1"]
    assert both.claims == (*pcs.read(one).claims, *pcs.read(other).claims)
    with pytest.raises(NotOurs) as told:
        together("pcs", [one, one.replace(b'"number": 1', b'"number": 2')])
    assert told.value.place == 1
