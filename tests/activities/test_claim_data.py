"""A claim's data is made as its papers are: by the same gates, from the same facts, with the same figure."""

import json

from lxml import etree

from activities.context import Context
from activities.contract import PaperResult
from cases.commands import ChooseCourt, DraftClaim, PaperDone, RequestPaper
from cases.document_kinds import DocumentKind
from cases.paper_rules import DATA_OF
from cases.words import PaperKind, Route
from tests.activities.walked import Office
from tests.cases.road import SYSTEM, TEXT, Road, assured_road, secure_road
from tests.cases.test_documents import with_one

_P = PaperKind


def content(office: Office, made: PaperResult) -> bytes:
    assert made.file is not None, made.failed
    return office.context.files.get(made.file.sha256)


async def test_the_data_states_the_figure_and_the_lines_of_the_rent_schedule(context: Context) -> None:
    office = Office(context, secure_road().to_approved_claim())
    schedule = await office.paper(_P.RENT_SCHEDULE, "C1")
    made = await office.paper(_P.PCS_DATA, "C1")
    told = json.loads(content(office, made))["claims"][0]
    owed = office.walk.case.claims[0].arrears_pence
    assert made.figure_pence == schedule.figure_pence == owed
    assert told["answers"]["rentArrears_Total"] == str(owed)
    assert told["schedule"]["rows"][-1]["balance_pence"] == owed
    assert told["court"] == {
        "name": "County Court at Sampleton",
        "reason": "The home's postcode lies in SA1, which the landlord's table gives to this court (source: Made up "
        "for the sample; no real court takes these postcodes by it).",
        "confidence": "C",
    }
    assert made.file is not None
    assert made.file.name.endswith(".json")
    assert any("signer reads the statement of truth" in caution for caution in made.cautions)


async def test_the_older_services_data_is_xml_with_the_same_figure(context: Context) -> None:
    office = Office(context, secure_road().to_approved_claim())
    made = await office.paper(_P.PCOL_DATA, "C1")
    claim = etree.fromstring(content(office, made)).find("claim")
    assert claim.findtext("arrears/total") == "1200.00"
    assert claim.find("rentSchedule").get("arrearsPence") == str(made.figure_pence) == "120000"
    assert claim.findtext("court") == "County Court at Sampleton"


async def test_a_chosen_court_is_the_datas_and_makes_what_was_made_before_stale(context: Context) -> None:
    office = Office(context, secure_road().to_approved_claim())
    made = await office.paper(_P.PCS_DATA, "C1")
    done(office.walk, made)
    office.walk.do(ChooseCourt(claim_id="C1", court="County Court at Otherton", reason=TEXT))
    assert "made from other facts" in office.walk.why(office.walk.issue(route=Route.PCS), "papers_stale")
    again = await office.paper(_P.PCS_DATA, "C1")
    assert json.loads(content(office, again))["claims"][0]["court"]["name"] == "County Court at Otherton"


def done(walk: Road, made: PaperResult) -> None:
    walk.do(PaperDone(paper_id=walk.case.papers[-1].id, file=made.file, figure_pence=made.figure_pence), SYSTEM)


def codes(walk: Road, kind: PaperKind) -> set[str]:
    return {r.code for r in walk.ask(RequestPaper(paper=kind, subject="C1")).refusals}


def test_no_data_is_made_of_a_claim_that_nobody_approved_or_that_was_issued() -> None:
    drafted = secure_road().to_ripe_notice()
    drafted.do(DraftClaim(notice_id="N1", signer="officer.a"))
    assert all("data_not_approved" in codes(drafted, kind) for kind in DATA_OF.values())
    assert "data_not_approved" not in codes(drafted, _P.PCS_SHEET)
    issued = secure_road().to_approved_claim()
    issued.do(issued.issue(route=Route.PCS))
    assert "nothing more goes" in issued.why(RequestPaper(paper=_P.PCS_DATA, subject="C1"), "data_not_approved")


def test_data_is_made_for_a_route_that_takes_the_claim_only() -> None:
    assert not codes(assured_road().to_approved_claim(), _P.PCOL_DATA)
    road = secure_road().to_approved_claim()
    notice = road.case.notices[0].model_copy(update={"grounds": ("1", "2")})
    road.state = road.case.model_copy(update={"notices": (notice,)})
    assert "data_route" in codes(road, _P.PCOL_DATA)
    assert "data_route" not in codes(road, _P.PCS_DATA)


def test_a_claim_may_be_typed_in_without_its_data_having_been_made() -> None:
    road = secure_road().to_approved_claim()
    assert not road.ask(road.issue(route=Route.PCS)).refusals


async def test_an_agreement_on_the_file_is_answered_and_sent_up_and_its_coming_makes_the_data_again(
    context: Context,
) -> None:
    office = Office(context, secure_road().to_approved_claim())
    made = await office.paper(_P.PCS_DATA, "C1")
    assert any("Is a copy held?" in caution for caution in made.cautions)
    done(office.walk, made)
    with_one(office.walk, DocumentKind.TENANCY_AGREEMENT)
    assert "made from other facts" in office.walk.why(office.walk.issue(route=Route.PCS), "papers_stale")
    told = json.loads(content(office, await office.paper(_P.PCS_DATA, "C1")))["claims"][0]
    assert told["answers"]["tenancy_HasCopyOfTenancyLicence"] == "YES"
    assert "Tenancy agreement" in told["uploads"]
