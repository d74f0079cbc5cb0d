"""The desk in a real Chromium over a real Elasticsearch, wide and narrow, light and dark, with hostile articles."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

import pytest
from elasticsearch import Elasticsearch
from playwright.sync_api import Browser, Dialog, Page, Request, expect, sync_playwright

from services.desk.sources import judged
from services.pipeline import ALERTS_INDEX
from services.sources.health import DAY_MS
from tests.desk import archive
from tests.desk.test_sources import FAILS, NOW, OTHERS, SILENT, application, entry
from tests.index.articles import digest
from tests.integration.running_desk import Shown, running_desk, served

pytestmark = pytest.mark.integration

# what is waited for on a page, on a machine that is shared (default 5 s)
expect.set_options(timeout=20_000)

ARTICLES = 400
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES = {"desk": (1280, 900), "phone": (390, 844)}
# Every pair of a text and what is behind it; WCAG 2 AA wants 4.5 for text of normal size.
FAINT = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = numbers(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !element.checkVisibility() || element.closest("svg, .unseen, .skip")) continue;
    const [one, other] = [numbers(getComputedStyle(element).color), behind(element)].map(light);
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 4.5) found.add(`${element.tagName}.${element.className} ${contrast.toFixed(2)}`);
  }
  return [...found];
}"""
WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".wide, .unseen, .skip, svg"))
  .slice(0, 5).map((one) => `${one.tagName}.${one.className}`)"""

# Names of places that stand on one another.
COVERED = """() => {
  const shown = [...document.querySelectorAll(".map .name")].filter((one) => one.checkVisibility());
  const boxes = shown.map((one) => [one.textContent, one.getBoundingClientRect()]);
  return [boxes.length, boxes.flatMap(([name, one], at) => boxes.slice(at + 1)
    .filter(([, other]) => one.left < other.right && other.left < one.right
      && one.top + 3 < other.bottom - 3 && other.top + 3 < one.bottom - 3)
    .map(([other]) => `${name} and ${other}`))];
}"""


@dataclass
class Watched:
    """What a page did that it must not do."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append("a dialog")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith(self.address):
            self.faults.append(f"asked {request.url}")


@pytest.fixture(scope="module")
def shown() -> Iterator[Shown]:
    with running_desk(ARTICLES) as desk:
        yield desk


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = [path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))]
    assert found, "no Chromium: install it with `apt-get install chromium`, or put chromium or google-chrome on PATH"
    with sync_playwright() as playwright:
        # as root, as in a container, its own sandbox cannot be made
        sandbox = [] if os.getuid() else ["--no-sandbox"]
        started = playwright.chromium.launch(executable_path=found[0], args=sandbox)
        yield started
        started.close()


def paths(shown: Shown) -> list[str]:
    return [
        "/", "/search", "/search?q=Niamey&language=fr&sort=best", "/search?q=%22", "/alerts", "/stories", "/map",
        f"/story/{digest('story')}", "/map?view=world", "/dead", "/dead/articles.raw-1-7-0", "/nothing",
        *(f"/article/{id_}" for id_ in shown.hostile),
    ]


@pytest.mark.parametrize("size", SIZES)
def test_no_page_complains_asks_outside_is_too_wide_or_too_faint(shown: Shown, browser: Browser, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    watched = Watched(context.new_page(), shown.address)
    page, found = watched.page, {}
    for path in paths(shown):
        page.goto(shown.address + path)
        # Chromium itself writes a line for an answer of 400 and more
        faults = [fault for fault in watched.faults if "Failed to load resource" not in fault]
        watched.faults.clear()
        faults += [f"too wide: {one}" for one in page.evaluate(WIDE)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append("it scrolls sideways")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            faults += [f"too faint in {scheme}: {one}" for one in page.evaluate(FAINT)]
        if faults:
            found[path] = faults
    context.close()
    assert found == {}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["/", "/map", "/map?view=world"])
def test_no_name_on_the_map_covers_another(shown: Shown, browser: Browser, path: str, size: str) -> None:
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(shown.address + path)
    names, covered = page.evaluate(COVERED)
    assert names
    assert covered == []
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_sources_without_news_are_read_without_scrolling_sideways(browser: Browser, size: str) -> None:
    width, height = SIZES[size]
    long = entry("long", fails=9, failing_since=NOW - 3 * DAY_MS, problem=f"no route to {'x' * 200}.example.org")
    with served(application(judged([*OTHERS, FAILS, SILENT, long], NOW))) as address:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"{address}/health")
        expect(page.locator(".stack tbody tr")).to_have_count(3)
        assert page.evaluate(WIDE) == []
        # a line of one letter is no line
        narrowest = page.locator(".stack tbody :is(th, td)").evaluate_all("all => all.map((one) => one.clientWidth)")
        assert min(narrowest) > 40
        page.close()


