"""Whatever the words of a claim hold, its data is one claim with that text in its box and with the same figures."""

import pytest
from hypothesis import given, settings
from lxml import etree

from documents.exports import pcol, pcs
from documents.exports.base import ExportCourt
from documents.papers.clean import clean_facts
from documents.papers.data import PaperData
from tests.documents.papers import facts_road as f
from tests.documents.papers.test_hostile import hostile, spoiled

pytestmark = pytest.mark.long
COURT = ExportCourt("County Court at Sampleton", "By the table.", "C")
WORDS = ("circumstances", "rent_rows", "grounds", "notice", "steps", "claim")


def said(kind: str, tail: str) -> PaperData:
    """A full claim with the tail after every text that people write, but for names, addresses and codes."""
    plain = f.full(kind)
    assert plain.online is not None
    told = {name: spoiled(getattr(plain, name), tail) for name in WORDS}
    online = plain.online.model_copy(update={"steps_taken": plain.online.steps_taken + tail})
    landlord = plain.landlord.model_copy(update={"name": plain.landlord.name + tail})
    data: PaperData = clean_facts(plain.model_copy(update={**told, "online": online, "landlord": landlord}))
    return data


@given(tail=hostile)
@settings(max_examples=60, deadline=None)
def test_the_digital_services_data_keeps_hostile_words_in_their_boxes(tail: str) -> None:
    data = said("pcs_sheet", tail)
    (claim,) = pcs.read(pcs.build(data, COURT, "T1-1-C1")).claims
    assert claim.answers.defendantCircumstancesInfo == data.circumstances
    assert claim.answers.claimantName == data.landlord.name
    assert claim.answers.rentArrears_Total == str(data.arrears_pence)
    assert claim.schedule is not None
    assert [row.what for row in claim.schedule.rows] == [row.what for row in data.rent_rows]


@given(tail=hostile)
@settings(max_examples=60, deadline=None)
def test_the_older_services_data_keeps_hostile_words_in_their_boxes(tail: str) -> None:
    data = said("pcol_sheet", tail)
    (claim,) = etree.fromstring(pcol.build(data, COURT, "T1-1-C1")).findall("claim")
    assert claim.findtext("reasons/defendantCircumstances") == data.circumstances
    assert claim.findtext("claimant/name") == data.landlord.name
    assert claim.findtext("arrears/total") == "9079.88"
    assert [row.get("what") for row in claim.iter("row")] == [row.what for row in data.rent_rows]
