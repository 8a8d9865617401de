"""What happened on a case since somebody looked at it: for an act that came too late, and a form begun before."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.pages import history, money_told
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
