"""Writing an export that was found good: what is new is added, what differs is changed, the rest is left alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Table, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from store import balances, clock, landlords
from store.housing import folded
from store.importing import lines
from store.importing.matching import Matched, match
from store.importing.summary import Counts, ImportSummary
from store.tables import Person, Tenancy
from store.upsert import table_of

_BATCH = 500
_ONE_AT_A_TIME = 7_202_612


@dataclass
class Good:
    """Checked rows by tenancy reference."""

    tenancies: dict[str, dict[str, Any]] = field(default_factory=dict)
    people: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def slug(values: Mapping[str, Any]) -> str:
    """The slug of the landlord that a row names."""
    return landlords.slug_of(str(values["landlord"]))


async def write(
    session: AsyncSession, good: Good, summary: ImportSummary, kinds: Mapping[str, str], sample: bool
) -> None:
    """Write tenancies, then people, then the staged postings, then the balances of the accounts that changed."""
    if session.get_bind().dialect.name == "postgresql":
        # One import at a time: two that bring the same new tenancy would fail on each other. SQLite has one writer.
        await session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ONE_AT_A_TIME})
    names = {slug(values): str(values["landlord"]) for values in good.tenancies.values()}
    for name in names.values():
        await landlords.ensure(session, name, kind=kinds.get(name), sample=sample)
    changed = await _tenancies(session, good.tenancies, summary.tenancies)
    ids = await _ids(session)
    today = {owner: await clock.today(session, owner) for owner in {ids[n][1] for n in ids if ids[n][0] in good.people}}
    homes = {ref: (number, today[owner]) for number, (ref, owner) in ids.items() if ref in good.people}
    changed |= await _people(session, good.people, homes, summary.people)
    changed |= await _postings(session, summary.postings)
    by_landlord: dict[str, list[int]] = {}
    for number in changed:
        by_landlord.setdefault(ids[number][1], []).append(number)
    for owner, numbers in by_landlord.items():
        await balances.refresh(session, numbers, await clock.today(session, owner))
    summary.landlords = tuple(sorted(names or by_landlord))
    summary.changed = tuple(sorted((owner, ref) for ref, owner in (ids[number] for number in changed)))


async def _ids(session: AsyncSession) -> dict[int, tuple[str, str]]:
    home = table_of(Tenancy).c
    return {
        row.id: (row.tenancy_ref, row.landlord)
        for row in await session.execute(select(home.id, home.tenancy_ref, home.landlord))
    }


async def _tenancies(session: AsyncSession, rows: Mapping[str, dict[str, Any]], counts: Counts) -> set[int]:
    table = table_of(Tenancy)
    there = {row["tenancy_ref"]: dict(row) for row in (await session.execute(table.select())).mappings()}
    new: list[dict[str, Any]] = []
    changed: set[int] = set()
    for ref, values in rows.items():
        row = _tenancy(values)
        before = there.get(ref)
        if before is None:
            new.append(row | {"service_charge_is_rent": True, "agreement_allows_post": True, "habit_extra_pence": 0})
        elif any(before[name] != value for name, value in row.items()):
            await session.execute(table.update().where(table.c.id == before["id"]).values(**row))
            changed.add(before["id"])
    await _insert(session, table, new)
    counts.added, counts.changed = len(new), len(changed)
    counts.unchanged = len(rows) - len(new) - len(changed)
    refs = {row["tenancy_ref"] for row in new}
    if refs:
        changed |= {number for number, (ref, _) in (await _ids(session)).items() if ref in refs}
    return changed


def _tenancy(values: Mapping[str, Any]) -> dict[str, Any]:
    kept = {
        name: value for name, value in values.items() if name not in ("landlord", "occupancy_type", "is_social_housing")
    }
    shown = (values["tenancy_ref"], values["address_line_1"], values["town"], values["postcode"])
    # A postcode is found with and without its space.
    joined = str(values["postcode"]).replace(" ", "")
    return kept | {
        "landlord": slug(values),
        "occupancy": values["occupancy_type"],
        "social_housing": values["is_social_housing"],
        "search_text": folded(" ".join((*shown, joined))),
    }


async def _people(
    session: AsyncSession,
    people: Mapping[str, list[dict[str, Any]]],
    homes: Mapping[str, tuple[int, date]],
    counts: Counts,
) -> set[int]:
    table = table_of(Person)
    there: dict[int, list[dict[str, Any]]] = {}
    for row in (await session.execute(table.select().order_by(table.c.tenancy_id, table.c.number))).mappings():
        there.setdefault(row["tenancy_id"], []).append(dict(row))
    new: list[dict[str, Any]] = []
    touched: set[int] = set()
    for ref, rows in people.items():
        home, today = homes[ref]
        found: Matched = match(ref, home, there.get(home, []), rows, today)
        new += found.added
        for person in found.changed:
            own = table.c.person_id == person["person_id"]
            await session.execute(table.update().where(own).values(**person))
        counts.changed += len(found.changed)
        counts.unchanged += found.unchanged
        if found.added or found.changed:
            touched.add(home)
    await _insert(session, table, new)
    counts.added = len(new)
    return touched


async def _postings(session: AsyncSession, counts: Counts) -> set[int]:
    added = await lines.add(session)
    counts.added = sum(added.values())
    counts.unchanged = counts.read - counts.skipped - counts.added
    return set(added)


async def _insert(session: AsyncSession, table: Table, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), _BATCH):
        await session.execute(table.insert(), rows[start : start + _BATCH])
