"""Which version of HA 1988 applies: chosen from the tenancy, the day and the settings, never the landlord's name."""

from datetime import date
from typing import Literal

from law.checks import need_date, need_one_of
from law.errors import BadFact, NotThisRoute
from law.explained import Explained, Step, long_date
from law.rules import explain
from law.tenancies import Occupancy

Regime = Literal["old", "new"]

PRIVATE_COMMENCEMENT = date(2026, 5, 1)  # SI 2026/421 reg 2: assured tenancies that are not social housing
SOCIAL_COMMENCEMENT: date | None = None  # no date in any source read: a setting, empty until an order names one

_SOCIAL = (Occupancy.assured, Occupancy.assured_shorthold, Occupancy.demoted_provider)


def regime_for(occupancy: Occupancy, on: date, social_commencement: date | None = SOCIAL_COMMENCEMENT) -> Regime:
    """The regime of an assured tenancy on the day: `old` is HA 1988 as before the RRA 2025, `new` as after it.

    `social_commencement` is the setting: the day the Act reaches social housing, None while no order names one. Raises
    NotThisRoute for occupancy types outside HA 1988 (RRA 2025 s.145(8); SI 2026/421 reg 2), BadFact for a setting
    before the private sector's own day.
    """
    need_date("on", on)
    need_one_of("occupancy", occupancy, tuple(Occupancy))
    if social_commencement is not None and need_date("social_commencement", social_commencement) < PRIVATE_COMMENCEMENT:
        raise BadFact(
            "social_commencement",
            f"The Act reached no assured tenancy before {long_date(PRIVATE_COMMENCEMENT)}.",
            "Give the day of the order that names it, or leave it empty.",
        )
    if occupancy == Occupancy.assured_market:
        return "new" if on >= PRIVATE_COMMENCEMENT else "old"
    if occupancy in _SOCIAL:
        return "new" if social_commencement is not None and on >= social_commencement else "old"
    raise NotThisRoute("occupancy", f"'{occupancy}' is not under HA 1988.", "Use the rules of its own Act.")


def commencement_for(occupancy: Occupancy, social_commencement: date | None = SOCIAL_COMMENCEMENT) -> date | None:
    """The day the new regime begins for that occupancy type; None while none is set. Raises as `regime_for`."""
    regime_for(occupancy, PRIVATE_COMMENCEMENT, social_commencement)
    return PRIVATE_COMMENCEMENT if occupancy == Occupancy.assured_market else social_commencement


def regime_told(
    occupancy: Occupancy, on: date, social_commencement: date | None = SOCIAL_COMMENCEMENT
) -> Explained[Regime]:
    """`regime_for` with its reason. Raises as it does."""
    regime = regime_for(occupancy, on, social_commencement)
    begins = commencement_for(occupancy, social_commencement)
    if begins is None:
        step = Step("No order has named the day on which the Act reaches social housing", "SI 2026/421 reg 2")
    else:
        step = Step(f"For this type the Act begins on {long_date(begins)}", "RRA 2025 s.145; SI 2026/421 reg 2", begins)
    trigger = f"{occupancy.replace('_', ' ').capitalize()}, on {long_date(on)}"
    return explain("regime", regime, trigger, step, on=on)
