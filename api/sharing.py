"""Sharing out an officer's cases: who would get each, and then giving them."""

from api import acting
from api.bulk import MOST, Row, key_of
from api.problems import Problem, forbidden, invalid, not_found
from api.security.people import User
from api.sides import side_of
from api.web import Web
from cases.roles import may
from cases.sharing import Desk, Share, ToShare, share_out
from cases.words import Role
from store import accounts, pipeline


async def proposed(web: Web, user: User, landlord: str, leaver: str, to: tuple[str, ...] = ()) -> tuple[Share, ...]:
    """Who would get each open case of an officer; `to` narrows it to these colleagues. Raises Problem."""
    if not user.works_for(landlord):
        raise not_found("landlord")
    if not may(user.role, "reassign"):
        raise forbidden("Cases are given to others by a senior officer or a team leader.", "Ask one of them.")
    async with web.reading() as session:
        known = {each.user_id: Role(each.role) for each in await accounts.every(session, landlord=landlord)}
        able = await accounts.officers(session, landlord)
        rows = await pipeline.cases(session, landlord=landlord, limit=10_000)
    if leaver not in known:
        raise not_found("officer")
    strangers = [each for each in to if each not in able or each == leaver]
    if strangers:
        raise invalid("unknown_officer", f"{strangers[0]} cannot take these cases.", "Choose among the officers.", "to")
    wanted = to or tuple(who for who in able if who != leaver and known[who] is Role.OFFICER)
    leaving = [row for row in rows if row.officer == leaver]
    if len(leaving) > MOST:
        leaving = leaving[:MOST]
    desks = [
        Desk(
            user_id=who,
            load=sum(2 if row.at_risk else 1 for row in rows if row.officer == who),
            patches=tuple({row.patch for row in rows if row.officer == who and row.patch}),
        )
        for who in sorted(wanted)
    ]
    to_share = [ToShare(case_id=row.case_id, patch=row.patch, at_risk=bool(row.at_risk)) for row in leaving]
    return share_out(to_share, desks)


async def give(web: Web, user: User, shares: tuple[tuple[str, str], ...], key: str) -> list[Row]:
    """Give each case to its officer, given as (case, officer): one act a case, with a key of its own."""
    rows = []
    for case_id, officer in shares[:MOST]:
        row = Row(case_id=case_id, subject=officer, outcome="done", key=key_of(key, case_id, officer))
        try:
            sent = {"kind": "reassign", "officer": officer}
            done = await side_of(case_id).act(web, user, case_id, sent, row.key, None)
        except Problem as problem:
            row = row.model_copy(update={"outcome": "refused", "refusals": problem.refusals})
        else:
            if isinstance(done, acting.Pending):
                row = row.model_copy(update={"outcome": "not_known_yet"})
        rows.append(row)
    return rows
