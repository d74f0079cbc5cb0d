"""Cards of other stories within a text go with all that is theirs; blocks that are the text itself stay."""

from __future__ import annotations

import json
import time

import pytest
from lxml import html

from services.collect.cards import cut_cards
from services.collect.item import Document, Item
from services.collect.kinds import READERS
from services.collect.kinds.page import extract
from services.collect.kinds.prepared import prepared

HERE = "https://zinder.example.org/mil/filingue"
TITLE = "Le mil manque à Filingué"
SAID = [
    f"<p>Le greffier {name} de Filingué compte les sacs de mil qui restent au grenier de la commune, et il écrit à la "
    f"région que la soudure sera longue cette année.</p>" for name in "ABCDEF"
]
HEAD = "Cotonou : le port reçoit deux grues neuves"
LINK = f'<a href="/eco/cotonou">{HEAD}</a>'
LINE = "Elles ont mis six semaines à venir de Rotterdam."


def text(inside: str, said: list[str] = SAID, url: str = HERE) -> str:
    """What is read of a page with this in the middle of its text."""
    page = (
        f"<html lang=fr><head><title>{TITLE} – Zinder Soir</title></head><body><article><h1>{TITLE}</h1>"
        f"<div class=texte>{''.join(said[:3])}{inside}{''.join(said[3:])}</div></article></body></html>"
    )
    found = extract(page.encode(), "text/html; charset=utf-8", url)
    assert isinstance(found, Item), found
    return found.text or ""


@pytest.mark.parametrize("card", [
    f"<div><h3>{LINK}</h3><p>{LINE}</p></div>",
    f"<div><div><img src=g.jpg></div><div><span>3 août</span><h4>{LINK}</h4><p>{LINE}</p></div></div>",
    f'<a href="/eco/cotonou"><div><h5>{HEAD}</h5><p>{LINE}</p></div></a>',
    f'<a href="https://autre.example.com/x"><span>{HEAD}</span><span>{LINE}</span></a>',
    f"<article><h2>{LINK}</h2><p>{LINE}</p></article>", f"<section><p><b>{LINK}</b></p><p>{LINE}</p></section>",
    f'<div class=z9><div class="z9__title">{LINK}</div><p>{LINE}</p></div>',
    f"<table><tr><td><img src=g.jpg></td><td><h4>{LINK}</h4><p>{LINE}</p></td></tr></table>",
    f'<blockquote class="wp-embedded-content">{LINK}</blockquote>',
    f"<div><span>Notre choix</span>{f'<div><h3>{LINK}</h3><p>{LINE} {LINE} {LINE}</p></div>' * 2}</div>",
    f'<ul><li><a class="x__post-title" href="/eco/cotonou">{HEAD}</a><div>{LINE}</div></li></ul>',
    f"<h3>{LINK}</h3>", f"<p><strong>{LINK}</strong></p>",
])
def test_a_card_of_another_story_is_not_of_the_text_around_it(card: str) -> None:
    found = text(card)
    assert "Cotonou" not in found
    assert "Rotterdam" not in found
    assert found.count("greffier") == len(SAID)


@pytest.mark.parametrize("inside", [
    # a headline of its own, one that leads to a place on the page, and one that leads nowhere
    f"<div><h3>{HEAD}</h3><p>{LINE}</p></div>", f'<div><h3><a href="#grues">{HEAD}</a></h3><p>{LINE}</p></div>',
    f'<div><h3><a href="{HERE}#grues">{HEAD}</a></h3><p>{LINE}</p></div>',
    f'<div><h3><a name="grues">{HEAD}</a></h3><p>{LINE}</p></div>',
    # a link in a paragraph, in a quotation, and a paragraph that is one
    f"<p>{LINK}, écrit un journal de la côte. {LINE}</p>", f"<p>{LINE}</p><p>{LINK}</p>",
    f'<p><b><a href="/x">{HEAD}, a dit hier le maire.</a></b></p>',
    # the headings of a text, one of them a link; what stands below a headline alone
    f"<h3>Au nord du fleuve</h3><p>{LINE}</p><h3>{LINK}</h3><p>{LINE}</p>",
])
def test_what_only_looks_like_a_card_stays(inside: str) -> None:
    found = text(inside)
    assert HEAD in found
    assert found.count("greffier") == len(SAID)


