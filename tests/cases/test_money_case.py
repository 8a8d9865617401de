"""The money case: each turn of its road, and what it refuses with which reason."""

from datetime import date, timedelta

import pytest

from cases.commands import AddNote, Approve, EndBreathingSpace, StartBreathingSpace, Withdraw
from cases.facts import MoneyPolicy, Posting
from cases.instants import start_of_day
from cases.money import commands as c
from cases.money.available import available
from cases.money.debt import standing
from cases.money.views import at_risk, stage
from cases.money.words import Answer, DebtKind, MoneyResult, MoneyRoute, MoneyStage, MoneyStep, Response, WriteOffReason
from cases.words import Role
from tests.cases.money_road import LEADER, OFFICER, SENIOR, SUNDRY, SYSTEM, TEXT, MoneyRoad

DAY = timedelta(days=1)


def test_a_former_tenants_debt_goes_from_letter_to_judgment_and_satisfaction() -> None:
    road = MoneyRoad().to_judgment()
    judgment = road.case.judgments[0]
    assert judgment.total_pence == 120_000 + 11_500
    assert stage(road.case) is MoneyStage.JUDGMENT
    road.wait_until(road.day + DAY)
    road.pay(judgment.total_pence)
    road.do(c.RecordSatisfaction(judgment_id="J1", on=road.day)).do(c.CloseMoneyCase(result=MoneyResult.SATISFIED))
    assert road.case.closed is not None
    assert not road.case.deadlines


def test_a_letter_goes_only_to_traced_debtors_and_to_each_of_them() -> None:
    road = MoneyRoad().open().checked(MoneyStep.LETTER)
    letter = c.SendLetterOfClaim(on=road.day, debtors=("F1-1", "F1-2"), method="letter")
    assert "not_traced" in road.refused(letter)
    for who in ("F1-1", "F1-2"):
        road.do(c.RecordTrace(on=road.day, debtor=who, found=True, method="trace"))
    assert "joint_debtor_left_out" in road.refused(letter.model_copy(update={"debtors": ("F1-1",)}))
    road.do(letter)
    assert road.case.letters[0].reply_by.on == road.day + timedelta(days=30)


def test_the_claim_waits_thirty_days_fourteen_days_and_thirty_more_after_documents() -> None:
    road = MoneyRoad().to_letter()
    assert "reply_time_runs" in road.refused(c.SendIntention(on=road.day, method="letter"))
    road.wait_until(road.day + timedelta(days=20))
    road.do(c.RecordReply(on=road.day, debtor="F1-1", answer=Answer.WANTS_TIME, documents_asked=True, advice=True))
    assert "documents_owed" in road.refused(c.SendIntention(on=road.day, method="letter"))
    sent = road.day + timedelta(days=5)
    road.wait_until(sent)
    road.do(c.SendDocuments(reply_id="R1", on=sent)).do(c.SendIntention(on=sent, method="letter"))
    road.checked(MoneyStep.CLAIM).do(c.DraftMoneyClaim(signer="Head of Housing")).do(Approve(subject="C1"), SENIOR)
    road.wait_until(sent + timedelta(days=30))
    road.do(c.SearchRegister(on=road.day, before=MoneyStep.CLAIM, clear=True))
    assert "protocol_time" in road.refused(road.issue())
    road.wait_until(sent + timedelta(days=31))
    road.do(c.SearchRegister(on=road.day, before=MoneyStep.CLAIM, clear=True)).do(road.issue())


@pytest.mark.parametrize("route", [MoneyRoute.MCOL, MoneyRoute.PCOL])
def test_only_paper_takes_the_claim_and_its_fee_is_the_tables(route: MoneyRoute) -> None:
    road = MoneyRoad().to_claim()
    assert road.refused(road.issue(route=route)) == {"route"}
    assert road.refused(road.issue(fee_pence=1)) == {"fee"}
    road.do(road.issue())
    fee = road.case.claims[0].fee
    assert fee is not None
    assert fee.pence == 8_000


