"""Which paper is made of what: one row a paper. The papers themselves are in the templates of the same names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cases.court_words import ArrangementKind
from cases.state import (
    Application,
    ApplicationDraft,
    Arrangement,
    CaseState,
    Claim,
    Hearing,
    Notice,
    Order,
    Review,
    Warrant,
)
from cases.tracks import ROADS
from cases.words import Cause, NoticeKind, OutcomeKind, PaperKind, Route, Track

Subject = Notice | Review | Arrangement | Claim | Application | ApplicationDraft | Hearing | Order | Warrant | CaseState
"""What a paper may be about; a letter of the whole case is about the case."""

WHOLE_CASE = "case"
"""The subject of a paper about the whole case."""

Suits = Callable[[CaseState, Subject], bool]


@dataclass(frozen=True)
class PaperRule:
    """One paper. `about` are the kinds of subject; `suits` what more must hold of one. `begins`: making it begins a
    step that a moratorium may bar. `states_figure`: the arrears in it are the subject's own, to the penny.
    `whole_file`: it is made from the evidence of the whole case. `after`: it is of a hearing that is over."""

    kind: PaperKind
    about: tuple[type[Subject], ...]
    suits: Suits = lambda state, item: True
    begins: bool = False
    states_figure: bool = False
    whole_file: bool = False
    after: bool = False


def _of(*kinds: NoticeKind) -> Suits:
    return lambda state, item: isinstance(item, Notice) and item.kind in kinds


def _served(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Notice) and bool(item.services)


def _form(form: str) -> Suits:
    return lambda state, item: isinstance(item, Warrant) and item.form == form


def _for_arrears(state: CaseState, item: Subject) -> bool:
    if isinstance(item, Claim) and item.rent_claimed is False and ROADS[state.track].protocol != 2:
        return False
    return ROADS[state.track].protocol == 2 or state.last_arrears_pence > 0


_OF_RENT = frozenset({"1", "8", "8A", "10", "11"})


def _on_conduct(state: CaseState, item: Subject) -> bool:
    """Incidents are recorded, and they are what the case is for, or a ground that is not for rent is relied on."""
    relied = (state.cause or ROADS[state.track].cause) is Cause.CONDUCT
    relied = relied or any(set(notice.grounds) - _OF_RENT for notice in state.notices)
    return relied and any(contact.reached and contact.step == "incident_log" for contact in state.contacts)


def _against_trespassers(state: CaseState, item: Subject) -> bool:
    return state.track is Track.TRESPASS


def _part_3(state: CaseState, item: Subject) -> bool:
    return ROADS[state.track].protocol == 3


def _notice_of(state: CaseState, claim: Claim) -> Notice | None:
    return next((n for n in state.notices if n.id == claim.notice_id), None)


def _ordinary(state: CaseState, item: Subject) -> bool:
    """A claim on the ordinary forms: not one for the judge's papers."""
    return isinstance(item, Claim) and item.route is not Route.ACCELERATED


def _of_a_letting(state: CaseState, item: Subject) -> bool:
    """A claim on a home that is or was let: one against trespassers has particulars of its own."""
    return _ordinary(state, item) and not _against_trespassers(state, item)


def _accelerated(state: CaseState, item: Subject) -> bool:
    notice = _notice_of(state, item) if isinstance(item, Claim) else None
    asked = isinstance(item, Claim) and item.route in (None, Route.ACCELERATED)
    return asked and notice is not None and notice.kind is NoticeKind.S21


def _solely_arrears(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Claim) and item.route in (None, Route.PCOL) and ROADS[state.track].protocol == 2


def _digital(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Claim) and item.route in (None, Route.PCS)


def _suspended(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Order) and item.terms is not None


def _postponed(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Order) and item.kind is OutcomeKind.POSTPONED


def _adjourned(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Hearing) and item.outcome is OutcomeKind.ADJOURNED_ON_TERMS


def _agreed(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Arrangement) and item.agreed_on is not None and item.kind is not ArrangementKind.COURT


def _booked(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Warrant) and item.appointment_on is not None


