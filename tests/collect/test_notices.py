"""What a server shows in the place of a page, with status 200: no article, and it takes the place of none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.collect.item import Item, Unreadable
from services.collect.kinds.page import extract
from services.collect.notices import notice_of
from services.collect.poller import Outside
from services.collect.robots import Robots
from tests.collect.feeds import item, rss
from tests.collect.polled import XML, Fed
from tests.collect.server import Server

HTML = {"Content_Type": "text/html; charset=utf-8"}
SAID = "".join(f"<p>Le camion {name} a passé le pont de Gaya avec son mil, dit le douanier de nuit.</p>" for name in
               "ABCDEFGHIJK")
PAGE = f"<html><head><title>Gaya</title></head><body><article><h1>Gaya</h1>{SAID}</article></body></html>".encode()
GONE, SERVER, SITE, CHECK, BROWSER, HIDDEN = (
    "the page says that there is none", "the page is an error of its server",
    "the page says that its site is not to be had for now", "the page checks who reads it",
    "the page asks for another browser, or for JavaScript", "the page is not shown here",
)
MORE = " Retour à l'accueil, où sont les nouvelles du jour et celles de la semaine."


@pytest.mark.parametrize(("title", "text", "reason"), [
    ("Erreur 404 | Zinder Soir", "La page demandée est introuvable. Elle a peut-être été ôtée.", GONE),
    ("Page not found - Kano Post", "404 The page you are looking for does not exist or has been moved.", GONE),
    ("Oops!", "That page can’t be found. It looks like nothing was found at this location.", GONE),
    ("خطأ 404", "عذرا، الصفحة التي طلبتها لم تعد هنا.", GONE),
    ("Ba a ga shafin ba - Damagaram", "Shafin da kuke nema ba ya nan, ko an cire shi.", GONE),
    ("Article supprimé", "Cet article n'est plus disponible sur notre site.", GONE),
    ("504 Gateway Time-out", "nginx", SERVER), ("503 Backend fetch failed", "Guru Meditation: XID 7", SERVER),
    ("Zinder Soir › Erreur", "Une erreur critique est survenue sur ce site.", SERVER),
    ("Database Error", "Error establishing a database connection", SERVER),
    ("Site hors ligne | Zinder Soir", "Le site est actuellement en maintenance. Merci de votre patience.", SITE),
    ("We’ll be back soon!", "We are performing some maintenance. We shall be back online shortly.", SITE),
    ("الموقع تحت الصيانة", "نعتذر عن الإزعاج، سنعود بعد قليل.", SITE),
    ("Just a moment...", "Checking if the site connection is secure", CHECK),
    ("Zinder Soir", "Please show that you are not a robot, then go on to the page.", CHECK),
    ("Zinder Soir", "You need to enable JavaScript to read these pages.", BROWSER),
    ("Zinder Soir", "Votre navigateur n’est plus pris en charge par ce site.", BROWSER),
    ("403 Forbidden", "You don't have permission to access this resource.", HIDDEN),
    ("zinder.example is for sale", "Buy this domain today.", HIDDEN),
    ("Contenu indisponible", "Ce contenu n'est pas disponible dans votre pays.", HIDDEN),
    ("Index of /", "Name Last modified Size", "the page is one that its server came with"),
    ("Connexion", "Vous devez être connecté pour lire cette page.", "the page asks to sign in"),
])
def test_a_page_that_says_of_itself_that_it_is_none(title: str, text: str, reason: str) -> None:
    for said in (text, text + MORE * 3):
        found = notice_of((title,), said)
        assert found is not None
        assert found.reason == reason


@pytest.mark.parametrize(("title", "text"), [
    ("Niger : le site du palais hors ligne",
     "« La page que vous recherchez n'existe pas » : voilà ce que lisent ceux qui ouvrent le site du palais."),
    ("Le pont de Gaya en maintenance", "Le pont est fermé pour maintenance jusqu'à vendredi, dit le ministère."),
    ("The bloc's website is down for its readers", "The website is down for maintenance, hours after the ultimatum."),
    ("Access denied", "Soldiers at the gate of the ministry sent reporters home on Tuesday with no word of why."),
    ("Accounts of the state suspended", "The account has been suspended, the bank says; no wages are paid in Niamey."),
    ("Unusual traffic at the border of Benin", "Unusual traffic was seen at the border: trucks went through the bush."),
    ("Niger: 404 arrests", "Police said that 404 people were arrested in Niamey after three nights of protests."),
    ("500 morts", "Cinq cents personnes sont mortes dans les inondations, selon un bilan du ministère."),
    ("RFI bloquée au Niger", "« Contenu non disponible », lit-on à la place de ses pages. La junte n'en dit rien."),
    ("انقطاع موقع الرئاسة منذ يوم الثلاثاء الماضي", "قال موظف إن الموقع قيد الصيانة ولن يعود قبل أسبوع."),
    ("Shafin gwamnati ya daina aiki tun ranar Talata", "Ba a samun shafin fadar shugaba. Ma'aikata sun ce ana gyara."),
    ("Une erreur technique à Goudel", "Une panne à la centrale de Goudel : tout Niamey était sans courant."),
])
def test_a_report_about_such_things_is_an_article(title: str, text: str) -> None:
    for said in (text, f"{text} {text.lower()}"):
        assert notice_of((f"{title} | Zinder Soir", title), said.ljust(130, ".")) is None


def test_a_long_text_is_none_only_where_its_headline_says_so_too() -> None:
    rest = "Le camion a passé le pont de Gaya avec son mil. " * 30
    assert notice_of(("Page introuvable",), f"La page que vous cherchez n'existe pas. {rest}") is not None
    assert notice_of(("Page introuvable",), rest) is None
    assert notice_of(("Zinder Soir",), f"Activez JavaScript pour tout voir. {rest}") is None


def test_a_bare_error_of_a_server_is_one_that_passes() -> None:
    body = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>"
    found = extract(body, "text/html", "https://sahel.example.org/7")
    assert found == Unreadable(SERVER, for_now=True)
    shell = b"<html><head><title>Zinder Soir</title></head><body><noscript>Enable JavaScript.</noscript></body></html>"
    assert extract(shell, "text/html", "https://sahel.example.org/7") == Unreadable(BROWSER)


def shown(title: str, text: str) -> bytes:
    body = f"<main><h1>{title}</h1><p>{text}</p></main>"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


WORKS = shown("Site en maintenance", f"Le site est en maintenance. Merci de votre patience.{MORE * 2}")


async def test_a_page_in_maintenance_leaves_the_summary_and_is_asked_for_again(server: Server, world: Outside) -> None:
    now = [1_690_500_000.0]
    timed = replace(world, now=lambda: int(now[0] * 1000), robots=Robots(world.client, lambda: now[0]))
    server.serve("/n", rss(item(1, "Le pont est rouvert.", link=server.url("/n/1"))), **XML)
    server.serve("/n/1", WORKS, **HTML)
    fed = Fed(timed, server, "/n")
    [first] = await fed.poll()
    assert (first["text"], first["note"]) == ("Le pont est rouvert.", f"collect: summary only: {SITE}")
    server.serve("/n/1", PAGE, **HTML)
    now[0] += 300
    [second] = await fed.poll()
    assert ("le douanier de nuit" in second["text"], second.get("note")) == (True, None)


async def test_a_watched_page_keeps_its_text_while_its_site_shows_something_else(
    server: Server, world: Outside
) -> None:
    server.serve("/watched", PAGE, **HTML)
    fed = Fed(world, server, "/watched", kind="page")
    assert len(await fed.poll()) == 1
    for body in (WORKS, shown("404", f"Cette page n'existe pas.{MORE * 2}"), shown("Un instant…", MORE * 2)):
        server.serve("/watched", body, **HTML)
        assert await fed.poll() == []
        assert (fed.state.problem or "").startswith("the page ")
    server.serve("/watched", PAGE, **HTML)
    assert await fed.poll() == []
    assert fed.state.problem is None


async def test_an_address_of_a_sitemap_that_has_such_a_page_is_no_article(server: Server, world: Outside) -> None:
    server.serve("/map", f"<urlset><url><loc>{server.url('/map/1')}</loc></url></urlset>".encode())
    server.serve("/map/1", shown("Page introuvable", f"La page demandée est introuvable.{MORE * 2}"), **HTML)
    assert await Fed(world, server, "/map", kind="sitemap").poll() == []


def test_an_article_with_such_a_headline_is_read() -> None:
    body = PAGE.replace(b"<h1>Gaya", b"<h1>Erreur 404 : le site du palais introuvable")
    assert isinstance(extract(body, "text/html; charset=utf-8", "https://sahel.example.org/7"), Item)