def test_rent_is_not_kept_alive_by_part_payment_and_a_sundry_debt_is() -> None:
    old = [Posting(on=date(2020, 1, 6), kind="rent", due_pence=50_000, paid_pence=0)]
    paid = [Posting(on=date(2024, 1, 8), kind="payment", due_pence=0, paid_pence=1_000)]
    former, sundry = MoneyRoad(day=date(2026, 6, 1)), MoneyRoad(SUNDRY, day=date(2026, 6, 1))
    for road in (former, sundry):
        road.postings = old + paid
        road.open()
    assert standing(former.case, former.facts(), former.day).barred_pence == 49_000
    assert standing(sundry.case, sundry.facts(), sundry.day).barred_pence == 0
    assert "out_of_time" in former.refused(c.SendLetterOfClaim(on=former.day, debtors=("F1-1",), method="letter"))
    former.do(c.ProposeWriteOff(pence=49_000, why=WriteOffReason.STATUTE_BARRED, recoverable=False, text=TEXT)).do(
        Approve(subject="W1"), SENIOR
    ).do(c.CloseMoneyCase(result=MoneyResult.WRITTEN_OFF))
    assert former.case.closed is not None
    assert former.case.closed.recoverable_pence == 0


def test_a_signed_acknowledgement_begins_six_years_again_and_the_line_warns_six_months_ahead() -> None:
    road = MoneyRoad(day=date(2026, 1, 5))
    road.postings = [Posting(on=date(2020, 7, 6), kind="rent", due_pence=50_000, paid_pence=0)]
    road.open()
    assert any(d.kind == "limitation" and d.date.on == date(2026, 7, 6) for d in road.case.deadlines)
    assert "limitation reminder-183" not in road.wait_until(date(2026, 1, 3) + 7 * DAY)
    assert "limitation reminder-91" in road.wait_until(date(2026, 4, 20))
    assert any("out of time" in risk for risk in at_risk(road.case))
    road.do(c.RecordAcknowledgement(on=road.day, debtor="F1-1"))
    assert any(d.kind == "limitation" and d.date.on == date(2032, 4, 20) for d in road.case.deadlines)


def test_an_arrangement_kept_stops_the_claim_and_a_broken_one_is_found_to_the_penny() -> None:
    road = MoneyRoad().to_letter()
    first = road.day + timedelta(days=14)
    road.do(c.OfferArrangement(on=road.day, instalment_pence=5_000, frequency="monthly", first_payment=first)).do(
        c.AgreeArrangement(arrangement_id="A1", on=road.day)
    )
    road.wait_until(first)
    road.pay(5_000)
    road.wait_until(first + timedelta(days=27))
    assert road.case.arrangements[0].breach is None
    assert "arrangement_kept" in road.refused(c.SendIntention(on=road.day, method="letter"))
    road.wait_until(first + timedelta(days=45))
    breach = road.case.arrangements[0].breach
    assert breach is not None
    assert breach.shortfall_pence == 5_000
    road.pay(5_000).wait_until(road.day + DAY)
    road.do(c.RecordMeans(on=road.day, debtor="F1-1", income_pence=90_000, spending_pence=85_000))
    assert road.case.arrangements[0].breach is None
    road.do(c.EndArrangement(arrangement_id="A1", on=road.day, reason=TEXT))
    road.do(c.SendIntention(on=road.day, method="letter"))


def test_breathing_space_bars_every_step_to_collect_and_lengthens_the_time_to_sue() -> None:
    road = MoneyRoad().to_claim()
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    road.do(c.SearchRegister(on=road.day, before=MoneyStep.CLAIM, clear=True))
    assert "breathing_space" in road.refused(road.issue())
    road.wait_until(road.day + timedelta(days=61))
    assert road.case.breathing_spaces[0].ended_on is not None
    road.do(c.SearchRegister(on=road.day, before=MoneyStep.CLAIM, clear=True)).do(road.issue())


