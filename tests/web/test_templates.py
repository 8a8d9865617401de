"""Templates of papers in a browser: tried without scripts, looked at by rule, and on a phone."""

from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import FilePayload

from tests.documents.papers.test_trial import KIND, with_words
from tests.web.site import PHONE, Site
from tests.web.test_pages import LANDLORD, faults

AT = f"/templates/{LANDLORD}/{KIND}"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def test_a_template_is_tried_without_scripts_and_its_pages_have_no_fault(site: Site, tmp_path: Path) -> None:
    theirs = FilePayload(name="ours.docx", mimeType=WORD, buffer=with_words("<w:t>From your housing team</w:t>"))
    async with site.visitor("leader", PHONE, scripts=False) as page:
        await page.goto(AT)
        await page.set_input_files("#template", theirs)
        async with page.expect_navigation(timeout=60_000):
            await page.click("text=Try it")
        assert await page.locator("text=May be used").count() == 1
        assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        await page.locator(".dc-side img").first.scroll_into_view_if_needed()
        await page.screenshot(path=tmp_path / "trial.png", full_page=True)
        where = page.url
    async with site.visitor("leader") as page:
        for address in ("/templates", AT, where):
            await page.goto(address)
            found = await Axe().run(page)
            assert not faults(found), faults(found)
            assert await page.locator("h1").count() == 1
