"""Making a requested paper: gates once more, facts from the record, rendering, the file store. Made again, the same."""

import asyncio
from dataclasses import dataclass, replace

from temporalio import activity

from activities.context import Context
from activities.contract import MAKE_PAPER, PaperInput, PaperResult
from activities.failures import told_apart
from activities.making import Maker, making
from activities.papers import bundle, claim_data, money, online, packs
from activities.papers.about import about
from activities.papers.gather import paper_data
from activities.papers.source import Source, read
from cases.base import FileRef
from cases.paper_rules import DATA
from cases.papers import may_make
from cases.refusals import CaseError, Refusal
from cases.state import CaseState, PaperDetails, PaperMade
from cases.words import PaperKind
from documents.papers.render import PAPERS, PaperRefused
from law.errors import LawError
from store import cases
from store.engine import transaction
from store.errors import NotThere

SECONDS_A_PAPER = 570.0


@dataclass(frozen=True)
class Made:
    """A made paper: a PDF, or a file of data. `figure_pence` is the arrears it states, None where it states none."""

    content: bytes
    name: str
    figure_pence: int | None
    cautions: tuple[str, ...] = ()


class MakePaper:
    """The activity, with what it works on."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=MAKE_PAPER)
    async def make_paper(self, asked: PaperInput) -> PaperResult:
        """The stored file, or in plain words why there is none. A paper that is on the record is not made again."""
        async with told_apart(SECONDS_A_PAPER):
            async with transaction(self._context.reading) as session:
                state = await cases.load_state(session, asked.case_id)
                paper = next((p for p in state.papers if p.id == asked.paper_id), None) if state else None
                if state is None or paper is None:
                    raise NotThere(asked.paper_id)
                if paper.file is not None:
                    return PaperResult(file=paper.file, figure_pence=paper.figure_pence, cautions=paper.cautions)
                source = replace(await read(session, state, asked.as_at), details=paper.details or PaperDetails())
            reasons = may_not(state, source, asked)
            if reasons:
                return PaperResult(failed=" ".join(reasons))
            self._context.reached(f"make_paper {state.tenancy_ref} before render")
            try:
                # Rendering holds the processor; the loop must stay free to show life.
                async with making(self._context, state.landlord) as maker:
                    made = await asyncio.to_thread(_make, source, asked, paper, maker)
            except (PaperRefused, CaseError, LawError) as refusal:
                return PaperResult(failed=reasons_of(refusal))
            stored = await asyncio.to_thread(
                self._context.files.put, made.content, name=made.name, kind=asked.paper.value
            )
            self._context.reached(f"make_paper {state.tenancy_ref} stored")
            file = FileRef(sha256=stored.sha256, size=stored.size, name=stored.name, kind=stored.kind)
            return PaperResult(file=file, figure_pence=made.figure_pence, cautions=made.cautions)


def may_not(state: CaseState, source: Source, asked: PaperInput) -> list[str]:
    """Every reason against making the paper now: the gates of its asking, the approved figure, the details."""
    reasons = [_whole(r) for r in may_make(state, source.facts, asked.paper, asked.subject, asked.as_at)]
    line = about(state, asked.subject, asked.paper)
    day, approved = money.figure_day(asked.paper, line, source.today)
    changed = money.disagreement(source, day, approved) if money.rent_matters(source, asked.paper, line) else None
    return [*reasons, changed] if changed else reasons


def _make(source: Source, asked: PaperInput, paper: PaperMade, maker: Maker) -> Made:
    line = about(source.state, asked.subject, asked.paper)
    name = f"{asked.case_id}_{asked.paper.value}_{source.today.isoformat()}.pdf"
    if asked.paper is PaperKind.BUNDLE:
        built = bundle.build(source, line, maker, file_name=name.replace("_bundle_", "_hearing-bundle_"))
        return Made(built.pdf, built.file_name, built.figure_pence, built.cautions)
    if asked.paper in DATA:
        content, data, checks = claim_data.file_of(source, asked.paper, line, paper.facts_digest)
        owed = data.arrears_pence if money.rent_matters(source, asked.paper, line) else None
        cautions = (*online.cautions(source, asked.paper, data), *checks)
        return Made(content, claim_data.name_of(asked.paper, asked.case_id, source.today), owed, cautions)
    if asked.paper.value not in PAPERS:
        raise PaperRefused((f"There is no template of the paper '{asked.paper.label}'.",))
    data = paper_data(
        source,
        asked.paper,
        line,
        digest=paper.facts_digest,
        pages_of=lambda file: packs.page_count(maker.files.get(file.sha256)),
    )
    made = maker.make(asked.paper.value, data)
    figure = data.arrears_pence if money.rent_matters(source, asked.paper, line) else None
    cautions = (*made.cautions, *online.cautions(source, asked.paper, data))
    return Made(made.pdf, name, figure, tuple(dict.fromkeys(cautions)))


def _whole(refusal: Refusal) -> str:
    """What is wrong and what mends it: a paper that was not made shows nothing else to its officer."""
    return f"{refusal.says} {refusal.mend}".strip()


def reasons_of(refusal: PaperRefused | CaseError | LawError) -> str:
    """Every reason in one text, each with its mend."""
    if isinstance(refusal, PaperRefused):
        return " ".join(refusal.reasons)
    if isinstance(refusal, CaseError):
        return " ".join(_whole(r) for r in refusal.refusals)
    return f"{refusal.rule} {refusal.mend}"
