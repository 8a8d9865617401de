"""Money in whole pence: daily rates, the rent schedule's first day, interest, costs and deductions."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from law.checks import need_count, need_date, need_list, need_one_of, need_pence
from law.counting import add_months
from law.errors import BadFact
from law.explained import Confidence, Explained, Step, long_date, pounds
from law.fees import COSTS
from law.periods import RentPeriod, need_period
from law.rules import explain

Convention = Literal["pcs", "annual_365"]
PCS_MONTH_DAYS = Decimal("30.44")
INTEREST_PER_CENT = 8
JUDGMENT_INTEREST_FROM_PENCE = 500000  # SI 1991/1184 art 1(2)
COMMENCEMENT_COSTS_PENCE = COSTS["commencement"].pence
ORDER_COSTS_PENCE = COSTS["order"].pence


def half_up(value: Decimal) -> int:
    """To the nearest whole number; a half goes up."""
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def _yearly(rent: Decimal, period: RentPeriod, rent_weeks: int) -> Decimal:
    if need_period(period).months:
        return rent * 12 / period.months
    return rent * need_count("rent_weeks", rent_weeks) * 7 / period.days


def daily_rate(
    rent_pence: int, period: RentPeriod, convention: Convention = "pcs", rent_weeks: int = 52
) -> Explained[int]:
    """The daily rate in pence for rent of that many pence a period, half a penny going up.

    `pcs`: days in the period, a month being 30.44 days, as HMCTS's digital service counts. `annual_365`: the year's
    rent by 365, `rent_weeks` being the weeks charged in a year. The convention is stated in the steps (PD 55A 2.3(3)).
    """
    need_pence("rent_pence", rent_pence)
    need_one_of("convention", convention, ("pcs", "annual_365"))
    need_count("rent_weeks", rent_weeks)
    rent = Decimal(rent_pence)
    trigger = f"Rent of {pounds(rent_pence)} {need_period(period).name}"
    in_pcs = period.name in ("weekly", "fortnightly", "monthly")
    if convention == "pcs" and period.months < 3:
        days = Decimal(period.days) if period.days else PCS_MONTH_DAYS * period.months
        value = half_up(rent / days)
        words = f"Divided by {days} days: {pounds(value)} a day"
    else:
        yearly = _yearly(rent, period, rent_weeks)
        value = half_up(yearly / 365)
        words = f"{pounds(half_up(yearly))} a year divided by 365: {pounds(value)} a day"
    step = Step(words, "HMCTS digital service" if convention == "pcs" and in_pcs else "practice")
    by_weeks = convention == "annual_365" and rent_weeks != 52
    mark = Confidence.A if in_pcs and not by_weeks else Confidence.C
    return explain("daily_rate", value, trigger, step, confidence=mark, unit="pence")


def direct_payment_threshold(rent_pence: int, period: RentPeriod, rent_weeks: int = 52) -> Explained[int]:
    """The arrears in pence from which the DWP may be asked to pay the landlord: two months' rent, to be confirmed."""
    yearly = _yearly(Decimal(need_pence("rent_pence", rent_pence)), period, rent_weeks)
    value = half_up(yearly / 6)
    step = Step(f"Two months' rent is {pounds(value)}", "DWP managed payment rules")
    return explain("direct_payment", value, f"Rent of {pounds(rent_pence)} {period.name}", step, unit="pence")


def hb_direct_threshold(rent_pence: int, period: RentPeriod) -> Explained[int]:
    """The arrears in pence from which Housing Benefit is paid to the landlord: eight weeks' rent (HB Regs 2006 reg 95).

    Not where that would be against the claimant's interest. To be confirmed.
    """
    rent = Decimal(need_pence("rent_pence", rent_pence))
    weekly = rent * 7 / period.days if need_period(period).days else rent * 12 / period.months / 52
    value = half_up(weekly * 8)
    step = Step(f"Eight weeks' rent is {pounds(value)}", "HB Regs 2006 reg 95")
    return explain("hb_direct", value, f"Rent of {pounds(rent_pence)} {period.name}", step, unit="pence")


