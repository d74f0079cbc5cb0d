"""The HTML mail: complete, escaped, right to left where the language is, and without anything that is fetched."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from schemas.notice import Notice
from services.alert.html import notice_html
from services.alert.links import Links
from tests.alert.articles import a_notice, an_alert

LINKS = Links("http://desk.example", "https://kibana.example")
EVIL = """<script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="alert(1)' {{ 7*7 }} </title>"""


class Page(HTMLParser):
    """Tags with their attributes, and all text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> list[str | None]:
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]


def page(notice: Notice) -> Page:
    return Page(notice_html(notice, LINKS))


def test_it_has_all_that_the_text_has_and_links_that_can_be_opened() -> None:
    shown = page(a_notice(alerts=[an_alert(severity="high", why="an attempt became a coup")]))
    for part in ("HIGH", "Niger: soldiers on television", "removed President Bazoum", "an attempt became a coup",
                 "Mohamed Bazoum", "Example Wire", "niger-2023, realized, asserted"):
        assert part in shown.text
    assert shown.links()[:2] == ["https://example.org/1", f"http://desk.example/article/{'a' * 32}"]
    assert str(shown.links()[2]).startswith("https://kibana.example/app/discover#/")


def test_arabic_stands_right_to_left_and_the_labels_do_not() -> None:
    shown = page(a_notice(alerts=[an_alert(language="ar", headline="انقلاب في النيجر", quote="أعلن الجنود")]))
    directions = {tag: attributes.get("dir") for tag, attributes in shown.tags if "lang" in attributes}
    assert directions == {"html": None, "h2": "rtl", "blockquote": "rtl", "td": "rtl"}
    assert all(attributes["lang"] == "ar" for tag, attributes in shown.tags if "dir" in attributes)


def test_markup_of_strangers_is_text() -> None:
    alert = an_alert(
        headline=EVIL, quote=EVIL, source=EVIL, why=EVIL, rule=EVIL, url=None, language=EVIL,
        entities=[{"id": "x", "name": EVIL, "kind": "person"}],
    )
    mention = {"article_id": "../x", "headline": EVIL, "language": "en", "source": EVIL, "url": "javascript:alert(1)"}
    notice = a_notice(kind="digest", alerts=[alert], mentions=[mention])
    shown = Page(notice_html(notice))
    assert EVIL.split("</title>")[0] in shown.text
    assert not {"script", "img"} & {tag for tag, _ in shown.tags}
    assert not [name for _, attributes in shown.tags for name in attributes if name.startswith("on")]
    assert "49" not in shown.text
    assert shown.links() == [], "javascript: is no address to open"


@given(st.text(max_size=60))
def test_any_text_stays_text(text: str) -> None:
    shown = page(a_notice(alerts=[an_alert(headline=text, quote=text, source=text or None)]))
    assert {tag for tag, _ in shown.tags} <= {
        "html", "head", "meta", "title", "body", "div", "p", "strong", "h2", "blockquote", "table", "tr", "td", "a",
    }
    assert all(str(link).startswith("http") for link in shown.links())


def test_nothing_is_fetched_when_a_mail_is_opened() -> None:
    written = notice_html(a_notice(), LINKS)
    assert "src=" not in written
    assert "url(" not in written
    assert "<link" not in written
