"""One page has one key, two pages have two, and what is no address stops nothing."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.article import address
from services.article.address import read_address

PAGE = "https://news.example/world/niger-26-july"


def key(url: str) -> str | None:
    return read_address(url).key


@pytest.mark.parametrize(
    "form",
    [
        "http://news.example/world/niger-26-july",
        "HTTPS://NEWS.example./world/niger-26-july",
        "https://www.news.example/world/niger-26-july/",
        "https://m.news.example/world/niger-26-july",
        "https://amp.news.example/world/niger-26-july",
        "https://news.example:443/world/niger-26-july",
        "http://news.example:80/world/niger-26-july",
        "//news.example/world/niger-26-july",
        "  https://news.example/world/./x/../niger-26-july\n",
        "https://user:secret@news.example/world/niger-26-july",
        "https://news.example/world/niger%2D26-july",
        "https://news.example/world/niger-26-july/amp",
        "https://news.example/world/niger-26-july/amp/",
        "https://news.example/amp/world/niger-26-july",
        "https://news.example/world/niger-26-july.amp",
        "https://news.example/world/niger-26-july?amp=1",
        "https://news.example/world/niger-26-july?amp",
        "https://news.example/world/niger-26-july?outputType=amp",
        "https://news-example.cdn.ampproject.org/c/s/news.example/world/niger-26-july",
        "https://www.google.com/amp/s/news.example/world/niger-26-july",
        "https://news.example/world/niger-26-july?utm_source=a&utm_medium=b",
        "https://news.example/world/niger-26-july?fbclid=abc&amp;gclid=d",
        "https://news.example/world/niger-26-july?at_medium=RSS&at_campaign=x",
        "https://news.example/world/niger-26-july?xtor=RSS-1",
        "https://news.example/world/niger-26-july?CMP=share&ocid=x&mc_cid=1&mc_eid=2",
        "https://news.example/world/niger-26-july?ref=rss",
        "https://news.example/world/niger-26-july?",
        "https://news.example/world/niger-26-july#comments",
        "https://news.example/world/niger-26-july#:~:text=palace",
        "https://news.example/world/niger-26-july#:~:text=24/7",
        "https://news.example/world/niger-26-july#xtor=RSS/1",
        "https://www.google.com/url?rct=j&sa=t&url=https%3A%2F%2Fnews.example%2Fworld%2Fniger-26-july&ct=ga&usg=a",
        "https://www.google.co.uk/url?q=https://news.example/world/niger-26-july&sa=U",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.news.example%2Fworld%2Fniger-26-july%3Ffbclid%3Da&h=b",
        "https://news.google.com/rss/articles/CBMiKGh0dHBzOi8vbmV3cy5leGFtcGxlL3dvcmxkL25pZ2VyLTI2LWp1bHnSAQA?oc=5",
        "https://news.google.com/articles/CBMiKGh0dHBzOi8vbmV3cy5leGFtcGxlL3dvcmxkL25pZ2VyLTI2LWp1bHnSAQA",
        "https://news.google.com/news/url?sa=t&fd=R&url=https://news.example/world/niger-26-july&ct=ga",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnews.example%2Fworld%2Fniger-26-july&data=05",
        "http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&url=https%3a%2f%2fnews.example%2fworld%2fniger-26-july",
        "https://www-news-example.cdn.ampproject.org/v/s/www.news.example/world/niger-26-july?amp_js_v=0.1&usqp=c",
        "https://www.bing.com/amp/s/news.example/world/niger-26-july",
        "https://touch.news.example/world/niger-26-july",
        "https://www2.news.example/world/niger-26-july",
        "https://news.example/world/niger-26-july?print=1",
        "https://news.example/world/niger-26-july?view=print&tmpl=component",
        "https://news.example/world/niger-26-july/print/",
        "https://news.example/world/niger-26-july;jsessionid=1A2B3C.node1?utm_source=a",
        "https://news.example/world/niger-26-july?PHPSESSID=0123456789abcdef",
        "https://news.example/world/niger-26-july?partner=rss&emc=rss",
        "https://news.example/world/niger-26-july?utm_source=a&amp;amp;utm_medium=b",
        "https://news.example/world/niger-26-july?amp;utm_medium=b",
        "https://https://news.example/world/niger-26-july",
        "news.example/world/niger-26-july",
        "https://news.example/world/amp/niger-26-july",
        "https://news.example/google-amp/world/niger-26-july/",
        "https://news.example/world/niger-26-july/amp.html",
        "https://news.example/world/niger-26-july?amp=yes",
        "https://news.example/world/niger-26-july?amp_markup=1&amphtml",
        "https://news.example/world/niger-26-july?noamp=available&is_amp=1",
        "https://news.example/world/niger-26-july?type=amp",
        "https://cdn.ampproject.org/c/s/news.example/world/niger-26-july",
        "https://news-example.cdn.ampproject.org/wp/s/news.example/world/niger-26-july/amp/",
        "https://news-example.bing-amp.com/c/s/news.example/world/niger-26-july",
        "https://amp.cloudflare.com/c/s/www.news.example/world/niger-26-july",
        "https://news.example/world/niger-26-july?mobile=1",
        "https://news.example/world/niger-26-july?tmpl=component&print=1&layout=default&page=",
        "https://news.example/world/niger-26-july?ref=tw_i&aef_campaign_date=2023-07-26&aef_campaign_ref=share",
        "https://news.example/world/niger-26-july?doing_wp_cron=1690400000.12",
        "https://news.example/world/niger-26-july?share=facebook&nb=1",
        "https://news.example/world/niger-26-july?feedType=RSS&feedName=world",
        "https://news.example/world/niger-26-july?fbclid&utm_source",
        "https://news.example/world/niger-26-july?%75tm_source=a",
        "https://news.example/world/niger-26-july/&utm_source=rss&utm_medium=rss",
        "https://news.example/world/niger-26-july%3Futm_source%3Drss",
        "https://news.example/world/niger-26-july#!",
        "https://news.example/world/niger-26-july#/",
    ],
)
def test_forms_of_one_page_have_one_key(form: str) -> None:
    assert key(form) == key(PAGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/read.php?1423", "https://a.example/read.php?1424"),
        ("https://a.example/read.php?1423", "https://a.example/read.php"),
        ("https://a.example/?p=1", "https://a.example/?p=2"),
        ("https://a.example/?source=1", "https://a.example/?source=2"),
        ("https://a.example/?eid=1", "https://a.example/?eid=2"),
        ("https://a.example/?session=1&keyword=a", "https://a.example/?session=2&keyword=a"),
        ("https://a.example/?ref=1423", "https://a.example/?ref=1424"),
        ("https://a.example/?a=1&b=2", "https://a.example/?b=2&a=1"),
        ("https://a.example/?a=1&a=2", "https://a.example/?a=2"),
        ("https://a.example/a b", "https://a.example/ab"),
        ("https://a.example/a{1}b", "https://a.example/a{2}b"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
        ("https://a.example/Page", "https://a.example/page"),
        ("https://a.example/#!/story/1", "https://a.example/#!/story/2"),
        ("https://a.example/#/story/1", "https://a.example/#/story/2"),
        ("https://a.example/story/camp", "https://a.example/story/c"),
        ("https://a.example/story/amplify", "https://a.example/story"),
        ("https://a.example:8080/x", "https://a.example/x"),
        ("https://fr.a.example/x", "https://ha.a.example/x"),
        ("https://a.example/x", "https://b.example/x"),
        ("https://a.example/#article/1", "https://a.example/#article/2"),
        ("https://a.example/app#?id=1", "https://a.example/app#?id=2"),
        ("https://a.example/?pk_id=1", "https://a.example/?pk_id=2"),
        ("https://a.example/?ga_article=1", "https://a.example/?ga_article=2"),
        ("https://a.example/?m=1", "https://a.example/?m=2"),
        ("https://a.example/?print=1&id=1", "https://a.example/?print=1&id=2"),
        ("https://a.example/print", "https://a.example/"),
        ("https://a.example/section/print", "https://a.example/section"),
        ("https://www.google.com/url?q=https://a.example/1", "https://www.google.com/url?q=https://a.example/2"),
        ("https://www.google.com/url?q=coup", "https://www.google.com/url?q=niger"),
        ("https://news.google.com/rss/articles/CBMiA?oc=5", "https://news.google.com/rss/articles/CBMiB?oc=5"),
        ("https://news.google.com/rss/articles/CBMiVkFVX3lxTE4zaG", "https://news.google.com/rss/articles/CBMiVkFVX3lxTE4zaH"),
        ("https://a.example/out?url=https://b.example/1", "https://b.example/1"),
        ("https://a.example/reviews/amp/fender", "https://a.example/reviews/fender"),
        ("https://a.example/x?nb=1", "https://a.example/x"),
        ("https://a.example/x?amp=12", "https://a.example/x?amp=13"),
        ("https://a.example/phones?type=mobile", "https://a.example/phones"),
        ("https://a.example/x?ref=wander", "https://a.example/x"),
        ("https://a.example/x?from=nl", "https://a.example/x"),
        ("https://a.example/x?page=", "https://a.example/x"),
        ("https://a.example/x#article=1", "https://a.example/x#article=2"),
        ("https://a.example/x#id=1423", "https://a.example/x#id=1424"),
    ],
)
def test_different_pages_have_different_keys(one: str, other: str) -> None:
    assert key(one) is not None
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        (PAGE, PAGE),
        ("http://www.news.example/a", "http://www.news.example/a"),
        ("https://news.example", "https://news.example/"),
        ("www.news.example/a", "https://www.news.example/a"),
        ("https://news.example/a b?c d=é#x", "https://news.example/a%20b?c%20d=%C3%A9"),
        ("https://news.example/100%/a%c3%a9%7e", "https://news.example/100%25/a%C3%A9~"),
        ("https://actualité.example/é", "https://xn--actualit-i1a.example/%C3%A9"),
        ("https://user:secret@news.example/a", "https://news.example/a"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("https://[2001:DB8::1]:8080/a", "https://[2001:db8::1]:8080/a"),
        ("https://news.example/#!/story/1", "https://news.example/#!/story/1"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2Fa&h=b", "https://news.example/a"),
        ("https://www.google.com/url?url=javascript:x", "https://www.google.com/url?url=javascript:x"),
        ("https://news.example/a;jsessionid=1A2B?x=1", "https://news.example/a?x=1"),
        ("news.example/a", "https://news.example/a"),
    ],
)
def test_the_shown_address_is_a_real_one(received: str, shown: str) -> None:
    address = read_address(received)
    assert address.url == shown
    assert address.received == (None if received == shown else received)


def test_a_page_of_blogger_is_the_same_on_a_telephone() -> None:
    page = "https://blog.example/2023/07/a-coup.html"
    assert key(f"{page}?m=1") == key(page) != key(f"{page}?m=20230726")


def test_the_voice_of_america_has_its_pages_for_telephones_beside_a() -> None:
    assert key("https://www.voahausa.com/amp/nijar/7198765.html") == key("https://www.voahausa.com/a/nijar/7198765.html")


@pytest.mark.parametrize("piece", ["/amp", "/amp/a-", "#/", "#!", "&utm_a=", "%3Futm_", "?amp&", "."])
def test_a_hostile_address_costs_no_more_than_its_length(piece: str) -> None:
    started = process_time()
    read_address("https://a.example/" + piece * (500_000 // len(piece)))
    assert process_time() - started < 3


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "ftp://a.example/x", "mailto:a@b.example", "data:text/html,x", "file:///etc/passwd",
     "https://[::1/x", "https://a.example]/x", "http://[bad]/x", "https://a.example:port/x", "https://a.example:99999/x",
     "https://", "https:///x", "http://?x", "not an address", "/relative/path", "https://a..example/", "https://-a.example/",
     "https://a b.example/", "https://" + "a" * 300 + ".example/", "java\nscript:x",
     "index.php/2023", "relative/path", "a/b.c/d"],
)  # fmt: skip
def test_what_is_no_web_address_is_kept_as_received_with_a_note(text: str) -> None:
    address = read_address(text)
    assert (address.url, address.key, address.host) == (None, None, None)
    assert address.received
    assert address.notes[0].startswith("url: ")


@pytest.mark.parametrize("text", [None, "", "  ", "\x00"])
def test_no_address_is_no_problem(text: str | None) -> None:
    assert read_address(text).notes == ()


_PIECES = st.sampled_from(
    ["http", "https", "://", ":", "/", "//", "?", "#", "[", "]", "@", "%", "%zz", "%C3", "é", "ن", ".", "..", "www.",
     "a.example", "&", "=", " ", "\n", "\ud800", "xn--", "xn--a", "\u2100", "\uff0f", "80", "port", "amp", "!",
     "utm_a=1", "&amp;"]
)  # fmt: skip


@given(st.text() | st.lists(_PIECES).map("".join))
def test_reading_an_address_never_raises_and_shows_only_http(text: str) -> None:
    address = read_address(text)
    assert address.url is None or address.url.startswith(("http://", "https://"))
    assert (address.url is None) == (address.key is None)


@given(st.lists(_PIECES).map(lambda pieces: "https://a.example/" + "".join(pieces)))
def test_a_shown_address_is_its_own_canonical_form(text: str) -> None:
    first = read_address(text)
    if first.url is not None:
        again = read_address(first.url)
        assert (again.url, again.key) == (first.url, first.key)


_HOSTS = (
    "www.example.ne", "m.example.ne", "l.facebook.com", "www.google.com", "example-com.cdn.ampproject.org",
    "news.google.com",
)
_PATHS = (
    "/", "/url", "/l.php", "/news/url", "/amp/a-1", "/a-1/amp", "/2023/08/a.html", "/a/print/", "/a.amp.html",
    "/rss/articles/CBMx",
)
_QUERIES = (
    "utm_source=rss", "id=1", "a", "m=1", "amp=1", "share=facebook", "nb=1", "u=b.example", "q=.", "=", "",
    "tmpl=component",
)


@given(st.sampled_from(_HOSTS), st.sampled_from(_PATHS), st.lists(st.sampled_from(_QUERIES), max_size=4))
def test_a_simple_address_is_read_the_short_way_as_it_would_be_the_long_one(
    host: str, path: str, bits: list[str]
) -> None:
    text = f"https://{host}{path}" + ("?" + "&".join(bits) if bits else "")
    assert read_address(text) == address._canonical(address._parse(text), text)  # what is compared