def test_a_paragraph_for_a_headline_leaves_room_for_the_article(shown: Shown, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{shown.address}/article/{shown.hostile[2]}")
    box = page.locator("h1").bounding_box()
    assert box
    assert box["height"] < 800
    page.close()


def test_the_keyboard_reaches_everything_and_shows_where_it_is(shown: Shown, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{shown.address}/search?q=Niamey")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    seen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("""() => {
          const one = document.activeElement, style = getComputedStyle(one);
          return [one.tagName, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2];
        }"""))
    assert all(visible for _, visible in seen), seen
    assert {"INPUT", "BUTTON", "SELECT", "A", "SUMMARY"} <= {name for name, _ in seen}
    page.locator("h3 a").first.focus()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.close()


def test_the_keyboard_leads_from_a_question_to_an_article(shown: Shown, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{shown.address}/search")
    page.keyboard.press("/")
    page.keyboard.type("Niamey")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Niamey*")
    first = page.locator("h3 a").first.inner_text()
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('h3 a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/*")
    assert page.locator("h1").inner_text() == first
    page.close()


def test_every_field_has_a_label(shown: Shown, browser: Browser) -> None:
    page = browser.new_page()
    for path in ("/", "/search", "/alerts"):
        page.goto(shown.address + path)
        assert page.evaluate("""() => [...document.querySelectorAll("input:not([type=hidden]), select")]
          .filter((one) => !one.labels.length).map((one) => one.outerHTML)""") == []
    page.close()


def test_without_javascript_a_facet_switches_on_and_off(shown: Shown, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{shown.address}/search?q=coup OR انقلاب OR juyin")
    everything = page.locator(".sum b").inner_text()
    page.get_by_role("link", name="Arabic").click()
    expect(page.locator(".sum b")).not_to_have_text(everything)
    page.wait_for_load_state("load")
    assert set(page.locator(".results h3").evaluate_all("all => all.map((one) => one.dir)")) == {"rtl"}
    page.locator('aside a[aria-current="true"]').click()
    expect(page.locator(".sum b")).to_have_text(everything)
    context.close()


def test_a_megabyte_is_shown_in_parts_and_whole(shown: Shown, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{shown.address}/article/{shown.hostile[3]}")
    page.get_by_role("link", name="Show the whole text").click()
    # a click waits for the page to begin, not for a megabyte of it to be there
    page.wait_for_url("**?whole", wait_until="load")
    assert len(page.locator(".reader .text").first.inner_text()) > 1_000_000
    page.close()


def test_a_new_alert_comes_in_by_itself(shown: Shown, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{shown.address}/alerts")
    source = next(source for source in archive.articles(50) if source.get("coups"))
    # later than what other tests have left on the servers that all share
    new = archive.alert(source, 999) | {"headline": "Something new is said", "indexed": datetime.now(UTC).isoformat()}
    with Elasticsearch(shown.elasticsearch) as client:
        client.index(index=ALERTS_INDEX.name, id=new["id"], document=new, refresh=True)
    expect(page.locator(".alerts > li").first).to_contain_text("Something new is said", timeout=20_000)
    page.close()


def test_an_alert_is_taken_in_hand(shown: Shown, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{shown.address}/alerts")
    first = page.locator(".alerts > li").nth(1)
    first.get_by_text("Take in hand").click()
    first.get_by_label("Your name").fill("Aïcha <b>")
    first.get_by_role("button", name="Acknowledge").click()
    expect(page.locator(".alerts > li").nth(1)).to_contain_text("in hand: Aïcha <b>")
    page.close()
