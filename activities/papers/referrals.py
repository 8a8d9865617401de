"""Referrals about a household: to a housing authority, and for safeguarding; words and consent as they were given."""

from datetime import date

from activities.papers.living import living
from activities.papers.source import Source
from cases.state import CaseState
from cases.words import PaperKind
from documents.papers.household import lines
from documents.papers.road import ReferralData


def referral(source: Source, kind: PaperKind) -> ReferralData:
    """The referral; who it is about is the tenant named with the request."""
    details, state = source.details, source.state
    about = source.people.get(details.person)
    author = source.signer(state.officer)
    to = source.lines(details.to)
    others = (source.people.get(tenant) for tenant in state.tenants if tenant != details.person)
    return ReferralData(
        to_name=to[0] if to else "",
        to_address=to[1:],
        person_name=about.name if about else "",
        born_on=about.date_of_birth if about else None,
        phone=about.phone if about else "",
        consent=details.consent or "not_asked",
        consent_on=details.consent_on,
        urgent=bool(details.urgent),
        likely_on=_home_lost_on(state) if kind is PaperKind.HOMELESSNESS_REFERRAL else None,
        household=(
            *(f"{person.name}, tenant" for person in others if person is not None),
            *lines(living(source)),
        ),
        reasons=source.text(details.reasons),
        needs=source.text(details.needs),
        risk=source.text(details.risk),
        told=details.consent in ("given", "refused"),
        author_name=author.name,
        author_position=author.position,
        author_phone=source.landlord.phone,
    )


def _home_lost_on(state: CaseState) -> date | None:
    """The eviction's day, else the order's, where one is fixed."""
    booked = next((w.appointment_on for w in reversed(state.warrants) if w.live and w.appointment_on), None)
    ordered = next((o.possession.on for o in reversed(state.orders) if o.live and o.possession and not o.terms), None)
    return booked or ordered
