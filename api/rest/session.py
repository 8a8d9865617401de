"""Signing in over the API."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field

from api.security.people import EVERYONE, User, allow, public
from api.security.sign_in import sign_in
from api.security.tokens import SESSION_SECONDS, Token
from api.web import TheWeb
from cases.words import Role

router = APIRouter(tags=["session"])


class SignIn(BaseModel):
    """Who signs in."""

    username: str = Field(max_length=100, examples=["officer.a"])
    password: str = Field(max_length=200)


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
    token = web.signer.bearer(Token(account.user_id, secrets.token_urlsafe(16)))
    return SignedIn(token=token, expires_in=SESSION_SECONDS, user_id=account.user_id, role=Role(account.role))


@router.get("/session")
async def whoami(user: Annotated[User, Depends(allow(*EVERYONE))]) -> dict[str, str]:
    """Who the token belongs to."""
    return {"user_id": user.user_id, "role": user.role.value}
