"""The table of notices: one for every occupancy type, each count named by its rule."""

from collections import Counter
from dataclasses import fields

import pytest

from law.explained import Confidence
from law.forms import FORMS
from law.grounds import GROUNDS, scheduled
from law.notice_rows import by_ground
from law.notice_table import NOTICES, PERIODS, STAGES, Notice, counted, minimum, notices_for, period_of
from law.rules import RULES
from law.tenancies import Occupancy


@pytest.mark.parametrize("occupancy", Occupancy)
def test_every_occupancy_type_has_a_notice_or_a_letter(occupancy: Occupancy) -> None:
    assert notices_for(occupancy)


def test_the_notices_of_a_type_are_those_its_act_gives() -> None:
    codes = {occupancy: [row.code for row in notices_for(occupancy)] for occupancy in Occupancy}
    assert codes[Occupancy.secure] == ["s83", "s83-ground-2", "s83za", "s83-demotion"]
    assert codes[Occupancy.introductory] == ["s128", "s125a"]
    assert codes[Occupancy.flexible] == ["s83-fixed", "s83za", "s107d-nonrenewal", "s107d-possession"]
    assert codes[Occupancy.assured] == ["s8", "s6a-demotion"]
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


ROWS = by_ground()


def row_of(occupancy: str, notice: str, ground: str, stage: str = "") -> dict[str, str]:
    (found,) = (
        row
        for row in ROWS
        if (row["occupancy"], row["notice"], row["ground"]) == (occupancy, notice, ground)
        and row["stage"].startswith(stage)
    )
    return found


def test_every_combination_of_occupancy_stage_notice_and_ground_has_one_row_with_no_empty_cell() -> None:
    wanted = Counter(
        (occupancy.value, stage.split(":")[0], notice.code, code)
        for occupancy in Occupancy
        for stage in [each.code for each in STAGES if each.occupancy is occupancy] or ["any"]
        for notice in NOTICES.values()
        if occupancy in (*notice.occupancies, *notice.applies)
        for code in [found.code for found in notice.grounds] or ["none"]
    )
    assert Counter((r["occupancy"], r["stage"].split(":")[0], r["notice"], r["ground"]) for r in ROWS) == wanted
    assert set(wanted.values()) == {1}
    assert {row["occupancy"] for row in ROWS} == set(Occupancy)
    for row in ROWS:
        assert list(row) == list(ROWS[0])
        assert all(cell.strip() for cell in row.values()), row


def test_every_ground_of_both_schedules_and_regimes_is_in_a_notice() -> None:
    assert {found for notice in NOTICES.values() for found in notice.grounds} == set(GROUNDS)


def test_a_secure_notice_rests_on_every_ground_but_those_with_a_notice_of_their_own() -> None:
    held = {code: [found.code for found in notice.grounds] for code, notice in NOTICES.items()}
    assert held["s83-ground-2"] == ["2"]
    assert held["s83za"] == ["84A"]
    assert held["s107d-nonrenewal"] == held["s107d-possession"] == ["107D"]
    assert {"2", "84A", "107D"} & set(held["s83"]) == set()
    assert len(held["s83"]) == len(held["s83-fixed"]) - 1 == 18
    assert held["s128"] == []


@pytest.mark.parametrize("notice", NOTICES.values(), ids=list(NOTICES))
def test_a_notice_without_grounds_says_what_the_court_does_and_asks(notice: Notice) -> None:
    said = (notice.court, notice.shown, notice.tested)
    assert all(said) is not bool(notice.grounds)
    assert any(said) is not bool(notice.grounds)


def test_the_stages_of_temporary_accommodation_each_have_their_row() -> None:
    assert row_of("interim_ta", "interim", "none", "s.188:")["court papers"] == "no claim is needed, so none"
    assert row_of("licence_ta", "ntq-licence", "none", "s.193")["earliest date"].startswith("four weeks from service")
    stages = [row["stage"].split(":")[0] for row in ROWS if row["occupancy"] == "interim_ta"]
    assert stages == ["s.188", "s.190(2)", "s.200(1)", "s.204(4)", "hostel of a council or provider"]
    assert "twelve months" in row_of("non_secure_ta", "ntq", "none", "s.209")["stage"]