def rent_schedule_from(issued: date, first_default: date | None) -> Explained[date]:
    """The first day of the rent schedule: two years before issue, or the first default if later (PD 55A 2.3(2))."""
    two_years = add_months(issued, -24)
    steps = [Step(f"Two years before issue is {long_date(two_years)}", "PD 55A 2.3(2)", two_years)]
    day = two_years
    if first_default is not None:
        day = max(two_years, need_date("first_default", first_default))
        words = f"The first default was on {long_date(first_default)}; the later is {long_date(day)}"
        steps.append(Step(words, "PD 55A 2.3(2)", day))
    return explain("rent_schedule_from", day, f"Claim issued on {long_date(issued)}", *steps, on=issued)


def use_and_occupation(daily_pence: int, start: date, end: date) -> Explained[int]:
    """The charge in pence from the start to the day of possession, which is not charged (form N119 box 10)."""
    days = _days(start, end)
    value = need_pence("daily_pence", daily_pence) * days
    step = Step(f"{days} days at {pounds(daily_pence)} is {pounds(value)}", "Form N119 box 10")
    return explain("use_occupation", value, _span(start, end), step, on=end, unit="pence")


def interest_to_judgment(principal_pence: int, start: date, end: date) -> Explained[int]:
    """Simple interest in pence at 8% on a year of 365 days (CCA 1984 s.69). It must be pleaded."""
    return _interest("interest_claim", principal_pence, start, end, "CCA 1984 s.69")


def daily_interest(principal_pence: int) -> int:
    """A day's simple interest in pence at 8%, half a penny going up (CPR 16.4(2))."""
    return half_up(Decimal(need_pence("principal_pence", principal_pence)) * INTEREST_PER_CENT / 100 / 365)


def judgment_interest_runs(judgment_pence: int) -> Explained[bool]:
    """Whether a judgment of that many pence carries interest: from £5,000 (SI 1991/1184 art 1(2))."""
    runs = need_pence("judgment_pence", judgment_pence) >= JUDGMENT_INTEREST_FROM_PENCE
    step = Step(f"The limit is {pounds(JUDGMENT_INTEREST_FROM_PENCE)}", "SI 1991/1184 art 1(2)")
    return explain("interest_runs", runs, f"Judgment for {pounds(judgment_pence)}", step)


def judgment_interest(
    judgment_pence: int, start: date, end: date, *, instalments_kept: bool = False, suspended: bool = False
) -> Explained[int]:
    """Simple interest in pence at 8% on a judgment; none below £5,000 (CCA 1984 s.74; SI 1991/1184).

    None either while the instalments it sets are paid up to date, nor while its money part is suspended on terms.
    """
    _days(start, end)
    for spared, words in (
        (instalments_kept, "The instalments it sets are paid up to date"),
        (suspended, "Its money part is suspended on terms"),
    ):
        if spared:
            trigger = f"Judgment for {pounds(need_pence('judgment_pence', judgment_pence))}"
            step = Step(f"{words}, so none runs meanwhile", "SI 1991/1184")
            return explain("interest_judgment", 0, trigger, step, on=end, unit="pence")
    if not judgment_interest_runs(judgment_pence).value:
        step = Step("Judgments below £5,000.00 carry none", "SI 1991/1184 art 1(2)")
        return explain("interest_judgment", 0, f"Judgment for {pounds(judgment_pence)}", step, unit="pence")
    return _interest("interest_judgment", judgment_pence, start, end, "CCA 1984 s.74")


def judgment_interest_on(judgment_pence: int, owed: Sequence[tuple[date, date, int]]) -> Explained[int]:
    """Simple interest in pence at 8% on what was still owed of a judgment; none below £5,000 (CCA 1984 s.74).

    `owed` are stretches of time: first day, day after the last, and the pence owed in it. A judgment that began at
    £5,000 or more goes on carrying interest on its balance. Days on which none runs are left out by whoever asks:
    before the day it was payable by, while its instalments are kept (SI 1991/1184 art 2), in a moratorium.
    """
    trigger = f"Judgment for {pounds(need_pence('judgment_pence', judgment_pence))}"
    if not judgment_interest_runs(judgment_pence).value:
        step = Step("Judgments below £5,000.00 carry none", "SI 1991/1184 art 1(2)")
        return explain("interest_judgment", 0, trigger, step, unit="pence")
    steps, total = [], Decimal(0)
    for start, end, pence in need_list("owed", owed):
        days = _days(start, end)
        total += Decimal(need_pence("pence", pence)) * INTEREST_PER_CENT / 100 * days / 365
        if days and pence:
            words = f"From {long_date(start)}: {days} days at 8% simple on {pounds(pence)}"
            steps.append(Step(words, "CCA 1984 s.74"))
    if not steps:
        steps.append(Step("No day has passed on which it runs", "SI 1991/1184 art 2"))
    return explain("interest_judgment", half_up(total), trigger, *steps, confidence=Confidence.C, unit="pence")


