"""Papers of a money case: what is offered, what stops one, what it is made from, and whether it still stands."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from cases import account
from cases.commands import PaperDone
from cases.gates import Gate
from cases.instants import legal_day
from cases.money.asking import Ask, gate, reasons
from cases.money.asking import hold as must_pass
from cases.money.commands import RequestMoneyPaper, SendLetterOfClaim
from cases.money.events import MoneyEvent, MoneyPaperChanged
from cases.money.facts import MoneyFacts
from cases.money.opening import located
from cases.money.state import Judgment, MoneyClaim, MoneyState, Trace
from cases.money.words import DebtKind, MoneyPaper, Response
from cases.refusals import CaseError, Refusal
from cases.state import PaperMade
from law.explained import long_date, pounds

PAPER = ("request_money_paper",)
WHOLE_CASE = "case"
OF_JUDGMENTS = frozenset(
    {MoneyPaper.N225, MoneyPaper.N323, MoneyPaper.N337, MoneyPaper.N316, MoneyPaper.N349, MoneyPaper.N379}
)
"""The requests for a judgment and for enforcing one: what they state is the judgment's, not the account's."""
ADDRESSED = OF_JUDGMENTS | {MoneyPaper.LETTER_OF_CLAIM, MoneyPaper.N1, MoneyPaper.N1_PARTICULARS}


class Figure(NamedTuple):
    """The debt that a paper states, in pence, and the day it is of; `fixed` where the record settled both before."""

    on: date
    pence: int
    fixed: bool


def offered(state: MoneyState) -> tuple[tuple[MoneyPaper, str], ...]:
    """The papers that can be made, each with its subject: the letter about to go, each letter sent, each live claim."""
    if state.closed is not None:
        return ()
    found = [
        (paper, claim.id)
        for claim in reversed(state.claims)
        if claim.live
        for paper in (MoneyPaper.N1, MoneyPaper.N1_PARTICULARS)
    ]
    found += [(MoneyPaper.N225, claim.id) for claim in reversed(state.claims) if _awaits_judgment(state, claim)]
    found += [
        (paper, way.id)
        for way in reversed(state.enforcements)
        if way.live
        for paper in OF_JUDGMENTS - {MoneyPaper.N225}
        if paper.value == way.form.lower()
    ]
    found += [(MoneyPaper.LETTER_OF_CLAIM, letter.id) for letter in reversed(state.letters)]
    if not any(claim.live for claim in state.claims) and not state.judgments:
        found.append((MoneyPaper.LETTER_OF_CLAIM, WHOLE_CASE))
    found.append((MoneyPaper.INCOME_AND_EXPENDITURE, WHOLE_CASE))
    return tuple(found)


def _awaits_judgment(state: MoneyState, claim: MoneyClaim) -> bool:
    """Whether judgment can be asked for without a hearing: served, and not answered or admitted in full."""
    judged = any(judgment.claim_id == claim.id for judgment in state.judgments)
    return claim.live and claim.served is not None and not judged and claim.response in (None, Response.ADMISSION)


def claim_of(state: MoneyState, subject: str) -> MoneyClaim | None:
    """The claim that a paper is about, or that its judgment was given on; None where it is about none."""
    judgment = judgment_of(state, subject)
    wanted = judgment.claim_id if judgment else subject
    return next((c for c in state.claims if c.id == wanted), None)


def judgment_of(state: MoneyState, subject: str) -> Judgment | None:
    """The judgment that a way of enforcing is about; None for anything else."""
    way = next((one for one in state.enforcements if one.id == subject), None)
    return next((one for one in state.judgments if way and one.id == way.judgment_id), None)


def figure(ask: Ask[Any], subject: str) -> Figure:
    """The debt that a paper about a letter, a claim or the whole case states."""
    letter = next((one for one in ask.case.letters if one.id == subject), None)
    claim = claim_of(ask.case, subject)
    if letter is not None:
        return Figure(letter.on, letter.owed_pence, True)
    if claim is not None:
        return Figure(claim.drafted_on, claim.owed_pence, True)
    return Figure(ask.today, ask.owed, False)


def found_at(state: MoneyState) -> dict[str, Trace]:
    """For each debtor whose present address was traced and recorded, the newest trace that found it."""
    return {t.debtor: t for t in state.traces if t.found and t.address is not None}


def without_address(state: MoneyState) -> tuple[str, ...]:
    """The debtors to whom no paper can be addressed: a sundry debtor lives in the home that the account is of."""
    if state.debt is DebtKind.SUNDRY:
        return ()
    known = found_at(state)
    written_to = located(state) if state.debt is DebtKind.FORMER_TENANT else state.tenants
    return tuple(who for who in written_to if who not in known)


def may_make(
    state: MoneyState, facts: MoneyFacts, paper: MoneyPaper, subject: str, as_at: datetime
) -> tuple[Refusal, ...]:
    """Every reason why the paper may not be made now; empty when it may. One that is being made already may."""
    ask = Ask(RequestMoneyPaper(paper=paper, subject=subject), state, facts, as_at)
    try:
        return tuple(r for r in reasons(GATES, ask) if r.code != "paper_pending")
    except CaseError as refused:
        return refused.refusals


def moved(state: MoneyState, facts: MoneyFacts, paper: PaperMade, as_at: datetime) -> str | None:
    """Why a paper that was made no longer stands, in words; None while the account still bears its figure."""
    if paper.file is None or paper.figure_pence is None or paper.subject != WHOLE_CASE:
        return None
    owed = Ask(None, state, facts, as_at).owed
    return None if owed == paper.figure_pence else _differs(paper.figure_pence, owed)


def request_money_paper(ask: Ask[RequestMoneyPaper]) -> Sequence[MoneyEvent]:
    """A paper is asked for; it is made from the record."""
    must_pass(GATES, ask)
    c = ask.command
    made_from = f"{c.paper.value}|{c.subject}|{ask.case.revision}|{ask.owed}"
    paper = PaperMade(
        id=f"P{len(ask.case.papers) + 1}",
        kind=c.paper.value,
        subject=c.subject,
        requested_at=ask.as_at,
        requested_by=ask.actor,
        facts_digest=hashlib.sha256(made_from.encode()).hexdigest(),
    )
    return [MoneyPaperChanged(what="requested", paper=paper)]


def paper_done(ask: Ask[PaperDone]) -> Sequence[MoneyEvent]:
    """A paper was made, or could not be. One that is settled already stays as it is; a wrong figure is not kept."""
    c = ask.command
    paper = next((p for p in ask.case.papers if p.id == c.paper_id), None)
    if paper is None or paper.file is not None or paper.failed is not None:
        return []
    stated = figure(ask, paper.subject)
    wrong = stated.fixed and c.figure_pence is not None and c.figure_pence != stated.pence
    failed = c.failed or (_differs(c.figure_pence or 0, stated.pence) if wrong else None)
    if c.file is None or failed:
        return [MoneyPaperChanged(what="failed", paper=paper.model_copy(update={"failed": failed or "Not made."}))]
    came = {"file": c.file, "figure_pence": c.figure_pence, "cautions": c.cautions}
    return [MoneyPaperChanged(what="made", paper=paper.model_copy(update=came))]


def _differs(stated: int, now: int) -> str:
    return f"It states {pounds(stated)}; the record has {pounds(now)}. Make it again."


def _fits(ask: Ask[RequestMoneyPaper]) -> str | None:
    wanted = (ask.command.paper, ask.command.subject)
    return None if wanted in offered(ask.case) else "There is nothing to make it from."


def _not_pending(ask: Ask[RequestMoneyPaper]) -> str | None:
    c = ask.command
    same = [p for p in ask.case.papers if (p.kind, p.subject) == (c.paper.value, c.subject)]
    return "It is being made." if same and same[-1].file is None and same[-1].failed is None else None


def _to_the_penny(ask: Ask[RequestMoneyPaper]) -> str | None:
    stated = figure(ask, ask.command.subject)
    shown = ask.arrears_on(stated.on)
    if not stated.fixed or stated.pence == shown:
        return None
    return (
        f"{ask.command.subject} states {pounds(stated.pence)} on {long_date(stated.on)}; "
        f"the account now shows {account.told(shown)} for that day."
    )


def _owing(ask: Ask[RequestMoneyPaper]) -> str | None:
    return None if figure(ask, ask.command.subject).pence > 0 else "Nothing is owed on the account."


def _addressed(ask: Ask[RequestMoneyPaper]) -> str | None:
    if ask.command.paper not in ADDRESSED:
        return None
    if not located(ask.case):
        return "No present address is known of any debtor."
    unknown = without_address(ask.case)
    return f"The present address is not recorded of {', '.join(unknown)}." if unknown else None


def _the_letter_made(ask: Ask[SendLetterOfClaim]) -> PaperMade | None:
    """The newest letter of claim that was made to go out, if one was made since the last that went."""
    since = ask.case.letters[-1].on if ask.case.letters else date.min
    made = [
        p
        for p in ask.case.papers
        if p.kind == MoneyPaper.LETTER_OF_CLAIM.value
        and p.subject == WHOLE_CASE
        and p.file is not None
        and legal_day(p.requested_at) > since
    ]
    return made[-1] if made else None


def _letter_dated(ask: Ask[SendLetterOfClaim]) -> str | None:
    paper = _the_letter_made(ask)
    if paper is None or legal_day(paper.requested_at) == ask.command.on:
        return None
    dated = long_date(legal_day(paper.requested_at))
    return f"The letter that was made is dated {dated}, and is said to have gone on {long_date(ask.command.on)}."


def _letter_figure(ask: Ask[SendLetterOfClaim]) -> str | None:
    paper = _the_letter_made(ask)
    owed = ask.arrears_on(ask.command.on)
    if paper is None or paper.figure_pence in (None, owed):
        return None
    return f"The letter that was made states {pounds(paper.figure_pence or 0)}; the account shows {pounds(owed)}."


GATES: tuple[Gate[Any], ...] = (
    gate("no_paper", PAPER, "Is there something to make it from?", _fits, "Look at the papers that are offered."),
    gate("paper_pending", PAPER, "Is it not being made?", _not_pending, "Wait a moment."),
    gate("nothing_owed", PAPER, "Is something owed?", _owing, "There is nothing to ask for. Check the account."),
    gate(
        "figure_moved",
        PAPER,
        "Does the account bear its figure?",
        _to_the_penny,
        "Withdraw it and draft it again, or write again, so that every figure agrees.",
        "CPR 16.4",
        "B",
    ),
    gate(
        "no_address",
        PAPER,
        "Is there an address for each debtor?",
        _addressed,
        "Record a trace with the address that was found.",
        "CPR PD 16 para 2; Pre-Action Protocol for Debt Claims 3.2",
        "C",
    ),
)
LETTER_GATES: tuple[Gate[Any], ...] = (
    gate(
        "letter_dated",
        ("send_letter_of_claim",),
        "Does the letter bear the day it goes?",
        _letter_dated,
        "Make it again on the day it is sent.",
        "Pre-Action Protocol for Debt Claims 3.3",
        "C",
        "on",
    ),
    gate(
        "letter_figure",
        ("send_letter_of_claim",),
        "Does the letter state what the account shows?",
        _letter_figure,
        "Make it again, so that every figure agrees.",
        "Pre-Action Protocol for Debt Claims 3.1",
        "C",
        "on",
    ),
)
