"""Feeds and sitemaps as careless software writes them: what can be told from them is read."""

from __future__ import annotations

import pytest

from services.collect.item import Document, Item, Unreadable
from services.collect.kinds import READERS

HERE = "https://sahel.example.org/feed"
RSS = '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>{}</channel></rss>'
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


def items(kind: str, body: str) -> tuple[Item, ...]:
    found = READERS[kind](body.encode(), "", HERE)
    assert isinstance(found, Document), found
    return found.items


@pytest.mark.parametrize("order", ["{caption}{own}", "{own}{caption}"])
def test_the_words_under_a_picture_are_not_those_of_the_item(order: str) -> None:
    caption = "<media:content><media:description>A crowd on the bridge at noon, seen from the bank.</media:description>"
    own = "<description>The guard holds the palace.</description>"
    body = order.format(caption=f"{caption}</media:content>", own=own)
    (item,) = items("feed", RSS.format(f"<item><title>One</title>{body}</item>"))
    assert item.text == "The guard holds the palace."


@pytest.mark.parametrize("attributes", ["", " type='plain'", ' type="html" xml:lang="en"'])
def test_the_words_under_a_picture_are_the_text_where_there_is_no_other(attributes: str) -> None:
    words = "What it &amp; others show.\nIn two lines."
    film = f"<item><title>A film</title><media:description{attributes}>{words}</media:description></item>"
    assert items("feed", RSS.format(film))[0].text == "What it & others show.\nIn two lines."


def test_an_empty_caption_spoils_nothing() -> None:
    film = "<item><media:description/><title>A film</title></item>"
    assert [(item.title, item.text) for item in items("feed", RSS.format(film))] == [("A film", None)]


@pytest.mark.parametrize(("title", "name"), [
    ("<![CDATA[<b>Sahel</b> &amp; Niger]]>", "Sahel & Niger"), ("Sahel &amp; Niger", "Sahel & Niger"),
    ("<![CDATA[<br/>]]>", None),
])
def test_the_title_of_a_feed_is_a_name_without_markup(title: str, name: str | None) -> None:
    found = READERS["feed"](RSS.format(f"<title>{title}</title><item><title>One</title></item>").encode(), "", HERE)
    assert isinstance(found, Document)
    assert found.title == name


@pytest.mark.parametrize(
    ("guid", "url"),
    [
        ("<guid>1423</guid>", None),
        ("<guid><![CDATA[ post-1423 ]]></guid>", None),
        ("<guid>tag:sahel.example.org,2023:1423</guid>", None),
        ("<guid>/story/1423</guid>", "https://sahel.example.org/story/1423"),
        ("<guid>https://sahel.example.org/1423</guid>", "https://sahel.example.org/1423"),
        ('<guid isPermaLink="false">https://sahel.example.org/?p=1423</guid>', None),
    ],
)
def test_a_guid_is_an_address_only_where_it_has_the_form_of_one(guid: str, url: str | None) -> None:
    assert items("feed", RSS.format(f"<item><title>One</title>{guid}</item>"))[0].url == url


def test_the_last_item_of_a_feed_that_breaks_off_waits_for_its_end() -> None:
    whole = "<item><title>One</title></item>"
    cut = RSS.format("").removesuffix("</channel></rss>") + whole + "<item><title>Two</title><li"
    assert [item.title for item in items("feed", cut)] == ["One"]
    assert [item.title for item in items("feed", cut.replace(whole, ""))] == ["Two"]


def test_half_a_character_in_a_json_feed_costs_that_character_only() -> None:
    entry = '{"url": "https://sahel.example.org/%s", "title": "Niger %s", "content_text": "Closed %s."}'
    entries = ", ".join((entry % (("\\ud83d",) * 3), entry % ("1", "\\u001b[2J", "x")))
    one, other = items("feed", f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{entries}]}}')
    assert (one.url, one.title, one.text) == ("https://sahel.example.org/\ufffd", "Niger \ufffd", "Closed \ufffd.")
    assert other.title == "Niger [2J"


def test_a_json_feed_with_line_breaks_inside_its_strings_is_read() -> None:
    (item,) = items("feed", '{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "One\nline"}]}')
    assert item.title == "One line"


