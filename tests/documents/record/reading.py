"""A walked case read back as papers are made from it, and PDFs read back as a judge reads them."""

import io
from datetime import date

import pypdfium2 as pdfium
from sqlmodel import select

from activities.context import Context
from activities.making import Maker
from activities.papers import bundle
from activities.papers.about import about
from activities.papers.gather import paper_data
from activities.papers.source import Source, read
from cases.words import PaperKind
from documents.papers.own import Own
from documents.papers.render import render
from store import cases
from store.engine import sessions
from store.tables import Posting, Tenancy
from tests.activities.made import LANDLORD, Acting


async def source_of(desk: Acting) -> Source:
    """All that papers of the case are made from, as at its desk's instant."""
    async with sessions(desk.context.engine).begin() as session:
        state = await cases.load_state(session, desk.case_id)
        assert state is not None
        return await read(session, state, desk.at)


async def post(context: Context, on: date, paid_pence: int, source: str = "tenant") -> None:
    """A payment arrives on the rent account."""
    async with sessions(context.engine).begin() as session:
        home = (await session.execute(select(Tenancy))).scalar_one()
        session.add(
            Posting(
                tenancy_id=home.id or 0, posted_on=on, kind="payment", due_pence=0, paid_pence=paid_pence, source=source
            )
        )


def maker_of(context: Context) -> Maker:
    """What makes the papers of the made-up landlord."""
    return Maker(context.files, Own(context.files, LANDLORD))


def built(source: Source, context: Context, hearing: str) -> bundle.Built:
    """The hearing bundle."""
    return bundle.build(
        source, about(source.state, hearing), maker_of(context), file_name="T900001-1_hearing-bundle_2026-12-28.pdf"
    )


def paper(source: Source, kind: PaperKind, subject: str) -> str:
    """The words of one paper."""
    pdf = render(kind.value, paper_data(source, kind, about(source.state, subject))).pdf
    return " ".join(pages(pdf))


def pages(pdf: bytes) -> list[str]:
    """The words of each page, a single blank between them."""
    document = pdfium.PdfDocument(io.BytesIO(pdf))
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()
