"""The bundle of a case: its contents by rule, as its officer adjusted them, written to files and inspected.

A hearing bundle's papers of the day are made for it, so that one figure runs through it and the witness statement cites
pages of this very bundle. Every other kind holds what is on file.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from activities.making import Maker
from activities.papers import bundle, contents, included
from activities.papers.about import About
from activities.papers.adjusted import arranged, painted, put_in
from activities.papers.chronology import SCHEDULE, chronology
from activities.papers.contents import Filed
from activities.papers.gather import paper_data
from activities.papers.source import Source
from cases.state import BundleEntry, BundleVolume, PaperMade
from cases.words import PaperKind
from documents.bundle import (
    BundleDocument,
    BundleRefused,
    BundleSpec,
    Section,
    Shelf,
    Written,
    add_late,
    redacted_spec,
    write_bundle,
)
from documents.bundle.assemble import Tell, hash_file
from documents.bundle.spec import LARGEST_MB, BundleKind
from documents.files import FileStore
from documents.papers.template import clock, long_date, weekday_date

_KINDS: dict[PaperKind, BundleKind] = {
    PaperKind.BUNDLE: "hearing",
    PaperKind.APPLICATION_BUNDLE: "application",
    PaperKind.WARRANT_BUNDLE: "warrant",
    PaperKind.OMBUDSMAN_BUNDLE: "ombudsman",
    PaperKind.SUBJECT_ACCESS_BUNDLE: "subject_access",
}


@dataclass(frozen=True)
class Built:
    """A bundle in files. `unfit`: what the inspection of the files cannot see and still keeps it from being ready."""

    written: Written
    figure_pence: int | None
    cautions: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
    photographs: frozenset[str] = frozenset()
    earlier_volumes: tuple[BundleVolume, ...] = ()
    earlier_entries: tuple[BundleEntry, ...] = ()


def write(source: Source, line: About, kind: PaperKind, maker: Maker, folder: Path, tell: Tell) -> Built:
    """Make the files of the bundle in `folder`. Raises BundleRefused with every reason at once; what `tell` raises."""
    tell(0, 1, "Making the papers of the day")
    files = maker.files
    figure: int | None = None
    found: dict[str, list[BundleDocument]] = {}
    cautions: tuple[str, ...] = ()
    taken: frozenset[tuple[str, str]] = frozenset()
    fresh: set[str] = set()
    if kind is PaperKind.BUNDLE:
        day = bundle.of_the_day(source, line, maker)
        figure, found, cautions = day.figure_pence, day.found, day.cautions
        parts = contents.hearing_parts(source, line)
        taken = frozenset((part.kind, part.subject) for part in parts)
        fresh = {part.title for part in parts if part.fresh}
    cautions += _add_filed(source, line, kind, files, found, taken)
    photographs = frozenset(d.title for documents in found.values() for d in documents if d.photograph)
    ordered = arranged(source, kind, found)
    if not ordered:
        raise BundleRefused([bundle.no("bundle.empty", "Nothing is on file for it.", "Make its papers first.")])
    spec = _spec(source, line, kind, ordered, figure)
    if kind is PaperKind.BUNDLE:
        spec = bundle.citing(source, line, spec, maker)
        bundle.states(spec, figure or 0, fresh)
    unfit: tuple[str, ...] = ()
    hidden, boxes = source.lines(source.details.hide), painted(source, spec)
    if hidden or boxes:
        spec, unsearched = redacted_spec(spec, hidden, boxes)
        unfit = tuple(_unsearched(title, pages) for title, pages in unsearched.items()) if hidden else ()
        cautions += ("This is a redacted copy: pages on which something was hidden are pictures of themselves.",)
    shelf = Shelf(files.facts)
    earlier = _earlier(source)
    if earlier is None or earlier.bundle is None:
        written = write_bundle(spec, folder, shelf=shelf, tell=tell)
        return Built(written, figure, cautions, unfit, photographs)
    before = earlier.bundle
    late = _late(source, spec, {entry.title for entry in before.entries}, len(source.state.papers))
    seen = frozenset(
        page for entry in before.entries if entry.photograph for page in range(entry.first_page, entry.last_page + 1)
    )
    last = before.volumes[-1]
    shown = frozenset(page - last.first_page + 1 for page in seen if page >= last.first_page)
    written = add_late(files.path(last.file.sha256), late, folder, shelf=shelf, photographs=shown, tell=tell)
    return Built(written, figure, cautions, unfit, photographs, before.volumes[:-1], before.entries)


def _add_filed(
    source: Source,
    line: About,
    kind: PaperKind,
    files: FileStore,
    found: dict[str, list[BundleDocument]],
    taken: frozenset[tuple[str, str]],
) -> tuple[str, ...]:
    """Put what is on file into its sections; what cannot go in is said."""
    cautions = list(included.cautions(source, kind))
    filed: list[Filed] = [
        *contents.on_file(source, kind, taken),
        *contents.proofs(source, line, kind),
        *included.filed(source, line, kind),
    ]
    there = {each.file.sha256 for each in filed}
    filed += [each for each in put_in(source, kind, taken) if each.file.sha256 not in there]
    titles = {d.title for documents in found.values() for d in documents}
    for each in sorted(filed, key=lambda one: one.dated):
        title, again = each.title, 1
        while title in titles:
            again += 1
            title = f"{each.title} ({again})"
        path = files.path(each.file.sha256)
        if not path.is_file() or hash_file(path) != each.file.sha256:
            says = f"The file of “{title}” is missing or is no longer what was stored."
            raise BundleRefused([bundle.no("bundle.file", says, "Make or upload it again, and tell support staff.")])
        with path.open("rb") as stored:
            if stored.read(5) != b"%PDF-":
                cautions.append(f"“{title}” is not a PDF and is not in the bundle: upload it as PDF.")
                continue
        titles.add(title)
        made = BundleDocument(title, each.dated, path=path, sha256=each.file.sha256, photograph=each.photograph)
        found.setdefault(each.section, []).append(made)
    return tuple(cautions)


def _spec(
    source: Source,
    line: About,
    kind: PaperKind,
    ordered: list[tuple[str, tuple[BundleDocument, ...]]],
    figure: int | None,
) -> BundleSpec:
    titles = {document.title for _, documents in ordered for document in documents}
    data = paper_data(source, PaperKind.BUNDLE, line)
    claim, hearing = line.claim, line.hearing
    court = kind not in (PaperKind.OMBUDSMAN_BUNDLE, PaperKind.SUBJECT_ACCESS_BUNDLE)
    shown = bundle.hearing_of(line) if kind is PaperKind.BUNDLE else None
    name = "hearing-bundle" if kind is PaperKind.BUNDLE else kind.value.replace("_", "-")
    return BundleSpec(
        case_id=source.state.case_id,
        claim_number=(claim.claim_number if claim and claim.claim_number else "not yet issued") if court else "",
        court_name=data.court_name if court else "",
        claimant=data.landlord.name,
        defendants=tuple(person.full_name for person in data.tenants),
        hearing=f"{weekday_date(hearing.on)} at {clock(shown.at)}" if hearing and shown else "",
        title=kind.label,
        file_name=f"{source.state.case_id}_{name}_{source.today.isoformat()}.pdf",
        made_on=source.today,
        arrears_pence=figure or 0,
        figures=bundle.figures(source, line, titles) if kind is PaperKind.BUNDLE else (),
        sections=tuple(
            Section(letter="ABCDEFGHIJKLMNOP"[place], title=title, documents=documents)
            for place, (title, documents) in enumerate(ordered)
        ),
        chronology=tuple(chronology(source, line, titles)),
        kind=_KINDS[kind],
        largest_mb=source.details.largest_mb or LARGEST_MB,
        coarsen=True,
        sample=source.facts.sample,
    )


def _unsearched(title: str, pages: tuple[int, ...]) -> str:
    places = ", ".join(str(page) for page in pages)
    return (
        f"“{title}” has pages that are pictures and cannot be searched for the words to hide (its pages {places}). "
        "Run text recognition on it, or leave it out."
    )


def _earlier(source: Source) -> PaperMade | None:
    """The bundle that late pages are to be added to. Raises BundleRefused where there is no such."""
    wanted = source.details.late_to
    if not wanted:
        return None
    for paper in source.state.papers:
        if paper.id == wanted and paper.bundle is not None and paper.bundle.volumes:
            return paper
    says = f"{wanted} is not a bundle that was made on this case."
    raise BundleRefused([bundle.no("bundle.late_to", says, "Choose a bundle from the list of papers.")])


def _late(source: Source, spec: BundleSpec, known: set[str], number: int) -> BundleSpec:
    """Only what the earlier bundle lacks, and the rent account as it now is. Raises BundleRefused if none."""
    documents: list[BundleDocument] = []
    for document in spec.documents:
        title = document.title
        if title == SCHEDULE:
            title = f"{SCHEDULE} to {long_date(source.today)}"
        if title not in known:
            documents.append(replace(document, title=title))
    if not documents:
        says = "Everything on file is in that bundle already."
        raise BundleRefused([bundle.no("bundle.nothing_late", says, "Put the late paper on file first.")])
    day = long_date(source.today)
    return replace(
        spec,
        title=f"{spec.title}: late pages",
        index_title=f"Index of late pages added on {day}",
        file_name=spec.file_name.replace(".pdf", f"_v{number}.pdf"),
        sections=(Section(f"L{number}", f"Late pages, {day}", tuple(documents)),),
        chronology=(),
        figures=(),
    )
