"""An officer's way without scripts, on a phone: find the account, open the case, be told what is wrong, mend it."""

import asyncio

from playwright.async_api import Page

from tests.web.site import PHONE, Site


async def press(page: Page, name: str) -> None:
    """Press a button and wait for the page it leads to."""
    async with page.expect_navigation():
        await page.get_by_role("button", name=name).first.click()


async def test_a_case_is_found_opened_and_worked_on(site: Site) -> None:
    async with site.visitor("officer.a", PHONE, scripts=False) as page:
        await page.goto("/accounts")
        await page.fill("#search", "T900002")
        await press(page, "Search")
        await page.get_by_role("link", name="T900002", exact=True).click()
        await page.wait_for_url("**/T900002")
        await page.fill("#reason", "Nothing has been paid for 25 weeks.")
        await press(page, "Open a case")
        assert page.url.endswith("/cases/T900002-1")

        await page.locator(".dc-lead a.govuk-button").click()
        await page.wait_for_url("**/do/record_contact?step=*")
        assert await page.input_value("#step")
        for box in await page.locator("input[name=tenants]").all():
            await box.uncheck()
        await page.fill("#on-month", "13")
        await press(page, "Record the step")
        said = await page.locator(".govuk-error-summary").inner_text()
        assert "not a date" in said
        assert "Which tenants did it reach, or were tried?" in said
        assert await page.input_value("#on-month") == "13"

        await page.fill("#on-month", "12")
        for box in await page.locator("input[name=tenants]").all():
            await box.check()
        await page.select_option("#method", "telephone")
        await page.fill("#note", "Both were reached.")
        await press(page, "Record the step")
        assert await page.locator(".govuk-notification-banner").count() == 1
        await page.get_by_role("link", name="History").click()
        await page.wait_for_url("**/history")
        assert "Both were reached." in await page.locator("main").inner_text()
        await press(page, "Sign out")
        assert page.url.endswith("/sign-in")


async def test_pressing_twice_records_once(site: Site) -> None:
    async with site.visitor("officer.a", scripts=False) as page:
        await page.goto("/cases/T900003-1/do/add_note")
        await page.fill("textarea", "Pressed twice.")
        form = {
            name: await page.locator(f"main [name={name}]").input_value()
            for name in ("form_mark", "key", "subject", "seen_revision", "text")
        }
        sent = [page.request.post("/cases/T900003-1/do/add_note", form=form) for _ in range(2)]
        answers = await asyncio.gather(*sent)
        assert [answer.status for answer in answers] == [200, 200]
        await page.goto("/cases/T900003-1/history")
        assert (await page.locator("main").inner_text()).count("Pressed twice.") == 1


async def test_an_act_on_an_old_page_says_that_the_case_has_moved_on(site: Site) -> None:
    async with site.visitor("officer.a", scripts=False) as first, site.visitor("senior", scripts=False) as second:
        await first.goto("/cases/T900003-1/do/start_breathing_space")
        await second.goto("/cases/T900003-1/do/add_note")
        await second.fill("textarea", "In between.")
        await press(second, "Add the note")
        await first.check("input[name=moratorium][value=standard]")
        for part, value in (("", "27"), ("-month", "12"), ("-year", "2026")):
            await first.fill(f"#started_on{part}", value)
        await press(first, "Record it")
        assert "The case has moved on" in await first.locator(".govuk-error-summary").inner_text()
        assert await first.is_checked("input[name=moratorium][value=standard]")


async def test_moving_the_sample_clock_lets_deadlines_speak(site: Site) -> None:
    async with site.visitor("senior", scripts=False) as page:
        await page.goto("/clock")
        before = await page.locator("main").inner_text()
        await press(page, "30 days on for Sample Borough Council")
        after = await page.locator("main").inner_text()
        assert before != after
        await page.goto("/outbox")
        assert await page.locator("tbody tr").count() > 0
        await page.goto("/pipeline")
        assert await page.locator("svg[role=img]").count() == 1


async def test_a_paper_is_made_and_comes_as_a_pdf(site: Site) -> None:
    async with site.visitor("officer.a", scripts=False) as page:
        await page.goto("/cases/T900001-1/papers")
        await press(page, "Make: Notice seeking possession")
        address = await page.locator("main table a").first.get_attribute("href")
        answer = await page.request.get(str(address))
        assert answer.headers["content-type"] == "application/pdf"
        assert (await answer.body()).startswith(b"%PDF")
        assert "Sample" not in answer.headers["content-disposition"]


async def test_a_paper_whose_figures_do_not_agree_is_not_made_and_says_why(site: Site) -> None:
    async with site.visitor("officer.a", scripts=False) as page:
        await page.goto("/cases/T900001-1/papers")
        await press(page, "Make: Rent schedule")
        said = await page.locator("main table tbody tr").first.inner_text()
        assert "Not made" in said
        assert "£2,000.00" in said


async def test_a_half_filled_form_is_saved_and_finished_another_day(site: Site) -> None:
    async with site.visitor("officer.a", PHONE, scripts=False) as page:
        await page.goto("/cases/T900003-1/do/record_search")
        await page.fill("#on", "40")
        await press(page, "Save and come back later")
        assert "what you typed is kept for you" in await page.locator(".govuk-notification-banner").inner_text()
        await page.goto("/")
        await page.get_by_role("link", name="Go on").click()
        await page.wait_for_url("**/do/record_search")
        assert await page.input_value("#on") == "40"
        found = await page.evaluate("document.documentElement.scrollWidth")
        assert found <= PHONE[0]
        await press(page, "Throw away")
        assert await page.get_by_role("heading", name="Forms you have begun").count() == 0