def test_no_instalment_of_the_debt_falls_due_in_a_breathing_space_and_they_go_on_after_it() -> None:
    road = MoneyRoad().to_letter()
    first = road.day + timedelta(days=14)
    road.do(c.OfferArrangement(on=road.day, instalment_pence=5_000, frequency="monthly", first_payment=first)).do(
        c.AgreeArrangement(arrangement_id="A1", on=road.day)
    )
    road.wait_until(first - DAY)
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    ends = road.case.breathing_spaces[0].ends
    assert ends is not None
    road.wait_until(ends.on)
    assert road.case.arrangements[0].breach is None
    due = [d.date.on for d in road.case.deadlines if d.kind == "instalment_check"]
    assert due
    assert min(due) > ends.on
    road.wait_until(ends.on + timedelta(days=45))
    breach = road.case.arrangements[0].breach
    assert breach is not None
    assert breach.first_missed is not None
    assert breach.first_missed > ends.on


def test_a_judgment_payable_in_a_breathing_space_is_unpaid_only_after_it() -> None:
    road = MoneyRoad().to_judgment()
    payable = road.case.judgments[0].pay_by.on
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    ends = road.case.breathing_spaces[0].ends
    assert ends is not None
    assert payable < ends.on
    road.wait_until(ends.on)
    assert road.case.judgments[0].breach is None
    road.wait_until(ends.on + timedelta(days=30))
    breach = road.case.judgments[0].breach
    assert breach is not None
    assert breach.first_missed == ends.on + DAY


def test_interest_is_claimed_only_when_wanted_and_never_through_a_moratorium() -> None:
    road = MoneyRoad().to_letter()
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    road.wait_until(road.day + timedelta(days=5))
    road.do(EndBreathingSpace(breathing_space_id="B1", ended_on=road.day))
    road.wait_until(road.day + timedelta(days=31))
    road.do(c.SendIntention(on=road.day, method="letter")).checked(MoneyStep.CLAIM)
    draft = c.DraftMoneyClaim(signer="Head", interest=True, interest_from=date(2026, 1, 1))
    assert "interest_in_moratorium" in road.refused(draft)
    road.do(draft.model_copy(update={"interest_from": road.day - timedelta(days=10)}))
    interest = road.case.claims[0].interest
    assert interest is not None
    assert interest.pence == 263


def test_approval_is_a_second_persons_within_their_limit() -> None:
    road = MoneyRoad()
    road.postings[0] = road.postings[0].model_copy(update={"due_pence": 700_000})
    road.to_letter().wait_until(road.day + timedelta(days=31))
    road.do(c.SendIntention(on=road.day, method="letter")).checked(MoneyStep.CLAIM)
    road.do(c.DraftMoneyClaim(signer="Head"), SENIOR)
    assert road.refused(Approve(subject="C1"), SENIOR) == {"own_draft", "over_limit"}
    assert road.refused(Approve(subject="C1"), OFFICER) == {"not_allowed"}
    road.do(Approve(subject="C1"), LEADER)


def test_judgment_waits_for_the_time_to_answer_and_for_a_hearing_where_it_is_defended() -> None:
    road = MoneyRoad().to_claim()
    road.do(road.issue()).do(c.RecordMoneyService(claim_id="C1", sent_on=road.day))
    asked = c.AskDefaultJudgment(claim_id="C1", on=road.day)
    assert road.refused(asked) == {"no_default"}
    before = road.case.claims[0].response_due
    road.do(c.RecordResponse(claim_id="C1", on=road.day, response=Response.ACKNOWLEDGED))
    after = road.case.claims[0].response_due
    assert before is not None
    assert after is not None
    assert after.on > before.on
    road.do(c.RecordResponse(claim_id="C1", on=road.day, response=Response.DEFENCE))
    road.wait_until(after.on + DAY)
    assert road.refused(c.AskDefaultJudgment(claim_id="C1", on=road.day)) == {"no_default"}
    road.do(c.RecordJudgment(claim_id="C1", judgment="hearing", on=road.day, sum_pence=90_000))


