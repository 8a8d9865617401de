"""What happened on a case since somebody looked at it: for the answer to an act that came too late."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.pages.history import lines
from store import accounts, cases

MOST = 20


async def since(session: AsyncSession, case_id: str, revision: int) -> list[dict[str, Any]]:
    """Every step after a revision in plain words, the newest first: when, by whom, what. No free text."""
    events = [each for each in await cases.events_of(session, case_id) if each.revision > revision]
    told = lines(events, {}, await accounts.display_names(session))
    return [{"at": line.at, "by": line.who, "what": [line.what, *line.also]} for line in told[:MOST]]
