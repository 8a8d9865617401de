"""`duecourse run` and the parts it runs: server, worker, api."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from runtime import settings as settings_module
from runtime.processes import python, spawn
from runtime.settings import PREFIX, Settings
from runtime.supervisor import Supervisor, own_parts

PortOption = Annotated[int | None, typer.Option("--port", help=f"Port of the page; sets {PREFIX}WEB_PORT.")]


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(run)
    app.command()(worker)
    app.command()(api)
    app.command()(server)
    app.command()(prepare)
    app.command("sample-cases")(sample_cases)


def run(port: PortOption = None) -> None:
    """Start everything here, keep it running, and print where to open it. Ctrl-C stops it."""
    if port is not None:
        os.environ[f"{PREFIX}WEB_PORT"] = str(port)
    settings = settings_module.load()
    console = Console(highlight=False, soft_wrap=True)

    from runtime import bootstrap

    new_sample = False

    async def prepare() -> None:
        nonlocal new_sample
        first = await bootstrap.prepare(settings, say=console.print)
        if first is not None:
            bootstrap.show(first, console)
            new_sample = first.imported is not None

    async def ready() -> None:
        console.print(f"Due Course is ready: open [bold]{settings.web_url}[/bold]   (Ctrl-C stops it)")
        if new_sample and settings.sample_cases:
            # Beside everything, so that nobody waits for them; the process ends by itself, or with us.
            await spawn(python("sample-cases"), settings.data_dir / "logs" / "sample-cases.log")
            console.print("Made-up cases of every stage come in over the next seconds.")

    console.print(f"Starting Due Course on {settings.data_dir}")
    asyncio.run(Supervisor(settings, console.print, own_parts()).run(prepare, ready))


def sample_cases() -> None:
    """Open made-up cases of every stage for the sample landlords; a case that is here already stays as it is."""
    from runtime.sample_cases import fill
    from runtime.within import within

    async def main() -> tuple[str, ...]:
        async with within(settings_module.load()) as web:
            return await fill(web)

    for line in asyncio.run(main()):
        typer.echo(line)


def prepare() -> None:
    """Make or bring up to date the tables, the namespace and the first accounts; safe to repeat.

    Production runs it before the rest. `duecourse run` does all this by itself.
    """
    from runtime import bootstrap
    from runtime.temporal import connect, prepare_namespace

    settings = settings_module.load()
    console = Console(highlight=False, soft_wrap=True)

    async def main() -> None:
        first = await bootstrap.prepare(settings, say=console.print)
        if first is not None:
            bootstrap.show(first, console)
        client = await connect(settings, patience=60)
        await prepare_namespace(client, settings.temporal_retention_days)

    asyncio.run(main())
    console.print("Ready for `duecourse worker` and `duecourse api`.")


def worker() -> None:
    """Run one worker until SIGTERM. In production, run as many as you like."""
    from activities import all_activities
    from activities.context import Context
    from documents.files import FileStore
    from documents.uploads import Limits
    from runtime import logs, processes, versions
    from runtime.mailer import keep_sending
    from runtime.temporal import connect, prepare_namespace
    from runtime.worker import run_to_the_end, serve
    from store.engine import make_engine
    from workflows import all_workflows, schedules

    settings = settings_module.load()
    logs.set_up(settings, "worker")

    async def main() -> None:
        client = await connect(settings, patience=30)
        await prepare_namespace(client, settings.temporal_retention_days)
        await schedules.ensure(client)
        context = Context(
            engine=make_engine(settings.database),
            files=FileStore(Path(settings.files)),
            converter=settings.converter,
            limits=Limits(size=settings.upload_largest_mb * 1_000_000, pages=settings.upload_most_pages),
            read_scans=settings.upload_ocr,
            scanner=settings.upload_scanner,
            staged_kept=timedelta(days=settings.staged_days),
            drafts_kept=timedelta(days=settings.draft_days),
        )
        post = asyncio.create_task(keep_sending(context.engine, settings))
        try:
            version = versions.of(settings)
            await serve(client, all_workflows(), all_activities(context), processes.say_ready, version)
        finally:
            post.cancel()
            await context.engine.dispose()

    run_to_the_end(main())


def api() -> None:
    """Serve the page and the API until SIGTERM."""
    import uvicorn

    from api.app import create_app
    from runtime import logs, processes

    settings = settings_module.load()
    logs.set_up(settings, "api")

    class Server(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets=sockets)
            processes.say_ready()

    Server(
        uvicorn.Config(
            create_app(settings),
            host=settings.web_host,
            port=settings.web_port,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=settings.trusted_proxies,
            timeout_graceful_shutdown=5,
        )
    ).run()


def server() -> None:
    """Run only the workflow engine of the data folder, in the foreground."""
    from runtime import server as engine
    from runtime.processes import hold

    settings: Settings = settings_module.load()
    words = engine.command(settings)
    holding = hold(settings.data_dir)
    os.set_inheritable(holding.fileno(), True)
    print(f"The workflow engine listens on {settings.temporal_target}", flush=True)  # noqa: T201
    os.execv(Path(words[0]), words)
