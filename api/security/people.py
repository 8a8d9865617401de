"""Who is signed in, and the one check that every route declares: `allow(...)` or `public`."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fastapi import Request
from fastapi.params import Depends as DependsMarker

from api.problems import NotSignedIn, Problem, forbidden
from api.security.limits import form_of
from api.security.tokens import Token
from api.web import NOBODY, Web, looking, web_of
from cases.state import Person
from cases.words import Role
from store import audit, veil, visits

COOKIE = "duecourse_session"
FORM_MARK = "form_mark"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
STAFF = (Role.OFFICER, Role.SENIOR, Role.TEAM_LEADER, Role.LEGAL)
EVERYONE = (*STAFF, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class User:
    """A signed-in person. `landlord` None means every landlord; `form_mark` goes into their forms.

    `visit_id` is this stretch of being signed in; it is never shown.
    """

    user_id: str
    username: str
    display_name: str
    role: Role
    landlord: str | None
    form_mark: str
    visit_id: str = field(repr=False)

    @property
    def person(self) -> Person:
        """As the record knows them."""
        return Person(user_id=self.user_id, role=self.role)

    def works_for(self, landlord: str) -> bool:
        """Whether the landlord's cases are theirs to see."""
        return self.landlord in (None, landlord)


class allow:
    """A dependency that lets only these roles pass, and gives the signed-in `User`."""

    def __init__(self, *roles: Role) -> None:
        self.roles = frozenset(roles)

    async def __call__(self, request: Request) -> User:
        """The user. Raises a problem: 401 when nobody is signed in, 403 for another role or a forged form."""
        user = await signed_in(request)
        if user is None:
            raise NotSignedIn
        if user.role not in self.roles:
            wanted = ", ".join(sorted(role.label for role in self.roles))
            raise forbidden(f"This is for: {wanted}.", "Ask somebody with that role, or an administrator.")
        request.state.unsaid = await note_attempt(web_of(request), user, request.path_params)
        return user


async def public() -> None:
    """Declares that a route is for everybody."""


async def signed_in(request: Request) -> User | None:
    """The person behind the request, from the bearer token or the cookie; None if nobody."""
    web = web_of(request)
    looking(NOBODY)
    token, from_page = _token(request, web)
    if token is None:
        return None
    if from_page and request.method not in SAFE:
        await check_form(request, web.signer.form_mark(token.visit_id))
    async with web.reading() as session:
        account = await visits.visitor(session, visit_id=token.visit_id, user_id=token.user_id, now=datetime.now(UTC))
    if account is None:
        return None
    looking(account.user_id)
    return User(
        user_id=account.user_id,
        username=account.username,
        display_name=account.display_name,
        role=Role(account.role),
        landlord=account.landlord,
        form_mark=web.signer.form_mark(token.visit_id),
        visit_id=token.visit_id,
    )


async def check_form(request: Request, mark: str) -> None:
    """Raise unless a posted form comes from our own page: its mark, and the browser's word on where it comes from."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise _forged()
    sent = request.headers.get("x-form-mark", "")
    if not sent:
        form = await form_of(request)
        sent = str(form.get(FORM_MARK, ""))
    if not mark or not hmac.compare_digest(sent.encode("utf-8", "replace"), mark.encode()):
        raise _forged()


def roles_of(call: object) -> frozenset[Role] | None:
    """The roles a route's dependency lets pass; empty for a public one; None for anything else."""
    if isinstance(call, DependsMarker):
        call = call.dependency
    if isinstance(call, allow):
        return call.roles
    return frozenset() if call is public else None


async def note_attempt(web: Web, user: User, named: Mapping[str, str]) -> frozenset[str]:
    """Note that an address names what is kept from this person; the route itself answers as if it were not there.

    Gives every case that is kept from them.
    """
    case_id, account = named.get("case_id", ""), (named.get("landlord", ""), named.get("tenancy_ref", ""))
    tried = ""
    async with web.reading() as session:
        kept = await veil.every_kept_from(session, user.user_id)
        if case_id in kept:
            tried = case_id
        elif all(account) and await veil.account_kept_from(session, user.user_id, *account):
            tried = "/".join(account)
    if tried:
        async with web.writing() as session:
            await audit.saw(session, user.user_id, audit.ATTEMPT, tried)
    return kept


def _token(request: Request, web: Web) -> tuple[Token | None, bool]:
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and value:
        return web.signer.read_bearer(value.strip()), False
    cookie = request.cookies.get(COOKIE)
    return (web.signer.read_cookie(cookie), True) if cookie else (None, False)


def _forged() -> Problem:
    return forbidden(
        "This form did not come from this page, or the page is old.", "Go back, reload the page, try again."
    )
