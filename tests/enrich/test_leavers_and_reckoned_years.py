"""Warnings of attacks on one's own, troops that leave one country for another, and years reckoned from another year.

Each sample is in our own words.
"""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ar",
            "ماكرون: أي هجوم على مواطنينا ومصالحنا في النيجر سيلقى ردا سريعا",
            "قال الرئيس الفرنسي إن بلاده سترد فورا. وأيدت باريس عودة الرئيس محمد بازوم الذي أطاح به الانقلابيون.",
        ),
        (
            "en",
            "France will not tolerate attacks against its interests in Niger",
            "Whoever strikes will be struck. Paris backs the return of Mohamed Bazoum, toppled by putschists.",
        ),
        (
            "fr",
            "Macron : toute attaque contre nos ressortissants au Niger aura une réponse",
            "Paris soutient le retour du président Mohamed Bazoum, renversé par des putschistes.",
        ),
    ],
)
def test_who_warns_of_attacks_on_his_own_speaks_of_the_crisis(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title, "2023-07-30", language)
    assert (tags.crises[0].salience, tags.alert) == ("main", True)


def test_a_raid_on_soldiers_is_another_matter(tagged: Tagger) -> None:
    text = "Gunmen on motorbikes came at dawn. Paris backs the return of Mohamed Bazoum, toppled by putschists."
    assert not tagged(text, "Attack on an army post in western Niger", "2023-07-30", "en").alert


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ar",
            "قالت تشاد إن جيشها سيرافق القوات الفرنسية المنسحبة من النيجر إلى مطار نجامينا. وأعلن الجيش ذلك الخميس. "
            "وقال المجلس العسكري إنها أول قافلة تغادر إلى تشاد تحت حراسة الجيش.",
        ),
        (
            "en",
            "Chad said its army would escort the French troops withdrawing from Niger to the airport of N'Djamena. "
            "The first left days ago, and the junta spoke of a convoy bound for Chad under army guard.",
        ),
        (
            "fr",
            "Le Tchad a annoncé que son armée escorterait les Français qui se retirent du Niger jusqu'à N'Djamena. "
            "La junte a parlé d'un premier convoi parti pour le Tchad sous escorte.",
        ),
    ],
)
def test_the_junta_is_that_of_the_country_which_troops_leave(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(text, published="2023-10-13", language=language)
    assert told_of(tags) == {("niger-2023", "asserted")}
    assert tags.alert


def test_a_country_that_troops_leave_whose_coup_is_older_is_not_meant(tagged: Tagger) -> None:
    text = "Le Niger accueille les soldats de l'ONU qui quittent le Mali. La junte a confirmé leur passage."
    assert told_of(tagged(text, published="2023-12-13", language="fr")) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "سجنت محكمة في النيجر تسعة جنود. وانتخب الرئيس في 2011 بعد عام واحد من انقلاب."),
        (
            "en",
            "A court in Niger jailed nine men. The president was elected in 2011, a year after a coup, and in 2016.",
        ),
        ("fr", "Un tribunal du Niger a condamné neuf hommes. Le président a été élu en 2011, un an après un putsch."),
        ("ha", "Kotu a Nijar ta daure mutum tara. An zabi shugaban a 2011, shekara guda bayan juyin mulki."),
    ],
)
def test_the_year_of_a_coup_is_reckoned_from_another(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2018-01-20", language=language)) == {("niger-2010", "historical")}


def test_the_year_of_a_coup_is_its_own_where_it_stands_behind(tagged: Tagger) -> None:
    text = "A minister came to Niamey. Niger voted in 2012, a year after the coup of 2010."
    assert told_of(tagged(text, published="2018-01-20", language="en")) == {("niger-2010", "historical")}