def test_a_judgment_by_instalments_is_watched_and_enforced_only_when_behind() -> None:
    road = MoneyRoad().to_claim()
    road.do(road.issue()).do(c.RecordMoneyService(claim_id="C1", sent_on=road.day))
    road.do(c.RecordResponse(claim_id="C1", on=road.day, response=Response.ADMISSION))
    road.do(c.AskDefaultJudgment(claim_id="C1", on=road.day))
    first = road.day + timedelta(days=28)
    road.do(
        c.RecordJudgment(
            claim_id="C1",
            judgment="admission",
            on=road.day,
            sum_pence=120_000,
            pay_by=first,
            instalment_pence=6_000,
            frequency="monthly",
        )
    )
    choose = c.ChooseEnforcement(judgment_id="J1", method="attachment_of_earnings", reasons=TEXT)
    road.wait_until(first)
    road.pay(6_000).wait_until(first + timedelta(days=20))
    road.checked(MoneyStep.ENFORCEMENT)
    assert road.refused(choose) == {"not_in_default"}
    assert road.case.judgments[0].received_pence == 6_000
    road.wait_until(first + timedelta(days=50))
    assert road.case.judgments[0].breach is not None
    road.do(choose).do(Approve(subject="X1"), SENIOR)
    road.do(c.SearchRegister(on=road.day, before=MoneyStep.ENFORCEMENT, clear=True))
    road.do(c.RequestEnforcement(enforcement_id="X1", on=road.day, fee_pence=11_900))
    assert stage(road.case) is MoneyStage.ENFORCEMENT
    assert "in_court" in road.refused(c.CloseMoneyCase(result=MoneyResult.WITHDRAWN))
    road.do(c.RecordEnforcement(enforcement_id="X1", on=road.day, recovered=False))


def test_a_judgment_from_five_thousand_pounds_carries_interest_and_a_smaller_one_does_not() -> None:
    assert not MoneyRoad().to_judgment().case.judgments[0].carries_interest
    assert MoneyRoad().to_judgment(sum_pence=488_500).case.judgments[0].carries_interest


def test_a_write_off_says_what_stays_recoverable_and_needs_a_team_leader_above_the_limit() -> None:
    road = MoneyRoad().to_enforcement()
    road.do(Withdraw(subject="X1", reason=TEXT))
    road.do(
        c.ProposeWriteOff(pence=road.case.last_owed_pence, why=WriteOffReason.UNECONOMIC, recoverable=True, text=TEXT)
    )
    assert road.refused(Approve(subject="W1"), SENIOR) == {"over_limit"}
    assert "not_written_off" in road.refused(c.CloseMoneyCase(result=MoneyResult.WRITTEN_OFF))
    road.do(Approve(subject="W1"), LEADER).do(c.CloseMoneyCase(result=MoneyResult.WRITTEN_OFF))
    assert road.case.closed is not None
    assert road.case.closed.recoverable_pence == 120_000


def test_what_is_opened_depends_on_the_account_and_an_evicted_case_may_hand_over() -> None:
    assert MoneyRoad(SUNDRY).open().case.debt is DebtKind.SUNDRY
    still = MoneyRoad(SUNDRY.model_copy(update={"occupancy": "secure"}))
    opening = c.OpenMoneyCase(tenancy_ref="S1", landlord="sample-homes", officer="officer.a")
    assert still.refused(opening) == {"not_a_money_account"}
    handed = opening.model_copy(update={"earlier_case": "S1-1"})
    assert still.refused(handed) == {"not_a_money_account", "unknown_earlier_case"}
    still.possession_cases = ("S1-1",)
    assert still.do(handed).case.earlier_case == "S1-1"
    still.open_case = "S1-M1"
    still.state = None
    assert still.refused(handed) == {"already_open"}


def test_a_hold_stops_the_road_and_ends_by_itself() -> None:
    road = MoneyRoad().to_letter()
    road.do(c.HoldMoneyCase(hold="vulnerability", until=road.day + timedelta(days=40), reason=TEXT))
    road.wait_until(road.day + timedelta(days=35))
    assert "held" in road.refused(c.SendIntention(on=road.day, method="letter"))
    road.wait_until(road.day + timedelta(days=6))
    assert road.case.holds[0].ended_on is not None
    road.do(c.SendIntention(on=road.day, method="letter"))


