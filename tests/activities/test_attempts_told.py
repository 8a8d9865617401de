"""What a paper says of attempts that reached nobody: that they were made, by their day and how, and no more."""

from dataclasses import fields
from typing import Any

from activities.papers.evidence import steps
from activities.papers.source import Source
from tests.cases.road import secure_road
from tests.cases.test_attempts import tried


def test_the_protocol_statement_tells_of_attempts_as_attempts() -> None:
    road = secure_road().opened()
    road.do(tried(road)).do(tried(road, "debt_advice", method="letter")).contact("debt_advice")
    told: dict[str, Any] = dict.fromkeys(each.name for each in fields(Source))
    told |= {"state": road.case, "facts": road.facts(), "people": {}, "words": {}, "as_at": road.as_at}
    lines = steps(Source(**told))
    dated = [line.text for line in lines if line.on is not None and line.para in ("2.1", "2.7")]
    assert [text.startswith("Tried, nobody reached") for text in dated] == [True, True, False]
    assert "2.1" in [line.para for line in lines if line.text.endswith("nobody has been reached.")]
    assert "2.7" not in [line.para for line in lines if line.on is None]
