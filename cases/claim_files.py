"""One file of many claims: which cases' data may go into it today, and for every other each reason why not."""

from collections.abc import Iterator
from datetime import datetime

from cases.available import MENDS
from cases.base import FileRef, Pence, TextRef, Value
from cases.commands import IssueClaim, RequestPaper
from cases.decide import decide
from cases.facts import Facts
from cases.gates import Question
from cases.instants import legal_day
from cases.paper_rules import DATA_OF
from cases.papers import may_make
from cases.refusals import Refusal
from cases.stages.paper_sent import newest_of, outdated
from cases.state import CaseState, Claim, PaperMade
from cases.words import Route

_TRIED = TextRef(id="", digest="")
_ABOUT_THE_ISSUE = ("route_not_open",)
"""Reasons about a field of the issue that are reasons against the file as well."""
_NOT_OF_THE_CASE = ("not_allowed",)


class FileRow(Value):
    """One case in a file of many: in it, or left out with every reason. `file` is what it brings where it is in."""

    case_id: str
    landlord: str = ""
    tenancy_ref: str = ""
    claim_id: str = ""
    paper_id: str = ""
    arrears_pence: Pence = 0
    refusals: tuple[Refusal, ...] = ()
    file: FileRef | None = None

    @property
    def included(self) -> bool:
        """Whether the claim goes into the file."""
        return self.file is not None and not self.refusals


def file_row(state: CaseState, facts: Facts, route: Route, as_at: datetime) -> FileRow:
    """What the case brings to a file for a route, or every reason why it may not today.

    Its claim is approved and not issued, could be issued by that route today, and its data was made from the facts as
    they are now.
    """
    row = FileRow(case_id=state.case_id, landlord=state.landlord, tenancy_ref=state.tenancy_ref)
    claim = next((c for c in reversed(state.claims) if c.live and c.issued_on is None), None)
    if claim is None:
        none = "The case has no claim that is prepared and not yet issued."
        return row.model_copy(update={"refusals": (_no("no_claim_ready", none, "Prepare its claim.", state),)})
    made = newest_of(state, DATA_OF[route], claim.id)
    refusals = tuple(_refusals(state, facts, route, claim, made, as_at))
    told = {"claim_id": claim.id, "arrears_pence": claim.arrears_pence, "refusals": refusals}
    if made is None or refusals:
        return row.model_copy(update=told)
    return row.model_copy(update=told | {"paper_id": made.id, "file": made.file})


def _refusals(
    state: CaseState, facts: Facts, route: Route, claim: Claim, made: PaperMade | None, as_at: datetime
) -> Iterator[Refusal]:
    kind = DATA_OF[route]
    found = {(r.code, r.says): r for r in may_make(state, facts, kind, claim.id, as_at)}
    issue = IssueClaim(
        claim_id=claim.id,
        route=route,
        route_reason=_TRIED,
        claim_number="-",
        court="-",
        issued_on=legal_day(as_at),
    )
    for refusal in decide(state, issue, facts, as_at).refusals:
        if (MENDS.counts(refusal) or refusal.code in _ABOUT_THE_ISSUE) and refusal.code not in _NOT_OF_THE_CASE:
            found.setdefault((refusal.code, refusal.says), refusal)
    yield from found.values()
    if made is None:
        yield _no("data_not_made", f"“{kind.label}” of claim {claim.id} was not made.", "Make it, and read it.", state)
        return
    why = outdated(Question(RequestPaper(paper=kind, subject=claim.id), state, facts, as_at), made)
    if why and "papers_stale" not in {code for code, _ in found}:
        yield _no("data_stale", why, "Make it again, and read it.", state)


def _no(code: str, says: str, mend: str, state: CaseState) -> Refusal:
    return Refusal(code=code, says=says, mend=mend, link=f"/cases/{state.case_id}/papers")
