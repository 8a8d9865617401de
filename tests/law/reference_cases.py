"""The generated part of the corpus: corner days put to the slow reference.

Written by `python -m tests.law.reference_cases`.

Nothing here or in `reference` uses the law room, so agreement means something.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Any

from tests.law import reference as slow

KEPT = Path(__file__).parent / "corpus"
SOURCE = "slow reference, tests/law/reference.py"
Case = dict[str, Any]

MONTH_ENDS = [slow.days_of(2027, month)[-1] for month in range(1, 13)]
LEAP = [date(2028, 1, 31), date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
CHRISTMAS = [
    *(date(2026, 12, d) for d in (24, 25, 26, 28, 31)),
    *(date(2027, 12, d) for d in (23, 24, 25, 26, 27)),
    date(2028, 1, 1),
    date(2028, 1, 3),
]
EASTER = [slow.easter_sunday(year) + n * slow.ONE for year in (2026, 2027, 2028) for n in (-3, -2, 0, 1, 2)]

POSTED_IN_THE_SHEETS = (date(2026, 12, 24), date(2027, 3, 25))

PERIODS: dict[str, slow.Period] = {
    "weekly": ("week", 1, date(2026, 1, 5)),
    "weekly from a Friday": ("week", 1, date(2026, 1, 2)),
    "fortnightly": ("week", 2, date(2026, 1, 5)),
    "four-weekly": ("week", 4, date(2026, 4, 6)),
    "monthly from the 1st": ("month", 1, date(2026, 1, 1)),
    "monthly from the 31st": ("month", 1, date(2025, 12, 31)),
    "quarterly": ("month", 3, date(2026, 1, 1)),
    "yearly": ("month", 12, date(2025, 4, 6)),
}


def notices() -> dict[str, Any]:
    """Notices and periods: `rule`, `input`, `expect`."""
    numbers = count(1)
    cases = [dict(id=f"R{next(numbers):03}", **case) for case in _notices()]
    ground8 = [dict(id=f"RG{n:02}", **case) for n, case in enumerate(_ground8(), 1)]
    return {"about": _about(), "cases": cases, "ground8_cases": ground8}


def court() -> dict[str, Any]:
    """Court clocks: `topic`, `given`, `expect`."""
    return {"about": _about(), "cases": [dict(id=f"S{n:03}", **case) for n, case in enumerate(_court(), 1)]}


def _about() -> str:
    return (
        f"Expected values from the {SOURCE}, which shares no code with the product. Do not edit: it is written afresh."
    )


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def _case(rule: str, title: str, given: Case, expect: Case, citation: str) -> Case:
    return {
        "title": title,
        "rule": rule,
        "input": _plain(given),
        "expect": _plain(expect),
        "citation": citation,
        "source": SOURCE,
    }


def _period(name: str) -> Case:
    unit, n, anchor = PERIODS[name]
    return {"unit": unit, "n": n, "anchor": anchor, "meaning": name}


def _rows(corners: list[date], names: list[str]) -> Iterator[tuple[date, str]]:
    """Each corner once, the periods by turns."""
    for n, day in enumerate(corners):
        yield day, names[n % len(names)]


def _notices() -> Iterator[Case]:
    for day, name in _rows([*MONTH_ENDS, *LEAP, *CHRISTMAS], list(PERIODS)):
        low, last = slow.notice_to_quit(day, PERIODS[name])
        yield _case(
            "ntq_date_s83",
            f"Section 83, {name}, served {day}",
            {"served": day, "period": _period(name), "ground": "1"},
            {"min": _secure(low), "recommended": _secure(last)},
            "HA 1985 s.83(4)-(5); PEA 1977 s.5(1); Crate v Miller; Schnabel v Allard",
        )
    for n, (day, name) in enumerate(_rows([*MONTH_ENDS, *LEAP], ["monthly from the 1st", "weekly", "quarterly"])):
        grounds = (["8", "10", "11"], ["9"], ["7", "8"], ["7A"])[n % 4]
        specified = slow.section_8(day, PERIODS[name], grounds)
        lapse = slow.months_on(day, 12)
        yield _case(
            "s8_social",
            f"Section 8 on {', '.join(grounds)}, {name}, served {day}",
            {"served": day, "period": _period(name), "grounds": grounds},
            {
                "specified_date_min": specified,
                "issue_from_safe": specified + slow.ONE,
                "lapse_date": lapse,
                "safe_issue_by": lapse - slow.ONE,
            },
            "HA 1988 s.8(3)-(4B)",
        )
    for n, day in enumerate([*MONTH_ENDS, *LEAP]):
        ground, length = (("8", "4 weeks"), ("12", "2 weeks"), ("7", "2 months"), ("1A", "4 months"))[n % 4]
        specified = slow.section_8_new(day, length)
        yield _case(
            "s8_rra",
            f"New regime, Ground {ground}, served {day}",
            {"served": day, "grounds": [ground]},
            {"period_last_day": specified - slow.ONE, "specified_date_min": specified},
            "HA 1988 s.8(4AA) as amended by RRA 2025 s.3",
        )
    for day, name in _rows(LEAP + MONTH_ENDS[:6], ["weekly", "monthly from the 1st"]):
        start = slow.months_on(day, -8)
        low, last = slow.notice_to_quit(day, PERIODS[name])
        end = slow.months_beginning(start, 12)
        yield _case(
            "s128",
            f"Section 128, {name}, served {day}",
            {"served": day, "period": _period(name), "tenancy_start": start},
            {
                "trial_last_day": end,
                "review_request_last_day": day + 13 * slow.ONE,
                "min": {"specified_date": low, "issue_from": low + slow.ONE},
                "recommended": {"specified_date": last, "issue_from": last + slow.ONE},
                "issue_by": end,
                "feasible": low + slow.ONE <= end,
            },
            "HA 1996 ss.125, 128-130",
        )
    for day in [*CHRISTMAS[:10], *EASTER[:10]]:
        if slow.is_open(day) and day not in POSTED_IN_THE_SHEETS:
            second = day + 2 * slow.ONE
            yield _case(
                "post_deemed",
                f"First class, posted {day}",
                {"posted": day, "class": "first_class"},
                {
                    "deemed_service_date": slow.nth_open(day, 2),
                    "cpr_6_26_date_not_to_be_used": slow.first(second, slow.is_open),
                },
                "Interpretation Act 1978 s.7; Practice Direction [1985] 1 All ER 889; contrast CPR 6.26",
            )
    for day in LEAP:
        yield _case(
            "breathing_standard",
            f"Entered on the register {day}",
            {"registered": day},
            {
                "start": day + slow.ONE,
                "end": day + 60 * slow.ONE,
                "first_clear_day": day + 61 * slow.ONE,
                "creditor_review_request_last_day": day + 20 * slow.ONE,
                "midway_review_by": day + 35 * slow.ONE,
                "extended_limitation_last_day": day + (60 + 55) * slow.ONE,
            },
            "SI 2020/1311 regs 8-9, 17, 26-27",
        )


def _secure(specified: date) -> Case:
    lapse = slow.months_on(specified, 12)
    return {
        "specified_date": specified,
        "issue_from": specified + slow.ONE,
        "lapse_date": lapse,
        "safe_issue_by": lapse - slow.ONE,
    }


def _ground8() -> Iterator[Case]:
    limbs = {
        ("current", "weekly"): Fraction(8),
        ("current", "fortnightly"): Fraction(4),
        ("current", "monthly"): Fraction(2),
        ("rra", "weekly"): Fraction(13),
        ("rra", "fortnightly"): Fraction(13, 2),
        ("rra", "monthly"): Fraction(3),
    }
    for (rule, cycle), periods in limbs.items():
        rent = 11843
        enough = slow.ground_8(rent, periods)
        for short in (0, 1):
            yield {
                "title": f"{cycle}, {rule}, {'a penny short' if short else 'equality'} at the hearing",
                "input": {
                    "rule": rule,
                    "rent_cycle": cycle,
                    "rent_pence": rent,
                    "rent_arrears_at_notice_pence": enough,
                    "rent_arrears_at_hearing_pence": enough - short,
                },
                "expect": {"threshold_pence": enough, "outcome": "not_made_out" if short else "made_out"},
                "citation": "HA 1988 Sch 2 Ground 8" if rule == "current" else "RRA 2025 Sch 1 para 24",
                "source": SOURCE,
            }


def _topic(topic: str, rule: str, given: Case, expect: Case) -> Case:
    title = f"{topic.replace('_', ' ')}, {', '.join(str(value) for value in _plain(given).values())}"
    return {
        "topic": topic,
        "title": title,
        "rule": rule,
        "given": _plain(given),
        "expect": _plain(expect),
        "source": SOURCE,
    }


def _court() -> Iterator[Case]:
    """Backward counts on hearings just after closed days; forward counts from corner days."""
    opened: list[date] = []
    for day in (date(2027, 1, 4), *(d + slow.ONE for d in CHRISTMAS), *(d + 2 * slow.ONE for d in EASTER)):
        found = slow.first(day, slow.is_open)
        if found not in opened:
            opened.append(found)
    for n, hearing in enumerate(opened):
        witness, notice = slow.latest_before(hearing, 2), slow.latest_before(hearing, 3)
        yield _topic(
            "witness_statements",
            "CPR 55.8(4), 2.8(4)",
            {"hearing": hearing},
            {"count_gives": witness, "last_day": slow.last_open(witness)},
        )
        if n % 2:
            yield _topic(
                "application_notice",
                "CPR 23.7(1)(b), 2.8(4)",
                {"hearing": hearing},
                {"last_day": slow.last_open(notice)},
            )
        else:
            served = slow.last_open(slow.latest_before(hearing, 21))
            yield _topic(
                "service_21_days", "CPR 55.5(3)(c), 2.8", {"hearing": hearing}, {"last_deemed_service": served}
            )
    yield from _forward([*MONTH_ENDS, *LEAP, *CHRISTMAS[:7], *EASTER])


def _forward(corners: list[date]) -> Iterator[Case]:
    asked: list[Callable[[date], Case]] = [_hearing_window, _defence, _n54, _claim_form, _order, _warrant, _breach]
    for n, day in enumerate(corners):
        for ask in (asked[n % len(asked)], asked[(n + 3) % len(asked)]):
            yield ask(day)


def _hearing_window(day: date) -> Case:
    expect = {"earliest_hearing": slow.earliest_after(day, 28), "standard_period_ends": day + 56 * slow.ONE}
    return _topic("hearing_window", "CPR 55.5(3)(a)-(b)", {"issued": day}, expect)


def _defence(day: date) -> Case:
    nominal = day + 14 * slow.ONE
    expect = {"nominal": nominal, "last_day": slow.first(nominal, slow.is_open)}
    return _topic("defence", "CPR 15.4, 2.8(5)", {"served": day}, expect)


def _n54(day: date) -> Case:
    return _topic("n54", "CPR 83.8A(2), 2.8", {"delivered": day}, {"earliest_eviction": slow.earliest_after(day, 14)})


def _claim_form(day: date) -> Case:
    expect = {
        "deemed_served_strict": slow.nth_open(day, 2),
        "deemed_served_lax": slow.first(day + 2 * slow.ONE, slow.is_open),
    }
    return _topic("deemed_service", "CPR 6.14, 7.5(1)", {"step": day}, expect)


def _order(day: date) -> Case:
    expect = {
        "latest_ordinary": day + 14 * slow.ONE,
        "latest_exceptional_hardship": day + timedelta(weeks=6),
    }
    return _topic("mandatory_order", "HA 1980 s.89(1)", {"order": day}, expect)


def _warrant(day: date) -> Case:
    expect = {"valid_through": slow.months_beginning(day, 12)}
    return _topic("warrant_life", "CPR 83.3(3)", {"issued": day}, expect)


def _breach(day: date) -> Case:
    expect = {
        "earliest_application": slow.earliest_after(day, 14),
        "latest_application": slow.months_on(day, 3),
        "reply_by": day + 7 * slow.ONE,
    }
    return _topic("n28a", "PD 55A 10.3-10.4", {"notice": day}, expect)


FILES = {"reference-notices.json": notices, "reference-court.json": court}


def written(document: dict[str, Any]) -> str:
    """The document as its file holds it: a case a line."""
    lists = [f' "about": {json.dumps(document["about"])}']
    for name in ("cases", "ground8_cases"):
        if name in document:
            rows = ",\n".join(f"  {json.dumps(case, ensure_ascii=False)}" for case in document[name])
            lists.append(f' "{name}": [\n{rows}\n ]')
    return "{\n" + ",\n".join(lists) + "\n}\n"


if __name__ == "__main__":
    for file, make in FILES.items():
        (KEPT / file).write_text(written(make()), "utf-8")
