"""Feeds as the software of newspapers writes them: whose text, address, author and language each item has."""

from __future__ import annotations

import gzip

import pytest

from services.collect.item import Document, Item
from services.collect.kinds import READERS
from services.collect.kinds.links import feeds_of

HERE = "https://sahel.example.org/flux"
TEASER = "Le couvre-feu est levé."


def rss(inside: str) -> str:
    return (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Sahel</title>'
        f"<item>{inside}</item></channel></rss>"
    )


def only(body: str | bytes) -> Item:
    found = READERS["feed"](body.encode() if isinstance(body, str) else body, "", HERE)
    assert isinstance(found, Document), found
    [item] = found.items
    return item


@pytest.mark.parametrize("link", ["<link></link>", "<link/>", "<link>  </link>", "<link />", ""])
def test_a_guid_that_is_an_address_stands_for_a_link_that_is_empty(link: str) -> None:
    assert only(rss(f"<title>a</title>{link}<guid>https://sahel.example.org/7</guid>")).url == "https://sahel.example.org/7"


def test_a_link_without_its_scheme_is_no_path_of_the_site() -> None:
    assert only(rss("<title>a</title><link>www.zinder.example/7</link>")).url == "http://www.zinder.example/7"


def test_an_address_with_bare_ampersands_keeps_its_parameters() -> None:
    link = "https://sahel.example.org/?id=7&copy=2&reg=3&lang=fr"
    assert only(rss(f"<title>Riz & mil</title><link>{link}</link>")).url == link


def test_a_link_of_a_service_that_counts_readers_gives_way_to_the_link_of_the_article() -> None:
    own = "https://sahel.example.org/7"
    counted = "<title>a</title><link>https://feeds.example.org/~r/sahel/~3/AbC/</link>"
    space = 'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
    assert only(rss(f"{counted}<feedburner:origLink {space}>{own}</feedburner:origLink>")).url == own
    none = only(rss(f"{counted}<feedburner:origLink {space}></feedburner:origLink>"))
    assert none.url == "https://feeds.example.org/~r/sahel/~3/AbC/"


def test_the_language_of_one_entry_goes_before_that_of_its_feed() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>x</title><entry%s><id>urn:7</id>'
        "<title%s>An rufe iyakoki</title><content%s>Janar din ya ce an rufe iyakoki.</content></entry></feed>"
    )
    hausa = ' xml:lang="ha"'
    for places in ((hausa, "", ""), ("", "", hausa), ("", hausa, hausa)):
        assert only(feed % places).language == "ha"
    assert only(feed % ("", "", "")).language in (None, "en")


def test_all_authors_are_named_without_their_mail() -> None:
    item = only(rss("<title>a</title><dc:creator>Hadiza Issa</dc:creator><dc:creator>Moussa Garba</dc:creator>"))
    assert item.author == "Hadiza Issa, Moussa Garba"
    assert only(rss("<title>a</title><author>desk@sahel.example.org (Hadiza Issa)</author>")).author == "Hadiza Issa"
    assert only(rss("<title>a</title><author>desk@sahel.example.org</author>")).author == "desk@sahel.example.org"


def test_the_author_of_an_atom_feed_is_that_of_entries_without_one() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><author><name>Hadiza Issa</name></author><entry>'
        "<id>urn:7</id><title>a</title>%s</entry></feed>"
    )
    assert only(feed % "").author == "Hadiza Issa"
    assert only(feed % "<author><name>Moussa Garba</name></author>").author == "Moussa Garba"


def test_a_feed_that_is_a_packed_file_is_unpacked() -> None:
    assert only(gzip.compress(rss("<title>Niamey</title>").encode())).title == "Niamey"


def test_a_short_text_of_a_json_feed_is_a_teaser_as_in_any_other() -> None:
    feed = '{"version": "1.1", "items": [{"id": "7", "content_html": "%s", "authors": %s}]}'
    short = only(feed % (TEASER, '[{"name": "Hadiza Issa"}, {"name": "Moussa Garba"}, null]'))
    assert (short.whole, short.author) == (False, "Hadiza Issa, Moussa Garba")
    assert only(feed % (TEASER * 50, "null")).whole


@pytest.mark.parametrize(("page", "found"), [
    ('<link rel=alternate type="text/xml" href=/flux.xml>', ["/flux.xml"]),
    ('<a href="spip.php?page=backend">Suivre</a><a href="/contact">Contact</a>', ["/spip.php?page=backend"]),
    ('<a href="/?format=feed&amp;type=rss">RSS</a>', ["/?format=feed&type=rss"]),
    ('<a href="/feedback">Avis</a><a href="/news/feeding-niamey">x</a>', []),
    ('<link rel=alternate type=text/rss href="http://[x"><link rel=alternate type=text/rss href=/b>', ["/b"]),
    ('<base href="http://[x"><link rel=alternate type=application/rss+xml href="/b">', ["/b"]),
    ('<link rel=alternate type=application/rss+xml href=/feed/><link rel=alternate type=application/rss+xml '
     "href=/comments/feed/>", ["/feed/"]),
    ("<link rel=alternate type=application/rss+xml href=/comments/feed/>", ["/comments/feed/"]),
])
def test_the_feeds_of_a_page_are_found_however_it_tells_of_them(page: str, found: list[str]) -> None:
    assert list(feeds_of(page, "https://sahel.example.org/")) == [f"https://sahel.example.org{path}" for path in found]


