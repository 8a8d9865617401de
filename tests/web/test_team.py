"""The team's pages: fit for people who use other means than eyes and a mouse, and for a phone."""

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.web.site import PHONE, Site
from tests.web.test_pages import LANDLORD, OPEN_DETAILS, faults

PAGES = {
    "the forecast": "/forecast?days=90",
    "the rent watch": "/watch",
    "many cases": "/bulk",
    "sharing out": "/share-out",
    "absence": "/absence",
    "the calendar": "/calendar",
}


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_has_no_fault_that_can_be_found_by_rule(site: Site, name: str) -> None:
    async with site.visitor("senior") as page:
        await page.goto(PAGES[name])
        await page.evaluate(OPEN_DETAILS)
        found = await Axe().run(page)
        assert not faults(found), faults(found)
        assert await page.locator("h1").count() == 1


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_fits_a_phone(site: Site, name: str) -> None:
    async with site.visitor("senior", PHONE) as page:
        await page.goto(PAGES[name])
        await page.evaluate(OPEN_DETAILS)
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE[0], f"{width} pixels wide"


@pytest.mark.long
async def test_claims_as_one_file_have_a_page_without_fault_that_fits_a_phone(site: Site) -> None:
    async with site.visitor("senior", PHONE) as page:
        await page.goto("/claim-files")
        found = await Axe().run(page)
        assert not faults(found), faults(found)
        assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


async def test_cases_are_looked_at_before_they_are_opened_without_scripts(site: Site) -> None:
    async with site.visitor("senior", scripts=False) as page:
        await page.goto("/watch")
        await page.check("#open-T900002")
        await page.click("text=Show what opening them would do")
        assert await page.locator("text=Do it for the 1 that may be done").count() == 1
        async with site.visitor("senior") as other:
            await other.goto(f"/accounts/{LANDLORD}/T900002")
            assert await other.locator("text=T900002-1").count() == 0


async def test_what_would_happen_to_many_cases_has_no_fault(site: Site) -> None:
    async with site.visitor("senior") as page:
        await page.goto("/bulk")
        await page.check("#kind-draft_notice")
        await page.fill("#words", "Rent is unpaid.")
        await page.check("#case-T900001-1")
        await page.check("#case-T900003-1")
        await page.click("text=Show what would happen")
        found = await Axe().run(page)
        assert not faults(found), faults(found)
