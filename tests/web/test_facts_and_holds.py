"""The page of recorded facts and the forms that put them right, looked at as people see them."""

from axe_playwright_python.async_playwright import Axe

from tests.web.site import DESKTOP, PHONE, Site

CASE = "/cases/T900001-1"


async def test_a_fact_is_found_and_its_form_shows_the_old_value(site: Site) -> None:
    async with site.visitor("senior", DESKTOP) as page:
        await page.goto(f"{CASE}/facts")
        assert not (await Axe().run(page)).response["violations"]
        await page.locator("a[href*='C1/issue_claim/issued_on']").click(timeout=5000)
        assert "Day of issue is recorded as" in await page.inner_text(".govuk-inset-text")
        assert await page.input_value("#day-year")
        assert not (await Axe().run(page)).response["violations"]


async def test_the_page_of_facts_fits_a_phone(site: Site) -> None:
    async with site.visitor("senior", PHONE) as page:
        await page.goto(f"{CASE}/facts")
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE[0], f"{width} pixels wide"


async def test_a_correction_that_is_none_comes_back_with_its_reason(site: Site) -> None:
    async with site.visitor("senior", DESKTOP) as page:
        await page.goto(f"{CASE}/do/correct?subject=C1/issue_claim/court")
        await page.fill("textarea", "It was misread.")
        await page.click("main form button[type=submit]")
        assert "already" in await page.inner_text(".govuk-error-summary")
