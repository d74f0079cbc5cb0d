"""Of the dates on a page, the one on which its article was published; none where none is surely that."""

from __future__ import annotations

import time

import pytest

from services.collect.item import Item
from services.collect.kinds.page import extract
from services.collect.kinds.page_date import published_of
from services.collect.surroundings import links_of, without_surroundings

HERE = "https://sahel.example.org/pont-de-gaya"
TITLE = "Le pont de Gaya rouvre"
SAID = "".join(f"<p>Le camion {name} a passé le pont de Gaya avec son mil, dit le douanier.</p>" for name in "ABCDEFG")
OTHERS = "<aside><article><h3>Autre nouvelle</h3><time datetime='2020-08-18T10:00Z'>18 août</time></article></aside>"
TODAY = '<div class="ligne"><span class="date">mercredi 29 novembre 2023</span></div>'


def dated(article: str = "", head: str = "", before: str = "", after: str = "", url: str = HERE) -> str | None:
    """The date that is read of a page with these around its text."""
    page = (
        f"<html lang=fr><head><title>{TITLE}</title>{head}</head><body>{before}<main><h1>{TITLE}</h1>{article}{SAID}"
        f"</main>{after}<footer>© 2024 Zinder Soir</footer></body></html>"
    )
    found = extract(page.encode(), "text/html; charset=utf-8", url)
    assert isinstance(found, Item), found
    return found.published


def data(*objects: str) -> str:
    return "".join(f'<script type="application/ld+json">{one}</script>' for one in objects)


OWN = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2023-08-03T14:05:00+01:00"}}'


@pytest.mark.parametrize(("before", "after"), [
    (TODAY, ""), ("", OTHERS), ("", "<div>Dernière mise à jour du site : 12/03/2022</div>"),
    ("", "<script>build = '2022-02-02T10:00:00Z'</script>"),
    ("", "<div id=comments><time datetime='2023-09-09T10:00Z'>9 septembre</time><p>Merci à vous tous.</p></div>"),
    ("<div id=jour>Laraba, 29 ga Nuwamba 2023</div>", ""),
])
def test_the_day_of_a_template_or_of_another_article_is_not_the_articles(before: str, after: str) -> None:
    assert dated(before=before, after=after) is None
    assert dated('<time datetime="2023-08-03T14:05:00+01:00">3 août</time>', before=before, after=after) == (
        "2023-08-03T14:05:00+01:00"
    )


@pytest.mark.parametrize(("article", "head"), [
    ("", '<meta property="article:modified_time" content="2024-08-05T10:00:00Z">'),
    ("", '<meta property="og:updated_time" content="2024-08-05T10:00:00Z">'),
    ("", data(f'{{"@type": "NewsArticle", "headline": "{TITLE}", "dateModified": "2024-08-05T10:00:00Z"}}')),
    ('<p>Mis à jour le <time datetime="2024-08-05T10:00:00Z">5 août 2024</time></p>', ""),
    ("<p class=meta>Dernière mise à jour : 5 août 2024</p>", ""),
    ('<time class="updated" datetime="2024-08-05">x</time>', ""),
    ("<span class=date>il y a 2 heures</span>", ""), ('<time datetime="0001-01-01T00:00:00Z">x</time>', ""),
    ('<time datetime="9999-12-31T23:59:59Z">x</time>', ""), ("<p>1er janvier 1970</p>", ""),
    ("<p>Depuis le 26 juillet 2023, le pont était fermé.</p>", ""),
    ("<blockquote><p>Le bac part.</p>&mdash; Le quai <a href=/1>5 août 2023</a></blockquote>", ""),
])
def test_a_page_that_only_says_when_it_was_touched_or_what_happened_when_has_no_date(article: str, head: str) -> None:
    assert dated(article, head) is None