def _statutory(state: CaseState, item: Subject) -> bool:
    """A review that an Act gives: the letters name its sections. A landlord's own is answered in its own words."""
    notice = next((n for n in state.notices if isinstance(item, Review) and n.id == item.notice_id), None)
    return notice is not None and notice.kind is not NoticeKind.S21


def _decided(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Review) and item.decided_on is not None and _statutory(state, item)


def _issued(state: CaseState, item: Subject) -> bool:
    return isinstance(item, Claim) and item.issued_on is not None


_P, _N = PaperKind, NoticeKind
_NOTICES: Mapping[PaperKind, tuple[NoticeKind, ...]] = {
    _P.NSP_S83: (_N.S83,),
    _P.NOTICE_S8: (_N.S8,),
    _P.NSP_S83_FIXED: (_N.S83_FIXED,),
    _P.NOTICE_S83ZA: (_N.S83ZA,),
    _P.NOTICE_S128: (_N.S128,),
    _P.NOTICE_S125A: (_N.S125A,),
    _P.NOTICE_S143E: (_N.S143E,),
    _P.NOTICE_S107D_NONRENEWAL: (_N.S107D_NON_RENEWAL,),
    _P.NOTICE_S107D_POSSESSION: (_N.S107D_POSSESSION,),
    _P.NOTICE_S8_NEW: (_N.S8_NEW,),
    _P.NOTICE_S21: (_N.S21,),
    _P.NOTICE_TO_QUIT: (_N.NOTICE_TO_QUIT,),
    _P.NOTICE_TO_PERSONAL_REPRESENTATIVES: (_N.ESTATE,),
    _P.TA_LICENCE_TERMINATION: (_N.LICENCE_END,),
    _P.TA_REASONABLE_NOTICE: (_N.REASONABLE,),
    _P.TRESPASS_LETTER: (_N.LEAVE,),
    _P.GARAGE_NOTICE: (_N.GARAGE,),
}
NOTICE_PAPERS = frozenset(_NOTICES)
"""The papers that are a notice themselves."""

DATA_OF: Mapping[Route, PaperKind] = {Route.PCS: _P.PCS_DATA, Route.PCOL: _P.PCOL_DATA}
"""The file of data that a claim goes by, where its route takes one."""
DATA = frozenset(DATA_OF.values())
"""What is made as a paper is, from the same facts and by the same gates, and is a file of data."""

