"""The application with its real database and the real step behind it, but no workflow engine between them."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
from argon2 import PasswordHasher
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from temporalio.testing import ActivityEnvironment

from activities.context import Context
from activities.contract import DocumentInput, PaperInput, StepInput, StepResult
from activities.make_paper import MakePaper
from activities.take_document import TakeDocument
from api.app import create_app
from cases.commands import Command, DeadlinePassed, DocumentDone, OpenCase, PaperDone
from cases.deadlines import next_alarm
from cases.state import CaseState
from cases.state import Person as Actor
from cases.words import PaperKind, Role
from documents.files import FileStore
from runtime.settings import Settings, new_key
from store import accounts, balances, cases, clock, housing, landlords
from store.engine import readers, sessions
from store.tables import Person, Tenancy
from tests.activities.made import LANDLORD, SYSTEM, TODAY, a_landlord, record
from workflows.messages import StepRequest, Wake

PASSWORD = "sample-only-pass"
OTHER_LANDLORD = "sample-other-council"
BASE = "http://test"
ACCOUNTS = (
    ("leader", "Lena Frost", Role.TEAM_LEADER, None),
    ("legal", "Leo Quill", Role.LEGAL, None),
    ("admin", "Ada Stone", Role.ADMINISTRATOR, None),
    ("elsewhere", "Ellis Ward", Role.OFFICER, OTHER_LANDLORD),
)
# The cheapest hash the checker accepts: tests sign in a hundred times.
_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


class NoEngine:
    """A gateway that takes each act straight to the step, makes papers at once, and lets deadlines speak on waking.

    `silent` answers nothing although the act is recorded, as when the engine's answer is late.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.silent = False
        self.away: Exception | None = None

    async def open_case(
        self, landlord: str, tenancy_ref: str, request: StepRequest, clock_offset: timedelta
    ) -> StepResult | None:
        return await self._put(landlord, tenancy_ref, None, request.key, request.command, request.actor, None)

    async def act(self, landlord: str, tenancy_ref: str, request: StepRequest) -> StepResult | None:
        async with readers(self._context.engine)() as session:
            known = await cases.cases_of(session, landlord, tenancy_ref)
        case_id = sorted(known)[-1]
        result = await self._put(
            landlord, tenancy_ref, case_id, request.key, request.command, request.actor, request.seen_revision
        )
        if result and result.decision.accepted:
            await self._papers(landlord, tenancy_ref, result)
        return result

    async def act_on_closed(self, state: CaseState, request: StepRequest, clock_offset: timedelta) -> StepResult | None:
        ref, command, actor = state.tenancy_ref, request.command, request.actor
        result = await self._put(
            state.landlord,
            ref,
            state.case_id,
            request.key,
            command,
            actor,
            request.seen_revision,
            after_closing=True,
        )
        if result and result.decision.accepted:
            await self._papers(state.landlord, ref, result)
        return result

    async def wake(self, cases: Iterable[tuple[str, str]], why: Wake) -> int:
        woken = list(cases)
        for landlord, tenancy_ref in woken:
            await self._deadlines(landlord, tenancy_ref)
        return len(woken)

    async def _put(
        self,
        landlord: str,
        tenancy_ref: str,
        case_id: str | None,
        key: str,
        command: Command,
        actor: Actor,
        seen: int | None,
        at: datetime | None = None,
        after_closing: bool = False,
    ) -> StepResult | None:
        if self.away:
            raise self.away
        if at is None:
            async with readers(self._context.engine)() as session:
                at = await clock.now(session, landlord)
        step = StepInput(
            key=key,
            landlord=landlord,
            tenancy_ref=tenancy_ref,
            case_id=None if isinstance(command, OpenCase) else case_id,
            seen_revision=seen,
            command=command,
            actor=actor,
            as_at=at,
            after_closing=after_closing,
        )
        result = await record(self._context, step)
        return None if self.silent else result

    async def _papers(self, landlord: str, tenancy_ref: str, result: StepResult) -> None:
        for event in result.decision.events:
            if event.kind == "document_changed" and event.what == "added":
                await self._document(landlord, tenancy_ref, str(result.case_id), event.document.id)
            if event.kind != "paper_changed" or event.what != "requested":
                continue
            paper, case_id = event.paper, str(result.case_id)
            asked = PaperInput(
                case_id=case_id,
                paper_id=paper.id,
                paper=PaperKind(paper.kind),
                subject=paper.subject,
                as_at=paper.requested_at,
            )
            made = await ActivityEnvironment().run(MakePaper(self._context).make_paper, asked)
            done = PaperDone(paper_id=paper.id, file=made.file, figure_pence=made.figure_pence, failed=made.failed)
            await self._put(landlord, tenancy_ref, case_id, f"{case_id}:{paper.id}:done", done, SYSTEM, None)

    async def _document(self, landlord: str, tenancy_ref: str, case_id: str, document_id: str) -> None:
        asked = DocumentInput(case_id=case_id, document_id=document_id)
        found = await ActivityEnvironment().run(TakeDocument(self._context).take_document, asked)
        done = DocumentDone(document_id=document_id, **found.model_dump(exclude={"file"}), file=found.file)
        await self._put(landlord, tenancy_ref, case_id, f"{case_id}:{document_id}:done", done, SYSTEM, None)

    async def _deadlines(self, landlord: str, tenancy_ref: str) -> None:
        async with readers(self._context.engine)() as session:
            now = await clock.now(session, landlord)
            case_id = await cases.open_case_of(session, landlord, tenancy_ref)
        while case_id:
            async with readers(self._context.engine)() as session:
                state = await cases.load_state(session, case_id)
            found = next_alarm(state.deadlines) if state else None
            if found is None or found[1].at > now:
                return
            deadline, alarm = found
            key = f"{case_id}:{deadline.id}:{alarm.level}:{alarm.at.isoformat()}"
            command = DeadlinePassed(deadline_id=deadline.id, due=alarm.at)
            await self._put(landlord, tenancy_ref, case_id, key, command, SYSTEM, None, alarm.at)


