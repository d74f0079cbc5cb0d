"""Coups that lives and background paragraphs tell by everyday words and their year; parties and power given back."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

HEADS = {
    "en": (
        "Niger: what Bazoum says from the palace",
        "The ousted president wrote to a newspaper on Thursday, two weeks after the coup of July 26.",
    ),
    "fr": (
        "Niger : ce que dit Bazoum depuis le palais",
        "Le président renversé a écrit jeudi à un journal, deux semaines après le coup d'État du 26 juillet.",
    ),
    "ar": ("النيجر: ماذا يقول بازوم من القصر", "كتب الرئيس المخلوع الخميس إلى صحيفة بعد أسبوعين من انقلاب 26 يوليو."),
    "ha": (
        "Nijar: Abin da Bazoum ya ce daga fada",
        "Hambararren shugaban ya rubuta wa wata jarida ranar Alhamis, makonni biyu bayan juyin mulkin 26 ga Yuli.",
    ),
}

OLD = [
    # soldiers are rid of a government, in everyday words
    ("en", "He was new in office when, in January 1996, the army sent that cabinet home.", "niger-1996"),
    ("en", "After officers removed Mamadou Tandja in February 2010, his party had the road before it.", "niger-2010"),
    ("en", "Soldiers got rid of the government in 1974, and he left school.", "niger-1974"),
    ("fr", "Il débute à peine lorsque, en janvier 1996, l'armée renvoie ce gouvernement.", "niger-1996"),
    ("fr", "Des officiers écartent Mamadou Tandja en février 2010, et la route s'ouvre.", "niger-2010"),
    ("ar", "وفي يناير 1996 صرف الجيش تلك الحكومة.", "niger-1996"),
    ("ar", "وفي عام 1996 أنهى العسكريون حكم الرئيس وعاد إلى التدريس.", "niger-1996"),
    ("ha", "A watan Janairun 1996 sojoji suka sallami waccan gwamnatin.", "niger-1996"),
    ("ha", "Hafsoshi suka kawar da Mamadou Tandja a watan Fabrairun 2010, hanya ta bude.", "niger-2010"),
    # who made it, by the year
    ("en", "A teacher by trade, he advised the soldiers of 1996.", "niger-1996"),
    ("fr", "Enseignant de métier, il a conseillé les militaires de 1996.", "niger-1996"),
    ("ar", "كان معلما ثم عمل مستشارا لعسكريي 1996.", "niger-1996"),
    ("ha", "Malamin makaranta ne, ya yi aiki da sojojin 1996.", "niger-1996"),
    # what soldiers tried, without the word
    ("en", "In 2021 a handful of airmen tried to get into the palace and were driven back.", "niger-2021-attempt"),
    ("fr", "En 2021, des aviateurs ont tenté de s'introduire dans le palais, sans succès.", "niger-2021-attempt"),
    ("ar", "وفي 2021 حاول جنود الوصول إلى القصر فصدوا.", "niger-2021-attempt"),
    ("ha", "A 2021 wasu sojoji sun yi kokarin shiga fadar shugaban kasa.", "niger-2021-attempt"),
]


@pytest.mark.parametrize(("language", "line", "event"), OLD)
def test_a_life_tells_older_coups_by_everyday_words_and_their_year(
    tagged: Tagger, language: str, line: str, event: str
) -> None:
    title, lead = HEADS[language]
    told = told_of(tagged(f"{lead}\n\n{line}", title=title, language=language))
    assert told == {("niger-2023", "asserted"), (event, "historical")}


NONE = [
    # nobody governs whom they are rid of
    ("en", "In 2010 the army removed the mines around the airport."),
    ("en", "The army sent the wounded home in 1996."),
    ("fr", "En 2010, l'armée renvoie les recrues chez elles."),
    ("ar", "وفي عام 2010 صرف الجيش رواتب الجنود."),
    ("ha", "A 2010 sojoji suka kori barayin shanu."),
    # no coup was in that year, or no soldiers did it
    ("en", "The soldiers of 2015 guard that road still."),
    ("en", "In 1996 voters in the village got rid of the mayor."),
    ("fr", "Les militaires de 2015 gardent encore cette route."),
    # who turns against somebody is no soldier
    ("en", "He was a minister under Mamadou Tandja before he turned against him."),
    ("fr", "Il fut ministre de Mamadou Tandja avant de se retourner contre lui."),
]


@pytest.mark.parametrize(("language", "line"), NONE)
def test_a_year_and_soldiers_alone_tell_no_coup(tagged: Tagger, language: str, line: str) -> None:
    title, lead = HEADS[language]
    told = told_of(tagged(f"{lead}\n\n{line}", title=title, language=language))
    assert told == {("niger-2023", "asserted")}


def test_coups_are_counted_from_the_independence(tagged: Tagger) -> None:
    title, lead = HEADS["en"]
    line = "In 2021 one elected man followed another, in a state that from the independence has known four coups."
    told = told_of(tagged(f"{lead}\n\n{line}", title=title, language="en"))
    assert told == {("niger-2023", "asserted"), ("unspecified", "historical")}


ONE = [
    ("en", "Niger: ousted party says 180 are held", "Its spokesman named three ministers, in Niamey on Monday."),
    ("fr", "Niger : le parti renversé compte 180 arrestations", "Son porte-parole a cité lundi trois ministres."),
    ("ar", "النيجر: الحزب الحاكم المعزول يحصي 180 معتقلا", "وذكر المتحدث باسمه الاثنين أسماء ثلاثة وزراء."),
    (
        "ha",
        "Nijar: Jam'iyyar da aka hambarar ta ce an kama mutum 180",
        "Kakakinta ya ambaci ministoci uku a ranar Litinin.",
    ),
    (
        "en",
        "Nuland sees army chief in Niger",
        "The bloc had given until Sunday to give power back to President Bazoum.",
    ),
    (
        "fr",
        "Nuland rencontre le chef de l'armée au Niger",
        "Ils avaient jusqu'à dimanche pour rendre le pouvoir au président Bazoum.",
    ),
    ("ar", "نولاند تلتقي قائد الجيش في النيجر", "وكانت المهلة حتى الأحد من أجل إعادة السلطة إلى الرئيس بازوم."),
    ("ha", "Nuland ta gana da hafsa a Nijar", "An ba su zuwa Lahadi su mayar da mulki ga shugaba Bazoum."),
]


@pytest.mark.parametrize(("language", "title", "text"), ONE)
def test_an_ousted_party_and_power_given_back_refer_to_the_coup(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert told_of(tagged(text, title=title, published="2023-08-01", language=language)) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger: party congress in Zinder", "An ousted party chief lost the vote of his own members in Niamey."),
        ("fr", "Niger : congrès à Zinder", "Le chef du parti a rendu le pouvoir de signature au trésorier."),
    ],
)
def test_a_party_that_changes_its_chief_tells_no_coup(tagged: Tagger, language: str, title: str, text: str) -> None:
    assert told_of(tagged(text, title=title, published="2023-08-01", language=language)) == set()