RULES: Mapping[PaperKind, PaperRule] = {
    rule.kind: rule
    for rule in (
        *(PaperRule(kind, (Notice,), _of(*of), begins=True, states_figure=True) for kind, of in _NOTICES.items()),
        PaperRule(_P.CERTIFICATE_OF_SERVICE, (Notice,), _served),
        PaperRule(_P.REVIEW_ACKNOWLEDGEMENT, (Review,), _statutory),
        PaperRule(_P.REVIEW_OUTCOME, (Review,), _decided),
        PaperRule(_P.PROTOCOL_STATEMENT, (Notice, Claim), _for_arrears, whole_file=True),
        PaperRule(_P.PART3_SCHEDULE, (Claim,), _part_3, whole_file=True),
        PaperRule(_P.N5, (Claim,), _ordinary, begins=True, states_figure=True),
        PaperRule(_P.N119, (Claim,), _of_a_letting, begins=True, states_figure=True),
        PaperRule(_P.N121, (Claim,), _against_trespassers, begins=True),
        PaperRule(_P.N5B, (Claim,), _accelerated, begins=True),
        PaperRule(_P.PCS_SHEET, (Claim,), _digital, begins=True, states_figure=True, whole_file=True),
        PaperRule(_P.PCOL_SHEET, (Claim,), _solely_arrears, begins=True, states_figure=True),
        PaperRule(_P.PCS_DATA, (Claim,), _digital, begins=True, states_figure=True, whole_file=True),
        PaperRule(_P.PCOL_DATA, (Claim,), _solely_arrears, begins=True, states_figure=True, whole_file=True),
        PaperRule(_P.RENT_SCHEDULE, (Claim,), begins=True, states_figure=True),
        PaperRule(_P.CONDUCT_SCHEDULE, (Notice, Claim), _on_conduct, whole_file=True),
        PaperRule(_P.COSTS_SCHEDULE, (Claim,), _issued),
        PaperRule(_P.N279, (Claim,), _issued),
        PaperRule(_P.N244, (ApplicationDraft, Application)),
        PaperRule(_P.TEN_DAY_LETTER, (Hearing,)),
        PaperRule(_P.WITNESS_STATEMENT, (Hearing,), whole_file=True),
        PaperRule(_P.CASE_SUMMARY, (Hearing,), whole_file=True),
        PaperRule(_P.DRAFT_ORDER, (Hearing,)),
        PaperRule(_P.BUNDLE, (Hearing,), whole_file=True),
        PaperRule(_P.APPLICATION_BUNDLE, (Application,), whole_file=True),
        PaperRule(_P.WARRANT_BUNDLE, (Warrant,), whole_file=True),
        PaperRule(_P.OMBUDSMAN_BUNDLE, (CaseState,), whole_file=True),
        PaperRule(_P.SUBJECT_ACCESS_BUNDLE, (CaseState,), whole_file=True),
        PaperRule(_P.ADJOURNMENT_TERMS_LETTER, (Hearing,), _adjourned, after=True),
        PaperRule(_P.BREACH_WARNING, (Order,), _suspended),
        PaperRule(_P.PD55A_103_NOTICE, (Order,), _postponed),
        PaperRule(_P.N325, (Warrant,), _form("N325"), begins=True, states_figure=True),
        PaperRule(_P.N325A, (Warrant,), _form("N325A"), begins=True, states_figure=True),
        PaperRule(_P.N293A, (Warrant,), _form("N293A"), begins=True, states_figure=True),
        PaperRule(_P.EX96, (Warrant,)),
        PaperRule(_P.EVICTION_LETTER, (Warrant,), _booked),
        PaperRule(_P.ARRANGEMENT_LETTER, (Arrangement,), _agreed),
        PaperRule(_P.ARREARS_LETTER_1, (CaseState,), _for_arrears),
        PaperRule(_P.ARREARS_LETTER_2, (CaseState,), _for_arrears),
        PaperRule(_P.PROTOCOL_LETTER_BEFORE_NOTICE, (CaseState,), _for_arrears),
        PaperRule(_P.PROTOCOL_LETTER_AFTER_NOTICE, (Notice,), _served),
        PaperRule(_P.QUARTERLY_STATEMENT, (CaseState,)),
        PaperRule(_P.INCOME_AND_EXPENDITURE, (CaseState,)),
        PaperRule(_P.HOMELESSNESS_REFERRAL, (CaseState,)),
        PaperRule(_P.SAFEGUARDING_REFERRAL, (CaseState,)),
        PaperRule(_P.OMBUDSMAN_PACK_COVER, (CaseState,), whole_file=True),
        PaperRule(_P.SAR_PACK_COVER, (CaseState,), whole_file=True),
    )
}
"""Every paper's rule."""


def notice_paper(kind: NoticeKind) -> PaperKind:
    """The paper that a notice of that kind is."""
    return next(paper for paper, kinds in _NOTICES.items() if kind in kinds)


def find(state: CaseState, subject: str, kind: PaperKind | None = None) -> Subject | None:
    """What the id names: the case itself, or one of its items; of two with one id, the one the paper is about."""
    if subject == WHOLE_CASE:
        return state
    everything: tuple[Subject, ...] = (
        *state.notices,
        *state.reviews,
        *state.arrangements,
        *state.claims,
        *state.applications,
        *state.application_drafts,
        *state.hearings,
        *state.orders,
        *state.warrants,
    )
    named = [item for item in everything if not isinstance(item, CaseState) and item.id == subject]
    about = RULES[kind].about if kind is not None else ()
    return next((item for item in named if isinstance(item, about)), next(iter(named), None))


def fits(state: CaseState, kind: PaperKind, item: Subject) -> bool:
    """Whether such a paper is made of such a subject at all."""
    rule = RULES[kind]
    return isinstance(item, rule.about) and rule.suits(state, item)


def of(state: CaseState, item: Subject) -> tuple[PaperKind, ...]:
    """The papers made of such a subject, in the table's order."""
    return tuple(kind for kind in RULES if fits(state, kind, item))
