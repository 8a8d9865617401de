"""What notices and the letters about them print besides the grounds: reviews, trials, terms, conditions, leaving."""

from collections.abc import Mapping
from datetime import date

from activities.papers.about import About
from activities.papers.source import Source
from cases.instants import legal_day
from cases.notice_kinds import KINDS
from cases.stages import decision, review
from cases.state import Notice, Review
from cases.words import NoticeKind, PaperKind
from documents.papers.data_notices import (
    ConditionData,
    DeceasedData,
    LeavingData,
    ReviewData,
    Reviewed,
    TermData,
    TrialData,
)
from documents.papers.template import long_date
from law.grounds import Ground, ground
from law.tenancies import Occupancy

_OF: Mapping[NoticeKind, Reviewed] = {
    NoticeKind.S128: "introductory",
    NoticeKind.S125A: "extension",
    NoticeKind.S143E: "demoted",
    NoticeKind.S107D_NON_RENEWAL: "flexible",
    NoticeKind.S83ZA: "absolute",
}
_CONDITIONS = ("Serious offence", "Injunction broken", "Criminal behaviour order broken", "Closure order", "Noise")
_PERIODS = {"month": "one month", "quarter": "one quarter", "year": "six months"}
_SHORT_PERIODS = {"week": "one week", "fortnight": "two weeks", "four_week": "four weeks"}
_LETTERS = frozenset({PaperKind.REVIEW_ACKNOWLEDGEMENT, PaperKind.REVIEW_OUTCOME})


def review_data(source: Source, kind: PaperKind, line: About) -> ReviewData | None:
    """The right to a review of the notice, or the review the letter is about; None where no Act gives one."""
    notice = line.notice
    if notice is None or notice.kind not in _OF:
        return None
    # The absolute ground's review binds local authorities only (HA 1985 s.85ZA(1)).
    if notice.kind is NoticeKind.S83ZA and source.facts.tenancy.landlord_kind != "council":
        return None
    served = notice.served if notice.review_by else None
    right = ReviewData(
        of=_OF[notice.kind],
        days=KINDS[notice.kind].review_days,
        served_on=served.on if served else None,
        ask_by=notice.review_by.on if served and notice.review_by else None,
        decide_by=review.decide_by(notice).on if served else None,
        email=source.landlord.email,
    )
    asked = line.review
    return _asked(source, right, asked) if asked is not None and kind in _LETTERS else right


def _asked(source: Source, right: ReviewData, asked: Review) -> ReviewData:
    details = source.details
    reviewer = source.signer(asked.reviewer.user_id) if asked.reviewer else None
    return right.model_copy(
        update={
            "asked_on": asked.asked_on,
            "in_time": not asked.late,
            "oral": asked.hearing_wanted,
            "decide_by": asked.decide_by.on if asked.decide_by else None,
            "representations_by": details.reply_by,
            "hearing_at": details.meeting_at,
            "hearing_place": source.text(details.place),
            "reviewer_name": reviewer.name if reviewer else "",
            "reviewer_position": reviewer.position if reviewer else "",
            "upheld": asked.upheld,
            "decided_on": asked.decided_on,
            "reasons": source.text(asked.reasons),
        }
    )


def trial_data(source: Source, notice: Notice | None) -> TrialData | None:
    """The trial year or the demotion, and its new end where it is extended or this notice extends it."""
    standing = source.state.standing
    if standing is None or standing.occupancy == "flexible":
        return None
    tenancy = source.facts.tenancy
    extends = notice is not None and notice.kind is NoticeKind.S125A
    extended = notice.specified.on if extends and notice else standing.ends.on if standing.extended else None
    return TrialData(
        began_on=tenancy.demoted_on or tenancy.start_date,
        ends_on=(standing.original or standing.ends).on,
        extended_to=extended,
    )


def term_data(source: Source, notice: Notice | None) -> TermData | None:
    """The fixed or flexible term, and the notice of non-renewal that was given; None where there is no term."""
    tenancy = source.facts.tenancy
    if tenancy.fixed_term_end is None:
        return None
    given = next(
        (n for n in reversed(source.state.notices) if n.kind is NoticeKind.S107D_NON_RENEWAL and n.live and n.served),
        None,
    )
    early = notice is not None and notice.kind is NoticeKind.S83_FIXED
    return TermData(
        began_on=tenancy.start_date,
        ends_on=tenancy.fixed_term_end,
        early_end_clause=source.text(source.details.lines) if early else "",
        ask_to_end=early,
        non_renewal_given_on=given.served.on if given and given.served else None,
        non_renewal_review=_reviewed(source, given) if given else "",
    )


