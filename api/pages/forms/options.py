"""What act forms are made of: the form itself, the options of its fields, and what they hold at first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from api.pages.forms.fields import Field, Option, Seen
from cases.care import Need
from cases.ledger import ledger
from cases.notice_kinds import KINDS
from cases.protocol import known_steps
from cases.stages.order import conditional
from cases.state import Claim, Hearing, Notice, Order, Warrant
from cases.tracks import ROADS, open_grounds, plain_notice
from cases.words import Breach, StepBefore
from law.grounds import ground
from law.service import SERVICE_METHODS
from law.tenancies import Occupancy

CONDITIONS = {
    "1": "1: convicted of a serious offence",
    "2": "2: found to have broken an anti-social behaviour injunction",
    "3": "3: convicted of breaking a criminal behaviour order",
    "4": "4: a closure order shut the home for more than 48 hours",
    "5": "5: convicted of breaking a noise abatement notice or order",
}
CONTACT_METHODS = (
    "letter",
    "telephone",
    "visit",
    "text_message",
    "email",
    "portal",
    "meeting",
    "mediation",
    "referral",
    "file_note",
)


NEW_RENT_ONLY = Field(
    "new_rent_only",
    "In a breathing space: does it ask for nothing but rent that fell due since it began?",
    "yes_no",
    first=lambda seen: "no",
    optional=True,
)


@dataclass(frozen=True)
class ActForm:
    """One act: what it is called, what it asks, and which field of the command its subject goes into.

    `fields_for` gives the fields where they differ with the subject; `tells` says something of the case above them.
    `from_subject` reads more than one of the command's fields out of a subject of the form's own. `posts_to` is where a
    form with a file is sent, below the case.
    """

    title: str
    button: str
    done: str
    fields: tuple[Field, ...]
    subject_field: str = ""
    intro: str = ""
    fields_for: Callable[[str], tuple[Field, ...]] | None = None
    tells: Callable[[Seen], str] | None = None
    from_subject: Callable[[str], dict[str, str]] | None = None
    posts_to: str = ""

    def fields_of(self, subject: str) -> tuple[Field, ...]:
        """The fields for that subject."""
        return self.fields if self.fields_for is None else self.fields_for(subject)


def today(seen: Seen) -> date:
    return seen.today


def labels(values: Sequence[Any]) -> Callable[[Seen], Sequence[Option]]:
    return lambda seen: [(value.value, value.label) for value in values]


def plain(values: Sequence[Any]) -> Callable[[Seen], Sequence[Option]]:
    return lambda seen: [(str(value), str(value).replace("_", " ").capitalize()) for value in values]


def tenants(seen: Seen) -> list[Option]:
    return [(who, seen.tenants[who].name if who in seen.tenants else who) for who in seen.state.tenants]


def only_one(seen: Seen) -> list[str]:
    """The tenant, where there is but one."""
    return list(seen.state.tenants) if len(seen.state.tenants) == 1 else []


def not_served(seen: Seen) -> list[Option]:
    notice: Notice | None = seen.item("notices")
    done = {service.tenant for service in notice.services} if notice else set()
    return [option for option in tenants(seen) if option[0] not in done]


def only(options: Callable[[Seen], Sequence[Option]]) -> Callable[[Seen], Any]:
    """The first option, where there is only one to choose."""

    def first(seen: Seen) -> Any:
        found = options(seen)
        return found[0][0] if len(found) == 1 else None

    return first


def grounds(seen: Seen) -> list[Option]:
    kinds = ROADS[seen.state.track].notices
    occupancy = Occupancy(seen.state.occupancy)
    codes = dict.fromkeys(code for kind in kinds for code in open_grounds(kind, occupancy.value, seen.today))
    told = [ground(occupancy, code, seen.today) for code in codes]
    first = ROADS[seen.state.track].grounds
    return [
        (g.code, f"Ground {g.code}: {_lower(g.title)}, {g.power}")
        for g in sorted(told, key=lambda g: g.code not in first)
    ]


def road_grounds(seen: Seen) -> list[str]:
    return list(ROADS[seen.state.track].grounds)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]


def notice_kind(seen: Seen) -> str:
    return plain_notice(seen.state.track, seen.state.occupancy, seen.today).value


def notice_kinds(seen: Seen) -> list[Option]:
    return [(kind.value, kind.label) for kind in ROADS[seen.state.track].notices]


def notice_grounds(seen: Seen) -> list[Option]:
    hearing: Hearing | None = seen.item("hearings")
    claim: Claim | None = next((c for c in seen.state.claims if hearing and c.id == hearing.claim_id), None)
    notice = next((n for n in seen.state.notices if claim and n.id == claim.notice_id), None)
    wanted = set(notice.grounds) if notice else set()
    return [option for option in grounds(seen) if option[0] in wanted]


def steps(seen: Seen) -> list[Option]:
    known = known_steps()
    asked = [step.code for step in ledger(seen.state) if step.code in known]
    return [(code, known[code]) for code in dict.fromkeys((*asked, *known))]


def needs(seen: Seen) -> list[Option]:
    return [(need.value, need.label[:1].upper() + need.label[1:]) for need in Need]


def planned_methods(seen: Seen) -> list[Option]:
    return [(code, method.title) for code, method in SERVICE_METHODS.items() if method.council != "never"]


def conditions(seen: Seen) -> list[Option]:
    return list(CONDITIONS.items())


def to_confirm(seen: Seen) -> list[Option]:
    asked = {c.code: c.asks for kind in ROADS[seen.state.track].notices for c in KINDS[kind].confirms}
    return [(code, asks[:1].upper() + asks[1:]) for code, asks in asked.items()]


def other_notices(seen: Seen) -> list[Option]:
    others = (n for n in seen.state.notices if n.live and n.served and n.id != seen.subject)
    return [(n.id, f"{n.id}: {n.kind.label}") for n in others]


def service_methods(seen: Seen) -> list[Option]:
    return [(code, method.title) for code, method in SERVICE_METHODS.items()]


def officers(seen: Seen) -> Sequence[Option]:
    return seen.officers


def hearing_day(seen: Seen) -> date | None:
    hearing: Hearing | None = seen.item("hearings")
    return hearing.on if hearing else None


def appointment(seen: Seen) -> date | None:
    warrant: Warrant | None = seen.item("warrants")
    return warrant.appointment_on if warrant else None


def appointment_time(seen: Seen) -> str | None:
    warrant: Warrant | None = seen.item("warrants")
    return f"{warrant.appointment_at:%H:%M}" if warrant and warrant.appointment_at else None


def breach(seen: Seen) -> str:
    order: Order | None = seen.item("orders")
    if order is None or not conditional(order):
        return Breach.NONE.value
    return (Breach.PAYMENT if order.breach else order.breach_kind).value


def next_before(seen: Seen) -> str:
    state = seen.state
    if any(w.live and w.appointment_on for w in state.warrants):
        return StepBefore.EVICTION.value
    if any(o.live for o in state.orders):
        return StepBefore.WARRANT.value
    if any(c.live and c.issued_on for c in state.claims):
        return StepBefore.HEARING.value
    return (StepBefore.CLAIM if any(n.live and n.served for n in state.notices) else StepBefore.NOTICE).value


ON = Field("on", "Date", "date", first=today)
BEFORE = Field(
    "before", "Which step is it for?", "radios", options=plain([s.value for s in StepBefore]), first=next_before
)
REASON = Field("reason", "Reason", "words")
NOTE = Field("note", "Note", "words", hint="What happened, in your own words.", optional=True)


APPROVE = Field(
    "approve",
    "Approve it in the same act?",
    "yes_no",
    hint="Yes approves the draft and records this together, or neither. The gates of both are asked.",
    first=lambda seen: "no",
    optional=True,
)
"""Shown only where the draft waits for approval and the person may give it."""