@pytest.mark.parametrize(
    "odd",
    [
        "<url><loc>https://sahel.example.org/1?a=1&b=2</loc></url>",
        "<url><loc>https://sahel.example.org/1?a=1&amp;b=2</loc><note>caf&eacute;&nbsp;</note></url>",
        "<url><loc>https://sahel.example.org/1?a=1&amp;b=2</loc><news:news><news:title>x</news:title></news:news></url>",
    ],
)
def test_a_sitemap_that_is_no_xml_gives_its_pages_all_the_same(odd: str) -> None:
    assert [item.url for item in items("sitemap", SITEMAP.format(odd))] == ["https://sahel.example.org/1?a=1&b=2"]


def test_a_sitemap_whose_news_have_a_prefix_that_nobody_declared_says_its_titles() -> None:
    page = "<url><loc>https://sahel.example.org/1</loc><n:news><n:title>Tir &amp; fuite</n:title></n:news></url>"
    assert items("sitemap", SITEMAP.format(page))[0].title == "Tir & fuite"


@pytest.mark.parametrize(("said", "read"), [
    ("Ni&#8;ger&#x1F; closes", "Niger closes"), ("Niger&#11;closes&#xC;Agadez", "Niger closes Agadez"),
    ("Niger\x0bclo\x1fses", "Niger closes"), ("Niger &#xD83D;&#xDEA8; &#55357;&#57000;", "Niger \U0001f6a8 \U0001f6a8"),
    ("Niger &#xFFFE;&#54840;", "Niger \ud638"), ("Niger &#xD83D; closes", "Niger \ufffd closes"),
])
def test_numbers_of_characters_that_xml_forbids_cost_no_item(said: str, read: str) -> None:
    rss = f"<rss><channel><item><title>{said}</title><link>https://sahel.example.org/1</link></item></channel></rss>"
    sitemap = SITEMAP.format(f"<url><loc>https://sahel.example.org/1</loc><title>{said}</title></url>")
    for kind, body in (("feed", rss), ("sitemap", sitemap)):
        found = READERS[kind](body.encode(), "", HERE)
        assert isinstance(found, Document), kind
        assert ([one.title for one in found.items], found.odd) == ([read], None), kind


@pytest.mark.parametrize("encoding", ["iso8859-6", "cp1256"])
def test_arabic_that_is_declared_as_iso_8859_6_is_read_as_what_it_is(encoding: str) -> None:
    title = "أعلن الجيش في النيجر إغلاق الحدود وكل المجال الجوي"
    body = f"<rss><channel><item><title>{title}</title></item></channel></rss>"
    found = READERS["feed"](body.encode(encoding), "text/xml; charset=ISO-8859-6", HERE)
    assert isinstance(found, Document)
    assert [one.title for one in found.items] == [title]


def test_a_sitemap_that_breaks_off_gives_what_is_whole() -> None:
    cut = SITEMAP.format("<url><loc>https://sahel.example.org/1</loc></url><url><loc>https://sahel").split("sahel</")[0]
    found = READERS["sitemap"](cut.encode(), "", HERE)
    assert isinstance(found, Document)
    assert ([item.url for item in found.items], found.odd) == (["https://sahel.example.org/1"], "the sitemap broke off")


def test_a_sitemap_of_lines_is_one_and_prose_is_none() -> None:
    lines = "https://sahel.example.org/1\r\n\r\nhttps://sahel.example.org/2\n"
    assert [item.url for item in items("sitemap", lines)] == [
        "https://sahel.example.org/1", "https://sahel.example.org/2",
    ]
    for prose in ("https://sahel.example.org/1 is closed", "HTTP 500", "http"):
        assert isinstance(READERS["sitemap"](prose.encode(), "", HERE), Unreadable)


