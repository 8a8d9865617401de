"""The hearing bundle of a case: its papers in the order a busy list uses, what is missing made now, all figures one.

The order is court practice (confidence C). What states the arrears to the court on the day is always made afresh, so
that one figure runs through it; the claim and the notice keep the figure they were issued with.
"""

from dataclasses import dataclass, replace

from activities.making import Maker
from activities.papers import contents, evidence, witness
from activities.papers.about import About
from activities.papers.chronology import CONDUCT, PART_3, PROTOCOL, SCHEDULE, chronology
from activities.papers.contents import N119, N121, SUMMARY, WITNESS, Part
from activities.papers.gather import paper_data
from activities.papers.source import Source
from cases.refusals import Refusal
from cases.words import PaperKind
from documents.bundle import (
    BundleDocument,
    BundleRefused,
    BundleSpec,
    Figure,
    Section,
    build_bundle,
    plan_pages,
)
from documents.papers.checks import money as money_words
from documents.papers.data import HearingData
from documents.papers.layout import pages
from documents.papers.render import PAPERS, PaperRefused, Rendered
from documents.papers.template import clock, weekday_date

PLANS = 4


@dataclass(frozen=True)
class Built:
    """A finished bundle; `figure_pence` is the arrears that all of it states as at the day it was made."""

    pdf: bytes
    file_name: str
    figure_pence: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Day:
    """What is made for a hearing bundle: the case's figure, the papers by section, what the officer is told of them."""

    figure_pence: int
    found: dict[str, list[BundleDocument]]
    cautions: tuple[str, ...]


def build(source: Source, line: About, maker: Maker, *, file_name: str) -> Built:
    """Make the hearing bundle as one file, whatever its size. Raises BundleRefused with every reason at once.

    Requests of older histories are made so; newer ones are built by `bundles.write`.
    """
    day = of_the_day(source, line, maker)
    figure, found = day.figure_pence, day.found
    for proof in contents.proofs(source, line, PaperKind.BUNDLE):
        pdf = maker.files.get(proof.file.sha256)
        if pdf.startswith(b"%PDF-"):
            found.setdefault(proof.section, []).append(BundleDocument(proof.title, proof.dated, pdf))
    spec = citing(source, line, _spec(source, line, found, figure, file_name), maker)
    states(spec, figure, {part.title for part in contents.hearing_parts(source, line) if part.fresh})
    return Built(build_bundle(spec).pdf, file_name, figure, day.cautions)


def of_the_day(source: Source, line: About, maker: Maker) -> Day:
    """The papers that are made for a hearing bundle or that it must have.

    Raises BundleRefused with every reason at once.
    """
    if line.claim is None or line.hearing is None or line.notice is None:
        raise BundleRefused([no("bundle.no_hearing", "No hearing is listed.", "List the hearing first.")])
    figure = paper_data(source, PaperKind.WITNESS_STATEMENT, line).arrears_pence
    found: dict[str, list[BundleDocument]] = {}
    reasons: list[Refusal] = []
    cautions: list[str] = []
    for part in contents.hearing_parts(source, line):
        try:
            pdf, made_from = _pdf(source, line, part, maker)
        except PaperRefused as refused:
            if part.must:
                reasons += [
                    no("bundle.part", f"{part.title}: {why}", "Record what is missing.") for why in refused.reasons
                ]
            continue
        found.setdefault(part.section, []).append(BundleDocument(title=part.title, dated=part.dated, pdf=pdf))
        if made_from:
            cautions.append(f"{part.title}: {made_from}")
    if reasons:
        raise BundleRefused(reasons)
    return Day(figure, found, tuple(cautions))


def _pdf(source: Source, line: About, part: Part, maker: Maker) -> tuple[bytes, str]:
    """The paper on file, or one made now from the record as it stands, and whose template that was if not ours."""
    on_file = None if part.fresh else contents.kept(source, part.kind, part.subject)
    if on_file is not None:
        return maker.files.get(on_file.sha256), ""
    if part.kept_only:
        raise PaperRefused(("It is not on file.",))
    if part.kind not in PAPERS:
        raise PaperRefused(("There is no template of it.",))
    made = _render(source, line, part.kind, part.subject, {}, maker)
    return made.pdf, made.made_from


