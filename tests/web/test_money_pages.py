"""The pages of money cases: fit for people who use other means than eyes and a mouse, and for a phone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import time_machine
from axe_playwright_python.async_playwright import Axe

from activities.context import Context
from api.pages.forms.money import money_forms
from cases.commands import PaperDone
from cases.money import commands as c
from cases.money.words import MoneyPaper
from tests.activities.made import SYSTEM, TODAY
from tests.activities.money_desk import MoneyActing
from tests.web.site import CHROMIUM, PHONE, Site, served
from tests.web.test_pages import OPEN_DETAILS, faults

DEBT = "T900004-M1"
PAGES = {
    "money cases": "/money-cases",
    "a money case": f"/money-cases/{DEBT}",
    "its papers": f"/money-cases/{DEBT}/papers",
    "an approval of a claim": f"/money-cases/{DEBT}/do/approve?subject=C1",
    "an approval of a write-off": f"/money-cases/{DEBT}/do/approve?subject=W1",
    "the pipeline": "/pipeline",
    "the outbox": "/outbox",
    "my work": "/",
}


async def _walked(context: Context) -> None:
    """A former tenant's debt with a claim issued, papers made, a reply, and a write-off that waits."""
    desk = await (await MoneyActing(context, "T900004").begun()).traced()
    asked = await desk.asked(MoneyPaper.LETTER_OF_CLAIM, "case")
    made = await desk.make(asked)
    done = PaperDone(paper_id=asked.paper_id, file=made.file, figure_pence=made.figure_pence, cautions=made.cautions)
    await desk.does(done, SYSTEM)
    await desk.written_to()
    await desk.claimed(interest=True, interest_from=desk.today)
    await desk.issued()
    text = await desk.words("It would cost more than it brings.")
    await desk.does(c.ProposeWriteOff(pence=10_000, why="uneconomic", recoverable=True, text=text))


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def money_site(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Site]:
    """The served pages with a money case, and a browser; without a browser on this machine the test says so."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    folder: Path = tmp_path_factory.mktemp("money-site")
    (folder / "templates").mkdir()
    with time_machine.travel(TODAY, tick=True):
        async with served(folder / "templates", folder, _walked) as running:
            yield running


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_has_no_fault_that_can_be_found_by_rule(money_site: Site, name: str) -> None:
    async with money_site.visitor("senior") as page:
        answer = await page.goto(PAGES[name])
        assert answer is not None
        assert answer.status == 200
        await page.evaluate(OPEN_DETAILS)
        found = await Axe().run(page)
        assert not faults(found), faults(found)
        assert await page.locator("h1").count() == 1


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_fits_a_phone(money_site: Site, name: str) -> None:
    async with money_site.visitor("senior", PHONE) as page:
        await page.goto(PAGES[name])
        await page.evaluate(OPEN_DETAILS)
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE[0], f"{width} pixels wide"


@pytest.mark.long
async def test_every_act_has_a_form_without_faults(money_site: Site) -> None:
    about = {"approve": "W1", "record_response": "C1", "ask_judgment": "C1", "record_judgment": "C1"}
    async with money_site.visitor("senior") as page:
        for command in money_forms():
            answer = await page.goto(f"/money-cases/{DEBT}/do/{command}?subject={about.get(command, '')}")
            assert answer is not None
            assert answer.status == 200, command
            found = await Axe().run(page)
            assert not faults(found), (command, faults(found))


async def test_the_team_is_led_from_its_pages_to_the_money_case_and_reads_what_it_approves(money_site: Site) -> None:
    async with money_site.visitor("senior") as page:
        await page.goto("/pipeline")
        assert await page.locator("text=Open money cases by stage").count() == 1
        assert await page.locator(f"a[href='/cases/{DEBT}']").count() == 0
        assert await page.locator(f"a[href='/money-cases/{DEBT}']").count() >= 1
        await page.goto("/")
        await page.click("text=W1 of case T900004-M1")
        assert "£100.00" in await page.inner_text("main")
        assert "It would cost more than it brings." in await page.inner_text("main")


async def test_a_paper_is_read_from_the_papers_page(money_site: Site) -> None:
    async with money_site.visitor("senior") as page:
        await page.goto(f"/money-cases/{DEBT}/papers")
        href = await page.locator("a:has-text('Letter of claim')").first.get_attribute("href")
        answer = await page.request.get(f"{money_site.url}{href}")
        assert answer.status == 200
        assert (await answer.body()).startswith(b"%PDF")
