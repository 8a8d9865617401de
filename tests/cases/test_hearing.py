"""The hearing and what the court does at it."""

from datetime import date, time, timedelta

import pytest

from cases.commands import ListHearing, RecordClaimService, RecordOutcome, RecordTenDayLetter
from cases.instants import start_of_day
from cases.ranking import next_of
from cases.stages import hearing_dates
from cases.views import at_risk, stage
from cases.words import OutcomeKind, Stage
from tests.cases.road import TEXT, Road, assured_road, secure_road


def listing(on: date) -> ListHearing:
    """A listing of claim C1."""
    return ListHearing(claim_id="C1", on=on, at=time(10), court="Sample County Court")


def test_a_hearing_is_at_least_28_clear_days_after_issue() -> None:
    road = secure_road().to_issued_claim()
    assert road.refused(listing(date(2026, 5, 4))) >= {"hearing_too_early"}
    assert "Tuesday 5 May 2026" in road.why(listing(date(2026, 5, 1)), "hearing_too_early")
    assert road.ask(listing(date(2026, 5, 5))).accepted


def test_a_hearing_later_than_eight_weeks_is_taken_as_the_court_gives_it() -> None:
    road = secure_road().to_issued_claim().do(listing(date(2026, 7, 14)))
    assert road.case.hearings[0].on == date(2026, 7, 14)
    told = next(d.date.trigger for d in road.case.deadlines if d.id == "H1.outcome")
    assert "later than the standard eight weeks, which ended on Monday 1 June 2026" in told


def test_courts_do_not_sit_on_a_bank_holiday() -> None:
    road = secure_road().to_issued_claim()
    assert road.refused(listing(date(2026, 5, 25))) == {"court_closed"}


def test_a_hearing_is_at_a_court_that_is_named_at_an_hour_at_which_it_sits() -> None:
    road = secure_road().to_issued_claim()
    asked = listing(date(2026, 5, 18))
    assert road.refused(asked.model_copy(update={"court": "  "})) == {"no_court"}
    assert "03:00" in road.why(asked.model_copy(update={"at": time(3)}), "hour_wrong")
    assert road.refused(asked.model_copy(update={"at": time(18, 1)})) == {"hour_wrong"}
    assert all(road.ask(asked.model_copy(update={"at": time(hour)})).accepted for hour in (8, 18))


def test_dates_are_counted_back_from_the_hearing() -> None:
    hearing = secure_road().to_issued_claim().do(listing(date(2026, 5, 18))).case.hearings[0]
    assert hearing.service_latest.on == date(2026, 4, 24)
    assert hearing.ten_day_letter_due.on == date(2026, 5, 7)
    assert hearing.witness_statements_due.on == date(2026, 5, 13)


def test_the_claim_is_deemed_served_by_cpr_6_14_and_lateness_shows() -> None:
    road = secure_road().to_issued_claim().do(listing(date(2026, 5, 5))).later(9)
    road.do(RecordClaimService(hearing_id="H1", sent_on=road.day))
    deemed = road.case.hearings[0].claim_deemed_served
    assert deemed is not None
    assert deemed.on == date(2026, 4, 17)
    assert "Hearing H1: the claim was served late" in at_risk(road.case)
    assert "H1.defence" in {d.id for d in road.case.deadlines}


def test_the_defence_date_is_told_also_of_a_day_that_the_bank_holiday_table_does_not_reach() -> None:
    road = secure_road().to_listed_hearing()
    hearing = road.case.hearings[0]
    assert hearing.claim_deemed_served is not None
    for served, told in (
        (date(2029, 1, 2), "table of bank holidays ends"),
        (date(2011, 1, 4), "Bank holidays are known"),
    ):
        deemed = hearing.claim_deemed_served.model_copy(update={"on": served})
        far = hearing.model_copy(update={"claim_deemed_served": deemed})
        state = road.case.model_copy(update={"hearings": (far,)})
        first = start_of_day(served)
        found = next(w for w in hearing_dates.waits(state, road.facts(), first) if w.kind == "defence")
        assert found.date.on == served + timedelta(days=14)
        assert told in found.date.sentence


