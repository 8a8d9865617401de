"""The forecast over the API, as JSON and as a table."""

import csv
import io

from fastapi import FastAPI

from api.tables import plain
from tests.api.serving import LANDLORD, Client, client
from tests.api.test_acts import opened

HERE = f"landlord={LANDLORD}"


async def test_the_forecast_says_what_whose_and_why(officer: Client) -> None:
    case_id = await opened(officer)
    answer = (await officer.get(f"/api/v1/forecast?{HERE}")).json()
    assert answer["cases"] == 1
    (share,) = answer["officers"]
    assert share["officer"] == "officer.a"
    (row,) = share["rows"]
    assert (row["case_id"], row["sort"], row["on"]) == (case_id, "late", "2026-11-30")
    assert row["why"]
    assert answer["counts"] == {"lapse": 0, "breach": 0, "late": 1, "blocked": 0}


async def test_the_table_has_a_line_for_each_and_no_tenant_s_name(officer: Client) -> None:
    case_id = await opened(officer)
    answer = await officer.get(f"/api/v1/forecast.csv?{HERE}")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    head, line = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert head[:4] == ["Day", "Sort", "Case", "Officer"]
    assert line[:4] == ["2026-11-30", "Late, or will be", case_id, "Amal Reid"]
    assert "Alex" not in answer.text


async def test_another_landlord_s_forecast_is_not_there(app: FastAPI, officer: Client, elsewhere: Client) -> None:
    await opened(officer)
    for path in ("forecast", "forecast.csv", "lessons"):
        assert (await elsewhere.get(f"/api/v1/{path}?{HERE}")).status_code == 404
        assert (await officer.get(f"/api/v1/{path}?landlord=nobody")).status_code == 404
    async with client(app, "admin") as admin:
        assert (await admin.get(f"/api/v1/forecast?{HERE}")).status_code == 403
    for days in ("0", "366", "x"):
        assert (await officer.get(f"/api/v1/forecast?{HERE}&days={days}")).status_code == 422


async def test_lessons_begin_empty(officer: Client) -> None:
    answer = (await officer.get(f"/api/v1/lessons?{HERE}")).json()
    assert (answer["failures"], answer["overrides"], answer["since"]) == ([], [], "2026-01-01")


def test_no_cell_is_taken_for_a_formula() -> None:
    assert [plain(each) for each in ("=1+1", "@x", "-5", "T1-1", "")] == ["'=1+1", "'@x", "'-5", "T1-1", ""]
