"""A person's dates as a calendar feed under a secret address, and the digests of their days."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.pages.render import page
from api.problems import not_found
from api.security.people import STAFF, User, allow, public
from api.web import TheWeb
from store import appointments, clock, digests, feeds, landlords, pipeline
from store.appointments import Appointment
from store.pipeline import ForecastRow
from store.veil import every_kept_from, look_as, unsaid

router = APIRouter()
Staff = Annotated[User, Depends(allow(*STAFF))]
AHEAD = timedelta(days=366)
MOST = 1_000
_WORD = re.compile(r"[A-Za-z0-9_-]{43}")


@router.get("/calendar/{word}.ics", dependencies=[Depends(public)])
async def feed(word: str, web: TheWeb) -> Response:
    """The dates of a person's open cases, for a calendar that knows the secret address. Case ids, never names."""
    if not _WORD.fullmatch(word):
        raise not_found("calendar")
    rows: list[ForecastRow] = []
    ahead: list[Appointment] = []
    async with web.reading() as session:
        owner = await feeds.owner_of(session, word)
        if owner is None:
            raise not_found("calendar")
        look_as(session, owner.user_id)
        for each in await landlords.every(session):
            if owner.landlord in (None, each.slug):
                today = await clock.today(session, each.slug)
                rows += await pipeline.forecast(session, each.slug, today + AHEAD, officer=owner.user_id, limit=MOST)
                ahead += await appointments.appointments(session, each.slug, owner.user_id, today)
        kept = await every_kept_from(session, owner.user_id)
    rows = [replace(row, title=unsaid(row.title, kept)) for row in rows]
    return Response(calendar(rows, datetime.now(UTC), ahead), media_type="text/calendar; charset=utf-8")


@router.get("/calendar")
async def settings(request: Request, web: TheWeb, user: Staff) -> Response:
    """Open or close one's own feed, and read the days' digests."""
    return await _settings(request, web, user, "")


@router.post("/calendar")
async def change(request: Request, web: TheWeb, user: Staff) -> Response:
    """A new secret address, shown once; or none any more."""
    form = await request.form()
    word = ""
    async with web.writing() as session:
        if form.get("end") == "yes":
            await feeds.end(session, user.user_id)
        else:
            word = await feeds.renew(session, user.user_id)
    return await _settings(request, web, user, word)


async def _settings(request: Request, web: TheWeb, user: User, word: str) -> Response:
    async with web.reading() as session:
        made = await feeds.made_at(session, user.user_id)
        owners = [each.slug for each in await landlords.every(session) if user.works_for(each.slug)]
        days = await digests.of(session, user.user_id, owners)
    address = f"{str(request.base_url).rstrip('/')}/calendar/{word}.ics" if word else ""
    return page(request, "calendar.html", user, address=address, made=made, days=days)


def calendar(rows: Iterable[ForecastRow], now: datetime, ahead: Iterable[Appointment] = ()) -> str:
    """The dates as iCalendar (RFC 5545): one all-day event each, told again under the same UID when it moves. Hearings
    and evictions are events at their time, with the court as their place."""
    stamp = now.strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Due Course//Dates//EN", "CALSCALE:GREGORIAN"]
    for row in rows:
        late = " (late)" if row.spoken else ""
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_plain(f'{row.case_id}.{row.deadline_id}')}@duecourse",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{_day(row.on)}",
            f"DTEND;VALUE=DATE:{_day(row.on + timedelta(days=1))}",
            f"SUMMARY:{_plain(f'{row.case_id}: {row.title}{late}')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    for one in ahead:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_plain(f'{one.case_id}.{one.item}')}@duecourse",
            f"DTSTAMP:{stamp}",
            f"DTSTART:{_instant(one.starts)}",
            f"DTEND:{_instant(one.ends)}",
            f"SUMMARY:{_plain(f'{one.case_id}: {one.title}')}",
            f"LOCATION:{_plain(one.place)}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _day(on: date) -> str:
    return on.strftime("%Y%m%d")


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _plain(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(escaped.split())


def _folded(line: str) -> str:
    """No line is longer than 75 octets; what is longer goes on after a space."""
    parts, rest = [], line.encode()
    while len(rest) > 74:
        cut = 74
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(rest[:cut].decode())
        rest = rest[cut:]
    return "\r\n ".join([*parts, rest.decode()])
