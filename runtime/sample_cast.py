"""The made-up cases of a new sample landlord, as a table: whose home each is about, and what happened before today.

Days count from today: -30 is thirty days ago, 12 lies ahead. Everybody in them is made up, as the sample landlord is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]
COUNCIL, PROVIDER = "sample-borough-council", "sample-vale-homes"
COURT = "County Court at Sampletown"


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
    Made(
        "T100962",
        "officer.b",
        [*_before(-420), *_notice(-400, "s83", "1", specified_on=-355), *_contacts(-27, "rent_statement")],
    ),
    Made(
        "T100518",
        "officer.b",
        [*_before(-480), *_notice(-470, "s83", "1", specified_on=-430), *_contacts(-40, "rent_statement")],
    ),
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
        "T100222",
        "officer.c",
        [
            *SECURE,
            *_claim(-240, "L00RM022"),
            *_hearing(-190, -230, -228),
            _order(-190, "outright", "1", possession_on=-162, judgment="1610.00"),
            {"step": "assessment", "on": -30, "before": "warrant", "reasons": WEIGHED},
            {"step": "search", "on": -24, "before": "warrant"},
            {"step": "warrant", "on": -24, "breach": "none"},
            {"step": "warrant_issued", "on": -12, "number": "W4400222"},
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
    Made(
        "T104292",
        "officer.b",
        [{"step": "trace", "on": -60}, {"step": "letter_of_claim", "on": -38}],
        PROVIDER,
        {"track": "money"},
    ),
)
"""Every stage at least once, on six tracks, with what goes wrong in a week: a gap, a lapse, a breach, a review."""
