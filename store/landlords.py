"""Landlords: who they are, their policy and details, and whether their data is made up."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from cases.facts import Policy
from store.details import SAMPLE, Details
from store.errors import NotThere
from store.tables import Landlord
from store.upsert import insert_unless_there, table_of

COUNCIL = "council"
PROVIDER = "provider"


def slug_of(name: str) -> str:
    """The landlord's short name: lower case, words joined by hyphens, safe in web addresses."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def kind_of(name: str) -> str:
    """`council` if the name says so, else `provider`; a guess that `ensure` and the administrator can overrule."""
    return COUNCIL if re.search(r"\bcouncil\b", name, re.IGNORECASE) else PROVIDER


async def ensure(session: AsyncSession, name: str, *, kind: str | None = None, sample: bool = False) -> str:
    """Make the landlord unless there is one of that name; returns its slug. An existing one is left as it is.

    A sample landlord gets made-up details, so that it can make every paper.
    """
    slug = slug_of(name)
    row = {
        "slug": slug,
        "name": name,
        "kind": kind or kind_of(name),
        "sample": sample,
        "clock_offset_seconds": 0,
        "policy": {},
        "details": SAMPLE.model_dump(mode="json") if sample else {},
    }
    await insert_unless_there(session, Landlord, row)
    return slug


async def get(session: AsyncSession, slug: str) -> Landlord:
    """The landlord. Raises NotThere."""
    found = (await session.execute(select(Landlord).where(Landlord.slug == slug))).scalar_one_or_none()
    if found is None:
        raise NotThere(f"landlord {slug}")
    return found


async def every(session: AsyncSession, *, sample: bool | None = None) -> list[Landlord]:
    """All landlords by name, or only the sample ones, or only the real ones."""
    query = select(Landlord).order_by(col(Landlord.name))
    if sample is not None:
        query = query.where(col(Landlord.sample).is_(sample))
    return list((await session.execute(query)).scalars())


def policy_of(landlord: Landlord) -> Policy:
    """The landlord's own rules; what it has not set is as the product has it."""
    return Policy.model_validate(landlord.policy)


async def set_policy(session: AsyncSession, slug: str, policy: Policy) -> None:
    """Keep the landlord's own rules. Raises NotThere."""
    await _change(session, slug, {"policy": policy.model_dump(mode="json")})


def details_of(landlord: Landlord) -> Details:
    """What papers say of the landlord."""
    return Details.model_validate(landlord.details)


async def set_details(session: AsyncSession, slug: str, details: Details) -> None:
    """Keep what papers say of the landlord. Raises NotThere."""
    await _change(session, slug, {"details": details.model_dump(mode="json")})


async def set_kind(session: AsyncSession, slug: str, kind: str) -> None:
    """Say whether the landlord is a council or a provider. Raises NotThere, ValueError."""
    if kind not in (COUNCIL, PROVIDER):
        raise ValueError(f"a landlord is a {COUNCIL} or a {PROVIDER}")
    await _change(session, slug, {"kind": kind})


async def _change(session: AsyncSession, slug: str, values: Mapping[str, Any]) -> None:
    table = table_of(Landlord)
    done = await session.execute(table.update().where(table.c.slug == slug).values(**values).returning(table.c.slug))
    if done.first() is None:
        raise NotThere(f"landlord {slug}")
