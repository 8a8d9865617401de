"""Making a requested paper of a money case: gates once more, facts from the record, rendering, the file store."""

import asyncio
from typing import Any, cast

from temporalio import activity

from activities.context import Context
from activities.contract import MAKE_MONEY_PAPER, MoneyPaperInput, PaperResult
from activities.failures import told_apart
from activities.make_paper import SECONDS_A_PAPER, reasons_of
from activities.making import Maker, making
from activities.papers import source as reading
from activities.papers.debts import debt_data
from activities.papers.source import Source
from cases.base import FileRef
from cases.instants import legal_day
from cases.money import paperwork
from cases.money.facts import MoneyFacts
from cases.money.state import MoneyState
from cases.refusals import CaseError
from cases.state import PaperMade
from documents.papers.render import PaperRefused, Rendered
from law.errors import LawError
from store import cases, facts
from store.engine import transaction
from store.errors import NotThere


class MakeMoneyPaper:
    """The activity, with what it works on."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=MAKE_MONEY_PAPER)
    async def make_money_paper(self, asked: MoneyPaperInput) -> PaperResult:
        """The stored file, or in plain words why there is none. A paper that is on the record is not made again."""
        async with told_apart(SECONDS_A_PAPER):
            async with transaction(self._context.reading) as session:
                state = await cases.load_money(session, asked.case_id)
                paper = next((p for p in state.papers if p.id == asked.paper_id), None) if state else None
                if state is None or paper is None:
                    raise NotThere(asked.paper_id)
                if paper.file is not None:
                    return PaperResult(file=paper.file, figure_pence=paper.figure_pence, cautions=paper.cautions)
                # A reading needs of a case its account, its people and its words, which both kinds have.
                source = await reading.read(session, cast(Any, state), asked.as_at)
                known = await facts.gather_money(
                    session,
                    landlord=state.landlord,
                    tenancy_ref=state.tenancy_ref,
                    actor=reading.READER,
                    as_at=asked.as_at,
                )
                if known is None:
                    raise NotThere(state.tenancy_ref)
            refusals = paperwork.may_make(state, known, asked.paper, asked.subject, asked.as_at)
            if refusals:
                return PaperResult(failed=reasons_of(CaseError(refusals)))
            self._context.reached(f"make_money_paper {state.tenancy_ref} before render")
            try:
                # Rendering holds the processor; the loop must stay free to show life.
                async with making(self._context, state.landlord) as maker:
                    made, figure = await asyncio.to_thread(_make, state, source, known, asked, paper, maker)
            except (PaperRefused, CaseError, LawError) as refusal:
                return PaperResult(failed=reasons_of(refusal))
            name = f"{asked.case_id}_{asked.paper.value}_{legal_day(asked.as_at).isoformat()}.pdf"
            stored = await asyncio.to_thread(self._context.files.put, made.pdf, name=name, kind=asked.paper.value)
            self._context.reached(f"make_money_paper {state.tenancy_ref} stored")
            file = FileRef(sha256=stored.sha256, size=stored.size, name=stored.name, kind=stored.kind)
            return PaperResult(file=file, figure_pence=figure, cautions=made.cautions)


def _make(
    state: MoneyState, source: Source, known: MoneyFacts, asked: MoneyPaperInput, paper: PaperMade, maker: Maker
) -> tuple[Rendered, int]:
    data = debt_data(state, source, known, asked.paper, asked.subject, paper.facts_digest)
    barred = claim.barred_pence if (claim := paperwork.claim_of(state, asked.subject)) else 0
    return maker.make(asked.paper.value, data), data.arrears_pence + barred
