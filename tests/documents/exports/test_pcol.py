"""A claim as data for Possession Claim Online: every box of its entry in order, in our own checked shape."""

from typing import Any

import pytest
from lxml import etree

from documents.exports import pcol
from documents.exports.base import ExportCourt
from documents.exports.together import NotOurs, together
from documents.papers import pcol as sheet
from documents.papers.clean import clean_facts
from documents.papers.data import PaperData
from documents.papers.problems import PaperRefused
from tests.documents.papers import facts_road as f

COURT = ExportCourt("County Court at Sampleton", "By the table.", "B")


def full(**changes: Any) -> PaperData:
    data: PaperData = clean_facts(f.full("pcol_sheet").model_copy(update=changes))
    return data


def root(**changes: Any) -> Any:
    return etree.fromstring(pcol.build(full(**changes), COURT, "T1-1-C1"))


def test_every_box_of_the_entry_is_carried_in_its_order() -> None:
    claim = root().find("claim")
    groups = ("eligibility", "claimant", "defendants", "property", "rent", "arrears", "notice", "reasons", "orders")
    boxes = [box.text or "" for name in groups for box in claim.find(name).iter() if len(box) == 0]
    answers = [answer for page in sheet.pages(full()) for answer in page.answers]
    assert len(boxes) == len(answers)
    assert [text for text, answer in zip(boxes, answers, strict=True) if answer.text != text] == [
        "2019-06-17",
        "2026-11-22",
        "Yes, 2026-11-16",
        "2026-08-10",
        "2026-09-14",
    ]


def test_the_file_says_that_its_shape_is_ours_and_has_to_be_checked() -> None:
    made = root()
    assert (made.get("number"), made.get("confidence")) == ("1", "C")
    assert "your bulk licence" in made.get("note")
    assert [made.findtext(f"header/{name}") for name in ("targetApplicationId", "requestCount")] == ["PCOL", "1"]
    assert made.find("claim/court").get("confidence") == "B"


def test_the_arrears_of_the_entry_and_of_the_schedule_are_one_figure() -> None:
    claim = root().find("claim")
    rows = claim.findall("rentSchedule/row")
    assert claim.findtext("arrears/total") == "9079.88"
    assert claim.find("rentSchedule").get("arrearsPence") == rows[-1].get("balancePence") == "907988"
    assert len(rows) == len(full().rent_rows)


def test_what_a_box_does_not_take_goes_on_as_a_continuation() -> None:
    claim = root(circumstances="word " * 200).find("claim")
    assert len(claim.findtext("reasons/defendantCircumstances")) <= 950
    (rest,) = claim.findall("continuation")
    assert rest.get("box") == "defendantCircumstances"
    assert f"{claim.findtext('reasons/defendantCircumstances')} {rest.text}" == ("word " * 200).strip()


@pytest.mark.parametrize(
    "hostile", ["<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;", "]]><claim/>", "a\x00b\u202ec", "=1+1"]
)
def test_hostile_words_stay_words(hostile: str) -> None:
    made = root(circumstances=hostile)
    assert made.findtext("claim/reasons/defendantCircumstances") == full(circumstances=hostile).circumstances
    assert len(made.findall("claim")) == 1


def test_a_box_beyond_the_shape_is_refused_by_its_name_and_not_its_words() -> None:
    landlord = f.full("pcol_sheet").landlord.model_copy(update={"name": "Sample " * 40})
    with pytest.raises(PaperRefused) as told:
        root(landlord=landlord)
    assert "name" in str(told.value)
    assert "Sample Sample" not in str(told.value)


def test_a_schedule_without_lines_makes_no_file() -> None:
    with pytest.raises(PaperRefused, match="rentSchedule"):
        root(rent_rows=())


def test_files_of_several_cases_are_put_together_under_one_header() -> None:
    files = [pcol.build(full(), COURT, f"T{n}-1-C1") for n in (1, 2, 3)]
    whole = together("pcol", files)
    made = etree.fromstring(whole)
    assert [claim.get("requestId") for claim in made.findall("claim")] == ["T1-1-C1", "T2-1-C1", "T3-1-C1"]
    assert made.findtext("header/requestCount") == "3"
    assert made.findtext("header/customerReference").startswith("bulk-")
    assert whole == together("pcol", files)
    with pytest.raises(NotOurs) as told:
        together("pcol", [files[0], b"<claims number='2'/>", files[1]])
    assert told.value.place == 1
    with pytest.raises(NotOurs):
        together("pcol", [b"no xml"])
