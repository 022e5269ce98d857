"""A real browser, driven: Chromium without a window, with a new and empty profile."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from argmap import ArgumentMap
from argmap.checks.checking import check
from argmap.render.page.making import view_page
from argmap.sources.article import Article

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--force-device-scale-factor=1",
)  # fmt: skip


class Browser:
    """A browser with the page of one map in it."""

    def __init__(self, driver: Any, folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    def open(self, m: ArgumentMap, article: Article | None = None, address: str = "") -> None:
        path = self.folder / "page.html"
        path.write_text("".join(view_page(m, "a map", check(m, article), article)), encoding="utf-8")
        self.driver.get("about:blank")
        self.driver.get_log("performance")  # what went before
        self.driver.get_log("browser")
        self.driver.get(path.as_uri() + address)
        assert self.run("return document.documentElement.dataset.ready") == "true", self.complaints()

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def click(self, selector: str) -> None:
        self.run(
            "document.querySelector(arguments[0])"
            ".dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))",
            selector,
        )

    def press(self, *keys: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains
        from selenium.webdriver.common.keys import Keys

        chain = ActionChains(self.driver, duration=0)
        for key in keys:
            chain.send_keys(getattr(Keys, key.upper(), key))
        chain.perform()

    def text(self, selector: str) -> str:
        return str(self.run("return document.querySelector(arguments[0]).textContent", selector))

    def texts(self, selector: str) -> list[str]:
        found = self.run(
            "return [...document.querySelectorAll(arguments[0])].map(each => each.textContent)", selector
        )
        return [str(each) for each in found]

    def count(self, selector: str) -> int:
        return int(self.run("return document.querySelectorAll(arguments[0]).length", selector))

    def look(self, width: int = 1280, height: int = 800, *, dark: bool = False) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def requests(self) -> list[str]:
        """The addresses asked for since the page was opened, its own among them; not what a policy stopped."""
        asked, stopped = {}, set()
        for entry in self.driver.get_log("performance"):
            told = json.loads(entry["message"])["message"]
            if told["method"] == "Network.requestWillBeSent":
                asked[told["params"]["requestId"]] = told["params"]["request"]["url"]
            elif told["method"] == "Network.loadingFailed" and told["params"].get("blockedReason") == "csp":
                stopped.add(told["params"]["requestId"])
        return [url for request, url in asked.items() if request not in stopped]

    def complaints(self) -> list[str]:
        """What the browser objects to: errors of the script, breaches of the policy."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@contextmanager
def a_browser(folder: Path) -> Iterator[Browser]:
    """Start a browser, or skip where none can be had."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or chromedriver is None:
        pytest.skip("neither chromium nor chromedriver is here")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
    try:
        browser = Browser(driver, folder)
        browser.look()
        yield browser
    finally:
        driver.quit()
