"""What editors and software put into a text that is not of it, and what only looks like that."""

from __future__ import annotations

import pytest

from services.article.text import clean_text
from services.collect.item import Document, Item
from services.collect.kinds import READERS
from services.collect.kinds.page import extract
from services.collect.surroundings import without_links, without_surroundings

OWN = "<p>Le pont de Gaya est rouvert.</p>"
TEXT = "Le pont de Gaya est rouvert."
OTHER = '<a href="/bamako">Mali : un ministre est relevé</a>'


@pytest.mark.parametrize("around", [
    f"<p><strong>À lire aussi : {OTHER}</strong></p>", f"<p>Lire aussi {OTHER}</p>", f"<p>ALSO READ: {OTHER}</p>",
    f"<blockquote><p>Read also</p></blockquote><p>See also: {OTHER}</p>",
    f"<h3>Lire aussi</h3><ul><li>{OTHER}</li></ul>",
    f"<p>Voir aussi</p><p>{OTHER}</p><p>{OTHER}</p>", f"<p>اقرأ أيضًا: {OTHER}</p>", f"<p>Karanta kuma: {OTHER}</p>",
    f"<p>À lire : {OTHER}</p>", f'<div class="related-posts"><p>{OTHER}</p></div>',
    '<div class="sharedaddy"><h3>Partager :</h3><ul><li>Cliquez pour partager</li></ul></div>',
    '<div class="K2FeedTags"><ul><li>Putsch</li><li>Mali</li></ul></div>',
    '<p>Mots-clés : <a rel="tag">Putsch</a>, <a rel="tag">Mali</a></p>',
    '\n\n-\n<a href="/-Actualites-" rel="directory">Actualités</a>\n/\n<a href="/+-putsch-+" rel="tag">Putsch</a>',
    '<audio controls><source src="a.mp3"/><a href="a.mp3">https://sahel.example.org/a.mp3</a></audio>',
    '<div class="newsletter-box"><p>Recevez nos nouvelles chaque matin.</p></div>',
])
def test_links_to_other_articles_tags_and_buttons_are_not_of_a_text(around: str) -> None:
    assert clean_text(without_surroundings(OWN + around))[0] == TEXT
    assert clean_text(without_surroundings(f"{OWN}{around}<p>Le mil passe.</p>"))[0] == f"{TEXT}\n\nLe mil passe."


@pytest.mark.parametrize("text", [
    '<p>Le pont de <a class="mention hashtag" rel="tag">#<span>Gaya</span></a> est rouvert.</p>',
    '<p>Le <a rel="tag">mil</a> passe, le riz attend.</p>',
    "<p>Pour aller plus loin, le maire veut un second pont.</p>", "<p>À voir les camions, le marché vit.</p>",
    "<p>See also how the convoy went through the bush.</p>", "<p>Related families share a well near Gaya.</p>",
    "<p>Ku karanta wasiƙar, in ji shi ga taron.</p>", "Lire aussi vite que lui est un art.", "<p>a &lt; b &amp; c</p>",
])
def test_a_sentence_that_only_begins_like_them_stays(text: str) -> None:
    assert without_surroundings(text) == text


def test_what_is_left_of_a_text_is_as_it_was() -> None:
    text = f"Un &amp; deux &lt;trois&gt;<p>quatre</p><p>Lire aussi : {OTHER}</p>cinq"
    assert clean_text(without_surroundings(text))[0] == "Un & deux <trois>\n\nquatre\n\ncinq"


def test_items_of_feeds_and_pages_are_read_without_them() -> None:
    inside = f"<title>a</title><description><![CDATA[{OWN}<p>Lire aussi : {OTHER}</p>]]></description>"
    feed = f"<rss><channel><item>{inside}</item></channel></rss>"
    found = READERS["feed"](feed.encode(), "", "https://sahel.example.org/feed")
    assert isinstance(found, Document)
    assert found.items[0].text == OWN
    said = "".join(f"<p>Le camion {name} a passé le pont avec son mil, dit le douanier.</p>" for name in "ABCDEFG")
    also = f"<p>Lire aussi {OTHER}</p><p>À lire aussi : {OTHER}</p>"
    page = f"<html><body><article><h1>Le pont</h1>{said}{also}{said}</article></body></html>"
    read = extract(page.encode(), "text/html; charset=utf-8", "https://sahel.example.org/7")
    assert isinstance(read, Item)
    assert "relevé" not in (read.text or "")
    assert (read.text or "").count("camion") == 14


HEADS = ("Mali : un ministre est relevé", "Togo : le port attend ses grues", "Bénin : la frontière rouvre")
LINKED = frozenset(head.lower() for head in HEADS)


