"""The landlord's own templates of papers: which is in use, and trying one before papers are made from it."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile

from api.pages.render import page
from api.problems import Problem, invalid, not_found
from api.security.people import User, allow
from api.web import TheWeb, Web
from cases.words import Role
from documents.files import FileStoreError
from documents.trials import (
    LARGEST_TEMPLATE,
    InUse,
    NotOnTrial,
    OnTrial,
    TrialFailed,
    Trials,
    docx_in_use,
    every,
    in_use,
    remove,
)
from store import audit, clock, landlords
from store.errors import NotThere
from store.tables import Landlord

router = APIRouter()
Answerable = Annotated[User, Depends(allow(Role.TEAM_LEADER, Role.LEGAL, Role.ADMINISTRATOR))]
Slug = Annotated[str, Path(max_length=100)]
Kind = Annotated[str, Path(max_length=100)]
Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[int, Path(ge=1, le=1_000)]
FILE = "template"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DONE = {
    "installed": "The template is in use: papers are made from it from now on.",
    "discarded": "The template was thrown away. Nothing has changed.",
    "removed": "Papers are made from our own template again.",
}


@router.get("/templates")
async def listed(request: Request, web: TheWeb, user: Answerable) -> Response:
    """Every paper with the template in use, for each landlord of the person's."""
    async with web.reading() as session:
        owners = [owner for owner in await landlords.every(session) if user.works_for(owner.slug)]
    shown = [{"name": one.name, "slug": one.slug, "rows": every(web.files, one.slug)} for one in owners]
    return page(request, "templates.html", user, landlords=shown)


@router.get("/templates/{landlord}/{kind}")
async def show(landlord: Slug, kind: Kind, request: Request, web: TheWeb, user: Answerable, done: str = "") -> Response:
    """What is in use for a paper, what is on trial, and trying another."""
    return await _show(request, web, user, landlord, kind, done=DONE.get(done, ""))


@router.get("/templates/{landlord}/{kind}/in-use.docx")
async def as_word(landlord: Slug, kind: Kind, web: TheWeb, user: Answerable) -> Response:
    """The template in use, to begin one's own from."""
    owner, _ = await _known(web, user, landlord, kind)
    try:
        data = docx_in_use(web.files, owner.slug, kind)
    except FileStoreError:
        raise not_found("template") from None
    return _file(data, WORD, f"{kind}.docx")


@router.post("/templates/{landlord}/{kind}")
async def put_on_trial(landlord: Slug, kind: Kind, request: Request, web: TheWeb, user: Answerable) -> Response:
    """Try a template: on to what came of it, whether or not it passes."""
    owner, _ = await _known(web, user, landlord, kind)
    form = await request.form()
    sent = form.get(FILE)
    if not isinstance(sent, UploadFile) or not sent.filename:
        problem = invalid("no_file", "No file was sent.", "Choose the Word file to try.", FILE)
        return await _show(request, web, user, landlord, kind, problem=problem)
    data = await sent.read(LARGEST_TEMPLATE + 1)
    if len(data) > LARGEST_TEMPLATE:
        says = f"The file is larger than {LARGEST_TEMPLATE // 1_000_000} MB."
        problem = invalid("too_large", says, "Take pictures out of it, or make them smaller.", FILE)
        return await _show(request, web, user, landlord, kind, problem=problem)
    # The trial is a process of its own; its thread only waits.
    trials = Trials(web.files, owner.slug, web.settings.converter)
    found = await asyncio.to_thread(trials.put, kind, data, name=sent.filename)
    await _note(web, user, "template tried", owner, found)
    return RedirectResponse(f"/templates/{owner.slug}/{kind}/trials/{found.sha256}", 303)


@router.post("/templates/{landlord}/{kind}/remove")
async def go_back(landlord: Slug, kind: Kind, web: TheWeb, user: Answerable) -> Response:
    """Go back to our own template."""
    owner, _ = await _known(web, user, landlord, kind)
    if not remove(web.files, owner.slug, kind):
        raise not_found("template")
    async with web.writing() as session:
        await audit.saw(session, user.user_id, "template removed", f"{owner.slug}/{kind}")
    return RedirectResponse(f"/templates/{owner.slug}/{kind}?done=removed", 303)


