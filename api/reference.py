"""The API told as Markdown, its commands from their own models: `python -m api.reference` prints docs/api.md."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from api.staging import MONEY, POSSESSION, command_models, words_of
from cases.money.roles import who_may as who_may_of_money
from cases.roles import who_may
from cases.words import Role

# The kind is the heading; stored files cannot be named from outside.
UNSENT = ("kind", "proof_file", "file")
GUIDE = """# The API

Sign in at `POST /api/v1/session` with `{"username": ..., "password": ...}` and send `Authorization: Bearer <token>`.
Everything is described in `GET /api/v1/openapi.json`. Problems are RFC 9457 documents: `refusals` holds every reason,
each with `code`, `says`, `mend`, `field`, `authority` and `confidence` (A official, B secondary, C to be confirmed).

| Ask | For |
|---|---|
| `GET /api/v1/accounts` | accounts by rent arrears, the greatest first |
| `GET /api/v1/accounts/{landlord}/{tenancy_ref}` | one account, with its postings |
| `POST /api/v1/cases` | open a case; a second one is refused with a link |
| `POST /api/v1/cases/taken-on`, `.../try`, `.../table` | take on a case under way; try it dry; a whole table of them |
| `GET /api/v1/cases`, `GET /api/v1/cases/{case_id}` | cases; one case with its dates and their explanations |
| `GET /api/v1/cases.csv`, `POST /api/v1/search` | the list as a table; a case by id, number, address or name |
| `GET /api/v1/cases/{case_id}/next` | which act leads and why the others do not; what is missing, and from when |
| `GET /api/v1/cases/{case_id}/routes` | by which route a claim is best issued, and why not by the others |
| `GET /api/v1/cases/{case_id}/what-if` | the rest of the road by date under assumptions; no case is touched |
| `POST /api/v1/cases/{case_id}/acts` | do one of the commands below |
| `GET /api/v1/acts/{key}` | what became of an act whose answer did not come in time (202) |
| `GET /api/v1/cases/{case_id}/deadlines`, `.../history`, `.../papers` | dates, the record, papers |
| `POST /api/v1/cases/{case_id}/documents` | put a document on the file: a form with what `add_document` takes |
| `GET /api/v1/cases/{case_id}/documents`, `.../documents/{document_id}/file` | the documents on file; one as a PDF |
| `POST /api/v1/money-cases` | open a money case on an account of a former tenant, a garage or sundry debts |
| `GET /api/v1/money-cases`, `GET /api/v1/money-cases/{case_id}` | money cases; one of them with its dates |
| `POST /api/v1/money-cases/{case_id}/acts` | do one of the commands of a money case |
| `GET /api/v1/money-cases/{case_id}/next`, `.../deadlines`, `.../history`, `.../papers` | as of a possession case |
| `GET /api/v1/pipeline`, `/api/v1/outbox`, `/api/v1/clock` | the team, what was told, a landlord's day |
| `POST /api/v1/bulk`, `/api/v1/share-out` | one act on many cases, many openings, a leaver's cases; a dry run first |
| `GET /api/v1/cases/{case_id}/claims/{claim_id}/court` | the court of a claim, how it is known, or what mends it |
| `POST /api/v1/claim-files` | claims as one file for `pcs` (JSON) or `pcol` (XML); a dry run says which are in |
| `GET /api/v1/claim-files/shapes/{route}` | the schema that such a file keeps |
| `GET /api/v1/forecast`, `.../forecast.csv` | what will go wrong |
| `GET /api/v1/lessons`, `.../lessons.csv` | why claims failed, and days in each stage |
| `GET /api/v1/watch`, `POST /api/v1/accounts/{landlord}/{tenancy_ref}/statements` | accounts that cross the ladder |
| `GET`, `POST /api/v1/delegations`, `GET /api/v1/policies/{landlord}` | who approves in whose absence; rules by date |
| `POST /api/v1/policies/{landlord}` | new rules from a day on; a dry run first says what would be different |
| `GET`, `PUT`, `DELETE /api/v1/cases/{case_id}/drafts/{command}` | a form of yours that is begun, as it was typed |
| `GET`, `PUT`, `DELETE /api/v1/accounts/{landlord}/{tenancy_ref}/drafts/open_case` | the one that opens a case |
| `GET /api/v1/drafts` | the forms that you have begun |
| `GET /api/v1/sightings` | who looked at what, by case, person or day |
| `GET`, `POST /api/v1/restrictions`, `POST /api/v1/restrictions/{restriction_id}/lift` | cases for named people alone |
| `POST /api/v1/clock/forward` | move a sample landlord's clock |

