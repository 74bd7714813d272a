"""A headless Chromium for tests of pages: of Debian's packages `chromium` and `chromium-driver`, or Chrome."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "headless no-sandbox disable-gpu disable-quic no-first-run disable-dev-shm-usage "
    "disable-background-networking disable-component-update disable-sync"
)


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    """The browser with a new, empty profile in this folder; skips the test where there is none."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if not (browser and driver):
        pytest.skip("no Chromium here: apt-get install chromium chromium-driver")
    options = ChromeOptions()
    options.binary_location = browser
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in [*_FLAGS.split(), f"user-data-dir={profile}"]:
        options.add_argument(f"--{flag}")
    opened = Chrome(options, Service(driver))
    try:
        yield opened
    finally:
        opened.quit()


def emulate(
    browser: Chrome, *, scheme: str = "light", width: int = 1280, media: str = "screen"
) -> None:
    """Shows pages in this colour scheme, at this width in CSS pixels, on a screen or on paper; nothing moves."""
    features = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
    wanted = [{"name": name, "value": value} for name, value in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": wanted})
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