@pytest.mark.parametrize("here", ["https://feeds.example.com/sahel.xml", "https://cdn.example.com/sahel.json"])
def test_a_path_is_one_of_the_site_where_its_feed_is_served_from_elsewhere(here: str) -> None:
    channel = "<channel><title>Sahel</title><link>https://sahel.example.org/</link>{}</channel>"
    feeds = {
        f"<rss>{channel}</rss>".format("<item><title>a</title><link>/news/7</link></item>"): "https://sahel.example.org/news/7",
        f'<rss xml:base="https://x.example/b/">{channel}</rss>'.format("<item><title>a</title><link>7</link></item>"):
            "https://x.example/b/7",
        '{"version": "1.1", "home_page_url": "https://sahel.example.org/", "items": [{"id": "a", "url": "/news/7"}]}':
            "https://sahel.example.org/news/7",
    }
    for body, url in feeds.items():
        found = READERS["feed"](body.encode(), "", here)
        assert isinstance(found, Document)
        assert [item.url for item in found.items] == [url]


def test_a_path_is_no_path_of_a_machine_that_only_its_makers_know() -> None:
    for site in ("http://localhost:8080/", "http://10.0.0.7/", "http://cms/"):
        feed = f"<rss><channel><link>{site}</link><item><title>a</title><link>/7</link></item></channel></rss>"
        assert only(feed).url == "https://sahel.example.org/7"


def test_of_several_links_the_first_is_that_of_the_article() -> None:
    own, other = "https://sahel.example.org/7", "https://sahel.example.org/en/7"
    assert only(rss(f"<title>a</title><link>{own}</link><link>{own}/print</link>")).url == own
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:7</id><title>a</title>{}</entry></feed>'
    assert only(atom.format(f'<link hreflang="fr" href="{own}"/><link hreflang="en" href="{other}"/>')).url == own
    picture = '<link rel="enclosure" type="image/jpeg">https://sahel.example.org/7.jpg</link>'
    assert only(atom.format(f'<link href="{own}"/>{picture}')).url == own


def test_a_picture_with_a_long_address_is_not_the_text() -> None:
    text = "Le pont de Gaya est rouvert aux camions."
    content = f"<![CDATA[<figure><img src='https://sahel.example.org/{'7' * 900}.jpg'></figure>]]>"
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    encoded = f"<content:encoded {space}>{content}</content:encoded>"
    item = only(rss(f"<title>a</title><description>{text}</description>{encoded}"))
    assert (item.text, item.whole) == (text, False)


def test_a_name_beside_an_address_of_mail_with_a_long_ending_is_that_name() -> None:
    assert only(rss("<title>a</title><author>desk@sahel.africa (Hadiza Issa)</author>")).author == "Hadiza Issa"


def test_the_fields_that_stand_before_a_text_are_not_of_it() -> None:
    text = "<div class='field'><p>Le pont de Gaya est rouvert aux camions.</p></div>"
    account = "<span><span lang='' about='/user/1'>admin</span></span>\n<span>jeu 03/08/2023 - 14:00</span>\n\n  "

    def feed(before: str) -> str:
        return rss(f"<title>Le pont rouvre</title><description><![CDATA[{before}{text}]]></description>")

    assert only(feed(f"<span class='title'>Le pont rouvre</span>\n{account}")).text == text
    said = "<span>À Gaya</span>\n<span>Ce matin, les premiers camions ont passé le pont.</span>\n"
    assert only(feed(said)).text == said + text


def test_the_day_on_which_an_item_was_made_goes_before_that_of_its_change() -> None:
    space = 'xmlns:t="http://purl.org/dc/terms/"'
    days = f"<t:modified {space}>2023-08-04</t:modified><t:created {space}>2023-08-03</t:created>"
    item = only(rss(f"<title>a</title>{days}"))
    assert (item.published, item.updated) == ("2023-08-03", "2023-08-04")


@pytest.mark.parametrize("footer", [
    "<p>The post <a href='{own}'>{title}</a> appeared first on <a href='{site}'>Niger Demain</a>.</p>\n",
    '<p>L’article <a rel="x" href="{own}">{title}</a> est apparu en premier sur <a href="{site}">Niger Demain</a>.</p>',
    "<p>ظهرت المقالة <a href='{own}'>{title}</a> أولاً على <a href='{site}'>النيجر غدا</a>.</p>",
])
def test_where_a_post_appeared_first_is_not_of_its_text(footer: str) -> None:
    title, own, site = "Mil &#038; riz", "https://sahel.example.org/7", "https://sahel.example.org"
    text = "<p>Le marché de Maradi est plein.</p>"
    body = text + footer.format(title=title, own=own, site=site)
    assert only(rss(f"<title>Mil &amp; riz</title><description><![CDATA[{body}]]></description>")).text == text
    # a paragraph of the text itself, and a text that has nothing else
    for kept in (f"{text}<p>Le <a href='/1'>mil</a> et le <a href='/2'>riz</a> manquent.</p>", body.removeprefix(text)):
        found = only(rss(f"<title>Mil &amp; riz</title><description><![CDATA[{kept}]]></description>"))
        assert found.text == kept.strip()


def test_a_summary_of_the_same_words_is_not_the_text_though_it_is_some_letters_longer() -> None:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    content = "<p>Le pont est rouvert.</p><p>Les camions passent.</p>"
    summary = "<description>Le pont est rouvert. Les camions passent...</description>"
    encoded = f"<content:encoded {space}><![CDATA[{content}]]></content:encoded>"
    assert only(rss(f"<title>a</title>{summary}{encoded}")).text == content
