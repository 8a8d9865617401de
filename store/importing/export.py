"""The import itself: read and check everything, then write everything in one transaction, or nothing."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

from store.errors import naming_outages
from store.importing import lines, rules, writing
from store.importing.reading import count_lines, rows
from store.importing.rules import Wrong
from store.importing.summary import ImportSummary, Progress, RefusedTenancy, RowError
from store.tables import Tenancy
from store.upsert import table_of

TENANCIES, PEOPLE, POSTINGS = "tenancies.csv", "people.csv", "postings.csv"
_BATCH = 2_000


async def import_export(
    engine: AsyncEngine,
    folder: Path,
    *,
    landlord_kinds: Mapping[str, str] | None = None,
    sample: bool = False,
    progress: Progress | None = None,
) -> ImportSummary:
    """Bring in the files of `folder`. Run again with the same files it changes nothing.

    `landlord_kinds` says, by name, which landlords are a `council` and which a `provider` where the name does not.
    `sample` marks landlords made by this import as made up. Raises Unavailable; everything wrong with the files is in
    the summary.
    """
    files = {name: folder / name for name in (TENANCIES, PEOPLE, POSTINGS) if (folder / name).is_file()}
    work = _Import(files, ImportSummary(), _Teller(progress, sum(map(count_lines, files.values()))))
    if not files:
        work.summary.fault(
            RowError(TENANCIES, 0, "", "the folder holds none of the three files", "give the folder of the export")
        )
        return work.summary
    with naming_outages():
        async with engine.connect() as connection:
            # Reading takes no write lock: a big export must not hold up the officers.
            connection = await connection.execution_options(duecourse_begin="DEFERRED")
            try:
                await work.read(connection)
                await connection.commit()
                if not work.summary.error_count:
                    await connection.execution_options(duecourse_begin="IMMEDIATE")
                    async with connection.begin(), AsyncSession(connection, expire_on_commit=False) as session:
                        await writing.write(session, work.good, work.summary, landlord_kinds or {}, sample)
                        await session.flush()
                    work.summary.applied = True
                    work.teller.all_done()
            finally:
                await connection.rollback()
                await lines.forget(connection)
                await connection.commit()
    return work.summary


class _Teller:
    def __init__(self, progress: Progress | None, lines: int) -> None:
        self._progress = progress
        self._total = max(1, 2 * lines)
        self._done = 0

    def row(self) -> None:
        self._done += 1
        if self._progress and self._done % 1_000 == 0:
            self._progress(min(self._done, self._total), self._total)

    def all_done(self) -> None:
        if self._progress:
            self._progress(self._total, self._total)


class _Import:
    """One run of the import: what has been read and found good so far."""

    def __init__(self, files: Mapping[str, Path], summary: ImportSummary, teller: _Teller) -> None:
        self.files = files
        self.summary = summary
        self.teller = teller
        self.good = writing.Good()
        self._refused: set[str] = set()
        self._known: dict[str, str] = {}
        self._faulty_tenancies = False

    async def read(self, connection: AsyncConnection) -> None:
        """Check every row of every file; postings are staged, the rest is held."""
        await connection.run_sync(lines.STAGED.create)
        home = table_of(Tenancy).c
        self._known = {
            row.tenancy_ref: row.landlord for row in await connection.execute(select(home.tenancy_ref, home.landlord))
        }
        self._tenancies()
        self._faulty_tenancies = self.summary.error_count > 0
        self._people()
        postings = self._postings()
        while batch := list(islice(postings, _BATCH)):
            await connection.execute(lines.STAGED.insert(), batch)
        if not self.summary.error_count:
            self.summary.absent_lines = await lines.find_new(connection)

    def _rows(self, name: str, columns: Mapping[str, rules.Column]) -> Iterator[tuple[int, dict[str, Any] | None]]:
        if name in self.files:
            for line, values in rows(self.files[name], columns, self.summary.fault):
                self.teller.row()
                yield line, values

    def _tenancies(self) -> None:
        counts = self.summary.tenancies
        first_line: dict[str, int] = {}
        for line, values in self._rows(TENANCIES, rules.TENANCIES):
            counts.read += 1
            if values is None:
                continue
            ref = values["tenancy_ref"]
            try:
                refused = rules.not_for_us(values)
                self._check(values, first_line)
            except _At as wrong:
                self._fault(TENANCIES, line, wrong.field, wrong.wrong)
                continue
            except Wrong as wrong:
                self._fault(TENANCIES, line, "country", wrong)
                continue
            first_line[ref] = line
            if refused:
                counts.skipped += 1
                self._refused.add(ref)
                self.summary.refused.append(RefusedTenancy(ref, line, *refused))
            else:
                self.good.tenancies[ref] = values

    def _check(self, values: Mapping[str, Any], first_line: Mapping[str, int]) -> None:
        ref = values["tenancy_ref"]
        if ref in first_line:
            rule = f"the reference was already given in line {first_line[ref]}"
            raise _At("tenancy_ref", Wrong(rule, "give each tenancy once"))
        fault = rules.tenancy_dates(values)
        if fault:
            raise _At(*fault)
        if self._known.get(ref, writing.slug(values)) != writing.slug(values):
            rule = "another landlord has a tenancy of this reference"
            raise _At(
                "tenancy_ref", Wrong(rule, "put the landlord's initials before its references, in all three files")
            )

    def _people(self) -> None:
        counts = self.summary.people
        for line, values in self._rows(PEOPLE, rules.PEOPLE):
            counts.read += 1
            if values is not None and self._belongs(PEOPLE, line, values, counts):
                self.good.people.setdefault(values["tenancy_ref"], []).append(values)

    def _postings(self) -> Iterator[dict[str, Any]]:
        counts = self.summary.postings
        for line, values in self._rows(POSTINGS, rules.POSTINGS):
            counts.read += 1
            if values is not None and self._belongs(POSTINGS, line, values, counts):
                yield values | {"line": line, "made": False}

    def _belongs(self, file: str, line: int, values: Mapping[str, Any], counts: Any) -> bool:
        ref = values["tenancy_ref"]
        if ref in self._refused:
            counts.skipped += 1
            return False
        if ref in self.good.tenancies or ref in self._known:
            return True
        # Where a tenancy's own row is at fault, its people and postings are not blamed for it.
        if not self._faulty_tenancies:
            mend = "add the tenancy to tenancies.csv, or leave the row out"
            self._fault(file, line, "tenancy_ref", Wrong("there is no such tenancy", mend))
        return False

    def _fault(self, file: str, line: int, field: str, wrong: Wrong) -> None:
        self.summary.fault(RowError(file, line, field, wrong.rule, wrong.mend))


class _At(Exception):
    def __init__(self, field: str, wrong: Wrong) -> None:
        super().__init__(field)
        self.field = field
        self.wrong = wrong