def test_a_late_ten_day_letter_is_kept_and_shows_as_late() -> None:
    road = secure_road().to_listed_hearing()
    road.wait_until(road.case.hearings[0].on - timedelta(days=2))
    letter = RecordTenDayLetter(hearing_id="H1", sent_on=road.day)
    assert "Hearing H1: the ten-day letter went late" in at_risk(road.do(letter).case)


def test_a_letter_dated_tomorrow_or_on_the_hearing_day_is_refused() -> None:
    road = secure_road().to_listed_hearing()
    tomorrow = road.day + timedelta(days=1)
    assert road.refused(RecordTenDayLetter(hearing_id="H1", sent_on=tomorrow)) == {"in_future"}
    road.wait_until(road.case.hearings[0].on)
    assert road.refused(RecordTenDayLetter(hearing_id="H1", sent_on=road.day)) == {"after_hearing"}


def test_there_is_no_outcome_before_the_hearing_but_a_claim_may_be_withdrawn() -> None:
    road = secure_road().to_listed_hearing()
    assert road.refused(road.outcome(OutcomeKind.DISMISSED)) == {"hearing_ahead"}
    road.do(road.outcome(OutcomeKind.WITHDRAWN))
    assert not road.case.claims[0].live


def put_off(road: Road) -> RecordOutcome:
    later = road.case.hearings[0].on + timedelta(days=14)
    asked = RecordOutcome(hearing_id="H1", outcome=OutcomeKind.ADJOURNED_TO_DATE, on=road.day, next_hearing_on=later)
    assert road.ask(asked).accepted
    return asked


def test_a_hearing_that_the_court_moved_before_its_day_is_recorded_at_once_and_the_dates_go_with_it() -> None:
    road = secure_road().to_listed_hearing()
    assert "H1.defence" in {d.id for d in road.case.deadlines}
    road.do(put_off(road))
    first, second = road.case.hearings
    assert (first.outcome, second.outcome) == (OutcomeKind.ADJOURNED_TO_DATE, None)
    assert second.on == first.on + timedelta(days=14)
    waited = {d.id: d.date.on for d in road.case.deadlines}
    assert not [name for name in waited if name.startswith("H1.")]
    assert waited["H2.outcome"] == second.on
    assert "H2.defence" in waited


def test_what_the_court_does_without_hearing_anybody_is_not_before_the_claim_was_issued() -> None:
    road = secure_road().to_listed_hearing()
    issued = road.case.claims[0].issued_on
    assert issued is not None
    early = put_off(road).model_copy(update={"on": issued - timedelta(days=1)})
    assert road.refused(early) == {"before_issue"}


@pytest.mark.parametrize("outcome", [kind for kind in OutcomeKind if not kind.without_hearing])
def test_what_is_decided_at_a_hearing_waits_for_its_day(outcome: OutcomeKind) -> None:
    road = secure_road().to_listed_hearing()
    assert "hearing_ahead" in road.refused(road.outcome(outcome))


def test_beside_the_hearing_that_is_waited_for_the_page_offers_to_record_that_it_was_put_off() -> None:
    road = secure_road().to_listed_hearing()
    told = next_of(road.case, road.facts(), road.as_at)
    asked = [a for a in told.actions if (a.command, a.subject) == ("record_outcome", "H1")]
    assert {a.allowed for a in asked} == {True, False}
    assert next(step for step in told.not_yet if step.command == "record_outcome").from_day == road.case.hearings[0].on
    assert not [each for each in told.recommended if each.command == "record_outcome" and each.allowed]


def test_an_order_rests_on_grounds_in_the_notice_and_a_possession_date() -> None:
    road = secure_road().to_hearing_day()
    bare = road.outcome(OutcomeKind.OUTRIGHT, grounds_proved=())
    assert road.refused(bare) == {"no_ground_proved", "no_possession_date"}
    other = road.outcome(OutcomeKind.OUTRIGHT, grounds_proved=("8",), possession_on=road.day)
    assert "ground_not_in_notice" in road.refused(other)


def test_possession_is_not_before_the_order() -> None:
    road = secure_road().to_hearing_day()
    early = road.outcome(OutcomeKind.OUTRIGHT, possession_on=road.day - timedelta(days=1))
    assert road.refused(early) == {"possession_date_wrong"}


