"""Problems as RFC 9457 tells them: what is wrong, which field, which rule, and what mends it.

Pages show the same problems as an error summary.
"""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse

from cases.refusals import Refusal

MEDIA_TYPE = "application/problem+json"
STATUS_OF = {"refused": 409, "invalid": 422, "conflict": 409, "not_found": 404, "not_allowed": 403}
TITLES = {
    "refused": "This cannot be done yet",
    "invalid": "Something in the request is wrong",
    "conflict": "The case has moved on",
    "not_found": "There is no such thing",
    "not_allowed": "You may not do this",
    "not_recorded": "This was not recorded",
    "unavailable": "Due Course cannot answer just now",
    "not_signed_in": "You are not signed in",
    "bad_request": "Something in the request is wrong",
    "wrong_method": "Something in the request is wrong",
    "too_large": "The request is too large",
}


class Problem(Exception):
    """Anything that is answered with a problem document. `changed` tells what happened since the asker looked."""

    def __init__(
        self,
        kind: str,
        refusals: Iterable[Refusal],
        *,
        status: int | None = None,
        changed: Iterable[dict[str, Any]] = (),
    ) -> None:
        self.kind = kind
        self.refusals = tuple(refusals)
        self.changed = tuple(changed)
        self.status = status or STATUS_OF.get(kind, 400)
        super().__init__(kind)

    def document(self) -> dict[str, Any]:
        """The problem document."""
        more = {"changed": list(self.changed)} if self.changed else {}
        return {
            "type": f"/problems/{self.kind.replace('_', '-')}",
            "title": TITLES.get(self.kind, HTTPStatus(self.status).phrase),
            "status": self.status,
            "detail": " ".join(refusal.says for refusal in self.refusals),
            "refusals": [refusal.model_dump() for refusal in self.refusals],
            **more,
        }


class NotSignedIn(Exception):
    """Nobody is signed in: a page sends them to sign in, the API answers 401."""


def forbidden(says: str, mend: str) -> Problem:
    """A problem of role or of a forged form."""
    return Problem("not_allowed", [Refusal(code="not_allowed", says=says, mend=mend)])


def not_found(what: str) -> Problem:
    """A problem of something that is not there, or is not this person's to see."""
    return Problem(
        "not_found", [Refusal(code="not_found", says=f"There is no such {what}.", mend="Check the address.")]
    )


def invalid(code: str, says: str, mend: str, field: str = "") -> Problem:
    """A problem with one field of the request."""
    return Problem("invalid", [Refusal(code=code, says=says, mend=mend, field=field)])


def of_validation(errors: Iterable[Any], within: tuple[str, ...] = ()) -> Problem:
    """What pydantic found wrong, with the field, the rule and the mend. The value itself is never repeated."""
    refusals = []
    for error in errors:
        path = [str(part) for part in error["loc"] if part not in ("body", *within)]
        rule = str(error["msg"]).removeprefix("Value error, ")
        where = ".".join(path)
        name = path[-1].replace("_", " ") if path else "The request"
        refusals.append(
            Refusal(
                code=f"invalid_{error['type']}", says=f"{name.capitalize()}: {rule}.", mend=_mend(error), field=where
            )
        )
    return Problem("invalid", refusals)


def document_response(problem: Problem) -> JSONResponse:
    """The answer of the API."""
    headers = {"WWW-Authenticate": "Bearer"} if problem.status == 401 else None
    return JSONResponse(jsonable_encoder(problem.document()), problem.status, headers, media_type=MEDIA_TYPE)


def signed_out() -> Problem:
    """Nobody is signed in."""
    reason = Refusal(code="not_signed_in", says="Nobody is signed in.", mend="Sign in and send the token.")
    return Problem("not_signed_in", [reason], status=401)


def _mend(error: Any) -> str:
    context = error.get("ctx") or {}
    match error["type"]:
        case "missing":
            return "Give it."
        case "literal_error" | "enum":
            return f"Use one of: {context.get('expected', 'the values listed')}."
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return "Write it as 2026-11-22."
        case "time_parsing":
            return "Write it as 10:30."
        case "int_type" | "int_parsing" | "int_from_float":
            pence = "whole pence, as " if str(error["loc"][-1]).endswith("_pence") else ""
            return f"Give {pence}a number without a point."
        case "union_tag_invalid" | "union_tag_not_found":
            return "Give `kind` as one of the commands listed in the API's documentation."
        case _:
            return "Mend this field and send it again."
