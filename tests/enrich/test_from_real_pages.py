"""Kinds that French and English pages as they are published got wrong, and their neighbours, in words of our own."""

from __future__ import annotations

import pytest

from schemas.tags import Tags
from tests.enrich.conftest import Tagger, entries_of, told_of

Entries = set[tuple[str, str, str]]


def entries(tags: Tags) -> Entries:
    """Event, type and status of each mention."""
    return entries_of(tags)


# Who rules a country since, by a word that any new government bears.
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les nouvelles autorités de Niamey ont renvoyé l'ambassadeur de France."),
        ("fr", "Le nouveau régime a renvoyé de Niamey l'ambassadeur de France."),
        ("fr", "Le régime de transition de Niamey a renvoyé l'ambassadeur de France."),
        ("en", "The new authorities in Niamey expelled the French ambassador from Niger."),
        ("ar", "طردت السلطات الجديدة في نيامي السفير الفرنسي من النيجر."),
        ("ha", "Sabbin hukumomin Nijar sun kori jakadan Faransa daga Yamai."),
    ],
)
def test_new_authorities_are_no_mention_of_the_coup_but_their_act_wakes(
    language: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, published="2023-08-26", language=language)
    assert not tags.coups
    assert tags.crises[0].salience == "main"
    assert tags.alert


