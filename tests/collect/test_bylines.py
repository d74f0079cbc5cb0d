"""Of a byline its names are kept: no dates, no labels, no accounts of nobody."""

from __future__ import annotations

import pytest

from services.collect.bylines import names_of
from services.collect.item import Document
from services.collect.kinds import READERS


@pytest.mark.parametrize(("byline", "names"), [
    ("Hadiza Issa", "Hadiza Issa"),
    ("By Hadiza Issa | 3 August 2023", "Hadiza Issa"),
    ("Par Hadiza Issa, le 3 août 2023 à 14h", "Hadiza Issa"),
    ("Par Hadiza Issa, publié le 03/08/2023 à 14h30", "Hadiza Issa"),
    ("Hadiza Issa • Updated 2 hours ago • 3 min read", "Hadiza Issa"),
    ("Written by: HADIZA ISSA, Thursday, 3 August 2023", "HADIZA ISSA"),
    ("By Hadiza Issa and Moussa Garba in Niamey", "Hadiza Issa and Moussa Garba in Niamey"),
    ("By Hadiza Issa; Moussa Garba", "Hadiza Issa, Moussa Garba"),
    ("بقلم: هديزة عيسى - 3 أغسطس 2023", "هديزة عيسى"),
    ("Daga Hadiza Issa, 3 ga Agusta 2023", "Hadiza Issa"),
    ("Hadiza Issa (AFP)", "Hadiza Issa (AFP)"), ("(Hadiza Issa)", "Hadiza Issa"),
    ("France 24", "France 24"),
    ("Studio 5 Zinder", "Studio 5 Zinder"),
    ("May Diallo", "May Diallo"),
    ("Sam August", "Sam August"),
    ("AFP", "AFP"),
    ("desk@sahel.example.org", "desk@sahel.example.org"),
    ("Hadiza Issa <hadiza@sahel.example.org>", "Hadiza Issa"),
    ("Unknown", None), ("noreply@blogger.com (Unknown)", None), ("noreply@blogger.com", None), ("admin", None),
    ("Admin2", None), ("wp_admin", None), ("Super User", None), ("user17", None), ("La Rédaction", None),
    ("Par la rédaction", None), ("rédaction, 3 août 2023", None), ("هيئة التحرير", None), ("By Our Reporter", None),
    ("https://sahel.example.org/author/7", None), ("3 August 2023", None), ("-", None), ("", None), (None, None),
    ("Rédaction de Zinder Info", "Rédaction de Zinder Info"),
    ("Hadiza Issa is a reporter, Niger, The Coup of July", "Hadiza Issa"),
    ("Hadiza Issa, who covers the far north of Niger", "Hadiza Issa"), ("The desk of the paper that covers Mali", None),
    ("Moussa Garba de la radio du fleuve", "Moussa Garba de la radio du fleuve"),
    ("hadiza issa", "hadiza issa"),
    ("Conseil communal pour le partage des eaux", "Conseil communal pour le partage des eaux"),
    ("Institut de recherche à long terme sur le mil", "Institut de recherche à long terme sur le mil"),
    ("Hadiza Issa journaliste agricole depuis dix ans", "Hadiza Issa"),
    ("Admin, Hadiza Issa", "Hadiza Issa"), ("Auteur : Hadiza Issa", "Hadiza Issa"), ("Author Diallo", "Author Diallo"),
])
def test_the_names_of_a_byline(byline: str | None, names: str | None) -> None:
    assert names_of(byline) == names


@pytest.mark.parametrize(("body", "names"), [
    ("<rss><channel><item><title>a</title><author>noreply@blogger.com (Unknown)</author></item></channel></rss>", None),
    ("<rss><channel><item><title>a</title><author>admin</author></item></channel></rss>", None),
    ('{"version": "1.1", "items": [{"id": "7", "title": "a", "author": {"name": "By Hadiza Issa, 3 August 2023"}}]}',
     "Hadiza Issa"),
])
def test_a_feed_names_who_wrote_and_nobody_else(body: str, names: str | None) -> None:
    found = READERS["feed"](body.encode(), "", "https://sahel.example.org/feed")
    assert isinstance(found, Document)
    assert found.items[0].author == names
