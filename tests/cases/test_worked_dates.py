"""The worked dates of the law's corpus, as a case counts them by the kind of its notice."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cases.facts import TenancyFacts
from cases.notice_kinds import KINDS as KINDS_OF_LAW
from cases.notice_kinds import dates_when_drafted, dates_when_served
from cases.words import NoticeKind
from tests.cases.road import ASSURED, SECURE

CORPUS = json.loads((Path(__file__).parents[1] / "law" / "corpus" / "notices-cases.json").read_text("utf-8"))
WORKED: dict[str, dict[str, Any]] = {
    row["id"]: row for rows in CORPUS.values() if isinstance(rows, list) for row in rows if "rule" in row
}
KINDS = {
    "N15": NoticeKind.S83,
    "N16": NoticeKind.S83ZA,
    "N19": NoticeKind.S128,
    "N20": NoticeKind.S128,
    "N24": NoticeKind.S143E,
    "N26": NoticeKind.S8,
    "N28": NoticeKind.S8,
    "N29": NoticeKind.S8,
    "N31": NoticeKind.S8,
    "N37": NoticeKind.S8_NEW,
    "N38": NoticeKind.S8_NEW,
    "N40": NoticeKind.S8_NEW,
    "N47": NoticeKind.S21,
}
UNITS = {("week", 1): "week", ("month", 1): "month", ("month", 3): "quarter"}


def tenancy(given: dict[str, Any], kind: NoticeKind) -> TenancyFacts:
    """The corpus's tenancy as the housing system would have it."""
    period = given.get("period", {"unit": "week", "n": 1, "anchor": "2026-01-05"})
    changes: dict[str, Any] = {
        "period_unit": UNITS[period["unit"], period["n"]],
        "period_anchor": date.fromisoformat(period["anchor"]),
    }
    if "tenancy_start" in given:
        changes["start_date"] = date.fromisoformat(given["tenancy_start"])
    if "demotion_effective" in given:
        changes |= {"occupancy": "demoted", "demoted_on": date.fromisoformat(given["demotion_effective"])}
    return (ASSURED if KINDS_OF_LAW[kind].regime else SECURE).model_copy(update=changes)


@pytest.mark.parametrize("name", KINDS)
def test_a_notice_is_dated_as_the_corpus_works_it_out(name: str) -> None:
    row, kind = WORKED[name], KINDS[name]
    given, expected = row["input"], row["expect"]
    least, usual = expected.get("min", expected), expected.get("recommended", expected)
    home, served = tenancy(given, kind), date.fromisoformat(given["served"])
    grounds = given.get("grounds", [given["ground"]] if "ground" in given else [])
    drafted = dates_when_drafted(kind, home, served, grounds)
    for field in ("specified_date", "specified_date_min", "possession_date_sought", "recommended_specified_date"):
        if field in least:
            assert drafted.minimum.value.isoformat() == least[field], field
        if field in usual and usual is not least:
            assert drafted.recommended.value.isoformat() == usual[field], field
    follows = dates_when_served(kind, home, served, drafted.minimum.value, grounds)
    worked = {
        "issue_from": follows.issue_from,
        "lapse_date": follows.lapse,
        "safe_issue_by": follows.last_safe_issue,
        "review_request_last_day": follows.review_by,
        "claim_last_day": follows.last_safe_issue,
    }
    for field, day in worked.items():
        if field in expected | least:
            assert day is not None, field
            assert day.value.isoformat() == (expected | least)[field], field