def _reviewed(source: Source, notice: Notice) -> str:
    asked = review.of_notice(source.state, notice)
    if asked is None:
        return "No review was asked for."
    if asked.withdrawn_on:
        return f"It was asked for on {long_date(asked.asked_on)} and withdrawn on {long_date(asked.withdrawn_on)}."
    if asked.decided_on is None:
        return f"It was asked for on {long_date(asked.asked_on)} and is not decided yet."
    return f"It was asked for on {long_date(asked.asked_on)}; the decision stood on {long_date(asked.decided_on)}."


def conditions(source: Source, notice: Notice, given: tuple[str, ...]) -> tuple[ConditionData, ...]:
    """The condition of the absolute ground and the decision that meets it (HA 1985 s.84A); none for other notices.

    `given`: what the decision was, whom it concerned, which court, and an appeal, a line each.
    """
    if notice.kind is not NoticeKind.S83ZA or notice.condition is None or notice.condition_on is None:
        return ()
    number = int(notice.condition)
    found = ground(Occupancy(source.state.occupancy), "84A", notice.drafted_on)
    what, who, court, appeal = (*given, "", "", "", "")[:4]
    return (
        ConditionData(
            number=number,
            title=_CONDITIONS[number - 1],
            substance=substance(found, number),
            citation=f"{found.citation}, condition {number}",
            confidence=found.detail_confidence.value,
            official_text=source.landlord.text_of(found.schedule, found.regime, found.code, notice.drafted_on),
            what=what,
            who=who,
            court=court,
            decided_on=notice.condition_on,
            appeal=appeal,
        ),
    )


def substance(found: Ground, number: int) -> str:
    """What one condition of the absolute ground asks for, in our own words."""
    told = next((one for one in found.conditions if one.startswith(f"condition {number}:")), found.substance)
    words = told.partition(": ")[2].partition("; notice within")[0] or told
    return f"{words[:1].upper()}{words[1:]}."


def leaving(source: Source, kind: PaperKind, notice: Notice) -> LeavingData:
    """How an occupation without security ends: the day, the least notice, the decision before it."""
    tenancy = source.facts.tenancy
    made = decision.standing(source.state)
    licence = kind in (PaperKind.TA_LICENCE_TERMINATION, PaperKind.TA_REASONABLE_NOTICE)
    clause = source.text(source.details.lines)
    return LeavingData(
        leave_on=notice.specified.on,
        at_least=_at_least(kind, tenancy.period_unit),
        holding="none" if kind is PaperKind.TRESPASS_LETTER else "licence" if licence else "tenancy",
        protected=kind not in (PaperKind.TA_REASONABLE_NOTICE, PaperKind.GARAGE_NOTICE, PaperKind.TRESPASS_LETTER),
        duty=_duty(tenancy.duty),
        decision=f"On {long_date(made.on)} we decided: {_low(made.decision.label)}." if made else "",
        decision_on=made.told_on if made else None,
        homeless_review_by=_open_until(source, made.review_by.on) if made and made.review_by else None,
        agreement_on=source.details.agreement_on or (tenancy.start_date if kind in _OF_AN_AGREEMENT else None),
        clause=clause,
        in_alternative_to=_alternative(source, notice),
    )


_OF_AN_AGREEMENT = frozenset({PaperKind.GARAGE_NOTICE, PaperKind.TA_LICENCE_TERMINATION})


def _at_least(kind: PaperKind, unit: str) -> str:
    """The longer of four weeks and a period (PEA 1977 s.5; common law); of a garage, one period."""
    if kind is PaperKind.GARAGE_NOTICE:
        return _SHORT_PERIODS.get(unit) or _PERIODS.get(unit, "one period")
    return _PERIODS.get(unit, "four weeks")


def _duty(recorded: str) -> str:
    section = recorded.strip().removeprefix("s.")
    return f"section {section} of the Housing Act 1996" if section else ""


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def _open_until(source: Source, last: date) -> date | None:
    """The last day to ask, while it has not passed."""
    return last if last >= legal_day(source.as_at) else None


def _alternative(source: Source, notice: Notice) -> str:
    """Another live notice that this one stands beside, where this one takes the security to be lost."""
    if notice.kind is not NoticeKind.NOTICE_TO_QUIT:
        return ""
    other = next((n for n in source.state.notices if n.id != notice.id and n.live and KINDS[n.kind].to_court), None)
    return f"the {_low(other.kind.label)} of {long_date(other.drafted_on)}" if other else ""


def deceased(source: Source, notice: Notice) -> DeceasedData | None:
    """The tenant who died, and the personal representatives on record; None for other notices."""
    if notice.kind is not NoticeKind.ESTATE:
        return None
    held = (source.people.get(tenant) for tenant in source.state.tenants)
    people = [person for person in held if person is not None]
    gone = next((p for p in people if p.role == "tenant"), None) or next(iter(people), None)
    return DeceasedData(
        full_name=gone.name if gone else "",
        died_on=source.facts.tenancy.died_on,
        representatives=tuple(p.name for p in people if p.role == "personal_representative"),
        account_reference=source.state.tenancy_ref,
    )