Opening a case and every act need an `Idempotency-Key` header: a new one for each act, the same one to send it again.
`seen_revision` in the body is the revision you looked at; if the case has moved on since, the answer is a conflict
with `changed`: what happened since, when and by whom.
Money is whole pence, dates are `2026-11-22`, instants carry their time zone. Free text is sent as words; it is kept
apart from the record and can be erased.

A begun form is no act: it may be wrong or half empty, is seen by its writer alone (a team leader is told that it
exists), and goes when its act is recorded or when it was not saved again for the days that are set. `PUT` takes
`fields` as the form has them (a text, or a list of texts; a date in `-day`, `-month` and `-year`), `subject` and
`seen_revision`: 200 fields and 60,000 characters at the most, no files. `GET` adds `changed`: what happened on the case
since.

## Commands

"""
MONEY_GUIDE = """## Commands of a money case

Sent to `POST /api/v1/money-cases/{case_id}/acts`. A name that is among the commands above as well means the same here.

"""


def document() -> str:
    """The whole of docs/api.md."""
    parts = [GUIDE, *_commands(POSSESSION, who_may), MONEY_GUIDE, *_commands(MONEY, who_may_of_money)]
    return "".join(parts).rstrip() + "\n"


def _commands(of: str, allowed: Callable[[str], Iterable[Role]]) -> Iterator[str]:
    for kind, model in command_models(of).items():
        told = (model.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
        roles = ", ".join(sorted(role.label.lower() for role in allowed(kind)))
        yield f"### `{kind}`\n\n{' '.join(told.split())}\n\nFor: {roles}.\n\n"
        rows = [_row(kind, name, field, of) for name, field in model.model_fields.items() if name not in UNSENT]
        if rows:
            yield "| Field | What it takes | |\n|---|---|---|\n" + "\n".join(rows) + "\n\n"


def _row(kind: str, name: str, field: Any, of: str) -> str:
    takes = "words" if name in words_of(kind, of) else _plain(field.annotation)
    return f"| `{name}` | {takes} | {'needed' if field.is_required() else ''} |"


def _plain(annotation: Any) -> str:
    schema = getattr(annotation, "__members__", None)
    if schema:
        return "one of " + ", ".join(f"`{member.value}`" for member in annotation)
    values = [value for value in getattr(annotation, "__args__", ()) if isinstance(value, str)]
    if values:
        return "one of " + ", ".join(f"`{value}`" for value in values)
    for part in getattr(annotation, "__args__", ()):
        if part is not type(None) and part is not Ellipsis:
            many = "list of " if str(annotation).startswith("tuple") else ""
            return many + _plain(part)
    names = {
        "int": "whole pence",
        "str": "text",
        "bool": "true or false",
        "date": "a date",
        "time": "a time",
        "datetime": "an instant",
        "EarlierDebtStep": "its past: each `step` one of these commands, with `on` (its day) and `owed_pence`",
        "EarlierStep": "its past: each `step` one of these commands, with `on` (its day) and `owed_pence`",
    }
    return names.get(getattr(annotation, "__name__", ""), getattr(annotation, "__name__", str(annotation)))


if __name__ == "__main__":
    print(document(), end="")  # noqa: T201
