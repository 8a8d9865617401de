"""What papers to the court print besides the claim: applications, costs, discontinuance, the bailiff's risk sheet."""

import re
from collections.abc import Mapping

from activities.papers.about import About
from activities.papers.source import Source
from cases.court_words import ApplicationFor
from cases.parties import changes, row
from cases.state import Application, Warrant
from cases.words import Risk
from documents.papers.bailiff import RISKS
from documents.papers.problems import PaperRefused
from documents.papers.proceedings import (
    ApplicationData,
    BailiffData,
    CostsData,
    DiscontinuanceData,
    FeeEarner,
    Known,
    RiskAnswer,
    SumLine,
    WorkLine,
)
from documents.papers.template import long_date

_ASKED: Mapping[ApplicationFor, str] = {
    ApplicationFor.FIX_DATE: "An order fixing the date on which possession is to be given under the order of {day}.",
    ApplicationFor.VARY: "An order varying the terms of the order of {day}, as in the draft attached.",
    ApplicationFor.SUSPEND: "An order that the order of {day} be suspended on the terms in the draft attached.",
    ApplicationFor.STAY: "An order that enforcement of the order of {day} be stayed.",
    ApplicationFor.SET_ASIDE: "An order setting aside the order of {day}.",
    ApplicationFor.DISCHARGE: "An order discharging the order of {day}.",
    ApplicationFor.PERMISSION: "Permission to enforce the order of {day} by a warrant of possession (CPR 83.2).",
    ApplicationFor.RESTORE: "An order that the claim be restored and listed for hearing.",
    ApplicationFor.APPEAL: "Permission to appeal against the order of {day}.",
    ApplicationFor.PARTIES: "Permission to amend the parties, so that they are those who hold the tenancy now, as in "
    "the draft attached (CPR 19.2, 19.4).",
    ApplicationFor.TRANSFER: "An order moving the order of {day} to the High Court for enforcement (CCA 1984 s.42).",
}
_LINE = re.compile(r"([^;]+);\s*([A-D])\s*;\s*(\d{1,4})\s*;\s*£?(\d{1,4})(?:\.(\d{2}))?")


def application(source: Source, found: Application, line: About) -> ApplicationData:
    """The application as recorded, with the reasons given for it."""
    made_on = line.order.made_on if line.order else line.claim.issued_on if line.claim else None
    evidence = source.text(source.details.needs)
    return ApplicationData(
        order=_ASKED[found.purpose].format(day=long_date(made_on) if made_on else "the court") + _since(source, found),
        why=source.text(source.details.reasons),
        fixed_date=long_date(found.hearing_on) if found.hearing_on else "",
        serve_on=tuple(person.name for person in source.people.values() if person.person_id in source.state.tenants),
        evidence=evidence,
        relies_on_statement=not evidence,
        attached=("Draft order",),
    )


def _since(source: Source, found: Application) -> str:
    """What an application for permission says of parties that have changed since the order (CPR 83.2(4))."""
    order = next((o for o in source.state.orders if o.id == found.order_id), None)
    if found.purpose is not ApplicationFor.PERMISSION or order is None:
        return ""
    changed = [one for one in changes(source.state) if row(one).changes and one.on >= order.made_on]
    told = (f"{one.cause.label[:1].lower()}{one.cause.label[1:]}, on {long_date(one.on)}" for one in changed)
    return f" The parties have changed since the order: {'; '.join(told)}." if changed else ""


def costs(source: Source, line: About) -> CostsData | None:
    """The schedule of work as its officer gave it, and the court fee that was paid; None where nothing was given.

    Raises PaperRefused naming the first line that cannot be read.
    """
    given = source.lines(source.details.lines)
    if not given:
        return None
    work = tuple(_work(place, said) for place, said in enumerate(given, 1))
    fee = line.claim.fee if line.claim else None
    paid = (SumLine(what="Court fee on the claim", pence=fee.pence),) if fee and fee.pence else ()
    rates = dict.fromkeys((one.who, one.rate_pence) for one in work)
    return CostsData(
        heard_on=line.hearing.on if line.hearing else None,
        earners=tuple(FeeEarner(name=who, grade=who[-1], rate_pence=rate) for who, rate in rates),
        work=work,
        paid=paid,
        total_pence=sum(one.pence for one in work) + sum(one.pence for one in paid),
    )


def _work(place: int, said: str) -> WorkLine:
    found = _LINE.fullmatch(said)
    if found is None:
        raise PaperRefused(
            (
                f"Line {place} of the work is not 'what; grade; minutes; pounds an hour': {said[:80]} "
                "Write it like: Letters and calls; C; 90; 178.00",
            )
        )
    minutes, rate = int(found[3]), int(found[4]) * 100 + int(found[5] or 0)
    pence = (minutes * rate * 2 + 60) // 120
    return WorkLine(
        what=found[1].strip(), who=f"Fee earner, grade {found[2]}", minutes=minutes, rate_pence=rate, pence=pence
    )


def discontinuance(source: Source) -> DiscontinuanceData:
    """The claim given up, whole or the part that its officer named."""
    return DiscontinuanceData(part=source.text(source.details.reasons))


def bailiff(source: Source, warrant: Warrant) -> BailiffData:
    """The risk sheet from what the request for the warrant answered; a category nobody answered stays open."""
    officer = source.signer(source.state.officer)
    booked = long_date(warrant.appointment_on) if warrant.appointment_on else ""
    return BailiffData(
        warrant_number=warrant.number or "",
        visit=booked,
        answers=_answers(source, warrant),
        assessed_on=warrant.drafted_on if warrant.risk in (Risk.KNOWN, Risk.NONE_KNOWN) else None,
        attending=officer.name,
        attending_phone=source.landlord.phone,
    )


def _answers(source: Source, warrant: Warrant) -> tuple[RiskAnswer, ...]:
    if warrant.risk is Risk.KNOWN:
        return (RiskAnswer(category="Risk recorded", known="yes", details=source.text(warrant.risk_details)),)
    answer: Known | None = {Risk.NONE_KNOWN: "no", Risk.NOT_KNOWN: "not_sure"}.get(warrant.risk or Risk.KNOWN)  # type: ignore[assignment]  # the two words are Known's
    return tuple(RiskAnswer(category=category, known=answer) for category, _ in RISKS) if answer else ()
