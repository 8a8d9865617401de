"""The Protocol by its versions."""

from datetime import date

import pytest

from law import protocol
from law.errors import OutsideTables


def test_each_day_has_the_version_then_in_force() -> None:
    assert "13 January 2020" in protocol.version_on(date(2020, 1, 13))
    assert "6 April 2015" in protocol.version_on(date(2020, 1, 12))
    assert "6 April 2015" in protocol.version_on(date(2015, 4, 6))
    with pytest.raises(OutsideTables):
        protocol.version_on(date(2015, 4, 5))


def test_the_steps_are_those_of_2020_and_are_not_told_for_older_days() -> None:
    assert protocol.steps_for(2, "hearing", date(2020, 1, 13)) == protocol.steps_for(2, "hearing")
    assert date(2020, 1, 13) == protocol.IN_FORCE_FROM
    with pytest.raises(OutsideTables, match="6 April 2015"):
        protocol.steps_for(2, "hearing", date(2020, 1, 12))