def test_what_stands_below_a_headline_alone_is_of_the_text() -> None:
    assert LINE in text(f"<h3>{LINK}</h3><p>{LINE}</p>")


@pytest.mark.parametrize("form", ["<div><h3>{}</h3><p>{}</p></div>", "<h3>{}</h3><p>{}</p>"])
def test_a_text_that_is_made_of_such_blocks_stays_whole(form: str) -> None:
    names = ("Diffa", "Dosso", "Tahoua", "Agadez")
    week = [form.format(f'<a href="/{name}">La semaine à {name} en trois lignes</a>', LINE * 3) for name in names]
    found = text("".join(week), SAID[:2])
    assert all(name in found for name in names)


def test_many_blocks_between_long_paragraphs_are_what_the_text_is_about() -> None:
    lines = [f'<div><h3><a href="/c/{number}">Candidat {number} de la ville</a></h3><p>Il veut un pont.</p></div>'
             for number in range(11, 21)]
    found = text("".join(lines), [one * 3 for one in SAID])
    assert all(f"Candidat {number}" in found for number in range(11, 21))


def test_a_short_report_that_is_a_block_with_a_headline_stays() -> None:
    own = f'<article><h2><a href="/?p=81">{TITLE}</a></h2><p>{LINE} {LINE} {LINE} {LINE}</p></article>'
    page = f"<html><head><title>{TITLE} | Zinder Soir</title></head><body>{own}{''.join(SAID)}</body></html>"
    assert prepared(page, HERE) == page


def test_a_page_without_cards_is_left_as_it_was() -> None:
    page = f"<html><body><h1>Un &amp; deux</h1>{''.join(SAID)}"
    assert prepared(page, HERE) == page
    assert prepared("", HERE) == ""


def test_cards_in_the_items_of_feeds_go_too_but_not_the_headline_of_the_item() -> None:
    own = f'<h3><a href="https://feeds.example.org/r/81">{TITLE}</a></h3>'
    inside = f"{own}{SAID[0]}{SAID[1]}<div><h4>{LINK}</h4><p>{LINE}</p></div>{SAID[2]}"
    item = f"<item><title>{TITLE}</title><link>{HERE}</link><description><![CDATA[{inside}]]></description></item>"
    entry = json.dumps({"items": [{"id": "1", "title": TITLE, "url": HERE, "content_html": inside}]})
    for feed in (f"<rss><channel>{item}</channel></rss>", entry):
        found = READERS["feed"](feed.encode(), "", "https://zinder.example.org/feed")
        assert isinstance(found, Document)
        assert found.items[0].text == f"{own}{''.join(SAID[:3])}"


CARD = f"<div><h3>{LINK}</h3><p>{LINE}</p></div>"


@pytest.mark.parametrize("body", [
    f"<div>{CARD}" * 220 + "".join(SAID) + "<i>x</i>" * 30_000, "<h1>Mil</h1>" * 20_000 + CARD * 3000,
    f"<div>{f'<div>{CARD}{CARD}{CARD}</div>' * 1000}{'<div>x</div>' * 20_000}</div>",
    "<h1><div>" * 110 + "".join(SAID) * 2000, ("<table><tr><td>" + SAID[0] * 4) * 70 + "<tr><td>x</td></tr>" * 30_000,
])
def test_a_page_of_cards_within_cards_is_done_with_soon(body: str) -> None:
    begun = time.process_time()
    prepared(f"<html><body>{body}", HERE)
    cut_cards(html.fragment_fromstring(body, create_parent="div"), HERE, TITLE)
    assert time.process_time() - begun < 5
