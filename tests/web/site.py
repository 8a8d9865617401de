"""The pages served for a browser: real HTTP, real database, the real step behind, cases at several stages."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, async_playwright
from sqlalchemy.ext.asyncio import AsyncEngine

from activities.context import Context
from cases.commands import ExpectBenefit, OfferArrangement
from cases.court_words import ArrangementKind
from cases.instants import legal_day
from documents.files import FileStore
from store import clock
from store.engine import sessions
from tests.activities.made import LANDLORD, Acting, an_opening, record
from tests.activities.road import to_a_listed_hearing
from tests.api.serving import PASSWORD, application, fill
from tests.databases import sqlite_database

CHROMIUM = Path("/usr/bin/chromium")
# A browser as root, without a display, that looks for nothing on the network by itself.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = (1280, 900)
PHONE = (390, 844)
WEEKS_WALKED = 5


@dataclass
class Site:
    """The served pages. `heard` is a case with a listed hearing; T900002 has no case yet."""

    url: str
    browser: Browser
    engine: AsyncEngine
    heard: str

    @asynccontextmanager
    async def visitor(
        self, username: str = "", size: tuple[int, int] = DESKTOP, scripts: bool = True
    ) -> AsyncIterator[Page]:
        """A browser window; signed in by the form if a username is given. Script errors fail the test."""
        width, height = size
        window: BrowserContext = await self.browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, base_url=self.url
        )
        page = await window.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda line: faults.append(line.text) if "Content Security" in line.text else None)
        try:
            if username:
                await page.goto("/sign-in")
                await page.fill("#username", username)
                await page.fill("#password", PASSWORD)
                await page.click("main button[type=submit]")
            yield page
            assert not faults, faults
        finally:
            await window.close()


@asynccontextmanager
async def served(
    templates: Path, folder: Path, also: Callable[[Context], Awaitable[None]] | None = None
) -> AsyncIterator[Site]:
    """The site, with a case walked to its hearing and the landlord's clock moved along with it; `also` adds more."""
    async with sqlite_database(templates, folder) as engine:
        await fill(engine, "T900001", "T900002", "T900003", *(("T900004",) if also else ()))
        if also:
            await also(Context(engine, FileStore(folder / "files")))
        desk = Acting(Context(engine, FileStore(folder / "files")), "T900001")
        await to_a_listed_hearing(desk)
        await _paying(desk)
        early = Acting(Context(engine, FileStore(folder / "files")), "T900003")
        await record(early.context, an_opening("open-3", "T900003"))
        async with sessions(engine).begin() as session:
            await clock.advance(session, LANDLORD, WEEKS_WALKED * 7)
        async with application(engine, folder) as (app, _), _listening(app) as url, async_playwright() as driver:
            browser = await driver.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
            try:
                yield Site(url, browser, engine, desk.case_id)
            finally:
                await browser.close()


async def _paying(desk: Acting) -> None:
    """An arrangement made after issue, with benefit that is expected."""
    today = legal_day(desk.at)
    agreed = OfferArrangement(
        arrangement=ArrangementKind.COURT,
        instalment_pence=2_000,
        frequency="weekly",
        first_payment=today,
        agreed_on=today,
    )
    await desk.act(agreed)
    await desk.act(ExpectBenefit(arrangement_id="R1", due_on=today, pence=9_000, source="hb"))


@asynccontextmanager
async def _listening(app: object) -> AsyncIterator[str]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off"))  # type: ignore[arg-type]
        running = asyncio.create_task(server.serve(sockets=[door]))
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            await running
