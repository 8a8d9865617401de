"""The hearing bundle of a case: its papers in the order a busy list uses, what is missing made now, all figures one.

The order is court practice (confidence C). What states the arrears to the court on the day is always made afresh, so
that one figure runs through it; the claim and the notice keep the figure they were issued with.
"""

from dataclasses import dataclass, replace
from datetime import date

from activities.papers import evidence, witness
from activities.papers.about import About
from activities.papers.chronology import CERTIFICATE, LETTER, N5, PROTOCOL, SCHEDULE, chronology
from activities.papers.gather import paper_data
from activities.papers.source import Source
from cases.base import FileRef
from cases.refusals import Refusal
from cases.state import PaperMade
from cases.words import PaperKind, Route
from documents.bundle import (
    BundleDocument,
    BundleRefused,
    BundleSpec,
    Figure,
    Section,
    build_bundle,
    plan_pages,
)
from documents.files import FileStore
from documents.papers.checks import money as money_words
from documents.papers.layout import pages
from documents.papers.render import PAPERS, PaperRefused, render
from documents.papers.template import clock, long_date, weekday_date

PLANS = 4
WITNESS = "Witness statement of the claimant's officer"
SUMMARY = "Case summary"
N119 = "Particulars of claim N119"


@dataclass(frozen=True)
class Built:
    """A finished bundle; `figure_pence` is the arrears that all of it states as at the day it was made."""

    pdf: bytes
    file_name: str
    figure_pence: int


@dataclass(frozen=True)
class _Part:
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


def build(source: Source, line: About, files: FileStore, *, file_name: str) -> Built:
    """Make the bundle. Raises BundleRefused with every reason at once."""
    if line.claim is None or line.hearing is None or line.notice is None:
        raise BundleRefused(_no("bundle.no_hearing", "No hearing is listed.", "List the hearing first."))
    figure = paper_data(source, PaperKind.WITNESS_STATEMENT, line).arrears_pence
    parts = _parts(source, line)
    found: dict[str, list[BundleDocument]] = {}
    reasons: list[Refusal] = []
    for part in parts:
        try:
            pdf = _pdf(source, line, part, files)
        except PaperRefused as refused:
            if part.must:
                reasons += [
                    _no("bundle.part", f"{part.title}: {why}", "Record what is missing.") for why in refused.reasons
                ]
            continue
        found.setdefault(part.section, []).append(BundleDocument(title=part.title, dated=part.dated, pdf=pdf))
    if reasons:
        raise BundleRefused(reasons)
    for title, proof, dated in _proofs(line):
        pdf = files.get(proof.sha256)
        if pdf.startswith(b"%PDF-"):
            found.setdefault("Notice and service", []).append(BundleDocument(title=title, dated=dated, pdf=pdf))
    spec = _spec(source, line, found, figure, file_name)
    spec = _citing(source, line, spec)
    _states(spec, figure, {part.title for part in parts if part.fresh})
    return Built(build_bundle(spec).pdf, file_name, figure)


def _parts(source: Source, line: About) -> list[_Part]:
    claim, notice, hearing = line.claim, line.notice, line.hearing
    assert claim is not None
    assert notice is not None
    assert hearing is not None
    today = source.today
    on_paper = claim.route is not Route.PCS
    letter = hearing.ten_day_letter_sent_on
    notice_kind = "nsp_s83" if notice.kind.value == "s83" else "notice_s8"
    served = notice.served.on if notice.served else None
    filed = f"Rent schedule filed with the claim, to {long_date(claim.drafted_on)}"
    return [
        _Part("Summary and draft order", SUMMARY, "case_summary", hearing.id, today, fresh=True, must=False),
        _Part("Summary and draft order", "Draft order", "draft_order", hearing.id, today, fresh=True, must=False),
        _Part("Statements of case", N5, "n5", claim.id, claim.issued_on, must=on_paper),
        _Part("Statements of case", N119, "n119", claim.id, claim.issued_on, must=on_paper),
        _Part("Statements of case", filed, "rent_schedule", claim.id, claim.issued_on, must=False, kept_only=True),
        _Part("Notice and service", notice.kind.label, notice_kind, notice.id, notice.approved_on or notice.drafted_on),
        _Part("Notice and service", CERTIFICATE, "certificate_of_service", notice.id, served),
        _Part("Rent account", SCHEDULE, "rent_schedule", hearing.id, today, fresh=True),
        _Part("Witness evidence", WITNESS, "witness_statement", hearing.id, today, fresh=True),
        _Part("Pre-Action Protocol", PROTOCOL, "protocol_statement", claim.id, today, fresh=True),
        _Part(
            "Correspondence",
            LETTER,
            "ten_day_letter",
            hearing.id,
            letter,
            must=False,
            kept_only=True,
        ),
    ]


def _pdf(source: Source, line: About, part: _Part, files: FileStore) -> bytes:
    """The paper on file, or one made now from the record as it stands."""
    kept = None if part.fresh else _kept(source, part)
    if kept is not None:
        return files.get(kept.sha256)
    if part.kept_only:
        raise PaperRefused(("It is not on file.",))
    if part.kind not in PAPERS:
        raise PaperRefused(("There is no template of it.",))
    return _render(source, line, part.kind, part.subject, {})


