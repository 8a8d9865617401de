"""Signing in over the API."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from api.security.people import EVERYONE, User, allow, public
from api.security.sign_in import LONGEST_PASSWORD, LONGEST_USERNAME, begin_visit, end_visit, sign_in
from api.security.tokens import SESSION_SECONDS
from api.web import TheWeb
from cases.words import Role

router = APIRouter(tags=["session"])


class SignIn(BaseModel):
    """Who signs in."""

    username: str = Field(max_length=LONGEST_USERNAME, examples=["officer.a"])
    password: str = Field(max_length=LONGEST_PASSWORD)


class SignedIn(BaseModel):
    """The token to send as `Authorization: Bearer <token>`; it lasts `expires_in` seconds."""

    token: str
    expires_in: int
    user_id: str
    role: Role


@router.post("/session", dependencies=[Depends(public)])
async def create_session(body: SignIn, request: Request, web: TheWeb) -> SignedIn:
    """Sign in and take a bearer token."""
    account = await sign_in(web, request, body.username, body.password)
    token = web.signer.bearer(await begin_visit(web, account))
    return SignedIn(token=token, expires_in=SESSION_SECONDS, user_id=account.user_id, role=Role(account.role))


@router.get("/session")
async def whoami(user: Annotated[User, Depends(allow(*EVERYONE))]) -> dict[str, str]:
    """Who the token belongs to."""
    return {"user_id": user.user_id, "role": user.role.value}


@router.delete("/session", status_code=204)
async def end_session(web: TheWeb, user: Annotated[User, Depends(allow(*EVERYONE))]) -> Response:
    """Sign out: the token counts no more."""
    await end_visit(web, user.visit_id)
    return Response(status_code=204)
