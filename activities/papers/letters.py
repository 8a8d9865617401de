"""What the letters along the road print: the time to answer, the statement's days, arrangements, evictions."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from activities.papers import money, words
from activities.papers.about import About
from activities.papers.source import Source
from cases.instants import LONDON
from cases.protocol import contacts
from cases.stages import payments
from cases.state import Arrangement, Hearing, Order
from cases.words import PaperKind
from documents.papers.data import OrderData
from documents.papers.road import AgreementData, AgreementLine, EvictionData, LetterData, StatementPeriod
from documents.papers.template import long_date
from law.errors import LawError
from law.explained import pounds
from law.orders import may_suspend
from law.protocol import steps_for
from law.tenancies import Occupancy
from law.terms import due_by

_REPLY_DAYS = 14
_STATEMENT_WEEKS = 13
_TOLD = frozenset({PaperKind.PROTOCOL_LETTER_BEFORE_NOTICE, PaperKind.PROTOCOL_LETTER_AFTER_NOTICE})


def letter(source: Source, kind: PaperKind, line: About) -> LetterData:
    """What the letter asks for and by when; where its officer gave no day, two weeks."""
    details = source.details
    notified = line.order.breach_notice if line.order and kind is PaperKind.PD55A_103_NOTICE else None
    phone = source.landlord.phone
    return LetterData(
        reply_by=details.reply_by
        or (notified.reply_by.on if notified else source.today + timedelta(days=_reply_days(kind))),
        meeting_at=details.meeting_at,
        meeting_place=source.text(details.place),
        pay=(f"By telephone: {phone}",) if phone else (),
        done=_done(source) if kind in _TOLD else (),
    )


def _reply_days(kind: PaperKind) -> int:
    """Tenants have seven days to answer the notice before a date is asked for (PD 55A 10.4)."""
    return 7 if kind is PaperKind.PD55A_103_NOTICE else _REPLY_DAYS


def _done(source: Source) -> tuple[str, ...]:
    """What was done under the Protocol, without names or notes: every tenant reads it."""
    found = []
    for step in steps_for(2):
        days = [c.on for c in contacts(source.state, step.code)]
        if days:
            found.append((max(days), f"{words.DONE.get(step.code, step.title)}, {long_date(max(days))}."))
    return tuple(said for _, said in sorted(found))


def statement_period(day: date) -> StatementPeriod:
    """The thirteen weeks to a day (Protocol 2.3)."""
    return StatementPeriod(first=day - timedelta(weeks=_STATEMENT_WEEKS) + timedelta(days=1), last=day)


def agreement(source: Source, found: Arrangement) -> AgreementData | None:
    """The arrangement with every payment it asks for; None while nothing is agreed."""
    promised = payments.of_arrangement(found, source.state, source.facts)
    if promised is None or found.agreed_on is None:
        return None
    last = payments.last_payment(promised)
    if last is None:  # a breathing space without an end yet: it is told as it was agreed
        promised = replace(promised, terms=replace(promised.terms, frozen=()))
        last = payments.last_payment(promised)
    assert last is not None
    left, lines = found.total_pence, []
    for due in due_by(promised.terms, last):
        left -= due.instalment_pence
        lines.append(
            AgreementLine(on=due.on, rent_pence=due.rent_pence, instalment_pence=due.instalment_pence, left_pence=left)
        )
    lump = not found.instalment_pence
    return AgreementData(
        made_on=found.agreed_on,
        arrears_pence=found.total_pence,
        rent_pence=found.current_rent_pence,
        instalment_pence=found.lump_sum_pence if lump else found.instalment_pence,
        frequency="single payment" if lump else money.every(found.frequency),
        first_payment_on=lines[0].on if lines else found.first_payment or last,
        clears_on=last if left == 0 else None,
        terms=_also(source, found),
        lines=tuple(lines),
    )


def _also(source: Source, found: Arrangement) -> str:
    lump = ""
    if found.lump_sum_pence and found.lump_sum_on and found.instalment_pence:
        lump = f"You pay {pounds(found.lump_sum_pence)} in one sum on {long_date(found.lump_sum_on)} besides."
    return " ".join(part for part in (lump, source.text(found.other_terms)) if part)


def eviction(source: Source, line: About, day: date) -> EvictionData | None:
    """The bailiff's appointment; None while it is not booked whole."""
    warrant, order = line.warrant, line.order
    if warrant is None or warrant.appointment_on is None or warrant.appointment_at is None:
        return None
    stops = order is not None and order.terms is not None
    return EvictionData(
        at=datetime.combine(warrant.appointment_on, warrant.appointment_at, LONDON),
        warrant_number=warrant.number or "",
        stop_pence=money.judgment_balance(source, order, day) if stops and order else None,
        may_suspend=True if stops else _may_suspend(source, order),
    )


def _may_suspend(source: Source, order: Order | None) -> bool | None:
    """Whether the court had the choice not to give possession; None of an order by consent that names no ground."""
    if order is None:
        return None
    social = source.facts.policy.social_commencement
    try:
        return may_suspend(Occupancy(source.state.occupancy), order.grounds_proved, order.made_on, social).value
    except LawError:
        return None


def adjourned(source: Source, hearing: Hearing) -> OrderData | None:
    """The terms on which a claim was adjourned, as its letter gives them; None where it was not."""
    if hearing.outcome is None or hearing.outcome_on is None:
        return None
    found = next((a for a in reversed(source.state.arrangements) if a.hearing_id == hearing.id), None)
    return OrderData(
        made_on=hearing.outcome_on,
        kind=hearing.outcome.label,
        instalment_pence=found.instalment_pence if found else None,
        frequency=money.every(found.frequency) if found else "",
        terms=money.terms_words(source, found) if found else "",
        restore_by=hearing.restore_by.on if hearing.restore_by else None,
    )