@pytest.mark.parametrize(
    "who", ["Les autorités de fait", "Les putschistes", "Les nouveaux maîtres", "Les militaires au pouvoir"]
)
def test_what_only_a_coup_makes_them_is_a_mention(who: str, tagged: Tagger) -> None:
    text = f"{who} de Niamey ont renvoyé l'ambassadeur de France."
    assert told_of(tagged(text, published="2023-08-26", language="fr")) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Niger : l'Union met fin au mandat de sa mission", "Des militaires européens formaient son armée."),
        ("fr", "Niger : fin du mandat de l'ambassadeur", "Les militaires du pays l'ont salué."),
        ("en", "The Union ends the mandate of its mission in Niger", "European officers had trained the army there."),
        ("ar", "الاتحاد الأوروبي ينهي ولاية بعثته في النيجر", "كان ضباط أوروبيون يدربون جيش البلاد."),
        ("ha", "Tarayyar Turai ta kawo ƙarshen aikin tawagarta a Nijar", "Sojojin Turai na horas da sojojin ƙasar."),
    ],
)
def test_who_ends_the_mandate_of_its_own_mission_topples_nobody(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert not tagged(text, title=title, published="2024-05-28", language=language).coups


def test_soldiers_who_end_the_mandate_of_a_ruler_topple_him(tagged: Tagger) -> None:
    text = "Niamey. Des militaires ont mis fin au mandat de Mohamed Bazoum, président du Niger."
    assert told_of(tagged(text, published="2023-07-27", language="fr")) == {("niger-2023", "asserted")}


MUTINIES = [
    ("fr", "Niger : une mutinerie militaire à Niamey", "La garde retient le président Mohamed Bazoum dans son palais."),
    ("fr", "Coup d'État au Niger : la garde retient Bazoum",
     "Ses gardes se sont retournés contre lui, en pleine tentative de coups d'État."),
    ("en", "Niger: an army mutiny in Niamey", "The guard holds President Mohamed Bazoum in his palace."),
    ("en", "Coup in Niger: guards hold President Bazoum", "His own guards turned against him on Wednesday."),
    ("ar", "تمرد عسكري في النيجر", "يحتجز الحرس الرئيس محمد بازوم في قصره، وتمرد على الرئيس ضباط."),
    ("ha", "Sojoji sun yi bore a Nijar", "Dakarun tsaron fadar shugaban ƙasa na tsare da shugaba Bazoum, sun yi wa "
     "shugabansu tawaye."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), MUTINIES)
def test_a_mutiny_and_a_president_who_is_held_are_an_attempt_on_that_day(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    found = entries(tagged(text, title=title, published="2023-07-26", language=language))
    assert found == {("niger-2023", "attempted", "asserted")}


@pytest.mark.parametrize(
    ("language", "more"),
    [
        ("fr", "Des officiers disent à la télévision qu'ils ont renversé le président."),
        ("en", "Officers said on television that they had toppled the president."),
        ("ar", "أعلن ضباط على التلفزيون أنهم أطاحوا بالرئيس واستولوا على السلطة."),
        ("ha", "Hafsoshi sun ce a talabijin sun kifar da shugaba Bazoum sun karɓe mulki."),
    ],
)
def test_but_not_where_power_was_taken(language: str, more: str, tagged: Tagger) -> None:
    title, text = next((title, text) for own, title, text in MUTINIES if own == language)
    found = entries(tagged(f"{text} {more}", title=title, published="2023-07-26", language=language))
    assert found == {("niger-2023", "realized", "asserted")}


def test_several_attempts_stay_several(tagged: Tagger) -> None:
    text = "Le Niger a connu cinq tentatives de coups d'État depuis son indépendance."
    found = entries(tagged(text, title="Niger : Bazoum reçoit des élus", published="2022-05-02", language="fr"))
    assert found == {("unspecified", "attempted", "historical")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Le Tchad ouvre sa frontière aux soldats français",
         "Ils quittent le Niger à la demande de la junte du pays et traversent le Tchad."),
        ("fr", "Le Tchad ouvre sa frontière aux soldats français",
         "Ils quittent le Niger à la demande du gouvernement militaire du pays, cap sur N'Djamena au Tchad."),
        ("en", "Chad opens its border to French soldiers",
         "They leave Niger at the wish of the country's junta and cross Chad."),
        ("en", "Chad opens its border to French soldiers",
         "They leave Niger at the wish of the new junta of the country and cross Chad."),
        ("ar", "تشاد تفتح حدودها للجنود الفرنسيين", "يغادرون النيجر بطلب من المجلس العسكري في البلاد ويعبرون تشاد."),
        ("ha", "Chadi ta buɗe iyaka ga sojojin Faransa",
         "Suna barin Nijar bisa buƙatar gwamnatin sojin ƙasar kuma suna bi ta Chadi."),
    ],
)  # fmt: skip
def test_the_junta_of_the_country_is_that_of_the_one_named_before(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert {event for event, _ in told_of(tagged(text, title=title, published="2023-12-01", language=language))} == {
        "niger-2023"
    }


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Le Tchad ouvre sa frontière", "Ils quittent le Niger, mais la junte du Tchad les arrête."),
        ("en", "Chad opens its border", "They leave Niger, but the junta of Chad stops them."),
    ],
)
def test_but_not_where_the_country_is_named_behind(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert {event for event, _ in told_of(tagged(text, title=title, published="2023-12-01", language=language))} == {
        "chad-2021"
    }


def test_a_country_ruled_by_soldiers_is_one_in_french_too(tagged: Tagger) -> None:
    text = "Les régimes voisins ont salué la foule. Le pays dirigé par une junte ferme sa frontière avec le Mali."
    told = told_of(tagged(text, title="Niger : foule au stade", published="2023-08-12", language="fr"))
    assert told == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Coup d'État en Guinée-Bissau",
         "Des militaires ont renversé le président. Le pays est marqué par une succession de coups d'État."),
        ("en", "Coup in Guinea-Bissau", "Soldiers toppled the president. The country has a long history of coups."),
        ("ar", "انقلاب في غينيا بيساو", "أطاح عسكريون بالرئيس. وللبلاد تاريخ من الانقلابات."),
        ("fr", "Coup d'État en Guinée-Bissau",
         "Des militaires ont renversé le président. Paris avait condamné d'autres coups d'État en Afrique."),
        ("en", "Coup in Guinea-Bissau", "Soldiers toppled the president. Paris had condemned other coups in Africa."),
    ],
)  # fmt: skip
def test_coups_that_are_a_past_are_none_in_particular(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert entries(tagged(text, title=title, published="2025-11-28", language=language)) == {
        ("guinea-bissau-2025", "realized", "asserted"),
        ("unspecified", "realized", "historical"),
    }


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Coup d'État en Guinée-Bissau", "Le président est renversé. Dakar craint d'autres putschs."),
        ("en", "Coup in Guinea-Bissau", "Soldiers toppled the president. Dakar fears other coups in Africa."),
    ],
)
def test_other_coups_that_are_feared_are_no_past(language: str, title: str, text: str, tagged: Tagger) -> None:
    found = entries(tagged(text, title=title, published="2025-11-28", language=language))
    assert ("unspecified", "realized", "historical") not in found


def test_what_a_takeover_gave_cause_to_fear_is_no_other_one_that_is_denied(tagged: Tagger) -> None:
    text = "The bloc blamed them for any breakdown of order and for the fear that the military takeover had caused."
    tags = tagged(text, title="Coup plotters in Niger dismiss the threat", published="2023-07-31", language="en")
    assert told_of(tags) == {("niger-2023", "asserted")}
