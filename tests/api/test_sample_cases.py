"""The first look at a new sample landlord shows every stage: its made-up cases all come in, and come in once."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from activities.context import Context
from api.earlier_words import OF_MONEY, OF_POSSESSION
from api.security.tokens import Signer
from api.web import Web
from cases.words import Stage
from documents.files import FileStore
from law.calendar import is_business_day
from runtime import bootstrap
from runtime.sample_cases import fill, told
from runtime.sample_cast import CAST
from runtime.settings import load
from store.engine import make_engine
from tests.api.money_engine import MoneyEngine

SAMPLE = Path(__file__).parents[2] / "sample"


def test_every_line_of_the_cast_is_a_word_of_its_table_on_a_working_day() -> None:
    for made in CAST:
        words = OF_MONEY if made.about.get("track") == "money" else OF_POSSESSION
        for row in told(made, date(2026, 11, 22)):
            assert words.plain.get(row["step"], row["step"]) in words.kinds
            assert is_business_day(date.fromisoformat(row["on"]))


@pytest.mark.long
@pytest.mark.timeout(180)
async def test_the_made_up_cases_show_every_stage_and_come_in_once(tmp_path: Path) -> None:
    settings = load(data_dir=tmp_path / "data", sample="yes", sample_dir=SAMPLE)
    await bootstrap.prepare(settings)
    engine = make_engine(settings.database)
    files = FileStore(Path(settings.files))
    web = Web(settings, engine, MoneyEngine(Context(engine, files)), Signer("a made-up secret"), files)
    try:
        came = Counter(" ".join(line.split()[1:]) for line in await fill(web))
        assert not [line for line in came if "refused" in line]
        assert {line.removeprefix("came in ") for line in came} >= {s.value for s in Stage if s is not Stage.CLOSED}
        assert all("here already" in line for line in await fill(web))
    finally:
        await engine.dispose()
