"""The forecast, the failures and the overrides over a landlord's cases."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from cases.events import NoteAdded
from cases.forecast import Sort
from cases.state import Alarm, Deadline, Hearing, Overridden
from cases.words import OutcomeKind, Role
from store import outlook
from store.cases import load_state, record
from store.errors import NotThere
from tests.store.made import LANDLORD, NOON, OFFICER, WORDS, a_state, a_step, an_opening, explained
from tests.store.test_lists import an_account

Sessions = async_sessionmaker[AsyncSession]
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """Monday 23 November 2026."""
    with time_machine.travel(NOON, tick=True):
        yield


def a_deadline(kind: str, days: int) -> Deadline:
    """A date so many days ahead."""
    on = TODAY + timedelta(days=days)
    alarm = Alarm(at=NOON + timedelta(days=days), level="due")
    return Deadline(id=f"N1.{kind}.{days}", kind=kind, title=f"{kind} {days}", date=explained(on), alarms=(alarm,))


async def a_case_of(session: AsyncSession, ref: str, officer: str, **changed: object) -> None:
    """An open case of an officer as it stands after one more step."""
    await an_account(session, ref, 42_000)
    await record(session, an_opening(f"open-{ref}", f"{ref}-1", ref))
    state = await load_state(session, f"{ref}-1")
    assert state is not None
    after = state.model_copy(update={"revision": 2, "officer": officer, **changed})
    await record(session, a_step(f"more-{ref}", after, NoteAdded(text=WORDS)))


async def test_the_forecast_is_counted_by_officer_the_one_with_the_most_first(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case_of(session, "T1", "officer.a", deadlines=(a_deadline("notice_lapse", 10),))
        dates = (a_deadline("ten_day_letter", 3), a_deadline("warrant_expiry", 30), a_deadline("notice_lapse", 31))
        await a_case_of(session, "T2", "officer.b", deadlines=dates)
        found = await outlook.outlook(session, LANDLORD)
        assert found.cases == 2
        assert [each.officer for each in found.officers] == ["officer.b", "officer.a"]
        assert found.officers[0].counts[Sort.LATE] == 1
        assert found.officers[0].counts[Sort.LAPSE] == 1
        assert found.counts[Sort.LAPSE] == 2
        assert [row.on for row in found.rows] == [TODAY + timedelta(days=n) for n in (3, 10, 30)]
        only = await outlook.outlook(session, LANDLORD, officer="officer.a")
        assert [row.case_id for row in only.rows] == ["T1-1"]


async def test_what_is_past_and_not_done_stays_on_the_forecast(writing: Sessions) -> None:
    async with writing.begin() as session:
        await a_case_of(session, "T1", "officer.a", deadlines=(a_deadline("ten_day_letter", -2),))
        (row,) = (await outlook.outlook(session, LANDLORD)).rows
        assert (row.sort, row.on) == (Sort.LATE, TODAY - timedelta(days=2))


async def test_a_forecast_has_a_landlord_and_a_reach(writing: Sessions) -> None:
    async with writing.begin() as session:
        with pytest.raises(NotThere):
            await outlook.outlook(session, "nobody")
        for days in (0, 366):
            with pytest.raises(ValueError, match="forecast reaches"):
                await outlook.outlook(session, LANDLORD, days=days)


async def test_failed_claims_are_counted_by_what_the_court_did(writing: Sessions) -> None:
    def heard(number: int, outcome: OutcomeKind, on: date) -> Hearing:
        day = explained(on)
        return Hearing(
            id=f"H{number}",
            claim_id="C1",
            on=on,
            at=NOON.time(),
            court="Rugby",
            service_latest=day,
            witness_statements_due=day,
            ten_day_letter_due=day,
            outcome=outcome,
            outcome_on=on,
        )

    before = TODAY - timedelta(days=400)
    async with writing.begin() as session:
        put_off = heard(1, OutcomeKind.ADJOURNED_GENERALLY, TODAY)
        await a_case_of(session, "T1", "a", hearings=(put_off, heard(2, OutcomeKind.DISMISSED, TODAY)))
        more = (heard(1, OutcomeKind.DISMISSED, TODAY), heard(2, OutcomeKind.OUTRIGHT, TODAY))
        await a_case_of(session, "T2", "a", hearings=(*more, heard(3, OutcomeKind.STRUCK_OUT, before)))
        found = await outlook.failures(session, LANDLORD, TODAY - timedelta(days=30))
        assert [(each.outcome, each.times, each.cases) for each in found] == [
            ("dismissed", 2, ("T1-1", "T2-1")),
            ("adjourned_generally", 1, ("T1-1",)),
        ]


async def test_rules_set_aside_are_counted_with_who_and_where(writing: Sessions) -> None:
    aside = Overridden(on=TODAY, by=OFFICER, command="draft_notice", code="not_warned", said="No.", reason=WORDS)
    async with writing.begin() as session:
        await a_case_of(session, "T1", "a", overridden=(aside, aside))
        (found,) = await outlook.overrides(session, LANDLORD)
        assert (found.code, found.role, found.times, found.cases) == ("not_warned", Role.OFFICER, 2, ("T1-1",))
    assert a_state().overridden == ()
