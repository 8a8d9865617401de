"""Every page: fit for people who use other means than eyes and a mouse, and for a phone."""

import pytest
from axe_playwright_python.async_playwright import Axe
from axe_playwright_python.base import AxeResults

from api.pages.forms import FORMS
from tests.web.site import DESKTOP, PHONE, Site

LANDLORD = "sample-borough-council"
PAGES = {
    "my work": "/",
    "accounts in arrears": "/accounts",
    "an account": f"/accounts/{LANDLORD}/T900002",
    "cases": "/cases",
    "a young case": "/cases/T900003-1",
    "a case with a hearing": "/cases/T900001-1",
    "dates": "/cases/T900001-1/dates",
    "payments": "/cases/T900001-1/payments",
    "Protocol": "/cases/T900001-1/protocol",
    "papers": "/cases/T900001-1/papers",
    "history": "/cases/T900001-1/history",
    "an approval": "/cases/T900001-1/do/approve?subject=C1",
    "an outcome": "/cases/T900001-1/do/record_outcome?subject=H1",
    "the pipeline": "/pipeline",
    "the rent watch": "/watch",
    "what cases teach": "/lessons",
    "the outbox": "/outbox",
    "the clock": "/clock",
    "an act not yet answered": "/acts/not-known-yet",
    "nothing": "/cases/nothing",
}
# Details are opened, so that what they hide is checked too.
OPEN_DETAILS = "document.querySelectorAll('details').forEach(one => one.open = true)"


def faults(found: AxeResults) -> list[str]:
    """Each rule that is broken, and where."""
    return [f"{rule['id']}: {node['html'][:150]}" for rule in found.response["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_has_no_fault_that_can_be_found_by_rule(site: Site, name: str) -> None:
    async with site.visitor("senior") as page:
        await page.goto(PAGES[name])
        await page.evaluate(OPEN_DETAILS)
        found = await Axe().run(page)
        assert not faults(found), faults(found)
        assert await page.locator("h1").count() == 1


async def test_the_sign_in_page_has_none_either(site: Site) -> None:
    async with site.visitor() as page:
        await page.goto("/sign-in")
        found = await Axe().run(page)
        assert not faults(found), faults(found)


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_fits_a_phone(site: Site, name: str) -> None:
    async with site.visitor("senior", PHONE) as page:
        await page.goto(PAGES[name])
        await page.evaluate(OPEN_DETAILS)
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE[0], f"{width} pixels wide"


@pytest.mark.parametrize("part", [0, *(pytest.param(n, marks=pytest.mark.long) for n in (1, 2))])
async def test_every_act_has_a_form_without_faults(site: Site, part: int) -> None:
    about = {"serve_notice": "N1", "record_outcome": "H1", "list_hearing": "C1", "record_application": "C1"}
    async with site.visitor("senior", DESKTOP) as page:
        for command in list(FORMS)[part::3]:
            answer = await page.goto(f"/cases/T900001-1/do/{command}?subject={about.get(command, '')}")
            assert answer is not None
            assert answer.status == 200, command
            found = await Axe().run(page)
            assert not faults(found), (command, faults(found))


async def test_a_refused_form_has_no_faults_and_leads_to_what_mends_it(site: Site) -> None:
    async with site.visitor("officer.a") as page:
        await page.goto("/cases/T900003-1/do/draft_notice")
        await page.fill("textarea", "Rent has not been paid.")
        await page.click("main form button[type=submit]")
        found = await Axe().run(page)
        assert not faults(found), faults(found)
        summary = page.locator(".govuk-error-summary")
        assert await summary.locator("li").count() > 1
        assert await page.input_value("textarea") == "Rent has not been paid."
        await summary.get_by_role("link", name="Record this step").first.click()
        assert "/do/record_contact?step=" in page.url
        assert await page.input_value("#step")


@pytest.mark.long
async def test_a_begun_form_has_no_faults_and_its_text_is_counted_as_one_types_and_saved_by_keyboard(
    site: Site,
) -> None:
    async with site.visitor("officer.a") as page:
        await page.goto("/cases/T900003-1/do/add_note")
        await page.fill("textarea", "x" * 6_390)
        await page.keyboard.type("and on it goes")
        assert await page.locator(".govuk-character-count__status").inner_text() == "You have 4 characters too many"
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        async with page.expect_navigation():
            await page.keyboard.press("Enter")
        for place in ("", "/do/add_note"):
            await page.goto(f"/cases/T900003-1{place}")
            found = await Axe().run(page)
            assert not faults(found), faults(found)
        assert len(await page.input_value("textarea")) == 6_404
        await page.get_by_role("button", name="Throw away").click()
