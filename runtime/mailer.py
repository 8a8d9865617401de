"""Daily digests by mail, for those who have an address: off until a mail server is named.

A message tells case references and what is due, with a link to each case. No tenant is named in it. Each has a
Message-ID of its own that stays the same when it is tried again, so that one which a server took, just as its sender
died, is known for the same.
"""

from __future__ import annotations

import asyncio
import logging
import smtplib
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage

from sqlalchemy.ext.asyncio import AsyncEngine

from law.explained import long_date
from runtime.settings import Settings
from store import mailing
from store.engine import sessions, transaction
from store.errors import Unavailable

EVERY_SECONDS = 60.0
PATIENCE_SECONDS = 20.0
_HEADS = {"escalation": "Escalated", "approval": "Waits for you", "late": "Late", "due": "Due"}
log = logging.getLogger(__name__)


def compose(letter: mailing.Letter, settings: Settings) -> EmailMessage:
    """The message of one digest: how much there is in its subject, a line and a link each in its body."""
    number = len(letter.lines)
    message = EmailMessage()
    message["Subject"] = f"Due Course: {number} {'thing' if number == 1 else 'things'} on {long_date(letter.on)}"
    message["From"] = settings.mail_from
    message["To"] = letter.to
    message["Message-ID"] = f"<{letter.key}@{settings.mail_from.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    told = [f"{number} {'thing' if number == 1 else 'things'} in Due Course on {long_date(letter.on)}:", ""]
    for line in letter.lines:
        on = datetime.fromisoformat(line["on"]).date()
        told += [
            f"{_HEADS.get(line['kind'], 'Told')}: case {line['case_id']}. {line['what']}, {long_date(on)}.",
            f"  {settings.public_address}{line['href']}",
            "",
        ]
    told.append("You get this once a day while there is something in it. An administrator sets where it goes.")
    message.set_content("\n".join(told))
    return message


def send(message: EmailMessage, settings: Settings) -> None:
    """Hand one message to the mail server. Raises OSError or smtplib.SMTPException."""
    secure = ssl.create_default_context()
    if settings.smtp_security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            settings.smtp_host, settings.smtp_port, timeout=PATIENCE_SECONDS, context=secure
        )
    else:
        server = smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=PATIENCE_SECONDS)
    with server:
        if settings.smtp_security == "starttls":
            server.starttls(context=secure)
        if settings.smtp_username:
            server.login(settings.smtp_username, settings.smtp_password.get_secret_value())
        server.send_message(message)


async def send_waiting(
    engine: AsyncEngine,
    settings: Settings,
    now: datetime,
    sending: Callable[[EmailMessage, Settings], None] = send,
) -> int:
    """Send what waits, each by itself; how many the server took. One it does not take is tried again later."""
    async with transaction(sessions(engine)) as session:
        letters = await mailing.take(session, now)
    done = 0
    for letter in letters:
        try:
            await asyncio.to_thread(sending, compose(letter, settings), settings)
        except (OSError, smtplib.SMTPException) as fault:
            # The server's words may repeat the address.
            log.warning("a digest was not taken by the mail server (%s) and is tried again", type(fault).__name__)
            continue
        async with transaction(sessions(engine)) as session:
            await mailing.sent(session, letter, now)
        done += 1
    return done


async def keep_sending(engine: AsyncEngine, settings: Settings, every: float = EVERY_SECONDS) -> None:
    """Send what waits, again and again, until cancelled. Does nothing where no mail server is named."""
    while settings.smtp_host:
        try:
            await send_waiting(engine, settings, datetime.now(UTC))
        except Unavailable:
            log.warning("digests wait: the record is away")
        except Exception as fault:
            # One digest that cannot be composed must not silence the rest for good; its text might name somebody.
            log.error("digests could not be sent: %s", type(fault).__name__)
        await asyncio.sleep(every)
