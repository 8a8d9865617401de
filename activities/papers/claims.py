"""What a claim's papers print beyond the figures: its yes and no questions, accelerated claims, Part 3, the ask."""

from collections.abc import Mapping

from activities.papers import money, words
from activities.papers.about import About
from activities.papers.source import Source
from cases.protocol import contacts
from cases.stages.shared import cause_of
from cases.state import Claim, Contact, Hearing
from cases.tracks import ROADS
from cases.words import Cause, OutcomeKind, Track
from documents.papers.data import ClaimChoices, OrderData
from documents.papers.proceedings import AcceleratedData, OrderSought, Part3Data
from documents.papers.template import long_date

_BEHAVIOUR = frozenset({"2", "2ZA", "7A", "14", "14A", "14ZA", "84A"})
_BREACH = frozenset({"1", "12"})
_SOUGHT: Mapping[OutcomeKind, OrderSought] = {
    OutcomeKind.OUTRIGHT: "outright",
    OutcomeKind.SUSPENDED: "suspended",
    OutcomeKind.POSTPONED: "postponed",
    OutcomeKind.ADJOURNED_ON_TERMS: "adjourned",
}


ASKED_FOR: Mapping[OutcomeKind, str] = {
    OutcomeKind.SUSPENDED: "a suspended order for possession",
    OutcomeKind.POSTPONED: "a postponed order for possession",
    OutcomeKind.CONSENT: "an order by consent",
    OutcomeKind.MONEY_ONLY: "an order without possession",
    OutcomeKind.DEMOTED: "a demotion order",
    OutcomeKind.BUY_SUSPENDED: "an order suspending the right to buy",
    OutcomeKind.ADJOURNED_ON_TERMS: "an adjournment on terms",
    OutcomeKind.ADJOURNED_GENERALLY: "a general adjournment",
    OutcomeKind.ADJOURNED_TO_DATE: "an adjournment to another day",
}
"""What the court is asked for, where it is not an outright order for possession."""


def choices(source: Source, line: About) -> ClaimChoices:
    """The claim form's questions, from what the claim asks for and the grounds it rests on."""
    grounds = set(line.notice.grounds) if line.notice else set()
    conduct = cause_of(source.state) is Cause.CONDUCT and bool(grounds & _BREACH)
    on_trial = not grounds and cause_of(source.state) is Cause.CONDUCT and bool(contacts(source.state, "incident_log"))
    return ClaimChoices(
        antisocial=bool(grounds & _BEHAVIOUR) or on_trial,
        trespass=source.state.track is Track.TRESPASS,
        other_breach=source.text(line.notice.particulars) if conduct and line.notice else "",
        demotion=_asks(line, OutcomeKind.DEMOTED),
        suspend_right_to_buy=_asks(line, OutcomeKind.BUY_SUSPENDED),
        money_judgment=money.rent_claimed(line),
    )


def _asks(line: About, kind: OutcomeKind) -> bool:
    return bool(line.hearing and line.hearing.asked and line.hearing.asked.outcome is kind)


def order_sought(hearing: Hearing | None) -> OrderSought:
    """The kind of order that the court is asked for; empty where nobody has said."""
    return _SOUGHT.get(hearing.asked.outcome, "") if hearing and hearing.asked else ""


def asked_terms(source: Source, hearing: Hearing) -> OrderData | None:
    """The terms that the court is asked to order, payments or others; None where none are asked for."""
    asked = hearing.asked
    if asked is None or (not asked.instalment_pence and asked.other_terms is None):
        return None
    others = source.text(asked.other_terms)
    first = f", the first payment on or before {long_date(asked.first_payment)}" if asked.first_payment else ""
    pays = asked.instalment_pence
    paid = f"{money.rent_and(source, pays, asked.frequency)}{first}." if pays else ""
    return OrderData(
        made_on=hearing.on,
        kind=asked.outcome.label,
        instalment_pence=pays or None,
        frequency=money.every(asked.frequency) if pays else "",
        terms=" ".join(part for part in (paid, others) if part),
    )


def accelerated(source: Source, claim: Claim, line: About) -> AcceleratedData:
    """The questions of an accelerated claim (CPR 55.11-55.19); what nobody recorded stays open, for ink."""
    tenancy, details, notice = source.facts.tenancy, source.details, line.notice
    confirmed = set(notice.confirmed) if notice else set()
    scheme, reference = (*source.lines(details.lines), "", "")[:2]
    followed = bool(contacts(source.state, "part3_invite") and contacts(source.state, "part3_reasons"))
    return AcceleratedData(
        agreement_on=details.agreement_on,
        demoted=source.state.occupancy == "demoted_provider",
        demoted_on=tenancy.demoted_on,
        fixed_term_ends=tenancy.fixed_term_end,
        long_fixed_term="six_months_told" in confirmed,
        deposit_pence=details.deposit_pence or 0,
        deposit_scheme=scheme,
        deposit_reference=reference,
        provider=tenancy.landlord_kind != "council",
        protocol_part_3=True if followed else None,
        exhibits=(
            "A  The tenancy agreement",
            "B  The notice",
            "C  The certificate of service",
            *(("H  The papers under Part 3 of the Protocol",) if followed else ()),
        ),
    )


def part_3(source: Source) -> Part3Data | None:
    """What was done under Part 3 of the Protocol (3.2, 3.3), from its recorded steps; None on other roads."""
    if ROADS[source.state.track].protocol != 3:
        return None
    invited, reasoned = contacts(source.state, "part3_invite"), contacts(source.state, "part3_reasons")
    first, decided = next(iter(invited), None), reasoned[-1] if reasoned else None
    answered = source.text(source.details.needs)
    who = source.signer(decided.recorded_by.user_id) if decided else None
    return Part3Data(
        invited_on=first.on if first else None,
        reply_by=source.details.reply_by,
        how=words.method(first.method) if first else "",
        replied=bool(answered),
        replies=answered,
        considered_on=decided.on if decided else None,
        considered_by=", ".join(part for part in (who.name, who.position) if part) if who else "",
        reasons=source.text(decided.note) if decided else "",
        reasons_sent_on=decided.on if decided else None,
        documents=tuple(_listed(contact) for contact in (*invited, *reasoned)),
    )


def _listed(contact: Contact) -> str:
    invited = contact.step == "part3_invite"
    what = "Invitation to tell us of personal circumstances" if invited else "Our reasons for going on"
    return f"{what}, {long_date(contact.on)}"
