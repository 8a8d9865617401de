"""A money case that was under way elsewhere comes in as it truly stands, with what was not open then at risk."""

from datetime import date, timedelta

from cases.money import commands as m
from cases.money.views import at_risk, awaiting_approval, stage
from cases.money.words import JudgmentKind, MoneyRoute, MoneyStage
from tests.cases.money_road import MoneyRoad
from tests.cases.road import TEXT


def told(*steps: m.EarlierOfDebt) -> tuple[m.EarlierDebtStep, ...]:
    drafts = ("draft_money_claim",)
    return tuple(m.EarlierDebtStep(step=step, owed_pence=150_000 if step.kind in drafts else None) for step in steps)


def taking(road: MoneyRoad, *steps: m.EarlierOfDebt) -> m.TakeOnDebt:
    account = road.account
    return m.TakeOnDebt(
        tenancy_ref=account.tenancy_ref, landlord=account.landlord, officer="officer.a", steps=told(*steps)
    )


def letter(road: MoneyRoad, on: date) -> m.SendLetterOfClaim:
    return m.SendLetterOfClaim(on=on, debtors=road.account.tenants, method="letter")


def claimed(issued: date) -> tuple[m.EarlierOfDebt, ...]:
    issue = m.IssueMoneyClaim(
        claim_id="C1", route=MoneyRoute.PAPER, claim_number="M1", court="County Court at Sampletown", issued_on=issued
    )
    return (m.DraftMoneyClaim(signer="A. Signer"), issue)


def judged(on: date) -> m.RecordJudgment:
    return m.RecordJudgment(
        claim_id="C1",
        judgment=JudgmentKind.DEFAULT,
        on=on,
        sum_pence=150_000,
        pay_by=date(2025, 11, 20),
        instalment_pence=2_000,
        frequency="monthly",
    )


def test_a_debt_comes_in_with_its_judgment_and_its_dates_run_at_once() -> None:
    road = MoneyRoad()
    meant = m.SendIntention(on=date(2025, 9, 1), method="letter")
    served = m.RecordMoneyService(claim_id="C1", sent_on=date(2025, 9, 18))
    road.do(
        taking(
            road, letter(road, date(2025, 8, 1)), meant, *claimed(date(2025, 9, 16)), served, judged(date(2025, 10, 20))
        )
    )
    assert stage(road.case) is MoneyStage.JUDGMENT
    assert road.case.taken_on is not None
    assert road.case.taken_on.began_on == date(2025, 8, 1)
    assert not awaiting_approval(road.case)
    assert not road.case.doubts
    assert any(d.id.startswith("J1") for d in road.case.deadlines)


def test_a_claim_within_thirty_days_of_the_letter_is_a_defect_and_is_recorded() -> None:
    road = MoneyRoad()
    road.do(taking(road, letter(road, date(2025, 9, 1)), *claimed(date(2025, 9, 15))))
    assert stage(road.case) is MoneyStage.ISSUED
    (doubt,) = road.case.doubts
    assert doubt.step == "issue_money_claim"
    assert not [e for e in road.decisions[-1].events if e.kind == "alarm_raised"]
    assert any(doubt.says in risk for risk in at_risk(road.case))


def test_a_claim_issued_this_week_is_told_to_a_team_leader() -> None:
    road = MoneyRoad()
    today = road.day
    road.do(taking(road, letter(road, today - timedelta(days=60)), *claimed(today)))
    assert ["issue money claim" in e.title for e in road.decisions[-1].events if e.kind == "alarm_raised"] == [True]


def test_what_cannot_have_been_so_is_refused_with_its_step() -> None:
    road = MoneyRoad()
    assert road.refused(taking(road)) == {"steps_dated"}
    strange = m.SendLetterOfClaim(on=date(2025, 9, 1), debtors=("T9-9",), method="letter")
    assert "not_a_debtor" in road.refused(taking(road, strange))
    note = m.EndMoneyClaim(claim_id="C3", on=date(2025, 9, 1), reason=TEXT)
    assert road.refused(taking(road, note)) == {"no_claim"}
