"""Goods left behind after eviction: how long they must be kept (Torts (Interference with Goods) Act 1977)."""

from datetime import date

from law.checks import need_date
from law.counting import add_months, days_after
from law.explained import Explained, Step, long_date
from law.rules import explain


def sale_from(notice: date, *, money_claimed: bool, council: bool = False, agreed_days: int = 28) -> Explained[date]:
    """The first day goods may be sold after notice of the intention to sell.

    Three months where money is claimed for keeping them; 28 days for a council acting under LG(MP)A 1982 s.41; else the
    days the tenancy agreement gives, a reasonable time. To be confirmed in every case.
    """
    given = f"given on {long_date(need_date('notice', notice))}"
    trigger = f"Notice of the intention to sell {given}"
    if money_claimed:
        day, words, cite = add_months(notice, 3), "Three months", "Torts (Interference with Goods) Act 1977 Sch 1"
    elif council:
        trigger = f"Notice to collect {given}"
        day, words, cite = days_after(notice, 28), "28 days", "LG(MP)A 1982 s.41"
    else:
        cite = "Torts (Interference with Goods) Act 1977 Sch 1; tenancy agreement"
        day, words = days_after(notice, agreed_days), f"{agreed_days} days, taken as a reasonable time,"
    step = Step(f"{words} after is {long_date(day)}", cite, day)
    return explain("goods_sale", day, trigger, step, on=notice, authority=cite)
