"""Pages whose headline is in no heading, or whose only heading is the name of their site."""

from __future__ import annotations

import time

import pytest

from services.collect.item import Item
from services.collect.kinds.headline import title_of
from services.collect.kinds.page import extract
from services.collect.kinds.page_date import published_of

HERE = "https://voix.example.org/actu/4711"
TITLE = "Trois bacs neufs pour le fleuve à Ayorou"
SITE = "La Voix d’Ayorou"
SAID = "".join(
    f"<p>Le piroguier {name} d’Ayorou dit que le bac passera deux fois le jour, et que le mil sera moins cher.</p>"
    for name in "ABCDEFG"
)
TODAY = "<div><span>mercredi 29 novembre 2023</span></div>"
OTHERS = "<div class=x><div class=gros>Le riz de Tillabéri attend</div><div class=m>3 janvier 2021</div></div>"
DAY = "3 août 2023"


def read(body: str, head: str = "", bar: str = f"{TITLE} | {SITE}", before: str = TODAY) -> Item:
    """A page with the day above its menu, and others below it."""
    page = f"<html lang=fr><head><title>{bar}</title>{head}</head><body>{before}{body}{OTHERS}</body></html>"
    found = extract(page.encode(), "text/html; charset=utf-8", HERE)
    assert isinstance(found, Item), found
    return found


@pytest.mark.parametrize("body", [
    f"<div class=a><div class=gros>{TITLE}</div><div class=m>{DAY}</div>{SAID}</div>",
    f"<div class=a><p><strong>{TITLE}</strong></p><p>{DAY}</p>{SAID}</div>",
    f"<table><tr><td><font>{TITLE}</font></td></tr><tr><td><i>{DAY}</i></td></tr><tr><td>{SAID}</td></tr></table>",
    f"<div class=fil><a href='/'>Accueil</a> » <span>{TITLE}</span></div><span>{TITLE}</span><b>{DAY}</b>{SAID}",
    f"<div class=a><div class=gros>{TITLE}</div>{SAID}<p>Mis en ligne le {DAY}</p></div>",
])
def test_the_date_below_a_headline_that_is_in_no_heading_is_read(body: str) -> None:
    assert read(body).published == "2023-08-03"


@pytest.mark.parametrize("body", [
    f"<div class=article><i>{DAY}</i>{SAID}</div>",
    f"<div class=article><i>{DAY}</i>{SAID.replace('<p>', '<p>' + chr(10) + ' ' * 90)}</div>",
    f"<div class=a><b>Bacs : c’est fait</b><div>Publié le {DAY}</div>{SAID}</div>",
    f"<div class=a><abbr class=published title=2023-08-03>{DAY}</abbr><div><div>{SAID}</div></div></div>",
])
def test_where_the_page_has_no_headline_it_is_the_date_right_above_the_text(body: str) -> None:
    assert (read(body, bar=SITE).published or "")[:10] == "2023-08-03"


@pytest.mark.parametrize("body", [
    f"<div class=a><div class=gros>{TITLE}</div>{SAID}</div>", f"<div class=a>{SAID}</div>", SAID,
    f"<div class=a><div class=gros>{TITLE}</div>{SAID}<p>Le bac de Gao fut construit le 12 mai 1996.</p></div>",
    f"<nav><b>{TITLE}</b><i>{DAY}</i></nav><div>{SAID}</div>",
])
def test_the_day_of_the_site_and_those_of_others_are_not_its_date(body: str) -> None:
    assert read(body).published is None


@pytest.mark.parametrize(("heading", "head"), [
    (f'<h1><a href="/">{SITE}</a></h1>', ""), (f'<h1 class="site-title"><span>{SITE}</span></h1>', ""),
    (f"<h1>{SITE}</h1>", f'<meta property="og:site_name" content="{SITE}">'),
    (f"<h1>{SITE}</h1>", f"<meta content='{SITE}' name='application-name'>"),
])
def test_the_name_of_the_site_is_no_headline(heading: str, head: str) -> None:
    for bar in (f"{TITLE} | {SITE}", f"{SITE} - {TITLE}"):
        found = read(f"{heading}<div><div>{TITLE}</div><i>{DAY}</i>{SAID}</div>", head, bar)
        assert (found.title, found.published) == (TITLE, "2023-08-03")
    # nothing else is known
    assert read(f"{heading}<div>{SAID}</div>", head, SITE).title == SITE


@pytest.mark.parametrize("heading", [f"<h1>{TITLE}</h1>", f'<h1><a href="/actu/4711">{TITLE}</a></h1>'])
def test_a_headline_beside_which_the_bar_says_more_stays(heading: str) -> None:
    bar = f"{TITLE} | Toute l’actualité du fleuve, des bacs et des marchés de la rive droite"
    assert read(f"{heading}{SAID}", bar=bar).title == TITLE


@pytest.mark.parametrize("body", [
    f"<div>{TITLE}</div>" * 40_000, "<div>" * 240 + f"<b>{TITLE[:30]}</b>" * 60_000, f"<p>{SAID[:90]}" * 60_000,
    "<nav>" + "<div class='a-b c'>" * 200 + f"<b>{TITLE}</b>" * 30_000,
    "<h1 " * 200_000, "<h1><b>" * 100_000, "<meta og:site_name content=" * 60_000,
])
def test_a_page_of_nothing_but_headlines_is_done_with_soon(body: str) -> None:
    begun = time.process_time()
    published_of(f"<html><body>{body}", TITLE, HERE, SAID)
    title_of(f"<html><body>{body}", TITLE, TITLE, HERE)
    assert time.process_time() - begun < 10
