"""Grounds for possession under HA 1985 Sch 2 and HA 1988 Sch 2, old regime and new."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from law.checks import need_one_of
from law.data import table
from law.errors import GroundNotForTenancy, UnknownGround
from law.explained import Confidence
from law.ground8 import ground8, ground8_threshold
from law.regime import Regime, regime_for
from law.tenancies import Occupancy

__all__ = [
    "GROUNDS",
    "Ground",
    "NoticePeriod",
    "ground",
    "ground8",
    "ground8_threshold",
    "grounds_for",
    "known",
    "scheduled",
    "tidy",
]

NoticePeriod = Literal["ntq", "immediate", "2 weeks", "4 weeks", "2 months", "4 months", "107D"]


@dataclass(frozen=True)
class Ground:
    """One ground, its substance in our own words.

    `notice` is the period the ground asks for: `ntq` runs to the day a notice to quit could expire. `in_fixed_term`
    tells whether HA 1988 s.7(6) opens it during a fixed term. A mandatory ground with `alternative_accommodation`
    needs suitable accommodation but no finding of reasonableness (HA 1985 Sch 2 Part II). `conditions` are what must
    be shown, point by point; `detail_confidence` is the mark of those and of `when_tested`.
    """

    code: str
    schedule: Literal["HA1985", "HA1988"]
    regime: Regime
    title: str
    substance: str
    conditions: tuple[str, ...]
    when_tested: str
    detail_confidence: Confidence
    power: Literal["mandatory", "discretionary"]
    alternative_accommodation: bool
    arrears: bool
    notice: NoticePeriod
    in_fixed_term: bool
    citation: str
    confidence: Confidence

    @property
    def court_test(self) -> str:
        """What the court does once the ground is proved (HA 1985 s.84(2); HA 1988 s.7(3)-(4))."""
        offer = " and suitable alternative accommodation is available" if self.alternative_accommodation else ""
        if self.power == "mandatory":
            return f"If it is proved{offer}, the court must order possession"
        return f"If it is proved{offer}, the court may order possession where it thinks that reasonable"


_FILE = table("grounds.toml")
TABLE_VERSION: str = f"grounds {_FILE['version']}"
GROUNDS: tuple[Ground, ...] = tuple(
    Ground(
        **{
            **row,
            "conditions": tuple(row["conditions"]),
            "detail_confidence": Confidence(row["detail_confidence"]),
            "confidence": Confidence(row["confidence"]),
        }
    )
    for row in _FILE["grounds"]
)
_SECURE = (Occupancy.secure, Occupancy.secure_fixed, Occupancy.flexible)
_ASSURED = (
    Occupancy.assured,
    Occupancy.assured_shorthold,
    Occupancy.assured_market,
    Occupancy.demoted_provider,
)


def grounds_for(occupancy: Occupancy, on: date, social_commencement: date | None = None) -> tuple[Ground, ...]:
    """The statutory grounds open to the occupancy type on the day, in schedule order.

    Empty where the court's power does not rest on grounds (introductory, notice to quit, trespass). Raises BadFact on
    an unknown type.
    """
    need_one_of("occupancy", occupancy, tuple(Occupancy))
    if occupancy in _SECURE:
        flexible = occupancy is Occupancy.flexible
        return tuple(g for g in GROUNDS if g.schedule == "HA1985" and (flexible or g.code != "107D"))
    if occupancy in _ASSURED:
        regime = regime_for(occupancy, on, social_commencement)
        return tuple(g for g in GROUNDS if g.schedule == "HA1988" and g.regime == regime)
    return ()


def ground(occupancy: Occupancy, code: str, on: date, social_commencement: date | None = None) -> Ground:
    """The ground of that number for the tenancy on the day.

    Raises UnknownGround when neither schedule has it, GroundNotForTenancy when this tenancy cannot use it that day.
    """
    wanted = tidy(code)
    open_to = grounds_for(occupancy, on, social_commencement)
    for found in open_to:
        if found.code == wanted:
            return found
    raise GroundNotForTenancy(
        "grounds",
        f"Ground {known(wanted)} is not open to '{occupancy}' on that day.",
        "Choose a ground of this tenancy's own schedule."
        if open_to
        else "Give none: the notice of this tenancy rests on no ground.",
    )


def scheduled(schedule: str, regime: Regime, code: str) -> Ground:
    """The ground of that number in one schedule and regime. Raises UnknownGround, GroundNotForTenancy, BadFact."""
    wanted = tidy(code)
    for found in GROUNDS:
        if (found.schedule, found.regime, found.code) == (schedule, regime, wanted):
            return found
    need_one_of("schedule", schedule, ("HA1985", "HA1988"))
    need_one_of("regime", regime, ("old", "new"))
    act = {"HA1985": "HA 1985", "HA1988": "HA 1988"}[schedule]
    raise GroundNotForTenancy(
        "grounds",
        f"Ground {known(wanted)} is not in {act} Sch 2 ({regime} regime).",
        "Choose a ground of the schedule that governs this notice.",
    )


def tidy(code: str) -> str:
    """A ground number as the tables write it: `ground 7a` becomes `7A`."""
    return str(code).strip().upper().removeprefix("GROUND").strip()


def known(code: str) -> str:
    """The ground number, if any schedule has it. Raises UnknownGround."""
    if any(found.code == code for found in GROUNDS):
        return code
    raise UnknownGround("grounds", f"There is no Ground '{code}'.", "Check the number against the schedule.")