def test_on_ground_8_possession_is_within_14_days_or_six_weeks_on_hardship() -> None:
    road = assured_road().to_hearing_day()

    def order(days: int, hardship: bool = False) -> set[str]:
        asked = road.outcome(
            OutcomeKind.OUTRIGHT,
            grounds_proved=("8",),
            possession_on=road.day + timedelta(days=days),
            hardship=hardship,
        )
        return set() if road.ask(asked).accepted else road.refused(asked)

    assert order(14) == set()
    assert order(15) == {"possession_date_wrong"}
    assert order(42, hardship=True) == set()
    assert order(43, hardship=True) == {"possession_date_wrong"}


def test_on_a_discretionary_ground_the_court_gives_the_date_it_likes() -> None:
    road = assured_road().to_hearing_day()
    assert road.ask(road.outcome(OutcomeKind.OUTRIGHT, possession_on=road.day + timedelta(days=56))).accepted


def test_ground_8_is_tested_once_more_on_the_hearing_day() -> None:
    road = assured_road().to_hearing_day().pay(24_001)
    order = road.outcome(OutcomeKind.OUTRIGHT, grounds_proved=("8",), possession_on=road.day + timedelta(days=14))
    assert road.refused(order) == {"ground8_threshold"}
    assert "£959.99" in road.why(order, "ground8_threshold")


def test_possession_on_a_mandatory_ground_cannot_be_suspended() -> None:
    road = assured_road().to_hearing_day()
    assert road.refused(road.suspended(grounds_proved=("8",))) == {"cannot_suspend"}
    says = road.why(road.suspended(grounds_proved=("8",)), "cannot_suspend")
    assert "HA 1988 s.9(6)" in says
    assert "HA 1980 s.89" in says


def test_a_suspended_order_needs_its_terms() -> None:
    road = secure_road().to_hearing_day()
    bare = road.outcome(OutcomeKind.SUSPENDED, possession_on=road.day)
    assert road.refused(bare) == {"terms_missing"}
    assert "the first payment date" in road.why(bare, "terms_missing")


def test_an_adjournment_to_a_date_lists_the_next_hearing() -> None:
    road = secure_road().to_hearing_day()
    assert road.refused(road.outcome(OutcomeKind.ADJOURNED_TO_DATE)) == {"next_hearing_wrong"}
    road.do(road.outcome(OutcomeKind.ADJOURNED_TO_DATE, next_hearing_on=date(2026, 6, 16), next_hearing_at=time(14)))
    assert [(h.id, h.on) for h in road.case.hearings][1] == ("H2", date(2026, 6, 16))
    assert "H2.letter" in {d.id for d in road.case.deadlines}
    assert stage(road.case) is Stage.HEARING


@pytest.mark.parametrize(
    "outcome", [OutcomeKind.ADJOURNED_ON_TERMS, OutcomeKind.ADJOURNED_GENERALLY, OutcomeKind.STAYED]
)
def test_an_adjourned_claim_stays_live_and_may_be_listed_again(outcome: OutcomeKind) -> None:
    road = secure_road().to_hearing_day()
    road.do(road.outcome(outcome, other_terms=TEXT))
    assert road.case.claims[0].live
    assert road.ask(listing(date(2026, 7, 14))).accepted


@pytest.mark.parametrize("outcome", [OutcomeKind.DISMISSED, OutcomeKind.STRUCK_OUT, OutcomeKind.WITHDRAWN])
def test_a_claim_that_ends_takes_the_case_back_to_its_notice(outcome: OutcomeKind) -> None:
    road: Road = secure_road().to_hearing_day()
    road.do(road.outcome(outcome, note=TEXT))
    assert road.case.claims[0].ended_by is outcome
    assert stage(road.case) is Stage.NOTICE
    assert "N1.lapse" in {d.id for d in road.case.deadlines}


def test_an_outcome_is_recorded_once() -> None:
    road = secure_road().to_outright_order()
    assert "already_heard" in road.refused(road.outcome(OutcomeKind.DISMISSED))


def test_the_figure_of_the_hearing_day_is_kept_with_the_outcome() -> None:
    road = secure_road().to_hearing_day().pay(20_000)
    road.do(road.outcome(OutcomeKind.DISMISSED))
    assert road.case.hearings[0].arrears_pence == 100_000