@pytest.mark.parametrize(("article", "date"), [
    ("<p>Publié le : 03/08/2023 - 14:05</p><p>Modifié le : 05/08/2023 - 10:00</p>", "Publié le : 03/08/2023 - 14:05"),
    ("<p class=meta>Publié le jeudi 3 août 2023 à 22h00min</p>", "2023-08-03T22:00:00"),
    ('<span class="submitted">Soumis par Hadiza le jeu, 03/08/2023 - 14:05</span>', "03/08/2023 - 14:05"),
    ("<p>Par Hadiza Issa, 3 août 2023</p>", "2023-08-03"),
    ("<p>Posted on August 3, 2023 by Hadiza</p>", "2023-08-03"),
    ("<p>Alhamis, 3 ga Agusta 2023</p>", "2023-08-03"),
    ("<p>نشر في: الخميس 3 أغسطس/آب 2023 - 14:05</p>", "2023-08-03T14:05:00"),
    ("<p>16 محرم 1445 هـ - 3 أغسطس 2023 م</p>", "2023-08-03"),
    ('<abbr class="published" title="2023-08-03T14:05:00Z">jeudi 3 août 2023</abbr>', "2023-08-03T14:05:00Z"),
    ('<div class="relative flex"><span class="navy">3 août 2023</span></div>', "2023-08-03"),
    ('<div class="elementor-widget elementor-widget-post-info"><ul><li>3 août 2023</li></ul></div>', "2023-08-03"),
    ('<div class="card-header another"><a href="/2023">août 3, 2023</a></div>', "2023-08-03"),
    ('<div class="td-module-meta"><time class="entry-date updated td-module-date" datetime="2023-08-03T14:05:00+00:00">'
     "3 août 2023</time></div>", "2023-08-03T14:05:00+00:00"),
    ('<div class="preview"><em>3 ga Agusta, 2023</em></div>', "2023-08-03"),
    ('<p>Publication : 3 août 2023 <time itemprop="datePublished" datetime="2023-08-03T14:05+01:00">14:05</time></p>',
     "2023-08-03T14:05+01:00"),
])
def test_the_date_beside_the_headline_is_read_however_it_is_written(article: str, date: str) -> None:
    assert dated(article, before=TODAY, after=OTHERS) == date


@pytest.mark.parametrize("head", [
    data('{"@graph": [{"@type": "WebSite", "datePublished": "2015-01-02"}, ' + OWN + "]}"),
    data('{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Autre", "datePublished": '
         '"2021-01-02T10:00:00Z"}]}', OWN),
    data('{"@type": "NewsArticle", "headline": "Autre", "datePublished": "2021-01-02T10:00:00Z"}', OWN),
    data(OWN.replace("NewsArticle", "LiveBlogPosting").replace(
        '"date', '"liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": "2021-01-02"}], "date'
    )),
    data("{broken", OWN), data(f"[[{OWN}]]"),
    '<meta property="article:published_time" content="2023-08-03T14:05:00+01:00">'
    '<meta property="article:modified_time" content="2024-08-05T10:00:00Z">',
])
def test_what_a_page_tells_machines_of_the_article_itself_goes_first(head: str) -> None:
    assert dated("<p>Publié le 4 août 2023</p>", head, before=TODAY, after=OTHERS) == "2023-08-03T14:05:00+01:00"


def test_a_day_in_the_address_is_the_articles_unless_the_page_says_it_with_a_time() -> None:
    there = "https://sahel.example.org/2023/08/03/pont-de-gaya"
    assert dated(before=TODAY, url=there) == "2023-08-03"
    assert dated("<p>5 septembre 2023</p>", url=there) == "2023-08-03"
    assert dated("<time datetime='2023-08-03T14:05Z'>3 août</time>", url=there) == "2023-08-03T14:05Z"
    month = "https://sahel.example.org/2023/08/pont-de-gaya"
    assert (dated("<p>14 juin 2023</p>", url=month), dated("<p>3 août 2023</p>", url=month)) == (None, "2023-08-03")
    assert dated("<p>1er septembre 2023</p>", url=month) == "2023-09-01"
    assert dated(url="https://sahel.example.org/id-20239999-x") is None


def test_a_declaration_of_xml_and_data_that_nests_without_end_cost_no_date() -> None:
    head = f'<h1>{TITLE}</h1><time datetime="2023-08-03">x</time>'
    page = f'<?xml version="1.0" encoding="utf-8"?><html><body>{head}{SAID}'
    found = extract(page.encode(), "application/xhtml+xml", HERE)
    assert isinstance(found, Item)
    assert found.published == "2023-08-03"
    deep = data('{"a":' * 3000 + "1" + "}" * 3000, OWN)
    assert dated("<div>" * 60, deep) == "2023-08-03T14:05:00+01:00"


@pytest.mark.parametrize("body", [
    "<script type=ld+json>" * 40_000, "<a>" * 300_000, "<a " * 300_000, "<div>" * 240 + "<b></b>" * 100_000,
    "<div>" * 240 + "<p>mot </p>" * 80_000, "<time datetime='2023-08-03T10:00Z'>a</time>" * 20_000,
    f"<h1>{TITLE}</h1>" * 30_000, "<article>" * 100_000,
])
def test_a_page_that_is_made_to_be_looked_at_for_ever_is_done_with_soon(body: str) -> None:
    page = f"<html><body><h1>{TITLE}</h1>{body}"
    begun = time.process_time()
    published_of(page, TITLE, HERE)
    links_of(page)
    without_surroundings(page)
    assert time.process_time() - begun < 10
