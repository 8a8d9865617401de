"""A document put on the file: read with the real engine and record, told once, and there after a loss."""

import io

from activities import all_activities
from activities.context import Context
from cases.base import FileRef
from cases.commands import AddDocument
from cases.document_kinds import DocumentKind
from cases.instants import legal_day
from store import rebuild
from store.engine import readers
from tests.activities.made import LANDLORD
from tests.activities.sent import a_photograph, an_empty_pdf
from tests.temporal import Engine, now
from tests.workflows.acting import a_desk, until
from tests.workflows.walk import state_of, words


async def test_documents_are_read_or_refused_and_the_record_alone_makes_them_again(
    engine: Engine, context: Context, ref: str
) -> None:
    async with a_desk(engine, all_activities(context)) as desk:
        desk.landlord, desk.tenancy_ref = LANDLORD, ref
        await desk.open()
        today = legal_day(await now(desk.handle))
        for data in (a_photograph(), an_empty_pdf()):
            sha256, size = context.files.stage(io.BytesIO(data))
            add = AddDocument(
                document=DocumentKind.PHOTOGRAPH,
                on=today,
                title=await words(context, "The garden"),
                file=FileRef(sha256=sha256, size=size, name="sent", kind="photograph"),
            )
            first = await desk.act(add, key=f"{ref}-{sha256[:8]}")
            again = await desk.act(add, key=f"{ref}-{sha256[:8]}")
            assert again.decision == first.decision

        async def over() -> bool:
            return not any(document.waits for document in (await state_of(context, ref)).documents)

        await until(over)
        taken, refused = (await state_of(context, ref)).documents
        assert taken.file is not None
        assert context.files.get(taken.file.sha256).startswith(b"%PDF-")
        assert context.files.get(taken.original.sha256) == a_photograph()
        assert (taken.pages, taken.file.kind, refused.file) == (1, "photograph", None)
        assert refused.refused == "The PDF has no pages."
        async with readers(context.engine)() as session:
            assert await rebuild.agrees(session, f"{ref}-1")
