"""A case whose run was lost goes on in another, from its record: that is told, and nothing else changes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from cases.commands import RunRecovered
from cases.events import AlarmRaised, CaseRecovered
from cases.instants import legal_day
from cases.words import Role

AS_IT_STOOD = frozenset({"run_recovered"})
"""Commands after which no date is worked out again: the case goes on waiting for exactly those it waited for."""

RAISED = {
    "not_started": "The workflow engine had lost this case, and it could not be started again by itself: "
    "run `duecourse recover`",
    "altered": "The record of this case was altered outside Due Course: run `duecourse doctor`",
    "mended": "What pages showed of this case was not what its record says; it was mended",
    "silent": "A date of this case passed without a word, and the case could not be woken: run `duecourse recover`",
}
"""What the daily sweep tells the administrator of a case, by code."""

TITLE = "The workflow engine had lost this case; it was started again from its record"


def run_recovered(q: Any) -> Sequence[CaseRecovered | AlarmRaised]:
    """That the run was started again; where the daily sweep did it by itself, the team leader is told.

    `q` is the question of either kind of case. A closed case has no run to miss.
    """
    command: RunRecovered = q.command
    if q.case.closed is not None:
        return []
    told = CaseRecovered(by=command.by)
    return [told, _message(q.as_at)] if command.by == "sweep" else [told]


def _message(as_at: datetime) -> AlarmRaised:
    return AlarmRaised(
        deadline_id="recovered",
        level="escalation",
        due=as_at,
        to_role=Role.TEAM_LEADER,
        title=TITLE,
        on=legal_day(as_at),
    )
