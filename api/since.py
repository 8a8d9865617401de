"""What happened on a case since somebody looked at it: for an act that came too late, and a form begun before."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.pages import history, money_told
from api.problems import Problem
from api.web import Web
from store import accounts, cases
from store.kinds import MONEY, POSSESSION

MOST = 20


async def since(session: AsyncSession, case_id: str, revision: int, kind: str = POSSESSION) -> list[dict[str, Any]]:
    """Every step after a revision in plain words, the newest first: when, by whom, what. No free text."""
    events = [each for each in await cases.events_of(session, case_id) if each.revision > revision]
    people = await accounts.display_names(session)
    if kind == MONEY:
        said = money_told.lines(events, None, people, {})
        return [{"at": at, "by": who, "what": [what]} for at, who, what in said[:MOST]]
    told = history.lines(events, {}, people)
    return [{"at": line.at, "by": line.who, "what": [line.what, *line.also]} for line in told[:MOST]]


async def telling(web: Web, problem: Problem, case_id: str, seen: int | None, kind: str = POSSESSION) -> Problem:
    """The problem; where it is that the case has moved on, with what happened after the revision that was seen."""
    if seen is None or all(refusal.code != "stale" for refusal in problem.refusals):
        return problem
    async with web.reading() as session:
        changed = await since(session, case_id, seen, kind)
    return Problem(problem.kind, problem.refusals, status=problem.status, changed=changed)
