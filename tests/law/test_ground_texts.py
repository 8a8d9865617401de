"""The words of a ground: the official text a landlord installed for that day, else the substance in our own words."""

import json
from datetime import date

import pytest

from law.errors import BadFact, GroundNotForTenancy, LawError, UnknownGround
from law.explained import Confidence
from law.ground_texts import NONE_INSTALLED, InstalledTexts, ground_words, read_texts
from law.grounds import GROUNDS, scheduled

EIGHT = scheduled("HA1988", "old", "8")
ROW = {
    "schedule": "HA1988",
    "regime": "old",
    "ground": "8",
    "text": "First words of a sample.",
    "source": "a sample file",
    "from": "2026-01-01",
    "to": "2026-06-30",
}
SECOND = {**ROW, "text": "Second words of a sample.", "from": "2026-07-01"}
del SECOND["to"]


def installed(*rows: object) -> InstalledTexts:
    return read_texts(json.dumps({"texts": rows}), "json")


@pytest.mark.parametrize(
    ("on", "official", "text"),
    [
        (date(2025, 12, 31), False, EIGHT.substance),
        (date(2026, 1, 1), True, "First words of a sample."),
        (date(2026, 6, 30), True, "First words of a sample."),
        (date(2026, 7, 1), True, "Second words of a sample."),
        (date(2040, 1, 1), True, "Second words of a sample."),
    ],
)
def test_the_text_in_force_on_the_day_is_used(on: date, official: bool, text: str) -> None:
    for texts in (installed(ROW, SECOND), installed(SECOND, ROW)):
        words = ground_words(EIGHT, on, texts)
        assert (words.official, words.text) == (official, text)


def test_without_a_text_every_ground_speaks_in_our_own_words_and_says_so() -> None:
    for found in GROUNDS:
        words = ground_words(found, date(2026, 11, 22))
        assert (words.official, words.text, words.source) == (False, found.substance, "")
        assert words.used.value == "our own words"
        assert words.used.authority == words.citation == found.citation
        assert words.used.confidence is found.detail_confidence  # the mark of our own words
        assert "no official text is installed for that day" in words.used.sentence()


def test_only_the_act_of_1988_has_two_regimes() -> None:
    day = date(2026, 11, 22)
    assert "Ground 8 of HA 1988, old regime, on" in ground_words(EIGHT, day).used.trigger
    assert "Ground 1 of HA 1985, on" in ground_words(scheduled("HA1985", "old", "1"), day).used.trigger


def test_an_official_text_says_where_it_came_from_and_since_when() -> None:
    words = ground_words(EIGHT, date(2026, 3, 1), installed(ROW))
    assert (words.source, words.used.value, words.used.confidence) == (
        "a sample file",
        "the official text",
        Confidence.B,
    )
    said = words.used.sentence()
    assert "from a sample file, in force from Thursday 1 January 2026 to Tuesday 30 June 2026" in said
    assert words.used.trigger == "Ground 8 of HA 1988, old regime, on Sunday 1 March 2026"
    later = ground_words(EIGHT, date(2026, 8, 1), installed(ROW, {**SECOND, "confidence": "A"}))
    assert later.used.confidence is Confidence.A
    assert later.used.steps[-1].text.endswith("in force from Wednesday 1 July 2026")


def test_a_text_serves_its_own_schedule_and_regime_only() -> None:
    texts = installed(SECOND)
    for schedule, regime in (("HA1988", "new"), ("HA1985", "old")):
        assert not ground_words(scheduled(schedule, regime, "8"), date(2026, 8, 1), texts).official  # type: ignore[arg-type]
    assert not ground_words(scheduled("HA1988", "old", "10"), date(2026, 8, 1), texts).official


def test_a_file_is_read_as_toml_with_days_of_its_own_and_the_old_regime_unless_it_says() -> None:
    texts = read_texts(
        """
        [[texts]]
        schedule = "HA1985"
        ground = "ground 2za"
        text = '''
        Words of a sample.
        '''
        source = "a sample file"
        from = 2026-05-01
        """
    )
    (one,) = texts.texts
    assert (one.schedule, one.regime, one.code, one.text) == ("HA1985", "old", "2ZA", "Words of a sample.")
    assert (one.start, one.end, one.confidence) == (date(2026, 5, 1), None, Confidence.B)


