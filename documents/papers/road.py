"""Facts of the letters along the road: time limits, arrangements, evictions, referrals, packs of papers.

Money is integer pence; dates are `date`; instants are aware and printed in Europe/London.
"""

from datetime import date, datetime
from typing import Literal

from documents.papers.base import Facts, Lines

Consent = Literal["given", "refused", "not_asked", "not_needed"]


class LetterData(Facts):
    """What a letter asks for and by when. `reply_by` is the last day to answer, pay or put right.

    `meeting_at`: an appointment offered. `pay`: ways to pay, a line each. `next_step`: what follows if nothing is
    done, in the officer's words (empty: the letter's own). `done`: what was done so far, fit for every tenant to read.
    """

    reply_by: date | None = None
    meeting_at: datetime | None = None
    meeting_place: str = ""
    pay: Lines = ()
    next_step: str = ""
    done: Lines = ()


class StatementPeriod(Facts):
    """The days a rent statement covers, both included (Protocol 2.3: the past 13 weeks)."""

    first: date
    last: date


class AgreementLine(Facts):
    """One payment of an arrangement: what is due that day and the arrears left once it is paid."""

    on: date
    rent_pence: int
    instalment_pence: int
    left_pence: int


class AgreementData(Facts):
    """An arrangement to repay. `arrears_pence` on `made_on`; `instalment_pence` each `frequency` above the rent.

    `clears_on`: the day of the last instalment if all are paid. `terms`: anything else agreed.
    """

    made_on: date
    arrears_pence: int
    rent_pence: int
    instalment_pence: int
    frequency: str
    first_payment_on: date
    clears_on: date | None = None
    review_on: date | None = None
    terms: str = ""
    lines: tuple[AgreementLine, ...] = ()


class EvictionData(Facts):
    """An eviction appointment. `stop_pence`: what would have to be paid for the landlord to ask that it be stopped;
    None where payment would not stop it. `suspend_fee_pence`: the court's fee for the tenant's application, if known.
    `may_suspend`: whether the court has the power to put it off on terms (HA 1985 s.85, HA 1988 s.9); None: not known.
    """

    at: datetime
    warrant_number: str = ""
    stop_pence: int | None = None
    suspend_fee_pence: int | None = None
    goods_days: int | None = None
    may_suspend: bool | None = None


class ReferralData(Facts):
    """A referral about a household. `consent` of the person to it; `likely_on`: when the home may be lost.

    `likely_on` None: no day is known.
    `reasons`, `needs` and `risk` are the author's own words. `told`: the person knows of the referral.
    """

    to_name: str
    to_address: Lines = ()
    person_name: str = ""
    born_on: date | None = None
    phone: str = ""
    consent: Consent = "not_asked"
    consent_on: date | None = None
    urgent: bool = False
    likely_on: date | None = None
    household: Lines = ()
    reasons: str = ""
    needs: str = ""
    risk: str = ""
    told: bool = False
    author_name: str = ""
    author_position: str = ""
    author_phone: str = ""


class PackDocument(Facts):
    """A document of a pack. `page` is its first page in the pack, `withheld` the reason why it is left out or cut."""

    number: int
    on: date | None = None
    title: str
    page: int | None = None
    pages: int = 1
    withheld: str = ""


class PackEvent(Facts):
    """A line of a pack's chronology. `proof` is the number of the document that shows it."""

    on: date
    what: str
    proof: int | None = None


class PackData(Facts):
    """A pack of a case's papers for somebody who asked: an ombudsman, or the person whose data it is.

    `asked` is what they asked for. `due_on` is the last day to answer. `searched`: where was looked.
    """

    reference: str = ""
    asked_by: str = ""
    asked_by_address: Lines = ()
    asked_on: date
    due_on: date | None = None
    asked: str = ""
    searched: Lines = ()
    documents: tuple[PackDocument, ...] = ()
    events: tuple[PackEvent, ...] = ()