def test_an_undated_part_with_the_news_is_asked_for_before_dated_ones() -> None:
    dated = [
        f"<sitemap><loc>https://sahel.example.org/s-{day}.xml</loc><lastmod>2023-07-{day}</lastmod></sitemap>"
        for day in range(11, 30)
    ]
    news = "<sitemap><loc>https://sahel.example.org/sitemap-news.xml?x=1</loc></sitemap>"
    found = READERS["sitemap"](f"<sitemapindex>{''.join(dated)}{news}</sitemapindex>".encode(), "", HERE)
    assert isinstance(found, Document)
    assert [one.rpartition("/")[2] for one in found.more[:2]] == ["sitemap-news.xml?x=1", "s-29.xml"]


@pytest.mark.parametrize(("before", "after"), [
    ("<br />\n<b>Warning</b>: Undefined index in <b>/srv/sitemap.php</b>\n", ""), ("", "<script>count()</script>"),
    ("", "<urlset></urlset>"), ("Notice: no cache\n", "\n<!-- in 0.2 s -->done"),
])
def test_what_a_server_writes_around_a_sitemap_costs_nothing(before: str, after: str) -> None:
    body = SITEMAP.format("<url><loc>https://sahel.example.org/1</loc></url>")
    assert [item.url for item in items("sitemap", before + body + after)] == ["https://sahel.example.org/1"]


@pytest.mark.parametrize("body", ["<!DOCTYPE html><html><body>gone & lost</body></html>", "<urlset><url>", "<urlset"])
def test_what_no_mending_helps_is_refused_in_one_line(body: str) -> None:
    found = READERS["sitemap"](body.encode(), "", HERE)
    assert isinstance(found, Unreadable)
    assert "\n" not in found.reason


def test_a_sitemap_without_dates_gives_its_pages_from_both_ends() -> None:
    pages = [f"https://sahel.example.org/{number}" for number in range(300)]
    for body in (SITEMAP.format("".join(f"<url><loc>{page}</loc></url>" for page in pages)), "\n".join(pages)):
        found = [item.url for item in items("sitemap", body)]
        assert (len(found), found[0], found[-1]) == (100, pages[0], pages[-1])


@pytest.mark.parametrize("path", ["", "/", "/a.jpg", "/a/b.pdf?x=1", "/film.mp4", "/a.WEBP"])
def test_what_is_no_article_by_its_address_is_no_item_of_a_sitemap(path: str) -> None:
    pages = ["https://sahel.example.org/report.html", "https://sahel.example.org/read?picture=a.jpg"]
    found = items("sitemap", SITEMAP.format("".join(
        f"<url><loc>{address}</loc></url>" for address in (f"https://sahel.example.org{path}", *pages)
    )))
    assert [item.url for item in found] == pages


@pytest.mark.parametrize(("names", "asked"), [
    (["post-sitemap.xml", "category-sitemap.xml", "post_tag-sitemap.xml", "author-sitemap.xml", "page-sitemap.xml"],
     ["post-sitemap.xml"]),
    (["sitemap-images.xml", "sitemap-news.xml", "sitemap_tags_2.xml"], ["sitemap-news.xml"]),
    (["category-sitemap.xml"], ["category-sitemap.xml"]),
    ([f"a-2023-{month:02}.xml" for month in range(1, 9)], [f"a-2023-{month:02}.xml" for month in (8, 7, 6, 5, 4)]),
    ([f"part-{part}.xml" for part in range(9)], [f"part-{part}.xml" for part in (0, 1, 2, 7, 8)]),
    (["home-pages-and-news.xml", "page-2.xml"], ["home-pages-and-news.xml", "page-2.xml"]),
    ([*(f"part-{part}.xml" for part in range(4)), "news.xml", *(f"part-{part}.xml" for part in range(4, 9))],
     ["news.xml", "part-0.xml", "part-1.xml", "part-7.xml", "part-8.xml"]),
    ([f"news-{part}.xml" for part in range(3)], [f"news-{part}.xml" for part in range(3)]),
])
def test_of_an_index_the_parts_that_may_have_news_are_asked_for(names: list[str], asked: list[str]) -> None:
    parts = "".join(f"<sitemap><loc>https://sahel.example.org/{name}</loc></sitemap>" for name in names)
    found = READERS["sitemap"](f"<sitemapindex>{parts}</sitemapindex>".encode(), "", HERE)
    assert isinstance(found, Document)
    assert [one.rpartition("/")[2] for one in found.more] == asked
