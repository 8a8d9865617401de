"""What goes into a bundle by rule: papers made for it, papers on file, uploaded proofs; each in its section."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from activities.papers import money
from activities.papers.about import About
from activities.papers.chronology import CERTIFICATE, CONDUCT, LETTER, N5, PART_3, PROTOCOL, SCHEDULE
from activities.papers.chronology import WITNESS as WITNESS
from activities.papers.source import Source
from cases import bundles
from cases.base import FileRef
from cases.instants import legal_day
from cases.paper_rules import fits, notice_paper
from cases.state import Notice, PaperMade
from cases.words import PaperKind, Route
from documents.papers.template import long_date

SUMMARY = "Case summary"
N119 = "Particulars of claim N119"
N121 = "Particulars of claim N121"
PHOTOGRAPHS = frozenset({"photograph", "photo"})


@dataclass(frozen=True)
class Part:
    """A document wanted in a section.

    `fresh`: made anew though one is on file; `kept_only`: never made here; `must`: no bundle without it.
    """

    section: str
    title: str
    kind: str
    subject: str
    dated: date | None = None
    fresh: bool = False
    must: bool = True
    kept_only: bool = False


@dataclass(frozen=True)
class Filed:
    """A stored file for a section, as it was made or uploaded."""

    section: str
    title: str
    dated: date
    file: FileRef

    @property
    def photograph(self) -> bool:
        """Whether it was put on file as a photograph: its pages may be pictures without text."""
        return self.file.kind in PHOTOGRAPHS


_P = PaperKind
_SECTION_OF: Mapping[str, tuple[PaperKind, ...]] = {
    bundles.SUMMARY: (_P.CASE_SUMMARY, _P.DRAFT_ORDER),
    bundles.STATEMENTS: (_P.N5, _P.N119, _P.N121, _P.N5B, _P.PART3_SCHEDULE, _P.CONDUCT_SCHEDULE, _P.N279),
    bundles.APPLICATION: (_P.N244,),
    bundles.NOTICE: (
        _P.NSP_S83, _P.NOTICE_S8, _P.NSP_S83_FIXED, _P.NOTICE_S83ZA, _P.NOTICE_S128, _P.NOTICE_S125A, _P.NOTICE_S143E,
        _P.NOTICE_S107D_NONRENEWAL, _P.NOTICE_S107D_POSSESSION, _P.NOTICE_S8_NEW, _P.NOTICE_S21, _P.NOTICE_TO_QUIT,
        _P.NOTICE_TO_PERSONAL_REPRESENTATIVES, _P.TA_LICENCE_TERMINATION, _P.TA_REASONABLE_NOTICE, _P.TRESPASS_LETTER,
        _P.GARAGE_NOTICE, _P.CERTIFICATE_OF_SERVICE, _P.REVIEW_ACKNOWLEDGEMENT, _P.REVIEW_OUTCOME,
    ),
    bundles.RENT: (_P.RENT_SCHEDULE, _P.QUARTERLY_STATEMENT),
    bundles.WITNESS: (_P.WITNESS_STATEMENT,),
    bundles.PROTOCOL: (
        _P.PROTOCOL_STATEMENT, _P.PROTOCOL_LETTER_BEFORE_NOTICE, _P.PROTOCOL_LETTER_AFTER_NOTICE,
        _P.INCOME_AND_EXPENDITURE,
    ),
    bundles.CIRCUMSTANCES: (_P.HOMELESSNESS_REFERRAL, _P.SAFEGUARDING_REFERRAL),
    bundles.CORRESPONDENCE: (
        _P.ARREARS_LETTER_1, _P.ARREARS_LETTER_2, _P.ARRANGEMENT_LETTER, _P.ADJOURNMENT_TERMS_LETTER, _P.TEN_DAY_LETTER,
        _P.BREACH_WARNING, _P.EVICTION_LETTER,
    ),
    bundles.ORDERS: (_P.PD55A_103_NOTICE, _P.N325, _P.N325A, _P.N293A, _P.EX96),
    bundles.COSTS: (_P.COSTS_SCHEDULE,),
    bundles.COVER: (_P.OMBUDSMAN_PACK_COVER, _P.SAR_PACK_COVER),
}  # fmt: skip
# Not for a court to read unasked: they say what was told in confidence.
_NOT_FOR_COURT = frozenset({_P.HOMELESSNESS_REFERRAL, _P.SAFEGUARDING_REFERRAL, _P.EX96})


def hearing_parts(source: Source, line: About) -> list[Part]:
    """The papers of a hearing bundle that are made where they are not on file. The line has a claim and a hearing."""
    claim, notice, hearing = line.claim, line.notice, line.hearing
    assert claim is not None
    assert notice is not None
    assert hearing is not None
    today = source.today
    on_paper = claim.route is not Route.PCS
    letter = hearing.ten_day_letter_sent_on
    rent = money.rent_in_issue(source, line)
    accelerated = claim.route is Route.ACCELERATED
    filed = f"Rent schedule filed with the claim, to {long_date(claim.drafted_on)}"

    def of_the_claim(kind: PaperKind, title: str, must: bool = False) -> list[Part]:
        """The paper where such a claim has one."""
        there = fits(source.state, kind, claim)
        return [Part(bundles.STATEMENTS, title, kind.value, claim.id, claim.issued_on, must=must)] if there else []

    return [
        Part(bundles.SUMMARY, SUMMARY, "case_summary", hearing.id, today, fresh=True, must=False),
        Part(bundles.SUMMARY, "Draft order", "draft_order", hearing.id, today, fresh=True, must=False),
        Part(bundles.STATEMENTS, N5, "n5", claim.id, claim.issued_on, must=on_paper and not accelerated),
        *of_the_claim(_P.N119, N119, on_paper),
        *of_the_claim(_P.N121, N121, on_paper),
        *of_the_claim(_P.PART3_SCHEDULE, PART_3),
        *of_the_claim(_P.CONDUCT_SCHEDULE, CONDUCT),
        Part(bundles.STATEMENTS, filed, "rent_schedule", claim.id, claim.issued_on, must=False, kept_only=True),
        *(_of_the_notice(notice) if notice.told else ()),
        *([Part(bundles.RENT, SCHEDULE, "rent_schedule", hearing.id, today, fresh=True)] if rent else []),
        Part(bundles.WITNESS, WITNESS, "witness_statement", hearing.id, today, fresh=True),
        *(
            [Part(bundles.PROTOCOL, PROTOCOL, "protocol_statement", claim.id, today, fresh=True)]
            if fits(source.state, _P.PROTOCOL_STATEMENT, claim)
            else []
        ),
        Part(bundles.CORRESPONDENCE, LETTER, "ten_day_letter", hearing.id, letter, must=False, kept_only=True),
    ]


def _of_the_notice(notice: Notice) -> list[Part]:
    """The notice and the certificate of its service."""
    served = notice.served.on if notice.served else None
    drafted = notice.approved_on or notice.drafted_on
    return [
        Part(bundles.NOTICE, notice.kind.label, notice_paper(notice.kind).value, notice.id, drafted),
        Part(bundles.NOTICE, CERTIFICATE, "certificate_of_service", notice.id, served),
    ]


def kept(source: Source, kind: str, subject: str) -> FileRef | None:
    """The newest paper of this kind about this subject that is on file."""
    made: list[PaperMade] = [p for p in source.state.papers if p.kind == kind and p.file is not None]
    ours = [p for p in made if p.subject == subject]
    return ours[-1].file if ours else None


def section_of(kind: PaperKind) -> str | None:
    """The section that the rule gives a paper; None where it gives none."""
    return next((section for section, papers in _SECTION_OF.items() if kind in papers), None)


def on_file(source: Source, kind: PaperKind, without: frozenset[tuple[str, str]]) -> Iterator[Filed]:
    """Every paper on the record that stands and belongs into this kind of bundle, the newest of each, oldest first.

    `without`: kinds and subjects that the bundle has already.
    """
    where = {paper.value: section for section, papers in _SECTION_OF.items() for paper in papers}
    if kind in bundles.FOR_COURT:
        where = {paper: section for paper, section in where.items() if PaperKind(paper) not in _NOT_FOR_COURT}
    newest = {(p.kind, p.subject): p for p in source.state.papers if p.file is not None and p.stale is None}
    for (paper, subject), made in newest.items():
        section = where.get(paper)
        if made.file and section in bundles.SECTIONS[kind] and (paper, subject) not in without:
            yield Filed(section or "", PaperKind(paper).label, legal_day(made.requested_at), made.file)


def proofs(source: Source, line: About, kind: PaperKind) -> Iterator[Filed]:
    """Uploaded proofs of service: of the line's notice in a hearing bundle, else of every notice."""
    several = kind is not PaperKind.BUNDLE
    notices = source.state.notices if several else (line.notice,) if line.notice else ()
    for notice in notices:
        for number, service in enumerate(notice.services, 1):
            if service.proof_file is not None:
                of = f" of notice {notice.id}" if several else ""
                yield Filed(bundles.NOTICE, f"Proof of service {number}{of}", service.served.on, service.proof_file)
