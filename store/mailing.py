"""Which daily digests go out by mail, and when one is tried again. A digest is one message, and is sent once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select, update

from store.digests import still_shown
from store.tables import Account, DailyDigest

MOST_TRIES = 6
FIRST_WAIT = timedelta(minutes=1)
OLDEST = timedelta(days=2)


@dataclass(frozen=True)
class Letter:
    """A digest to be sent: to whom, and its lines as `store.digests` made them (kind, case_id, href, what, on)."""

    landlord: str
    user_id: str
    on: date
    to: str
    lines: tuple[dict[str, str], ...]

    @property
    def key(self) -> str:
        """Its one name, the same however often it is tried."""
        return f"{self.landlord}.{self.user_id}.{self.on.isoformat()}"


def wait_after(tries: int) -> timedelta:
    """How long after a try the next may come: a minute, then five times as long each time."""
    return FIRST_WAIT * 5 ** (tries - 1) if tries else timedelta()


async def take(session: AsyncSession, now: datetime, limit: int = 50) -> list[Letter]:
    """Take what is to be sent now, at most so many; nobody else is given it until its wait is over. What has been kept
    from somebody since is left out; where nothing is left, nothing is sent.

    A try is noted before it is made. So a digest whose sender dies is tried again, and a second sender finds nothing.
    """
    digest, person = col(DailyDigest.user_id), col(Account.user_id)
    found = await session.execute(
        select(DailyDigest, Account.email)
        .join(Account, person == digest)
        .where(
            col(DailyDigest.mailed_at).is_(None),
            DailyDigest.mail_tries < MOST_TRIES,
            DailyDigest.made_at > now - OLDEST,
            Account.email != "",
            col(Account.disabled).is_(False),
        )
        .order_by(col(DailyDigest.made_at), digest)
    )
    taken = []
    for row, address in found.all():
        if row.mail_tried_at is not None and row.mail_tried_at + wait_after(row.mail_tries) > now:
            continue
        done = await session.execute(
            update(DailyDigest)
            .where(
                *_is(row.landlord, row.user_id, row.on),
                col(DailyDigest.mail_tries) == row.mail_tries,
                col(DailyDigest.mailed_at).is_(None),
            )
            .values(mail_tries=row.mail_tries + 1, mail_tried_at=now)
            .returning(digest)
        )
        if done.first() is not None:
            lines = tuple((await still_shown(session, row.user_id))(row.lines))
            letter = Letter(row.landlord, row.user_id, row.on, address, lines)
            if lines:
                taken.append(letter)
            else:
                await sent(session, letter, now)
        if len(taken) >= limit:
            break
    return taken


async def sent(session: AsyncSession, letter: Letter, now: datetime) -> None:
    """The mail server took it."""
    await session.execute(
        update(DailyDigest).where(*_is(letter.landlord, letter.user_id, letter.on)).values(mailed_at=now)
    )


def _is(landlord: str, user_id: str, on: date) -> tuple[ColumnElement[bool], ...]:
    row = DailyDigest
    return col(row.landlord) == landlord, col(row.user_id) == user_id, col(row.on) == on
