"""Headlines on what sanctions do to a country, with a match far below them."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

ASIDE = {
    "en": "Sanctions were the answer to the putsch of July 26. A world cup qualifier in Malanville was put off.",
    "fr": "Au coup d'Etat du 26 juillet ont répondu des sanctions. Un match de la coupe du monde a été reporté.",
}
FAR = {
    "en": "For miles nothing moves at the bridge. Drivers sleep beside their lorries, traders wait in boats, and "
    "children sell water to whoever has a coin left. Some have been here for three weeks, others for four, and nobody "
    "knows when the barrier will go up again. The cooks have run out of wood, the cattle out of grass, and the one "
    "nurse out of pills. An old man counts the days on the side of his cart with a piece of chalk and says little. ",
    "fr": "Sur des kilomètres, rien ne bouge près du pont. Les chauffeurs dorment à côté des camions, les marchands "
    "attendent dans les barques, et des enfants vendent de l'eau à qui a encore une pièce. Certains sont là depuis "
    "trois semaines, d'autres depuis quatre, et personne ne sait quand la barrière se lèvera. Les cuisiniers n'ont "
    "plus de bois, le bétail plus d'herbe. Un vieil homme compte les jours à la craie et ne dit pas grand-chose. ",
}


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Food stuck on the road to Niger as sanctions bite"), ("fr", "Niger : sous les sanctions, le riz attend")],
)
def test_what_sanctions_do_is_of_the_crisis_also_above_a_match(tagged: Tagger, language: str, title: str) -> None:
    tags = tagged(FAR[language] + ASIDE[language], title=title, published="2023-08-24", language=language)
    assert tags.crises[0].salience == "main"
    assert told_of(tags) == {("niger-2023", "asserted")}
    assert not tags.alert


def test_a_match_in_the_country_is_not_of_its_crisis(tagged: Tagger) -> None:
    tags = tagged(FAR["en"] + ASIDE["en"], title="World cup qualifier in Niger put off", published="2023-08-24")
    assert tags.crises[0].salience != "main"
