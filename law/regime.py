"""Which version of HA 1988 applies: chosen from the tenancy, the day and the settings, never the landlord's name."""

from datetime import date
from typing import Literal

from law.checks import need_date
from law.errors import NotThisRoute
from law.tenancies import Occupancy

Regime = Literal["old", "new"]

PRIVATE_COMMENCEMENT = date(2026, 5, 1)  # SI 2026/421 reg 2: assured tenancies that are not social housing
SOCIAL_COMMENCEMENT: date | None = None  # no date in any source read: a setting, empty until an order names one

_SOCIAL = (Occupancy.assured, Occupancy.assured_shorthold, Occupancy.demoted_provider)


def regime_for(occupancy: Occupancy, on: date, social_commencement: date | None = SOCIAL_COMMENCEMENT) -> Regime:
    """The regime of an assured tenancy on the day: `old` is HA 1988 as before the RRA 2025, `new` as after it.

    Raises NotThisRoute for occupancy types outside HA 1988 (RRA 2025 s.145(8); SI 2026/421 reg 2).
    """
    need_date("on", on)
    if occupancy is Occupancy.assured_market:
        return "new" if on >= PRIVATE_COMMENCEMENT else "old"
    if occupancy in _SOCIAL:
        return "new" if social_commencement is not None and on >= social_commencement else "old"
    raise NotThisRoute("occupancy", f"'{occupancy.value}' is not under HA 1988.", "Use the rules of its own Act.")
