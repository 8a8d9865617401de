"""Forms about people: a change of tenants, who else lives in the home, a claim to buy it."""

from datetime import date
from typing import Any

from api.pages.forms.fields import Field, Option, Seen
from api.pages.forms.options import ON, ActForm, labels, today
from cases import parties
from cases.party_words import BuyEnd, PartyCause
from cases.stages.buying import says as buying_says
from law.explained import long_date
from law.parties import CAUSES


def of_tenancy(seen: Seen) -> list[Option]:
    """Everybody who holds or held the tenancy by the case, and whom the housing system has on it now."""
    ids = dict.fromkeys((*seen.there, *parties.everyone(seen.state)))
    return [(who, seen.tenants[who].name if who in seen.tenants else who) for who in ids]


def _held_now(seen: Seen) -> list[str]:
    return list(seen.there or seen.state.tenants)


_FOLLOWS = {
    "binds": "a notice given before stands",
    "again": "a notice given before is served afresh",
    "ended": "the tenancy has ended, and this road with it",
}


def _causes(seen: Seen) -> list[Option]:
    return [
        (row.code, f"{PartyCause(row.code).label}. Then {_FOLLOWS[row.notice]} ({row.confidence.value})")
        for row in CAUSES.values()
    ]


def household_told(seen: Seen) -> str:
    """Who else lives in the home, as last recorded, in one sentence; what there is to do where nobody looked."""
    found = parties.household(seen.state)
    if found is None:
        return "Nobody has recorded who else lives in the home: look, and record it."
    names = [] if found.names is None else (seen.words.get(found.names.id) or "(names erased)").splitlines()
    adults = "no other adult" if not found.adults else f"{found.adults} other adult{'' if found.adults == 1 else 's'}"
    named = f" ({'; '.join(name.strip() for name in names if name.strip())})" if names else ""
    others = ", and others whose names are not known" if found.unknown else ""
    children = f"{found.children or 'no'} child{'' if found.children == 1 else 'ren'}"
    return f"Living there besides the tenants on {long_date(found.on)}: {adults}{named}{others}; {children}."


def buying_told(seen: Seen) -> str:
    """What a claim to buy that runs means now; empty where there is none."""
    return buying_says(seen.state)


def _newest(name: str, otherwise: Any = None) -> Any:
    def first(seen: Seen) -> Any:
        found = parties.household(seen.state)
        return otherwise if found is None else getattr(found, name)

    return first


def _counts(seen: Seen) -> list[Option]:
    return [(str(n), str(n)) for n in range(11)]


def _claimed(name: str) -> Any:
    def first(seen: Seen) -> date | None:
        runs = parties.buying(seen.state)
        return None if runs is None else getattr(runs, name)

    return first


def _unknown(seen: Seen) -> str:
    found = parties.household(seen.state)
    return "yes" if found is not None and found.unknown else "no"


PEOPLE: dict[str, ActForm] = {
    "record_parties": ActForm(
        "Record a change of tenants",
        "Record the change",
        "The change of tenants is on the record. What names those before it is listed on this page.",
        (
            Field("cause", "What changed?", "radios", options=_causes),
            Field("on", "From which day?", "date", hint="Of a death: its day.", first=today),
            Field(
                "tenants",
                "Who holds the tenancy now?",
                "checkboxes",
                hint="All of them. Somebody new is put on the tenancy in the housing system first.",
                options=of_tenancy,
                first=_held_now,
            ),
            Field(
                "proof",
                "What proves it?",
                "words",
                hint="The deed, order, certificate, notice or decision, with its date; of a name, the old name too.",
            ),
            Field("document", "Document", "text", hint="Its id here, like U2, or your own reference.", optional=True),
        ),
        intro="The tenants of before stay in the record. After an order, a change of parties means that the court's "
        "permission comes before a warrant (CPR 83.2(3)(b)).",
    ),
    "record_household": ActForm(
        "Record who else lives there",
        "Record it",
        "Who else lives there is on the record.",
        (
            Field("on", "As known on which day?", "date", first=today),
            Field(
                "adults",
                "Adults who are not tenants",
                "count",
                options=_counts,
                first=_newest("adults", 0),
            ),
            Field("names", "Their names, so far as known", "words", hint="One a line.", optional=True),
            Field(
                "unknown",
                "Do others live there whose names are not known?",
                "yes_no",
                hint="They are then told of as persons unknown (CPR 55.3(4)).",
                first=_unknown,
            ),
            Field("children", "Children", "count", hint="A number and nothing else.", options=_counts,
                  first=_newest("children", 0)),
        ),
        tells=household_told,
    ),
    "record_right_to_buy": ActForm(
        "Record a right to buy claim",
        "Record it",
        "The claim to buy is on the record. Nothing of the purchase is handled here.",
        (
            Field("claimed_on", "When was it claimed?", "date", first=_claimed("claimed_on")),
            Field("admitted_on", "When was the right admitted?", "date", first=_claimed("admitted_on"), optional=True),
            Field("offer_on", "When was the offer made?", "date", first=_claimed("offer_on"), optional=True),
        ),
        tells=buying_told,
    ),
    "end_right_to_buy": ActForm(
        "Record the end of the claim to buy",
        "Record the end",
        "The claim to buy is over.",
        (Field("how", "How did it end?", "radios", options=labels(list(BuyEnd))), ON),
        subject_field="right_to_buy_id",
    ),
}  # fmt: skip