@pytest.mark.parametrize(
    ("schedule", "regime", "code", "words"),
    [
        ("HA1985", "old", "1", "28 days and one whole rent period"),
        ("HA1985", "old", "2", "none before the claim"),
        ("HA1988", "old", "7A", "periodic: the day a notice to quit could expire; fixed term: one month"),
        ("HA1988", "old", "14", "none: the day of service"),
        ("HA1988", "old", "7", "two months from service"),
        ("HA1988", "old", "8", "two weeks from service"),
        ("HA1988", "new", "14", "none: the day of service; an order on this ground alone not within 14 days"),
        ("HA1988", "new", "4A", "four months beginning with service; two months in the first season"),
        ("HA1988", "new", "6", "four months beginning with service, unless"),
        ("HA1988", "new", "5C", "two months beginning with service"),
        ("HA1988", "new", "8", "four weeks beginning with service"),
        ("HA1988", "new", "12", "two weeks beginning with service"),
    ],
)
def test_a_ground_s_own_period_is_told_in_words(schedule: str, regime: str, code: str, words: str) -> None:
    assert period_of(scheduled(schedule, regime, code)).words.startswith(words)  # type: ignore[arg-type]


def test_no_period_is_written_that_no_ground_asks_for() -> None:
    by_rule = [found for notice in NOTICES.values() if notice.minimum == "by ground" for found in notice.grounds]
    assert {period_of(found) for found in by_rule} == set(PERIODS)


def test_the_minimum_is_the_ground_s_or_the_notice_s_own() -> None:
    assert minimum(NOTICES["s8"], scheduled("HA1988", "old", "8")).endswith("(HA 1988 s.8(4B))")
    assert minimum(NOTICES["s83za"], scheduled("HA1985", "old", "84A")).endswith("(HA 1985 s.83ZA)")
    assert minimum(NOTICES["ntq"], None).startswith("28 days and one whole period")
    assert minimum(NOTICES["s8"], None) == "by ground"


def test_the_court_cannot_do_without_notice_of_the_grounds_the_act_names_and_can_of_the_rest() -> None:
    for notice in ("s8", "s8-new"):
        never = {
            row["ground"]
            for row in ROWS
            if row["occupancy"] == "assured" and row["notice"] == notice and row["court may dispense"].startswith("no:")
        }
        assert never == {"7A", "7B", "8"}
    assert row_of("secure", "s83", "1")["court may dispense"].startswith("yes")
    assert row_of("secure", "s83za", "84A")["court may dispense"].startswith("never")


def test_a_row_says_when_a_notice_is_not_for_today() -> None:
    assert row_of("assured", "s8", "8")["applies"] == "now"
    assert "no day is set" in row_of("assured", "s8-new", "8")["applies"]
    assert "before 1 May 2026" in row_of("assured_market", "s8", "8")["applies"]
    assert row_of("assured_market", "s8-new", "8")["applies"] == "now"


def test_a_row_says_which_ways_to_serve_are_good_for_its_landlord_and_on_which_day() -> None:
    council, provider = row_of("introductory", "s128", "none"), row_of("assured", "s8", "8")
    assert "First class post: always (council), 2 working days after posting" in council["ways to serve"]
    assert "provider" not in council["ways to serve"]
    assert "First class post: by agreement (provider), 2 working days" in provider["ways to serve"]
    assert provider["ways to serve"].endswith("Text message: never (provider)")
    assert "always (council), always (provider)" in row_of("garage", "garage", "none")["ways to serve"]


def test_court_papers_have_their_own_days_and_no_notice_borrows_them() -> None:
    papers = row_of("assured", "s8", "8")["court papers"]
    for words in (
        "Claim form: the second business day",
        "(CPR 6.26)",
        "N54: the day it is in fact delivered",
        "none of",
    ):
        assert words in papers
    assert "N54" not in row_of("former_tenant", "debt-letter", "none")["court papers"]


def test_a_fixed_term_is_open_to_the_grounds_the_act_lists() -> None:
    assert row_of("assured", "s8", "8")["in a fixed term"].startswith("yes")
    assert row_of("assured", "s8", "9")["in a fixed term"].startswith("no (")
    assert row_of("assured", "s8-new", "8")["in a fixed term"] == "there are none in the new regime"
    assert row_of("secure", "s83", "1")["in a fixed term"] == "decided by the occupancy type"
    assert row_of("assured_shorthold", "s21", "none")["in a fixed term"] == "decided by the occupancy type"


def test_a_row_is_as_sure_as_its_least_certain_part() -> None:
    assert row_of("secure", "s83", "1")["confidence"] == "C: to be confirmed"  # its conditions in our own words
    assert row_of("assured", "s8", "8")["confidence"] == "B: secondary source"
    assert row_of("garage", "garage", "none")["confidence"].startswith(Confidence.C.value)
    assert row_of("assured", "s8", "1")["confidence"].startswith("C")


def test_a_row_names_the_form_s_authority_or_that_there_is_none() -> None:
    assert row_of("assured", "s8", "8")["form's authority"].startswith("SI 2015/620")
    assert row_of("garage", "garage", "none")["form's authority"] == "no form is prescribed; common law"


def test_a_garage_is_not_told_of_the_28_days_of_a_home() -> None:
    row = row_of("garage", "garage", "none")
    assert "28 days" not in row["earliest date"] + row["recommended date"]
