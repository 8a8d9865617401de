"""Which court serves a home: by the closest part of its postcode, chosen otherwise with a reason, never guessed."""

from datetime import date

import pytest

from cases.commands import ChooseCourt, RequestPaper
from cases.court_file import BadCourts, read_courts
from cases.courts import CourtFacts, CourtFound, court_facts, court_of, find_court, part_of
from cases.facts import Facts
from cases.stages.paper_digest import digest
from cases.words import PaperKind
from tests.cases.road import OFFICER, TEXT, Road, secure_road

DAY = date(2026, 11, 22)
FILE = """
source = "Made up for a test"
confidence = "B"
from = 2026-01-01
[[courts]]
court = "County Court at Sampleton"
postcodes = ["ZZ1", "zz2 4", "Y"]
areas = ["Sampleton Borough"]
online_from = 2026-09-07
[[courts]]
court = "County Court at Otherton"
postcodes = ["ZZ1 9", "ZZ19 9ZZ", "ZZ12"]
to = 2026-12-31
"""
TABLE = read_courts(FILE)
FOUND = CourtFound(court="County Court at Otherton", matched="ZZ1", source="Made up", confidence="B")


@pytest.mark.parametrize(
    ("postcode", "court", "matched"),
    [
        ("ZZ1 1AA", "County Court at Sampleton", "ZZ1"),
        ("zz11aa", "County Court at Sampleton", "ZZ1"),
        ("ZZ1 9AA", "County Court at Otherton", "ZZ1 9"),
        ("ZZ12 9AA", "County Court at Otherton", "ZZ12"),
        ("ZZ19 9ZZ", "County Court at Otherton", "ZZ19 9ZZ"),
        ("ZZ2 4AA", "County Court at Sampleton", "ZZ2 4"),
        ("Y7 1AA", "County Court at Sampleton", "Y"),
    ],
)
def test_the_closest_part_of_a_postcode_counts(postcode: str, court: str, matched: str) -> None:
    found = find_court(TABLE, postcode, DAY)
    assert found is not None
    assert (found.court, found.matched, found.confidence) == (court, matched, "B")


@pytest.mark.parametrize("postcode", ["ZZ2 5AA", "ZZ19 9ZY", "XX1 1AA", "", "Sampleton", "ZZ1"])
def test_a_home_that_no_part_fits_has_no_court(postcode: str) -> None:
    assert find_court(TABLE, postcode, DAY) is None


def test_a_row_counts_from_its_first_day_to_its_last() -> None:
    ends = date(2026, 12, 31)
    assert find_court(TABLE, "ZZ1 9AA", ends).court == "County Court at Otherton"  # type: ignore[union-attr]
    assert find_court(TABLE, "ZZ1 9AA", date(2027, 1, 1)).matched == "ZZ1"  # type: ignore[union-attr]
    assert find_court(TABLE, "ZZ1 1AA", date(2025, 12, 31)) is None
    assert not court_facts(TABLE, "ZZ1 1AA", date(2025, 12, 31), "").installed


@pytest.mark.parametrize("written", ["ZZ", "ZZ1", "ZZ1A", "ZZ1 2", "ZZ1 2AB", "ZZ12AB"])
def test_a_part_of_a_postcode_is_told(written: str) -> None:
    assert part_of(written) is not None


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"ZZ1", ', '"ZZ1", "ZZ12", ', "would both take it"),
        ('"Y"', '"High Street"', "neither a postcode nor a part of one"),
        ("from = 2026-01-01", "", "from: the first day"),
        ("to = 2026-12-31", "to = 2025-12-31", "before its first day"),
        ('confidence = "B"', 'confidence = "sure"', "confidence"),
        ("areas", "area", "no such entry as 'area'"),
        ('court = "County Court at Otherton"', 'court = "County\\u202ECourt"', "court: one line"),
        ("online_from = 2026-09-07", 'online_from = "soon"', "online_from: a day"),
        ("[[courts]]", "[[court]]", "there is no court"),
        ('source = "Made up for a test"', "source = ", "not TOML"),
    ],
)
def test_a_table_with_a_fault_is_not_installed(old: str, new: str, says: str) -> None:
    with pytest.raises(BadCourts) as told:
        read_courts(FILE.replace(old, new))
    assert says in str(told.value)


def _with(road: Road, known: CourtFacts) -> Road:
    plain = road.facts

    def facts(who: object = OFFICER) -> Facts:
        return plain(who).model_copy(update={"courts": known})  # type: ignore[arg-type]

    road.facts = facts  # type: ignore[method-assign,assignment]
    return road


def test_a_claim_has_the_court_of_the_table_with_its_reason_and_mark_until_another_is_chosen() -> None:
    road = _with(secure_road().to_approved_claim(), CourtFacts(installed=True, found=FOUND, usual="County Court at Us"))
    by_table = court_of(road.case.claims[0], road.facts().courts)
    assert (by_table.name, by_table.basis, by_table.confidence) == ("County Court at Otherton", "table", "B")
    assert "ZZ1" in by_table.reason
    before = digest(road.case, road.facts(), PaperKind.N5, "C1")
    road.do(ChooseCourt(claim_id="C1", court=" County Court at Sampleton ", reason=TEXT))
    chosen = court_of(road.case.claims[0], road.facts().courts)
    assert (chosen.name, chosen.basis) == ("County Court at Sampleton", "chosen")
    assert "County Court at Otherton" in chosen.reason
    assert digest(road.case, road.facts(), PaperKind.N5, "C1") != before


def test_the_court_that_issued_a_claim_is_its_court_and_no_other_is_chosen_then() -> None:
    road = _with(secure_road().to_issued_claim(), CourtFacts(installed=True, found=FOUND))
    assert court_of(road.case.claims[0], road.facts().courts).basis == "issued"
    told = road.why(ChooseCourt(claim_id="C1", court="County Court at Sampleton", reason=TEXT), "claim_not_prepared")
    assert "was issued" in told


def test_without_a_match_no_paper_of_the_claim_is_made_and_the_mend_is_said() -> None:
    road = _with(secure_road().to_approved_claim(), CourtFacts(installed=True, usual="County Court at Us"))
    asked = RequestPaper(paper=PaperKind.N5, subject="C1")
    refusal = next(r for r in road.ask(asked).refusals if r.code == "court_unknown")
    assert "names none" in refusal.says
    assert "duecourse landlords courts sample-council" in refusal.mend
    road.do(ChooseCourt(claim_id="C1", court="County Court at Sampleton", reason=TEXT))
    assert "court_unknown" not in {r.code for r in road.ask(asked).refusals}


def test_without_a_table_the_landlords_usual_court_stands_in_marked_to_be_confirmed() -> None:
    usual = court_of(None, CourtFacts(usual="County Court at Us"), "some-homes")
    assert (usual.name, usual.basis, usual.confidence) == ("County Court at Us", "usual", "C")
    assert "landlords courts some-homes" in usual.mend
    nothing = court_of(None, CourtFacts())
    assert (nothing.name, nothing.basis) == ("", "none")
    assert nothing.mend


def test_a_court_is_named_when_it_is_chosen() -> None:
    road = secure_road().to_approved_claim()
    assert "no_court" in road.refused(ChooseCourt(claim_id="C1", court="  ", reason=TEXT))
