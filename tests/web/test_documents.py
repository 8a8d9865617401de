"""Documents as an officer meets them in a browser: put on the file, seen in the list, read and saved."""

import io
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import FilePayload, Page

from tests.activities.sent import a_photograph
from tests.documents.bundle.samples import letter
from tests.web.site import DESKTOP, PHONE, Site

CASE = "/cases/T900001-1"


async def add(page: Page, name: str, data: bytes, kind: str, title: str, proof: str = "") -> None:
    """Fill in the form of a document and send it."""
    await page.goto(f"{CASE}/documents")
    await page.get_by_role("button", name="Add a document").click()
    if data:
        await page.set_input_files("#file", FilePayload(name=name, mimeType="image/jpeg", buffer=data))
    await page.select_option("#document", kind)
    for part, value in (("", "2"), ("-month", "11"), ("-year", "2026")):
        await page.fill(f"#on{part}", value)
    await page.fill("#title", title)
    if proof:
        await page.select_option("#evidences", proof)
    async with page.expect_navigation():
        await page.click("main form button[type=submit]")


async def faults(page: Page) -> list[str]:
    """Each rule that the page breaks, and where."""
    found = (await Axe().run(page)).response["violations"]
    return [f"{rule['id']}: {node['html'][:150]}" for rule in found for node in rule["nodes"]]


async def test_a_photograph_and_a_letter_are_added_seen_and_saved(site: Site, tmp_path: Path) -> None:
    async with site.visitor("officer.a", DESKTOP) as page:
        await add(page, "garden.jpg", b"", "photograph", "The garden")
        assert "No file was sent." in await page.inner_text(".govuk-error-summary")
        assert await page.input_value("#title") == "The garden"
        assert await page.locator("#file-error").count() == 1
        assert not await faults(page)
        await add(page, "garden.jpg", a_photograph(), "photograph", "The garden")
        assert "being read" in await page.inner_text(".govuk-notification-banner")
        await add(page, "post.pdf", letter(words="Post book"), "proof_of_service", "Post book, 2 November", "N1")
        assert not await faults(page)
        shown = await page.inner_text("main table")
        for said in ("The garden", "U1, photograph", "Post book, 2 November", "proves N1", "Amal Reid"):
            assert said in shown
        assert "No text layer" not in shown
        async with page.expect_download() as coming:
            await page.get_by_role("link", name="Save U2").click()
        saved = await coming.value
        assert saved.suggested_filename == "T900001-1-U2-proof_of_service.pdf"
        with pikepdf.open(io.BytesIO(Path(await saved.path()).read_bytes())) as pdf:
            assert len(pdf.pages) == 1
        await page.goto(CASE)
        await page.get_by_role("link", name="Proof of service U2 of 2 November 2026").wait_for()
        await page.goto(f"{CASE}/documents")
        await page.get_by_role("button", name="Leave out U1").click()
        await page.wait_for_url("**/documents?done=change_document")
        assert await page.get_by_role("button", name="Put in U1").count() == 1


@pytest.mark.long
async def test_without_scripts_on_a_phone_it_is_the_same(site: Site) -> None:
    async with site.visitor("officer.a", PHONE, scripts=False) as page:
        await add(page, "letter.pdf", letter(words="A reply"), "letter_from_tenant", "Her reply")
        assert "Her reply" in await page.inner_text("main table")
        assert await page.locator("main table a", has_text="Withdraw").count() >= 1
    async with site.visitor("officer.a", PHONE) as page:
        for where in ("documents", "do/add_document"):
            await page.goto(f"{CASE}/{where}")
            width = await page.evaluate("document.documentElement.scrollWidth")
            assert width <= PHONE[0], f"{where} is {width} pixels wide"
