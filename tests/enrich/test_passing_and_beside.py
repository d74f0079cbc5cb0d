"""Coups told in passing, in lists and beside other news, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of

Told = set[tuple[str, str, str]]


def _told(tagged: Tagger, language: str, day: str | None, text: str, title: str = "") -> Told:
    tags = tagged(text, title=title, published=day, language=language)
    return entries_of(tags)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Tchiani rules Niger. The problem is not the coup itself but the hunger that made it."),
        ("en", "General Tchiani rules Niger. The question is not so much the coup as who pays for it."),
        ("fr", "Le général Tchiani dirige le Niger. Le problème n'est pas tant le putsch que la misère."),
        ("ar", "الجنرال تياني يحكم النيجر. المشكلة ليست في الانقلاب ذاته، بل في الفقر الذي صنعه."),
        ("ha", "Janar Tchiani ne ke mulkin Nijar. Matsalar ba juyin mulkin ba ce, talaucin da ya jawo shi ne."),
    ],
)
def test_a_coup_that_is_not_the_point_is_not_denied(tagged: Tagger, language: str, text: str) -> None:
    assert ("niger-2023", "realized", "asserted") in _told(tagged, language, "2023-08-09", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Tchiani rules Niger. The problem is that it was not a coup, says his spokesman."),
        ("fr", "Le général Tchiani dirige le Niger. Ce n'est pas un coup d'État, dit son porte-parole."),
        ("ar", "الجنرال تياني يحكم النيجر. ليس ما جرى انقلابا، قال المتحدث باسمه."),
        ("ha", "Janar Tchiani ne ke mulkin Nijar. Ba juyin mulki ba ne, in ji kakakinsa."),
    ],
)
def test_a_coup_that_is_said_to_be_none_stays_denied(tagged: Tagger, language: str, text: str) -> None:
    assert ("niger-2023", "realized", "negated") in _told(tagged, language, "2023-08-09", text)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Guinea-Bissau: junta names a general",
         "The junta has named a general. The opposition says that Embalo staged a fake coup to stay in power."),
        ("fr", "Guinée-Bissau : la junte nomme un général",
         "La junte a nommé un général. L'opposition accuse Embalo d'avoir monté un « faux coup d'État »."),
        ("fr", "Guinée-Bissau : la junte nomme un général",
         "La junte a nommé un général. Pour l'opposition, ce putsch n'est qu'une mise en scène."),
        ("ar", "غينيا بيساو: المجلس العسكري يعين جنرالا",
         "عين المجلس العسكري جنرالا. واتهمت المعارضة إمبالو بتدبير انقلاب وهمي للبقاء في السلطة."),
        ("ha", "Guinea-Bissau: gwamnatin soja ta nada janar",
         "Gwamnatin soja ta nada janar. 'Yan adawa sun ce juyin mulkin bogi ne Embalo ya shirya."),
    ],
)
def test_a_coup_that_somebody_calls_a_sham_is_denied_beside_the_one_told(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    told = _told(tagged, language, "2025-11-28", text, title)
    assert {("guinea-bissau-2025", "realized", s) for s in ("asserted", "negated")} <= told


def test_fake_news_of_a_coup_is_no_sham_coup(tagged: Tagger) -> None:
    told = _told(tagged, "en", "2025-11-28", "The junta that took power in Bissau in the coup warned of fake news.")
    assert ("guinea-bissau-2025", "realized", "negated") not in told


GABON = [
    ("en", "Gabon: General Oligui Nguema sworn in",
     "The general drove Ali Bongo from the palace. The putsch of August 30 followed a disputed vote. It is the eighth "
     "in West and Central Africa since 2020. The previous one took place in Niger, where Bazoum is still held."),
    ("fr", "Gabon : le général Oligui Nguema investi",
     "Le général a chassé Ali Bongo. Le putsch du 30 août a suivi un scrutin contesté. C'est le huitième en Afrique de "
     "l'Ouest et du Centre depuis 2020. Le précédent a eu lieu au Niger, où Bazoum reste détenu."),
    ("ar", "الغابون: الجنرال أوليغي نغيما يؤدي اليمين",
     "أطاح الجنرال بعلي بونغو الأسبوع الماضي. ووقع انقلاب 30 أغسطس بعد انتخابات متنازع عليها. وهو الثامن في غرب ووسط "
     "أفريقيا منذ 2020. وقد وقع السابق في النيجر حيث لا يزال بازوم محتجزا."),
    ("ha", "Gabon: an rantsar da Janar Oligui Nguema",
     "Janar din ya kifar da Ali Bongo a makon jiya. Juyin mulkin ya biyo bayan zabe mai cike da takaddama. Shi ne na "
     "takwas a Afirka ta Yamma da ta Tsakiya tun 2020. Na baya an yi shi ne a Nijar, inda ake tsare da Bazoum."),
]


@pytest.mark.parametrize(("language", "title", "text"), GABON)
def test_the_next_sentence_tells_its_number_and_where_the_last_one_was(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert _told(tagged, language, "2023-09-04", text, title) == {
        ("gabon-2023", "realized", "asserted"),
        ("unspecified", "realized", "historical"),
        ("niger-2023", "realized", "historical"),
    }


def test_the_next_sentence_may_count_something_else(tagged: Tagger) -> None:
    text = "Soldiers drove Ali Bongo out in a putsch. It is the eighth summit in Africa since 2020."
    assert _told(tagged, "en", "2023-09-04", text, "Gabon: summit") == {("gabon-2023", "realized", "asserted")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Guinea is one of ten African countries where soldiers have seized power since 2020."),
        ("fr", "La Guinée est l'un des dix pays africains où des militaires ont pris le pouvoir depuis 2020."),
        ("ar", "غينيا واحدة من عشر دول أفريقية استولى فيها الجنود على السلطة منذ 2020."),
        ("ha", "Guinea na daya daga cikin kasashen Afirka goma da sojoji suka kwace mulki tun 2020."),
    ],
)
def test_coups_of_as_many_countries_are_counted_beside_that_of_one(
    tagged: Tagger, language: str, text: str
) -> None:
    assert _told(tagged, language, "2025-12-24", text) == {
        ("guinea-2021", "realized", "historical"),
        ("unspecified", "realized", "historical"),
    }


def test_countries_that_are_all_named_are_not_counted_again(tagged: Tagger) -> None:
    text = "Guinea is one of four countries where soldiers have seized power, with Mali, Niger and Gabon."
    assert "unspecified" not in {event for event, _, _ in _told(tagged, "en", "2025-12-24", text)}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Guinea-Bissau: soldiers seize power", "Officers said that they had seized power in Guinea-Bissau. It "
         "is among those that have seen most coups in West Africa since independence."),
        ("fr", "Guinée-Bissau : des militaires prennent le pouvoir", "Des officiers ont pris le pouvoir en "
         "Guinée-Bissau. Le pays est l'un de ceux qui ont connu le plus de coups d'État depuis l'indépendance."),
        ("ar", "غينيا بيساو: عسكريون يستولون على السلطة", "أعلن ضباط استيلاءهم على السلطة في غينيا بيساو. والبلاد من "
         "أكثر دول غرب أفريقيا تعرضا للانقلابات منذ الاستقلال."),
        ("ha", "Guinea-Bissau: Sojoji sun karbe iko", "Hafsoshi sun ce sun karbe iko a Guinea-Bissau. Kasar na cikin "
         "wadanda suka fi fuskantar kwace mulki a Yammacin Afirka tun samun 'yanci."),
    ],
)
def test_a_country_that_has_seen_most_coups_has_a_past_of_them(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert _told(tagged, language, "2025-11-26", text, title) == {
        ("guinea-bissau-2025", "realized", "asserted"),
        ("unspecified", "realized", "historical"),
    }


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Burkina Faso foils a coup", "The junta of Burkina Faso said that it foiled a coup attempt. The "
         "contagion of coups seems to reach the country after Niger and Gabon."),
        ("fr", "Burkina : un coup d'État déjoué", "La junte du Burkina Faso dit avoir déjoué une tentative de coup "
         "d'État. La contagion des coups d'État semble gagner le pays après le Niger et le Gabon."),
        ("ar", "بوركينا فاسو تحبط انقلابا", "أعلن المجلس العسكري في بوركينا فاسو إحباط محاولة انقلاب. ويبدو أن عدوى "
         "الانقلابات تصل إلى البلاد بعد النيجر والغابون."),
        ("ha", "Burkina Faso ta dakile juyin mulki", "Gwamnatin sojin Burkina Faso ta ce ta dakile yunkurin juyin "
         "mulki. Guguwar juyin mulki ta isa kasar bayan Nijar da Gabon."),
    ],
)
def test_what_spreads_has_been_where_it_comes_from(tagged: Tagger, language: str, title: str, text: str) -> None:
    told = _told(tagged, language, "2023-09-28", text, title)
    assert {(e, "realized", "historical") for e in ("niger-2023", "gabon-2023")} <= told


def test_what_is_feared_to_spread_comes_from_nowhere(tagged: Tagger) -> None:
    text = "Ghana's president fears a contagion of coups in the region, he told parliament."
    assert {state for _, _, state in _told(tagged, "en", "2023-09-28", text)} <= {"hypothetical"}


def test_the_first_and_the_last_of_several_are_those_of_the_country_not_of_its_old_ruler(tagged: Tagger) -> None:
    text = ("أعلن جنود إنهاء حكم محمد بازوم. وعرفت المستعمرة الفرنسية السابقة انقلابات عدة، أولها على ديوري حماني في "
            "أبريل 1974 وآخرها على مامادو تانجا في فبراير 2010.")
    told = _told(tagged, "ar", "2023-07-27", text, "جيش النيجر يعلن استيلاءه على السلطة")
    assert {("niger-1974", "realized", "historical"), ("niger-2010", "realized", "historical")} <= told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Niger rend la base après le putsch. Elle comptait pour le départ du Mali voisin, que dirige lui "
               "aussi un conseil militaire."),
        ("ar", "النيجر بعد الانقلاب. والقاعدة مهمة للانسحاب من مالي المجاورة التي يحكمها هي أيضا مجلس عسكري."),
        ("ha", "Nijar bayan juyin mulki. Sansanin na da amfani wajen janyewa daga Mali mai makwabtaka, wadda ita ma "
               "majalisar soja ke mulki."),
    ],
)
def test_the_council_that_rules_a_neighbour_too_is_told(tagged: Tagger, language: str, text: str) -> None:
    assert ("mali-2020", "realized", "historical") in _told(tagged, language, "2023-08-03", text)


LIST = "Seven countries ruled by soldiers", (
    "1. Mali: in August 2020 Colonel Goita toppled Keita.\n\n2. Guinea: Colonel Doumbouya removed Conde in September "
    "2021.\n\n3. Niger: on 26 July the guard ousted Bazoum in a coup.\n\n4. Gabon: "
)


def test_the_item_of_a_list_that_says_only_which_day_of_the_week_is_told(tagged: Tagger) -> None:
    told = _told(tagged, "en", "2023-09-01", LIST[1] + "Wednesday at dawn.\n\nSudan comes next.", LIST[0])
    assert ("gabon-2023", "realized", "asserted") in told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Tchiani toppled Niger's president. In March 2021 it was he who crushed those who tried "
               "to enter the palace days before Bazoum was sworn in."),
        ("fr", "Le général Tchiani a renversé le président du Niger. En mars 2021, c'est lui qui a repoussé ceux "
               "qui voulaient entrer au palais, quelques jours avant l'investiture de Bazoum."),
        ("ha", "Janar Tchiani ya yi juyin mulki. A Maris din 2021 shi ya murkushe wadanda suka nemi kutsawa fadar "
               "kwanaki kafin rantsar da Bazoum a Nijar."),
    ],
)
def test_a_life_tells_whom_he_beat_back_at_the_palace_in_the_month_of_an_attempt(
    tagged: Tagger, language: str, text: str
) -> None:
    assert ("niger-2021-attempt", "attempted", "historical") in _told(tagged, language, "2023-08-01", text)


def test_who_tried_to_enter_the_palace_in_another_month_made_no_attempt(tagged: Tagger) -> None:
    text = "Tchiani is a general of Niger. In June 2021 it was he who turned back fans who tried to enter the palace."
    assert _told(tagged, "en", "2023-08-01", text) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Niger's junta has freed fifty people, among them soldiers accused of coup attempts in past years."),
        ("fr", "La junte du Niger a libéré des militaires accusés de tentatives de coup d'État dans les années 2010."),
        ("ar", "أفرج المجلس العسكري في النيجر عن عسكريين متهمين بمحاولات انقلاب في السنوات الماضية."),
        ("ha", "Gwamnatin soja ta Nijar ta saki sojoji da ake zargi da yunkure-yunkuren juyin mulki a shekarun baya."),
    ],
)
def test_attempts_of_past_years_that_people_are_accused_of_are_alleged(
    tagged: Tagger, language: str, text: str
) -> None:
    assert ("unspecified", "alleged", "historical") in _told(tagged, language, "2025-04-02", text)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Les États-Unis remettent les clés d'Agadez",
         "Plus un soldat américain à la base 201 d'Agadez, dans le nord du Niger. Lundi, le drapeau a été descendu."),
        ("ar", "أمريكا تسلم مفاتيح أغاديز",
         "لم يبق جندي أمريكي واحد في القاعدة 201 في أغاديز في النيجر. وأنزل العلم أمس الاثنين."),
        ("ha", "Amurka ta mika makullin Agadas",
         "Babu sauran sojan Amurka ko daya a sansani na 201 da ke Agadas a Nijar. Jiya Litinin aka sauke tutarsu."),
    ],
)
def test_the_keys_of_a_base_are_its_handover(tagged: Tagger, language: str, title: str, text: str) -> None:
    assert tagged(text, title=title, published="2024-08-06", language=language).alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Niger : le gouvernement remet les clés de 200 logements",
         "Le Premier ministre a remis samedi à Niamey les clés de 200 logements sociaux à des familles."),
        ("ha", "Gwamnati ta mika makullin gidaje 200 a Yamai",
         "Firaminista ya mika makullin gidaje 200 ga iyalai a Yamai ranar Asabar."),
    ],
)
def test_the_keys_of_houses_are_nothing_of_a_crisis(tagged: Tagger, language: str, title: str, text: str) -> None:
    assert not tagged(text, title=title, published="2024-08-06", language=language).alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger's junta expels an ambassador and shuffles the powers",
         "First, France: one failure after another.\n\nSecond, Russia: it comes from the east.\n\nThird, the United "
         "States: it waits."),
        ("fr", "La junte du Niger chasse un ambassadeur",
         "D'abord, la France : un échec après l'autre.\n\nEnsuite, la Russie : elle avance.\n\nEnfin, les États-Unis : "
         "ils attendent."),
        ("ar", "انقلاب النيجر.. حذر في مواقف القوى الكبرى",
         "كشف ما وقع هشاشة النفوذ الفرنسي.\n\nأولا، فرنسا: إخفاق متراكم.\n\nثانيا، روسيا: تمدد بلا موارد.\n\nثالثا، "
         "الولايات المتحدة: موقف ملتبس."),
        ("ha", "Sojojin Nijar sun kori jakada",
         "Na farko, Faransa: asara bayan asara.\n\nNa biyu, Rasha: tana zuwa.\n\nNa uku, Amurka: ba a san komai ba."),
    ],
)
def test_a_piece_of_points_state_by_state_is_an_analysis(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert not tagged(text, title=title, published="2023-08-15", language=language).alert


def test_terms_that_are_numbered_are_news(tagged: Tagger) -> None:
    text = "First, France will withdraw its troops. Second, Russia will train the army. Third, the bloc will go."
    tags = tagged(text, title="Niger's junta expels an ambassador", published="2023-08-15", language="en")
    assert tags.alert


ATTACK = [
    ("en", "Eleven people were killed in an ambush in the north of Burkina Faso. The attack comes two weeks after the "
           "coup of 30 September. It was the second coup in Burkina Faso in eight months."),
    ("fr", "Onze personnes ont été tuées dans une embuscade au nord du Burkina Faso. L'attaque survient deux semaines "
           "après le putsch du 30 septembre. C'est le deuxième coup d'État au Burkina Faso en huit mois."),
    ("ar", "قتل 11 شخصا في كمين شمال بوركينا فاسو. يأتي الهجوم بعد أسبوعين من انقلاب عسكري في 30 سبتمبر. وهذا هو "
           "الانقلاب الثاني في بوركينا فاسو خلال ثمانية أشهر."),
    ("ha", "An kashe mutum 11 a wani kwanton bauna a Burkina Faso. Harin ya zo makonni biyu bayan juyin mulkin 30 ga "
           "Satumba. Shi ne juyin mulki na biyu a Burkina Faso cikin wata takwas."),
]


@pytest.mark.parametrize(("language", "text"), ATTACK)
def test_an_attack_has_the_coups_of_its_country_as_background_the_first_of_two_with_the_second(
    tagged: Tagger, language: str, text: str
) -> None:
    assert _told(tagged, language, "2022-10-15", text) == {
        ("burkina-faso-2022-09", "realized", "historical"),
        ("burkina-faso-2022-01", "realized", "historical"),
    }


def test_the_second_of_a_region_is_not_the_second_of_the_country(tagged: Tagger) -> None:
    text = "The captain rules Burkina Faso. It was the second coup in West Africa in eight months."
    assert {event for event, _, _ in _told(tagged, "en", "2022-10-15", text)} == {"burkina-faso-2022-09"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Senegal waits for a date. The country has never seen a military coup since independence."),
        ("fr", "Le Sénégal attend. Le pays n'a jamais connu de coup d'État depuis son indépendance."),
        ("ar", "يسود الترقب السنغال. ولم يشهد البلد أي انقلاب عسكري منذ استقلاله."),
        ("ha", "Senegal na jira. Kasar ba ta taba fuskantar juyin mulkin soja ba tun samun 'yancin kai."),
    ],
)
def test_a_country_that_never_saw_one_has_none(tagged: Tagger, language: str, text: str) -> None:
    assert {(event, state) for event, _, state in _told(tagged, language, "2024-02-03", text)} == {
        ("unspecified", "negated")
    }


def test_that_is_to_say_so_many_denies_nothing(tagged: Tagger) -> None:
    text = "وقع 67 انقلابا في 26 دولة أفريقية، نال المستعمرات الفرنسية أكثرها، أي 61% من الانقلابات."
    assert "negated" not in {state for _, _, state in _told(tagged, "ar", None, text)}