def test_none_installed_is_an_empty_file_in_effect() -> None:
    assert NONE_INSTALLED.of(EIGHT) == ()


def without(key: str) -> dict[str, str]:
    return {name: value for name, value in ROW.items() if name != key}


@pytest.mark.parametrize(
    ("rows", "field", "error"),
    [
        ([{**ROW, "ground": "99"}], "texts 1 ground", UnknownGround),
        ([{**ROW, "ground": "2A"}], "texts 1 ground", GroundNotForTenancy),
        ([{**ROW, "ground": "16", "regime": "new"}], "texts 1 ground", GroundNotForTenancy),
        ([{**ROW, "schedule": "HA1985", "regime": "new"}], "texts 1 ground", GroundNotForTenancy),
        ([{**ROW, "schedule": "HA1977"}], "texts 1 schedule", BadFact),
        ([{**ROW, "regime": "newer"}], "texts 1 regime", BadFact),
        ([{**ROW, "text": "  "}], "texts 1 text", BadFact),
        ([{**ROW, "text": 8}], "texts 1 text", BadFact),
        ([without("text")], "texts 1 text", BadFact),
        ([without("source")], "texts 1 source", BadFact),
        ([without("ground")], "texts 1 ground", BadFact),
        ([without("schedule")], "texts 1 schedule", BadFact),
        ([without("from")], "texts 1 from", BadFact),
        ([{**ROW, "from": "May 2026"}], "texts 1 from", BadFact),
        ([{**ROW, "from": 2026}], "texts 1 from", BadFact),
        ([{**ROW, "to": "2025-12-31"}], "texts 1 to", BadFact),
        ([{**ROW, "to": ""}], "texts 1 to", BadFact),
        ([{**ROW, "confidence": "D"}], "texts 1 confidence", BadFact),
        ([{**ROW, "form": "x"}], "texts 1 key", BadFact),
        (["8"], "texts 1", BadFact),
        ([ROW, ROW], "texts 2 from", BadFact),
        ([ROW, {**SECOND, "from": "2026-06-30"}], "texts 2 from", BadFact),
        ([SECOND, {**ROW, "to": "2026-07-01"}], "texts 2 from", BadFact),
    ],
)
def test_a_wrong_text_is_refused_by_its_place_and_part(rows: list[object], field: str, error: type[LawError]) -> None:
    with pytest.raises(error) as refused:
        installed(*rows)
    assert refused.value.field == field
    assert refused.value.rule
    assert refused.value.mend


def test_a_text_may_be_in_force_for_one_day() -> None:
    texts = installed({**ROW, "to": "2026-01-01"})
    assert [ground_words(EIGHT, date(2026, 1, day), texts).official for day in (1, 2)] == [True, False]


def test_texts_of_other_grounds_and_regimes_may_share_days() -> None:
    new = {**SECOND, "regime": "new"}
    assert len(installed(ROW, SECOND, new, {**SECOND, "ground": "10"}, {**SECOND, "schedule": "HA1985"}).texts) == 5


@pytest.mark.parametrize(
    ("text", "form"),
    [("texts = [", "toml"), ("{", "json"), ("[]", "json"), ("title = 'x'", "toml"), ('{"texts": []}', "json")],
)
def test_what_is_no_such_file_is_refused(text: str, form: str) -> None:
    with pytest.raises(BadFact) as refused:
        read_texts(text, form)  # type: ignore[arg-type]
    assert refused.value.field == "texts"


def test_a_form_that_is_not_known_is_refused() -> None:
    with pytest.raises(BadFact) as refused:
        read_texts("", "yaml")  # type: ignore[arg-type]
    assert refused.value.field == "form"


def test_a_day_with_an_hour_is_no_legal_day() -> None:
    with pytest.raises(BadFact, match="calendar day"):
        read_texts("[[texts]]\nschedule='HA1988'\nground='8'\ntext='x'\nsource='y'\nfrom=2026-05-01T10:00:00", "toml")
    with pytest.raises(BadFact, match="calendar day"):
        ground_words(EIGHT, "2026-05-01")  # type: ignore[arg-type]
