"""Every rule stands from a day: what stood before it, and days older than the tables."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from law import breathing_space, court, debt, enforcement, fees, money, new_regime, notices, orders, service, windows
from law.errors import BadFact, OutsideTables
from law.explained import Confidence
from law.introductory import section_128, trial_end
from law.periods import RentPeriod
from law.rules import BEGINS, ONLINE, ONLINE_RULES_FROM, RULES, VERSIONS, rule_on, under_online_rules
from law.table import tables
from tests.law.everything import everything

WEEKLY = RentPeriod("week", 1, date(2010, 1, 4))
MENDED = date(2018, 10, 1)

# The first day each rule is vouched for, written out again from the instruments.
FIRST_DAYS = {
    "vouched": "2012-01-01",
    "riots": "2014-05-13",
    "right_to_rent": "2016-12-01",
    "replacement": "2009-05-20",
    "abuse2021": "2021-11-01",
    "long_leases": "2025-12-27",
    "pea1977": "1977-08-29",
    "licences": "1989-01-15",
    "homelessness": "1997-01-20",
    "homelessness_reduction": "2018-04-03",
    "public_trustee": "1995-07-01",
    "ha1980": "1980-10-03",
    "ha1985": "1986-04-01",
    "ha1988": "1989-01-15",
    "introductory": "1997-02-12",
    "ground8": "1997-02-28",
    "demotion": "2004-06-30",
    "extension": "2005-06-06",
    "flexible": "2012-04-01",
    "absolute": "2014-10-20",
    "deregulation": "2015-10-01",
    "rra2025": "2026-05-01",
    "cpr": "1999-04-26",
    "cpr55": "2001-10-15",
    "cpr6": "2008-10-01",
    "cpr52": "2016-10-03",
    "cpr83": "2014-04-06",
    "lee_mended": "2018-10-01",
    "n54": "2020-08-23",
    "restitution": "2020-12-01",
    "cpr45": "2023-10-01",
    "opr": "2026-09-07",
    "protocol2020": "2020-01-13",
    "debt_protocol": "2017-10-01",
    "limitation1980": "1981-05-01",
    "torts1977": "1978-01-01",
    "breathing_space": "2021-05-04",
    "cca1984": "1984-08-01",
    "judgment_interest": "1991-07-01",
    "rate1993": "1993-04-01",
    "uc": "2013-04-29",
    "uc_cap_2021": "2021-04-12",
    "fair_repayment": "2025-04-30",
    "legacy": "1988-04-11",
    "fees2008": "2012-01-01",
}

# Point by point, the clocks of a court.
COURT_CLOCKS = set(
    """
    claim_deemed claim_deemed_lax document_deemed hearing_earliest hearing_standard claim_service_latest trespass_due
    defence_due witness_due witness_post ten_day_letter statement_due application_due s89_latest outright_date
    terms_position instalment_plan postponed_earliest postponed_latest postponed_reply postponed_date appeal_by
    restore_accelerated warrant_earliest request_form permission_needed permission_lapses six_years warrant_life
    warrant_extended eviction_earliest n54_latest writ_transfer writ_permission writ_notice writ_request writ_life
    debt_reply limitation money_due may_suspend rent_schedule_from suspension_asked trespass_writ_by
    restitution_permission set_aside_accelerated filed
    clear_days_after clear_days_before time_within
    debt_after_reply debt_documents debt_intention debt_response debt_defence debt_stay debt_serve_by
    """.split()  # noqa: SIM905
)


def test_each_first_day_is_that_of_its_instrument() -> None:
    held = {key: row.day.isoformat() for key, row in BEGINS.items()}
    assert {key: held[key] for key in FIRST_DAYS} == FIRST_DAYS
    assert all(row.source for row in BEGINS.values())


def test_every_version_of_a_rule_ends_the_day_before_the_next() -> None:
    for code, versions in VERSIONS.items():
        assert versions[0] is RULES[code]
        assert versions[0].held.ends is None
        for newer, older in pairwise(versions):
            assert older.held.ends == newer.held.begins - timedelta(days=1), code


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_found_from_its_first_day_and_refused_the_day_before(code: str) -> None:
    first = VERSIONS[code][-1].held.begins
    assert rule_on(code, first) is VERSIONS[code][-1]
    assert rule_on(code) is RULES[code]
    with pytest.raises(OutsideTables, match="Look up the older law by hand"):
        rule_on(code, first - timedelta(days=1))


def test_a_rule_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(BadFact, match="not a rule of the table"):
        rule_on("tea_time")


@pytest.mark.parametrize(
    ("on", "needed", "form"),
    [(MENDED - timedelta(days=1), True, "N244"), (MENDED, False, "N325A")],
)
def test_a_missed_payment_needed_permission_until_the_end_of_september_2018(on: date, needed: bool, form: str) -> None:
    told = enforcement.permission_needed(ordered=date(2017, 3, 1), on=on, breach="payment")
    assert told.value is needed
    assert enforcement.request_form(True, "payment", on).value == form
    assert told.held is not None
    assert told.held.begins == (date(2014, 4, 6) if needed else MENDED)
    assert told.held.ends == (MENDED - timedelta(days=1) if needed else None)
    assert ("before 1 October 2018" in told.authority) is needed
    for breach in ("none", "other"):
        other = enforcement.permission_needed(ordered=date(2017, 3, 1), on=on, breach=breach)  # type: ignore[arg-type]
        assert other.value is (breach == "other")


def test_without_a_day_the_form_is_that_of_today() -> None:
    assert enforcement.request_form(True, "payment").value == "N325A"
    assert enforcement.request_form(False, "none", date(2015, 1, 1)).value == "N325"
    assert enforcement.request_form(True, "other", date(2015, 1, 1)).value == "N244"


def test_fixed_costs_name_the_rule_of_the_day() -> None:
    old, new = money.fixed_costs(35500, on=date(2023, 9, 30)), money.fixed_costs(35500, on=date(2023, 10, 1))
    assert old.value == new.value
    assert old.authority == "CPR 45.5, 45.6 before 1 October 2023"
    assert new.authority.startswith("CPR 45 Section II")


SET_ELSEWHERE = [
    "s89_latest",
    "may_suspend",
    "limitation",
    "ten_day_letter",
    "statement_due",
    "debt_reply",
    "debt_after_reply",
    "debt_documents",
    "debt_intention",
    "debt_response",
    "debt_defence",
    "debt_stay",
    "debt_serve_by",
    "trespass_due",
    "suspension_asked",
]
OLD_DAY = date(1970, 6, 1)


@pytest.mark.parametrize(
    "asked",
    [
        lambda: notices.notice_dates("s83", OLD_DAY, WEEKLY, ("1",)),
        lambda: notices.notice_dates("s8", OLD_DAY, WEEKLY, ("10",)),
        lambda: section_128(OLD_DAY, WEEKLY, OLD_DAY),
        lambda: trial_end(OLD_DAY),
        lambda: new_regime.new_regime_dates(date(2026, 4, 30), ["8"]),
        lambda: new_regime.new_regime_dates(date(2026, 4, 30), ["14"]),
        lambda: service.notice_served("by_hand", OLD_DAY, "council", False),
        lambda: service.deemed_served_document("email", OLD_DAY),
        lambda: court.hearing_earliest(OLD_DAY),
        lambda: court.ten_day_letter_due(date(2020, 1, 12)),
        lambda: court.rent_statement_due(date(2020, 1, 12)),
        lambda: court.appeal_by(date(2016, 10, 2)),
        lambda: debt.last_day_to_sue(OLD_DAY, "rent"),
        lambda: debt.reply_by(OLD_DAY),
        lambda: orders.possession_date_latest(OLD_DAY, False),
        lambda: orders.outright_possession_date(OLD_DAY, 28),
        lambda: orders.postponed_order_dates(OLD_DAY),
        lambda: enforcement.permission_needed(ordered=OLD_DAY, on=date(2014, 4, 5), breach="none"),
        lambda: enforcement.eviction_earliest(date(2020, 8, 22)),
        lambda: enforcement.n54_latest_delivery(date(2020, 8, 22)),
        lambda: enforcement.warrant_expires(OLD_DAY),
        lambda: enforcement.request_form(True, "payment", date(2014, 4, 5)),
        lambda: breathing_space.starts(date(2021, 5, 3)),
        lambda: breathing_space.notice_void(date(2021, 5, 3), date(2021, 5, 3), date(2021, 6, 3)),
        lambda: windows.ground_15a_window(OLD_DAY),
        lambda: money.rent_schedule_from(OLD_DAY, None),
        lambda: money.interest_to_judgment(100, OLD_DAY, OLD_DAY),
        lambda: fees.fee("claim", date(2011, 12, 31)),
    ],
)
def test_a_day_older_than_the_rule_is_refused_and_not_guessed(asked: object) -> None:
    with pytest.raises(OutsideTables):
        asked()  # type: ignore[operator]


def test_every_answer_says_since_when_its_rule_stands() -> None:
    for name, told in everything():
        assert told.held is not None, name
        assert told.as_json()["in_force"]["from"] == told.held.begins.isoformat()
        assert told.as_json()["procedure"] == told.procedure == told.held.procedure


def test_every_court_clock_has_a_row_in_both_codes_of_procedure() -> None:
    assert sorted(ONLINE) == sorted(COURT_CLOCKS)
    for code in COURT_CLOCKS:
        assert RULES[code].held.procedure == "CPR"
        assert ONLINE[code].held.procedure == "OPR"
        assert ONLINE[code].held.begins == max(ONLINE_RULES_FROM, RULES[code].held.begins)
    assert date(2026, 9, 7) == ONLINE_RULES_FROM
    assert RULES["s83_issue"].held.procedure == ""


def test_a_time_set_by_an_act_or_the_protocol_is_the_same_under_the_online_rules() -> None:
    told = orders.possession_date_latest(date(2027, 1, 22), False)
    online = under_online_rules(told)
    assert (online.value, online.confidence, online.steps) == (told.value, told.confidence, told.steps)
    assert (told.procedure, online.procedure) == ("CPR", "OPR")
    same = [code for code in ONLINE if ONLINE[code].counting == RULES[code].counting]
    assert sorted(same) == sorted(SET_ELSEWHERE)


def test_a_time_of_the_civil_rules_is_marked_to_be_confirmed_under_the_online_rules() -> None:
    told = under_online_rules(court.defence_due(date(2026, 12, 8)))
    assert told.confidence is Confidence.C
    assert told.authority == "Online Procedure Rules 2026; CPR 15.4, 55.7, 2.8(5)"
    assert "receiving the pack" in ONLINE["defence_due"].counting
    assert told.as_json()["procedure"] == "OPR"
    assert told.steps[-1].on == told.value


def test_an_answer_that_is_no_court_clock_is_left_alone() -> None:
    told = fees.fee("claim", date(2026, 12, 1))
    assert under_online_rules(told) is told


def test_every_row_of_every_table_says_from_when_to_when_it_stands() -> None:
    for name, rows in tables().items():
        if name == "versions":
            continue
        for row in rows:
            starts = row.get("from") or row["in use from"]
            assert any(year.isdigit() and len(year) == 4 for year in starts.replace(",", "").split()) or (
                (name, starts) in {("forms", "to be confirmed"), ("by_ground", "no day is set")}
            ), (name, row)
            assert row.get("to") or row["in use to"]


def test_the_grounds_of_the_old_regime_end_where_the_new_begins_and_the_rest_stand() -> None:
    rows = {(row["schedule"], row["regime"], row["ground"]): row for row in tables()["grounds"]}
    old, new, secure = rows["HA1988", "old", "8"], rows["HA1988", "new", "8"], rows["HA1985", "old", "1"]
    assert old["to"].startswith("Thursday 30 April 2026 for market lettings; social ones: in force")
    assert (old["from"], new["from"]) == (
        "Friday 28 February 1997",
        "Friday 1 May 2026 for market lettings; social ones: no day is set",
    )
    assert (secure["from"], secure["to"], new["to"]) == ("Tuesday 1 April 1986", "in force", "in force")
    starts = {
        ("HA1985", "old", "2ZA"): "Tuesday 13 May 2014",
        ("HA1985", "old", "2A"): "Wednesday 12 February 1997",
        ("HA1985", "old", "15A"): "Sunday 1 April 2012",
        ("HA1985", "old", "84A"): "Monday 20 October 2014",
        ("HA1985", "old", "107D"): "Sunday 1 April 2012",
        ("HA1988", "old", "7A"): "Monday 20 October 2014",
        ("HA1988", "old", "7B"): "Thursday 1 December 2016",
        ("HA1988", "old", "10"): "Sunday 15 January 1989",
    }
    assert {key: rows[key]["from"] for key in starts} == starts


def test_the_notices_of_the_old_regime_end_with_it() -> None:
    ended = {row["notice"] for row in tables()["notices"] if "market lettings" in row["to"]}
    assert ended == {"s8", "s21", "s6a-demotion"}
    social = "in force until an order names the day"
    assert {row["notice"] for row in tables()["by_ground"] if row["to"] == social} == ended
