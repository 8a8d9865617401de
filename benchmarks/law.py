"""Explained notices a second on one core, each with its sentence: `python -m benchmarks.law [--seconds N]`.

Every notice is worked out afresh for another day of service; both dates (earliest and recommended) are told in words.
Counted by the time the processor spent on it, so that a busy machine does not change the figure.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date, timedelta

from law.introductory import section_128
from law.notices import notice_dates
from law.periods import RentPeriod

WEEKLY = RentPeriod("week", 1, date(2026, 1, 5))
MONTHLY = RentPeriod("month", 1, date(2026, 1, 1))
FIRST = date(2026, 1, 5)


def secure(day: date) -> int:
    """A section 83 notice on Ground 1."""
    told = notice_dates("s83", day, WEEKLY, ("1",))
    return len(told.specified_minimum.sentence()) + len(told.specified_recommended.sentence())


def assured(day: date) -> int:
    """A section 8 notice on Grounds 8, 10 and 11."""
    told = notice_dates("s8", day, MONTHLY, ("8", "10", "11"))
    return len(told.specified_minimum.sentence()) + len(told.specified_recommended.sentence())


def introductory(day: date) -> int:
    """A section 128 notice with its review, first claim and the end of the trial."""
    told = section_128(day, WEEKLY, FIRST)
    return len(told.specified_minimum.sentence()) + len(told.specified_recommended.sentence())


def a_second(notice: Callable[[date], int], seconds: float) -> float:
    """How many of them in a second."""
    made, began = 0, time.process_time()
    while (spent := time.process_time() - began) < seconds:
        for _ in range(100):
            notice(FIRST + timedelta(days=made % 3000))
            made += 1
    return made / spent


def main() -> None:
    """Print a line for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=3.0)
    seconds = parser.parse_args().seconds
    for notice in (secure, assured, introductory):
        print(f"{notice.__name__}: {a_second(notice, seconds):,.0f} explained notices a second")


if __name__ == "__main__":
    main()
