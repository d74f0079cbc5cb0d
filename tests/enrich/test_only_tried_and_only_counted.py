"""What the first hours only call an attempt stays one; earlier coups that are only counted are told beside it."""

import pytest

from schemas.tags import Tags
from tests.enrich.conftest import Tagger, entries_of, told_of

UNDER_WAY = [
    ("en", "Niger leader held by his guards", "An attempted coup was under way in Niger, where guards detained "
     "president Mohamed Bazoum, sources said. The African Union decried an attempted coup. The palace was sealed off."),
    ("en", "Niger: guards drive off a crowd", "Guards behind an attempted coup in Niger drove off people who back "
     "Mohamed Bazoum. He has been held since Wednesday by the presidential guard, in an apparent attempted coup. "
     "Juntas rule in several West African countries."),
    ("fr", "Niger : le président retenu", "Une tentative de coup d'Etat est en cours au Niger, où la garde "
     "présidentielle retient le président Mohamed Bazoum. L'UA condamne cette tentative de coup d'Etat."),
    ("ar", "النيجر: احتجاز الرئيس", "تشهد النيجر محاولة انقلاب حيث يحتجز أفراد من الحرس الرئاسي الرئيس محمد بازوم. "
     "وندد الاتحاد الأفريقي بمحاولة الانقلاب. وتحكم مجالس عسكرية دول غرب أفريقيا."),
    ("ha", "Nijar: an tsare shugaban kasa", "Ana yunkurin juyin mulki a Nijar inda dakarun tsaron fadar shugaban kasa "
     "suka tsare shugaba Mohamed Bazoum. Tarayyar Afirka ta yi Allah wadai da yunkurin juyin mulkin."),
]  # fmt: skip
CLAIMED = [
    ("en", "Blinken called for the release of Niger's leader, as soldiers surrounded the palace in Niamey and claimed "
     "to have taken power. He condemned any attempt to seize power by force."),
    ("fr", "Blinken a demandé la libération du président du Niger, alors que des soldats encerclent le palais à Niamey "
     "et affirment avoir pris le pouvoir. Il a condamné toute tentative de prendre le pouvoir par la force."),
    ("ar", "دعا بلينكن إلى الإفراج عن رئيس النيجر بينما يحاصر جنود القصر في نيامي ويزعمون أنهم استولوا على السلطة. "
     "وندد بمحاولة الانقلاب."),
    ("ha", "Blinken ya yi kira a saki shugaban Nijar, yayin da sojoji suka kewaye fadar shugaban kasa a Yamai suna "
     "ikirarin kwace mulki. Ya yi Allah wadai da yunkurin juyin mulkin."),
]  # fmt: skip


def _types(found: Tags) -> set[tuple[str, str, str]]:
    return entries_of(found)


@pytest.mark.parametrize(("language", "title", "text"), UNDER_WAY)
def test_an_undated_text_that_only_calls_it_an_attempt_tells_one(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert ("niger-2023", "attempted", "asserted") in _types(
        tagged(text, title=title, language=language, published=None)
    )


@pytest.mark.parametrize(("language", "text"), CLAIMED)
def test_power_that_soldiers_only_claim_is_not_taken_on_the_first_days(
    language: str, text: str, tagged: Tagger
) -> None:
    found = tagged(text, language=language, published="2023-07-27")
    assert _types(found) == {("niger-2023", "attempted", "asserted")}
    assert tagged(text, language=language, published="2023-08-02").coups[0].type == "realized"


def test_who_is_deposed_beside_an_attempt_is(tagged: Tagger) -> None:
    text = "Soldiers in Niger deposed president Mohamed Bazoum and took power. What was an attempted coup is a coup."
    assert _types(tagged(text, title="Niger: soldiers take power", published=None)) == {
        ("niger-2023", "realized", "asserted")
    }


COUNTED = [
    ("en", "The country has had four coups in its history, most recently a February 2010 putsch against Tandja."),
    ("fr", "Le pays a connu quatre coups d'Etat dans son histoire, le dernier en février 2010, contre Tandja."),
    ("ar", "وشهدت البلاد أربعة انقلابات في تاريخها، آخرها في فبراير 2010 الذي أطاح بمامادو تانجا."),
]
OTHERS = [
    ("en", "The coup won backing from three other West African nations also ruled by mutinous soldiers."),
    ("fr", "Il a reçu le soutien de trois autres pays d'Afrique de l'Ouest également dirigés par une junte."),
    ("ar", "ونال الانقلاب دعم ثلاث دول أخرى في غرب أفريقيا يحكمها عسكريون أيضا."),
    ("ha", "Ya samu goyon bayan wasu kasashe uku na Afirka ta Yamma da su ma sojoji ke mulki."),
]
FIRST = {
    "en": "Rome has flown 99 people out of Niger after the coup that overthrew Mohamed Bazoum on 26 July. ",
    "fr": "Rome a évacué 99 personnes du Niger après le coup d'Etat du 26 juillet contre Mohamed Bazoum. ",
    "ar": "أجلت روما 99 شخصا من النيجر بعد الانقلاب الذي أطاح بمحمد بازوم في 26 يوليو. ",
    "ha": "Rome ta kwashe mutane 99 daga Nijar bayan juyin mulkin 26 ga Yuli da ya hambarar da Mohamed Bazoum. ",
}


@pytest.mark.parametrize(("language", "text"), COUNTED)
def test_coups_of_which_only_the_last_is_dated_are_more_than_that_one(language: str, text: str, tagged: Tagger) -> None:
    found = told_of(tagged(FIRST[language] + text, language=language, published=None))
    assert found == {("niger-2023", "asserted"), ("niger-2010", "historical"), ("unspecified", "historical")}


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_other_states_that_soldiers_rule_had_coups_of_their_own(language: str, text: str, tagged: Tagger) -> None:
    found = told_of(tagged(FIRST[language] + text, language=language, published=None))
    assert found == {("niger-2023", "asserted"), ("unspecified", "historical")}


def test_other_states_that_are_named_have_theirs(tagged: Tagger) -> None:
    text = "It won backing from two other nations also ruled by juntas, Mali and Burkina Faso."
    found = {c.event for c in tagged(FIRST["en"] + text, published=None).coups}
    assert "niger-2023" in found
    assert "unspecified" not in found


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Mahamat Idriss Déby, the president of Chad, goes to Niger",
         "After a coup in Niger, Chad's president Mahamat Idriss Déby went to see a leader. He had come from Chad to "
         "talk. Bazoum's vote was the first handover in a state that has suffered four military coups since gaining "
         "independence."),
        ("ha", "", "An yi juyin mulki a Nijar. Zaben Bazoum ne na farko a kasar da ta fuskanci juyin mulki hudu tun "
         "samun 'yancin kai."),
    ],
)  # fmt: skip
def test_coups_since_independence_are_counted_in_a_neighbour_s_text_too(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    found = told_of(tagged(text, title=title, language=language, published=None))
    assert ("unspecified", "historical") in found
