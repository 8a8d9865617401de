"""The table of notices: one for every occupancy type, each count named by its rule."""

from dataclasses import fields

import pytest

from law.forms import FORMS
from law.notice_table import NOTICES, Notice, counted, notices_for
from law.rules import RULES
from law.tenancies import Occupancy


@pytest.mark.parametrize("occupancy", Occupancy)
def test_every_occupancy_type_has_a_notice_or_a_letter(occupancy: Occupancy) -> None:
    assert notices_for(occupancy)


def test_the_notices_of_a_type_are_those_its_act_gives() -> None:
    codes = {occupancy: [row.code for row in notices_for(occupancy)] for occupancy in Occupancy}
    assert codes[Occupancy.secure] == ["s83", "s83-ground-2", "s83za"]
    assert codes[Occupancy.introductory] == ["s128", "s125a"]
    assert codes[Occupancy.flexible] == ["s83-fixed", "s83za", "s107d-nonrenewal", "s107d-possession"]
    assert codes[Occupancy.assured] == ["s8"]
    assert codes[Occupancy.assured_shorthold] == codes[Occupancy.demoted_provider] == ["s8", "s21"]
    assert codes[Occupancy.assured_market] == ["s8-new"]


@pytest.mark.parametrize("notice", NOTICES.values(), ids=list(NOTICES))
def test_a_notice_names_a_form_and_rules_that_exist(notice: Notice) -> None:
    assert notice.form == "no form" or notice.form in FORMS
    named = [str(getattr(notice, field.name)) for field in fields(notice)]
    for cell in [cell for cell in named if cell.startswith("rule:")]:
        assert cell.removeprefix("rule:") in RULES


def test_only_notices_to_quit_end_the_tenancy() -> None:
    ends = [code for code, notice in NOTICES.items() if "ends when the notice expires" in notice.tenancy]
    assert ends == ["ntq", "ntq-licence", "garage", "ntq-estate"]


def test_a_cell_tells_its_rules_count_and_authority() -> None:
    assert counted(NOTICES["s83"].ends).startswith("twelve months after the date specified (HA 1985 s.83(3)(b)")
    assert counted("none") == "none"
