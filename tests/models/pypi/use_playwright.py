# Its driver is heavy to install: the names are checked only where it happens to be there.
from playwright.async_api import async_playwright
from playwright.sync_api import Page, expect, sync_playwright


def look() -> bytes:
    with sync_playwright() as play:  # effect: wait process
        browser = play.chromium.launch()  # effect: wait process
        page = browser.new_page()  # effect: wait process
        page.set_default_timeout(3000)
        page.goto("https://a.example")  # effect: wait process
        page.wait_for_timeout(500)  # effect: wait timer
        return page.screenshot()  # effect: wait process


def press(page: Page) -> None:
    button = page.get_by_role("button").first
    button.click()  # effect: wait process
    expect(button).to_be_hidden()  # effect: wait process
    page.locator("input").nth(1).fill("a")  # effect: wait process


async def later() -> str:
    async with async_playwright() as play:  # effect: wait process
        browser = await play.firefox.launch()  # effect: wait process
        page = await browser.new_page()  # effect: wait process
        await page.goto("https://a.example")  # effect: wait process
        return await page.content()  # effect: wait process
