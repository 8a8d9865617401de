"""The dates of each kind of notice, from the law room's functions: to write in it, and what follows when it is served.

Every `..._drafted` takes the tenancy, the day service would take effect and the grounds; every `..._served` the day
specified as well. All raise LawError.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cases import tenancy as tenancies
from cases.facts import TenancyFacts
from law.absolute import absolute_claim_dates, absolute_notice_dates, absolute_review_request_by
from law.demoted import section_143e
from law.errors import BadFact
from law.explained import Confidence, Explained, Step, long_date
from law.flexible import non_renewal_latest, non_renewal_review_by, refuse_late_non_renewal, section_107d
from law.introductory import extension, extension_review_request_by, section_128
from law.new_regime import new_regime_dates
from law.notice_to_quit import NoticeToQuit, interim_notice, licence_notice, notice_to_quit
from law.notices import claim_dates, notice_dates

Day = Explained[date]


@dataclass(frozen=True)
class Drafted:
    """The date to write in a notice that takes effect by service on a day: the earliest, and the recommended one."""

    minimum: Day
    recommended: Day


@dataclass(frozen=True)
class Served:
    """What follows when a notice specifying a day was served: the first and the safe first day to issue, the day it
    lapses and the last day before, the last day to ask for a review, and other dates by code. None: no such date."""

    minimum: Day
    issue_from: Day | None = None
    issue_from_safe: Day | None = None
    lapse: Day | None = None
    last_safe_issue: Day | None = None
    review_by: Day | None = None
    more: tuple[tuple[str, Day], ...] = ()


WhenDrafted = Callable[[TenancyFacts, date, Sequence[str]], Drafted]
WhenServed = Callable[[TenancyFacts, date, date, Sequence[str]], Served]


def by_act(kind: str, *, fixed_term: bool = False) -> tuple[WhenDrafted, WhenServed]:
    def drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
        told = notice_dates(kind, served, tenancies.rent_period(t), grounds, fixed_term=in_assured_term(t, served))  # type: ignore[arg-type]  # one of law's two
        return Drafted(told.specified_minimum, told.specified_recommended)

    def served_(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
        period, in_term = tenancies.rent_period(t), in_assured_term(t, served)
        told = claim_dates(kind, served, specified, period, grounds, fixed_term=in_term)  # type: ignore[arg-type]  # one of law's two
        floor = plain(
            specified, "The notice gives the date possession is sought", "No order before it", "HA 1985 s.84(4)", "A"
        )
        at_once = kind == "s83" and "2" in grounds
        return Served(
            drafted(t, served, grounds).minimum,
            told.issue_from,
            told.issue_from_safe,
            told.lapse,
            told.last_safe_issue,
            more=(("order_not_before", floor),) if at_once else (),
        )

    return drafted, served_


def in_assured_term(t: TenancyFacts, on: date) -> bool:
    """Whether an assured fixed term still runs on a day: fewer grounds are open then (HA 1988 s.7(6))."""
    assured = tenancies.occupancy_of(t).startswith(("assured", "demoted_provider"))
    return assured and t.fixed_term_end is not None and on <= t.fixed_term_end


def s83za_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    told = absolute_notice_dates(served, tenancies.rent_period(t), fixed_term=in_term(t, served))
    return Drafted(told.minimum, told.recommended)


def s83za_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    claim = absolute_claim_dates(served, specified, tenancies.rent_period(t), fixed_term=in_term(t, served))
    review = absolute_review_request_by(served) if t.landlord_kind == "council" else None
    minimum = s83za_drafted(t, served, grounds).minimum
    return Served(minimum, claim.issue_from, claim.issue_from, claim.lapse, claim.last_safe_issue, review)


def in_term(t: TenancyFacts, on: date) -> bool:
    """Whether a fixed term of whatever kind still runs on a day."""
    return t.fixed_term_end is not None and on <= t.fixed_term_end


def s128_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    told = section_128(served, tenancies.rent_period(t), t.start_date, extended=t.trial_extended)
    return Drafted(told.specified_minimum, told.specified_recommended)


def s128_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    told = section_128(served, tenancies.rent_period(t), t.start_date, extended=t.trial_extended)
    issue = after_specified(told.issue_from_minimum, specified, "HA 1996 s.128(5)")
    over = next_day(told.issue_by, "The trial is over; the tenancy is secure", "HA 1996 s.125")
    return Served(told.specified_minimum, issue, issue, over, told.issue_by, told.review_request_by)


def s125a_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    told = extension(t.start_date)
    if t.trial_extended:
        raise BadFact("notice", "The trial was extended already; it is extended once only (HA 1996 s.125A).", "")
    if served > told.latest_service.value:
        raise BadFact(
            "planned_service",
            f"Too late to extend the trial on {long_date(served)}. {told.latest_service.sentence()}",
            "Serve a section 128 notice, or let the tenancy become secure.",
        )
    return Drafted(told.extended_end, told.extended_end)


def s125a_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    told = extension(t.start_date)
    review = extension_review_request_by(served)
    more = (("trial_end", told.original_expiry), ("extended_end", told.extended_end))
    return Served(s125a_drafted(t, served, grounds).minimum, review_by=review, more=more)


def s143e_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    told = section_143e(served, tenancies.rent_period(t), t.demoted_on or t.start_date)
    return Drafted(told.specified_minimum, told.specified_recommended)


def s143e_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    told = section_143e(served, tenancies.rent_period(t), t.demoted_on or t.start_date)
    issue = after_specified(told.issue_from_minimum, specified, "HA 1996 s.143E")
    last = max(told.demotion_end, told.kept_alive_until, key=lambda day: day.value)
    over = next_day(last, "The demotion is over; the tenancy is secure", "HA 1996 s.143B")
    more = (("demotion_end", told.demotion_end), ("kept_alive_until", told.kept_alive_until))
    return Served(told.specified_minimum, issue, issue, over, last, told.review_request_by, more)


def _term(t: TenancyFacts) -> date:
    if t.fixed_term_end is None:
        raise BadFact(
            "fixed_term_end",
            "The end of the flexible term is not recorded, so its notices cannot be counted.",
            "Record the end of the fixed term in the housing system.",
        )
    return t.fixed_term_end


def non_renewal_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    refuse_late_non_renewal(served, _term(t))
    day = plain(_term(t), "The term ends", "The last day of the flexible term", "HA 1985 s.107D(3)", "B")
    return Drafted(day, day)


def non_renewal_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    latest = non_renewal_latest(_term(t))
    minimum = non_renewal_drafted(t, served, grounds).minimum
    return Served(minimum, review_by=non_renewal_review_by(served), more=(("non_renewal_latest", latest),))


def possession_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    told = section_107d(served, _term(t))
    if not told.in_time.value:
        raise BadFact(
            "planned_service",
            told.in_time.sentence(),
            "The tenancy has gone on as a secure periodic one; use its notices.",
        )
    return Drafted(told.expiry_minimum, told.expiry_minimum)


def possession_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    minimum = possession_drafted(t, served, grounds).minimum
    both = max(specified, _term(t))
    issue = after_specified(section_107d(served, _term(t)).issue_from, both, "HA 1985 s.107D")
    return Served(minimum, issue, issue)


def s8_new_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    told = new_regime_dates(served, grounds)
    return Drafted(told.specified, told.specified)


def s8_new_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    told = claim_dates("s8", served, specified, None, grounds, regime="new")
    floor = new_regime_dates(served, grounds).order_not_before
    more = (("order_not_before", floor),) if floor else ()
    minimum = s8_new_drafted(t, served, grounds).minimum
    return Served(minimum, told.issue_from, told.issue_from_safe, told.lapse, told.last_safe_issue, more=more)


def to_quit(*, pea: bool, deceased: bool = False) -> tuple[WhenDrafted, WhenServed]:
    def law(t: TenancyFacts, served: date) -> NoticeToQuit:
        return notice_to_quit(served, tenancies.rent_period(t), pea=pea, deceased=deceased)

    def drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
        if in_term(t, served):
            raise BadFact(
                "notice",
                f"A fixed term runs until {long_date(t.fixed_term_end)}, and a notice to quit ends none.",
                "Use the notice of the fixed term, or wait until it is over.",
            )
        told = law(t, served)
        return Drafted(told.expiry_minimum, told.expiry_recommended)

    def served_(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
        told = law(t, served)
        issue = after_specified(told.issue_from_minimum, specified, told.issue_from_minimum.authority)
        copy = told.public_trustee_by
        return Served(told.expiry_minimum, issue, issue, more=(("public_trustee_by", copy),) if copy else ())

    return drafted, served_


def licence_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    told = licence_notice(served)
    return Drafted(told.expiry_minimum, told.expiry_minimum)


def licence_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    told = licence_notice(served)
    issue = after_specified(told.issue_from, specified, "PEA 1977 s.3(2B)")
    return Served(told.expiry_minimum, issue, issue)


def reasonable_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    told = interim_notice(t.duty).notice
    reasons = (told.trigger, told.rule, told.steps, told.authority, told.confidence, told.table_version)
    day = Explained(served, *reasons)
    return Drafted(day, day)


def reasonable_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    return Served(reasonable_drafted(t, served, grounds).minimum)


def leave_drafted(t: TenancyFacts, served: date, grounds: Sequence[str]) -> Drafted:
    told = plain(served, "A trespasser has no right to notice", "The day of the letter", "CPR 55.1(b)", "C")
    return Drafted(told, told)


def leave_served(t: TenancyFacts, served: date, specified: date, grounds: Sequence[str]) -> Served:
    told = leave_drafted(t, served, grounds).minimum
    after = plain(specified, "The day given in the letter", "A claim may be issued from then", "practice", "C")
    return Served(told, told, after)


def plain(on: date, trigger: str, rule: str, authority: str, confidence: str) -> Day:
    """A day that is not counted, told in the same form."""
    step = Step(f"That is {long_date(on)}", authority, on)
    return Explained(on, trigger, rule, (step,), authority, Confidence(confidence), "")


def after_specified(counted: Day, specified: date, authority: str) -> Day:
    """The first day to issue, the notice specifying that day: the day after it where that is later than counted."""
    day = specified + timedelta(days=1)
    step = Step(f"The notice specifies {long_date(specified)}; the day after is {long_date(day)}", authority, day)
    return replace(counted, value=day, steps=(step,))


def next_day(last: Day, rule: str, authority: str) -> Day:
    """The day after a last day, told by a rule of its own."""
    day = last.value + timedelta(days=1)
    step = Step(f"The day after is {long_date(day)}", authority, day)
    return replace(last, value=day, rule=rule, steps=(*last.steps, step), authority=authority)
