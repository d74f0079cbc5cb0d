"""Attempts told by whom they were against, coups that this one is not like, and those that a number counts."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

TOPPLED = {
    "en": "Soldiers in Niger overthrew President Bazoum last week. ",
    "fr": "Des militaires ont renversé la semaine dernière le président Bazoum au Niger. ",
    "ar": "أطاح عسكريون في النيجر بالرئيس محمد بازوم الأسبوع الماضي. ",
    "ha": "Sojoji sun hambarar da shugaba Bazoum na Nijar a makon jiya. ",
}
HERE = ("niger-2023", "asserted")
COUNTED = {HERE, ("unspecified", "historical")}
OF_2015 = ("niger-2015-attempt", "historical")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "His name had come up in a failed coup attempt against Mahamadou Issoufou."),
        ("en", "He was once suspected of a foiled attempt to topple President Mahamadou Issoufou."),
        ("fr", "Son nom avait été cité dans une tentative de putsch contre l'ancien président Mahamadou Issoufou."),
        ("ar", "وكان اسمه قد ورد في محاولة انقلاب فاشلة ضد الرئيس السابق محمدو إيسوفو."),
        ("ha", "An zarge shi da hannu a yunƙurin juyin mulki da aka yi wa Mahamadou Issoufou."),
        ("ha", "An ambaci sunansa a yunƙurin yi wa Mahamadou Issoufou juyin mulki."),
    ],
)
def test_an_attempt_is_the_one_known_against_whom_it_is_said_to_have_been(
    language: str, text: str, tagged: Tagger
) -> None:
    told = told_of(tagged(TOPPLED[language] + text, title="Tchiani", published="2023-08-02", language=language))
    assert told == {HERE, OF_2015}


@pytest.mark.parametrize(
    ("published", "text"),
    [
        # another year of its own; before the one that is known
        ("2023-08-02", "Officers were jailed for a coup attempt in 2011 against Mahamadou Issoufou."),
        ("2011-08-03", "Officers are held after a foiled coup attempt against Mahamadou Issoufou."),
        # he is not whom it was against
        ("2023-08-02", "Mahamadou Issoufou condemned a coup attempt against Talon in Benin."),
    ],
)
def test_another_attempt_is_not_taken_for_it(published: str, text: str, tagged: Tagger) -> None:
    assert OF_2015 not in told_of(tagged(text, title="Niger: officers", published=published))


FOILED = {
    "en": "Soldiers in Benin said on television that they had removed President Talon. The coup attempt was foiled. ",
    "fr": "La tentative de coup d'État contre le président Talon a été déjouée au Bénin. ",
    "ar": "أعلن جنود في بنين عزل الرئيس باتريس تالون، لكن محاولة الانقلاب أحبطت. ",
    "ha": "An daƙile yunƙurin juyin mulki a Benin. ",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was not a military takeover like those in Niger or Mali."),
        ("fr", "Ce n'est pas un coup d'État comme au Niger ou au Mali."),
        ("ar", "وهذا ليس انقلابا كما حدث في النيجر ومالي."),
        ("ha", "Wannan ba juyin mulki ba ne kamar na Nijar da Mali."),
    ],
)
def test_coups_that_what_is_denied_is_not_like_are_facts(language: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(FOILED[language] + text, title="Benin", published="2025-12-08", language=language))
    assert {("niger-2023", "historical"), ("mali-2020", "historical")} <= told
    assert not {("niger-2023", "negated"), ("mali-2020", "negated")} & told


def test_a_coup_that_is_denied_of_its_country_stays_denied(tagged: Tagger) -> None:
    text = "What happened in Niger was not a coup, the general says. There was no takeover in Niger, only order."
    assert ("niger-2023", "negated") in told_of(tagged(text, title="Niger's general", published="2023-08-08"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was the third coup in as many years in the region, after those in Mali and Burkina Faso."),
        ("fr", "C'est le troisième putsch en trois ans dans la région, après ceux du Mali et du Burkina Faso."),
        ("ar", "وهو ثالث انقلاب في ثلاث سنوات بالمنطقة بعد مالي وبوركينا فاسو."),
    ],
)
def test_coups_that_a_number_counts_are_no_others_where_all_are_named(
    language: str, text: str, tagged: Tagger
) -> None:
    told = told_of(tagged(TOPPLED[language] + text, published="2023-08-02", language=language))
    assert told == {HERE, ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}


def test_a_number_beyond_those_named_counts_others_too(tagged: Tagger) -> None:
    text = "It was the seventh coup in as many years in the region, after those in Mali and Burkina Faso."
    assert ("unspecified", "historical") in told_of(tagged(TOPPLED["en"] + text, published="2023-08-02"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers seized power in Niger in 1999 and 2010, or tried to in 2021."),
        ("fr", "Des soldats ont pris le pouvoir au Niger en 1999 et 2010, ou l'ont tenté en 2021."),
        ("ar", "استولى الجيش على السلطة في النيجر عامي 1999 و2010، وحاول ذلك في 2021."),
        ("ha", "Sojoji sun ƙwace mulki a Nijar a 1999 da 2010, sun kuma yi yunƙurin hakan a 2021."),
    ],
)
def test_an_attempt_called_by_a_verb_and_its_year_is_known(language: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(text, title="1999, 2010, 2021", published="2024-05-02", language=language))
    assert ("niger-2021-attempt", "historical") in told


def test_what_soldiers_tried_that_year_is_named(tagged: Tagger) -> None:
    text = "Soldiers seized power in Niger in 1999 and 2010, and tried to settle a strike in 2021."
    assert ("niger-2021-attempt", "historical") not in told_of(tagged(text, published="2024-05-02"))


@pytest.mark.parametrize(
    ("language", "text", "tail"),
    [
        ("en", "Two generals stand trial in Ouagadougou over the 2015 coup attempt in Burkina Faso.",
         "The power grab lasted a week. President Compaoré had fled in 2014 amid protests."),
        ("fr", "Deux généraux sont jugés à Ouagadougou pour la tentative de coup d'État de 2015 au Burkina Faso.",
         "La prise de pouvoir a duré une semaine. Le président Compaoré avait fui en 2014."),
    ],
)
def test_the_power_grab_on_trial_is_no_other_one(language: str, text: str, tail: str, tagged: Tagger) -> None:
    told = told_of(tagged(f"{text} {tail}", title="Burkina Faso", published="2018-02-28", language=language))
    assert told == {("burkina-faso-2015-attempt", "historical")}


ROWS = [
    ("en", "Three states leave: Niger, Mali and Burkina Faso",
     "The bloc shut them out after their armies took over: Niger last July, Burkina Faso in 2022 and Mali in 2020."),
    ("fr", "Le Niger, le Mali et le Burkina Faso s'en vont",
     "Ils étaient suspendus depuis que leurs armées ont pris le pouvoir : au Niger en juillet dernier, au Burkina Faso "
     "en 2022 et au Mali en 2020."),
    ("ar", "النيجر ومالي وبوركينا فاسو تنسحب",
     "وعلقت عضويتها بعد استيلاء جيوشها على السلطة: النيجر في يوليو الماضي، وبوركينا فاسو في 2022، ومالي في 2020."),
    ("ha", "Nijar, Mali da Burkina Faso sun fice",
     "An dakatar da su bayan sojojinsu sun ƙwace mulki: Nijar a watan Yulin bara, Burkina Faso a 2022 da Mali a 2020."),
]


@pytest.mark.parametrize(("language", "title", "text"), ROWS)
def test_one_plural_deed_is_told_of_each_of_a_row_and_the_headlines_stays_news(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    told = told_of(tagged(text, title=title, published="2024-01-28", language=language))
    assert told == {HERE, ("burkina-faso-2022-09", "historical"), ("mali-2020", "historical")}


def test_a_row_of_countries_with_dates_tells_no_coup_by_itself(tagged: Tagger) -> None:
    text = "The bank opened branches: in Niger last July, in Burkina Faso in 2022 and in Mali in 2020."
    assert told_of(tagged(text, title="A bank grows in Niger", published="2024-01-28")) == set()


BESIEGED = {
    "en": "Troops have surrounded the residence of President Mohamed Bazoum in Niamey. ",
    "fr": "Des soldats encerclent la résidence du président Mohamed Bazoum à Niamey. ",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There are fears that the guard may be about to seize power."),
        ("en", "Residents fear that the guard is about to seize power."),
        ("fr", "On craint que la garde soit sur le point de prendre le pouvoir."),
    ],
)
def test_what_is_feared_beside_a_siege_is_told_too(language: str, text: str, tagged: Tagger) -> None:
    told = told_of(
        tagged(BESIEGED[language] + text, title="Niger: Bazoum", published="2023-07-26", language=language)
    )
    assert told == {HERE, ("niger-2023", "hypothetical")}


def test_what_was_feared_is_not_told_beside_the_coup_itself(tagged: Tagger) -> None:
    text = "Soldiers overthrew President Bazoum of Niger. Many had feared that they were about to seize power."
    assert told_of(tagged(text, title="Niger", published="2023-07-27")) == {HERE}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They know the risk of a coup and dread what may come in their own countries."),
        ("fr", "Ils savent le risque d'un coup d'État dans leurs propres pays."),
        ("ar", "وهم يعرفون خطر وقوع انقلاب في بلدانهم."),
        ("ha", "Suna tsoron yin juyin mulki a ƙasashensu."),
    ],
)
def test_a_coup_feared_at_home_is_told_beside_the_neighbours(language: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(TOPPLED[language] + text, title="Niger", published="2023-08-10", language=language))
    assert told == {HERE, ("unspecified", "hypothetical")}


def test_a_coup_feared_at_large_is_not_told_beside_one_that_was(tagged: Tagger) -> None:
    text = "The bloc had never threatened force over the risk of a coup."
    assert told_of(tagged(TOPPLED["en"] + text, title="Niger", published="2023-08-10")) == {HERE}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers have seized power in five other countries of the continent since 2020."),
        ("fr", "Des soldats ont pris le pouvoir dans cinq autres pays du continent depuis 2020."),
        ("ar", "واستولى عسكريون على السلطة في خمس دول أفريقية أخرى منذ 2020."),
        ("ha", "Sojoji sun ƙwace mulki a wasu ƙasashe biyar tun 2020."),
    ],
)
def test_coups_of_other_countries_that_are_only_counted_are_of_none(
    language: str, text: str, tagged: Tagger
) -> None:
    assert told_of(tagged(TOPPLED[language] + text, published="2023-08-02", language=language)) == COUNTED


def test_other_countries_that_are_counted_and_named_have_their_own(tagged: Tagger) -> None:
    text = "Soldiers have seized power in two other countries of the region, Mali and Burkina Faso."
    told = told_of(tagged(TOPPLED["en"] + text, published="2023-08-02"))
    assert ("mali-2020", "historical") in told
    assert ("unspecified", "historical") not in told