def _render(source: Source, line: About, kind: str, subject: str, cited: dict[str, int], maker: Maker) -> Rendered:
    known = PaperKind(kind) if kind in PaperKind._value2member_map_ else PaperKind.WITNESS_STATEMENT
    about = About(subject, line.notice, line.claim, line.hearing, line.order, line.warrant)
    return maker.make(kind, paper_data(source, known, about, bundle_pages=cited))


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
        hearing=f"{weekday_date(hearing.on)} at {clock(hearing_of(line).at)}",
        title="Hearing bundle",
        file_name=file_name,
        made_on=source.today,
        arrears_pence=figure,
        figures=figures(source, line, titles),
        sections=tuple(
            Section(letter="ABCDEFGHIJ"[place], title=title, documents=tuple(documents))
            for place, (title, documents) in enumerate(found.items())
        ),
        chronology=tuple(chronology(source, line, titles)),
        sample=source.facts.sample,
    )


def hearing_of(line: About) -> HearingData:
    """The hearing as papers print it. The line has one."""
    assert line.hearing is not None
    return evidence.hearing_data(line.hearing)


def figures(source: Source, line: About, titles: set[str]) -> tuple[Figure, ...]:
    """What each paper that speaks of today says the arrears are."""
    kinds = ((SCHEDULE, PaperKind.RENT_SCHEDULE), (WITNESS, PaperKind.WITNESS_STATEMENT))
    hearing = line.hearing
    about = About(hearing.id if hearing else "", line.notice, line.claim, line.hearing, line.order, line.warrant)
    return tuple(
        Figure(title, paper_data(source, kind, about).arrears_pence) for title, kind in kinds if title in titles
    )


def states(spec: BundleSpec, figure: int, titles: set[str]) -> None:
    """Read every paper made for this bundle: each must print the figure. Raises BundleRefused naming the others.

    A bundle without a rent schedule states no figure.
    """
    if SCHEDULE not in {document.title for document in spec.documents}:
        return
    printed = "".join(money_words(figure).split())
    silent = [
        document.title
        for document in spec.documents
        if document.title in titles and not any(printed in page.text for page in pages(document.pdf))
    ]
    if silent:
        raise BundleRefused(
            [
                no(
                    "bundle.figure_missing",
                    f"{title} does not state the arrears of {money_words(figure)}.",
                    "Ask for the bundle again; if it is refused again, tell support staff.",
                )
                for title in silent
            ]
        )


def citing(source: Source, line: About, spec: BundleSpec, maker: Maker) -> BundleSpec:
    """The same bundle with the witness statement and the summary citing its own pages."""
    notice = line.notice
    cited = {each.mark: each.filed_as for each in witness.exhibits(source, line)}
    subject = line.hearing.id if line.hearing else ""
    found_at = [N119, N121, notice.kind.label if notice else "", SCHEDULE, CONDUCT, PART_3, WITNESS, PROTOCOL]
    seen: dict[str, int] = {}
    for _ in range(PLANS):
        plan = plan_pages(spec)
        if plan == seen:
            break
        seen = dict(plan)
        exhibits = {mark: plan[title] for mark, title in cited.items() if title in plan}
        if WITNESS in plan:
            spec = _with(spec, WITNESS, _render(source, line, "witness_statement", subject, exhibits, maker).pdf)
        if SUMMARY in plan:
            places = {title: plan[title] for title in found_at if title in plan}
            spec = _with(spec, SUMMARY, _render(source, line, "case_summary", subject, places, maker).pdf)
    return spec


def _with(spec: BundleSpec, title: str, pdf: bytes) -> BundleSpec:
    return replace(
        spec,
        sections=tuple(
            replace(s, documents=tuple(replace(d, pdf=pdf) if d.title == title else d for d in s.documents))
            for s in spec.sections
        ),
    )


def no(code: str, says: str, mend: str) -> Refusal:
    """One reason why there is no bundle."""
    return Refusal(code=code, says=says, mend=mend)
