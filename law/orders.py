"""What an order may say, and how the rent account stands against its terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from law.calendar import closed_because, next_business_day
from law.checks import need_count, need_date, need_list
from law.counting import add_months, clear_days_after, days_after
from law.errors import BadFact
from law.explained import Confidence, Explained, Step, long_date
from law.grounds import Ground, ground
from law.rules import explain
from law.tenancies import TENANCIES, Occupancy
from law.terms import DueLine, Terms, TermsPosition, compare, due_by, last_instalment

__all__ = [
    "DueLine",
    "PostponedDates",
    "Terms",
    "TermsPosition",
    "compare",
    "due_by",
    "last_instalment",
    "may_suspend",
    "outright_possession_date",
    "possession_date_latest",
    "postponed_order_dates",
    "postponed_possession_date",
    "s89_applies",
]

_POWERS = {"HA 1985": "HA 1985 s.85", "HA 1988": "HA 1988 s.9"}  # no other Act gives one


def possession_date_latest(ordered: date, hardship: bool) -> Explained[date]:
    """The latest possession date where HA 1980 s.89(1) applies: 14 days, or six weeks on exceptional hardship."""
    need_date("ordered", ordered)
    day = days_after(ordered, 42 if hardship else 14)
    words = "Six weeks after, exceptional hardship being found," if hardship else "14 days after the order"
    step = Step(f"{words} is {long_date(day)}", "HA 1980 s.89(1)", day)
    return explain("s89_latest", day, f"Order made on {long_date(ordered)}", step, on=ordered)


def s89_applies(grounds_proved: Sequence[str], occupancy: Occupancy, on: date, social: date | None = None) -> bool:
    """Whether HA 1980 s.89(1) limits the possession date: yes unless reasonableness was the test for every ground.

    `on` is the day of the order; `social` is the social-housing commencement date of RRA 2025, if set. Raises
    UnknownGround, GroundNotForTenancy, BadFact.
    """
    return not _reasonableness_decides(occupancy, grounds_proved, on, social)


def may_suspend(
    occupancy: Occupancy, grounds_proved: Sequence[str], on: date, social: date | None = None
) -> Explained[bool]:
    """Whether the court has its wide power to stay, suspend or postpone (HA 1985 s.85(2); HA 1988 s.9(2)).

    One mandatory ground proved is enough to shut it out (HA 1988 s.9(6); HA 1985 s.85(1)); HA 1980 s.89 is then all
    there is. `social` is the social-housing commencement date of RRA 2025, if set. Raises UnknownGround,
    GroundNotForTenancy, BadFact.
    """
    allowed = _reasonableness_decides(occupancy, grounds_proved, on, social)
    named = ", ".join(grounds_proved)
    trigger = f"Ground {named} proved" if named else f"{TENANCIES[occupancy].title}, no ground needed"
    cite = _POWERS.get(TENANCIES[occupancy].act, "")
    if allowed:
        step = Step("The court had to find possession reasonable, so it may stay, suspend or postpone", cite)
        mark = Confidence.A if cite == "HA 1985 s.85" else Confidence.B  # only the text of s.85 was read
        return explain("may_suspend", True, trigger, step, on=on, authority=cite, confidence=mark)
    limit = Step("Possession was mandatory: 14 days, or six weeks on exceptional hardship", "HA 1980 s.89(1)")
    authority = f"{cite}; HA 1980 s.89(1)" if cite else "HA 1980 s.89(1)"
    return explain("may_suspend", False, trigger, limit, on=on, authority=authority)


def _reasonableness_decides(occupancy: Occupancy, codes: Sequence[str], on: date, social: date | None) -> bool:
    need_date("on", on)
    proved: list[Ground] = [ground(occupancy, code, on, social) for code in need_list("grounds_proved", codes)]
    if proved:
        return all(g.power == "discretionary" for g in proved)
    if occupancy in (Occupancy.secure, Occupancy.secure_fixed, Occupancy.assured, Occupancy.assured_market):
        raise BadFact("grounds_proved", "An order for this tenancy rests on a ground.", "Say which were proved.")
    return False


def outright_possession_date(ordered: date, days: int) -> Explained[date]:
    """The possession date of an outright order made 'in so many days'; the sealed order decides (form N26)."""
    day = days_after(ordered, need_count("days", days))
    step = Step(f"{days} days after the order is {long_date(day)}", "Form N26", day)
    return explain("outright_date", day, f"Order made on {long_date(ordered)}", step, on=ordered)


@dataclass(frozen=True)
class PostponedDates:
    """The window after a breach notice under a postponed order: first and last day to apply, and the tenant's reply."""

    apply_from: Explained[date]
    apply_by: Explained[date]
    reply_by: Explained[date]


def postponed_order_dates(breach_notice: date) -> PostponedDates:
    """The days that follow a breach notice under a postponed order (PD 55A 10.3, 10.4(3))."""
    trigger = f"Breach notice given on {long_date(need_date('breach_notice', breach_notice))}"
    first, last, reply = clear_days_after(breach_notice, 14), add_months(breach_notice, 3), days_after(breach_notice, 7)

    def told(code: str, words: str, cite: str, day: date) -> Explained[date]:
        return explain(code, day, trigger, Step(f"{words} {long_date(day)}", cite, day), on=breach_notice)

    return PostponedDates(
        told("postponed_earliest", "14 clear days leave", "PD 55A 10.3", first),
        told("postponed_latest", "Three months after is", "PD 55A 10.3", last),
        told("postponed_reply", "Seven days after is", "PD 55A 10.4(3)", reply),
    )


def postponed_possession_date(determined: date) -> Explained[date]:
    """The date the court normally fixes under a postponed order: the next working day (PD 55A 10.8(2)(a))."""
    nominal = days_after(determined, 1)
    steps = [Step(f"The next day is {long_date(nominal)}", "PD 55A 10.8(2)(a)", nominal)]
    day = next_business_day(nominal)
    if day != nominal:
        words = f"That is {closed_because(nominal)}, so the next working day: {long_date(day)}"
        steps.append(Step(words, "PD 55A 10.8(2)(a)", day))
    return explain("postponed_date", day, f"Application decided on {long_date(determined)}", *steps, on=determined)
