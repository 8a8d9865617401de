"""Building a requested bundle: gates once more, its papers, its files, the inspection. Built again, the same files.

A bundle that fails a point of the court's guidance is kept from the officer: what fails, on which pages, and the mend.
"""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from temporalio import activity

from activities.context import Context
from activities.contract import BUILD_BUNDLE, PaperInput, PaperResult
from activities.failures import told_apart
from activities.make_paper import may_not, reasons_of
from activities.making import Maker, making
from activities.papers import bundles
from activities.papers.about import about
from activities.papers.source import Source, read
from cases.base import FileRef
from cases.refusals import CaseError
from cases.state import BundleEntry, BundleMade, BundlePoint, BundleVolume, PaperDetails, PaperMade
from documents.bundle import Written
from documents.bundle.redact import StillThere
from documents.files import FileStore
from documents.papers.render import PaperRefused
from documents.progress import Progress, ProgressBoard
from law.errors import LawError
from store import cases
from store.engine import transaction
from store.errors import NotThere

SECONDS_A_BUNDLE = 1_770.0


class Stopped(Exception):
    """Nobody wants the bundle any more."""


def progress_key(case_id: str, paper_id: str) -> str:
    """What the progress of a bundle is known by."""
    return f"{case_id}/{paper_id}"


class BuildBundle:
    """The activity, with what it works on."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=BUILD_BUNDLE)
    async def build_bundle(self, asked: PaperInput) -> PaperResult:
        """The stored files and what the inspection found, or in plain words why there are none."""
        async with told_apart(SECONDS_A_BUNDLE):
            async with transaction(self._context.reading) as session:
                state = await cases.load_state(session, asked.case_id)
                paper = next((p for p in state.papers if p.id == asked.paper_id), None) if state else None
                if state is None or paper is None:
                    raise NotThere(asked.paper_id)
                if paper.file is not None:
                    return PaperResult(file=paper.file, figure_pence=paper.figure_pence, bundle=paper.bundle)
                source = replace(await read(session, state, asked.as_at), details=paper.details or PaperDetails())
            reasons = may_not(state, source, asked)
            if reasons:
                return PaperResult(failed=" ".join(reasons))
            self._context.reached(f"build_bundle {state.tenancy_ref} before render")
            try:
                async with making(self._context, state.landlord) as maker:
                    result = await asyncio.to_thread(_build, source, asked, paper, maker)
            except (PaperRefused, CaseError, LawError) as refusal:
                return PaperResult(failed=reasons_of(refusal))
            except StillThere:
                return PaperResult(failed="Words to be hidden could still be read, so the redacted copy was not kept.")
            self._context.reached(f"build_bundle {state.tenancy_ref} stored")
            return result


def _build(source: Source, asked: PaperInput, paper: PaperMade, maker: Maker) -> PaperResult:
    board, key = ProgressBoard(maker.files.progress), progress_key(asked.case_id, asked.paper_id)

    def tell(done: int, of: int, what: str) -> None:
        if maker.stop.is_set():
            raise Stopped(asked.paper_id)
        board.tell(key, Progress(done, of, what))

    try:
        with tempfile.TemporaryDirectory(prefix="duecourse-bundle-") as name:
            line = about(source.state, asked.subject, asked.paper)
            built = bundles.write(source, line, asked.paper, maker, Path(name), tell)
            return _kept(built, asked.paper.value, maker.files)
    finally:
        board.over(key)


def _kept(built: bundles.Built, kind: str, files: FileStore) -> PaperResult:
    written = built.written
    failing = [*(_failing(point) for point in _points(written) if not point.passed), *built.unfit]
    points = _points(written)
    if failing:
        return PaperResult(failed=" ".join(failing), cautions=built.cautions, bundle=BundleMade(points=points))
    volumes = []
    for volume in written.volumes:
        stored = files.put(volume.path.read_bytes(), name=volume.file_name, kind=kind)
        file = FileRef(sha256=stored.sha256, size=stored.size, name=stored.name, kind=stored.kind)
        volumes.append(BundleVolume(file=file, first_page=volume.first_page, last_page=volume.last_page))
    made = BundleMade(
        volumes=(*built.earlier_volumes, *volumes),
        entries=(
            *built.earlier_entries,
            *(
                BundleEntry(
                    section=entry.section,
                    title=entry.title,
                    first_page=entry.first_page,
                    last_page=entry.last_page,
                    photograph=entry.title in built.photographs,
                )
                for entry in written.entries
            ),
        ),
        points=points,
        turned=written.turned,
        coarsened=written.coarsened,
    )
    return PaperResult(file=made.volumes[0].file, figure_pence=built.figure_pence, cautions=built.cautions, bundle=made)


def _points(written: Written) -> tuple[BundlePoint, ...]:
    many = len(written.volumes) > 1
    return tuple(
        BundlePoint(
            code=point.code,
            question=f"Volume {number}: {point.question}" if many else point.question,
            passed=point.passed,
            detail=point.detail,
            pages=tuple(page + volume.first_page - 1 for page in point.pages),
            authority=point.authority,
            confidence=point.confidence,
        )
        for number, volume in enumerate(written.volumes, 1)
        for point in volume.report.points
    )


def _failing(point: BundlePoint) -> str:
    where = f" Pages: {', '.join(str(page) for page in point.pages[:20])}." if point.pages else ""
    return f"The bundle fails the inspection: {point.question} {point.detail}{where}"
