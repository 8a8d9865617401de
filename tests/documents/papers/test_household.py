"""Who lives in the home besides its tenants, as the particulars and the sheets tell it."""

import io
import zipfile
from datetime import date

import pytest

from documents.papers import pcs
from documents.papers.household import HouseholdData, children, in_possession, lines
from documents.papers.render import render
from tests.documents.papers import facts_road as f

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("told", "there", "lined"),
    [
        (None, "", ()),
        (HouseholdData(on=DAY), "", ()),
        (HouseholdData(on=DAY, children=1), "", ("1 child living there",)),
        (
            HouseholdData(on=DAY, adults=3, named=("Ali Sample",), children=2),
            "Ali Sample; 2 other adults",
            (
                "Ali Sample, adult living there, not a tenant",
                "2 other adults living there, not named",
                "2 children living there",
            ),
        ),
        (
            HouseholdData(on=DAY, adults=1, unknown=True),
            "1 other adult; persons unknown",
            ("1 other adult living there, not named", "Persons unknown living there"),
        ),
    ],
)
def test_each_is_told_once_and_children_as_a_number(
    told: HouseholdData | None, there: str, lined: tuple[str, ...]
) -> None:
    assert in_possession(told) == there
    assert lines(told) == lined
    assert children(told) == tuple(line for line in lined if "child" in line)


def test_the_particulars_and_the_data_entry_sheet_name_who_is_in_possession() -> None:
    there = HouseholdData(on=DAY, adults=1, named=("Ali Sample",), unknown=True)
    with zipfile.ZipFile(
        io.BytesIO(render("n119", f.full("n119").model_copy(update={"household": there})).docx)
    ) as made:
        assert "; Ali Sample; persons unknown" in made.read("word/document.xml").decode()
    page = next(p for p in pcs.pages(f.full("pcs_sheet").model_copy(update={"household": there})) if p.number == "6")
    assert page.answers[-1].text == "Ali Sample; persons unknown"
