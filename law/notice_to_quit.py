"""Notices that end a tenancy or licence at common law: notice to quit, licence notice, interim accommodation, death."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from law.checks import need_date
from law.errors import BadFact
from law.explained import Explained, Step, long_date
from law.periodic import day_after, day_before
from law.periods import PEA_DAYS, RentPeriod, ntq_date
from law.rules import explain

PRESCRIBED_INFORMATION = "SI 1988/2201"


@dataclass(frozen=True)
class NoticeToQuit:
    """A notice to quit served on a day. It ends the tenancy: money after it is use and occupation.

    `public_trustee_by` is set where the tenant has died.
    """

    expiry_minimum: Explained[date]
    expiry_recommended: Explained[date]
    issue_from_minimum: Explained[date]
    issue_from_recommended: Explained[date]
    public_trustee_by: Explained[date] | None


def notice_to_quit(
    served: date, period: RentPeriod, *, pea: bool = True, deceased: bool = False, contract_until: date | None = None
) -> NoticeToQuit:
    """The dates of a landlord's notice to quit (PEA 1977 s.5(1); SI 1988/2201).

    `pea` is false where nobody lives there (a garage). With `deceased`, a copy must reach the Public Trustee before
    the notice expires (LP(MP)A 1994 s.18). `contract_until` is a later day the agreement asks for.
    """
    ntq = ntq_date(served, period, pea=pea, contract_until=contract_until)
    cite = "PEA 1977 s.3; common law" if pea else "common law"
    copy = day_before("public_trustee_copy", ntq.minimum, "LP(MP)A 1994 s.18") if deceased else None
    return NoticeToQuit(
        ntq.minimum,
        ntq.recommended,
        _issue(ntq.minimum.value, cite),
        _issue(ntq.recommended.value, cite),
        copy,
    )


def _issue(expires: date, authority: str) -> Explained[date]:
    return replace(day_after("ntq_issue", expires, "Notice expires on", authority), authority=authority)


@dataclass(frozen=True)
class LicenceNotice:
    """A notice that ends a licence of a dwelling: the earliest expiry and the first claim."""

    expiry_minimum: Explained[date]
    issue_from: Explained[date]


def licence_notice(served: date) -> LicenceNotice:
    """Four weeks for a periodic licence under the full housing duty; no end of a period (PEA 1977 s.5(1A))."""
    day = need_date("served", served) + timedelta(days=PEA_DAYS)
    step = Step(f"Four weeks from service is {long_date(day)}", "PEA 1977 s.5(1A)", day)
    expiry = explain("licence_expiry", day, f"Notice served on {long_date(served)}", step, on=served)
    return LicenceNotice(expiry, day_after("licence_issue", day, "Notice expires on", "PEA 1977 s.3(2B)"))


@dataclass(frozen=True)
class InterimNotice:
    """What ends interim accommodation. Check first that the full duty was not accepted (Dacorum v Bucknall)."""

    notice: Explained[str]
    notice_to_quit_required: bool
    court_order_required: bool


INTERIM_DUTIES = ("s.188", "s.190(2)", "s.200(1)", "s.204(4)")


def interim_notice(duty: str) -> InterimNotice:
    """Reasonable notice; no notice to quit and no order (R (ZH and CN) v Newham [2014] UKSC 62).

    `duty` is the section of HA 1996 under which the place was given. Raises BadFact for a duty that is not interim.
    """
    if duty not in INTERIM_DUTIES:
        raise BadFact("duty", f"{duty} is not an interim duty.", "Under the full duty serve a notice to quit.")
    case = "R (ZH and CN) v Newham [2014] UKSC 62"
    step = Step("The place is excluded from the Protection from Eviction Act", case)
    return InterimNotice(
        explain("interim_notice", "reasonable", f"Accommodation under HA 1996 {duty}", step), False, False
    )
