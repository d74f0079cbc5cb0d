"""Under which address an article is fed whose page names another: its own, and nobody else's."""

from __future__ import annotations

import orjson
import pytest

from schemas.source import Source
from services.collect.item import Document, Item, Unreadable
from services.collect.kinds.page import extract
from services.collect.pace import Pace
from services.collect.poll import conclude, look, new_state
from services.fetch.answer import Answer

SITE = "https://sahel.example.org"


class Polled:
    """A source whose items all have pages."""

    def __init__(self, kind: str = "feed", address: str = f"{SITE}/x") -> None:
        self.source = Source.model_validate({"id": "a", "name": "Sahel", "kind": kind, "address": address})
        self.state, self.time = new_state(self.source, Pace()), 1_690_500_000_000

    def poll(self, *items: Item, pages: dict[str, Item] | None = None, at: str | None = None) -> list[str]:
        """The addresses of what is fed."""
        self.time += 600_000
        answer = Answer(at or self.source.address, 200, body=str(self.time).encode())
        step = look(self.source, self.state, answer, Document(items=items), self.time, Pace())
        articles, self.state = conclude(self.source, step, pages or {}, self.state.items, self.time)
        return [orjson.loads(one.value)["url"] for one in articles]


def paged(number: int, url: str, canonical: str | None, final: str | None = None) -> tuple[Item, dict[str, Item]]:
    item = Item(url=url, title=f"Report {number}", text=f"In short {number}.")
    text = f"The bridge of Gaya is open, says report {number} of the customs office. " * 9
    return item, {url: Item(url=final or url, title=item.title, text=text, canonical=canonical, whole=True)}


@pytest.mark.parametrize(("link", "canonical", "address"), [
    (f"{SITE}/read?id=7&from=rss", f"{SITE}/bridge-open", f"{SITE}/bridge-open"),
    (f"{SITE}/7/bridge-open", f"{SITE}/7", f"{SITE}/7"),
    (f"{SITE}/news/bridge-open", f"{SITE}/news", f"{SITE}/news/bridge-open"),
    (f"{SITE}/bridge-open", f"{SITE}/", f"{SITE}/bridge-open"),
    (f"{SITE}/bridge-open", "https://other.example/bridge-open", f"{SITE}/bridge-open"),
    (f"{SITE}/fr/7", f"{SITE}/en/7", f"{SITE}/fr/7"),
    (f"{SITE}/7?lang=fr", f"{SITE}/7?lang=ar", f"{SITE}/7?lang=fr"),
    (f"{SITE}/fr-fr/7", f"{SITE}/fr-ne/7", f"{SITE}/fr-fr/7"),
])
def test_the_address_that_a_page_gives_as_its_own(link: str, canonical: str, address: str) -> None:
    item, pages = paged(1, link, canonical)
    assert Polled().poll(item, pages=pages) == [address]


def test_an_address_that_an_earlier_item_goes_by_is_no_later_ones() -> None:
    polled = Polled()
    one, of_one = paged(1, f"{SITE}/report-1", f"{SITE}/all-reports")
    two, of_two = paged(2, f"{SITE}/report-2", f"{SITE}/all-reports")
    assert polled.poll(one, pages=of_one) == [f"{SITE}/all-reports"]
    assert polled.poll(two, one, pages=of_two) == [f"{SITE}/report-2"]


def test_an_address_that_another_item_of_the_answer_has_is_not_taken_from_it() -> None:
    one, of_one = paged(1, f"{SITE}/report-1", f"{SITE}/report-2")
    two, of_two = paged(2, f"{SITE}/report-2", None)
    assert Polled().poll(one, two, pages=of_one | of_two) == [f"{SITE}/report-1", f"{SITE}/report-2"]


def test_a_page_that_leads_to_the_front_page_is_not_the_article() -> None:
    item, pages = paged(1, f"{SITE}/report-1", None, final=f"{SITE}/")
    polled = Polled()
    step = look(polled.source, polled.state, Answer(f"{SITE}/x", 200), Document(items=(item,)), 0, Pace())
    [article], _ = conclude(polled.source, step, pages, (), 0)
    assert orjson.loads(article.value)["note"] == "collect: summary only: its page leads to the front page"


