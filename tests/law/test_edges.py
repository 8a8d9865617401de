"""The very edge of each rule: the day, the penny or the word at which it turns."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from law import (
    absolute,
    breathing_space,
    calendar,
    checks,
    counting,
    court,
    demoted,
    enforcement,
    fees,
    flexible,
    goods,
    ground8,
    introductory,
    money,
    new_regime,
    notice_to_quit,
    notices,
    orders,
    routes,
    section21,
    service,
    statistics,
)
from law.errors import BadFact, NeedsLawyer, NotPence, NotThisRoute, TooEarly
from law.explained import pounds
from law.periods import RentPeriod, ntq_date, one_period_after
from law.rules import RULES
from law.tenancies import Occupancy
from law.terms import Terms, compare

WEEKLY = RentPeriod("week", 1, date(2026, 1, 5))


@pytest.mark.parametrize(
    ("condition", "last", "words"),
    [
        ("1", date(2027, 1, 14), "Twelve months"),
        ("2", date(2027, 1, 14), "Twelve months"),
        ("3", date(2027, 1, 14), "Twelve months"),
        ("4", date(2026, 4, 14), "Three months"),
        ("5", date(2027, 1, 14), "Twelve months"),
    ],
)
def test_each_condition_of_the_absolute_ground_has_its_window(condition: str, last: date, words: str) -> None:
    told = absolute.absolute_window(condition, date(2026, 1, 15))  # type: ignore[arg-type]
    assert told.value == last
    assert told.steps[0].text.startswith(f"{words} beginning with that day")


def test_a_claim_on_the_absolute_ground_is_on_a_periodic_tenancy_unless_said() -> None:
    told = absolute.absolute_claim_dates(date(2026, 11, 9), date(2026, 12, 7), WEEKLY)  # a month would be the 9th
    assert told.issue_from.value == date(2026, 12, 8)


def test_a_breathing_space_of_one_day_has_that_day() -> None:
    day = date(2026, 11, 20)
    assert breathing_space.notice_void(day, day, day).value is True


def test_christmas_day_is_closed_even_where_the_table_forgets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    christmas = date(2026, 12, 25)
    others = {day: name for day, name in calendar.BANK_HOLIDAYS.items() if day != christmas}
    monkeypatch.setattr(calendar, "BANK_HOLIDAYS", others)
    assert calendar.closed_because(christmas) == "Christmas Day"
    assert calendar.is_business_day(date(2026, 12, 24))


def test_rent_charged_under_an_order_is_whole_pence_on_whole_days() -> None:
    first = date(2027, 2, 5)
    with pytest.raises(NotPence):
        Terms(11842, 500, "weekly", first, WEEKLY, 269175, rent_charged=((first, 118.42),))  # type: ignore[arg-type]
    assert Terms(11842, 500, "weekly", first, WEEKLY, 269175, rent_charged=((first, 0),)).rent_charged


@pytest.mark.parametrize("count", [counting.days_after, counting.clear_days_after, counting.clear_days_before])
def test_a_count_of_nothing_is_a_count_and_a_negative_one_is_not(count: Callable[[date, int], date]) -> None:
    day = date(2026, 11, 20)
    assert abs((count(day, 0) - day).days) <= 1
    with pytest.raises(BadFact):
        count(day, -1)


@pytest.mark.parametrize(
    "count",
    [
        counting.months_beginning_last_day,
        counting.days_beginning_last_day,
        counting.weeks_beginning_last_day,
        counting.cpr_earliest_event,
        counting.cpr_count_back,
        counting.cpr_within,
    ],
)
def test_a_period_is_one_long_at_least(count: Callable[[date, int], date]) -> None:
    day = date(2026, 11, 20)
    assert count(day, 1)
    with pytest.raises(BadFact):
        count(day, 0)


def test_sums_and_counts_have_their_least() -> None:
    assert (checks.need_pence("x", 0), checks.need_count("x", 1), checks.need_pence("x", -5, None)) == (0, 1, -5)
    for least, refused in ((0, -1), (7, 6)):
        with pytest.raises(BadFact):
            checks.need_pence("x", refused, least)
    with pytest.raises(BadFact):
        checks.need_pence("x", -1)
    with pytest.raises(BadFact):
        checks.need_count("x", 0)
    for wrong in (True, 1.0, "1"):
        with pytest.raises(NotPence):
            checks.need_pence("x", wrong)
        with pytest.raises(BadFact):
            checks.need_count("x", wrong)


def test_an_hour_is_sixty_minutes() -> None:
    assert checks.london_day_and_minute("x", datetime(2026, 11, 20, 16, 29)) == (date(2026, 11, 20), 989)  # noqa: DTZ001
    assert checks.london_day_and_minute("x", datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == (date(2026, 7, 1), 30)


def test_why_no_permission_is_needed_is_said_of_the_breach_there_was() -> None:
    first, on = date(2026, 1, 5), date(2026, 11, 22)
    paid = enforcement.permission_needed(ordered=first, on=on, breach="payment")
    none = enforcement.permission_needed(ordered=first, on=on, breach="none")
    assert (paid.value, none.value) == (False, False)
    assert "failure to pay money" in paid.steps[0].text
    assert "less than six years old" in none.steps[0].text


def test_a_demotion_notice_is_in_time_from_the_first_day_to_the_last() -> None:
    effective = date(2026, 3, 2)
    for served in (effective, date(2027, 3, 1)):
        assert demoted.section_143e(served, WEEKLY, effective).demotion_end.value == date(2027, 3, 1)
    for served in (date(2026, 3, 1), date(2027, 3, 2)):
        with pytest.raises(NotThisRoute):
            demoted.section_143e(served, WEEKLY, effective)


@pytest.mark.parametrize(
    ("sum_pence", "fee"),
    [
        (1, 3500),
        (30000, 3500),
        (30001, 5000),
        (50000, 5000),
        (50001, 7000),
        (100000, 7000),
        (100001, 8000),
        (150000, 8000),
        (150001, 11500),
        (300000, 11500),
        (300001, 20500),
        (500000, 20500),
        (500001, 45500),
        (1000000, 45500),
        (1000001, 50001),
        (1000020, 50001),
        (19999980, 999999),
        (20000000, 1000000),
        (20000001, 1000000),
    ],
)
def test_the_money_claim_scale_band_by_band(sum_pence: int, fee: int) -> None:
    assert fees.money_claim_fee(sum_pence).value == fee


def test_a_money_claim_is_for_a_penny_at_least() -> None:
    with pytest.raises(BadFact):
        fees.money_claim_fee(0)


def test_an_agreed_adjournment_is_free_from_fourteen_days_ahead() -> None:
    on = date(2026, 11, 1)
    assert fees.adjournment_fee(on, date(2026, 11, 15), True).value == 0
    assert fees.adjournment_fee(on, date(2026, 11, 14), True).value == 12600
    assert fees.adjournment_fee(on, date(2026, 11, 15), False).value == 32100


def test_a_fee_begins_on_its_day() -> None:
    assert fees.fee("claim", date(2026, 7, 12)).value == 40400
    told = fees.fee("claim", date(2026, 7, 13))
    assert told.value == 41500
    assert "the fee is £415.00" in told.steps[0].text
    assert "no figure was found" in fees.fee("warrant", date(2026, 7, 13)).steps[0].text


def test_a_non_renewal_notice_may_be_served_on_its_last_day() -> None:
    flexible.refuse_late_non_renewal(date(2026, 9, 30), date(2027, 3, 31))
    with pytest.raises(TooEarly):
        flexible.refuse_late_non_renewal(date(2026, 10, 1), date(2027, 3, 31))


def test_goods_wait_as_long_as_the_law_or_the_agreement_says() -> None:
    given = date(2026, 11, 2)
    assert goods.sale_from(given, money_claimed=True).value == date(2027, 2, 2)
    assert goods.sale_from(given, money_claimed=False, council=True, agreed_days=7).value == date(2026, 11, 30)
    plain = goods.sale_from(given, money_claimed=False)
    assert (plain.value, plain.steps[0].authority) == (
        date(2026, 11, 30),
        "Torts (Interference with Goods) Act 1977 Sch 1; tenancy agreement",
    )
    assert plain.trigger == "Notice of the intention to sell given on Monday 2 November 2026"
    council = goods.sale_from(given, money_claimed=False, council=True)
    assert council.trigger == "Notice to collect given on Monday 2 November 2026"
    assert council.authority == "LG(MP)A 1982 s.41"


def test_two_months_that_end_with_a_period_leave_a_day_besides() -> None:
    every_two_months = RentPeriod("month", 2, date(2027, 1, 16))
    told = notices.notice_dates("s8", date(2027, 1, 15), every_two_months, ["9"])
    assert told.specified_minimum.value == date(2027, 3, 15)
    assert told.specified_recommended.value == date(2027, 3, 16)
    assert told.specified_recommended.steps[-1].text == "One day is added for safety: Tuesday 16 March 2027"


def test_what_shuts_out_dispensing_is_said_of_one_ground_or_several() -> None:
    assert "Ground 8 shuts it out" in notices.dispensation("s8", ["8", "10"]).sentence()
    assert "Grounds 7A, 8 shut it out" in notices.dispensation("s8", ["7A", "8"]).sentence()


def test_an_old_notice_s_own_limit_is_told_by_its_last_step() -> None:
    quarterly = RentPeriod("quarter", 1, date(2026, 1, 1))
    told = section21.section_21(date(2026, 11, 2), quarterly, date(2026, 1, 1))
    own = told.claim_last_day.after(told.specified_minimum)
    limits = new_regime.hand_over("s21", date(2026, 11, 2), date(2027, 6, 1), own)
    assert limits.own_limit.value == limits.own_limit.steps[-1].on == date(2027, 7, 30)
    assert limits.claim_last_day.value == date(2027, 7, 30)


def test_a_new_regime_notice_borrows_no_words_of_form_3() -> None:
    day = date(2026, 11, 2)
    new = notices.claim_dates("s8", day, date(2026, 11, 30), None, ["8"], regime="new").issue_from_safe
    old = notices.claim_dates("s8", day, date(2026, 11, 17), WEEKLY, ["8"]).issue_from_safe
    assert (new.value, new.steps[-1].authority) == (date(2026, 12, 1), "practice")
    assert (old.value, old.steps[-1].authority) == (date(2026, 11, 18), "Form 3")


def test_a_notice_with_ground_2_lapses_by_its_own_subsection() -> None:
    def lapse(ground: str) -> str:
        served, written = date(2026, 11, 18), date(2026, 12, 20)
        return notices.claim_dates("s83", served, written, WEEKLY, [ground]).lapse.steps[-1].authority

    assert (lapse("2"), lapse("1")) == ("HA 1985 s.83(3)(b)", "HA 1985 s.83(4)(b)")


def test_weeks_charged_in_a_year_make_a_yearly_rate_less_sure() -> None:
    def mark(convention: Any, weeks: int) -> str:
        return money.daily_rate(12000, WEEKLY, convention, weeks).confidence.value

    assert [mark("annual_365", weeks) for weeks in (51, 52, 53)] == ["C", "A", "C"]
    assert [mark("pcs", weeks) for weeks in (48, 52)] == ["A", "A"]


def test_ground_8_needs_no_word_of_awaited_benefit() -> None:
    told = ground8.ground8(
        period=WEEKLY, rent_pence=1, arrears_at_notice_pence=13, arrears_at_hearing_pence=13, regime="new"
    )
    assert told.value is True
    assert told.steps[-1].text == "£0.13 counts at the hearing, which is enough"
    with pytest.raises(BadFact):
        ground8.ground8_threshold(WEEKLY, 0)
    two_months = RentPeriod("month", 2, date(2026, 1, 1))
    with pytest.raises(NeedsLawyer):
        ground8.ground8_threshold(two_months, 1000)


def test_daily_rates_of_every_period_by_both_conventions() -> None:
    def rate(unit: Any, n: int, convention: Any) -> int:
        return money.daily_rate(100000, RentPeriod(unit, n, date(2026, 1, 5)), convention).value

    assert [rate("week", n, "pcs") for n in (1, 2, 4)] == [14286, 7143, 3571]
    assert [rate("month", n, "pcs") for n in (1, 2)] == [3285, 1643]
    assert [rate("quarter", 1, "pcs"), rate("year", 1, "pcs")] == [1096, 274]
    assert [rate("week", n, "annual_365") for n in (1, 2, 4)] == [14247, 7123, 3562]
    assert [rate("month", n, "annual_365") for n in (1, 2)] == [3288, 1644]


def test_a_daily_rate_cites_the_digital_service_only_for_its_own_count() -> None:
    def cited(unit: Any, n: int, convention: Any) -> str:
        return money.daily_rate(100000, RentPeriod(unit, n, date(2026, 1, 5)), convention).steps[0].authority

    assert cited("week", 1, "pcs") == cited("month", 1, "pcs") == "HMCTS digital service"
    assert cited("week", 4, "pcs") == cited("week", 1, "annual_365") == "practice"


def test_two_months_rent_is_a_sixth_of_the_year() -> None:
    assert money.direct_payment_threshold(12000, WEEKLY).value == 104000
    assert money.direct_payment_threshold(12000, WEEKLY, 48).value == 96000
    assert money.direct_payment_threshold(52000, RentPeriod("month", 1, date(2026, 1, 1))).value == 104000


def test_interest_begins_the_day_after_and_never_runs_backwards() -> None:
    day = date(2027, 1, 1)
    assert money.interest_to_judgment(100000, day, day).value == 0
    assert money.interest_to_judgment(100000, day, date(2028, 1, 1)).value == 8000
    with pytest.raises(BadFact):
        money.interest_to_judgment(100000, day, date(2026, 12, 31))
    assert money.judgment_interest(499999, day, date(2028, 1, 1)).value == 0
    assert money.judgment_interest(500000, day, date(2028, 1, 1)).value == 40000
    assert money.daily_interest(456251) == 100  # 99.9999 pence
    assert money.fixed_costs(41500).value == 54175


@pytest.mark.parametrize(
    ("served", "specified"),
    [
        (date(2026, 5, 1), date(2026, 7, 1)),
        (date(2026, 7, 30), date(2026, 9, 30)),
        (date(2026, 7, 31), date(2026, 12, 1)),
        (date(2027, 6, 1), date(2027, 10, 1)),
    ],
)
def test_a_student_house_has_two_months_in_its_first_season_only(served: date, specified: date) -> None:
    assert new_regime.new_regime_dates(served, ["4A"]).specified.value == specified


def test_other_grounds_keep_their_period_in_that_season() -> None:
    assert new_regime.new_regime_dates(date(2026, 6, 1), ["1"]).specified.value == date(2026, 10, 1)


def test_an_old_notice_is_one_served_before_the_new_regime() -> None:
    began = date(2026, 5, 1)
    assert new_regime.hand_over("s8", date(2026, 4, 30), began).claim_last_day.value == date(2026, 7, 31)
    with pytest.raises(NotThisRoute):
        new_regime.hand_over("s8", began, began)


def test_a_notice_to_quit_is_for_a_living_tenant_of_a_home_unless_said() -> None:
    told = notice_to_quit.notice_to_quit(date(2026, 11, 2), WEEKLY)
    assert told.expiry_minimum.value == date(2026, 11, 30)
    assert told.public_trustee_by is None


def test_notices_are_for_periodic_tenancies_unless_said() -> None:
    served = date(2026, 11, 2)
    assert notices.notice_dates("s8", served, WEEKLY, ["1"]).specified_minimum.value == date(2027, 1, 2)
    claim = notices.claim_dates("s8", served, date(2027, 1, 2), WEEKLY, ["1"])
    assert claim.lapse.value == date(2027, 11, 2)
    assert notices.claim_dates("s83", served, date(2026, 12, 6), WEEKLY, ["1"]).issue_from.value == date(2026, 12, 7)


@pytest.mark.parametrize(("codes", "words"), [(["8"], "Ground 8"), (["8", "10"], "Grounds 8, 10")])
def test_grounds_are_named_one_or_many(codes: list[str], words: str) -> None:
    assert notices.dispensation("s8", codes).trigger == words


def test_an_order_may_give_one_day() -> None:
    assert orders.outright_possession_date(date(2026, 11, 20), 1).value == date(2026, 11, 21)
    with pytest.raises(BadFact):
        orders.outright_possession_date(date(2026, 11, 20), 0)


@pytest.mark.parametrize(("land", "words"), [("residential", "Five"), ("other", "Two")])
def test_a_trespass_claim_says_how_many_days_it_counted(land: Any, words: str) -> None:
    told = court.trespass_service_latest(date(2027, 1, 14), land)
    assert told.steps[0].text.startswith(f"{words} clear business days before the hearing")


def test_a_debt_of_a_penny_is_a_debt_and_nothing_is_not() -> None:
    assert [pounds(pence) for pence in (-1, 0, 1, 123456)] == ["-£0.01", "£0.00", "£0.01", "£1,234.56"]


def test_a_claim_on_the_last_day_of_the_trial_is_in_time() -> None:
    served = date(2026, 11, 23)
    told = introductory.section_128(served, WEEKLY, date(2025, 12, 23))
    assert told.issue_from_minimum.value == told.issue_by.value == date(2026, 12, 22)
    assert told.feasible
    assert not introductory.section_128(served, WEEKLY, date(2025, 12, 22)).feasible


def test_an_extended_trial_is_sure_unless_it_began_on_leap_day() -> None:
    sure = introductory.extension(date(2026, 3, 31)).extended_end
    leap = introductory.extension(date(2028, 2, 29)).extended_end
    assert (sure.value, sure.confidence) == (date(2027, 9, 30), "B")
    assert introductory.extension(date(2026, 1, 5)).extended_end.confidence == "B"
    assert (leap.value, leap.confidence) == (date(2029, 8, 28), "C")


def test_a_day_of_interest_is_a_part_of_365() -> None:
    assert money.daily_interest(10_000_000) == 2192


def test_each_act_is_cited_for_its_own_tenancies() -> None:
    assert notices.dispensation("s83", ["1"]).authority == "HA 1985 s.83(1)(b)"
    assert notices.dispensation("s8", ["10"]).authority == "HA 1988 s.8(1)(b), (5)"
    on = date(2026, 11, 22)
    assert orders.may_suspend(Occupancy.secure, ["1"], on).authority == "HA 1985 s.85"
    assert orders.may_suspend(Occupancy.assured, ["10"], on).authority == "HA 1988 s.9"


def test_the_life_of_a_notice_is_told_under_the_rules_of_its_regime() -> None:
    served = date(2026, 11, 2)
    old = notices.claim_dates("s8", served, date(2026, 11, 16), WEEKLY, ["8"])
    new = notices.claim_dates("s8", served, date(2026, 11, 30), None, ["8"], regime="new")
    assert (old.lapse.code, new.lapse.code) == ("s8_lapse", "rra_lapse")


@pytest.mark.parametrize("code", ["84A", "107D"])
def test_a_ground_with_a_notice_of_its_own_has_no_place_in_another(code: str) -> None:
    with pytest.raises(BadFact, match=f"{code} has a notice of its own"):
        notices.notice_dates("s83", date(2026, 11, 2), WEEKLY, ["1", code])


@pytest.mark.parametrize(
    ("unit", "n", "name", "words"),
    [
        ("week", 1, "weekly", "One week"),
        ("week", 2, "fortnightly", "One period of 2 weeks"),
        ("week", 4, "four-weekly", "One period of 4 weeks"),
        ("week", 6, "every 6 weeks", "One period of 6 weeks"),
        ("month", 1, "monthly", "One month"),
        ("month", 2, "every 2 months", "One period of 2 months"),
        ("quarter", 1, "quarterly", "One quarter"),
        ("month", 4, "every 4 months", "One period of 4 months"),
        ("month", 11, "every 11 months", "One period of 11 months"),
        ("year", 1, "yearly", "Half a year"),
        ("year", 2, "every 2 years", "Half a year"),
        ("year", 11, "every 11 years", "Half a year"),
    ],
)
def test_each_period_is_named_and_counted_in_words(unit: Any, n: int, name: str, words: str) -> None:
    period = RentPeriod(unit, n, date(2026, 1, 5))
    assert period.name == name
    steps = ntq_date(date(2026, 11, 2), period).minimum.steps
    assert any(step.text.startswith(f"{words} after service is ") for step in steps)


def test_an_eleven_month_period_needs_eleven_months_and_a_year_needs_six() -> None:
    def whole(unit: Any, n: int) -> date:
        return one_period_after(RentPeriod(unit, n, date(2026, 1, 5)), date(2026, 11, 2))

    assert whole("month", 11) == date(2027, 10, 2)
    assert whole("year", 1) == whole("year", 2) == date(2027, 5, 2)


def test_two_counts_that_differ_are_weighed_and_two_that_agree_are_not() -> None:
    def weighed(period: RentPeriod) -> bool:
        steps = ntq_date(date(2026, 11, 2), period).minimum.steps
        return any(step.text.startswith("All must be met") for step in steps)

    assert weighed(WEEKLY)
    assert not weighed(RentPeriod("week", 4, date(2026, 4, 6)))


def test_the_online_rules_may_govern_claims_from_their_first_day() -> None:
    def mark(issued: date) -> str:
        return routes.for_route(court.hearing_earliest(issued), "pcs", issued).confidence

    assert (mark(date(2026, 9, 6)), mark(date(2026, 9, 7))) == ("A", "C")


@pytest.mark.parametrize(
    ("method", "landlord", "code", "mark"),
    [
        ("by_hand", "council", "served_by_hand", "C"),
        ("by_hand", "provider", "served_by_hand", "C"),
        ("left_at_property", "council", "served_by_hand", "A"),
        ("first_class_post", "council", "served_by_post", "B"),
        ("first_class_post", "provider", "served_by_post", "C"),
        ("recorded_delivery", "council", "served_by_post", "B"),
        ("recorded_delivery", "provider", "served_by_post", "B"),
        ("email", "council", "served_by_agreement", "C"),
        ("portal", "provider", "served_by_agreement", "C"),
    ],
)
def test_service_is_told_under_its_own_rule_and_mark(method: str, landlord: Any, code: str, mark: str) -> None:
    told = service.notice_served(method, date(2026, 11, 20), landlord, True)
    assert told.code == code
    if code == "served_by_post":
        assert told.confidence == mark
    by_clause = landlord == "provider" and method != "by_hand"
    assert told.authority.startswith("tenancy agreement") == (by_clause or method in ("email", "recorded_delivery"))


def test_a_refused_way_of_service_names_the_landlord_that_cannot_use_it() -> None:
    assert "by a council only where" in str(service.service_method_problem("email", "council", False))
    assert "by a registered provider only" in str(service.service_method_problem("email", "provider", False))


def test_a_margin_is_told_in_words_and_may_be_nothing() -> None:
    served = service.notice_served("by_hand", date(2026, 11, 20), "council", False)

    def added(days: int) -> str:
        return service.with_margin(served, "by_hand", days).steps[-1].text

    assert added(0).startswith("0 working days are added for safety: Friday 20")
    assert added(1).startswith("1 working day is added for safety: Monday 23")
    assert added(2).startswith("2 working days are added for safety: Tuesday 24")
    with pytest.raises(BadFact):
        added(-1)


def test_a_late_paper_says_whether_its_hour_was_known() -> None:
    unknown = service.deemed_served_document("personal", date(2026, 11, 20))
    late = service.deemed_served_document("personal", datetime(2026, 11, 20, 17))  # noqa: DTZ001
    assert unknown.steps[0].text.startswith("The hour is not known")
    assert late.steps[0].text.startswith("Not before 4.30 pm")


def test_a_ratio_may_be_nothing_but_not_less() -> None:
    assert statistics.ratio(0, 5) == 0
    assert str(statistics.ratio(1, 3)) == "0.333"
    with pytest.raises(BadFact):
        statistics.ratio(-1, 5)


def test_a_notice_is_as_sure_as_the_count_it_borrows() -> None:
    told = notices.notice_dates("s83", date(2026, 11, 2), WEEKLY, ["1"]).specified_minimum
    assert (RULES["s83_specified"].confidence, RULES["ntq_minimum"].confidence) == ("A", "B")
    assert told.confidence == "B"


def test_the_last_payment_is_the_latest_receipt_above_nothing() -> None:
    terms = Terms(11842, 500, "weekly", date(2027, 2, 5), WEEKLY, 269175)
    receipts = [(date(2027, 2, 5), 12342), (date(2027, 2, 12), 1), (date(2027, 2, 19), -1)]
    assert compare(terms, receipts, date(2027, 3, 1)).value.last_payment == date(2027, 2, 12)


ORDER = Terms(11842, 500, "weekly", date(2027, 2, 5), WEEKLY, 269175)
FIRST, NEXT, SECOND = date(2027, 2, 5), date(2027, 2, 6), date(2027, 2, 12)


@pytest.mark.parametrize(
    ("receipts", "on", "missed", "instalments_pence"),
    [
        ([(FIRST, 12342), (NEXT, -12342)], NEXT, 1, 500),  # all of the first payment taken back
        ([(FIRST, 12342), (NEXT, -500)], NEXT, 1, 500),  # the instalment is taken back before the rent
        ([(FIRST, 11842), (NEXT, -100)], NEXT, 1, 500),  # no more of an instalment is missed than was due
        ([(FIRST, 12341), (SECOND, 12343)], SECOND, 0, 0),  # a spare penny mends the penny missed before
        ([(FIRST, 12341), (SECOND, 12342)], SECOND, 1, 1),
        ([(FIRST, 12342), (NEXT, -12342), (SECOND, 12343)], SECOND, 1, 500),
    ],
)
def test_receipts_and_reversals_are_laid_to_the_penny(
    receipts: list[tuple[date, int]], on: date, missed: int, instalments_pence: int
) -> None:
    told = compare(ORDER, receipts, on).value
    assert (told.missed_instalments, told.missed_instalments_pence) == (missed, instalments_pence)


def test_a_receipt_of_nothing_is_no_payment() -> None:
    assert compare(ORDER, [(FIRST, 1), (SECOND, 0)], SECOND).value.last_payment == FIRST