@router.get("/templates/{landlord}/{kind}/trials/{digest}")
async def trial(
    landlord: Slug, kind: Kind, digest: Digest, request: Request, web: TheWeb, user: Answerable
) -> Response:
    """What came of a trial: every finding, the changes in words, and each page beside the last one."""
    owner, paper = await _known(web, user, landlord, kind)
    found = _kept(Trials(web.files, owner.slug), kind, digest)
    return page(request, "template_trial.html", user, owner=owner, paper=paper, found=found)


@router.get("/templates/{landlord}/{kind}/trials/{digest}/pages/{number}")
async def picture(
    landlord: Slug, kind: Kind, digest: Digest, number: Number, web: TheWeb, user: Answerable
) -> Response:
    """A page of the sample, the last one on the left, changes tinted."""
    owner, _ = await _known(web, user, landlord, kind)
    try:
        data = Trials(web.files, owner.slug).picture(kind, digest, number)
    except NotOnTrial:
        raise not_found("page") from None
    return _file(data, "image/png")


@router.get("/templates/{landlord}/{kind}/trials/{digest}/sample.pdf")
async def sample_paper(landlord: Slug, kind: Kind, digest: Digest, web: TheWeb, user: Answerable) -> Response:
    """The sample paper."""
    owner, _ = await _known(web, user, landlord, kind)
    try:
        data = Trials(web.files, owner.slug).sample(kind, digest)
    except NotOnTrial:
        raise not_found("sample") from None
    return _file(data, "application/pdf", f"{kind}-sample.pdf")


@router.post("/templates/{landlord}/{kind}/trials/{digest}")
async def decide(
    landlord: Slug, kind: Kind, digest: Digest, request: Request, web: TheWeb, user: Answerable
) -> Response:
    """Put the template in use, or throw it away."""
    owner, paper = await _known(web, user, landlord, kind)
    trials = Trials(web.files, owner.slug)
    found = _kept(trials, kind, digest)
    form = await request.form()
    if form.get("decision") == "discard":
        trials.discard(kind, digest)
        await _note(web, user, "template discarded", owner, found)
        return RedirectResponse(f"/templates/{owner.slug}/{kind}?done=discarded", 303)
    async with web.reading() as session:
        today = await clock.today(session, owner.slug)
    try:
        trials.install(kind, digest, on=today)
    except TrialFailed:
        refused = invalid("not_passed", "The template did not pass its trial.", "Mend what is listed and try again.")
        return page(
            request,
            "template_trial.html",
            user,
            status=409,
            owner=owner,
            paper=paper,
            found=found,
            refusals=refused.refusals,
            problem_title="The template was not put in use",
        )
    await _note(web, user, "template installed", owner, found)
    return RedirectResponse(f"/templates/{owner.slug}/{kind}?done=installed", 303)


async def _show(
    request: Request,
    web: Web,
    user: User,
    landlord: str,
    kind: str,
    *,
    problem: Problem | None = None,
    done: str = "",
) -> Response:
    owner, paper = await _known(web, user, landlord, kind)
    return page(
        request,
        "template.html",
        user,
        status=problem.status if problem else 200,
        owner=owner,
        paper=paper,
        waiting=Trials(web.files, owner.slug).waiting(kind),
        largest=LARGEST_TEMPLATE // 1_000_000,
        done=done,
        refusals=problem.refusals if problem else (),
        problem_title="The template was not tried",
    )


async def _known(web: Web, user: User, landlord: str, kind: str) -> tuple[Landlord, InUse]:
    """The landlord and the paper. Raises Problem where either is not the person's to see."""
    if not user.works_for(landlord):
        raise not_found("template")
    try:
        async with web.reading() as session:
            owner = await landlords.get(session, landlord)
        return owner, in_use(web.files, owner.slug, kind)
    except (NotThere, KeyError):
        raise not_found("template") from None


def _kept(trials: Trials, kind: str, digest: str) -> OnTrial:
    try:
        return trials.found(kind, digest)
    except NotOnTrial:
        raise not_found("trial") from None


async def _note(web: Web, user: User, what: str, owner: Landlord, found: OnTrial) -> None:
    async with web.writing() as session:
        await audit.saw(session, user.user_id, what, f"{owner.slug}/{found.kind}/{found.sha256[:16]}")


def _file(data: bytes, media_type: str, name: str = "") -> Response:
    headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
    if name:
        headers["Content-Disposition"] = f'inline; filename="{name}"'
    return Response(data, media_type=media_type, headers=headers)
