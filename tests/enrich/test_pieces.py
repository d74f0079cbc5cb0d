"""Pieces about the crisis that wake nobody, and news in nearly the same words that does, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger

TEXT = {
    "en": "NIAMEY - Soldiers led by General Abdourahamane Tchiani overthrew President Mohamed Bazoum on 26 July. The "
    "bloc ECOWAS has imposed sanctions on Niger.",
    "fr": "NIAMEY - Des militaires conduits par le général Abdourahamane Tchiani ont renversé le président Mohamed "
    "Bazoum le 26 juillet. La Cédéao a imposé des sanctions au Niger.",
}
QUIET: dict[str, list[tuple[str, str]]] = {
    "a check of what others claim": [
        ("en", "This clip does not show Nigerien soldiers on the march"),
        ("en", "Old footage passed off as Niger's air force"),
        ("en", "Niger: no, the deposed president has not been freed"),
        ("en", "Misinformation spreads after the coup in Niger"),
        ("fr", "Non, cette vidéo ne montre pas des avions nigériens"),
        ("fr", "Niger : une vieille photo sortie de son contexte"),
        ("fr", "Niger : le vrai du faux sur le putsch"),
    ],
    "an essay by its words": [
        ("en", "Niger and the decline of French influence"),
        ("en", "Five takeaways from the coup in Niger"),
        ("en", "The root causes of Niger's coup"),
        ("en", "Niger coup: a turning point for the Sahel"),
        ("en", "West Africa at a crossroads after Bazoum"),
        ("fr", "Niger : crépuscule de la Françafrique"),
        ("fr", "Les dessous du putsch au Niger"),
        ("fr", "Niger : un tournant pour le Sahel"),
        ("fr", "Putsch au Niger : l'effet domino"),
    ],
    "coups told by the dozen": [
        ("en", "Niger's coups since independence"),
        ("en", "Why do coups return to West Africa: the case of Niger"),
        ("fr", "Niger, terre de putschs"),
    ],
    "a question by its order of words": [
        ("fr", "Niger : la Cédéao peut-elle encore intervenir"),
        ("fr", "Le Niger va-t-il tenir"),
    ],
    "those who know better": [
        ("en", "Niger coup will hurt the pipeline, analysts warn"),
        ("en", "Uranium from Niger in doubt: experts"),
        ("fr", "Niger : la junte séduit, explique un politologue"),
        ("fr", "Niger : les sanctions pèsent, selon des experts"),
    ],
    "who goes without and who helps": [
        ("en", "Two million children in Niger face hunger, UNICEF says"),
        ("en", "Aid agencies in Niger short of fuel"),
        ("fr", "Niger : la malnutrition menace les enfants"),
        ("fr", "Niger : le PAM s'inquiète pour les réfugiés"),
    ],
    "what others bear": [
        ("en", "Niger's airspace closure lengthens flights"),
        ("en", "Traders lose billions to border closure with Niger"),
        ("en", "Passengers stranded as airlines avoid Niger"),
        ("en", "Air France cancels flights to Niamey and Bamako"),
        ("en", "Residents of Niamey say prices have doubled"),
        ("fr", "Niger : le port de Cotonou paie les sanctions"),
        ("fr", "Niger : les pharmacies manquent de médicaments"),
        ("fr", "Niger : les compagnies aériennes allongent leurs vols"),
    ],
    "many headlines in one": [
        ("en", "Niger junta names premier; Wagner chief killed; floods in Libya; Gabon votes"),
    ],
    "nobody named and nothing done": [
        ("en", "Who will still believe in ballots"),
    ],
}
WAKE: dict[str, list[tuple[str, str]]] = {
    "a party that denies a false report": [
        ("en", "Niger's junta denies video of a captive president"),
        ("en", "Niger junta arrests two over fake news"),
        ("fr", "Niger : la junte dément une fausse information sur Bazoum"),
    ],
    "an act beside an essay's words": [
        ("en", "ECOWAS warns of a turning point in Niger"),
        ("fr", "Niger : la Cédéao craint la contagion"),
    ],
    "coups in the plural that are of these days": [
        ("en", "Niger's junta says two coups were foiled"),
    ],
    "what those who decide do about aid": [
        ("en", "Niger junta suspends aid agencies"),
        ("en", "ECOWAS lets food aid pass into Niger"),
        ("en", "UN suspends humanitarian aid to Niger"),
        ("fr", "Niger : la junte suspend les ONG dans les zones d'opérations"),
    ],
    "what is done, and who bears it": [
        ("en", "Niger closes its airspace, flights diverted"),
        ("en", "Niger junta threatens uranium exports to France"),
        ("en", "French evacuation flights from Niger begin"),
        ("fr", "Le Niger ferme son espace aérien, des vols déroutés"),
        ("fr", "Niger : le Nigeria coupe l'électricité"),
    ],
}


def cases(of: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(kind, language, title) for kind, rows in of.items() for language, title in rows]


@pytest.mark.parametrize(("kind", "language", "title"), cases(QUIET))
def test_a_piece_on_the_crisis_wakes_nobody(tagged: Tagger, kind: str, language: str, title: str) -> None:
    assert not tagged(TEXT[language], title=title, language=language).alert, kind


@pytest.mark.parametrize(("kind", "language", "title"), cases(WAKE))
def test_news_in_nearly_the_same_words_wakes_the_desk(tagged: Tagger, kind: str, language: str, title: str) -> None:
    assert tagged(TEXT[language], title=title, language=language).alert, kind


def test_where_an_untitled_text_comes_from_is_no_sentence_of_its_head(tagged: Tagger) -> None:
    tags = tagged(
        "CAIRO, August 22. /WIRE/. The African Union has suspended Niger from all its bodies after the coup. It will "
        "study a force for the country."
    )
    assert [(c.salience, tags.alert) for c in tags.crises] == [("main", True)]


def test_a_headline_in_french_has_nobody_speak_because_of_a_little_word(tagged: Tagger) -> None:
    tags = tagged(TEXT["fr"], title="Niger : ce putsch de trop", language="fr")
    assert not tags.alert
