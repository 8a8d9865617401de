"""Daily digests by mail, over a real connection to a mail server of the test's own."""

import asyncio
import smtplib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select

from cases.words import Role
from runtime import mailer
from runtime.settings import PREFIX, Settings, SettingsProblem, load
from store import accounts, landlords
from store.engine import readers, sessions
from store.tables import DailyDigest
from tests.databases import sqlite_database

MORNING = datetime(2026, 11, 24, 6, tzinfo=UTC)
LINES = [
    {
        "kind": "late",
        "case_id": "T900001-1",
        "href": "/cases/T900001-1",
        "what": "Serve the notice",
        "on": "2026-11-20",
    },
    {
        "kind": "approval",
        "case_id": "T900002-M1",
        "href": "/money-cases/T900002-M1",
        "what": "Claim C1 waits for approval",
        "on": "2026-11-24",
    },
]


class Sink:
    """A mail server that keeps what it is given, or turns it away with a code."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.turns_away = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        def say(text: str) -> None:
            writer.write(text.encode() + b"\r\n")

        say("220 sink")
        while line := (await reader.readline()).decode().strip():
            word = line.split(" ")[0].upper()
            if word == "EHLO":
                say("250 sink")
            elif word == "RCPT" and self.turns_away:
                say(self.turns_away)
            elif word == "DATA":
                say("354 go on")
                body = (await reader.readuntil(b"\r\n.\r\n"))[:-3]
                self.taken.append(message_from_bytes(body, _class=EmailMessage, policy=policy.default))
                say("250 taken")
            elif word == "QUIT":
                say("221 bye")
                break
            else:
                say("250 ok")
        writer.close()


@asynccontextmanager
async def a_sink() -> AsyncIterator[tuple[Sink, int]]:
    sink = Sink()
    server = await asyncio.start_server(sink.serve, "127.0.0.1", 0)
    async with server:
        yield sink, server.sockets[0].getsockname()[1]


@pytest_asyncio.fixture
async def engine(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A database with a digest for somebody who has an address, and for somebody who has none."""
    async with sqlite_database(tmp_path_factory.mktemp("mail"), tmp_path) as made:
        async with sessions(made).begin() as session:
            landlord = await landlords.ensure(session, "Sample Vale Homes", sample=True)
            for user, address in (("officer.a", "officer.a@example.org"), ("officer.b", "")):
                told = {"user_id": user, "username": user, "display_name": user, "password_hash": "x"}
                await accounts.create(session, role=Role.OFFICER, landlord=landlord, **told)
                await accounts.set_email(session, user, address)
                day = date(2026, 11, 24)
                session.add(DailyDigest(landlord=landlord, user_id=user, on=day, lines=LINES, made_at=MORNING))
        yield made


def settings_to(port: int, folder: Path) -> Settings:
    return load(
        data_dir=folder,
        smtp_host="127.0.0.1",
        smtp_port=port,
        smtp_security="none",
        mail_from="duecourse@example.org",
        public_url="https://cases.example.org/",
    )


async def test_a_digest_is_sent_once_to_whoever_has_an_address_and_names_no_tenant(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    async with a_sink() as (sink, port):
        settings = settings_to(port, tmp_path)
        assert await mailer.send_waiting(engine, settings, MORNING) == 1
        assert await mailer.send_waiting(engine, settings, MORNING + timedelta(days=1)) == 0
    (message,) = sink.taken
    assert message["To"] == "officer.a@example.org"
    assert message["Subject"] == "Due Course: 2 things on Tuesday 24 November 2026"
    body = message.get_content()
    assert "Late: case T900001-1. Serve the notice, Friday 20 November 2026." in body
    assert "https://cases.example.org/cases/T900001-1" in body
    assert "https://cases.example.org/money-cases/T900002-M1" in body
    assert "T900001" not in message["Subject"]


async def test_one_that_is_turned_away_is_tried_again_later_under_the_same_name_and_not_for_ever(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    seen: list[str] = []

    def note(message: EmailMessage, settings: Settings) -> None:
        seen.append(message["Message-ID"])
        raise smtplib.SMTPServerDisconnected

    async with a_sink() as (sink, port):
        settings = settings_to(port, tmp_path)
        sink.turns_away = "451 later"
        assert await mailer.send_waiting(engine, settings, MORNING) == 0
        assert await mailer.send_waiting(engine, settings, MORNING + timedelta(seconds=30), note) == 0
        assert seen == [], "its wait is not over"
        at = MORNING
        for minutes in (2, 6, 26, 126):
            at += timedelta(minutes=minutes)
            assert await mailer.send_waiting(engine, settings, at, note) == 0
        sink.turns_away = ""
        assert await mailer.send_waiting(engine, settings, at + timedelta(hours=11)) == 1
    assert len(set(seen)) == 1
    assert sink.taken[0]["Message-ID"] == seen[0]
    assert len(seen) == 4


async def test_a_sender_that_dies_on_the_way_leaves_the_digest_to_the_next_one(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    def die(message: EmailMessage, settings: Settings) -> None:
        raise KeyboardInterrupt

    async with a_sink() as (sink, port):
        settings = settings_to(port, tmp_path)
        with pytest.raises(KeyboardInterrupt):
            await mailer.send_waiting(engine, settings, MORNING, lambda m, s: die(m, s))
        assert await mailer.send_waiting(engine, settings, MORNING + timedelta(minutes=2)) == 1
    assert len(sink.taken) == 1


async def test_without_a_mail_server_nothing_is_sent_and_the_digest_is_only_shown(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    await asyncio.wait_for(mailer.keep_sending(engine, load(data_dir=tmp_path)), 5)
    async with readers(engine)() as session:
        rows = (await session.execute(select(DailyDigest))).scalars().all()
    assert [row.mail_tries for row in rows] == [0, 0]


@pytest.mark.parametrize(
    "given",
    [
        {"smtp_host": "mail.example.org"},
        {"smtp_host": "mail.example.org", "mail_from": "two words@example.org"},
        {"smtp_username": "me", "smtp_security": "none"},
    ],
)
def test_mail_that_could_not_be_sent_or_would_tell_a_password_is_refused_at_the_start(
    given: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(SettingsProblem, match=PREFIX):
        load(data_dir=tmp_path, **given)


@pytest.mark.parametrize("address", ["nobody", "a@b@c", "a b@example.org", "a@example.org\nBcc: c@example.org", "@x"])
async def test_what_is_no_address_is_not_kept(engine: AsyncEngine, address: str) -> None:
    async with sessions(engine).begin() as session:
        with pytest.raises(ValueError, match="not an e-mail address"):
            await accounts.set_email(session, "officer.a", address)
