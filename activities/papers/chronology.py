"""The dated facts of a case as its bundle lists them, each with the document that shows it."""

from collections.abc import Iterator
from datetime import date

from activities.papers import documents, evidence, matter, money, words
from activities.papers.about import About
from activities.papers.source import Source
from cases import account, parties
from cases.court_words import Party
from cases.state import CaseState
from cases.words import PaperKind
from documents.bundle import ChronologyLine
from law.explained import pounds

SCHEDULE = "Rent schedule"
PROTOCOL = "Statement of compliance with the Pre-Action Protocol"
N5 = "Claim form N5"
CERTIFICATE = "Certificate of service"
CONDUCT = "Schedule of conduct"
PART_3 = "Schedule under Part 3 of the Pre-Action Protocol"
WITNESS = "Witness statement of the claimant's officer"
LETTER = "Hearing letter to the tenants"
WARNING = PaperKind.BREACH_WARNING.label
N244 = PaperKind.N244.label


def _first_step(source: Source) -> tuple[date | None, str, str | None]:
    """What the landlord did first under the Protocol, in words that a judge need look up nowhere."""
    first = min((c for c in source.state.contacts if c.reached), key=lambda contact: contact.on, default=None)
    done = words.DONE.get(first.step, "") if first else ""
    told = f": {done[:1].lower()}{done[1:]}" if done else ""
    return first.on if first else None, f"First step under the Pre-Action Protocol{told}.", PROTOCOL


def _after_an_order(state: CaseState) -> Iterator[tuple[date | None, str, str | None]]:
    """What followed an order: warnings, applications of either side, warrants and writs."""
    for order in state.orders:
        yield order.warned_on, "The tenants were warned that the terms of the order were broken.", WARNING
    for asked in state.applications:
        side = "claimant" if asked.by is Party.LANDLORD else "defendant"
        what = f"{asked.purpose.label[:1].lower()}{asked.purpose.label[1:]}"
        yield asked.made_on, f"The {side} applied to the court: {what}.", N244 if side == "claimant" else None
        if asked.decided_on:
            yield asked.decided_on, f"That application ({what}) was {'granted' if asked.granted else 'refused'}.", None
    for warrant in state.warrants:
        name = "Writ" if warrant.form == "N293A" else "Warrant"
        yield warrant.requested_on, f"{name} of possession requested.", PaperKind(warrant.form.lower()).label
        yield warrant.issued_on, f"{name} of possession issued.", None
        yield warrant.executed_on, "Possession was taken.", None


def chronology(source: Source, line: About, titles: set[str]) -> list[ChronologyLine]:
    """The dated facts of the case, each with the document that shows it. No tenant is named: the papers do that."""
    claim, hearing, notice = line.claim, line.hearing, line.notice
    last = account.position(source.facts.postings, source.today, source.facts.tenancy)
    from_law = evidence.authorities(line)
    rent = money.rent_in_issue(source, line)
    told: list[tuple[date | None, str, str | None]] = [
        (source.facts.tenancy.start_date, "The tenancy began.", documents.agreement(source)),
    ]
    if rent:
        told += [
            (
                money.first_default(source, source.today),
                "The rent account fell into arrears and has been in arrears since.",
                SCHEDULE,
            ),
            (last.last_payment_on, f"Last payment before the hearing: {pounds(last.last_payment_pence)}.", SCHEDULE),
            _first_step(source),
        ]
    for step in matter.steps(source, line):
        if step.incident or (step.on is not None and not step.para.startswith("2.")):
            of_its_own = PART_3 if step.para.startswith("3.") else CONDUCT if not step.para else WITNESS
            told.append((step.on, step.text, of_its_own if of_its_own in titles else WITNESS))
    if notice and notice.told:
        owed = f"The notice states arrears of {pounds(notice.arrears_pence)}." if rent else ""
        told += [
            (notice.served.on if notice.served else None, f"{notice.kind.label} served. {owed}".strip(), CERTIFICATE),
            (notice.specified.on, f"Date given in the notice ({from_law['specified']}).", notice.kind.label),
        ]
    for change in parties.changes(source.state):
        told.append(
            (change.on, f"Change of tenants: {change.cause.label[:1].lower()}{change.cause.label[1:]}.", WITNESS)
        )
    if claim:
        of_what = f" for arrears of {pounds(claim.arrears_pence)}" if rent else ""
        told.append((claim.issued_on, f"Claim issued{of_what}.", N5))
    if hearing:
        told += [
            (
                hearing.ten_day_letter_sent_on,
                "Rent statement and hearing letter sent." if rent else "Hearing letter sent.",
                LETTER,
            ),
            (hearing.on, "Hearing.", None),
        ]
    for order in source.state.orders:
        told.append((order.made_on, f"{order.kind.label} made.", documents.sealed(source, order.id)))
    told += _after_an_order(source.state)
    told += documents.dated(source, titles)
    lines = [
        ChronologyLine(on=on, text=text, document_title=title if title in titles else None)
        for on, text, title in told
        if on is not None
    ]
    return sorted(lines, key=lambda each: each.on)
