"""One page of Chromium for all tests of a worker: the application's scripts are read and compiled once."""

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.driver import DESK, Watch
from tests.browser.settling import noted

# A limit of waiting, for a machine that does other work too; what is there at once is found at once.
PATIENCE = 90_000
HEIGHT = 900
FORGETS = "() => { localStorage.clear(); sessionStorage.clear(); }"


class KeptPage:
    """A page that every test finds without cookies, without storage and in its own size."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._context: BrowserContext | None = None
        self._page: Page | None = None
        self.watch = Watch()

    def ready(self, width: int = DESK) -> Page:
        """Give the page in a width; what it shows still is left with the next address."""
        self.watch.problems.clear()
        if self._page is None or self._page.is_closed():
            self.close()
            self._page = self._anew()
        self._page.set_viewport_size({"width": width, "height": HEIGHT})
        return self._page

    def _anew(self) -> Page:
        self._context = noted(self._browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta"))
        self._context.set_default_timeout(PATIENCE)
        self.watch.over(self._context)
        return self._context.new_page()

    def forget(self) -> None:
        """Take away what a test left in the browser; an answer of the application is no part of it."""
        if self._context is None or self._page is None or self._page.is_closed():
            return
        for other in self._context.pages:
            if other is not self._page:
                other.close()
        self._context.clear_cookies()
        if self._page.url.startswith("http"):
            self._page.evaluate(FORGETS)

    def close(self) -> None:
        """Close the window; the next test gets another."""
        if self._context is not None:
            self._context.close()
        self._context = self._page = None
