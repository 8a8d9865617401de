"""Ratios of published possession statistics. Period counts, never the same cases: not a forecast for one landlord."""

from decimal import ROUND_HALF_UP, Decimal

from law.checks import need_whole


def ratio(part: int, whole: int) -> Decimal:
    """Part by whole to three places, half up. Raises BadFact."""
    need_whole("part", part, 0)
    return (Decimal(part) / need_whole("whole", whole, 1)).quantize(Decimal("0.001"), ROUND_HALF_UP)


def share_of(share: Decimal, whole: int) -> int:
    """A share of a whole as the nearest whole number, half up. Raises BadFact."""
    return int((share * need_whole("whole", whole, 1)).quantize(Decimal(1), ROUND_HALF_UP))
