"""Other news told first without a headline, times before a crisis by their dates, and who bears sanctions."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen killed thirty soldiers near Banibangou in western Niger at dawn. The ministry spoke of "
         "mercenaries who came over the Malian border on motorbikes."),
        ("en", "Teachers in Niger have stopped work for 48 hours. They accuse the authorities of neglect."),
        ("fr", "Des hommes armés ont tué trente soldats près de Banibangou, dans l'ouest du Niger. Le ministère parle "
         "de mercenaires venus à moto par la frontière malienne."),
        ("fr", "Les instituteurs du Niger ont cessé le travail pour 48 heures. Ils accusent les autorités."),
        ("ar", "قتل مسلحون ثلاثين جنديا قرب بانيبانغو غرب النيجر في هجوم. وتحدثت الوزارة عن مرتزقة عبروا الحدود."),
        ("ar", "دخل إضراب المعلمين في النيجر يومه الثاني. ويتهمون السلطات بالإهمال."),
        ("ha", "'Yan bindiga sun kashe sojoji talatin a Banibangou da ke yammacin Nijar. Ma'aikatar tsaro ta zargi "
         "sojojin haya."),
        ("ha", "Malaman makaranta sun shiga yajin aiki a Nijar. Suna zargin hukumomi da sakaci."),
    ],
)  # fmt: skip
def test_what_looks_like_an_act_beside_other_news_wakes_nobody(language: str, text: str, tagged: Tagger) -> None:
    for published in ("2024-06-20", None):
        tags = tagged(text, published=published, language=language)
        assert (tags.crises[0].salience, tags.alert) == ("none", False)


def test_who_is_accused_after_an_attack_is_news(tagged: Tagger) -> None:
    for text in (
        "Des hommes armés ont tué trente soldats près de Banibangou, dans l'ouest du Niger. L'armée accuse le Bénin.",
        "'Yan bindiga sun kashe sojoji talatin a Banibangou a Nijar. Gwamnatin sojin ta zargi Benin da ba su makamai.",
    ):
        assert tagged(text, published="2024-06-20").alert, text


def test_a_time_given_to_somebody_is_an_act_and_a_length_of_time_is_none(tagged: Tagger) -> None:
    assert tagged("Le Niger donne 48 heures à l'ambassadeur.", "Le Niger donne 48 heures à l'ambassadeur").alert
    assert tagged("Niger has given the envoy 48 hours.", "Niger gives envoy 48 hours").alert
    assert not tagged("Pluies pendant 48 heures au Niger.", "Pluies pendant 48 heures au Niger", published=None).alert
    assert not tagged("Rains for 48 hours in Niger.", "Rains for 48 hours in Niger", published=None).alert


ARRESTED = (
    ("Niger : un journaliste arrêté", "Moussa Tchangari a été arrêté{} à Niamey. Le ministre l'accuse.",
     " le 18 mai 2015", ", né le 18 mai 1969,"),
    ("Niger: journalist arrested", "Moussa Tchangari was arrested in Niamey{}. The minister accuses him.",
     " on 18 May 2015", "; he was born on 18 May 1969"),
    ("النيجر: اعتقال صحفي", "اعتقل موسى تشانغاري في نيامي{}. واتهمه الوزير.",
     " في 18 مايو 2015", " المولود في 18 مايو 1969"),
    ("Nijar: an kama Moussa Tchangari", "An kama Moussa Tchangari a Yamai{}. Ministan ya zarge shi.",
     " a ranar 18 ga watan Mayu na 2015", ", wanda aka haifa a ranar 18 ga watan Mayu na 1969"),
)  # fmt: skip


@pytest.mark.parametrize(("title", "text", "day", "born"), ARRESTED)
def test_an_undated_text_is_of_the_day_that_it_tells_first(
    title: str, text: str, day: str, born: str, tagged: Tagger
) -> None:
    tags = tagged(text.format(day), title, published=None)
    assert (tags.crises[0].salience, tags.alert) == ("none", False)
    assert tagged(text.format(""), title, published=None).alert
    assert tagged(text.format(born), title, published=None).alert, "a birth dates nothing"
    later = tagged(text.format(day) + " 2024.", title, published=None)
    assert later.crises[0].salience == "main", "a later year is named"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Gaya, ville frontalière du Niger, subit les sanctions économiques",
         "Il y a un mois que des militaires ont fait un coup d'Etat au Niger, et la Cédéao maintient ses sanctions."),
        ("Gaya, Niger's border town, bears the brunt of economic sanctions",
         "Soldiers staged a coup in Niger a month ago, and ECOWAS keeps up its sanctions."),
        ("غايا البلدة الحدودية في النيجر تعاني من العقوبات",
         "قام عسكريون بانقلاب في النيجر قبل شهر وتبقي إيكواس على عقوباتها."),
        ("Garin Gaya na Nijar na shan wahalar takunkumi",
         "Wata guda ke nan da sojoji suka yi juyin mulki a Nijar, kuma ECOWAS na ci gaba da takunkumi."),
    ],
)  # fmt: skip
def test_a_town_that_bears_the_sanctions_wakes_nobody(title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title, published="2023-09-01")
    assert (tags.crises[0].salience, tags.alert) == ("main", False)


def test_an_act_that_has_ruined_somebody_is_an_effect_without_a_headline(tagged: Tagger) -> None:
    text = (
        "La fermeture des frontières, voulue par la Cédéao et par les militaires qui ont pris le pouvoir à Niamey, "
        "a ruiné ce chauffeur. Sa cargaison pourrit à Malanville. Le commerce est suspendu depuis le coup d'Etat."
    )
    assert not tagged(text, published="2023-08-20").alert
    act = "La Cédéao ferme les frontières du Niger, et le commerce souffre. Le coup d'Etat a renversé Bazoum."
    assert tagged(act, published="2023-08-20").alert


def test_of_coups_in_four_capitals_on_top_none_is_the_subject(tagged: Tagger) -> None:
    text = (
        "Le retour des coups d'Etat inquiète d'autant plus qu'ils sont fêtés. A Conakry, à Bamako, à Ouagadougou et à "
        "Niamey, la foule a applaudi les militaires."
    )
    tags = tagged(text, published="2023-07-31")
    assert (tags.crises[0].salience, tags.alert) == ("background", False)
    assert ("niger-2023", "asserted") in told_of(tags)


TOWNS = (
    ("fr", "Les pluies ont détruit trois mille maisons à Maradi. Le gouvernement a suspendu les cours."),
    ("fr", "La police de Niamey a démantelé un réseau de faussaires. Le procureur accuse cinq hommes d'escroquerie."),
    ("en", "Rains have destroyed three thousand houses in Maradi. The government has suspended classes."),
    ("en", "A court in Niamey has jailed an imam for rape. His lawyers condemn an unfair trial."),
    ("ar", "دمرت الأمطار ثلاثة آلاف منزل في مارادي. وأعلنت الحكومة تعليق الدراسة."),
    ("ha", "Ruwan sama ya lalata gidaje dubu uku a garin Maradi. Gwamnati ta dakatar da karatu."),
)


@pytest.mark.parametrize(("language", "text"), TOWNS)
def test_a_towns_news_wakes_nobody_for_what_is_done_about_it(language: str, text: str, tagged: Tagger) -> None:
    for published in ("2024-06-20", None):
        tags = tagged(text, published=published, language=language)
        assert (tags.crises[0].salience, tags.alert) == ("none", False)


def test_what_a_capital_or_a_junta_does_is_no_towns_news(tagged: Tagger) -> None:
    for text in (
        "Niamey a sa réponse. Le gouvernement a suspendu la coopération avec Paris et rappelé son ambassadeur.",
        "Les pluies ont détruit des maisons à Maradi. La junte du Niger a suspendu la coopération avec Paris.",
        "A Niamey, la Cour a levé l'immunité de Mohamed Bazoum. Ses avocats dénoncent un procès inéquitable.",
    ):
        assert tagged(text, published="2024-06-20").alert, text


def test_a_union_of_teachers_is_other_news_unless_a_junta_is_told(tagged: Tagger) -> None:
    for text in (
        "Le Syndicat national des enseignants du Niger menace de boycotter les examens. Il accuse le ministère.",
        "Niger's teachers' union will boycott the exams. It accuses the ministry.",
        "نقابة المعلمين في النيجر تقاطع الامتحانات. وتتهم الوزارة بالإهمال.",
    ):
        assert not tagged(text, published="2024-06-20").alert, text
    text = "Le Syndicat national des enseignants du Niger défie la junte. Il accuse le régime militaire d'arrestations."
    assert tagged(text, published="2024-06-20").alert
