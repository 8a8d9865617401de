"""Every explained answer of the law room over a spread of days: for snapshots and for rules that hold of all."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from law import (
    absolute,
    benefits,
    breathing_space,
    clear_days,
    court,
    debt,
    demoted,
    effects,
    enforcement,
    fees,
    flexible,
    goods,
    ground_texts,
    grounds,
    high_court,
    introductory,
    money,
    new_regime,
    notice_to_quit,
    notices,
    orders,
    past_end,
    regime,
    rent_due,
    rent_lines,
    section21,
    service,
    terms,
    windows,
)
from law.explained import Explained
from law.periods import RentPeriod, ntq_date
from law.tenancies import Occupancy

DAYS = (
    date(2026, 1, 31),
    date(2026, 11, 20),
    date(2026, 12, 24),
    date(2027, 2, 28),
    date(2027, 3, 25),
    date(2028, 2, 29),
)
PERIODS = {
    "weekly": RentPeriod("week", 1, date(2026, 1, 5)),
    "fortnightly": RentPeriod("week", 2, date(2026, 1, 5)),
    "four-weekly": RentPeriod("week", 4, date(2026, 4, 6)),
    "monthly from the 31st": RentPeriod("month", 1, date(2025, 12, 31)),
    "quarterly": RentPeriod("quarter", 1, date(2026, 1, 1)),
    "yearly": RentPeriod("year", 1, date(2025, 4, 6)),
}
WEEKLY = PERIODS["weekly"]


def everything(days: Sequence[date] = DAYS) -> Iterator[tuple[str, Explained[Any]]]:
    """Each answer with a name that says which question it answers."""
    for day in days:
        for name, result in _of(day):
            for part, told in _explained(result):
                yield f"{day} {name}{part}", told
    for name, result in _not_by_day():
        for part, told in _explained(result):
            yield f"{name}{part}", told


def _of(day: date) -> Iterator[tuple[str, object]]:
    for name, period in PERIODS.items():
        yield f"notice to quit, {name}", ntq_date(day, period)
        for codes in (["1"], ["1", "2"]):
            told = notices.notice_dates("s83", day, period, codes)
            yield f"s83 {codes} {name}", told
            for cautious in (told.specified_minimum, told.specified_recommended):
                claim = notices.claim_dates("s83", day, cautious.value, period, codes)
                yield f"s83 {codes} {name} claim on {cautious.code}", claim
        for codes in (["8", "10", "11"], ["8", "14"], ["7A", "14"], ["8", "9"]):
            told = notices.notice_dates("s8", day, period, codes)
            yield f"s8 {codes} {name}", told
            claim = notices.claim_dates("s8", day, told.specified_recommended.value, period, codes)
            yield f"s8 {codes} {name} claim", claim
        yield f"s83ZA {name}", absolute.absolute_notice_dates(day, period)
        yield f"s128 {name}", introductory.section_128(day, period, day - timedelta(days=200))
        yield f"s143E {name}", demoted.section_143e(day, period, day - timedelta(days=200))
        yield f"s21 {name}", section21.section_21(day, period, day - timedelta(days=120))
        yield f"dead tenant {name}", notice_to_quit.notice_to_quit(day, period, deceased=True)
    yield "s8 fixed term", notices.notice_dates("s8", day, None, ["7A"], fixed_term=True)
    yield "s8 fixed term, long", notices.notice_dates("s8", day, None, ["7", "8"], fixed_term=True)
    for codes in (["14"], ["8", "10"], ["12"], ["7"], ["1A"]) if day >= regime.PRIVATE_COMMENCEMENT else ():
        told = new_regime.new_regime_dates(day, codes)
        yield f"new regime {codes}", told
        yield (
            f"new regime {codes} claim",
            notices.claim_dates("s8", day, told.specified.value, None, codes, regime="new"),
        )
    begins = max(day + timedelta(days=40), regime.PRIVATE_COMMENCEMENT)
    yield "hand-over s21", new_regime.hand_over("s21", day, begins)
    yield "hand-over s8", new_regime.hand_over("s8", day, begins)
    fixed = absolute.absolute_notice_dates(day, None, fixed_term=True)
    yield "s83ZA fixed", fixed
    yield "s83ZA claim", absolute.absolute_claim_dates(day, fixed.minimum.value, None, fixed_term=True)
    yield "s84A review", absolute.absolute_review_request_by(day)
    yield "s84A window", absolute.absolute_window("1", day)
    yield "s84A window, closure order", absolute.absolute_window("4", day)
    yield "extension", introductory.extension(day)
    yield "extension review", introductory.extension_review_request_by(day)
    yield "s128 extended", introductory.section_128(day, WEEKLY, day - timedelta(days=400), extended=True)
    yield "non-renewal", flexible.non_renewal_latest(day)
    yield "non-renewal review", flexible.non_renewal_review_by(day)
    yield "s107D", flexible.section_107d(day, day + timedelta(days=10))
    yield "s107D late", flexible.section_107d(day, day - timedelta(days=10))
    yield "s21 fixed", section21.section_21(day, None, day - timedelta(days=500), fixed_term=True)
    yield "threatened", section21.threatened_from(day)
    yield "licence", notice_to_quit.licence_notice(day)
    yield "garage", notice_to_quit.notice_to_quit(day, WEEKLY, pea=False, contract_until=day + timedelta(days=60))
    yield "15A", windows.ground_15a_window(day)
    for method in service.SERVICE_METHODS:
        if service.service_method_problem(method, "provider", True) is None:
            for landlord in ("council", "provider"):
                yield f"served {method} {landlord}", service.notice_served(method, day, landlord, True)
            yield f"safe {method}", service.with_margin(service.notice_served(method, day, "council", True), method)
    for method in service.DOCUMENT_METHODS:
        yield f"deemed {method}", service.deemed_served_document(method, day)
        at = datetime.combine(day, time(16, 29))
        yield f"deemed {method} in hours", service.deemed_served_document(method, at)
        late = datetime.combine(day, time(16, 30))
        yield f"deemed {method} late", service.deemed_served_document(method, late)
    for n in (1, 5, 6, 14):
        yield f"{n} clear days after", clear_days.earliest_event(day, n)
        yield f"{n} clear days before", clear_days.last_day_before(day, n)
        yield f"within {n} days", clear_days.last_day_within(day, n)
        yield f"within {n} days at court", clear_days.last_day_within(day, n, at_court_office=True)
    yield "claim form", service.deemed_served_claim_form(day)
    yield "claim form, lax", service.deemed_served_claim_form_lax(day)
    for told_by in (
        court.hearing_earliest,
        court.hearing_standard_latest,
        court.claim_service_latest,
        court.defence_due,
        court.witness_statements_due,
        court.witness_statements_post_by,
        court.application_notice_due,
        court.ten_day_letter_due,
        court.appeal_by,
        court.restore_accelerated_by,
        court.set_aside_accelerated_by,
        court.filed,
        court.money_order_due,
        court.rent_statement_due,
        debt.reply_by,
        debt.documents_due,
        debt.issue_after_reply,
        debt.issue_after_documents,
        debt.issue_after_intention,
        debt.response_due,
        debt.stayed_from,
        debt.serve_by,
        enforcement.warrant_earliest,
        enforcement.six_years_from,
        enforcement.warrant_expires,
        enforcement.warrant_extended,
        high_court.trespass_writ_by,
        high_court.writ_expires,
        enforcement.permission_lapses,
        enforcement.eviction_earliest,
        enforcement.n54_latest_delivery,
        orders.postponed_order_dates,
        orders.postponed_possession_date,
        breathing_space.starts,
        breathing_space.standard_end,
        breathing_space.crisis_end,
        breathing_space.first_clear_day,
        breathing_space.extended_deadline,
        breathing_space.review_window,
        effects.debt_relief_end,
        effects.bankruptcy_discharge,
    ):
        yield told_by.__name__, told_by(day)
    yield "trespass", court.trespass_service_latest(day, "residential")
    yield "trespass, other land", court.trespass_service_latest(day, "other")
    yield "possession", orders.possession_date_latest(day, False)
    yield "possession, hardship", orders.possession_date_latest(day, True)
    yield "outright", orders.outright_possession_date(day, 28)
    for breach in ("none", "payment", "other"):
        yield f"permission {breach}", enforcement.permission_needed(ordered=day, on=day, breach=breach)
    old = day - timedelta(days=2300)
    yield (
        "permission, old",
        enforcement.permission_needed(ordered=old, on=day, breach="payment", parties_changed=True),
    )
    for relief in ("wide", "limited"):
        for executed in (False, True):
            told = enforcement.suspension_asked(relief, day, day + timedelta(days=42), executed)
            yield f"suspension {relief} {executed}", told
    later = day + timedelta(days=90)
    writ = high_court.writ_transfer(ordered=day, on=later, reason="delay", occupiers_told=day, n54_delivered=later)
    yield "High Court", writ
    yield "High Court, trespassers", high_court.writ_transfer(ordered=day, on=day, reason="loss", against="trespassers")
    yield "restitution by writ", high_court.restitution_permission("writ", day)
    yield "restitution by warrant", high_court.restitution_permission("warrant", day)
    yield "notified by post", breathing_space.notified(day, by_post=True)
    yield "notified", breathing_space.notified(day, by_post=False)
    for kind in ("rent", "other"):
        told = debt.last_day_to_sue(day, kind, [day + timedelta(days=9)], [day], (day, day + timedelta(days=2300)))  # type: ignore[arg-type]
        yield f"limitation {kind}", told
    yield "defence to a claim for money", debt.defence_due(day)
    for limit in (day, day + timedelta(days=400)):
        yield f"limit {limit}", breathing_space.limit_with_moratorium(limit, day, day + timedelta(days=59))
    yield "void", breathing_space.notice_void(day, day, day + timedelta(days=59))
    yield "not void", breathing_space.notice_void(day, day + timedelta(days=1), day + timedelta(days=59))
    for kind in fees.FEES:
        yield f"fee {kind}", fees.fee(kind, day)  # type: ignore[arg-type]
    yield "adjournment", fees.adjournment_fee(day, day + timedelta(days=14), True)
    yield "rent schedule", money.rent_schedule_from(day, None)
    yield "rent schedule, later default", money.rent_schedule_from(day, day - timedelta(days=100))
    yield "use and occupation", money.use_and_occupation(1692, day, day + timedelta(days=77))
    yield "interest", money.interest_to_judgment(184260, day, day + timedelta(days=210))
    yield "judgment interest", money.judgment_interest(642000, day, day + timedelta(days=30))
    yield "judgment interest, small", money.judgment_interest(499999, day, day + timedelta(days=30))
    for occupancy in (Occupancy.introductory, Occupancy.demoted_council, Occupancy.flexible):
        ended = past_end.past_end(occupancy, day - timedelta(days=800), day, term_last_day=day - timedelta(days=1))
        yield f"past end {occupancy}", ended
    yield "goods, money", goods.sale_from(day, money_claimed=True)
    yield "goods, council", goods.sale_from(day, money_claimed=False, council=True)
    yield "goods, agreed", goods.sale_from(day, money_claimed=False, agreed_days=14)
    suspended = terms.Terms(11842, 500, "weekly", day, WEEKLY, 269175)
    yield "terms", terms.compare(suspended, [(day, 12342)], day + timedelta(days=20))
    yield "terms, ahead", terms.compare(suspended, [(day, 99999)], day)
    yield "terms, kept", terms.compare(suspended, [(day, 12342)], day)
    yield "instalments", terms.last_instalment(suspended)


def _not_by_day() -> Iterator[tuple[str, object]]:
    on = date(2026, 11, 22)
    for held in effects.KINDS:
        for step in effects.STEPS:
            yield f"effect {step} {held}", effects.effect(step, held, on)  # type: ignore[arg-type]
    for step in effects.STEPS:
        for kind in ("standard", "crisis"):
            yield f"barred {step} {kind}", breathing_space.barred(step, kind)
    for occupancy, codes in (
        (Occupancy.secure, ["1"]),
        (Occupancy.secure, ["1", "84A"]),
        (Occupancy.assured, ["8", "10"]),
        (Occupancy.assured, ["10", "11"]),
        (Occupancy.introductory, []),
        (Occupancy.assured_shorthold, []),
    ):
        yield f"may suspend {occupancy} {codes}", orders.may_suspend(occupancy, codes, on)
    yield "dispense s83", notices.dispensation("s83", ["1"])
    yield "dispense s8", notices.dispensation("s8", ["8", "10"])
    yield "dispense s8 without 8", notices.dispensation("s8", ["10"])
    for name, period in PERIODS.items():
        if name not in ("four-weekly",):
            yield f"ground 8 {name}", grounds.ground8_threshold(period, 12000)
        yield f"daily rate {name}", money.daily_rate(12000, period)
        yield f"daily rate {name} by year", money.daily_rate(12000, period, "annual_365")
        yield f"direct payment {name}", money.direct_payment_threshold(12000, period)
    yield (
        "ground 8",
        grounds.ground8(period=WEEKLY, rent_pence=12000, arrears_at_notice_pence=96000, arrears_at_hearing_pence=95999),
    )
    yield (
        "rent due",
        rent_due.rent_due(
            [
                rent_lines.AccountLine(date(2026, 7, 6), "rent", 52000),
                rent_lines.AccountLine(date(2026, 11, 2), "court_cost", 41500),
                rent_lines.AccountLine(date(2026, 11, 9), "payment", -12000),
            ],
            on,
            awaited=[
                rent_due.AwaitedBenefit(
                    "universal_credit", 3000, date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 7)
                )
            ],
            frozen_from=date(2026, 11, 1),
            regime="new",
        ),
    )
    yield "words of a ground", ground_texts.ground_words(grounds.ground(Occupancy.assured, "8", on), on)
    for household in benefits.HOUSEHOLDS:
        yield f"allowance {household}", benefits.standard_allowance(household, on)  # type: ignore[arg-type]
    yield "UC range", benefits.uc_deduction_range(42490, on)
    yield "legacy of the day", benefits.legacy_deduction_on(on)
    yield "Housing Benefit direct", money.hb_direct_threshold(12000, WEEKLY)
    yield "accelerated costs", money.accelerated_costs(41500)
    yield "no interest, suspended", money.judgment_interest(642000, on, on, suspended=True)
    for begins in (None, date(2027, 10, 1)):
        yield f"regime {begins}", regime.regime_told(Occupancy.assured, on, begins)
        yield f"survives {begins}", new_regime.notice_survives("s8", Occupancy.assured, on, on, begins)
    yield "interest runs", money.judgment_interest_runs(500000)
    yield "costs", money.fixed_costs(41500)
    yield "UC", money.uc_deduction(42490, 15)
    yield "legacy", money.legacy_deduction(9205)
    yield "money claim", fees.money_claim_fee(120000)
    yield "interim", notice_to_quit.interim_notice("s.188")
    for suspended, breach in ((False, "none"), (True, "payment"), (True, "other")):
        yield f"form {suspended} {breach}", enforcement.request_form(suspended, breach)


def _explained(result: object, part: str = "") -> Iterator[tuple[str, Explained[Any]]]:
    if isinstance(result, Explained):
        yield part, result
    elif is_dataclass(result):
        for field in fields(result):
            yield from _explained(getattr(result, field.name), f"{part} {field.name}")
    elif isinstance(result, tuple):
        for item in result:
            yield from _explained(item, part)
