"""Setting a landlord's own rules from a day on, after they were tried on its open cases: for the page and the API."""

from datetime import date

from api.problems import Problem, invalid, not_found
from api.security.people import User
from api.web import Web
from cases.facts import Policy
from cases.policy_file import BadPolicy
from cases.refusals import Refusal
from cases.words import Role
from store import clock, policies, trying
from store.errors import NotThere

MAY_SET = (Role.TEAM_LEADER, Role.ADMINISTRATOR)


async def tried(web: Web, user: User, landlord: str, policy: Policy, day: date) -> trying.Trial:
    """What would be different on the landlord's open cases; nothing is set.

    Raises Problem where the landlord is not the person's, or the day has passed on its clock.
    """
    if not user.works_for(landlord):
        raise not_found("landlord")
    async with web.reading() as session:
        try:
            today = await clock.today(session, landlord)
        except NotThere:
            raise not_found("landlord") from None
        if day < today:
            mend = "What was decided then was decided under the old rules: choose today or later."
            raise invalid("day_passed", "That day has passed.", mend, "from")
        return await trying.on_open_cases(session, landlord, policy)


async def put(web: Web, user: User, landlord: str, policy: Policy, day: date, note: str) -> bool:
    """Have the rules hold from the day on; false where exactly these are set from that day already.

    The version keeps who set it, when, and the note.
    """
    async with web.writing() as session:
        known = await policies.versions(session, landlord)
        if any((each.first, each.policy, each.note) == (day, policy, note[:200]) for each in known):
            return False
        await policies.set_from(session, landlord, policy, day, by=user.user_id, note=note[:200])
    return True


def faulty(bad: BadPolicy) -> Problem:
    """Everything that is wrong with the rules, one reason each."""
    return Problem("invalid", [Refusal(code="bad_policy", says=each, mend="Correct it.") for each in bad.problems])