def _render(source: Source, line: About, kind: str, subject: str, cited: dict[str, int]) -> bytes:
    known = PaperKind(kind) if kind in PaperKind._value2member_map_ else PaperKind.WITNESS_STATEMENT
    about = About(subject, line.notice, line.claim, line.hearing, line.order, line.warrant)
    return render(kind, paper_data(source, known, about, bundle_pages=cited)).pdf


def _kept(source: Source, part: _Part) -> FileRef | None:
    made: list[PaperMade] = [p for p in source.state.papers if p.kind == part.kind and p.file is not None]
    ours = [p for p in made if p.subject == part.subject]
    return ours[-1].file if ours else None


def _proofs(line: About) -> list[tuple[str, FileRef, date]]:
    """Proofs of service that were uploaded, one for each tenant served."""
    services = line.notice.services if line.notice else ()
    return [
        (f"Proof of service {number}", service.proof_file, service.served.on)
        for number, service in enumerate(services, 1)
        if service.proof_file is not None
    ]


def _spec(
    source: Source, line: About, found: dict[str, list[BundleDocument]], figure: int, file_name: str
) -> BundleSpec:
    claim, hearing = line.claim, line.hearing
    assert claim is not None
    assert hearing is not None
    titles = {document.title for documents in found.values() for document in documents}
    data = paper_data(source, PaperKind.WITNESS_STATEMENT, line)
    return BundleSpec(
        case_id=source.state.case_id,
        claim_number=claim.claim_number or "not yet issued",
        court_name=data.court_name,
        claimant=data.landlord.name,
        defendants=tuple(person.full_name for person in data.tenants),
        hearing=f"{weekday_date(hearing.on)} at {clock(evidence.hearing_data(hearing).at)}",
        title="Hearing bundle",
        file_name=file_name,
        made_on=source.today,
        arrears_pence=figure,
        figures=tuple(Figure(title, figure_of) for title, figure_of in _figures(source, line, titles)),
        sections=tuple(
            Section(letter="ABCDEFGHIJ"[place], title=title, documents=tuple(documents))
            for place, (title, documents) in enumerate(found.items())
        ),
        chronology=tuple(chronology(source, line, titles)),
        sample=source.facts.sample,
    )


def _figures(source: Source, line: About, titles: set[str]) -> list[tuple[str, int]]:
    """What each paper that speaks of today says the arrears are."""
    kinds = ((SCHEDULE, PaperKind.RENT_SCHEDULE), (WITNESS, PaperKind.WITNESS_STATEMENT))
    hearing = line.hearing
    about = About(hearing.id if hearing else "", line.notice, line.claim, line.hearing, line.order, line.warrant)
    return [(title, paper_data(source, kind, about).arrears_pence) for title, kind in kinds if title in titles]


def _states(spec: BundleSpec, figure: int, titles: set[str]) -> None:
    """Read every paper made for this bundle: each must print the figure. Raises BundleRefused naming the others."""
    printed = "".join(money_words(figure).split())
    silent = [
        document.title
        for document in spec.documents
        if document.title in titles and not any(printed in page.text for page in pages(document.pdf))
    ]
    if silent:
        raise BundleRefused(
            [
                _no(
                    "bundle.figure_missing",
                    f"{title} does not state the arrears of {money_words(figure)}.",
                    "Ask for the bundle again; if it is refused again, tell support staff.",
                )
                for title in silent
            ]
        )


def _citing(source: Source, line: About, spec: BundleSpec) -> BundleSpec:
    """The same bundle with the witness statement and the summary citing its own pages."""
    said = witness.witness_data(source, line, source.today)
    notice = line.notice
    cited = dict(
        zip((x.mark for x in said.exhibits), (SCHEDULE, notice.kind.label if notice else "", PROTOCOL), strict=True)
    )
    subject = line.hearing.id if line.hearing else ""
    found_at = [N119, notice.kind.label if notice else "", SCHEDULE, WITNESS, PROTOCOL]
    seen: dict[str, int] = {}
    for _ in range(PLANS):
        plan = plan_pages(spec)
        if plan == seen:
            break
        seen = dict(plan)
        exhibits = {mark: plan[title] for mark, title in cited.items() if title in plan}
        spec = _with(spec, WITNESS, _render(source, line, "witness_statement", subject, exhibits))
        if SUMMARY in plan:
            places = {title: plan[title] for title in found_at if title in plan}
            spec = _with(spec, SUMMARY, _render(source, line, "case_summary", subject, places))
    return spec


def _with(spec: BundleSpec, title: str, pdf: bytes) -> BundleSpec:
    return replace(
        spec,
        sections=tuple(
            replace(s, documents=tuple(replace(d, pdf=pdf) if d.title == title else d for d in s.documents))
            for s in spec.sections
        ),
    )


def _no(code: str, says: str, mend: str) -> Refusal:
    return Refusal(code=code, says=says, mend=mend)
