"""A whole case through the command line: real processes, real sign-ins, refused where it must be, to the keys."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner

from runtime.cli import app
from tests.runtime.runs import ROOT

LEAST_REFUSED = 3


def test_journeys_are_listed_for_programs_too() -> None:
    told = CliRunner().invoke(app, ["journey", "--list", "--json"])
    assert {each["name"] for each in json.loads(told.stdout)} >= {
        "secure-arrears",
        "former-tenant",
        "current-debt",
        "introductory-lapsed",
        "market-rent",
    }


def test_a_journey_that_is_not_there_is_told() -> None:
    assert CliRunner().invoke(app, ["journey", "nowhere"]).exit_code == 2


@pytest.mark.timeout(400)
def test_a_secure_arrears_case_goes_from_first_contact_to_the_keys(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "runtime.cli", "journey", "secure-arrears", "--papers", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    refused = re.findall(r"^ +✗ .*: refused$", done.stdout, re.MULTILINE)
    assert len(refused) >= LEAST_REFUSED
    assert done.stdout.count("To mend:") >= LEAST_REFUSED
    told = re.search(r"(\d+) steps taken, (\d+) refused, (\d+) papers made", done.stdout)
    assert told is not None
    assert int(told[2]) == len(refused)
    papers = sorted(tmp_path.glob("*.pdf"))
    assert len(papers) == int(told[3]) > 5
    for paper in papers:
        pages = pypdfium2.PdfDocument(paper)
        assert len(pages) > 0, paper.name
        assert pages[0].get_textpage().get_text_range().strip(), paper.name
    assert "The officer closes the case" in done.stdout


@pytest.mark.long
@pytest.mark.timeout(400)
@pytest.mark.parametrize("name", ["former-tenant", "current-debt"])
def test_a_debt_goes_from_letter_of_claim_to_judgment_and_write_off(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "runtime.cli", "journey", name, "--papers", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert len(re.findall(r"^ +✗ .*: refused$", done.stdout, re.MULTILINE)) >= LEAST_REFUSED
    assert "Due Course finds the judgment" in done.stdout
    assert "The officer closes the case" in done.stdout
