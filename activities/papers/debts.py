"""The facts of a money case's papers: who owes it and where they live now, the account line by line, what is claimed.

Raises PaperRefused nowhere: a part that the record does not hold is left out, and the paper refuses.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from activities.papers import judgments, money
from activities.papers.gather import landlord_data
from activities.papers.source import Source
from cases import account
from cases.money import paperwork
from cases.money.asking import Ask
from cases.money.facts import MoneyFacts
from cases.money.opening import located
from cases.money.paperwork import Figure
from cases.money.state import Letter, MoneyClaim, MoneyState, Reply
from cases.money.words import DebtKind, MoneyPaper
from documents.papers.data import ClaimChoices, PaperData, PersonData, RentRow, StatementOfTruth, TenancyData
from documents.papers.proceedings import MoneyClaimData
from law import debt
from law.explained import long_date
from law.fees import money_claim_fee
from law.money import INTEREST_PER_CENT

WITH_ACCOUNT = frozenset({MoneyPaper.LETTER_OF_CLAIM, MoneyPaper.N1_PARTICULARS})
MONEY_CENTRE = "County Court Money Claims Centre"
OUT_OF_TIME = "Left out of the claim: out of time (Limitation Act 1980)"


def debt_data(
    state: MoneyState, source: Source, facts: MoneyFacts, paper: MoneyPaper, subject: str, digest: str = ""
) -> PaperData:
    """Everything that a paper of a money case may print. The same record and the same day give the same facts."""
    stated = paperwork.figure(Ask(None, state, facts, source.as_at), subject)
    claim = paperwork.claim_of(state, subject)
    letter = next((one for one in state.letters if one.id == subject), None)
    barred = claim.barred_pence if claim else 0
    return PaperData(
        case_id=state.case_id,
        landlord=landlord_data(source),
        court_name=(claim.court if claim and claim.court else source.landlord.court_name) or MONEY_CENTRE,
        claim_number=claim.claim_number if claim else None,
        tenants=_debtors(state, source, paper),
        property_address=source.property_address,
        tenancy=_let(source),
        arrears_pence=stated.pence - barred,
        arrears_as_at=stated.on,
        rent_rows=_rows(facts, stated.on, barred) if paper in WITH_ACCOUNT else (),
        money_claim=_claimed(state, source, stated, claim, letter),
        claim=ClaimChoices(costs=True),
        fee_pence=_fee(claim) if claim else None,
        statement_of_truth=_truth(source, claim) if claim else None,
        judgment=judgments.of(state, source, facts, subject) if paper in paperwork.OF_JUDGMENTS else None,
        made_on=source.today if paper in paperwork.OF_JUDGMENTS else _dated(source, claim, letter),
        sample=facts.sample,
        facts_digest=digest,
    )


def _let(source: Source) -> TenancyData:
    """The letting; of a tenancy known only as ended, its kind is not told."""
    let = money.tenancy_data(source)
    known = source.facts.tenancy.occupancy != DebtKind.FORMER_TENANT.value
    return let if known else let.model_copy(update={"occupancy": ""})


def _debtors(state: MoneyState, source: Source, paper: MoneyPaper) -> tuple[PersonData, ...]:
    """Those the paper goes to: of a former tenancy only those who were found, each at the address found."""
    found = paperwork.found_at(state)
    reached = located(state) if paper in paperwork.ADDRESSED else state.tenants
    people = (source.people.get(who) for who in reached)
    return tuple(
        PersonData(
            person_id=person.person_id,
            full_name=person.name,
            address=_lines(source, found[person.person_id].address)
            if person.person_id in found
            else source.property_address,
            salutation=f"{person.title} {person.last_name}" if person.title and person.last_name else "",
        )
        for person in people
        if person is not None
    )


def _lines(source: Source, address: Any) -> tuple[str, ...]:
    """An address typed line by line, or in one line with commas."""
    lines = source.lines(address)
    return tuple(part.strip() for part in lines[0].split(",") if part.strip()) if len(lines) == 1 else lines


def _rows(facts: MoneyFacts, day: date, barred: int) -> tuple[RentRow, ...]:
    """The account from the first default to a day, and last what is left out as out of time."""
    everything = account.whole(facts.postings, day)
    first = money.default_of(everything) or day
    rows = money.printed(row for row in everything if row.on >= first)
    if not barred or not rows:
        return rows
    left = rows[-1].balance_pence - barred
    return (*rows, RentRow(on=day, what=OUT_OF_TIME, due_pence=-barred, balance_pence=left))


def _claimed(
    state: MoneyState, source: Source, stated: Figure, claim: MoneyClaim | None, letter: Letter | None
) -> MoneyClaimData:
    sent = letter or (state.letters[-1] if claim and state.letters else None)
    reply_by = sent.reply_by.on if sent else debt.reply_by(stated.on).value
    interest = claim.interest if claim else None
    former = state.debt is DebtKind.FORMER_TENANT
    phone = source.landlord.phone
    return MoneyClaimData(
        kind=state.debt.value,
        account=f"account {state.tenancy_ref}",
        ended_on=source.facts.tenancy.end_date if former else None,
        principal_pence=claim.claimed_pence if claim else stated.pence,
        interest_rate=str(INTEREST_PER_CENT) if interest else "",
        interest_from=claim.interest_from if claim and interest else None,
        interest_to=claim.drafted_on if claim and interest else None,
        interest_pence=(interest.pence or 0) if interest else 0,
        daily_interest_pence=claim.daily_interest_pence if claim and interest else 0,
        letter_sent_on=sent.on if sent else None,
        reply_by=reply_by,
        replied=_replied(source, state.replies, sent),
        pay=(f"By telephone: {phone}",) if phone else (),
    )


def _replied(source: Source, replies: Iterable[Reply], letter: Letter | None) -> str:
    """What the debtors answered to the letter, in sentences; empty where nobody did."""
    told = []
    for reply in (r for r in replies if letter is not None and r.on >= letter.on):
        person = source.people.get(reply.debtor)
        asked = f"; documents were asked for{_sent(reply)}" if reply.documents_asked else ""
        answer = reply.answer.label
        told.append(
            f"{person.name if person else 'A defendant'} answered on {long_date(reply.on)}: "
            f"{answer[:1].lower()}{answer[1:]}{asked}."
        )
    return " ".join(told)


def _sent(reply: Reply) -> str:
    return f" and sent on {long_date(reply.documents_on)}" if reply.documents_on else ""


def _fee(claim: MoneyClaim) -> int | None:
    """The fee as it was paid, else the table's for the day of the draft."""
    return claim.fee.pence if claim.fee else money_claim_fee(claim.total_pence, claim.drafted_on).value


def _truth(source: Source, claim: MoneyClaim) -> StatementOfTruth:
    signer = source.named(claim.signer)
    return StatementOfTruth(name=signer.name, position=signer.position, capacity="authorised")


def _dated(source: Source, claim: MoneyClaim | None, letter: Letter | None) -> date:
    """The date a paper bears: of a letter sent and a claim issued that day, else today."""
    if letter is not None:
        return letter.on
    return claim.issued_on if claim and claim.issued_on else source.today
