"""A signed-in person at the REST API, as a journey needs one."""

import time
import uuid
from dataclasses import dataclass, field
from typing import Any

import httpx2

Json = dict[str, Any]

POLL_SECONDS = 0.2
PATIENCE_SECONDS = 60


class Unexpected(RuntimeError):
    """The API answered something a journey did not expect."""


@dataclass
class Officer:
    """One person signed in. `name` is what the story calls them, `door` the kind of case they work on."""

    name: str
    http: httpx2.Client
    token: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    door: str = "cases"

    def sign_in(self, username: str, password: str) -> "Officer":
        """Take a bearer token for later calls."""
        answer = self.http.post("/api/v1/session", json={"username": username, "password": password})
        if answer.status_code not in (200, 201):
            raise Unexpected(f"sign-in answered {answer.status_code}")
        self.headers = {"Authorization": f"Bearer {answer.json()['token']}"}
        return self

    def get(self, path: str, **params: Any) -> Any:
        """Read; raises `Unexpected` unless 200."""
        answer = self.http.get(path, params=params, headers=self.headers)
        if answer.status_code != 200:
            raise Unexpected(f"GET {path} answered {answer.status_code}: {answer.text[:500]}")
        return answer.json()

    def fetch(self, path: str) -> bytes:
        """The bytes of a file."""
        answer = self.http.get(path, headers=self.headers)
        if answer.status_code != 200:
            raise Unexpected(f"GET {path} answered {answer.status_code}")
        return answer.content

    def post(self, path: str, body: Json) -> tuple[int, Json]:
        """Post with a fresh idempotency key; an act that takes longer is asked after by its key."""
        key = str(uuid.uuid4())
        answer = self.http.post(path, json=body, headers={**self.headers, "Idempotency-Key": key})
        waited = 0.0
        while answer.status_code == 202 and waited < PATIENCE_SECONDS:
            time.sleep(POLL_SECONDS)
            waited += POLL_SECONDS
            answer = self.http.get(f"/api/v1/acts/{key}", headers=self.headers)
        return answer.status_code, answer.json()

    def act(self, case_id: str, command: Json) -> Json:
        """Do something to a case; raises `Unexpected` with the reasons if it was refused."""
        status, body = self.attempt(case_id, command)
        if status >= 400:
            reasons = "; ".join(f"{r['code']}: {r['says']}" for r in body.get("refusals", [])) or str(body)[:500]
            raise Unexpected(f"{command['kind']} was refused ({status}): {reasons}")
        return body

    def attempt(self, case_id: str, command: Json) -> tuple[int, Json]:
        """Do something to a case; the status and the answer, whatever they are."""
        return self.post(f"/api/v1/{self.door}/{case_id}/acts", {"command": command})
