"""The form on which one case's past is told: its sections, and the lines that they become. A table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.pages.forms.options import CONTACT_METHODS
from cases.protocol import known_steps
from cases.tracks import Road
from cases.words import Breach, DecisionKind, HoldKind, NoticeKind, OutcomeKind, Route
from law.service import SERVICE_METHODS

Choices = Sequence[tuple[str, str]]
DATE = "Day, like 22/11/2026"
_OFTEN = (("weekly", "Weekly"), ("fortnightly", "Fortnightly"), ("four_weekly", "Four-weekly"), ("monthly", "Monthly"))


@dataclass(frozen=True)
class Asked:
    """One box: the column it fills, its label, and what may be chosen; without choices it is typed."""

    column: str
    label: str
    choices: Choices = ()
    long: bool = False


@dataclass(frozen=True)
class Section:
    """What is asked of one sort of step: its word, its heading, how often it is asked, and its boxes."""

    word: str
    title: str
    boxes: tuple[Asked, ...]
    times: int = 1
    hint: str = ""


def _words(values: Sequence[str]) -> Choices:
    return [(value, value.replace("_", " ").capitalize()) for value in values]


def sections(roads: Sequence[Road]) -> tuple[Section, ...]:
    """The sections for a tenancy, with the notices of its roads."""
    kinds = dict.fromkeys(kind for road in roads for kind in road.notices) or dict.fromkeys(NoticeKind)
    notices = [(kind.value, kind.label) for kind in kinds]
    served = [(method.code, method.title) for method in SERVICE_METHODS.values()]
    on = Asked("on", DATE)
    return (
        Section(
            "contact",
            "Steps of the Protocol",
            (Asked("code", "Step", list(known_steps().items())), on, Asked("method", "How", _words(CONTACT_METHODS))),
            6,
            "Only what there is evidence of. What is left out shows as a gap.",
        ),
        Section(
            "decision",
            "Decision that ended the accommodation",
            (
                Asked("decision", "What was decided", [(kind.value, kind.label) for kind in DecisionKind]),
                on,
                Asked("told_on", "Told to the household on"),
                Asked("reasons", "Reasons", long=True),
            ),
        ),
        Section(
            "notice",
            "Notice",
            (
                Asked("notice", "Which notice", notices),
                Asked("grounds", "Grounds, like 8 10 11"),
                Asked("on", "Handed over, left or posted on"),
                Asked("at", "Time, like 11:30"),
                Asked("method", "How", served),
                Asked("specified_on", "Date in the notice"),
                Asked("owed", "Arrears stated, in pounds"),
                Asked("particulars", "Particulars", long=True),
            ),
            2,
            "Served on every joint tenant that day. One that was not good is recorded too, and its defect is shown.",
        ),
        Section("review", "Review asked for", (on,)),
        Section(
            "claim",
            "Claim",
            (
                Asked("claim_number", "Claim number"),
                Asked("on", "Issued on"),
                Asked("court", "Court"),
                Asked("route", "Issued by", [(route.value, route.label) for route in Route]),
                Asked("signer", "Signed by"),
                Asked("owed", "Arrears stated, in pounds"),
            ),
        ),
        Section(
            "hearing",
            "Hearing",
            (
                Asked("on", "Day of the hearing"),
                Asked("at", "Time, like 10:30"),
                Asked("court", "Court"),
                Asked("told_on", "Listed on"),
            ),
        ),
        Section("claim_service", "Claim sent to the defendants", (on,)),
        Section(
            "outcome",
            "What the court did",
            (
                Asked("outcome", "Outcome", [(kind.value, kind.label) for kind in OutcomeKind]),
                on,
                Asked("grounds_proved", "Grounds proved"),
                Asked("possession_on", "Possession by"),
                Asked("judgment", "Judgment, in pounds"),
                Asked("costs", "Costs, in pounds"),
                Asked("instalment", "Instalment, in pounds"),
                Asked("frequency", "Paid", _OFTEN),
                Asked("first_payment", "First payment on"),
            ),
        ),
        Section("breach_warning", "Tenants warned of a breach", (on,)),
        Section(
            "arrangement",
            "Arrangement to pay",
            (
                Asked("on", "Offered on"),
                Asked("agreed_on", "Agreed on"),
                Asked("instalment", "Instalment, in pounds"),
                Asked("frequency", "Paid", _OFTEN),
                Asked("first_payment", "First payment on"),
            ),
        ),
        Section(
            "warrant",
            "Warrant asked for",
            (on, Asked("breach", "Breach relied on", _words([kind.value for kind in Breach]))),
        ),
        Section("warrant_issued", "Warrant issued", (on, Asked("number", "Number"))),
        Section(
            "eviction",
            "Eviction appointment",
            (
                Asked("on", "Day of the appointment"),
                Asked("at", "Time, like 10:00"),
                Asked("told_on", "Booked on"),
                Asked("n54_delivered_on", "N54 delivered on"),
            ),
        ),
        Section(
            "breathing_space",
            "Breathing space",
            (Asked("moratorium", "Kind", _words(["standard", "crisis"])), Asked("on", "Began on")),
        ),
        Section(
            "hold",
            "Other hold",
            (
                Asked("hold", "Kind", [(kind.value, kind.value.replace("_", " ").capitalize()) for kind in HoldKind]),
                Asked("on", "Began on"),
                Asked("ends_on", "Last day, if known"),
                Asked("reason", "Why", long=True),
            ),
        ),
        Section("note", "Note", (on, Asked("text", "What else is to be known", long=True))),
    )


def rows_of(asked: Sequence[Section], sent: Mapping[str, str]) -> list[dict[str, str]]:
    """The lines that were filled in; a box is named `notice-1-on`."""
    rows: list[dict[str, str]] = []
    for section in asked:
        for n in range(section.times):
            cells = {box.column: sent.get(f"{section.word}-{n}-{box.column}", "").strip() for box in section.boxes}
            if any(cells.values()):
                rows.append({"step": section.word, **cells})
    return rows
