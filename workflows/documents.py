"""Documents put on the file: which are still to be read, and what is recorded when one was read or cannot be."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from cases.commands import DocumentDone
    from cases.state import CaseState, Document
    from workflows import steps

GIVEN_UP = "It could not be read because of a fault in the works. Support staff can see it; send it again."


def done_key(state: CaseState, document: Document) -> str:
    """The key under which the end of the reading is recorded, once."""
    return f"{state.case_id}:{document.id}:done"


def waiting(state: CaseState) -> list[Document]:
    """Documents that were put on the file and neither read nor refused."""
    return [document for document in state.documents if document.waits]


async def take(case_id: str, document: Document, queue: str) -> tuple[DocumentDone, str | None]:
    """Have the document read; what is to be recorded of it, and the kind of fault if that was given up."""
    try:
        found = await steps.take_document(steps.DocumentInput(case_id=case_id, document_id=document.id), queue)
    except steps.NotRecorded as fault:
        return DocumentDone(document_id=document.id, refused=GIVEN_UP), fault.why
    return DocumentDone(document_id=document.id, **found.model_dump(exclude={"file"}), file=found.file), None