class Client(httpx2.AsyncClient):
    """A program at the API, or a browser without scripts, in the test's own process."""

    async def act(self, case_id: str, command: dict[str, Any], *, key: str = "", **body: Any) -> httpx2.Response:
        """Put an act to a case with a new key."""
        return await self.post(
            f"/api/v1/cases/{case_id}/acts",
            json={"command": command, **body},
            headers={"Idempotency-Key": key or str(uuid4())},
        )


async def fill(engine: AsyncEngine, *refs: str) -> None:
    """The sample council, its staff with passwords, another landlord with a tenancy and an officer of its own."""
    async with sessions(engine).begin() as session:
        await a_landlord(session, *refs)
        await landlords.ensure(session, "Sample Other Council", sample=True)
        for user_id in ("officer.a", "senior"):
            await accounts.set_password(session, user_id, _HASH)
        for user_id, name, role, landlord in ACCOUNTS:
            await accounts.create(
                session,
                user_id=user_id,
                username=user_id,
                display_name=name,
                role=role,
                password_hash=_HASH,
                landlord=landlord,
            )
        homes = (await session.execute(select(Tenancy))).scalars().all()
        for home in homes:
            home.search_text = housing.folded(f"{home.tenancy_ref} {home.address_line_1} {home.town} {home.postcode}")
        for person in (await session.execute(select(Person))).scalars():
            person.search_text = housing.folded(f"{person.first_name} {person.last_name}")
        await balances.refresh(session, [home.id for home in homes if home.id], TODAY.date())


@asynccontextmanager
async def application(
    engine: AsyncEngine, folder: Path, kind: type["NoEngine"] = NoEngine
) -> AsyncIterator[tuple[FastAPI, NoEngine]]:
    """The running application on the database, and its gateway."""
    gateway = kind(Context(engine, FileStore(folder / "files")))
    settings = Settings(
        data_dir=folder,
        database_url=engine.url.render_as_string(hide_password=False),
        encryption_keys=SecretStr(new_key()),
        session_secret=SecretStr("a made-up secret that only tests know of"),
    )
    app = create_app(settings, gateway)
    async with app.router.lifespan_context(app):
        yield app, gateway


@asynccontextmanager
async def client(app: FastAPI, username: str = "") -> AsyncIterator[Client]:
    """A program at the API; signed in with a bearer token if a username is given."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    async with Client(transport=transport, base_url=BASE) as made:
        if username:
            answer = await made.post("/api/v1/session", json={"username": username, "password": PASSWORD})
            assert answer.status_code == 200, answer.text
            made.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        yield made


def mark_in(page: str) -> str:
    """The mark that a page's forms carry."""
    return page.split('name="form_mark" value="')[1].split('"')[0]


async def enter(browser: Client, username: str, target: str = "/") -> httpx2.Response:
    """Sign in by the page's form; the answer to it."""
    shown = await browser.get("/sign-in")
    sent = {"username": username, "password": PASSWORD, "form_mark": mark_in(shown.text), "next": target}
    return await browser.post("/sign-in", data=sent)


__all__ = ["LANDLORD", "PASSWORD", "TODAY", "Client", "NoEngine", "application", "client", "enter", "fill", "mark_in"]
