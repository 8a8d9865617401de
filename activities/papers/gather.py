"""Putting a paper's facts together. The same record and the same day give the same facts."""

from datetime import date

from activities.papers import claims, evidence, letters, matter, means, money, witness
from activities.papers.about import About
from activities.papers.living import living
from activities.papers.parts import PagesOf, parts
from activities.papers.source import Source
from cases import account
from cases.court_words import SignerCapacity
from cases.courts import court_of
from cases.instants import legal_day
from cases.paper_rules import NOTICE_PAPERS
from cases.parties import household
from cases.words import PaperKind, Risk, Track
from documents.papers.data import (
    Capacity,
    LandlordData,
    PaperData,
    PersonData,
    RentRow,
    StatementOfTruth,
    StepLine,
    WarrantAmounts,
    WarrantData,
)
from documents.papers.household import children

_OF_A_CLAIM = money.OF_PROCEEDINGS | money.ON_CLAIM_FIGURES


def paper_data(
    source: Source,
    kind: PaperKind,
    line: About,
    *,
    digest: str = "",
    bundle_pages: dict[str, int] | None = None,
    pages_of: PagesOf = lambda file: 1,
) -> PaperData:
    """Everything the paper may print; a part that the record does not hold yet is left out, and the paper refuses."""
    day, _ = money.figure_day(kind, line, source.today)
    notice, claim, order = line.notice, line.claim, line.order
    fee = money.fee_of(line, day)
    paid = account.position(source.facts.postings, day, source.facts.tenancy)
    rent = money.rent_matters(source, kind, line)
    of_notice = notice is not None and kind in NOTICE_PAPERS
    return PaperData(
        case_id=source.state.case_id,
        landlord=landlord_data(source),
        court_name=court_of(claim, source.facts.courts).name,
        claim_number=claim.claim_number if claim else None,
        tenants=_tenants(source, day),
        property_address=source.property_address,
        tenancy=money.tenancy_data(source),
        grounds=evidence.grounds(source, notice) if of_notice and notice else evidence.claimed(source, line),
        arrears_pence=money.arrears(source, day) if rent else 0,
        arrears_as_at=day,
        rent_rows=_rows(source, kind, line, day) if rent else (),
        figures=money.figures(source, line) if rent else (),
        last_payment_on=paid.last_payment_on,
        last_payment_pence=paid.last_payment_pence,
        notice=evidence.notice_data(source, notice) if notice and (of_notice or notice.told) else None,
        steps=_steps(source, kind, line),
        circumstances=means.circumstances(source, day),
        claim=claims.choices(source, line),
        fee_pence=fee.pence if fee else None,
        fee_note=fee.authority if fee else "",
        hearing=evidence.hearing_data(line.hearing) if line.hearing else None,
        order=money.order_data(source, order, day) if order else None,
        warrant=_warrant(source, line, day) if line.warrant else None,
        witness=witness.witness_data(source, line, day),
        statement_of_truth=_truth(source, kind, line),
        made_on=_dated(source, kind, line),
        matter=matter.matter(source, line) if line.claim or line.notice else None,
        household=living(source),
        sample=source.facts.sample,
        facts_digest=digest,
        bundle_pages=bundle_pages or {},
    ).model_copy(update=parts(source, kind, line, day, pages_of))


def landlord_data(source: Source) -> LandlordData:
    """The landlord as party and sender."""
    details = source.landlord
    return LandlordData(
        name=source.facts.tenancy.landlord_name,
        kind="council" if source.facts.tenancy.landlord_kind == "council" else "provider",
        address=details.address,
        phone=details.phone,
        email=details.email,
        signatory_name=details.signatory_name,
        signatory_position=details.signatory_position,
    )


def _steps(source: Source, kind: PaperKind, line: About) -> tuple[StepLine, ...]:
    """The Protocol's Part 2 as a ledger; in papers of a claim, what that claim's road asked for."""
    of_claim = line.claim is not None and kind in _OF_A_CLAIM
    return matter.steps(source, line) if of_claim or kind is PaperKind.CONDUCT_SCHEDULE else evidence.steps(source)