def fixed_costs(
    court_fee_pence: int,
    commencement_pence: int = COMMENCEMENT_COSTS_PENCE,
    order_pence: int = ORDER_COSTS_PENCE,
    on: date | None = None,
) -> Explained[int]:
    """Fixed costs on a possession order with the court fee, in pence, by the rule of the day or of now (CPR 45).

    They are a legal representative's charges, an employed one's too; an officer who is none earns none: give 0 twice.
    """
    costs = need_pence("commencement_pence", commencement_pence) + need_pence("order_pence", order_pence)
    total = costs + need_pence("court_fee_pence", court_fee_pence)
    words = f"{pounds(commencement_pence)} and {pounds(order_pence)} make {pounds(costs)}; with the fee {pounds(total)}"
    trigger = f"Court fee of {pounds(court_fee_pence)}"
    return explain("fixed_costs", total, trigger, Step(words, "PD 45 Table 4"), on=on, unit="pence")


def personal_service_costs(defendants: int) -> int:
    """The commencement costs in pence where so many defendants were served personally (CPR 45; to be confirmed)."""
    further = need_count("defendants", defendants) - 1
    return COSTS["personal_service"].pence + COSTS["further_defendant"].pence * further


def accelerated_costs(court_fee_pence: int, on: date | None = None) -> Explained[int]:
    """Fixed costs of an accelerated claim with the court fee, in pence: one sum for all (CPR 45.6(2) as it was)."""
    costs = COSTS["accelerated"]
    total = costs.pence + need_pence("court_fee_pence", court_fee_pence)
    step = Step(f"{pounds(costs.pence)} all in; with the fee {pounds(total)}", costs.source)
    trigger = f"Accelerated claim, court fee of {pounds(court_fee_pence)}"
    return explain("fixed_costs", total, trigger, step, on=on, confidence=costs.confidence, unit="pence")


def uc_deduction(standard_allowance_pence: int, per_cent: int) -> Explained[int]:
    """A monthly Universal Credit deduction in pence: a share of the standard allowance (SI 2013/380 Sch 6)."""
    need_pence("standard_allowance_pence", standard_allowance_pence)
    value = half_up(Decimal(standard_allowance_pence) * need_count("per_cent", per_cent) / 100)
    step = Step(f"{per_cent}% is {pounds(value)}", "SI 2013/380 Sch 6 para 7")
    return explain("uc_deduction", value, f"Standard allowance {pounds(standard_allowance_pence)}", step, unit="pence")


def legacy_deduction(weekly_allowance_pence: int) -> Explained[int]:
    """A weekly legacy-benefit deduction in pence: 5% of the allowance, up to the next 5p (SI 1987/1968 Sch 9)."""
    need_pence("weekly_allowance_pence", weekly_allowance_pence)
    value = -(-weekly_allowance_pence // 100) * 5
    step = Step(f"5% up to the next 5p is {pounds(value)}", "SI 1987/1968 Sch 9")
    return explain("legacy_deduction", value, f"Weekly allowance {pounds(weekly_allowance_pence)}", step, unit="pence")


def _interest(code: str, principal_pence: int, start: date, end: date, authority: str) -> Explained[int]:
    days = _days(start, end)
    principal = Decimal(need_pence("principal_pence", principal_pence))
    value = half_up(principal * INTEREST_PER_CENT / 100 * days / 365)
    step = Step(f"{days} days at 8% simple on {pounds(principal_pence)} is {pounds(value)}", authority)
    return explain(code, value, _span(start, end), step, on=end, unit="pence")


def _days(start: date, end: date) -> int:
    days = (need_date("end", end) - need_date("start", start)).days
    if days < 0:
        raise BadFact("end", "The end is before the start.", "Check both days.")
    return days


def _span(start: date, end: date) -> str:
    return f"From {long_date(start)} to {long_date(end)}"
