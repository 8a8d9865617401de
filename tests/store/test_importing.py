"""The housing export comes in whole or not at all, and twice is once."""

import csv
import hashlib
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from cases.account import position
from cases.state import Person as Actor
from cases.words import Role
from store import clock, facts, housing, people, wakeups
from store.cases import record
from store.importing import ImportSummary, import_export
from store.tables import Person, Posting, RentBalance, Tenancy, metadata
from tests.store.made import an_opening

Sessions = async_sessionmaker[AsyncSession]
SAMPLE = Path(__file__).parents[2] / "sample"
COUNCIL = "sample-borough-council"
ACTOR = Actor(user_id="officer.a", role=Role.OFFICER)

TENANCIES = """\
tenancy_ref,occupancy_type,is_social_housing,landlord,address_line_1,town,postcode,country,start_date,fixed_term_end,\
period_unit,period_anchor,weeks_charged_a_year,rent_pence,service_charge_pence,patch,officer,end_date
T1,secure,true,Sample Borough Council,1 Mill Terrace,Rugby,CV21 1AA,England,2020-01-06,,week,2020-01-06,52,10000,500,\
North,officer.a,
T2,assured,true,Sample Vale Homes,2 Mill Terrace,Rugby,CV21 1AB,England,2020-01-06,,month,2020-01-01,,40000,0,North,\
officer.b,
"""
PEOPLE = """\
tenancy_ref,role,title,first_name,last_name,date_of_birth,email,phone,preferred_contact,vulnerability_note,\
interpreter_language,benefit
T1,tenant,Ms,Aoife,O'Brien,1980-02-29,,,letter,,,UC
T1,tenant,Mr,Šimon,Öztürk,1979-05-01,,,email,,,none
T2,tenant,,Li,Begum,1990-01-01,,,text,,,HB
"""
POSTINGS = """\
tenancy_ref,posted_on,kind,due_pence,paid_pence,source,narrative
T1,2026-11-02,rent,10000,0,,Rent charge
T1,2026-11-02,service_charge,500,0,,Service charge
T1,2026-11-05,payment,0,2000,tenant,Direct debit
T1,2026-11-05,payment,0,2000,tenant,Direct debit
T1,2026-11-09,court_cost,40400,0,,Court fee added
T2,2026-11-01,rent,40000,0,,Rent charge
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A small export that can be changed."""
    folder = tmp_path / "export"
    folder.mkdir()
    for name, content in (("tenancies.csv", TENANCIES), ("people.csv", PEOPLE), ("postings.csv", POSTINGS)):
        (folder / name).write_text(content, "utf-8")
    return folder


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Change one file of the export."""
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


async def fingerprint(writing: Sessions) -> dict[str, tuple[int, str]]:
    """Rows and a hash over them, of every table."""
    found = {}
    async with writing.begin() as session:
        for name, table in metadata.tables.items():
            rows = sorted(repr(tuple(row)) for row in await session.execute(table.select()))
            found[name] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())
    return found


def in_england(name: str) -> int:
    """The rows of a sample file that are not of the one Welsh dwelling."""
    with open(SAMPLE / name, encoding="utf-8", newline="") as file:
        return sum(row["tenancy_ref"] != "T102109" for row in csv.DictReader(file))


SHEETS = (in_england("tenancies.csv"), in_england("people.csv"), in_england("postings.csv"))


async def test_the_sample_comes_in_and_a_second_time_changes_nothing(engine: AsyncEngine, writing: Sessions) -> None:
    told: list[tuple[int, int]] = []
    first = await import_export(engine, SAMPLE, sample=True, progress=lambda done, total: told.append((done, total)))
    assert first.applied
    assert first.error_count == 0
    assert (first.tenancies.added, first.people.added, first.postings.added) == SHEETS
    assert len(first.changed) == SHEETS[0]
    assert first.landlords == (COUNCIL, "sample-vale-homes")
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]

    before = await fingerprint(writing)
    assert before["posting"][0] == SHEETS[2]
    second = await import_export(engine, SAMPLE, sample=True)
    assert second.applied
    assert (second.tenancies.unchanged, second.people.unchanged, second.postings.unchanged) == SHEETS
    assert (second.changed, second.absent_lines) == ((), 0)
    assert await fingerprint(writing) == before


async def test_the_welsh_dwelling_is_refused_with_its_reason_and_its_rows_are_counted(engine: AsyncEngine) -> None:
    found = await import_export(engine, SAMPLE, sample=True)
    (refused,) = found.refused
    assert (refused.tenancy_ref, refused.authority) == ("T102109", "Renting Homes (Wales) Act 2016")
    assert "Wales" in refused.reason
    assert (found.tenancies.skipped, found.people.skipped, found.postings.skipped) == (1, 2, 284)
    assert found.errors == []


async def test_balances_are_those_of_the_account_law(engine: AsyncEngine, writing: Sessions) -> None:
    await import_export(engine, SAMPLE, sample=True)
    async with writing.begin() as session:
        now = await clock.now(session, COUNCIL)
        rows = await session.execute(
            select(Tenancy, RentBalance).join(RentBalance, RentBalance.tenancy_id == Tenancy.id)  # type: ignore[arg-type]
        )
        checked = 0
        for home, balance in rows:
            gathered = await facts.gather(
                session, landlord=home.landlord, tenancy_ref=home.tenancy_ref, actor=ACTOR, as_at=now
            )
            assert gathered is not None
            account = position(gathered.postings, date(2026, 11, 20), gathered.tenancy)
            assert balance.rent_arrears_pence == account.rent_arrears_pence
            assert balance.court_costs_pence == account.court_costs_pence
            assert (balance.last_payment_on, balance.last_payment_pence) == (
                account.last_payment_on,
                account.last_payment_pence,
            )
            checked += 1
    assert checked == SHEETS[0]


async def test_facts_carry_the_tenancy_as_the_export_gives_it(engine: AsyncEngine, writing: Sessions) -> None:
    await import_export(engine, SAMPLE, sample=True)
    async with writing.begin() as session:
        now = await clock.now(session, COUNCIL)
        found = await facts.gather(session, landlord=COUNCIL, tenancy_ref="T100037", actor=ACTOR, as_at=now)
        assert found is not None
        assert found.sample
        assert (found.tenancy.occupancy, found.tenancy.period_unit) == ("secure", "month")
        assert (found.tenancy.landlord_kind, found.tenancy.landlord_name) == ("council", "Sample Borough Council")
        assert found.tenancy.tenants == ("T100037-P1",)
        assert (found.postings[0].on, found.postings[0].due_pence) == (date(2023, 12, 1), 44_372)
        assert (found.open_case, found.earlier_cases) == (None, 0)
        assert await facts.gather(session, landlord=COUNCIL, tenancy_ref="T0", actor=ACTOR, as_at=now) is None
        assert await facts.gather(session, landlord="nobody", tenancy_ref="T100037", actor=ACTOR, as_at=now) is None


async def test_the_kind_of_a_landlord_can_be_said(engine: AsyncEngine, export: Path, writing: Sessions) -> None:
    await import_export(engine, export, landlord_kinds={"Sample Vale Homes": "council"})
    async with writing.begin() as session:
        now = await clock.now(session, COUNCIL)
        found = await facts.gather(session, landlord="sample-vale-homes", tenancy_ref="T2", actor=ACTOR, as_at=now)
        assert found is not None
        assert (found.tenancy.landlord_kind, found.sample) == ("council", False)


async def test_equal_lines_of_a_day_are_both_kept(engine: AsyncEngine, export: Path, writing: Sessions) -> None:
    await import_export(engine, export)
    await import_export(engine, export)
    async with writing.begin() as session:
        balance = await housing.balance(session, COUNCIL, "T1")
    assert balance is not None
    assert (balance.rent_arrears_pence, balance.court_costs_pence) == (10_500 - 4_000, 40_400)


async def test_a_new_line_tells_whose_account_changed(engine: AsyncEngine, export: Path, writing: Sessions) -> None:
    await import_export(engine, export)
    async with writing.begin() as session:
        await record(session, an_opening())
    with (export / "postings.csv").open("a") as file:
        file.write("T1,2026-11-09,rent,10000,0,,Rent charge\n")
    found = await import_export(engine, export)
    assert (found.postings.added, found.postings.unchanged) == (1, 6)
    assert found.changed == ((COUNCIL, "T1"),)
    async with writing.begin() as session:
        assert await wakeups.open_cases_of(session, found.changed) == [f"case/{COUNCIL}/T1"]
        balance = await housing.balance(session, COUNCIL, "T1")
    assert balance is not None
    assert balance.rent_arrears_pence == 16_500


async def test_a_line_that_is_no_longer_exported_is_kept_and_told(
    engine: AsyncEngine, export: Path, writing: Sessions
) -> None:
    await import_export(engine, export)
    change(export, "postings.csv", "T1,2026-11-02,service_charge,500,0,,Service charge\n", "")
    found = await import_export(engine, export)
    assert (found.absent_lines, found.changed) == (1, ())
    async with writing.begin() as session:
        assert await session.scalar(select(func.count()).select_from(Posting)) == 6


async def test_changed_terms_are_taken_over(engine: AsyncEngine, export: Path, writing: Sessions) -> None:
    await import_export(engine, export)
    change(export, "tenancies.csv", ",10000,500,", ",11000,500,")
    found = await import_export(engine, export)
    assert (found.tenancies.changed, found.tenancies.unchanged) == (1, 1)
    assert found.changed == ((COUNCIL, "T1"),)
    async with writing.begin() as session:
        home = await housing.tenancy(session, COUNCIL, "T1")
        balance = await housing.balance(session, COUNCIL, "T1")
    assert home is not None
    assert balance is not None
    assert (home.rent_pence, balance.weekly_pence) == (11_000, 11_500)


async def test_people_keep_their_ids_in_whatever_order_they_come(
    engine: AsyncEngine, export: Path, writing: Sessions
) -> None:
    await import_export(engine, export)
    rows = PEOPLE.splitlines(keepends=True)
    (export / "people.csv").write_text("".join([rows[0], rows[2], rows[1], rows[3]]), "utf-8")
    again = await import_export(engine, export)
    assert (again.people.unchanged, again.people.changed, again.people.added) == (3, 0, 0)
    # One takes another name, one leaves and somebody else comes.
    change(export, "people.csv", "O'Brien", "Murphy")
    change(export, "people.csv", "T1,tenant,Mr,Šimon,Öztürk,1979-05-01", "T1,tenant,Mx,Ngozi,Ade,2001-01-01")
    found = await import_export(engine, export)
    assert (found.people.added, found.people.changed, found.people.unchanged) == (1, 2, 1)
    async with writing.begin() as session:
        now = await people.of_tenancy(session, COUNCIL, "T1")
        ever = await people.of_tenancy(session, COUNCIL, "T1", former=True)
    assert [(person.person_id, person.name) for person in now] == [
        ("T1-P1", "Ms Aoife Murphy"),
        ("T1-P3", "Mx Ngozi Ade"),
    ]
    assert [(person.person_id, person.current) for person in ever] == [
        ("T1-P1", True),
        ("T1-P2", False),
        ("T1-P3", True),
    ]


FAULTS = [
    ("tenancies.csv", "T1,secure", "T1,leased", 2, "occupancy_type"),
    ("tenancies.csv", "T1,secure", "T 1/2,secure", 2, "tenancy_ref"),
    ("tenancies.csv", "T2,assured", "T1,assured", 3, "tenancy_ref"),
    ("tenancies.csv", "secure,true", "secure,yes", 2, "is_social_housing"),
    ("tenancies.csv", "CV21 1AA,England", "CV21 1AA,Narnia", 2, "country"),
    ("tenancies.csv", "1AA,England,2020-01-06", "1AA,England,06/01/2020", 2, "start_date"),
    ("tenancies.csv", "2020-01-06,,week", "2020-01-06,2019-01-01,week", 2, "fixed_term_end"),
    ("tenancies.csv", ",,week,", ",,daily,", 2, "period_unit"),
    ("tenancies.csv", ",52,10000", ",54,10000", 2, "weeks_charged_a_year"),
    ("tenancies.csv", ",52,10000", ",52,100.00", 2, "rent_pence"),
    ("tenancies.csv", ",10000,500", ",10000,-500", 2, "service_charge_pence"),
    ("tenancies.csv", "1 Mill Terrace", "1, Mill Terrace", 2, ""),
    ("tenancies.csv", "period_anchor", "anchor", 1, "period_anchor"),
    ("people.csv", "T2,tenant", "T9,tenant", 4, "tenancy_ref"),
    ("people.csv", "T2,tenant", "T2,landlord", 4, "role"),
    ("people.csv", "1980-02-29", "1981-02-29", 2, "date_of_birth"),
    ("people.csv", "Begum", "", 4, "last_name"),
    ("people.csv", "1990-01-01,,", "1990-01-01,nowhere,", 4, "email"),
    ("people.csv", "Li,Begum", '"Li,Begum', 4, ""),
    ("postings.csv", "T2,2026-11-01,rent", "T2,2026-11-31,rent", 7, "posted_on"),
    ("postings.csv", "T2,2026-11-01,rent", "T2,2026-11-01,fee", 7, "kind"),
    ("postings.csv", "40000,0", "40000.0,0", 7, "due_pence"),
    ("postings.csv", "40000,0", "40000,£0", 7, "paid_pence"),
    ("postings.csv", "T2,2026", "T3,2026", 7, "tenancy_ref"),
]


@pytest.mark.parametrize(("name", "old", "new", "line", "field"), FAULTS)
async def test_a_faulty_row_is_told_with_its_mend_and_nothing_is_applied(
    engine: AsyncEngine, writing: Sessions, export: Path, name: str, old: str, new: str, line: int, field: str
) -> None:
    before = await fingerprint(writing)
    change(export, name, old, new)
    found = await import_export(engine, export)
    assert not found.applied
    assert [(error.file, error.line, error.field) for error in found.errors] == [(name, line, field)]
    assert found.errors[0].rule
    assert found.errors[0].mend
    assert await fingerprint(writing) == before


async def test_every_fault_is_told_at_once_and_names_no_names(engine: AsyncEngine, export: Path) -> None:
    change(export, "people.csv", "1980-02-29", "never")
    change(export, "people.csv", "1979-05-01", "never")
    change(export, "postings.csv", "payment", "gift")
    found = await import_export(engine, export)
    assert found.error_count == 4
    assert "Brien" not in repr(found)


async def test_a_file_that_is_not_utf8_is_told(engine: AsyncEngine, export: Path) -> None:
    (export / "people.csv").write_bytes(PEOPLE.encode("latin-1", "replace"))
    found = await import_export(engine, export)
    assert [(error.file, error.rule) for error in found.errors] == [("people.csv", "the file must be UTF-8 text")]


async def test_a_fault_while_writing_leaves_nothing(
    engine: AsyncEngine, writing: Sessions, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await fingerprint(writing)

    async def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("store.balances.refresh", fail)
    with pytest.raises(RuntimeError):
        await import_export(engine, export)
    assert await fingerprint(writing) == before
    monkeypatch.undo()
    assert (await import_export(engine, export)).applied


async def test_a_reference_of_another_landlord_is_told(engine: AsyncEngine, export: Path) -> None:
    await import_export(engine, export)
    change(export, "tenancies.csv", "T2,assured,true,Sample Vale Homes", "T2,assured,true,Another Homes")
    found = await import_export(engine, export)
    assert [error.field for error in found.errors] == ["tenancy_ref"]


async def test_a_long_lease_is_refused_with_its_reason(engine: AsyncEngine, export: Path) -> None:
    change(export, "tenancies.csv", "T1,secure", "T1,leasehold")
    found = await import_export(engine, export)
    assert found.applied
    assert [(refused.tenancy_ref, "forfeiture" in refused.reason) for refused in found.refused] == [("T1", True)]
    assert (found.people.skipped, found.postings.skipped) == (2, 5)


async def test_postings_may_come_alone(engine: AsyncEngine, export: Path) -> None:
    await import_export(engine, export)
    (export / "tenancies.csv").unlink()
    (export / "people.csv").unlink()
    with (export / "postings.csv").open("a") as file:
        file.write("T2,2026-11-03,payment,0,40000,hb,Housing Benefit\n")
    found = await import_export(engine, export)
    assert found.changed == (("sample-vale-homes", "T2"),)


async def test_an_empty_folder_is_told(engine: AsyncEngine, tmp_path: Path) -> None:
    found: ImportSummary = await import_export(engine, tmp_path / "nowhere")
    assert (found.applied, found.error_count) == (False, 1)


async def test_sample_people_are_all_there(engine: AsyncEngine, writing: Sessions, tmp_path: Path) -> None:
    folder = tmp_path / "people only"
    folder.mkdir()
    for name in ("tenancies.csv", "people.csv"):
        shutil.copy(SAMPLE / name, folder / name)
    await import_export(engine, folder, sample=True)
    async with writing.begin() as session:
        assert await session.scalar(select(func.count()).select_from(Person)) == SHEETS[1]
        assert await session.scalar(select(func.count()).select_from(RentBalance)) == SHEETS[0]


async def test_a_new_name_and_a_claim_to_buy_reach_the_case_and_no_name_does(
    engine: AsyncEngine, export: Path, writing: Sessions
) -> None:
    await import_export(engine, export)
    change(export, "people.csv", "O'Brien", "Murphy")
    text = (export / "tenancies.csv").read_text("utf-8").splitlines()
    bought = [f"{line}{',right_to_buy_claimed_on' if n == 0 else ',2026-09-14'}" for n, line in enumerate(text)]
    (export / "tenancies.csv").write_text("\n".join(bought) + "\n", "utf-8")
    found = await import_export(engine, export)
    assert (COUNCIL, "T1") in found.changed
    reader = Actor(user_id="system", role=Role.SYSTEM)
    async with writing.begin() as session:
        told = await facts.gather(session, landlord=COUNCIL, tenancy_ref="T1", actor=reader, as_at=datetime.now(UTC))
        ever = await people.of_tenancy(session, COUNCIL, "T1")
        today = await clock.today(session, COUNCIL)
    assert told is not None
    assert told.right_to_buy_claimed_on == date(2026, 9, 14)
    assert [(one.tenant, one.on) for one in told.renamed] == [("T1-P1", today)]
    assert "Murphy" not in told.model_dump_json()
    assert (ever[0].was_named, ever[0].last_name) == ("Aoife O'Brien", "Murphy")
    assert not (await import_export(engine, export)).changed
