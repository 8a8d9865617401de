"""The one place where legal days become instants and instants become legal days (Europe/London)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def start_of_day(day: date) -> datetime:
    """Midnight in London at which the day begins, as aware UTC."""
    return datetime.combine(day, time(0), LONDON).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """Midnight in London at which the day has wholly passed, as aware UTC."""
    return start_of_day(day + timedelta(days=1))


def legal_day(instant: datetime) -> date:
    """The day in London at an aware instant.

    Raises ValueError for an instant without a time zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant must carry its time zone")
    return instant.astimezone(LONDON).date()