def _rows(source: Source, kind: PaperKind, line: About, day: date) -> tuple[RentRow, ...]:
    rows = money.rent_rows(source, day, whole=_whole(kind, line))
    if kind is not PaperKind.QUARTERLY_STATEMENT:
        return rows
    first = letters.statement_period(day).first
    return tuple(row for row in rows if row.on >= first)


def _whole(kind: PaperKind, line: About) -> bool:
    """Whether the account is shown from the first default: where a witness exhibits it, not where it is pleaded."""
    exhibited = kind is PaperKind.RENT_SCHEDULE and line.claim is not None and line.subject != line.claim.id
    return exhibited or kind in {PaperKind.WITNESS_STATEMENT, PaperKind.BUNDLE}


def _tenants(source: Source, day: date) -> tuple[PersonData, ...]:
    people = [source.people.get(tenant) for tenant in source.state.tenants]
    if source.state.occupancy == "death_no_successor":
        # Nobody sues or writes to the dead: those who answer for the estate stand in their place.
        left = [person for person in people if person is not None and person.role != "tenant"]
        gone = next((person for person in people if person is not None and person.role == "tenant"), None)
        if gone is not None and not left:
            of_estate = f"The personal representatives of {gone.name}"
            return (PersonData(person_id=gone.person_id, full_name=of_estate, address=source.property_address),)
        people = [*left]
    named = tuple(
        PersonData(
            person_id=person.person_id,
            full_name=person.name,
            address=source.property_address,
            salutation=f"{person.title} {person.last_name}" if person.title and person.last_name else "",
            told=means.told(source, person, day),
        )
        for person in people
        if person is not None
    )
    there = household(source.state)
    nameless = source.state.track is Track.TRESPASS and there is not None and there.unknown
    if not nameless or any("unknown" in one.full_name.casefold() for one in named):
        return named
    # CPR 55.3(4): a claim against occupiers whose names are not known is brought against persons unknown.
    return (*named, PersonData(person_id="", full_name="Persons unknown", address=source.property_address))


def _warrant(source: Source, line: About, day: date) -> WarrantData:
    warrant, order = line.warrant, line.order
    assert warrant is not None
    fee = money.fee_of(line, source.today)
    officer = source.signer(source.state.officer)
    people = (source.people.get(tenant) for tenant in source.state.tenants)
    return WarrantData(
        risks=_said(source.text(warrant.risk_details)) if warrant.risk is Risk.KNOWN else (),
        risk_assessed=warrant.risk in (Risk.KNOWN, Risk.NONE_KNOWN),
        vulnerable=(
            *(f"{p.name}: {p.vulnerability_note}." for p in people if p is not None and p.vulnerability_note),
            *_said(source.text(warrant.vulnerable)),
            *children(living(source)),
        ),
        access=source.text(warrant.access),
        amounts=WarrantAmounts(
            balance_pence=money.judgment_balance(source, order, day) if order else None,
            fee_pence=fee.pence if fee else None,
        ),
        contact_name=officer.name,
        contact_phone=source.landlord.phone,
        occupiers_told_on=warrant.occupiers_told_on,
    )


def _said(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _dated(source: Source, kind: PaperKind, line: About) -> date:
    """The date a paper bears: of a notice that was given and a claim that was issued, that day; else today."""
    if kind in money.ON_NOTICE_FIGURES and line.notice and line.notice.services:
        return min(legal_day(service.sent_at) for service in line.notice.services)
    if kind in money.ON_CLAIM_FIGURES and line.claim and line.claim.issued_on:
        return line.claim.issued_on
    return source.today


def _truth(source: Source, kind: PaperKind, line: About) -> StatementOfTruth:
    """Who signs: whoever served it, the witness, or the claim's signer. Unsigned: the signature is for ink."""
    who = source.state.officer
    if kind is PaperKind.CERTIFICATE_OF_SERVICE and line.notice and line.notice.services:
        who = line.notice.services[0].served_by.user_id
    elif kind is not PaperKind.WITNESS_STATEMENT and line.claim:
        who = line.claim.signer
    signer = source.named(who)
    of_law = line.claim is not None and line.claim.signer_capacity is SignerCapacity.LEGAL_REPRESENTATIVE
    as_what: Capacity = "legal_representative" if of_law and line.claim and who == line.claim.signer else "authorised"
    return StatementOfTruth(name=signer.name, position=signer.position, capacity=as_what)
