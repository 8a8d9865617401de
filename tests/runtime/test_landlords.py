"""An administrator sets what papers say of a landlord, from a file or part by part."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from runtime.cli import app
from runtime.settings import load
from store import landlords, migrate
from store.engine import make_engine, sessions

Call = Callable[..., Result]
WHOLE = """
address = ["Some House", "2 Some Street", "Sometown", "AB1 2CD"]
phone = "01632 960123"
email = "legal@some.example"
signatory_name = "Robin Some"
signatory_position = "Director of Housing"
court_name = "County Court at Sometown"

[grounds_text.HA1985]
1 = 'The Act says "so".'
"""


async def _a_landlord(url: str) -> None:
    engine = make_engine(url)
    async with sessions(engine).begin() as session:
        await landlords.ensure(session, "Some Homes")
    await engine.dispose()


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """The command line, on a database with one real landlord."""
    url = load(data_dir=tmp_path).database
    migrate.upgrade(url)
    asyncio.run(_a_landlord(url))
    return lambda *words: CliRunner().invoke(app, ["--data", str(tmp_path), "landlords", *words])


def test_what_is_not_set_is_listed(call: Call) -> None:
    told = call("list")
    assert "some-homes" in told.stdout
    assert "signatory" in told.stdout


def test_a_file_sets_all_of_it_and_what_is_shown_can_be_set_again(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "details.toml"
    file.write_text(WHOLE)
    assert call("set", "some-homes", "--from-file", str(file)).stdout == "some-homes: kept\n"
    shown = call("show", "some-homes").stdout
    assert '"County Court at Sometown"' in shown
    file.write_text(shown)
    assert call("set", "some-homes", "--from-file", str(file)).exit_code == 0
    assert call("show", "some-homes").stdout == shown


def test_one_part_is_set_and_the_rest_stays(call: Call) -> None:
    assert call("set", "some-homes", "--phone", "01632 960000").exit_code == 0
    told = call("set", "some-homes", "--address", "1 Road", "--address", "AB1 2CD").stdout
    assert "still not set: signatory, signatory's position, court" in told
    assert '"01632 960000"' in call("show", "some-homes").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["some-homes", "--phone", "1"], "ten digits"),
        (["nobody", "--phone", "01632 960000"], "there is no landlord"),
        (["some-homes"], "name a file"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_kept(call: Call, words: list[str], said: str) -> None:
    told = call("set", *words)
    assert told.exit_code == 2
    assert said in told.output
    assert "960000" not in call("show", "some-homes").stdout


def test_a_ground_that_is_not_in_the_schedule_is_told(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "details.toml"
    file.write_text('[grounds_text.HA1985]\n99 = "x"\n')
    assert "there is no ground '99'" in call("set", "some-homes", "--from-file", str(file)).output


TEXTS = """
[[texts]]
schedule = "HA1985"
ground = "1"
text = "The words of the Act."
source = "the official site, read on 1 June 2026"
from = 1985-10-30
"""


def test_official_texts_are_installed_from_a_checked_file_and_outlast_new_details(call: Call, tmp_path: Path) -> None:
    texts, details = tmp_path / "texts.toml", tmp_path / "details.toml"
    texts.write_text(TEXTS)
    details.write_text(WHOLE)
    assert call("texts", "some-homes", "--from-file", str(texts)).stdout == "some-homes: 1 official text installed\n"
    assert call("set", "some-homes", "--from-file", str(details)).exit_code == 0
    assert "HA1985 old ground 1: from 1985-10-30, the official site" in call("texts", "some-homes").stdout


def test_official_texts_of_a_ground_there_is_none_of_are_refused(call: Call, tmp_path: Path) -> None:
    texts = tmp_path / "texts.toml"
    texts.write_text(TEXTS.replace('ground = "1"', 'ground = "99"'))
    assert call("texts", "some-homes", "--from-file", str(texts)).exit_code != 0
    assert call("texts", "some-homes").stdout == ""


COURTS = """
source = "made up"
from = 2020-01-01
[[courts]]
court = "County Court at Sometown"
postcodes = ["AB1", "AB2 1"]
"""


def test_a_table_of_courts_is_installed_from_a_checked_file_and_outlasts_new_details(
    call: Call, tmp_path: Path
) -> None:
    courts, details = tmp_path / "courts.toml", tmp_path / "details.toml"
    courts.write_text(COURTS)
    details.write_text(WHOLE)
    installed = call("courts", "some-homes", "--from-file", str(courts)).stdout
    assert installed == "some-homes: 1 court with 2 postcodes installed\n"
    assert call("set", "some-homes", "--from-file", str(details)).exit_code == 0
    assert "County Court at Sometown: AB1, AB2 1; from 2020-01-01, made up (C)" in call("courts", "some-homes").stdout
    told = call("courts", "some-homes", "--postcode", "AB2 1XY").stdout
    assert told == "AB2 1XY: County Court at Sometown, by AB2 1: made up (C)\n"


def test_a_table_of_courts_with_faults_is_refused_with_each_named(call: Call, tmp_path: Path) -> None:
    courts = tmp_path / "courts.toml"
    courts.write_text(COURTS.replace('"AB1"', '"the north"').replace("from =", "form ="))
    told = call("courts", "some-homes", "--from-file", str(courts))
    assert told.exit_code != 0
    assert "the north" in told.output
    assert "form: there is no such entry" in told.output
    assert call("courts", "some-homes").stdout == ""