@pytest.mark.parametrize("form", ["{}", "- {}", "| {} |"])
def test_a_list_of_headlines_that_lead_on_is_not_of_a_page_though_nothing_says_what_it_is(form: str) -> None:
    others = [form.format(head) for head in HEADS]
    own = [f"Le camion {name} a passé le pont avec son mil, dit le douanier." for name in "ABCDEFG"]
    for lines in ([*own, *others], [*own[:3], *others, *own[3:]], [*own, others[0]], [*others[:2], *own]):
        assert without_links("\n".join(lines), LINKED) == "\n".join(own)


def test_a_list_of_links_is_a_text_where_there_is_little_else_and_so_is_one_line_between_others() -> None:
    assert without_links("\n".join(HEADS), LINKED) == "\n".join(HEADS)
    one = f"Un douanier parle.\n{HEADS[0]}\nUn autre se tait."
    assert without_links(one, LINKED) == one
    names = "Un douanier parle du pont et du mil.\nGaya\nDosso"
    assert without_links(names, {"gaya", "dosso"}) == names


@pytest.mark.parametrize("player", ["<audio controls src=a.mp3>", "<video>", "<object data=a.swf>"])
def test_a_player_that_is_never_closed_takes_no_text_with_it(player: str) -> None:
    own = "".join(f"<p>Le camion {name} a passé le pont avec son mil, dit le douanier.</p>" for name in "ABCDEFG")
    assert without_surroundings(f"<p>Le pont.</p>{player}{own}").count("camion") == 7


@pytest.mark.parametrize("line", [
    "Advertisement", "- Advertisement -", "[Publicité]", "إعلان", "Story continues below",
    "Follow us on WhatsApp and Telegram", "Suivez-nous sur notre chaîne WhatsApp !", "📲 Click here to join our group",
    "Partager cet article", "شارك هذا الموضوع:", "تابعونا على تويتر", "Ku biyo mu a Facebook",
    "Sign up for our daily newsletter", "Abonnez-vous à notre newsletter",
])
def test_a_line_that_only_sells_or_asks_to_share_is_not_of_a_text(line: str) -> None:
    own = [f"Le camion {name} a passé le pont avec son mil, dit le douanier." for name in "ABC"]
    assert without_links("\n".join([own[0], line, *own[1:], line])) == "\n".join(own)
    item = "".join(f"<p>{one}</p>" for one in (own[0], line, *own[1:]))
    assert line not in without_surroundings(item)


@pytest.mark.parametrize("line", [
    "The council of the market wants an advertisement of each sack.", "L’annonce est tombée à midi.",
    "Suivez-nous, a crié le douanier, et la foule l’a suivi au pont.", "إعلان حالة الطوارئ في نيامي",
    "Share prices fell in Lagos.", "Click went the lock of the gate.", "Ku biyo mu, in ji shugaban kasuwa.",
    "The two sides follow us on the road to peace, said the envoy of the bloc, and nobody knows whether they go on "
    "until the end of the year.",
])
def test_a_line_that_tells_of_such_things_stays(line: str) -> None:
    text = f"Le camion A a passé le pont.\n{line}\nLe camion B attend."
    assert without_links(text) == text


def test_columns_that_are_cells_of_a_table_are_told_apart() -> None:
    said = "".join(f"Le camion {name} a passé le pont avec son mil, dit le douanier.<br>" for name in "ABCDEFGHIJ")
    menu = "<td><a href=/>Accueil</a><br><a href=/m>Mali : un ministre est relevé</a></td>"
    figures = "<table><tr><td>Sacs de mil</td><td>71</td></tr><tr><td>Sacs de riz</td><td>12</td></tr></table>"
    page = f"<html><table><tr>{menu}<td><h1>Le pont</h1>{said}{figures}</td></tr></table></html>"
    read = extract(page.encode(), "text/html; charset=utf-8", "https://sahel.example.org/7")
    assert isinstance(read, Item)
    assert "Mali" not in (read.text or "")
    assert (read.text or "").count("camion") == 10
    assert "| Sacs de mil | 71 |" in (read.text or "")


def test_a_watched_page_whose_list_of_others_turns_is_the_same() -> None:
    said = "".join(f"<p>Le camion {name} a passé le pont avec son mil, dit le douanier.</p>" for name in "ABCDEFG")

    def text(*heads: str) -> str | None:
        rows = "".join(f"<tr><td><a href='/{head[0]}'>{head}</a></td></tr>" for head in heads)
        page = f"<html><body><article><h1>Le pont</h1>{said}<table>{rows}</table></article></body></html>"
        found = extract(page.encode(), "text/html; charset=utf-8", "https://sahel.example.org/7")
        assert isinstance(found, Item)
        return found.text

    assert text(*HEADS[:2]) == text(*HEADS[1:])
