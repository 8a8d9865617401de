"""How a correction is told: to people, to the officer, and on the papers that were made from the old fact."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from cases import setting
from cases.gates import Question
from cases.instants import LONDON, legal_day
from cases.recorded import Act
from cases.refusals import NotFound
from cases.stages import paperwork
from cases.state import CaseState, Correction, DateMoved
from cases.words import PaperKind
from law.explained import long_date, pounds

NEVER = "never happened"


def shown(value: Any) -> str:
    """A fact's value as people read it."""
    match value:
        case None | () | "":
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{value.astimezone(LONDON):%H:%M} on {long_date(legal_day(value))}"
        case date():
            return long_date(value)
        case time():
            return f"{value:%H:%M}"
        case int():
            return pounds(value)
        case tuple():
            return ", ".join(str(one) for one in value)
    return str(getattr(value, "label", None) or str(value).replace("_", " "))


def message(state: CaseState, act: Act, correction: Correction, moved: Sequence[DateMoved], papers: int) -> str:
    """What the officer is told: old and new, every date that moved, how many papers have to be made again."""
    told = f"{act.item}: {correction.title.lower()} put right from {correction.old} to {correction.new}"
    if act.command.kind in ("start_breathing_space", "start_hold") and correction.new == NEVER:
        told = setting.struck_out(act.item, correction.old)
    dates = setting.told(moved)
    made = f". {papers} paper{'' if papers == 1 else 's'} to be made again" if papers else ""
    closed = ". The case is closed: nothing is waited for again" if state.closed is not None else ""
    return f"{told}. {dates or 'No other date moved'}{made}{closed}"


def why_stale(act: Act, correction: Correction) -> str:
    """Why a paper no longer stands."""
    return f"{act.item}: {correction.title.lower()} was put right from {correction.old} to {correction.new}."


def differently_made(q: Question[Any], after: CaseState, kind: str, subject: str) -> bool:
    """Whether a paper would be made from other facts now."""
    paper = PaperKind(kind)
    before = paperwork.digest(q.case, q.facts, paper, subject)
    try:
        return before != paperwork.digest(after, q.facts, paper, subject)
    except NotFound:
        return True  # what it was about was never made
