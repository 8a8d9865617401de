"""Ratios of published possession statistics. Period counts, never the same cases: not a forecast for one landlord."""

from decimal import ROUND_HALF_UP, Decimal

from law.checks import need_whole
from law.money import half_up

_PLACES = Decimal("0.001")


def ratio(part: int, whole: int) -> Decimal:
    """Part by whole to three places, half up. Raises BadFact."""
    share = Decimal(need_whole("part", part, 0)) / need_whole("whole", whole, 1)
    return share.quantize(_PLACES, ROUND_HALF_UP)


def share_of(share: Decimal, whole: int) -> int:
    """A share of a whole as the nearest whole number, half up. Raises BadFact."""
    return half_up(share * need_whole("whole", whole, 1))
