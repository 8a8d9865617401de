"""Made-up cases for a new sample landlord, so that the first look shows every stage: what each is, told as a table.

Days count from today: -30 is thirty days ago, 12 lies ahead; a day that the court does not sit becomes the working day
before it, or after it where it lies ahead. Everybody in them is made up, as the sample landlord is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from law.calendar import is_business_day

if TYPE_CHECKING:
    from api.security.people import User
    from api.web import Web

Row = Mapping[str, Any]
COUNCIL, PROVIDER = "sample-borough-council", "sample-vale-homes"
DEBT = "T104292"
COURT = "County Court at Sampletown"
AT_ONCE = 3


@dataclass(frozen=True)
class Made:
    """One case: whose home it is about, who has it, its past, and its road where that is not the plain one."""

    tenancy_ref: str
    officer: str
    rows: Sequence[Row]
    landlord: str = COUNCIL
    about: Mapping[str, str] = field(default_factory=dict)


def _contacts(day: int, *codes: str) -> list[Row]:
    return [{"step": "contact", "on": day + n, "code": code} for n, code in enumerate(codes)]


def _before(day: int) -> list[Row]:
    """All that the Protocol asks for before an arrears notice."""
    first = ("contact_each_tenant", "income_expenditure", "rent_statement", "benefit_help", "debt_advice")
    weighed = {"step": "assessment", "on": day + 6, "before": "notice", "reasons": WEIGHED}
    return [*_contacts(day, *first), weighed]


def _after(day: int) -> list[Row]:
    """All that it asks for between notice and claim."""
    later = ("post_notice_contact", "protocol_copy_sent", "benefit_enquiry", "adr", "rent_statement")
    weighed = {"step": "assessment", "on": day + 6, "before": "claim", "reasons": WEIGHED}
    return [*_contacts(day, *later), weighed]


def _notice(day: int, kind: str, grounds: str = "", **more: Any) -> list[Row]:
    searched = {"step": "search", "on": day, "before": "notice"}
    return [searched, {"step": "notice", "on": day, "notice": kind, "grounds": grounds, **more}]


def _claim(day: int, number: str, **more: Any) -> list[Row]:
    searched = {"step": "search", "on": day, "before": "claim"}
    return [searched, {"step": "claim", "on": day, "claim_number": number, "court": COURT, **more}]


def _hearing(day: int, listed: int, sent: int) -> list[Row]:
    return [
        {"step": "hearing", "on": day, "at": "10:30", "court": COURT, "told_on": listed},
        {"step": "claim_service", "on": sent},
    ]


def _order(day: int, outcome: str, proved: str, **more: Any) -> Row:
    return {"step": "outcome", "on": day, "outcome": outcome, "grounds_proved": proved, **more}


WEIGHED = "The household was asked; what the housing record notes was weighed. Going on is proportionate."
SECURE: tuple[Row, ...] = (*_before(-300), *_notice(-290, "s83", "1"), *_after(-255))
CAST: tuple[Made, ...] = (
    Made("T100851", "officer.a", _contacts(-34, "contact_each_tenant", "rent_statement", "debt_advice")),
    Made("T100407", "officer.a", [*_before(-21), *_notice(-10, "s83", "1")]),
    Made("T100962", "officer.b", [*_before(-420), *_notice(-400, "s83", "1", specified_on=-355)]),
    Made("T100518", "officer.b", [*_before(-480), *_notice(-470, "s83", "1", specified_on=-430)]),
    Made(
        "T100629",
        "officer.c",
        [*_before(-80), *_notice(-70, "s83", "1"), *_after(-32), {"step": "draft_claim", "on": -2}],
    ),
    Made(
        "T102812",
        "officer.b",
        [*_before(-75), *_notice(-62, "s8", "8 10 11"), *_after(-40), *_claim(-14, "L01RM201")],
        PROVIDER,
    ),
    Made(
        "T101184",
        "officer.a",
        [
            *_before(-130),
            *_notice(-120, "s83", "1"),
            *_after(-80),
            *_claim(-56, "L01RM118"),
            *_hearing(7, -49, -47),
            {"step": "record_ten_day_letter", "on": -5},
        ],
    ),
    Made(
        "T100185",
        "officer.b",
        [
            *SECURE,
            *_claim(-240, "L00RM018"),
            *_hearing(-190, -230, -228),
            _order(
                -190,
                "suspended",
                "1",
                possession_on=-162,
                judgment="3210.00",
                instalment="15.00",
                frequency="weekly",
                first_payment=-182,
            ),
        ],
    ),
    Made(
        "T101295",
        "officer.b",
        [
            *SECURE,
            *_claim(-240, "L00RM129"),
            *_hearing(-190, -230, -228),
            _order(-190, "outright", "1", possession_on=-162, judgment="2450.00"),
            {"step": "assessment", "on": -30, "before": "warrant", "reasons": WEIGHED},
            {"step": "search", "on": -24, "before": "warrant"},
            {"step": "warrant", "on": -24, "breach": "none"},
            {"step": "warrant_issued", "on": -12, "number": "W4401295"},
        ],
    ),
    Made(
        "T102738",
        "officer.b",
        [
            *_before(-260),
            *_notice(-250, "s8", "8 10 11"),
            *_after(-225),
            *_claim(-210, "L00RM273"),
            *_hearing(-160, -200, -198),
            _order(-160, "outright", "8 10 11", possession_on=-146, judgment="4125.50"),
            {"step": "search", "on": -60, "before": "warrant"},
            {"step": "warrant", "on": -60, "breach": "none"},
            {"step": "warrant_issued", "on": -40, "number": "W4402738"},
            {"step": "eviction", "on": 18, "at": "10:00", "told_on": -9, "n54_delivered_on": -4},
        ],
        PROVIDER,
    ),
    Made(
        "T101036",
        "officer.a",
        [
            *_before(-45),
            *_notice(-34, "s83", "1"),
            {"step": "breathing_space", "on": -12, "moratorium": "standard"},
        ],
    ),
    Made(
        "T101739",
        "officer.b",
        [
            *_before(-30),
            *_contacts(-24, "part3_invite"),
            *_notice(-9, "s128"),
            {"step": "review", "on": -3, "hearing_wanted": "yes"},
        ],
    ),
    Made(
        "T103552",
        "officer.a",
        [
            {"step": "decision", "on": -44, "told_on": -42, "decision": "duty_ended", "reasons": WEIGHED},
            *_contacts(-40, "part3_invite"),
            *_notice(-20, "notice_to_quit"),
        ],
    ),
    Made(
        "T103108",
        "officer.b",
        [
            *_contacts(-120, "part3_invite"),
            *_notice(-110, "s21", confirmed="deposit gas_and_epc licence"),
            *_contacts(-40, "part3_reasons"),
            *_claim(-16, "L01RM310", route="accelerated", rent_claimed="no"),
            {"step": "record_papers_served", "on": -12},
        ],
        PROVIDER,
        {"track": "shorthold"},
    ),
    Made(
        "T100555",
        "officer.c",
        [
            *_contacts(-40, "incident_log", "conduct_warning", "conduct_answer"),
            *_notice(-15, "s83", "2"),
        ],
        about={"track": "secure_other", "cause": "conduct"},
    ),
    Made(
        "T100444",
        "officer.a",
        [
            *_before(-70),
            {
                "step": "arrangement",
                "on": -56,
                "agreed_on": -56,
                "instalment": "10.00",
                "frequency": "weekly",
                "first_payment": -49,
            },
        ],
    ),
)
"""Every stage at least once, on six tracks, with what goes wrong in a week: a gap, a lapse, a breach, a review."""


def told(made: Made, today: date) -> list[dict[str, str]]:
    """The rows of a case with its days as dates, as a table would have them."""
    return [{name: _cell(name, value, today) for name, value in {**row, **made.about}.items()} for row in made.rows]


def _cell(name: str, value: Any, today: date) -> str:
    if not isinstance(value, int):
        return str(value)
    day = today + timedelta(days=value)
    back = timedelta(days=-1 if value <= 0 else 1)
    while not is_business_day(day):
        day += back
    return day.isoformat()


async def fill(web: Web) -> tuple[str, ...]:
    """Take the made-up cases on, for sample landlords alone; what became of each, in a line.

    Safe to repeat: a case that is here already stays as it is.
    """
    from store import landlords

    async with web.reading() as session:
        samples = {owner.slug for owner in await landlords.every(session, sample=True)}
    together = asyncio.Semaphore(AT_ONCE)
    done = await asyncio.gather(*(_one(web, made, together) for made in CAST if made.landlord in samples))
    return (*done, *([await _money(web)] if PROVIDER in samples else []))


async def _one(web: Web, made: Made, together: asyncio.Semaphore) -> str:
    from api import taking_on
    from api.problems import Problem
    from store import clock

    async with together:
        try:
            async with web.reading() as session:
                today = await clock.today(session, made.landlord)
                user = await _officer(session, made.officer)
            sent = await taking_on.opening(web, user, made.landlord, made.tenancy_ref, told(made, today))
            row = await taking_on.bring_in(web, user, {**sent, "officer": made.officer})
        except Problem as problem:
            return f"{made.tenancy_ref} refused: {' '.join(each.says for each in problem.refusals)}"
        why = " ".join(refusal.says for refusal in row.refusals)
        return f"{made.tenancy_ref} {row.outcome.replace('_', ' ')} {row.stage or why}".rstrip()


async def _money(web: Web) -> str:
    """A former tenant's debt, with a money case just opened."""
    from api import money
    from api.problems import Problem

    async with web.reading() as session:
        user = await _officer(session, "officer.b")
    try:
        await money.open_case(
            web,
            user,
            landlord=PROVIDER,
            account_ref=DEBT,
            officer=user.user_id,
            earlier_case="",
            reason="The tenancy ended with arrears on the account.",
            key=f"sample {DEBT}",
        )
    except Problem as problem:
        return f"{DEBT} refused: {' '.join(each.says for each in problem.refusals)}"
    return f"{DEBT} came in money"


async def _officer(session: Any, username: str) -> User:
    from runtime.commands.ahead import user_of

    found: User = await user_of(session, username)
    return found
