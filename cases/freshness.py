"""Papers that still wait to be used, held against the rent account as it stands: which of them state an old figure."""

from datetime import datetime

from cases.account import position
from cases.base import Pence, Value
from cases.facts import Facts
from cases.instants import legal_day
from cases.paper_rules import find
from cases.state import CaseState, Claim, Hearing, Notice, PaperMade, Warrant
from cases.words import PaperKind
from law.explained import pounds


class Stale(Value):
    """A paper whose figure is not the account's any more, in pence; `says` is why it has to be made again."""

    paper_id: str
    kind: PaperKind
    subject: str
    states_pence: Pence
    account_pence: Pence
    says: str


def stale_papers(state: CaseState, facts: Facts, as_at: datetime) -> tuple[Stale, ...]:
    """The newest of each paper that is still to be used and states other arrears than the account has today.

    A paper of a step that was taken (a notice given, a claim issued, a hearing held) states what was right then.
    """
    if state.closed is not None:
        return ()
    today = position(facts.postings, legal_day(as_at), facts.tenancy).rent_arrears_pence
    return tuple(
        Stale(
            paper_id=paper.id,
            kind=PaperKind(paper.kind),
            subject=paper.subject,
            states_pence=paper.figure_pence,
            account_pence=today,
            says=f"It states arrears of {pounds(paper.figure_pence)}; the account has {pounds(today)} today. "
            "Make it again before it is used.",
        )
        for paper in _newest(state)
        if paper.figure_pence is not None and paper.figure_pence != today and _ahead(state, paper)
    )


def _newest(state: CaseState) -> list[PaperMade]:
    made = {(paper.kind, paper.subject): paper for paper in state.papers if paper.file is not None}
    return [paper for paper in made.values() if not paper.stale and paper.kind in PaperKind.__members__.values()]


def _ahead(state: CaseState, paper: PaperMade) -> bool:
    """Whether the step that the paper is of is still to be taken."""
    item = find(state, paper.subject, PaperKind(paper.kind))
    match item:
        case Hearing():
            return item.outcome is None
        case Notice():
            return item.live and not item.services
        case Claim():
            return item.live and item.issued_on is None
        case Warrant():
            return item.live and item.requested_on is None
    return False
