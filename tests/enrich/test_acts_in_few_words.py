"""Acts told by words that can mean something else, and in headlines of a few words, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

COUP = {
    "en": "Soldiers toppled President Mohamed Bazoum on 26 July. On 30 July ECOWAS imposed sanctions on Niger.",
    "fr": "Les militaires ont renversé Mohamed Bazoum le 26 juillet. La Cédéao a imposé des sanctions au Niger.",
    "ar": "أطاح عسكريون بالرئيس محمد بازوم في 26 يوليو.",
    "ha": "Sojoji sun hambarar da Bazoum a ranar 26 ga Yuli. Janar Tchiani ya ce zai mika mulki a Nijar.",
}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Niger's junta sets timeline for return to civilian rule"),
        ("en", "ECOWAS rejects Niger junta's timeline for elections"),
        ("en", "Niger general gives timeline to elections"),
        ("fr", "Niger : la junte annonce un calendrier de transition de trois ans"),
        ("ar", "المجلس العسكري في النيجر يعلن جدولا زمنيا للانتقال"),
        ("ha", "Sojojin Nijar sun fitar da jadawalin mika mulki"),
    ],
)
def test_a_timetable_that_somebody_gives_is_news(tagged: Tagger, language: str, title: str) -> None:
    assert tagged(COUP[language], title=title, published="2023-08-20", language=language).alert


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Timeline of the coup in Niger"),
        ("en", "Niger coup: a timeline"),
        ("en", "Niger coup timeline"),
        ("en", "Niger crisis timeline: from palace siege to sanctions"),
        ("en", "A timeline of Niger's junta"),
        ("en", "TIMELINE - Niger since the coup"),
        ("fr", "Niger : chronologie du putsch"),
        ("ar", "تسلسل زمني لانقلاب النيجر"),
    ],
)
def test_a_list_of_what_happened_when_is_none(tagged: Tagger, language: str, title: str) -> None:
    assert not tagged(COUP[language], title=title, published="2023-08-20", language=language).alert


LAW = {
    "en": "Niger's military junta did so by a decree of Monday. The law punished who took people through the desert.",
    "fr": "La junte nigérienne l'a fait par un décret de lundi. La loi punissait qui menait des gens dans le désert.",
    "ar": "فعل ذلك المجلس العسكري الحاكم في النيجر بمرسوم. وكان القانون يعاقب من ينقل الناس عبر الصحراء.",
    "ha": "Gwamnatin mulkin sojin Nijar ta yi haka da wata doka a ranar Litinin, ga masu daukar mutane ta hamada.",
}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Niger overturns migration law"),
        ("en", "Niger strikes down law on migrants"),
        ("fr", "Niger : la loi sur les migrants abrogée"),
        ("fr", "Le Niger annule sa loi contre la migration"),
        ("ar", "النيجر تبطل قانونا ضد تهريب المهاجرين"),
        ("ha", "Nijar ta soke dokar hana safarar bakin haure"),
    ],
)
def test_a_law_that_the_junta_undoes_is_an_act_of_it(tagged: Tagger, language: str, title: str) -> None:
    tags = tagged(LAW[language], title=title, published="2023-11-28", language=language)
    assert tags.alert
    assert told_of(tags) == {("niger-2023", "asserted")}


@pytest.mark.parametrize("title", ["Lorry overturns in Niger with migrants", "Truck overturned on Niger migrant route"])
def test_a_lorry_that_overturns_is_none(tagged: Tagger, title: str) -> None:
    text = "A lorry with forty people overturned near Agadez on Monday. The junta rules Niger since the coup of July."
    assert not tagged(text, title=title, published="2023-11-28", language="en").alert


@pytest.mark.parametrize(
    ("title", "alert"),
    [("Bénin : pétrole nigérien sous scellés", True), ("Bénin : pétrole nigérien à Cotonou", False)],
)
def test_oil_that_a_neighbour_holds_back_is_an_act_against_the_junta(tagged: Tagger, title: str, alert: bool) -> None:
    text = (
        "Le gouvernement béninois ne charge plus de brut à Sèmè. La nouvelle vaut pour 90 000 barils par jour. "
        "Le Bénin accueille un tiers de l'oléoduc. Il traverse cinq départements du Bénin et rapporte des taxes. "
        "La société qui le gère a son siège à Cotonou, au Bénin, où travaillent deux cents personnes de la région. "
        "Le Bénin espère une issue. Le Niger dit qu'il attend. Des sanctions avaient suivi le coup d'État."
    )
    assert tagged(text, title=title, published="2024-05-07", language="fr").alert == alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ar", "احتجاجات متواصلة أمام القاعدة الفرنسية في نيامي", "يطالب سكان نيامي عاصمة النيجر برحيل الجنود."),
        ("ar", "اعتصام أمام القاعدة الفرنسية في النيجر", "يطالب سكان نيامي برحيل الجنود، وتصر باريس على البقاء."),
        ("fr", "Niger : manifestation devant la base militaire française", "La foule de Niamey demande leur départ."),
        ("en", "Protests go on outside French base in Niger", "Crowds in Niamey demand that French soldiers leave."),
        ("ha", "Zanga-zanga a gaban sansanin sojin Faransa a Nijar", "Mutanen Yamai na neman sojojin su fice."),
    ],
)
def test_protests_before_foreign_soldiers_are_of_the_crisis(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert tagged(text, title=title, published=None, language=language).alert


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ar", "احتجاجات في النيجر على غلاء الأسعار"),
        ("fr", "Niger : manifestation des étudiants pour les bourses"),
        ("en", "Students protest in Niger over grants"),
        ("ha", "Zanga-zangar dalibai a Nijar"),
    ],
)
def test_protests_over_prices_and_grants_are_not(tagged: Tagger, language: str, title: str) -> None:
    assert not tagged("", title=title, published=None, language=language).alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ar",
            "عناصر الفيلق الأفريقي يدخلون قاعدة الأمريكيين",
            "دخل جنود من الفيلق الأفريقي الروسي قاعدة في النيجر لم يغادرها الجيش الأمريكي بعد.",
        ),
        (
            "en",
            "Africa Corps fighters move in beside the Americans",
            "Soldiers of Russia's Africa Corps have entered a base in Niger that US troops have not left yet.",
        ),
        (
            "fr",
            "Les hommes d'Africa Corps côtoient les Américains",
            "Des soldats d'Africa Corps sont entrés dans une base du Niger que l'armée américaine n'a pas quittée.",
        ),
        (
            "ha",
            "Dakarun Africa Corps sun shiga sansanin Amurkawa",
            "Sojojin Rasha na Africa Corps sun shiga wani sansani a Nijar da sojojin Amurka ba su fice ba.",
        ),
    ],
)
def test_who_moves_in_may_be_named_without_the_country(tagged: Tagger, language: str, title: str, text: str) -> None:
    assert tagged(text, title=title, published="2024-05-04", language=language).alert
    mali = text.replace("Niger", "Mali").replace("Nijar", "Mali").replace("النيجر", "مالي")
    assert not tagged(mali, title=title, published="2024-05-04", language=language).alert


WEIGHED = (
    "French soldiers have withdrawn from Niger, where they were no longer wanted, but perhaps many of them would have "
    "liked to stay, and must now think of what they leave behind. The embassy was closed too, since it could not do "
    "its work, and those who had danced before the base danced once more. Whether they are "
    "better off than they were is what nobody can yet say, because there is still so much that has not changed, and so "
    "little that ever will."
)


@pytest.mark.parametrize(
    ("title", "alert"), [("French soldiers leave Niger", True), ("French soldiers leave Niger wondering", False)]
)
def test_a_headline_with_no_room_for_thoughts_is_of_a_report(tagged: Tagger, title: str, alert: bool) -> None:
    assert tagged(WEIGHED, title=title, published="2024-01-09", language="en").alert == alert


EFFECTS = {
    "fr": (
        "Niger : le courant manque aux ménages",
        "Les boutiques de Niamey ferment tôt. Le Nigeria ne livre plus rien depuis {} le putsch du 26 juillet.",
        "les sanctions prises par la Cédéao après",
        "des mois, bien avant",
    ),
    "en": (
        "Prices of rice double in Niger",
        "Shops in Niamey close early. Rice has been dear {} the coup of 26 July.",
        "by the sanctions imposed after",
        "for years, and was so before",
    ),
    "ar": (
        "انقطاع الكهرباء يثقل كاهل سكان النيجر",
        "تغلق المحال في نيامي باكرا. لا يصل التيار {} انقلاب 26 يوليو.",
        "بموجب عقوبات إيكواس التي تلت",
        "كما كان قبل",
    ),
    "ha": (
        "Karancin wutar lantarki na addabar mutanen Nijar",
        "Shagunan Yamai na rufewa da wuri. Wuta ba ta zuwa {} juyin mulkin 26 ga Yuli.",
        "sakamakon takunkumin da aka kakaba bayan",
        "kamar yadda take tun kafin",
    ),
}


@pytest.mark.parametrize("language", EFFECTS)
def test_what_the_sanctions_are_blamed_for_is_of_the_crisis_and_wakes_nobody(tagged: Tagger, language: str) -> None:
    title, text, blamed, other = EFFECTS[language]
    tags = tagged(text.format(blamed), title=title, published="2023-08-14", language=language)
    assert tags.crises[0].salience == "main"
    assert told_of(tags) == {("niger-2023", "asserted")}
    assert not tags.alert
    tags = tagged(text.format(other), title=title, published="2023-08-14", language=language)
    assert tags.crises[0].salience == "background"
