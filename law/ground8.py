"""Ground 8 in pence: the threshold, and whether it is met at service and at the hearing."""

from law.checks import need_one_of, need_pence
from law.errors import BadFact, NeedsLawyer
from law.explained import Explained, Step, pounds
from law.periods import RentPeriod, need_period
from law.regime import Regime
from law.rules import explain

_LIMBS: dict[Regime, dict[str, tuple[int, int, str]]] = {
    "old": {
        "weekly": (8, 1, "eight weeks' rent"),
        "fortnightly": (4, 1, "eight weeks' rent"),
        "monthly": (2, 1, "two months' rent"),
        "quarterly": (1, 1, "one quarter's rent more than three months overdue"),
        "yearly": (1, 4, "three months' rent more than three months overdue"),
    },
    "new": {
        "weekly": (13, 1, "thirteen weeks' rent"),
        "fortnightly": (13, 2, "thirteen weeks' rent"),
        "monthly": (3, 1, "three months' rent"),
    },
}
_CITE = {"old": "HA 1988 Sch 2 Ground 8", "new": "RRA 2025 Sch 1 para 24"}


def ground8_threshold(period: RentPeriod, rent_pence: int, regime: Regime = "old") -> Explained[int]:
    """The smallest sum in pence that makes out Ground 8, for rent of `rent_pence` each period.

    Old regime: HA 1988 Sch 2 Ground 8; new regime: RRA 2025 Sch 1 para 24. Raises NeedsLawyer for periods the ground
    does not name (four-weekly; quarterly and yearly under the new regime), NotPence, BadFact.
    """
    need_one_of("regime", regime, ("old", "new"))
    need_pence("rent_pence", rent_pence, 1)
    limb = _LIMBS[regime].get(need_period(period).name)
    if limb is None:
        raise NeedsLawyer(
            "period",
            f"Ground 8 does not name {period.name} rent in the {regime} regime.",
            "Ask a solicitor; rely on Grounds 10 and 11 meanwhile.",
        )
    times, parts, words = limb
    value = -(-rent_pence * times // parts)
    return explain(
        "ground8_threshold",
        value,
        f"Rent of {pounds(rent_pence)} {period.name}",
        Step(f"At least {words} is {pounds(value)}; equality is enough", _CITE[regime]),
        authority=_CITE[regime],
        unit="pence",
    )


def ground8(
    *,
    period: RentPeriod,
    rent_pence: int,
    arrears_at_notice_pence: int,
    arrears_at_hearing_pence: int | None,
    regime: Regime = "old",
    overdue_at_notice_pence: int | None = None,
    overdue_at_hearing_pence: int | None = None,
    uc_awaited_at_notice_pence: int = 0,
    uc_awaited_at_hearing_pence: int = 0,
) -> Explained[bool]:
    """Whether Ground 8 is made out on sums in pence; with no hearing figure yet, whether it was at service.

    Count only rent lawfully due. For quarterly and yearly rent the part more than three months overdue decides, given
    as `overdue_...`. The new regime leaves out what is unpaid only because a Universal Credit housing award has not
    been received, given as `uc_awaited_...`; the old regime does not (North British HA v Matthews [2004] EWCA Civ
    1736). Raises NeedsLawyer, NotPence, BadFact.
    """
    threshold = ground8_threshold(period, rent_pence, regime)
    by_age = period.months >= 3
    at_notice = _counted(
        "at_notice", arrears_at_notice_pence, overdue_at_notice_pence, uc_awaited_at_notice_pence, regime, by_age
    )
    steps = [*threshold.steps, _tested("at service", at_notice, threshold.value, regime)]
    made_out = at_notice >= threshold.value
    if arrears_at_hearing_pence is not None:
        at_hearing = _counted(
            "at_hearing",
            arrears_at_hearing_pence,
            overdue_at_hearing_pence,
            uc_awaited_at_hearing_pence,
            regime,
            by_age,
        )
        steps.append(_tested("at the hearing", at_hearing, threshold.value, regime))
        made_out = made_out and at_hearing >= threshold.value
    return explain("ground8", made_out, threshold.trigger, *steps, authority=_CITE[regime])


def _counted(when: str, arrears: int, overdue: int | None, awaited: int, regime: Regime, by_age: bool) -> int:
    need_pence(f"arrears_{when}_pence", arrears, None)
    need_pence(f"uc_awaited_{when}_pence", awaited)
    if overdue is not None:
        need_pence(f"overdue_{when}_pence", overdue)
    if not by_age:
        return arrears - (awaited if regime == "new" else 0)
    if overdue is None:
        raise BadFact(
            f"overdue_{when}_pence",
            "For quarterly and yearly rent only what is more than three months overdue counts.",
            "Give that part of the arrears.",
        )
    return overdue


def _tested(when: str, sum_pence: int, threshold: int, regime: Regime) -> Step:
    short = threshold - sum_pence
    verdict = "which is enough" if short <= 0 else f"{pounds(short)} short"
    return Step(f"{pounds(sum_pence)} counts {when}, {verdict}", _CITE[regime])
