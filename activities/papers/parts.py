"""The parts that only some papers print, each put together where it is printed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from activities.papers import claims, court, letters, notices, online, packs, referrals
from activities.papers.about import About
from activities.papers.source import Source
from cases.base import FileRef
from cases.paper_rules import NOTICE_PAPERS
from cases.words import PaperKind

PagesOf = Callable[[FileRef], int]
"""How many pages a stored file has."""
_P = PaperKind
_LETTERS = frozenset(
    {
        _P.ARREARS_LETTER_1,
        _P.ARREARS_LETTER_2,
        _P.PROTOCOL_LETTER_BEFORE_NOTICE,
        _P.PROTOCOL_LETTER_AFTER_NOTICE,
        _P.QUARTERLY_STATEMENT,
        _P.INCOME_AND_EXPENDITURE,
        _P.ARRANGEMENT_LETTER,
        _P.ADJOURNMENT_TERMS_LETTER,
        _P.BREACH_WARNING,
        _P.PD55A_103_NOTICE,
        _P.EVICTION_LETTER,
    }
)
_LEAVING = frozenset(
    {
        _P.NOTICE_TO_QUIT,
        _P.NOTICE_TO_PERSONAL_REPRESENTATIVES,
        _P.TA_LICENCE_TERMINATION,
        _P.TA_REASONABLE_NOTICE,
        _P.TRESPASS_LETTER,
        _P.GARAGE_NOTICE,
    }
)
_REVIEWS = frozenset({_P.REVIEW_ACKNOWLEDGEMENT, _P.REVIEW_OUTCOME})
_SHEETS = frozenset({_P.PCS_SHEET, _P.PCOL_SHEET, _P.PCS_DATA, _P.PCOL_DATA})
_REFERRALS = frozenset({_P.HOMELESSNESS_REFERRAL, _P.SAFEGUARDING_REFERRAL})
_PACKS = frozenset({_P.OMBUDSMAN_PACK_COVER, _P.SAR_PACK_COVER})


def parts(source: Source, kind: PaperKind, line: About, day: date, pages_of: PagesOf) -> dict[str, Any]:
    """What the paper prints besides what every paper may, by the field of `PaperData`.

    Raises PaperRefused where what was given with the request cannot be read.
    """
    made: dict[str, Any] = {}
    if kind in NOTICE_PAPERS or kind in _REVIEWS:
        made |= _of_notice(source, kind, line)
    if kind in _LETTERS:
        made["letter"] = letters.letter(source, kind, line)
    if kind is _P.QUARTERLY_STATEMENT:
        made["statement_period"] = letters.statement_period(day)
    if kind in _SHEETS:
        made["online"] = online.online(source, line)
    if kind in _REFERRALS:
        made["referral"] = referrals.referral(source, kind)
    if kind in _PACKS:
        made["pack"] = packs.pack(source, kind, line, pages_of)
    return made | _of_item(source, kind, line, day) | _at_court(source, kind, line)


def _of_notice(source: Source, kind: PaperKind, line: About) -> dict[str, Any]:
    notice = line.notice
    made: dict[str, Any] = {
        "review": notices.review_data(source, kind, line),
        "trial": notices.trial_data(source, notice),
        "term": notices.term_data(source, notice),
    }
    if notice is not None and kind in NOTICE_PAPERS:
        made["reasons"] = source.text(notice.particulars)
        made["conditions"] = notices.conditions(source, notice, source.lines(source.details.lines))
        made["deceased"] = notices.deceased(source, notice)
        if kind in _LEAVING:
            made["leaving"] = notices.leaving(source, kind, notice)
    return made


def _of_item(source: Source, kind: PaperKind, line: About, day: date) -> dict[str, Any]:
    if kind is _P.ARRANGEMENT_LETTER and line.arrangement:
        return {"agreement": letters.agreement(source, line.arrangement)}
    if kind is _P.ARREARS_LETTER_2:
        agreed = next((a for a in reversed(source.state.arrangements) if a.agreed_on), None)
        return {"agreement": letters.agreement(source, agreed)} if agreed else {}
    if kind is _P.ADJOURNMENT_TERMS_LETTER and line.hearing:
        return {"order": letters.adjourned(source, line.hearing)}
    if kind in (_P.EVICTION_LETTER, _P.EX96):
        booked = {"eviction": letters.eviction(source, line, day)}
        return booked | ({"bailiff": court.bailiff(source, line.warrant)} if line.warrant else {})
    return {}


def _at_court(source: Source, kind: PaperKind, line: About) -> dict[str, Any]:
    if kind is _P.N5B and line.claim:
        return {"accelerated": claims.accelerated(source, line.claim, line)}
    if kind is _P.PART3_SCHEDULE:
        return {"part_3": claims.part_3(source)}
    if kind is _P.COSTS_SCHEDULE:
        return {"costs": court.costs(source, line)}
    if kind is _P.N279:
        return {"discontinuance": court.discontinuance(source)}
    if kind is _P.N244 and line.application:
        return {"application": court.application(source, line.application, line)}
    if kind is _P.CASE_SUMMARY:
        return {"order_sought": claims.order_sought(line.hearing)}
    if kind is _P.DRAFT_ORDER and line.hearing:
        terms = claims.asked_terms(source, line.hearing)
        return {"order_sought": claims.order_sought(line.hearing)} | ({"order": terms} if terms else {})
    return {}
