"""Who is told that something went wrong in the works: the case's officer and the team leader."""

from datetime import date, datetime

from cases.events import AlarmRaised
from cases.words import Role


def told(officer: str, what: str, as_at: datetime, today: date) -> tuple[AlarmRaised, AlarmRaised]:
    """A message to each of the two. `as_at` is the aware instant at which it was found, `today` its day in London."""
    whom = ((Role.OFFICER, officer, "due"), (Role.TEAM_LEADER, None, "escalation"))
    first, second = (
        AlarmRaised(deadline_id="attention", level=level, due=as_at, to_role=role, to_user=user, title=what, on=today)
        for role, user, level in whom
    )
    return first, second