def test_the_page_always_has_one_leading_act_along_the_road() -> None:
    expected = {"to_letter": "send_intention", "to_claim": "search_register", "to_enforcement": "search_register"}
    for name, lead in expected.items():
        road = getattr(MoneyRoad(), name)()
        if name == "to_letter":
            road.wait_until(road.day + timedelta(days=31))
        else:
            road.wait_until(road.day + DAY)
        actions = available(road.case, road.facts(), Role.OFFICER, road.as_at)
        assert [a.command for a in actions if a.leads] == [lead], name


def test_a_timer_never_speaks_before_its_moment() -> None:
    road = MoneyRoad().open()
    deadline = road.case.deadlines[0]
    from cases.commands import DeadlinePassed

    early = DeadlinePassed(deadline_id=deadline.id, due=deadline.alarms[-1].at)
    assert road.refused(early, SYSTEM) == {"not_yet"}
    gone = DeadlinePassed(deadline_id="nothing", due=start_of_day(road.day))
    assert road.ask(gone, SYSTEM).events == ()


def test_interest_runs_on_a_judgment_of_five_thousand_pounds_from_the_day_it_was_payable_on_what_is_left() -> None:
    road = MoneyRoad()
    road.postings = [Posting(on=date(2025, 10, 6), kind="rent", due_pence=600_000, paid_pence=0)]
    road.policy = road.policy.model_copy(update={"money": MoneyPolicy(senior_limit_pence=1_000_000)})
    road.to_judgment(sum_pence=600_000, costs_pence=0)
    payable = road.case.judgments[0].pay_by.on
    road.pay(100_000, payable + timedelta(days=10))
    road.wait_until(payable + timedelta(days=30))
    road.do(AddNote(text=TEXT))
    interest = road.case.judgments[0].interest
    assert interest is not None
    # 10 days on £6,000.00 and 20 on £5,000.00 at 8% over 365 days.
    assert interest.pence == round((600_000 * 10 + 500_000 * 20) * 0.08 / 365)
    assert interest.confidence == "C"


def test_no_interest_runs_below_five_thousand_pounds_nor_in_a_breathing_space() -> None:
    small = MoneyRoad().to_judgment(sum_pence=120_000, costs_pence=0)
    small.wait_until(small.day + timedelta(days=60))
    assert small.case.judgments[0].interest is None
    road = MoneyRoad()
    road.postings = [Posting(on=date(2025, 10, 6), kind="rent", due_pence=600_000, paid_pence=0)]
    road.policy = road.policy.model_copy(update={"money": MoneyPolicy(senior_limit_pence=1_000_000)})
    road.to_judgment(sum_pence=600_000, costs_pence=0)
    payable = road.case.judgments[0].pay_by.on
    road.wait_until(payable + timedelta(days=5))
    road.do(StartBreathingSpace(moratorium="standard", started_on=road.day))
    road.wait_until(road.day + timedelta(days=20))
    road.do(AddNote(text=TEXT))
    held = road.case.judgments[0].interest
    assert held is not None
    assert held.pence == round(600_000 * 5 * 0.08 / 365)


@pytest.mark.parametrize("kind", ["bankruptcy", "debt_relief_order", "iva"])
def test_an_insolvency_bars_what_laws_table_says_until_it_ends_by_itself(kind: str) -> None:
    road = MoneyRoad().to_letter()
    until = road.day + timedelta(days=200)
    road.do(c.HoldMoneyCase(hold=kind, until=until, reason=TEXT))
    refusals = road.ask(c.SendIntention(on=road.day, method="letter")).refusals
    found = next(r for r in refusals if r.code == "insolvency")
    assert "collected in the insolvency alone" in found.says
    assert "IA 1986" in found.authority
    assert "insolvency" in road.refused(c.DraftMoneyClaim(signer="Head of Housing"))
    road.wait_until(until + timedelta(days=1))
    assert "insolvency" not in road.refused(c.DraftMoneyClaim(signer=""))
