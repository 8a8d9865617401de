"""Which cases are started again from the record: the open ones, and closed ones with a paper still to come."""

from cases.base import FileRef
from cases.events import CaseClosed, PaperChanged
from cases.evolve import apply
from cases.state import Closed, PaperMade
from cases.words import CloseResult
from store.cases import load_state, record
from store.recovery import closed_at_work, open_cases
from tests.store.made import LANDLORD, NOON, OFFICER, a_step, a_tenancy, an_opening
from tests.store.test_elsewhere import Sessions

FILE = FileRef(sha256="0" * 64, name="sample.pdf", kind="application/pdf", size=1)


def a_paper(file: FileRef | None = None, failed: str | None = None) -> PaperMade:
    return PaperMade(
        id="P1",
        kind="ombudsman_pack_cover",
        subject="case",
        requested_at=NOON,
        requested_by=OFFICER,
        facts_digest="",
        file=file,
        failed=failed,
    )


async def test_a_closed_case_is_at_work_while_a_paper_on_it_neither_came_nor_failed(writing: Sessions) -> None:
    async with writing.begin() as session:
        for number, paper in enumerate((a_paper(), a_paper(FILE), a_paper(failed="gone"), None), 1):
            ref = f"T{number}"
            await a_tenancy(session, ref)
            await record(session, an_opening(f"open {ref}", f"{ref}-1", ref))
            if paper is None:
                continue
            closed = Closed(result=CloseResult.WITHDRAWN, on=NOON.date())
            events = (CaseClosed(closed=closed), PaperChanged(what="requested", paper=paper))
            state = await load_state(session, f"{ref}-1")
            await record(session, a_step(f"close {ref}", apply(state, events), *events))
        assert [one.case_id for one in await closed_at_work(session, LANDLORD)] == ["T1-1"]
        assert [one.case_id for one in await open_cases(session, LANDLORD)] == ["T4-1"]
        assert await closed_at_work(session, "another") == []