def test_a_watched_page_is_one_article_wherever_it_moves_and_goes_by_its_own_address() -> None:
    address = f"{SITE}/report?id=7"
    polled = Polled("page", address)
    text = "The bridge of Gaya is open, says the customs office. " * 9
    first = Item(url=address, title="Bridge", text=text, canonical=f"{SITE}/bridge", whole=True)
    assert polled.poll(first) == [f"{SITE}/bridge"]
    moved = Item(url=f"{SITE}/2023/bridge", title="Bridge", text=f"{text} At noon.", whole=True)
    assert polled.poll(moved, at=moved.url) == [f"{SITE}/bridge"]
    front = Item(url=f"{SITE}/", title="Sahel", text="All news of the day. " * 20, whole=True)
    assert polled.poll(front, at=front.url) == []
    assert polled.state.problem == "it leads to the front page of its site"


@pytest.mark.parametrize(("end", "cut"), [
    ("Il vous reste 81 % de cet article à lire. La suite est réservée aux abonnés.", True),
    ("This report is for subscribers only.", True), ("Subscribe to continue reading.", True),
    ("هذا المقال للمشتركين فقط", True),
    ("The subscribers of the power company pay more.", False), ("Les abonnés de la compagnie paient plus.", False),
])
def test_a_page_that_shows_a_beginning_only_is_told_so(end: str, cut: bool) -> None:
    item, pages = paged(1, f"{SITE}/report-1", None)
    [page] = pages.values()
    shown = Item(url=page.url, title=page.title, text=f"{page.text}\n{end}", whole=True)
    polled = Polled()
    step = look(polled.source, polled.state, Answer(f"{SITE}/x", 200), Document(items=(item,)), 0, Pace())
    [article], _ = conclude(polled.source, step, {f"{SITE}/report-1": shown}, (), 0)
    note = orjson.loads(article.value).get("note")
    assert note == ("collect: summary only: its page shows a beginning only" if cut else None)


PAGE = (
    "<html><head><title>Bridge</title>{head}</head><body><article><h1>Bridge</h1>"
    + "".join(f"<p>The bridge of Gaya is open again, says office {name} of the customs.</p>" for name in "ABCDEF")
    + "{foot}</article></body></html>"
)


@pytest.mark.parametrize(("head", "foot", "published"), [
    ('<meta property="article:published_time" content="2023-08-03T14:05:00+01:00">', "", "2023-08-03T14:05:00+01:00"),
    ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-08-03T14:05:00Z"}</script>', "",
     "2023-08-03T14:05:00Z"),
    ('<meta property="article:published_time" content="2023-08-03">', "", "2023-08-03"),
    ('<meta property="article:published_time" content="2023-08-01T09:00:00Z">', "", "2023-08-01T09:00:00Z"),
    ("", "<p>1er août 2023</p>", "2023-08-01"),
    ("", "<p>© 2023 Sahel</p>", None),
    ('<meta property="article:published_time" content="2024-01-01">', "", "2024-01-01"),
])
def test_the_day_of_a_page_has_its_time_and_is_none_where_it_is_made_up(
    head: str, foot: str, published: str | None
) -> None:
    page = PAGE.replace("{head}", head).replace("{foot}", foot)
    found = extract(page.encode(), "text/html", f"{SITE}/bridge")
    assert not isinstance(found, Unreadable)
    assert found.published == published


def test_the_day_in_the_address_of_a_page_is_its_day() -> None:
    page = PAGE.replace("{head}", "").replace("{foot}", "")
    found = extract(page.encode(), "text/html", f"{SITE}/2023/08/01/bridge")
    assert not isinstance(found, Unreadable)
    assert found.published == "2023-08-01"


@pytest.mark.parametrize(("title", "about"), [("Before you go on", False), ("The report 1 of Gaya", True)])
def test_a_page_of_another_site_is_the_articles_where_its_headline_has_a_word_of_it(title: str, about: bool) -> None:
    item, pages = paged(1, f"{SITE}/go/1", None)
    [page] = pages.values()
    text = "Take the terms of this service and of its partners, or do not. " * 9
    other = Item(url="https://other.example/x", title=title, text=page.text if about else text, whole=True)
    polled = Polled()
    step = look(polled.source, polled.state, Answer(f"{SITE}/x", 200), Document(items=(item,)), 0, Pace())
    [article], _ = conclude(polled.source, step, {f"{SITE}/go/1": other}, (), 0)
    note = orjson.loads(article.value).get("note", "")
    assert note == ("" if about else "collect: summary only: its page leads to another site, and to something else")
