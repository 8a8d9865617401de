"""An officer at the API, whose program sends the same request with the same key until it is answered."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
from argon2 import PasswordHasher
from sqlalchemy.ext.asyncio import AsyncEngine

from store import accounts
from store.engine import sessions
from tests.activities.made import OFFICER
from tests.faults.plant import Plant

PASSWORD = "sample-only-pass"
NOT_YET = (202, 503)


class Caller:
    """Signed in over HTTP; outlives every API process it talks to."""

    def __init__(self, http: httpx2.AsyncClient) -> None:
        self._http = http
        self.unanswered = 0

    @classmethod
    async def signed_in(cls, plant: Plant, database: AsyncEngine) -> Caller:
        cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
        async with sessions(database).begin() as session:
            await accounts.set_password(session, OFFICER.user_id, cheap)
        caller = cls(httpx2.AsyncClient(base_url=plant.settings.web_url, timeout=10))
        answer = await caller.post("/api/v1/session", {"username": OFFICER.user_id, "password": PASSWORD}, key="")
        caller._http.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        return caller

    async def post(self, path: str, body: dict[str, Any], key: str) -> httpx2.Response:
        """The answer, however many API processes die under the request."""
        while True:
            try:
                answer = await self._http.post(path, json=body, headers={"Idempotency-Key": key} if key else {})
            except httpx2.TransportError:
                self.unanswered += 1
            else:
                if answer.status_code not in NOT_YET:
                    return answer
            await asyncio.sleep(0.1)

    async def close(self) -> None:
        await self._http.aclose()
